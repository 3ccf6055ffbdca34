import { utf8 } from '../../../shared/canonical-json.ts';
import { sha256Of, type Sha256 } from '../../../shared/digest.ts';
import { disclosureText } from '../../../shared/package/disclosure-list.ts';
import { isSealed, packageFiles, type PackageEdition } from '../../../shared/package/layout.ts';
import { sumsText } from '../../../shared/seal/digest-list.ts';
import { newSha256 } from '../../casefile/files/node-sha256.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
import type { ZipSource } from './write-zip.ts';

/** The files of an item that may be handed over: its record, and its artifacts, the sealed ones only where all goes. */
export function filesOfItem(
  { record, recordSha256 }: ItemState,
  edition: PackageEdition = 'filing',
): readonly Readonly<{ name: string; sha256: Sha256 }>[] {
  return [
    { name: 'record.json', sha256: recordSha256 },
    ...record.artifacts
      .filter((artifact) => edition === 'whole' || !isSealed(artifact))
      .map(({ name, sha256 }) => ({ name: `files/${name}`, sha256 })),
  ];
}

/**
 * What one item's ZIP for a deposit holds: its record with facts and step ledger, its artifacts (screenshots, source,
 * text, headers; of an import the original), their hashes, and which files are not in it, and why. Only what was fixed at intake: what a service gives back
 * later does not change the ZIP that it was given.
 */
export function itemArchive(caseFile: ReadableCase, state: ItemState): readonly ZipSource[] {
  const files = filesOfItem(state);
  const { item } = state;
  const list = utf8(disclosureText([state], 'deposit'));
  const summed = [{ name: packageFiles.disclosure, sha256: sha256Of(newSha256, list) }, ...files];
  return [
    { name: `${item}/${packageFiles.disclosure}`, content: list },
    { name: `${item}/SHA256SUMS`, content: utf8(sumsText(summed)) },
    ...files.map(({ name, sha256 }) => ({ name: `${item}/${name}`, path: caseFile.objectPath(sha256), sha256 })),
  ];
}
