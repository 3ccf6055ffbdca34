import { visibleText } from '../../../../shared/visible-text.ts';
import { judgeCharset } from '../../charset/judge-charset.ts';
import type { ArchiveMember } from './archive-member.ts';

export type MemberNames = Readonly<{
  names: readonly string[];
  /** Of links, what they name; empty for all others. */
  targets: readonly string[];
  /** What the names were read as; null where that is no guess. */
  charset: string | null;
}>;

/**
 * The names as they are to be read. An archive of one computer has names of one charset: all of those that it does not
 * declare are judged together, since one name alone is too short.
 */
export function memberNames(members: readonly ArchiveMember[]): MemberNames {
  const undeclared = members.filter(({ utf8 }) => !utf8).map(({ name }) => name);
  const joined = Buffer.concat(undeclared.flatMap((name) => [name, Buffer.from('\n')]));
  const { charset, how } = judgeCharset(joined);
  const decoder = how === 'judged' ? new TextDecoder(charset) : new TextDecoder();
  const read = (utf8: boolean, bytes: Buffer) => visibleText((utf8 ? new TextDecoder() : decoder).decode(bytes));
  return {
    names: members.map(({ name, utf8 }) => read(utf8, name)),
    targets: members.map(({ target, utf8 }) => (target === null ? '' : read(utf8, target))),
    charset: how === 'judged' ? charset.toUpperCase() : null,
  };
}

/** The file's own name within the path that it has in the archive; no part of that path is ever used as one. */
export const nameAlone = (path: string): string => path.split(/[\\/]/).findLast((part) => part !== '') ?? '';

/** Whether a path would lead a program that follows it out of the folder that it unpacks into. */
export const leadsOut = (path: string): boolean =>
  /^(?:[\\/]|[A-Za-z]:)/.test(path) || path.split(/[\\/]/).includes('..');
