import { PDFArray, PDFBool, PDFName, PDFStream, type PDFDict, type PDFDocument } from '@cantoo/pdf-lib';
import { unpackedStream } from '../pictures/sound-stream.ts';
import { dictIn, dictOf, listIn, nameIn } from './values.ts';

/**
 * A form in XFA. `dynamic`: readers make its pages from it when they open it, and the pages in the file are placeholders.
 * `beside`: its pages are the file's, with the form's fields on them. `unsure`: the file does not say, and has no fields
 * for it on its pages.
 */
export type Xfa = Readonly<{ is: 'dynamic' | 'beside' | 'unsure'; version: string | null }>;

/** Of each packet; a template has its namespace at its head, its configuration is short. */
const longestRead = 4 << 20;

/** The document's XFA form (ISO 32000-1 §12.7.8); null where it has none. */
export function xfaOf({ catalog }: PDFDocument): Xfa | null {
  const form = dictIn(catalog, 'AcroForm');
  const packets = packetsOf(form);
  if (packets.length === 0) return null;
  const texts = packets.map((packet) => Buffer.from(unpackedOr(packet).subarray(0, longestRead)).toString('latin1'));
  const version = texts.flatMap((text) => /xfa-template\/(\d{1,2}\.\d{1,2})/.exec(text)?.[1] ?? [])[0] ?? null;
  const rendered = catalog.lookup(PDFName.of('NeedsRendering'));
  const required = texts.some((text) => /<dynamicRender\s*>\s*required\b/.test(text));
  if (required || (rendered instanceof PDFBool && rendered.asBoolean())) return { is: 'dynamic', version };
  return { is: hasFields(form) ? 'beside' : 'unsure', version };
}

function packetsOf(form: PDFDict | null): readonly PDFStream[] {
  const xfa = form?.lookup(PDFName.of('XFA'));
  if (xfa instanceof PDFStream) return [xfa];
  return xfa instanceof PDFArray ? listIn(form, 'XFA').filter((one) => one instanceof PDFStream) : [];
}

function unpackedOr(stream: PDFStream): Uint8Array {
  try {
    return unpackedStream(stream).data;
  } catch {
    return new Uint8Array(); // too much of it: what it says is not known
  }
}

/** Fields that are filled in: a signature's alone are on placeholders too. */
function hasFields(form: PDFDict | null): boolean {
  const open = listIn(form, 'Fields').map((one) => ({ field: dictOf(one), depth: 0 }));
  for (let at = 0; at < open.length && at < 10_000; at++) {
    const { field, depth } = open[at] ?? { field: null, depth: 0 };
    const kind = nameIn(field, 'FT');
    if (kind !== null && kind !== 'Sig') return true;
    if (depth < 20) for (const kid of listIn(field, 'Kids')) open.push({ field: dictOf(kid), depth: depth + 1 });
  }
  return false;
}
