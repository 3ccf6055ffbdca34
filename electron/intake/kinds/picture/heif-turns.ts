import { openRegularHandle } from '../../../casefile/files/regular-file.ts';

/** The box `meta` of a phone's picture has some kilobytes; a grid of hundreds of tiles some dozens. */
const longestMeta = 4 * 1024 * 1024;
const mostBoxes = 10_000;

type Box = Readonly<{ type: string; from: number; to: number }>;

/**
 * How a HEIF file (ISO/IEC 23008-12) turns its primary picture: its transformative properties `irot` and `imir`, in the
 * order in which they are applied (§6.5.1). These alone count; an orientation in its EXIF does not.
 *
 * @returns `['irot 270°']`, empty where the file turns nothing; null where its boxes cannot be followed
 */
export async function heifTurns(path: string): Promise<readonly string[] | null> {
  const meta = await metaOf(path);
  try {
    return meta === null ? null : turnsIn(meta);
  } catch (error) {
    if (error instanceof RangeError) return null; // a number points outside
    throw error;
  }
}

/** The content of `meta`, behind its version and flags. */
async function metaOf(path: string): Promise<Buffer | null> {
  const file = await openRegularHandle(path, 'followed');
  try {
    const { size } = await file.stat();
    for (let at = 0, seen = 0; at + 8 <= size && seen < 100; seen += 1) {
      const head = Buffer.alloc(16);
      await file.read(head, 0, 16, at);
      const short = head.readUInt32BE(0);
      const length = short === 0 ? size - at : short === 1 ? Number(head.readBigUInt64BE(8)) : short;
      if (length < 8) return null;
      if (head.toString('latin1', 4, 8) === 'meta') {
        const from = at + (short === 1 ? 20 : 12);
        if (length > longestMeta || at + length > size || from > at + length) return null;
        const content = Buffer.alloc(at + length - from);
        await file.read(content, 0, content.length, from);
        return content;
      }
      at += length;
    }
    return null;
  } finally {
    await file.close();
  }
}

function turnsIn(meta: Buffer): readonly string[] | null {
  const inMeta = boxesIn(meta, { type: 'meta', from: 0, to: meta.length });
  const [pitm, iprp] = [inMeta.find(({ type }) => type === 'pitm'), inMeta.find(({ type }) => type === 'iprp')];
  if (!pitm || !iprp) return null;
  const primary = meta.readUInt8(pitm.from) === 0 ? meta.readUInt16BE(pitm.from + 4) : meta.readUInt32BE(pitm.from + 4);
  const inProperties = boxesIn(meta, iprp);
  const container = inProperties.find(({ type }) => type === 'ipco');
  if (!container) return null;
  const properties = boxesIn(meta, container);
  const turns: string[] = [];
  for (const ipma of inProperties.filter(({ type }) => type === 'ipma'))
    for (const index of associated(meta, ipma, primary)) {
      const property = properties[index - 1]; // 0: no property
      if (property?.type === 'irot') {
        const quarters = meta.readUInt8(property.from) & 3;
        if (quarters > 0) turns.push(`irot ${quarters * 90}°`);
      }
      if (property?.type === 'imir') turns.push(`imir ${meta.readUInt8(property.from) & 1}`);
    }
  return turns;
}

/** The properties of one item by their number in `ipco` (ISO/IEC 23008-12 §9.3.1). */
function associated(meta: Buffer, ipma: Box, item: number): readonly number[] {
  const [version, wide] = [meta.readUInt8(ipma.from), (meta.readUInt8(ipma.from + 3) & 1) === 1];
  const found: number[] = [];
  let at = ipma.from + 8;
  for (let entries = meta.readUInt32BE(ipma.from + 4); entries > 0 && at < ipma.to; entries -= 1) {
    const own = version === 0 ? meta.readUInt16BE(at) : meta.readUInt32BE(at);
    at += version === 0 ? 2 : 4;
    const count = meta.readUInt8(at);
    at += 1;
    for (let n = 0; n < count; n += 1, at += wide ? 2 : 1)
      if (own === item) found.push(wide ? meta.readUInt16BE(at) & 0x7fff : meta.readUInt8(at) & 0x7f);
  }
  return found;
}

/** The boxes within one, each without its head (ISO/IEC 14496-12 §4.2). @throws {RangeError} where one is no box */
function boxesIn(meta: Buffer, { from, to }: Box): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to && boxes.length < mostBoxes;) {
    const length = meta.readUInt32BE(at) || to - at;
    if (length < 8 || at + length > to) throw new RangeError('no box');
    boxes.push({ type: meta.toString('latin1', at + 4, at + 8), from: at + 8, to: at + length });
    at += length;
  }
  return boxes;
}
