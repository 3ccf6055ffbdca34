import { createHash, randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import sharp from 'sharp';
import { zipSync, type Zippable } from 'fflate';
import { buildBundle } from '../../electron/bundle/build-bundle.ts';
import { bundledFonts, fallbackFonts } from '../../electron/capture/browser/fonts.ts';
import type { WritableCase } from '../../electron/casefile/case-handles.ts';
import { spawnChild } from '../fixtures/runner/spawn-child.ts';
import { askForToken } from '../../electron/seal/time/ask-for-token.ts';
import { exportPackage } from '../../electron/seal/packages/export-package.ts';
import { verifyPage } from '../../electron/setup/verify-page.mjs';
import { stampCase } from '../../electron/seal/time/stamp-case.ts';
import { verifyPackage } from '../../electron/verify/verify-package.ts';
import type { PackageEdition } from '../../shared/package/layout.ts';
import type { Artifact } from '../../shared/case/record.ts';
import { twoLines } from '../../shared/messages/verify/two-lines.ts';
import { codeOf } from '../fixtures/oracles/finding-codes.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import { asUsual } from '../fixtures/bundle-options.ts';
import { context, freshCase, someCapture } from '../fixtures/case-room.ts';
import type { Authority } from '../fixtures/pki/authority.ts';

const signal = new AbortController().signal;

const asking = (authority: Authority) => ({
  fetch: globalThis.fetch,
  random: randomBytes,
  anchors: [authority.root.certificate],
  signal,
  pauses: [],
});

/**
 * A case of two filed captures with cookies in their sealed parts, one excluded item, its log stamped, its bundle built.
 * @param stampedEarly stamped after the first item instead of after all
 */
export async function filedCase(authority: Authority, stampedEarly = false): Promise<WritableCase> {
  const caseFile = freshCase();
  for (const [n, colour] of ['#b1352a', '#23539c', '#777777'].entries()) {
    const now = new Date().toISOString();
    const record = { ...someCapture(caseFile, n === 2 ? '不提交的秘密' : `第 ${n} 项`), startedAt: now, endedAt: now };
    const create = { width: 320, height: 500, channels: 3 as const, background: colour };
    const tile: Artifact = {
      role: 'screenshot-tile',
      name: 'tile-0001.png',
      mediaType: 'image/png',
      ...caseFile.objects.putBytes(await sharp({ create }).png().toBuffer()),
      x: 0,
      y: 0,
      width: 320,
      height: 500,
    };
    const netlog: Artifact = {
      role: 'netlog',
      name: 'netlog.json',
      mediaType: 'application/json',
      ...caseFile.objects.putBytes(Buffer.from(`{"cookie":"秘密 ${n}"}`)),
    };
    const picture = { width: 320, height: 500, overlap: 32 };
    const { item } = caseFile.addItem({ ...record, artifacts: [tile, netlog, ...record.artifacts], picture });
    if (n === 0 && stampedEarly) await stampNow(caseFile, authority);
    if (n === 2) caseFile.logEvent('item-excluded', { item, reason: '与本案无关的秘密理由' }, item);
  }
  if (!stampedEarly) await stampNow(caseFile, authority);
  await buildBundle(caseFile, asUsual, {
    program: context.program,
    fontFiles: { ...bundledFonts(), fallbacks: fallbackFonts() },
    spawnChild,
    onExhibit: () => undefined,
    signal,
  });
  return caseFile;
}

export async function stampNow(caseFile: WritableCase, authority: Authority): Promise<void> {
  await stampCase(caseFile, [{ url: authority.url, policy: null }], asking(authority), Date.now());
}

/** Exports the case; with an authority, sealed by it. */
export async function exported(
  caseFile: WritableCase,
  name: string,
  authority: Authority | null = null,
  edition: PackageEdition = 'filing',
) {
  const out = resolve(mkdtempSync(join(tmpdir(), 'fascicle-package-')), name);
  return exportPackage(
    caseFile,
    out,
    { edition, passphrase: null },
    {
      program: 'fascicle 0.0.0',
      page: readFileSync(await verifyPage(resolve(import.meta.dirname, '../..'))),
      signal,
      onFile: () => undefined,
      ask: authority && ((digest) => askForToken(digest, [{ url: authority.url, policy: null }], asking(authority))),
    },
  );
}

/** The same package in a folder of its own, to be tampered with. */
export function packageCopy(folder: string): string {
  const to = join(mkdtempSync(join(tmpdir(), 'fascicle-tampered-')), 'package');
  cpSync(folder, to, { recursive: true });
  return to;
}

export type Said = Readonly<{
  verdict: VerifyReport['verdict'];
  time: VerifyReport['timeProven'];
  /** Codes of all that is not as it should be, each once. */
  codes: readonly string[];
  /** The two lines at the top. */
  heading: string;
  said: string;
}>;

/** What our own command says. */
export async function ours(path: string, authority: Authority): Promise<Said> {
  const report = await verifyPackage(path, 'en', [authority.root.certificate]);
  const { verdict, timeProven, checks } = report;
  const faults = checks.filter((check) => check.verdict !== 'PASSED');
  const heading = twoLines(report, 'en').join('\n');
  return {
    verdict,
    time: timeProven,
    codes: [...new Set(faults.map(({ detail }) => codeOf(detail, 'package')))].sort(),
    heading,
    said: faults.map(({ check, detail }) => `${check}: ${detail}`).join('\n'),
  };
}

/** What the lines of the good package's `VERIFY.txt` say: a recipient uses a copy that she got elsewhere. */
export function shell(path: string, lines: string, rootPem: string): VerifyReport['verdict'] {
  const { stdout } = spawnSync('bash', ['-c', lines], {
    cwd: path,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', ROOT: rootPem },
  });
  const said = /^(PASSED|FAILED|INDETERMINATE)/m.exec(stdout)?.[1];
  return (said ?? 'FAILED') as VerifyReport['verdict']; // one of the three, just matched
}

export function linesOfHelp(folder: string): string {
  const [, lines = ''] =
    /----- begin -----\n([\s\S]*?)----- end -----/.exec(readFileSync(join(folder, 'VERIFY.txt'), 'utf8')) ?? [];
  return lines;
}

/** Paths of all files below a folder. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)))
    .sort();
}

/** Writes both lists anew so that they agree with the files as they are: what a forger would do. */
export function forgeLists(folder: string): void {
  const hashOf = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
  const list = (name: string, belongs: (path: string) => boolean) =>
    writeFileSync(
      join(folder, name),
      filesIn(folder)
        .filter(belongs)
        .map((path) => `${hashOf(path)}  ${path}\n`)
        .join(''),
    );
  list('manifest-sha256.txt', (path) => path.startsWith('data/'));
  list('tagmanifest-sha256.txt', (path) => !/^(?:data|seal)\/|^tagmanifest/.test(path));
}

/** Flips one bit in the middle of a file. */
export function flip(folder: string, path: string): void {
  const bytes = readFileSync(join(folder, path));
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(join(folder, path), bytes);
}

/** The folder as a ZIP of another maker: `stored` as ours are, or compressed. */
export function zipped(
  folder: string,
  change: (files: Zippable) => Zippable = (files) => files,
  level: 0 | 6 = 0,
): string {
  const files: Zippable = Object.fromEntries(
    filesIn(folder).map((path) => [path, [readFileSync(join(folder, path)), { level }]]),
  );
  const to = `${folder}-${randomBytes(4).toString('hex')}.zip`;
  writeFileSync(to, zipSync(change(files)));
  return to;
}
