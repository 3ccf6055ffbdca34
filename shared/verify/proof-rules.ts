import { because, causeOf } from '../cause.ts';
import { utf8 } from '../canonical-json.ts';
import { readCheckpoint, type Checkpoint } from '../custody/checkpoint.ts';
import { isConsistent, rootOfProof } from '../custody/merkle.ts';
import { readTlogProof } from '../custody/tlog-proof.ts';
import { sha256Of, type NewSha256, type Sha256 } from '../digest.ts';
import type { ProofFindingCode } from '../messages/verify/proof-messages.ts';
import { proofFileSchema, type ProofFile } from '../package/proof-file.ts';
import type { Certificate } from '../timestamp/certificate.ts';
import { fromBase64 } from '../timestamp/pem.ts';
import type { Primitives } from '../timestamp/primitives.ts';
import { verifyToken } from '../timestamp/verify-token.ts';
import { datedAfterProof } from './clock-rules.ts';
import { failed, note, noTime, unknown, type CheckFindings, type Finding, type TimeHeading } from './findings.ts';
import { followEntry, type ProvenEntry } from './proven-entry.ts';
import { savedText, type SavedText } from './saved-text.ts';
import { compareHeads } from './since-rules.ts';

type ProofFinding = Finding<ProofFindingCode>;
type ProofCheck = CheckFindings<ProofFindingCode>;
type ProofServices = Readonly<{
  anchors: readonly Certificate[];
  primitives: Primitives;
  newSha256: NewSha256;
}>;

/** Longer between taking in and seal is worth saying (the window of WACZ-auth). */
const longestLag = 10 * 60_000;

/** What was found of a proof file: its content, and what its time stamps prove. */
export type ProofChecked = Readonly<{
  content: readonly ProofCheck[];
  time: Readonly<{ heading: TimeHeading; check: ProofCheck }>;
}>;

/** As {@link checkProof}, of a file's bytes. */
export async function checkProofBytes(bytes: Uint8Array, services: ProofServices): Promise<ProofChecked> {
  let saved: SavedText;
  try {
    saved = savedText(bytes);
  } catch (error) {
    return nothingTold(error);
  }
  const checked = await checkProof(saved.text, services);
  if (saved.encoding === 'UTF-8') return checked;
  const again = note('proof-saved-again', { encoding: saved.encoding });
  const content = checked.content.map((one, at) => (at === 0 ? { ...one, findings: [again, ...one.findings] } : one));
  return { ...checked, content };
}

/** What is not a proof tells nothing, neither that anything is as it was nor that it is not. */
function nothingTold(error: unknown): ProofChecked {
  const findings = [unknown('proof-file-unreadable', { why: causeOf(error) })];
  const nothing = { heading: noTime, check: { check: 'time-stamps', looked: 0, findings: [] } };
  return { content: [{ check: 'proof', looked: 0, findings }], time: nothing };
}

/**
 * Checks a proof file without trusting anything in it: the item's record is the one of its entry, the entry lies under
 * the checkpoint, the earlier checkpoint is its beginning, and each time stamp is good and over the beginning of this
 * very log.
 */
export async function checkProof(text: string, services: ProofServices): Promise<ProofChecked> {
  let file: ProofFile;
  let head: Checkpoint;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return nothingTold(error);
  }
  try {
    file = proofFileSchema.parse(json);
    head = readCheckpoint(file.checkpoint);
  } catch (error) {
    const findings = [failed('proof-file-unreadable', { why: causeOf(error) })];
    const nothing = { heading: noTime, check: { check: 'time-stamps', looked: 0, findings: [] } };
    return { content: [{ check: 'proof', looked: 0, findings }], time: nothing };
  }
  const { newSha256 } = services;
  const { item, findings: ofItem } = checkItem(file, head, newSha256);
  const time = await checkStamps(file, head, item, services);
  const content: ProofCheck[] = [{ check: 'checkpoint', looked: 1, findings: [note('log-head', { ...head })] }];
  if (file.item) content.push({ check: 'item', looked: 1, findings: ofItem });
  if (file.since) content.push({ check: 'since', looked: 1, findings: [checkSince(file.since, head, newSha256)] });
  if (time.faults.length > 0) content.push({ check: 'custody-log', looked: file.stamps.length, findings: time.faults });
  return { content, time };
}

function checkItem(
  { item: said }: ProofFile,
  head: Checkpoint,
  newSha256: NewSha256,
): Readonly<{ item: ProvenEntry | null; findings: readonly ProofFinding[] }> {
  if (!said) return { item: null, findings: [] };
  const { item } = said;
  try {
    const proven = followEntry(item, said, utf8(said.record), newSha256);
    if (!liesUnder(proven, said.proof, head, newSha256)) throw new Error(because('entry-not-under'));
    const { entry, record, sha256 } = proven;
    const params = { item, title: record.title ?? '–', seq: entry.seq, wall: entry.wall, record: sha256 };
    const files = record.artifacts.map(({ name, bytes, sha256: digest }) =>
      note('file-of-item', { name, bytes, sha256: digest }),
    );
    return { item: proven, findings: [note('item-proven', params), ...files] };
  } catch (error) {
    return { item: null, findings: [failed('item-not-proven', { item, why: causeOf(error) })] };
  }
}

