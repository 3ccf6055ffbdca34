import { documentsOf } from './carried-files.ts';
import type { BundleModel } from './model.ts';
import type { PlannedSheets } from './plan-sheets.ts';
import type { Sheet } from './sheet.ts';

/** All sheets in order, and the files that they are written to: places in `sheets`, the last one not included. */
export type PlannedVolumes = Readonly<{
  sheets: readonly Sheet[];
  volumes: readonly Readonly<{ from: number; to: number }>[];
  /** Place of the first sheet of the annex. */
  annexFrom: number;
}>;

/** A page's own bytes beside its pictures: content, links, text behind the picture. */
const bytesOfPage = 5_000;
/** Fonts, outline, manifest, cross-reference table of a file, as far as they do not grow with its pages. */
const bytesOfFile = 700_000;

/**
 * Spreads the sheets over volumes of at most `cap` bytes, as far as can be foreseen. An exhibit stays whole where it fits
 * a volume; a larger one is continued in the next. A picture that two volumes show is in both.
 *
 * @param bytesOf bytes of what a sheet shows beside its text: a picture's file, its share of a document
 * @param annexApart the annex begins a volume of its own
 */
export function planVolumes(planned: PlannedSheets, cap: number, bytesOf: BytesOf, annexApart = false): PlannedVolumes {
  const room = cap - Math.min(bytesOfFile, cap / 4);
  const sheets: Sheet[] = [];
  const volumes: { from: number; to: number }[] = [];
  let shown = new Set<string>();
  let used = 0;
  const cost = (some: readonly Sheet[], known: ReadonlySet<string>): number => {
    const pictures = new Set(some.flatMap(({ pictures: all = [] }) => all).filter((sha256) => !known.has(sha256)));
    const documents = some.reduce(
      (sum, { documentPage, exhibit }) =>
        sum + (documentPage === undefined || !exhibit ? 0 : bytesOf.documentPage(exhibit.index, documentPage.file)),
      0,
    );
    return [...pictures].reduce((sum, sha256) => sum + bytesOf.picture(sha256), documents + some.length * bytesOfPage);
  };
  const add = (some: readonly Sheet[]) => {
    used += cost(some, shown);
    for (const { pictures = [] } of some) for (const sha256 of pictures) shown.add(sha256);
    sheets.push(...some);
  };
  const begin = (annex: boolean) => {
    const from = sheets.length;
    const last = volumes.at(-1);
    if (last) last.to = from;
    volumes.push({ from, to: from });
    shown = new Set();
    used = 0;
    add(volumes.length === 1 ? planned.front : planned.coverOf(volumes.length, annex));
  };
  const fill = (exhibits: readonly (readonly Sheet[])[], annex: boolean, apart: boolean) => {
    if (apart) begin(annex);
    let empty = apart;
    for (const exhibit of exhibits) {
      const fits = used + cost(exhibit, shown) <= room;
      if (!fits && !empty && cost(exhibit, new Set()) + bytesOfPage <= room) {
        begin(annex);
        add(exhibit);
      } else if (fits) add(exhibit);
      else {
        for (const sheet of exhibit) {
          if (used + cost([sheet], shown) > room && !empty) begin(annex);
          add([sheet]);
          empty = false;
        }
      }
      empty = false;
    }
  };
  fill([...planned.exhibits, planned.back], false, true);
  const annexFrom = sheets.length;
  fill([planned.annex.lists, ...planned.annex.exhibits], true, annexApart);
  const last = volumes.at(-1);
  if (last) last.to = sheets.length;
  return { sheets, volumes, annexFrom };
}

/** Bytes that the parts of a page take in a file, to share the pages out among volumes. */
type BytesOf = Readonly<{ picture(sha256: string): number; documentPage(exhibit: number, file: string): number }>;

export function bytesIn({ pictures, exhibits }: BundleModel): BytesOf {
  return {
    picture: (sha256) => pictures.of(sha256)?.bytes ?? 0,
    documentPage: (index, file) => {
      const document = documentsOf(exhibits[index]?.record).find(({ artifact }) => artifact.sha256 === file);
      return document ? Math.ceil(document.artifact.bytes / Math.max(1, document.count)) : 0;
    },
  };
}
