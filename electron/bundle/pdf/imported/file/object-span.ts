import {
  dictAt,
  isSpace,
  referenceAt,
  skipSpace,
  spanText,
  valueEnd,
  wholeAt,
  wordAt,
  type DictSpan,
  type Doubled,
  type Span,
} from './tokens.ts';

/** An indirect object as it stands in the file. */
export type FoundObject = Readonly<{
  number: number;
  generation: number;
  value: Span;
  /** Null where the value is no dictionary. */
  dict: DictSpan | null;
  /** Where a stream's bytes begin; null where it has none. */
  stream: number | null;
}>;

/** @throws {Error} where no object begins here, or its value cannot be told apart */
export function objectAt(bytes: Uint8Array, offset: number, seen?: Doubled): FoundObject {
  const number = wholeAt(bytes, skipSpace(bytes, offset));
  const generation = number && wholeAt(bytes, skipSpace(bytes, number.to));
  const word = generation && skipSpace(bytes, generation.to);
  if (!number || !generation || word === null || spanText(bytes, [word, word + 3]) !== 'obj')
    throw new Error('there is no object where one should be');
  const from = skipSpace(bytes, word + 3);
  const dict = bytes[from] === 0x3c && bytes[from + 1] === 0x3c ? dictAt(bytes, from, seen) : null;
  const to = dict?.to ?? (wordAt(bytes, from, 'endobj') ? from : valueEnd(bytes, from, seen));
  const after = skipSpace(bytes, to);
  const stream = dict && spanText(bytes, [after, after + 6]) === 'stream' ? streamStart(bytes, after + 6) : null;
  return { number: number.value, generation: generation.value, value: [from, to], dict, stream };
}

/** Behind the line's end, which a single carriage return is not (ISO 32000-1 §7.3.8.1) but readers take. */
function streamStart(bytes: Uint8Array, at: number): number {
  while (bytes[at] === 32 || bytes[at] === 9) at += 1;
  if (bytes[at] === 13) at += 1;
  return bytes[at] === 10 ? at + 1 : at;
}

/** A stream's bytes, where the stream ends, and whether its length is not what it says. */
export type StreamSpan = Readonly<{ from: number; end: number; to: number; lengthWrong: boolean }>;

/**
 * @param lengthOf what a length that is another object is; null where it cannot be told
 * @throws {Error} where the object has no stream, or it does not end
 */
export function streamSpan(
  bytes: Uint8Array,
  { dict, stream }: FoundObject,
  lengthOf: (reference: number) => number | null,
): StreamSpan {
  if (!dict || stream === null) throw new Error('there is no stream');
  const written = dict.values.get('Length');
  const reference = written && referenceAt(bytes, written[0]);
  const length = reference ? lengthOf(reference.number) : written ? (wholeAt(bytes, written[0])?.value ?? null) : null;
  if (length !== null && stream + length <= bytes.length) {
    const end = stream + length;
    let after = end;
    while (isSpace(bytes[after])) after += 1;
    if (spanText(bytes, [after, after + 9]) === 'endstream')
      return { from: stream, end, to: after + 9, lengthWrong: false };
  }
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = whole.indexOf('endstream', stream);
  if (found < 0) throw new Error('a stream does not end');
  let end = found;
  if (end > stream && bytes[end - 1] === 10) end -= 1;
  if (end > stream && bytes[end - 1] === 13) end -= 1;
  return { from: stream, end, to: found + 9, lengthWrong: true };
}
