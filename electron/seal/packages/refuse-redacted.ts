import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { pathSaying } from '../../../shared/redaction/masked-record.ts';
import { says } from '../../../shared/redaction/same-words.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
import { credentialsIn } from '../../casefile/holds-credentials.ts';
import { wordsTakenOut } from '../../casefile/redacted-words.ts';
import { sealedParents, showsSealed } from '../../casefile/sealed-parents.ts';
import type { FiledBundle } from './filed-bundle.ts';
import { filesOfItem } from './item-archive.ts';
import { readRegular } from '../../casefile/files/regular-file.ts';

const readable = /^(?:text\/|multipart\/|application\/(?:json|xhtml\+xml|xml|javascript))/;

/**
 * What a redaction took out must not go out beside the redacted copy: not in an original that an older bundle still
 * shows, not in a text of any other item.
 *
 * @throws {FascicleError} `package-shows-redacted` | `package-says-redacted`
 */
export function refuseRedacted(caseFile: ReadableCase, bundle: FiledBundle | null, items: readonly ItemState[]): void {
  const all = caseFile.items();
  const sealed = sealedParents(caseFile, all);
  for (const { item, record } of items) {
    const shown = showsSealed(record, sealed, all);
    if (shown) throw new FascicleError('package-shows-redacted', { item, copy: shown.copy });
  }
  const words = wordsTakenOut(caseFile, all);
  if (words.length === 0) return;
  const refuse = (where: string) => new FascicleError('package-says-redacted', { path: where });
  for (const { name, path } of bundle?.files ?? [])
    if (name.endsWith('.manifest.json')) {
      const said = pathSaying(JSON.parse(readRegular(path).toString('utf8')), words);
      if (said !== null) throw refuse(`${name}: ${said}`);
    }
  for (const state of items) {
    const said = pathSaying(state.record, words);
    if (said !== null) throw refuse(`${state.item}/record.json: ${said}`);
    const out = new Set(filesOfItem(state).map(({ sha256 }) => sha256));
    for (const { name, mediaType, sha256 } of state.record.artifacts) {
      if (!out.has(sha256) || !readable.test(mediaType)) continue;
      const text = new TextDecoder().decode(caseFile.readObject(sha256));
      if (words.some((one) => says(text, one))) throw refuse(`${state.item}/${name}`);
    }
  }
}

/**
 * Newer captures seal what repeats a credential. An older one cannot be changed any more, nor can a file of it be left out
 * without being missed: it is not handed over.
 *
 * @throws {FascicleError} `package-holds-credentials`
 */
export function refuseCredentials(caseFile: ReadableCase, items: readonly ItemState[]): void {
  for (const { item, record } of items) {
    const files = credentialsIn(caseFile, record);
    if (files.length > 0) throw new FascicleError('package-holds-credentials', { item, files: files.join(', ') });
  }
}
