import type { filmWords } from '../../messages/kinds/film.ts';
import type { heicWords } from '../../messages/kinds/heic.ts';
import type { mailWords } from '../../messages/kinds/mail.ts';
import type { outlookWords } from '../../messages/kinds/outlook.ts';
import type { pdfWords } from '../../messages/kinds/pdf.ts';
import type { pictureWords } from '../../messages/kinds/picture.ts';
import type { textWords } from '../../messages/kinds/text.ts';
import type { compareReasons } from '../../messages/compare-messages.ts';
import type { queueReasons } from '../../messages/queue-messages.ts';
import type { actionReasons } from '../../messages/reasons/action-messages.ts';
import type { captureReasons } from '../../messages/reasons/capture-reasons.ts';
import type { intakeReasons } from '../../messages/reasons/intake-reasons.ts';
import type { outcomeReasons } from '../../messages/reasons/outcome-reasons.ts';
import type { rollingReasons } from '../../messages/reasons/rolling-messages.ts';
import type { secondPathReasons } from '../../messages/reasons/second-path-messages.ts';
import type { sessionReasons } from '../../messages/reasons/session-messages.ts';
import type { Shortfalls } from './answers.ts';

/** A reason says nothing by itself: the step that it ended does. */
type Says = Shortfalls | 'by-step';

const nothing: Shortfalls = {};
const notShown: Shortfalls = { picture: 'partly' };
const noPicture: Shortfalls = { picture: 'none' };
const pictureDoubtful: Shortfalls = { picture: 'unknown' };
const wordsMissing: Shortfalls = { text: 'partly' };
const wordsDoubtful: Shortfalls = { text: 'unknown' };
const notArchived: Shortfalls = { archive: 'partly' };
const notReceived: Shortfalls = { resources: 'partly' };
/** What is missing may be seen: nobody measured whether it is. */
const notReceivedNorSeen: Shortfalls = { picture: 'unknown', resources: 'partly' };
/** It may have brought words, too. */
const notReceivedNorRead: Shortfalls = { picture: 'unknown', resources: 'partly', text: 'unknown' };
/** A limit of time ended it: a slower computer sees less, and what is missing nobody measured. */
const notSeenInTime: Shortfalls = { picture: 'unknown', resources: 'unknown' };
const nothingCame: Shortfalls = { picture: 'none', resources: 'none', text: 'none' };
const otherPage: Shortfalls = { resources: 'none' };
const maybeOtherPage: Shortfalls = { resources: 'unknown' };

