import { z } from 'zod';

/**
 * What became of a file that was named to be imported, in the order in which it needs a look. *refused*: not imported;
 * *nothing*: stored, and nothing of it can be shown; *partly*: shown in part; *undetermined*: the record does not say;
 * *kept*: of a kind that has no pages; *same*: the case had these very bytes; *noted*: whole, with something to be read;
 * *system*: left behind by a system or hidden, and not imported; *whole*: nothing is to be said.
 */
export const intakeLooks = [
  'refused',
  'nothing',
  'partly',
  'undetermined',
  'kept',
  'same',
  'noted',
  'system',
  'whole',
] as const;
export type IntakeLook = (typeof intakeLooks)[number];

/** What became of every file, those that need a look first. */
export const intakeReportSchema = z.array(
  z.strictObject({
    /** The path as it was given; within a folder, with the names as they were read. */
    file: z.string(),
    look: z.enum(intakeLooks),
    /** Null where it was not imported. */
    item: z.string().nullable(),
    /** Why it needs a look, in words. */
    reasons: z.array(z.string()),
  }),
);
export type IntakeReport = z.infer<typeof intakeReportSchema>;
