import { isAbsolute, join } from 'node:path';
import { canonicalJson } from '../../shared/canonical-json.ts';
import { project, type Happening } from '../../shared/custody/projection.ts';
import type { Sha256 } from '../../shared/digest.ts';
import { say, type CaseLanguage } from '../../shared/language.ts';
import { caseVerifyTexts, type CaseFindingCode } from '../../shared/messages/verify-messages.ts';
import { sinceTexts } from '../../shared/messages/proof-messages.ts';
import { packageVerifyTexts } from '../../shared/messages/package-verify-messages.ts';
import { readLog, type ReadLog, type ReadObject, type Use } from '../../shared/verify/custody-rules.ts';
import { reportOf, type CheckFindings, type Finding } from '../../shared/verify/findings.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import { checkClocks } from '../../shared/verify/clock-rules.ts';
import { checkAgainst } from '../../shared/verify/since-rules.ts';
import { checkTime } from '../../shared/verify/time-rules.ts';
import type { Certificate } from '../../shared/timestamp/certificate.ts';
import { compareRows } from '../../shared/verify/row-rules.ts';
import type { SpawnChild } from '../casefile/children.ts';
import { newSha256 } from '../casefile/node-sha256.ts';
import { entryIn, type EntryObject } from '../casefile/entry-objects.ts';
import { readObject } from '../casefile/objects.ts';
import { nodePrimitives } from '../seal/node-primitives.ts';
import type { EarlierHead } from './earlier-head.ts';
import { readDatabase, type ReadDatabase } from './case-database.ts';
import { checkReceived, withheldIn } from './check-received.ts';
import { checkRegions, planRegions, type RegionPlan } from './check-regions.ts';
import { hashFile } from '../casefile/hash-file.ts';
import { listCaseFiles, objectFinding, type CaseFiles } from './case-files.ts';

/**
 * Verifies a case folder and writes nothing into it: every file accounted for, every object equal to its name, the
 * custody log unbroken, every record of its schema, every row of the database as the log makes it, every bundle as
 * built. A damaged case yields findings, never an exception.
 *
 * The folder is listed before the database is copied: what a running writer adds meanwhile is then only more than was
 * listed, and nothing seems to be missing.
 */
export function verifyCase(folder: string, language: CaseLanguage, onFile?: OnFile): VerifyReport {
  return reportOf(examineCase(folder, onFile).checks, caseVerifyTexts, language);
}

/** Hears of each object before it is hashed: its path, how many before it, and of how many. */
type OnFile = (path: string, done: number, of: number) => void;

/** What outside the case is held against it: trusted roots, and the highest head that this computer has seen of it. */
export type OutsideCase = Readonly<{
  anchors: readonly Certificate[];
  seen(caseId: string): Readonly<{ seq: number; hash: Sha256 }> | null;
  /** A head that was kept elsewhere, which today's log must go on from. */
  since?: EarlierHead | null;
}>;

/** All that was found of a case, but for the pixels of items that were made from others' pictures: plain data. */
export type ExaminedCase = Readonly<{
  content: readonly CheckFindings[];
  regions: RegionPlan | null;
  time: Readonly<{ timeProven: VerifyReport['timeProven']; checks: readonly CheckFindings[] }>;
}>;

/** Reads and hashes everything, with time: stamps, clocks, and the head seen before. Minutes of work for a large case. */
export async function examineInTime(
  folder: string,
  { anchors, seen, since = null }: OutsideCase,
  onFile?: OnFile,
): Promise<ExaminedCase> {
  const { checks, log, leaves } = examineCase(folder, onFile);
  const readBytes = (sha256: Sha256) => bytesOf(folder, sha256);
  const time = await checkTime(log.happenings, leaves, { readBytes, anchors, primitives: nodePrimitives, newSha256 });
  const entries = log.happenings.map(({ entry }) => entry);
  const caseId = entries[0]?.caseId ?? '';
  const outside = [...time.log, ...headFindings(leaves, seen(caseId))];
  const received = await checkReceived(folder, log.happenings, { anchors, primitives: nodePrimitives, newSha256 });
  return {
    content: [
      ...checks,
      ...received.content,
      ...(outside.length > 0 ? [{ check: 'anchors', looked: 0, findings: outside }] : []),
      ...(since ? [{ check: 'since', looked: 1, findings: [checkAgainst(since, caseId, leaves, newSha256)] }] : []),
    ],
    regions: planRegions(folder, log.happenings),
    time: { timeProven: time.timeProven, checks: [time.check, checkClocks(entries), ...received.time] },
  };
}

