import { expect, it, vi } from 'vitest';

it('tells a pointer that moved from one that things move under', async () => {
  const target = new EventTarget();
  vi.stubGlobal('window', target);
  vi.resetModules();
  const { isMoved } = await import('../../../../app/components/common/is-moved');
  const move = (clientX: number, clientY: number) =>
    target.dispatchEvent(Object.assign(new Event('pointermove'), { clientX, clientY }));
  expect(isMoved()).toBe(false);
  move(20, 30);
  expect(isMoved()).toBe(true);
  move(20, 30);
  expect(isMoved()).toBe(false);
  move(20, 31);
  expect(isMoved()).toBe(true);
  vi.unstubAllGlobals();
});
