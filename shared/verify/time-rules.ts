import { storedCause } from '../cause.ts';
import { checkpointText, readCheckpoint } from '../custody/checkpoint.ts';
import { treeRoot } from '../custody/merkle.ts';
import type { CustodyEvent } from '../custody/projection.ts';
import { sha256Of, type NewSha256, type Sha256 } from '../digest.ts';
import type { CaseFindingCode } from '../messages/verify/verify-messages.ts';
import { stampActs, stampsOf, type Stamp, type StampAct } from '../seal/stamps.ts';
import type { Certificate } from '../timestamp/certificate.ts';
import { ascii } from '../timestamp/der-values.ts';
import type { Primitives } from '../timestamp/primitives.ts';
import { verifyToken } from '../timestamp/verify-token.ts';
import { datedAfterProof, earliestOver, type ProvenHead } from './clock-rules.ts';
import { failed, note, noTime, type CheckFindings, type Finding, type TimeHeading } from './findings.ts';

type TimeFinding = Finding<CaseFindingCode>;

/** What the rules need beside the log: objects of the case, trust, and cryptography. */
export type TimeServices = Readonly<{
  /** The bytes of an object, or null where it is missing or damaged. */
  readBytes(sha256: Sha256): Uint8Array | null;
  anchors: readonly Certificate[];
  primitives: Primitives;
  newSha256: NewSha256;
}>;

export type TimeChecked = Readonly<{
  check: CheckFindings<CaseFindingCode>;
  /** Faults of the log itself that only a stamp shows: entries that are not those which were stamped. */
  log: readonly TimeFinding[];
  heading: TimeHeading;
}>;

/** Longer between capture and seal is worth saying (the window of WACZ-auth). */
const longestLag = 10 * 60_000;

/**
 * Holds the custody log against its time stamps: each token good in itself and over a checkpoint of this very log; no
 * entry that claims to be later than the stamp over it; how long after capture each item was sealed; what no stamp
 * covers yet.
 */
export async function checkTime(
  custodyEvents: readonly CustodyEvent[],
  leaves: readonly Sha256[],
  services: TimeServices,
): Promise<TimeChecked> {
  const stamps = stampsOf(custodyEvents.filter(isStampAct).map(stampAct));
  const findings: TimeFinding[] = [];
  const log: TimeFinding[] = [];
  const proven: ProvenHead[] = [];
  let bad = false;
  for (const stamp of stamps) {
    if (stamp.state === 'pending') findings.push(note('stamp-pending', { seq: stamp.request }));
    if (stamp.state === 'rejected')
      findings.push(note('stamp-rejected', { seq: stamp.request, why: storedCause(stamp.why) }));
    if (stamp.state !== 'granted') continue;
    const judged = await judgeStamp(stamp, leaves, services);
    findings.push(...judged.findings);
    log.push(...judged.log);
    bad ||= judged.findings.some(({ rank }) => rank === 'failed');
    if (judged.genTime !== null) proven.push({ size: stamp.size, genTime: judged.genTime });
  }
  findings.push(
    ...datedAfterProof(
      custodyEvents.map(({ entry }) => entry),
      proven,
    ),
  );
  findings.push(...lagFindings(custodyEvents, proven));
  const covered = Math.max(0, ...proven.map(({ size }) => size));
  const tail = custodyEvents.filter(({ entry, act }) => entry.seq >= covered && !isStampWord(act)).length;
  if (proven.length > 0 && tail > 0) findings.push(note('tail-unanchored', { count: tail }));
  const granted = stamps.filter(({ state }) => state === 'granted').length; // no other was looked at
  const pending = stamps.some(({ state }) => state === 'pending');
  const heading = bad
    ? ({ timeProven: 'failed', timeScope: null } as const)
    : headingOf(proven, covered, tail, pending);
  return { check: { check: 'time-stamps', looked: granted, findings }, log, heading };
}

