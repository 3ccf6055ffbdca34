import type { Output } from '../../../shared/contract.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { readAnchors } from '../../seal/time/anchors.ts';
import { clockAgainstStamps } from '../../seal/time/clock-against-stamps.ts';
import { stampCase, stampStatuses } from '../../seal/time/stamp-case.ts';
import { reading, writing } from '../cases/with-case.ts';
import type { Handler } from '../handler.ts';

/** Milliseconds before a service that did not answer is asked again. */
export const pauses = [1_000, 3_000];

/** Asks for a time stamp over the newest checkpoint, and again for those that still wait. */
export const timestampHandler: Handler<'stamps.ask'> = (
  { case: folder, services: urls, policy, anchors: chosen },
  { services, signal },
) => {
  const anchors = readAnchors(services.resourcePath('anchors'), chosen);
  return writing(folder, services, async (caseFile) => {
    const { fetch } = globalThis;
    const ask = { fetch, random: services.clockAndRandom.random, anchors, signal, pauses };
    const asked = urls.map((url) => ({ url, policy }));
    const stamps = await stampCase(caseFile, asked, ask, services.clockAndRandom.now().getTime());
    const clock = clockAgainstStamps(caseFile, services.clockAndRandom.now().getTime());
    if (clock) services.tell?.(clock.code, clock.text, { minutes: clock.minutes });
    return queueOf(caseFile, stamps);
  });
};

/** The queue as it stands, read from a copy; nobody is asked. */
export const listStamps: Handler<'stamps.list'> = async ({ case: folder, anchors: chosen }, { services }) => {
  const anchors = readAnchors(services.resourcePath('anchors'), chosen);
  return reading(folder, async (caseFile) => {
    const stamps = await stampStatuses(caseFile, anchors, services.clockAndRandom.now().getTime());
    return queueOf(caseFile, stamps);
  });
};

function queueOf(caseFile: ReadableCase, stamps: Awaited<ReturnType<typeof stampStatuses>>): Output<'stamps.ask'> {
  const { seq, hash } = caseFile.head();
  return { stamps: stamps.map((stamp) => ({ ...stamp })), head: { seq, hash } };
}
