/** One part of a message that holds no parts itself. */
export type MailPart = Readonly<{
  /** As it is declared, lower case: `text/plain`; `text/plain` where nothing is declared (RFC 2045 §5.2). */
  type: string;
  /** Of S/MIME: `enveloped-data`, `signed-data`; else empty. */
  smime: string;
  /** Sent as a file: with a disposition of attachment, or a name, and not to be shown within the text. */
  attached: boolean;
  /** Sent under a name that sealed content has (`smime.p7m`, `winmail.dat`), whatever its type says. */
  namedSealed: boolean;
  /** Nothing but white space in it, before any decoding. */
  blank: boolean;
  /** Its head, field by field, unfolded; bytes as Latin-1. */
  fields: readonly string[];
  /** Where its head begins, and its content begins and ends, in bytes: the line end before a boundary is not content. */
  headFrom: number;
  from: number;
  to: number;
}>;

/** What a message is made of (RFC 2046), told by its lines, without decoding anything. */
export type MailShape = Readonly<{
  parts: readonly MailPart[];
  /** Declared types of parts whose own parts cannot be found: no boundary is named, or none of its lines is there. */
  unfound: readonly string[];
  /** Whether anything may lie outside of these parts: words before the first or behind the last, a head without an end. */
  outside: boolean;
  /** Where the content of a part begins without the empty line that ends its head: offsets in bytes. */
  headless: readonly number[];
}>;

type Open = { readonly boundary: string; readonly type: string; seen: boolean };
type Leaf = Omit<MailPart, 'blank' | 'to'> & { blank: boolean; to: number };

/** Of a head, what its fields say, and what of it lies where. */
type Declared = Omit<MailPart, 'blank' | 'fields' | 'headFrom' | 'from' | 'to'> & Readonly<{ boundary: string | null }>;

const deepest = 100;
const longestLine = 1_000;
const longestField = 200_000;

/** Goes through a message once. Linear, whatever the bytes. */
export function mailShape(bytes: Uint8Array): MailShape {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const walk = new Walk();
  for (let at = 0; at < file.length;) {
    const end = file.indexOf(10, at);
    const next = end === -1 ? file.length : end + 1;
    // A boundary has at most 70 characters: of a line of content that is longer the beginning is enough.
    walk.line(
      file
        .toString('latin1', at, Math.min(next, at + (walk.inHead ? longestField : longestLine)))
        .replace(/[\r\n]+$/, ''),
      at,
      next,
      file,
    );
    at = next;
  }
  return walk.end(file.length);
}

class Walk {
  readonly #parts: Leaf[] = [];
  readonly #unfound: string[] = [];
  readonly #headless: number[] = [];
  readonly #open: Open[] = [];
  #outside = false;
  /** Fields of the head that is being read, unfolded; null within a content. */
  #head: string[] | null = [];
  /** Where a line that is no field stood in this head. */
  #stray: number | null = null;
  /** The head is that of the message itself. */
  #first = true;
  #leaf: Leaf | null = null;
  /** Where the head that is being read begins. */
  #headFrom = 0;

  get inHead(): boolean {
    return this.#head !== null;
  }

