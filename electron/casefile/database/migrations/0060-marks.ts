import type { Migration } from './migration.ts';

/** What triage decided about items, and their tags. */
export const marks: Migration = {
  version: 60,
  name: '0060-marks',
  sql: `
    CREATE TABLE mark (
      seq INTEGER PRIMARY KEY REFERENCES entry (seq),
      item TEXT NOT NULL REFERENCES item (item),
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX mark_by_item ON mark (item, seq);
    CREATE TRIGGER mark_never_changes BEFORE UPDATE ON mark
      BEGIN SELECT RAISE(ABORT, 'mark: rows are never changed'); END;
    CREATE TRIGGER mark_never_shrinks BEFORE DELETE ON mark
      BEGIN SELECT RAISE(ABORT, 'mark: rows are never deleted'); END;
  `,
};
