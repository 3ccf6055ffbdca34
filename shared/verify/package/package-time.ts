import { readCheckpoint } from '../../custody/checkpoint.ts';
import type { Entry } from '../../custody/entry.ts';
import { sha256Of, type NewSha256, type Sha256 } from '../../digest.ts';
import { packageFiles } from '../../package/layout.ts';
import type { Certificate } from '../../timestamp/certificate.ts';
import type { Primitives } from '../../timestamp/primitives.ts';
import { verifyToken, type TokenVerdict } from '../../timestamp/verify-token.ts';
import { datedAfterProof } from '../clock-rules.ts';
import { failed, note, noTime, unknown, type TimeHeading } from '../findings.ts';
import type { PackageCheck, PackageFinding, PackageReader } from './package-findings.ts';
import type { ProvenItem } from './package-items.ts';
import { boundStamp, type BoundStamp } from './package-stamp.ts';

export type PackageTimeServices = Readonly<{
  anchors: readonly Certificate[];
  primitives: Primitives;
  newSha256: NewSha256;
}>;

export type PackageTime = Readonly<{ heading: TimeHeading; check: PackageCheck }>;

/** What stamps are held against: the items that hang on the package's checkpoint, of how many, and the log where it is whole. */
type Stamped = Readonly<{
  items: readonly ProvenItem[];
  of: number;
  entries: readonly Entry[];
  leaves: readonly Sha256[];
  bundles: number;
}>;

const longestToken = 1024 * 1024;
const stampPath = /^custody\/stamps\/(\d{1,9})\/(checkpoint\.txt|token\.tsr|consistency\.txt|\d{1,3}\.(?:crl|ocsp))$/;

/** A stamp over the log that is good and bound to what is here. */
type GoodStamp = BoundStamp & Readonly<{ genTime: number }>;

/**
 * What third parties prove about time: the seal over the whole package, and earlier stamps over the custody log. A stamp
 * counts only for the case that it names, for a beginning of this log, and for the items that lie under it.
 */
export async function checkPackageTime(
  reader: PackageReader,
  stamped: Stamped,
  services: PackageTimeServices,
): Promise<PackageTime & Readonly<{ content: readonly PackageCheck[] }>> {
  const findings: PackageFinding[] = [];
  const faults: PackageFinding[] = [];
  const good: GoodStamp[] = [];
  let sealedAt: number | null = null;
  let looked = 0;
  const judge = (verdict: TokenVerdict) => {
    looked += 1;
    findings.push(...verdict.findings);
    return verdict.good && verdict.info ? saidOf(verdict, verdict.info.genTime) : null;
  };
  if (reader.paths.has(packageFiles.token)) {
    const said = judge(await verdictOn(reader, packageFiles.token, packageFiles.tagManifest, services));
    if (said) {
      sealedAt = Date.parse(said.at);
      findings.push(note('seal-proven', said), note('made-anew'));
    }
  } else findings.push(note('seal-missing'));
  const { folders, strays } = stampFolders(reader);
  findings.push(...strays);
  for (const folder of folders) {
    const path = `${folder}checkpoint.txt`;
    const said = judge(await verdictOn(reader, `${folder}token.tsr`, path, services));
    const bound = await boundStamp(reader, folder, await headOf(reader), stamped, services.newSha256);
    if ('foreign' in bound) {
      findings.push(bound.foreign);
      continue;
    }
    if ('faults' in bound) {
      faults.push(...bound.faults);
      continue;
    }
    if (bound.items.length === 0 && !bound.log) findings.push(unknown('stamp-unbound', { path }));
    else if (said) {
      findings.push(note('stamp-proven', { ...said, size: bound.size, count: bound.items.length, of: stamped.of }));
      good.push({ ...bound, genTime: Date.parse(said.at) });
    }
  }
  findings.push(...wrongInTime(sealedAt, good, stamped));
  if (sealedAt === null && stamped.bundles > 0 && !good.some(({ log }) => log) && good.length > 0)
    findings.push(note('bundle-unbound'));
  const bad = findings.some(({ rank }) => rank === 'failed') || faults.length > 0;
  return {
    heading: bad ? { timeProven: 'failed', timeScope: null } : headingOf(sealedAt, good, stamped),
    check: { check: 'time-stamps', looked, findings },
    content: faults.length > 0 ? [{ check: 'custody-log', looked, findings: faults }] : [],
  };
}

