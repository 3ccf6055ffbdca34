import { PDFArray, PDFDict, PDFDocument, PDFRef, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { settleDecryptedStrings } from './decrypted-strings.ts';
import { followTable, type FollowedFile } from './followed-file.ts';
import { packsIn, settlePacked } from './packed-objects.ts';

/** A document, and how its objects were found. */
export type Opened = Readonly<{
  document: PDFDocument;
  /** The cross-reference table is damaged: the objects were searched for, and the last of each number was taken. */
  searched: boolean;
  /** Objects in the file that its table does not name. */
  unnamed: number;
  /** And those that it replaces by others of the same number, or hides: a reader that searches may take any of them. */
  passedOver: number;
  /** Dictionaries that say a thing twice, and differently. */
  doubledKeys: number;
}>;

/**
 * Opens a PDF as its cross-reference table says (ISO 32000-1 §7.5.4), which the library does not follow: it takes every
 * object in the file, the last of each number. Where the table leads nowhere, that is all there is.
 *
 * @throws {Error} the library's, where the file is encrypted or cannot be read
 */
export async function openDocument(bytes: Uint8Array): Promise<Opened> {
  return (await openFollowed(bytes)) ?? { ...none, document: await openSearched(bytes), searched: true };
}

const none = { unnamed: 0, passedOver: 0, doubledKeys: 0 } as const;

/** Opens a PDF as a reader does that takes every object it finds. */
export async function openSearched(bytes: Uint8Array): Promise<PDFDocument> {
  const document = await load(bytes);
  const packed = [...packsIn(document.context).values()].flatMap(({ objects }) => objects.map(([number]) => number));
  settleDecryptedStrings(document.context, new Set(packed));
  return document;
}

/** Null where the table, or something that it names and the document needs, cannot be read. */
async function openFollowed(bytes: Uint8Array): Promise<Opened | null> {
  let followed: FollowedFile;
  try {
    followed = followTable(bytes);
  } catch {
    return null;
  }
  const { entries, root } = followed;
  let document: PDFDocument;
  try {
    document = await load(followed.bytes);
  } catch (error) {
    if (isPassword(error)) throw error;
    return null;
  }
  const { context } = document;
  const packed = settlePacked(context, entries);
  const numbers = [...entries].flatMap(([number, { kind }]) => (kind === 'packed' ? [number] : []));
  settleDecryptedStrings(context, new Set(numbers));
  const broken = new Set([...followed.broken, ...packed.broken]);
  const named = context.trailerInfo.Root;
  // The library looks for another root where this one does not call itself a catalog.
  if (!(named instanceof PDFRef) || named.toString() !== root || needs(context, named, broken)) return null;
  if (!(document.catalog instanceof PDFDict) || context.lookup(named) !== document.catalog) return null;
  return {
    document,
    searched: false,
    unnamed: followed.unnamed,
    passedOver: followed.unnamed + packed.unnamed,
    doubledKeys: followed.doubledKeys + packed.doubledKeys,
  };
}

/** What the library says of an encrypted file that no password was given for. */
export const isPassword = (error: unknown): boolean =>
  error instanceof Error && /password|encrypt/i.test(error.message);

function load(bytes: Uint8Array): Promise<PDFDocument> {
  // An empty password opens what is only protected against changes. Without it the library gives blank pages.
  return PDFDocument.load(bytes, { password: '', updateMetadata: false, throwOnInvalidObject: false });
}

/** Whether something that the document leads to is among the objects that are not where the table says. */
function needs(context: PDFContext, root: PDFRef, broken: ReadonlySet<number>): boolean {
  if (broken.size === 0) return false;
  const seen = new Set<PDFObject>([root]);
  const open: PDFObject[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const object = next instanceof PDFRef ? context.lookup(next) : next;
    if (next instanceof PDFRef && object === undefined && broken.has(next.objectNumber)) return true;
    const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : null;
    const inside = dict ? dict.values() : object instanceof PDFArray ? object.asArray() : [];
    for (const one of inside) {
      if (seen.has(one) || !(one instanceof PDFRef || one instanceof PDFDict || one instanceof PDFArray)) continue;
      seen.add(one);
      open.push(one);
    }
  }
  return false;
}
