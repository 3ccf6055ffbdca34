import type { Text } from '../../language.ts';
import { archiveWords } from './archive.ts';
import { filmWords } from './film.ts';
import { heicWords } from './heic.ts';
import type { KindWords } from './kind-words.ts';
import { mailWords } from './mail.ts';
import { officeWords } from './office.ts';
import { mailStoreWords } from './mail-store.ts';
import { ofdWords } from './ofd.ts';
import { outlookWords } from './outlook.ts';
import { pdfWords } from './pdf.ts';
import { pictureWords } from './picture.ts';
import { savedPageWords } from './saved-page.ts';
import { textWords } from './text.ts';

/**
 * The words of every kind of file that has its own, under its name. They are here and not in `electron/intake/kinds/NAME/`
 * because the window says them too.
 */
export const kindWords: Readonly<Record<string, KindWords>> = {
  archive: archiveWords,
  film: filmWords,
  heic: heicWords,
  mail: mailWords,
  office: officeWords,
  'mail-store': mailStoreWords,
  ofd: ofdWords,
  outlook: outlookWords,
  pdf: pdfWords,
  picture: pictureWords,
  'saved-page': savedPageWords,
  text: textWords,
};

const all = (part: keyof KindWords): Readonly<Record<string, Text>> =>
  Object.assign({}, ...Object.values(kindWords).map((words) => words[part])) as Record<string, Text>;

export const kindSteps = all('steps');
export const kindReasons = all('reasons');
export const kindFacts = all('facts');
export const kindSources = all('sources');