/** Which answers a reason of a capture makes short. A reason that is missing here does not compile. */
const ofCaptures: Readonly<Record<keyof typeof captureReasons, Says>> = {
  'step-error': 'by-step',
  'timed-out': 'by-step',
  'recorder-ended': 'by-step',
  'browser-over-memory': 'by-step',
  'page-crashed': 'by-step',
  'load-not-finished': { ...notSeenInTime, text: 'unknown' },
  'error-without-body': nothingCame,
  'page-too-long': nothingCame,
  'file-incomplete': { picture: 'unknown', resources: 'partly', text: 'unknown', archive: 'partly' },
  'certificate-invalid': nothingCame,
  'certificate-invalid-accepted': nothing,
  'bodies-incomplete': notArchived,
  'bodies-from-netlog': nothing,
  'requests-open-at-end': notReceivedNorRead,
  'asked-after-end': nothing, // what was asked then reached no server: the archive has all that was sent and received
  'netlog-truncated': nothing, // an extra log: the archive has its own copy of what the servers sent
  'redirects-without-end': nothingCame,
  'redirect-refused': nothingCame,
  'unknown-host': nothingCame,
  'connection-refused': nothingCame,
  'no-answer': nothingCame,
  'load-failed': nothingCame,
  'scroll-ended-by-pixels': notShown,
  'scroll-ended-by-time': notSeenInTime,
  'scroll-ended-by-growth': notShown,
  'pictures-missing': { picture: 'partly', resources: 'partly' },
  'pictures-late': notSeenInTime,
  'fonts-missing': notSeenInTime,
  'network-busy': pictureDoubtful,
  'page-moves-by-itself': nothing, // the tiles were compared all the same
  'not-held-still': { picture: 'unknown', text: 'unknown' },
  'page-moves': notShown,
  'tiles-retaken': nothing,
  'picture-cut-height': notShown,
  'picture-cut-width': notShown,
  'loaded-too-much': notArchived,
  'document-too-long': { text: 'none', archive: 'partly' },
  'memory-not-watched': nothing,
  'download-denied': nothing,
  'popups-without-end': { picture: 'unknown', resources: 'unknown', text: 'unknown' },
  'mhtml-too-large': notArchived,
  'source-too-large': notArchived,
  'source-incomplete': { picture: 'unknown', resources: 'partly', text: 'unknown', archive: 'partly' },
  'source-not-seen': { resources: 'unknown', archive: 'partly' },
  'encoding-guessed': wordsDoubtful,
  'encodings-differ': wordsDoubtful,
  'replacement-characters': wordsDoubtful,
  'text-not-well-formed': wordsMissing,
  'text-positions-cut': wordsMissing,
  'letters-not-measured': nothing, // the words are there; only the places of single letters are not
  'document-changed': { picture: 'partly', text: 'partly', archive: 'partly' },
  'document-made-by-page': { resources: 'unknown' },
  'document-not-reached': nothingCame,
  'document-followed': nothing,
  'leaving-refused': nothing,
  'address-changed-by-page': nothing,
  'sections-brought-in': nothing,
  'backgrounds-stay': notShown,
  'seen-not-in-picture': notShown,
  'text-not-in-picture': 'by-step', // a few words that a page hides are no loss; many end the step
  'text-not-measured': wordsDoubtful,
  'covers-not-measured': wordsDoubtful,
  'words-moved': wordsDoubtful,
  'words-of-styles-not-read': wordsDoubtful,
  'font-maps-otherwise': wordsDoubtful,
  'fonts-not-compared': wordsDoubtful,
  'frames-not-read': wordsDoubtful,
  'text-changed-while-held': { picture: 'partly', text: 'partly' },
  'region-parts-lines': wordsMissing,
  'region-cuts-words': wordsMissing,
  'page-empty': { picture: 'unknown', text: 'none' },
  'login-required': nothingCame,
  'challenge-page': otherPage,
  'login-wall': otherPage,
  'access-denied': otherPage,
  'visitors-asked': otherPage,
  'site-unavailable': otherPage,
  'soft-404': otherPage,
  'content-removed': otherPage,
  'may-be-wall': maybeOtherPage,
  'may-be-challenge': maybeOtherPage,
  'may-be-notice': maybeOtherPage,
  'error-status': otherPage,
  'sub-resources-failed': notReceivedNorRead,
  'dialog-dismissed': nothing,
  'dialogs-without-end': { picture: 'unknown', resources: 'unknown', text: 'unknown' },
  'popup-closed': nothing,
  'private-network-allowed': nothing,
  'server-address-unknown': nothing,
  'browser-without-sandbox': nothing,
};

const ofActions: Readonly<Record<keyof typeof actionReasons, Says>> = {
  'nothing-to-act-on': nothing,
  'changed-by-actions': nothing,
  'address-changed-by-actions': nothing,
  'expand-bound': { picture: 'partly', text: 'partly' },
  'page-too-large-to-search': pictureDoubtful,
  'banners-hidden': nothing,
  'banners-left': notShown,
  'deferred-images-missing': { picture: 'partly', resources: 'partly' },
  'deferred-images-late': notSeenInTime,
  'deferred-images-bound': { picture: 'partly', resources: 'partly' },
  'scrolls-inside': notShown,
  'clips-text': nothing, // the page shows itself like this
  'still-scrolls-inside': notShown,
  'captured-by-hand': nothing,
  'recording-capped': nothing,
  'credentials-typed': { archive: 'none' },
};

/** The rolling picture is beside the page's own; where it was asked for it must be whole, too. */
const ofRolling: Readonly<Record<keyof typeof rollingReasons, Says>> = {
  'nothing-scrolls': nothing, // then the page's picture has all of it
  'rolling-apart': notShown,
  'rolling-ended-by-views': notShown,
  'rolling-ended-by-pixels': notShown,
  'rolling-ended-by-bytes': notShown,
  'rolling-ended-by-time': notShown,
  'rolling-ended-by-stuck': notShown,
  'rolling-ended-by-stopped': notShown,
  'rolling-released': nothing, // the page's own picture shows them
  'rolling-content-moved': nothing,
  'rolling-rows-differ': nothing,
  'rolling-unsteady': nothing,
  'rolling-holds-seen': nothing,
  'rolling-zoomed': nothing, // its pictures are there, without a text layer
  'rolling-left-unplaced': nothing, // said of a redacted copy: the original has it
  'rolling-left-unnamed': nothing,
};

