import type { Reason } from '../record.ts';

const lacks = /^(picture-cut-|scroll-ended-by-|pictures-missing|sub-resources-failed|seen-not-in-picture)/;

/** Whether a reason says that a page, or its picture, is not all there. */
export const saysItLacks = ({ code }: Reason): boolean => lacks.test(code);
