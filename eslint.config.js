import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const localeTraps = [
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'localeCompare',
  'toLocaleUpperCase',
  'toLocaleLowerCase',
  'normalize',
];

/** Doors out of the window or into the program that nobody may open. Held to by test/unit/house/security.test.ts. */
const forbiddenDoors = [
  [
    "MemberExpression[object.name='ipcMain']",
    'Messages of a page are heard in one place: listenToWindow() in electron/shells/electron/guard.ts.',
  ],
  ["MemberExpression[property.name='openExternal']", 'Nothing captured is ever opened outside the program.'],
  ["MemberExpression[property.name='exposeFunction']", 'It reaches every frame; use Runtime.addBinding.'],
  ["JSXAttribute[name.name='dangerouslySetInnerHTML']", 'Captured text is text.'],
  ['MemberExpression[property.name=/^(inner|outer)HTML$/]', 'Captured text is text.'],
].map(([selector, message]) => ({ selector, message }));

/** Exhibits have their numbers from `exhibitNumbers`, through `exhibits.arrange`: a place in a list is none. */
const countedHere = [
  "CallExpression[callee.name='String'] > BinaryExpression[operator='+'][right.value=1]",
  "LogicalExpression[operator='??'][left.property.name='number'][right.type!='Literal']",
  "TemplateLiteral > BinaryExpression.expressions:first-child[operator='+'][right.value=1]",
  "BinaryExpression[operator='+'][right.value=1][left.callee.property.name=/^find(Last)?Index$/]",
].map((selector) => ({ selector, message: 'An exhibit’s number is served (`exhibits.arrange`), never counted here.' }));

/**
 * A parameter of a message is a number, somebody's own words or a code with texts in both languages (`because`). Types ask
 * for it where a message is made; this holds the places before. Tried by test/unit/house/message-parameters.test.ts.
 */
const causeHole = 'Property[key.name=/^(why|what|where|detail|error|use)$/]';
const words = '/[A-Za-z]{2,} +[A-Za-z]/';
const prose = [
  `${causeHole} > Literal[value=${words}]`,
  `${causeHole} > ConditionalExpression > Literal[value=${words}]`,
  `${causeHole} > LogicalExpression > Literal[value=${words}]`,
  `${causeHole} > TemplateLiteral > TemplateElement[value.raw=${words}]`,
  `CallExpression[callee.property.name='refine'] > Literal[value=${words}]`,
  `CallExpression[callee.name=/^(refuse|fail|failed|bad|unfit)$/] > Literal[value=${words}]`,
  `CallExpression[callee.name=/^(refuse|fail|failed|bad|unfit)$/] > TemplateLiteral > TemplateElement[value.raw=${words}]`,
].map((selector) => ({
  selector,
  message: 'Say why by a code: `because(…)` of shared/cause.ts, words in shared/messages/causes.',
}));

/** Two languages are one value (`shared/bilingual.ts`) until they are laid out: nobody joins them by a sign. */
const joinedByHand = {
  selector: "CallExpression[callee.property.name='join'] > Literal[value=' / ']",
  message: 'Two languages are made by `inEach` and laid out by what draws them (shared/bilingual.ts).',
};

export default defineConfig(
  { ignores: ['out/', 'coverage/', 'node_modules/', 'resources/', 'test/fixtures/site/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['electron/capture/in-page', 'shared', 'electron', 'renderer', 'test'].map(
          (layer) => `${layer}/tsconfig.json`,
        ),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'electron', message: 'Only electron/shells/electron may import electron.' }] },
      ],
    },
  },
  {
    files: ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}'],
    ignores: ['electron/capture/in-page/**'],
    rules: { 'no-restricted-syntax': ['error', ...forbiddenDoors, ...prose, joinedByHand] },
  },
  { files: ['shared/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...prose, joinedByHand] } },
  {
    // A function is read as one paragraph. Those of `in-page` are each put as text into a captured page, where nothing
    // outside them exists: such a function cannot call a helper, so that it is as long as what it has to do there.
    files: ['electron/**/*.ts', 'shared/**/*.ts'],
    ignores: ['electron/capture/in-page/**'],
    rules: {
      complexity: ['error', 20],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: false, skipComments: false }],
    },
  },
  {
    files: ['renderer/features/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...forbiddenDoors, ...countedHere, ...prose] },
  },
  {
    // The same state must give the same bytes on every machine: nothing here may ask for the machine's locale.
    files: ['shared/**/*.ts', 'electron/bundle/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'Intl', message: 'Depends on the machine’s locale data.' }],
      'no-restricted-properties': [
        'error',
        ...localeTraps.map((property) => ({ property, message: 'Depends on the locale, or alters evidence.' })),
      ],
    },
  },
  // Compares words as people read them; what it makes of them is never shown or stored.
  { files: ['shared/redaction/same-words.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['electron/shells/electron/**/*.ts', 'test/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    // A part of a screen is a component, what a screen does is a hook: each is read without scrolling far.
    files: ['renderer/**/*.{ts,tsx}'],
    rules: {
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: false, skipComments: false }],
      complexity: ['error', 20],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
);
