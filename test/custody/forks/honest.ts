import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk, type CustodyRoom, type Desk } from '../../fixtures/custody-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { decideOn, receiveInto } from './forks.ts';

/** Numbers below `most`, the same for the same seed. */
function numbers(seed: number): (most: number) => number {
  let state = (Math.imul(seed + 1, 2_654_435_761) ^ 0x5bd1e995) >>> 0;
  return (most) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % most;
  };
}

/** One honest story of a case: what was done, and whatever was called wrong. */
export type HonestStory = Readonly<{ seed: number; steps: readonly string[]; alarms: readonly string[] }>;

/**
 * Work in the office and on a laptop, never in both; backups, copies that are only looked at, a folder that moves; packages
 * that come late, twice, or in another order. Nothing of it may be called wrong.
 */
export async function honestStory(
  room: CustodyRoom,
  start: Readonly<{ path: string; item: string }>,
  seed: number,
): Promise<HonestStory> {
  const dice = numbers(seed);
  const home = freshFolder();
  const desks = [openDesk(), openDesk()] as const;
  const lawyer = openDesk();
  const lawyers = join(home, 'lawyer.fascicle');
  const steps: string[] = [];
  const alarms: string[] = [];
  const packages: string[] = [];
  let [here, path, received] = [0 as 0 | 1, join(home, 'case.fascicle'), false];
  cpSync(start.path, path, { recursive: true });
  const verify = async (desk: Desk, folder: string) => {
    const asks = { item: null, since: null, passphrase: null, acceptHistory: null };
    const anchors = [room.authority.anchorFile];
    const { verdict, checks } = await desk.call('verify.run', { path: folder, anchors, ...asks });
    const fault = checks.find((one) => one.verdict !== 'PASSED');
    if (verdict !== 'PASSED') alarms.push(`${verdict}: ${fault?.detail ?? ''}`);
  };
  const replaceBy = (folder: string, to: string) => {
    const aside = join(freshFolder(), 'aside');
    cpSync(folder, aside, { recursive: true });
    rmSync(path, { recursive: true });
    cpSync(aside, to, { recursive: true });
    path = to;
  };
  const doings: Readonly<Record<string, () => Promise<unknown>>> = {
    work: () => decideOn(desks[here], path, start.item, `第 ${steps.length} 步`),
    export: async () => {
      const out = join(freshFolder(), 'package');
      const edition = dice(2) === 0 ? 'filing' : 'whole';
      const asked = { case: path, out, edition, passphrase: null, services: [], anchors: [] } as const;
      await desks[here].call('package.export', { ...asked, services: [], anchors: [] });
      packages.push(out);
    },
    receive: async () => {
      const one = packages[dice(Math.max(1, packages.length))];
      if (one === undefined) return;
      await receiveInto(lawyer, one, lawyers, !received);
      received = true;
    },
    backup: () => desks[here].call('case.backup', { case: path, folder: join(home, `backup-${here}`) }),
    look: async () => {
      const copy = join(freshFolder(), 'copy.fascicle');
      cpSync(path, copy, { recursive: true });
      await verify(desks[here], copy);
    },
    'to the other computer': () => {
      here = here === 0 ? 1 : 0;
      replaceBy(path, join(freshFolder(), 'case.fascicle'));
      return Promise.resolve();
    },
    'from today’s backup': async () => {
      const folder = join(freshFolder(), 'fresh-backup');
      await desks[here].call('case.backup', { case: path, folder });
      replaceBy(folder, path);
    },
  };
  const names = Object.keys(doings);
  for (let at = 0; at < 10; at += 1) {
    const name = dice(3) === 0 ? 'work' : (names[dice(names.length)] ?? 'work');
    steps.push(name);
    try {
      await doings[name]?.();
    } catch (error) {
      alarms.push(`${name}: ${String(error)}`);
    }
  }
  await verify(desks[here], path);
  if (received) await verify(lawyer, lawyers);
  for (const desk of [...desks, lawyer]) if (desk.heard.includes('log-went-back')) alarms.push('log-went-back');
  rmSync(home, { recursive: true, force: true });
  return { seed, steps, alarms };
}
