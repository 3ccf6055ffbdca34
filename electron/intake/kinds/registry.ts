import { archiveKind } from './archive/kind.ts';
import { bitmapKind } from './bitmap/kind.ts';
import { emptyKind } from './empty/kind.ts';
import type { FileKind } from './file-kind.ts';
import { filmKind } from './film/kind.ts';
import { heicKind } from './heic/kind.ts';
import { mailKind } from './mail/kind.ts';
import { mailStoreKind } from './mail-store/kind.ts';
import { ofdKind } from './ofd/kind.ts';
import { officeKind } from './office/kind.ts';
import { otherKind } from './other/kind.ts';
import { outlookKind } from './outlook/kind.ts';
import { pdfKind } from './pdf/kind.ts';
import { pictureKind } from './picture/kind.ts';
import { savedPageKind } from './saved-page/kind.ts';
import { textKind } from './text/kind.ts';

/** Every kind of file, in the order in which they are asked whether a file is theirs. */
export const fileKinds: readonly FileKind[] = [
  emptyKind,
  bitmapKind,
  pictureKind,
  // What other ISO base media files are than the pictures that are decoded here.
  heicKind,
  filmKind,
  mailStoreKind,
  outlookKind,
  ofdKind,
  officeKind,
  archiveKind,
  // A PDF may begin with something else: whatever begins as itself goes first.
  pdfKind,
  // Texts, the most special first.
  savedPageKind,
  mailKind,
  textKind,
  otherKind,
];
