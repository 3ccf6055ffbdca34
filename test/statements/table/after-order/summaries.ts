import { withoutBlanks } from '../../reading/printed-words.ts';
import type { Keys } from '../statement.ts';
import { looksAt, pageIs } from './looks.ts';
import type { Reported } from './rows.ts';
import { inWords, pageSaid } from './said.ts';

/** What an exhibit of a report shows, where nobody described it. */
const summarySaid = {
  look: ['所查文字：“{words}”；页面：{state}', 'words looked for: “{words}”; page: {state}'],
  original: ['登记为“{channel}”渠道的涉案信息', 'entered as the message in dispute on “{channel}”'],
  clarification: ['登记为“{channel}”渠道的澄清信息', 'entered as the clarification on “{channel}”'],
  received: [
    '登记为账号“{account}”在“{channel}”渠道收到的涉案信息',
    'entered as the message in dispute that account “{account}” received on “{channel}”',
  ],
  account: [
    '登记为以账号“{account}”对“{channel}”渠道的核查',
    'entered as a check of “{channel}” with account “{account}”',
  ],
  ruling: ['登记为裁定书', 'entered as the ruling'],
  numbered: ['登记为裁定书，案号{number}', 'entered as the ruling, no. {number}'],
  service: ['登记为向{party}送达裁定的材料', 'entered as showing service of the ruling on {party}'],
} as const;

type Entered = readonly [item: string | null, summary: string];

/** `number|summary` of each exhibit, by what it was needed for first. */
export function summaryKeys(facts: Reported): Keys {
  const { order, manifest } = facts;
  const say = (what: keyof typeof summarySaid, values = {}) => inWords(facts, summarySaid[what], values);
  const ofLooks = (address: string, words: string): readonly Entered[] =>
    looksAt(facts, address).map((look) => {
      const state = inWords(facts, pageSaid[pageIs(look, words)]);
      return [look.record.item, say('look', { words, state })];
    });
  const all: readonly Entered[] = [
    [order.item, order.number === null ? say('ruling') : say('numbered', { number: order.number })],
    ...order.served.map(({ item, party }): Entered => [item, say('service', { party })]),
    ...order.obligations.flatMap((of): readonly Entered[] => {
      if (of.kind === 'stop') return of.places.flatMap(({ address, words }) => ofLooks(address, words));
      if (of.kind === 'homepage') return ofLooks(of.address, of.words);
      return of.channels.flatMap(({ channel, originals, clarifications, accounts }): readonly Entered[] => [
        ...originals.map((item): Entered => [item, say('original', { channel })]),
        ...clarifications.map((item): Entered => [item, say('clarification', { channel })]),
        ...accounts.flatMap(({ account, original, looks }): readonly Entered[] => [
          [original, say('received', { channel, account })],
          ...looks.map(({ item }): Entered => [item, say('account', { channel, account })]),
        ]),
      ]);
    }),
  ];
  return manifest.exhibits.flatMap(({ number, item }) => {
    const found = all.find(([of]) => of === item);
    return found ? [withoutBlanks(`${number}|${found[1]}`)] : [];
  });
}
