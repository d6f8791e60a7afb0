/**
 * What the page says before any of its code runs: to browsers that are too old for it, and without
 * JavaScript. Both sentences stand in `index.html` in every language, so that nothing has to be
 * fetched or understood; `public/too-old.js` shows the first one.
 */
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { browsers as en } from '../../app/strings/en/browsers';
import { browsers as es } from '../../app/strings/es/browsers';
import { browsers as zh } from '../../app/strings/zh/browsers';
import type { Language } from '../../app/strings/languages';

type Sentences = Pick<typeof en, 'tooOld' | 'noScript'>;

const LANGUAGES: Record<Language, Sentences> = { en, zh, es };

/** A style of its own: the page's style sheet is what such a browser cannot read. */
const STYLE = 'max-width: 34em; margin: 3em auto; padding: 0 1em; font: 18px/1.5 sans-serif';

const paragraphs = (of: keyof Sentences): HtmlTagDescriptor[] =>
  Object.entries(LANGUAGES).map(([lang, said]) => ({
    tag: 'p',
    attrs: { lang, style: STYLE },
    children: said[of],
  }));

/** In the order in which they stand in the body, before the page's own script. */
export const tags: HtmlTagDescriptor[] = [
  {
    tag: 'div',
    attrs: { id: 'too-old', hidden: true },
    children: paragraphs('tooOld'),
    injectTo: 'body',
  },
  { tag: 'noscript', children: paragraphs('noScript'), injectTo: 'body' },
  // A classic script, and one of its own file: the content security policy allows none in the text.
  { tag: 'script', attrs: { src: './too-old.js' }, injectTo: 'body' },
];

export const oldBrowsers = (): Plugin => ({
  name: 'old-browsers',
  transformIndexHtml: { order: 'post', handler: () => tags },
});
