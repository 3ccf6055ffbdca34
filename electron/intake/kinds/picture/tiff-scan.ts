import { WindowedFile } from './windowed-file.ts';

/** What the first picture of a TIFF is, by its own directory (TIFF 6.0 §2; DNG 1.7). */
export type TiffScan = Readonly<{
  /** It is a small stand-in: a camera's raw file holds its photo elsewhere. */
  preview: boolean;
  /** Its samples mean colours that no decoder here reads as they are meant; named as the format names them. */
  unread: 'YCbCr' | 'signed' | 'raw' | null;
}>;

const tags = {
  subfile: 254,
  compression: 259,
  photometric: 262,
  subDirectories: 330,
  format: 339,
  dng: 50_706,
} as const;
const mostEntries = 1_000;

/** @returns null where there is no classic TIFF directory to go by */
export async function scanTiff(path: string): Promise<TiffScan | null> {
  return WindowedFile.reading(path, async (file) => {
    const head = Buffer.from(await file.at(0, 8));
    const order = head.toString('latin1', 0, 2);
    if (head.length < 8 || (order !== 'II' && order !== 'MM')) return null;
    const little = order === 'II';
    const u16 = (bytes: Buffer, at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
    const u32 = (bytes: Buffer, at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
    if (u16(head, 2) !== 42) return null;
    const start = u32(head, 4);
    const counted = await file.at(start, 2);
    if (counted.length < 2) return null;
    const entries = Buffer.from(await file.at(start + 2, Math.min(u16(counted, 0), mostEntries) * 12));
    const values = new Map<number, number>();
    for (let at = 0; at + 12 <= entries.length; at += 12) {
      const short = u16(entries, at + 2) === 3; // a value of two bytes stands in the first two of the four
      values.set(u16(entries, at), short ? u16(entries, at + 8) : u32(entries, at + 8));
    }
    return meaning(values);
  });
}

function meaning(values: ReadonlyMap<number, number>): TiffScan {
  const of = (tag: number): number => values.get(tag) ?? 0;
  const jpeg = of(tags.compression) === 6 || of(tags.compression) === 7; // libtiff turns its colours itself
  const photometric = of(tags.photometric);
  const unread =
    photometric === 32_803 || photometric === 34_892
      ? 'raw'
      : photometric === 6 && !jpeg
        ? 'YCbCr'
        : of(tags.format) === 2
          ? 'signed'
          : null;
  const raw = values.has(tags.dng) || values.has(tags.subDirectories);
  return { preview: (of(tags.subfile) & 1) === 1 && raw, unread };
}
