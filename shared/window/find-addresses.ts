/** An address found in pasted text, with the words that stood beside it: a title, a medium. */
type FoundAddress = Readonly<{ url: string; beside: string }>;

export type FoundAddresses = Readonly<{ addresses: readonly FoundAddress[]; doubles: number }>;

/** Where an address ends in running text: white space, quotes, brackets and Chinese punctuation never stand in one. */
const address =
  /(?:https?:\/\/|www\.)[^\s"'<>\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65“”‘’「」『』【】《》（），。；：！？、|\\^`{}]+/giu;

/**
 * Finds the addresses in whatever a person pastes: one a line, text shared from a phone (`【标题】…… https://…`), rows of a
 * spreadsheet with media and titles in other cells. The same address twice is taken once. A `www.` without a scheme is
 * read as https.
 * @param parse an address in its one spelling, or null where it is none: the platform's URL parser
 */
export function findAddresses(text: string, parse: (address: string) => string | null): FoundAddresses {
  const found = new Map<string, FoundAddress>();
  let doubles = 0;
  for (const line of text.split(/\r?\n/)) {
    const inLine = [...line.matchAll(address)].map(([match]) => trimmed(match));
    const beside = inLine
      .reduce((rest, one) => rest.replace(one, '\t'), line)
      .split(/\t|,(?=\s)/)
      .map((cell) => cell.replace(/[\s"]+/g, ' ').trim())
      .filter((cell) => cell !== '')
      .join(' · ');
    for (const one of inLine) {
      const url = parse(/^https?:/i.test(one) ? one : `https://${one}`);
      if (url === null) continue;
      if (found.has(url)) doubles += 1;
      else found.set(url, { url, beside });
    }
  }
  return { addresses: [...found.values()], doubles };
}

/** A closing bracket stays where it was opened in the address itself, as in Wikipedia's. */
function trimmed(match: string): string {
  let end = match;
  for (;;) {
    const unopened = end.split(')').length > end.split('(').length;
    const shorter = end.replace(unopened ? /[.,;:!?)\]]$/ : /[.,;:!?\]]$/, '');
    if (shorter === end) return end;
    end = shorter;
  }
}
