import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PrintedPiece } from './reading/printed-papers.ts';
import { withoutBlanks } from './reading/printed-words.ts';
import type { Facts } from './reading/stored-facts.ts';
import { holdAgainst } from './hold.ts';
import { readBuilt } from './reading/read-built.ts';
import type { Held } from './holding.ts';
import type { Built } from './kinds/kinds.ts';
import { typed, type StatementRoom } from './kinds/room.ts';
import { helpOf, packageIn, type HandedOver } from './sealed-package.ts';

/**
 * What `verify` says of a bundle and of a package that was exported with one, what `receive` says of the package,
 * VERIFY.txt, and where each file of the bundle's hash list is: in the package, or withheld in DISCLOSURE.txt.
 */
export async function handedOverOf(room: StatementRoom, built: Built): Promise<HandedOver> {
  const env = { FASCICLE_LANGUAGE: built.language };
  const linesOf = async (paper: string, ...words: readonly string[]) => {
    const { stdout } = await typed(room, words, env);
    return stdout.split('\n').flatMap((line): PrintedPiece[] => {
      const text = withoutBlanks(line).replace(/^[✓•!✗]/u, '');
      return text === '' ? [] : [{ paper, page: 0, exhibit: null, cells: [text] }];
    });
  };
  const { facts: read } = await readBuilt(built);
  const bundle = await linesOf('verify bundle', 'verify', built.pdf);
  const profile = ['--profile', read.manifest.profile, '--language', built.language === 'zh' ? 'zh-CN' : 'en'];
  await typed(room, ['bundle', built.caseFolder, ...profile], env);
  const folder = room.file(`package-${built.kind}-${built.language}`);
  await typed(room, ['export', built.caseFolder, '--out', folder], env);
  const pieces = [
    ...bundle,
    ...(await linesOf('verify package', 'verify', folder)),
    ...(await linesOf('receive', 'receive', folder, '--new', `${folder}.fascicle`, '--title', '收到的案件')),
  ];
  const facts = { ...read, handed: packageIn(folder) };
  return { facts, held: (of) => [...holdAgainst(pieces, of), ...helpOf(folder, of), ...whereFilesAre(folder, of)] };
}

/** Each file that the hash list has is either in the package with its hash, or named as withheld with it and a reason. */
function whereFilesAre(folder: string, { exhibits }: Facts): readonly Held[] {
  const disclosure = readFileSync(join(folder, 'DISCLOSURE.txt'), 'utf8').split('\n');
  const handed = new Set(filesIn(folder).map((file) => createHash('sha256').update(readFileSync(file)).digest('hex')));
  const withheld = (name: string, sha256: string): boolean => {
    const at = disclosure.indexOf(`      SHA-256 ${sha256}`);
    const [file = '', reason = '', inEnglish = ''] = disclosure.slice(Math.max(0, at - 3), at);
    return (
      at >= 0 && file.startsWith(`    ${name}  `) && /\p{Script=Han}/u.test(reason) && /^ {6}[A-Za-z]/.test(inEnglish)
    );
  };
  return exhibits.flatMap(({ record, recordSha256, attachments }) =>
    [...record.artifacts, { name: 'record.json', sha256: recordSha256 }, ...attachments.map(({ file }) => file)].map(
      ({ name, sha256 }): Held => {
        const is = handed.has(sha256) !== withheld(name, sha256) ? 'borne-out' : 'contradicted';
        const rests = 'artifacts, attachments, files of the package';
        return { paper: 'DISCLOSURE.txt', statement: 'listed-file', rests, text: `${name} ${sha256}`, is };
      },
    ),
  );
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
