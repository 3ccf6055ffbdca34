/**
 * A published time as an exhibit states it or a page's fact has it. A fact that was read from words ends with what was
 * read: 「2019年05月06日 08:16 [2019-05-06T08:16]」; that is what can be compared.
 */
export function comparablePublished(text: string | null): string | null {
  const read = /\[(\d{4}-\d{2}-\d{2}(?:T[\d:]+(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?)\]$/.exec(text?.trim() ?? '')?.[1];
  return read ?? (text === null || text.trim() === '' ? null : text.trim());
}
