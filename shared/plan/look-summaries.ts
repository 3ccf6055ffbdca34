import { fill, type Text } from '../language.ts';
import { stateText } from '../messages/watch-messages.ts';
import type { ObligationReport } from '../order/obligations.ts';
import type { Order } from '../order/order.ts';
import type { AddressHistory } from '../watch/history.ts';

/** What an exhibit of a report shows, in short, where nobody described it: what was looked for and seen, or what it was entered as. */
const summaries = {
  look: { 'zh-CN': '所查文字：“{words}”；页面：{state}', en: 'words looked for: “{words}”; page: {state}' },
  original: { 'zh-CN': '登记为“{channel}”渠道的涉案信息', en: 'entered as the message in dispute on “{channel}”' },
  clarification: { 'zh-CN': '登记为“{channel}”渠道的澄清信息', en: 'entered as the clarification on “{channel}”' },
  received: {
    'zh-CN': '登记为账号“{account}”在“{channel}”渠道收到的涉案信息',
    en: 'entered as the message in dispute that account “{account}” received on “{channel}”',
  },
  account: {
    'zh-CN': '登记为以账号“{account}”对“{channel}”渠道的核查',
    en: 'entered as a check of “{channel}” with account “{account}”',
  },
  ruling: { 'zh-CN': '登记为裁定书', en: 'entered as the ruling' },
  rulingNumbered: { 'zh-CN': '登记为裁定书，案号{number}', en: 'entered as the ruling, no. {number}' },
  service: { 'zh-CN': '登记为向{party}送达裁定的材料', en: 'entered as showing service of the ruling on {party}' },
} as const satisfies Record<string, Text>;

type Told = readonly [item: string, summary: Text];

/** By item; what an item was needed for first says what it shows. */
export function summariesOf(order: Order, reports: readonly ObligationReport[]): ReadonlyMap<string, Text> {
  const { item, number, served } = order;
  const all: readonly Told[] = [
    ...entered([item], number === null ? summaries.ruling : filled(summaries.rulingNumbered, { number })),
    ...served.flatMap((one) => entered([one.item], filled(summaries.service, { party: one.party }))),
    ...reports.flatMap(ofReport),
  ];
  return new Map(all.toReversed());
}

function ofReport(report: ObligationReport): readonly Told[] {
  switch (report.kind) {
    case 'stop':
      return report.places.flatMap(({ history, words }) => looks(history, words));
    case 'homepage':
      return looks(report.history, report.words);
    case 'clarify':
      return report.channels.flatMap(({ channel, originals, clarifications, accounts }) => [
        ...entered(
          originals.map((one) => one.item),
          filled(summaries.original, { channel }),
        ),
        ...entered(
          clarifications.map((one) => one.item),
          filled(summaries.clarification, { channel }),
        ),
        ...accounts.flatMap(({ account, original, looks: own }) => [
          ...entered([original], filled(summaries.received, { channel, account })),
          ...entered(own, filled(summaries.account, { channel, account })),
        ]),
      ]);
  }
}

const looks = ({ entries }: AddressHistory, words: string): readonly Told[] =>
  entries.map(({ observation, state }) => [
    observation.item,
    {
      'zh-CN': fill(summaries.look['zh-CN'], { words, state: stateText(state, 'zh-CN') }),
      en: fill(summaries.look.en, { words, state: stateText(state, 'en') }),
    },
  ]);

const entered = (items: readonly (string | null)[], summary: Text): readonly Told[] =>
  items.flatMap((item): readonly Told[] => (item === null ? [] : [[item, summary]]));

const filled = (text: Text, values: Readonly<Record<string, string>>): Text => ({
  'zh-CN': fill(text['zh-CN'], values),
  en: fill(text.en, values),
});
