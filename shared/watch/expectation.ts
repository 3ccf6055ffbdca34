/** What is expected of an address. `words` mark the message, or the statement that must stand there. */
export type Expectation = Readonly<{ is: 'gone' | 'contains' | 'lacks'; words: string } | { is: 'unchanged' }>;

/** The words whose presence an expectation is about; null where any page will do. */
export function wordsOf(expect: Expectation): string | null {
  return expect.is === 'unchanged' ? null : expect.words;
}
