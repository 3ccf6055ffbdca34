import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { issue, uses, type Identity, type Wanted } from '../../fixtures/pki/certificates.ts';
import { forgeToken, type TokenWishes } from '../../fixtures/pki/tokens.ts';
import { zipSync, type Zippable } from 'fflate';
import { bundleCopyOf, copyOf, edit, pathsBelow, type MishapRoom } from '../mishaps/mishap-room.ts';
import { bom, crlf } from '../mishaps/mishap.ts';
import type { Verified } from './three-ways.ts';

/** One row of the attack table: what is done to something that was handed over. */
export type HandedAttack = Readonly<{ name: string; make(room: AttackRoom): Verified }>;

/** What the attacks are made from: a case with another one beside it, and a root whose tokens can be wrong in any way. */
export type AttackRoom = Readonly<{ made: MishapRoom; other: string; root: Identity; tsa: Identity }>;

const tags = 'tagmanifest-sha256.txt';
const token = 'seal/tagmanifest-sha256.tsr';
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Both lists anew, as a forger writes them. */
export function listAnew(folder: string): void {
  const write = (name: string, belongs: (path: string) => boolean) =>
    writeFileSync(
      join(folder, name),
      pathsBelow(folder)
        .filter(belongs)
        .map((path) => `${sha256(readFileSync(join(folder, path)))}  ${path}\n`)
        .join(''),
    );
  write('manifest-sha256.txt', (path) => path.startsWith('data/'));
  write(tags, (path) => !/^(?:data|seal)\/|^tagmanifest/.test(path));
}

const on =
  (of: 'sealed' | 'whole') =>
  (name: string, change: (folder: string, room: AttackRoom) => void): HandedAttack => ({
    name: `${of} package: ${name}`,
    make: (room) => {
      const path = copyOf(room.made[of]);
      change(path, room);
      return { kind: 'folder', path };
    },
  });
const sealed = on('sealed');
const whole = on('whole');
/** The same with both lists made again to agree. */
const forged = (name: string, change: (folder: string, room: AttackRoom) => void) =>
  whole(`${name}, lists forged`, (folder, room) => {
    change(folder, room);
    listAnew(folder);
  });

