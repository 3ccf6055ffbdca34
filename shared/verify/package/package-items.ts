import { because, causeOf } from '../../cause.ts';
import { canonicalJson, type Json } from '../../canonical-json.ts';
import type { ItemRecord } from '../../case/record.ts';
import { readCheckpoint, type Checkpoint } from '../../custody/checkpoint.ts';
import type { Entry } from '../../custody/entry.ts';
import { rootOfProof } from '../../custody/merkle.ts';
import type { NewSha256, Sha256 } from '../../digest.ts';
import { packageFiles, isSealed } from '../../package/layout.ts';
import { proofSchema, type Proof } from '../../package/proof.ts';
import type { Manifest } from './manifest.ts';
import { failed, note } from '../findings.ts';
import type { PackageCheck, PackageFinding, PackageReader } from './package-findings.ts';
import { followEntry, type ProvenEntry } from '../proven-entry.ts';

/** An item whose custody entry is under the package's checkpoint, which was looked at. */
export type ProvenItem = Readonly<{ proof: Proof; entry: Entry; leaf: Sha256; record: ItemRecord }>;

const longestRecord = 32 * 1024 * 1024;
const itemFolder = 'data/items/';

/**
 * The items of a package: each record is the one that its custody entry names, each entry lies under the checkpoint,
 * each file is one that the record lists with this hash (the hashes themselves are the manifests' matter), and each
 * exhibit of the bundle is one of these items, with the very files that its record lists.
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
  const items = itemsIn(reader);
  const proven: ProvenItem[] = [];
  const records = new Map<string, ProvenEntry>();
  let withheld = 0;
  for (const [item, names] of items) {
    const proof = proofs.get(item);
    if (!proof) {
      findings.push(failed('proof-missing', { item }));
      continue;
    }
    try {
      const found = await follow(reader, item, proof, newSha256);
      records.set(item, found);
      const under = checkpoint ? underCheckpoint(found, proof, checkpoint, newSha256) : [];
      findings.push(...under);
      const files = compareFiles(payload, item, names, found.record);
      findings.push(...files.findings);
      withheld += files.withheld;
      if (checkpoint && under.length === 0)
        proven.push({ proof, entry: found.entry, leaf: found.leaf, record: found.record });
    } catch (error) {
      findings.push(failed('proof-of-another', { item, why: causeOf(error) }));
    }
  }
  for (const item of proofs.keys()) if (!items.has(item)) findings.push(failed('proof-missing', { item }));
  findings.push(...compareExhibits(manifests, records, checkpoint));
  if (withheld > 0) findings.push(note('artifacts-withheld', { count: withheld }));
  return { check: { check: 'items', looked: items.size, findings }, proofs: proven };
}

/** The items that have files in the package, each with the names of its files. */
function itemsIn(reader: PackageReader): ReadonlyMap<string, readonly string[]> {
  const items = new Map<string, string[]>();
  for (const path of [...reader.paths].sort()) {
    const [item, ...rest] = path.startsWith(itemFolder) ? path.slice(itemFolder.length).split('/') : [];
    if (item !== undefined) items.set(item, [...(items.get(item) ?? []), rest.join('/')]);
  }
  return items;
}

/** Each exhibit of each bundle is one of these items, of this very case. */
function compareExhibits(
  manifests: readonly Manifest[],
  records: ReadonlyMap<string, ProvenEntry>,
  checkpoint: Checkpoint | null,
): readonly PackageFinding[] {
  return manifests.flatMap(({ case: of, exhibits }) =>
    exhibits.flatMap((exhibit) => {
      const found = records.get(exhibit.item);
      return found && of.id === checkpoint?.caseId && isOfRecord(exhibit, found)
        ? []
        : [failed('exhibit-of-another', { number: exhibit.number })];
    }),
  );
}

/** What a bundle says of an exhibit comes from the record: its files, and what was painted over, cut out or joined. */
function isOfRecord(
  { record: sha256, files, redaction, region, stitched }: Manifest['exhibits'][number],
  { sha256: recorded, record }: ProvenEntry,
): boolean {
  const same = (said: Json | undefined, is: Json | undefined) => textOf(said) === canonicalJson(is ?? null);
  return (
    sha256 === recorded &&
    same(
      files,
      record.artifacts.map(({ name, role, bytes, sha256: digest }) => ({ name, role, bytes, sha256: digest })),
    ) &&
    same(redaction, record.redaction) &&
    same(region, record.region) &&
    same(stitched, record.stitched)
  );
}

/** Of what a manifest says, which may be no text that a record could hold: such a thing is like nothing. */
function textOf(said: Json | undefined): string | null {
  try {
    return canonicalJson(said ?? null);
  } catch {
    return null;
  }
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
      if (proofs.has(proof.item)) throw new Error(because('item-line-twice'));
      proofs.set(proof.item, proof);
    } catch (error) {
      findings.push(failed('proof-unreadable', { path, line: at + 1, why: causeOf(error) }));
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
  for (const [name, artifact] of listed) {
    if (names.includes(name)) continue;
    if (isSealed(artifact)) withheld += 1;
    else findings.push(failed('artifact-missing', { item, name }));
  }
  return { findings, withheld };
}
