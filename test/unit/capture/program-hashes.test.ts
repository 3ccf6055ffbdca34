import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { browserChecks } from '../../../electron/capture/environment/browser-checks.ts';
import * as inSources from '../../../electron/capture/environment/program-hashes.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { as } from '../../fixtures/fake.ts';

const program = { name: 'fascicle', version: '0.0.0' };
const namesIn = ({ ProgramHashes, programChecks }: typeof inSources) => {
  const raw = programChecks(program, new ProgramHashes())[0]?.raw as { files: { name: string; sha256: string }[] };
  return raw.files.map(({ name }) => name);
};

describe('the record of the program’s own files', () => {
  test('names its sources in a checkout', () => {
    const names = namesIn(inSources);
    expect(names).toContain('electron/capture/environment/program-hashes.ts');
    expect(names).toContain('electron/intake/kinds/mail/mail-child.ts');
  });

  test('names everything that it was built into elsewhere, its processes among it', async () => {
    const folder = freshFolder();
    const entry = resolve(import.meta.dirname, '../../../electron/capture/environment/program-hashes.ts');
    const outfile = join(folder, 'main.mjs');
    await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
    mkdirSync(join(folder, 'children', 'intake'), { recursive: true });
    writeFileSync(join(folder, 'children', 'intake', 'ocr-child.mjs'), '');
    writeFileSync(join(folder, 'preload.cjs'), '');
    writeFileSync(join(folder, 'verify.html'), '');
    const built = (await import(pathToFileURL(outfile).href)) as typeof inSources;
    expect(namesIn(built)).toEqual(['children/intake/ocr-child.mjs', 'main.mjs', 'preload.cjs']);
  });
});

describe('the browser of a package', () => {
  const checkOf = (packagedSha256: string | null) => {
    const hashes = as<inSources.ProgramHashes>({ of: () => 'a'.repeat(64) });
    const started = {
      program: '/browser/chrome',
      packagedSha256,
      commandLine: [],
      sandboxed: true,
      emptyProfile: true,
    };
    const facts = as<Parameters<typeof browserChecks>[0]>({
      started: as<Parameters<typeof browserChecks>[0]['started']>(started),
      product: 'Chromium 1',
      session: null,
      cookiesAtStart: 0,
      extensionTargets: [],
      screen: null,
    });
    const view = { width: 800, height: 600, scale: 1, device: 'desktop' } as const;
    return browserChecks(facts, hashes, as<Parameters<typeof browserChecks>[2]>(view), null)[0];
  };

  test.each([
    ['is its listed file', 'a'.repeat(64), 'ok', `Chromium 1, ${'a'.repeat(64)}`],
    ['is the system’s', null, 'ok', `Chromium 1, ${'a'.repeat(64)}`],
    [
      'is another than its listed file, and that is noted',
      'b'.repeat(64),
      'noted',
      `Chromium 1, ${'a'.repeat(64)}; the package lists ${'b'.repeat(64)}`,
    ],
  ])('%s', (_what, listed, outcome, detail) => {
    expect(checkOf(listed)).toMatchObject({ check: 'browser', outcome, detail });
  });
});
