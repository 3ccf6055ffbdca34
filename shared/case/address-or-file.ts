import type { ItemRecord } from './record.ts';

/** By what a person knows where an item is from: the requested address of a capture, the file name of an import. */
export const addressOrFile = (record: ItemRecord): string => (record.kind === 'capture' ? record.url : record.fileName);
