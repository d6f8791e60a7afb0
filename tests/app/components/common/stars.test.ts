import { expect, it } from 'vitest';
import { isBeyond, shownStars, starsText } from '../../../../app/components/common/stars';

it('cuts to the levels there are, and says so', () => {
  expect([5.63, 5, 4.94, 0.1, -2].map(shownStars)).toEqual([5, 5, 4.9, 0.5, 0.5]);
  expect([5.63, 5, 0.5, 0.49].map(isBeyond)).toEqual([true, false, false, true]);
});

it('writes a tenth in the language of the page', () => {
  expect(starsText(5.63, 'en')).toBe('5.0');
  expect(starsText(3.46, 'es')).toBe('3,5');
});
