import type { Database } from 'better-sqlite3';
import type { CaptureRequest } from '../../../shared/case/capture/capture-request.ts';
import type { Job, JobState } from '../../../shared/case/job.ts';
import type { Reason } from '../../../shared/case/record.ts';

type JobRow = {
  job: string;
  seq: number;
  url: string;
  body: string;
  state: string;
  decidedBy: number;
  event: string;
  attempts: number;
  item: string | null;
};

/** The newest step of each job says how it stands; an item that came of it stays named when it is tried again. */
const jobsSql = `
  SELECT job.job, job.seq, job.url, job.body, newest.state, newest.seq AS decidedBy, newest.body AS event,
    (SELECT count(*) FROM job_event WHERE job_event.job = job.job AND state = 'begun') AS attempts,
    (SELECT json_extract(body, '$.item') FROM job_event
      WHERE job_event.job = job.job AND json_extract(body, '$.item') IS NOT NULL ORDER BY seq DESC LIMIT 1) AS item
  FROM job JOIN job_event AS newest
    ON newest.job = job.job AND newest.seq = (SELECT max(seq) FROM job_event WHERE job_event.job = job.job)`;

/** The queue in its order. `open`: only what waits or is at work. */
export function jobsIn(db: Database, which: 'all' | 'open'): readonly Job[] {
  const open = which === 'open' ? `WHERE newest.state IN ('waiting', 'begun')` : '';
  return (db.prepare(`${jobsSql} ${open} ORDER BY job.seq, job.place`).all() as JobRow[]).map(jobOf);
}

/** Jobs whose id begins so, two at most. */
export function jobsLike(db: Database, prefix: string): readonly Job[] {
  const rows = db.prepare(`${jobsSql} WHERE job.job >= ? AND job.job < ? LIMIT 2`).all(prefix, `${prefix}g`); // "g" sorts behind every hexadecimal digit
  return (rows as JobRow[]).map(jobOf);
}

/** Why the queue stands still, or null while it may go on. */
export function holdOf(db: Database): Reason | null {
  const row = db.prepare('SELECT body FROM queue_hold ORDER BY seq DESC LIMIT 1').get() as { body: string } | undefined;
  return row ? (JSON.parse(row.body) as { reason: Reason | null }).reason : null;
}

/** The item that an address last became; what was made out of an item is no look at the address. */
export function lastItemOf(db: Database, url: string): string | null {
  const row = db
    .prepare(
      `SELECT item FROM item WHERE json_extract(body, '$.url') = ? AND json_extract(body, '$.region') IS NULL
        AND json_extract(body, '$.redaction') IS NULL ORDER BY seq DESC LIMIT 1`,
    )
    .get(url) as { item: string } | undefined;
  return row?.item ?? null;
}

/** Bodies are canonical JSON that this program wrote after parsing it; `verify` compares them with the custody log. */
function jobOf({ job, seq, url, body, state, decidedBy, event, attempts, item }: JobRow): Job {
  const { reason } = JSON.parse(event) as { reason?: Reason };
  return {
    job,
    url,
    order: JSON.parse(body) as CaptureRequest,
    state: state as JobState,
    reason: reason ?? null,
    attempts,
    item,
    queuedBy: seq,
    decidedBy,
  };
}
