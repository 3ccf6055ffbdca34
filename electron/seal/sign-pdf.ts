import { createHash, sign as signBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Sha256 } from '../../shared/digest.ts';
import { because, causeOf } from '../../shared/cause.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { signedAttributes, signedData } from '../../shared/signature/cms.ts';
import { readRevisions } from '../../shared/signature/read-revisions.ts';
import { contentsLength, revisionOf } from '../../shared/signature/revision.ts';
import { hex } from '../../shared/timestamp/der-values.ts';
import { remove, rename, syncFolder, writeFully } from '../casefile/files/durable.ts';
import { fileSource } from '../casefile/files/file-source.ts';
import { newSha256 } from '../casefile/files/node-sha256.ts';
import { causeOfServices, type AskedToken } from './time/ask-for-token.ts';
import type { SigningIdentity } from './read-p12.ts';

export type SignRequest = Readonly<{
  /** A bundle, signed already or not; it stays as it is. */
  pdf: string;
  /** Where the signed file goes; replaced in one step. */
  out: string;
  /** Null: a time stamp alone. */
  identity: SigningIdentity | null;
  /** Asks for a token over a SHA-256; null: without one. */
  stamp: ((digest: Sha256) => Promise<AskedToken>) | null;
  /** ms since 1970 */
  now: number;
}>;

type GrantedToken = Extract<AskedToken, { outcome: 'granted' }>;

export type SignedPdf = Readonly<{
  sha256: Sha256;
  bytes: number;
  /** Of the bundle as it was built: the first bytes of the signed file. */
  baseSha256: Sha256;
  baseBytes: number;
  token: GrantedToken | null;
}>;

const piece = 1 << 20;

/**
 * Signs a bundle by appending to it: PAdES B-B (EN 319 142-1 §6), B-T where a time stamp over the signature is asked for,
 * or a document time stamp alone. What was there before stays the first part of the file, byte for byte.
 *
 * @throws {FascicleError} `not-signable` | `stamp-refused` | `out-unwritable`
 */
export async function signPdf({ pdf, out, identity, stamp, now }: SignRequest): Promise<SignedPdf> {
  const source = fileSource(pdf, 'followed');
  try {
    const { base, state } = await readRevisions(source).catch((error: unknown) => {
      throw new FascicleError('not-signable', {
        path: pdf,
        why: causeOf(error),
      });
    });
    const at = identity ? `${new Date(now).toISOString().slice(0, 19)}Z` : null;
    const { before, after } = revisionOf(state, identity ? 'signature' : 'time-stamp', at);
    const hash = createHash('sha256');
    const baseHash = newSha256();
    for (let from = 0; from < source.size; from += piece) {
      const bytes = await source.read(from, piece);
      hash.update(bytes);
      if (from < base.size) baseHash.update(bytes.subarray(0, Math.min(bytes.length, base.size - from)));
    }
    const digest = hash.copy().update(before, 'latin1').update(after, 'latin1').digest();
    const { contents, token } = identity
      ? await signatureOver(digest, identity, stamp)
      : await stampOver(digest, stamp);
    const written = Buffer.from(`${before}<${hexOf(contents)}>${after}`, 'latin1');
    await writeSigned(source, written, out);
    return {
      sha256: hash.update(written).digest('hex'),
      bytes: source.size + written.length,
      baseSha256: baseHash.digestHex(),
      baseBytes: base.size,
      token,
    };
  } finally {
    source.close();
  }
}

async function signatureOver(
  digest: Uint8Array,
  { key, kind, certificate, chain }: SigningIdentity,
  stamp: SignRequest['stamp'],
): Promise<Readonly<{ contents: Uint8Array; token: GrantedToken | null }>> {
  const attributes = signedAttributes(digest, createHash('sha256').update(certificate.bytes).digest());
  const signature = signBytes('sha256', attributes, key);
  const token = stamp && (await granted(stamp, createHash('sha256').update(signature).digest('hex')));
  const made = { attributes, signature, signer: certificate, chain, key: kind, token: token?.token ?? null };
  return { contents: signedData(made), token };
}

async function stampOver(
  digest: Uint8Array,
  stamp: SignRequest['stamp'],
): Promise<Readonly<{ contents: Uint8Array; token: GrantedToken | null }>> {
  if (!stamp) throw new Error('neither a key nor a time-stamp service');
  const token = await granted(stamp, hex(digest));
  return { contents: token.token, token };
}

async function granted(stamp: NonNullable<SignRequest['stamp']>, digest: Sha256): Promise<GrantedToken> {
  const asked = await stamp(digest);
  if (asked.outcome === 'granted') return asked;
  throw new FascicleError('stamp-refused', { why: causeOfServices(asked.tried) });
}

/** Filled up with zeros to the room that was reserved. */
function hexOf(contents: Uint8Array): string {
  if (contents.length > contentsLength)
    throw new FascicleError('key-unfit', { path: '–', why: because('key-too-long', { bytes: contents.length }) });
  return hex(contents).padEnd(contentsLength * 2, '0');
}

/** The file so far and what is appended, under another name until it is whole and durable. */
async function writeSigned(source: ReturnType<typeof fileSource>, written: Uint8Array, out: string): Promise<void> {
  const unfinished = `${out}.unfinished-${process.pid}`;
  try {
    const fd = openSync(unfinished, 'wx', 0o600);
    try {
      for (let from = 0; from < source.size; from += piece) writeFully(fd, await source.read(from, piece));
      writeFully(fd, written);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    rename(unfinished, out);
    syncFolder(dirname(out));
  } catch (error) {
    remove(unfinished);
    throw new FascicleError('out-unwritable', {
      path: out,
      why: causeOf(error),
    });
  }
}
