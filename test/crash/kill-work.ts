import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openCase } from '../../electron/casefile/open-case.ts';
import { verifyPackage } from '../../electron/verify/verify-package.ts';
import { exportPackage } from '../../electron/seal/packages/export-package.ts';
import { buildIn } from '../fixtures/build-bundle.ts';
import { context, freshCase, someCapture } from '../fixtures/case-room.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { broken, judgeCase, lookAfter, newCount, type Count } from './after.ts';
import { runWorker } from './worker.ts';

export const works = ['import', 'settle', 'bundle', 'export', 'receive', 'backup', 'migration'] as const;
export type CrashWork = (typeof works)[number];

/** What each kind of work needs: a case, and a place beside it. */
export type CrashGround = Readonly<{ folder: string; extra: string }>;

/** A case with a filed bundle, and a package of it. */
export async function makeGround(): Promise<(work: CrashWork) => CrashGround> {
  const caseFile = freshCase();
  for (const text of ['甲', '乙', '丙']) caseFile.addItem(someCapture(caseFile, text));
  await buildIn(caseFile);
  const handed = join(freshFolder(), 'package');
  const quiet = { program: 'fascicle', page: new Uint8Array(300_000), ask: null } as const;
  await exportPackage(
    caseFile,
    handed,
    { edition: 'filing', passphrase: null },
    { ...quiet, signal: new AbortController().signal, onFile: () => undefined },
  );
  caseFile.close();
  return (work) => {
    if (work === 'receive') {
      const fresh = freshCase();
      fresh.close();
      return { folder: fresh.folder, extra: handed };
    }
    const folder = join(freshFolder(), 'case.fascicle');
    cpSync(caseFile.folder, folder, { recursive: true });
    if (work === 'migration') takeBack(folder);
    return { folder, extra: join(freshFolder(), work === 'backup' ? 'backup.fascicle' : '') };
  };
}

/** A case as a program from before marks and case statements left it: its database lacks their tables. */
function takeBack(folder: string): void {
  const db = new Sqlite(join(folder, 'case.db'));
  db.exec('DROP TABLE matter; DROP TABLE mark; PRAGMA user_version = 40');
  db.close();
}

/** Looks at everything that a killed work may have left. */
export async function lookAtGround(
  work: CrashWork,
  ground: CrashGround,
  acknowledged: ReadonlySet<string>,
  count: Count,
): Promise<void> {
  lookAfter(ground.folder, acknowledged, count);
  if (work === 'backup' && existsSync(join(ground.extra, 'case.db'))) judgeCase(ground.extra, count);
  if (work !== 'export') return;
  // Whatever stands under its final name is a whole package.
  for (const name of readdirSync(ground.extra).filter((one) => !/\.(?:partial|unfinished)$/.test(one))) {
    const { verdict, checks } = await verifyPackage(join(ground.extra, name), 'en', []);
    if (verdict === 'PASSED') continue;
    count.wrong += 1;
    console.log(name, JSON.stringify(checks.filter((check) => check.verdict !== 'PASSED')));
  }
}

/** Kills each kind of work at random moments. @returns how many promises were broken */
export async function killWork(kills: number, ground: (work: CrashWork) => CrashGround): Promise<number> {
  let wrong = 0;
  for (const work of works) {
    // Where a round takes seconds, fewer of them; imports are the many.
    const share = Math.max(
      1,
      Math.round(
        kills *
          { import: 0.3, settle: 0.2, bundle: 0.05, export: 0.15, receive: 0.1, backup: 0.1, migration: 0.1 }[work],
      ),
    );
    const count = newCount();
    const { ms } = await runWorker([work, ...workArguments(ground(work)), 'once'], null);
    let prepared = ground(work);
    let acknowledged = new Set<string>();
    while (count.kills < share) {
      if (count.kills % 25 === 24 || work === 'receive' || work === 'migration')
        [prepared, acknowledged] = [ground(work), new Set<string>()];
      const ended = await runWorker([work, ...workArguments(prepared)], { after: Math.random() * ms });
      if (ended.killed) count.kills += 1;
      for (const item of ended.acknowledged) acknowledged.add(item);
      count.acknowledged += ended.acknowledged.length;
      await lookAtGround(work, prepared, acknowledged, count);
    }
    openCase(prepared.folder, context).close();
    console.log(line(`${work}: SIGKILL at random moments`, count));
    wrong += broken(count);
  }
  return wrong;
}

export const workArguments = ({ folder, extra }: CrashGround): readonly string[] => [folder, extra];

export function line(name: string, { kills, acknowledged, lost, damaged, unopened, wrong }: Count): string {
  return `${name}: ${kills} kills, ${acknowledged} items acknowledged: ${lost} lost, ${damaged} damaged, ${unopened} cases that did not open, ${wrong} wrong verdicts`;
}
