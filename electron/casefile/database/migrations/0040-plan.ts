import type { Migration } from './migration.ts';

/** What a lawyer writes around the exhibits: chronology, elements to prove, judged warnings, notes. */
export const planTable: Migration = {
  version: 40,
  name: '0040-plan',
  sql: `
    CREATE TABLE plan (
      seq INTEGER PRIMARY KEY REFERENCES entry (seq),
      body TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER plan_never_changes BEFORE UPDATE ON plan
      BEGIN SELECT RAISE(ABORT, 'plan: rows are never changed'); END;
    CREATE TRIGGER plan_never_shrinks BEFORE DELETE ON plan
      BEGIN SELECT RAISE(ABORT, 'plan: rows are never deleted'); END;
  `,
};
