import { clockMilliseconds, worstClock } from '../../../../shared/case/capture/clock-findings.ts';
import type { EnvironmentCheck } from '../../../../shared/case/capture/checks.ts';
import type { ItemRecord } from '../../../../shared/case/record.ts';
import { fill, listed, listedApart, type Language, type Text } from '../../../../shared/language.ts';
import { bundleTexts } from '../../../../shared/messages/papers/bundle-messages.ts';
import { clockFaultText, describeCheck } from '../../../../shared/messages/names/check-messages.ts';
import type { BundleExhibit, BundleModel } from '../../model.ts';
import { numbersOf } from './certificate-paths.ts';

const against = ['clock-server-date', 'clock-ntp'] as const;

const checksOf = (record: ItemRecord): readonly EnvironmentCheck[] =>
  record.kind === 'capture' ? (record.checks ?? []) : [];

/** Comparisons of the device's clock that took place. */
const comparisons = (record: ItemRecord): readonly EnvironmentCheck[] =>
  checksOf(record).filter(
    ({ check, outcome }) => outcome !== 'not-verified' && (against as readonly string[]).includes(check),
  );

/** Whether an outside time service was asked and answered. */
const standardAsked = (record: ItemRecord): boolean => comparisons(record).some(({ check }) => check === 'clock-ntp');

/** What the sheet of an exhibit says of its clock. */
export function clockText(record: ItemRecord, t: BundleModel['t']): string {
  const made = comparisons(record);
  const checks = (language: Language) =>
    listedApart(
      made.map((check) => describeCheck(check, language)),
      language,
    );
  return made.length === 0
    ? t('clockNotCompared')
    : t('clockCompared', { checks: { 'zh-CN': checks('zh-CN'), en: checks('en') } });
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
    const check = describeCheck({ check: name, outcome: 'ok', detail: '' }, language);
    return [t('certClockAlike', { numbers: numbersOf(some, language), check, most })];
  });
  const without = exhibits.filter(({ record }) => comparisons(record).length === 0);
  return [
    ...off,
    ...noted,
    ...alike,
    ...(without.length > 0 ? [t('certClockNot', { numbers: numbersOf(without, language) })] : []),
  ];
}

/** Exhibits whose clock no outside standard was asked about. */
export const withoutStandard = (exhibits: readonly BundleExhibit[]): readonly BundleExhibit[] =>
  exhibits.filter(({ record }) => !standardAsked(record));

/** What the cover says of the clocks. */
export function coverClock({ exhibits }: BundleModel): Text {
  const compared = exhibits.flatMap(({ number, record }) => (comparisons(record).length > 0 ? [number] : []));
  if (compared.length === 0) return bundleTexts.coverNotCompared;
  const { coverCompared: text } = bundleTexts;
  const told = (language: Language) => fill(text[language], { numbers: listed(compared, language) });
  return { 'zh-CN': told('zh-CN'), en: told('en') };
}
