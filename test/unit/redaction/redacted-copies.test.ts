import { causeText } from '../../../shared/cause.ts';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { buildApplication } from '../../../electron/bundle/build-application.ts';
import { buildLists } from '../../../electron/bundle/build-lists.ts';
import { bundledFonts, fallbackFonts } from '../../../electron/capture/browser/fonts.ts';
import type { ItemState, WritableCase } from '../../../electron/casefile/case-handles.ts';
import { spawnChild } from '../../fixtures/runner/spawn-child.ts';
import { openCase } from '../../../electron/casefile/open-case.ts';
import { sealedParents } from '../../../electron/casefile/sealed-parents.ts';
import { deviceClockAndRandom } from '../../../electron/casefile/processes/clock-and-random.ts';
import { redactItem, type Redaction } from '../../../electron/intake/redact/redact-item.ts';
import { exportDigests } from '../../../electron/seal/packages/export-digests.ts';
import { exportPackage } from '../../../electron/seal/packages/export-package.ts';
import { filesOfItem } from '../../../electron/seal/packages/item-archive.ts';
import { verifyBundle } from '../../../electron/verify/verify-bundle.ts';
import type { ItemRecord } from '../../../shared/case/record.ts';
import { fieldsOf } from '../../../shared/fields/fields-of.ts';
import { storedTextPositions } from '../../../shared/page/text-positions.ts';
import { resolveArrangement } from '../../../shared/plan/arrangement.ts';
import { pathSaying } from '../../../shared/redaction/masked-record.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { asUsual, profileNamed } from '../../fixtures/bundle-options.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { fascicle, freshFolder } from '../../fixtures/fascicle.ts';
import { nothingElse } from '../../fixtures/made/field-sources.ts';
import { queued } from '../queue/queue-room.ts';
import { tiledCapture } from './redaction-room.ts';

const forever = new AbortController().signal;
const phone = '138 0013 8000';
const fontFiles = () => ({ ...bundledFonts(), fallbacks: fallbackFonts() });
const { program } = context;

/** A capture that says the number wherever a record can say anything. */
async function telling(caseFile: WritableCase, said = '13800138000'): Promise<ItemState> {
  const blank = { create: { width: 320, height: 400, channels: 3 as const, background: '#ffffff' } };
  const png = await sharp(blank).png().toBuffer();
  const runs = [
    { x: 20, y: 100, width: 200, height: 20, text: `电话 ${said}` },
    { x: 20, y: 120, width: 200, height: 20, text: '下一行' },
  ];
  const stored = caseFile.objects.putBytes(new TextEncoder().encode(JSON.stringify(storedTextPositions(runs, false))));
  const record = someCapture(caseFile, runs.map(({ text }) => text).join('\n'));
  return caseFile.addItem({
    ...record,
    title: `Complaint of ${said}`,
    url: `https://news.example/u/${said}?q=138%200013%208000`,
    finalUrl: `https://news.example/u/%EF%BC%91%EF%BC%93%EF%BC%98%EF%BC%90%EF%BC%90%EF%BC%91%EF%BC%93%EF%BC%98%EF%BC%90%EF%BC%90%EF%BC%90`,
    redirects: [{ url: `https://t.example/${said}`, status: 302, location: `/u/${said}` }],
    pageFacts: [
      { name: 'Author', value: `用户${said}`, source: 'meta' },
      { name: 'Canonical', value: `https://news.example/${said}`, source: 'link canonical' },
    ],
    account: said,
    warnings: [{ code: 'soft-404', params: { words: `没有 ${said}` } }],
    picture: { width: 320, height: 400, overlap: 32 },
    artifacts: [
      ...record.artifacts,
      {
        role: 'screenshot-tile',
        name: 'tile-0001.png',
        mediaType: 'image/png',
        ...caseFile.objects.putBytes(png),
        x: 0,
        y: 0,
        width: 320,
        height: 400,
      },
      { role: 'text-positions', name: 'text-positions.json', mediaType: 'application/json', ...stored },
    ],
  });
}

