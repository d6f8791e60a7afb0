import { expect, it } from 'vitest';
import { createAppStore } from '../../../app/store';
import { comparedDetail, type CurrentViews } from '../../../app/store/adaptation';

it('a kept modulation is compared with those of its own kind only', () => {
  const store = createAppStore();
  const now = () => store.getState();
  const modulation = { kind: 'film', gamma: [], beta: [] };
  now().showModulationViews({ detail: { modulation } } as unknown as CurrentViews);
  now().pinDetail('Aliens');
  expect(comparedDetail(now())?.name).toBe('Aliens');
  for (const other of ['sigmoid', 'soft', 'none'] as const) {
    now().chooseVariant({ modulation: other });
    expect(comparedDetail(now())).toBeNull();
  }
  now().chooseVariant({ modulation: 'film' });
  expect(comparedDetail(now())?.name).toBe('Aliens');
});
