import type { Order, Service } from '../../../shared/order/order.ts';
import { isDay, momentOf, writtenMoment } from './written-time.ts';

/** The order in its written form: what a person types, before it is read as days and moments. */
export type WrittenOrder = Readonly<{
  number: string;
  item: string;
  received: string;
  ruled: string;
  measureTaken: string;
  term: Order['term']['until'];
  termDay: string;
  given: string;
  furtherBy: string;
  served: readonly Readonly<Omit<Service, 'on'> & { on: string }>[];
  reconsideration: Order['reconsideration'];
}>;

/** What a part of the form shows, and how it changes it. */
export type WrittenPart = Readonly<{ written: WrittenOrder; part: (change: Partial<WrittenOrder>) => void }>;

export function writtenOf(order: Order): WrittenOrder {
  const { number, item, received, ruled, measureTaken, term, security, served, reconsideration } = order;
  return {
    number: number ?? '',
    item: item ?? '',
    received: received === null ? '' : writtenMoment(received),
    ruled: ruled ?? '',
    measureTaken: measureTaken ?? '',
    term: term.until,
    termDay: term.until === 'day' ? term.day : '',
    given: security.given ?? '',
    furtherBy: security.furtherBy ?? '',
    served: served.map((one) => ({ ...one, on: writtenMoment(one.on) })),
    reconsideration,
  };
}

/** The order as written, or null where something of it is no day, no moment, or missing. */
export function readOf(written: WrittenOrder, before: Order): Order | null {
  const { number, item, received, ruled, measureTaken, term, termDay, given, furtherBy } = written;
  const days = [ruled, measureTaken, furtherBy].filter((text) => text !== '');
  if (!days.every(isDay) || (received !== '' && momentOf(received) === null)) return null;
  if (term === 'day' && !isDay(termDay)) return null;
  const served = written.served.flatMap((one) => {
    const on = isDay(one.on) ? one.on : momentOf(one.on);
    return on === null || one.party.trim() === '' ? [] : [{ ...one, party: one.party.trim(), on }];
  });
  if (served.length !== written.served.length) return null;
  const { reconsideration } = written;
  if (!reconsideration.every((one) => one.party.trim() !== '' && isDay(one.received))) return null;
  return {
    ...before,
    number: number.trim() === '' ? null : number.trim(),
    item: item === '' ? null : item,
    received: received === '' ? null : momentOf(received),
    ruled: ruled === '' ? null : ruled,
    measureTaken: measureTaken === '' ? null : measureTaken,
    term: term === 'day' ? { until: 'day', day: termDay } : { until: term },
    security: { given: given.trim() === '' ? null : given.trim(), furtherBy: furtherBy === '' ? null : furtherBy },
    served,
    reconsideration,
  };
}
