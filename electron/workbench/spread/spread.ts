import { canonicalJson } from '../../../shared/canonical-json.ts';
import type { Output } from '../../../shared/contract.ts';
import { say } from '../../../shared/language.ts';
import { suggestionBasisText, spreadTexts } from '../../../shared/messages/papers/spread-messages.ts';
import type { SpreadMap } from '../../../shared/spread/spread-map.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { reading, writing } from '../cases/with-case.ts';
import type { Handler, HandlerContext } from '../handler.ts';
import { findLinks, type FoundLinks } from './find-links.ts';
import { publicationsOf, type Publication } from './publications.ts';

const nothing: SpreadMap = { links: [] };

/** Reads or sets what a person decided about links between publications; suggests links where that is asked for. */
export const spreadHandler: Handler<'spread.keep'> = async ({ case: folder, stated, suggest }, context) => {
  if (stated !== null) await keepLinks(folder, stated, context);
  return reading(folder, async (caseFile) => {
    const found = suggest ? await findLinks(folder, context) : null;
    return spreadState(caseFile, found, context);
  });
};

function keepLinks(folder: string, stated: SpreadMap, { services }: HandlerContext): Promise<void> {
  return writing(folder, services, (caseFile) => {
    const links = stated.links.map((link) => ({
      ...link,
      source: caseFile.item(link.source).item,
      citing: caseFile.item(link.citing).item,
    }));
    if (canonicalJson({ links }) !== canonicalJson(caseFile.statement('spread') ?? nothing))
      caseFile.logEvent('spread-set', { links });
  });
}

function spreadState(
  caseFile: ReadableCase,
  found: FoundLinks | null,
  { language }: HandlerContext,
): Output<'spread.keep'> {
  const stated = caseFile.statement('spread') ?? nothing;
  const all = found?.publications ?? publicationsOf(caseFile, false);
  const decided = new Set(stated.links.flatMap(({ source, citing }) => [`${source} ${citing}`, `${citing} ${source}`]));
  // In the case's own language: where a person confirms the link, the bundle prints these words.
  const { language: ofCase } = caseFile.facts();
  const suggestions = (found?.links ?? [])
    .filter(({ source, citing }) => !decided.has(`${source} ${citing}`))
    .map((one) => ({
      source: one.source,
      citing: one.citing,
      direction: one.direction,
      basis: suggestionBasisText(one, ofCase),
    }));
  const rows = [
    ...stated.links.map(({ source, citing, basis, decided: state }) => ({ source, citing, basis, state })),
    ...suggestions.map((one) => ({ ...one, state: 'suggested' as const })),
  ];
  const titles = new Map(all.map(({ item, title }) => [item, title]));
  const named = (item: string) => `${item.slice(0, 13)} ${titles.get(item) ?? ''}`.trim();
  const t = (name: keyof typeof spreadTexts) => say(spreadTexts[name], language);
  return {
    stated: { links: stated.links.map((link) => ({ ...link })) },
    items: all.map(itemOf),
    suggestions,
    table: {
      title: t('title'),
      notes: [t(found ? 'noteOpen' : 'note')],
      columns: [
        { name: t('source'), share: 28 },
        { name: t('citing'), share: 28 },
        { name: t('basis'), share: 36 },
        { name: t('state'), share: 8 },
      ],
      rows: rows.map(({ source, citing, basis, state }) => [named(source), named(citing), basis, t(state)]),
    },
  };
}

function itemOf(one: Publication): Output<'spread.keep'>['items'][number] {
  const { item, title, channel, publisher, author, publishedText, publishedFrom, captured, reach, cites } = one;
  return { item, title, channel, publisher, author, published: publishedText, publishedFrom, captured, reach, cites };
}
