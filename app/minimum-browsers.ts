/**
 * The oldest browsers that this page runs in: what the build makes its code and styles for, what
 * README and page say. `light-dark()` came with Chrome 123 and Safari 17.5, `@property` with Firefox
 * 128; `public/too-old.js` asks for these two, so older ones get a sentence instead of a page.
 */
export const MINIMUM = { chrome: '123', edge: '123', firefox: '128', safari: '17.5', ios: '17.5' };

/** The same as the bundler takes it. */
export const TARGETS: string[] = Object.entries(MINIMUM).map(([name, version]) => name + version);
