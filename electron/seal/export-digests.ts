import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { WorkbenchEvent } from '../../shared/contract.ts';
import type { Sha256 } from '../../shared/digest.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { digestList, sumsText, type ListedItem } from '../../shared/seal/digest-list.ts';
import type { WritableCase } from '../casefile/case-handles.ts';
import { durableFile, writeAll } from './durable-file.ts';
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
}>;

export type DigestServices = Readonly<{ signal: AbortSignal; onEvent(event: WorkbenchEvent): void }>;

/**
 * Writes what anybody can deposit with a preservation service from the first night: the list of all hashes, and one
 * ZIP per item. The same state of the case gives the same bytes. Files of an earlier export are replaced, each at once.
 *
 * @param outFolder made where it is missing
 * @throws {FascicleError} `digests-inside-case` | `digests-unwritable` | `object-missing` | `object-damaged`
 */
export async function exportDigests(
  kase: WritableCase,
  outFolder: string,
  { signal, onEvent }: DigestServices,
): Promise<ExportedDigests> {
  const folder = prepareFolder(kase.folder, outFolder);
  const items = kase.items();
  const listed: ListedItem[] = [];
  for (const state of items) {
    onEvent({ event: 'progress', stage: 'digests', subject: state.item, done: listed.length, of: items.length });
    const name = `${state.item}.zip`;
    const archive = { name, ...(await writeZip(join(folder, name), itemArchive(kase, state), signal)) };
    const recordFile = {
      name: 'record.json',
      bytes: statSync(kase.objectPath(state.recordSha256)).size,
      sha256: state.recordSha256,
    };
    listed.push({ item: state.item, record: state.record, attachments: state.attachments, recordFile, archive });
  }
  const archives = listed.map(({ item, archive }) => ({
    item,
    path: join(folder, archive.name),
    sha256: archive.sha256,
    bytes: archive.bytes,
  }));
  const list = await writeText(join(folder, 'digests.csv'), digestList(listed, kase.facts().language));
  const inFolder = [list, ...archives].map(({ path, sha256 }) => ({ name: basename(path), sha256 }));
  const sums = await writeText(join(folder, 'digests.sha256'), sumsText(inFolder));
  kase.act('digests-exported', {
    list: list.sha256,
    archives: archives.map(({ item, sha256 }) => ({ item, sha256 })),
  });
  return { list, sums, archives };
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
