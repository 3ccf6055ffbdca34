import { readCheckpoint } from '../custody/checkpoint.ts';
import { rootOfProof } from '../custody/merkle.ts';
import { sha256Of, type NewSha256 } from '../digest.ts';
import { packageFiles } from '../package/layout.ts';
import type { Certificate } from '../timestamp/certificate.ts';
import type { Primitives } from '../timestamp/primitives.ts';
import { verifyToken, type TokenVerdict } from '../timestamp/verify-token.ts';
import { textOfUtf8 } from '../utf8.ts';
import { failed, note } from './findings.ts';
import type { PackageCheck, PackageFinding, PackageReader } from './package-findings.ts';
import type { ProvenItem } from './package-items.ts';
import type { VerifyReport } from './report.ts';

export type PackageTimeServices = Readonly<{
  anchors: readonly Certificate[];
  primitives: Primitives;
  newSha256: NewSha256;
}>;

export type PackageTime = Readonly<{ timeProven: VerifyReport['timeProven']; check: PackageCheck }>;

const longestToken = 1024 * 1024;
const stampFolder = /^custody\/stamps\/(\d{1,9})\/checkpoint\.txt$/;

/**
 * What third parties prove about time: the seal over the whole package, and earlier stamps over the custody log, each
 * with the items that lie under it.
 */
export async function checkPackageTime(
  reader: PackageReader,
  items: readonly ProvenItem[],
  services: PackageTimeServices,
): Promise<PackageTime & Readonly<{ content: readonly PackageCheck[] }>> {
  const findings: PackageFinding[] = [];
  const faults: PackageFinding[] = [];
  const verdicts: TokenVerdict[] = [];
  const judge = (verdict: TokenVerdict) => {
    verdicts.push(verdict);
    findings.push(...verdict.findings);
    return verdict.good && verdict.info ? saidOf(verdict, verdict.info.genTime) : null;
  };
  let looked = 0;
  if (reader.paths.has(packageFiles.token)) {
    looked += 1;
    const said = judge(await verdictOn(reader, packageFiles.token, packageFiles.tagManifest, services));
    if (said) findings.push(note('seal-proven', said), note('made-anew'));
  } else findings.push(note('seal-missing'));
  for (const path of [...reader.paths].sort()) {
    const stamp = stampFolder.exec(path)?.[1];
    if (stamp === undefined) continue;
    looked += 1;
    const said = judge(await verdictOn(reader, path.replace('checkpoint.txt', 'token.tsr'), path, services));
    const under = await itemsUnder(reader, path, Number(stamp), items, services.newSha256);
    faults.push(...under.faults);
    if (said && under.faults.length === 0) findings.push(note('stamp-proven', { ...said, size: under.size }));
  }
  const bad = verdicts.some((verdict) => verdict.findings.some(({ rank }) => rank === 'failed'));
  const timeProven = bad ? 'failed' : verdicts.some(({ good }) => good) ? 'proven' : 'none';
  return {
    timeProven,
    check: { check: 'time-stamps', looked, findings },
    content: faults.length > 0 ? [{ check: 'custody-log', looked, findings: faults }] : [],
  };
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

/** Whether the items that say they lie under a stamped checkpoint do. */
async function itemsUnder(
  reader: PackageReader,
  path: string,
  stamp: number,
  items: readonly ProvenItem[],
  newSha256: NewSha256,
): Promise<Readonly<{ size: number; faults: readonly PackageFinding[] }>> {
  try {
    const checkpoint = readCheckpoint(textOfUtf8(await reader.bytes(path, longestToken)));
    const { size } = checkpoint;
    const faults = items.flatMap(({ proof, entry, leaf }) => {
      const own = proof.stamps?.find((one) => one.stamp === stamp);
      if (!own) return [];
      const root = rootOfProof(leaf, entry.seq, size, own.proof, newSha256);
      return root === checkpoint.root && entry.caseId === checkpoint.caseId
        ? []
        : [failed('proof-differs', { item: proof.item, checkpoint: path })];
    });
    return { size, faults };
  } catch {
    return { size: 0, faults: [failed('checkpoint-unreadable')] };
  }
}
