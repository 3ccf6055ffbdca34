import { bytesAsText } from '../../shared/redaction/bytes-as-text.ts';
import { textWithoutCredentials } from '../../shared/redaction/credentials.ts';

/**
 * What bodies say by name or shape that lets somebody in, found out once for each: a long page takes a hundred milliseconds,
 * is learnt from, and looked through again when a copy of it is made. The same bytes say the same, so they go by their hash.
 */
export class SearchedBodies {
  readonly #said = new Map<string, readonly string[]>();
  readonly #silent = new Set<string>();

  /** The values that a body says, in their order. @param sha256 of its bytes; null: it is not remembered */
  said(bytes: Uint8Array, sha256: string | null): readonly string[] {
    const known = sha256 === null ? undefined : this.#said.get(sha256);
    if (known) return known;
    const held = bytesAsText(bytes);
    const values: string[] = [];
    const text =
      held &&
      textWithoutCredentials(held.text, (value) => {
        values.push(value);
        return value;
      });
    if (sha256 === null) return values;
    this.#said.set(sha256, values);
    // Nothing was there to be replaced, by whatever words: a copy without it is the text as it is.
    if (values.length === 0 && (held === null || text === held.text)) this.#silent.add(sha256);
    return values;
  }

  /** Whether it is known of a body that it says nothing of the kind. */
  saysNothing(sha256: string | null): boolean {
    return sha256 !== null && this.#silent.has(sha256);
  }
}
