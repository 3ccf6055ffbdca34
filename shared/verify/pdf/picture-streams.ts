import { because } from '../../cause.ts';
import { latin1, type ByteSource } from '../byte-source.ts';

/** A picture's data in a PDF that any program may have written. */
export type PictureStream = Readonly<{ offset: number; length: number }>;

const windowSize = 1 << 20;
/** A stream's dictionary is looked for in so many bytes before it. */
const longestDictionary = 4_096;
/** Bytes that may be read to find the ends of streams which say no length: no program that saves a bundle leaves it out. */
const mostSearched = 256 << 20;
const mostStreams = 100_000;
const longestWord = 'endstream\r\n'.length;

/**
 * The picture streams of a PDF, found by reading the file from front to back and not by its tables: a file that another
 * program saved has tables of that program's kind, but a stream is written as data in each (ISO 32000-1 §7.3.8), and never
 * inside another object. Encrypted data look like any other and match nothing.
 */
export async function* pictureStreams(source: ByteSource): AsyncGenerator<PictureStream> {
  const begin = /(?<!end)stream\r?\n/g;
  const budget = { left: mostSearched };
  let seen = 0;
  let base = 0;
  let text = await textOf(source, base, windowSize);
  for (let from = 0; from < source.size;) {
    if (from > base + text.length - longestWord) {
      base = from;
      text = await textOf(source, base, windowSize);
    }
    begin.lastIndex = from - base;
    const found = begin.exec(text);
    if (!found) {
      if (base + text.length >= source.size) return;
      from = base + text.length - longestWord + 1;
      continue;
    }
    if (++seen > mostStreams) throw new Error(because('pdf-streams', { most: mostStreams }));
    const at = base + found.index;
    const offset = at + found[0].length;
    const dictionary = await dictionaryBefore(source, at);
    const length = await lengthOf(source, dictionary, offset, budget);
    if (length !== null && isPicture(dictionary)) yield { offset, length };
    from = offset + (length ?? 0);
  }
}

const isPicture = (dictionary: string) => /\/Subtype\s*\/Image\b/.test(dictionary);

async function textOf(source: ByteSource, offset: number, length: number): Promise<string> {
  return (await source.text?.(offset, length)) ?? latin1(await source.read(offset, length));
}

async function dictionaryBefore(source: ByteSource, at: number): Promise<string> {
  const from = Math.max(0, at - longestDictionary);
  const text = await textOf(source, from, at - from);
  return text.slice(text.lastIndexOf(' obj') + 1);
}

/** As the dictionary says it, where the stream ends there; else up to its end mark. Null where there is none. */
async function lengthOf(
  source: ByteSource,
  dictionary: string,
  offset: number,
  budget: { left: number },
): Promise<number | null> {
  const said = Number(/\/Length\s+(\d{1,12})(?!\s+\d+\s+R)\b/.exec(dictionary)?.[1] ?? NaN);
  if (said <= source.size - offset) {
    const end = await textOf(source, offset + said, 16);
    if (/^\s{0,2}endstream/.test(end)) return said;
  }
  // A dictionary of a picture only: a word that happens to stand in other data is not looked into.
  if (!isPicture(dictionary)) return null;
  for (let at = 0; offset + at < source.size; at += windowSize) {
    budget.left -= windowSize;
    if (budget.left < 0) throw new Error(because('pdf-streams-length'));
    const text = await textOf(source, offset + at, windowSize + 16);
    const end = text.indexOf('endstream');
    if (end >= 0) return at + end - (/\r\n$/.test(text.slice(0, end)) ? 2 : /[\r\n]$/.test(text.slice(0, end)) ? 1 : 0);
  }
  return null;
}
