import { createHash } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, utf8 } from '../../shared/canonical-json.ts';
import { checkpointText } from '../../shared/custody/checkpoint.ts';
import { leafHash } from '../../shared/custody/entry.ts';
import { inclusionProof, treeRoot } from '../../shared/custody/merkle.ts';
import { csvText } from '../../shared/csv.ts';
import type { Sha256 } from '../../shared/digest.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { helpText } from '../../shared/package/help-text.ts';
import {
  bagDeclaration,
  bagInfoText,
  manifestText,
  packageFiles,
  type PackageEdition,
} from '../../shared/package/layout.ts';
import type { Proof } from '../../shared/package/proof.ts';
import type { Stamp } from '../../shared/seal/stamps.ts';
import type { ItemState, ReadableCase, WritableCase } from '../casefile/case-handles.ts';
import { newSha256 } from '../casefile/node-sha256.ts';
import type { AskedToken } from './ask-for-token.ts';
import { lockFile } from './age-file.ts';
import { filedBundle, newestFiled } from './filed-bundle.ts';
import { filesOfItem } from './item-archive.ts';
import { sm3Of } from './sm3.ts';
import { readStamps } from './stamp-case.ts';
import { preparePackage, writePackage, type PackagePlace } from './write-package.ts';
import type { ZipSource } from './write-zip.ts';

export type ExportedPackage = Readonly<{
  path: string;
  files: number;
  bytes: number;
  items: number;
  /** Digest of `tagmanifest-sha256.txt`: it stands for the whole package, and is what to keep or publish elsewhere. */
  tagManifest: Sha256;
  stamped: boolean;
}>;

/** What goes out, and the passphrase that the file is locked with (age); null: it is not. */
export type PackageOptions = Readonly<{ edition: PackageEdition; passphrase: string | null }>;

export type PackageServices = Readonly<{
  program: string;
  /** `verify.html`, the stand-alone verifier. */
  page: Uint8Array;
  signal: AbortSignal;
  onFile(name: string, done: number, of: number): void;
  /** Asks for a time stamp over a digest, or null where none is wanted. */
  ask: ((digest: Sha256) => Promise<AskedToken>) | null;
}>;

type GrantedStamp = Extract<Stamp, { state: 'granted' }>;

/**
 * Hands a case over as a package that anybody can check without this program. *filing*: the filed bundle, the items that
 * it shows without what is sealed in them, and their place in the custody log; what is not filed is not in it: other
 * items, working notes and the entries about them stay unseen behind hashes. *whole*: every item with all its files, what
 * outside services gave back, and every entry of the log.
 *
 * @param out a folder, or a file that ends in `.zip`, or with a passphrase in `.zip.age`; none may be there yet
 * @throws {FascicleError} `package-exists` | `package-inside-case` | `package-without-bundle` | `package-not-stamped` |
 *   `object-missing` | `object-damaged` | `digests-unwritable`; then nothing is under the final name
 */
export async function exportPackage(
  kase: WritableCase,
  out: string,
  { edition, passphrase }: PackageOptions,
  services: PackageServices,
): Promise<ExportedPackage> {
  const place = preparePackage(kase.folder, out);
  const bundle = edition === 'filing' ? filedBundle(kase) : newestFiled(kase);
  const items = edition === 'filing' ? (bundle?.items ?? []).map((item) => kase.item(item)) : kase.items();
  const object = (name: string, sha256: Sha256): Hashed => ({ name, path: kase.objectPath(sha256), sha256 });
  const payload: Hashed[] = [
    ...(bundle?.files ?? []).map(({ name, path, sha256 }) => ({ name: `data/bundle/${name}`, path, sha256 })),
    ...items.flatMap((state) =>
      filesOfItem(state, edition).map(({ name, sha256 }) => object(`data/items/${state.item}/${name}`, sha256)),
    ),
    ...(edition === 'whole' ? anchorsOf(items).map((sha256) => object(`data/attachments/${sha256}`, sha256)) : []),
  ];
  const manifest = content(packageFiles.manifest, manifestText(payload));
  const bytes = payload.reduce((sum, file) => sum + sizeOf(file), 0);
  const head = kase.head();
  const info = { caseId: kase.caseId, date: head.wall.slice(0, 10), bytes, files: payload.length };
  const tags: Hashed[] = [
    content(packageFiles.declaration, bagDeclaration),
    content(packageFiles.info, bagInfoText({ ...info, program: services.program, edition })),
    manifest,
    content(packageFiles.help, helpText()),
    content(packageFiles.page, services.page),
    ...custodyFiles(kase, items),
    ...(edition === 'whole' ? [content(packageFiles.log, logText(kase))] : []),
    ...(await digestFiles(payload, items, services.signal)),
  ];
  const tagManifest = content(packageFiles.tagManifest, manifestText(tags));
  const seal = services.ask ? sealOf(await services.ask(tagManifest.sha256)) : [];
  const files = [...payload, ...tags, tagManifest, ...seal];
  const written = await writeLocked(place, files, passphrase, kase, services);
  const { sha256 } = tagManifest;
  kase.act('package-exported', {
    package: sha256,
    edition,
    bundle: bundle?.sha256 ?? null,
    items: items.map(({ item }) => item),
  });
  return {
    path: place.path,
    files: files.length,
    bytes: written,
    items: items.length,
    tagManifest: sha256,
    stamped: seal.length > 0,
  };
}

