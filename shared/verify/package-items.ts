import type { ItemRecord } from '../case/record.ts';
import { readCheckpoint, type Checkpoint } from '../custody/checkpoint.ts';
import type { Entry } from '../custody/entry.ts';
import { rootOfProof } from '../custody/merkle.ts';
import type { NewSha256, Sha256 } from '../digest.ts';
import { packageFiles, sealedRoles } from '../package/layout.ts';
import { proofSchema, type Proof } from '../package/proof.ts';
import type { Manifest } from './manifest.ts';
import { failed, note, whyOf } from './findings.ts';
import type { PackageCheck, PackageFinding, PackageReader } from './package-findings.ts';
import { followEntry, type ProvenEntry } from './proven-entry.ts';

/** An item whose custody entry is under the package's checkpoint. */
export type ProvenItem = Readonly<{ proof: Proof; entry: Entry; leaf: Sha256; record: ItemRecord }>;

const longestRecord = 32 * 1024 * 1024;
const itemFolder = 'data/items/';

/**
 * The items of a package: each record is the one that its custody entry names, each entry lies under the checkpoint,
 * each file is one that the record lists with this hash (the hashes themselves are the manifests' matter), and each
 * exhibit of the bundle is one of these items.
 */
export async function checkItems(
  reader: PackageReader,
  payload: ReadonlyMap<string, Sha256>,
  manifests: readonly Manifest[],
  newSha256: NewSha256,
): Promise<Readonly<{ check: PackageCheck; proofs: readonly ProvenItem[] }>> {
  const findings: PackageFinding[] = [];
  const checkpoint = await checkpointOf(reader);
  if (!checkpoint) findings.push(failed('checkpoint-unreadable'));
  const proofs = await readProofs(reader, findings);
  const items = new Map<string, string[]>();
  for (const path of [...reader.paths].sort()) {
    const [item, ...rest] = path.startsWith(itemFolder) ? path.slice(itemFolder.length).split('/') : [];
    if (item !== undefined) items.set(item, [...(items.get(item) ?? []), rest.join('/')]);
  }
  const proven: ProvenItem[] = [];
  const records = new Map<string, Sha256>();
  let withheld = 0;
  for (const [item, names] of items) {
    const proof = proofs.get(item);
    if (!proof) {
      findings.push(failed('proof-missing', { item }));
      continue;
    }
    try {
      const found = await follow(reader, item, proof, newSha256);
      records.set(item, found.sha256);
      if (checkpoint) findings.push(...underCheckpoint(found, proof, checkpoint, newSha256));
      const files = compareFiles(payload, item, names, found.record);
      findings.push(...files.findings);
      withheld += files.withheld;
      proven.push({ proof, entry: found.entry, leaf: found.leaf, record: found.record });
    } catch (error) {
      findings.push(failed('proof-of-another', { item, why: whyOf(error) }));
    }
  }
  for (const item of proofs.keys()) if (!items.has(item)) findings.push(failed('proof-missing', { item }));
  for (const { number, item, record } of manifests.flatMap(({ exhibits }) => exhibits)) {
    if (records.get(item) !== record) findings.push(failed('exhibit-of-another', { number }));
  }
  if (withheld > 0) findings.push(note('artifacts-withheld', { count: withheld }));
  return { check: { check: 'items', looked: items.size, findings }, proofs: proven };
}

async function checkpointOf(reader: PackageReader): Promise<Checkpoint | null> {
  try {
    return readCheckpoint(await reader.text(packageFiles.checkpoint, 10_000));
  } catch {
    return null;
  }
}

async function readProofs(reader: PackageReader, findings: PackageFinding[]): Promise<ReadonlyMap<string, Proof>> {
  const path = packageFiles.proofs;
  const proofs = new Map<string, Proof>();
  const text = await reader.text(path).catch(() => null);
  if (text === null) findings.push(failed('no-package', { path }));
  for (const [at, line] of (text ?? '').split('\n').entries()) {
    if (line === '') continue;
    try {
      const proof = proofSchema.parse(JSON.parse(line));
      if (proofs.has(proof.item)) throw new Error('the item has a line already');
      proofs.set(proof.item, proof);
    } catch (error) {
      findings.push(failed('proof-unreadable', { path, line: at + 1, why: whyOf(error) }));
    }
  }
  return proofs;
}

async function follow(reader: PackageReader, item: string, proof: Proof, newSha256: NewSha256): Promise<ProvenEntry> {
  const bytes = await reader.bytes(`${itemFolder}${item}/record.json`, longestRecord);
  return followEntry(item, proof, bytes, newSha256);
}

function underCheckpoint(
  { entry, leaf }: ProvenEntry,
  { item, proof }: Proof,
  { caseId, size, root }: Checkpoint,
  newSha256: NewSha256,
): readonly PackageFinding[] {
  const under = entry.caseId === caseId && rootOfProof(leaf, entry.seq, size, proof, newSha256) === root;
  return under ? [] : [failed('proof-differs', { item, checkpoint: packageFiles.checkpoint })];
}

/** The record's hashes against the manifest's, which were compared with the files themselves. */
function compareFiles(
  payload: ReadonlyMap<string, Sha256>,
  item: string,
  names: readonly string[],
  record: ItemRecord,
): Readonly<{ findings: readonly PackageFinding[]; withheld: number }> {
  const findings: PackageFinding[] = [];
  const listed = new Map(record.artifacts.map((artifact) => [`files/${artifact.name}`, artifact]));
  for (const name of names) {
    const path = `${itemFolder}${item}/${name}`;
    if (name !== 'record.json' && listed.get(name)?.sha256 !== payload.get(path))
      findings.push(failed('artifact-differs', { path, item }));
  }
  let withheld = 0;
  for (const [name, { role }] of listed) {
    if (names.includes(name)) continue;
    if (sealedRoles.includes(role)) withheld += 1;
    else findings.push(failed('artifact-missing', { item, name }));
  }
  return { findings, withheld };
}
