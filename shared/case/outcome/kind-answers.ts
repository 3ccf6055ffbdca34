import type { archiveWords } from '../../messages/kinds/archive.ts';
import type { filmWords } from '../../messages/kinds/film.ts';
import type { heicWords } from '../../messages/kinds/heic.ts';
import type { mailWords } from '../../messages/kinds/mail.ts';
import type { officeWords } from '../../messages/kinds/office.ts';
import type { ofdWords } from '../../messages/kinds/ofd.ts';
import type { outlookWords } from '../../messages/kinds/outlook.ts';
import type { pdfWords } from '../../messages/kinds/pdf.ts';
import type { pictureWords } from '../../messages/kinds/picture.ts';
import type { savedPageWords } from '../../messages/kinds/saved-page.ts';
import type { textWords } from '../../messages/kinds/text.ts';
import {
  shortOfNothing,
  notShown,
  noPicture,
  pictureDoubtful,
  wordsMissing,
  wordsDoubtful,
  type Says,
} from './says.ts';

const ofArchives: Readonly<Record<keyof (typeof archiveWords)['reasons'], Says>> = {
  'archive-listed': { picture: 'partly', text: 'partly' },
  'archive-not-read': noPicture,
  'archive-directory-cut': { picture: 'partly', text: 'partly' },
  'archive-list-cut': { picture: 'partly', text: 'partly' },
  'archive-names-judged': wordsDoubtful,
  'archive-names-twice': pictureDoubtful,
  'archive-names-lead-out': shortOfNothing,
  'archive-members-links': shortOfNothing,
  'archive-members-special': shortOfNothing,
  'archive-opened-by': shortOfNothing,
  'archive-tool-missing': noPicture,
  'archive-encrypted': noPicture,
  'archive-tool-ended': { picture: 'partly', text: 'partly' },
  'archive-token-holds': shortOfNothing,
  'archive-token-of-none': shortOfNothing,
  'archive-token-unknown-hash': shortOfNothing,
  'archive-members-encrypted': notShown,
  'archive-members-packed-otherwise': notShown,
  'archive-headers-differ': pictureDoubtful,
  'archive-members-damaged': notShown,
  'archive-members-not-hashed': notShown,
};

const ofFilms: Readonly<Record<keyof (typeof filmWords)['reasons'], Says>> = {
  'film-tool-missing': noPicture,
  'film-unreadable': noPicture,
  'film-without-frames': noPicture,
  'film-in-frames': notShown, // pictures out of it are not the film
};

const ofHeic: Readonly<Record<keyof (typeof heicWords)['reasons'], Says>> = {
  'heic-tool-missing': noPicture,
  'heic-not-drawn': noPicture,
  'heic-drawn': shortOfNothing,
};