const redact = async (caseFile: WritableCase, parent: ItemState, change: Partial<Redaction> = {}) =>
  (
    await redactItem(
      caseFile,
      parent,
      { regions: [], words: [phone], reason: '个人电话', ...change },
      deviceClockAndRandom,
      spawnChild,
      forever,
    )
  ).state;

/** What the files of an item that may be handed over say, its record first. */
const handedOver = (caseFile: WritableCase, state: ItemState): readonly string[] =>
  filesOfItem(state).map(({ sha256 }) => new TextDecoder().decode(caseFile.readObject(sha256)));

describe('a redacted copy', () => {
  test('says none of the words in any field or file that may be handed over, and its title says what it is', async () => {
    const caseFile = freshCase();
    const { record, ...state } = await redact(caseFile, await telling(caseFile));
    expect(record.title).toBe('Complaint of 【已遮盖】（已遮盖）');
    expect(pathSaying(record, [phone])).toBeNull();
    for (const text of handedOver(caseFile, { record, ...state })) expect(pathSaying(text, [phone])).toBeNull();
    // The words are kept, sealed, under a hash that nobody can guess them from.
    const sealed = record.artifacts.find(({ role }) => role === 'redacted-words')!;
    expect(JSON.parse(new TextDecoder().decode(caseFile.readObject(sealed.sha256)))).toMatchObject({ words: [phone] });
    expect(filesOfItem({ record, ...state }).map(({ name }) => name)).not.toContain(`files/${sealed.name}`);
    caseFile.close();
  });

  test('quotes nothing of the page in its reasons, not even where only a rectangle was drawn', async () => {
    const caseFile = freshCase();
    const quoting = [
      { code: 'may-be-wall', params: { words: '请登录后查看丁某的住址' } },
      { code: 'dialog-dismissed', params: { kind: 'alert', text: '丁某住在青山路 5 号' } },
    ];
    const { record } = await telling(caseFile);
    const parent = caseFile.addItem({ ...record, item: someCapture(caseFile, '另一项').item, warnings: quoting });
    const regions = [{ x: 0, y: 90, width: 100, height: 40 }];
    const copy = await redact(caseFile, parent, { words: [], regions });
    expect(copy.record.warnings).toEqual([
      { code: 'may-be-wall', params: { words: '【已遮盖】' } },
      { code: 'dialog-dismissed', params: { kind: 'alert', text: '【已遮盖】' } },
    ]);
    for (const text of handedOver(caseFile, copy)) expect(text).not.toMatch(/丁某|青山路/);
    expect(parent.record.warnings).toEqual(quoting);
    caseFile.close();
  });

  test('takes along neither source nor archive nor any other file of the original: all of them hold what is painted over', async () => {
    const caseFile = freshCase();
    const { record } = await telling(caseFile);
    const seen = ['screenshot', 'screenshot-before', 'screenshot-expanded', 'screenshot-screen', 'recording'] as const;
    const sent = ['source', 'dom', 'mhtml', 'wacz', 'wacz-disclosure', 'second-path', 'second-path-body'] as const;
    const extra = [...seen, ...sent, 'original', 'page-text', 'page-facts', 'attachment', 'headers'] as const;
    const stored = (role: string) => caseFile.objects.putBytes(new TextEncoder().encode(`${role} of ${phone}`));
    const parent = caseFile.addItem({
      ...record,
      item: someCapture(caseFile, '另一项').item,
      artifacts: [
        ...record.artifacts,
        ...extra.map((role) => ({ role, name: `${role}.bin`, mediaType: 'application/octet-stream', ...stored(role) })),
      ],
    });
    const copy = await redact(caseFile, parent);
    const roles = copy.record.artifacts.map(({ role }) => role).sort();
    expect(roles).toEqual(['redacted-words', 'screenshot-tile', 'text', 'text-positions']);
    const own = new Set(copy.record.artifacts.map(({ sha256 }) => sha256));
    for (const { sha256, role } of parent.record.artifacts) expect([role, own.has(sha256)]).toEqual([role, false]);
    caseFile.close();
  });

  test('a line of which a part is covered leaves the text whole, and the line below it stays', async () => {
    const caseFile = freshCase();
    const parent = await telling(caseFile);
    // The last three of 200 columns, over the whole height of the first line.
    const copy = await redact(caseFile, parent, { words: [], regions: [{ x: 217, y: 100, width: 3, height: 20 }] });
    const text = copy.record.artifacts.find(({ role }) => role === 'text')!;
    expect(new TextDecoder().decode(caseFile.readObject(text.sha256))).toBe('下一行');
    const positions = copy.record.artifacts.find(({ role }) => role === 'text-positions')!;
    const said = new TextDecoder().decode(caseFile.readObject(positions.sha256));
    expect(said).toContain('下一行');
    expect(pathSaying(said, [phone])).toBeNull();
    caseFile.close();
  });

  test('says in its fields that it was painted over, and by what it was made', async () => {
    const caseFile = freshCase();
    const parent = await telling(caseFile);
    const state = await redact(caseFile, parent, { words: [], regions: [{ x: 0, y: 0, width: 9, height: 9 }] });
    expect(state.record.title).toMatch(/（已遮盖）$/);
    const fields = fieldsOf(
      {
        ...nothingElse,
        record: state.record,
        recordSha256: state.recordSha256,
        caseFacts: caseFile.facts(),
      },
      'en',
    );
    const said = JSON.stringify(fields.filter(({ id }) => id === 'redactions' || id === 'conversions'));
    expect(said).toContain(parent.item);
    expect(said).toContain('1 area of the picture covered');
    expect(said).not.toContain('stored as obtained');
    caseFile.close();
  });

  test('leaves the place in the queue to the original: the address became that', async () => {
    const caseFile = freshCase();
    const [job = ''] = queued(caseFile, 'https://news.example/story');
    const parent = await tiledCapture(caseFile, { more: { job } });
    await redact(caseFile, parent, { words: ['138'] });
    expect(caseFile.job(job)).toMatchObject({ item: parent.item, state: 'complete' });
  });

  test('is not made where its reason says the words; a copy of a copy keeps what the first one was rid of', async () => {
    const caseFile = freshCase();
    const parent = await telling(caseFile);
    await expect(redact(caseFile, parent, { reason: `号码${phone}` })).rejects.toMatchObject({
      code: 'redacted-words-stay',
    });
    expect(caseFile.items()).toHaveLength(1);
    const first = await redact(caseFile, parent);
    const second = await redact(caseFile, first, { words: [], regions: [{ x: 0, y: 0, width: 9, height: 9 }] });
    const sealed = second.record.artifacts.find(({ role }) => role === 'redacted-words')!;
    expect(JSON.parse(new TextDecoder().decode(caseFile.readObject(sealed.sha256)))).toMatchObject({ words: [phone] });
    caseFile.close();
  });
});

