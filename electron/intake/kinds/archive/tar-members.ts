import { stretchOf, type BytesAt } from '../../containers/bytes-at.ts';
import type { ArchiveMember, ArchiveMembers } from './archive-member.ts';

const block = 512;
const mostMembers = 100_000;
/** The longest name that a header before a member may give it. */
const longestName = 65_536;

/** Whether these bytes begin a tar file: its first header names its format and adds up (POSIX.1-2017 pax, "ustar"). */
export const beginsAsTar = (head: Uint8Array): boolean => {
  const header = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, block));
  return header.length === block && header.toString('latin1', 257, 262) === 'ustar' && addsUp(header);
};

/** What a tar file holds, folders left out, and whether it was read to its end mark. */
export function tarMembers(file: BytesAt): ArchiveMembers {
  const members: ArchiveMember[] = [];
  let ahead: Ahead = nothingAhead;
  for (let at = 0; members.length < mostMembers;) {
    const header = file.read(at, block);
    if (header.length === block && header.every((byte) => byte === 0)) return { members, whole: true };
    if (header.length < block || !addsUp(header)) break;
    const stated = sizeOf(header);
    if (stated === null) break;
    const start = at + block;
    const kind = String.fromCharCode(header[156] ?? 0);
    if (isAhead(kind)) {
      ahead = heard(ahead, kind, file.read(start, Math.min(stated, longestName)));
      at = start + whole(stated);
      continue;
    }
    const bytes = ahead.size ?? stated;
    const name: Buffer = ahead.path ?? nameOf(header);
    const target = isLink(kind) ? (ahead.linkpath ?? withoutZeros(header.subarray(157, 257))) : null;
    // A folder has no content; its name ends in a slash in old tar files, which have no kind for it.
    const isFolder = kind === '5' || (!isLink(kind) && name.at(-1) === 0x2f);
    if (!isFolder) members.push(memberOf(file, { name, target, kind, start, bytes, sparse: ahead.sparse }));
    ahead = nothingAhead;
    at = start + (hasContent(kind) ? whole(bytes) : 0);
  }
  return { members, whole: false };
}

const whole = (bytes: number): number => Math.ceil(bytes / block) * block;

/** What headers say that stand before the one that they are of: names too long for it, its size, that it has holes. */
type Ahead = Readonly<{ path: Buffer | null; linkpath: Buffer | null; size: number | null; sparse: boolean }>;
const nothingAhead: Ahead = { path: null, linkpath: null, size: null, sparse: false };

/** GNU: a long name, a long link; pax: of the next file, of all that follow. */
const isAhead = (kind: string): boolean => /[LKxg]/.test(kind);

function heard(before: Ahead, kind: string, bytes: Buffer): Ahead {
  if (kind === 'L') return { ...before, path: withoutZeros(bytes) };
  if (kind === 'K') return { ...before, linkpath: withoutZeros(bytes) };
  if (kind === 'g') return before;
  const records = paxRecords(bytes);
  return {
    path: records.get('path') ?? before.path,
    linkpath: records.get('linkpath') ?? before.linkpath,
    size: paxSize(records.get('size')) ?? before.size,
    sparse: before.sparse || [...records.keys()].some((key) => key.startsWith('GNU.sparse.')),
  };
}

const isLink = (kind: string): boolean => kind === '1' || kind === '2';
/** Links, devices, folders and pipes have none, whatever size their headers state. */
const hasContent = (kind: string): boolean => !/[1-6]/.test(kind);

type Found = Readonly<{
  name: Buffer;
  target: Buffer | null;
  kind: string;
  start: number;
  bytes: number;
  sparse: boolean;
}>;

function memberOf(file: BytesAt, { name, target, kind, start, bytes, sparse }: Found): ArchiveMember {
  const plain = !sparse && (kind === '0' || kind === '\0' || kind === '7');
  const doubt = plain ? null : isLink(kind) ? 'link' : /[346]/.test(kind) ? 'special' : 'packing';
  const member = { name, utf8: false, target, crc32: null, doubt } as const;
  return plain
    ? { ...member, bytes, content: () => stretchOf(file, start, bytes) }
    : { ...member, bytes: hasContent(kind) ? bytes : 0, content: null };
}

/** The sum of the header's bytes, its own field taken as spaces. */
function addsUp(header: Buffer): boolean {
  const stated = octal(header.subarray(148, 156));
  let sum = 0;
  for (const [at, byte] of header.entries()) sum += at >= 148 && at < 156 ? 32 : byte;
  return stated === sum;
}

/** In octal, or where it is larger than that allows, as a binary number marked by its first bit (GNU, star). */
function sizeOf(header: Buffer): number | null {
  const field = header.subarray(124, 136);
  if (((field[0] ?? 0) & 0x80) === 0) return octal(field);
  const large = Number(field.readBigUInt64BE(4));
  return Number.isSafeInteger(large) ? large : null;
}

function octal(field: Buffer): number | null {
  const digits = field
    .toString('latin1')
    .replace(/[\0 ]+$/, '')
    .trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : digits === '' ? 0 : null;
}

const withoutZeros = (bytes: Buffer): Buffer => {
  const end = bytes.indexOf(0);
  return Buffer.from(end === -1 ? bytes : bytes.subarray(0, end));
};

function nameOf(header: Buffer): Buffer {
  const name = withoutZeros(header.subarray(0, 100));
  const prefix = header.toString('latin1', 257, 263) === 'ustar\0' ? withoutZeros(header.subarray(345, 500)) : null;
  return prefix && prefix.length > 0 ? Buffer.concat([prefix, Buffer.from('/'), name]) : name;
}

/** What an extended header says: `LENGTH KEY=VALUE\n`, as far as it holds together. */
function paxRecords(records: Buffer): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = 0; at < records.length;) {
    const space = records.indexOf(32, at);
    const length = space === -1 ? 0 : Number(records.toString('latin1', at, space));
    if (!Number.isInteger(length) || length < 5) return found;
    const record = records.subarray(space + 1, at + length - 1);
    const equals = record.indexOf(0x3d);
    if (equals > 0) found.set(record.toString('latin1', 0, equals), Buffer.from(record.subarray(equals + 1)));
    at += length;
  }
  return found;
}

function paxSize(value: Buffer | undefined): number | null {
  const size = value && /^\d{1,15}$/.test(value.toString('latin1')) ? Number(value.toString('latin1')) : null;
  return size;
}
