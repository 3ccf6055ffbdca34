import type { Cause } from '../../../shared/text.ts';
import { recordSchema, type ItemRecord } from '../../../shared/case/record.ts';
import type { Attachment } from '../../../shared/case/attachment.ts';
import { readCheckpoint } from '../../../shared/custody/checkpoint.ts';
import { leafHash } from '../../../shared/custody/entry.ts';
import { treeRoot } from '../../../shared/custody/merkle.ts';
import type { Stored } from '../../../shared/custody/stored.ts';
import type { Sha256 } from '../../../shared/digest.ts';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { hashLines } from '../../../shared/verify/package/package-log.ts';
import { editionOf, packageFiles, isSealed } from '../../../shared/package/layout.ts';
import { asListed, type AsListed } from '../../../shared/verify/package/as-listed.ts';
import type { PackageSource } from '../../../shared/verify/package/package-source.ts';
import type { VerifyReport } from '../../../shared/verify/report.ts';
import type { ItemState, WritableCase } from '../../casefile/case-handles.ts';
import { askForRoom } from '../../casefile/files/disk-room.ts';
import { fileSource } from '../../casefile/files/file-source.ts';
import { newSha256 } from '../../casefile/files/node-sha256.ts';
import { readReceivedLog, receiptsOf, type Exclusion, type ReceivedLog } from './received-log.ts';

type ReceiveServices = Readonly<{
  /** Where the package lies, for the words of an error. */
  path: string;
  signal: AbortSignal;
  onFile(name: string, done: number, of: number): void;
  /** The verdict on the package as it was copied. */
  verify(copy: PackageSource): Promise<VerifyReport>;
}>;

type Received = Readonly<{
  package: Sha256;
  from: string;
  items: number;
  /** What third parties gave for the items, now kept here. */
  attachments: number;
  /** What stood excluded where they come from, and does not here: not taken over. */
  excluded: readonly Exclusion[];
  known: number;
  withheld: number;
  timeProven: VerifyReport['timeProven'];
  timeScope: VerifyReport['timeScope'];
}>;

/**
 * Takes a package over and trusts nothing in it. Its files are copied into the object store first and judged there, so
 * that nobody can change them between the verdict and the copy; only a package whose content is unaltered goes into the
 * log. One entry anchors the whole package with the other case's head, once, also where nothing in it is new; one entry
 * follows for each item that is new here, and for what third parties gave for it: all of them, or none. An item's record stays byte for byte what it was; what was
 * decided about it elsewhere (exhibits, exclusions) is not taken over: exclusions are told. What a run that was killed, or
 * an older program, left half done is gone on with by the next.
 *
 * @throws {FascicleError} `package-unsound` | `package-conflict` | `package-other-story` | `disk-full` | `write-failed`
 */