describe('words that were taken out', () => {
  const problemsOf = async (caseFile: WritableCase, change = {}) =>
    buildIn(caseFile, change).then(
      () => 'built',
      (error: unknown) => String(causeText((error as { code: string; params: { what: string } }).params.what, 'zh-CN')),
    );

  test('are in no file of the bundle that is built from the copy', async () => {
    const caseFile = freshCase();
    await redact(caseFile, await telling(caseFile));
    const { pdf } = await buildIn(caseFile, { perExhibit: true, lists: ['docx', 'xlsx'], edition: 'working' });
    expect((await verifyBundle(pdf, 'en')).verdict).toBe('PASSED');
    const folder = resolve(pdf, '..');
    for (const name of readdirSync(folder)) {
      expect(pathSaying(name, [phone])).toBeNull();
      if (/\.(json|sha256)$/.test(name))
        expect(pathSaying(readFileSync(join(folder, name), 'utf8'), [phone])).toBeNull();
    }
    caseFile.close();
  });

  const arranged = async () => {
    const caseFile = freshCase();
    const copy = await redact(caseFile, await telling(caseFile));
    const exhibits = resolveArrangement(null, caseFile.items(), 'zh-CN').map((one) => ({ ...one, purpose: '证明' }));
    caseFile.logEvent('exhibits-set', { exhibits });
    return { caseFile, copy, exhibits };
  };

  test.each([
    ['title', { title: '投诉１３８００１３８０００' }],
    ['purpose', { purpose: `证明 ${phone} 的机主` }],
    ['marks', { marks: [{ kind: 'frame' as const, words: '138-0013-8000' }] }],
    ['media.author', { media: { author: phone } }],
    ['remarks', { remarks: phone }],
  ])('stop a bundle, its draft, lists and application where the arrangement says them in %s', async (field, change) => {
    const { caseFile, exhibits } = await arranged();
    caseFile.logEvent('exhibits-set', { exhibits: exhibits.map((one) => ({ ...one, ...change })) });
    for (const draft of [false, true]) {
      const said = await problemsOf(caseFile, { draft });
      expect(said).toContain('`redacted-copy-says 1`');
      expect(said).toContain(field);
      expect(pathSaying(said, [phone])).toBeNull();
    }
    const options = { out: freshFolder(), profile: profileNamed('prc-internet'), language: null };
    const services = { program, fontFiles: fontFiles(), signal: forever };
    const lists = buildLists(caseFile, { ...options, formats: ['docx'], tables: false, reissue: null }, services);
    await expect(lists).rejects.toMatchObject({ code: 'bundle-stopped' });
    await expect(buildApplication(caseFile, options, services)).rejects.toMatchObject({ code: 'bundle-stopped' });
    expect(readdirSync(options.out)).toEqual([]);
    caseFile.close();
  });

  test('stop it where another exhibit, the chronology or the facts of the case say them', async () => {
    const { caseFile, exhibits } = await arranged();
    const other = await telling(caseFile, '138-0013-8000');
    caseFile.logEvent('exhibits-set', {
      exhibits: [...exhibits, { ...exhibits[0]!, item: other.item, title: '另一页' }],
    });
    caseFile.logEvent('plan-set', { ...caseFile.plan(), chronology: [{ when: '2019-05-05', what: `致电 ${phone}` }] });
    caseFile.logEvent('facts-edited', { ...caseFile.facts(), cause: phone });
    const said = await problemsOf(caseFile);
    for (const where of ['left 2`', 'left case`', '证据记录', '页面文字', '时间线', '案件信息'])
      expect(said).toContain(where);
    caseFile.close();
  });

  test('stop a package, where a file beside the picture says them', async () => {
    const { caseFile, exhibits } = await arranged();
    const hidden = someCapture(caseFile, '无');
    const dom = caseFile.objects.putBytes(new TextEncoder().encode('<p hidden>138&nbsp;0013&nbsp;8000'));
    const { item } = caseFile.addItem({
      ...hidden,
      artifacts: [{ role: 'dom', name: 'dom.html', mediaType: 'text/html; charset=utf-8', ...dom }],
    });
    caseFile.logEvent('exhibits-set', { exhibits: [...exhibits, { ...exhibits[0]!, item, title: '另一页' }] });
    await buildIn(caseFile);
    const services = { program: 'p', page: new Uint8Array(), signal: forever, onFile: () => undefined, ask: null };
    const out = exportPackage(caseFile, join(freshFolder(), 'p'), { edition: 'filing', passphrase: null }, services);
    await expect(out).rejects.toMatchObject({
      code: 'package-says-redacted',
      params: { path: `data/items/${item}/files/dom.html` },
    });
    caseFile.close();
  });
});

