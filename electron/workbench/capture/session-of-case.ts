import type { ItemRecord, Reason } from '../../../shared/case/record.ts';
import type { KeptSessions } from '../../capture/session/kept-sessions.ts';
import type { SessionInUse } from '../../capture/session/session-in-use.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';

/** The login session of a case as a capture uses it, or null. */
export function sessionInUse(sessions: KeptSessions, caseId: string): SessionInUse | null {
  const session = sessions.of(caseId);
  return (
    session && {
      ...session,
      storage: sessions.storage(caseId),
      cookies: () => sessions.cookies(caseId),
      goOn: (before, after) => sessions.goOn(caseId, before, after),
    }
  );
}

/** Walls that every further page of the session would meet too. */
const holds: Readonly<Record<string, string>> = {
  'login-required': 'session-logged-out',
  'login-wall': 'session-logged-out',
  'challenge-page': 'session-puzzle',
};

/** Why the queue should stand still after this item of a session, or null: the site logged out, or shows a puzzle. */
export function holdFor(record: ItemRecord): Reason | null {
  if (record.kind !== 'capture' || record.outcome !== 'blocked' || !record.session) return null;
  const said = [...record.warnings, ...record.steps.flatMap(({ reason }) => (reason ? [reason] : []))];
  const wall = said.find(({ code }) => code in holds);
  const code = wall && holds[wall.code];
  return code === undefined ? null : { code, params: { url: record.url.slice(0, 300) } };
}

/**
 * After a run in the session: where no address waits for it any more it is erased at once. While some wait, or the queue
 * stands still and a person has to do something, it stays for the next run, and is erased when nobody came for half a day.
 */
export function leaveSession(caseFile: WritableCase, sessions: KeptSessions): void {
  const waited = caseFile.jobs('open').some(({ order }) => order.session);
  if (waited || caseFile.queueHold()) sessions.use(caseFile.caseId, null);
  else sessions.erase(caseFile.caseId, 'queue-done');
  sessions.settle(caseFile);
}
