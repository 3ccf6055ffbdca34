import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { captureLines, captureSteps } from '../../../electron/capture/capture.ts';
import { openingLines } from '../../../electron/capture/open-run.ts';
import type { CaptureStep } from '../../../electron/capture/steps/step.ts';
import { pageActions } from '../../../shared/case/capture/page-actions.ts';
import { stepName } from '../../../shared/messages/names/step-names.ts';
import { nodesOf, root, sourceFiles } from '../../fixtures/oracles/source-tree.ts';

const folder = 'electron/capture/steps';

/** The names of lines that the code below a folder writes as literals: `….run('NAME', …)`, `….note('NAME', …)`. */
function written(...folders: string[]): Set<string> {
  const names = sourceFiles(...folders).flatMap((file) =>
    nodesOf(file).flatMap(({ node }) => {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
      if (!['run', 'note'].includes(node.expression.name.text)) return [];
      const [first, second] = node.arguments;
      const name = first && ts.isStringLiteral(first) ? first : second;
      return name && ts.isStringLiteral(name) && /ledger|held/.test(node.getText()) ? [name.text] : [];
    }),
  );
  return new Set(names);
}

/** Every step that a file of the folder exports. */
async function exported(): Promise<CaptureStep[]> {
  const files = readdirSync(join(root, folder)).filter((name) => name !== 'step.ts');
  const modules = await Promise.all(
    files.map((name) => import(join(root, folder, name)) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((one) => Object.values(one) as CaptureStep[]);
}

describe('the steps of a capture', () => {
  test('each that was written is in the list, once', async () => {
    const all = await exported();
    expect(all.length).toBeGreaterThan(15);
    expect(captureSteps.map(({ name }) => name).sort()).toEqual(all.map(({ name }) => name).sort());
    expect(new Set(captureSteps.map(({ name }) => name)).size).toBe(captureSteps.length);
  });

  test('a line of the operation log belongs to one step', () => {
    const lines = [openingLines, ...captureSteps.map((step) => step.lines)].flat();
    expect([...new Set(lines)]).toEqual(lines);
    expect([...captureLines].sort()).toEqual(lines.sort());
  });

  test('every line that the code writes is some step’s, and every line of a step is written', () => {
    const found = written('electron/capture', 'electron/intake');
    for (const action of pageActions) found.add(action); // written by the action’s own name
    const notOfCaptures = ['redact', 'region', 'stitch'];
    expect([...found].filter((name) => !captureLines.includes(name) && !notOfCaptures.includes(name))).toEqual([]);
    expect(captureLines.filter((name) => !found.has(name))).toEqual([]);
  });

  test('every line has words in both languages', () => {
    for (const name of captureLines) {
      expect(stepName(name, 'en')).not.toBe('');
      expect(stepName(name, 'zh-CN')).toMatch(/\p{Script=Han}/u);
    }
  });
});
