import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forbiddenIn, glossary } from '../../fixtures/oracles/glossary.ts';

const root = resolve(import.meta.dirname, '../../..');
const pages = ['.', 'docs', 'docs/adr', '.github', 'shared', 'electron', 'renderer', 'resources', 'test']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.md') && !/(?:GLOSSARY|THIRD-PARTY-NOTICES|commands(?:\.zh-CN)?)\.md$/.test(path));
const forbidden = glossary().flatMap((concept) => concept.forbidden);

/** What a person reads as words: without code, in blocks and in lines. */
const wordsOf = (path: string) =>
  readFileSync(join(root, path), 'utf8')
    .replaceAll('There', 'there')
    .replace(/^```[\s\S]*?^```$|`[^`]+`|\s+/gm, ' ');

describe('the documents of this repository', () => {
  test.each(pages)('%s uses the words of the glossary', (path) => {
    const language = path.endsWith('.zh-CN.md') ? 'zh-CN' : 'en';
    expect(forbiddenIn(wordsOf(path), language, forbidden)).toEqual([]);
  });

  test.each(pages)('%s leads to files that exist', (path) => {
    const links = [...readFileSync(join(root, path), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to ?? '');
    const local = links.filter((to) => !/^(?:https?:|mailto:|#)/.test(to)).map((to) => to.replace(/#.*$/, ''));
    expect(local.filter((to) => !existsSync(join(root, path, '..', to)))).toEqual([]);
  });
});
