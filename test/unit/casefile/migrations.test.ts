import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { insertRows } from '../../../electron/casefile/database.ts';
import { currentVersion, migrate, migrations, versionOf } from '../../../electron/casefile/migrate.ts';
import { newSha256 } from '../../../electron/casefile/node-sha256.ts';
import { openCase, openCaseToRead } from '../../../electron/casefile/open-case.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import type { CaptureOrder } from '../../../shared/case/capture-order.ts';
import { emptyPlan } from '../../../shared/case/proof-plan.ts';
import { project } from '../../../shared/custody/projection.ts';
import { emptyOrder } from '../../../shared/order/order.ts';
import { readLog } from '../../../shared/verify/custody-rules.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';

const job = '01890000-0000-7000-8000-0000000000aa';

const order: CaptureOrder = {
  category: 'coverage',
  view: { device: 'desktop', width: 1280, height: 900, scale: 1 },
  timeout: 30,
  allowPrivateNetwork: false,
  throughProxy: false,
  operator: '李某',
};

/** What each version of the database could hold first, and how it reads. */
const news: Readonly<
  Record<number, Readonly<{ write(kase: WritableCase, item: string): void; read(kase: WritableCase): unknown }>>
> = {
  10: {
    write: (kase, item) => {
      kase.act('item-excluded', { item, reason: '无关' }, item);
      kase.act('exhibits-set', { exhibits: [{ item, group: '一', title: 't', source: 's', purpose: 'p' }] });
    },
    read: (kase) => [kase.items().map(({ excluded }) => excluded), kase.arrangement()],
  },
  20: {
    write: (kase) => kase.act('captures-queued', { jobs: [{ job, url: 'https://news.example/' }], order }),
    read: (kase) => kase.jobs('all'),
  },
  40: {
    write: (kase) => kase.act('plan-set', { ...emptyPlan, notes: ['备注'] }),
    read: (kase) => kase.plan(),
  },
  60: {
    write: (kase, item) => kase.act('item-marked', { item, accepted: true, tags: ['重要'] }, item),
    read: (kase) => [...kase.triage()],
  },
  70: {
    write: (kase) => kase.act('order-set', { order: { ...emptyOrder, number: '1' } }),
    read: (kase) => kase.matter('order'),
  },
};

/** Makes the case's database anew as the program of `version` wrote it: only the tables of its time. */
function setBack(kase: WritableCase, version: number): void {
  const bodies = kase.entries().map((entry) => JSON.stringify(entry));
  const read = (sha256: string) => {
    const bytes = kase.readObject(sha256);
    return { text: new TextDecoder().decode(bytes), bytes: bytes.length };
  };
  const rows = readLog(bodies, read, newSha256).happenings.flatMap(project);
  kase.close();
  const file = join(kase.folder, 'case.db');
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  const old = new Sqlite(file);
  migrate(
    old,
    migrations.filter((step) => step.version <= version),
  );
  insertRows(old, rows);
  expect(versionOf(old)).toBe(version);
  old.close();
}

describe('a case of an older program', () => {
  test('every version of the database has data of its own here', () => {
    expect(Object.keys(news).map(Number)).toEqual(migrations.map(({ version }) => version).sort((a, b) => a - b));
  });

  test.each(migrations.map(({ name, version }) => [name, version] as const))(
    'as it was after %s, with data in it, is read, verified and written on by this one',
    (_, version) => {
      const kase = freshCase();
      const { item } = kase.addItem(someCapture(kase, '甲'));
      const before = Object.entries(news).filter(([since]) => Number(since) <= version);
      for (const [, { write }] of before) write(kase, item);
      const held = before.map(([, { read }]) => read(kase));
      const log = kase.entries();
      setBack(kase, version);

      const reading = openCaseToRead(kase.folder);
      expect(reading.entries()).toEqual(log);
      reading.close();
      expect(verifyCase(kase.folder, 'en').verdict).toBe('PASSED');

      const writing = openCase(kase.folder, context);
      expect(before.map(([, { read }]) => read(writing))).toEqual(held);
      for (const [since, { write }] of Object.entries(news)) if (Number(since) > version) write(writing, item);
      writing.close();
      expect(verifyCase(kase.folder, 'en').verdict).toBe('PASSED');
      const db = new Sqlite(join(kase.folder, 'case.db'), { readonly: true });
      expect(versionOf(db)).toBe(currentVersion);
      db.close();
    },
  );
});
