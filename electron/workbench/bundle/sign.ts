import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { readAnchors } from '../../seal/time/anchors.ts';
import { askForToken } from '../../seal/time/ask-for-token.ts';
import { readP12, type SigningIdentity } from '../../seal/read-p12.ts';
import { signPdf, type SignedPdf } from '../../seal/sign-pdf.ts';
import { verifyBundle } from '../../verify/verify-bundle.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { keyFile, secretOf } from '../passphrase.ts';
import type { Handler } from '../handler.ts';
import { rename } from '../../casefile/files/durable.ts';
import { readRegular } from '../../casefile/files/regular-file.ts';

/** Milliseconds before a service that did not answer is asked again. */
const pauses = [1_000, 3_000];

/**
 * Signs a bundle that is intact, by appending to a copy: the bundle stays as it is. Manifest and hash file are written
 * beside the copy; the hash file also says what the bundle's hash was before.
 */
export const signHandler: Handler<'bundle.sign'> = (input, context) => signBundle(input, context);

/** @throws {FascicleError} `file-missing` | `not-signable` | `key-unreadable` | `stamp-refused` | `out-unwritable` */
export async function signBundle(
  input: Input<'bundle.sign'>,
  { services, language, signal }: Pick<Parameters<Handler<'bundle.sign'>>[1], 'services' | 'language' | 'signal'>,
): Promise<Output<'bundle.sign'>> {
  const { pdf, p12, services: urls, policy } = input;
  if (p12 === null && urls.length === 0)
    throw new FascicleError('bad-call', { why: because('neither-key-nor-stamp'), command: 'sign' });
  if (!existsSync(pdf)) throw new FascicleError('file-missing', { path: pdf });
  const out = input.out ?? besideOf(pdf);
  refuseInsideCase(out);
  const anchors = readAnchors(services.resourcePath('anchors'), input.anchors);
  const { unaltered, checks } = await verifyBundle(pdf, language, anchors);
  if (unaltered !== 'yes' || out === pdf) {
    const why = checks.find(({ verdict }) => verdict !== 'PASSED');
    throw new FascicleError('not-signable', {
      path: pdf,
      why: why ? because('line-said', { code: why.check, words: why.detail }) : because('out-is-bundle'),
    });
  }
  const now = services.clockAndRandom.now().getTime();
  const identity = p12 === null ? null : identityOf(p12, input.passphrase, now);
  const ask = { fetch: globalThis.fetch, random: services.clockAndRandom.random, anchors, signal, pauses };
  const asked = urls.map((url) => ({ url, policy }));
  const stamp = urls.length === 0 ? null : (digest: string) => askForToken(digest, asked, ask);
  const signed = await signPdf({ pdf, out, identity, stamp, now });
  return { ...resultOf(signed, identity), pdf: out, ...writeSidecars(pdf, out, signed) };
}

/** `NAME-signed.pdf` beside the bundle; of one that lies in a case, beside the case: nothing foreign is put into a case. */
function besideOf(pdf: string): string {
  const name = `${basename(pdf).replace(/\.pdf$/i, '')}-signed.pdf`;
  const caseFile = caseAround(pdf);
  return join(caseFile === null ? dirname(pdf) : dirname(caseFile), name);
}

/** The case folder that a file lies in, or null. */
function caseAround(file: string): string | null {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'case.db'))) return folder;
  return null;
}

function refuseInsideCase(out: string): void {
  if (caseAround(out) !== null) throw new FascicleError('out-unwritable', { path: out, why: because('inside-a-case') });
}

/** Reads the key as signing will. @throws {FascicleError} `key-unreadable` | `key-unfit` */
export function refuseUnusableKey(
  { p12, passwordFile }: Readonly<{ p12: string; passwordFile: string | null }>,
  now: number,
): void {
  identityOf(p12, passwordFile === null ? null : { file: passwordFile }, now);
}

function identityOf(
  p12: string,
  passphrase: Parameters<Handler<'bundle.sign'>>[0]['passphrase'],
  now: number,
): SigningIdentity {
  return readP12(keyFile(p12), secretOf(passphrase), p12, now);
}

type Signed = Awaited<ReturnType<Handler<'bundle.sign'>>>;

function resultOf(
  { token, ...hashes }: SignedPdf,
  identity: SigningIdentity | null,
): Omit<Signed, 'pdf' | 'manifest' | 'sums'> {
  const { certificate } = identity ?? {};
  return {
    ...hashes,
    level: !identity ? 'document time stamp' : token ? 'PAdES B-T' : 'PAdES B-B',
    signer: certificate
      ? {
          name: certificate.subjectText,
          serial: certificate.serial,
          notAfter: new Date(certificate.notAfter).toISOString(),
        }
      : null,
    stamp: token && {
      service: token.service.url,
      genTime: new Date(token.verdict.info?.genTime ?? 0).toISOString(),
      name: token.verdict.signer?.name ?? '',
      trusted: token.verdict.good,
    },
  };
}

/** Manifest and hash list of the signed copy; `# base` is a comment for `sha256sum -c`, and a promise for `verify`. */
function writeSidecars(pdf: string, out: string, { sha256, baseSha256 }: SignedPdf): Pick<Signed, 'manifest' | 'sums'> {
  const stem = out.replace(/\.pdf$/i, '');
  const manifest = `${stem}.manifest.json`;
  const bytes = readRegular(`${pdf.replace(/\.pdf$/i, '')}.manifest.json`, 'followed');
  const manifestSha256 = createHash('sha256').update(bytes).digest('hex');
  const sums = `${stem}.sha256`;
  write(manifest, bytes);
  write(sums, `${sha256}  ${basename(out)}\n${manifestSha256}  ${basename(manifest)}\n# base ${baseSha256}\n`);
  return { manifest: { path: manifest, sha256: manifestSha256 }, sums };
}

function write(path: string, content: Uint8Array | string): void {
  const unfinished = `${path}.unfinished-${process.pid}`;
  writeFileSync(unfinished, content);
  rename(unfinished, path);
}
