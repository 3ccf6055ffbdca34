import { maskedText } from '../../../shared/redaction/masked-record.ts';
import { saysAny } from '../../../shared/redaction/same-words.ts';
import { bytesAtHand, bytesOfFile, windowsOf, type HeldBytes } from './held-bytes.ts';
import { wantedOf, type SoughtWords } from './needles.ts';
import { byteOrderOf, bytesSay, textSays } from './say-words.ts';
import { partsOfPdf } from './search-pdf.ts';
import { fullAllowance, unpackedPieces, unpackedWhole, Unsearchable, type Allowance } from './unpack.ts';
import { membersOf } from './zip-members.ts';

/** A file that would go out: its name there, and where its bytes are. */
export type OutgoingFile = Readonly<{ name: string }> &
  (Readonly<{ path: string }> | Readonly<{ content: Uint8Array }>);

/**
 * Where words were found, which are not repeated: the file, its number among those that were given, and what of it.
 * `part` is `#12` for object 12 of a PDF,
 * `!/word/document.xml` for a member of a ZIP, both where one holds the other; empty for the file as such.
 */
export type LeakSpot = Readonly<{ index: number; file: string; part: string; pdfObject: number | null }>;

export type Leaks = Readonly<{
  found: readonly LeakSpot[];
  /** What is locked, damaged, packed in a way that is not read, or too large when it is unpacked. */
  unsearched: readonly LeakSpot[];
  /** How many of the words are too short to be looked for. */
  short: number;
}>;

/** Files in files in files; more is taken to hide something. */
const deepest = 6;
/** Places that are named; one is enough to stop. */
const mostSpots = 100;

/**
 * Looks for words in every byte of some files: as they are written in UTF-8, UTF-16, GBK, percent-encoding, hexadecimal
 * figures, base64, entities and escapes; inside ZIP, gzip and PDF, there by the fonts' own maps. Pixels are not read. Files
 * are read in pieces, and nothing is unpacked without end.
 *
 * @throws {NotRegular} or a system error where a file cannot be read; the signal's reason when cancelled
 */
export async function findLeaks(
  files: readonly OutgoingFile[],
  words: readonly string[],
  signal: AbortSignal,
): Promise<Leaks> {
  const wanted = wantedOf(words);
  const search = new Search(wanted, signal);
  if (wanted.words.length > 0) for (const [index, file] of files.entries()) await search.file(file, index);
  return { ...search.spots, short: wanted.short };
}

class Search {
  readonly spots = { found: [] as LeakSpot[], unsearched: [] as LeakSpot[] };
  readonly #wanted: SoughtWords;
  readonly #signal: AbortSignal;

  constructor(wanted: SoughtWords, signal: AbortSignal) {
    this.#wanted = wanted;
    this.#signal = signal;
  }

