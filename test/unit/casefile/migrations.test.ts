import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { currentVersion, migrations, schemaVersionOf } from '../../../electron/casefile/database/migrate.ts';
import { openCase, openCaseToRead } from '../../../electron/casefile/open-case.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { emptyPlan } from '../../../shared/case/proof-plan.ts';
import { emptyOrder } from '../../../shared/order/order.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { setBack } from '../../fixtures/made/older-database.ts';
import { plainRequest as order } from '../../fixtures/made/capture-request.ts';

const job = '01890000-0000-7000-8000-0000000000aa';

/** What each version of the database could hold first, and how it reads. */
const news: Readonly<
  Record<number, Readonly<{ write(caseFile: WritableCase, item: string): void; read(caseFile: WritableCase): unknown }>>
> = {
  10: {
    write: (caseFile, item) => {
      caseFile.logEvent('item-excluded', { item, reason: '无关' }, item);
      caseFile.logEvent('exhibits-set', { exhibits: [{ item, group: '一', title: 't', source: 's', purpose: 'p' }] });
    },
    read: (caseFile) => [caseFile.items().map(({ excluded }) => excluded), caseFile.arrangement()],
  },
  20: {
    write: (caseFile) => caseFile.logEvent('captures-queued', { jobs: [{ job, url: 'https://news.example/' }], order }),
    read: (caseFile) => caseFile.jobs('all'),
  },
  40: {
    write: (caseFile) => caseFile.logEvent('plan-set', { ...emptyPlan, notes: ['备注'] }),
    read: (caseFile) => caseFile.plan(),
  },
  60: {
    write: (caseFile, item) => caseFile.logEvent('item-marked', { item, accepted: true, tags: ['重要'] }, item),
    read: (caseFile) => [...caseFile.triage()],
  },
  70: {
    write: (caseFile) => caseFile.logEvent('order-set', { order: { ...emptyOrder, number: '1' } }),
    read: (caseFile) => caseFile.statement('order'),
  },
};

describe('a case of an older program', () => {
  test('every version of the database has data of its own here', () => {
    expect(Object.keys(news).map(Number)).toEqual(migrations.map(({ version }) => version).sort((a, b) => a - b));
  });

  test.each(migrations.map(({ name, version }) => [name, version] as const))(
    'as it was after %s, with data in it, is read, verified and written on by this one',
    (_, version) => {
      const caseFile = freshCase();
      const { item } = caseFile.addItem(someCapture(caseFile, '甲'));
      const before = Object.entries(news).filter(([since]) => Number(since) <= version);
      for (const [, { write }] of before) write(caseFile, item);
      const held = before.map(([, { read }]) => read(caseFile));
      const log = caseFile.entries();
      setBack(caseFile, version);

      const reading = openCaseToRead(caseFile.folder);
      expect(reading.entries()).toEqual(log);
      reading.close();
      expect(verifyCase(caseFile.folder, 'en').verdict).toBe('PASSED');

      const writing = openCase(caseFile.folder, context);
      expect(before.map(([, { read }]) => read(writing))).toEqual(held);
      for (const [since, { write }] of Object.entries(news)) if (Number(since) > version) write(writing, item);
      writing.close();
      expect(verifyCase(caseFile.folder, 'en').verdict).toBe('PASSED');
      const db = new Sqlite(join(caseFile.folder, 'case.db'), { readonly: true });
      expect(schemaVersionOf(db)).toBe(currentVersion);
      db.close();
    },
  );
});
