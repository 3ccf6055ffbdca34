import { because, causeOf } from '../../cause.ts';
import { z } from 'zod';
import { canonicalJson, utf8 } from '../../canonical-json.ts';
import { readCheckpoint } from '../../custody/checkpoint.ts';
import type { CustodyPayload } from '../../custody/event-types.ts';
import { entrySchema, leafHash, type Entry } from '../../custody/entry.ts';
import { treeRoot } from '../../custody/merkle.ts';
import { parsePayload } from '../../custody/payload.ts';
import { sha256Of, sha256Schema, type NewSha256, type Sha256 } from '../../digest.ts';
import { packageFiles } from '../../package/layout.ts';
import { failed } from '../findings.ts';
import type { PackageCheck, PackageFinding, PackageReader } from './package-findings.ts';

const lineSchema = z.strictObject({ entry: z.string(), payload: z.string() });

/** The whole log of a package. All lists (`built`: the bundles it tells of, in order) are empty where it is unsound. */
export type PackageLog = Readonly<{
  check: PackageCheck;
  entries: readonly Entry[];
  leaves: readonly Sha256[];
  built: readonly CustodyPayload<'bundle-built'>[];
}>;

/**
 * The whole custody log, where a package has it: every line is an entry of this case with its own payload, and all of
 * them together are the tree that the checkpoint names.
 * @returns null where the package has no log
 */
export async function checkPackageLog(reader: PackageReader, newSha256: NewSha256): Promise<PackageLog | null> {
  const path = packageFiles.log;
  if (!reader.paths.has(path)) return null;
  const findings: PackageFinding[] = [];
  const entries: Entry[] = [];
  const leaves: Sha256[] = [];
  const built: CustodyPayload<'bundle-built'>[] = [];
  try {
    const { caseId, size, root } = readCheckpoint(await reader.text(packageFiles.checkpoint, 10_000));
    const lines = (await reader.text(path)).split('\n').filter((line) => line !== '');
    for (const [at, line] of lines.entries()) {
      try {
        const { entry: text, payload } = lineSchema.parse(JSON.parse(line));
        const entry = entrySchema.parse(JSON.parse(text));
        if (canonicalJson(entry) !== text) throw new Error(because('not-canonical'));
        if (entry.caseId !== caseId) throw new Error(because('of-another-case'));
        if (entry.seq !== at) throw new Error(because('entry-other', { seq: entry.seq }));
        if (sha256Of(newSha256, utf8(payload)) !== entry.payload) throw new Error(because('payload-other'));
        leaves.push(leafHash(entry, newSha256));
        entries.push(entry);
        if (entry.act === 'bundle-built') built.push(parsePayload('bundle-built', payload));
      } catch (error) {
        findings.push(failed('log-line-unsound', { path, line: at + 1, why: causeOf(error) }));
      }
    }
    const same = leaves.length === size && treeRoot(leaves, newSha256) === root;
    if (findings.length === 0 && !same) findings.push(failed('log-of-another', { path, count: leaves.length, size }));
  } catch (error) {
    findings.push(failed('part-unreadable', { path, why: causeOf(error) }));
  }
  const check = { check: 'custody-log', looked: leaves.length, findings };
  return findings.length === 0 ? { check, entries, leaves, built } : { check, entries: [], leaves: [], built: [] };
}

/**
 * The leaf hashes of a log whose entries stay unseen: all of them together are the tree that the checkpoint names.
 * @returns null where the package has none: the log itself is in it, or an older program made it
 */
export async function checkPackageLeaves(reader: PackageReader, newSha256: NewSha256): Promise<PackageCheck | null> {
  const path = packageFiles.leaves;
  if (!reader.paths.has(path)) return null;
  try {
    const { size, root } = readCheckpoint(await reader.text(packageFiles.checkpoint, 10_000));
    const leaves = hashLines(await reader.text(path));
    const same = leaves.length === size && treeRoot(leaves, newSha256) === root;
    const findings = same ? [] : [failed('log-of-another', { path, count: leaves.length, size })];
    return { check: 'custody-log', looked: leaves.length, findings };
  } catch (error) {
    const findings = [failed('part-unreadable', { path, why: causeOf(error) })];
    return { check: 'custody-log', looked: 0, findings };
  }
}

/** One hash a line. @throws {Error} where a line is none */
export const hashLines = (text: string): readonly Sha256[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => sha256Schema.parse(line));
