import type { ErrorCode } from '../../shared/errors/codes.ts';
import { FascicleError, type ErrorParams } from '../../shared/errors/fascicle-error.ts';
import type { CaseLanguage } from '../../shared/language.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import type { backupCase } from '../casefile/backup-case.ts';
import { runInChild } from '../casefile/children.ts';
import type { repairCase } from '../casefile/repair-case.ts';
import type { damagedObjects, ExaminedCase } from '../verify/verify-case.ts';
import type { HandlerContext } from './workbench.ts';

/** What each kind of long reading gives. */
export type KeepResults = {
  backup: ReturnType<typeof backupCase>;
  repair: ReturnType<typeof repairCase>;
  damaged: ReturnType<typeof damagedObjects>;
  verify: VerifyReport;
  examine: ExaminedCase;
};
export type KeepRequest = Readonly<{ folder: string }> &
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
export type KeepAnswer =
  | Readonly<{ result: KeepResults[KeepRequest['do']] }>
  | Readonly<{ error: Readonly<{ code: ErrorCode; params: ErrorParams }> }>;

/** A terabyte takes hours; a case's lists of files and entries lie in memory. */
const limits = { milliseconds: 24 * 3_600_000, megabytes: 8_192 } as const;

/**
 * Does one of them in a process of its own, which a person may stop: what is then unfinished, the next run finishes or
 * clears.
 * @throws {FascicleError} as the work itself, or `keep-ended`
 */
export async function runKeep<R extends KeepRequest>(
  request: R,
  stage: string,
  { services, signal, emit }: Pick<HandlerContext, 'services' | 'signal' | 'emit'>,
): Promise<KeepResults[R['do']]> {
  const ended = await runInChild(
    services.spawnChild,
    'workbench/keep-child',
    request,
    limits,
    signal,
    ({ subject, done, of }) => emit({ event: 'progress', stage, subject, done, of }),
  );
  if (ended.ended === 'died')
    throw new FascicleError('keep-ended', { path: request.folder, why: `${ended.why} ${ended.detail}` });
  const answer = ended.answer as KeepAnswer; // our own child's words
  if ('error' in answer) throw new FascicleError(answer.error.code, answer.error.params);
  return answer.result as KeepResults[R['do']]; // the child answers what it was asked
}
