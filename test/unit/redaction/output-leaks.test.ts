import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildLists } from '../../../electron/bundle/build-lists.ts';
import { bundledFonts, fallbackFonts } from '../../../electron/capture/browser/fonts.ts';
import type { ItemState, WritableCase } from '../../../electron/casefile/case-handles.ts';
import { exportDigests } from '../../../electron/seal/packages/export-digests.ts';
import { exportPackage } from '../../../electron/seal/packages/export-package.ts';
import { openCase } from '../../../electron/casefile/open-case.ts';
import { storeRedactedWords } from '../../../electron/casefile/redacted-words.ts';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import { causeText } from '../../../shared/cause.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { profileNamed } from '../../fixtures/bundle-options.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { fascicle, freshFolder } from '../../fixtures/fascicle.ts';
import { importedRecord } from '../../fixtures/made/imported-record.ts';

const number = '138 0013 8000';

/** A PDF of two pages, the second of which says the number in text that only the fonts' own codes carry. */
async function document(): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  const font = await made.embedFont(StandardFonts.Helvetica);
  made.addPage([300, 300]).drawText('first page', { font, size: 12, x: 20, y: 200 });
  made.addPage([300, 300]).drawText(`call ${number} now`, { font, size: 12, x: 20, y: 200 });
  return made.save();
}

let caseFile: WritableCase;
let copy: ItemState;
let imported: ItemState;
let exhibits: readonly Exhibit[];
beforeEach(async () => {
  caseFile = freshCase();
  const parent = caseFile.addItem(someCapture(caseFile, '原件'));
  const id = (at: number) => itemId(at, context.clockAndRandom.random(10));
  copy = caseFile.addItem({
    ...parent.record,
    item: id(1),
    artifacts: [storeRedactedWords(caseFile.objects, [number], new Uint8Array(16))],
    redaction: {
      parent: parent.item,
      parentRecord: parent.recordSha256,
      reason: '试',
      regions: [{ x: 0, y: 0, width: 1, height: 1 }],
    },
  });
  const bytes = await document();
  imported = caseFile.addItem({
    ...importedRecord(id(2), { as: 'document', count: 2 }),
    title: '一份函件',
    artifacts: [{ role: 'original', name: 'a.pdf', mediaType: 'application/pdf', ...caseFile.objects.putBytes(bytes) }],
  });
  const exhibit = { group: '第一组', source: '自行取证', purpose: '证明' };
  exhibits = [
    { ...exhibit, item: copy.item, title: '遮盖件' },
    { ...exhibit, item: imported.item, title: '一份函件' },
  ];
  caseFile.logEvent('exhibits-set', { exhibits: exhibits.map((one) => ({ ...one })) });
  return () => caseFile.close();
});

const saidOf = (error: unknown) => String(causeText((error as { params: { what: string } }).params.what, 'en'));
const stopped = (change = {}) =>
  buildIn(caseFile, change).then(
    () => 'built',
    (error: unknown) => saidOf(error),
  );

