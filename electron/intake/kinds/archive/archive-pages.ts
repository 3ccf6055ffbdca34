import type { Reason } from '../../../../shared/case/record.ts';
import { remove } from '../../../casefile/files/durable.ts';
import { runInChild } from '../../../casefile/processes/children.ts';
import { answered } from '../../answered.ts';
import type { FileContent, IntakeServices } from '../../intake-types.ts';
import { decoding } from '../../limits.ts';
import { textPages } from '../../text-pages.ts';
import type { FileAtHand } from '../file-kind.ts';
import { asTar } from './as-tar.ts';
import { unpackAnswerSchema, type UnpackAnswer, type UnpackRequest } from './unpack-words.ts';

/** Archives that are opened here. */
const ownTypes = new Set(['application/zip', 'application/x-tar', 'application/gzip']);
/** Archives that the computer's own tool opens. */
const toolTypes = new Set(['application/x-7z-compressed', 'application/vnd.rar']);

/** The list of what is in an archive, as pages. */
export async function archivePages(file: FileAtHand): Promise<FileContent> {
  if (ownTypes.has(file.mediaType)) return textPages('intake/kinds/archive/archive-child', file);
  const folder = file.services.caseFile.scratch();
  try {
    const tar = await asTar(file.path, folder, file.services.signal);
    if ('refused' in tar) {
      const reason: Reason = { code: 'pages-later', params: { type: file.mediaType } };
      file.ledger.note('make-pages', 'skipped', reason);
      return { facts: [], warnings: [tar.refused], pages: { as: 'none', reason }, images: [], size: null };
    }
    return await textPages(
      'intake/kinds/archive/archive-child',
      { ...file, path: tar.path },
      { facts: [], warnings: [], notes: tar.notes },
    );
  } finally {
    remove(folder);
  }
}

/** Whether the members of such a file can be taken out. */
export const isArchive = (mediaType: string): boolean => ownTypes.has(mediaType) || toolTypes.has(mediaType);

/**
 * Takes the members of a stored archive out, into a folder of the program's own.
 *
 * @returns a reason where none can be taken out
 * @throws the signal's reason when cancelled
 */
export async function takeOutMembers(
  { path, mediaType }: Readonly<{ path: string; mediaType: string }>,
  outFolder: string,
  { spawnChild, signal }: Pick<IntakeServices, 'spawnChild' | 'signal'>,
): Promise<UnpackAnswer | Reason> {
  const opened = ownTypes.has(mediaType) ? { path } : await asTar(path, outFolder, signal);
  if ('refused' in opened) return opened.refused;
  const request: UnpackRequest = { task: 'unpack', path: opened.path, outFolder };
  return answered(
    await runInChild(spawnChild, 'intake/kinds/archive/archive-child', request, decoding, signal),
    unpackAnswerSchema,
  );
}
