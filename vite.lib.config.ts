import { defineConfig } from 'vite';
import { fileURLToPath } from 'node:url';

const entry = (name: string): string =>
  fileURLToPath(new URL(`src/library/${name}.ts`, import.meta.url));

/**
 * tfjs and the few small packages stay imports of the library. tfjs's gradients are taken in: they are
 * no entry of their package, and Node finds no file behind their paths.
 */
const isExternal = (id: string): boolean =>
  /^[@a-z]/.test(id) && !id.startsWith('@tensorflow/tfjs-core/dist/');

/** `npm run build:library`: `src/model` and `src/data` as a package (`docs/library.md`). */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist-library',
    target: 'es2022',
    minify: false,
    lib: {
      entry: { index: entry('index'), data: entry('data'), model: entry('model') },
      formats: ['es'],
    },
    rolldownOptions: { external: isExternal },
  },
});
