import type { Artifact, ItemRecord } from '../../shared/case/record.ts';
import { carriers, isSealed } from '../../shared/package/layout.ts';
import { cleaned, holdsCredential } from '../../shared/redaction/credentials.ts';
import type { ReadableCase } from './case-handles.ts';

/** Longer files are not searched, and are taken to hold some. */
const longestSearched = 32 * 1024 * 1024;

/** Whether a file that could be handed over repeats a credential. Pictures, fonts and films have zero bytes early on. */
export function holdsCredentials(caseFile: ReadableCase, { role, bytes, sha256, mediaType }: Artifact): boolean {
  if (carriers[role] !== 'searched' || /^(?:image|video|audio|font)\/|^application\/(?:pdf|zip)/.test(mediaType))
    return false;
  if (bytes > longestSearched) return true;
  const content = Buffer.from(caseFile.readObject(sha256));
  return !content.subarray(0, 8_192).includes(0) && holdsCredential(content.toString('latin1'));
}

/**
 * Names of what a captured item would hand over with a credential in it: files, and `record.json` where an address does.
 * Newer captures seal all of it by themselves; of an older one it is found here.
 */
export function credentialsIn(caseFile: ReadableCase, record: ItemRecord): readonly string[] {
  if (record.kind !== 'capture') return [];
  const { artifacts, ...told } = record;
  return [
    ...(JSON.stringify(cleaned(told)) === JSON.stringify(told) ? [] : ['record.json']),
    ...artifacts.filter((one) => !isSealed(one) && holdsCredentials(caseFile, one)).map(({ name }) => name),
  ];
}
