import { join } from 'node:path';
import { because, inOwnWords } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { CaseLanguage } from '../../../shared/language.ts';
import type { Cause, OwnWords } from '../../../shared/text.ts';
import { describeReason } from '../../../shared/messages/reasons/reasons.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { ItemState, WritableCase } from '../../casefile/case-handles.ts';
import { remove } from '../../casefile/files/durable.ts';
import { isLeaving } from '../../intake/folder/files-named.ts';
import type { FileOnDisk } from '../../intake/folder/name-on-disk.ts';
import type { ImportOptions } from '../../intake/import-file.ts';
import type { IntakeServices } from '../../intake/intake-types.ts';
import { isArchive, takeOutMembers } from '../../intake/kinds/archive/archive-pages.ts';
import { mostOfArchive } from '../../intake/kinds/archive/limits.ts';
import { nameAlone } from '../../intake/kinds/archive/member-names.ts';

/** How deep archives within archives are opened. */
const mostDepth = 3;

/** What becomes of a member: imported as an item, refused, or left out because a system left it there. */
export type MemberEnds = Readonly<{
  /** @returns the item; null where it was refused, which has been said then */
  take(
    shown: string,
    at: FileOnDisk,
    member: NonNullable<ImportOptions['member']>,
    done: (state: ItemState) => Promise<void>,
  ): Promise<unknown>;
  refuse(shown: string, why: FascicleError): void;
  leave(shown: string): void;
}>;

/** An archive that was imported; what may still be taken out of the one that it lies in, archives in it together. */
type OpenedArchive = Readonly<{
  shown: string;
  state: ItemState;
  depth?: number;
  left?: { members: number; bytes: number };
}>;

/**
 * Imports what is in an archive that was imported, archives in it too. Each member is told: imported, refused with why, or left
 * out. Members are written under names of the program's own; what an archive calls them is only shown.
 */
export async function importMembers(
  caseFile: WritableCase,
  { shown, state, depth = 0, left = { members: mostOfArchive.imported, bytes: mostOfArchive.unpacked } }: OpenedArchive,
  ends: MemberEnds,
  services: Pick<IntakeServices, 'spawnChild' | 'signal'> & Readonly<{ language: CaseLanguage }>,
): Promise<void> {
  const { record, item } = state;
  const original = record.artifacts.find(({ role }) => role === 'original');
  if (record.kind !== 'import' || !original || !isArchive(original.mediaType)) return;
  const refuse = (path: string, why: Cause | OwnWords) =>
    ends.refuse(path, new FascicleError('members-not-imported', { path: visibleText(path), why }));
  if (depth >= mostDepth) {
    refuse(shown, because('archives-too-deep'));
    return;
  }
  const folder = caseFile.scratch();
  try {
    const stored = { path: caseFile.objectPath(original.sha256), mediaType: original.mediaType };
    const opened = await takeOutMembers(stored, folder, services);
    if ('code' in opened) {
      refuse(shown, inOwnWords(describeReason(opened, services.language)));
      return;
    }
    let beyond = opened.beyond;
    for (const { name, content } of opened.members) {
      const own = nameAlone(name) || record.fileName.replace(/\.(?:gz|tgz)$/i, '');
      const path = `${shown} › ${name || own}`;
      if (isLeaving(name)) ends.leave(path);
      else if (typeof content === 'string')
        ends.refuse(path, new FascicleError('not-in-import', { path: visibleText(path), why: because(whys[content]) }));
      else if (left.members === 0 || left.bytes < content.bytes) beyond += 1;
      else {
        left.members -= 1;
        left.bytes -= content.bytes;
        const at = { path: join(folder, content.file), name: own, judged: null };
        await ends.take(path, at, { archive: item, path: name || own }, (inner) =>
          importMembers(caseFile, { shown: path, state: inner, depth: depth + 1, left }, ends, services),
        );
        remove(join(folder, content.file));
      }
    }
    if (beyond > 0) refuse(shown, because('members-beyond', { count: beyond }));
  } finally {
    remove(folder);
  }
}

const whys = {
  encrypted: 'member-encrypted',
  packing: 'member-packing',
  headers: 'member-headers',
  link: 'member-link',
  special: 'member-special',
  'too-large': 'member-too-large',
  damaged: 'member-damaged',
} as const;
