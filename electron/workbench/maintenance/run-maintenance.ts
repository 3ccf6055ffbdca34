import type { ErrorCode } from '../../../shared/errors/codes.ts';
import { FascicleError, sameError, type ErrorParams } from '../../../shared/errors/fascicle-error.ts';
import type { CaseLanguage } from '../../../shared/language.ts';
import type { VerifyReport } from '../../../shared/verify/report.ts';
import type { backupCase } from '../../casefile/upkeep/backup-case.ts';
import { runInChild } from '../../casefile/processes/children.ts';
import type { repairCase } from '../../casefile/upkeep/repair-case.ts';
import type { damagedObjects, ExaminedCase } from '../../verify/verify-case.ts';
import type { HandlerContext } from '../handler.ts';

/** What each kind of long reading gives. */
export type MaintenanceResults = {
  backup: ReturnType<typeof backupCase>;
  repair: ReturnType<typeof repairCase>;
  damaged: ReturnType<typeof damagedObjects>;
  verify: VerifyReport;
  examine: ExaminedCase;
};
export type MaintenanceRequest = Readonly<{ folder: string }> &
  (
    | Readonly<{ do: 'backup'; to: string }>
    | Readonly<{ do: 'repair' }>
    | Readonly<{ do: 'damaged' | 'verify'; language: CaseLanguage }>
    | Readonly<{
        do: 'examine';
        stateFolder: string;
        shippedAnchors: string;
        anchors: readonly string[];
        since: string | null;
      }>
  );
export type MaintenanceAnswer =
  | Readonly<{ result: MaintenanceResults[MaintenanceRequest['do']] }>
  | Readonly<{ error: Readonly<{ code: ErrorCode; params: ErrorParams }> }>;

/** A terabyte takes hours; a case's lists of files and entries lie in memory. */
const limits = { milliseconds: 24 * 3_600_000, megabytes: 8_192 } as const;

/**
 * Does one of them in a process of its own, which a person may stop: what is then unfinished, the next run finishes or
 * clears.
 * @throws {FascicleError} as the work itself, or `keep-ended`
 */
export async function runMaintenance<R extends MaintenanceRequest>(
  request: R,
  stage: string,
  { services, signal, emit }: Pick<HandlerContext, 'services' | 'signal' | 'emit'>,
): Promise<MaintenanceResults[R['do']]> {
  const ended = await runInChild(
    services.spawnChild,
    'workbench/maintenance/maintenance-child',
    request,
    limits,
    signal,
    ({ subject, done, of }) => emit({ event: 'progress', stage, subject, done, of }),
  );
  if (ended.ended === 'died') throw new FascicleError('keep-ended', { path: request.folder, why: ended.because });
  const answer = ended.answer as MaintenanceAnswer; // our own child's words
  if ('error' in answer) throw sameError(answer.error);
  return answer.result as MaintenanceResults[R['do']]; // the child answers what it was asked
}
