import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { PrintedPiece } from './reading/printed-papers.ts';
import { withoutBlanks } from './reading/printed-words.ts';
import type { Facts } from './reading/stored-facts.ts';
import { holdAgainst } from './hold.ts';
import type { Held } from './holding.ts';
import type { Built } from './kinds/kinds.ts';
import { typed, type StatementRoom } from './kinds/room.ts';
import { helpHeld } from './table/help-text.ts';

/** What was said of a bundle and a package; held against the records of the case, or against records that are false. */
export type HandedOver = Readonly<{ facts: Facts; held(facts: Facts): readonly Held[] }>;

/** A package as it lies in a folder: its files, what its own list says it is, and when its seal was stamped. */
export function packageIn(folder: string): NonNullable<Facts['handed']> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)));
  const edition = /^Fascicle-Edition: whole$/mu.test(readFileSync(join(folder, 'bag-info.txt'), 'utf8'))
    ? 'whole'
    : 'filing';
  const token = join(folder, 'seal/tagmanifest-sha256.tsr');
  return {
    ...{ files, edition, sealed: existsSync(token) ? stampedAt(token) : null },
    stamps: files.filter((file) => file.startsWith('custody/stamps/')).length,
    commands: commandsOf(folder),
    entries: Number(readFileSync(join(folder, 'custody/checkpoint.txt'), 'utf8').split('\n')[1]),
  };
}

/** When a token says that it was made, as openssl reads it: `2026-11-30 17:17:51 UTC`. */
function stampedAt(token: string): string {
  const run = spawnSync('openssl', ['ts', '-reply', '-token_in', '-in', token, '-text'], { encoding: 'utf8' });
  const at = Date.parse(/Time stamp: (.+)/u.exec(run.stdout)?.[1] ?? '');
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** What the commands of VERIFY.txt say of the package, run as they stand. */
function commandsOf(folder: string): string {
  const help = readFileSync(join(folder, 'VERIFY.txt'), 'utf8');
  const [, script = ''] = /----- begin -----\n(.*)----- end -----/su.exec(help) ?? [];
  const run = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
  return `${run.status}|${run.stdout.trim().split('\n').at(-1) ?? ''}`;
}

/** VERIFY.txt of a package: its prose, and what its commands say. */
export function helpOf(folder: string, { handed }: Facts): readonly Held[] {
  if (!handed) return [];
  const { sealed, commands, files } = handed;
  const of = { ...handed, seals: sealed === null ? 0 : 1 };
  const noBundle = files.some((file) => file.startsWith('data/bundle/')) ? '' : '; there is no bundle in it';
  const wanted =
    sealed === null
      ? `0|PASSED: files as the lists beside them say; nothing vouches for the lists, no time is proven; not checked here: custody log, stamps in custody/, what the PDF shows${noBundle}`
      : '3|INDETERMINATE: files as the lists say; set ROOT to check the time stamp';
  const is = commands === wanted ? 'borne-out' : 'contradicted';
  return [
    ...helpHeld(readFileSync(join(folder, 'VERIFY.txt'), 'utf8'), of),
    { paper: 'VERIFY.txt', statement: 'commands', rests: 'files and seal of the package', text: commands, is },
  ];
}

/** A package of the same case that a time-stamp authority has stamped as a whole, and what `verify` says of it. */
export async function sealedOf(room: StatementRoom, built: Built, facts: Facts): Promise<HandedOver> {
  const env = { FASCICLE_LANGUAGE: built.language };
  const folder = room.file(`sealed-${built.kind}-${built.language}`);
  const { url, anchorFile } = room.authority;
  const anchored = ['--anchor', anchorFile];
  await typed(room, ['export', built.caseFolder, '--out', folder, '--tsa', url, ...anchored], env);
  const { stdout } = await typed(room, ['verify', folder, ...anchored], env);
  const pieces = stdout.split('\n').flatMap((line): PrintedPiece[] => {
    const text = withoutBlanks(line).replace(/^[✓•!✗]/u, '');
    return text === '' ? [] : [{ paper: 'verify sealed', page: 0, exhibit: null, cells: [text] }];
  });
  return {
    facts: { ...facts, handed: packageIn(folder) },
    held: (of) => [...holdAgainst(pieces, of), ...helpOf(folder, of)],
  };
}

/** The edition for one's own people, with everything that was gathered and the whole log, after the log was stamped: what its VERIFY.txt says. */
export async function wholeOf(room: StatementRoom, built: Built, facts: Facts): Promise<HandedOver> {
  const env = { FASCICLE_LANGUAGE: built.language };
  const folder = room.file(`whole-${built.kind}-${built.language}`);
  const { url, anchorFile } = room.authority;
  await typed(room, ['timestamp', built.caseFolder, '--tsa', url, '--anchor', anchorFile], env);
  await typed(room, ['export', built.caseFolder, '--whole', '--out', folder], env);
  return { facts: { ...facts, handed: packageIn(folder) }, held: (of) => helpOf(folder, of) };
}
