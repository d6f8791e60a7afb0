import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkFileNames } from './scripts/lib/chunk-names';
import { contentSecurityPolicy } from './scripts/lib/content-security-policy';
import { fewerLocales } from './scripts/lib/fewer-locales';
import { offline } from './scripts/lib/offline';

/**
 * The page is a static folder that works from any base path: every address in it is relative.
 * The worker is a module of its own, so that tfjs never enters the page's bundle.
 */
export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy(), fewerLocales(['en-US', 'zh-CN']), offline()],
  worker: { format: 'es', rolldownOptions: { output: { chunkFileNames } } },
  build: {
    target: 'es2022',
    // Keeps `light-dark()` as written instead of a polyfill of two variables a colour.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    // Fonts from files only: the content security policy allows no fonts in `data:` addresses.
    assetsInlineLimit: (file) => (/\.(woff2?|ttf)$/.test(file) ? false : undefined),
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { chunkFileNames } },
  },
});
