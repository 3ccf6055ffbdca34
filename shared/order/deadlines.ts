import type { Text } from '../language.ts';
import { deadlineNames, doubtTexts, type DeadlineName, type DoubtCode } from '../messages/order-messages.ts';
import { WorkCalendar } from './calendar.ts';
import { addDays, dayOf, type Day } from './day.ts';
import type { BasisCode } from './legal-basis.ts';
import type { Due, Obligation, Order } from './order.ts';
import { endOn, periodInDays, periodInHours, windowBefore, type PeriodEnd } from './periods.ts';
import { serviceDay } from './service.ts';

/** When: a whole day in Beijing, a moment, a window of days, or unknown with what is missing for it. */
type When =
  | Readonly<{ at: 'day'; day: Day; movedFrom: Day | null }>
  | Readonly<{ at: 'moment'; moment: string }>
  | Readonly<{ at: 'window'; from: Day; to: Day; lastWorkingDay: Day }>
  | Readonly<{ at: 'unknown'; missing: Text }>;

/** One date to keep in mind. Every one is to be checked with counsel; `doubts` say what in particular. */
export type Deadline = Readonly<{
  /** Stable within the case: names the event in an exported calendar. */
  id: string;
  name: DeadlineName;
  /** Whose it is, or which obligation: values for the name. */
  of: string;
  /** What the period counts from, as a day or moment; null where nothing starts it. */
  from: string | null;
  when: When;
  basis: readonly BasisCode[];
  doubts: readonly DoubtCode[];
}>;

