import type { ItemRecord, Reason } from '../record.ts';

const lacks = /^(picture-cut-|scroll-ended-by-|pictures-missing|sub-resources-failed|seen-not-in-picture)/;

/** Whether a reason says that a page, or its picture, is not all there. */
export const saysItLacks = ({ code }: Reason): boolean => lacks.test(code);

/** Whether anything of the page was not obtained, whatever the outcome of the steps. */
export const lacksSomething = ({ warnings }: Pick<ItemRecord, 'warnings'>): boolean => warnings.some(saysItLacks);
