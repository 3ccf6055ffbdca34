import type { Cause } from '../text.ts';
import { because, causeOf } from '../cause.ts';
import type { PackageSource } from './package/package-source.ts';
import { unknown, type CheckFindings, type Finding } from './findings.ts';

/** Whether an error says that there is no such file: of all that keep a file from being read, this alone speaks of it. */
export function isGone(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
}

/**
 * Whether it was this computer that could not read: rights, a full or failing disk, a share that went away, too many files
 * open. It says nothing of what the file holds.
 */
export function cannotBeReadHere(error: unknown): boolean {
  const code = codeOf(error);
  if (/^SQLITE_(?:CANTOPEN|IOERR|FULL|NOMEM|BUSY|LOCKED|PERM|READONLY|AUTH)/.test(code)) return true;
  if (error instanceof Error && ['NotReadableError', 'NotFoundError'].includes(error.name)) return true; // a browser's
  return /^E[A-Z0-9]+$/.test(code) && !isGone(error);
}

/** Of a file that lies in a cloud only, or whose copying broke off, there is a name and no byte: as an error of this computer. */
export const emptyHere = () => Object.assign(new Error(because('empty-here')), { code: 'ENODATA' });

/** Code of a system error, also of one that was told in other words. */
function codeOf(error: unknown): string {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code } = one as Error & { code?: unknown };
    if (typeof code === 'string' && /^(?:E[A-Z]|SQLITE_)/.test(code)) return code;
  }
  return '';
}

/** Paths that could not be read here, with why. */
export type UnreadHere = Map<string, Cause>;

/** The same package, which remembers what of it could not be read here. */
export function noticing(source: PackageSource, unread: UnreadHere): PackageSource {
  const notice = (path: string, error: unknown) => {
    if (cannotBeReadHere(error)) unread.set(path, causeOf(error));
    return error;
  };
  return {
    ...source,
    open: (path) => {
      try {
        const file = source.open(path);
        const read = async (offset: number, length: number) => {
          try {
            return await file.read(offset, length);
          } catch (error) {
            throw notice(path, error);
          }
        };
        return { ...file, read };
      } catch (error) {
        throw notice(path, error);
      }
    },
  };
}

/** Faults that stand on what was read, whatever else could not be. */
const standing = new Set(['listed-changed', 'listed-missing', 'package-refused', 'file-changed']);

/**
 * Where something could not be read here, what was made of the rest is no longer a fault by itself: it is not known. What
 * stands on bytes that were read stays.
 */
export function soften<Code extends string>(
  checks: readonly CheckFindings<Code>[],
  unread: ReadonlyMap<string, Cause>,
): readonly CheckFindings<Code | 'part-unreadable'>[] {
  if (unread.size === 0) return checks;
  const softer = (finding: Finding<Code>): Finding<Code> =>
    finding.rank === 'failed' && !standing.has(finding.code) ? { ...finding, rank: 'unknown' } : finding;
  const named = [...unread].map(([path, why]) => unknown('part-unreadable', { path, why }));
  return [
    { check: 'reading', looked: unread.size, findings: named },
    ...checks.map((check) => ({ ...check, findings: check.findings.map(softer) })),
  ];
}
