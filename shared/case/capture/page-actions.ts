import { z } from 'zod';
import { instantSchema } from '../../instant.ts';

/**
 * What a capture may do to a page at the operator's wish, never by itself: press what unfolds the text, refuse or close
 * banners that lie over it, and load pictures that the page keeps back until its own script asks for them.
 */
export const pageActions = ['dismiss-banners', 'expand', 'load-deferred-images'] as const;
export type PageAction = (typeof pageActions)[number];

const whole = z.int();

/** One thing that was done, or left undone for a reason. Places are CSS pixels of the whole page. */
const actSchema = z.strictObject({
  at: instantSchema,
  action: z.enum(pageActions),
  /** `hidden`: a banner without a button to refuse or close it was taken out of sight; it is still in the document. */
  what: z.enum(['clicked', 'hidden', 'image-asked-for', 'left-alone']),
  /** Words of the button or banner; of a picture the address that was asked for. */
  text: z.string(),
  selector: z.string(),
  x: whole,
  y: whole,
  width: whole,
  height: whole,
  /** What came of it, or why it was left alone: a code of `shared/messages/reasons/action-messages.ts`. */
  effect: z.string().regex(/^[a-z-]+$/),
});
export type PerformedAction = Readonly<z.infer<typeof actSchema>>;

/** Acts that a record names one by one; the artifact `actions` has them all. */
export const mostActsInRecord = 60;

export const actedSchema = z.strictObject({
  asked: z.array(z.enum(pageActions)),
  /** How many things were done, those left alone not counted. */
  done: whole,
  acts: z.array(actSchema).max(mostActsInRecord),
  /** Size in device pixels of the picture from before, and whether it shows the whole page; null where none was needed. */
  before: z.strictObject({ width: whole, height: whole, whole: z.boolean() }).nullable(),
});
export type Acted = Readonly<z.infer<typeof actedSchema>>;

/** What a person did in the visible browser before the page was captured, in numbers; the artifact `hand-log` has each act. */
export const manualCaptureSchema = z.strictObject({
  seconds: whole,
  navigations: whole,
  clicks: whole,
  /** How many keys were pressed. Which ones, and what was typed, is not recorded. */
  keys: whole,
  scrolls: whole,
  /** Something was typed into a field: then no network archive is kept, since it may hold credentials. */
  typed: z.boolean(),
  /** Frames of the recording, and whether it was cut at its bound. */
  frames: whole,
  capped: z.boolean(),
});
export type ManualCapture = Readonly<z.infer<typeof manualCaptureSchema>>;

/** A part of the page that scrolls by itself, or hides what does not fit. Sizes in CSS pixels. */
const innerPartSchema = z.strictObject({
  selector: z.string(),
  kind: z.enum(['scrolls', 'clips']),
  x: whole,
  y: whole,
  width: whole,
  height: whole,
  /** How much of its content the picture does not show, below and to the right. */
  hiddenHeight: whole,
  hiddenWidth: whole,
});

export const innerScrollSchema = z.strictObject({
  parts: z.array(innerPartSchema),
  /** The page once more with these parts at full size, in device pixels; null where nobody asked for it, or it failed. */
  expanded: z.strictObject({ width: whole, height: whole, overlap: whole, left: whole }).nullable(),
});
export type InnerScroll = Readonly<z.infer<typeof innerScrollSchema>>;
