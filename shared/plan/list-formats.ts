/** What the lists of a bundle can be written as, besides its pages: Word and Excel (ECMA-376). */
export const listFormats = ['docx', 'xlsx'] as const;
export type ListFormat = (typeof listFormats)[number];
