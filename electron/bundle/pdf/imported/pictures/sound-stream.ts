import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
  type PDFStream,
} from '@cantoo/pdf-lib';
import { Unzlib, zlibSync } from 'fflate';
import { withoutPredictor } from '../file/predictor.ts';

/** A stream that unpacks to more than this is a bomb for whoever opens the bundle. */
const mostUnpacked = 512 << 20;
/** Broken data is read in small pieces, so that nothing before the fault is lost. */
const piece = 512;

/** One of a stream's filters with its parameters (ISO 32000-1 §7.4). */
type Filter = Readonly<{ name: string; parms: PDFDict | null }>;

/** A stream's bytes as they may stand in our file, and the filters that still lead to what they mean. */
export type SoundStream = Readonly<{
  contents: Uint8Array;
  /** None, Flate alone, or one that packs pictures. */
  filters: readonly Filter[];
  /** They break off, are damaged, or their filter is unknown: what could be read is kept. */
  damaged: boolean;
}>;

const longNames: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  LZW: 'LZWDecode',
  RL: 'RunLengthDecode',
  CCF: 'CCITTFaxDecode',
  DCT: 'DCTDecode',
};
const packers = new Set(['FlateDecode', 'ASCIIHexDecode', 'ASCII85Decode', 'LZWDecode', 'RunLengthDecode']);
const pictureFilters = new Set(['CCITTFaxDecode', 'DCTDecode', 'JBIG2Decode', 'JPXDecode']);

/**
 * A stream's bytes as they may stand in our file. Packed data that breaks off or is damaged is packed again as far as
 * it can be read, which is what viewers show of it: a bundle holds no broken stream. What is packed in older or double
 * ways is packed once.
 *
 * @throws {Error} where it unpacks to more than anybody should have to hold
 */
export function soundStream(stream: PDFStream): SoundStream {
  const contents = stream.getContents();
  const filters = filtersOf(stream.dict);
  const [first] = filters;
  if (first === undefined) return { contents, filters, damaged: false };
  if (filters.length === 1 && pictureFilters.has(first.name)) return { contents, filters, damaged: false };
  if (filters.length === 1 && first.name === 'FlateDecode') {
    const { data, damaged } = inflated(contents);
    if (!damaged) return { contents, filters, damaged };
    return { contents: zlibSync(data, { level: 6 }), filters, damaged };
  }
  const { data, left, damaged } = unpacked(contents, filters, stream.dict.context);
  const [picture] = left;
  if (picture === undefined) return { contents: zlibSync(data, { level: 6 }), filters: [flate], damaged };
  if (left.length === 1 && pictureFilters.has(picture.name)) return { contents: data, filters: left, damaged };
  return { contents: new Uint8Array(), filters: [], damaged: true };
}

const flate: Filter = { name: 'FlateDecode', parms: null };

/** What a stream unpacks to, as far as it can be read, and whether that is all. @throws as `soundStream` */
export function unpackedStream(stream: PDFStream): Readonly<{ data: Uint8Array; damaged: boolean }> {
  if (!(stream instanceof PDFRawStream)) return { data: stream.getContents(), damaged: false };
  const { data, left, damaged } = unpacked(stream.getContents(), filtersOf(stream.dict), stream.dict.context);
  return left.length === 0 ? { data, damaged } : { data: new Uint8Array(), damaged: true };
}

function filtersOf(dict: PDFDict): readonly Filter[] {
  const [filter, parms] = [dict.lookup(PDFName.of('Filter')), parmsIn(dict)];
  const names = filter instanceof PDFArray ? inside(filter) : filter === undefined ? [] : [filter];
  const all = parms instanceof PDFArray ? inside(parms) : [parms];
  return names.flatMap((name, at) => {
    if (!(name instanceof PDFName)) return [];
    const written = name.decodeText();
    const own = all[at];
    // The identity of an encrypted file's streams (§7.4.10): the library has decrypted them.
    if (written === 'Crypt') return [];
    return [{ name: longNames[written] ?? written, parms: own instanceof PDFDict ? own : null }];
  });
}

const parmsIn = (dict: PDFDict): PDFObject | undefined =>
  dict.lookup(PDFName.of('DecodeParms')) ?? dict.lookup(PDFName.of('DP'));

const inside = (list: PDFArray): readonly (PDFObject | undefined)[] => list.asArray().map((_, at) => list.lookup(at));

function unpacked(
  contents: Uint8Array,
  filters: readonly Filter[],
  context: PDFContext,
): Readonly<{ data: Uint8Array; left: readonly Filter[]; damaged: boolean }> {
  let data = contents;
  let damaged = false;
  for (const [at, filter] of filters.entries()) {
    if (!packers.has(filter.name)) return { data, left: filters.slice(at), damaged };
    const step = filter.name === 'FlateDecode' ? inflated(data) : byLibrary(data, filter, context);
    damaged ||= step.damaged;
    data = step.data;
    try {
      data = withoutPredictor(data, predictorOf(filter));
    } catch {
      damaged = true;
    }
  }
  return { data, left: [], damaged };
}

function predictorOf({ parms }: Filter) {
  const number = (key: string, otherwise: number) => {
    const value = parms?.lookup(PDFName.of(key));
    return value instanceof PDFNumber ? value.asNumber() : otherwise;
  };
  return {
    predictor: number('Predictor', 1),
    columns: number('Columns', 1),
    colours: number('Colors', 1),
    bits: number('BitsPerComponent', 8),
  };
}

function byLibrary(data: Uint8Array, { name, parms }: Filter, context: PDFContext) {
  const dict = PDFDict.withContext(context);
  dict.set(PDFName.of('Filter'), PDFName.of(name));
  if (parms) dict.set(PDFName.of('DecodeParms'), parms);
  const stream = decodePDFRawStream(PDFRawStream.of(dict, data));
  try {
    return { data: stream.decode(), damaged: false };
  } catch {
    return { data: new Uint8Array(), damaged: true };
  }
}

function inflated(contents: Uint8Array): Readonly<{ data: Uint8Array; damaged: boolean }> {
  try {
    return { data: inflateSync(contents, { maxOutputLength: mostUnpacked }), damaged: false };
  } catch (error) {
    if (error instanceof RangeError) throw tooMuch();
    return { data: readable(contents), damaged: true };
  }
}

const tooMuch = () => new Error(`a stream that unpacks to more than ${mostUnpacked} bytes`);

function readable(contents: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const unpack = new Unzlib((part) => {
    parts.push(part.slice());
    bytes += part.length;
  });
  try {
    for (let at = 0; at < contents.length && bytes <= mostUnpacked; at += piece)
      unpack.push(contents.subarray(at, at + piece), at + piece >= contents.length);
  } catch {
    // as far as it can be read
  }
  if (bytes > mostUnpacked) throw tooMuch();
  return Buffer.concat(parts, bytes);
}
