import { canonicalJson } from '../../../shared/canonical-json.ts';
import type { Output } from '../../../shared/contract.ts';
import { say } from '../../../shared/language.ts';
import { basisText, spreadTexts } from '../../../shared/messages/spread-messages.ts';
import { resolveArrangement } from '../../../shared/plan/arrangement.ts';
import type { SpreadMap } from '../../../shared/spread/spread-map.ts';
import { suggestLinks } from '../../../shared/spread/suggest.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { reading, writing } from '../cases/with-case.ts';
import type { Handler, HandlerContext } from '../workbench.ts';
import { publicationsOf, type Publication } from './publications.ts';

const nothing: SpreadMap = { links: [] };

/** Reads or sets what a person decided about links between publications; suggests links where that is asked for. */
export const spreadHandler: Handler<'spread.keep'> = ({ case: folder, stated, suggest }, context) => {
  const answer = (kase: ReadableCase) => spreadState(kase, suggest, context);
  if (stated === null) return reading(folder, answer);
  return writing(folder, context.services, (kase) => {
    const links = stated.links.map((link) => ({
      ...link,
      source: kase.item(link.source).item,
      citing: kase.item(link.citing).item,
    }));
    if (canonicalJson({ links }) !== canonicalJson(kase.matter('spread') ?? nothing)) kase.act('spread-set', { links });
    return answer(kase);
  });
};

function spreadState(kase: ReadableCase, suggest: boolean, { language }: HandlerContext): Output<'spread.keep'> {
  const facts = kase.facts();
  const stated = kase.matter('spread') ?? nothing;
  const arrangement = resolveArrangement(kase.arrangement(), kase.items(), facts.language);
  const all = publicationsOf(kase, arrangement, suggest);
  const decided = new Set(stated.links.flatMap(({ source, citing }) => [`${source} ${citing}`, `${citing} ${source}`]));
  const suggestions = suggest
    ? suggestLinks(all, [...facts.applicants, ...facts.respondents])
        .filter(({ source, citing }) => !decided.has(`${source} ${citing}`))
        .map((one) => ({
          source: one.source,
          citing: one.citing,
          direction: one.direction,
          basis: basisText(one, language),
        }))
    : [];
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
      notes: [t(suggest ? 'noteOpen' : 'note')],
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
