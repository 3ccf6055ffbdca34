import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { because, causeOf } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { reissueOf, type ReissuedCatalogue } from '../../../shared/plan/reissue.ts';
import { longestManifest } from '../../../shared/verify/pdf/embedded-manifest.ts';
import { manifestSchema, type Manifest } from '../../../shared/verify/package/manifest.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { namesOfVolume } from '../../bundle/write/file-names.ts';
import { readRegular } from '../../casefile/files/regular-file.ts';
import { earlierNumbers } from '../challenge/earlier-numbers.ts';

/**
 * What a bundle filed before says for one that adds to it: its manifest, and those of its further volumes beside it; and the
 * numbers that a report has given since.
 * @param pdf the file that was filed, or its manifest
 * @throws {FascicleError} `earlier-unreadable`
 */
export function earlierBundle(pdf: string, caseFile: ReadableCase): ReissuedCatalogue {
  const stem = pdf.replace(/(\.pdf|\.manifest\.json)$/i, '');
  const file = `${stem}.manifest.json`;
  try {
    const { manifest, sha256 } = readManifest(file);
    if (manifest.case.id !== caseFile.caseId) throw new Error(because('of-another-case'));
    const manifests = [manifest];
    for (let n = 2; n <= (manifest.volume?.of ?? 1); n++) {
      if (manifest.volume?.n !== 1) break;
      const there = namesOfVolume(stem, n).filter((name) => existsSync(`${name}.manifest.json`));
      const found = there.map((name) => readManifest(`${name}.manifest.json`).manifest);
      // A file of another build may have been left beside it.
      const next = found.find(({ custody, volume }) => custody.hash === manifest.custody.hash && volume?.n === n);
      if (!next) throw new Error(because('volume-not-beside', { n }));
      manifests.push(next);
    }
    const reported = earlierNumbers(caseFile).filter(({ paper }) => paper === 'report');
    return reissueOf(manifests, sha256, new Map(reported.map(({ item, number }) => [item, number])));
  } catch (error) {
    throw new FascicleError('earlier-unreadable', { path: pdf, why: causeOf(error) }, error);
  }
}

function readManifest(file: string): Readonly<{ manifest: Manifest; sha256: string }> {
  if (statSync(file).size > longestManifest) throw new Error(because('too-large'));
  const bytes = readRegular(file, 'followed');
  return {
    manifest: manifestSchema.parse(JSON.parse(bytes.toString('utf8'))),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
