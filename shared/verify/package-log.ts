import { z } from 'zod';
import { canonicalJson, utf8 } from '../canonical-json.ts';
import { readCheckpoint } from '../custody/checkpoint.ts';
import { entrySchema, leafHash } from '../custody/entry.ts';
import { treeRoot } from '../custody/merkle.ts';
import { sha256Of, type NewSha256, type Sha256 } from '../digest.ts';
import { packageFiles } from '../package/layout.ts';
import { failed, whyOf } from './findings.ts';
import type { PackageCheck, PackageFinding, PackageReader } from './package-findings.ts';

const lineSchema = z.strictObject({ entry: z.string(), payload: z.string() });

/**
 * The whole custody log, where a package has it: every line is an entry with its own payload, and all of them together
 * are the tree that the checkpoint names.
 * @returns null where the package has no log
 */
export async function checkPackageLog(reader: PackageReader, newSha256: NewSha256): Promise<PackageCheck | null> {
  const path = packageFiles.log;
  if (!reader.paths.has(path)) return null;
  const findings: PackageFinding[] = [];
  const leaves: Sha256[] = [];
  try {
    const lines = (await reader.text(path)).split('\n').filter((line) => line !== '');
    for (const [at, line] of lines.entries()) {
      try {
        const { entry: text, payload } = lineSchema.parse(JSON.parse(line));
        const entry = entrySchema.parse(JSON.parse(text));
        if (canonicalJson(entry) !== text) throw new Error('the entry is no canonical JSON');
        if (entry.seq !== at) throw new Error(`it is entry ${entry.seq}`);
        if (sha256Of(newSha256, utf8(payload)) !== entry.payload)
          throw new Error('the payload is not the one of the entry');
        leaves.push(leafHash(entry, newSha256));
      } catch (error) {
        findings.push(failed('log-line-unsound', { path, line: at + 1, why: whyOf(error) }));
      }
    }
    const { size, root } = readCheckpoint(await reader.text(packageFiles.checkpoint, 10_000));
    const same = leaves.length === size && treeRoot(leaves, newSha256) === root;
    if (findings.length === 0 && !same) findings.push(failed('log-of-another', { path, count: leaves.length, size }));
  } catch (error) {
    findings.push(failed('part-unreadable', { path, why: whyOf(error) }));
  }
  return { check: 'custody-log', looked: leaves.length, findings };
}
