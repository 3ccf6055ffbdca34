import type { Json } from '../../../shared/canonical-json.ts';
import type { Acted, InnerScroll, ManualCapture } from '../../../shared/case/capture/page-actions.ts';
import type { Rolling } from '../../../shared/case/capture/rolling.ts';
import type { Artifact, CaptureRecord, PageFacts, Reason, Role } from '../../../shared/case/record.ts';
import type { KindLine } from '../../../shared/case/outcome/step-answers.ts';
import type { TextRun } from '../../../shared/page/text-positions.ts';
import type { StepLine } from '../../../shared/messages/names/step-names.ts';
import type { PageContext } from '../actions/page-context.ts';
import type { StartedAhead } from '../../casefile/processes/started-ahead.ts';
import type { CaptureBrowser } from '../browser/browser.ts';
import type { CaptureOptions, CaptureServices } from '../capture-options.ts';
import type { profileAtStart } from '../environment/browser-checks.ts';
import type { MadeCheck } from '../environment/made-check.ts';
import type { PageEncoding } from '../page/encoding.ts';
import type { FirstPage } from '../page/first-page.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { HeldDocument } from '../page/held/held-document.ts';
import type { ShownDocument } from '../page/held/shown-document.ts';
import type { Load } from '../page/load.ts';
import type { ManualTurn } from '../manual/manual-capture.ts';
import type { Popups } from '../page/page.ts';
import type { Recorder } from '../recorder/recorder.ts';
import type { Cleaner } from '../sealing/cleaner.ts';
import type { SecondPathEnd } from '../second-path/second-path.ts';
import type { EnteredSession, SessionInUse } from '../session/session-in-use.ts';
import type { SeenBlock } from '../page/scroll.ts';
import type { ReadPositions } from '../page/text-positions.ts';
import type { Looked } from '../picture/text-in-picture.ts';
import type { Picture } from '../picture/tiles.ts';

/**
 * One step of a capture. The steps stand in the order in which they run in `capture.ts`, and nowhere else; a capture goes
 * on after a step that failed, with what it has.
 */
export type CaptureStep = Readonly<{
  name: string;
  /**
   * The lines of the operation log that the step may write, by their names; kept for ever, for records hold them. What is
   * lost where one fails, `shared/case/outcome/step-answers.ts` says.
   */
  lines: readonly (StepLine | KindLine)[];
  /** Whether there is anything for it to do. */
  when(run: CaptureRun): boolean;
  /** Adds what it learns to `run.found`, and what it stores to the artifacts. @throws only where the capture must end */
  run(run: CaptureRun): Promise<void>;
}>;

/** How artifacts are stored: each becomes an object of the case and a line of the record. */
export type ArtifactStore = Readonly<{
  keep(role: Role, name: string, mediaType: string, bytes: Uint8Array): void;
  keepFile(role: Role, name: string, mediaType: string, path: string): void;
  keepJson(role: Role, name: string, value: Json): void;
  /** What others may be handed of a file, under its name, and the whole file, sealed. `count`: places that were reduced. */
  keepReduced(role: Role, name: string, whole: Json, reduced: Json, count: number): void;
}>;

/** A capture under way: what it was given, what was opened for it, and what its steps found so far. */
export type CaptureRun = PageContext &
  Readonly<{
    target: URL;
    options: CaptureOptions;
    services: CaptureServices;
    /** When it began: by the clock, and by the monotonic clock in ns. */
    started: Date;
    startMono: bigint;
    /** A folder of its own for large files before they are stored. */
    scratch: string;
    store: ArtifactStore;
    gateway: Gateway;
    recorder: Recorder;
    chromium: CaptureBrowser;
    atStart: Awaited<ReturnType<typeof profileAtStart>>;
    /** The program's own files, by their hashes. */
    ofProgram: readonly MadeCheck[];
    /** Children that later steps want. */
    ahead: StartedAhead;
    /** Looks for credentials in what was stored. */
    cleaner: Cleaner;
    popups: Popups;
    /** Window and screen of a browser that is seen; null where none is. */
    seenBy: FirstPage['seen'];
    /** How the page is handed to a person; undefined where nobody works in the browser. */
    manualTurn: ManualTurn | undefined;
    inSession: SessionInUse | null;
    entered: EnteredSession | null;
    found: FoundSoFar;
  }>;

/** What the steps of a capture found; null where the step did not run, or gave nothing. */
export type FoundSoFar = {
  load: Load;
  /** The document that was brought to rest; null where none was. */
  rested: ShownDocument | null;
  /** When the page's scripts were stopped, in ms since 1970; null where nobody tried. */
  heldAt: number | null;
  held: HeldDocument | null;
  /** The words that stood in the window while the page was scrolled. */
  seen: readonly SeenBlock[] | null;
  /** Those of them that the page's picture does not hold. */
  unloaded: readonly SeenBlock[];
  /** The text as it stood before the picture was taken. */
  textBefore: string | null;
  picture: Picture | null;
  title: string | null;
  text: string;
  encoding: PageEncoding | null;
  /** Why the page counts as blocked. */
  wall: Reason | null;
  judged: CaptureRecord['judged'];
  pageFacts: PageFacts | null;
  words: ReadPositions | null;
  /** What of the words the picture shows, found out while their letters are measured: by boxes, one for each run. */
  looking: Readonly<{ boxes: readonly TextRun[]; result: Promise<Looked> }> | null;
  /** How many texts the picture does not show; null: not measured. */
  unseenTexts: number | null;
  inside: InnerScroll | null;
  rolling: Rolling | null;
  acted: Acted | null;
  manual: ManualCapture | null;
  file: CaptureRecord['file'];
  film: CaptureRecord['film'] | null;
  /** The address that the server answered; null where it answered none. */
  served: string | null;
  finalUrl: string | null;
  server: CaptureRecord['server'];
  product: string;
  second: Promise<SecondPathEnd & Readonly<{ artifacts: readonly Artifact[] }>> | null;
  ended: Date;
  endMono: bigint;
  checks: CaptureRecord['checks'];
  /** Values that the exchanges carried and that let somebody in. Never stored. */
  secrets: readonly string[];
};

/** Whether the address gave a page, rather than a file or nothing. */
export const gavePage = ({ found }: CaptureRun): boolean => found.load.end === 'page';

/** Whether there is a document that is held still to be read. */
export const holdsDocument = ({ found }: CaptureRun): boolean => found.held !== null;

/** The document that is held. @throws {Error} where a step runs that should have been left out */
export function heldOf({ found }: CaptureRun): HeldDocument {
  if (!found.held) throw new Error('no document is held');
  return found.held;
}
