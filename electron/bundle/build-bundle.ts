import type { CaseLanguage } from '../../shared/language.ts';
import { isStopping, judged } from '../../shared/plan/problems.ts';
import type { Problem } from '../../shared/plan/problem.ts';
import type { ReissuedCatalogue } from '../../shared/plan/reissue.ts';
import type { ListFormat } from '../../shared/plan/list-formats.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import type { WritableCase } from '../casefile/case-handles.ts';
import type { SpawnChild } from '../casefile/processes/children.ts';
import { collectAfter } from '../casefile/files/collect.ts';
import { asWriteError } from '../casefile/objects.ts';
import { capOf, capProblems } from './problems/caps.ts';
import { SecondProcess, worthAChild } from './beside/beside.ts';
import { changedFiles, filesToHash } from './state/check-files.ts';
import { compareExhibits } from './state/compare-exhibits.ts';
import { fixState } from './state/fix-state.ts';
import { listFiles } from './lists/list-files.ts';
import type { BundleModel, ComplianceFacts, Edition } from './model.ts';
import { numberPages } from './number-pages.ts';
import { copyBufferSize } from './pdf/images.ts';
import type { Conformance } from './pdf/document.ts';
import type { FontFiles } from './pdf/font-face.ts';
import { planSheets } from './plan-sheets.ts';
import { bytesIn, planVolumes, type PlannedVolumes } from './plan-volumes.ts';
import { checkOutFile, outFile } from './write/check-out.ts';
import { allDifferent, evenNumbers, fileNames } from './write/file-names.ts';
import { publish, type Published, type PublishedList } from './write/publish.ts';
import { leftInTraces, refuseLeftWords, stoppedBy } from './problems/redaction-problems.ts';
import { carriedProblems } from './problems/credential-problems.ts';
import { leftInOutput } from './problems/output-leaks.ts';
import { recodePictures } from './pictures/recode-pictures.ts';
import { planProblems } from './problems/sheet-problems.ts';
import type { PageNumbers } from './sheet.ts';
import { traceExhibits, traceKeyWords } from './state/trace-exhibits.ts';
import { writeVolume, type WrittenVolume } from './write/write-volume.ts';
import type { VolumePlan } from './volume-plan.ts';
import { remove } from '../casefile/files/durable.ts';

export type BundleOptions = Readonly<{
  /** File to write, or a folder for one of the bundle's own name; null: the case's own `bundles/`. */
  out: string | null;
  profile: Profile;
  edition: Edition;
  /** Null: the profile's, else the case's own. */
  language: CaseLanguage | null;
  /** Build in spite of problems of rank stop; each page says DRAFT. */
  draft: boolean;
  /** Recode pictures so that the files fit what the profile's portal takes. */
  filingCopy: boolean;
  /** A PDF for each exhibit besides. */
  perExhibit: boolean;
  /** The annex is a volume of its own, and the full pages of all exhibits with a key page stand in it. */
  annex: boolean;
  /** Chronology, media schedule and spread as tables too, beside the time axis. */
  tables: boolean;
  /** Catalogue, hash list, chronology and media schedule besides, in these formats. */
  lists: readonly ListFormat[];
  /** The bundle filed before, where this one only adds to it. */
  reissue: ReissuedCatalogue | null;
  /** Builds the report on what followed the order, in place of the bundle. */
  compliance: ComplianceFacts | null;
}>;

export type BundleServices = Readonly<{
  program: Readonly<{ name: string; version: string }>;
  fontFiles: FontFiles;
  spawnChild: SpawnChild;
  /** From so many bytes of files on a second process works beside this one. */
  besideFrom?: number;
  onExhibit(done: number, of: number, title: string): void;
  signal: AbortSignal;
}>;

export type BuiltBundle = Readonly<{
  /** Of the first volume. */
  pdf: string;
  manifest: string;
  sums: string;
  sha256: string;
  manifestSha256: string;
  /** Pages of all volumes. */
  pages: number;
  exhibits: number;
  bytes: number;
  volumes: readonly BuiltFile[];
  /** One for each exhibit, where they were asked for. */
  singles: readonly BuiltFile[];
  /** Lists in Word and Excel, where they were asked for. */
  lists: readonly PublishedList[];
  conformance: Conformance;
  /** Numbers of the exhibits that cost the bundle PDF/A: documents of others, whose pages it copies. */
  notArchival: readonly string[];
  problems: readonly Problem[];
}>;
type BuiltFile = Readonly<{
  pdf: string;
  manifest: string;
  sums: string;
  sha256: string;
  pages: number;
  bytes: number;
}>;

/** Measured: less makes the collector work more than it saves, more is memory for nothing. */
const heapGrowth = 24 << 20;

