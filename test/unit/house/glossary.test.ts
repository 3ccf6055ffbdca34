import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forbiddenIn, glossary, literally } from '../../fixtures/oracles/glossary.ts';
import { root, sourceFiles, sourceText } from '../../fixtures/oracles/source-tree.ts';
import { writtenTexts, type WrittenText } from '../../fixtures/oracles/written-texts.ts';

const concepts = glossary();
const forbidden = concepts.flatMap((concept) => concept.forbidden);
const code = sourceFiles('shared', 'electron', 'renderer');

/** Whole files of text: a person reads all that is in them. Both languages are looked for in each. */
const wholeFiles = ['shared/package/help-text.ts', 'renderer/verify-page/page.html'];

const texts: readonly WrittenText[] = [
  ...code.filter((file) => /[\u3400-\u9fff]/.test(sourceText(file))).flatMap((file) => writtenTexts(file)),
  // As expressions of our own language, JSON files are read by the same rule.
  ...['claims', 'profiles'].flatMap((folder) =>
    readdirSync(join(root, 'resources', folder)).flatMap((name) => {
      const file = `resources/${folder}/${name}`;
      return writtenTexts(file, `const a = ${sourceText(file)}`);
    }),
  ),
  ...wholeFiles.flatMap((file) =>
    (['zh-CN', 'en'] as const).map((language) => ({ at: `${file}:1`, language, text: sourceText(file) })),
  ),
];

describe('the glossary', () => {
  test('has one row a concept, with one word in each language that no row forbids', () => {
    expect(concepts.length).toBeGreaterThan(50);
    expect(new Set(concepts.map(({ name }) => name)).size).toBe(concepts.length);
    const refused = concepts.flatMap(({ name, zh, en }) => [
      ...forbiddenIn(zh, 'zh-CN', forbidden).map((word) => `${name}: ${word}`),
      ...forbiddenIn(en, 'en', forbidden).map((word) => `${name}: ${word}`),
    ]);
    expect(refused).toEqual([]);
  });

  test('names in the code are names that the code has', () => {
    const files = [...code, ...code.map((file) => file.replace(/.*\//, ''))];
    const all = code.map((file) => sourceText(file)).join('\n');
    const has = (name: string) =>
      name.endsWith('.ts') ? files.includes(name) : new RegExp(`\\b${literally(name)}\\b`).test(all);
    expect(concepts.flatMap(({ code: names }) => names).filter((name) => /^[\w.-]+$/.test(name) && !has(name))).toEqual(
      [],
    );
  });
});

describe('every text that a person reads', () => {
  test('is found: tables, the command, the window, and what a package says of itself', () => {
    expect(texts.length).toBeGreaterThan(2200);
    const folders = new Set(texts.map(({ at }) => at.split('/').slice(0, 2).join('/')));
    expect([...folders]).toEqual(
      expect.arrayContaining([
        'shared/messages',
        'shared/errors',
        'electron/cli',
        'renderer/words',
        'shared/package',
        'resources/claims',
      ]),
    );
  });

  test('holds no word that the glossary forbids', () => {
    const found = texts.flatMap(({ at, language, text }) =>
      forbiddenIn(text, language, forbidden).map((word) => `${at} ${word}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  test('a forbidden word is found in a table and in a choice, alone and in a longer word only where that is not allowed', () => {
    const made = writtenTexts(
      'x.ts',
      `const a = { 'zh-CN': '计算摘要', en: 'A Digest' }; const b = zh ? \`\${n} 项内容摘要\` : \`digestible \${n}\`;`,
    );
    const found = made.map(({ text, language }) => [text, ...forbiddenIn(text, language, forbidden)]);
    expect(found).toEqual([['计算摘要', '摘要'], ['A Digest', 'digest'], ['{x} 项内容摘要'], ['digestible {x}']]);
  });
});