const packages: readonly HandedAttack[] = [
  sealed('as handed over', () => undefined),
  whole('as handed over', () => undefined),
  forged('a stamp of another case', (folder, { other }) => {
    const [path = ''] = pathsBelow(other).filter((one) => one.endsWith('/token.tsr'));
    cpSync(join(other, dirname(path)), join(folder, 'custody/stamps/99'), { recursive: true });
  }),
  sealed('seal stripped', (folder) => rmSync(join(folder, 'seal'), { recursive: true })),
  forged('a token without its checkpoint', (folder) => {
    const [path = ''] = pathsBelow(folder).filter((one) => /^custody\/stamps\/.*checkpoint\.txt$/.test(one));
    rmSync(join(folder, path));
  }),
  forged('a listed file that is nobody’s', (folder) => writeFileSync(join(folder, 'data/evidence.pdf'), 'x')),
  forged('digests that lie', (folder) =>
    edit(join(folder, 'custody/digests.csv'), (text) => text.replace(/[0-9a-f]{8}/, '00000000')),
  ),
  forged('bag-info that lies', (folder) =>
    edit(join(folder, 'bag-info.txt'), (text) => text.replace('whole', 'filing')),
  ),
  forged('no custody log', (folder) => rmSync(join(folder, 'custody/log.jsonl'))),
  forged('an empty custody log', (folder) => writeFileSync(join(folder, 'custody/log.jsonl'), '')),
  forged('a mark before the proofs', (folder) => edit(join(folder, 'custody/proofs.jsonl'), bom)),
  forged('a junk line behind the checkpoint', (folder) =>
    edit(join(folder, 'custody/checkpoint.txt'), (text) => `${text}\n— evil Az1=\n`),
  ),
  forged('size of the checkpoint', (folder) =>
    edit(join(folder, 'custody/checkpoint.txt'), (text) => text.replace(/\n(\d+)\n/, (_, n) => `\n${Number(n) + 1}\n`)),
  ),
  forged('another root in the checkpoint', (folder) =>
    edit(join(folder, 'custody/checkpoint.txt'), (text) =>
      text.replace(/\n(.)([^\n]*)\n$/, (_, a, rest) => `\n${a === 'A' ? 'B' : 'A'}${rest}\n`),
    ),
  ),
  forged('the bundle replaced by text', (folder) =>
    writeFileSync(join(folder, 'data/bundle/evidence-bundle.pdf'), 'no PDF'),
  ),
  forged('no bundle', (folder) => rmSync(join(folder, 'data/bundle'), { recursive: true })),
  forged('a record edited', (folder) =>
    edit(join(folder, pathsBelow(folder).find((path) => path.endsWith('/record.json')) ?? ''), (text) =>
      text.replace('青', '清').replace('"complete"', '"partial"'),
    ),
  ),
  forged('bagit.txt of another version', (folder) =>
    edit(join(folder, 'bagit.txt'), (text) => text.replace('1.0', '0.97')),
  ),
  whole('a list with capitals', (folder) =>
    edit(join(folder, 'manifest-sha256.txt'), (text) => text.replace(/^[0-9a-f]{64}/gm, (hex) => hex.toUpperCase())),
  ),
  whole('a list with stars', (folder) =>
    edit(join(folder, 'manifest-sha256.txt'), (text) => text.replaceAll('  ', ' *')),
  ),
  sealed('the list under the seal with CRLF', (folder) => edit(join(folder, tags), crlf)),
  sealed('the list under the seal with a mark', (folder) => edit(join(folder, tags), bom)),
  whole('a line twice', (folder) =>
    edit(join(folder, 'manifest-sha256.txt'), (text) => text + (text.split('\n')[0] ?? '') + '\n'),
  ),
  whole('./ in a list', (folder) =>
    edit(join(folder, 'manifest-sha256.txt'), (text) => text.replace('  data/', '  ./data/')),
  ),
  whole('a comment in the place of a hash', (folder) =>
    edit(join(folder, 'manifest-sha256.txt'), (text) => text.replace(/^[0-9a-f]{64}/, '#'.padEnd(64))),
  ),
  whole('an empty line in a list', (folder) =>
    edit(join(folder, 'manifest-sha256.txt'), (text) => text.replace('\n', '\n\n')),
  ),
  whole('a list without its last line end', (folder) =>
    edit(join(folder, 'manifest-sha256.txt'), (text) => text.trimEnd()),
  ),
  whole('an empty folder of an odd name', (folder) => mkdirSync(join(folder, 'x y'))),
  whole('litter', (folder) =>
    ['.DS_Store', '._x', 'Thumbs.db', 'desktop.ini'].forEach((name) => writeFileSync(join(folder, name), 'x')),
  ),
  whole('a hidden file', (folder) => writeFileSync(join(folder, '.hidden'), 'x')),
  whole('a file with a blank in its name', (folder) => writeFileSync(join(folder, 'data/a b.txt'), 'x')),
  whole('a link to a file', (folder) => symlinkSync('/etc/hostname', join(folder, 'data/link.txt'))),
  whole('a listed file that is a link', (folder) => {
    rmSync(join(folder, 'bag-info.txt'));
    symlinkSync('bagit.txt', join(folder, 'bag-info.txt'));
  }),
  whole('fetch.txt', (folder) => writeFileSync(join(folder, 'fetch.txt'), 'https://x.example/a 1 data/a\n')),
  whole('manifest-md5.txt that contradicts', (folder) =>
    writeFileSync(join(folder, 'manifest-md5.txt'), `${'0'.repeat(32)}  data/a\n`),
  ),
  whole('no list', (folder) => rmSync(join(folder, 'manifest-sha256.txt'))),
  whole('no list of lists', (folder) => rmSync(join(folder, tags))),
];

/** Of a moment when all entries were there. */
const justNow = () => new Date().toISOString();
/** A seal of an authority whose tokens can be wrong in any way. */
const withToken = (
  name: string,
  wish: (room: AttackRoom, digest: string) => Uint8Array | Partial<TokenWishes>,
): HandedAttack => ({
  name: `seal: ${name}`,
  make: (room) => {
    const path = copyOf(room.made.sealed);
    const digest = sha256(readFileSync(join(path, tags)));
    const made = wish(room, digest);
    const bytes =
      made instanceof Uint8Array ? made : forgeToken({ signer: room.tsa, digest, genTime: justNow(), ...made });
    writeFileSync(join(path, token), bytes);
    return { kind: 'folder', path };
  },
});
const signer =
  (more: Partial<Wanted>) =>
  ({ root }: AttackRoom) => ({
    signer: issue({ name: 'Odd TSA', issuer: root, extendedUse: [uses.timeStamping], ...more }),
  });

