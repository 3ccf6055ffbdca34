import { storedText } from '../../casefile/files/stored-text.ts';
import { createHash } from 'node:crypto';
import { isAbsolute, join } from 'node:path';
import type { ChallengedCase } from '../../../shared/challenge/challenged-case.ts';
import { parsePayload } from '../../../shared/custody/payload.ts';
import { manifestSchema } from '../../../shared/verify/package/manifest.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { readRegular } from '../../casefile/files/regular-file.ts';

type Earlier = ChallengedCase['earlier'];

/**
 * Exhibits by their numbers in the newest filing and the newest compliance report of a case, by their manifests. One that
 * is gone, was changed or cannot be read says nothing.
 */
export function earlierNumbers(caseFile: ReadableCase): Earlier {
  const built = caseFile
    .entries()
    .filter(({ act }) => act === 'bundle-built')
    .flatMap(({ payload }) => {
      try {
        return [parsePayload('bundle-built', storedText(caseFile, payload))];
      } catch {
        return []; // verification names it
      }
    })
    .filter(({ draft, edition = 'filing' }) => !draft && edition === 'filing');
  const newest = [
    ['bundle', built.findLast(({ report }) => report === undefined)],
    ['report', built.findLast(({ report }) => report !== undefined)],
  ] as const;
  return newest.flatMap(([paper, one]) =>
    one ? exhibitsIn(caseFile.folder, one.manifest).map((exhibit) => ({ paper, ...exhibit })) : [],
  );
}

function exhibitsIn(
  folder: string,
  { path, sha256 }: Readonly<{ path: string; sha256: string }>,
): readonly Omit<Earlier[number], 'paper'>[] {
  try {
    const bytes = readRegular(isAbsolute(path) ? path : join(folder, path));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return [];
    const { exhibits, earlier = [] } = manifestSchema.parse(JSON.parse(bytes.toString('utf8')));
    return [...earlier, ...exhibits].map(({ number, item, title }) => ({ number, item, title }));
  } catch {
    return [];
  }
}