/** Whether a proof is of this entry and leads to this very checkpoint. @throws {Error} where it cannot be read */
function liesUnder({ entry, leaf }: ProvenEntry, text: string, head: Checkpoint, newSha256: NewSha256): boolean {
  const { index, proof, checkpoint } = readTlogProof(text);
  const { caseId, size, root } = checkpoint;
  const isHead = caseId === head.caseId && size === head.size && root === head.root;
  const isEntry = index === entry.seq && entry.caseId === caseId;
  return isHead && isEntry && rootOfProof(leaf, index, size, proof, newSha256) === root;
}

function checkSince(
  { checkpoint, proof }: Readonly<{ checkpoint: string; proof: readonly Sha256[] }>,
  head: Checkpoint,
  newSha256: NewSha256,
): ProofFinding {
  try {
    const earlier = readCheckpoint(checkpoint);
    return compareHeads(earlier, head, () => isConsistent(earlier, head, proof, newSha256));
  } catch (error) {
    return failed('proof-file-unreadable', { why: causeOf(error) });
  }
}

async function checkStamps(
  { stamps, item: said }: ProofFile,
  head: Checkpoint,
  item: ProvenEntry | null,
  { anchors, primitives, newSha256 }: ProofServices,
): Promise<ProofChecked['time'] & Readonly<{ faults: readonly ProofFinding[] }>> {
  const findings: ProofFinding[] = [];
  const faults: ProofFinding[] = [];
  let bad = false;
  /** The good stamps that are bound to what is shown. */
  const bound: BoundStamp[] = [];
  for (const [at, stamp] of stamps.entries()) {
    const kept = (kind: 'crl' | 'ocsp') =>
      stamp.answers.filter((one) => one.kind === kind).map(({ content }) => fromBase64(content));
    const digests = { 'SHA-256': sha256Of(newSha256, utf8(stamp.checkpoint)) };
    const revocation = { crls: kept('crl'), ocsp: kept('ocsp') };
    const verdict = await verifyToken({ token: fromBase64(stamp.token), digests, anchors, revocation }, primitives);
    findings.push(...verdict.findings);
    bad ||= verdict.findings.some(({ rank }) => rank === 'failed');
    const covered = coverage(stamp, head, item, newSha256);
    if (!covered) faults.push(failed('stamp-of-another', { n: at + 1 }));
    if (!covered || !verdict.good || !verdict.info) continue;
    const { genTime } = verdict.info;
    const anchor = verdict.path?.at(-1)?.subjectText ?? '';
    const name = verdict.signer?.name ?? '';
    findings.push(note('stamp-covers', { name, size: covered.size, at: new Date(genTime).toISOString(), anchor }));
    if (said && !covered.item) continue;
    bound.push({ size: covered.size, genTime });
  }
  if (said && bound.length === 0) findings.push(note('item-unstamped'));
  if (item) findings.push(...datedAfterProof([item.entry], bound), ...sealLag(item, bound));
  const heading = bad
    ? ({ timeProven: 'failed', timeScope: null } as const)
    : headingOf(bound, said !== null, head.size);
  return { heading, check: { check: 'time-stamps', looked: stamps.length, findings }, faults };
}

/** A stamp over the first `size` entries of the log; its time in ms since 1970. */
type BoundStamp = Readonly<{ size: number; genTime: number }>;

/** The earliest stamp is long after the item says that it was made. */
function sealLag({ record }: ProvenEntry, bound: readonly BoundStamp[]): readonly ProofFinding[] {
  if (bound.length === 0) return [];
  const lag = Math.min(...bound.map(({ genTime }) => genTime)) - Date.parse(record.endedAt);
  return lag > longestLag ? [note('item-seal-lag', { minutes: Math.round(lag / 60_000) })] : [];
}

/** Of an item: that it existed. Of a log's head alone: how far the stamp that reaches farthest goes. */
function headingOf(bound: readonly BoundStamp[], isItem: boolean, of: number): TimeHeading {
  if (bound.length === 0) return noTime;
  const count = Math.max(...bound.map(({ size }) => size));
  const over = isItem ? bound : bound.filter(({ size }) => size === count);
  const at = new Date(Math.min(...over.map(({ genTime }) => genTime))).toISOString();
  if (isItem) return { timeProven: 'proven', timeScope: { over: 'item', at } };
  return { timeProven: count === of ? 'proven' : 'partly', timeScope: { over: 'log', at, count, of } };
}

/** How far a stamped checkpoint reaches in this log; null where it is not its beginning, or not the item's. */
function coverage(
  { checkpoint, consistency, proof }: ProofFile['stamps'][number],
  head: Checkpoint,
  item: ProvenEntry | null,
  newSha256: NewSha256,
): Readonly<{ size: number; item: boolean }> | null {
  try {
    const stamped = readCheckpoint(checkpoint);
    if (stamped.caseId !== head.caseId || !isConsistent(stamped, head, consistency, newSha256)) return null;
    if (proof === null || !item) return { size: stamped.size, item: false };
    return liesUnder(item, proof, stamped, newSha256) ? { size: stamped.size, item: true } : null;
  } catch {
    return null;
  }
}
