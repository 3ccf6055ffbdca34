import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { wordsOfItem, wordsToPaint } from '../../../electron/intake/redact/locate-words.ts';
import type { Artifact } from '../../../shared/case/record.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { importedRecord } from '../../fixtures/made/imported-record.ts';
import { bytes, tiledCapture, code, colour, redact, run, pictureTiles, type Made } from './redaction-room.ts';

describe('what is painted over', () => {
  test('is black to its last pixel in every tile that it reaches, and nothing beside it is', async () => {
    const caseFile = freshCase();
    const parent = await tiledCapture(caseFile);
    const { state, places } = await redact(caseFile, parent, { regions: [{ x: 10, y: 170, width: 30, height: 20 }] });
    expect(places).toBe(1);
    const [red, green, blue] = pictureTiles(state) as [Artifact, Artifact, Artifact];
    for (const [tile, x, y, seen] of [
      [red, 10, 169, 'ff0000'],
      [red, 10, 170, '000000'],
      [red, 39, 189, '000000'],
      [red, 40, 180, 'ff0000'],
      [red, 9, 180, 'ff0000'],
      [red, 39, 190, 'ff0000'],
      [green, 10, 0, '000000'],
      [green, 39, 9, '000000'],
      [green, 10, 10, '00ff00'],
      [green, 40, 0, '00ff00'],
    ] as const)
      // prettier-ignore
      expect(await colour(caseFile, tile, x, y), `${tile.name} ${x} ${y}`).toBe(seen);
    expect(blue).toEqual(pictureTiles(parent)[2]); // no stroke reaches it: the very same file
    expect(
      pictureTiles(state).map(({ x, y, width, height, mediaType, name }) => [name, x, y, width, height, mediaType]),
    ).toEqual([0, 180, 360].map((y, n) => [`tile-000${n + 1}.png`, 0, y, 320, 200, 'image/png']));
    caseFile.close();
  });

  test('may reach over the edge of the picture, and does not touch a tile that it only borders', async () => {
    const caseFile = freshCase();
    const parent = await tiledCapture(caseFile);
    const { state } = await redact(caseFile, parent, {
      regions: [
        { x: 300, y: 540, width: 100, height: 100 },
        { x: 0, y: 200, width: 320, height: 160 }, // from the end of the red tile to the start of the blue one
      ],
    });
    const [red, green, blue] = pictureTiles(state) as [Artifact, Artifact, Artifact];
    expect(red).toEqual(pictureTiles(parent)[0]);
    expect(await colour(caseFile, green, 0, 19)).toBe('00ff00');
    expect(await colour(caseFile, green, 0, 20)).toBe('000000');
    expect(await colour(caseFile, green, 319, 179)).toBe('000000');
    expect(await colour(caseFile, green, 319, 180)).toBe('00ff00');
    expect(await colour(caseFile, blue, 319, 199)).toBe('000000');
    expect(await colour(caseFile, blue, 299, 199)).toBe('0000ff');
    expect(await colour(caseFile, blue, 0, 198)).toBe('0000ff');
    // A stroke that ends where the blue tile begins leaves that tile's file as it was.
    const next = await redact(caseFile, parent, { regions: [{ x: 0, y: 200, width: 320, height: 160 }] });
    expect(pictureTiles(next.state)[2]).toEqual(pictureTiles(parent)[2]);
    caseFile.close();
  });

  test('of words whose letters were not measured is their whole line, and the lines that are left keep their places', async () => {
    const caseFile = freshCase();
    const parent = await tiledCapture(caseFile, {
      scale: 2,
      runs: [run(30, '电话 138'), run(90, '下一行')].map((one) => ({ ...one, width: 100 })),
      text: '电话 138\n下一行',
    });
    const { state, places, lines } = await redact(caseFile, parent, { words: ['138'] });
    expect([places, lines]).toEqual([1, 1]);
    const [red] = pictureTiles(state) as [Artifact];
    for (const [x, y, seen] of [
      [40, 60, '000000'],
      [239, 99, '000000'],
      [20, 80, 'ff0000'],
      [40, 50, 'ff0000'],
      [40, 110, 'ff0000'],
      [260, 80, 'ff0000'],
    ] as const)
      expect(await colour(caseFile, red, x, y), `${x} ${y}`).toBe(seen);
    const file = (role: string) => state.record.artifacts.find((one) => one.role === role)!;
    expect(Buffer.from(caseFile.readObject(file('text').sha256)).toString()).toBe('下一行');
    expect(JSON.parse(Buffer.from(caseFile.readObject(file('text-positions').sha256)).toString())).toMatchObject({
      cut: false,
      runs: [[2_000, 9_000, 10_000, 2_000, '下一行']],
      origin: [0, 0],
    });
    caseFile.close();
  });

  test('of words whose letters were measured is these letters, and the rest of their line keeps its place', async () => {
    const caseFile = freshCase();
    const letters = {
      way: 'right',
      ink: [0, 0, 0, 0],
      measures: [0, 20, 20, 10, 10, 10, 10, 20],
      lengths: null,
    } as const;
    const parent = await tiledCapture(caseFile, {
      scale: 2,
      runs: [{ ...run(30, '电话 138完'), width: 100, letters }],
    });
    const { state, places, lines } = await redact(caseFile, parent, { words: ['138'] });
    expect([places, lines]).toEqual([1, 0]);
    // In device pixels: 电 40–80, 话 80–120, the space 120–140, 138 140–200, 完 200–240; and a pixel of shade.
    expect(state.record.redaction?.regions).toEqual([{ x: 139, y: 59, width: 62, height: 42 }]);
    const [red] = pictureTiles(state) as [Artifact];
    expect(await colour(caseFile, red, 138, 80)).toBe('ff0000');
    expect(await colour(caseFile, red, 139, 80)).toBe('000000');
    expect(await colour(caseFile, red, 200, 80)).toBe('000000');
    expect(await colour(caseFile, red, 201, 80)).toBe('ff0000');
    expect(wordsOfItem(caseFile, state.record).runs).toMatchObject([
      { text: '电话 ', x: 40, y: 60, width: 100 },
      { text: '完', x: 200, y: 60, width: 40 },
    ]);
    caseFile.close();
  });

  test('of a picture that came as a file makes a picture of its own name, and leaves the file behind', async () => {
    const caseFile = freshCase();
    const jpeg = await sharp({ create: { width: 50, height: 40, channels: 3, background: '#ffffff' } })
      .jpeg()
      .toBuffer();
    const original: Artifact = {
      role: 'original',
      name: 'phone.jpg',
      mediaType: 'image/jpeg',
      ...caseFile.objects.putBytes(jpeg),
    };
    const record = {
      ...importedRecord(itemId(9, context.clockAndRandom.random(10)), { as: 'images' }),
      title: '截图',
      artifacts: [original],
    };
    const { state } = await redact(caseFile, caseFile.addItem(record), {
      regions: [{ x: 0, y: 0, width: 10, height: 10 }],
    });
    expect(state.record.artifacts).toMatchObject([
      { role: 'page-image', name: 'page-image-0001.png', mediaType: 'image/png', x: 0, y: 0, width: 50, height: 40 },
    ]);
    expect(await colour(caseFile, state.record.artifacts[0]!, 9, 9)).toBe('000000');
    expect(await colour(caseFile, state.record.artifacts[0]!, 10, 10)).toBe('ffffff');
    caseFile.close();
  });

  test('is refused where there is nothing to paint, nothing to paint on, or a file is not what it was', async () => {
    const caseFile = freshCase();
    const parent = await tiledCapture(caseFile);
    expect(await code(() => redact(caseFile, parent, {}))).toBe('nothing-to-redact');
    expect(await code(() => redact(caseFile, parent, { words: [' ', '-'] }))).toBe('nothing-to-redact');
    const bare = caseFile.addItem({
      ...someCapture(caseFile, '无图'),
      item: itemId(9, context.clockAndRandom.random(10)),
    });
    const regions = [{ x: 0, y: 0, width: 5, height: 5 }];
    expect(await code(() => redact(caseFile, bare, { regions }))).toBe('no-picture-to-redact');
    const original = { role: 'original', name: 'a.pdf', mediaType: 'application/pdf' } as const;
    const pdf = caseFile.addItem({
      ...importedRecord(itemId(8, context.clockAndRandom.random(10)), { as: 'document', count: 1 }),
      artifacts: [{ ...original, ...caseFile.objects.putBytes(bytes('%PDF-1.7')) }],
    });
    expect(await code(() => redact(caseFile, pdf, { regions }))).toBe('document-not-drawn');
    writeFileSync(caseFile.objectPath(pictureTiles(parent)[0]!.sha256), 'spoilt');
    expect(await code(() => redact(caseFile, parent, { regions }))).toBe('source-changed');
    expect(caseFile.items().some(({ record }) => record.redaction)).toBe(false);
    caseFile.close();
  });
});

