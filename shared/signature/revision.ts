import { because } from '../cause.ts';
/** An object of the file that a revision writes anew: its number and its value as PDF text. */
type Rewritten = Readonly<{ object: number; text: string }>;

/** A bundle as it stands: what the next revision builds on. */
export type Revised = Readonly<{
  /** Bytes of the file so far, and where its last cross-reference table begins. */
  size: number;
  tableAt: number;
  /** One more than the highest object number. */
  count: number;
  catalog: Rewritten;
  /** The first page, which carries the fields. */
  page: Rewritten;
  info: number;
  /** First half of the file's identifier, 32 hexadecimal digits. */
  id: string;
  /** Objects of the signature fields so far. */
  fields: readonly number[];
}>;

/** *signature*: a person's, CAdES (PAdES, EN 319 142-1 §5.3). *time-stamp*: a document time stamp alone (§5.4.3). */
export type RevisionKind = 'signature' | 'time-stamp';

/**
 * What is appended to sign: `before`, the contents as `<` hexadecimal digits `>`, and `after`. Everything but the contents
 * is signed: the file so far, `before` and `after`.
 */
export type Revision = Readonly<{ before: string; after: string; next: Revised }>;

/** Bytes reserved for a signature with its certificates and its time stamp: 12 KB overflowed elsewhere, 32 KB do not. */
export const contentsLength = 32_768;
/** With its brackets, in the file. */
export const contentsWritten = 2 * contentsLength + 2;

const names = {
  signature: { type: 'Sig', filter: 'ETSI.CAdES.detached', field: 'Signature' },
  'time-stamp': { type: 'DocTimeStamp', filter: 'ETSI.RFC3161', field: 'TimeStamp' },
} as const;
/** `[0 ` and three numbers of up to ten digits `]`, filled up: its length must not depend on what it says. */
const rangeWidth = 36;

/**
 * The revision that a signature adds to a bundle (ISO 32000-1 §7.5.6, §12.8): signature, an invisible field on the first
 * page, the page and the catalog written anew, a cross-reference section. The same state and the same moment give the
 * same text, so that `verify` writes it again and compares: nothing else can hide in a revision.
 *
 * @param at when the signer says that it was made, UTC, whole seconds: `2026-11-24T22:00:00Z`; null for a time stamp,
 *   whose own time counts
 */
export function revisionOf(file: Revised, kind: RevisionKind, at: string | null): Revision {
  const { type, filter, field: stem } = names[kind];
  const [signature, field] = [file.count, file.count + 1];
  const fields = [...file.fields, field];
  const fieldText =
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${stem}${fields.length}) /F 132 /Rect [0 0 0 0] ` +
    `/V ${signature} 0 R /P ${file.page.object} 0 R >>`;
  const page = { object: file.page.object, text: withAnnotation(file.page.text, field) };
  const catalog = { object: file.catalog.object, text: withFields(file.catalog.text, fields) };

  const head =
    `${signature} 0 obj\n<< /Type /${type} /Filter /Adobe.PPKLite /SubFilter /${filter} ` +
    `${at === null ? '' : `/M (D:${at.replace(/[^0-9]/g, '')}Z) `}/ByteRange `;
  const middle = ' /Contents ';
  const from = file.size + head.length + rangeWidth + middle.length;
  const to = from + contentsWritten;

  const objects: { object: number; at: number }[] = [{ object: signature, at: file.size }];
  let after = ' >>\nendobj\n';
  for (const { object, text } of [{ object: field, text: fieldText }, page, catalog]) {
    objects.push({ object, at: to + after.length });
    after += `${object} 0 obj\n${text}\nendobj\n`;
  }
  const tableAt = to + after.length;
  const count = file.count + 2;
  after +=
    `xref\n${sectionsOf(objects)}trailer\n<< /Size ${count} /Root ${catalog.object} 0 R /Info ${file.info} 0 R ` +
    `/ID [<${file.id}> <${laterId(file)}>] /Prev ${file.tableAt} >>\nstartxref\n${tableAt}\n%%EOF\n`;
  const range = `[0 ${from} ${to} ${after.length}]`.padEnd(rangeWidth);
  if (range.length !== rangeWidth) throw new Error(because('pdf-too-large-to-sign'));
  return {
    before: head + range + middle,
    after,
    next: { ...file, size: to + after.length, tableAt, count, catalog, page, fields },
  };
}

/** The second half of the identifier changes with every revision (ISO 32000-1 §14.4), by what was there before. */
function laterId({ id, size }: Revised): string {
  return id.slice(0, 20) + size.toString(16).toUpperCase().padStart(12, '0');
}

function withAnnotation(page: string, field: number): string {
  const listed = page.endsWith('] >>') && page.includes(' /Annots [');
  return listed ? `${page.slice(0, -4)} ${field} 0 R] >>` : `${page.slice(0, -3)} /Annots [${field} 0 R] >>`;
}

/** `/SigFlags 3`: it is signed, and may only be added to (ISO 32000-1 §12.7.2). */
function withFields(catalog: string, fields: readonly number[]): string {
  const before = catalog.replace(/ \/AcroForm << \/Fields \[[0-9R ]*\] \/SigFlags 3 >> >>$/, ' >>');
  const list = fields.map((field) => `${field} 0 R`).join(' ');
  return `${before.slice(0, -3)} /AcroForm << /Fields [${list}] /SigFlags 3 >> >>`;
}

/** Cross-reference subsections, runs of numbers in order. */
function sectionsOf(objects: readonly Readonly<{ object: number; at: number }>[]): string {
  const sorted = [...objects].sort((a, b) => a.object - b.object);
  const runs: { object: number; at: number }[][] = [];
  for (const one of sorted) {
    const run = runs.at(-1);
    if (run?.at(-1)?.object === one.object - 1) run.push(one);
    else runs.push([one]);
  }
  return runs
    .map((run) => {
      const lines = run.map(({ at }) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
      return `${run[0]?.object ?? 0} ${run.length}\n${lines}`;
    })
    .join('');
}
