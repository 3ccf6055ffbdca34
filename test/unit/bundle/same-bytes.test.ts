import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/**
 * SHA-256 of the fixed case's bundle and manifest. A change here means that **every bundle's bytes change**: a case that
 * was filed can no longer be built again to the byte by this version. Where that is meant (a new part, another layout, a
 * new font), renew them with `node test/fixtures/children/fixed-bundle.ts`, say so in the commit, and look at the pages.
 *
 * The bytes depend on this program's code, on the fonts (`@expo-google-fonts/*`), on HarfBuzz (`subset-font`) and on
 * `fflate`, which packs the streams; all are pinned exactly. They depend on no zlib and no sharp: pictures are copied, and
 * those of the fixed case are stored unpacked.
 */
const golden = {
  sha256: 'bd41c1d93986004465b4e49ec769e3c13db50cdae32cd53923c6f7a440030168',
  manifestSha256: '97c51c02aa06fbea9f53ba2fafd4986033e9cde0b4723dab863a460c4ead4b8a',
};

/** Machines as different as one can be told to be: zone, language of the system, temp folder, caller's folder. */
const machines = [
  { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
];

type Built = typeof golden &
  Readonly<{ pages: number; pdf: string; conformance: string; zone: number; locale: string }>;

async function buildOn(machine: (typeof machines)[number]): Promise<Built> {
  const temp = mkdtempSync(join(tmpdir(), `fascicle ${machine.LANG} 路径-`));
  const child = resolve(import.meta.dirname, '../../fixtures/children/fixed-bundle.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [child], {
    cwd: temp,
    env: { ...process.env, ...machine, TMPDIR: temp },
  });
  return JSON.parse(stdout) as Built;
}

test('the same case gives the same bytes in every zone, language and folder, now and ever after', async () => {
  const built = await Promise.all(machines.map(buildOn));
  expect(new Set(built.map(({ zone }) => zone)).size, 'the zones took effect').toBe(machines.length);
  expect(
    built.map(({ locale }) => locale.slice(0, 2)),
    'the languages took effect',
  ).toEqual(['en', 'zh', 'tr']);
  expect(new Set(built.map(({ pdf }) => pdf)).size, 'the folders are different').toBe(machines.length);
  for (const { sha256, manifestSha256, conformance } of built) {
    expect(conformance).toBe('PDF/A-3b');
    expect({ sha256, manifestSha256 }).toEqual(golden);
  }
});
