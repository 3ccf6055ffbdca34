import { isLocalName } from '../../../../shared/case/capture/reach.ts';
import type { CaptureRecord } from '../../../../shared/case/record.ts';
import { listed, type CaseLanguage, type Text } from '../../../../shared/language.ts';
import {
  chainLines,
  secondPathFindings,
  connectionLine,
  secondPathResult,
} from '../../../../shared/fields/second-path-lines.ts';
import { asRanges, isPlain } from '../../../../shared/plan/numbers.ts';
import { bundleTexts } from '../../../../shared/messages/papers/bundle-messages.ts';
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

/**
 * The numbers of exhibits, plain ones in their own order (a report keeps those of the bundle before it); three and more that
 * follow each other as a range: `1, 3–18, 20`.
 */
export const numbersOf = (exhibits: readonly Readonly<{ number: string }>[], language: CaseLanguage): string => {
  const numbers = exhibits.map(({ number }) => number);
  const inOrder = numbers.every(isPlain) ? numbers.sort((a, b) => Number(a) - Number(b)) : numbers;
  return listed(asRanges(inOrder), language);
};

/** The same within a sentence that is said in both languages at once. */
export const numbersText = (exhibits: readonly Readonly<{ number: string }>[]): Text => ({
  'zh-CN': numbersOf(exhibits, 'zh-CN'),
  en: numbersOf(exhibits, 'en'),
});

/** What came of the second path, exhibits of the same result together: whether it ran, how, and what it found. */
export function secondPathOfAll({ t, exhibits, language }: BundleModel): readonly string[] {
  const captures = exhibits.flatMap(({ number, record }) => (record.kind === 'capture' ? [{ number, record }] : []));
  const ran = captures.filter(({ record }) => record.secondPath?.ran === true);
  // Older programs said in the request what it was for, under their own name, and recorded no language.
  const [named, asOthers] = [
    ran.filter((one) => !sentAs(one.record)),
    ran.filter(({ record }) => sentAs(record)?.sent),
  ];
  const of = (
    name: 'certSecondPathIs' | 'certSecondPathAs' | 'certSecondPathSame' | 'certSecondPathDns' | 'certSecondPathTls',
    some: typeof captures,
  ) => (some.length > 0 ? [t(name, { numbers: numbersOf(some, language) })] : []);
  const results = captures.map(({ number, record }) => ({
    number,
    result: secondPathResult(record, language) ?? t('secondPathOlder'),
  }));
  return [
    ...of('certSecondPathIs', named),
    ...of('certSecondPathAs', asOthers),
    ...[...Map.groupBy(asOthers, ({ record }) => JSON.stringify(sentAs(record)))].map(([key, some]) => {
      const { agent, asked } = JSON.parse(key) as NonNullable<ReturnType<typeof sentAs>>; // as just written
      const headers = { agent: headerText(agent), language: headerText(asked) };
      return t('certSecondPathSent', { numbers: numbersOf(some, language), ...headers });
    }),
    ...of(
      'certSecondPathSame',
      asOthers.filter(({ record }) => sentAs(record)?.same),
    ),
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
    ...comparedLines(ran, t, language),
  ];
}

/** In what the second fetch was the same as the browser's copy, and in what not, exhibits alike together. */
function comparedLines(
  ran: readonly Readonly<{ number: string; record: CaptureRecord }>[],
  t: BundleModel['t'],
  language: CaseLanguage,
): readonly string[] {
  const found = ran.flatMap(({ number, record: { secondPath } }) =>
    secondPath?.ran ? [{ number, ...secondPathFindings(secondPath, language) }] : [],
  );
  const lines = (name: 'certSecondPathAlike' | 'certSecondPathApart', of: 'alike' | 'apart') =>
    [...Map.groupBy(found, (one) => listed(one[of], language))].flatMap(([fields, some]) =>
      fields === '' ? [] : [t(name, { numbers: numbersOf(some, language), fields })],
    );
  return [...lines('certSecondPathAlike', 'alike'), ...lines('certSecondPathApart', 'apart')];
}

/** The headers of a second fetch by which it says who asks, and whether they are the browser's; null: an older program's. */
function sentAs({ secondPath, presented }: CaptureRecord): Readonly<{
  agent: string | null;
  asked: string | null;
  sent: boolean;
  same: boolean;
}> | null {
  if (secondPath?.ran !== true || secondPath.acceptLanguage === undefined) return null;
  const { userAgent: agent, acceptLanguage: asked } = secondPath;
  const sent = agent !== null || asked !== null;
  const same = sent && presented?.seen === true && presented.userAgent === agent && presented.acceptLanguage === asked;
  return { agent, asked, sent, same };
}

/** Whether the second path had a name to ask the DNS about, and dialled what it was told: an address needs no question. */
function askedDns({ url, secondPath }: CaptureRecord): boolean {
  if (secondPath?.ran !== true || secondPath.address === null) return false;
  const host = URL.parse(secondPath.finalUrl ?? url)?.hostname ?? '';
  return host !== '' && !isLocalName(host) && !/^[\d.]+$|^\[/.test(host);
}

/** A header as it went out, in quotation marks, or that it did not. */
export const headerText = (value: string | null) => (value === null ? bundleTexts.headerNotSent : `“${value}”`);
