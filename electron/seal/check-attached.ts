import type { Attachment } from '../../shared/case/attachment.ts';
import { parsePayload } from '../../shared/custody/payload.ts';
import type { Certificate } from '../../shared/timestamp/certificate.ts';
import { readAnswer } from '../../shared/timestamp/request.ts';
import { longestToken, readToken } from '../../shared/timestamp/token.ts';
import { verifyToken, type TokenVerdict } from '../../shared/timestamp/verify-token.ts';
import type { ItemState, ReadableCase } from '../casefile/case-handles.ts';
import { nodePrimitives } from './time/node-primitives.ts';
import { readRegular } from '../casefile/files/regular-file.ts';

/** A file that a preservation service gave back, held against the item that it was attached to. */
export type CheckedAttachment = Readonly<{ attachment: Attachment }> &
  (
    | Readonly<{ checked: true; verdict: TokenVerdict; covers: string | null }>
    /** Neither a time-stamp token nor the answer of a service with one in it (RFC 3161): a certificate as PDF, a picture … */
    | Readonly<{ checked: false; why: 'no-token' | 'too-large' | 'gone' }>
  );

/**
 * Checks the time-stamp tokens among an item's outside anchors (`.tsa`, `.tsr`): what they were granted over is looked for
 * among the item's files, its record, and the ZIPs that were made of it for deposit services. Nothing is asked of anybody.
 */
export async function checkAttached(
  caseFile: ReadableCase,
  state: ItemState,
  anchors: readonly Certificate[],
): Promise<readonly CheckedAttachment[]> {
  const outside = state.attachments.filter(({ kind }) => kind !== 'machine-read');
  const known = outside.length === 0 ? new Map<string, string>() : digestsOf(caseFile, state);
  const checks = outside.map(async (attachment): Promise<CheckedAttachment> => {
    if (attachment.file.bytes > longestToken) return { attachment, checked: false, why: 'too-large' };
    const bytes = bytesOf(caseFile, attachment.file.sha256);
    if (bytes === null) return { attachment, checked: false, why: 'gone' };
    const token = tokenIn(bytes);
    if (token === null) return { attachment, checked: false, why: 'no-token' };
    const { hash, digest } = token.imprint;
    const covers = hash === 'SHA-256' ? (known.get(digest) ?? null) : null;
    // Of another file of this item nothing would fit: the record's digest stands for all that was looked at.
    const digests = { 'SHA-256': covers === null ? state.recordSha256 : digest };
    return {
      attachment,
      checked: true,
      covers,
      verdict: await verifyToken({ token: token.bytes, digests, anchors }, nodePrimitives),
    };
  });
  return Promise.all(checks);
}

/** Digest → the name of what it is of. */
function digestsOf(caseFile: ReadableCase, { item, record, recordSha256 }: ItemState): ReadonlyMap<string, string> {
  const exported = caseFile.entries().filter(({ act }) => act === 'digests-exported');
  const archives = exported.flatMap(({ payload }) => {
    const text = Buffer.from(caseFile.readObject(payload)).toString('utf8');
    return parsePayload('digests-exported', text).archives.filter((archive) => archive.item === item);
  });
  return new Map([
    ...archives.map(({ sha256 }) => [sha256, `${item}.zip`] as const),
    ...record.artifacts.map(({ sha256, name }) => [sha256, name] as const),
    [recordSha256, 'record.json'],
  ]);
}

function bytesOf(caseFile: ReadableCase, sha256: string): Buffer | null {
  try {
    return readRegular(caseFile.objectPath(sha256));
  } catch {
    return null; // verify says that it is missing
  }
}

/** The token of a file, which may be a service's whole answer. Null where there is none. */
function tokenIn(bytes: Buffer) {
  const read = (token: Uint8Array) => {
    try {
      return { bytes: token, imprint: readToken(token).info.imprint };
    } catch {
      return null;
    }
  };
  const own = read(bytes);
  if (own !== null) return own;
  try {
    const answer = readAnswer(bytes);
    return 'token' in answer ? read(answer.token) : null;
  } catch {
    return null;
  }
}
