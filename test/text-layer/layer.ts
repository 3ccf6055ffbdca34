import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFPage,
} from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { Captured } from '../fixtures/capture-room.ts';
import type { InkBox, InkPicture } from './ink.ts';

/** A word of the layer as `pdftotext` finds it, its box in pixels of the captured picture. */
export type LayerWord = Readonly<{ word: string; box: InkBox }>;
/** A tile of the captured picture: the hash of its pixels as the PNG has them packed, and where it lies. */
export type LayerTile = Readonly<{ png: Uint8Array; x: number; y: number; width: number; height: number }>;

/** Where on a page a tile is drawn, points from the lower left corner. */
type DrawnTile = Readonly<{ tile: LayerTile; x: number; y: number; width: number; height: number }>;

/** The words over a captured picture in a bundle, read by another program, with their places in the picture. */
export async function layerWords(pdf: string, tiles: readonly LayerTile[]): Promise<readonly LayerWord[]> {
  const document = await PDFDocument.load(readFileSync(pdf));
  const byPixels = new Map(tiles.map((tile) => [hashOf(packedPixels(tile.png)), tile]));
  const found: LayerWord[] = [];
  const pages = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e9 }).split('<page ');
  for (const [n, page] of document.getPages().entries()) {
    const drawn = drawnOn(page, byPixels);
    if (drawn.length === 0) continue;
    const height = page.getHeight();
    const words = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g;
    for (const [, left, top, right, bottom, word = ''] of (pages[n + 1] ?? '').matchAll(words)) {
      const middle = height - (Number(top) + Number(bottom)) / 2;
      const over = drawn.find(({ y, height: tall }) => middle >= y && middle <= y + tall);
      if (!over) continue;
      const scale = over.tile.width / over.width;
      const x = (value: string | undefined) => over.tile.x + (Number(value) - over.x) * scale;
      const y = (value: string | undefined) => over.tile.y + (Number(value) - (height - over.y - over.height)) * scale;
      found.push({ word: plain(word), box: { left: x(left), top: y(top), right: x(right), bottom: y(bottom) } });
    }
  }
  return found;
}

const plain = (word: string) =>
  word
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The IDAT chunks of a PNG together: what a bundle keeps of it as it is. */
function packedPixels(png: Uint8Array): Uint8Array {
  const bytes = Buffer.from(png);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  return Buffer.concat(parts);
}

/** Rows [from, to) of the captured picture that a page of the bundle shows, in the order of its pages. */
export type RowsOnPage = Readonly<{ from: number; to: number }>;

/** What each page shows of the picture, by where its tiles are drawn and what they are clipped to. */
export async function rowsOnPages(pdf: string, tiles: readonly LayerTile[]): Promise<readonly RowsOnPage[]> {
  const document = await PDFDocument.load(readFileSync(pdf));
  const byPixels = new Map(tiles.map((tile) => [hashOf(packedPixels(tile.png)), tile]));
  return document.getPages().flatMap((page): RowsOnPage[] => {
    const [drawn] = drawnOn(page, byPixels);
    const clip = /([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re\s+W n/.exec(contentOf(page));
    if (!drawn || !clip) return [];
    const [, , bottom, , height] = clip.map(Number) as [number, number, number, number, number]; // four numbers matched
    const scale = drawn.tile.height / drawn.height;
    const row = (y: number) => Math.round(drawn.tile.y + (drawn.y + drawn.height - y) * scale);
    return [{ from: row(bottom + height), to: row(bottom) }];
  });
}

/** The tiles that make the picture of a capture. */
export function tilesOfCapture({ record, bytes }: Captured): readonly LayerTile[] {
  return record.artifacts
    .filter(({ role }) => role === 'screenshot-tile')
    .map(({ name, x = 0, y = 0, width = 0, height = 0 }) => ({ png: bytes(name), x, y, width, height }));
}

/** The picture that tiles make together. */
export async function rasterOf(tiles: readonly LayerTile[]): Promise<InkPicture> {
  const width = Math.max(...tiles.map((tile) => tile.x + tile.width));
  const height = Math.max(...tiles.map((tile) => tile.y + tile.height));
  const data = new Uint8Array(width * height * 3);
  for (const tile of tiles) {
    const raw = await sharp(tile.png).removeAlpha().raw().toBuffer();
    for (let row = 0; row < tile.height; row++)
      data.set(raw.subarray(row * tile.width * 3, (row + 1) * tile.width * 3), ((tile.y + row) * width + tile.x) * 3);
  }
  return { data, width, height };
}

/** The tiles that a page draws, by the bytes of its pictures. */
function drawnOn(page: PDFPage, byPixels: ReadonlyMap<string, LayerTile>): readonly DrawnTile[] {
  const pictures = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  const content = contentOf(page);
  const drawing = /q ([\d.-]+) 0 0 ([\d.-]+) ([\d.-]+) ([\d.-]+) cm \/(\w+) Do Q/g;
  return [...content.matchAll(drawing)].flatMap(([, width, height, x, y, name = '']) => {
    const stream = pictures?.lookup(PDFName.of(name));
    const tile = stream instanceof PDFRawStream ? byPixels.get(hashOf(stream.getContents())) : undefined;
    return tile ? [{ tile, x: Number(x), y: Number(y), width: Number(width), height: Number(height) }] : [];
  });
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((one) => page.doc.context.lookup(one)) : [contents];
  return streams
    .flatMap((one) =>
      one instanceof PDFRawStream ? [Buffer.from(decodePDFRawStream(one).decode()).toString('latin1')] : [],
    )
    .join('\n');
}
