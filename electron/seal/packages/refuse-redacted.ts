import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
import { credentialsIn } from '../../casefile/holds-credentials.ts';
import { findLeaks, type OutgoingFile } from '../../casefile/leaks/find-leaks.ts';
import { redactedWordsOf, wordsTakenOut } from '../../casefile/redacted-words.ts';
import { sealedParents, showsSealed } from '../../casefile/sealed-parents.ts';

/**
 * Originals of redacted copies do not go out beside them, not even where an older bundle still shows one.
 * @throws {FascicleError} `package-shows-redacted`
 */
export function refuseSealed(caseFile: ReadableCase, items: readonly ItemState[]): void {
  const all = caseFile.items();
  const sealed = sealedParents(caseFile, all);
  for (const { item, record } of items) {
    const shown = showsSealed(record, sealed, all);
    if (shown) throw new FascicleError('package-shows-redacted', { item, copy: shown.copy });
  }
}

/** A file of a package, the item that it belongs to, and what is shown of it where it is named. */
type PackagedFile = OutgoingFile & Readonly<{ item: string | null }>;

const answered = 'redacted-words-left';

/**
 * What a redaction took out must not go out beside the redacted copy, in any byte of any file: of the bundle, of an item,
 * of the lists and the log. What somebody answered for may: an exhibit by its number, an original that was taken back with
 * a reason. A copy never says its own words.
 *
 * @param numbers of the exhibits, by their items
 * @returns files, or parts of them, that could not be searched
 * @throws {FascicleError} `package-says-redacted`; the signal's reason when cancelled
 */
export async function refuseRedacted(
  caseFile: ReadableCase,
  files: readonly PackagedFile[],
  numbers: ReadonlyMap<string, readonly string[]>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const all = caseFile.items();
  const words = wordsTakenOut(caseFile, all);
  if (words.length === 0) return [];
  const own = new Map(all.map(({ item, record }) => [item, redactedWordsOf(caseFile, record)]));
  const accepted = caseFile.plan().accepted.filter(({ code }) => code === answered);
  const sealed = sealedParents(caseFile, all);
  const isOpen = (item: string) =>
    (sealed.get(item)?.reason ?? null) !== null ||
    accepted.some(({ where }) => where === null || (numbers.get(item) ?? []).includes(where));
  const unsearched: string[] = [];
  const search = async (some: readonly PackagedFile[], wanted: readonly string[]) => {
    const leaks = await findLeaks(some, wanted, signal);
    unsearched.push(...leaks.unsearched.map(({ file, part }) => `${file}${part}`));
    return leaks.found;
  };
  const refuse = (found: Awaited<ReturnType<typeof search>>) => {
    const [first] = found;
    if (first) throw new FascicleError('package-says-redacted', { path: `${first.file}${first.part}` });
  };
  const open = new Set<string>();
  for (const [item, some] of Map.groupBy(files, (file) => file.item)) {
    if (item === null) continue;
    if (!isOpen(item)) {
      refuse(await search(some, words));
      continue;
    }
    refuse(await search(some, own.get(item) ?? []));
    for (const one of words) if (!open.has(one) && (await search(some, [one])).length > 0) open.add(one);
  }
  // The bundle shows what was answered for, so do its lists.
  const rest = accepted.some(({ where }) => where === null || where === 'case')
    ? []
    : words.filter((one) => !open.has(one));
  refuse(
    await search(
      files.filter(({ item }) => item === null),
      rest,
    ),
  );
  return [...new Set(unsearched)];
}

/**
 * The same of a single file that is written outside of the case: a calendar, a proof. What somebody answered for wherever
 * it is, or, of a proof of an item, by taking that item back with a reason, may be said; a copy never says its own words.
 *
 * @param item that the file is of; null where it is of the case
 * @throws {FascicleError} `file-says-redacted`; the signal's reason when cancelled
 */
export async function refuseRedactedFile(
  caseFile: ReadableCase,
  file: OutgoingFile,
  item: ItemState | null,
  signal: AbortSignal,
): Promise<void> {
  const all = caseFile.items();
  const isOpen =
    caseFile.plan().accepted.some(({ code, where }) => code === answered && (where === null || where === 'case')) ||
    (item !== null && (sealedParents(caseFile, all).get(item.item)?.reason ?? null) !== null);
  const own = item ? redactedWordsOf(caseFile, item.record) : [];
  const { found } = await findLeaks([file], isOpen ? own : wordsTakenOut(caseFile, all), signal);
  const [first] = found;
  if (first) throw new FascicleError('file-says-redacted', { path: `${first.file}${first.part}` });
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
