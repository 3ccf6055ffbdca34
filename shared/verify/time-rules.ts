import { checkpointText, readCheckpoint } from '../custody/checkpoint.ts';
import { treeRoot } from '../custody/merkle.ts';
import type { Happening } from '../custody/projection.ts';
import { sha256Of, type NewSha256, type Sha256 } from '../digest.ts';
import type { CaseFindingCode } from '../messages/verify-messages.ts';
import { stampActs, stampsOf, type Stamp, type StampAct } from '../seal/stamps.ts';
import type { Certificate } from '../timestamp/certificate.ts';
import { ascii } from '../timestamp/der-values.ts';
import type { Primitives } from '../timestamp/primitives.ts';
import { verifyToken } from '../timestamp/verify-token.ts';
import { failed, note, type CheckFindings, type Finding } from './findings.ts';
import type { VerifyReport } from './report.ts';

type TimeFinding = Finding<CaseFindingCode>;

/** What the rules need beside the log: objects of the case, trust, and cryptography. */
export type TimeServices = Readonly<{
  /** The bytes of an object, or null where it is missing or damaged. */
  readBytes(sha256: Sha256): Uint8Array | null;
  anchors: readonly Certificate[];
  primitives: Primitives;
  newSha256: NewSha256;
}>;

/** How far a part of the log is proven: all entries before `size` existed before `genTime` (ms since 1970). */
type ProvenHead = Readonly<{ size: number; genTime: number }>;

export type TimeChecked = Readonly<{
  check: CheckFindings<CaseFindingCode>;
  /** Faults of the log itself that only a stamp shows: entries that are not those which were stamped. */
  log: readonly TimeFinding[];
  timeProven: VerifyReport['timeProven'];
}>;

/** A computer's clock may run a little ahead; minutes more were set. */
const clockSlack = 5 * 60_000;
/** Longer between capture and seal is worth saying (the window of WACZ-auth). */
const longestLag = 10 * 60_000;

/**
 * Holds the custody log against its time stamps: each token good in itself and over a checkpoint of this very log; no
 * entry that claims to be later than the stamp over it; how long after capture each item was sealed; what no stamp
 * covers yet.
 */
export async function checkTime(
  happenings: readonly Happening[],
  leaves: readonly Sha256[],
  services: TimeServices,
): Promise<TimeChecked> {
  const stamps = stampsOf(happenings.filter(isStampAct).map(stampAct));
  const findings: TimeFinding[] = [];
  const log: TimeFinding[] = [];
  const proven: ProvenHead[] = [];
  let bad = false;
  for (const stamp of stamps) {
    if (stamp.state === 'pending') findings.push(note('stamp-pending', { seq: stamp.request }));
    if (stamp.state === 'rejected') findings.push(note('stamp-rejected', { seq: stamp.request, why: stamp.why }));
    if (stamp.state !== 'granted') continue;
    const judged = await judgeStamp(stamp, leaves, services);
    findings.push(...judged.findings);
    log.push(...judged.log);
    bad ||= judged.findings.some(({ rank }) => rank === 'failed');
    if (judged.genTime !== null) proven.push({ size: stamp.size, genTime: judged.genTime });
  }
  log.push(...laterThanProof(happenings, proven));
  findings.push(...lagFindings(happenings, proven));
  const covered = Math.max(0, ...proven.map(({ size }) => size));
  const tail = happenings.filter(({ entry, act }) => entry.seq >= covered && !isStampWord(act)).length;
  if (proven.length > 0 && tail > 0) findings.push(note('tail-unanchored', { count: tail }));
  const timeProven = bad
    ? 'failed'
    : proven.length > 0
      ? 'proven'
      : stamps.some(({ state }) => state === 'pending')
        ? 'pending'
        : 'none';
  return { check: { check: 'time-stamps', looked: stamps.length, findings }, log, timeProven };
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

/** A token proves "existed before": an entry that says it was made later was dated ahead. */
function laterThanProof(happenings: readonly Happening[], proven: readonly ProvenHead[]): readonly TimeFinding[] {
  return happenings.flatMap(({ entry: { seq, wall } }) => {
    const stamp = earliestOver(seq, proven);
    if (stamp === null || Date.parse(wall) <= stamp + clockSlack) return [];
    return [failed('entry-after-proof', { seq, wall, at: new Date(stamp).toISOString() })];
  });
}

function lagFindings(happenings: readonly Happening[], proven: readonly ProvenHead[]): readonly TimeFinding[] {
  const lags = happenings.flatMap((happening) => {
    const stamp = earliestOver(happening.entry.seq, proven);
    if (stamp === null || !happening.item) return [];
    return [{ item: happening.item.record.item, lag: stamp - Date.parse(happening.item.record.endedAt) }];
  });
  const late = lags.filter(({ lag }) => lag > longestLag).sort((a, b) => b.lag - a.lag);
  const [worst] = late;
  if (!worst) return [];
  return [note('seal-lag', { count: late.length, minutes: Math.round(worst.lag / 60_000), item: worst.item })];
}

function earliestOver(seq: number, proven: readonly ProvenHead[]): number | null {
  const over = proven.filter(({ size }) => size > seq).map(({ genTime }) => genTime);
  return over.length === 0 ? null : Math.min(...over);
}

function isStampWord(act: string): boolean {
  return stampActs.some((one) => one === act);
}

function isStampAct(happening: Happening): happening is Extract<Happening, { act: StampAct['act'] }> {
  return isStampWord(happening.act);
}

function stampAct(happening: Extract<Happening, { act: StampAct['act'] }>): StampAct {
  const { entry } = happening;
  return happening.act === 'stamp-requested'
    ? { seq: entry.seq, wall: entry.wall, act: happening.act, value: happening.value }
    : { seq: entry.seq, wall: entry.wall, act: happening.act, value: happening.value };
}