describe('the copy and its original', () => {
  test('the copy takes the place of the original in the arrangement, without marks and traces of what is covered', async () => {
    const caseFile = freshCase();
    const parent = await tiledCapture(caseFile);
    const exhibit = { item: parent.item, group: 'g', title: '电话 138 的投诉', source: 's', purpose: 'p' };
    const other = { ...exhibit, item: caseFile.addItem(someCapture(caseFile, '另')).item, title: '另一 138' };
    const marks = [
      { kind: 'frame' as const, words: '电话 138' },
      { kind: 'frame' as const, words: '下一行' },
    ];
    caseFile.logEvent('exhibits-set', { exhibits: [other, { ...exhibit, marks, traces: ['138', '下一行'] }] });
    const { state } = await redact(caseFile, parent, { words: ['138'] });
    expect(caseFile.arrangement()).toEqual([
      other,
      {
        ...exhibit,
        item: state.item,
        title: '电话 【已遮盖】 的投诉（已遮盖）',
        marks: marks.slice(1),
        traces: ['下一行'],
      },
    ]);
    const again = caseFile.item(parent.item);
    expect(again.excluded).toBe(`遮盖后另列为 ${state.item}`);
    expect(state.record.redaction).toMatchObject({
      parent: parent.item,
      parentRecord: parent.recordSha256,
      reason: '个人电话',
    });
    expect(state.record.steps.at(-1)).toMatchObject({ step: 'redact', outcome: 'ok' });
    caseFile.close();
  });

  test('an arrangement that has not the original stays as it is, and one that nobody made is not made', async () => {
    const caseFile = freshCase();
    const parent = await tiledCapture(caseFile);
    const regions = [{ x: 0, y: 300, width: 5, height: 5 }];
    const { state } = await redact(caseFile, parent, { regions });
    expect(caseFile.arrangement()).toBeNull();
    expect(state.record.artifacts.some(({ role }) => role === 'redacted-words')).toBe(false);
    const other = {
      item: caseFile.addItem(someCapture(caseFile, '另')).item,
      group: 'g',
      title: 't',
      source: 's',
      purpose: 'p',
    };
    caseFile.logEvent('exhibits-set', { exhibits: [other] });
    const entries = caseFile.entries().length;
    await redact(caseFile, state, { regions });
    expect(caseFile.arrangement()).toEqual([other]);
    expect(caseFile.entries()).toHaveLength(entries + 2); // the copy, and the original left out
    caseFile.close();
  });

  test('what the device told of itself goes along where it says none of the words; the view of inner parts never does', async () => {
    const caseFile = freshCase();
    const innerScroll = { parts: [], expanded: { width: 320, height: 560, overlap: 20, left: 0 } } as never;
    const files = [
      ['environment', 'clock good'],
      ['environment', 'user 138'],
      ['page-text', '138'],
    ] as const;
    const { state } = await redact(caseFile, await tiledCapture(caseFile, { files, more: { innerScroll } }), {
      words: ['138'],
    });
    const kept = state.record.artifacts.filter(({ role }) => role === 'environment');
    expect(kept.map(({ sha256 }) => Buffer.from(caseFile.readObject(sha256)).toString())).toEqual(['clock good']);
    expect(state.record.kind === 'capture' && state.record.innerScroll).toMatchObject({ parts: [], expanded: null });
    const plain = (
      await redact(
        caseFile,
        await tiledCapture(caseFile, { more: { item: itemId(7, context.clockAndRandom.random(10)) } }),
        { words: ['138'] },
      )
    ).state;
    expect('innerScroll' in plain.record).toBe(false);
    caseFile.close();
  });
});

