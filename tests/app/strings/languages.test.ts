import { readdirSync, readFileSync } from 'node:fs';
import { isValidElement, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { LESSONS } from '../../../app/lessons/all';
import { loadTexts } from '../../../app/lessons/texts';
import { loadLazyStrings } from '../../../app/strings/lazy';
import { DEFAULT_LANGUAGE, LANGUAGE_CODES, languageFor, LANGUAGES } from '../../../app/strings/languages'; // prettier-ignore

const panels = import.meta.glob('../../../app/strings/*/index.ts', { import: 'strings' });
const strings = (code: string) => panels[`../../../app/strings/${code}/index.ts`]();

/** Tables whose keys a language may choose: `lab.systems` holds names that differ from the data's. */
const FREE = new Set(['lab.systems']);

/** What every leaf is, by its path: a function, or a text with its `{...}` to fill in. */
function shape(words: unknown, path = ''): Record<string, string> {
  if (FREE.has(path)) return {};
  if (typeof words === 'function') return { [path]: 'function' };
  if (typeof words === 'string') {
    expect(words, path).not.toBe('');
    return { [path]: ['text', ...(words.match(/\{\w+\}/g) ?? [])].sort().join(' ') };
  }
  return Object.assign(
    {},
    ...Object.entries(words as object).map(([key, value]) =>
      shape(value, path ? `${path}.${key}` : key),
    ),
  );
}

/** The parts of the picture that a lesson's words light, sorted: another language orders otherwise. */
function lit(node: ReactNode): string[] {
  if (Array.isArray(node)) return node.flatMap(lit).sort();
  if (!isValidElement<{ part?: string; children?: ReactNode }>(node)) return [];
  const { part, children } = node.props;
  return [...(part ? [part] : []), ...lit(children)].sort();
}

describe.each(LANGUAGE_CODES)('the language %s', (code) => {
  it('has a locale that number formats know', () => {
    expect(Intl.NumberFormat.supportedLocalesOf([LANGUAGES[code].locale])).toHaveLength(1);
    expect(new Intl.Locale(LANGUAGES[code].locale).language).toBe(code);
  });

  it('says all that English says', async () => {
    expect(shape(await strings(code))).toEqual(shape(await strings(DEFAULT_LANGUAGE)));
  });

  it('says all that English says in the panels that come later, in its own words', async () => {
    const words = await loadLazyStrings(code);
    const english = await loadLazyStrings(DEFAULT_LANGUAGE);
    expect(shape(words)).toEqual(shape(english));
    if (code !== DEFAULT_LANGUAGE) expect(words.lessons.title).not.toBe(english.lessons.title);
  });

  it('tells every lesson, and lights the same parts of the picture', async () => {
    const texts = await loadTexts(code);
    const english = await loadTexts(DEFAULT_LANGUAGE);
    expect(Object.keys(texts).sort()).toEqual(LESSONS.map(({ id }) => id).sort());
    for (const { id } of LESSONS) {
      expect(shape(texts[id]), id).toEqual(shape(english[id]));
      const body = (texts[id].Body as () => ReactNode)();
      const own = (english[id].Body as () => ReactNode)();
      expect(new Set(lit(body)), id).toEqual(new Set(lit(own)));
    }
  });
});

/** A source, without what is no language: the format of the workers' modules is called `es`. */
const read = (path: string) => readFileSync(path, 'utf8').replaceAll("format: 'es'", '');

/** Sources of the page and its build, other than what a language keeps to itself. */
function sources(code: string): string[] {
  const inside = ['app', 'src', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  );
  return [...inside, 'vite.config.ts']
    .filter((path) => /\.tsx?$/.test(path))
    .filter((path) => !path.startsWith(`app/strings/${code}/`))
    .filter((path) => path !== `app/lessons/texts-${code}.ts`)
    .filter((path) => !path.endsWith(`/${code}.tsx`));
}

it.each(LANGUAGE_CODES.filter((code) => code !== DEFAULT_LANGUAGE))(
  'names %s in one file only',
  (code) => {
    const named = new RegExp(`(['"\`])${code}(-[A-Z]{2})?\\1|\\b${code}: `);
    const naming = sources(code).filter((path) => named.test(read(path)));
    expect(naming).toEqual(['app/strings/languages.ts']);
  },
);

it('takes the first language of a browser that the page has', () => {
  expect(languageFor(['es-MX', 'en'])).toBe('es');
  expect(languageFor(['de-CH', 'ZH-hant-TW', 'es'])).toBe('zh');
  expect(languageFor(['en-GB', 'es'])).toBe('en');
  expect(languageFor(['est', 'toString', ''])).toBe(DEFAULT_LANGUAGE);
  expect(languageFor([])).toBe(DEFAULT_LANGUAGE);
});