describe('an imported PDF that says what was covered in another exhibit', () => {
  test('stops the bundle and its draft; page and exhibit are named, the words are not, nothing is left behind', async () => {
    for (const draft of [false, true]) {
      const said = await stopped({ draft });
      expect(said).toContain('`redacted-words-left 2`');
      expect(said).toMatch(/-证据册-[^/\s]*\.pdf#page=\d+/);
      expect(said.replace(/\W/g, '')).not.toContain('13800138000');
    }
    expect(readdirSync(join(caseFile.folder, 'bundles'))).toEqual([]);
    const out = freshFolder();
    expect(await stopped({ out: join(out, 'x.pdf') })).toContain('redacted-words-left');
    expect(readdirSync(out)).toEqual([]);
  });

  test('is filed once somebody answered for it with a reason, which the log keeps', async () => {
    const { folder } = caseFile;
    const asked = ['accept', folder, 'redacted-words-left', '--where', '2', '--json'];
    caseFile.close();
    const env = { FASCICLE_STATE: freshFolder() };
    expect((await fascicle(asked, { env })).code).not.toBe(0);
    expect((await fascicle(['accept', folder, 'redacted-copy-says', '--reason', 'x'], { env })).code).not.toBe(0);
    expect((await fascicle([...asked, '--reason', '对方公开的客服电话'], { env })).code).toBe(0);
    const built = await fascicle(['bundle', folder, '--profile', 'plain', '--json'], { env });
    expect(built.code).toBe(0);
    const { problems } = built.last as { problems: { code: string; accepted: string | null }[] };
    expect(problems.find(({ code }) => code === 'redacted-words-left')?.accepted).toBe('对方公开的客服电话');
    expect((await fascicle([...asked, '--withdraw'], { env })).code).toBe(0);
    expect((await fascicle(['bundle', folder, '--profile', 'plain', '--json'], { env })).code).not.toBe(0);
    caseFile = openCase(folder, context);
  }, 60_000);
});

describe('what somebody answered for in one exhibit', () => {
  test('is in the catalogue and its lists too, but not in another exhibit', async () => {
    const titled = exhibits.map((one, at) => (at === 1 ? { ...one, title: `致电 ${number}` } : { ...one }));
    caseFile.logEvent('exhibits-set', { exhibits: titled });
    const accepted = [{ code: 'redacted-words-left', where: '2', reason: '公开号码' }];
    caseFile.logEvent('plan-set', { ...caseFile.plan(), accepted });
    expect(await stopped({ lists: ['docx', 'xlsx'], perExhibit: true })).toBe('built');
    const third = caseFile.addItem({
      ...imported.record,
      item: itemId(3, context.clockAndRandom.random(10)),
      title: '又一份',
    });
    caseFile.logEvent('exhibits-set', {
      exhibits: [...titled, { ...exhibits[1]!, item: third.item, title: '又一份' }],
    });
    expect(await stopped()).toContain('`redacted-words-left 3`');
  });

  test('is never the copy itself', async () => {
    const accepted = [{ code: 'redacted-copy-says', where: null, reason: 'x' }];
    caseFile.logEvent('exhibits-set', { exhibits: [{ ...exhibits[0]!, title: `致电 ${number}` }] });
    caseFile.logEvent('plan-set', { ...caseFile.plan(), accepted });
    expect(await stopped()).toContain('`redacted-copy-says 1`');
  });
});

test.each([
  ['docx', 'a title', number, `致电 ${number}`],
  ['xlsx', 'a title', number, `致电 ${number}`],
  ['xlsx', 'a time that a cell holds as a number', '2019-05-06 09:30:00', '一份函件'],
] as const)('lists are not written as %s where %s says the words', async (format, _where, word, title) => {
  const { record } = copy;
  const other = caseFile.addItem({
    ...record,
    item: itemId(4, context.clockAndRandom.random(10)),
    artifacts: [storeRedactedWords(caseFile.objects, [word], new Uint8Array(16))],
  });
  caseFile.logEvent('exhibits-set', { exhibits: [{ ...exhibits[0]!, item: other.item, title }] });
  const out = freshFolder();
  const options = {
    out,
    profile: profileNamed('prc-internet'),
    language: null,
    formats: [format],
    tables: false,
    reissue: null,
  };
  const services = {
    program: context.program,
    fontFiles: { ...bundledFonts(), fallbacks: fallbackFonts() },
    signal: new AbortController().signal,
  };
  await expect(buildLists(caseFile, options, services)).rejects.toMatchObject({ code: 'bundle-stopped' });
  expect(readdirSync(resolve(out))).toEqual([]);
});

describe('what is handed over beside a redacted copy', () => {
  const accept = (where: string | null) => {
    const accepted = [{ code: 'redacted-words-left', where, reason: '公开号码' }];
    caseFile.logEvent('plan-set', { ...caseFile.plan(), accepted });
  };
  const signal = new AbortController().signal;
  const handOver = () =>
    exportPackage(
      caseFile,
      join(freshFolder(), 'p'),
      { edition: 'filing', passphrase: null },
      { program: 'p', page: new Uint8Array(), signal, onFile: () => undefined, ask: null },
    );

  test('says the words in no file of a package, until somebody answers for that exhibit', async () => {
    accept('2');
    await buildIn(caseFile);
    expect((await handOver()).items).toBe(2);
    for (const where of ['1', '3']) {
      accept(where);
      const path = expect.stringMatching(/^data\/items\/.+\/files\/a\.pdf#\d+$/) as string;
      await expect(handOver()).rejects.toMatchObject({ code: 'package-says-redacted', params: { path } });
    }
    accept(null);
    expect((await handOver()).unsearched).toEqual([]);
  });

  test('is no ZIP for a deposit that says them; its hashes are in the list', async () => {
    const deposit = async () => {
      const out = freshFolder();
      const { withheld } = await exportDigests(caseFile, out, { signal, onEvent: () => undefined });
      return { withheld, names: readdirSync(out).filter((name) => name.endsWith('.zip')) };
    };
    const parent = copy.record.redaction!.parent;
    expect(await deposit()).toEqual({ withheld: [parent, imported.item], names: [`${copy.item}.zip`] });
    accept(null);
    expect((await deposit()).withheld).toEqual([parent]);
  });
});
