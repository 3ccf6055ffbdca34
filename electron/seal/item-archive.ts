import { utf8 } from '../../shared/canonical-json.ts';
import type { Role } from '../../shared/case/record.ts';
import { sumsText } from '../../shared/seal/digest-list.ts';
import type { ItemState, ReadableCase } from '../casefile/case-handles.ts';
import type { ZipSource } from './write-zip.ts';

/**
 * Sealed: cookies and credentials are in them. The record lists them by hash, and nobody outside is handed them unasked;
 * what the servers sent goes out as the archive's disclosure copy, headers included.
 */
const withheld: readonly Role[] = ['wacz', 'netlog', 'headers', 'second-path'];

/**
 * What one item's ZIP for a deposit holds: its record with facts and step ledger, its artifacts (screenshots, source,
 * text, headers; of an import the original), and their hashes. Only what was fixed at intake: what a service gives back
 * later does not change the ZIP that it was given.
 */
export function itemArchive(kase: ReadableCase, { item, record, recordSha256 }: ItemState): readonly ZipSource[] {
  const files = [
    { name: 'record.json', sha256: recordSha256 },
    ...record.artifacts
      .filter(({ role }) => !withheld.includes(role))
      .map(({ name, sha256 }) => ({ name: `files/${name}`, sha256 })),
  ];
  return [
    { name: `${item}/SHA256SUMS`, content: utf8(sumsText(files)) },
    ...files.map(({ name, sha256 }) => ({ name: `${item}/${name}`, path: kase.objectPath(sha256), sha256 })),
  ];
}
