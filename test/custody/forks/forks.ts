import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { openDesk, type CustodyRoom, type Desk } from '../../fixtures/custody-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const editions = ['filing', 'whole'] as const;
type Edition = (typeof editions)[number];
type Packages = Readonly<Record<Edition, string>>;

/** One act that writes one entry: the item is left out, or taken in again. */
export async function decideOn(desk: Desk, path: string, item: string, reason: string): Promise<void> {
  const { items } = await desk.call('items.list', { case: path, category: null });
  if (items.find((one) => one.item === item)?.excluded == null)
    await desk.call('items.exclude', { case: path, item, reason });
  else await desk.call('items.include', { case: path, item });
}

/** A case with a page, a bundle of it, and a file that is decided on back and forth. */
export async function decidedCase(room: CustodyRoom, name: string): Promise<Readonly<{ path: string; item: string }>> {
  const path = await room.create(name);
  await room.capture(path, '/plain');
  await room.bundle(path);
  writeFileSync(room.file(`${name}.txt`), `一段文字 ${name}`);
  return { path, item: await room.take(path, [room.file(`${name}.txt`)]) };
}

export const receiveInto = (desk: Desk, path: string, folder: string, isNew: boolean) =>
  desk.call('package.receive', {
    ...{ package: path, anchors: [], passphrase: null },
    into: isNew ? { kind: 'new', folder, title: null, operator: null } : { kind: 'case', case: folder },
  });

/** Both editions of a copy of the case, so that the case itself does not grow by it. */
async function exportedBoth(path: string): Promise<Packages> {
  const out = async (edition: Edition) => {
    const to = join(freshFolder(), 'package');
    const asked = { case: copyAside(path), out: to, edition, passphrase: null, services: [], anchors: [] };
    await openDesk().call('package.export', asked);
    return to;
  };
  return { filing: await out('filing'), whole: await out('whole') };
}

function copyAside(path: string): string {
  const to = join(freshFolder(), 'case.fascicle');
  cpSync(path, to, { recursive: true });
  return to;
}

/** Whether a package is refused as a second story. @throws whatever else goes wrong */
async function isRefused(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return false;
  } catch (error) {
    if (error instanceof FascicleError && error.code === 'package-other-story') return true;
    throw error;
  }
}

/** What two copies that were parted are asked, and what was not told. */
export type Parted = Readonly<{ at: number; asked: number; missed: readonly string[] }>;

/** A case grows act by act; at every size a copy is put aside, which grows otherwise. */
export async function partAtEvery(
  room: CustodyRoom,
  entries: number,
  onRow: (row: Parted) => void,
): Promise<readonly Parted[]> {
  const { path, item } = await decidedCase(room, `parted-${entries}`);
  const desk = openDesk();
  const copies: { at: number; folder: string }[] = [];
  const sizeNow = async () => (await desk.call('proof.make', proofOf(path))).size;
  for (let at = await sizeNow(); at < entries; at += 1) {
    copies.push({ at, folder: copyAside(path) });
    await decideOn(desk, path, item, `原案 ${at}`);
  }
  const ours = await exportedBoth(path);
  const rows: Parted[] = [];
  for (const { at, folder } of copies) {
    const row = await askOf({ at, folder, item, original: path, ours });
    rows.push(row);
    onRow(row);
  }
  return rows;
}

const proofOf = (path: string) => ({ case: path, item: null, since: null, out: join(freshFolder(), 'x.proof.json') });

type Fork = Readonly<{ at: number; folder: string; item: string; original: string; ours: Packages }>;

async function askOf({ at, folder, item, original, ours }: Fork): Promise<Parted> {
  await decideOn(openDesk(), folder, item, `分叉 ${at}`);
  const theirs = await exportedBoth(folder);
  const missed: string[] = [];
  let asked = 0;
  const must = async (name: string, told: Promise<boolean>) => {
    asked += 1;
    if (!(await told)) missed.push(name);
  };
  const orders = [
    [ours, theirs, 'original first'],
    [theirs, ours, 'copy first'],
  ] as const;
  for (const first of editions)
    for (const second of editions)
      for (const [one, two, order] of orders) {
        const into = join(freshFolder(), 'into.fascicle');
        const desk = openDesk();
        await receiveInto(desk, one[first], into, true);
        await must(`receive ${first} then ${second}, ${order}`, isRefused(receiveInto(desk, two[second], into, false)));
      }
  for (const edition of editions) {
    const into = copyAside(original);
    await must(
      `receive ${edition} into the original`,
      isRefused(receiveInto(openDesk(), theirs[edition], into, false)),
    );
  }
  // A computer that knows the original, and finds the copy in its place.
  const knowing = openDesk();
  const swapped = copyAside(original);
  await decideOn(knowing, swapped, item, '本机所见');
  rmSync(swapped, { recursive: true });
  cpSync(folder, swapped, { recursive: true });
  const isFailed = async (since: string | null) => {
    const asks = { path: swapped, since, anchors: [], item: null, passphrase: null, acceptHistory: null };
    return (await knowing.call('verify.run', asks)).verdict === 'FAILED';
  };
  await must('verify', isFailed(null));
  await must('verify --since a package of the original', isFailed(ours.whole));
  await decideOn(knowing, swapped, item, '再次打开');
  await must('open', Promise.resolve(knowing.heard.includes('log-went-back')));
  return { at, asked, missed };
}
