import { expect, test } from 'vitest';
import { fixState } from '../../../electron/bundle/state/fix-state.ts';
import { catalogueTable } from '../../../electron/bundle/pages/front/catalogue.ts';
import { signatureLabels } from '../../../electron/bundle/pages/front/cover.ts';
import { bundledFonts } from '../../../electron/capture/browser/fonts.ts';
import { caseFactsSchema } from '../../../shared/case/case.ts';
import { profileNamed } from '../../fixtures/bundle-options.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';

/* How many opponents there are, and so how many copies, with everything that says it taken away in turn. */

const fontFiles = { ...bundledFonts(), fallbacks: [] };
const caseFile = freshCase();
const { item } = caseFile.addItem(someCapture(caseFile, '网页'));

/** What the catalogue's column of copies and the cover's line say; null: there is no such number. */
function printedFor(facts: object, copies: number | undefined, working: boolean) {
  caseFile.logEvent('facts-edited', caseFactsSchema.parse({ ...caseFile.facts(), opponents: undefined, ...facts }));
  const exhibit = { item, group: '一', title: '网页', source: '自行取证', purpose: '证明' };
  caseFile.logEvent('exhibits-set', { exhibits: [{ ...exhibit, ...(copies !== undefined && { copies }) }] });
  const { model } = fixState(
    caseFile,
    { profile: profileNamed('prc-internet'), language: 'zh-CN', working, draft: false, reissue: null },
    'fascicle',
    fontFiles,
  );
  const { columns, rows } = catalogueTable(model);
  const at = columns.findIndex(({ name }) => name === '份数');
  const cells = rows.flatMap((row) => ('cells' in row ? [row.cells[at]] : []));
  const cover = signatureLabels(model).at(-1) ?? '';
  return { column: at < 0 ? null : JSON.stringify(cells), cover: /\d+/.exec(cover)?.[0] ?? null, label: cover };
}

test.for<readonly [respondents: readonly string[], stated: number | undefined, opponents: string | null]>([
  [[], undefined, null],
  [[], 3, '3'],
  [['甲'], undefined, '1'],
  [['甲', '乙'], undefined, '2'],
  [['甲', '乙'], 3, '3'],
  [['甲', '乙', '丙'], 1, '1'],
])('of %j and %s stated, papers say %s opponents', ([respondents, stated, opponents]) => {
  const facts = { respondents, ...(stated !== undefined && { opponents: stated }) };
  for (const working of [false, true]) {
    const plain = printedFor(facts, undefined, working);
    expect(plain.cover).toBe(opponents);
    // A filing has no column that nobody filled; those who work on the case see that it is open.
    if (opponents === null) expect(plain.column ?? '').not.toMatch(/\d/);
    else expect(plain.column).toBe(JSON.stringify([opponents]));
    if (opponents === null && !working) expect(plain.column).toBeNull();
    // What a person says of one exhibit is said of that exhibit, and of no number of opponents.
    const own = printedFor(facts, 5, working);
    expect(own.column).toBe(JSON.stringify(['5']));
    expect(own.cover).toBe(opponents);
  }
});
