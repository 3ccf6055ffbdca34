import type { Artifact, FileParts, ItemRecord } from '../../shared/case/record.ts';
import { pageDocument, pageDocumentOfPart } from '../../shared/case/page-pictures.ts';
import { filePagesOf } from './model.ts';

/** The files that a mail or a PDF carried; none for anything else. */
export function filePartsOf(record: ItemRecord): FileParts {
  return (record.kind === 'import' ? record.parts : record.file?.parts) ?? [];
}

/** The PDF files whose pages an item gives: its own, and those that a mail or a PDF carried. Each file once. */
export function documentsOf(
  record: ItemRecord | undefined,
): readonly Readonly<{ artifact: Artifact; count: number }>[] {
  if (!record) return [];
  const all = [
    { artifact: pageDocument(record), pages: filePagesOf(record) },
    ...filePartsOf(record).map((part) => ({ artifact: pageDocumentOfPart(record, part), pages: part.pages })),
  ];
  const found = all.flatMap(({ artifact, pages }) =>
    artifact && pages.as === 'document' ? [{ artifact, count: pages.count }] : [],
  );
  return [...new Map(found.map((one) => [one.artifact.sha256, one])).values()];
}

/** A picture that a mail carried: its tiles where it was converted, else the file itself. */
export function picturesOfPart(
  { artifacts }: ItemRecord,
  { pages, shows, artifact }: FileParts[number],
): readonly Artifact[] {
  if (pages.as !== 'images') return [];
  const names = shows ?? [artifact];
  return artifacts.filter(({ name }) => names.includes(name));
}

/** `2`, and `2.1` for the first file of a mail that is the second: as the mails' own lists count. */
export function partNumbers(parts: FileParts): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const counted = new Map<string, number>();
  for (const { artifact, within } of parts) {
    const n = (counted.get(within ?? '') ?? 0) + 1;
    counted.set(within ?? '', n);
    numbers.set(artifact, within === undefined ? String(n) : `${numbers.get(within) ?? '?'}.${n}`);
  }
  return numbers;
}