/** Every deadline and clock of an order, in the order in which they fall; those that cannot be computed come last. */
export function deadlinesOf(order: Order): readonly Deadline[] {
  const calendar = new WorkCalendar(order.calendar);
  const all = [
    ruling(order),
    suit(order, calendar),
    ...order.served.map((service): Deadline => {
      const { day, basis, doubts } = serviceDay(service);
      const end = periodInDays(day, 5, calendar);
      return {
        id: `reconsideration-${service.role}-${service.party}`,
        name: 'reconsideration',
        of: service.party,
        from: day,
        when: dayWhen(end),
        basis: ['reconsideration5d', 'counting', basis],
        doubts: [...doubts, ...calendarDoubts(end)],
      };
    }),
    ...order.reconsideration.map(({ party, received }): Deadline => {
      const end = periodInDays(received, 10, calendar);
      return {
        id: `review-${party}`,
        name: 'review',
        of: party,
        from: received,
        when: dayWhen(end),
        basis: ['review10d', 'counting'],
        doubts: ['courts-own-period', ...calendarDoubts(end)],
      };
    }),
    ...term(order, calendar),
    ...security(order, calendar),
    ...order.obligations.flatMap((obligation) => obligationDeadlines(obligation, order, calendar)),
  ];
  return all.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function ruling({ received }: Order): Deadline {
  return {
    id: 'ruling',
    name: 'ruling',
    of: '',
    from: received,
    when: received === null ? missing('received') : { at: 'moment', moment: periodInHours(received, 48) },
    basis: ['ruling48h', 'counting'],
    doubts: ['courts-own-period', 'hours-and-days-off'],
  };
}

function suit({ measureTaken }: Order, calendar: WorkCalendar): Deadline {
  const end = measureTaken === null ? null : periodInDays(measureTaken, 30, calendar);
  return {
    id: 'suit',
    name: 'suit',
    of: '',
    from: measureTaken,
    when: end ? dayWhen(end) : missing('measureTaken'),
    basis: ['suit30d', 'counting'],
    doubts: ['which-day-measure', ...(end ? calendarDoubts(end) : [])],
  };
}

function term({ term: given }: Order, calendar: WorkCalendar): readonly Deadline[] {
  if (given.until !== 'day') {
    const name = given.until === 'judgment' ? 'termJudgment' : 'termUnknown';
    return [
      {
        id: 'term',
        name: 'term',
        of: '',
        from: null,
        when: missing(name),
        basis: ['renewal7d'],
        doubts: ['term-text'],
      },
    ];
  }
  const { calendarKnown, calendarVerified, ...window } = windowBefore(given.day, 7, calendar);
  return [
    {
      id: 'renewal',
      name: 'renewal',
      of: '',
      from: given.day,
      when: { at: 'window', ...window },
      basis: ['renewal7d'],
      doubts: ['window-reading', ...calendarDoubts({ calendarKnown, calendarVerified })],
    },
    {
      id: 'term',
      name: 'term',
      of: '',
      from: null,
      when: { at: 'day', day: given.day, movedFrom: null },
      basis: ['orderItself', 'renewal7d'],
      doubts: ['term-text'],
    },
  ];
}

function security({ security: { furtherBy } }: Order, calendar: WorkCalendar): readonly Deadline[] {
  if (furtherBy === null) return [];
  const end = endOn(furtherBy, calendar);
  return [
    {
      id: 'security',
      name: 'security',
      of: '',
      from: null,
      // A day that the court itself named does not move by computation: the safe day is the one named.
      when: { at: 'day', day: furtherBy, movedFrom: null },
      basis: ['security'],
      doubts: [...(end.movedFrom === null ? [] : (['named-day-off'] as const)), ...calendarDoubts(end)],
    },
  ];
}

function obligationDeadlines(obligation: Obligation, order: Order, calendar: WorkCalendar): readonly Deadline[] {
  const { id, text, due } = obligation;
  const resolved = dueOf(due, order, calendar);
  const first: Deadline = { id: `obligation-${id}`, name: 'obligation', of: text, ...resolved };
  if (obligation.kind !== 'homepage' || obligation.days === null) return [first];
  const begins = dueDay(due, order, calendar);
  return [
    first,
    {
      id: `standing-${id}`,
      name: 'standing',
      of: text,
      from: begins,
      when:
        begins === null
          ? missing('dueUnknown')
          : { at: 'day', day: addDays(begins, obligation.days - 1), movedFrom: null },
      basis: ['orderItself'],
      doubts: ['standing-from'],
    },
  ];
}

type Resolved = Pick<Deadline, 'from' | 'when' | 'basis' | 'doubts'>;

function dueOf(due: Due, order: Order, calendar: WorkCalendar): Resolved {
  const of = (party: string) => order.served.find((one) => one.party === party);
  switch (due.by) {
    case 'moment':
      return { from: null, when: { at: 'moment', moment: due.at }, basis: ['orderItself'], doubts: ['order-text'] };
    case 'day':
      return {
        from: null,
        when: { at: 'day', day: due.on, movedFrom: null },
        basis: ['orderItself'],
        doubts: ['order-text', ...(calendar.of(due.on).off ? (['named-day-off'] as const) : [])],
      };
    case 'not-stated':
      return { from: null, when: missing('dueNotStated'), basis: ['orderItself'], doubts: ['order-text'] };
    case 'days-from-service':
    case 'hours-from-service':
    case 'at-once': {
      const service = of(due.party);
      if (!service) return { from: null, when: missing('service'), basis: ['orderItself', 'counting'], doubts: [] };
      const { day, basis, doubts } = serviceDay(service);
      if (due.by === 'days-from-service') {
        const end = periodInDays(day, due.days, calendar);
        return {
          from: day,
          when: dayWhen(end),
          basis: ['orderItself', 'counting', basis],
          doubts: ['order-text', ...doubts, ...calendarDoubts(end)],
        };
      }
      const moment = service.on.length > 10 && service.way !== 'public-notice' ? service.on : null;
      if (due.by === 'at-once') {
        const when: When = moment === null ? { at: 'day', day, movedFrom: null } : { at: 'moment', moment };
        return { from: moment ?? day, when, basis: ['orderItself', basis], doubts: ['order-text', ...doubts] };
      }
      return {
        from: moment,
        when: moment === null ? missing('serviceHour') : { at: 'moment', moment: periodInHours(moment, due.hours) },
        basis: ['orderItself', 'counting', basis],
        doubts: ['order-text', 'hours-and-days-off', ...doubts],
      };
    }
  }
}

/**
 * The first moment after which an obligation can be said to be overdue, in UTC: the end of its last day in Beijing.
 * Null where it cannot be computed; then nothing is called overdue.
 */
export function overdueFrom(due: Due, order: Order): string | null {
  const { when } = dueOf(due, order, new WorkCalendar(order.calendar));
  if (when.at === 'moment') return when.moment;
  if (when.at !== 'day') return null;
  return new Date(Date.parse(`${addDays(when.day, 1)}T00:00:00.000Z`) - 8 * 3_600_000).toISOString();
}

function dueDay(due: Due, order: Order, calendar: WorkCalendar): Day | null {
  const { when } = dueOf(due, order, calendar);
  if (when.at === 'moment') return dayOf(when.moment);
  return when.at === 'day' ? when.day : null;
}

function dayWhen({ day, movedFrom }: PeriodEnd): When {
  return { at: 'day', day, movedFrom };
}

function missing(what: keyof typeof deadlineNames.missing): When {
  return { at: 'unknown', missing: deadlineNames.missing[what] };
}

function calendarDoubts({
  calendarKnown,
  calendarVerified,
}: Pick<PeriodEnd, 'calendarKnown' | 'calendarVerified'>): readonly DoubtCode[] {
  if (!calendarKnown) return ['calendar-unknown'];
  return calendarVerified ? [] : ['calendar-not-verified'];
}

function sortKey({ when, id }: Deadline): string {
  switch (when.at) {
    case 'day':
      return `${when.day} ${id}`;
    case 'moment':
      return `${dayOf(when.moment)} ${id}`;
    case 'window':
      return `${when.from} ${id}`;
    case 'unknown':
      return `9999 ${id}`;
  }
}

/** What counsel should look at, in words; "check with counsel" itself stands with every date. */
export function doubtsText(doubts: readonly DoubtCode[]): Text {
  const list = [...new Set<DoubtCode>(['check-with-counsel', ...doubts])].map((code) => doubtTexts[code]);
  return {
    'zh-CN': list.map((text) => text['zh-CN']).join('；'),
    en: list.map((text) => text.en).join('; '),
  };
}