export async function receivePackage(
  caseFile: WritableCase,
  given: PackageSource,
  services: ReceiveServices,
): Promise<Received> {
  const unsound = (why: Cause) => new FascicleError('package-unsound', { path: services.path, why });
  const listed = await asListed(given, newSha256);
  const { source } = listed;
  for (const { path, refused } of source.files)
    if (refused) throw unsound(because('at-path', { path, why: because(refused) }));
  const all = source.files.reduce((sum, { bytes }) => sum + bytes, 0);
  askForRoom(services.path, all, caseFile.folder);
  const stored = await undone(caseFile, listed, await copyFiles(caseFile, source, services));
  const copy: PackageSource = {
    files: [...stored].map(([path, { bytes }]) => ({ path, bytes, refused: null })),
    open: (path) => fileSource(caseFile.objectPath(objectAt(stored, path).sha256)),
  };
  const report = await services.verify(copy);
  const fault = report.checks.find(({ verdict }) => verdict === 'FAILED') ?? report.checks.find(isFault);
  if (report.unaltered !== 'yes' || report.verdict === 'FAILED')
    throw unsound(fault ? because('line-said', { code: fault.check, words: fault.detail }) : because('not-verified'));
  const { sha256 } = objectAt(stored, packageFiles.tagManifest);
  const head = readCheckpoint(textAt(caseFile, stored, packageFiles.checkpoint));
  const log = stored.has(packageFiles.log) ? readReceivedLog(textAt(caseFile, stored, packageFiles.log)) : null;
  const before = receiptsOf(caseFile);
  refuseOtherStory(caseFile, before, head, stored);
  const records = recordsOf(caseFile, stored);
  const here = new Map(caseFile.items().map((state) => [state.item, state]));
  const fresh = records.filter(({ record, object }) => isNew(here, record, object));
  const attached = freshAttachments(here, records, log, stored);
  const excluded = (log?.excluded ?? []).filter(({ item }) => records.some(({ record }) => record.item === item));
  caseFile.atOnce(() => {
    // Also where none of its items is new: it may bring what an earlier one withheld, a seal, or a longer log.
    if (!before.some((receipt) => receipt.package === sha256)) {
      caseFile.logEvent('package-received', {
        package: sha256,
        edition: editionOf(textAt(caseFile, stored, packageFiles.info)),
        from: head.caseId,
        size: head.size,
        root: head.root,
        items: records.map(({ record }) => record.item),
        files: [...stored].map(([path, object]) => ({ path, ...object })),
        ...(excluded.length > 0 && { excluded: [...excluded] }),
      });
    }
    for (const { record, object } of fresh) caseFile.addReceived(record, object, sha256);
    for (const one of attached) caseFile.logEvent('attachment-added', { ...one, received: sha256 }, one.item);
  });
  const withheld = records.flatMap(({ record: { item, artifacts } }) =>
    artifacts.filter((one) => isSealed(one) && !stored.has(`data/items/${item}/files/${one.name}`)),
  );
  return {
    package: sha256,
    from: head.caseId,
    items: fresh.length,
    attachments: attached.length,
    excluded: excluded.filter(({ item }) => (here.get(item)?.excluded ?? null) === null),
    known: records.length - fresh.length,
    withheld: withheld.length,
    timeProven: report.timeProven,
    timeScope: report.timeScope,
  };
}

const isFault = ({ verdict }: Readonly<{ verdict: string }>) => verdict !== 'PASSED';

type StoredFiles = ReadonlyMap<string, Stored>;

async function copyFiles(
  caseFile: WritableCase,
  source: PackageSource,
  services: ReceiveServices,
): Promise<Map<string, Stored>> {
  const stored = new Map<string, Stored>();
  for (const [at, { path }] of source.files.entries()) {
    services.signal.throwIfAborted();
    services.onFile(path, at, source.files.length);
    const file = source.open(path);
    try {
      stored.set(path, await caseFile.objects.putSource(file));
    } finally {
      file.close?.();
    }
  }
  return stored;
}

/** What other programs did to texts on their way is undone before anything is kept: the bytes that the lists' hashes are of. */
async function undone(caseFile: WritableCase, listed: AsListed, stored: Map<string, Stored>): Promise<StoredFiles> {
  for (const list of [packageFiles.tagManifest, packageFiles.manifest]) {
    const lines = stored.has(list) ? textAt(caseFile, stored, list) : '';
    for (const [, sha256 = '', path = ''] of lines.matchAll(/^([0-9a-f]{64}) {2}(\S+)$/gm)) {
      const bytes = [undefined, sha256].includes(stored.get(path)?.sha256) ? null : await listed.undo(path, sha256);
      if (bytes) stored.set(path, caseFile.objects.putBytes(bytes));
    }
  }
  return stored;
}

function objectAt(stored: StoredFiles, path: string): Stored {
  const object = stored.get(path);
  if (!object) throw new Error(because('no-such-file', { path }));
  return object;
}

function textAt(caseFile: WritableCase, stored: StoredFiles, path: string): string {
  return Buffer.from(caseFile.readObject(objectAt(stored, path).sha256)).toString('utf8');
}

