import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { VerifyReport } from '../../../shared/verify/report.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { openCustodyRoom, type CustodyRoom } from '../../fixtures/custody-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

/** What one case gives out, made once: nobody writes into these, each mishap happens to a copy. */
export type MishapRoom = Readonly<{
  room: CustodyRoom;
  case: string;
  bundle: string;
  proof: string;
  /** Two packages as folders: the filing edition, sealed, and the whole one. */
  sealed: string;
  whole: string;
  /** The whole edition as the ZIP that the program writes. */
  zip: string;
}>;

export async function openMishapRoom(): Promise<MishapRoom> {
  const room = await openCustodyRoom();
  const path = await room.create('mishaps');
  const item = await room.capture(path, '/plain');
  writeFileSync(room.file('note.txt'), '青禾小贷经营正常。\r\n第二行。\r\n');
  await room.take(path, [room.file('note.txt')]);
  await room.receipt(path, item);
  await room.stamp(path);
  const { pdf } = await room.bundle(path);
  const proof = room.file('item.proof.json');
  await room.desk.call('proof.make', { case: path, item, since: null, out: proof });
  return {
    ...{ room, case: path, bundle: pdf, proof },
    sealed: await room.hand(path, 'sealed', 'filing', true),
    whole: await room.hand(path, 'whole', 'whole'),
    zip: await room.hand(path, 'whole.zip', 'whole'),
  };
}

/** A copy of a file or folder in a folder of its own, under the same name. */
export function copyOf(path: string, name = path.split('/').at(-1) ?? ''): string {
  const to = join(freshFolder(), name);
  cpSync(path, to, { recursive: true });
  return to;
}

/** A bundle with the two files beside it, in a folder of its own. */
export function bundleCopyOf(pdf: string): Readonly<{ pdf: string; sums: string; manifest: string }> {
  const to = freshFolder();
  const stem =
    pdf
      .split('/')
      .at(-1)
      ?.replace(/\.pdf$/, '') ?? '';
  for (const end of ['.pdf', '.sha256', '.manifest.json']) cpSync(join(dirname(pdf), stem + end), join(to, stem + end));
  return {
    pdf: join(to, `${stem}.pdf`),
    sums: join(to, `${stem}.sha256`),
    manifest: join(to, `${stem}.manifest.json`),
  };
}

/** Every file below a folder, by its path in it. */
export const pathsBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .sort();

export const edit = (path: string, change: (text: string) => string) =>
  writeFileSync(path, change(readFileSync(path, 'latin1')), 'latin1');

/** Another program's work in a folder; what is missing on this computer is told by `has`. */
export const ran = (program: string, args: readonly string[], cwd: string) =>
  void execFileSync(program, [...args], { cwd, stdio: 'pipe' });
export const hasProgram = (program: string) => spawnSync('which', [program]).status === 0;

/** All names in a folder, changed as a file system changes them. */
export function renameAll(folder: string, change: (name: string) => string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) renameAll(join(folder, entry.name), change);
    if (change(entry.name) !== entry.name) renameSync(join(folder, entry.name), join(folder, change(entry.name)));
  }
}

/** What was said: a verdict with its lines, or a refusal by its code. */
export type MishapSaid = Readonly<{
  verdict: VerifyReport['verdict'] | 'refused';
  content: VerifyReport['unaltered'] | '-';
  findings: readonly string[];
  words: string;
}>;

export async function saidOf(work: Promise<VerifyReport>): Promise<MishapSaid> {
  try {
    const { verdict, unaltered, checks } = await work;
    const told = checks.filter(({ finding }) => finding !== null);
    const findings = [...new Set(told.map(({ finding }) => finding ?? ''))];
    return { verdict, content: unaltered, findings, words: told.map(({ detail }) => detail).join('\n') };
  } catch (error) {
    if (!(error instanceof FascicleError)) throw error;
    return { verdict: 'refused', content: '-', findings: [], words: error.code };
  }
}

/** What Finder and Explorer leave in a folder. */
export function leaveLitter(folder: string): void {
  for (const name of ['.DS_Store', '._x', 'Thumbs.db', 'desktop.ini']) writeFileSync(join(folder, name), 'x');
}
