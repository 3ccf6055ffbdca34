import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../../electron/intake/import-file.ts';
import { formedSchema } from '../../../shared/formed.ts';
import { recordSchema, type ItemRecord } from '../../../shared/case/record.ts';
import { daySchema } from '../../../shared/order/day.ts';
import { dateProblems } from '../../../shared/plan/date-problems.ts';
import { problem } from '../../../shared/plan/problem.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { importedRecord } from '../../fixtures/made/imported-record.ts';
import { have } from '../pdf/pdf-room.ts';
import { IntakeRoom } from './intake-room.ts';

describe('when an import was made', () => {
  test.each([
    ['2019-05-05', true],
    ['2019-05-05 21:06', true],
    ['unknown', true],
    ['2019-02-30', false],
    ['2019-05-05 24:00', false],
    ['5 May 2019', false],
    ['', false],
  ])('%s: taken %s', (text, taken) => expect(formedSchema.safeParse(text).success).toBe(taken));

  test('what is no day at all is refused, not a fault of the program', () => {
    expect(['5 May 2019', '', '2019-13-45'].map((text) => daySchema.safeParse(text).success)).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('stated later than its import, is told', () => {
    const told = (formed: string) => {
      const record: ItemRecord = {
        ...importedRecord('0198c7a2-0000-7000-8000-000000000001', { as: 'images' }),
        formed,
      };
      const exhibit = { item: record.item, group: '', title: '', source: '', purpose: '' };
      return dateProblems(exhibit, record, '1', (code, where, params) => problem(code, where, 'en', params)).length;
    };
    // The import is of 2019-05-06 09:30 in Beijing.
    expect([told('2019-05-06'), told('2019-05-06 09:29'), told('2019-05-06 09:31'), told('unknown')]).toEqual([
      0, 0, 1, 0,
    ]);
  });

  test.skipIf(!have('pdftotext'))(
    'is in its record and in the catalogue, apart from its import; nothing said is nothing printed',
    async () => {
      const room = new IntakeRoom();
      const said = {
        category: 'other' as const,
        title: null,
        source: '客户',
        receivedBy: null,
        receivedOn: null,
        account: null,
        operator: null,
      };
      const taken = async (name: string, formed?: string) => {
        const path = room.write(name, `words of ${name}`);
        const { record } = await importFile(path, { ...said, ...(formed !== undefined && { formed }) }, room.services);
        expect(recordSchema.parse(record)).toEqual(record);
        return record;
      };
      const [day, unknown, silent] = [
        await taken('a.txt', '2019-05-05 21:06'),
        await taken('b.txt', 'unknown'),
        await taken('c.txt'),
      ];
      expect([day, unknown, silent].map((record) => 'formed' in record && record.formed)).toEqual([
        '2019-05-05 21:06',
        'unknown',
        false,
      ]);
      room.caseFile.logEvent('exhibits-set', {
        exhibits: [day, unknown, silent].map(({ item }, at) => ({
          item,
          group: '组',
          title: `文件${at}`,
          source: '客户',
          purpose: '证明',
        })),
      });
      const { pdf } = await buildIn(room.caseFile, { language: 'zh-CN', out: join(room.folder, 'formed.pdf') });
      const text = spawnSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).stdout.replace(/\s+/g, '');
      expect(text).toContain('形成2019-05-0521:06（导入时所述）；');
      expect(text).toMatch(/形成时间不详；/);
      expect(text.split('（导入时所述）；').length - 1).toBe(2); // in the catalogue and above its page: of the first alone
      expect(text.match(/形成时间（导入时所述）/g)).toHaveLength(2); // in the technical annex, of two
    },
  );
});
