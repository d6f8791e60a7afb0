import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Inside this repository the package is its own build; elsewhere it is installed, and no alias is needed. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: {
    alias: {
      'cmml-explorable': fileURLToPath(new URL('../../dist-library', import.meta.url)),
    },
  },
  build: { target: 'es2022' },
});
