import type { Output } from '../../shared/contract.ts';
import type { ReadableCase } from '../casefile/case-handles.ts';
import { readAnchors } from '../seal/anchors.ts';
import { stampCase, stampStatuses } from '../seal/stamp-case.ts';
import { reading, writing } from './cases/with-case.ts';
import type { Handler } from './workbench.ts';

/** Milliseconds before a service that did not answer is asked again. */
export const pauses = [1_000, 3_000];

/** Asks for a time stamp over the newest checkpoint, and again for those that still wait. */
export const timestampHandler: Handler<'stamps.ask'> = (
  { case: folder, services: urls, policy, anchors: chosen },
  { services, signal },
) => {
  const anchors = readAnchors(services.resourcePath('anchors'), chosen);
  return writing(folder, services, async (kase) => {
    const { fetch } = globalThis;
    const ask = { fetch, random: services.surroundings.random, anchors, signal, pauses };
    const asked = urls.map((url) => ({ url, policy }));
    const stamps = await stampCase(kase, asked, ask, services.surroundings.now().getTime());
    return queueOf(kase, stamps);
  });
};

/** The queue as it stands, read from a copy; nobody is asked. */
export const listStamps: Handler<'stamps.list'> = async ({ case: folder, anchors: chosen }, { services }) => {
  const anchors = readAnchors(services.resourcePath('anchors'), chosen);
  return reading(folder, async (kase) => {
    const stamps = await stampStatuses(kase, anchors, services.surroundings.now().getTime());
    return queueOf(kase, stamps);
  });
};

function queueOf(kase: ReadableCase, stamps: Awaited<ReturnType<typeof stampStatuses>>): Output<'stamps.ask'> {
  const { seq, hash } = kase.head();
  return { stamps: stamps.map((stamp) => ({ ...stamp })), head: { seq, hash } };
}
