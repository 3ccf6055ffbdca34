import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalBytes } from '../../../shared/canonical-json.ts';
import { onOneLine } from '../../../shared/bilingual.ts';
import type { Reason } from '../../../shared/case/record.ts';
import { languagesOf } from '../../../shared/language.ts';
import { describeReason, reasonText } from '../../../shared/messages/reasons/reasons.ts';
import { problem, type Problem } from '../../../shared/plan/problem.ts';
import type { ManifestImage } from '../../../shared/verify/package/manifest.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import type { SpawnChild } from '../../casefile/processes/children.ts';
import { collectAll, giveBack } from '../../casefile/files/collect.ts';
import { checkOwnFile } from './check-own-file.ts';
import { documentsOf } from '../carried-files.ts';
import type { BundleModel } from '../model.ts';
import { manifestOf } from './manifest.ts';
import { bookmarksOf } from '../number-pages.ts';
import { drawFrame } from '../pages/blocks/frame.ts';
import { catalogue } from '../pages/front/catalogue.ts';
import { Canvas } from '../pdf/canvas.ts';
import type { PageMarks } from '../../../shared/verify/pdf/drawn-rules.ts';
import { PdfDocument, type Conformance } from '../pdf/document.ts';
import { EmbeddedFonts } from '../pdf/font.ts';
import { embedPicture } from '../pdf/images.ts';
import { copyPages, type CopiedPages } from '../pdf/imported/read-document.ts';
import { PdfSink, type Ref } from '../pdf/sink.ts';
import { hashBeside, hashHere } from '../pdf/written-hash.ts';
import type { SecondProcess } from '../beside/beside.ts';
import type { Tag } from '../pdf/tagged/tag.ts';
import type { DrawContext, PageNumbers, Sheet } from '../sheet.ts';
import type { VolumePlan } from '../volume-plan.ts';

/** Their lists are worth a look at what can be let go; a file of a few pages is not. */
const manySheets = 200;
/** Of so many the memory counts that V8 keeps for later, for the check needs its own. */
const veryManySheets = 1_000;

export type WrittenVolume = Readonly<{
  stem: string;
  mark: string;
  sha256: string;
  bytes: number;
  pages: number;
  manifestSha256: string;
  conformance: Conformance;
  /** Numbers of the exhibits whose documents were copied into it: of these pages PDF/A is not proven. */
  copied: readonly string[];
  problems: readonly Problem[];
}>;

/** What the writing of every volume needs. */
export type VolumeServices = Readonly<{
  caseFile: WritableCase;
  scratch: string;
  /** Room to copy through, the same for all pictures: a new one each would pile up. */
  buffer: Buffer;
  spawnChild: SpawnChild;
  /** Where the files are large enough for it. */
  beside: SecondProcess | null;
  signal: AbortSignal;
  /** Called after every page: lets memory go when there is enough of it. */
  collect(): void;
  onExhibit(index: number): void;
}>;

/**
 * Writes one file of a bundle in one pass: foreign pages first (whether they can be copied is only known then), then page
 * after page with its pictures as they come, then fonts, outline and manifest. The finished file is read back and
 * checked before anybody hears of it.
 *
 * @throws {FascicleError} `source-changed` | `object-missing` | `bundle-inconsistent`; the signal's reason when cancelled
 */
