import { z } from 'zod';
import { canonicalBytes } from '../../shared/canonical-json.ts';
import type { Artifact, ItemRecord } from '../../shared/case/record.ts';
import { isSealed } from '../../shared/package/layout.ts';
import { secretsOfAddress } from '../../shared/redaction/address-tokens.ts';
import { addressesOf } from '../../shared/redaction/cleaned-record.ts';
import { isAccessValue } from '../../shared/redaction/credential-names.ts';
import type { ItemState, ObjectWriter, ReadableCase } from './case-handles.ts';
import { canHoldText } from './holds-credentials.ts';
import { findLeaks, type OutgoingFile } from './leaks/find-leaks.ts';

/**
 * Artifact `credentials` (`credentials.json`), sealed: values that a capture's exchanges carried, that let somebody in and
 * that its page does not show, so that whatever else leaves the case can be searched for them. The salt keeps its hash,
 * which others see, from being guessed.
 */
const credentialsSchema = z.strictObject({
  v: z.literal(1),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  values: z.array(z.string().min(1)).min(1),
});

/** More are not kept: a page that carries so many carries no login by most of them. */
const mostValues = 500;

export function storeCredentials(objects: ObjectWriter, values: readonly string[], salt: Uint8Array): Artifact {
  const stored = { v: 1, salt: Buffer.from(salt).toString('hex'), values: values.slice(0, mostValues) } as const;
  return {
    role: 'credentials',
    name: 'credentials.json',
    mediaType: 'application/json',
    ...objects.putBytes(canonicalBytes(stored)),
  };
}

const wholeAddresses = z.object({
  url: z.string(),
  finalUrl: z.string().nullable(),
  servedUrl: z.string().optional(),
  redirects: z.array(z.object({ url: z.string(), location: z.string().nullable() })),
});

/** Values that the captures of a case learnt to let somebody in, each once; of older ones those of their addresses. */
export function learntCredentials(caseFile: ReadableCase, items: readonly ItemState[]): readonly string[] {
  return [...new Set(items.flatMap(({ record }) => learntOf(caseFile, record)))];
}

function learntOf(caseFile: ReadableCase, record: ItemRecord): readonly string[] {
  const read = ({ sha256 }: Artifact): unknown => {
    try {
      return JSON.parse(Buffer.from(caseFile.readObject(sha256)).toString('utf8'));
    } catch (error) {
      // What is sealed stays with whoever handed the item over.
      if (error instanceof Error && 'code' in error && error.code === 'object-missing') return null;
      throw error;
    }
  };
  const inAddresses = (addresses: readonly string[]) => addresses.flatMap(secretsOfAddress).filter(isAccessValue);
  return [
    ...inAddresses(addressesOf(record)),
    ...record.artifacts.flatMap((artifact) => {
      if (artifact.role === 'credentials') return credentialsSchema.safeParse(read(artifact)).data?.values ?? [];
      const whole = artifact.role === 'addresses' ? wholeAddresses.safeParse(read(artifact)).data : undefined;
      if (!whole) return [];
      const { url, finalUrl, servedUrl, redirects } = whole;
      const hops = redirects.flatMap(({ url: from, location }) => [from, location]);
      return inAddresses([url, finalUrl, servedUrl, ...hops].filter((one) => typeof one === 'string'));
    }),
  ];
}

const noWords = /^(?:image|video|audio|font)\//;

/** Files that others are handed of an item and in which nothing was replaced: imported ones, and what is no text. */
function uncleaned(caseFile: ReadableCase, { record }: ItemState): readonly OutgoingFile[] {
  const isImport = record.kind === 'import';
  return record.artifacts
    .filter((one) => !isSealed(one) && !noWords.test(one.mediaType))
    .filter((one) => one.role !== 'wacz-disclosure' && (isImport || !canHoldText(one)))
    .map(({ name, sha256 }) => ({ name, path: caseFile.objectPath(sha256) }));
}

/**
 * Where the files that others are handed of an item hold a credential that a capture of the case learnt, whatever carries
 * it: text, mail, PDF, ZIP, also one within the other.
 *
 * @returns names, `original.zip!/mail.eml` for a part of one
 * @throws the signal's reason when cancelled
 */
export async function credentialsCarried(
  caseFile: ReadableCase,
  state: ItemState,
  values: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (values.length === 0) return [];
  const { found } = await findLeaks(uncleaned(caseFile, state), values, signal);
  return found.map(({ file, part }) => `${file}${part}`);
}
