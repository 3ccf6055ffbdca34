import { createHash } from 'node:crypto';
import type { Reason } from '../../../../shared/case/record.ts';
import { readAnswer } from '../../../../shared/timestamp/request.ts';
import { longestToken, readToken, type StampInfo } from '../../../../shared/timestamp/token.ts';
import type { ArchiveMember } from './archive-member.ts';

/** A member that is a time-stamp token (RFC 3161), by itself or in a service's whole answer: what was stamped, and when. */
type TokenMember = Readonly<{ at: number; info: StampInfo }>;

/** Tokens that are told one by one. */
const mostTokens = 100;

/** How the hashes of RFC 3161 tokens are called here. SM3 is left out: what it would be compared with is said to be unknown. */
const hashes: Readonly<Record<string, string>> = {
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/**
 * What a deposit service sends is files and tokens side by side: each token among the members is held against the content
 * of the others. Whether its signature holds is not looked at here, and nothing is said of the time but that it states it.
 */
export async function tokensHeld(
  members: readonly ArchiveMember[],
  names: readonly string[],
): Promise<readonly Reason[]> {
  const tokens: TokenMember[] = [];
  for (const [at, member] of members.entries()) {
    if (tokens.length >= mostTokens || member.content === null || member.bytes > longestToken) continue;
    const info = tokenIn(await bytesOf(member));
    if (info) tokens.push({ at, info });
  }
  const wanted = new Set(tokens.map(({ info }) => hashes[info.imprint.hash]).filter((name) => name !== undefined));
  if (wanted.size === 0) return tokens.map((token) => said(token, [], names));
  const own = new Set(tokens.map(({ at }) => at));
  const held = new Map<string, number[]>();
  for (const [at, member] of members.entries()) {
    if (own.has(at) || member.content === null) continue;
    for (const digest of await digestsOf(member, wanted)) held.set(digest, [...(held.get(digest) ?? []), at]);
  }
  return tokens.map((token) => said(token, held.get(token.info.imprint.digest) ?? [], names));
}

function said({ at, info }: TokenMember, holds: readonly number[], names: readonly string[]): Reason {
  const token = nameOf(at, names);
  const time = new Date(info.genTime).toISOString();
  if (hashes[info.imprint.hash] === undefined)
    return { code: 'archive-token-unknown-hash', params: { token, hash: info.imprint.hash, time } };
  if (holds.length === 0) return { code: 'archive-token-of-none', params: { token, hash: info.imprint.hash, time } };
  const members = holds.map((one) => nameOf(one, names)).join(', ');
  return { code: 'archive-token-holds', params: { token, members, hash: info.imprint.hash, time } };
}

const longestName = 200;
const nameOf = (at: number, names: readonly string[]): string =>
  `${at + 1}. ${(names[at] ?? '').slice(0, longestName).toWellFormed()}`;

async function bytesOf({ content, bytes }: ArchiveMember): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of content?.() ?? []) {
      length += piece.length;
      if (length > bytes) break;
      pieces.push(Uint8Array.from(piece));
    }
  } catch {
    return new Uint8Array(); // that it is damaged is told by the list
  }
  return Buffer.concat(pieces);
}

async function digestsOf({ content, bytes }: ArchiveMember, wanted: ReadonlySet<string>): Promise<readonly string[]> {
  const running = [...wanted].map((name) => createHash(name));
  let length = 0;
  try {
    for await (const piece of content?.() ?? []) {
      length += piece.length;
      if (length > bytes) return [];
      for (const hash of running) hash.update(piece);
    }
  } catch {
    return [];
  }
  return length === bytes ? running.map((hash) => hash.digest('hex')) : [];
}

function tokenIn(bytes: Uint8Array): StampInfo | null {
  if (bytes[0] !== 0x30) return null; // every token and answer is a SEQUENCE
  try {
    return readToken(bytes).info;
  } catch {
    try {
      const answer = readAnswer(bytes);
      return 'token' in answer ? readToken(answer.token).info : null;
    } catch {
      return null;
    }
  }
}
