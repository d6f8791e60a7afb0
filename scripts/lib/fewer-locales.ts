/** Leaves out the control library's messages in languages that the page does not speak. */
import type { Plugin } from 'vite';

const MESSAGES =
  /[\\/]react-(?:aria|stately|aria-components)[\\/].*[\\/]intl[\\/].*([a-z]{2}-[A-Z]{2})\.mjs$/;

/** @param spoken locales whose messages stay, as the library names them (`en-US`). */
export function fewerLocales(spoken: readonly string[]): Plugin {
  return {
    name: 'fewer-locales',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const locale = MESSAGES.exec(id)?.[1];
      return locale && !spoken.includes(locale) ? 'export default undefined;' : null;
    },
  };
}
