import { inflateSync } from 'node:zlib';
import { PDFArray, PDFName, type PDFStream } from '@cantoo/pdf-lib';
import { Unzlib, zlibSync } from 'fflate';

/** A stream that unpacks to more than this is a bomb for whoever opens the bundle. */
const mostUnpacked = 512 << 20;
/** Broken data is read in small pieces, so that nothing before the fault is lost. */
const piece = 512;

/**
 * A stream's bytes as they may stand in our file. Packed data that breaks off or is damaged is packed again as far as
 * it can be read, which is what viewers show of it: a bundle holds no broken stream.
 *
 * @throws {Error} where it unpacks to more than anybody should have to hold
 */
export function soundContents(stream: PDFStream): Readonly<{ contents: Uint8Array; damaged: boolean }> {
  const contents = stream.getContents();
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const first = filter instanceof PDFArray && filter.size() > 0 ? filter.lookup(0) : filter;
  if (first !== PDFName.of('FlateDecode') && first !== PDFName.of('Fl')) return { contents, damaged: false };
  try {
    inflateSync(contents, { maxOutputLength: mostUnpacked });
    return { contents, damaged: false };
  } catch (error) {
    if (error instanceof RangeError) throw tooMuch();
    return { contents: zlibSync(readable(contents), { level: 6 }), damaged: true };
  }
}

const tooMuch = () => new Error(`a stream that unpacks to more than ${mostUnpacked} bytes`);

function readable(contents: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const unpack = new Unzlib((part) => {
    parts.push(part.slice());
    bytes += part.length;
  });
  try {
    for (let at = 0; at < contents.length && bytes <= mostUnpacked; at += piece)
      unpack.push(contents.subarray(at, at + piece), at + piece >= contents.length);
  } catch {
    // as far as it can be read
  }
  if (bytes > mostUnpacked) throw tooMuch();
  return Buffer.concat(parts, bytes);
}
