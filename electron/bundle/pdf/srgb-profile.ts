/**
 * The sRGB colour space as an ICC profile (ICC.1:2022, version 4 matrix/TRC display profile), made here so that no file
 * of uncertain licence travels in a bundle. Numbers: IEC 61966-2-1, adapted to D50 by the Bradford transform.
 */
export function srgbProfile(): Uint8Array {
  const curve = parametricCurve([2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]);
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', localised('sRGB IEC61966-2-1')],
    ['cprt', localised('Public domain')],
    ['wtpt', numbers('XYZ ', [0.9642, 1, 0.8249])],
    ['chad', numbers('sf32', [1.04788, 0.02292, -0.05022, 0.0296, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168])],
    ['rXYZ', numbers('XYZ ', [0.43607, 0.22249, 0.01392])],
    ['gXYZ', numbers('XYZ ', [0.38515, 0.71687, 0.09708])],
    ['bXYZ', numbers('XYZ ', [0.14307, 0.06061, 0.7141])],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  let at = 128 + table.length;
  const offsets = new Map<Buffer, number>(); // the three curves are one
  tags.forEach(([name, data], index) => {
    const start = offsets.get(data) ?? at;
    if (!offsets.has(data)) at += data.length;
    offsets.set(data, start);
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(start, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
  });
  return Buffer.concat([header(at), table, ...offsets.keys()]);
}

/** §7.2: version 4.3, display device, RGB to XYZ, perceptual; a fixed date, since the profile never changes. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04300000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  [2026, 1, 1, 0, 0, 0].forEach((part, index) => bytes.writeUInt16BE(part, 24 + index * 2));
  bytes.write('acsp', 36, 'latin1');
  [0.9642, 1, 0.8249].forEach((value, index) => bytes.writeInt32BE(fixed(value), 68 + index * 4));
  return bytes;
}

const fixed = (value: number): number => Math.round(value * 65_536);

/** `XYZ ` and `sf32` alike: numbers with 16 binary places. */
function numbers(type: string, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + values.length * 4);
  bytes.write(type, 0, 'latin1');
  values.forEach((value, index) => bytes.writeInt32BE(fixed(value), 8 + index * 4));
  return bytes;
}

/** §10.18, function type 3: (a·x + b)^g above d, c·x below. */
function parametricCurve(parameters: readonly number[]): Buffer {
  const bytes = numbers('para', [0, ...parameters]);
  bytes.writeUInt16BE(3, 8);
  return bytes;
}

/** §10.15, one language. Filled up to a multiple of four bytes. */
function localised(text: string): Buffer {
  const words = Buffer.from(text, 'utf16le').swap16();
  const bytes = Buffer.alloc(28 + Math.ceil(words.length / 4) * 4);
  bytes.write('mluc', 0, 'latin1');
  [1, 12].forEach((value, index) => bytes.writeUInt32BE(value, 8 + index * 4));
  bytes.write('enUS', 16, 'latin1');
  bytes.writeUInt32BE(words.length, 20);
  bytes.writeUInt32BE(28, 24);
  words.copy(bytes, 28);
  return bytes;
}
