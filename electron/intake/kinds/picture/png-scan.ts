import { because } from '../../../../shared/cause.ts';
import type { Cause } from '../../../../shared/text.ts';
import { crc32, createInflate, type Inflate } from 'node:zlib';
import { mostBesidePixels } from '../../../../shared/verify/pdf/png-recipe.ts';
import { WindowedFile } from './windowed-file.ts';

/** What a PNG's own chunks say (W3C PNG, third edition, 2025). */
export type PngScan = Readonly<{
  width: number;
  height: number;
  bitDepth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  colourType: number;
  interlaced: boolean;
  /** A `tRNS` chunk: single colours are transparent. */
  transparentColour: boolean;
  /** What its chunks say of its colours, and of its being a film. */
  colour: PngColour;
  film: Readonly<{ frames: number; stillInIt: boolean }> | null;
  /** Why the file is not sound from first to last byte; null when it is. */
  fault: Cause | null;
}>;

/** What a PNG says of its colours (§4.3: cICP goes before iCCP, this before sRGB, this before gAMA and cHRM). */
export type PngColour = Readonly<{
  /** The exponent of gAMA: sRGB has about 0.45455. */
  gamma: number | null;
  /** x and y of white, red, green, blue, of cHRM. */
  xy: readonly number[] | null;
  srgb: boolean;
  profile: boolean;
  /** Coding by video's numbers that is not sRGB's; it is not applied here. */
  cicp: boolean;
}>;

const signature = '\x89PNG\r\n\x1a\n';
const readLength = 1_048_576;

/** Channels per pixel of the colour types that have no palette. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };

/**
 * Reads a PNG from first to last byte without keeping its picture: chunk order, every CRC, and that the image data
 * inflates to exactly the rows that the header promises, each with a known filter. A PNG without a fault can be placed
 * in a PDF as it is. Flat memory.
 *
 * @returns null when there is no header to go by
 */
export async function scanPng(path: string): Promise<PngScan | null> {
  return WindowedFile.reading(path, async (file) => {
    const start = await file.at(0, 33);
    if (start.length < 33 || start.toString('latin1', 0, 8) !== signature) return null;
    if (start.readUInt32BE(8) !== 13 || start.toString('latin1', 12, 16) !== 'IHDR') return null;
    const header = {
      width: start.readUInt32BE(16),
      height: start.readUInt32BE(20),
      bitDepth: start.readUInt8(24),
      colourType: start.readUInt8(25),
      interlaced: start.readUInt8(28) === 1,
    };
    return scanChunks(header, file);
  });
}

type Header = Pick<PngScan, 'width' | 'height' | 'bitDepth' | 'colourType' | 'interlaced'>;

async function scanChunks(header: Header, file: WindowedFile): Promise<PngScan> {
  let transparentColour = false;
  let fault: Cause | null = null;
  const said = new SmallChunks();
  // An interlaced picture has seven passes of rows and never goes into a PDF as it is: its rows are the decoder's matter.
  const rows = header.interlaced ? null : new RowCheck(header);
  const order = new ChunkOrder();
  let offset = 8;
  let ended = false;
  while (fault === null && !ended) {
    const chunk = await chunkAt(file, offset);
    if (typeof chunk === 'string') {
      fault = chunk;
      break;
    }
    const { name, length } = chunk;
    if (said.wants(chunk)) said.take(name, await file.at(offset + 8, length));
    fault = order.take(chunk) ?? (await contentFault(chunk, file, rows));
    if (name === 'tRNS') transparentColour = true;
    if (/^[A-Z]/.test(name) && !['IHDR', 'PLTE', 'IDAT', 'IEND'].includes(name))
      fault ??= because('png-chunk-unknown', { name: printable(name) });
    offset += 12 + length;
    ended = name === 'IEND';
  }
  fault ??=
    (await rows?.end()) ?? (offset < file.bytes ? because('png-after-end', { count: file.bytes - offset }) : null);
  return { ...header, transparentColour, colour: said.colour, film: said.film, fault };
}

/** One chunk; `length` of its data in bytes. `named`: the bytes of its name, over which its CRC begins. */
type Chunk = Readonly<{ offset: number; length: number; name: string; named: Buffer }>;

/** @returns the fault where no whole chunk is there */
async function chunkAt(file: WindowedFile, offset: number): Promise<Chunk | Cause> {
  const head = await file.at(offset, 8);
  if (head.length < 8) return because('png-no-end');
  const length = head.readUInt32BE(0);
  const name = head.toString('latin1', 4, 8);
  if (length > 0x7fffffff || offset + 12 + length > file.bytes)
    return because('png-chunk-cut', { name: printable(name) });
  return { offset, length, name, named: head.subarray(4) };
}

/** The chunks that say something about the whole picture in a few bytes. */
class SmallChunks {
  colour: PngColour = { gamma: null, xy: null, srgb: false, profile: false, cicp: false };
  film: PngScan['film'] = null;
  #pixels = false;

