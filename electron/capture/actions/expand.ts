import { unfoldsText } from '../../../shared/page/page-actions.ts';
import { findPressables, press } from '../in-page/press.ts';
import type { StepEnd } from '../ledger.ts';
import { inPage } from '../page/settle.ts';
import { looking, type ActionLog, type PageContext } from './page-context.ts';

/** What unfolds may bring more of its kind: comments under comments. So often is looked again, and so much pressed. */
const rounds = 4;
const mostPressed = 60;

/** Presses what promises more of the same page: 展开全文, “read more”. Links that lead away and forms are left alone. */
export async function expandText(
  pageContext: PageContext,
  log: ActionLog,
  short: (end: StepEnd) => void,
): Promise<void> {
  const { timeBudget } = pageContext;
  const until = performance.now() + Math.min(25_000, timeBudget.left() * 0.4);
  const leftAlone = new Set<string>();
  let pressed = 0;
  for (let round = 0; round < rounds; round++) {
    const { pressables, cut } = await inPage(pageContext, 'expand', 8_000, (world) =>
      world.call(findPressables, looking),
    );
    const fitting = pressables.filter(unfoldsText);
    for (const one of fitting.filter(({ leads, selector }) => leads !== null && !leftAlone.has(selector))) {
      leftAlone.add(one.selector);
      log.add('expand', 'left-alone', one, one.leads === 'away' ? 'leads-away' : 'sends-form');
    }
    const wanted = fitting.filter(({ leads }) => leads === null);
    for (const one of wanted) {
      if (pressed >= mostPressed || performance.now() > until) {
        short({ outcome: 'partial', reason: { code: 'expand-bound', params: { count: pressed } } });
        return;
      }
      const answer = await inPage(pageContext, 'expand', 6_000, (world) => world.call(press, one.at));
      pressed += 1;
      log.add('expand', 'clicked', one, effectOf(answer));
    }
    if (cut) short({ outcome: 'partial', reason: { code: 'page-too-large-to-search' } });
    if (wanted.length === 0) return;
  }
  short({ outcome: 'partial', reason: { code: 'expand-bound', params: { count: pressed } } });
}

function effectOf({ changed, stopped }: Readonly<{ changed: boolean; stopped: readonly string[] }>): string {
  if (stopped.length > 0) return 'leaving-stopped';
  return changed ? 'page-changed' : 'nothing-changed';
}
