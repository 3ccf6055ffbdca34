import { z } from 'zod';
import { because } from '../cause.ts';
import type { Cause } from '../text.ts';
import { caseLanguages } from '../language.ts';

/**
 * A court profile: how a bundle for one court looks, as data. Files of this form lie in `resources/profiles/`; a user's
 * own file works the same way. Values that nobody verified are named in `unverified`, and a bundle's problems say so.
 */

const millimetres = z.number().min(0).max(2_000);
const text = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });

const partNames = [
  'cover',
  'catalogue',
  'matrix',
  'chronology',
  'exhibits',
  'media',
  'hash-list',
  'certificate',
  'custody',
  'verification',
] as const;
export type PartName = (typeof partNames)[number];

/** How exhibits are numbered: what `exhibitNumbers` goes by. */
export const numberingSchema = z.strictObject({
  /** Before the number that an exhibit gets where a person gave none: `TAK-`. */
  prefix: z.string().max(12),
  /** How an exhibit that is put in later is numbered: all anew, `88-1`, or `88A`. */
  insertions: z.enum(['renumber', 'hyphen', 'letter']),
});
export type Numbering = Readonly<z.infer<typeof numberingSchema>>;

const catalogueColumns = [
  'group',
  'no',
  'title',
  'kind',
  'source',
  'time',
  'summary',
  'purpose',
  'pages',
  'copies',
  'original',
  'remarks',
] as const;
export type CatalogueColumn = (typeof catalogueColumns)[number];

/** Texts of a paper that courts have words of their own for, by their names: what the index is called, and what says so. */
const ownTerms = ['timeAxis', 'chronology', 'catalogue', 'backToCatalogue', 'cutShort', 'addendumNote'] as const;

/** What a person writes of every exhibit, as far as a court may ask for it. */
export const writtenCells = ['title', 'source', 'summary', 'purpose', 'group'] as const;
export type WrittenCell = (typeof writtenCells)[number];

const fieldsOfProfile = z.strictObject({
  v: z.literal(1),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/),
  name: text,
  /** Language of bundles where the case does not say another. Null: the case's. */
  language: z.enum(caseLanguages).nullable(),
  /** Portrait, in millimetres. */
  paper: z.strictObject({ width: millimetres.min(100), height: millimetres.min(100) }),
  margins: z.strictObject({ left: millimetres, right: millimetres, top: millimetres, bottom: millimetres }),
  numbering: z.strictObject({
    /** What stands around the number: `第 {n} 页`, `{n}`, `Page {n} of {m}`. */
    text: z.string().regex(/^[^{}]*\{n\}[^{}]*(\{m\}[^{}]*)?$/),
    place: z.enum(['bottom-right', 'bottom-centre', 'top-right']),
    /** Stamp on exhibit pages: exhibit and page within it, `证据 3–2`. */
    exhibitStamp: z.boolean(),
  }),
  exhibits: z.strictObject({
    ...numberingSchema.shape,
    /** A page of its own with number and title before each exhibit's sheet. */
    dividers: z.boolean(),
  }),
  catalogue: z.strictObject({
    orientation: z.enum(['portrait', 'landscape']),
    columns: z
      .array(
        z.strictObject({
          column: z.enum(catalogueColumns),
          width: z.number().positive(),
          /** Its head, where the court has words of its own for it. */
          name: text.optional(),
        }),
      )
      .min(3)
      .refine(
        (columns) => ['no', 'title', 'pages'].every((name) => columns.some(({ column }) => column === name)),
        because('profile-columns'),
      ),
  }),
  /** The court's own terms, where they are others than everywhere. */
  terms: z.partialRecord(z.enum(ownTerms), text).optional(),
  parts: z
    .array(z.enum(partNames))
    .refine((parts) => ['cover', 'catalogue', 'exhibits'].every((part) => parts.includes(part as PartName)), {
      error: because('profile-parts'),
    }),
  /**
   * What the certificate is: the facts by art. 11 of the Internet Courts Provisions; the same in a declaration under FRE
   * 902(13)/(14); or the same in a statement with a statement of truth under CPR Practice Directions 22 and 32.
   */
  certificate: z.enum(['article-11', 'declaration', 'statement-of-truth']),
  /** Bytes: what the court's portal takes, for a filing copy and single exhibits; and the largest volume of a full bundle. */
  sizeCap: z.strictObject({ portal: z.int().positive().nullable(), volume: z.int().min(100_000).max(9_500_000_000) }),
  /** Pages of one file. */
  pageCap: z.int().positive().nullable(),
  /** Files inside the PDF: the manifest. Where a court takes none, it lies beside the PDF only. */
  attachments: z.boolean(),
  /** How a bookmark is written: `{title} [{page}]`. */
  bookmark: z.string().regex(/^\{title\}.*\{page\}[^0-9{}]*$/),
  /** Dots per inch that a picture may have on the page. */
  resolutionCap: z.int().min(72).nullable(),
  /** A court outside China: the law of China limits what may be given to it. */
  foreign: z.literal(true).optional(),
  /** Facts without which a bundle gets a warning. */
  expects: z.array(
    z.enum(['court', 'caseNumber', 'cause', 'applicants', 'respondents', 'counsel', 'submitted', 'deponent']),
  ),
  /** Cells of the catalogue that the court's law demands of every exhibit: nothing is filed while one of them is empty. */
  demands: z.array(z.enum(writtenCells)).optional(),
  /** Paths of values that were not read in the court's own rule: `sizeCap.portal`. */
  unverified: z.array(z.string()),
  /** Where the values are from, in words. */
  sources: z.array(z.string()),
});
/** What a page must leave between its margins, and a column of the catalogue, for anything to be read. In millimetres. */
const least = { width: 120, height: 100, column: 8 } as const;

