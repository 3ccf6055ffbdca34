import type { compareReasons } from '../../messages/compare-messages.ts';
import type { queueReasons } from '../../messages/queue-messages.ts';
import type { actionReasons } from '../../messages/reasons/action-messages.ts';
import type { captureReasons } from '../../messages/reasons/capture-reasons.ts';
import type { intakeReasons } from '../../messages/reasons/intake-reasons.ts';
import type { outcomeReasons } from '../../messages/reasons/outcome-reasons.ts';
import type { rollingReasons } from '../../messages/reasons/rolling-messages.ts';
import type { secondPathReasons } from '../../messages/reasons/second-path-messages.ts';
import type { sessionReasons } from '../../messages/reasons/session-messages.ts';
import { answersOfKinds } from './kind-answers.ts';
import {
  shortOfNothing,
  notShown,
  noPicture,
  pictureDoubtful,
  wordsMissing,
  wordsDoubtful,
  notArchived,
  notReceived,
  notReceivedNorSeen,
  notReceivedNorRead,
  notSeenInTime,
  nothingCame,
  otherPage,
  maybeOtherPage,
  type Says,
} from './says.ts';

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
  'certificate-invalid-accepted': shortOfNothing,
  'bodies-incomplete': notArchived,
  'bodies-from-netlog': shortOfNothing,
  'requests-open-at-end': notReceivedNorRead,
  'asked-after-end': shortOfNothing, // what was asked then reached no server: the archive has all that was sent and received
  'netlog-truncated': shortOfNothing, // an extra log: the archive has its own copy of what the servers sent
  'redirects-without-end': nothingCame,
  'redirect-refused': nothingCame,
  'unknown-host': nothingCame,
  'connection-refused': nothingCame,
  'no-answer': nothingCame,
  'load-failed': nothingCame,
  'scroll-ended-by-pixels': notShown,
  'scroll-ended-by-time': notSeenInTime,
  'scroll-ended-by-growth': notShown,
  'inside-grows': notShown,
  'pictures-missing': { picture: 'partly', resources: 'partly' },
  'pictures-late': notSeenInTime,
  'fonts-missing': notSeenInTime,
  'network-busy': pictureDoubtful,
  'page-moves-by-itself': shortOfNothing, // the tiles were compared all the same
  'not-held-still': { picture: 'unknown', text: 'unknown' },
  'page-moves': notShown,
  'tiles-retaken': shortOfNothing,
  'picture-cut-height': notShown,
  'picture-cut-width': notShown,
  'loaded-too-much': notArchived,
  'document-too-long': { text: 'none', archive: 'partly' },
  'memory-not-watched': shortOfNothing,
  'download-denied': shortOfNothing,
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
  'letters-not-measured': shortOfNothing, // the words are there; only the places of single letters are not
  'document-changed': { picture: 'partly', text: 'partly', archive: 'partly' },
  'document-made-by-page': { resources: 'unknown' },
  'document-not-reached': nothingCame,
  'document-followed': shortOfNothing,
  'leaving-refused': shortOfNothing,
  'address-changed-by-page': shortOfNothing,
  'sections-brought-in': shortOfNothing,
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
  'dialog-dismissed': shortOfNothing,
  'dialogs-without-end': { picture: 'unknown', resources: 'unknown', text: 'unknown' },
  'popup-closed': shortOfNothing,
  'private-network-allowed': shortOfNothing,
  'server-address-unknown': shortOfNothing,
  'browser-without-sandbox': shortOfNothing,
};

const ofActions: Readonly<Record<keyof typeof actionReasons, Says>> = {
  'nothing-to-act-on': shortOfNothing,
  'changed-by-actions': shortOfNothing,
  'address-changed-by-actions': shortOfNothing,
  'expand-bound': { picture: 'partly', text: 'partly' },
  'page-too-large-to-search': pictureDoubtful,
  'banners-hidden': shortOfNothing,
  'banners-left': notShown,
  'deferred-images-missing': { picture: 'partly', resources: 'partly' },
  'deferred-images-late': notSeenInTime,
  'deferred-images-bound': { picture: 'partly', resources: 'partly' },
  'scrolls-inside': notShown,
  'clips-text': shortOfNothing, // the page shows itself like this
  'still-scrolls-inside': notShown,
  'captured-by-hand': shortOfNothing,
  'recording-capped': shortOfNothing,
  'credentials-typed': { archive: 'none' },
};