/** Writes the package; under a passphrase by way of the case's own scratch folder, so that no open copy lies elsewhere. */
async function writeLocked(
  place: PackagePlace,
  files: readonly Hashed[],
  passphrase: string | null,
  kase: WritableCase,
  services: PackageServices,
): Promise<number> {
  if (passphrase === null) return writePackage(place, files, services);
  const scratch = kase.scratch();
  try {
    const open = join(scratch, 'package.zip');
    const written = await writePackage({ path: open, isZip: true, unfinished: `${open}.unfinished` }, files, services);
    await lockFile(open, place.path, passphrase, services.signal);
    return written;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What outside services gave back for the items, each file once. */
const anchorsOf = (items: readonly ItemState[]): readonly Sha256[] => [
  ...new Set(items.flatMap(({ attachments }) => attachments.map(({ file }) => file.sha256))),
];

/** Every entry with its payload, a line each, in order. */
const logText = (kase: ReadableCase): string =>
  kase
    .entries()
    .map((entry) => {
      const payload = Buffer.from(kase.readObject(entry.payload)).toString('utf8');
      return `${canonicalJson({ entry: canonicalJson(entry), payload })}\n`;
    })
    .join('');

type Hashed = ZipSource & Readonly<{ sha256: Sha256 }>;

function content(name: string, text: string | Uint8Array): Hashed & Readonly<{ content: Uint8Array }> {
  const bytes = typeof text === 'string' ? utf8(text) : text;
  return { name, content: bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function sizeOf(file: Hashed): number {
  if ('content' in file) return file.content.length;
  const size = statSync(file.path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new FascicleError('object-missing', { sha256: file.sha256 });
  return size;
}

function sealOf(asked: AskedToken): readonly Hashed[] {
  if (asked.outcome === 'granted') return [content(packageFiles.token, asked.token)];
  throw new FascicleError('package-not-stamped', {
    why: asked.tried.map(({ url, why }) => `${url}: ${why}`).join('; '),
  });
}

/** The head of the custody log, the items' way to it, and the stamps that were taken over it earlier. */
function custodyFiles(kase: ReadableCase, items: readonly ItemState[]): readonly Hashed[] {
  const entries = kase.entries();
  const leaves = entries.map((entry) => leafHash(entry, newSha256));
  const checkpoint = { caseId: kase.caseId, size: leaves.length, root: treeRoot(leaves, newSha256) };
  const stamps = readStamps(kase).filter((stamp): stamp is GrantedStamp => stamp.state === 'granted');
  const proofs = items.map(({ item, seq }): Proof => {
    const entry = entries[seq];
    if (!entry) throw new FascicleError('object-missing', { sha256: item });
    return {
      item,
      entry: canonicalJson(entry),
      payload: Buffer.from(kase.readObject(entry.payload)).toString('utf8'),
      proof: [...inclusionProof(leaves, seq, newSha256)],
      stamps: stamps
        .filter(({ size }) => size > seq)
        .map(({ request, size }) => ({
          stamp: request,
          proof: [...inclusionProof(leaves.slice(0, size), seq, newSha256)],
        })),
    };
  });
  return [
    content(packageFiles.checkpoint, checkpointText(checkpoint)),
    content(packageFiles.proofs, proofs.map((proof) => `${canonicalJson(proof)}\n`).join('')),
    ...stamps.flatMap((stamp) => stampFiles(kase, stamp)),
  ];
}

function stampFiles(kase: ReadableCase, { request, checkpoint, token, answers }: GrantedStamp): readonly Hashed[] {
  const folder = `custody/stamps/${request}`;
  const object = (name: string, sha256: Sha256): Hashed => ({
    name: `${folder}/${name}`,
    path: kase.objectPath(sha256),
    sha256,
  });
  return [
    object('checkpoint.txt', checkpoint),
    object('token.tsr', token),
    ...answers.map(({ kind, sha256 }, at) => object(`${at + 1}.${kind}`, sha256)),
  ];
}

/** Both digests of every file, for people and for services that ask for SM3. */
async function digestFiles(
  payload: readonly Hashed[],
  items: readonly ItemState[],
  signal: AbortSignal,
): Promise<readonly Hashed[]> {
  const taken = new Map(items.map(({ item, record }) => [item, record.startedAt]));
  const rows: (readonly (string | number)[])[] = [];
  const lines: string[] = [];
  for (const file of payload) {
    const sm3 = await sm3Of(file, signal);
    const item = /^data\/items\/([^/]+)\//.exec(file.name)?.[1] ?? '';
    rows.push([file.name, sizeOf(file), file.sha256, sm3, taken.get(item) ?? '']);
    lines.push(`${sm3}  ${file.name}\n`);
  }
  const columns = ['name', 'bytes', 'SHA-256', 'SM3', 'taken in at (device clock, not verified)'];
  return [content(packageFiles.digests, csvText([columns, ...rows])), content(packageFiles.sm3, lines.join(''))];
}
