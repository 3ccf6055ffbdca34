import type { Migration } from './migration.ts';

/** What is stated about a case as a whole (so far the order): one row each time it is set, never changed. */
export const matters: Migration = {
  version: 70,
  name: '0070-matters',
  sql: `
    CREATE TABLE matter (
      seq INTEGER PRIMARY KEY REFERENCES entry (seq),
      kind TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX matter_by_kind ON matter (kind, seq);
    CREATE TRIGGER matter_never_changes BEFORE UPDATE ON matter
      BEGIN SELECT RAISE(ABORT, 'matter: rows are never changed'); END;
    CREATE TRIGGER matter_never_shrinks BEFORE DELETE ON matter
      BEGIN SELECT RAISE(ABORT, 'matter: rows are never deleted'); END;
  `,
};