  line(line: string, at: number, next: number, file: Buffer): void {
    const opened = line.startsWith('--') ? openedBy(this.#open, line) : -1;
    if (opened >= 0) this.#boundary(opened, line, { end: beforeLine(file, at), next });
    else if (this.#head !== null) this.#headLine(this.#head, line, { at, next });
    else if (line.trim() !== '') {
      if (this.#leaf) this.#leaf.blank = false;
      else this.#outside = true;
    }
  }

  end(length: number): MailShape {
    if (this.#head !== null) {
      this.#outside ||= this.#first; // a body may have been taken for fields
      this.#endHead(this.#head, length);
    }
    if (this.#leaf) this.#leaf.to = length;
    this.#close(0);
    return { parts: this.#parts, unfound: this.#unfound, outside: this.#outside, headless: this.#headless };
  }

  #headLine(head: string[], line: string, { at, next }: Readonly<{ at: number; next: number }>): void {
    if (line.includes('\r')) this.#outside = true; // lines that end in CR alone: a body may lie within a field
    if (line.trim() === '') this.#endHead(head, next);
    else if (/^[ \t]/.test(line) && head.length > 0) head.push(`${head.pop() ?? ''}${line}`);
    else if (/^[!-9;-~]{1,76}[ \t]*:/.test(line)) {
      head.push(line);
      this.#stray = null; // a stray line within a head that goes on
    } else if (!this.#first) this.#stray ??= at;
  }

  /** @param next where what follows the head begins */
  #endHead(head: readonly string[], next: number): void {
    this.#head = null;
    this.#first = false;
    const { boundary, ...part } = declared(head);
    const { type } = part;
    this.#leaf = null;
    if (!type.startsWith('multipart/')) {
      const from = this.#stray ?? next;
      this.#leaf = { ...part, blank: this.#stray === null, fields: head, headFrom: this.#headFrom, from, to: from };
      this.#parts.push(this.#leaf);
    } else if (boundary === null) this.#outside = true;
    else if (boundary === '' || this.#open.length >= deepest) this.#unfound.push(type);
    else this.#open.push({ boundary, type, seen: false });
    if (this.#stray !== null) this.#headless.push(this.#stray);
    this.#stray = null;
  }

  /** @param end where the content before its line ended @param next where what follows its line begins */
  #boundary(opened: number, line: string, { end, next }: Readonly<{ end: number; next: number }>): void {
    if (this.#head !== null) this.#endHead(this.#head, end);
    if (this.#leaf) this.#leaf.to = Math.max(this.#leaf.from, end);
    this.#close(opened + 1);
    const own = this.#open[opened];
    this.#leaf = null;
    if (!own) return;
    own.seen = true;
    if (line.trimEnd() === `--${own.boundary}--`) this.#open.pop();
    else {
      this.#head = [];
      this.#headFrom = next;
    }
  }

  /** Ends what was opened from this depth on. */
  #close(depth: number): void {
    for (const { seen, type } of this.#open.splice(depth)) if (!seen) this.#unfound.push(type);
  }
}

/** The line end before a boundary belongs to the boundary (RFC 2046 §5.1.1). */
function beforeLine(file: Buffer, at: number): number {
  const before = file[at - 1] === 10 ? at - 1 : at;
  return before < at && file[before - 1] === 13 ? before - 1 : before;
}

const openedBy = (open: readonly Open[], line: string): number =>
  open.findLastIndex(({ boundary }) => {
    const rest = line.startsWith(`--${boundary}`) ? line.slice(boundary.length + 2).trimEnd() : null;
    return rest === '' || rest === '--';
  });

/** `boundary`: empty where none is named, null where it is written in pieces (RFC 2231). */
function declared(fields: readonly string[]): Declared {
  const of = (name: string) =>
    fields.find((field) => field.slice(0, field.indexOf(':')).trim().toLowerCase() === name)?.replace(/^[^:]*:/, '') ??
    '';
  const [content, disposition] = [of('content-type'), of('content-disposition')];
  const type = content.split(';')[0]?.trim().toLowerCase() ?? '';
  const boundary = /;\s*boundary\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/i.exec(content);
  const whole = (boundary?.[1]?.replace(/\\(.)/g, '$1') ?? boundary?.[2] ?? '').trimEnd();
  return {
    type: type === '' ? 'text/plain' : type.slice(0, 100),
    smime: /;\s*smime-type\s*=\s*"?([a-z-]{1,40})/i.exec(content)?.[1]?.toLowerCase() ?? '',
    namedSealed: /name\*?\d*\*?\s*=[^;]*(?:\.(?:p7m|pgp|gpg)|\bwinmail\.dat|encrypted\.asc)\b/i.test(
      `${content};${disposition}`,
    ),
    boundary: whole === '' && /boundary\*/i.test(content) ? null : whole,
    attached:
      /^\s*attachment\b/i.test(disposition) ||
      (!/^\s*inline\b/i.test(disposition) && /;\s*(?:file)?name\*?\d*\*?\s*=/i.test(content + disposition)),
  };
}
