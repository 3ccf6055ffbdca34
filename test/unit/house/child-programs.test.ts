import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodesOf, root, sourceFiles } from '../../fixtures/oracles/source-tree.ts';

/** Names of programs of children that the code hands to a call, `intake/region/region-child`, each with its file. */
const named = sourceFiles('electron').flatMap((file) =>
  nodesOf(file).flatMap(({ node }) =>
    ts.isStringLiteral(node) && /^[a-z][\w/-]*-child$/.test(node.text) && node.text.includes('/') && isHandedOn(node)
      ? [{ file, name: node.text }]
      : [],
  ),
);

/** A name in a type, a list or a comparison starts nothing. */
function isHandedOn(node: ts.StringLiteral): boolean {
  return ts.isCallExpression(node.parent) && node.parent.arguments.includes(node);
}

test('every child that the code starts is a program that is there', () => {
  expect(named.length).toBeGreaterThan(15);
  const missing = named.filter(({ name }) => !existsSync(join(root, 'electron', `${name}.ts`)));
  expect(missing).toEqual([]);
});

test('every program of a child is started by somebody', () => {
  const started = new Set(named.map(({ name }) => `electron/${name}.ts`));
  const programs = sourceFiles('electron').filter((file) => file.endsWith('-child.ts'));
  expect(programs.length).toBeGreaterThan(15);
  expect(programs.filter((file) => !started.has(file))).toEqual([]);
});
