import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const page = { documentElement: { lang: 'en' }, title: '' };

beforeEach(() => {
  vi.resetModules();
  Object.assign(page, { documentElement: { lang: 'en' }, title: '' });
  vi.stubGlobal('document', page);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.doUnmock('../../../app/strings/zh/index.ts');
});

it('names the page in the language that was asked for', async () => {
  const { speak } = await import('../../../app/strings/speak');
  await speak('zh');
  const { strings } = await import('../../../app/strings/zh');
  expect(page.documentElement.lang).toBe('zh');
  expect(page.title).toBe(`${strings.common.title} ${strings.common.subtitle}`);
});

it('keeps to the last wish when a language loads slowly', async () => {
  const { speak } = await import('../../../app/strings/speak');
  const slow = speak('zh');
  await speak('en');
  await slow;
  expect(page.documentElement.lang).toBe('en');
});

it('stays as it is when a language cannot be loaded', async () => {
  vi.doMock('../../../app/strings/zh/index.ts', () => {
    throw new Error('offline');
  });
  const { speak } = await import('../../../app/strings/speak');
  await expect(speak('zh')).resolves.toBeUndefined();
  expect(page.documentElement.lang).toBe('en');
});