describe('the original of a redacted copy', () => {
  test('is filed again by no way without a reason, which is logged', async () => {
    const caseFile = freshCase();
    const parent = await telling(caseFile);
    await buildIn(caseFile);
    const copy = await redact(caseFile, parent, { words: [], regions: [{ x: 0, y: 0, width: 9, height: 9 }] });
    const { folder } = caseFile;
    // A bundle from before still shows it.
    const services = { program: 'p', page: new Uint8Array(), signal: forever, onFile: () => undefined, ask: null };
    const whole = { edition: 'filing', passphrase: null } as const;
    const out = exportPackage(caseFile, join(freshFolder(), 'p'), whole, services);
    await expect(out).rejects.toMatchObject({ code: 'package-shows-redacted' });
    // An older program took it back in silence.
    caseFile.logEvent('item-included', { item: parent.item }, parent.item);
    await expect(buildIn(caseFile)).rejects.toMatchObject({
      params: { what: expect.stringContaining('redacted-parent-filed') as string },
    });
    caseFile.close();

    const env = { FASCICLE_STATE: freshFolder() };
    const run = (...words: string[]) => fascicle([...words, '--json'], { env });
    const refused = await run('include', folder, parent.item);
    expect(refused.code).toBe(1);
    expect(refused.stdout + refused.stderr).toContain('redacted-parent');
    expect((await run('include', folder, parent.item, '--reason', '法院要求核对原件')).code).toBe(0);
    const shown = await run('show', folder, parent.item);
    expect(JSON.stringify(shown.last)).toContain('item-included');

    const again = openCase(folder, context);
    expect(sealedParents(again).get(parent.item)).toEqual({ copy: copy.item, reason: '法院要求核对原件' });
    expect((await buildIn(again)).exhibits).toBe(2);
    again.close();
  });

  test('goes into no ZIP for a deposit, and its words into no list; its hashes do', async () => {
    const caseFile = freshCase();
    const parent = await telling(caseFile);
    const copy = await redact(caseFile, parent);
    const out = freshFolder();
    const { withheld, archives, list } = await exportDigests(caseFile, out, {
      signal: forever,
      onEvent: () => undefined,
    });
    expect(withheld).toEqual([parent.item]);
    expect(archives.map(({ item }) => item)).toEqual([copy.item]);
    expect(readdirSync(out).sort()).toEqual(['digests.csv', 'digests.sha256', `${copy.item}.zip`].sort());
    const csv = readFileSync(list.path, 'utf8');
    expect(csv).toContain(parent.recordSha256);
    expect(pathSaying(csv, [phone])).toBeNull();
    caseFile.close();
  });

  test('a part of it that reaches under the paint counts as it; one beside it does not', async () => {
    const caseFile = freshCase();
    const parent = await telling(caseFile);
    const part = (y: number): ItemRecord => ({
      ...someCapture(caseFile, '部分'),
      region: {
        parent: parent.item,
        parentRecord: parent.recordSha256,
        x: 0,
        y,
        width: 300,
        height: 30,
        tiles: [parent.recordSha256],
      },
    });
    const [over, beside] = [caseFile.addItem(part(90)), caseFile.addItem(part(200))];
    await redact(caseFile, parent, { words: [], regions: [{ x: 20, y: 100, width: 200, height: 20 }] });
    const exhibits = [over, beside].map(({ item }) => ({
      item,
      group: '组',
      title: '标',
      source: '源',
      purpose: '证',
    }));
    caseFile.logEvent('exhibits-set', { exhibits });
    const { problems } = await buildIn(caseFile, { draft: true, profile: asUsual.profile });
    expect(problems.filter(({ code }) => code === 'redacted-parent-filed').map(({ where }) => where)).toEqual(['1']);
    caseFile.close();
  });
});
