import { createHash } from 'node:crypto';
import { closeSync, fstatSync, readSync } from 'node:fs';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { ManifestImage } from '../../../shared/verify/package/manifest.ts';
import { jpegDescription, jpegHeadSize, pngDescription } from '../../../shared/verify/pdf/image-dictionary.ts';
import { mostBesidePixels, toBase64 } from '../../../shared/verify/pdf/png-recipe.ts';
import { refText, type PdfSink, type Ref } from './sink.ts';
import { openRegular } from '../../casefile/files/regular-file.ts';

/** A picture file of the case, as its record names it. */
export type PictureFile = Readonly<{ path: string; sha256: string; mediaType: string }>;

/** Measured: larger pieces copy no faster. */
export const copyBufferSize = 1 << 20;

/**
 * Writes a picture into the PDF without decoding it: PNG pixels keep their own compression and predictors (FlateDecode,
 * Predictor 15), JPEG its own coding. The source is hashed while it is copied.
 *
 * @param buffer room to copy through, the same for all pictures of a bundle; a new one each would pile up
 * @returns how a verifier makes the original file again from the PDF
 * @throws {FascicleError} `source-changed` where the file is not what its record says
 */
export function embedPicture(sink: PdfSink, ref: Ref, picture: PictureFile, buffer: Buffer): ManifestImage {
  const source = new HashedFile(picture, buffer);
  try {
    const image =
      picture.mediaType === 'image/jpeg' ? embedJpeg(sink, ref, picture, source) : embedPng(sink, ref, picture, source);
    source.finish();
    return image;
  } finally {
    source.close();
  }
}

/** `IDAT` and `IEND`, as the numbers that their letters are. */
const [pixels, end] = [0x49444154, 0x49454e44];

function embedPng(sink: PdfSink, ref: Ref, { sha256 }: PictureFile, source: HashedFile): ManifestImage {
  if (source.take(8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw source.changed();
  const before: Buffer[] = [];
  const after: Buffer[] = [];
  const sizes: [number, number][] = [];
  const length = sink.allocate();
  let bytes = 0;
  let open = false;
  for (;;) {
    const size = source.number();
    const type = source.number();
    if (type !== pixels) {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(type, head.writeUInt32BE(size));
      (open ? after : before).push(Buffer.concat([head, source.take(size), source.take(4)]));
      if (type === end) break;
      continue;
    }
    if (after.length > 0) throw source.changed(); // pixels in two runs: no recipe brings them back
    if (!open) {
      sink.openStream(ref, `${descriptionOf(before[0], source)} /Length ${refText(length)}`);
      open = true;
    }
    source.copy(size, sink);
    source.skip(4); // its checksum; computed again when the file is rebuilt
    bytes += size;
    const last = sizes.at(-1);
    if (last?.[0] === size) last[1] += 1;
    else sizes.push([size, 1]);
  }
  if (!open) throw source.changed();
  sink.closeStream();
  sink.object(length, String(bytes));
  const recipe = { before: toBase64(Buffer.concat(before)), sizes, after: toBase64(Buffer.concat(after)) };
  return { sha256, object: ref, kind: 'png', recipe };
}

/** The description of a PNG that passes through. Intake converts all others. */
function descriptionOf(header: Buffer | undefined, source: HashedFile): string {
  const isHeader = header?.toString('latin1', 4, 8) === 'IHDR';
  const description = isHeader ? pngDescription(header.subarray(8, -4)) : null; // between its type and its checksum
  if (description === null) throw source.changed();
  return description;
}

function embedJpeg(sink: PdfSink, ref: Ref, { sha256, path }: PictureFile, source: HashedFile): ManifestImage {
  const { head, size } = beginningOf(path);
  const description = jpegDescription(head);
  if (description === null) throw source.changed();
  sink.openStream(ref, `${description} /Length ${size}`);
  source.copy(size, sink);
  sink.closeStream();
  return { sha256, object: ref, kind: 'jpeg' };
}

function beginningOf(path: string): Readonly<{ head: Buffer; size: number }> {
  const fd = openRegular(path);
  try {
    const { size } = fstatSync(fd);
    const head = Buffer.alloc(Math.min(size, jpegHeadSize));
    return { head: head.subarray(0, readSync(fd, head, 0, head.length, 0)), size };
  } finally {
    closeSync(fd);
  }
}

/** A file read once from front to back and hashed on the way. */
class HashedFile {
  readonly #file: PictureFile;
  readonly #fd: number;
  readonly #hash = createHash('sha256');
  readonly #buffer: Buffer;
  #start = 0;
  #end = 0;

  constructor(file: PictureFile, buffer: Buffer) {
    this.#file = file;
    this.#buffer = buffer;
    try {
      this.#fd = openRegular(file.path);
    } catch (error) {
      throw new FascicleError('object-missing', { sha256: file.sha256 }, error);
    }
  }

  /** The next four bytes as a number. A picture has some hundred pieces: nothing is made for each of them. */
  number(): number {
    if (this.#end - this.#start < 4) return this.take(4).readUInt32BE(0);
    const number = this.#buffer.readUInt32BE(this.#start);
    this.#start += 4;
    return number;
  }

  /** The next bytes; a few kilobytes as a rule. */
  take(bytes: number): Buffer {
    if (bytes > mostBesidePixels) throw this.changed(); // intake converts such a picture
    const taken = Buffer.allocUnsafe(bytes); // filled, or thrown away
    for (let at = 0; at < bytes;) {
      const count = this.#there(bytes - at);
      this.#buffer.copy(taken, at, this.#start, this.#start + count);
      this.#start += count;
      at += count;
    }
    return taken;
  }

  /** Passes over bytes, which are hashed as well. */
  skip(bytes: number): void {
    for (let left = bytes; left > 0;) {
      const count = this.#there(left);
      this.#start += count;
      left -= count;
    }
  }

  copy(bytes: number, sink: PdfSink): void {
    for (let left = bytes; left > 0;) {
      const count = this.#there(left);
      sink.writePart(this.#buffer, this.#start, this.#start + count);
      this.#start += count;
      left -= count;
    }
  }

  /** @throws {FascicleError} `source-changed` */
  finish(): void {
    if (this.#fill() > 0 || this.#hash.digest('hex') !== this.#file.sha256) throw this.changed();
  }

  close(): void {
    closeSync(this.#fd);
  }

  changed(): FascicleError {
    return new FascicleError('source-changed', { sha256: this.#file.sha256 });
  }

  /** @returns how many of so many bytes are at hand, at least one */
  #there(most: number): number {
    if (this.#start === this.#end && this.#fill() === 0) throw this.changed();
    return Math.min(this.#end - this.#start, most);
  }

  #fill(): number {
    if (this.#start < this.#end) return this.#end - this.#start;
    this.#start = 0;
    this.#end = readSync(this.#fd, this.#buffer, 0, this.#buffer.length, null);
    this.#hash.update(this.#buffer.subarray(0, this.#end));
    return this.#end;
  }
}
