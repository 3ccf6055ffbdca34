import type { NewSha256, Sha256 } from '../digest.ts';
import { bagDeclaration, editionOf, isPlainPath, packageFiles, type PackageEdition } from '../package/layout.ts';
import { textOfUtf8 } from '../utf8.ts';
import { bytesOfSource, checkBundle, hashOfSource } from './bundle-rules.ts';
import type { Manifest } from './manifest.ts';
import { failed, note, unknown, whyOf } from './findings.ts';
import type { PackageCheck, PackageFinding, PackageReader } from './package-findings.ts';
import { checkPackageLog } from './package-log.ts';
import { checkItems } from './package-items.ts';
import type { PackageSource } from './package-source.ts';
import { checkPackageTime, type PackageTime, type PackageTimeServices } from './package-time.ts';

/** Lists longer than this are none of ours: 200,000 files take 30 MB. */
const longestList = 64 * 1024 * 1024;

/**
 * Verifies a package without trusting anything in it: no path that could mislead, every file listed and every listed
 * file there with its hash, the bundle in itself, every item under the checkpoint of the custody log, every exhibit of
 * the bundle one of those items, and the time stamps against anchors from elsewhere.
 */
export async function checkPackage(
  source: PackageSource,
  services: PackageTimeServices & Readonly<{ newSha256: NewSha256 }>,
): Promise<Readonly<{ content: readonly PackageCheck[]; time: PackageTime }>> {
  const { newSha256 } = services;
  const refused = source.files.filter((file) => file.refused !== null);
  const nothing: PackageTime = { timeProven: 'none', check: { check: 'time-stamps', looked: 0, findings: [] } };
  if (refused.length > 0) {
    const findings = refused.map(({ path, refused: why }) => failed('package-refused', { path, why: why ?? '' }));
    return { content: [{ check: 'package', looked: source.files.length, findings }], time: nothing };
  }
  const reader = readerOf(source);
  const { check: bag, payload } = await checkBag(reader, newSha256);
  const edition = editionOf(await reader.text(packageFiles.info, 10_000).catch(() => ''));
  const { check: bundle, manifests } = await checkBundles(reader, edition, newSha256);
  const told = edition === 'whole' ? { ...bag, findings: [...bag.findings, note('whole-edition')] } : bag;
  const log = await checkPackageLog(reader, newSha256);
  const items = await checkItems(reader, payload, manifests, newSha256);
  const time = await checkPackageTime(reader, items.proofs, services);
  return { content: [told, ...bundle, items.check, ...(log ? [log] : []), ...time.content], time };
}

function readerOf(source: PackageSource): PackageReader {
  const bytes = async (path: string, longest: number) => {
    const file = source.open(path);
    try {
      const read = await bytesOfSource(file, longest);
      if (!read || read.length !== file.size) throw new Error(`${path} is too long, or ends before its end`);
      return read;
    } finally {
      file.close?.();
    }
  };
  return {
    source,
    paths: new Set(source.files.map(({ path }) => path)),
    text: async (path, longest = longestList) => textOfUtf8(await bytes(path, longest)),
    bytes,
  };
}

/** The bag itself: declaration, both manifests, completeness both ways, every hash. */
async function checkBag(
  reader: PackageReader,
  newSha256: NewSha256,
): Promise<Readonly<{ check: PackageCheck; payload: ReadonlyMap<string, Sha256> }>> {
  const { manifest, tagManifest, declaration, token } = packageFiles;
  const findings: PackageFinding[] = [];
  if ((await reader.text(declaration).catch(() => null)) !== bagDeclaration) findings.push(failed('bag-declaration'));
  const payload = await readList(reader, manifest, (path) => path.startsWith('data/'), findings);
  const tags = await readList(reader, tagManifest, (path) => !path.startsWith('data/'), findings);
  if (payload && tags && !tags.has(manifest))
    findings.push(failed('listed-missing', { list: tagManifest, path: manifest }));
  // The seal is over the tag manifest, so that neither can be listed in it.
  const outside = new Set<string>([tagManifest, token]);
  for (const path of [...reader.paths].sort()) {
    if (!payload?.has(path) && !tags?.has(path) && !outside.has(path)) findings.push(failed('not-listed', { path }));
  }
  for (const [list, entries] of [
    [manifest, payload],
    [tagManifest, tags],
  ] as const) {
    for (const [path, sha256] of entries ?? []) {
      if (!reader.paths.has(path)) {
        findings.push(failed('listed-missing', { list, path }));
        continue;
      }
      const found = await hashAt(reader, path, newSha256);
      if ('why' in found) findings.push(failed('part-unreadable', { path, why: found.why }));
      else if (found.sha256 !== sha256) findings.push(failed('listed-changed', { path, found: found.sha256, sha256 }));
    }
  }
  const check = { check: 'package', looked: reader.paths.size, findings };
  return { check, payload: payload ?? new Map<string, Sha256>() };
}

async function hashAt(
  reader: PackageReader,
  path: string,
  newSha256: NewSha256,
): Promise<{ sha256: Sha256 } | { why: string }> {
  const file = reader.source.open(path);
  try {
    return { sha256: await hashOfSource(file, newSha256) };
  } catch (error) {
    return { why: whyOf(error) };
  } finally {
    file.close?.();
  }
}

/** One manifest; null where there is none. Each path once, and only such as belong into it. */
async function readList(
  reader: PackageReader,
  list: string,
  belongs: (path: string) => boolean,
  findings: PackageFinding[],
): Promise<ReadonlyMap<string, Sha256> | null> {
  let text: string;
  try {
    if (!reader.paths.has(list)) throw new Error('missing');
    text = await reader.text(list);
  } catch {
    findings.push(failed('no-package', { path: list }));
    return null;
  }
  const entries = new Map<string, Sha256>();
  text.split('\n').forEach((line, at, lines) => {
    if (line === '' && at === lines.length - 1) return;
    const [, sha256, path] = /^([0-9a-f]{64})  (\S+)$/.exec(line) ?? [];
    if (sha256 === undefined || path === undefined || !isPlainPath(path) || !belongs(path) || entries.has(path))
      findings.push(failed('list-unreadable', { path: list, line: at + 1 }));
    else entries.set(path, sha256);
  });
  return entries;
}

const bundleFolder = 'data/bundle/';

async function checkBundles(
  reader: PackageReader,
  edition: PackageEdition,
  newSha256: NewSha256,
): Promise<Readonly<{ check: readonly PackageCheck[]; manifests: readonly Manifest[] }>> {
  const pdfs = [...reader.paths].filter((path) => path.startsWith(bundleFolder) && path.endsWith('.pdf')).sort();
  const open = (name: string) => {
    const path = `${bundleFolder}${name}`;
    return reader.paths.has(path) ? reader.source.open(path) : null;
  };
  const checks: PackageCheck[] = [];
  const manifests: Manifest[] = [];
  for (const path of pdfs) {
    const bundle = await checkBundle(path.slice(bundleFolder.length), open, newSha256, null);
    checks.push(...bundle.checks);
    if (bundle.manifest) manifests.push(bundle.manifest);
  }
  // A whole edition is handed over before there is a bundle, too.
  if (pdfs.length === 0 && edition === 'filing')
    checks.push({ check: 'bundle', looked: 0, findings: [unknown('bundle-missing')] });
  return { check: checks, manifests };
}