export const profileSchema = fieldsOfProfile.superRefine((profile, context) => {
  const issue = (path: string[], message: Cause) => context.addIssue({ code: 'custom', path, message });
  const { paper, margins, catalogue } = profile;
  const fieldOf = (across: number, down: number) => ({
    width: tenths(across - margins.left - margins.right),
    height: tenths(down - margins.top - margins.bottom),
  });
  const portrait = fieldOf(paper.width, paper.height);
  const landscape = fieldOf(paper.height, paper.width);
  const isLandscape = catalogue.orientation === 'landscape';
  for (const { width, height } of isLandscape ? [portrait, landscape] : [portrait])
    if (width < least.width || height < least.height)
      issue(['margins'], because('profile-field', { width, height, least: `${least.width} × ${least.height}` }));
  const shares = catalogue.columns.reduce((sum, { width }) => sum + width, 0);
  const across = (isLandscape ? landscape : portrait).width;
  for (const { column, width: share } of catalogue.columns) {
    const width = tenths((share / shares) * across);
    if (across >= least.width && !(width >= least.column))
      issue(['catalogue', 'columns'], because('profile-column', { column, width, least: least.column }));
  }
  for (const cell of profile.demands ?? [])
    if (!asksFor(profile, cell)) issue(['demands'], because('profile-demands', { cell }));
});
export type Profile = Readonly<z.infer<typeof profileSchema>>;

const tenths = (value: number): number => Math.round(value * 10) / 10;

/**
 * Whether the catalogue of a court asks for this of every exhibit. Groups and purposes of proof are a Chinese court's: an
 * agreed index elsewhere has neither.
 */
export function asksFor({ catalogue }: Pick<Profile, 'catalogue'>, cell: WrittenCell): boolean {
  const column = cell === 'group' ? 'purpose' : cell;
  return catalogue.columns.some((one) => one.column === column || one.column === cell);
}

/** Whether the court's law demands this of every exhibit. */
export const isDemanded = ({ demands = [] }: Profile, cell: CatalogueColumn): boolean =>
  demands.some((one) => one === cell);
