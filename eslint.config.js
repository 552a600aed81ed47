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

/** Languages order, bend and punctuate their words each in its own way: a sentence stands whole in the catalogue. */
export const noJoinedWords = [
  {
    selector: String.raw`JSXText[value=/\p{L}/u]`,
    message: 'Words belong into english.ts and every language.',
  },
  {
    selector:
      ':matches(JSXElement, JSXFragment) > JSXExpressionContainer :matches(TemplateLiteral[expressions.length>0], BinaryExpression[operator="+"]):not(CallExpression *, JSXAttribute *)',
    message: 'A sentence is one message with arguments, never put together by hand.',
  },
  {
    selector:
      ':matches(TemplateLiteral, BinaryExpression[operator="+"]) > CallExpression:matches([callee.name="say"], [callee.property.name="say"])',
    message: 'Give one message what it says as arguments, instead of joining two.',
  },
  {
    selector: String.raw`TemplateLiteral[expressions.length>0] > TemplateElement[value.raw=/[.!?:;,…] /u], BinaryExpression[operator="+"] > Literal[value=/[.!?:;,…] /u]`,
    message: 'Where sentences meet is punctuation, which is a message too.',
  },
];

const BROWSER =
  '/^(window|document|navigator|location|history|localStorage|sessionStorage|matchMedia|getSelection)$/';
const READ = `Identifier[name=${BROWSER}]:not(MemberExpression > .property):not(Property > .key)`;

/** A server has no page, and what a render reads off one differs there: effects and handlers may, which are functions in a function. */
export const noBrowserInRender = [
  {
    selector: `${READ}:not(:function :function *), CallExpression[callee.name=/^use(State|Memo|Reducer)$/] > :function ${READ}`,
    message: 'No window and no document while rendering: read them in an effect or a handler.',
  },
  {
    selector: 'MemberExpression[object.name="Intl"][property.name="DurationFormat"]',
    message: 'Node 20 has no Intl.DurationFormat: server and browser would say different things.',
  },
];

/** Functions that effects, handlers and subscriptions call, or a render that comes after something has happened in the page. */
const outsideOfRender = ['clock', 'fieldMessages', 'timeOfDay', 'useFocusReturn', 'usePageFocus'].map(
  (name) => `src/boundary/${name}.ts`,
);

export default defineConfig(
  globalIgnores(['dist/', 'example/dist/', 'storybook-static/', 'coverage/', 'test/fixtures/*/']),
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
    files: ['src/boundary/**', 'src/finding-text/**', 'src/locales/**', 'src/query/**', 'src/api/**'],
    rules: {
      'no-restricted-syntax': ['error', ...noRawHtml, ...noInnerDoor, ...noJoinedWords, ...noBrowserInRender],
    },
  },
  {
    files: outsideOfRender,
    rules: { 'no-restricted-syntax': ['error', ...noRawHtml, ...noInnerDoor, ...noJoinedWords] },
  },
  {
    files: ['src/*.ts'],
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
