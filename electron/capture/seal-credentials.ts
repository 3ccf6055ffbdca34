import { canonicalBytes } from '../../shared/canonical-json.ts';
import type { Artifact, CaptureRecord } from '../../shared/case/record.ts';
import { cleaned } from '../../shared/redaction/credentials.ts';
import type { WritableCase } from '../casefile/case-handles.ts';
import { holdsCredentials } from '../casefile/holds-credentials.ts';

/**
 * A record as it may be handed over: no address in it holds what lets somebody in, the whole ones are kept sealed beside
 * it; and each file that repeats a credential is marked, so that it stays where it is. Nothing is altered in a file.
 */
export function sealCredentials(caseFile: WritableCase, record: CaptureRecord): CaptureRecord {
  const { artifacts, ...told } = record;
  const clean = cleaned(told);
  const { url, finalUrl, redirects } = told;
  const changed = JSON.stringify(clean) !== JSON.stringify(told);
  const whole: readonly Artifact[] = changed
    ? [
        {
          role: 'addresses',
          name: 'addresses.json',
          mediaType: 'application/json',
          ...caseFile.objects.putBytes(canonicalBytes({ v: 1, url, finalUrl, redirects })),
        },
      ]
    : [];
  const marked = artifacts.map((one): Artifact =>
    holdsCredentials(caseFile, one) ? { ...one, credentials: true } : one,
  );
  return { ...clean, artifacts: [...marked, ...whole] };
}
