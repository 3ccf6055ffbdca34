import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openCase, openCaseToRead } from '../../../electron/casefile/open-case.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { emptyOrder } from '../../../shared/order/order.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { setBack } from '../../fixtures/made/older-database.ts';

describe('what is stated about a case as a whole', () => {
  test('the latest stands, the log keeps all, and verify makes the table anew', () => {
    const caseFile = freshCase();
    expect(caseFile.statement('order')).toBeNull();
    caseFile.logEvent('order-set', { order: { ...emptyOrder, number: '（2019）浙0192行保1号' } });
    caseFile.logEvent('order-set', { order: { ...emptyOrder, number: '2' } });
    expect(caseFile.statement('order')?.number).toBe('2');
    expect(caseFile.entries('content').map(({ act }) => act)).toContain('order-set');
    caseFile.close();
    expect(verifyCase(caseFile.folder, 'en').verdict).toBe('PASSED');
    const db = new Sqlite(join(caseFile.folder, 'case.db'));
    db.exec(`DROP TRIGGER matter_never_changes; UPDATE matter SET body = replace(body, '行保1号', '行保7号')`);
    db.close();
    const report = verifyCase(caseFile.folder, 'en');
    expect(report.verdict).toBe('FAILED');
    expect(report.checks.map(({ detail }) => detail).join()).toMatch(/table matter differs/);
  });

  test('a case of the first version, with items in it, is read, verified and written by this one', () => {
    const caseFile = freshCase();
    const { item } = caseFile.addItem(someCapture(caseFile, '甲'));
    caseFile.logEvent('item-excluded', { item, reason: '无关' }, item);
    setBack(caseFile, 10);

    const reading = openCaseToRead(caseFile.folder);
    expect(reading.items()).toMatchObject([{ item, excluded: '无关' }]);
    expect(reading.statement('order')).toBeNull();
    reading.close();
    expect(verifyCase(caseFile.folder, 'en').verdict).toBe('PASSED');
    const writing = openCase(caseFile.folder, context);
    writing.logEvent('order-set', { order: emptyOrder });
    writing.close();
    expect(verifyCase(caseFile.folder, 'en').verdict).toBe('PASSED');
  });
});
