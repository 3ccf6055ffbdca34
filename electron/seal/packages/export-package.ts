import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, utf8 } from '../../../shared/canonical-json.ts';
import { checkpointText } from '../../../shared/custody/checkpoint.ts';
import { leafHash } from '../../../shared/custody/entry.ts';
import { consistencyProof, inclusionProof, treeRoot } from '../../../shared/custody/merkle.ts';
import { csvText } from '../../../shared/csv.ts';
import type { Sha256 } from '../../../shared/digest.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { disclosureText } from '../../../shared/package/disclosure-list.ts';
import { helpText } from '../../../shared/package/help-text.ts';
import {
  bagDeclaration,
  bagInfoText,
  manifestText,
  packageFiles,
  type PackageEdition,
} from '../../../shared/package/layout.ts';
import type { Proof } from '../../../shared/package/proof.ts';
import type { Stamp } from '../../../shared/seal/stamps.ts';
import type { ItemState, ReadableCase, WritableCase } from '../../casefile/case-handles.ts';
import { newSha256 } from '../../casefile/files/node-sha256.ts';
import { causeOfServices, type AskedToken } from '../time/ask-for-token.ts';
import { lockFile } from '../age-file.ts';
import { filedBundle, newestFiled } from './filed-bundle.ts';
import { filesOfItem } from './item-archive.ts';
import { refuseCredentials, refuseRedacted, refuseSealed } from './refuse-redacted.ts';
import { credentialsCarried, learntCredentials } from '../../casefile/learnt-credentials.ts';
import { sm3Of } from '../sm3.ts';
import { readStamps } from '../time/stamp-case.ts';
import { preparePackage, writePackage, type PackageDestination } from './write-package.ts';
import type { ZipSource } from './write-zip.ts';
import { remove } from '../../casefile/files/durable.ts';

