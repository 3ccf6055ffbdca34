import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrintedPiece } from './reading/printed-papers.ts';
import { withoutBlanks } from './reading/printed-words.ts';
import { holdAgainst, readBuilt } from './hold.ts';
import type { Held } from './holding.ts';
import type { Built } from './kinds/kinds.ts';
import { typed, type StatementRoom } from './kinds/room.ts';
import { filesNamed } from './table/verdicts.ts';

/** What `verify` says of a bundle and of a package that was exported with one, and the files that VERIFY.txt names. */
export async function heldHandedOver(room: StatementRoom, built: Built): Promise<readonly Held[]> {
  const env = { FASCICLE_LANGUAGE: built.language };
  const linesOf = async (paper: string, of: string) => {
    const { stdout } = await typed(room, ['verify', of], env);
    return stdout.split('\n').flatMap((line): PrintedPiece[] => {
      const text = withoutBlanks(line).replace(/^[✓•!✗]/u, '');
      return text === '' ? [] : [{ paper, page: 0, exhibit: null, cells: [text] }];
    });
  };
  const { facts } = readBuilt(built);
  const bundle = holdAgainst(await linesOf('verify bundle', built.pdf), facts);
  const profile = ['--profile', facts.manifest.profile, '--language', built.language === 'zh' ? 'zh-CN' : 'en'];
  await typed(room, ['bundle', built.caseFolder, ...profile], env);
  const folder = room.file(`package-${built.kind}-${built.language}`);
  await typed(room, ['export', built.caseFolder, '--out', folder], env);
  const packaged = holdAgainst(await linesOf('verify package', folder), facts);
  return [...bundle, ...packaged, ...namedFiles(folder)];
}

function namedFiles(folder: string): readonly Held[] {
  const named = filesNamed(readFileSync(join(folder, 'VERIFY.txt'), 'utf8'));
  const whole = existsSync(join(folder, 'custody', 'log.jsonl'));
  return named.map(({ path, always }): Held => {
    const there = existsSync(join(folder, path));
    const is = there || !always || whole ? 'borne-out' : 'contradicted';
    return { paper: 'VERIFY.txt', statement: 'file', rests: 'files of the package', text: path, is };
  });
}
