import Sqlite from 'better-sqlite3';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CaseIndex } from '../../../electron/workbench/window/case-index.ts';
import { migrate, migrations } from '../../../electron/casefile/database/migrate.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import { pageWordsFile, storedPageWords } from '../../../shared/page/page-words.ts';
import { storedTextPositions } from '../../../shared/page/text-positions.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

test('marks come to a case that has items already, and neither change nor go', () => {
  const db = new Sqlite(':memory:');
  migrate(
    db,
    migrations.filter(({ version }) => version < 60),
  );
  const hash = 'a'.repeat(64);
  db.prepare('INSERT INTO entry VALUES (0, ?, ?, ?)').run(hash, hash, JSON.stringify({ prev: '0'.repeat(64) }));
  db.prepare('INSERT INTO object VALUES (?, 1)').run(hash);
  db.prepare('INSERT INTO item VALUES (?, 0, ?, ?, ?)').run('i', hash, 'other', '{}');
  migrate(db);
  db.prepare('INSERT INTO mark VALUES (0, ?, ?)').run('i', '{}');
  expect(() => db.prepare('UPDATE mark SET body = ?').run('x')).toThrow('never changed');
  expect(() => db.prepare('DELETE FROM mark').run()).toThrow('never deleted');
  expect(db.prepare('SELECT count(*) AS n FROM item').get()).toEqual({ n: 1 });
});

test('triage is in the log, holds its latest word, and verifies', () => {
  const caseFile = freshCase();
  const { item } = caseFile.addItem(someCapture(caseFile, '甲'));
  caseFile.logEvent('item-marked', { item, accepted: true, tags: ['转载'] }, item);
  caseFile.logEvent('item-excluded', { item, reason: '重复' }, item);
  expect(caseFile.triage().get(item)).toEqual({ excluded: '重复', accepted: true, tags: ['转载'] });
  expect(caseFile.count()).toBe(1);
  caseFile.close();
  expect(verifyCase(caseFile.folder, 'en').verdict).toBe('PASSED');
});

test('words of one, two and three characters are found, and the index begins anew where the log is another', () => {
  const caseFile = freshCase();
  const texts = ['青禾小贷进入清算程序', '与此无关', 'Qinghe said to enter liquidation'];
  for (const text of texts) {
    caseFile.addItem({
      ...someCapture(caseFile, text),
      item: itemId(Date.now(), context.clockAndRandom.random(10)),
      title: '题',
    });
  }
  const index = new CaseIndex(join(freshFolder(), 'index.db'));
  index.update(caseFile, 'one');
  while (index.readTexts(caseFile.folder, 50));
  const count = (words: string) => index.search(words, 10).total;
  expect([count('清'), count('清算'), count('清算程序'), count('QINGHE'), count('清算 青禾'), count('没有')]).toEqual([
    1, 1, 1, 1, 1, 0,
  ]);
  expect(index.search('清算', 10).hits[0]).toMatchObject({
    field: 'text',
    match: '清算',
    after: expect.stringContaining('程序'),
  });
  const other = freshCase();
  index.update(other, 'two');
  expect(index.rows.size).toBe(0);
  expect(count('清算')).toBe(0);
  index.close();
  caseFile.close();
  other.close();
});

test('words that a machine reads later are found from then on, once', () => {
  const caseFile = freshCase();
  const states = ['甲', '乙'].map((text) =>
    caseFile.addItem({ ...someCapture(caseFile, text), item: itemId(Date.now(), context.clockAndRandom.random(10)) }),
  );
  const index = new CaseIndex(join(freshFolder(), 'index.db'));
  const settle = (state: string) => {
    index.update(caseFile, state);
    while (index.readTexts(caseFile.folder, 50));
  };
  settle('one');
  expect(index.search('扫描件', 10).total).toBe(0);
  const run = { x: 1, y: 1, width: 10, height: 10, text: '扫描件上的字' };
  const read = (at: number, name: string, value: object) => {
    const { item } = states[at]!;
    const file = { name, ...caseFile.objects.putBytes(new TextEncoder().encode(JSON.stringify(value))) };
    caseFile.logEvent('attachment-added', { item, kind: 'machine-read', number: 'engine', file }, item);
  };
  read(0, 'machine-read.json', storedTextPositions([run], false));
  settle('two');
  read(1, pageWordsFile, storedPageWords(new Map([[2, [run]]])));
  settle('three');
  settle('four');
  expect(index.search('扫描件', 10).total).toBe(2);
  expect(index.progress).toEqual({ indexed: 2, of: 2 });
  index.close();
  caseFile.close();
});

test('an index that is lost is made again, and nothing of the case depends on it', () => {
  const caseFile = freshCase();
  caseFile.addItem(someCapture(caseFile, '甲'));
  const file = join(freshFolder(), 'index.db');
  const first = new CaseIndex(file);
  first.update(caseFile, 'one');
  first.close();
  expect(readFileSync(file).length).toBeGreaterThan(0);
  rmSync(file);
  const again = new CaseIndex(file);
  again.update(caseFile, 'one');
  expect(again.rows.size).toBe(1);
  again.close();
  caseFile.close();
});
