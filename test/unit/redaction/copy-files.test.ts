import { readdirSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { ItemState, WritableCase } from '../../../electron/casefile/case-handles.ts';
import type { SpawnChild } from '../../../electron/casefile/processes/children.ts';
import type { Artifact, ItemRecord } from '../../../shared/case/record.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import { storedTextPositions, type TextRun } from '../../../shared/page/text-positions.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { importedRecord } from '../../fixtures/made/imported-record.ts';
import { bytes, tiledCapture, code, colour, redact, run } from './redaction-room.ts';

const regions = [{ x: 0, y: 0, width: 10, height: 10 }];

/** What a copy holds under a role, as text, with the file's name and type. */
function fileOf(caseFile: WritableCase, { record }: ItemState, role: Artifact['role']) {
  const { name, mediaType, sha256 } = record.artifacts.find((one) => one.role === role)!;
  return { name, mediaType, text: Buffer.from(caseFile.readObject(sha256)).toString() };
}

/** A white picture of 50 by 40 that came as a file, whose words were read where these runs say. */
async function picture(caseFile: WritableCase, runs: readonly TextRun[]): Promise<readonly Artifact[]> {
  const png = await sharp({ create: { width: 50, height: 40, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer();
  const frame = { origin: { x: 0, y: 0 }, elsewhere: [] };
  const positions = bytes(JSON.stringify(storedTextPositions(runs, false, frame)));
  return [
    { role: 'original', name: 'phone.png', mediaType: 'image/png', ...caseFile.objects.putBytes(png) },
    { role: 'text-positions', name: 't.json', mediaType: 'application/json', ...caseFile.objects.putBytes(positions) },
  ];
}

describe('the files of a redacted copy', () => {
  test('hold the lines that are left one below the other, under the names that a capture gives them', async () => {
    const caseFile = freshCase();
    const runs = [run(30, '电话 138'), run(60, '下一行'), run(90, '末行')];
    const { state } = await redact(caseFile, await tiledCapture(caseFile, { runs }), { words: ['138'] });
    expect(fileOf(caseFile, state, 'text')).toEqual({
      name: 'text.txt',
      mediaType: 'text/plain',
      text: '下一行\n末行',
    });
    const { name, mediaType, text } = fileOf(caseFile, state, 'text-positions');
    expect([name, mediaType]).toEqual(['text-positions.json', 'application/json']);
    expect(JSON.parse(text)).toMatchObject({ origin: [0, 0], cut: false });
    caseFile.close();
  });

  test('lose a line by its own place and words, never one that only looks alike when both are written down', async () => {
    const caseFile = freshCase();
    const tall = { x: 20, y: 30, width: 200, height: 21, text: '138' };
    const low = { x: 20, y: 30, width: 200, height: 2, text: '1138' };
    const { state } = await redact(caseFile, await tiledCapture(caseFile, { runs: [tall, low] }), { words: ['1138'] });
    expect(fileOf(caseFile, state, 'text').text).toBe('138');
    caseFile.close();
  });

  test.each(['import', 'capture'] as const)(
    'of a picture that came as a file, by %s, keep its words at the pixels where they were read',
    async (kind) => {
      const caseFile = freshCase();
      const left = { x: 10, y: 20, width: 30, height: 10, text: '留下' };
      const artifacts = await picture(caseFile, [{ ...left, y: 0, text: '138' }, left]);
      const pages = { as: 'images' } as const;
      const capture = someCapture(caseFile, '图');
      const record: ItemRecord =
        kind === 'import'
          ? { ...importedRecord(itemId(9, context.clockAndRandom.random(10)), pages), artifacts: [...artifacts] }
          : {
              ...capture,
              view: { ...capture.view, scale: 2 },
              file: { name: 'phone.png', facts: [], pages },
              artifacts: [...artifacts],
            };
      const { state } = await redact(caseFile, caseFile.addItem(record), { words: ['138'] });
      expect(JSON.parse(fileOf(caseFile, state, 'text-positions').text)).toMatchObject({
        runs: [[1_000, 2_000, 3_000, 1_000, '留下']],
      });
      const image = state.record.artifacts.find(({ role }) => role === 'page-image')!;
      expect(await colour(caseFile, image, 20, 5)).toBe('000000');
      expect(await colour(caseFile, image, 20, 25)).toBe('ffffff');
      caseFile.close();
    },
  );

  test('leave nothing in the folder for unfinished work, made or refused', async () => {
    const caseFile = freshCase();
    const parent = await tiledCapture(caseFile);
    const folders = () =>
      readdirSync(caseFile.folder, { recursive: true, withFileTypes: true })
        .filter((one) => one.isDirectory() && !one.parentPath.includes('objects'))
        .map(({ name }) => name);
    const before = folders();
    await redact(caseFile, parent, { regions });
    await code(() => redact(caseFile, parent, { regions }, answering({ changed: null, unpainted: 0, sizes: [] })));
    expect(folders()).toEqual(before);
    caseFile.close();
  });
});

describe('a redacted copy is not made', () => {
  test('where a picture that was read back is not as it was painted, which is said by its number', async () => {
    const caseFile = freshCase();
    const parent = await tiledCapture(caseFile);
    const spawn = answering({ changed: null, unpainted: 1, sizes: [] });
    await expect(redact(caseFile, parent, { regions }, spawn)).rejects.toMatchObject({
      code: 'redaction-not-painted',
      params: { tile: 2 },
    });
    expect(caseFile.items()).toHaveLength(1);
    caseFile.close();
  });

  test('where its words have no place and nobody drew one; one place that was drawn is enough', async () => {
    const caseFile = freshCase();
    const parent = await tiledCapture(caseFile, { text: '电话 138\n下一行\n又 138' });
    expect(await code(() => redact(caseFile, parent, { words: ['138'] }))).toBe('words-said-more');
    expect(await code(() => redact(caseFile, parent, { words: ['999'] }))).toBe('words-not-said');
    expect(caseFile.items()).toHaveLength(1);
    expect(await code(() => redact(caseFile, parent, { words: ['138'], regions }))).toBeNull();
    caseFile.close();
  });
});

test('a mark or file stays behind where it says any one of several words that are covered', async () => {
  const caseFile = freshCase();
  const parent = await tiledCapture(caseFile, { files: [['environment', 'user 138']] });
  const exhibit = { item: parent.item, group: 'g', title: 't', source: 's', purpose: 'p' };
  const marks = [
    { kind: 'frame' as const, words: '电话 138' },
    { kind: 'frame' as const, words: '别处' },
  ];
  caseFile.logEvent('exhibits-set', { exhibits: [{ ...exhibit, marks, traces: ['下一行', '别处'] }] });
  const { state } = await redact(caseFile, parent, { words: ['138', '下一行'] });
  expect(state.record.artifacts.some(({ role }) => role === 'environment')).toBe(false);
  expect(caseFile.arrangement()).toMatchObject([{ marks: [{ words: '别处' }], traces: ['别处'] }]);
  caseFile.close();
});

/** A child that answers this, whatever it is asked. */
function answering(answer: unknown): SpawnChild {
  return () => {
    let hear: (message: unknown) => void = () => undefined;
    return {
      send: () => {
        hear({ answer });
      },
      onMessage: (listener) => {
        hear = listener;
      },
      onEnd: () => undefined,
      kill: () => undefined,
    };
  };
}
