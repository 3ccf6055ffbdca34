import { listed, type CaseLanguage } from '../../../shared/language.ts';
import { chainLines, connectionLine, secondPathResult } from '../../../shared/fields/second-path-lines.ts';
import type { BundleModel } from '../model.ts';

/** TLS of each capture's page: protocol, cipher, verdict, by which connection it was seen, and the server's certificate. */
export function connectionLines({ t, exhibits, language }: BundleModel): readonly string[] {
  return exhibits.flatMap(({ number, record }) => {
    const line = record.kind === 'capture' ? connectionLine(record, language) : null;
    if (record.kind !== 'capture' || line === null) return [];
    const [leaf = t('notStated')] = chainLines(record, language);
    return [t('certConnection', { number, connection: line, leaf })];
  });
}

/** The numbers of exhibits, one after the other. */
export const numbersOf = (exhibits: readonly Readonly<{ number: string }>[], language: CaseLanguage): string =>
  listed(
    exhibits.map(({ number }) => number),
    language,
  );

/** What came of the second path, exhibits of the same result together: whether it ran, and what it found. */
export function secondPathOfAll({ t, exhibits, language }: BundleModel): readonly string[] {
  const results = exhibits.flatMap(({ number, record }) =>
    record.kind === 'capture' ? [{ number, result: secondPathResult(record, language) ?? t('secondPathOlder') }] : [],
  );
  const lines = [...Map.groupBy(results, ({ result }) => result)].map(([result, some]) =>
    t('certSecondPath', { numbers: numbersOf(some, language), result }),
  );
  return lines.length > 0 ? [t('certSecondPathIs'), ...lines] : [];
}
