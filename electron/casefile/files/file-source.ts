import { closeSync, fstatSync, readSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { ByteSource } from '../../../shared/verify/byte-source.ts';
import { collectAfter, collectAll, collectYoung } from './collect.ts';
import { openRegular, type Links } from './regular-file.ts';

/**
 * Bytes that may be handed out before those that nobody holds any more are let go; V8 let 55 MB of them pile up. What was
 * unpacked stays with Node's handle for it until everything is collected. The texts of objects lie in the heap, which may
 * have grown by so much.
 */
export type Piles = Readonly<{ read: number; unpacked: number; texts: number }>;
const usual: Piles = { read: 8 << 20, unpacked: 48 << 20, texts: 24 << 20 };
/** For a process beside others, whose own heap is small and soon collected: a tenth more time, half the memory. */
export const smallPiles: Piles = { read: 4 << 20, unpacked: 8 << 20, texts: 8 << 20 };
/** Texts are looked at after so many bytes of them. */
const looked = 1 << 20;
/** A PDF's objects are short and many. Bytes of their own for each of 14,000 left 40 MB of holes in the memory. */
const shortText = 64 << 10;
/** Those of a page's structure are shorter still, and lie together: what is asked of them is mostly just beside the last. */
const beside = { before: 3 << 10, after: 5 << 10 } as const;
/** What is read in turns: an element, its page, its list of parents, a link. Measured: more save nothing. */
const kept = 4;

/** A file on the disk for the verification rules. Close it when done. @throws {NotRegular} or a system error */
export function fileSource(
  path: string,
  links: Links = 'refused',
  piles: Piles = usual,
): ByteSource & { close(): void } {
  const fd = openRegular(path, links);
  const { size } = fstatSync(fd);
  const room = Buffer.allocUnsafeSlow(shortText);
  const young = counter(piles.read, collectYoung);
  const told = counter(looked, collectAfter(piles.texts));
  const all = counter(piles.unpacked, collectAll);
  const read = (bytes: Buffer) => {
    young(bytes.length);
    return bytes;
  };
  const within = (offset: number, length: number) => Math.max(0, Math.min(length, size - offset));
  const fill = (bytes: Buffer, offset: number): Buffer => {
    for (let at = 0; at < bytes.length;) {
      const count = readSync(fd, bytes, at, bytes.length - at, offset + at);
      if (count === 0) return bytes.fill(0, at); // cut short since it was opened
      at += count;
    }
    return bytes;
  };
  /** What was read last, the newest first. */
  const near: { from: number; text: string }[] = [];
  const textAt = (offset: number, wanted: number): string => {
    const bytes = fill(wanted > shortText ? read(Buffer.alloc(wanted)) : room.subarray(0, wanted), offset);
    told(wanted);
    return bytes.toString('latin1');
  };
  return {
    size,
    read: (offset, length) => Promise.resolve(read(fill(Buffer.alloc(within(offset, length)), offset))),
    text: (offset, length) => {
      const wanted = within(offset, length);
      if (wanted > beside.after) return textAt(offset, wanted);
      const at = near.findIndex(({ from, text }) => offset >= from && offset + wanted <= from + text.length);
      if (at > 0) near.unshift(...near.splice(at, 1));
      if (at < 0) {
        const from = Math.max(0, offset - beside.before);
        near.unshift({ from, text: textAt(from, within(from, offset - from + beside.after)) });
        if (near.length > kept) near.pop();
      }
      const { from, text } = near[0] ?? { from: 0, text: '' }; // one was just put there
      return text.slice(offset - from, offset - from + wanted);
    },
    latin1: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
    inflate: (bytes, most) => {
      const unpacked = inflateSync(bytes, { maxOutputLength: most });
      all(unpacked.buffer.byteLength); // it lies in a piece of 16 KB
      return unpacked;
    },
    close: () => closeSync(fd),
  };
}

function counter(most: number, letGo: () => void): (bytes: number) => void {
  let passed = 0;
  return (bytes) => {
    passed += bytes;
    if (passed <= most) return;
    passed = 0;
    letGo();
  };
}
