/** What a camera or phone wrote into its picture: EXIF, a TIFF structure (CIPA DC-008, TIFF 6.0). */
export type ExifFacts = Readonly<{
  /** Tag name → its text, as the file has it. */
  texts: readonly (readonly [name: string, value: string])[];
  /** 1 to 8; 1 where the file says nothing or nonsense. */
  orientation: number;
  /** Whether a position is stored. Only its presence is told: the place itself may be nobody's business. */
  position: boolean;
}>;

const textTags: Readonly<Record<number, string>> = {
  0x010f: 'Make',
  0x0110: 'Model',
  0x0131: 'Software',
  0x0132: 'DateTime',
  0x9003: 'DateTimeOriginal',
  0x9004: 'DateTimeDigitized',
  0x9010: 'OffsetTime',
  0x9011: 'OffsetTimeOriginal',
  0xa420: 'ImageUniqueID',
};
const orientationTag = 0x0112;
const exifFolder = 0x8769;
const gpsFolder = 0x8825;

const mostEntries = 512;
const longestText = 500;

/**
 * Reads the facts that a bundle prints. Hostile input: every offset is checked, no folder is read twice, at most three
 * folders of 512 entries each.
 *
 * @param bytes from the byte-order mark (`II` or `MM`) on; a leading `Exif\0\0` is skipped
 */
export function readExif(bytes: Uint8Array): ExifFacts {
  const found: ExifFacts = { texts: [], orientation: 1, position: false };
  const start = latin(bytes, 0, 6) === 'Exif\0\0' ? 6 : 0;
  const data = bytes.subarray(start);
  const order = latin(data, 0, 2);
  if (data.length < 8 || (order !== 'II' && order !== 'MM')) return found;
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const little = order === 'II';
  if (view.getUint16(2, little) !== 42) return found;

  const texts: [string, string][] = [];
  let orientation = 1;
  let position = false;
  const first = readFolder(view, view.getUint32(4, little), little);
  const pointer = first.find(({ tag }) => tag === exifFolder);
  const second = pointer ? readFolder(view, pointer.value, little) : [];
  for (const entry of [...first, ...second]) {
    const name = textTags[entry.tag];
    if (name !== undefined && entry.type === 2 && !texts.some(([known]) => known === name)) {
      const value = textOf(data, entry);
      if (value !== '') texts.push([name, value]);
    }
    if (entry.tag === orientationTag && entry.type === 3 && entry.short >= 1 && entry.short <= 8) {
      orientation = entry.short;
    }
    if (entry.tag === gpsFolder) {
      // A folder that holds only its version number (tag 0) says no place.
      position = readFolder(view, entry.value, little).some(({ tag }) => tag === 2 || tag === 4);
    }
  }
  return { texts, orientation, position };
}

type Entry = Readonly<{ tag: number; type: number; count: number; value: number; short: number; at: number }>;

function readFolder(view: DataView, offset: number, little: boolean): readonly Entry[] {
  if (offset < 8 || offset + 2 > view.byteLength) return [];
  const entries: Entry[] = [];
  const count = Math.min(view.getUint16(offset, little), mostEntries);
  for (let index = 0; index < count; index += 1) {
    const at = offset + 2 + index * 12;
    if (at + 12 > view.byteLength) break;
    entries.push({
      tag: view.getUint16(at, little),
      type: view.getUint16(at + 2, little),
      count: view.getUint32(at + 4, little),
      value: view.getUint32(at + 8, little),
      short: view.getUint16(at + 8, little),
      at: at + 8,
    });
  }
  return entries;
}

/** An ASCII value: within the entry up to four bytes, else at an offset. Phones also write UTF-8 here. */
function textOf(data: Uint8Array, entry: Entry): string {
  const from = entry.count <= 4 ? entry.at : entry.value;
  const raw = data.subarray(from, from + Math.min(entry.count, longestText));
  const zero = raw.indexOf(0);
  const text = new TextDecoder('utf-8').decode(zero === -1 ? raw : raw.subarray(0, zero)).trim();
  return zero === -1 && entry.count > longestText ? `${text}… [+${entry.count - longestText}]` : text;
}

function latin(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
