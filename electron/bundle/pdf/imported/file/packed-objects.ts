import {
  decodePDFRawStream,
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { FollowedFile } from './followed-file.ts';
import { skipSpace, valueEnd } from './tokens.ts';

/** An object stream unpacked: its bytes, and where in them each object begins (ISO 32000-1 §7.5.7). */
type Pack = Readonly<{ bytes: Uint8Array; objects: readonly (readonly [number: number, offset: number])[] }>;

/** A document's object streams by their numbers. */
export function packsIn(context: PDFContext): ReadonlyMap<number, Pack> {
  return new Map(
    context.enumerateIndirectObjects().flatMap(([ref, object]) => {
      const pack = packOf(object);
      return pack ? [[ref.objectNumber, pack] as const] : [];
    }),
  );
}

/** Null where the object is no object stream, or cannot be unpacked. */
function packOf(object: PDFObject): Pack | null {
  if (!(object instanceof PDFRawStream) || object.dict.get(PDFName.of('Type')) !== PDFName.of('ObjStm')) return null;
  try {
    const first = object.dict.lookup(PDFName.of('First'), PDFNumber).asNumber();
    const count = object.dict.lookup(PDFName.of('N'), PDFNumber).asNumber();
    const bytes = decodePDFRawStream(object).decode();
    const head = Buffer.from(bytes.subarray(0, first)).toString('latin1').trim().split(/\s+/).map(Number);
    const objects = Array.from({ length: Math.min(count, head.length >> 1) }, (_, n) => {
      return [head[2 * n] ?? 0, first + (head[2 * n + 1] ?? 0)] as const;
    });
    return { bytes, objects };
  } catch {
    return null;
  }
}

/**
 * Packed objects as the table names them: the library has taken the last of each number.
 *
 * @returns numbers that the table says are packed and are not, objects that it does not name, and keys that stand twice
 */
export function settlePacked(
  context: PDFContext,
  entries: FollowedFile['entries'],
): Readonly<{ broken: ReadonlySet<number>; unnamed: number; doubledKeys: number }> {
  const packs = packsIn(context);
  const { times, unnamed, doubledKeys } = heldAgainstTable(context, entries, packs);
  const broken = new Set<number>();
  for (const [number, entry] of entries) {
    if (entry.kind !== 'packed') continue;
    const pack = packs.get(entry.stream);
    const [found, offset = 0] = pack?.objects[entry.index] ?? [];
    if (pack && found === number && times.get(number) === 1) continue;
    context.delete(PDFRef.of(number));
    try {
      if (!pack || found !== number) throw new Error('another object stands there');
      context.assign(PDFRef.of(number), PDFObjectParser.forBytes(pack.bytes.subarray(offset), context).parseObject());
    } catch {
      broken.add(number);
    }
  }
  return { broken, unnamed, doubledKeys };
}

/**
 * Looks up each object of each object stream in the table; one that the table does not know at all leaves the document.
 *
 * @returns how often each number is packed, how many objects the table does not name there, and keys that stand twice
 */
function heldAgainstTable(
  context: PDFContext,
  entries: FollowedFile['entries'],
  packs: ReadonlyMap<number, Pack>,
): Readonly<{ times: ReadonlyMap<number, number>; unnamed: number; doubledKeys: number }> {
  const seen = { doubled: 0 };
  const times = new Map<number, number>();
  let unnamed = 0;
  for (const [stream, { bytes, objects }] of packs) {
    for (const [index, [number, offset]] of objects.entries()) {
      times.set(number, (times.get(number) ?? 0) + 1);
      const entry = entries.get(number);
      if (entry?.kind === 'packed' && entry.stream === stream && entry.index === index)
        countDoubled(bytes, offset, seen);
      else {
        unnamed += 1; // an older one that a newer replaces, or none that counts at all
        if (entry === undefined || entry.kind === 'free') context.delete(PDFRef.of(number));
      }
    }
  }
  return { times, unnamed, doubledKeys: seen.doubled };
}

function countDoubled(bytes: Uint8Array, offset: number, seen: { doubled: number }): void {
  try {
    valueEnd(bytes, skipSpace(bytes, offset), seen);
  } catch {
    // it is then not read either
  }
}
