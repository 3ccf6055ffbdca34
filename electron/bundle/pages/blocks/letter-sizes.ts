/**
 * Points of the smallest letters in the field of a page: what stands in a table, a note, a line under a picture. What would be
 * set smaller is set in this size: a row takes more lines instead.
 */
export const leastLetters = 8;