const ofIntake: Readonly<Record<keyof typeof intakeReasons, Says>> = {
  'file-empty': { picture: 'none', resources: 'none', text: 'none' },
  'pages-later': nothing,
  'type-differs-from-name': nothing,
  'type-differs-from-declared': nothing,
  'hidden-characters-in-name': nothing,
  'name-not-well-formed': nothing,
  'changed-while-read': { archive: 'unknown' },
  'pasted-picture': nothing,
  'pasted-without-file': nothing,
  'dropped-without-file': nothing,
  'same-file-as': nothing,
  'possibly-recompressed': nothing,
  'possibly-recompressed-no-exif': nothing,
  'reading-out-of-time': 'by-step',
  'reading-out-of-memory': 'by-step',
  'reading-crashed': 'by-step',
  'ocr-absent': nothing,
  'ocr-already': nothing,
  'ocr-no-picture': nothing,
  'ocr-has-text': nothing,
  'ocr-too-tall': nothing,
  'stitch-rows-differ': pictureDoubtful,
  'attachments-without-pages': notShown,
  'attachment-too-deep': notShown,
  'attachment-out-of-time': notShown,
  'attachment-too-many': notShown,
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
  'heic-drawn': nothing,
};

const ofMails: Readonly<Record<keyof (typeof mailWords)['reasons'] | keyof (typeof outlookWords)['reasons'], Says>> = {
  'mail-head-cut': { picture: 'partly', text: 'partly' },
  'mail-charset-guessed': wordsDoubtful,
  'mail-html-as-text': notShown,
  'mail-html-beside-text': pictureDoubtful,
  'mail-not-read': { picture: 'none', text: 'none' },
  'mail-too-large': { picture: 'none', text: 'none' },
  'dkim-not-verified': nothing,
  'attachments-cut': { picture: 'partly', resources: 'partly' },
  'mail-html-for-blank-text': notShown,
  'mail-html-shown-too': notShown,
  'mail-html-same-words': nothing, // pictures are counted by a reason of their own
  'mail-html-without-words': notShown,
  'mail-html-pictures': { picture: 'partly', resources: 'partly' },
  'mail-part-not-opened': { picture: 'partly', text: 'partly' },
  'mail-parts-not-found': { picture: 'partly', text: 'partly' },
  'mail-part-without-head-end': nothing,
  'mail-text-of-no-type': nothing,
  'mail-body-not-read': { picture: 'partly', text: 'none' },
  'mail-body-rtf': { picture: 'partly', text: 'partly' },
  'mail-field-cut': { picture: 'partly', text: 'partly' },
  'mail-recipients-cut': { picture: 'partly', text: 'partly' },
  'mail-fields-cut': { picture: 'partly', text: 'partly' },
  'mail-head-shown-cut': { picture: 'partly', text: 'partly' },
  'dkim-more-signatures': nothing,
  'dkim-valid': nothing,
  'dkim-signed-in-part': nothing,
  'dkim-fields-unsigned': nothing,
  'dkim-other-domain': nothing,
  'dkim-testing': nothing,
  'dkim-expired': nothing,
  'dkim-line-ends': nothing,
  'dkim-body-differs': nothing,
  'dkim-length-wrong': nothing,
  'dkim-signature-wrong': nothing,
  'dkim-key-unfit': nothing,
  'dkim-no-key': nothing,
  'dkim-no-answer': nothing,
  'dkim-not-asked': nothing,
  'dkim-not-usable': nothing,
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
  'pages-drawn': nothing,
  'pages-fonts-replaced': nothing,
  'pdf-damaged-parts': notShown,
  'pdf-parts-missing': notShown,
  'pdf-table-damaged': pictureDoubtful,
  'pdf-two-readings': pictureDoubtful,
  'pdf-unnamed-objects': nothing,
  'pdf-doubled-keys': pictureDoubtful,
  'pdf-other-parents': pictureDoubtful,
  'pdf-page-count': pictureDoubtful,
};

