// Backup, repair and verification of a whole case, in a process of its own: minutes of reading must not hold up the window.
import { backupCase } from '../../casefile/upkeep/backup-case.ts';
import { serveRequest } from '../../casefile/processes/children.ts';
import { repairCase } from '../../casefile/upkeep/repair-case.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { readAnchors } from '../../seal/time/anchors.ts';
import { readEarlierHead } from '../../verify/earlier-head.ts';
import { damagedObjects, examineInTime, verifyCase } from '../../verify/verify-case.ts';
import { SeenHeads } from '../cases/seen-heads.ts';
import type { MaintenanceAnswer, MaintenanceRequest, MaintenanceResults } from './run-maintenance.ts';

/** Milliseconds between two words on how far it is. */
const often = 100;

serveRequest(async (request, tell): Promise<MaintenanceAnswer> => {
  let last = -Infinity;
  const onFile = (subject: string, done: number, of: number) => {
    if (performance.now() - last < often) return;
    last = performance.now();
    tell({ subject, done, of });
  };
  try {
    return { result: await work(request as MaintenanceRequest, onFile) }; // sent by run-keep.ts only
  } catch (error) {
    if (!(error instanceof FascicleError)) throw error;
    return { error: { code: error.code, params: error.params } };
  }
});

function work(
  request: MaintenanceRequest,
  onFile: (path: string, done: number, of: number) => void,
): MaintenanceResults[MaintenanceRequest['do']] | Promise<MaintenanceResults['examine']> {
  const { folder } = request;
  switch (request.do) {
    case 'backup':
      return backupCase(folder, request.to, onFile);
    case 'repair':
      return repairCase(folder);
    case 'damaged':
      return damagedObjects(folder, request.language, onFile);
    case 'verify':
      return verifyCase(folder, request.language, onFile);
    case 'examine': {
      const heads = new SeenHeads(request.stateFolder);
      const outside = {
        anchors: readAnchors(request.shippedAnchors, request.anchors),
        seen: (caseId: string) => heads.of(caseId),
        since: request.since === null ? null : readEarlierHead(request.since),
      };
      return examineInTime(folder, outside, onFile);
    }
  }
}