const ofMails: Readonly<Record<keyof (typeof mailWords)['reasons'] | keyof (typeof outlookWords)['reasons'], Says>> = {
  'mail-head-cut': { picture: 'partly', text: 'partly' },
  'mail-charset-guessed': wordsDoubtful,
  'mail-head-charset-judged': wordsDoubtful,
  'mail-words-judged': wordsDoubtful,
  'mail-text-charset-judged': wordsDoubtful,
  'mail-charset-differs': wordsDoubtful,
  'mail-bytes-replaced': wordsDoubtful,
  'mail-characters-lost': wordsDoubtful,
  'mailbox-split': shortOfNothing,
  'mail-apple': shortOfNothing,
  'mail-apple-cut': { picture: 'partly', text: 'partly', archive: 'partly' },
  'mail-begins-blank': shortOfNothing,
  'mail-line-ends-cr': shortOfNothing,
  'mail-html-as-text': notShown,
  'mail-html-beside-text': pictureDoubtful,
  'mail-not-read': { picture: 'none', text: 'none' },
  'mail-too-large': { picture: 'none', text: 'none' },
  'dkim-not-verified': shortOfNothing,
  'attachments-cut': { picture: 'partly', resources: 'partly' },
  'mail-html-for-blank-text': notShown,
  'mail-html-shown-too': notShown,
  'mail-html-same-words': shortOfNothing, // pictures are counted by a reason of their own
  'mail-html-without-words': notShown,
  'mail-html-pictures': { picture: 'partly', resources: 'partly' },
  'mail-html-drawn': shortOfNothing, // what the picture lacks has reasons of its own
  'mail-html-drawn-for-blank-text': shortOfNothing,
  'mail-html-drawn-too': shortOfNothing,
  'mail-html-drawn-same-words': shortOfNothing,
  'mail-html-drawn-wordless': { text: 'partly' },
  'mail-part-not-opened': { picture: 'partly', text: 'partly' },
  'smime-opened': shortOfNothing,
  'smime-holds': shortOfNothing,
  'smime-broken': shortOfNothing,
  'smime-not-verified': shortOfNothing,
  'smime-trusted': shortOfNothing,
  'smime-untrusted': shortOfNothing,
  'smime-validity': shortOfNothing,
  'smime-other-sender': shortOfNothing,
  'smime-inner-fields': shortOfNothing,
  'smime-encrypted': shortOfNothing, // that it was not opened has a reason of its own
  'smime-not-read': shortOfNothing,
  'smime-not-checked': shortOfNothing,
  'mail-unsent-head': shortOfNothing,
  'tnef-opened': shortOfNothing,
  'tnef-damaged': { picture: 'partly', text: 'partly' },
  'tnef-messages': { picture: 'partly', text: 'partly' },
  'mail-parts-not-found': { picture: 'partly', text: 'partly' },
  'mail-part-without-head-end': shortOfNothing,
  'mail-text-of-no-type': shortOfNothing,
  'mail-body-not-read': { picture: 'partly', text: 'none' },
  'mail-unsent': shortOfNothing,
  'mail-rtf-words': notShown,
  'mail-rtf-html': shortOfNothing,
  'mail-body-rtf': { picture: 'partly', text: 'partly' },
  'mail-field-cut': { picture: 'partly', text: 'partly' },
  'mail-recipients-cut': { picture: 'partly', text: 'partly' },
  'mail-fields-cut': { picture: 'partly', text: 'partly' },
  'mail-head-shown-cut': { picture: 'partly', text: 'partly' },
  'dkim-more-signatures': shortOfNothing,
  'dkim-valid': shortOfNothing,
  'dkim-signed-in-part': shortOfNothing,
  'dkim-fields-unsigned': shortOfNothing,
  'dkim-other-domain': shortOfNothing,
  'dkim-testing': shortOfNothing,
  'dkim-expired': shortOfNothing,
  'dkim-line-ends': shortOfNothing,
  'dkim-body-differs': shortOfNothing,
  'dkim-length-wrong': shortOfNothing,
  'dkim-signature-wrong': shortOfNothing,
  'dkim-key-unfit': shortOfNothing,
  'dkim-no-key': shortOfNothing,
  'dkim-no-answer': shortOfNothing,
  'dkim-not-asked': shortOfNothing,
  'dkim-not-usable': shortOfNothing,
};

const ofOfds: Readonly<Record<keyof (typeof ofdWords)['reasons'], Says>> = {
  'ofd-words-only': { picture: 'partly', text: 'unknown' }, // other letters may be drawn for them
  'ofd-pictures': notShown,
  'ofd-signatures': notShown,
  'ofd-documents': { picture: 'partly', text: 'partly' },
  'ofd-pages-missing': { picture: 'partly', text: 'partly' },
  'ofd-attachments-missing': { picture: 'partly', text: 'partly' },
  'ofd-not-read': noPicture,
};

const ofOffice: Readonly<Record<keyof (typeof officeWords)['reasons'], Says>> = {
  'converted-office': pictureDoubtful, // no two programs lay it out alike
  'office-tool-missing': noPicture,
  'office-not-drawn': noPicture,
  'office-comments': notShown,
  'office-changes': pictureDoubtful,
  'office-hidden-sheets': notShown,
  'office-hidden-slides': notShown,
  'office-links': notShown,
  'office-macros': shortOfNothing,
  'office-inside-not-read': pictureDoubtful,
};

const ofSavedPages: Readonly<Record<keyof (typeof savedPageWords)['reasons'], Says>> = {
  'saved-page-says-from': shortOfNothing,
  'saved-page-of-nowhere': shortOfNothing,
  'saved-page-too-large': noPicture,
};

