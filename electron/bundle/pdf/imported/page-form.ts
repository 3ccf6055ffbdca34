import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFStream,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';
import { because } from '../../../../shared/cause.ts';
import { drawAnnotations } from './annotations.ts';
import { balancedContent } from './content.ts';
import { unpackedStream } from './pictures/sound-stream.ts';

type Box = readonly [number, number, number, number];

/**
 * A page as a form: its box in the space that the form is drawn in, whether each of its notes shows as meant, and how many
 * of its content streams are damaged or missing.
 */
type FormOfPage = Readonly<{ box: Box; stream: PDFStream; withoutAppearance: boolean; faults: number }>;

/** A page as a form XObject: its content streams end to end, its resources, and what its annotations show. */
export function formOf(document: PDFDocument, page: PDFPage): FormOfPage {
  const { context } = document;
  const box = shownBox(page);
  const unit = userUnit(page);
  const written = contentsOf(page);
  const { bytes: content } = balancedContent(written.bytes);
  const resources = copyOf(page.node.Resources() ?? context.obj({}));
  const annotations = drawAnnotations(page, resources);
  // A page's content may leave the graphics state changed; what follows must not inherit it.
  const bytes = Buffer.concat([Buffer.from('q\n'), content, Buffer.from(`\nQ\n${annotations.content}`, 'latin1')]);
  const stream = context.flateStream(bytes, {
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [...box],
    Matrix: [unit, 0, 0, unit, 0, 0],
    Resources: resources,
  });
  const group = page.node.lookupMaybe(PDFName.of('Group'), PDFDict);
  if (group) stream.dict.set(PDFName.of('Group'), isolated(group));
  const [left, bottom, right, top] = box;
  return {
    box: [left * unit, bottom * unit, right * unit, top * unit],
    stream,
    withoutAppearance: annotations.withoutAppearance,
    faults: written.damaged,
  };
}

/** What a viewer shows of a page: the crop box, as far as it lies in the media box (ISO 32000-1 §14.11.2). */
export function shownBox(page: PDFPage): Box {
  const media = sides(page.getMediaBox());
  const crop = sides(page.getCropBox());
  const both: Box = [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ];
  const box = hasSize(both) ? both : media;
  if (!hasSize(box)) throw new Error(because('pdf-page-no-size'));
  return box;
}

/** Points per unit of the page's own space. */
export function userUnit(page: PDFPage): number {
  const unit = page.node.lookupMaybe(PDFName.of('UserUnit'), PDFNumber)?.asNumber() ?? 1;
  return unit > 0 && unit <= 1000 ? unit : 1;
}

const hasSize = ([left, bottom, right, top]: Box): boolean => right - left > 0 && top - bottom > 0;

function sides({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Box {
  return [Math.min(x, x + width), Math.min(y, y + height), Math.max(x, x + width), Math.max(y, y + height)];
}

/** A page's own group is always isolated (ISO 32000-1 §11.4.7); a form's only where it says so. */
function isolated(group: PDFDict): PDFDict {
  const own = copyOf(group);
  own.set(PDFName.of('I'), own.context.obj(true));
  return own;
}

function copyOf(dict: PDFDict): PDFDict {
  return PDFDict.fromMapWithContext(new Map(dict.entries()), dict.context);
}

/**
 * A page may have one content stream or many; a break between two counts as white space. What is damaged is read as far as
 * it goes, and counted; so is one that is missing among others.
 * @throws {Error} where it has some and none can be read: a blank page must not pass for the page
 */
function contentsOf(page: PDFPage): Readonly<{ bytes: Uint8Array; damaged: number }> {
  const contents = page.node.Contents();
  const parts: (PDFObject | undefined)[] =
    contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents];
  const streams = parts.filter((part) => part instanceof PDFStream);
  if (
    streams.length === 0 &&
    page.node.has(PDFName.of('Contents')) &&
    (!(contents instanceof PDFArray) || parts.length > 0)
  )
    throw new Error(because('pdf-content-unreadable'));
  const read = streams.map(unpackedStream);
  const missing = page.node.has(PDFName.of('Contents')) ? parts.length - streams.length : 0;
  return {
    bytes: Buffer.concat(read.flatMap(({ data }) => [data, Buffer.from('\n')])),
    damaged: missing + read.filter(({ damaged }) => damaged).length,
  };
}
