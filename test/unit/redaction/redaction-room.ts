import sharp from 'sharp';
import type { ItemState, WritableCase } from '../../../electron/casefile/case-handles.ts';
import type { SpawnChild } from '../../../electron/casefile/processes/children.ts';
import { deviceClockAndRandom } from '../../../electron/casefile/processes/clock-and-random.ts';
import { redactItem, type Redaction } from '../../../electron/intake/redact/redact-item.ts';
import type { Artifact, CaptureRecord } from '../../../shared/case/record.ts';
import { storedTextPositions, type PictureFrame, type TextRun } from '../../../shared/page/text-positions.ts';
import { someCapture } from '../../fixtures/case-room.ts';
import { spawnChild } from '../../fixtures/runner/spawn-child.ts';

const forever = new AbortController().signal;
export const run = (y: number, text: string): TextRun => ({ x: 20, y, width: 200, height: 20, text });
export const bytes = (text: string) => new TextEncoder().encode(text);
export const code = async (work: () => unknown) => {
  try {
    await work();
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

export type Made = Readonly<{
  runs?: readonly TextRun[];
  text?: string;
  cut?: boolean;
  frame?: PictureFrame | null;
  scale?: 1 | 2;
  more?: Partial<CaptureRecord>;
  files?: readonly (readonly [role: Artifact['role'], text: string])[];
}>;

/** A capture of three red, green and blue tiles of 320 by 200 that share 20 rows: a picture of 320 by 560. */
export async function tiledCapture(caseFile: WritableCase, made: Made = {}): Promise<ItemState> {
  const {
    runs = [run(30, '电话 138'), run(60, '下一行')],
    cut = false,
    frame = { origin: { x: 0, y: 0 }, elsewhere: [] },
  } = made;
  const record = someCapture(caseFile, made.text ?? runs.map(({ text }) => text).join('\n'));
  const artifacts: Artifact[] = [...record.artifacts];
  for (const [n, background] of ['#ff0000', '#00ff00', '#0000ff'].entries()) {
    const png = await sharp({ create: { width: 320, height: 200, channels: 3, background } })
      .png({ compressionLevel: 0 }) // as the program writes none: a tile that is the same was not written again
      .toBuffer();
    const box = { x: 0, y: n * 180, width: 320, height: 200 };
    artifacts.push({
      role: 'screenshot-tile',
      name: `tile-000${n + 1}.png`,
      mediaType: 'image/png',
      ...caseFile.objects.putBytes(png),
      ...box,
    });
  }
  const positions = bytes(JSON.stringify(storedTextPositions(runs, cut, frame)));
  artifacts.push({
    role: 'text-positions',
    name: 'text-positions.json',
    mediaType: 'application/json',
    ...caseFile.objects.putBytes(positions),
  });
  for (const [role, text] of made.files ?? [])
    artifacts.push({ role, name: `${role}.txt`, mediaType: 'text/plain', ...caseFile.objects.putBytes(bytes(text)) });
  const view = { device: 'desktop', width: 320, height: 200, scale: made.scale ?? 1 } as const;
  return caseFile.addItem({
    ...record,
    view,
    picture: { width: 320, height: 560, overlap: 20 },
    artifacts,
    ...made.more,
  });
}
export const redact = (
  caseFile: WritableCase,
  parent: ItemState,
  change: Partial<Redaction>,
  spawn: SpawnChild = spawnChild,
) =>
  redactItem(
    caseFile,
    parent,
    { regions: [], words: [], reason: '个人电话', ...change },
    deviceClockAndRandom,
    spawn,
    forever,
  );
export const pictureTiles = ({ record }: ItemState) =>
  record.artifacts.filter(({ role }) => role === 'screenshot-tile');

/** The colour of one pixel of a stored picture, `ff0000`. */
export async function colour(caseFile: WritableCase, { sha256 }: Artifact, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(caseFile.readObject(sha256)).raw().toBuffer({ resolveWithObject: true });
  return data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3).toString('hex');
}
