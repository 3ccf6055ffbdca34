import sharp from 'sharp';
import type { Rolling } from '../../../shared/case/capture/rolling.ts';
import type { Artifact } from '../../../shared/case/record.ts';
import { storedRollingWords, type StoredPiece } from '../../../shared/page/rolling-words.ts';
import { freshCase } from '../../fixtures/case-room.ts';
import { bytes, run, tiledCapture } from './redaction-room.ts';

const someRolling: Rolling = {
  scroller: null,
  views: 3,
  pieces: [
    { width: 320, height: 380, from: 1, to: 2 },
    { width: 320, height: 200, from: 3, to: 3 },
  ],
  overlap: 20,
  hidden: 1,
  movedAlong: 0,
  wentDown: 0,
  wentUp: 0,
  differing: { rows: 0, joins: 0 },
  unsteady: 0,
  end: 'bottom',
};

const somePieces: readonly StoredPiece[] = [
  { runs: [run(40, '第一段的评论'), run(300, '第二块的评论')], doubtful: ['存疑'], unseen: [], cut: false },
  { runs: [run(100, '断开之后的评论')], doubtful: [], unseen: [], cut: false },
];

/** The capture of the redaction tests, with two pieces of a rolling picture: yellow and cyan in two tiles, and magenta. */
export async function rolledCapture(change: Partial<Rolling> = {}, pieces: readonly StoredPiece[] = somePieces) {
  const caseFile = freshCase();
  const { record } = await tiledCapture(caseFile);
  const tiles: Artifact[] = [];
  for (const [background, y] of [
    ['#ffff00', 0],
    ['#00ffff', 180],
    ['#ff00ff', 0],
  ] as const) {
    const png = await sharp({ create: { width: 320, height: 200, channels: 3, background } })
      .png()
      .toBuffer();
    const name = `rolling-000${tiles.length + 1}.png`;
    const box = { x: 0, y, width: 320, height: 200 };
    tiles.push({ role: 'screenshot-rolling', name, mediaType: 'image/png', ...caseFile.objects.putBytes(png), ...box });
  }
  const words = storedRollingWords(pieces);
  const positions: Artifact = {
    role: 'rolling-positions',
    name: 'rolling-positions.json',
    mediaType: 'application/json',
    ...caseFile.objects.putBytes(bytes(JSON.stringify(words))),
  };
  const state = caseFile.addItem({
    ...record,
    kind: 'capture',
    item: record.item.replace(/.{6}$/, 'abcdef'),
    artifacts: [...record.artifacts, ...tiles, positions],
    rolling: { ...someRolling, ...change },
  } as typeof record);
  return { caseFile, state };
}
