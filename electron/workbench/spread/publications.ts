import type { Exhibit } from '../../../shared/case/exhibit.ts';
import type { Category } from '../../../shared/case/category.ts';
import type { FileFacts, ItemRecord } from '../../../shared/case/record.ts';
import { statedFact } from '../../../shared/page/facts/stated-fact.ts';
import { resolveArrangement, titleOf } from '../../../shared/plan/arrangement.ts';
import { comparablePublished } from '../../../shared/spread/published.ts';
import type { SpreadSource } from '../../../shared/spread/suggest.ts';
import { publishedStretch } from '../../../shared/window/spread-layout.ts';
import { storedWords } from '../../bundle/state/stored-words.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
import { isCapture } from '../../compare/observation.ts';

/** A publication with what is stated of it, by a person or by its page. */
export type Publication = SpreadSource &
  Readonly<{
    title: string;
    channel: string;
    publisher: string | null;
    author: string | null;
    publishedText: string | null;
    publishedFrom: 'stated' | 'page' | null;
    captured: string;
    reach: string | null;
    cites: string | null;
  }>;

/** Beijing: times that pages write without a zone. */
const offset = 480;
/** What carries the message on; registers, clarifications and orders do not. */
const spreads: ReadonlySet<Category> = new Set(['message', 'coverage', 'other']);
const mostLinks = 2_000;
/** Parts of a title that name an outlet are short: 「… - 晨渡财经」. */
const longestName = 14;

/**
 * The publications of a case: messages and reports, of each address its first capture, and files with words of their own;
 * what is excluded is none.
 *
 * @param withWords whether their words and links are read too: of ten thousand items that takes a while
 */
export function publicationsOf(caseFile: ReadableCase, withWords: boolean): readonly Publication[] {
  const items = caseFile.items();
  const arrangement = resolveArrangement(caseFile.arrangement(), items, caseFile.facts().language);
  const listed = new Map(arrangement.map((exhibit) => [exhibit.item, exhibit]));
  const seen = new Set<string>();
  return items.flatMap((state): Publication[] => {
    const { record, excluded, item } = state;
    if (excluded !== null || !spreads.has(record.category)) return [];
    if (record.kind === 'capture' && (!isCapture(state) || seen.has(record.url))) return [];
    const { text, machineRead } = withWords ? storedWords(caseFile, state) : { text: '', machineRead: null };
    if (text === null && machineRead === null) return []; // a capture that was blocked shows nothing; a later one may
    if (record.kind === 'capture') seen.add(record.url);
    const links = withWords ? linksOf(caseFile, state) : [];
    return [{ ...describedAs(state, listed.get(item)?.media), text: text ?? machineRead ?? '', links }];
  });
}

/** What a person stated of a publication, before what its own page says of itself. */
function describedAs({ item, record }: ItemState, media: Exhibit['media']): Omit<Publication, 'text' | 'links'> {
  const facts: FileFacts = record.kind === 'capture' ? (record.pageFacts ?? []) : [];
  const fact = (name: string) => statedFact(facts, name);
  const title = titleOf(record);
  const publisher = media?.outlet ?? fact('SiteName') ?? null;
  const author = media?.author ?? fact('Author') ?? null;
  const publishedText = media?.published ?? fact('Published');
  const inTitle = title.split(/\s*[-–—|｜·_]\s*/u).filter((part) => part.length <= longestName);
  return {
    item,
    title,
    ...addressesOf(record),
    names: [publisher, author, fact('Channel'), ...inTitle].filter((name) => name !== null),
    published: publishedStretch(comparablePublished(publishedText), offset),
    publisher,
    author,
    publishedText,
    publishedFrom: media?.published === undefined ? (publishedText === null ? null : 'page') : 'stated',
    captured: record.startedAt,
    reach: media?.reach ?? null,
    cites: media?.cites ?? null,
  };
}

/** Where it was published, and the channel that its address names; a file has neither. */
const addressesOf = (record: ItemRecord): Pick<Publication, 'addresses' | 'channel'> =>
  record.kind === 'capture'
    ? { addresses: [record.url, record.finalUrl ?? record.url], channel: URL.parse(record.url)?.host ?? record.url }
    : { addresses: [], channel: '–' };

/** Where a page's links lead, as its capture stored them. */
function linksOf(caseFile: ReadableCase, { record }: ItemState): readonly string[] {
  const artifact = record.artifacts.find(({ role }) => role === 'page-facts');
  if (!artifact) return [];
  const { links = [] } = JSON.parse(Buffer.from(caseFile.readObject(artifact.sha256)).toString('utf8')) as {
    links?: { url?: string }[]; // as `page-facts.ts` of capture wrote it
  };
  return links.slice(0, mostLinks).flatMap(({ url }) => (typeof url === 'string' ? [url] : []));
}
