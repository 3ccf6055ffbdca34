import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { nodesOf, parsedSource, sourceFiles, sourceText } from '../../fixtures/oracles/source-tree.ts';
import { writtenIn } from '../../fixtures/oracles/written-texts.ts';

/** A text in both languages, wherever in the program it stands. `null`: not written down there, but computed. */
type Pair = Readonly<{ at: string; zh: string | null; en: string | null }>;

/** Chinese text without a Chinese character: names, forms and signs that are the same in every language. */
const sameInBoth = ['SHA-256', 'desktop | phone', /* the name of the other language, in that language */ 'English'];
/** What a person reads in a component: each language is called by its own name whatever the window speaks. */
const ownNames = ['中文'];

const files = sourceFiles('shared', 'electron', 'renderer');
const pairs = files.filter((file) => sourceText(file).includes("'zh-CN':")).flatMap((file) => pairsOf(file));
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)(?:[|:][^{}]*)?\}/g)].map(([, name]) => name))].sort();

describe('every text in two languages', () => {
  test('there are many of them, and none has one language only', () => {
    expect(pairs.length).toBeGreaterThan(900);
    expect(pairs.filter(({ zh, en }) => zh === null || en === null)).toEqual([]);
  });

  test('none is empty', () => {
    expect(pairs.filter(({ zh, en }) => zh?.trim() === '' || en?.trim() === '')).toEqual([]);
  });

  test('takes the same values in both', () => {
    const differing = pairs.filter(({ zh, en }) => String(placeholders(zh ?? '')) !== String(placeholders(en ?? '')));
    expect(differing).toEqual([]);
  });

  test('is Chinese in the one and holds no Chinese character in the other, but for what is listed', () => {
    const doubtful = pairs.filter(({ zh, en }) => {
      const chinese = /[\u3400-\u9fff]/;
      const ownWords = (zh ?? '').replace(/\{\w+\}/g, '');
      const latin = !chinese.test(ownWords) && /[A-Za-z]/.test(ownWords) && !sameInBoth.includes(ownWords);
      return latin || (chinese.test(en ?? '') && !quotes(en ?? ''));
    });
    expect(doubtful).toEqual([]);
  });
});

describe('what a person reads in the window', () => {
  test('stands in the tables of words, never in a component', () => {
    const components = sourceFiles('renderer').filter((file) => !file.startsWith('renderer/words/'));
    expect(components.flatMap((file) => literalsOf(file))).toEqual([]);
  });

  test('a text in a component is found by this rule', () => {
    const found = literalsOf('x.tsx', `const a = <p title="Open it">Reading…</p>; const b = '案件';<kbd>Ctrl</kbd>`);
    expect(found).toEqual(['x.tsx:1 Open it', 'x.tsx:1 Reading…', 'x.tsx:1 案件']);
  });
});

/** Chinese words that an English text quotes, and the names of languages in themselves. */
function quotes(en: string): boolean {
  return !/[\u3400-\u9fff]/.test(en.replace(/“[^“”]*”|\([^()]*\)/g, '')) || ownNames.includes(en);
}

function pairsOf(file: string): Pair[] {
  return nodesOf(file).flatMap(({ node, line }) => {
    if (!ts.isObjectLiteralExpression(node)) return [];
    const of = (name: string) =>
      node.properties.find(
        (one): one is ts.PropertyAssignment =>
          ts.isPropertyAssignment(one) &&
          (ts.isStringLiteral(one.name) || ts.isIdentifier(one.name)) &&
          one.name.text === name,
      )?.initializer;
    const [zh, en] = [of('zh-CN'), of('en')];
    if (!zh) return [];
    const at = `${file}:${line}`;
    const written = [zh, en].map((value) => (value ? writtenIn(value) : null));
    // Computed on both sides alike: a whole object, a function, a name of another table.
    if (en && written[0] === null && written[1] === null) return [];
    return [{ at, zh: written[0] ?? null, en: written[1] ?? null }];
  });
}

const readAttributes = ['title', 'label', 'aria-label', 'placeholder', 'alt', 'words', 'word', 'next'];

/** Words in markup, in attributes that are read out, and Chinese characters anywhere in the code. */
function literalsOf(file: string, text?: string): string[] {
  return nodesOf(file, parsedSource(file, text)).flatMap(({ node, line }) => {
    const inMarkup = ts.isJsxText(node) && /\p{L}{2}/u.test(node.text) && !isKey(node.parent);
    const inAttribute =
      ts.isJsxAttribute(node) &&
      readAttributes.includes(node.name.getText()) &&
      node.initializer !== undefined &&
      ts.isStringLiteral(node.initializer) &&
      /\p{L}{2}/u.test(node.initializer.text);
    const chinese = ts.isStringLiteralLike(node) && /[\u3400-\u9fff]/.test(node.text) && !ownNames.includes(node.text);
    if (inMarkup) return [`${file}:${line} ${node.text.trim()}`];
    if (inAttribute) return [`${file}:${line} ${node.initializer.text}`];
    return chinese ? [`${file}:${line} ${node.text}`] : [];
  });
}

/** Names of keys are what is printed on them. */
function isKey(node: ts.Node): boolean {
  return ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'kbd';
}
