import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder } from '../../fixtures/fascicle.ts';

const root = resolve(import.meta.dirname, '../../..');
const ci = readFileSync(join(root, '.ci/run'), 'utf8');

/** The closing line of `.ci/run`, with these commands for its steps. */
function closing(...commands: readonly string[]): Readonly<{ line: string; status: number | null }> {
  const begin = ci.slice(ci.indexOf('passed=0'), ci.indexOf('git clone'));
  const end = ci.slice(ci.lastIndexOf('\necho\n'));
  const script = [begin, ...commands.map((command) => `step 'one' ${command}`), end].join('\n');
  const { stdout, status } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  return { line: stdout.trimEnd().split('\n').at(-1) ?? '', status };
}

describe.skipIf(process.platform === 'win32')('a suite that could not be tried', () => {
  test('is counted apart from those that passed', () => {
    expect(closing('true', 'true', "bash -c 'exit 77'")).toEqual({ line: '2 passed, 0 failed, 1 skipped', status: 0 });
    expect(closing('true', "bash -c 'exit 77'", "bash -c 'exit 1'")).toEqual({
      line: '1 passed, 1 failed, 1 skipped',
      status: 1,
    });
  });

  test('ends with 77: Electron without a display', () => {
    const env = { PATH: process.env['PATH'] ?? '' };
    const run = spawnSync(process.execPath, [join(root, 'test/electron/run.ts')], { encoding: 'utf8', env });
    expect(run.stdout).toContain('skipped: ');
    expect(run.status).toBe(process.platform === 'linux' ? 77 : run.status);
  });

  test('ends with 77: tests that are all skipped; not where one ran, or failed, or could not be loaded', () => {
    const vitest = join(createRequire(import.meta.url).resolve('vitest/package.json'), '..', 'vitest.mjs');
    const folder = freshFolder();
    const ending = (tests: string) => {
      writeFileSync(
        join(folder, 'a.test.ts'),
        `import { test } from ${JSON.stringify(join(vitest, '../dist/index.js'))};\n${tests}`,
      );
      const reporter = `--reporter=${join(root, 'test/fixtures/runner/skipped-reporter.ts')}`;
      return spawnSync(process.execPath, [vitest, 'run', '--root', folder, reporter], { encoding: 'utf8' }).status;
    };
    expect(ending('test.skip("a", () => {});')).toBe(77);
    expect(ending('test.skip("a", () => {}); test("b", () => {});')).toBe(0);
    expect(ending('test.skip("a", () => {}); test("b", () => { throw new Error(); });')).toBe(1);
    expect(ending('test.skip("a", () => {}); throw new Error();')).toBe(1);
  });

  test('is never ended as passed by a script of its own', () => {
    const scripts = readdirSync(join(root, 'test')).map((name) => join(root, 'test', name, 'run.ts'));
    for (const script of scripts) {
      let text = '';
      try {
        text = readFileSync(script, 'utf8');
      } catch {
        continue; // a folder without a script
      }
      expect(text, script).not.toMatch(/process\.exit\(0\)/);
      if (/skipped/i.test(text)) expect(text, script).toContain('skippedExit');
    }
  });
});
