import type { Text } from '../../language.ts';

/** What one kind of file says that no other does. Codes and names are kept for ever: records hold them. */
export type KindWords = Readonly<{
  /** Lines of the operation log that only its intake writes. A capture is complete without them. */
  steps?: Readonly<Record<string, Text>>;
  /** Why a step ended as it did, and what it warns of. */
  reasons?: Readonly<Record<string, Text>>;
  /** Names of the facts that are read from it. */
  facts?: Readonly<Record<string, Text>>;
  /** Where in such a file a fact is from. */
  sources?: Readonly<Record<string, Text>>;
}>;
