import js from '@eslint/js';
import query from '@tanstack/eslint-plugin-query';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

const noRawHtml = [
  {
    selector:
      'JSXAttribute[name.name="dangerouslySetInnerHTML"], Property[key.name="dangerouslySetInnerHTML"]',
    message: 'What the API says is text, never HTML.',
  },
];

const noInnerDoor = [
  {
    selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
    message: 'Only the public doors re-export; import from the file that has the thing.',
  },
];

const noSilencedConsole = [
  {
    selector: 'CallExpression[callee.property.name="spyOn"][arguments.0.name="console"]',
    message: 'Announce it with expectConsole or allowConsole of test/setup/console.ts.',
  },
];

export default defineConfig(
  globalIgnores(['dist/', 'example/dist/', 'storybook-static/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      ts.configs.strictTypeChecked,
      reactHooks.configs.flat['recommended-latest'],
      query.configs['flat/recommended'],
      jsxA11y.flatConfigs.recommended,
    ],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': 'error',
      '@typescript-eslint/prefer-optional-chain': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...noRawHtml],
    },
  },
  {
    files: ['src/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...noRawHtml, ...noInnerDoor],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^\\.{1,2}(/.*)?/(index(\\.tsx?)?)?$',
              message: 'Import the file itself, not its folder.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/index.ts', 'src/finding-text/index.ts', 'src/server/index.ts', 'src/testing/index.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noRawHtml] },
  },
  {
    // Tests and stories state what they know; a wrong guess fails right there.
    files: ['test/**', 'stories/**'],
    rules: {
      'no-restricted-syntax': ['error', ...noRawHtml, ...noSilencedConsole],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly'])),
    },
  },
);
