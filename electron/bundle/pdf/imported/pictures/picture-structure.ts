type State = 'sound' | 'damaged' | 'lost';

/** Whether JPEG 2000 data (ISO 15444-1 Annex A) reach from their beginning to their end. */
export function jpxDamage(bytes: Uint8Array): State {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = codestreamIn(data);
  if (at === null || at + 4 > data.length || data.readUInt32BE(at) !== 0xff4fff51) return 'lost';
  for (at += 2; at + 4 <= data.length;) {
    const marker = data.readUInt16BE(at);
    if (marker === 0xffd9) return 'sound';
    if (marker !== 0xff90) {
      if (marker < 0xff00) return 'damaged';
      at += 2 + data.readUInt16BE(at + 2);
      continue;
    }
    if (at + 12 > data.length) return 'damaged';
    const length = data.readUInt32BE(at + 6);
    if (length === 0) return data.readUInt16BE(data.length - 2) === 0xffd9 ? 'sound' : 'damaged'; // up to the end
    at += Math.max(12, length);
  }
  return at + 2 === data.length && data.readUInt16BE(at) === 0xffd9 ? 'sound' : 'damaged';
}

/** Where the codestream begins: at once, or in a box of its own (Annex I). */
function codestreamIn(data: Buffer): number | null {
  if (data.length < 12) return null;
  if (data.readUInt16BE(0) === 0xff4f) return 0;
  for (let at = 0; at + 8 <= data.length;) {
    const length = data.readUInt32BE(at);
    const head = length === 1 ? 16 : 8;
    if (data.toString('latin1', at + 4, at + 8) === 'jp2c') return at + head;
    const whole = length === 1 ? Number(data.readBigUInt64BE(at + 8)) : length;
    if (whole < head) return null;
    at += whole;
  }
  return null;
}

const regions = new Set([4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43]);
const pageInformation = 48;
const immediateGeneric = new Set([38, 39]);

/** Whether the segments of embedded JBIG2 data (ISO 14492 §7.2) reach to their ends. */
export function jbig2Damage(bytes: Uint8Array): State {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let [page, drawn] = [false, false];
  for (let at = 0; at < data.length;) {
    if (at + 11 > data.length) return page ? 'damaged' : 'lost';
    const number = data.readUInt32BE(at);
    const flags = data.readUInt8(at + 4);
    const short = data.readUInt8(at + 5) >> 5;
    const refers = short < 7 ? short : data.readUInt32BE(at + 5) & 0x1fffffff;
    at += 5 + (short < 7 ? 1 : 4 + Math.ceil((refers + 1) / 8));
    at += refers * (number <= 256 ? 1 : number <= 65_536 ? 2 : 4) + (flags & 0x40 ? 4 : 1);
    if (at + 4 > data.length) return page ? 'damaged' : 'lost';
    const length = data.readUInt32BE(at);
    at += 4;
    const kind = flags & 0x3f;
    if (kind === pageInformation) page = true;
    if (regions.has(kind)) drawn = true;
    if (length === 0xffffffff && immediateGeneric.has(kind)) return page ? 'sound' : 'lost'; // it ends where it ends
    at += length;
    if (at > data.length) return page ? 'damaged' : 'lost';
  }
  return page && drawn ? 'sound' : 'lost';
}

const endOfJpeg = Uint8Array.of(0xff, 0xd9);
/** Markers without a segment behind them: a byte of data, restarts (ISO 10918-1 Table B.1). */
const alone = (marker: number): boolean => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * A JPEG from its first marker to an end. Viewers pass over what stands before it; a segment that breaks off would take the
 * end that is set here for its own bytes, and is left out.
 *
 * @returns null where no picture begins in it, whatever else it may be
 */
export function wholeJpeg(bytes: Uint8Array): Uint8Array | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = data.indexOf(Uint8Array.of(0xff, 0xd8, 0xff));
  if (start < 0) return null;
  let scans = 0;
  let end = data.length;
  for (let at = data.indexOf(0xff, start + 2); at >= 0; at = data.indexOf(0xff, at)) {
    const marker = data[at + 1];
    if (marker === 0xd9) return scans > 0 ? data.subarray(start) : null;
    if (marker === 0xff || (marker !== undefined && alone(marker))) at += marker === 0xff ? 1 : 2;
    else {
      const next = at + 4 > data.length ? Infinity : at + 2 + data.readUInt16BE(at + 2);
      if (next > data.length) {
        end = at;
        break;
      }
      if (marker === 0xda) scans += 1;
      at = next;
    }
  }
  return scans > 0 ? Buffer.concat([data.subarray(start, end), endOfJpeg]) : null;
}
