import type { Cause } from '../../text.ts';
import { because, causeOf } from '../../cause.ts';
import type { NewSha256, Sha256 } from '../../digest.ts';
import { bagDeclaration, editionOf, isPlainPath, packageFiles, saysSealed } from '../../package/layout.ts';
import { isFiled } from '../../package/filed.ts';
import { textOfUtf8 } from '../../utf8.ts';
import { bytesOfSource, checkBundle, hashOfSource } from '../pdf/bundle-rules.ts';
import type { Manifest } from './manifest.ts';
import { failed, note, noTime, refusing, unknown } from '../findings.ts';
import type { PackageCheck, PackageFinding, PackageReader } from './package-findings.ts';
import { checkPackageLeaves, checkPackageLog, type PackageLog } from './package-log.ts';
import { checkItems } from './package-items.ts';
import type { AsListed } from './as-listed.ts';
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
  listed: AsListed,
  services: PackageTimeServices & Readonly<{ newSha256: NewSha256 }>,
): Promise<Readonly<{ content: readonly PackageCheck[]; time: PackageTime }>> {
  const { newSha256 } = services;
  const { source } = listed;
  const refused = source.files.filter((file) => file.refused !== null);
  const nothing: PackageTime = { heading: noTime, check: { check: 'time-stamps', looked: 0, findings: [] } };
  if (refused.length > 0) {
    const findings = refused.map(({ path, refused: why }) =>
      refusing('package-refused', { path, why: because(why ?? 'not-a-file') }),
    );
    return { content: [{ check: 'package', looked: source.files.length, findings }], time: nothing };
  }
  const reader = readerOf(source);
  const { check: bag, payload } = await checkBag(reader, listed, newSha256);
  const log = await checkPackageLog(reader, newSha256);
  const leaves = log ? null : await checkPackageLeaves(reader, newSha256);
  const { check: bundle, manifests } = await checkBundles(reader, log, newSha256);
  const told = { ...bag, findings: [...bag.findings, ...(await ownWord(reader)), ...wayHere(source), ...listed.notes] };
  const items = await checkItems(reader, payload, manifests, newSha256);
  const shown = {
    items: items.proofs,
    of: items.check.looked,
    entries: log?.entries ?? [],
    leaves: log?.leaves ?? [],
    bundles: manifests.length,
  };
  const time = await checkPackageTime(reader, shown, services);
  return {
    content: [told, ...bundle, items.check, ...(log ? [log.check] : []), ...(leaves ? [leaves] : []), ...time.content],
    time,
  };
}

/** What happened to a package on its way that changed nothing in it. */
function wayHere({ zippedAgain = false, litter = [] }: PackageSource): readonly PackageFinding[] {
  return [...(zippedAgain ? [note('zipped-again')] : []), ...litter.map((path) => note('system-litter', { path }))];
}

/** What a package says of itself binds it: what it says is there must be there. It switches no check off. */
async function ownWord(reader: PackageReader): Promise<readonly PackageFinding[]> {
  const info = await reader.text(packageFiles.info, 10_000).catch(() => '');
  const findings: PackageFinding[] = [];
  if (saysSealed(info) && !reader.paths.has(packageFiles.token)) findings.push(failed('seal-taken-away'));
  if (editionOf(info) !== 'whole') return findings;
  if (!reader.paths.has(packageFiles.log)) findings.push(failed('no-package', { path: packageFiles.log }));
  return [...findings, note('whole-edition')];
}

