import { byDemoClock } from '../../../../shared/case/capture/demo-clock.ts';
import { serverReach } from '../../../../shared/case/capture/reach.ts';
import { clockMilliseconds, clockTolerances, worstClock } from '../../../../shared/case/capture/clock-findings.ts';
import type { EnvironmentCheck } from '../../../../shared/case/capture/checks.ts';
import type { ItemRecord } from '../../../../shared/case/record.ts';
import { fill, listedApart, type Language, type Text } from '../../../../shared/language.ts';
import { bundleTexts } from '../../../../shared/messages/papers/bundle-messages.ts';
import { clockFaultText, describeCheck } from '../../../../shared/messages/names/check-messages.ts';
import { addedExhibits, type BundleExhibit, type BundleModel } from '../../model.ts';
import { numbersOf, numbersText } from './certificate-paths.ts';

const against = ['clock-server-date', 'clock-ntp'] as const;

const checksOf = (record: ItemRecord): readonly EnvironmentCheck[] =>
  record.kind === 'capture' ? (record.checks ?? []) : [];

/** Comparisons of the device's clock that took place, with whatever it was. */
const made = (record: ItemRecord): readonly EnvironmentCheck[] =>
  checksOf(record).filter(
    ({ check, outcome }) => outcome !== 'not-verified' && (against as readonly string[]).includes(check),
  );

/** A server on the device itself that says the device's own time is no other clock. */
const isOwnClock = (record: ItemRecord, { check, outcome }: EnvironmentCheck): boolean =>
  check === 'clock-server-date' && outcome === 'ok' && record.kind === 'capture' && serverReach(record) === 'here';

/** Comparisons with another clock. */
const comparisons = (record: ItemRecord): readonly EnvironmentCheck[] =>
  made(record).filter((check) => !isOwnClock(record, check));

/** Whether an outside time service was asked and answered. */
const standardAsked = (record: ItemRecord): boolean => comparisons(record).some(({ check }) => check === 'clock-ntp');

/** What the sheet of an exhibit says of its clock. */
export function clockText(record: ItemRecord, t: BundleModel['t']): string {
  const others = comparisons(record);
  const own = made(record).some((check) => isOwnClock(record, check)) ? [bundleTexts.clockOfOwnServer] : [];
  const checks = (language: Language) =>
    listedApart(
      [...others.map((check) => describeCheck(check, language)), ...own.map((text) => text[language])],
      language,
    );
  const all = { 'zh-CN': checks('zh-CN'), en: checks('en') };
  if (byDemoClock(record)) return others.length === 0 ? t('clockDemo') : t('clockDemoCompared', { checks: all });
  if (others.length === 0) return own.length === 0 ? t('clockNotCompared') : t('clockNotComparedBut', { checks: all });
  return t('clockCompared', { checks: all });
}

/** What a check found that a reader should know of, in the words of the environment record. */
export const notedChecks = (record: ItemRecord): readonly EnvironmentCheck[] =>
  checksOf(record).filter(({ outcome }) => outcome === 'noted');

/** Noted checks of the environment, exhibits with the same finding together; the clock's stand with the times. */
export function notedLines({ t, exhibits, language }: BundleModel): readonly string[] {
  const all = exhibits.flatMap(({ number, record }) =>
    notedChecks(record)
      .filter(({ check }) => !check.startsWith('clock-'))
      .map((check) => ({ number, check: describeCheck(check, language) })),
  );
  return [...Map.groupBy(all, ({ check }) => check)].map(([check, some]) =>
    t('certNoted', { numbers: numbersOf(some, language), check }),
  );
}

/** How the clocks were compared and with what result: the largest faults first, then what was noted, then the rest. */
export function clockLines({ t, exhibits, language }: BundleModel): readonly string[] {
  const demo = exhibits.filter(({ record }) => byDemoClock(record));
  const off = exhibits.flatMap(({ number, record }) => {
    const fault = worstClock(checksOf(record));
    return fault === null ? [] : [t('certClockOff', { number, amount: clockFaultText(fault, language) })];
  });
  const noted = exhibits.flatMap(({ number, record }) =>
    notedChecks(record)
      .filter(({ check }) => check.startsWith('clock-'))
      .map((check) => t('certClockCheck', { number, check: describeCheck(check, language) })),
  );
  const alike = against.flatMap((name) => {
    const some = exhibits.flatMap(({ number, record }) => {
      const check = comparisons(record).find((one) => one.check === name && one.outcome === 'ok');
      return check ? [{ number, check }] : [];
    });
    if (some.length === 0) return [];
    const most = Math.max(...some.flatMap(({ check }) => clockMilliseconds(check).map(Math.abs)));
    const within = Math.max(...some.flatMap(({ check }) => clockTolerances(check)));
    const check = describeCheck({ check: name, outcome: 'ok', detail: '' }, language);
    const said = name === 'clock-ntp' ? 'certClockAlike' : 'certClockAlikeDate';
    return [t(said, { numbers: numbersOf(some, language), check, most, within })];
  });
  const own = exhibits.filter(({ record }) => made(record).some((check) => isOwnClock(record, check)));
  const without = exhibits.filter(({ record }) => comparisons(record).length === 0);
  return [
    ...(demo.length > 0 ? [t('certClockDemo', { numbers: numbersOf(demo, language) })] : []),
    ...off,
    ...noted,
    ...alike,
    ...(own.length > 0 ? [t('certClockOwnServer', { numbers: numbersOf(own, language) })] : []),
    ...(without.length > 0 ? [t('certClockNot', { numbers: numbersOf(without, language) })] : []),
  ];
}

/** Exhibits whose clock no outside standard was asked about. */
export const withoutStandard = (exhibits: readonly BundleExhibit[]): readonly BundleExhibit[] =>
  exhibits.filter(({ record }) => !standardAsked(record));

/** What the cover says of the comparison of clocks. */
export function coverClock(model: BundleModel): Text {
  const compared = addedExhibits(model).filter(({ record }) => comparisons(record).length > 0);
  return compared.length === 0 ? bundleTexts.coverNotCompared : ofNumbers(bundleTexts.coverCompared, compared);
}

/** By which clocks the times are told, as the cover says it. */
export function coverTimes(model: BundleModel): Text {
  const demo = addedExhibits(model).filter(({ record }) => byDemoClock(record));
  return demo.length === 0 ? bundleTexts.coverTimes : ofNumbers(bundleTexts.coverTimesDemo, demo);
}

/** A text about these exhibits, in both languages. */
function ofNumbers(text: Text, exhibits: readonly BundleExhibit[]): Text {
  const numbers = numbersText(exhibits);
  return {
    'zh-CN': fill(text['zh-CN'], { numbers: numbers['zh-CN'] }),
    en: fill(text.en, { numbers: numbers.en }),
  };
}
