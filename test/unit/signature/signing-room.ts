import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readP12, type SigningIdentity } from '../../../electron/seal/read-p12.ts';
import { certificatePem, issue, keyPem, type Identity } from '../../fixtures/pki/certificates.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { fixedCase } from '../../fixtures/made/fixed-case.ts';

export const passphrase = '口令 Pass-7 "quoted"';

/** A lawyer's signing certificate, under a root. */
export type Signer = Readonly<{
  root: Identity;
  rootFile: string;
  own: Identity;
  p12: string;
  identity: SigningIdentity;
}>;

/** @param how further words for `openssl pkcs12`: an old encryption */
export function signer(key: 'rsa' | 'ec', how: readonly string[] = [], to = '2049-01-01T00:00:00Z'): Signer {
  const folder = freshFolder();
  const root = issue({ name: '测试签名根 Signing Root', ca: true });
  const own = issue({ name: '王律师 Lawyer Wang', issuer: root, key, to });
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const [cert, rootFile, keyFile] = [
    file('own.pem', certificatePem(own)),
    file('root.pem', certificatePem(root)),
    file('own.key', keyPem(own)),
  ];
  const p12 = join(folder, 'wang.p12');
  const words = ['pkcs12', '-export', ...how, '-in', cert, '-inkey', keyFile, '-certfile', rootFile, '-out', p12];
  execFileSync('openssl', [...words, '-passout', `pass:${passphrase}`], { stdio: 'ignore' });
  const identity = readP12(readFileSync(p12), passphrase, 'wang.p12', Date.parse('2026-11-24T00:00:00Z'));
  return { root, rootFile, own, p12, identity };
}

/** The bundle of the fixed case with its sidecars, in a folder of its own. */
export async function bundleAlone(): Promise<string> {
  const caseFile = fixedCase();
  const { pdf, manifest, sums } = await buildIn(caseFile);
  const folder = freshFolder();
  for (const one of [pdf, manifest, sums]) copyFileSync(one, join(folder, basename(one)));
  caseFile.close();
  return join(folder, basename(pdf));
}

/** A signed file put in its bundle's place: beside it the sidecars of the bundle as it was built. */
export function putSigned(pdf: string, signed: string): string {
  const folder = freshFolder();
  const stem = basename(pdf, '.pdf');
  for (const end of ['.manifest.json', '.sha256'])
    copyFileSync(pdf.replace(/\.pdf$/, end), join(folder, `${stem}${end}`));
  copyFileSync(signed, join(folder, `${stem}.pdf`));
  return join(folder, `${stem}.pdf`);
}

/** What `ByteRange` covers, and the contents, as any other program reads them: from the last signature of the file. */
export function signedParts(signed: string): Readonly<{ covered: Buffer; contents: Buffer }> {
  const bytes = readFileSync(signed);
  const text = bytes.toString('latin1');
  const [, a, b, c] = [...text.matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g)].at(-1)!.map(Number);
  const padded = Buffer.from(text.slice(a! + 1, b! - 1), 'hex');
  const length = 4 + padded.readUInt16BE(2); // 30 82 hh ll
  return {
    covered: Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, b! + c!)]),
    contents: padded.subarray(0, length),
  };
}