/**
 * Builds the bundle of a case as it stands: the same state gives the same bytes, on any machine, in any time zone. One
 * pass; pictures are copied and hashed on the way, never decoded (but for a filing copy, which says so). Nothing appears
 * under its final name until it is whole.
 *
 * @throws {FascicleError} `bundle-empty` | `bundle-stopped` | `source-changed` | `object-missing` | `out-unwritable` |
 *   `bundle-inconsistent` | `disk-full`; the signal's reason when cancelled
 */
export async function buildBundle(
  caseFile: WritableCase,
  options: BundleOptions,
  services: BundleServices,
): Promise<BuiltBundle> {
  if (options.out !== null) checkOutFile(caseFile, options.out);
  const scratch = caseFile.scratch();
  let beside: SecondProcess | null = null;
  try {
    const collect = collectAfter(heapGrowth);
    const program = `${services.program.name} ${services.program.version}`;
    const working = options.edition === 'working';
    const state = fixState(caseFile, { ...options, working }, program, services.fontFiles);
    beside = besideFor(state.model, services);
    const problems = [...state.problems];
    const carried = await carriedProblems(state.model, caseFile, services.signal);
    problems.push(...judged(carried, state.accepted));
    refuseIfStopped(problems, options);

    const { traced, untraced } = await furtherRead(state.model, caseFile, services);
    problems.push(...judged(untraced, caseFile.plan().accepted));
    const { model, unreadable } = options.filingCopy
      ? await recodePictures(caseFile, traced, caseFile.scratch(), services)
      : { model: traced, unreadable: false };
    problems.push(...judged(leftInTraces(traced, state.takenOut), state.accepted));
    const cap = capOf(options.profile, options.filingCopy);
    const files = filesToHash(model);
    const pathOf = (sha256: string) => caseFile.objectPath(sha256);
    const hashed = beside?.hashFiles(files.map(({ sha256 }) => pathOf(sha256))) ?? null;
    const planned = planVolumes(planSheets(model, collect), cap, bytesIn(model), options.annex);
    const numbers = numberPages(planned, model);
    problems.push(...judged(planProblems(planned, model, unreadable), caseFile.plan().accepted));
    problems.push(...(await changedFiles(files, await hashed, pathOf, model.language, services.signal)));
    refuseIfStopped(problems, options);

    let furthest = 0;
    const context = {
      caseFile,
      scratch,
      buffer: Buffer.allocUnsafe(copyBufferSize),
      spawnChild: services.spawnChild,
      beside,
      signal: services.signal,
      collect,
      onExhibit: (index: number) => {
        if (index < furthest) return; // in the annex they come by once more
        furthest = index;
        services.onExhibit(index, model.exhibits.length, model.exhibits[index]?.exhibit.title ?? '');
      },
    };
    const written: WrittenVolume[] = [];
    const plans = filesOf(planned, model, numbers, options);
    for (const plan of plans) {
      const volume = await writeVolume(plan, model, numbers, context);
      problems.push(...volume.problems, ...capProblems(volume, options.profile, options.filingCopy, model.language));
      refuseIfStopped(problems, options);
      written.push(volume);
    }
    services.signal.throwIfAborted();
    const lists = await listFiles(model, numbers, options.lists);
    problems.push(...(await leftInOutput({ plans, lists, scratch }, state, services.signal)));
    refuseIfStopped(problems, options);
    const out = options.out === null ? null : outFile(options.out, plans[0]?.stem ?? '');
    const published = publish(caseFile, scratch, { volumes: written, lists }, model.custody.seq, out);
    const [first, ...others] = published.volumes;
    if (!first) throw new Error('a bundle has at least one volume');
    logBuilt(caseFile, [first, ...others], published.lists, planned, model);
    services.onExhibit(model.exhibits.length, model.exhibits.length, String(model.custody.seq));
    return { ...resultOf([first, ...others], written, planned, model, problems), lists: published.lists };
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EIO'))
      throw asWriteError(error);
    throw error;
  } finally {
    beside?.end();
    remove(scratch);
  }
}

/** Where key words come from, and how exhibits differ from what they are compared with; with what could not be told. */
async function furtherRead(
  model: BundleModel,
  caseFile: WritableCase,
  { spawnChild, signal }: BundleServices,
): Promise<Readonly<{ traced: BundleModel; untraced: readonly Problem[] }>> {
  const { traces, problems } = await traceExhibits(model, caseFile, spawnChild, signal);
  const keyTraces = await traceKeyWords(model, traces, caseFile, spawnChild, signal);
  const compared = await compareExhibits(model, caseFile, spawnChild, signal);
  return {
    traced: { ...model, traces, keyTraces, comparisons: compared.comparisons },
    untraced: [...problems, ...compared.problems],
  };
}

/** A second process where the files of the exhibits are large enough for it; it ends when the build is cancelled. */
function besideFor(
  { exhibits }: BundleModel,
  { spawnChild, signal, besideFrom = worthAChild }: BundleServices,
): SecondProcess | null {
  const bytes = exhibits.flatMap(({ record }) => record.artifacts).reduce((sum, one) => sum + one.bytes, 0);
  if (bytes < besideFrom) return null;
  const beside = new SecondProcess(spawnChild);
  signal.addEventListener('abort', () => beside.end());
  return beside;
}

