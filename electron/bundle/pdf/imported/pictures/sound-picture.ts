import type { PDFDict } from '@cantoo/pdf-lib';
import {
  PDFArray,
  PDFBool,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { faxAsTiff } from './fax-tiff.ts';
import { jbig2Damage, jpxDamage, wholeJpeg } from './picture-structure.ts';
import { soundStream, unpackedStream, type SoundStream } from './sound-stream.ts';

/** A picture as it may stand in our file; `lost`: nobody can draw it. */
export type SoundPicture = SoundStream & Readonly<{ lost: boolean }>;

/**
 * Looks whether a picture's data give the picture: unpacked (DCT by libjpeg, CCITT by libtiff, packed samples counted),
 * or, where no decoder is at hand (JPX, JBIG2), by their structure to the end.
 *
 * @throws as `soundStream`
 */
export async function soundPicture(stream: PDFStream): Promise<SoundPicture> {
  const sound = soundStream(stream);
  const [filter] = sound.filters;
  // JPEG 2000 brings its own colours; a stencil has none.
  const coloursKnown = filter?.name === 'JPXDecode' || isStencil(stream.dict) || coloursIn(stream.dict) !== null;
  const { state, contents } = await dataState(stream, sound);
  return {
    ...sound,
    contents,
    damaged: sound.damaged || state !== 'sound' || !coloursKnown,
    lost: state === 'lost',
  };
}

type DataState = 'sound' | 'damaged' | 'lost';

/** What a picture's data give, by the filter that packs them, and the data as they may stay. */
async function dataState(
  stream: PDFStream,
  { contents, filters: [filter] }: SoundStream,
): Promise<Readonly<{ state: DataState; contents: Uint8Array }>> {
  switch (filter?.name) {
    case undefined:
    case 'FlateDecode':
      return { state: packedSamplesState(stream), contents };
    case 'JPXDecode':
      return { state: jpxDamage(contents), contents };
    case 'JBIG2Decode':
      return { state: jbig2State(contents, filter.parms), contents };
    case 'CCITTFaxDecode':
      return { state: await faxState(contents, filter.parms, wholeAt(stream.dict, 'Height')), contents };
    default:
      return jpegState(contents);
  }
}

/** Samples are counted against what the picture's size and colours ask for. */
function packedSamplesState(stream: PDFStream): DataState {
  const wanted = samplesOf(stream.dict);
  const { data } = unpackedStream(stream);
  if (wanted !== null && data.length === 0 && wanted > 0) return 'lost';
  return wanted !== null && data.length < wanted ? 'damaged' : 'sound';
}

/** Segments that several pictures share stand in a stream of their own (ISO 32000-1 §7.4.7). */
function jbig2State(contents: Uint8Array, parms: PDFDict | null): DataState {
  const globals = parms?.get(PDFName.of('JBIG2Globals'));
  const shared = parms?.lookup(PDFName.of('JBIG2Globals'));
  const state = jbig2Damage(contents);
  return state !== 'lost' && globals && !(shared instanceof PDFStream) ? 'damaged' : state;
}

async function faxState(contents: Uint8Array, parms: PDFDict | null, height: number | null): Promise<DataState> {
  const tiff = faxAsTiff(contents, parms, height);
  if (contents.length === 0) return 'lost';
  return tiff === null || (await decodes(tiff, 'warning')) ? 'sound' : 'damaged';
}

async function jpegState(contents: Uint8Array): Promise<Readonly<{ state: DataState; contents: Uint8Array }>> {
  const whole = wholeJpeg(contents);
  if (whole === null) return { state: 'lost', contents };
  if (await decodes(whole, 'warning')) return { state: 'sound', contents: whole };
  return (await decodes(whole, 'none')) ? { state: 'damaged', contents: whole } : { state: 'lost', contents };
}

/** Everything is decoded; only as much of it is kept as tells that it could be. */
async function decodes(picture: Uint8Array, failOn: 'none' | 'warning'): Promise<boolean> {
  try {
    await sharp(picture, { failOn, limitInputPixels: false, sequentialRead: true })
      .resize(16, 16, { fit: 'fill', kernel: 'nearest', fastShrinkOnLoad: true })
      .raw()
      .toBuffer();
    return true;
  } catch {
    return false;
  }
}

/** How many bytes a picture's samples are; null where its colours are unknown. */
function samplesOf(dict: PDFDict): number | null {
  const [width, height] = [wholeAt(dict, 'Width'), wholeAt(dict, 'Height')];
  if (width === null || height === null) return null;
  const stencil = isStencil(dict);
  const bits = stencil ? 1 : wholeAt(dict, 'BitsPerComponent');
  const colours = stencil ? 1 : coloursIn(dict);
  return bits === null || colours === null ? null : Math.ceil((width * bits * colours) / 8) * height;
}

const isStencil = (dict: PDFDict): boolean => dict.lookup(PDFName.of('ImageMask')) === PDFBool.True;
const coloursIn = (dict: PDFDict): number | null => coloursOf(dict.lookup(PDFName.of('ColorSpace')));

const byName: Readonly<Record<string, number>> = {
  DeviceGray: 1,
  CalGray: 1,
  G: 1,
  Indexed: 1,
  I: 1,
  Separation: 1,
  DeviceRGB: 3,
  CalRGB: 3,
  RGB: 3,
  Lab: 3,
  DeviceCMYK: 4,
  CMYK: 4,
};

/** How many numbers a colour has; null where the space is unknown, or something that it needs is missing. */
function coloursOf(space: PDFObject | undefined): number | null {
  if (space instanceof PDFName) return byName[space.decodeText()] ?? null;
  if (!(space instanceof PDFArray) || space.size() === 0) return null;
  const name = space.lookup(0);
  const second = space.size() > 1 ? space.lookup(1) : undefined;
  if (!(name instanceof PDFName)) return null;
  if (name.decodeText() === 'ICCBased') return second instanceof PDFStream ? wholeAt(second.dict, 'N') : null;
  if (name.decodeText() === 'Indexed' || name.decodeText() === 'I') {
    const palette = space.size() > 3 ? space.lookup(3) : undefined;
    const given = palette instanceof PDFStream || palette instanceof PDFString || palette instanceof PDFHexString;
    return given && coloursOf(second) !== null ? 1 : null;
  }
  if (name.decodeText() === 'DeviceN') return second instanceof PDFArray ? second.size() : null;
  return byName[name.decodeText()] ?? null;
}

function wholeAt(dict: PDFDict, key: string): number | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber && value.asNumber() > 0 ? value.asNumber() : null;
}
