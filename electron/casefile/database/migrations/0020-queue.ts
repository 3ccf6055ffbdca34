import type { Migration } from './migration.ts';

/**
 * The queue of addresses to capture, append-only like all the rest: a job, and one row for each step of its way. Items
 * are found by their address, so that a capture knows the earlier one of the same page.
 */
export const queueTables: Migration = {
  version: 20,
  name: '0020-queue',
  sql: `
    CREATE TABLE job (
      job TEXT PRIMARY KEY,
      seq INTEGER NOT NULL REFERENCES entry (seq),
      place INTEGER NOT NULL CHECK (place >= 0),
      url TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX job_in_order ON job (seq, place);
    CREATE TABLE job_event (
      event TEXT PRIMARY KEY,
      seq INTEGER NOT NULL REFERENCES entry (seq),
      job TEXT NOT NULL REFERENCES job (job),
      state TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX job_event_by_job ON job_event (job, seq);
    CREATE TABLE queue_hold (
      seq INTEGER PRIMARY KEY REFERENCES entry (seq),
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX item_by_url ON item (json_extract(body, '$.url'), seq);
    ${['job', 'job_event', 'queue_hold']
      .map(
        (table) => `
    CREATE TRIGGER ${table}_never_changes BEFORE UPDATE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table}: rows are never changed'); END;
    CREATE TRIGGER ${table}_never_shrinks BEFORE DELETE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table}: rows are never deleted'); END;`,
      )
      .join('')}
  `,
};
