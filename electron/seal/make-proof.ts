import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { canonicalJson } from '../../shared/canonical-json.ts';
import { checkpointText, readCheckpoint, type Checkpoint } from '../../shared/custody/checkpoint.ts';
import { leafHash, type Entry } from '../../shared/custody/entry.ts';
import { consistencyProof, inclusionProof, treeRoot } from '../../shared/custody/merkle.ts';
import { tlogProofText } from '../../shared/custody/tlog-proof.ts';
import type { Sha256 } from '../../shared/digest.ts';
import { because } from '../../shared/cause.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { proofFileSchema, type ProofFile } from '../../shared/package/proof-file.ts';
import type { Stamp } from '../../shared/seal/stamps.ts';
import { checkAgainst } from '../../shared/verify/since-rules.ts';
import type { ItemState, ReadableCase } from '../casefile/case-handles.ts';
import { newSha256 } from '../casefile/files/node-sha256.ts';
import { durableFile, writeAll } from './durable-file.ts';
import { isInsideCase, makeFolder } from './packages/out-folder.ts';
import { refuseRedactedFile } from './packages/refuse-redacted.ts';
import { readStamps } from './time/stamp-case.ts';

type GrantedStamp = Extract<Stamp, { state: 'granted' }>;
type Log = Readonly<{ entries: readonly Entry[]; leaves: readonly Sha256[]; head: Checkpoint }>;

/**
 * Makes a proof of a case's custody log as it stands: its head; one item, or none; that an earlier checkpoint is its
 * beginning, or not; and every time stamp that was granted over it.
 *
 * @param since an earlier checkpoint of this log, or null
 * @throws {FascicleError} `since-no-beginning` | `object-missing` | `object-damaged`
 */
export function makeProof(
  caseFile: ReadableCase,
  item: ItemState | null,
  since: Checkpoint | null,
  program: string,
): ProofFile {
  const entries = caseFile.entries();
  const leaves = entries.map((entry) => leafHash(entry, newSha256));
  const head = { caseId: caseFile.caseId, size: leaves.length, root: treeRoot(leaves, newSha256) };
  const log = { entries, leaves, head };
  const stamps = readStamps(caseFile).filter((stamp): stamp is GrantedStamp => stamp.state === 'granted');
  return proofFileSchema.parse({
    format: 'fascicle-proof',
    v: 1,
    program,
    checkpoint: checkpointText(head),
    item: item && itemPart(caseFile, log, item),
    since: since && sincePart(log, since),
    stamps: stamps.map((stamp) => stampPart(caseFile, log, item, stamp)),
  } satisfies ProofFile);
}

const textOf = (caseFile: ReadableCase, sha256: Sha256) => Buffer.from(caseFile.readObject(sha256)).toString('utf8');
const base64Of = (caseFile: ReadableCase, sha256: Sha256) =>
  Buffer.from(caseFile.readObject(sha256)).toString('base64');

function itemPart(
  caseFile: ReadableCase,
  { entries, leaves, head }: Log,
  { item, seq, recordSha256 }: ItemState,
): NonNullable<ProofFile['item']> {
  const entry = entries[seq];
  if (!entry) throw new FascicleError('case-damaged', { why: because('log-without-entry', { seq }) });
  return {
    item,
    entry: canonicalJson(entry),
    payload: textOf(caseFile, entry.payload),
    record: textOf(caseFile, recordSha256),
    proof: tlogProofText({ index: seq, proof: inclusionProof(leaves, seq, newSha256), checkpoint: head }),
  };
}

function sincePart({ leaves, head }: Log, since: Checkpoint): NonNullable<ProofFile['since']> {
  const { size } = since;
  const found = checkAgainst({ kind: 'checkpoint', checkpoint: since }, head.caseId, leaves, newSha256);
  if (found.rank === 'failed') throw new FascicleError('since-no-beginning', { size });
  return { checkpoint: checkpointText(since), proof: [...consistencyProof(leaves, size, newSha256)] };
}

function stampPart(
  caseFile: ReadableCase,
  { leaves }: Log,
  item: ItemState | null,
  stamp: GrantedStamp,
): ProofFile['stamps'][number] {
  const checkpoint = textOf(caseFile, stamp.checkpoint);
  const stamped = readCheckpoint(checkpoint);
  const covers = item !== null && item.seq < stamped.size;
  return {
    checkpoint,
    token: base64Of(caseFile, stamp.token),
    answers: stamp.answers.map(({ kind, sha256 }) => ({ kind, content: base64Of(caseFile, sha256) })),
    consistency: [...consistencyProof(leaves, stamped.size, newSha256)],
    proof: covers
      ? tlogProofText({
          index: item.seq,
          proof: inclusionProof(leaves.slice(0, stamped.size), item.seq, newSha256),
          checkpoint: stamped,
        })
      : null,
  };
}

/**
 * Writes a proof as a file of its own, unless it says words that a redaction took out.
 * @throws {FascicleError} `file-says-redacted` | `package-exists` | `package-inside-case` | `digests-unwritable`
 */
export async function writeProof(
  caseFile: ReadableCase,
  out: string,
  proof: ProofFile,
  item: ItemState | null,
  signal: AbortSignal,
): Promise<Sha256> {
  if (isInsideCase(caseFile.folder, out)) throw new FascicleError('package-inside-case', { path: out });
  if (statSync(out, { throwIfNoEntry: false })) throw new FascicleError('package-exists', { path: out });
  const bytes = Buffer.from(`${canonicalJson(proof)}\n`);
  await refuseRedactedFile(caseFile, { name: basename(out), content: bytes }, item, signal);
  makeFolder(join(out, '..'));
  await durableFile(out, (file) => writeAll(file, bytes, 0));
  return createHash('sha256').update(bytes).digest('hex');
}
