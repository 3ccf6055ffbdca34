import type { DoubtCode } from '../messages/order-messages.ts';
import { addDays, dayOf, type Day } from './day.ts';
import type { BasisCode } from './legal-basis.ts';
import type { Service } from './order.ts';

/** Days after its publication on which a public notice counts as served (民事诉讼法 2023 art. 95). */
const publicNotice = 30;

/** The day in Beijing on which a document counts as served, by the way in which it was. */
export function serviceDay({ way, on }: Service): Readonly<{
  day: Day;
  basis: BasisCode;
  doubts: readonly DoubtCode[];
}> {
  const day = on.length > 10 ? dayOf(on) : on;
  switch (way) {
    case 'direct':
      return { day, basis: 'serviceDirect', doubts: [] };
    case 'left':
      return { day, basis: 'serviceLeft', doubts: ['service-left'] };
    case 'mail':
      return { day, basis: 'serviceMail', doubts: ['service-mail'] };
    case 'electronic':
      return { day, basis: 'serviceElectronic', doubts: ['service-electronic'] };
    case 'public-notice':
      return { day: addDays(day, publicNotice), basis: 'servicePublic', doubts: ['service-public'] };
  }
}
