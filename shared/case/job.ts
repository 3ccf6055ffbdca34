import { z } from 'zod';
import { outcomes, type Reason } from './record.ts';
import type { CaptureRequest } from './capture/capture-request.ts';

/**
 * How far an address of the queue is. `waiting`: to be captured; `begun`: at work, or its run was killed. The outcomes of a
 * capture made an item; `refused` and `cancelled` made none.
 */
export const jobStates = ['waiting', 'begun', ...outcomes, 'refused', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** An address in the queue has an id like an item, so that the same address may stand there twice. */
export const jobIdSchema = z.uuid({ version: 'v7' });

/** One address of the queue, as it stands now. */
export type Job = Readonly<{
  job: string;
  url: string;
  order: CaptureRequest;
  state: JobState;
  /** Why it is in this state, where somebody or something decided so. */
  reason: Reason | null;
  /** How often its capture was begun. */
  attempts: number;
  /** The item it last became. */
  item: string | null;
  /** Custody entry that queued it, and the one that brought it into its state. */
  queuedBy: number;
  decidedBy: number;
}>;
