/** Preferences are remembered, and a browser that keeps nothing still has them for the visit. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAppStore } from '../../../app/store';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

it('start as the page is made, and come back as they were left', () => {
  const first = createAppStore().getState();
  expect(first).toMatchObject({ theme: 'system', trainHidden: false });
  first.setTheme('dark');
  first.setTrainHidden(true);
  expect(createAppStore().getState()).toMatchObject({ theme: 'dark', trainHidden: true });
  first.setTrainHidden(false);
  expect(createAppStore().getState().trainHidden).toBe(false);
});

it('are not made up from what is no preference', () => {
  kept.set('cmml.theme', 'purple');
  kept.set('cmml.train-hidden', 'perhaps');
  expect(createAppStore().getState()).toMatchObject({ theme: 'system', trainHidden: false });
});

it('hold for the visit where storage is blocked', () => {
  const blocked = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: blocked, setItem: blocked });
  const store = createAppStore();
  store.getState().setTrainHidden(true);
  expect(store.getState().trainHidden).toBe(true);
});
