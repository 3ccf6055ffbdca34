import type { Category } from '../../shared/case/category.ts';
import type { PageAction } from '../../shared/case/capture/page-actions.ts';
import type { FileIntake } from '../../shared/case/file-intake.ts';
import type { CaptureRecord } from '../../shared/case/record.ts';
import type { ClockAndRandom, WritableCase } from '../casefile/case-handles.ts';
import type { SpawnChild } from '../casefile/processes/children.ts';
import type { ManualTurn } from './manual/manual-capture.ts';
import type { SandboxPool } from './browser/capture-sandbox.ts';
import type { Device } from './environment/device.ts';
import type { ProgramHashes } from './environment/program-hashes.ts';
import type { OnStep } from './ledger.ts';
import type { Upstream } from './gateway/upstream.ts';
import type { SessionInUse } from './session/session-in-use.ts';

export type CaptureOptions = Readonly<{
  category: Category;
  view: CaptureRecord['view'];
  /** Seconds for the whole address. */
  timeout: number;
  allowPrivateNetwork: boolean;
  /** Go on where the server's certificate is invalid; it is recorded and warned of. */
  acceptInvalidCertificate: boolean;
  /** No fetch of the same address by the program itself; it is done where this is not said. */
  noSecondPath?: boolean | undefined;
  /** Languages that the browser asks for, most wanted first (`zh-CN,zh`); the browser's own where this is not said. */
  language?: string | undefined;
  /** What the browser calls itself; its own name where this is not said. */
  userAgent?: string | undefined;
  /** The person chose the languages: they are not only the case's. */
  languageChosen?: boolean | undefined;
  /** No question to public time servers. */
  noTimeServers?: boolean | undefined;
  /** What may be done to the page at the operator's wish, and whether its inner scroll containers are taken at full size. */
  actions?: readonly PageAction[] | undefined;
  innerScroll?: boolean | undefined;
  /** Whether a rolling picture is taken too. */
  rolling?: boolean | undefined;
  /** A person works in the browser first (`handOver` of the services); the account is what the operator states. */
  byHand?: boolean | undefined;
  account?: string | undefined;
  /** The page may show what only this session sees: no second, anonymous fetch is compared with it. */
  loggedIn?: boolean | undefined;
  /** In the login session of the services. */
  session?: boolean | undefined;
  /** A proxy to go through at the user's wish, or null to go direct. */
  upstream: Upstream | null;
  operator: string | null;
  /** The address's place in the queue. */
  job: string | null;
}>;

/** What intake makes of an address that gave a file; passed in, because capture does not know intake. */
type TakeInFile = (path: string, name: string, mediaType: string) => Promise<FileIntake>;

export type CaptureServices = Readonly<{
  caseFile: WritableCase;
  clockAndRandom: ClockAndRandom;
  program: Readonly<{ name: string; version: string }>;
  takeInFile: TakeInFile;
  /** Where captures happen; some may have been made ready ahead. */
  sandboxes: SandboxPool;
  hashes: ProgramHashes;
  /** What takes a while to find out about this device, asked once for many captures. */
  device: Device;
  /** Starts the recorder's process. */
  spawnChild: SpawnChild;
  /** How a page is handed to a person; without it nothing is captured by hand. */
  manualTurn?: ManualTurn;
  /** The login session of the case; null where there is none. */
  session?: SessionInUse | null;
  onStep: OnStep;
  signal: AbortSignal;
}>;
