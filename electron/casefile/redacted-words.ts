import { z } from 'zod';
import { canonicalBytes } from '../../shared/canonical-json.ts';
import type { Artifact, ItemRecord } from '../../shared/case/record.ts';
import type { ItemState, ObjectWriter, ReadableCase } from './case-handles.ts';

/**
 * Artifact `redacted-words` (`redacted-words.json`), sealed: the words that a redaction was asked to take out, so that
 * whatever leaves the case can be searched for them. The salt keeps its hash, which others see, from being guessed.
 */
const redactedWordsSchema = z.strictObject({
  v: z.literal(1),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  words: z.array(z.string().min(1)).min(1),
});

export function storeRedactedWords(objects: ObjectWriter, words: readonly string[], salt: Uint8Array): Artifact {
  const stored = { v: 1, salt: Buffer.from(salt).toString('hex'), words: [...words] } as const;
  return {
    role: 'redacted-words',
    name: 'redacted-words.json',
    mediaType: 'application/json',
    ...objects.putBytes(canonicalBytes(stored)),
  };
}

/** The words that were taken out of an item; none where it was redacted by place, or where they stayed with the sender. */
export function redactedWordsOf(caseFile: ReadableCase, record: ItemRecord): readonly string[] {
  return record.artifacts
    .filter(({ role }) => role === 'redacted-words')
    .flatMap(({ sha256 }) => {
      try {
        return redactedWordsSchema.parse(JSON.parse(Buffer.from(caseFile.readObject(sha256)).toString('utf8'))).words;
      } catch (error) {
        // A package never hands these words over.
        if (error instanceof Error && 'code' in error && error.code === 'object-missing') return [];
        throw error;
      }
    });
}

/** The words that were taken out of any item of the case, each once. */
export function wordsTakenOut(
  caseFile: ReadableCase,
  items: readonly ItemState[] = caseFile.items(),
): readonly string[] {
  return [...new Set(items.flatMap(({ record }) => redactedWordsOf(caseFile, record)))];
}
