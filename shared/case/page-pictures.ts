import type { Artifact, FileParts, ItemRecord } from './record.ts';

/** The artifacts that show an imported file's pages: pictures made of it at intake, in order, else the file itself. */
export function pagePictures({ artifacts }: Pick<ItemRecord, 'artifacts'>): readonly Artifact[] {
  const made = artifacts.filter(({ role }) => role === 'page-image');
  return made.length > 0 ? made : artifacts.filter(({ role }) => role === 'original');
}

/** The PDF whose pages an item has, where they are a document's: one that was made of the file, else the file itself. */
export function pageDocument({ artifacts }: Pick<ItemRecord, 'artifacts'>): Artifact | undefined {
  return (
    artifacts.find(({ role, name }) => role === 'page-document' && name === 'page-document.pdf') ??
    artifacts.find(({ role }) => role === 'original')
  );
}

/** The same of a file that another one carried: what its pages show bears its name before. */
export function pageDocumentOfPart(
  { artifacts }: Pick<ItemRecord, 'artifacts'>,
  { artifact, shows = [] }: FileParts[number],
): Artifact | undefined {
  const made = artifacts.find(({ role, name }) => role === 'page-document' && shows.includes(name));
  return made ?? artifacts.find(({ name }) => name === artifact);
}
