/** Preferences are remembered, and a browser that keeps nothing still has them for the visit. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAppStore } from '../../../app/store';
import { PROPERTIES } from '../../../app/store/address-table';
import { INITIAL_ADDRESS } from '../../../app/store/url';
import type { Language } from '../../../app/strings/languages';

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

describe('the language', () => {
  const follow = (lang: Language | null) => {
    const store = createAppStore();
    const last = { ...INITIAL_ADDRESS, lang };
    store.getState().followAddress(last);
    return { store, last };
  };
  /** What the address says of it. */
  const said = ({ store, last }: ReturnType<typeof follow>) =>
    PROPERTIES.lang.of(store.getState(), { last, catalogue: null as never });
  beforeEach(() => vi.stubGlobal('navigator', { languages: ['es-MX', 'en'] }));

  it('is the browser’s, of which the address says nothing', () => {
    const visit = follow(null);
    expect(visit.store.getState().language).toBe('es');
    expect(said(visit)).toBeNull();
  });

  it('is the one that was chosen here, which the address tells', () => {
    follow(null).store.getState().setLanguage('en');
    const visit = follow(null);
    expect(visit.store.getState().language).toBe('en');
    expect(said(visit)).toBe('en');
    visit.store.getState().setLanguage('es');
    expect(said(visit)).toBeNull();
  });

  it('is a link’s before all, and stays in the address', () => {
    follow(null).store.getState().setLanguage('en');
    for (const lang of ['zh', 'es'] as const) {
      const visit = follow(lang);
      expect(visit.store.getState().language).toBe(lang);
      expect(said(visit)).toBe(lang);
    }
    expect(follow(null).store.getState().language).toBe('en');
  });

  it('is not made up from what is no language', () => {
    kept.set('cmml.language', 'toString');
    expect(follow(null).store.getState().language).toBe('es');
    vi.stubGlobal('navigator', undefined);
    expect(follow(null).store.getState().language).toBe('en');
  });
});