const ofPdfs: Readonly<Record<keyof (typeof pdfWords)['reasons'], Says>> = {
  'pdf-without-pages': noPicture,
  'pdf-password': noPicture,
  'pdf-damaged': noPicture,
  'pdf-too-many-pages': noPicture,
  'pdf-too-large': noPicture,
  'pdf-reader-time': noPicture,
  'pdf-reader-memory': noPicture,
  'pdf-reader-crash': noPicture,
  'pdf-without-appearance': notShown,
  'pdf-script-dropped': notShown,
  'pages-drawn': shortOfNothing,
  'pages-fonts-replaced': shortOfNothing,
  'pdf-damaged-parts': notShown,
  'pdf-parts-missing': notShown,
  'pdf-table-damaged': pictureDoubtful,
  'pdf-two-readings': pictureDoubtful,
  'pdf-unnamed-objects': shortOfNothing,
  'pdf-doubled-keys': pictureDoubtful,
  'pdf-other-parents': pictureDoubtful,
  'pdf-page-count': pictureDoubtful,
  'pdf-xfa-dynamic': noPicture,
  'pdf-xfa-unsure': pictureDoubtful,
  'pdf-xfa-beside': shortOfNothing,
  'pdf-portfolio': shortOfNothing, // files without pages are a reason of their own
  'pdf-portfolio-empty': { picture: 'partly', resources: 'partly' },
  'pdf-files-inside': shortOfNothing,
  'pdf-files-cut': { picture: 'partly', resources: 'partly' },
  'pdf-files-damaged': { picture: 'partly', resources: 'partly' },
  'pdf-signature-intact': shortOfNothing,
  'pdf-signature-broken': shortOfNothing,
  'pdf-signature-unverified': shortOfNothing,
  'pdf-signature-part': shortOfNothing,
  'pdf-changed-after-signature': pictureDoubtful, // the file shows other pages than were signed
  'pdf-after-signature-unknown': pictureDoubtful,
  'pdf-revision-content': shortOfNothing,
  'pdf-revision-notes': shortOfNothing,
  'pdf-revisions-not-compared': shortOfNothing,
  'pdf-layers-hidden': shortOfNothing,
  'pdf-fonts-not-embedded': shortOfNothing,
  'pdf-page-differs': pictureDoubtful,
  'pdf-not-compared': shortOfNothing, // the fact says of how many pages it is known
  'pdf-facts-not-read': { picture: 'unknown', resources: 'unknown' },
};

const ofPictures: Readonly<Record<keyof (typeof pictureWords)['reasons'], Says>> = {
  'converted-format': shortOfNothing,
  'converted-structure': shortOfNothing,
  'converted-palette': shortOfNothing,
  'converted-depth': shortOfNothing,
  'converted-transparency': shortOfNothing,
  'converted-interlaced': shortOfNothing,
  'converted-coding': shortOfNothing,
  'converted-colour': shortOfNothing,
  'converted-profile': shortOfNothing,
  'converted-png-colour': shortOfNothing,
  'png-cicp-not-applied': pictureDoubtful,
  'still-beside-film': notShown,
  'preview-only': notShown,
  'tiff-colours-unread': noPicture,
  'picture-cut-short': notShown,
  'converted-orientation': shortOfNothing,
  'converted-orientation-pages': shortOfNothing,
  'converted-heif-turned': shortOfNothing,
  'exif-orientation-not-counted': shortOfNothing,
  'converted-tall': shortOfNothing,
  'converted-irregular': pictureDoubtful,
  'picture-irregular': pictureDoubtful,
  'profile-not-applied': shortOfNothing,
  'data-after-picture': notShown,
  'first-frame-only': notShown,
  'first-pages-only': notShown,
  'picture-too-large': noPicture,
  'picture-damaged': noPicture,
};

const ofTexts: Readonly<Record<keyof (typeof textWords)['reasons'], Says>> = {
  'text-charset-judged': wordsDoubtful,
  'text-charset-guessed': wordsDoubtful,
  'text-bytes-not-read': wordsMissing,
  'text-cut': { picture: 'partly', text: 'partly' },
};

/** Which answers a reason of one kind of file makes short. One that is missing here does not compile. */
export const answersOfKinds: Readonly<Record<string, Says>> = {
  ...ofArchives,
  ...ofFilms,
  ...ofHeic,
  ...ofMails,
  ...ofOffice,
  ...ofSavedPages,
  'mail-store-not-opened': { picture: 'none', text: 'none', resources: 'none' } satisfies Says,
  ...ofOfds,
  ...ofPdfs,
  ...ofPictures,
  ...ofTexts,
};