/** The verdict on what was found, with the pixels compared as well. */
export async function judgeExamined(
  { content, regions, time }: ExaminedCase,
  language: CaseLanguage,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<VerifyReport> {
  const pixels = regions ? [await checkRegions(regions, spawnChild, signal)] : [];
  const texts = { ...packageVerifyTexts, ...sinceTexts, ...caseVerifyTexts };
  return reportOf([...content, ...pixels], texts, language, time);
}

/** Both in one process. */
export async function verifyCaseInTime(
  folder: string,
  language: CaseLanguage,
  { spawnChild, ...outside }: OutsideCase & Readonly<{ spawnChild: SpawnChild }>,
): Promise<VerifyReport> {
  const examined = await examineInTime(folder, outside);
  return judgeExamined(examined, language, spawnChild, new AbortController().signal);
}

/** The log must go on from the highest head seen: a shorter or another one was put in its place. */
export function headFindings(
  leaves: readonly Sha256[],
  seen: Readonly<{ seq: number; hash: Sha256 }> | null,
): readonly Finding<CaseFindingCode>[] {
  if (!seen || leaves[seen.seq] === seen.hash) return [];
  return seen.seq >= leaves.length
    ? [{ rank: 'failed', code: 'head-behind', params: { seq: leaves.length - 1, seen: seen.seq } }]
    : [{ rank: 'failed', code: 'head-differs', params: { seen: seen.seq } }];
}

function bytesOf(folder: string, sha256: Sha256): Uint8Array | null {
  try {
    return readObject(folder, sha256);
  } catch {
    return null;
  }
}

/** Objects that are missing or damaged, with what is said of them. */
export function damagedObjects(
  folder: string,
  language: CaseLanguage,
  onFile?: OnFile,
): readonly Readonly<{ sha256: Sha256; path: string; detail: string }>[] {
  return examineCase(folder, onFile)
    .checks.flatMap(({ findings }) => findings)
    .filter(({ code }) => ['object-missing', 'object-damaged', 'object-size'].includes(code))
    .map(({ code, params }) => {
      const path = String(params['path']);
      const detail = say(caseVerifyTexts[code], language, params);
      return { sha256: path.slice('objects/'.length).replace('/', ''), path, detail };
    });
}

/** Everything that the folder itself shows. `leaves`: leaf hashes of all entries that can be read, in order. */
function examineCase(
  folder: string,
  onFile: OnFile = () => undefined,
): Readonly<{ checks: readonly CheckFindings<CaseFindingCode>[]; log: ReadLog; leaves: readonly Sha256[] }> {
  const files = listCaseFiles(folder);
  const database = readDatabase(folder);
  const orphanEntries = entriesOutside(folder, files, database);
  const bodies = database.rows?.entry.map(({ body }) => String(body)) ?? orphanEntries.map(({ body }) => body);
  const log = readLog(bodies, reader(folder), newSha256);
  const expected = log.happenings.flatMap(project);

  const checks: CheckFindings<CaseFindingCode>[] = [
    { check: 'files', looked: files.looked, findings: files.findings },
    checkObjects(folder, files, log.uses, withheldIn(log.happenings), onFile),
    {
      check: 'custody-log',
      looked: bodies.length,
      findings: [
        ...(bodies.length === 0 ? [{ rank: 'failed', code: 'log-empty', params: {} } as const] : log.findings),
        ...(database.rows ? laterEntries(orphanEntries, files) : []),
      ],
    },
    {
      check: 'database',
      looked: expected.length,
      findings: [
        ...database.findings,
        ...(database.rows ? rowFindings(compareRows(expected, database.rows), log) : []),
      ],
    },
    checkBundles(folder, files, log.happenings),
  ];
  return { checks, log, leaves: log.leaves };
}

/** Where an entry could not be followed, its rows are not "too many": the entry is the fault, and is named already. */
function rowFindings(findings: readonly Finding<CaseFindingCode>[], log: ReadLog): readonly Finding<CaseFindingCode>[] {
  return log.findings.length === 0 ? findings : findings.filter(({ code }) => code !== 'row-extra');
}

function reader(folder: string): ReadObject {
  return (sha256) => {
    try {
      const bytes = readObject(folder, sha256);
      return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), bytes: bytes.length };
    } catch (error) {
      return { why: error instanceof Error ? error.message : String(error) };
    }
  };
}

