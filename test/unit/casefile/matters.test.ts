import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { insertRows } from '../../../electron/casefile/database.ts';
import { migrate, migrations } from '../../../electron/casefile/migrate.ts';
import { openCase, openCaseToRead } from '../../../electron/casefile/open-case.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { project } from '../../../shared/custody/projection.ts';
import { readLog } from '../../../shared/verify/custody-rules.ts';
import { newSha256 } from '../../../electron/casefile/node-sha256.ts';
import { emptyOrder } from '../../../shared/order/order.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';

describe('what is stated about a case as a whole', () => {
  test('the latest stands, the log keeps all, and verify makes the table anew', () => {
    const kase = freshCase();
    expect(kase.matter('order')).toBeNull();
    kase.act('order-set', { order: { ...emptyOrder, number: '（2019）浙0192行保1号' } });
    kase.act('order-set', { order: { ...emptyOrder, number: '2' } });
    expect(kase.matter('order')?.number).toBe('2');
    expect(kase.entries('content').map(({ act }) => act)).toContain('order-set');
    kase.close();
    expect(verifyCase(kase.folder, 'en').verdict).toBe('PASSED');
    const db = new Sqlite(join(kase.folder, 'case.db'));
    db.exec(`DROP TRIGGER matter_never_changes; UPDATE matter SET body = replace(body, '行保1号', '行保7号')`);
    db.close();
    const report = verifyCase(kase.folder, 'en');
    expect(report.verdict).toBe('FAILED');
    expect(report.checks.map(({ detail }) => detail).join()).toMatch(/table matter differs/);
  });

  test('a case of the first version, with items in it, is read, verified and written by this one', () => {
    const kase = freshCase();
    const { item } = kase.addItem(someCapture(kase, '甲'));
    kase.act('item-excluded', { item, reason: '无关' }, item);
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
      migrations.filter(({ version }) => version === 10),
    );
    insertRows(old, rows);
    old.close();

    const reading = openCaseToRead(kase.folder);
    expect(reading.items()).toMatchObject([{ item, excluded: '无关' }]);
    expect(reading.matter('order')).toBeNull();
    reading.close();
    expect(verifyCase(kase.folder, 'en').verdict).toBe('PASSED');
    const writing = openCase(kase.folder, context);
    writing.act('order-set', { order: emptyOrder });
    writing.close();
    expect(verifyCase(kase.folder, 'en').verdict).toBe('PASSED');
  });
});