export type ExportedPackage = Readonly<{
  path: string;
  files: number;
  bytes: number;
  items: number;
  /** Digest of `tagmanifest-sha256.txt`: it stands for the whole package, and is what to keep or publish elsewhere. */
  tagManifest: Sha256;
  stamped: boolean;
  /** Files that were found to hold credentials, and stayed here; their records list them. */
  withheld: { item: string; name: string; sha256: Sha256 }[];
  /** What could not be searched for redacted words: it is locked, damaged, or packed in a way that is not read. */
  unsearched: string[];
  /** Files that hold a credential which a capture of the case learnt, in what is not replaced: a PDF, a ZIP, a mail. */
  carried: string[];
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
 * @throws {FascicleError} `package-shows-redacted` | `package-says-redacted` | `package-holds-credentials` | `package-exists` | `package-inside-case` | `package-without-bundle` | `package-not-stamped` |
 *   `object-missing` | `object-damaged` | `digests-unwritable`; then nothing is under the final name
 */
export async function exportPackage(
  caseFile: WritableCase,
  out: string,
  { edition, passphrase }: PackageOptions,
  services: PackageServices,
): Promise<ExportedPackage> {
  const destination = preparePackage(caseFile.folder, out);
  const bundle = edition === 'filing' ? filedBundle(caseFile) : newestFiled(caseFile);
  const items = edition === 'filing' ? (bundle?.items ?? []).map((item) => caseFile.item(item)) : caseFile.items();
  if (edition === 'filing') {
    refuseSealed(caseFile, items);
    refuseCredentials(caseFile, items);
  }
  const object = (name: string, sha256: Sha256): Hashed => ({ name, path: caseFile.objectPath(sha256), sha256 });
  const payload: Hashed[] = [
    ...(bundle?.files ?? []).map((file) => ({ ...file, name: `data/bundle/${file.name}` })),
    ...items.flatMap((state) =>
      filesOfItem(state, edition).map(({ name, sha256 }) => object(`data/items/${state.item}/${name}`, sha256)),
    ),
    ...(edition === 'whole' ? anchorsOf(items).map((sha256) => object(`data/attachments/${sha256}`, sha256)) : []),
  ];
  const manifest = content(packageFiles.manifest, manifestText(payload));
  const bytes = payload.reduce((sum, file) => sum + sizeOf(file), 0);
  const head = caseFile.head();
  const info = { caseId: caseFile.caseId, date: head.wall.slice(0, 10), bytes, files: payload.length };
  const told: Hashed[] = [
    content(packageFiles.declaration, bagDeclaration),
    content(
      packageFiles.info,
      bagInfoText({ ...info, program: services.program, edition, sealed: services.ask !== null }),
    ),
    manifest,
    content(packageFiles.page, services.page),
    ...(edition === 'filing' ? [content(packageFiles.disclosure, disclosureText(items))] : []),
    ...custodyFiles(caseFile, items),
    edition === 'whole'
      ? content(packageFiles.log, logText(caseFile))
      : content(packageFiles.leaves, leavesText(caseFile)),
    ...(await digestFiles(payload, items, services.signal)),
  ];
  const held = [...payload, ...told].map(({ name }) => name);
  const tags = [...told, content(packageFiles.help, helpText(services.ask ? [...held, 'seal/'] : held))];
  const tagManifest = content(packageFiles.tagManifest, manifestText(tags));
  const unsearched =
    edition === 'whole'
      ? []
      : await refuseRedacted(
          caseFile,
          [...payload, ...tags].map(ofItem),
          bundle?.numbers ?? new Map(),
          services.signal,
        );
  const seal = services.ask ? sealOf(await services.ask(tagManifest.sha256)) : [];
  const files = [...payload, ...tags, tagManifest, ...seal];
  const written = await writeLocked(destination, files, passphrase, caseFile, services);
  const { sha256 } = tagManifest;
  caseFile.logEvent('package-exported', {
    package: sha256,
    edition,
    bundle: bundle?.sha256 ?? null,
    items: items.map(({ item }) => item),
  });
  return {
    path: destination.path,
    files: files.length,
    bytes: written,
    items: items.length,
    tagManifest: sha256,
    stamped: seal.length > 0,
    withheld: edition === 'whole' ? [] : items.flatMap(withheldOf),
    unsearched: [...unsearched],
    carried: edition === 'whole' ? [] : [...(await carriedIn(caseFile, items, services.signal))],
  };
}

/** A file with the item whose folder it is in. */
const ofItem = (file: Hashed) => ({ ...file, item: /^data\/items\/([^/]+)\//.exec(file.name)?.[1] ?? null });

const withheldOf = ({ item, record }: ItemState): ExportedPackage['withheld'] =>
  record.artifacts.flatMap(({ name, sha256, credentials }) => (credentials ? [{ item, name, sha256 }] : []));

/** Files of a package for filing, by their paths in it, that hold a credential which a capture learnt. */
async function carriedIn(
  caseFile: ReadableCase,
  items: readonly ItemState[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const values = learntCredentials(caseFile, caseFile.items());
  const found: string[] = [];
  for (const state of items)
    for (const name of await credentialsCarried(caseFile, state, values, signal))
      found.push(`data/items/${state.item}/files/${name}`);
  return found;
}

/** Writes the package; under a passphrase by way of the case's own scratch folder, so that no open copy lies elsewhere. */
async function writeLocked(
  destination: PackageDestination,
  files: readonly Hashed[],
  passphrase: string | null,
  caseFile: WritableCase,
  services: PackageServices,
): Promise<number> {
  if (passphrase === null) return writePackage(destination, files, services);
  const scratch = caseFile.scratch();
  try {
    const open = join(scratch, 'package.zip');
    const written = await writePackage({ path: open, isZip: true, unfinished: `${open}.unfinished` }, files, services);
    await lockFile(open, destination.path, passphrase, services.signal);
    return written;
  } finally {
    remove(scratch);
  }
}

/** What outside services gave back for the items, each file once. */
const anchorsOf = (items: readonly ItemState[]): readonly Sha256[] => [
  ...new Set(items.flatMap(({ attachments }) => attachments.map(({ file }) => file.sha256))),
];

/** The leaf hash of every entry, a line each, in order: what an entry says stays unseen. */
const leavesText = (caseFile: ReadableCase): string =>
  caseFile
    .entries()
    .map((entry) => `${leafHash(entry, newSha256)}\n`)
    .join('');

/** Every entry with its payload, a line each, in order. */
const logText = (caseFile: ReadableCase): string =>
  caseFile
    .entries()
    .map((entry) => {
      const payload = Buffer.from(caseFile.readObject(entry.payload)).toString('utf8');
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
    why: causeOfServices(asked.tried),
  });
}

/** The head of the custody log, the items' way to it, and the stamps that were taken over it earlier. */
function custodyFiles(caseFile: ReadableCase, items: readonly ItemState[]): readonly Hashed[] {
  const entries = caseFile.entries();
  const leaves = entries.map((entry) => leafHash(entry, newSha256));
  const checkpoint = { caseId: caseFile.caseId, size: leaves.length, root: treeRoot(leaves, newSha256) };
  const stamps = readStamps(caseFile).filter((stamp): stamp is GrantedStamp => stamp.state === 'granted');
  const proofs = items.map(({ item, seq }): Proof => {
    const entry = entries[seq];
    if (!entry) throw new FascicleError('object-missing', { sha256: item });
    return {
      item,
      entry: canonicalJson(entry),
      payload: Buffer.from(caseFile.readObject(entry.payload)).toString('utf8'),
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
    ...stamps.flatMap((stamp) => [
      ...stampFiles(caseFile, stamp),
      content(
        `custody/stamps/${stamp.request}/consistency.txt`,
        consistencyProof(leaves, stamp.size, newSha256)
          .map((hash) => `${hash}\n`)
          .join(''),
      ),
    ]),
  ];
}

function stampFiles(caseFile: ReadableCase, { request, checkpoint, token, answers }: GrantedStamp): readonly Hashed[] {
  const folder = `custody/stamps/${request}`;
  const object = (name: string, sha256: Sha256): Hashed => ({
    name: `${folder}/${name}`,
    path: caseFile.objectPath(sha256),
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
