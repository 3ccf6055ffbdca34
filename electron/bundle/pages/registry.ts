import { custody } from './annex/custody.ts';
import { fileList } from './annex/file-list.ts';
import { technicalAnnex } from './annex/technical-annex.ts';
import { certificate } from './back/certificate.ts';
import { comparison } from './back/comparison.ts';
import { hashList } from './back/hash-list.ts';
import { media } from './back/media.ts';
import { recoded } from './back/recoded.ts';
import { spread } from './back/spread.ts';
import { verification } from './back/verification.ts';
import { working } from './back/working.ts';
import { divider } from './exhibit/divider.ts';
import { exhibitPages } from './exhibit/exhibit-pages.ts';
import { keyPage } from './exhibit/key-page.ts';
import { trace } from './exhibit/trace-page.ts';
import { addendum } from './front/addendum.ts';
import { catalogue } from './front/catalogue.ts';
import { chronology } from './front/chronology.ts';
import { compliance } from './front/compliance.ts';
import { cover } from './front/cover.ts';
import { matrix } from './front/matrix.ts';
import { sideBySide } from './front/side-by-side.ts';
import { summary } from './front/summary.ts';
import { timeAxis } from './front/time-axis.ts';
import type { ExhibitPageKind, PageKind } from './page-kind.ts';

/** A bundle, from its cover to its last page. */
export const pageKinds: Readonly<{
  front: readonly PageKind[];
  exhibit: readonly ExhibitPageKind[];
  back: readonly PageKind[];
  annex: readonly PageKind[];
}> = {
  front: [cover, summary, addendum, compliance, sideBySide, catalogue, matrix, timeAxis, chronology],
  // For each exhibit, the evidence first; the full pages of some stand in the annex, behind everything else.
  exhibit: [divider, keyPage, exhibitPages, trace],
  back: [comparison, media, spread, hashList, recoded, certificate, verification, working],
  // What the court looks up, and need not read.
  annex: [technicalAnnex, fileList, custody],
};
