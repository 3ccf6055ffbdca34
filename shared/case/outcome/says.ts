import type { Shortfalls } from './answers.ts';

/** A reason says nothing by itself: the step that it ended does. */
export type Says = Shortfalls | 'by-step';

export const shortOfNothing: Shortfalls = {};
export const notShown: Shortfalls = { picture: 'partly' };
export const noPicture: Shortfalls = { picture: 'none' };
export const pictureDoubtful: Shortfalls = { picture: 'unknown' };
export const wordsMissing: Shortfalls = { text: 'partly' };
export const wordsDoubtful: Shortfalls = { text: 'unknown' };
export const notArchived: Shortfalls = { archive: 'partly' };
export const notReceived: Shortfalls = { resources: 'partly' };
/** What is missing may be seen: nobody measured whether it is. */
export const notReceivedNorSeen: Shortfalls = { picture: 'unknown', resources: 'partly' };
/** It may have brought words, too. */
export const notReceivedNorRead: Shortfalls = { picture: 'unknown', resources: 'partly', text: 'unknown' };
/** A limit of time ended it: a slower computer sees less, and what is missing nobody measured. */
export const notSeenInTime: Shortfalls = { picture: 'unknown', resources: 'unknown' };
export const nothingCame: Shortfalls = { picture: 'none', resources: 'none', text: 'none' };
export const otherPage: Shortfalls = { resources: 'none' };
export const maybeOtherPage: Shortfalls = { resources: 'unknown' };