  wants({ name, length }: Chunk): boolean {
    this.#pixels ||= name === 'IDAT';
    return length <= 64 || name === 'iCCP';
  }

  /** @param data valid until the file is read again */
  take(name: string, data: Buffer): void {
    if (name === 'gAMA' && data.length === 4 && data.readUInt32BE(0) > 0)
      this.colour = { ...this.colour, gamma: data.readUInt32BE(0) / 100_000 };
    if (name === 'cHRM' && data.length === 32) {
      const xy = Array.from({ length: 8 }, (_, at) => data.readUInt32BE(at * 4) / 100_000);
      this.colour = { ...this.colour, xy };
    }
    if (name === 'sRGB') this.colour = { ...this.colour, srgb: true };
    if (name === 'iCCP') this.colour = { ...this.colour, profile: true };
    // 1, 13, 0, 1: BT.709's primaries, sRGB's curve, RGB in full range (H.273).
    if (name === 'cICP') this.colour = { ...this.colour, cicp: !data.equals(Buffer.from([1, 13, 0, 1])) };
    if (name === 'acTL' && data.length === 8) this.film = { frames: data.readUInt32BE(0), stillInIt: false };
    if (name === 'fcTL' && this.film && !this.#pixels) this.film = { ...this.film, stillInIt: true };
  }
}

/** What holds over all chunks: one run of image data (PNG §5.6), and not more beside it than a check from outside reads. */
class ChunkOrder {
  #data: 'before' | 'in' | 'after' = 'before';
  #besidePixels = 0;

  take({ name, length }: Chunk): Cause | null {
    if (name === 'IDAT') {
      if (this.#data === 'after') return because('png-data-apart');
      this.#data = 'in';
      return null;
    }
    if (this.#data === 'in') this.#data = 'after';
    this.#besidePixels += length + 12;
    return this.#besidePixels > mostBesidePixels ? because('png-beside', { most: mostBesidePixels }) : null;
  }
}

/** Reads a chunk's data piece by piece: its CRC, and the rows of image data. */
async function contentFault(
  { offset, length, name, named }: Chunk,
  file: WindowedFile,
  rows: RowCheck | null,
): Promise<Cause | null> {
  let sum = crc32(named);
  for (let from = 0; from < length; from += readLength) {
    const piece = await file.at(offset + 8 + from, Math.min(readLength, length - from));
    sum = crc32(piece, sum);
    const fault = name === 'IDAT' ? await rows?.take(piece) : null;
    if (fault) return fault;
  }
  const stated = await file.at(offset + 8 + length, 4);
  return stated.readUInt32BE(0) === sum ? null : because('png-check-sum', { name: printable(name) });
}

const printable = (name: string): string => (/^[A-Za-z]{4}$/.test(name) ? name : '?');

/** Inflates the image data and looks only at what must hold: the filter byte of each row, and the total length. */
class RowCheck {
  readonly #rowLength: number;
  readonly #expected: number;
  readonly #inflate: Inflate;
  #seen = 0;
  #fault: Cause | null = null;

  constructor(header: Header) {
    const perPixel = (channels[header.colourType] ?? 1) * header.bitDepth;
    this.#rowLength = 1 + Math.ceil((header.width * perPixel) / 8);
    this.#expected = this.#rowLength * header.height;
    this.#inflate = createInflate({ chunkSize: 262_144 });
    this.#inflate.on('data', (piece: Buffer) => {
      this.#look(piece);
    });
    this.#inflate.on('error', (error: NodeJS.ErrnoException) => {
      this.#fault ??= because('png-inflate', { code: error.code ?? '?' }); // every error of zlib has a code
    });
  }

  #look(piece: Buffer): void {
    const first = (this.#rowLength - (this.#seen % this.#rowLength)) % this.#rowLength;
    for (let at = first; at < piece.length; at += this.#rowLength) {
      if ((piece[at] ?? 0) > 4) this.#fault ??= because('png-filter', { code: piece[at] ?? 0 });
    }
    this.#seen += piece.length;
    if (this.#seen > this.#expected) {
      this.#fault ??= because('png-too-much');
      this.#inflate.destroy();
    }
  }

  async take(piece: Buffer): Promise<Cause | null> {
    if (this.#fault !== null || this.#inflate.destroyed) return this.#fault;
    await new Promise<void>((resolve) => {
      this.#inflate.once('close', resolve);
      this.#inflate.write(piece, () => {
        this.#inflate.off('close', resolve);
        resolve();
      });
    });
    return this.#fault;
  }

  async end(): Promise<Cause | null> {
    if (this.#fault === null && !this.#inflate.destroyed) {
      await new Promise<void>((resolve) => {
        this.#inflate.once('close', resolve);
        this.#inflate.end();
      });
    }
    this.#inflate.destroy();
    if (this.#fault !== null) return this.#fault;
    return this.#seen !== this.#expected ? because('png-rows-missing') : null;
  }
}
