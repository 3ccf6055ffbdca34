import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { WorkbenchEvent } from '../../../shared/contract.ts';
import type { Sha256 } from '../../../shared/digest.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { digestList, sumsText, type ListedItem } from '../../../shared/seal/digest-list.ts';
import type { ItemState, WritableCase } from '../../casefile/case-handles.ts';
import { credentialsIn } from '../../casefile/holds-credentials.ts';
import { credentialsCarried, learntCredentials } from '../../casefile/learnt-credentials.ts';
import { findLeaks } from '../../casefile/leaks/find-leaks.ts';
import { redactedWordsOf, wordsTakenOut } from '../../casefile/redacted-words.ts';
import { sealedParents } from '../../casefile/sealed-parents.ts';
import { durableFile, writeAll } from '../durable-file.ts';
import { itemArchive } from './item-archive.ts';
import { isInsideCase, makeFolder } from './out-folder.ts';
import { writeZip } from './write-zip.ts';

type DigestFile = Readonly<{ path: string; sha256: Sha256 }>;
export type ExportedDigests = Readonly<{
  /** `digests.csv`, for people and deposit services. */
  list: DigestFile;
  /** `digests.sha256`, which `sha256sum -c` reads: the list and every archive beside it. */
  sums: DigestFile;
  archives: readonly Readonly<{ item: string; path: string; sha256: Sha256; bytes: number }>[];
  /**
   * Originals of redacted copies, items with a file that says redacted words, and older captures with a credential in a
   * file: their hashes are in the list, a ZIP of them is not written.
   */
  withheld: readonly string[];
  /** Files in the ZIPs that hold a credential which a capture of the case learnt: a PDF, a ZIP, a mail that was imported. */
  carried: readonly string[];
}>;

export type DigestServices = Readonly<{ signal: AbortSignal; onEvent(event: WorkbenchEvent): void }>;

/**
 * Writes what anybody can deposit with a preservation service from the first night: the list of all hashes, and one
 * ZIP per item. The same state of the case gives the same bytes. Files of an earlier export are replaced, each at once.
 * Of the sealed original of a redacted copy only the hashes go out, and no cell of the list says words that were taken out.
 *
 * @param outFolder made where it is missing
 * @throws {FascicleError} `digests-inside-case` | `digests-unwritable` | `object-missing` | `object-damaged`
 */
export async function exportDigests(
  caseFile: WritableCase,
  outFolder: string,
  { signal, onEvent }: DigestServices,
): Promise<ExportedDigests> {
  const folder = prepareFolder(caseFile.folder, outFolder);
  const items = caseFile.items();
  const sealed = sealedParents(caseFile, items);
  const takenOut = wordsTakenOut(caseFile, items);
  const values = learntCredentials(caseFile, items);
  const carried: string[] = [];
  const listed: ListedItem[] = [];
  for (const state of items) {
    onEvent({ event: 'progress', stage: 'digests', subject: state.item, done: listed.length, of: items.length });
    const name = `${state.item}.zip`;
    const isSealed = sealed.get(state.item)?.reason === null;
    const archive =
      isSealed ||
      credentialsIn(caseFile, state.record).length > 0 ||
      (await saysTakenOut(caseFile, state, takenOut, signal))
        ? null
        : { name, ...(await writeZip(join(folder, name), itemArchive(caseFile, state), signal)) };
    if (archive)
      carried.push(
        ...(await credentialsCarried(caseFile, state, values, signal)).map(
          (one) => `${name}!/${state.item}/files/${one}`,
        ),
      );
    const recordFile = {
      name: 'record.json',
      bytes: statSync(caseFile.objectPath(state.recordSha256)).size,
      sha256: state.recordSha256,
    };
    listed.push({ item: state.item, record: state.record, attachments: state.attachments, recordFile, archive });
  }
  const archives = listed.flatMap(({ item, archive }) =>
    archive ? [{ item, path: join(folder, archive.name), sha256: archive.sha256, bytes: archive.bytes }] : [],
  );
  const rows = digestList(listed, caseFile.facts().language, takenOut);
  const list = await writeText(join(folder, 'digests.csv'), rows);
  const inFolder = [list, ...archives].map(({ path, sha256 }) => ({ name: basename(path), sha256 }));
  const sums = await writeText(join(folder, 'digests.sha256'), sumsText(inFolder));
  caseFile.logEvent('digests-exported', {
    list: list.sha256,
    archives: archives.map(({ item, sha256 }) => ({ item, sha256 })),
  });
  const withheld = listed.flatMap(({ item, archive }) => (archive ? [] : [item]));
  return { list, sums, archives, withheld, carried };
}

/**
 * Whether a ZIP of an item would say words that a redaction took out, of this item or another. Of an original that was
 * taken back, or where somebody answered for the words wherever they are, it may; a copy never says its own.
 */
async function saysTakenOut(
  caseFile: WritableCase,
  state: ItemState,
  words: readonly string[],
  signal: AbortSignal,
): Promise<boolean> {
  const isAnswered = caseFile
    .plan()
    .accepted.some(({ code, where }) => code === 'redacted-words-left' && where === null);
  const isTakenBack = sealedParents(caseFile).has(state.item);
  const wanted = isAnswered || isTakenBack ? redactedWordsOf(caseFile, state.record) : words;
  const { found } = await findLeaks(itemArchive(caseFile, state), wanted, signal);
  return found.length > 0;
}

function prepareFolder(caseFolder: string, outFolder: string): string {
  const folder = resolve(outFolder);
  if (isInsideCase(caseFolder, folder)) throw new FascicleError('digests-inside-case', { path: folder });
  makeFolder(folder);
  return folder;
}

async function writeText(path: string, text: string): Promise<DigestFile> {
  const bytes = Buffer.from(text, 'utf8');
  await durableFile(path, (file) => writeAll(file, bytes, 0));
  return { path, sha256: createHash('sha256').update(bytes).digest('hex') };
}
