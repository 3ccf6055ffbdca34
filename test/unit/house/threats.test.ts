import { expect, test } from 'vitest';
import { threats } from '../../tamper/threats.ts';
import { nodesOf } from '../../fixtures/oracles/source-tree.ts';
import ts from 'typescript';

/** Texts that a test file compares with or expects, word by word. */
function textsIn(file: string): readonly string[] {
  return nodesOf(file).flatMap(({ node }) =>
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) ? node.text.split(' ') : [],
  );
}

test('where the threat list names the code of a finding, the tests of that row ask for it', () => {
  const named = threats.flatMap((threat) => {
    const code = /\(([a-z]+(?:-[a-z]+)+)\)$/.exec(threat.yields)?.[1];
    return code === undefined ? [] : [{ code, file: `test/${threat.file}.test.ts` }];
  });
  expect(named.length).toBeGreaterThan(25);
  for (const { code, file } of named) expect([file, textsIn(file)]).toEqual([file, expect.arrayContaining([code])]);
});

test('a finding is never asked for as one of several', () => {
  for (const file of new Set(threats.map((threat) => `test/${threat.file}.test.ts`)))
    for (const { node, line } of nodesOf(file))
      if (
        ts.isRegularExpressionLiteral(node) &&
        ts.isCallExpression(node.parent) &&
        /\|[^)\]]*(chain|differs|changed)/.test(node.text)
      )
        expect.unreachable(`${file}:${line} ${node.text}`);
});
