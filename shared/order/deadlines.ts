import type { Text, UserText } from '../language.ts';
import {
  counselTexts,
  deadlineNames,
  governingTexts,
  type DeadlineName,
  type DoubtCode,
} from '../messages/order-messages.ts';
import { forUser } from '../text.ts';
import { WorkCalendar } from './calendar.ts';
import { addDays, dayOf, momentIn, type Day } from './day.ts';
import type { BasisCode } from '../law/legal-basis.ts';
import type { Due, Obligation, Order } from './order.ts';
import { endOn, periodInDays, periodInHours, windowBefore, type PeriodEnd } from './periods.ts';
import { isServiceOpen, serviceDay } from './service.ts';

/** When: a whole day in Beijing, a moment, a window of days, or unknown with what is missing for it. */
type When =
  | Readonly<{ at: 'day'; day: Day; movedFrom: Day | null }>
  | Readonly<{ at: 'moment'; moment: string }>
  | Readonly<{ at: 'window'; from: Day; to: Day; lastWorkingDay: Day | null }>
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
  /** The day whose law governs it; null where it is not stated: then no version of a rule can be cited. */
  lawDay: Day | null;
  doubts: readonly DoubtCode[];
}>;

/** The day whose procedure an order goes by, as far as it is stated. */
function orderDay({ ruled, measureTaken, received, served }: Order): Day | null {
  const reached = served.map(({ on }) => (on.length > 10 ? dayOf(on) : on)).sort();
  return ruled ?? measureTaken ?? (received === null ? (reached[0] ?? null) : dayOf(received));
}

/** Every deadline and clock of an order, in the order in which they fall; those that cannot be computed come last. */
export function deadlinesOf(order: Order): readonly Deadline[] {
  const calendar = new WorkCalendar(order.calendar);
  const all = [
    ruling(order),
    suit(order, calendar),
    ...order.served.map((service): Deadline => {
      const { day, lawDay, basis, doubts } = serviceDay(service);
      const end = periodInDays(day, 5, calendar);
      return {
        lawDay,
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
        lawDay: received,
        doubts: ['courts-own-period', ...calendarDoubts(end)],
      };
    }),
    ...term(order, calendar),
    ...security(order, calendar),
    ...order.obligations.flatMap((obligation) => obligationDeadlines(obligation, order, calendar)),
  ];
  return all.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function ruling(order: Order): Deadline {
  const { received } = order;
  return {
    lawDay: received === null ? orderDay(order) : dayOf(received),
    id: 'ruling',
    name: 'ruling',
    of: '',
    from: received,
    when: received === null ? missing('received') : { at: 'moment', moment: periodInHours(received, 48) },
    basis: ['ruling48h', 'counting'],
    doubts: ['courts-own-period', 'hours-and-days-off'],
  };
}

function suit(order: Order, calendar: WorkCalendar): Deadline {
  const { measureTaken } = order;
  const end = measureTaken === null ? null : periodInDays(measureTaken, 30, calendar);
  return {
    lawDay: measureTaken ?? orderDay(order),
    id: 'suit',
    name: 'suit',
    of: '',
    from: measureTaken,
    when: end ? dayWhen(end) : missing('measureTaken'),
    basis: ['suit30d', 'counting'],
    doubts: ['which-day-measure', ...(end ? calendarDoubts(end) : [])],
  };
}

function term(order: Order, calendar: WorkCalendar): readonly Deadline[] {
  const { term: given } = order;
  const lawDay = orderDay(order);
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
        lawDay,
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
      lawDay,
      doubts: ['window-reading', ...calendarDoubts({ calendarKnown, calendarVerified })],
    },
    {
      id: 'term',
      name: 'term',
      of: '',
      from: null,
      when: { at: 'day', day: given.day, movedFrom: null },
      basis: ['orderItself', 'renewal7d'],
      lawDay,
      doubts: ['term-text'],
    },
  ];
}

function security(order: Order, calendar: WorkCalendar): readonly Deadline[] {
  const { furtherBy } = order.security;
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
      lawDay: orderDay(order),
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
      lawDay: resolved.lawDay,
      doubts: ['standing-from'],
    },
  ];
}

type Resolved = Pick<Deadline, 'from' | 'when' | 'basis' | 'lawDay' | 'doubts'>;

