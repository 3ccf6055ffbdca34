import { expect, test } from 'vitest';
import type { Exchange } from '../../../../electron/capture/recorder/exchange.ts';
import { answeredWhileHeld } from '../../../../electron/capture/recorder/not-received.ts';
import { madeExchange } from '../../../fixtures/made/made-exchange.ts';

/** The scripts were stopped a thousand seconds after 1970, when the browser's monotonic clock stood at 50 seconds. */
const heldAt = 1_000_000;

type Times = Readonly<{ sent: number; ended: number | null; kind?: string; how?: 'finished' | 'redirected' }>;

/** A request with its times in ms from the stop. */
function exchange({ sent, ended, kind = 'Fetch', how = 'finished' }: Times): Exchange {
  return madeExchange('http://127.0.0.1/', {
    kind,
    initiator: 'script',
    wall: 1_000 + sent / 1_000,
    sentAt: 50 + sent / 1_000,
    end: ended === null ? { how: 'open' } : { how },
    finishedAt: ended === null ? null : 50 + ended / 1_000,
  });
}

test.for([
  ['open at the stop, answered after it', { sent: -3_000, ended: 40 }, 1],
  ['so shortly before it that no script can have worked on the answer', { sent: -3_000, ended: -20 }, 1],
  ['answered well before', { sent: -3_000, ended: -600 }, 0],
  ['asked for only after it', { sent: 10, ended: 400 }, 0],
  ['never answered: it counts as open at the end', { sent: -3_000, ended: null }, 0],
  ['led on: the last hop counts', { sent: -3_000, ended: 40, how: 'redirected' }, 0],
  ['a style sheet', { sent: -200, ended: 90, kind: 'Stylesheet' }, 1],
  ['a beacon', { sent: -200, ended: 90, kind: 'Ping' }, 0],
  ['a film that flows', { sent: -200, ended: 90, kind: 'Media' }, 0],
] as const)('a request %s counts as one that the held page could not use, or not', ([, times, count]) => {
  expect(answeredWhileHeld([exchange(times)], heldAt)).toBe(count);
  expect(answeredWhileHeld([exchange(times)], null)).toBe(0);
});
