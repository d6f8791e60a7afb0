import js from '@eslint/js';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

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
  {
    files: ['app/workers/**/*.ts'],
    ignores: ['app/workers/model/reads.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.name=/^(data|dataSync|array|arraySync)$/][callee.object.name!='v']",
          message: 'A read from a GPU may hang: take it through app/workers/model/reads.ts.',
        },
      ],
    },
  },
  {
    files: ['app/engine/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          property: 'setState',
          message: 'The engine calls the transitions of the slices (app/store).',
        },
      ],
    },
  },
);