  async file(file: OutgoingFile, index: number): Promise<void> {
    const spot: LeakSpot = { index, file: maskedText(file.name, this.#wanted.words, '…'), part: '', pdfObject: null };
    if (saysAny(file.name, this.#wanted.words)) this.#note('found', spot);
    if ('content' in file) {
      await this.#within(bytesAtHand(file.content), spot, fullAllowance(), 0);
      return;
    }
    const bytes = bytesOfFile(file.path);
    try {
      await this.#within(bytes, spot, fullAllowance(), 0);
    } finally {
      bytes.close();
    }
  }

  async #within(bytes: HeldBytes, spot: LeakSpot, allowance: Allowance, depth: number): Promise<void> {
    await this.#windows(bytes, spot);
    const kind = kindOf(bytes.read(0, 1_024));
    if (kind === null) return;
    if (depth >= deepest) {
      this.#note('unsearched', spot);
      return;
    }
    try {
      if (kind === 'pdf') await this.#pdf(bytes, spot, allowance, depth);
      else if (kind === 'zip') await this.#zip(bytes, spot, allowance, depth);
      else await this.#packed(bytes, 'gzip', { ...spot, part: `${spot.part}!` }, allowance, depth);
    } catch (error) {
      if (!(error instanceof Unsearchable)) throw error;
      this.#note('unsearched', spot);
    }
  }

  async #windows(bytes: HeldBytes, spot: LeakSpot): Promise<void> {
    const order = byteOrderOf(bytes.read(0, 2));
    for (const window of windowsOf(bytes)) {
      await this.#breathe();
      if (!bytesSay(window, this.#wanted, order)) continue;
      this.#note('found', spot);
      return;
    }
  }

  async #pdf(bytes: HeldBytes, spot: LeakSpot, allowance: Allowance, depth: number): Promise<void> {
    for (const part of partsOfPdf(bytes, allowance)) {
      await this.#breathe();
      const { number: pdfObject } = part;
      const own = { ...spot, part: `${spot.part}#${pdfObject}`, pdfObject: spot.part === '' ? pdfObject : null };
      if (part.is === 'unsearchable') this.#note('unsearched', own);
      else if (part.is === 'file') await this.#within(bytesAtHand(part.bytes), own, allowance, depth + 1);
      else if (part.is === 'text' ? this.#anySays(part.texts) : bytesSay(part.bytes, this.#wanted))
        this.#note('found', own);
    }
  }

  #anySays(texts: Iterable<string>): boolean {
    for (const text of texts) if (textSays(text, this.#wanted)) return true;
    return false;
  }

  async #zip(bytes: HeldBytes, spot: LeakSpot, allowance: Allowance, depth: number): Promise<void> {
    for (const { name, packed, way } of membersOf(bytes)) {
      await this.#breathe();
      const own = { ...spot, part: `${spot.part}!/${maskedText(name, this.#wanted.words, '…')}` };
      if (saysAny(name, this.#wanted.words)) this.#note('found', own);
      if (way === 'stored') await this.#within(packed, own, allowance, depth + 1);
      else if (way === 'raw') await this.#packed(packed, 'raw', own, allowance, depth);
      else this.#note('unsearched', own);
    }
  }

  /** What is packed: piece after piece; what has an inside of its own, as a whole. */
  async #packed(
    packed: HeldBytes,
    way: 'gzip' | 'raw',
    spot: LeakSpot,
    allowance: Allowance,
    depth: number,
  ): Promise<void> {
    let before = Buffer.alloc(0);
    let last = Buffer.alloc(0);
    let order: ReturnType<typeof byteOrderOf> = null;
    let first = true;
    let found = false;
    for await (const piece of unpackedPieces(packed, way, allowance)) {
      await this.#breathe();
      if (first && kindOf(piece) !== null) {
        allowance.left += piece.length;
        return this.#within(bytesAtHand(await unpackedWhole(packed, way, allowance)), spot, allowance, depth + 1);
      }
      if (first) order = byteOrderOf(piece);
      first = false;
      const window = Buffer.concat([before, piece]);
      // What unpacks to the same over and over is searched once.
      if (!window.equals(last)) found ||= bytesSay(window, this.#wanted, order);
      last = window;
      before = Buffer.from(window.subarray(Math.max(0, (window.length - sharedLength) & ~1)));
    }
    if (found) this.#note('found', spot);
  }

  #note(what: 'found' | 'unsearched', spot: LeakSpot): void {
    const list = this.spots[what];
    const isThere = list.some(({ index, part }) => index === spot.index && part === spot.part);
    if (!isThere && list.length < mostSpots) list.push(spot);
  }

  async #breathe(): Promise<void> {
    await new Promise(setImmediate);
    this.#signal.throwIfAborted();
  }
}

const sharedLength = 16 << 10;

function kindOf(head: Buffer): 'zip' | 'gzip' | 'pdf' | null {
  if (head.includes('%PDF-', 0, 'latin1')) return 'pdf';
  if (head.length >= 4 && head.readUInt32LE(0) === 0x04034b50) return 'zip';
  return head.length >= 3 && head[0] === 0x1f && head[1] === 0x8b && head[2] === 8 ? 'gzip' : null;
}
