import { recordSchema, type ItemRecord } from '../../shared/case/record.ts';
import { readCheckpoint } from '../../shared/custody/checkpoint.ts';
import { parsePayload } from '../../shared/custody/payload.ts';
import type { ActPayload } from '../../shared/custody/acts.ts';
import type { Stored } from '../../shared/custody/projection.ts';
import type { Sha256 } from '../../shared/digest.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { editionOf, packageFiles, sealedRoles } from '../../shared/package/layout.ts';
import type { PackageSource } from '../../shared/verify/package-source.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import type { WritableCase } from '../casefile/case-handles.ts';
import { fileSource } from '../casefile/file-source.ts';

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
  known: number;
  withheld: number;
  timeProven: VerifyReport['timeProven'];
}>;

/**
 * Takes a package over and trusts nothing in it. Its files are copied into the object store first and judged there, so
 * that nobody can change them between the verdict and the copy; only a package whose content is unaltered goes into the
 * log. One entry anchors the whole package with the other case's head, one entry follows for each item that is new here.
 * An item's record stays byte for byte what it was; what was decided about it elsewhere (exhibits, exclusions) is not
 * taken over. A run that was killed in between is gone on with by the next.
 *
 * @throws {FascicleError} `package-unsound` | `package-conflict` | `disk-full` | `write-failed`
 */
export async function receivePackage(
  kase: WritableCase,
  source: PackageSource,
  services: ReceiveServices,
): Promise<Received> {
  const unsound = (why: string) => new FascicleError('package-unsound', { path: services.path, why });
  const hostile = source.files.find(({ refused }) => refused !== null);
  if (hostile) throw unsound(`${hostile.path} (${hostile.refused ?? ''})`);
  const stored = await copyFiles(kase, source, services);
  const copy: PackageSource = {
    files: source.files,
    open: (path) => fileSource(kase.objectPath(objectAt(stored, path).sha256)),
  };
  const report = await services.verify(copy);
  const fault = report.checks.find(({ verdict }) => verdict === 'FAILED') ?? report.checks.find(isFault);
  if (report.unaltered !== 'yes' || report.verdict === 'FAILED') throw unsound(fault?.detail ?? report.verdict);
  const { sha256 } = objectAt(stored, packageFiles.tagManifest);
  const { caseId, size, root } = readCheckpoint(textAt(kase, stored, packageFiles.checkpoint));
  const records = recordsOf(kase, stored);
  const here = new Map(kase.items().map((state) => [state.item, state.recordSha256]));
  const fresh = records.filter(({ record, object }) => isNew(here, record, object));
  if (!wasReceived(kase, sha256) && fresh.length > 0) {
    kase.act('package-received', {
      package: sha256,
      edition: editionOf(textAt(kase, stored, packageFiles.info)),
      from: caseId,
      size,
      root,
      items: records.map(({ record }) => record.item),
      files: [...stored].map(([path, object]) => ({ path, ...object })),
    });
  }
  for (const { record, object } of fresh) kase.addReceived(record, object, sha256);
  const withheld = records.flatMap(({ record: { item, artifacts } }) =>
    artifacts.filter(({ role, name }) => sealedRoles.includes(role) && !stored.has(`data/items/${item}/files/${name}`)),
  );
  return {
    package: sha256,
    from: caseId,
    items: fresh.length,
    known: records.length - fresh.length,
    withheld: withheld.length,
    timeProven: report.timeProven,
  };
}

const isFault = ({ verdict }: Readonly<{ verdict: string }>) => verdict !== 'PASSED';

type StoredFiles = ReadonlyMap<string, Stored>;

async function copyFiles(kase: WritableCase, source: PackageSource, services: ReceiveServices): Promise<StoredFiles> {
  const stored = new Map<string, Stored>();
  for (const [at, { path }] of source.files.entries()) {
    services.signal.throwIfAborted();
    services.onFile(path, at, source.files.length);
    const file = source.open(path);
    try {
      stored.set(path, await kase.objects.putSource(file));
    } finally {
      file.close?.();
    }
  }
  return stored;
}

function objectAt(stored: StoredFiles, path: string): Stored {
  const object = stored.get(path);
  if (!object) throw new Error(`no ${path}`);
  return object;
}

function textAt(kase: WritableCase, stored: StoredFiles, path: string): string {
  return Buffer.from(kase.readObject(objectAt(stored, path).sha256)).toString('utf8');
}

function recordsOf(
  kase: WritableCase,
  stored: StoredFiles,
): readonly Readonly<{ record: ItemRecord; object: Stored }>[] {
  return [...stored]
    .filter(([path]) => /^data\/items\/[^/]+\/record\.json$/.test(path))
    .map(([path, object]) => ({ record: recordSchema.parse(JSON.parse(textAt(kase, stored, path))), object }));
}

/** @throws {FascicleError} `package-conflict` */
function isNew(here: ReadonlyMap<string, Sha256>, { item }: ItemRecord, { sha256 }: Stored): boolean {
  const known = here.get(item);
  if (known !== undefined && known !== sha256) throw new FascicleError('package-conflict', { item });
  return known === undefined;
}

function wasReceived(kase: WritableCase, sha256: Sha256): boolean {
  return kase
    .entries()
    .filter(({ act }) => act === 'package-received')
    .some(({ payload }) => payloadOf(kase, payload).package === sha256);
}

function payloadOf(kase: WritableCase, payload: Sha256): ActPayload<'package-received'> {
  return parsePayload('package-received', Buffer.from(kase.readObject(payload)).toString('utf8'));
}