export async function writeVolume(
  plan: VolumePlan,
  model: BundleModel,
  numbers: PageNumbers,
  services: VolumeServices,
): Promise<WrittenVolume> {
  const { stem, mark, sheets, first } = plan;
  const pdf = join(services.scratch, `${stem}.pdf`);
  const sink = new PdfSink(pdf, services.beside ? hashBeside(pdf, services.beside) : hashHere());
  try {
    const { documents, problems } = await copyDocuments(plan, model, sink, services);
    const document = new PdfDocument(
      sink,
      sheets.length,
      languagesOf(model.language)[0] ?? 'zh-CN',
      first,
      numbers.total,
      sheets.map(({ size }) => size.height),
    );
    const fonts = new EmbeddedFonts(sink, model.fonts);
    const pictures = new EmbeddedPictures(sink, model, services.buffer);
    const context: DrawContext = {
      numbers,
      catalogue: catalogueOf(plan),
      pictureOf: (sha256) => pictures.refOf(sha256),
      formOf: (exhibit, { file, page }) => documents.get(exhibit)?.get(file)?.formOf(page) ?? { refused: '–' },
    };
    let begun = -1;
    for (const [at, sheet] of sheets.entries()) {
      services.signal.throwIfAborted();
      if (sheet.exhibit && sheet.exhibit.index !== begun) {
        begun = sheet.exhibit.index;
        services.onExhibit(begun);
        await new Promise(setImmediate); // lets a cancel come through
      }
      for (const sha256 of sheet.pictures ?? []) pictures.embed(sha256);
      const page = document.beginPage(partOf(sheet));
      const canvas = new Canvas(sheet.size.width, sheet.size.height, model.fonts, fonts, page);
      drawFrame(canvas, sheet, first + at, model, context);
      sheet.draw(canvas, context);
      document.addPage(canvas);
      services.collect();
    }
    if (sheets.length > manySheets) collectAll(); // the lists of all exhibits were just drawn
    fonts.write();
    const contents = manifestOf(plan, model, numbers, pictures.images);
    const manifest = canonicalBytes(contents);
    // What foreign pages hold was not checked against PDF/A: nothing is claimed that was not proven.
    const conformance: Conformance = documents.size === 0 ? 'PDF/A-3b' : 'PDF 1.7';
    const { sha256, bytes, durable } = await document.finish({
      title: `${onOneLine(model.t(model.compliance ? 'complianceReport' : 'bundle'))} – ${model.facts.title}`,
      date: model.custody.wall,
      program: model.program,
      bookmarks: bookmarksOf(sheets, first, model),
      destinations: destinationsOf(model, numbers),
      layers: layersOf(documents),
      attachment: model.profile.attachments
        ? {
            name: 'manifest.json',
            mediaType: 'application/json',
            bytes: manifest,
            about: 'Fascicle bundle manifest',
          }
        : null,
      seed: manifest,
      conformance,
    });
    const manifestPath = join(services.scratch, `${stem}.manifest.json`);
    writeFileSync(manifestPath, manifest);
    const pages = await pagesBeside(pdf, manifestPath, sheets.length, services.beside);
    await checkOwnFile(pdf, contents, conformance, model.language, pages?.marks);
    await durable;
    const manifestSha256 = createHash('sha256').update(manifest).digest('hex');
    const copied = model.exhibits.flatMap(({ index, number }) => (documents.has(index) ? [number] : []));
    return { stem, mark, sha256, bytes, pages: sheets.length, manifestSha256, conformance, copied, problems };
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

/**
 * What a second process finds of a finished file's pages. Where there are very many of them it looks before this one does:
 * two checks at a time would take a third more memory.
 *
 * @returns what is to be waited for; null where there is no second process
 */
async function pagesBeside(
  pdf: string,
  manifest: string,
  pages: number,
  beside: SecondProcess | null,
): Promise<Readonly<{ marks: Promise<PageMarks | null> }> | null> {
  if (pages > veryManySheets) giveBack();
  if (!beside) return null;
  const marks = beside.checkPages(pdf, manifest);
  if (pages > veryManySheets) {
    await marks;
    beside.rest();
  }
  return { marks }; // in an object: a promise would be waited for
}

/** The printed number of the catalogue's first page, where it stands in this file. */
function catalogueOf({ sheets, first }: VolumePlan): number | null {
  const at = sheets.findIndex(({ kind }) => kind === catalogue.kind);
  return at < 0 ? null : first + at;
}

/** The part of the document that a page belongs to: an exhibit, or all pages of a kind. */
function partOf({ exhibit, kind }: Sheet): Tag {
  return exhibit === null
    ? { kind: 'Sect', within: null, like: kind }
    : { kind: 'Part', within: null, like: String(exhibit.index) };
}

/** Pictures of one file, each written once, when a page first shows it. */
class EmbeddedPictures {
  readonly images: ManifestImage[] = [];
  readonly #refs = new Map<string, Ref>();
  readonly #sink: PdfSink;
  readonly #model: BundleModel;
  readonly #buffer: Buffer;

  constructor(sink: PdfSink, model: BundleModel, buffer: Buffer) {
    this.#sink = sink;
    this.#model = model;
    this.#buffer = buffer;
  }

  /** @param sha256 of the original */
  embed(sha256: string): void {
    const picture = this.#model.pictures.of(sha256);
    if (this.#refs.has(sha256) || !picture) return;
    const ref = this.#sink.allocate();
    this.#refs.set(sha256, ref);
    const embedded = embedPicture(this.#sink, ref, picture, this.#buffer);
    const { loss, original } = picture;
    this.images.push(loss === null ? embedded : { ...embedded, derived: { original, loss } });
  }

  refOf(sha256: string): Ref {
    const ref = this.#refs.get(sha256);
    if (ref === undefined) throw new Error('a page shows a picture that was not embedded');
    return ref;
  }
}

type Copied = Exclude<CopiedPages, { refused: Reason }>;
/** By exhibit, then by the SHA-256 of its file. */
type Documents = Map<number, Map<string, CopiedDocument>>;
type CopiedDocument = Readonly<{ formOf: (page: number) => ReturnType<DrawContext['formOf']>; copied: Copied | null }>;

/** The pages of imported documents that this file shows. One that cannot be copied is a problem, and says so on its pages. */
async function copyDocuments(
  { sheets }: VolumePlan,
  model: BundleModel,
  sink: PdfSink,
  { caseFile, scratch, spawnChild, signal }: VolumeServices,
): Promise<Readonly<{ documents: Documents; problems: readonly Problem[] }>> {
  const documents: Documents = new Map();
  const problems: Problem[] = [];
  for (const { index, number, record } of model.exhibits) {
    for (const { artifact } of documentsOf(record)) {
      const { sha256 } = artifact;
      const wanted = sheets.flatMap(({ exhibit: of, documentPage }) =>
        of?.index === index && documentPage?.file === sha256 ? [documentPage.page] : [],
      );
      if (wanted.length === 0) continue;
      const copied = await copyPages(
        { path: caseFile.objectPath(sha256), sha256, pages: wanted },
        sink,
        join(scratch, `document-${index}`),
        spawnChild,
        signal,
      );
      const add = (code: 'document-refused' | 'document-short' | 'document-script', reason: Reason) =>
        problems.push(problem(code, number, model.language, { why: reasonText(reason) }));
      const ofExhibit = documents.get(index) ?? new Map<string, CopiedDocument>();
      documents.set(index, ofExhibit);
      if ('refused' in copied) {
        add('document-refused', copied.refused);
        const refused = describeReason(copied.refused, model.language);
        ofExhibit.set(sha256, { formOf: () => ({ refused }), copied: null });
      } else {
        for (const warning of copied.warnings)
          add(warning.code === 'pdf-script-dropped' ? 'document-script' : 'document-short', warning);
        const formOf = (page: number) => copied.forms[wanted.indexOf(page)] ?? { refused: '–' };
        ofExhibit.set(sha256, { formOf, copied });
      }
    }
  }
  return { documents, problems };
}

/** The layers of all documents: numbers that the sink gave. */
function layersOf(documents: Documents): Record<'all' | 'off', readonly Ref[]> {
  const copied = [...documents.values()].flatMap((files) => [...files.values()]);
  const of = (which: 'all' | 'off') => copied.flatMap((one) => (one.copied?.layers[which] ?? []) as readonly Ref[]);
  return { all: of('all'), off: of('off') };
}

/** `exhibit-1`, `exhibit-2` … by place in the arrangement: names that a link from a pleading can ask for. */
function destinationsOf({ exhibits }: BundleModel, numbers: PageNumbers): readonly (readonly [string, number])[] {
  return exhibits
    .map(({ index }) => [`exhibit-${index + 1}`, numbers.ofExhibit(index)[0]] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