function refuseIfStopped(problems: readonly Problem[], { draft }: BundleOptions): void {
  refuseLeftWords(problems);
  const stops = problems.filter(isStopping);
  if (stops.length > 0 && !draft) throw stoppedBy(stops);
}

/** The volumes, and each exhibit by itself where that was asked for, with the same page numbers. */
function filesOf(
  { sheets, volumes, annexFrom }: PlannedVolumes,
  model: BundleModel,
  numbers: PageNumbers,
  { perExhibit, filingCopy }: BundleOptions,
): readonly VolumePlan[] {
  const before = model.reissue?.lastPage ?? 0;
  const earlier = model.reissue?.volume ?? 0;
  const single = volumes.length === 1 && before === 0;
  const names = fileNames(model, filingCopy);
  const parts = volumes.map(({ from, to }, at): VolumePlan => ({
    ...(volumes.length === 1 ? names.whole : names.volume(earlier + at + 1, from >= annexFrom)),
    sheets: sheets.slice(from, to),
    first: before + from + 1,
    volume: single ? null : { n: earlier + at + 1, of: earlier + volumes.length },
  }));
  if (!perExhibit) return parts;
  const exhibits = model.exhibits.filter(({ number }) => !model.reissue?.exhibits.has(number));
  const even = evenNumbers(exhibits.map(({ number }) => number));
  return allDifferent([
    ...parts,
    ...exhibits.flatMap(({ index, number, exhibit }, at): VolumePlan[] => {
      const single = ([from, to]: readonly [number, number], annex: boolean): VolumePlan => ({
        ...names.exhibit(even(number), exhibit.title, annex),
        sheets: sheets.slice(from - before - 1, to - before),
        first: from,
        volume: { n: at + 1, of: exhibits.length },
      });
      const annex = numbers.ofAnnex(index);
      const own = single(numbers.ofExhibit(index), false);
      return annex === null ? [own] : [own, single(annex, true)];
    }),
  ]);
}

function logBuilt(
  caseFile: WritableCase,
  [first, ...others]: readonly [Published, ...Published[]],
  lists: readonly PublishedList[],
  { sheets, volumes }: PlannedVolumes,
  model: BundleModel,
): void {
  const inCase = ({ pdf, manifest, sums, inside }: Published) => inside ?? { pdf, manifest, sums };
  const names = inCase(first);
  caseFile.logEvent('bundle-built', {
    pdf: names.pdf,
    inside: first.inside !== null,
    sha256: first.sha256,
    manifest: { path: names.manifest, sha256: first.manifestSha256 },
    sums: { path: names.sums, sha256: first.sumsSha256 },
    pages: sheets.length,
    exhibits: model.exhibits.length,
    draft: model.draft,
    edition: model.working ? 'working' : 'filing',
    profile: model.profile.id,
    ...(model.compliance && { report: 'compliance' as const }),
    volumes: volumes.length,
    ...(others.length + lists.length > 0 && {
      others: [
        ...others.flatMap((other) => {
          const { pdf, manifest, sums } = inCase(other);
          return [
            { path: pdf, sha256: other.sha256 },
            { path: manifest, sha256: other.manifestSha256 },
            { path: sums, sha256: other.sumsSha256 },
          ];
        }),
        ...lists.map(({ path, inside, sha256 }) => ({ path: inside ?? path, sha256 })),
      ],
    }),
  });
}

function resultOf(
  published: readonly [Published, ...Published[]],
  written: readonly WrittenVolume[],
  { sheets, volumes }: PlannedVolumes,
  model: BundleModel,
  problems: readonly Problem[],
): Omit<BuiltBundle, 'lists'> {
  const files = published.map(({ pdf, manifest, sums, sha256 }, at): BuiltFile => ({
    pdf,
    manifest,
    sums,
    sha256,
    pages: written[at]?.pages ?? 0,
    bytes: written[at]?.bytes ?? 0,
  }));
  const [first] = published;
  return {
    pdf: first.pdf,
    manifest: first.manifest,
    sums: first.sums,
    sha256: first.sha256,
    manifestSha256: first.manifestSha256,
    pages: sheets.length,
    exhibits: model.exhibits.length,
    bytes: files.slice(0, volumes.length).reduce((sum, { bytes }) => sum + bytes, 0),
    volumes: files.slice(0, volumes.length),
    singles: files.slice(volumes.length),
    conformance: written.every(({ conformance }) => conformance === 'PDF/A-3b') ? 'PDF/A-3b' : 'PDF 1.7',
    notArchival: [...new Set(written.flatMap(({ copied }) => copied))],
    problems,
  };
}
