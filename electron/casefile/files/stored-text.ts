import type { ReadableCase } from '../case-handles.ts';

type Objects = Pick<ReadableCase, 'readObject'>;

/** A file of the case as UTF-8 text. @throws {FascicleError} where it is gone or hashes otherwise */
export const storedText = (objects: Objects, sha256: string): string =>
  new TextDecoder().decode(objects.readObject(sha256));

/** What a JSON file of the case holds. Its bytes are let go before it is read: they lay about as long as a bundle was planned. */
export function storedJson(objects: Objects, sha256: string): unknown {
  return JSON.parse(storedText(objects, sha256));
}
