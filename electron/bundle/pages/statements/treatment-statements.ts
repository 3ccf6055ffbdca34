import type { CaptureRecord } from '../../../../shared/case/record.ts';
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
    ...of('certFrozen', (capture) => ended(capture, 'hold-still', 'ok')),
  ];
}

/** Whether the check of the screen found none on which the browser could have had a window. */
const windowless = ({ checks }: CaptureRecord): boolean =>
  (checks ?? []).some(({ check, detail }) => check === 'screen' && detail.split('; ').includes('no physical screen'));
