import { createHash } from 'node:crypto';
import { utf8 } from '../../../shared/canonical-json.ts';
import { checkpointText } from '../../../shared/custody/checkpoint.ts';
import { leafHash } from '../../../shared/custody/entry.ts';
import { treeRoot } from '../../../shared/custody/merkle.ts';
import { parsePayload } from '../../../shared/custody/payload.ts';
import type { Instant } from '../../../shared/instant.ts';
import { stampActs, stampsOf, type Stamp, type StampAct } from '../../../shared/seal/stamps.ts';
import type { Certificate } from '../../../shared/timestamp/certificate.ts';
import { verifyToken } from '../../../shared/timestamp/verify-token.ts';
import type { ReadableCase, WritableCase } from '../../casefile/case-handles.ts';
import { newSha256 } from '../../casefile/files/node-sha256.ts';
import { askForToken, causeOfServices, type AskServices, type TimeStampService } from './ask-for-token.ts';
import { fetchRevocation } from './fetch-revocation.ts';
import { nodePrimitives } from './node-primitives.ts';

/**
 * How a stamp stands. *granted*: a token is there, and its service leads to no trusted root here. *verified*: it does.
 * *expiring*: the service's certificate ends within 90 days and no later stamp covers this one. *renewed*: one does.
 */
type StampState = 'pending' | 'rejected' | 'granted' | 'verified' | 'expiring' | 'renewed';
type StampStatus = Readonly<{
  request: number;
  state: StampState;
  size: number;
  askedAt: Instant;
  service: string | null;
  genTime: Instant | null;
  why: string | null;
}>;

const renewalTime = 90 * 86_400_000;

/**
 * Stamps the newest checkpoint of a case and whatever still waits. The request is in the log before anybody is asked: a
 * computer without a network, or a run that is killed, leaves it pending and loses nothing. A later stamp covers an
 * earlier one's token with the log, and so renews it.
 *
 * @param services asked one after the other; with none, the request only waits
 * @param now ms since 1970
 * @returns the queue as it stands then, oldest first
 */
export async function stampCase(
  caseFile: WritableCase,
  services: readonly TimeStampService[],
  ask: AskServices,
  now: number,
): Promise<readonly StampStatus[]> {
  if (await needsStamp(caseFile, ask.anchors, now)) requestStamp(caseFile);
  for (const stamp of readStamps(caseFile).filter(({ state }) => state === 'pending')) {
    if (services.length > 0) await answerStamp(caseFile, stamp, services, ask);
  }
  return stampStatuses(caseFile, ask.anchors, now);
}

/** Something happened since the last request, or what it gave is about to expire or was refused. */
async function needsStamp(caseFile: ReadableCase, anchors: readonly Certificate[], now: number): Promise<boolean> {
  const last = readStamps(caseFile).at(-1);
  if (!last) return true;
  const since = caseFile.entries().slice(last.size);
  if (since.some(({ act }) => !isOfStamps(act))) return true;
  const [newest] = (await stampStatuses(caseFile, anchors, now)).slice(-1);
  return newest?.state === 'rejected' || newest?.state === 'expiring';
}

function requestStamp(caseFile: WritableCase): void {
  const leaves = caseFile.entries().map((entry) => leafHash(entry, newSha256));
  const root = treeRoot(leaves, newSha256);
  const checkpoint = caseFile.objects.putBytes(
    utf8(checkpointText({ caseId: caseFile.caseId, size: leaves.length, root })),
  );
  caseFile.logEvent('stamp-requested', { checkpoint, size: leaves.length, root });
}

async function answerStamp(
  caseFile: WritableCase,
  { request, checkpoint }: Stamp,
  services: readonly TimeStampService[],
  ask: AskServices,
): Promise<void> {
  const asked = await askForToken(checkpoint, services, ask);
  if (asked.outcome !== 'granted') {
    if (asked.outcome === 'unreachable') return; // it stays pending
    const why = causeOfServices(asked.tried);
    caseFile.logEvent('stamp-answered', { request, service: '', token: null, genTime: null, answers: [], why });
    return;
  }
  const { service, token, verdict } = asked;
  const { crls, ocsp } = await fetchRevocation(verdict.path ?? [], ask.fetch, ask.signal);
  caseFile.logEvent('stamp-answered', {
    request,
    service: service.url,
    token: caseFile.objects.putBytes(token),
    genTime: verdict.info ? new Date(verdict.info.genTime).toISOString() : null,
    answers: [
      ...crls.map((bytes) => ({ kind: 'crl' as const, ...caseFile.objects.putBytes(bytes) })),
      ...ocsp.map((bytes) => ({ kind: 'ocsp' as const, ...caseFile.objects.putBytes(bytes) })),
    ],
    why: null,
  });
}

/** Every stamp of a case with its state today. */
export async function stampStatuses(
  caseFile: ReadableCase,
  anchors: readonly Certificate[],
  now: number,
): Promise<readonly StampStatus[]> {
  const stamps = readStamps(caseFile);
  const statuses: StampStatus[] = [];
  for (const [at, stamp] of stamps.entries()) {
    const { request, size, askedAt } = stamp;
    const common = { request, size, askedAt, service: null, genTime: null, why: null };
    if (stamp.state === 'pending') statuses.push({ ...common, state: 'pending' });
    else if (stamp.state === 'rejected') statuses.push({ ...common, state: 'rejected', why: stamp.why });
    else {
      const later = stamps.slice(at + 1).some((one) => one.state === 'granted');
      const state = await stateOf(caseFile, stamp, later, anchors, now);
      statuses.push({ ...common, state, service: stamp.service, genTime: stamp.genTime });
    }
  }
  return statuses;
}

async function stateOf(
  caseFile: ReadableCase,
  { token, checkpoint }: Extract<Stamp, { state: 'granted' }>,
  later: boolean,
  anchors: readonly Certificate[],
  now: number,
): Promise<StampState> {
  const digests = { 'SHA-256': createHash('sha256').update(caseFile.readObject(checkpoint)).digest('hex') };
  const { good, signer } = await verifyToken({ token: caseFile.readObject(token), digests, anchors }, nodePrimitives);
  if (!good) return 'granted';
  if (!signer || signer.notAfter - now > renewalTime) return 'verified';
  return later ? 'renewed' : 'expiring';
}

/** How far the log is ahead of what a third party has dated. */
export function sealLag(
  caseFile: ReadableCase,
): Readonly<{ unsealed: number; waiting: number; lastTime: Instant | null }> {
  const entries = caseFile.entries();
  const stamps = readStamps(caseFile, entries);
  const granted = stamps.findLast((stamp) => stamp.state === 'granted');
  const since = entries.slice(granted?.size ?? 0);
  return {
    unsealed: since.filter(({ act }) => !isOfStamps(act)).length,
    waiting: stamps.filter(({ state }) => state === 'pending').length,
    lastTime: granted?.genTime ?? null,
  };
}

/** The stamps of a case, as its log tells them. */
export function readStamps(caseFile: ReadableCase, entries = caseFile.entries()): readonly Stamp[] {
  const content = (sha256: string) => Buffer.from(caseFile.readObject(sha256)).toString('utf8');
  const acts = entries.flatMap(({ act, seq, wall, payload }): StampAct[] => {
    if (act === 'stamp-requested') return [{ seq, wall, act, value: parsePayload(act, content(payload)) }];
    if (act === 'stamp-answered') return [{ seq, wall, act, value: parsePayload(act, content(payload)) }];
    return [];
  });
  return stampsOf(acts);
}

function isOfStamps(act: string): boolean {
  return stampActs.some((one) => one === act);
}
