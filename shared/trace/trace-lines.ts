import { shortTime } from '../instant.ts';
import { bracketed, listedApart, say, type CaseLanguage } from '../language.ts';
import { traceMessages } from '../messages/papers/trace-messages.ts';
import type { Carrier, Trace } from './trace.ts';

/** What is said of one trace: the finding, its notes, and for each answer what was measured, label by label. */
export type TraceLines = Readonly<{
  finding: string;
  notes: readonly string[];
  carriers: readonly (readonly (readonly [label: string, value: string])[])[];
}>;

type Say = (name: keyof typeof traceMessages, params?: Readonly<Record<string, string | number>>) => string;

export function traceLines(trace: Trace, language: CaseLanguage): TraceLines {
  const t: Say = (name, params) => say(traceMessages[name], language, params);
  const { carriers, searched, unsearched, verdict, onPage } = trace;
  return {
    finding: t(verdict, { count: carriers.length, searched, unsearched: unsearched.length }),
    notes: [
      t(onPage ? 'onPage' : 'notOnPage'),
      ...(verdict === 'found' ? [t('limit')] : [t('maybeDrawn')]),
      ...unsearched.slice(0, 10).map(({ url, cause }) => `${cause}: ${url}`),
    ],
    carriers: carriers.map((carrier) => [
      ...linesOf(carrier, t, language),
      [t(trace.disclosure ? 'disclosure' : 'sealed'), trace.archive],
    ]),
  };
}

function linesOf(carrier: Carrier, t: Say, language: CaseLanguage): readonly (readonly [string, string])[] {
  const { address, protocol, cipher, places: ranges, count, warc, coding, bodyBytes, bodySha256 } = carrier;
  const connection = [address ?? t('unknown'), protocol, cipher].filter((one) => one !== null).join(' · ');
  return [
    [carrier.kind === 'frames' ? t('frames') : t('url'), carrier.url],
    [t('asked'), Number.isNaN(Date.parse(carrier.date)) ? carrier.date : shortTime(carrier.date)],
    [t('status'), [carrier.status, carrier.mediaType].filter((one) => one !== null && one !== '').join(' · ')],
    [t('address'), connection],
    [t('certificate'), certificateOf(carrier, t)],
    [
      t('body'),
      t('bodyOf', { bytes: bodyBytes, sha256: bodySha256 }) + (coding === null ? '' : t('coded', { coding })),
    ],
    [
      t('byteRange'),
      listedApart(
        ranges.map(({ offset, end }) => t('byteRangeOf', { offset, end })),
        language,
      ) + (count > ranges.length ? t('more', { count }) : ''),
    ],
    [t('writtenIn'), `${bracketed(carrier.encoding, t(carrier.encodingFrom), language)} · ${t(carrier.writing)}`],
    [t('archive'), t('archiveOf', warc)],
  ];
}

function certificateOf({ url, certificate }: Carrier, t: Say): string {
  if (certificate) return t('certificateOf', certificate);
  return t(/^(http|ws):/i.test(url) ? 'noTls' : 'unknown');
}
