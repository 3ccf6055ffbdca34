import type { StepLine } from '../../messages/names/step-names.ts';
import type { filmWords } from '../../messages/kinds/film.ts';
import type { mailWords } from '../../messages/kinds/mail.ts';
import type { pictureWords } from '../../messages/kinds/picture.ts';
import type { Shortfalls } from './answers.ts';

/** A line that the intake of one kind of file alone writes. */
export type KindLine =
  keyof (typeof filmWords)['steps'] | keyof (typeof mailWords)['steps'] | keyof (typeof pictureWords)['steps'];

const nothing: Shortfalls = {};

/**
 * What is lost where a line of the operation log failed: `none` where the step makes the thing, `unknown` where it looks
 * after it. A step that ended `partial` for a reason of its own is judged by that reason (`reason-answers.ts`).
 */
export const answersOfStep: Readonly<Record<StepLine | KindLine, Shortfalls>> = {
  browser: { picture: 'none', resources: 'none', text: 'none', archive: 'none' },
  session: { resources: 'partly' },
  load: { picture: 'none', resources: 'none', text: 'none' },
  'by-hand': nothing,
  'picture-of-screen': nothing,
  scroll: { picture: 'unknown', resources: 'unknown' },
  'scroll-inside': { picture: 'unknown', resources: 'unknown' },
  'follow-document': { picture: 'unknown', resources: 'unknown', text: 'unknown' },
  'pictures-and-fonts': { picture: 'unknown', resources: 'unknown' },
  'quiet-network': { resources: 'unknown' },
  'scroll-to-top': { picture: 'unknown' },
  stillness: { picture: 'unknown' },
  'look-for-actions': nothing,
  'picture-before': nothing,
  'dismiss-banners': { picture: 'partly' },
  expand: { picture: 'partly', text: 'partly' },
  'load-deferred-images': { picture: 'partly', resources: 'partly' },
  'hold-still': { picture: 'unknown', text: 'unknown' },
  'hold-document': { picture: 'none', text: 'none' },
  'bring-in': { picture: 'unknown', text: 'unknown' },
  picture: { picture: 'none' },
  mhtml: { archive: 'partly' },
  source: { archive: 'partly' },
  'dom-and-text': { text: 'none', archive: 'partly' },
  'page-facts': nothing,
  'text-positions': { text: 'partly' },
  'text-in-picture': { picture: 'unknown', text: 'unknown' },
  'seen-in-picture': { picture: 'unknown' },
  'inner-scroll': { picture: 'unknown' },
  'expand-inner-scroll': { picture: 'partly' },
  rolling: { picture: 'partly' },
  'one-document': { picture: 'unknown', text: 'unknown' },
  // Nobody knows then what was still to come when the page was read.
  record: { picture: 'unknown', resources: 'unknown', text: 'unknown', archive: 'none' },
  'second-path': nothing,
  archive: { resources: 'unknown', archive: 'none' },
  'store-original': { archive: 'none' },
  identify: nothing,
  attachments: { resources: 'partly' },
  'make-pages': { picture: 'none' },
  'draw-html': { picture: 'partly' },
  'convert-picture': { picture: 'none' },
  'read-film': nothing,
  'key-frames': { picture: 'none' },
  'read-mail-head': { text: 'partly' },
  'check-dkim': nothing,
  redact: { picture: 'none' },
  region: { picture: 'none' },
  stitch: { picture: 'none' },
};
