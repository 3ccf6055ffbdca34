import type { Migration } from './migration.ts';

/**
 * The tables of the first version. STRICT, and append-only by trigger: the triggers stop bugs of ours, not an insider,
 * who can drop them; that is what the custody log is for.
 */
export const firstTables: Migration = {
  version: 10,
  name: '0010-first-tables',
  sql: `
    CREATE TABLE entry (
      seq INTEGER PRIMARY KEY CHECK (seq >= 0),
      hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
      object TEXT NOT NULL CHECK (length(object) = 64),
      body TEXT NOT NULL
    ) STRICT;
    CREATE TABLE object (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
      bytes INTEGER NOT NULL CHECK (bytes >= 0)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE facts (
      seq INTEGER PRIMARY KEY REFERENCES entry (seq),
      body TEXT NOT NULL
    ) STRICT;
    CREATE TABLE item (
      item TEXT PRIMARY KEY,
      seq INTEGER NOT NULL UNIQUE REFERENCES entry (seq),
      record TEXT NOT NULL REFERENCES object (sha256),
      category TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX item_by_category ON item (category, seq);
    CREATE TABLE decision (
      seq INTEGER PRIMARY KEY REFERENCES entry (seq),
      item TEXT NOT NULL REFERENCES item (item),
      excluded TEXT
    ) STRICT;
    CREATE INDEX decision_by_item ON decision (item, seq);
    CREATE TABLE arrangement (
      seq INTEGER PRIMARY KEY REFERENCES entry (seq),
      body TEXT NOT NULL
    ) STRICT;
    CREATE TABLE attachment (
      seq INTEGER PRIMARY KEY REFERENCES entry (seq),
      item TEXT NOT NULL REFERENCES item (item),
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX attachment_by_item ON attachment (item, seq);
    CREATE TABLE bundle (
      seq INTEGER PRIMARY KEY REFERENCES entry (seq),
      pdf TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      body TEXT NOT NULL
    ) STRICT;
    ${['entry', 'object', 'facts', 'item', 'decision', 'arrangement', 'attachment', 'bundle']
      .map(
        (table) => `
    CREATE TRIGGER ${table}_never_changes BEFORE UPDATE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table}: rows are never changed'); END;
    CREATE TRIGGER ${table}_never_shrinks BEFORE DELETE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table}: rows are never deleted'); END;`,
      )
      .join('')}
    CREATE TRIGGER entry_continues_the_chain BEFORE INSERT ON entry
      WHEN NEW.seq <> (SELECT coalesce(max(seq) + 1, 0) FROM entry)
        OR json_extract(NEW.body, '$.prev') <> coalesce((SELECT hash FROM entry WHERE seq = NEW.seq - 1), '${'0'.repeat(64)}')
      BEGIN SELECT RAISE(ABORT, 'entry: the chain must continue'); END;
  `,
};
