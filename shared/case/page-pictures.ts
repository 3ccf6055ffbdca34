import type { Artifact, ItemRecord } from './record.ts';

/** The artifacts that show an imported file's pages: pictures made of it at intake, in order, else the file itself. */
export function pagePictures({ artifacts }: Pick<ItemRecord, 'artifacts'>): readonly Artifact[] {
  const made = artifacts.filter(({ role }) => role === 'page-image');
  return made.length > 0 ? made : artifacts.filter(({ role }) => role === 'original');
}
