import { because, causeOf } from '../../shared/cause.ts';
import { isAbsolute, join } from 'node:path';
import { canonicalJson } from '../../shared/canonical-json.ts';
import { project, type CustodyEvent } from '../../shared/custody/projection.ts';
import type { Entry } from '../../shared/custody/entry.ts';
import { parsePayload } from '../../shared/custody/payload.ts';
import type { Sha256 } from '../../shared/digest.ts';
import { say, type CaseLanguage } from '../../shared/language.ts';
import { caseVerifyTexts, type CaseFindingCode } from '../../shared/messages/verify/verify-messages.ts';
import { sinceTexts } from '../../shared/messages/verify/proof-messages.ts';
import { packageVerifyTexts } from '../../shared/messages/verify/package-verify-messages.ts';
import { readLog, type ReadLog, type ReadObject, type Use } from '../../shared/verify/custody-rules.ts';
import { note, reportOf, type CheckFindings, type Finding, type TimeReport } from '../../shared/verify/findings.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import { cannotBeReadHere, emptyHere } from '../../shared/verify/unreadable.ts';
import { isThere } from '../casefile/files/unreadable.ts';
import { checkClocks } from '../../shared/verify/clock-rules.ts';
import { checkAgainst } from '../../shared/verify/since-rules.ts';
import { checkTime } from '../../shared/verify/time-rules.ts';
import type { Certificate } from '../../shared/timestamp/certificate.ts';
import { compareRows } from '../../shared/verify/row-rules.ts';
import type { SpawnChild } from '../casefile/processes/children.ts';
import { newSha256 } from '../casefile/files/node-sha256.ts';
import { entryIn, type EntryObject } from '../casefile/entry-objects.ts';
import { readObject } from '../casefile/objects.ts';
import { nodePrimitives } from '../seal/time/node-primitives.ts';
import type { EarlierHead } from './earlier-head.ts';
import { readDatabase, type ReadDatabase } from './case-database.ts';
import { checkReceived, withheldIn } from './check-received.ts';
import { checkRegions, planRegions, type RegionPlan } from './check-regions.ts';
import { hashFile } from '../casefile/files/hash-file.ts';
import { isEmptied, listCaseFiles, objectFinding, type CaseFiles } from './case-files.ts';

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
  time: TimeReport;
}>;

