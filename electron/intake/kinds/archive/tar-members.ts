import { stretchOf, type BytesAt } from '../../containers/bytes-at.ts';
import type { ArchiveMember } from './archive-member.ts';

const block = 512;
const mostMembers = 100_000;
/** The longest name that a header before a member may give it. */
const longestName = 65_536;

/** Whether these bytes begin a tar file: its first header names its format and adds up (POSIX.1-2017 pax, "ustar"). */
export const beginsAsTar = (head: Uint8Array): boolean => {
  const header = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, block));
  return header.length === block && header.toString('latin1', 257, 262) === 'ustar' && addsUp(header);
};

/** The regular files of a tar file, and whether it was read to its end mark. */
export function tarMembers(file: BytesAt): Readonly<{ members: readonly ArchiveMember[]; whole: boolean }> {
  const members: ArchiveMember[] = [];
  let given: Buffer | null = null;
  for (let at = 0; members.length < mostMembers;) {
    const header = file.read(at, block);
    if (header.length === block && header.every((byte) => byte === 0)) return { members, whole: true };
    if (header.length < block || !addsUp(header)) break;
    const bytes = sizeOf(header);
    if (bytes === null) break;
    const start = at + block;
    const kind = String.fromCharCode(header[156] ?? 0);
    if (kind === 'L') given = withoutZeros(file.read(start, Math.min(bytes, longestName)));
    else if (kind === 'x') given = paxPath(file.read(start, Math.min(bytes, longestName))) ?? given;
    else if (kind !== 'g') {
      const name: Buffer = given ?? nameOf(header);
      given = null;
      if (kind === '0' || kind === '\0') members.push(memberOf(file, name, start, bytes));
    }
    at = start + Math.ceil(bytes / block) * block;
  }
  return { members, whole: false };
}

const memberOf = (file: BytesAt, name: Buffer, start: number, bytes: number): ArchiveMember => ({
  name,
  utf8: false,
  bytes,
  doubt: null,
  crc32: null,
  content: () => stretchOf(file, start, bytes),
});

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

/** `path` of an extended header: `LENGTH path=NAME\n`. */
function paxPath(records: Buffer): Buffer | null {
  for (let at = 0; at < records.length;) {
    const space = records.indexOf(32, at);
    const length = space === -1 ? 0 : Number(records.toString('latin1', at, space));
    if (!Number.isInteger(length) || length < 5) return null;
    const record = records.subarray(space + 1, at + length - 1);
    if (record.toString('latin1', 0, 5) === 'path=') return Buffer.from(record.subarray(5));
    at += length;
  }
  return null;
}
