/** What browsers that are too old for the page are told, before any of its code runs. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MINIMUM, TARGETS } from '../../app/minimum-browsers';
import { browsers as en } from '../../app/strings/en/browsers';
import { browsers as zh } from '../../app/strings/zh/browsers';
import { tags } from '../../scripts/lib/old-browsers';
import config from '../../vite.config';

const script = readFileSync('public/too-old.js', 'utf8');

/** A browser as the script sees it: what it has, and the sentences on its page. */
function browser({ supports = (): boolean => true, rule = true, module = true, language = 'en' }) {
  const node = (lang: string) => ({ lang, style: { display: '' } });
  const sentences = [node('en'), node('zh')];
  const attributes: Record<string, string> = { hidden: '' };
  const marks: string[] = [];
  const window = { CSS: { supports }, ...(rule ? { CSSPropertyRule: Object } : {}) };
  const document = {
    documentElement: { setAttribute: (name: string) => marks.push(name) },
    createElement: () => (module ? { noModule: true } : {}),
    getElementById: () => ({
      children: sentences,
      removeAttribute: (name: string) => delete attributes[name],
      setAttribute: (name: string, value: string) => (attributes[name] = value),
    }),
  };
  const run = new Function('window', 'document', 'navigator', 'location', script);
  run(window, document, { language }, { search: '' });
  const shown = sentences.filter(({ style }) => style.display === '').map(({ lang }) => lang);
  return { shown: 'hidden' in attributes ? [] : shown, marks };
}

it('leaves a browser alone that has all it asks for', () => {
  expect(browser({})).toEqual({ shown: [], marks: [] });
});

it('tells one without light-dark(), without @property or without modules, in its language', () => {
  const old = { shown: ['en'], marks: ['data-too-old'] };
  expect(browser({ supports: () => false })).toEqual(old);
  expect(browser({ rule: false })).toEqual(old);
  expect(browser({ module: false, language: 'fr' })).toEqual(old);
  expect(browser({ rule: false, language: 'zh-TW' }).shown).toEqual(['zh']);
});

it('is written in the syntax of 2010', () => {
  const code = script.replace(/\/\*[\s\S]*?\*\//g, '');
  expect(code).not.toMatch(/=>|`|\b(let|const|class|async|import|export)\s|\?\.|\?\?/);
});

it('stands in the page in every language, as does what is said without JavaScript', () => {
  const text = JSON.stringify(tags);
  for (const { tooOld, noScript } of [en, zh]) {
    expect(text).toContain(tooOld);
    expect(text).toContain(noScript);
  }
  // The content security policy allows no script in the page's own text.
  expect(tags.filter(({ tag }) => tag === 'script')).toEqual([
    { tag: 'script', attrs: { src: './too-old.js' }, injectTo: 'body' },
  ]);
});

it('is one list: the build, the page and the README say the same', () => {
  const { build } = config as { build: { target: string[]; cssTarget: string[] } };
  expect(build.target).toEqual(TARGETS);
  expect(build.cssTarget).toEqual(TARGETS);
  const { chrome, edge, firefox, safari, ios } = MINIMUM;
  const list = `Chrome ${chrome}, Edge ${edge}, Firefox ${firefox}, Safari ${safari}`;
  for (const text of [readFileSync('README.md', 'utf8'), en.needs, en.tooOld]) {
    expect(text).toContain(list);
    expect(text).toMatch(new RegExp(`iOS ${ios}`));
  }
});
