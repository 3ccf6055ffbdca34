import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { root } from '../../fixtures/oracles/source-tree.ts';

/** How many times the rule about syntax, as it is configured for that file, speaks against the code. */
async function refused(file: string, code: string): Promise<number> {
  const { rules } = (await new ESLint({ cwd: root }).calculateConfigForFile(join(root, file))) as {
    rules: Record<string, Linter.RuleEntry>;
  };
  return new Linter().verify(code, [{ rules: { 'no-restricted-syntax': rules['no-restricted-syntax'] ?? 'off' } }])
    .length;
}

const files = ['shared/plan/problem.ts', 'electron/intake/facts.ts', 'renderer/features/items/items-screen.ts'];

describe('English words of ours in a place for a cause', () => {
  test.for([
    "const a = { why: 'it broke off' };",
    "const a = { detail: 'no address' };",
    'const a = { error: `no answer within ${ms} ms` };',
    "const a = { what: late ? 'too late' : code };",
    "const a = { why: error.code ?? 'broken coding' };",
    "refuse('the file is too large');",
    'fail(`no answer after ${ms} ms`);',
    "schema.refine(isSound, 'it has no parts');",
  ])('%s does not pass', async (code) => {
    for (const file of files) expect(await refused(file, code), file).toBe(1);
  });

  test.for([
    "const a = { why: because('no-case-db') };",
    "const a = { why: 'not-asked', detail: 'ENOTFOUND' };",
    'const a = { error: `ERR_${code}` };',
    "const a = { en: 'it broke off' };",
    "refuse('file-too-large');",
    "schema.refine(isSound, because('profile-parts'));",
  ])('%s passes', async (code) => {
    for (const file of files) expect(await refused(file, code), file).toBe(0);
  });
});
