import type { ItemRecord } from '../record.ts';

/** What the name of a program says whose clock was put forward to tell a story. */
export const demoClockMark = 'demo clock';

/** Whether the times of a record are those of a story, and of no device. */
export const byDemoClock = ({ program }: Pick<ItemRecord, 'program'>): boolean =>
  program.version.endsWith(`(${demoClockMark})`);
