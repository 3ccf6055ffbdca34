import { allowsElectronicRulings, noticeDays } from '../law/civil-procedure.ts';
import type { DoubtCode } from '../messages/order-messages.ts';
import { addDays, dayOf, type Day } from './day.ts';
import type { BasisCode } from '../law/legal-basis.ts';
import type { Service } from './order.ts';

/** What makes a day that of electronic service, and what is open where nobody states it. */
const electronicDoubts: Readonly<Record<NonNullable<Service['completedBy']> | 'not-stated', readonly DoubtCode[]>> = {
  'confirmed-address': ['service-electronic'],
  acknowledged: ['service-electronic-acknowledged'],
  'not-stated': ['service-electronic', 'service-electronic-unconfirmed'],
};

/** Whether it is open that the document was served at all: sent electronically, and not stated what completed it. */
export const isServiceOpen = ({ way, completedBy }: Service): boolean =>
  way === 'electronic' && completedBy === undefined;

/**
 * The day in Beijing on which a document counts as served, by the way in which it was. `lawDay`: the day whose law
 * governs the service, which for a public notice is the day of its publication.
 */
export function serviceDay({ way, on, completedBy }: Service): Readonly<{
  day: Day;
  lawDay: Day;
  basis: BasisCode;
  doubts: readonly DoubtCode[];
}> {
  const day = on.length > 10 ? dayOf(on) : on;
  switch (way) {
    case 'direct':
      return { day, lawDay: day, basis: 'serviceDirect', doubts: [] };
    case 'left':
      return { day, lawDay: day, basis: 'serviceLeft', doubts: ['service-left'] };
    case 'mail':
      return { day, lawDay: day, basis: 'serviceMail', doubts: ['service-mail'] };
    case 'electronic':
      return {
        day,
        lawDay: day,
        basis: 'serviceElectronic',
        doubts: [
          ...electronicDoubts[completedBy ?? 'not-stated'],
          ...(allowsElectronicRulings(day) ? [] : (['service-electronic-ruling'] as const)),
        ],
      };
    case 'public-notice': {
      const days = noticeDays(day);
      const doubt = days === 60 ? 'service-public-60' : 'service-public';
      return { day: addDays(day, days), lawDay: day, basis: 'servicePublic', doubts: [doubt] };
    }
  }
}