function recordsOf(
  caseFile: WritableCase,
  stored: StoredFiles,
): readonly Readonly<{ record: ItemRecord; object: Stored }>[] {
  return [...stored]
    .filter(([path]) => /^data\/items\/[^/]+\/record\.json$/.test(path))
    .map(([path, object]) => ({ record: recordSchema.parse(JSON.parse(textAt(caseFile, stored, path))), object }));
}

/** @throws {FascicleError} `package-conflict` */
function isNew(here: ReadonlyMap<string, ItemState>, { item }: ItemRecord, { sha256 }: Stored): boolean {
  const known = here.get(item)?.recordSha256;
  if (known !== undefined && known !== sha256) throw new FascicleError('package-conflict', { item });
  return known === undefined;
}

/** What third parties gave for items of the package and is not kept here yet. */
function freshAttachments(
  here: ReadonlyMap<string, ItemState>,
  records: readonly Readonly<{ record: ItemRecord }>[],
  log: ReceivedLog | null,
  stored: StoredFiles,
): readonly Attachment[] {
  const items = new Set(records.map(({ record }) => record.item));
  return (log?.attachments ?? []).filter(({ item, kind, number, file }) => {
    if (!items.has(item) || stored.get(`data/attachments/${file.sha256}`)?.sha256 !== file.sha256) return false;
    const kept = here.get(item)?.attachments ?? [];
    return !kept.some((one) => one.file.sha256 === file.sha256 && one.kind === kind && one.number === number);
  });
}

/** A state of a log: its size and root, and the root that its first entries had; null where it cannot say. */
type Story = Readonly<{ size: number; root: Sha256; rootOf(size: number): Sha256 | null }>;

/**
 * Two logs of one case that differ are two stories: what came first and what comes now must be beginnings of one another.
 * A package shows all leaf hashes of its log, or the log itself; packages of older programs for filing show a head only,
 * which nothing can be held against but one of the same size.
 * @throws {FascicleError} `package-other-story`
 */
function refuseOtherStory(
  caseFile: WritableCase,
  before: ReturnType<typeof receiptsOf>,
  head: Readonly<{ caseId: string; size: number; root: Sha256 }>,
  stored: StoredFiles,
): void {
  const now: Story = { ...head, rootOf: rootsIn(caseFile, stored) };
  const refuse = () => new FascicleError('package-other-story', { from: head.caseId });
  for (const { from, size, root, files } of before) {
    if (from !== head.caseId) continue;
    const kept = new Map(files.map(({ path, ...object }) => [path, object]));
    if (!isOneStory({ size, root, rootOf: rootsIn(caseFile, kept) }, now)) throw refuse();
  }
  if (head.caseId !== caseFile.caseId) return;
  const leaves = caseFile.entries().map((entry) => leafHash(entry, newSha256));
  const rootOf = (size: number) => treeRoot(leaves.slice(0, size), newSha256);
  if (!isOneStory({ size: leaves.length, root: rootOf(leaves.length), rootOf }, now)) throw refuse();
}

function isOneStory(one: Story, other: Story): boolean {
  const [shorter, longer] = one.size <= other.size ? [one, other] : [other, one];
  if (shorter.size === longer.size) return shorter.root === longer.root;
  const root = longer.rootOf(shorter.size);
  return root === null || root === shorter.root;
}

/** What the log of a package, or its leaf hashes, say its first entries' root was. Read only where it is asked for. */
function rootsIn(caseFile: WritableCase, stored: StoredFiles): Story['rootOf'] {
  const leaves = () => {
    if (stored.has(packageFiles.log)) return readReceivedLog(textAt(caseFile, stored, packageFiles.log)).leaves;
    return stored.has(packageFiles.leaves) ? hashLines(textAt(caseFile, stored, packageFiles.leaves)) : [];
  };
  return (size) => {
    const known = leaves();
    return size > known.length ? null : treeRoot(known.slice(0, size), newSha256);
  };
}