const ofPictures: Readonly<Record<keyof (typeof pictureWords)['reasons'], Says>> = {
  'converted-format': nothing,
  'converted-structure': nothing,
  'converted-palette': nothing,
  'converted-depth': nothing,
  'converted-transparency': nothing,
  'converted-interlaced': nothing,
  'converted-coding': nothing,
  'converted-colour': nothing,
  'converted-profile': nothing,
  'converted-orientation': nothing,
  'converted-orientation-pages': nothing,
  'converted-heif-turned': nothing,
  'exif-orientation-not-counted': nothing,
  'converted-tall': nothing,
  'converted-irregular': pictureDoubtful,
  'picture-irregular': pictureDoubtful,
  'profile-not-applied': nothing,
  'data-after-picture': notShown,
  'first-frame-only': notShown,
  'first-pages-only': notShown,
  'picture-too-large': noPicture,
  'picture-damaged': noPicture,
};

const ofTexts: Readonly<Record<keyof (typeof textWords)['reasons'], Says>> = {
  'text-charset-guessed': wordsDoubtful,
  'text-cut': { picture: 'partly', text: 'partly' },
};

/** Found in the record itself, never stored in it. */
const ofOutcomes: Readonly<Record<keyof typeof outcomeReasons, Says>> = {
  'status-not-recorded': maybeOtherPage,
  'status-partial': notReceived,
  'status-unusual': maybeOtherPage,
  'answer-empty': nothingCame,
  'requests-not-counted': { resources: 'unknown' },
  'frames-not-received': notReceivedNorRead,
  'stylesheets-not-received': notReceivedNorSeen,
  'scripts-not-received': notReceivedNorRead,
  'images-not-received': notReceivedNorSeen,
  'fonts-not-received': notReceivedNorSeen,
  'media-not-received': notReceivedNorSeen,
  'data-not-received': notReceivedNorRead,
  'other-not-received': notReceived,
  'content-not-shown': noPicture,
  'content-not-known': pictureDoubtful,
  'picture-not-stored': noPicture,
  'text-not-stored': { text: 'none' },
  'no-words': { text: 'none' },
  'archive-not-stored': { archive: 'none' },
  'mhtml-not-stored': notArchived,
  'source-not-stored': notArchived,
  'original-not-stored': { archive: 'none' },
  'kept-with-parent': nothing,
  'stored-as-partial': nothing,
};

type OfNoCapture = keyof typeof compareReasons | keyof typeof queueReasons;
const ofNoCapture: Readonly<Record<OfNoCapture, Says>> = {
  'no-picture-to-compare': nothing,
  'widths-differ': nothing,
  'pictures-not-read': nothing,
  'pictures-differ-throughout': nothing,
  'run-stopped': nothing,
  'run-interrupted': nothing,
  'run-broken': nothing,
  'held-by-person': nothing,
  'cancelled-by-person': nothing,
  'retried-by-person': nothing,
  'for-a-hand': nothing,
  'session-missing': nothing,
  'session-logged-out': nothing,
  'session-puzzle': nothing,
};

const ofSessions: Readonly<Record<keyof typeof sessionReasons, Says>> = {
  'captured-in-session': nothing,
  'session-secrets-left-out': notArchived,
  'credential-shown': nothing,
  'popup-opened': nothing,
  'popup-not-opened': nothing,
  'popup-not-watched': nothing,
  'window-smaller-than-view': nothing,
  'window-closed': nothingCame,
};

/** The second fetch is beside the capture, and no part of it. */
const ofSecondPaths: Readonly<Record<keyof typeof secondPathReasons, Says>> = {
  'second-path-declined': nothing,
  'second-path-logged-in': nothing,
  'second-path-behind-proxy': nothing,
  'second-path-token': nothing,
  'second-path-no-time': nothing,
  'second-path-died': nothing,
  'second-path-late': nothing,
  'second-path-broke': nothing,
  'second-path-refused': nothing,
  'second-path-redirect-elsewhere': nothing,
  'second-path-redirect-token': nothing,
  'second-path-certificate-invalid': nothing,
  'second-path-too-long': nothing,
  'second-path-differs': nothing,
};

/** Which answers each reason makes short, by its code; a code that is not here is a newer program's. */
export const answersOfReason: Readonly<Record<string, Says>> = {
  ...ofCaptures,
  ...ofActions,
  ...ofRolling,
  ...ofIntake,
  ...ofFilms,
  ...ofHeic,
  ...ofMails,
  ...ofPdfs,
  ...ofPictures,
  ...ofTexts,
  ...ofOutcomes,
  ...ofNoCapture,
  ...ofSessions,
  ...ofSecondPaths,
};
