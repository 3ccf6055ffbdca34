/**
 * How a picture is described in the PDF. One text for the writer and the verifier: a picture whose bytes are whole could
 * still be shown inverted, squeezed or in other colours by its description alone.
 */

/**
 * Describes a PNG that passes through: 8 bits, RGB or gray, not interlaced; its IDAT data are the stream as they are
 * (FlateDecode with PNG predictors, ISO 32000-1 §7.4.4.4).
 *
 * @param header the IHDR chunk's 13 bytes (PNG §11.2.2)
 * @returns PDF text without `/Length`, or null where it cannot pass through
 */
export function pngDescription(header: Uint8Array): string | null {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length !== 13) return null;
  const [depth, colour, , , interlace] = header.subarray(8);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  if (depth !== 8 || (colour !== 2 && colour !== 0) || interlace !== 0 || width === 0 || height === 0) return null;
  const colours = colour === 2 ? 3 : 1;
  return (
    `${common(width, height, colours)} /Filter /FlateDecode ` +
    `/DecodeParms << /Predictor 15 /Colors ${colours} /BitsPerComponent 8 /Columns ${width} >>`
  );
}

/**
 * Describes a JPEG: gray or three colours, sequential or progressive. Intake converts all others.
 *
 * @param head the file's beginning, long enough to hold its frame header
 * @returns PDF text without `/Length`, or null where it cannot pass through
 */
export function jpegDescription(head: Uint8Array): string | null {
  const byte = (at: number) => head[at] ?? 0;
  const two = (at: number) => (byte(at) << 8) | byte(at + 1);
  if (two(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < head.length && byte(at) === 0xff;) {
    const marker = byte(at + 1);
    if (marker >= 0xc0 && marker <= 0xc2) {
      // Frame header (ITU-T T.81 §B.2.2): length, precision, height, width, number of components.
      const [precision, height, width, colours] = [byte(at + 4), two(at + 5), two(at + 7), byte(at + 9)];
      const possible = precision === 8 && width > 0 && height > 0 && (colours === 1 || colours === 3);
      return possible ? `${common(width, height, colours)} /Filter /DCTDecode` : null;
    }
    at += marker === 0xff ? 1 : 2 + two(at + 2);
  }
  return null;
}

function common(width: number, height: number, colours: 1 | 3): string {
  const space = colours === 3 ? '/DeviceRGB' : '/DeviceGray';
  return `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace ${space}`;
}

/** Bytes of a JPEG that hold its frame header for certain: EXIF and colour profiles come before it. */
export const jpegHeadSize = 4 << 20;
