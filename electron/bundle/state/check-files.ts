import { problem, type Problem } from '../../../shared/plan/problem.ts';
import { hashIfReadable } from '../../casefile/files/hash-file.ts';
import type { BundleModel } from '../model.ts';

/**
 * Hashes anew every file that the hash list names and the writer does not read itself (it hashes pictures and documents
 * while it copies them): no bundle names a hash that the case's own file no longer has.
 *
 * @throws the signal's reason when cancelled
 */
export async function changedFiles(
  { exhibits, pictures, language }: BundleModel,
  pathOf: (sha256: string) => string,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { number, record, recordSha256, attachments, machineRead } of exhibits) {
    await new Promise(setImmediate); // lets a cancel come through
    const files = [
      ...record.artifacts.filter(({ sha256 }) => !pictures.of(sha256)),
      { name: 'record.json', sha256: recordSha256 },
      ...attachments.map(({ file }) => file),
      ...(machineRead ? [machineRead] : []),
    ];
    for (const { name, sha256 } of files) {
      signal.throwIfAborted();
      if (seen.has(sha256)) continue;
      seen.add(sha256);
      const found = hashIfReadable(pathOf(sha256));
      if (found === null) problems.push(problem('file-missing', number, language, { name, sha256 }));
      else if (found !== sha256) problems.push(problem('hash-differs', number, language, { name, found, sha256 }));
    }
  }
  return problems;
}