/** The whole log where nothing but words about stamps stands behind the last one; else as far as it reaches. */
function headingOf(proven: readonly ProvenHead[], count: number, tail: number, pending: boolean): TimeHeading {
  if (proven.length === 0) return pending ? { timeProven: 'pending', timeScope: null } : noTime;
  const over = proven.filter(({ size }) => size === count).map(({ genTime }) => genTime);
  const at = new Date(Math.min(...over)).toISOString();
  return { timeProven: tail === 0 ? 'proven' : 'partly', timeScope: { over: 'log', at, count, of: count + tail } };
}

async function judgeStamp(
  stamp: Extract<Stamp, { state: 'granted' }>,
  leaves: readonly Sha256[],
  { readBytes, anchors, primitives, newSha256 }: TimeServices,
): Promise<Readonly<{ findings: readonly TimeFinding[]; log: readonly TimeFinding[]; genTime: number | null }>> {
  const { request: seq, size, root } = stamp;
  const token = readBytes(stamp.token);
  const checkpoint = readBytes(stamp.checkpoint);
  if (!token || !checkpoint) return { findings: [failed('stamp-missing', { seq })], log: [], genTime: null };
  const kept = (kind: 'crl' | 'ocsp') =>
    stamp.answers.filter((one) => one.kind === kind).flatMap(({ sha256 }) => readBytes(sha256) ?? []);
  const verdict = await verifyToken(
    {
      token,
      digests: { 'SHA-256': sha256Of(newSha256, checkpoint) },
      anchors,
      revocation: { crls: kept('crl'), ocsp: kept('ocsp') },
    },
    primitives,
  );
  const findings: TimeFinding[] = [...verdict.findings];
  const log: TimeFinding[] = [];
  if (
    !speaksOf(checkpoint, { size, root }) ||
    size > leaves.length ||
    treeRoot(leaves.slice(0, size), newSha256) !== root
  )
    log.push(failed('checkpoint-differs', { seq, size }));
  const genTime = verdict.good && log.length === 0 && verdict.info ? verdict.info.genTime : null;
  if (genTime !== null) {
    const at = new Date(genTime).toISOString();
    const anchor = verdict.path?.at(-1)?.subjectText ?? '';
    findings.unshift(note('stamp-proven', { size, at, name: verdict.signer?.name ?? '', anchor }));
  }
  return { findings, log, genTime };
}

function speaksOf(bytes: Uint8Array, { size, root }: Readonly<{ size: number; root: Sha256 }>): boolean {
  try {
    // A signature line begins with a dash that is not ASCII; the checkpoint itself is.
    const [body = ''] = ascii(bytes).split('\n\n');
    const read = readCheckpoint(body.endsWith('\n') ? body : `${body}\n`);
    return read.size === size && read.root === root && checkpointText(read).startsWith(body.trimEnd());
  } catch {
    return false;
  }
}

function lagFindings(custodyEvents: readonly CustodyEvent[], proven: readonly ProvenHead[]): readonly TimeFinding[] {
  const lags = custodyEvents.flatMap((custodyEvent) => {
    const stamp = earliestOver(custodyEvent.entry.seq, proven);
    if (stamp === null || !custodyEvent.item) return [];
    return [{ item: custodyEvent.item.record.item, lag: stamp - Date.parse(custodyEvent.item.record.endedAt) }];
  });
  const late = lags.filter(({ lag }) => lag > longestLag).sort((a, b) => b.lag - a.lag);
  const [worst] = late;
  if (!worst) return [];
  return [note('seal-lag', { count: late.length, minutes: Math.round(worst.lag / 60_000), item: worst.item })];
}

function isStampWord(act: string): boolean {
  return stampActs.some((one) => one === act);
}

function isStampAct(custodyEvent: CustodyEvent): custodyEvent is Extract<CustodyEvent, { act: StampAct['act'] }> {
  return isStampWord(custodyEvent.act);
}

function stampAct(custodyEvent: Extract<CustodyEvent, { act: StampAct['act'] }>): StampAct {
  const { entry } = custodyEvent;
  return custodyEvent.act === 'stamp-requested'
    ? { seq: entry.seq, wall: entry.wall, act: custodyEvent.act, value: custodyEvent.value }
    : { seq: entry.seq, wall: entry.wall, act: custodyEvent.act, value: custodyEvent.value };
}