function dueOf(due: Due, order: Order, calendar: WorkCalendar): Resolved {
  const ofOrder = { from: null, basis: ['orderItself'], lawDay: orderDay(order), doubts: ['order-text'] } as const;
  switch (due.by) {
    case 'moment':
      return { ...ofOrder, when: { at: 'moment', moment: due.at } };
    case 'day': {
      const off = calendar.of(due.on).off ? (['named-day-off'] as const) : [];
      return { ...ofOrder, when: { at: 'day', day: due.on, movedFrom: null }, doubts: ['order-text', ...off] };
    }
    case 'not-stated':
      return { ...ofOrder, when: missing('dueNotStated') };
    case 'days-from-service':
    case 'hours-from-service':
    case 'at-once': {
      const service = order.served.find((one) => one.party === due.party);
      if (!service) return { ...ofOrder, when: missing('service'), basis: ['orderItself', 'counting'], doubts: [] };
      const { day, lawDay, basis, doubts } = serviceDay(service);
      if (due.by === 'days-from-service') {
        const end = periodInDays(day, due.days, calendar);
        return {
          from: day,
          when: dayWhen(end),
          basis: ['orderItself', 'counting', basis],
          lawDay,
          doubts: ['order-text', ...doubts, ...calendarDoubts(end)],
        };
      }
      const moment = service.on.length > 10 && service.way !== 'public-notice' ? service.on : null;
      if (due.by === 'at-once') {
        const when: When = moment === null ? { at: 'day', day, movedFrom: null } : { at: 'moment', moment };
        return { from: moment ?? day, when, basis: ['orderItself', basis], lawDay, doubts: ['order-text', ...doubts] };
      }
      return {
        from: moment,
        when: moment === null ? missing('serviceHour') : { at: 'moment', moment: periodInHours(moment, due.hours) },
        basis: ['orderItself', 'counting', basis],
        lawDay,
        doubts: ['order-text', 'hours-and-days-off', ...doubts],
      };
    }
  }
}

/** The end of a day in Beijing, in UTC. */
const endOfDay = (day: Day): string => momentIn(addDays(day, 1), '00:00');

/**
 * The moment by which an obligation was to be done, in UTC: the end of its last day in Beijing. Null where it cannot be
 * computed: it is never taken for past.
 */
export function overdueFrom(due: Due, order: Order): string | null {
  const { when } = dueOf(due, order, new WorkCalendar(order.calendar));
  if (when.at === 'moment') return when.moment;
  return when.at === 'day' ? endOfDay(when.day) : null;
}

/**
 * The moment from which a sighting can be said against somebody: on every reading of the term, and after the ruling was
 * made and had reached each respondent whose service is stated. Null where a reading has no end that is known, and where
 * no service is stated, or one of which it is open whether it was completed: nobody is known to be bound.
 */
export function surelyOverdueFrom(due: Due, order: Order): string | null {
  const calendar = new WorkCalendar(order.calendar);
  const end = overdueFrom(due, order);
  const last = end === null ? null : latestReading(due, end, order, calendar);
  if (last === null) return null;
  const services = rulingServices(due, order);
  if (services.some(isServiceOpen)) return null;
  const reached = services.map((service) => {
    const { day } = serviceDay(service);
    return service.on.length > 10 && service.way !== 'public-notice' ? service.on : endOfDay(day);
  });
  if (reached.length === 0) return null;
  const made = order.ruled === null ? [] : [momentIn(order.ruled, '00:00')];
  return [last, ...reached, ...made].reduce((a, b) => (Date.parse(a) < Date.parse(b) ? b : a));
}

/** Services of the ruling on those whom an obligation may bind. */
export const rulingServices = (due: Due, { served }: Order): Order['served'] =>
  served.filter(({ role, party }) => role === 'respondent' || ('party' in due && party === due.party));

/** A term that ends on a day off may be read as ending on the next day that is worked; null where that is not known. */
function latestReading(due: Due, end: string, order: Order, calendar: WorkCalendar): string | null {
  const { when } = dueOf(due, order, calendar);
  const day = when.at === 'day' ? when.day : dayOf(end);
  const { off, known } = calendar.of(day);
  if (due.by === 'at-once') return end;
  if (!known) return due.by === 'day' || due.by === 'moment' ? (off ? null : end) : null;
  if (!off) return end;
  const worked = calendar.knownWorkingDayFrom(day);
  return calendar.of(worked).known ? endOfDay(worked) : null;
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

/** What stands beside a date in a filing: by what it is counted or moved. */
export function governingText(doubts: readonly DoubtCode[]): Text {
  const texts = [...new Set(doubts)].flatMap((code) => (isGoverning(code) ? governingTexts[code] : []));
  return { 'zh-CN': texts.map((text) => text['zh-CN']).join('；'), en: texts.map((text) => text.en).join('; ') };
}

/** What counsel should look at, in words; "check with counsel" itself stands with every date. Never for a filed page. */
export function doubtsText(doubts: readonly DoubtCode[]): UserText {
  const texts = [...new Set<DoubtCode>(['check-with-counsel', ...doubts])].map((code) =>
    isGoverning(code) ? governingTexts[code] : counselTexts[code],
  );
  const said = { 'zh-CN': texts.map((text) => text['zh-CN']).join('；'), en: texts.map((text) => text.en).join('; ') };
  return forUser({ said }).said;
}

const isGoverning = (code: DoubtCode): code is keyof typeof governingTexts => Object.hasOwn(governingTexts, code);
