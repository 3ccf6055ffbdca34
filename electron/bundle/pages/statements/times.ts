import { inBoth, onOneLine, sidesOf } from '../../../../shared/bilingual.ts';
import { listedApart, type Text } from '../../../../shared/language.ts';
import { shortTime } from '../../../../shared/instant.ts';
import type { BundleExhibit, BundleModel } from '../../model.ts';
import { withWords, type ModelWith } from '../page-kind.ts';

/** What is said of when something was made and when it came into the case. */
const words = {
  formedOn: { 'zh-CN': '形成 {date}', en: 'dated {date}' },
  formedStated: { 'zh-CN': '形成 {date}（导入时所述）', en: 'made {date} (as stated at import)' },
  formedUnknown: { 'zh-CN': '形成时间不详', en: 'time of making unknown' },
  capturedAt: { 'zh-CN': '取证 {at}', en: 'captured {at}' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;
type Told = Pick<BundleExhibit, 'exhibit' | 'record'>;

/** What the document says of its own day, or was said of it at import, apart from when it came into the case. */
export function timesOf(exhibit: Told, bundle: BundleModel): string {
  return times(exhibit, withWords(bundle, words), false);
}

/** The same where no head of a column says what a time is. */
export function timesInWords(exhibit: Told, bundle: BundleModel): string {
  return times(exhibit, withWords(bundle, words), true);
}

function times({ exhibit: { date }, record }: Told, model: Own, always: boolean): string {
  const { t, language } = model;
  const at = shortTime(record.startedAt);
  const made = date === undefined ? formedOf(record, t) : t('formedOn', { date });
  if (record.kind === 'import') {
    const came = said('importedAt', at, t);
    return made === null ? came : listedApart([made, came], language);
  }
  if (made === null) return always ? said('capturedAt', at, t) : at;
  return listedApart([made, said('capturedAt', at, t)], language);
}

/** What a time is, and the time: it has no language, and stands once behind what it is in both. */
function said(name: 'importedAt' | 'capturedAt', at: string, t: Own['t']): string {
  const [first, second] = sidesOf(t(name, { at: '' })).map((side) => side.trim());
  return second === undefined ? t(name, { at }) : `${onOneLine(inBoth(first ?? '', second))} ${at}`;
}

/** When an import was made, as was said of it; null where nothing was. */
function formedOf(record: BundleExhibit['record'], t: Own['t']): string | null {
  if (record.kind !== 'import' || record.formed === undefined) return null;
  return record.formed === 'unknown' ? t('formedUnknown') : t('formedStated', { date: record.formed });
}
