import { diffArrays } from 'diff';
import type { DifferenceCause } from '../../../shared/case/capture/second-path.ts';
import type { BodyRegion } from './messages.ts';

/** Longer parts that differ are not compared piece by piece, in bytes of each side. */
const longestCompared = 2 * 1024 * 1024;
/** Work of the comparison, in edits and in ms. */
const effort = { maxEditLength: 4_000, timeout: 2_000 } as const;
const mostRegions = 500;
/** Bytes of each side that the log shows. */
const shown = 160;
/** A moment this near to the answer, in seconds, is the answer's own. */
const nearby = 600;

/** `nonce="…"` of CSP, and fields and names that frameworks give their one-time values. */
const beforeNonce =
  /(\bnonce\s*=\s*["']?|\bname\s*=\s*["']?[\w.-]*(csrf|xsrf|authenticity|requestverification)[\w.-]*["']?\s+(type\s*=\s*["']?hidden["']?\s+)?(value|content)\s*=\s*["']?|["']?[\w-]*(csrf|xsrf)[\w-]*["']?\s*[:=]\s*["'])$/i;
/** A nonce or token: one word without spaces. */
const word = /^[\w+/=.:-]{4,200}$/;

/**
 * Two bodies that differ, byte for byte: where, and what stands there. Bytes are read as Latin-1, so that places are
 * places in the file whatever its charset.
 *
 * @returns null where they are too long or too different to be compared piece by piece
 */
export function compareBodies(browser: Buffer, own: Buffer, answeredAt: Date): readonly BodyRegion[] | null {
  const most = Math.min(browser.length, own.length);
  let head = 0;
  while (head < most && browser[head] === own[head]) head++;
  let tail = 0;
  while (tail < most - head && browser[browser.length - 1 - tail] === own[own.length - 1 - tail]) tail++;
  // Whole pieces are compared: a nonce that begins with the same letter in both is still one.
  head = startOfPiece(browser, head);
  const ends = (body: Buffer) => endOfPiece(body, body.length - tail);
  const [one, other] = [browser.subarray(head, ends(browser)), own.subarray(head, ends(own))];
  if (one.length > longestCompared || other.length > longestCompared) return null;
  const changes = diffArrays(piecesOf(one), piecesOf(other), effort);
  if (!changes) return null;
  const regions: BodyRegion[] = [];
  let at = head;
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed === '' && added === '') return;
    const cause = causeOf(browser.toString('latin1', Math.max(0, at - 120), at), removed, added, answeredAt);
    regions.push({ at, browser: removed.slice(0, shown), own: added.slice(0, shown), cause });
    at += removed.length;
    removed = added = '';
  };
  for (const change of changes) {
    const text = change.value.join('');
    if (change.removed) removed += text;
    else if (change.added) added += text;
    else {
      flush();
      at += text.length;
    }
    if (regions.length > mostRegions) return null;
  }
  flush();
  return regions;
}

function causeOf(before: string, browser: string, own: string, answeredAt: Date): DifferenceCause | null {
  if (word.test(browser) && word.test(own) && beforeNonce.test(before)) return 'nonce';
  if (isNow(browser, answeredAt) && isNow(own, answeredAt)) return 'clock';
  return null;
}

/** Seconds or milliseconds since 1970 that lie near the answer. */
function isNow(text: string, answeredAt: Date): boolean {
  if (!/^(\d{10}|\d{13})$/.test(text)) return false;
  const seconds = Number(text.slice(0, 10));
  return Math.abs(seconds - answeredAt.getTime() / 1000) < nearby;
}

const pieces = /[\w+/=-]+|\s+|[^\w\s]/g;

function piecesOf(bytes: Buffer): string[] {
  return bytes.toString('latin1').match(pieces) ?? [];
}

const inPiece = (byte: number | undefined) => byte !== undefined && /[\w+/=-]/.test(String.fromCharCode(byte));
/** How far a piece is followed, in bytes. */
const longestPiece = 4_096;

function startOfPiece(body: Buffer, from: number): number {
  let at = from;
  while (at > 0 && from - at < longestPiece && inPiece(body[at - 1])) at--;
  return at;
}

function endOfPiece(body: Buffer, from: number): number {
  let at = from;
  while (at < body.length && at - from < longestPiece && inPiece(body[at])) at++;
  return at;
}
