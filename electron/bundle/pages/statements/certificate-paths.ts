import type { CaptureRecord } from '../../../../shared/case/record.ts';
import { listed, type CaseLanguage } from '../../../../shared/language.ts';
import { chainLines, connectionLine, secondPathResult } from '../../../../shared/fields/second-path-lines.ts';
import type { BundleModel } from '../../model.ts';

/** TLS of each capture's page: protocol, cipher, verdict, by which connection it was seen, and the server's certificate. */
export function connectionLines({ t, exhibits, language }: BundleModel): readonly string[] {
  return exhibits.flatMap(({ number, record }) => {
    const line = record.kind === 'capture' ? connectionLine(record, language) : null;
    if (record.kind !== 'capture' || line === null) return [];
    const [leaf = t('notRecorded')] = chainLines(record, language);
    return [t('certConnection', { number, connection: line, leaf })];
  });
}

/** The numbers of exhibits, one after the other. */
export const numbersOf = (exhibits: readonly Readonly<{ number: string }>[], language: CaseLanguage): string =>
  listed(
    exhibits.map(({ number }) => number),
    language,
  );

/** What came of the second path, exhibits of the same result together: whether it ran, how, and what it found. */
export function secondPathOfAll({ t, exhibits, language }: BundleModel): readonly string[] {
  const captures = exhibits.flatMap(({ number, record }) => (record.kind === 'capture' ? [{ number, record }] : []));
  const ran = captures.filter(({ record }) => record.secondPath?.ran === true);
  const of = (name: 'certSecondPathIs' | 'certSecondPathDns' | 'certSecondPathTls', some: typeof captures) =>
    some.length > 0 ? [t(name, { numbers: numbersOf(some, language) })] : [];
  const results = captures.map(({ number, record }) => ({
    number,
    result: secondPathResult(record, language) ?? t('secondPathOlder'),
  }));
  return [
    ...of('certSecondPathIs', ran),
    ...of(
      'certSecondPathDns',
      ran.filter(({ record }) => askedDns(record)),
    ),
    ...of(
      'certSecondPathTls',
      ran.filter(({ record }) => record.secondPath?.ran === true && record.secondPath.tls !== null),
    ),
    ...[...Map.groupBy(results, ({ result }) => result)].map(([result, some]) =>
      t('certSecondPath', { numbers: numbersOf(some, language), result }),
    ),
  ];
}

/** Whether the second path had a name to ask the DNS about, and dialled what it was told: an address needs no question. */
function askedDns({ url, secondPath }: CaptureRecord): boolean {
  if (secondPath?.ran !== true || secondPath.address === null) return false;
  const host = URL.parse(secondPath.finalUrl ?? url)?.hostname ?? '';
  return host !== '' && host !== 'localhost' && !/^[\d.]+$|^\[/.test(host);
}