/** Entries that say they were made after a stamp that is over them: all of the log where it is here, else those of the items. */
function wrongInTime(
  sealedAt: number | null,
  good: readonly GoodStamp[],
  { items, entries }: Stamped,
): readonly PackageFinding[] {
  const seal = sealedAt === null ? [] : [{ size: Infinity, genTime: sealedAt }];
  if (entries.length > 0) return datedAfterProof(entries, [...seal, ...good.filter(({ log }) => log)]);
  return items.flatMap(({ proof, entry }) =>
    datedAfterProof([entry], [...seal, ...good.filter((stamp) => stamp.items.includes(proof.item))]),
  );
}

/** The seal is over everything. Without it stamps are over the entries or items that lie under them, and no further. */
function headingOf(sealedAt: number | null, good: readonly GoodStamp[], { of, leaves }: Stamped): TimeHeading {
  if (sealedAt !== null)
    return { timeProven: 'proven', timeScope: { over: 'package', at: new Date(sealedAt).toISOString() } };
  if (good.length === 0) return noTime;
  const latest = (times: readonly number[]) => new Date(Math.max(...times)).toISOString();
  if (leaves.length > 0) {
    const count = Math.max(...good.map(({ size }) => size));
    const at = latest([Math.min(...good.filter(({ size }) => size === count).map(({ genTime }) => genTime))]);
    const whole = count === leaves.length;
    return { timeProven: whole ? 'proven' : 'partly', timeScope: { over: 'log', at, count, of: leaves.length } };
  }
  const earliest = new Map<string, number>();
  for (const { items, genTime } of good)
    for (const item of items) earliest.set(item, Math.min(genTime, earliest.get(item) ?? Infinity));
  if (earliest.size === 0) return noTime;
  const scope = { over: 'items', at: latest([...earliest.values()]), count: earliest.size, of } as const;
  return { timeProven: 'partly', timeScope: scope };
}

/** The folders of stamps, and whatever lies among them that belongs to no stamp: a token without its checkpoint proves nothing. */
function stampFolders({
  paths,
}: PackageReader): Readonly<{ folders: readonly string[]; strays: readonly PackageFinding[] }> {
  const inside = [...paths].filter((path) => path.startsWith('custody/stamps/')).sort();
  const folders = new Set(inside.map((path) => path.slice(0, path.lastIndexOf('/') + 1)));
  const strays: PackageFinding[] = inside
    .filter((path) => !stampPath.test(path))
    .map((path) => failed('stamp-stray', { path }));
  for (const folder of folders)
    for (const name of ['checkpoint.txt', 'token.tsr'])
      if (!paths.has(folder + name)) strays.push(failed('stamp-lacks', { path: folder, name }));
  return { folders: [...folders].filter((folder) => stampPath.test(`${folder}token.tsr`)), strays };
}

async function headOf(reader: PackageReader) {
  try {
    return readCheckpoint(await reader.text(packageFiles.checkpoint, 10_000));
  } catch {
    return null; // the check of the items says so
  }
}

function saidOf({ signer, path }: TokenVerdict, genTime: number) {
  return {
    at: new Date(genTime).toISOString(),
    name: signer?.name ?? '',
    anchor: path?.at(-1)?.subjectText ?? '',
  };
}

async function verdictOn(
  reader: PackageReader,
  tokenPath: string,
  dataPath: string,
  { anchors, primitives, newSha256 }: PackageTimeServices,
): Promise<TokenVerdict> {
  const folder = tokenPath.slice(0, tokenPath.lastIndexOf('/') + 1);
  const kept = async (kind: 'crl' | 'ocsp') =>
    Promise.all(
      [...reader.paths]
        .filter((path) => path.startsWith(folder) && path.endsWith(`.${kind}`))
        .sort()
        .slice(0, 20)
        .map((path) => reader.bytes(path, 8 * longestToken).catch(() => new Uint8Array())),
    );
  const token = await reader.bytes(tokenPath, longestToken).catch(() => new Uint8Array());
  const data = await reader.bytes(dataPath, 64 * longestToken).catch(() => new Uint8Array());
  return verifyToken(
    {
      token,
      digests: { 'SHA-256': sha256Of(newSha256, data) },
      anchors,
      revocation: { crls: await kept('crl'), ocsp: await kept('ocsp') },
    },
    primitives,
  );
}
