import { PDFDict, PDFName, PDFStream, type PDFDocument } from '@cantoo/pdf-lib';
import { unpackedStream } from '../pictures/sound-stream.ts';
import type { ToldFact } from './told.ts';
import { statedDate, textIn } from './values.ts';

/** What a PDF says of its making: key of the document information, element of its metadata, name of the fact. */
const stated = [
  ['Producer', 'pdf:Producer', 'PdfProducer'],
  ['Creator', 'xmp:CreatorTool', 'PdfCreator'],
  ['CreationDate', 'xmp:CreateDate', 'PdfCreated'],
  ['ModDate', 'xmp:ModifyDate', 'PdfChanged'],
] as const;
const longestMetadata = 4 << 20;

/**
 * Producer, creator and dates as the document information states them (ISO 32000-1 §14.3.3), and what its XMP metadata
 * states otherwise: both are the file's own words, and nobody checked them.
 */
export function factsOfMaking({ catalog, context }: PDFDocument): readonly ToldFact[] {
  const info = context.lookup(context.trailerInfo.Info);
  const metadata = metadataText(catalog);
  return stated.flatMap(([key, element, name]): readonly ToldFact[] => {
    const own = info instanceof PDFDict ? textIn(info, key) : null;
    const other = valueIn(metadata, element);
    const said: ToldFact[] = [];
    if (own !== null && own !== '') said.push({ name, value: statedDate(own), source: 'PDF information' });
    if (other !== null && (own === null || comparable(statedDate(own)) !== comparable(other)))
      said.push({ name, value: xmpDate(other), source: 'PDF metadata' });
    return said;
  });
}

function metadataText(catalog: PDFDict): string {
  const stream = catalog.lookup(PDFName.of('Metadata'));
  if (!(stream instanceof PDFStream)) return '';
  try {
    return Buffer.from(unpackedStream(stream).data.subarray(0, longestMetadata)).toString('utf8');
  } catch {
    return '';
  }
}

/** As an element or as an attribute; with its entities undone. */
function valueIn(text: string, element: string): string | null {
  const found =
    new RegExp(`<${element}\\s*>([^<]{1,4000})</${element}\\s*>`).exec(text) ??
    new RegExp(`[\\s]${element}\\s*=\\s*(?:"([^"<]{1,4000})"|'([^'<]{1,4000})')`).exec(text);
  const value = (found?.[1] ?? found?.[2])?.trim() ?? '';
  return value === '' ? null : value.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '');
}
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const xmpForm = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/** `2019-05-06T09:30:00+08:00` as the dates of the document information are written here. */
function xmpDate(value: string): string {
  const [whole, date = '', time = '', zone = ''] = xmpForm.exec(value) ?? [];
  if (whole === undefined) return value;
  const full = time.length === 5 ? `${time}:00` : time;
  return zone === 'Z' ? `${date}T${full}Z` : `${date} ${full}${zone === '' ? '' : ` ${zone}`}`;
}

/** One moment in one zone is written in more than one way. */
const comparable = (value: string): string =>
  xmpDate(value)
    .replace(/T(.*)Z$/, ' $1 +00:00')
    .trim();