const seals: readonly HandedAttack[] = [
  withToken('good', () => ({})),
  withToken('over other data', () => ({ digest: sha256('other') })),
  withToken('junk', () => Buffer.from('no token')),
  withToken('empty', () => new Uint8Array()),
  withToken('bytes behind', ({ tsa }, digest) =>
    Buffer.concat([forgeToken({ signer: tsa, digest, genTime: justNow() }), Buffer.of(0, 0)]),
  ),
  withToken('of an authority with another root', () => ({
    signer: issue({ name: 'Evil', issuer: issue({ name: 'Evil Root', ca: true }), extendedUse: [uses.timeStamping] }),
  })),
  withToken('without extended key usage', ({ root }) => ({ signer: issue({ name: 'No EKU', issuer: root }) })),
  withToken('of a code-signing certificate', signer({ extendedUse: [uses.codeSigning] })),
  withToken('with another use beside', signer({ extendedUse: [uses.timeStamping, uses.codeSigning] })),
  withToken('key usage not critical', signer({ extendedUseCritical: false })),
  withToken('expired then', signer({ to: '2025-01-01T00:00:00Z' })),
  withToken('expired since', (room) => signer({ to: new Date(Date.now() + 1_000).toISOString() })(room)),
  withToken('not yet valid then', signer({ from: '2050-06-01T00:00:00Z', to: '2060-01-01T00:00:00Z' })),
  withToken('names no certificate', () => ({ bound: null })),
  withToken('SHA-1 imprint', (_, digest) => ({ digest: digest.slice(0, 40), hashId: '1.3.14.3.2.26' })),
  withToken('SM3 imprint', () => ({ hashId: '1.2.156.10197.1.401' })),
  withToken('a version that is none', () => ({ version: 2 })),
  withToken('in the future', (room) => ({
    ...signer({ to: '2060-01-01T00:00:00Z' })(room),
    genTime: '2048-01-01T00:00:00Z',
  })),
  withToken('1970', () => ({ genTime: '1970-01-01T00:00:00Z' })),
  withToken('RSA', signer({ key: 'rsa' })),
  withToken('of a certificate authority', signer({ ca: true })),
  withToken('with the old ESSCertID', () => ({ essVersion: 1 })),
  withToken('changed after signing', () => ({
    afterHash: (content) => content.map((byte, at) => (at === content.length - 3 ? 0x31 : byte)),
  })),
];

/** A ZIP of the whole package, its members changed. */
const zip = (name: string, change: (files: Zippable) => Zippable): HandedAttack => ({
  name: `ZIP: ${name}`,
  make: ({ made }) => {
    const files: Zippable = Object.fromEntries(
      pathsBelow(made.whole).map((path) => [path, [readFileSync(join(made.whole, path)), { level: 0 }]]),
    );
    const path = join(dirname(copyOf(made.whole)), 'package.zip');
    writeFileSync(path, zipSync(change(files)));
    return { kind: 'zip', path };
  },
});
const names = [
  '../evil.txt',
  '/evil.txt',
  'C:evil.txt',
  'data\\evil.txt',
  'NUL',
  'COM1.txt',
  'evil.',
  'evil ',
  './evil',
  '~/evil',
  'DATA/BUNDLE/EVIDENCE-BUNDLE.PDF',
];
const zips: readonly HandedAttack[] = [
  zip('as made by another program', (files) => files),
  ...names.map((name) => zip(`a member ${name}`, (files) => ({ ...files, [name]: new Uint8Array(1) }))),
  zip('nothing in it', () => ({})),
];

const bundle = (name: string, change: (files: ReturnType<typeof bundleCopyOf>) => void): HandedAttack => ({
  name: `bundle: ${name}`,
  make: ({ made }) => {
    const files = bundleCopyOf(made.bundle);
    change(files);
    const beside = [files.sums, files.manifest].filter((path) =>
      pathsBelow(dirname(path)).includes(path.slice(dirname(path).length + 1)),
    );
    return { kind: 'bundle', path: files.pdf, beside };
  },
});
const bundles: readonly HandedAttack[] = [
  bundle('as built', () => undefined),
  bundle('two PDFs in one', ({ pdf }) => writeFileSync(pdf, Buffer.concat([readFileSync(pdf), readFileSync(pdf)]))),
  bundle('appended', ({ pdf }) =>
    writeFileSync(pdf, Buffer.concat([readFileSync(pdf), Buffer.from('1 0 obj\nnull\nendobj\n')])),
  ),
  bundle('manifest inside denied', ({ manifest }) => edit(manifest, (text) => text.replace('{', '{"embedded":false,'))),
  bundle('no manifest', ({ manifest }) => rmSync(manifest)),
  bundle('no hash file', ({ sums }) => rmSync(sums)),
  bundle('neither', ({ sums, manifest }) => [sums, manifest].forEach((path) => rmSync(path))),
  bundle('hash file of others', ({ sums }) => writeFileSync(sums, `${'0'.repeat(64)}  other.pdf\n`)),
];

const proof = (name: string, change: (text: string) => string | Uint8Array): HandedAttack => ({
  name: `proof: ${name}`,
  make: ({ made }) => {
    const path = copyOf(made.proof);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    return { kind: 'proof', path };
  },
});
const proofs: readonly HandedAttack[] = [
  proof('as made', (text) => text),
  proof('with a mark', (text) => `\uFEFF${text}`),
  proof('UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')),
  proof('size one larger', (text) => text.replace(/\\n(\d+)\\n/g, (_, n) => `\\n${Number(n) + 1}\\n`)),
  proof('__proto__', (text) => text.replace('{', '{"__proto__":{"format":"x"},')),
  proof('a lone surrogate', (text) => text.replace('"program":"', '"program":"\\ud800')),
  proof('deep nesting', () => '['.repeat(20_000)),
  proof('1e400', (text) => text.replace('"v":1', '"v":1e400')),
  proof('a line break in a title', (text) => text.replace('青禾', '青\\n✓ PASSED')),
  proof('empty', () => ''),
];

/** The attack table, row by row. */
export const attacks: readonly HandedAttack[] = [...packages, ...seals, ...zips, ...bundles, ...proofs];