describe('words that are asked for', () => {
  const asked = async (words: string, made: Made, drawn = false) => {
    const caseFile = freshCase();
    const { record } = await tiledCapture(caseFile, made);
    const painted = () => wordsToPaint(caseFile, record, wordsOfItem(caseFile, record), [words], drawn, () => false);
    const found = await code(painted);
    const runs = found === null ? [...painted().keys()].map(({ text }) => text) : [];
    caseFile.close();
    return found ?? runs.join('|');
  };
  const runs = [run(30, '电话 138'), run(60, '下一行'), run(90, '13'), run(120, '8 完')];

  test('are found wherever their places are known, also over two lines', async () => {
    expect(await asked('138', { runs })).toBe('电话 138|13|8 完');
    expect(await asked('下一', { runs })).toBe('下一行');
  });

  test('are refused where one of them stands where no place is known, unless a person drew over it', async () => {
    expect(await asked('999', { runs })).toBe('words-not-said');
    expect(await asked('138', { runs, text: '138 138 138' })).toBe('words-said-more');
    expect(await asked('138', { runs, text: '138 138 138' }, true)).toBe('电话 138|13|8 完');
    expect(await asked('138', { runs, cut: true })).toBe('words-said-more');
    expect(await asked('138', { runs, frame: { origin: { x: 0, y: 0 }, elsewhere: ['又 138'] } })).toBe(
      'words-off-picture',
    );
    expect(await asked('下一', { runs, frame: { origin: { x: 0, y: 0 }, elsewhere: ['又 138'] } })).toBe('下一行');
    expect(await asked('138', { runs, frame: null, more: { picture: { width: 321, height: 560, overlap: 20 } } })).toBe(
      'words-frame-unknown',
    );
    expect(await asked('字', { runs, text: '只在文字里的字' })).toBe('words-said-more');
  });

  test('of an item that no program has read have no place, and are not said', () => {
    const caseFile = freshCase();
    const { record } = caseFile.addItem(someCapture(caseFile, '无'));
    expect(wordsOfItem(caseFile, record)).toEqual({ runs: [], elsewhere: [], framed: true, cut: false });
    caseFile.close();
  });
});
