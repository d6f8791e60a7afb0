import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { LOCALES } from './app/strings/languages';
import { chunkFileNames } from './scripts/lib/chunk-names';
import { contentSecurityPolicy } from './scripts/lib/content-security-policy';
import { checkEntries, firstChunk, workerScripts } from './scripts/lib/entries';
import { fewerLocales } from './scripts/lib/fewer-locales';
import { offline } from './scripts/lib/offline';
import { oembed } from './scripts/lib/oembed';
import { oldBrowsers } from './scripts/lib/old-browsers';
import { leftOut } from './scripts/lib/left-out';
import { TARGETS } from './app/minimum-browsers';

/**
 * The page is a static folder that works from any base path: every address in it is relative.
 * The worker is a module of its own, so that tfjs never enters the page's bundle.
 */
export default defineConfig({
  base: './',
  plugins: [
    react(),
    contentSecurityPolicy(),
    fewerLocales(LOCALES),
    leftOut(),
    offline(),
    oldBrowsers(),
    oembed(),
    checkEntries({ worker: false }),
  ],
  worker: {
    format: 'es',
    plugins: () => [leftOut(), checkEntries({ worker: true })],
    rolldownOptions: { output: { chunkFileNames, codeSplitting: workerScripts } },
  },
  build: {
    // Styles too: `light-dark()` stays as written instead of a polyfill of two variables a colour.
    target: TARGETS,
    cssTarget: TARGETS,
    // Fonts from files only: the content security policy allows no fonts in `data:` addresses.
    assetsInlineLimit: (file) => (/\.(woff2?|ttf)$/.test(file) ? false : undefined),
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { chunkFileNames, codeSplitting: firstChunk } },
  },
});