function readerOf(source: PackageSource): PackageReader {
  const bytes = async (path: string, longest: number) => {
    const file = source.open(path);
    try {
      const read = await bytesOfSource(file, longest);
      if (!read || read.length !== file.size) throw new Error(because('file-other-length', { path }));
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
  listed: AsListed,
  newSha256: NewSha256,
): Promise<Readonly<{ check: PackageCheck; payload: ReadonlyMap<string, Sha256> }>> {
  const { manifest, tagManifest, declaration, token } = packageFiles;
  const findings: PackageFinding[] = [];
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
      else if (found.sha256 !== sha256)
        findings.push(
          (await listed.undo(path, sha256))
            ? ofLineEnds(path)
            : failed('listed-changed', { path, found: found.sha256, sha256 }),
        );
    }
  }
  // After the lists: what an editor did to it is undone by then.
  if ((await reader.text(declaration).catch(() => '')) !== bagDeclaration) findings.push(failed('bag-declaration'));
  const check = { check: 'package', looked: reader.paths.size, findings };
  return { check, payload: payload ?? new Map<string, Sha256>() };
}

/**
 * Put back, the line ends give what is listed. Of a file of evidence that is not what it is: whoever compares its hash must
 * find it, and so it is told apart, neither altered nor as it was; a copy that was not changed shows it.
 */
const ofLineEnds = (path: string): PackageFinding =>
  path.startsWith('data/') ? unknown('evidence-line-ends', { path }) : note('line-ends-changed', { path });

async function hashAt(
  reader: PackageReader,
  path: string,
  newSha256: NewSha256,
): Promise<{ sha256: Sha256 } | { why: Cause }> {
  try {
    const file = reader.source.open(path);
    try {
      return { sha256: await hashOfSource(file, newSha256) };
    } finally {
      file.close?.();
    }
  } catch (error) {
    return { why: causeOf(error) };
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
    if (!reader.paths.has(list)) throw new Error(because('file-missing-here'));
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
  log: PackageLog | null,
  newSha256: NewSha256,
): Promise<Readonly<{ check: readonly PackageCheck[]; manifests: readonly Manifest[] }>> {
  const pdfs = [...reader.paths].filter((path) => path.startsWith(bundleFolder) && path.endsWith('.pdf')).sort();
  const open = (name: string) => {
    const path = `${bundleFolder}${name}`;
    try {
      return reader.paths.has(path) ? reader.source.open(path) : null;
    } catch {
      return null; // what this computer cannot read is noticed where it is opened
    }
  };
  const checks: PackageCheck[] = [];
  const manifests: Manifest[] = [];
  for (const path of pdfs) {
    const bundle = await checkBundle(path.slice(bundleFolder.length), open, newSha256, null);
    checks.push(...bundle.checks);
    if (bundle.manifest) manifests.push(bundle.manifest);
  }
  const findings = [...(await hungOnLog(reader, pdfs, log, newSha256))];
  // A case is handed over before there is a bundle, too: but only its log can say that there is none.
  const none = log !== null && log.leaves.length > 0 && log.built.length === 0;
  if (pdfs.length === 0 && findings.length === 0 && !none) findings.push(unknown('bundle-missing'));
  if (findings.length > 0) checks.push({ check: 'bundle', looked: pdfs.length, findings });
  return { check: checks, manifests };
}

/** Where the whole log is here: the bundle to be filed that it tells of last is here too, and each PDF is one it tells of. */
async function hungOnLog(
  reader: PackageReader,
  pdfs: readonly string[],
  log: PackageLog | null,
  newSha256: NewSha256,
): Promise<readonly PackageFinding[]> {
  if (!log || log.leaves.length === 0) return [];
  const here = new Map<string, string>();
  for (const path of pdfs) {
    const found = await hashAt(reader, path, newSha256);
    if ('sha256' in found) here.set(found.sha256, path);
  }
  const named = new Set(log.built.flatMap(({ sha256, others = [] }) => [sha256, ...others.map((one) => one.sha256)]));
  const strange = [...here].filter(([sha256]) => !named.has(sha256));
  const filed = log.built.findLast(isFiled);
  return [
    ...strange.map(([, path]) => failed('bundle-not-in-log', { path })),
    ...(filed && !here.has(filed.sha256) ? [failed('bundle-taken-away', { sha256: filed.sha256 })] : []),
  ];
}
