import js from '@eslint/js';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const NO_RANDOM = {
  object: 'Math',
  property: 'random',
  message: 'Randomness is passed in (src/data/random.ts).',
};

/** A rule that is set again for some files loses its former options there: so all are said at once. */
const noProperties = (...more) => ({
  'no-restricted-properties': ['error', NO_RANDOM, ...more],
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
      ...noProperties(),
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
    rules: noProperties({
      property: 'setState',
      message: 'The engine calls the transitions of the slices (app/store).',
    }),
  },
  {
    files: ['app/*.{ts,tsx}', 'app/{components,lessons}/**/*.{ts,tsx}'],
    rules: noProperties({
      object: 'store',
      property: 'setState',
      message: 'Panels call the transitions of the slices (app/store).',
    }),
  },
  {
    files: ['app/*.{ts,tsx}', 'app/{components,lessons,theme}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'Property[key.value=/^--/]',
          "CallExpression[callee.property.name='setProperty'][arguments.0.value=/^--/]",
        ].map((selector) => ({
          selector,
          message:
            'WebKit keeps some memory of each custom property set on an element (docs/browsers.md): write the colour or length itself.',
        })),
      ],
    },
  },
);
