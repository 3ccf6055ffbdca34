import { closeSync, fstatSync, fsync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { deflated } from './deflate.ts';
import { writeFully } from '../../casefile/files/durable.ts';
import { hashHere, type WrittenHash } from './written-hash.ts';

/** A reference to an indirect object: `12 0 R`. */
export type Ref = number & { readonly ref: unique symbol };

export const refText = (ref: Ref): string => `${ref} 0 R`;

/** A whole file; `durable` when it is on the disk, or rejects where the disk refused it. */
export type WrittenPdf = Readonly<{ sha256: string; bytes: number; durable: Promise<void> }>;

/** Writes are gathered into pieces of this size: one system call for many small objects. */
const gather = 1 << 20;
/** The classic cross-reference table has ten digits for an offset (ISO 32000-1 §7.5.4). */
const longestFile = 9_999_999_999;

/**
 * Writes a PDF 1.7 file front to back, one object after another, hashing as it goes: nothing is kept in memory but the
 * offsets. Objects may be numbered before they are written. Same calls, same bytes.
 */
export class PdfSink {
  readonly #fd: number;
  readonly #hash: WrittenHash;
  readonly #offsets: number[] = [0];
  /** One buffer gathers small writes: hashing and writing 4 KiB at a time costs more than the bytes themselves. */
  readonly #buffer = Buffer.allocUnsafe(gather);
  #filled = 0;
  #flushed = 0;
  #at = 0;
  #durable: Promise<void> | null = null;

  /** @param path a file that does not exist yet; the caller renames it when it is whole */
  constructor(path: string, hash: WrittenHash = hashHere()) {
    this.#hash = hash;
    this.#fd = openSync(path, 'wx', 0o600);
    // The second line tells transfer programs that the file is binary (ISO 32000-1 §7.5.2).
    this.write(Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1'));
  }

  allocate(): Ref {
    this.#offsets.push(0);
    return (this.#offsets.length - 1) as Ref; // the only place where a number becomes a reference
  }

  /** Bytes written so far: where the next one lands. */
  get position(): number {
    return this.#at;
  }

  /** An object whose value is given as PDF text. */
  object(ref: Ref, body: string): void {
    this.#begin(ref);
    this.#writeText(`${body}\nendobj\n`);
  }

  /** An object whose value is given as bytes, in pieces: one copied from another PDF. */
  rawObject(ref: Ref, pieces: Iterable<Uint8Array>): void {
    this.#begin(ref);
    for (const piece of pieces) this.write(piece);
    this.write(Buffer.from('\nendobj\n', 'latin1'));
  }

  /** A stream whose bytes are at hand. Packed in one way everywhere: zlib's bytes differ between builds of Node. */
  stream(ref: Ref, dictionary: string, bytes: Uint8Array, pack = true): void {
    const packed = pack ? deflated(bytes) : bytes;
    const filter = pack ? '/Filter /FlateDecode ' : '';
    this.openStream(ref, `${dictionary} ${filter}/Length ${packed.length}`);
    this.write(packed);
    this.closeStream();
  }

  /** Begins a stream whose bytes follow through `write`. `/Length` may be a reference to an object written later. */
  openStream(ref: Ref, dictionary: string): void {
    this.#begin(ref);
    this.write(Buffer.from(`<< ${dictionary} >>\nstream\n`, 'latin1'));
  }

  closeStream(): void {
    this.write(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  }

  write(bytes: Uint8Array): void {
    this.writePart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length);
  }

  /** Bytes from one offset to another: a view of their own for each of a picture's pieces is work for the collector. */
  writePart(bytes: Buffer, begin: number, end: number): void {
    this.#at += end - begin;
    for (let from = begin; from < end;) {
      const count = Math.min(end - from, gather - this.#filled);
      bytes.copy(this.#buffer, this.#filled, from, from + count);
      this.#filled += count;
      from += count;
      if (this.#filled === gather) this.#flush();
    }
  }

  /**
   * Cross-reference table and trailer; the file is then whole, and is being made durable while it can be read.
   * @param id 32 hexadecimal digits, from the content
   */
  async finish(root: Ref, info: Ref, id: string): Promise<WrittenPdf> {
    if (this.#at > longestFile) throw new Error('a PDF beyond 10 GB cannot hold its offsets; build volumes');
    const missing = this.#offsets.findIndex((offset, number) => number > 0 && offset === 0);
    if (missing > 0) throw new Error(`object ${missing} was numbered but never written`);
    const start = this.#at;
    const lines = this.#offsets.map((offset, number) =>
      number === 0 ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
    );
    const size = this.#offsets.length;
    const trailer = `trailer\n<< /Size ${size} /Root ${refText(root)} /Info ${refText(info)} /ID [<${id}> <${id}>] >>`;
    this.write(Buffer.from(`xref\n0 ${size}\n${lines.join('')}${trailer}\nstartxref\n${start}\n%%EOF\n`, 'latin1'));
    this.#flush();
    if (fstatSync(this.#fd).size !== this.#at)
      throw new Error(`only ${fstatSync(this.#fd).size} of ${this.#at} bytes were written`);
    const sha256 = this.#hash.digest(this.#at);
    const durable = promisify(fsync)(this.#fd).finally(() => {
      closeSync(this.#fd);
    });
    durable.catch(() => undefined); // whoever waits for it hears of it; nobody may be left to wait
    this.#durable = durable;
    return { sha256: await sha256, bytes: this.#at, durable };
  }

  /** Gives up: the half file is the caller's to remove. */
  async abandon(): Promise<void> {
    if (this.#durable === null) closeSync(this.#fd);
    else await this.#durable.catch(() => undefined); // closed then
  }

  #begin(ref: Ref): void {
    if (this.#offsets[ref] !== 0) throw new Error(`object ${ref} is written twice`);
    this.#offsets[ref] = this.#at;
    this.#writeText(`${ref} 0 obj\n`);
  }

  /** A text of which each character is a byte: most objects are short, and go right where they are gathered. */
  #writeText(text: string): void {
    if (this.#filled + text.length >= gather) {
      this.write(Buffer.from(text, 'latin1'));
      return;
    }
    this.#buffer.write(text, this.#filled, 'latin1');
    this.#filled += text.length;
    this.#at += text.length;
  }

  #flush(): void {
    const bytes = this.#buffer.subarray(0, this.#filled);
    writeFully(this.#fd, bytes);
    this.#flushed += bytes.length;
    this.#hash.wrote(bytes, this.#flushed);
    this.#filled = 0;
  }
}

/** A number as PDF writes it: at most three decimals, no exponent, no trailing zeros. */
export function num(value: number): string {
  const rounded = Math.round(value * 1_000) / 1_000;
  return rounded === 0 ? '0' : String(rounded); // -0 too; a page asks a thousand times, and `toFixed` takes four times as long
}

/** A text string as PDF writes it: UTF-16BE with its mark, in hexadecimal. */
export function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
