import type { Artifact, FilePages, Reason } from '../../shared/case/record.ts';
import type { ClockAndRandom, WritableCase } from '../casefile/case-handles.ts';
import type { SpawnChild } from '../casefile/processes/children.ts';
import type { Film } from '../../shared/case/film.ts';
import type { FileFact } from './facts.ts';
import type { DrawnHtml, HtmlToDraw } from '../../shared/page/picture/drawn-html.ts';
import type { InspectPdf } from './inspect-pdf.ts';
import type { AskDns } from './kinds/mail/dkim/ask-dns.ts';

/**
 * Draws a document; passed in, because intake knows no browser.
 *
 * @returns why there is no picture, where there is none: no browser, or one that the document broke
 * @throws only when cancelled
 */
type DrawPage = (page: HtmlToDraw, signal: AbortSignal) => Promise<DrawnHtml | Readonly<{ refused: Reason }>>;

export type IntakeServices = Readonly<{
  caseFile: Pick<WritableCase, 'objects' | 'objectPath' | 'scratch'>;
  clockAndRandom: ClockAndRandom;
  spawnChild: SpawnChild;
  inspectPdf: InspectPdf;
  /** Asks for the keys of a mail's signatures; null: nobody is to be asked. */
  askDns: AskDns | null;
  /** A fontconfig file with Chinese fonts that this user can read, for programs that draw; null: the system's fonts. */
  fontConfig(user: number | null): string | null;
  /** Draws HTML documents in a browser without a network; null: there is to be none. */
  drawPage: DrawPage | null;
  signal: AbortSignal;
}>;

/** What a file's own content gives. */
export type FileContent = Readonly<{
  facts: readonly FileFact[];
  pages: FilePages;
  warnings: readonly Reason[];
  /** Tiles of a converted picture; the text of a mail. */
  images: readonly Artifact[];
  /** Of a film: its frames. */
  film?: Film | null;
  /** A picture's size in pixels. */
  size: Readonly<{ width: number; height: number }> | null;
}>;
