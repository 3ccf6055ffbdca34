import { PDFBool, PDFName, PDFNumber, type PDFDict } from '@cantoo/pdf-lib';

/**
 * Fax data (ISO 32000-1 §7.4.6) as a TIFF of one strip, which libtiff unpacks.
 * @returns null for kinds that a TIFF cannot hold: lines without marks between them, or each beginning with a byte
 */
export function faxAsTiff(data: Uint8Array, parms: PDFDict | null, height: number | null): Buffer | null {
  const number = (key: string, otherwise: number) => {
    const value = parms?.lookup(PDFName.of(key));
    return value instanceof PDFNumber ? value.asNumber() : otherwise;
  };
  const kind = number('K', 0);
  const aligned = parms?.lookup(PDFName.of('EncodedByteAlign')) === PDFBool.True;
  // Marks may stand there unsaid: decoders take them always (ISO 32000-1 Table 11). Fill bits may stand before one.
  const marked = parms?.lookup(PDFName.of('EndOfLine')) === PDFBool.True || (data[0] === 0 && (data[1] ?? 0) < 32);
  const rows = height ?? number('Rows', 0);
  if (aligned || rows <= 0 || (kind >= 0 && !marked)) return null;
  const tags: readonly (readonly [tag: number, value: number])[] = [
    [256, number('Columns', 1728)],
    [257, rows],
    [258, 1], // bits
    [259, kind < 0 ? 4 : 3], // packed as group 4 or 3
    [262, 0], // white is 0
    [273, 8], // where the strip begins
    [277, 1],
    [278, rows],
    [279, data.length],
    ...(kind < 0 ? [] : ([[292, kind > 0 ? 1 : 0]] as const)), // lines that follow the one before
  ];
  const directory = 8 + data.length + (data.length % 2);
  const tiff = Buffer.alloc(directory + 2 + tags.length * 12 + 4);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(directory, 4);
  tiff.set(data, 8);
  tiff.writeUInt16LE(tags.length, directory);
  tags.forEach(([tag, value], at) => {
    const from = directory + 2 + at * 12;
    tiff.writeUInt16LE(tag, from);
    tiff.writeUInt16LE(4, from + 2); // a whole number of four bytes
    tiff.writeUInt32LE(1, from + 4);
    tiff.writeUInt32LE(value, from + 8);
  });
  return tiff;
}
