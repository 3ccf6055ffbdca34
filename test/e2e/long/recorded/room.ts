import type { Language } from '../../../../shared/language.ts';

/** What a run needs of others: a site, a time-stamp service with its root, a signing file with its passphrase, files. */
export type Room = Readonly<{
  language: Language;
  folder: string;
  site: string;
  /** Nothing answers here. */
  dead: string;
  tsa: string;
  anchor: string;
  p12: string;
  passphraseFile: string;
  /** Folder of the files to import. */
  files: string;
}>;

/** Items that later calls name. */
export type Ids = Readonly<{
  report: string;
  again: string;
  source: string;
  note: string;
  photo: string;
  wall: string;
}>;
