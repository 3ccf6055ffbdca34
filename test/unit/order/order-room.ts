import { obligationReports, type Evidence, type ObligationReport } from '../../../shared/order/obligations.ts';
import { emptyOrder, orderSchema, type Service } from '../../../shared/order/order.ts';
import type { Observation } from '../../../shared/watch/observation.ts';

export const id = (n: number) => `0198c700-0000-7000-8000-00000000000${n}`;

/** A look at the homepage that shows a text. @param at UTC */
export const look = (n: number, at: string, text: string, change: Partial<Observation> = {}): Observation => ({
  item: id(n),
  at,
  url: 'https://qijing.example/',
  finalUrl: 'https://qijing.example/',
  httpStatus: 200,
  outcome: 'complete',
  title: '企镜',
  text,
  advertText: '',
  ...change,
});

/** So early that no term waits for it. */
export const reachedEarly: readonly Service[] = [
  { party: '企镜', role: 'respondent', way: 'direct', on: '2019-05-01', item: null },
];

/** What an order with one obligation comes to. @param accounts which account the record of an item names */
export function obligationReport<K extends ObligationReport['kind']>(
  kind: K,
  obligation: object,
  looks: readonly Observation[],
  {
    ruled = null,
    today = '2019-07-01',
    accounts = {},
    served = reachedEarly,
  }: Readonly<{
    ruled?: string | null;
    today?: string;
    accounts?: Readonly<Record<string, string>>;
    served?: readonly Service[];
  }> = {},
): Extract<ObligationReport, { kind: K }> {
  const order = orderSchema.parse({ ...emptyOrder, ruled, served, obligations: [{ id: 'one', kind, ...obligation }] });
  const evidence: Evidence = {
    capturesOf: () => looks,
    item: (item) => {
      const found = looks.find((one) => one.item === item);
      const account = accounts[item];
      if (!found) return null;
      const { at, text, timeUnknown = false } = found;
      return { item, at, text, timeUnknown, ...(account !== undefined && { account }) };
    },
    withoutScrolling: ({ text }) => (text?.includes('量') ? text.includes('页首') : null),
    today,
  };
  const [report] = obligationReports(order, evidence);
  if (report?.kind !== kind) throw new Error(`no ${kind}`);
  return report as Extract<ObligationReport, { kind: K }>; // asked on the line before
}
