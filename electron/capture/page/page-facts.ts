import type { CDPSession } from 'puppeteer';
import type { Json } from '../../../shared/canonical-json.ts';
import type { PageFacts } from '../../../shared/case/record.ts';
import { pageFactsOf, type FactCandidate } from '../../../shared/page/page-facts.ts';
import type { TimeBudget } from '../time-budget.ts';
import { readFacts } from '../in-page/read-facts.ts';
import { readLines } from '../in-page/read-lines.ts';
import { IsolatedWorld } from '../browser/isolated-world.ts';

/** Reads what the page says of itself: the facts for the record, and with its links for the artifact `page-facts`. */
export async function readPageFacts(
  session: CDPSession,
  page: Readonly<{ title: string; text: string; contentLanguage: string | null }>,
  timeBudget: TimeBudget,
): Promise<Readonly<{ facts: PageFacts; candidates: readonly FactCandidate[]; stored: Json }>> {
  const world = await timeBudget.within(timeBudget.left(5_000), IsolatedWorld.of(session), 'page-facts');
  const { links, frames, ...words } = await timeBudget.within(
    timeBudget.left(5_000),
    world.call(readFacts),
    'page-facts',
  );
  const lines = await timeBudget.within(timeBudget.left(5_000), world.call(readLines), 'page-facts');
  const { facts, candidates } = pageFactsOf({ ...words, ...page, lines });
  return {
    facts,
    candidates,
    stored: {
      v: 1,
      facts,
      candidates,
      links: links.map(([url, text]) => ({ url: url.toWellFormed(), text: text.toWellFormed() })),
      frames,
    },
  };
}