/** Custody entries that lie in `objects/` but not in the database, in order. All of them where there is no database. */
function entriesOutside(
  folder: string,
  files: CaseFiles,
  database: ReadDatabase,
): readonly { seq: number; body: string }[] {
  const known = new Set(database.rows?.entry.map(({ object }) => object) ?? []);
  return [...files.objects.keys()]
    .filter((sha256) => !known.has(sha256))
    .flatMap((sha256) => readableEntry(folder, sha256) ?? [])
    .map(({ entry }) => ({ seq: entry.seq, body: canonicalJson(entry) }))
    .sort((a, b) => a.seq - b.seq);
}

/** A file that cannot be read is named by the check of objects. */
function readableEntry(folder: string, sha256: Sha256): EntryObject | null {
  try {
    return entryIn(folder, sha256);
  } catch {
    return null;
  }
}

function laterEntries(orphans: readonly { seq: number }[], files: CaseFiles): readonly Finding<CaseFindingCode>[] {
  const [first] = orphans;
  if (!first) return [];
  if (files.unfinished && orphans.length === 1)
    return [{ rank: 'note', code: 'log-pending', params: { seq: first.seq } }];
  return [{ rank: 'failed', code: 'log-longer', params: { count: orphans.length, seq: first.seq } }];
}

function checkObjects(
  folder: string,
  files: CaseFiles,
  uses: ReadonlyMap<Sha256, Use>,
  withheld: ReadonlySet<Sha256>,
  onFile: OnFile,
): CheckFindings<CaseFindingCode> {
  const findings: Finding<CaseFindingCode>[] = [];
  let unreferenced = 0;
  let elsewhere = 0;
  const objects = new Set([...uses.keys(), ...files.objects.keys()]);
  for (const [at, sha256] of [...objects].entries()) {
    const path = `objects/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
    onFile(path, at, objects.size);
    const used = uses.get(sha256);
    const finding = objectFinding(folder, sha256, used?.bytes ?? null, used?.use ?? '–');
    if (finding?.code === 'object-missing' && withheld.has(sha256)) elsewhere += 1;
    else if (finding) findings.push(finding);
    else if (!used && files.unfinished) unreferenced += 1;
    else if (!used) findings.push({ rank: 'failed', code: 'unknown-file', params: { path } });
  }
  if (unreferenced > 0) findings.push({ rank: 'note', code: 'object-unreferenced', params: { count: unreferenced } });
  if (elsewhere > 0) findings.push({ rank: 'note', code: 'artifacts-not-received', params: { count: elsewhere } });
  return { check: 'objects', looked: uses.size, findings };
}

/** Every file in `bundles/` is one that the log names, and as it was built. */
function checkBundles(
  folder: string,
  files: CaseFiles,
  happenings: readonly Happening[],
): CheckFindings<CaseFindingCode> {
  const findings: Finding<CaseFindingCode>[] = [];
  const named = new Map<string, Sha256>();
  for (const happening of happenings) {
    if (happening.act !== 'bundle-built' || !happening.value.inside) continue;
    const { pdf, sha256, manifest, sums, others = [] } = happening.value;
    for (const file of [{ path: pdf, sha256 }, manifest, sums, ...others]) named.set(file.path, file.sha256);
  }
  for (const [path, sha256] of named) {
    if (isAbsolute(path) || path.split('/').includes('..')) continue; // never look outside the case
    try {
      const found = hashFile(join(folder, path)).sha256;
      if (found !== sha256) findings.push({ rank: 'failed', code: 'bundle-changed', params: { path, found, sha256 } });
    } catch {
      findings.push({ rank: 'failed', code: 'bundle-missing', params: { path } });
    }
  }
  for (const path of files.bundles) {
    if (named.has(path)) continue;
    findings.push(
      files.unfinished
        ? { rank: 'note', code: 'bundle-pending', params: { path } }
        : { rank: 'failed', code: 'unknown-file', params: { path } },
    );
  }
  return { check: 'bundles', looked: named.size, findings };
}
