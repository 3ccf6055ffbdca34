import type { CaptureRecord, ItemRecord } from '../case/record.ts';
import { readableInstant } from '../instant.ts';
import { labelled, type CaseLanguage } from '../language.ts';
import { describeCheck, type CheckId } from '../messages/names/check-messages.ts';
import { fieldWord } from '../messages/names/field-messages.ts';
import { describeReason } from '../messages/reasons/reasons.ts';
import { orElse, type FieldAnswer, type FieldRows, type FieldSources } from './field.ts';
import { fileLines, stepLine } from './page-fields.ts';

/** What the environment record says under these checks. */
const checked =
  (...ids: readonly CheckId[]) =>
  ({ record }: FieldSources, language: CaseLanguage): FieldAnswer =>
    checkLines(record, ids, language) ?? (record.kind === 'import' ? 'imported' : 'older-program');

function checkLines(record: ItemRecord, ids: readonly CheckId[], language: CaseLanguage): readonly string[] | null {
  const checks = record.kind === 'capture' ? record.checks : undefined;
  if (!checks) return null;
  const wanted: readonly string[] = ids;
  const lines = checks.filter(({ check }) => wanted.includes(check)).map((check) => describeCheck(check, language));
  return lines.length > 0 ? lines : null;
}

function accountLines({ account, byHand, session }: CaptureRecord, language: CaseLanguage): readonly string[] {
  const stated = account !== undefined;
  return [
    stated
      ? fieldWord('accountStated', language, { value: account })
      : fieldWord(session ? 'sessionNotStated' : byHand ? 'loginNotStated' : 'noLogin', language),
    ...(session ? [fieldWord('sessionSince', language, { ...session, since: readableInstant(session.since) })] : []),
  ];
}

/** What the browser said of itself when it asked for the page; nothing in records of older programs. */
function presentedFields({ presented }: CaptureRecord, language: CaseLanguage): readonly string[] {
  if (!presented) return [];
  const { seen, userAgent, acceptLanguage, chosen } = presented;
  const none = fieldWord('headerNotSent', language);
  const headers = { agent: userAgent ?? none, languages: acceptLanguage ?? none };
  return [
    seen ? fieldWord('presented', language, headers) : fieldWord('presentedUnseen', language),
    ...(chosen.includes('language') ? [fieldWord('languageChosen', language)] : []),
    ...(chosen.includes('user-agent') ? [fieldWord('agentChosen', language)] : []),
  ];
}

/** Who captured, on what, and how clean it was. */
export const deviceFields = {
  clock: ({ record }, language) => [
    fieldWord('deviceClock', language),
    ...(checkLines(record, ['clock-monotonic', 'clock-server-date', 'clock-ntp'], language) ?? [
      describeCheck({ check: 'clock-ntp', outcome: 'not-verified', detail: 'no-outside-service-asked' }, language),
    ]),
  ],
  collector: ({ record }) => orElse([record.operator], 'not-stated'),
  'collector-standing': ({ record, caseFacts }, language) => {
    const stated = (caseFacts.operators ?? []).find(({ name }) => name === record.operator);
    const parts = (['identity', 'capacity', 'employer', 'interest'] as const).flatMap((name) => {
      const value = stated?.[name];
      return value === undefined ? [] : [labelled(fieldWord(name, language), value, language)];
    });
    return orElse(parts, 'not-stated');
  },
  device: checked('operating-system', 'hardware', 'screen'),
  program: ({ record }, language) => [
    `${record.program.name} ${record.program.version}`,
    ...(checkLines(record, ['program', 'runtime'], language) ?? []),
  ],
  browser: ({ record }, language) => {
    if (record.kind === 'import') return 'imported';
    const { browser } = record;
    return orElse(
      [browser && `${browser.product}, SHA-256 ${browser.sha256 ?? '?'}`, ...presentedFields(record, language)],
      'no-page',
    );
  },
  'locale-and-zone': checked('locale', 'time-zone', 'fonts'),
  'egress-address': checked('egress-address'),
  network: checked('network-interfaces', 'dns-servers'),
  proxy: checked('proxy'),
  'logged-in-account': ({ record }, language) =>
    record.kind === 'import' ? orElse([record.account], 'not-stated') : accountLines(record, language),
  'hosts-file': checked('hosts-file'),
  cleanliness: ({ record }, language) => {
    if (record.kind === 'import') return 'imported';
    const lines = (record.checks ?? []).map((check) => describeCheck(check, language));
    return orElse([...lines, ...fileLines(record, 'environment')], 'older-program');
  },
  'operation-log': ({ record }, language) => record.steps.map((step) => stepLine(step, language)),
  warnings: ({ record }, language) =>
    orElse(
      record.warnings.map((warning) => describeReason(warning, language)),
      'none',
    ),
} as const satisfies FieldRows;
