import type { Artifact, ItemRecord } from '../../shared/case/record.ts';
import { carriers, isSealed } from '../../shared/package/layout.ts';
import { bytesAsText } from '../../shared/redaction/bytes-as-text.ts';
import { cleaned, holdsCredential, amongWords, type IsShown } from '../../shared/redaction/credentials.ts';
import type { ReadableCase, StoredObjects } from './case-handles.ts';

/** Longer files are not searched, and are taken to hold some. */
export const longestSearched = 32 * 1024 * 1024;

/** Pictures, films, fonts, PDF and ZIP files are no texts. */
export const canHoldText = ({ mediaType }: Pick<Artifact, 'mediaType'>): boolean =>
  !/^(?:image|video|audio|font)\/|^application\/(?:pdf|zip)/.test(mediaType);

/** Whether a file that could be handed over repeats a credential. */
function holdsCredentials(caseFile: ReadableCase, artifact: Artifact, isShown: IsShown): boolean {
  if (carriers[artifact.role] !== 'searched' || !canHoldText(artifact)) return false;
  if (artifact.bytes > longestSearched) return true;
  const held = bytesAsText(caseFile.readObject(artifact.sha256));
  return held !== null && holdsCredential(held.text, isShown);
}

/** What the stored text of an item shows to everybody. */
export function shownBy(objects: Pick<StoredObjects, 'readObject'>, { artifacts }: ItemRecord): IsShown {
  const text = artifacts.find(({ role }) => role === 'text');
  return text ? amongWords(Buffer.from(objects.readObject(text.sha256)).toString('utf8')) : () => false;
}

/**
 * Names of what a captured item would hand over with a credential in it: files, and `record.json` where an address does.
 * Newer captures seal all of it by themselves; of an older one it is found here.
 */
export function credentialsIn(caseFile: ReadableCase, record: ItemRecord): readonly string[] {
  if (record.kind !== 'capture') return [];
  const { artifacts, ...told } = record;
  const isShown = shownBy(caseFile, record);
  return [
    ...(JSON.stringify(cleaned(told)) === JSON.stringify(told) ? [] : ['record.json']),
    ...artifacts.filter((one) => !isSealed(one) && holdsCredentials(caseFile, one, isShown)).map(({ name }) => name),
  ];
}
