import type { EventType, CustodyPayload } from '../custody/event-types.ts';
import type { Sha256 } from '../digest.ts';
import type { Instant } from '../instant.ts';

/** One request for a time stamp over a checkpoint, as the custody log tells it. */
export type Stamp = Readonly<{
  /** Number of the entry that asked; the stamp covers all entries before it. */
  request: number;
  checkpoint: Sha256;
  size: number;
  root: Sha256;
  askedAt: Instant;
}> &
  (
    | Readonly<{ state: 'pending' }>
    | Readonly<{ state: 'rejected'; service: string; why: string }>
    | Readonly<{
        state: 'granted';
        service: string;
        token: Sha256;
        genTime: Instant;
        answers: CustodyPayload<'stamp-answered'>['answers'];
      }>
  );

/** An entry that speaks of stamps, with its content. */
export type StampAct = Readonly<{ seq: number; wall: Instant }> &
  (
    | Readonly<{ act: 'stamp-requested'; value: CustodyPayload<'stamp-requested'> }>
    | Readonly<{ act: 'stamp-answered'; value: CustodyPayload<'stamp-answered'> }>
  );

export const stampActs: readonly EventType[] = ['stamp-requested', 'stamp-answered'];

/** The queue of stamps in order of their requests. An answer to no request of ours is left out. */
export function stampsOf(acts: readonly StampAct[]): readonly Stamp[] {
  const stamps = new Map<number, Stamp>();
  for (const { seq, wall, ...said } of acts) {
    if (said.act === 'stamp-requested') {
      const { checkpoint, size, root } = said.value;
      stamps.set(seq, { request: seq, checkpoint: checkpoint.sha256, size, root, askedAt: wall, state: 'pending' });
      continue;
    }
    const { request, service, token, genTime, answers, why } = said.value;
    const asked = stamps.get(request);
    if (!asked) continue;
    const { checkpoint, size, root, askedAt } = asked;
    const common = { request, checkpoint, size, root, askedAt };
    stamps.set(
      request,
      token && genTime
        ? { ...common, state: 'granted', service, token: token.sha256, genTime, answers }
        : { ...common, state: 'rejected', service, why: why ?? '' },
    );
  }
  return [...stamps.values()];
}
