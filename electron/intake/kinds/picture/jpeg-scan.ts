import { WindowedFile } from './windowed-file.ts';

/** What a JPEG's marker segments say (ITU-T T.81 Annex B). */
export type JpegScan = Readonly<{
  width: number;
  height: number;
  precision: number;
  components: number;
  /** Start-of-frame number: 0 and 1 sequential, 2 progressive; others do not go into a PDF (ISO 32000-1 §7.4.8). */
  frame: number;
  /** Component ids that spell R, G, B without an Adobe segment: readers disagree whether it is RGB or YCbCr. */
  doubtfulColour: boolean;
  /** Whether the file's last marker before any foreign bytes is an end of image. */
  ends: boolean;
  /** Bytes after the end of the picture: a motion photo's film, a second picture. */
  trailing: number;
}>;

/** Frames, from DHT (0xC4), JPG (0xC8) and DAC (0xCC) told apart. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const readLength = 1_048_576;
/** A progressive JPEG has some dozens; a file full of fill bytes must not keep us busy. */
const mostSegments = 100_000;

/** @returns null when there is no frame header to go by */
export async function scanJpeg(path: string): Promise<JpegScan | null> {
  return WindowedFile.reading(path, scanSegments);
}

async function scanSegments(file: WindowedFile): Promise<JpegScan | null> {
  const { bytes } = file;
  let frame: Pick<JpegScan, 'width' | 'height' | 'precision' | 'components' | 'frame'> | null = null;
  let ids = '';
  let adobe = false;
  let offset = 2;
  let end: number | null = null;
  for (let count = 0; offset < bytes && count < mostSegments; count += 1) {
    const head = await file.at(offset, 4);
    if (head.length < 2 || head[0] !== 0xff) break;
    const marker = head[1] ?? 0;
    if (marker === 0xff) {
      offset += 1; // fill byte
      continue;
    }
    if (marker === 0xd9) {
      end = offset + 2;
      break;
    }
    if (head.length < 4) break;
    const length = head.readUInt16BE(2);
    const segment = await file.at(offset + 4, length - 2);
    if (length < 2 || segment.length < length - 2) break;
    if (isFrame(marker) && frame === null && segment.length >= 6) {
      frame = {
        precision: segment.readUInt8(0),
        height: segment.readUInt16BE(1),
        width: segment.readUInt16BE(3),
        components: segment.readUInt8(5),
        frame: marker - 0xc0,
      };
      ids = Array.from({ length: frame.components }, (_, one) => segment[6 + one * 3] ?? 0)
        .map((id) => String.fromCharCode(id))
        .join('');
    }
    if (marker === 0xee && segment.toString('latin1', 0, 5) === 'Adobe') adobe = true;
    offset += 2 + length;
    if (marker === 0xda) offset = await afterScan(offset, file);
  }
  if (frame === null) return null;
  return {
    ...frame,
    doubtfulColour: ids === 'RGB' && !adobe,
    ends: end !== null,
    trailing: end === null ? 0 : bytes - end,
  };
}

/** Skips entropy-coded data: up to the next marker that is neither a stuffed zero nor a restart (T.81 §B.1.1.5). */
async function afterScan(from: number, file: WindowedFile): Promise<number> {
  for (let base = from; base < file.bytes;) {
    const piece = await file.at(base, readLength);
    for (let found = piece.indexOf(0xff); found !== -1; found = piece.indexOf(0xff, found + 1)) {
      const next = piece[found + 1];
      if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return base + found;
    }
    base += Math.max(1, piece.length - 1); // the last byte again: it may begin a marker
  }
  return file.bytes;
}
