import js from '@eslint/js';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * A door: files matching `files` may not import what `group` matches.
 * With `typesToo` false, `import type` still passes.
 */
const door = (files, group, message, typesToo = true) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [{ group, message, allowTypeImports: !typesToo }] },
    ],
  },
});

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'dist-library/**',
      'build/**',
      'public/**',
      'node_modules/**',
      'test-results/**',
      'playwright-report/**',
      '**/*.as.ts',
      'src/model/kernels/wasm/generated/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.worker, ...globals.node } },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Randomness is passed in (src/data/random.ts).',
        },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['app/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
  // The doors of docs/architecture.md.
  door(
    ['app/**/*.{ts,tsx}'],
    ['**/src/model/**', '@tensorflow/*'],
    'The page draws plain snapshots: only app/workers may touch the model or tfjs (types are fine).',
    false,
  ),
  door(
    ['src/model/**/*.ts'],
    ['**/app/**', 'react', 'react-dom', 'zustand'],
    'src/model never imports the page.',
  ),
  door(
    ['src/data/**/*.ts'],
    ['**/app/**', '**/model/**', '@tensorflow/*', 'react', 'react-dom', 'zustand'],
    'src/data knows no tensor and no page.',
  ),
  door(
    ['src/library/**/*.ts'],
    ['**/app/**', 'react', 'react-dom', 'zustand'],
    'The library holds nothing of the page.',
  ),
  {
    files: ['app/workers/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    files: ['app/workers/protocol.ts', 'app/workers/client.ts', 'app/workers/client/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/src/model/**', '@tensorflow/*'],
              message: 'The client runs on the main thread: types only.',
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  },
);
