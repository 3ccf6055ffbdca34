import type { CaptureRecord } from '../../../../shared/case/record.ts';
import type { BundleModel } from '../../model.ts';
import { headerText, numbersOf } from './certificate-paths.ts';

type Presented = NonNullable<CaptureRecord['presented']>;

/** What the browser said of itself to the servers, exhibits alike together; nothing where the records say nothing of it. */
export function presentedLines({ t, exhibits, language }: BundleModel): readonly string[] {
  const all = exhibits.flatMap(({ number, record }) =>
    record.kind === 'capture' && record.presented ? [{ number, presented: record.presented }] : [],
  );
  const of = (
    name: 'certPresentedHeadless' | 'certLanguageChosen' | 'certAgentChosen' | 'certPresentedUnseen',
    when: (presented: Presented) => boolean,
  ): readonly string[] => {
    const some = all.filter(({ presented }) => when(presented));
    return some.length > 0 ? [t(name, { numbers: numbersOf(some, language) })] : [];
  };
  const alike = Map.groupBy(
    all.filter(({ presented }) => presented.seen),
    ({ presented: { userAgent, acceptLanguage } }) => JSON.stringify([userAgent, acceptLanguage]),
  );
  return [
    ...[...alike.values()].flatMap((some) => {
      const [first] = some;
      if (!first) return [];
      const { userAgent, acceptLanguage } = first.presented;
      const headers = { agent: headerText(userAgent), language: headerText(acceptLanguage) };
      return [t('certPresented', { numbers: numbersOf(some, language), ...headers })];
    }),
    ...of('certPresentedHeadless', ({ userAgent }) => userAgent?.includes('HeadlessChrome') === true),
    ...of('certLanguageChosen', ({ chosen }) => chosen.includes('language')),
    ...of('certAgentChosen', ({ chosen }) => chosen.includes('user-agent')),
    ...of('certPresentedUnseen', ({ seen }) => !seen),
  ];
}