/** The rolling picture is beside the page's own; where it was asked for it must be whole, too. */
const ofRolling: Readonly<Record<keyof typeof rollingReasons, Says>> = {
  'nothing-scrolls': shortOfNothing, // then the page's picture has all of it
  'rolling-apart': notShown,
  'rolling-ended-by-views': notShown,
  'rolling-ended-by-pixels': notShown,
  'rolling-ended-by-bytes': notShown,
  'rolling-ended-by-time': notShown,
  'rolling-ended-by-stuck': notShown,
  'rolling-ended-by-stopped': notShown,
  'rolling-released': shortOfNothing, // the page's own picture shows them
  'rolling-content-moved': shortOfNothing,
  'rolling-rows-differ': shortOfNothing,
  'rolling-unsteady': shortOfNothing,
  'rolling-holds-seen': shortOfNothing,
  'rolling-zoomed': shortOfNothing, // its pictures are there, without a text layer
  'rolling-left-unplaced': shortOfNothing, // said of a redacted copy: the original has it
  'rolling-left-unnamed': shortOfNothing,
};

const ofIntake: Readonly<Record<keyof typeof intakeReasons, Says>> = {
  'file-empty': { picture: 'none', resources: 'none', text: 'none' },
  'pages-later': shortOfNothing,
  'type-differs-from-name': shortOfNothing,
  'type-differs-from-declared': shortOfNothing,
  'hidden-characters-in-name': shortOfNothing,
  'name-not-well-formed': shortOfNothing,
  'changed-while-read': { archive: 'unknown' },
  'pasted-picture': shortOfNothing,
  'pasted-without-file': shortOfNothing,
  'dropped-without-file': shortOfNothing,
  'same-file-as': shortOfNothing,
  'possibly-recompressed': shortOfNothing,
  'possibly-recompressed-no-exif': shortOfNothing,
  'reading-out-of-time': 'by-step',
  'reading-out-of-memory': 'by-step',
  'reading-crashed': 'by-step',
  'ocr-absent': shortOfNothing,
  'ocr-already': shortOfNothing,
  'ocr-no-picture': shortOfNothing,
  'ocr-has-text': shortOfNothing,
  'ocr-too-tall': shortOfNothing,
  'stitch-rows-differ': pictureDoubtful,
  'attachments-without-pages': notShown,
  'attachment-too-deep': notShown,
  'attachment-out-of-time': notShown,
  'attachment-too-many': notShown,
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
  'kept-with-parent': shortOfNothing,
  'stored-as-partial': shortOfNothing,
};

type OfNoCapture = keyof typeof compareReasons | keyof typeof queueReasons;
const ofNoCapture: Readonly<Record<OfNoCapture, Says>> = {
  'no-picture-to-compare': shortOfNothing,
  'widths-differ': shortOfNothing,
  'pictures-not-read': shortOfNothing,
  'pictures-differ-throughout': shortOfNothing,
  'run-stopped': shortOfNothing,
  'run-interrupted': shortOfNothing,
  'run-broken': shortOfNothing,
  'held-by-person': shortOfNothing,
  'cancelled-by-person': shortOfNothing,
  'retried-by-person': shortOfNothing,
  'for-a-hand': shortOfNothing,
  'session-missing': shortOfNothing,
  'session-logged-out': shortOfNothing,
  'session-puzzle': shortOfNothing,
};

const ofSessions: Readonly<Record<keyof typeof sessionReasons, Says>> = {
  'captured-in-session': shortOfNothing,
  'session-secrets-left-out': notArchived,
  'credential-shown': shortOfNothing,
  'one-time-code-shown': shortOfNothing,
  'popup-opened': shortOfNothing,
  'popup-not-opened': shortOfNothing,
  'popup-not-watched': shortOfNothing,
  'window-smaller-than-view': shortOfNothing,
  'window-closed': nothingCame,
};

/** The second fetch is beside the capture, and no part of it. */
const ofSecondPaths: Readonly<Record<keyof typeof secondPathReasons, Says>> = {
  'second-path-declined': shortOfNothing,
  'second-path-logged-in': shortOfNothing,
  'second-path-behind-proxy': shortOfNothing,
  'second-path-token': shortOfNothing,
  'second-path-no-time': shortOfNothing,
  'second-path-died': shortOfNothing,
  'second-path-late': shortOfNothing,
  'second-path-broke': shortOfNothing,
  'second-path-refused': shortOfNothing,
  'second-path-redirect-elsewhere': shortOfNothing,
  'second-path-redirect-token': shortOfNothing,
  'second-path-certificate-invalid': shortOfNothing,
  'second-path-too-long': shortOfNothing,
  'second-path-differs': shortOfNothing,
};

/** Which answers each reason makes short, by its code; a code that is not here is a newer program's. */
export const answersOfReason: Readonly<Record<string, Says>> = {
  ...ofCaptures,
  ...ofActions,
  ...ofRolling,
  ...ofIntake,
  ...answersOfKinds,
  ...ofOutcomes,
  ...ofNoCapture,
  ...ofSessions,
  ...ofSecondPaths,
};
