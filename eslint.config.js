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
    rules: { 'no-restricted-syntax': ['error', ...forbiddenDoors] },
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
  { files: ['electron/shells/electron/**/*.ts', 'test/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
);
