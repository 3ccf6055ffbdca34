import type { CaseLanguage } from '../../../shared/language.ts';
import { problem, type Problem } from '../../../shared/plan/problem.ts';
import { hashIfReadable } from '../../casefile/files/hash-file.ts';
import type { BundleModel } from '../model.ts';

type NamedFile = Readonly<{ number: string; name: string; sha256: string }>;

/**
 * Every file that the hash list names and the writer does not read itself (it hashes pictures and documents while it copies
 * them), each once, with the exhibit that names it first.
 */
export function filesToHash({ exhibits, pictures }: BundleModel): readonly NamedFile[] {
  const found = new Map<string, NamedFile>();
  for (const { number, record, recordSha256, attachments, machineRead } of exhibits) {
    const files = [
      ...record.artifacts.filter(({ sha256 }) => !pictures.of(sha256)),
      { name: 'record.json', sha256: recordSha256 },
      ...attachments.map(({ file }) => file),
      ...(machineRead ? [machineRead] : []),
    ];
    for (const { name, sha256 } of files) if (!found.has(sha256)) found.set(sha256, { number, name, sha256 });
  }
  return [...found.values()];
}

/**
 * Hashes these files anew: no bundle names a hash that the case's own file no longer has.
 *
 * @param hashed what a child has already found of each (null: not readable), or null where they are hashed here
 * @throws the signal's reason when cancelled
 */
export async function changedFiles(
  files: readonly NamedFile[],
  hashed: readonly (string | null)[] | null,
  pathOf: (sha256: string) => string,
  language: CaseLanguage,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  let exhibit = '';
  for (const [at, { number, name, sha256 }] of files.entries()) {
    if (number !== exhibit) await new Promise(setImmediate); // lets a cancel come through
    exhibit = number;
    signal.throwIfAborted();
    const found = hashed ? (hashed[at] ?? null) : hashIfReadable(pathOf(sha256));
    if (found === null) problems.push(problem('file-missing', number, language, { name, sha256 }));
    else if (found !== sha256) problems.push(problem('hash-differs', number, language, { name, found, sha256 }));
  }
  return problems;
}
