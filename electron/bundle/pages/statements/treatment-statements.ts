import type { CaptureRecord } from '../../../../shared/case/record.ts';
import type { CaseLanguage } from '../../../../shared/language.ts';
import type { BundleModel } from '../../model.ts';
import { numbersOf } from './certificate-paths.ts';

type Capture = Readonly<{ number: string; record: CaptureRecord }>;

const ended = ({ record }: Capture, step: string, ...outcomes: readonly string[]): boolean =>
  record.steps.some((one) => one.step === step && outcomes.includes(one.outcome));

/**
 * What the program did to the pages by itself, and how it looked at them: what its operation log and checks say, exhibits
 * alike together. What the operator asked for is said apart.
 */
export function treatmentLines({ t, exhibits, language }: BundleModel): readonly string[] {
  const captures = exhibits.flatMap(({ number, record }): Capture[] =>
    record.kind === 'capture' ? [{ number, record }] : [],
  );
  const of = (name: 'certScrolled' | 'certFrozen' | 'certNoWindow', when: (capture: Capture) => boolean) => {
    const some = captures.filter(when);
    return some.length > 0 ? [t(name, { numbers: numbersOf(some, language) })] : [];
  };
  const phones = captures.filter(({ record }) => record.view.device === 'phone' && record.picture !== null);
  const scaled = captures.filter(({ record }) => record.view.scale !== 1 && record.picture !== null);
  return [
    ...of('certNoWindow', ({ record }) => windowless(record)),
    ...[...Map.groupBy(phones, ({ record: { view } }) => `${view.width}×${view.height}`).values()].flatMap((some) => {
      const [first] = some;
      if (!first) return [];
      const { width, height } = first.record.view;
      return [t('certPhoneView', { numbers: numbersOf(some, language), width, height })];
    }),
    ...[...Map.groupBy(scaled, ({ record: { view } }) => view.scale)].map(([scale, some]) =>
      t('certScale', { numbers: numbersOf(some, language), scale }),
    ),
    ...of(
      'certScrolled',
      (capture) => ended(capture, 'scroll', 'ok', 'partial') && ended(capture, 'scroll-to-top', 'ok'),
    ),
    ...broughtInLines(captures, t, language),
    ...of('certFrozen', (capture) => ended(capture, 'hold-still', 'ok')),
  ];
}

/** Parts that the browser skipped and the program had drawn, which changes the page: exhibits with as many together. */
function broughtInLines(captures: readonly Capture[], t: BundleModel['t'], language: CaseLanguage): readonly string[] {
  const looked = captures.filter((capture) => ended(capture, 'bring-in', 'ok', 'partial'));
  const counted = looked.map(({ number, record: { warnings } }) => ({
    number,
    count: warnings.find(({ code }) => code === 'sections-brought-in')?.params?.['count'] ?? null,
  }));
  const none = counted.filter(({ number, count }) => {
    const whole = looked.some((one) => one.number === number && ended(one, 'bring-in', 'ok'));
    return count === null && whole;
  });
  const shown = Map.groupBy(
    counted.filter(({ count }) => count !== null),
    ({ count }) => String(count),
  );
  return [
    ...[...shown].map(([count, some]) =>
      t('certBroughtIn', { numbers: numbersOf(some, language), count: Number(count) }),
    ),
    ...(none.length > 0 ? [t('certNoneToBringIn', { numbers: numbersOf(none, language) })] : []),
  ];
}

/** Whether the check of the screen found none on which the browser could have had a window. */
const windowless = ({ checks }: CaptureRecord): boolean =>
  (checks ?? []).some(({ check, detail }) => check === 'screen' && detail.split('; ').includes('no physical screen'));
