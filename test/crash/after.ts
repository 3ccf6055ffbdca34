import { openCase } from '../../electron/casefile/open-case.ts';
import { verifyCase } from '../../electron/verify/verify-case.ts';
import { context } from '../fixtures/case-room.ts';

/** What a suite counts. Everything but `kills` and `acknowledged` must stay 0. */
export type Count = {
  kills: number;
  acknowledged: number;
  lost: number;
  damaged: number;
  unopened: number;
  wrong: number;
};

export const newCount = (): Count => ({ kills: 0, acknowledged: 0, lost: 0, damaged: 0, unopened: 0, wrong: 0 });
export const broken = ({ lost, damaged, unopened, wrong }: Count): number => lost + damaged + unopened + wrong;

/** Looks at a case after a kill: the verdict as it lies there, then opened, every acknowledged item whole, then again. */
export function lookAfter(folder: string, acknowledged: ReadonlySet<string>, count: Count): void {
  judgeCase(folder, count);
  try {
    const caseFile = openCase(folder, context);
    const items = new Map(caseFile.items().map((state) => [state.item, state]));
    for (const item of acknowledged) {
      const state = items.get(item);
      if (!state) count.lost += 1;
      else if (!state.record.artifacts.every(({ sha256 }) => isWhole(() => caseFile.readObject(sha256))))
        count.damaged += 1;
    }
    caseFile.close();
  } catch (error) {
    count.unopened += 1;
    console.log(String(error));
  }
  judgeCase(folder, count);
}

/** A verdict other than PASSED on a case that nobody tampered with is a wrong one. */
export function judgeCase(folder: string, count: Count): void {
  const { verdict, checks } = verifyCase(folder, 'en');
  if (verdict === 'PASSED') return;
  count.wrong += 1;
  console.log(JSON.stringify(checks.filter((check) => check.verdict !== 'PASSED')));
}

function isWhole(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