/** Reads and hashes everything, with time: stamps, clocks, and the head seen before. Minutes of work for a large case. */
export async function examineInTime(
  folder: string,
  { anchors, seen, since = null }: OutsideCase,
  onFile?: OnFile,
): Promise<ExaminedCase> {
  const { checks, log, leaves } = examineCase(folder, onFile);
  const readBytes = (sha256: Sha256) => bytesOf(folder, sha256);
  const time = await checkTime(log.custodyEvents, leaves, {
    readBytes,
    anchors,
    primitives: nodePrimitives,
    newSha256,
  });
  const entries = log.custodyEvents.map(({ entry }) => entry);
  const caseId = entries[0]?.caseId ?? '';
  const outside = [...time.log, ...headFindings(leaves, seen(caseId)), ...acceptedFindings(log.custodyEvents)];
  const received = await checkReceived(folder, log.custodyEvents, { anchors, primitives: nodePrimitives, newSha256 });
  return {
    content: [
      ...checks,
      ...received.content,
      ...(outside.length > 0 ? [{ check: 'anchors', looked: 0, findings: outside }] : []),
      ...(since ? [{ check: 'since', looked: 1, findings: [checkAgainst(since, caseId, leaves, newSha256)] }] : []),
    ],
    regions: planRegions(folder, log.custodyEvents),
    time: { ...time.heading, checks: [time.check, checkClocks(entries), ...received.time] },
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

/** What a person said of a log that was not the one seen before stays to be read. */
function acceptedFindings(custodyEvents: readonly CustodyEvent[]): readonly Finding<CaseFindingCode>[] {
  return custodyEvents.flatMap((custodyEvent) => {
    if (custodyEvent.act !== 'history-accepted') return [];
    const { entry, value } = custodyEvent;
    const params = { seq: entry.seq, seen: value.seen.seq, hash: value.seen.hash, reason: value.reason };
    return [note('history-accepted', { ...params, person: entry.actor.person ?? '–' })];
  });
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
    .filter(({ code }) => ['object-missing', 'object-damaged', 'object-size', 'object-empty'].includes(code))
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
  const expected = log.custodyEvents.flatMap(project);
  const noDatabaseHere = database.findings.some(
    ({ rank, code }) => rank === 'unknown' && code === 'unreadable-database',
  );
  // What an entry names that could not be read here is not known: then nothing in the folder is "nobody's".
  const partly = noDatabaseHere || log.findings.some(({ rank }) => rank === 'unknown');

  const checks: CheckFindings<CaseFindingCode>[] = [
    { check: 'files', looked: files.looked, findings: files.findings },
    checkObjects(folder, files, log.uses, { withheld: withheldIn(log.custodyEvents), partly }, onFile),
    {
      check: 'custody-log',
      looked: bodies.length,
      findings: [
        ...(bodies.length === 0
          ? [{ rank: noDatabaseHere ? 'unknown' : 'failed', code: 'log-empty', params: {} } as const]
          : log.findings),
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
    checkBundles(folder, files, log.custodyEvents, partly),
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
      if (isEmptied(folder, sha256)) return { why: causeOf(emptyHere()), here: true };
      const here = cannotBeReadHere(error) || !isThere(folder);
      return { why: causeOf(here && error instanceof Error && error.cause ? error.cause : error), here };
    }
  };
}

/** A custody entry that lies in `objects/` but not in the database. `received`: the package that it takes over a part of. */
type Outside = Readonly<{ seq: number; body: string; received: Sha256 | null }>;

/** All of them in order; where there is no database, the whole log. */
function entriesOutside(folder: string, files: CaseFiles, database: ReadDatabase): readonly Outside[] {
  const known = new Set(database.rows?.entry.map(({ object }) => object) ?? []);
  return [...files.objects.keys()]
    .filter((sha256) => !known.has(sha256))
    .flatMap((sha256) => readableEntry(folder, sha256) ?? [])
    .map(({ entry }) => ({ seq: entry.seq, body: canonicalJson(entry), received: packageOf(folder, entry) }))
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

/** What one transaction writes: a single entry, or what is taken over of one package, also where its own entry was there before. */
function isOneAct(orphans: readonly Outside[]): boolean {
  const [first, ...others] = orphans;
  if (!first || others.length === 0) return true;
  const follow = others.every(({ seq }, at) => seq === first.seq + at + 1);
  return follow && first.received !== null && others.every(({ received }) => received === first.received);
}

/** The package that an entry is a part of the taking over of; null where it is none, or that cannot be read. */
function packageOf(folder: string, { act, payload }: Entry): Sha256 | null {
  try {
    const text = () => Buffer.from(readObject(folder, payload)).toString('utf8');
    if (act === 'package-received') return parsePayload(act, text()).package;
    if (act === 'item-added' || act === 'attachment-added') return parsePayload(act, text()).received ?? null;
    return null;
  } catch {
    return null;
  }
}

function laterEntries(orphans: readonly Outside[], files: CaseFiles): readonly Finding<CaseFindingCode>[] {
  const [first] = orphans;
  if (!first) return [];
  if (files.unfinished && isOneAct(orphans)) return [{ rank: 'note', code: 'log-pending', params: { seq: first.seq } }];
  return [{ rank: 'failed', code: 'log-longer', params: { count: orphans.length, seq: first.seq } }];
}

function checkObjects(
  folder: string,
  files: CaseFiles,
  uses: ReadonlyMap<Sha256, Use>,
  { withheld, partly }: Readonly<{ withheld: ReadonlySet<Sha256>; partly: boolean }>,
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
    const finding = objectFinding(folder, sha256, used?.bytes ?? null, used?.use ?? because('use-unknown'));
    if (finding?.code === 'object-missing' && withheld.has(sha256)) elsewhere += 1;
    else if (finding) findings.push(finding);
    else if (!used && files.unfinished) unreferenced += 1;
    else if (!used) findings.push({ rank: partly ? 'unknown' : 'failed', code: 'unknown-file', params: { path } });
  }
  if (unreferenced > 0) findings.push({ rank: 'note', code: 'object-unreferenced', params: { count: unreferenced } });
  if (elsewhere > 0) findings.push({ rank: 'note', code: 'artifacts-not-received', params: { count: elsewhere } });
  return { check: 'objects', looked: uses.size, findings };
}

/** Every file in `bundles/` is one that the log names, and as it was built. */
function checkBundles(
  folder: string,
  files: CaseFiles,
  custodyEvents: readonly CustodyEvent[],
  partly: boolean,
): CheckFindings<CaseFindingCode> {
  const findings: Finding<CaseFindingCode>[] = [];
  const named = new Map<string, Sha256>();
  for (const custodyEvent of custodyEvents) {
    if (custodyEvent.act !== 'bundle-built' || !custodyEvent.value.inside) continue;
    const { pdf, sha256, manifest, sums, others = [] } = custodyEvent.value;
    for (const file of [{ path: pdf, sha256 }, manifest, sums, ...others]) named.set(file.path, file.sha256);
  }
  for (const [path, sha256] of named) {
    if (isAbsolute(path) || path.split('/').includes('..')) continue; // never look outside the case
    try {
      const found = hashFile(join(folder, path)).sha256;
      if (found !== sha256) findings.push({ rank: 'failed', code: 'bundle-changed', params: { path, found, sha256 } });
    } catch (error) {
      const here = cannotBeReadHere(error) || !isThere(folder);
      findings.push(
        here
          ? { rank: 'unknown', code: 'unreadable-file', params: { path, why: causeOf(error) } }
          : { rank: 'failed', code: 'bundle-missing', params: { path } },
      );
    }
  }
  for (const path of files.bundles) {
    if (named.has(path)) continue;
    findings.push(
      files.unfinished
        ? { rank: 'note', code: 'bundle-pending', params: { path } }
        : { rank: partly ? 'unknown' : 'failed', code: 'unknown-file', params: { path } },
    );
  }
  return { check: 'bundles', looked: named.size, findings };
}
