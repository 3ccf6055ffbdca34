import type { CDPSession } from 'puppeteer';
import type { Json } from '../../shared/canonical-json.ts';
import type { FileFacts } from '../../shared/case/record.ts';
import { pageFactsOf } from '../../shared/page/page-facts.ts';
import type { Deadline } from './deadline.ts';
import { readFacts } from './in-page/read-facts.ts';
import { IsolatedWorld } from './isolated-world.ts';

/** Reads what the page says of itself: the facts for the record, and with its links for the artifact `page-facts`. */
export async function readPageFacts(
  session: CDPSession,
  page: Readonly<{ title: string; text: string; contentLanguage: string | null }>,
  deadline: Deadline,
): Promise<Readonly<{ facts: FileFacts; stored: Json }>> {
  const world = await deadline.within(deadline.left(5_000), IsolatedWorld.of(session), 'page-facts');
  const { links, frames, ...words } = await deadline.within(deadline.left(5_000), world.call(readFacts), 'page-facts');
  const facts = pageFactsOf({ ...words, ...page });
  return {
    facts,
    stored: {
      v: 1,
      facts,
      links: links.map(([url, text]) => ({ url: url.toWellFormed(), text: text.toWellFormed() })),
      frames,
    },
  };
}
