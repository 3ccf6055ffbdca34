import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { say, type CaseLanguage } from '../../shared/language.ts';
import { bandTexts, compareTexts, differenceKindTexts } from '../../shared/messages/compare-messages.ts';
import { describeReason } from '../../shared/messages/reasons.ts';
import { momentText } from '../../shared/messages/watch-messages.ts';
import { parseTextPositions } from '../../shared/page/text-positions.ts';
import type { Output } from '../../shared/contract.ts';
import type { PictureBand } from '../../shared/watch/picture-bands.ts';
import { compareItems, type Compared, type Comparison } from '../compare/compare-items.ts';
import type { ReadableCase } from '../casefile/case-handles.ts';
import { reading } from './cases/with-case.ts';
import { isCapture, observationOf } from './order/case-evidence.ts';
import type { Handler } from './workbench.ts';

/** What differs between two captures: lines of text, each told apart from what a page changes by itself, and rows of the picture. */
export const compareHandler: Handler<'compare.run'> = (
  { case: folder, before, after },
  { services, signal, language },
) =>
  reading(folder, async (kase) => {
    const [old, fresh] = [comparedOf(kase, before), comparedOf(kase, after)];
    const found = await compareItems(kase, old, fresh, services.spawnChild, signal);
    const side = ({ record }: Compared) => ({ item: record.item, url: record.url, at: record.startedAt });
    return {
      before: side(old),
      after: side(fresh),
      text: found.text.map(({ kind, ...lines }) => ({ kind, before: [...lines.before], after: [...lines.after] })),
      picture: 'why' in found.picture ? null : found.picture.bands.map((band) => ({ ...band })),
      notCompared: 'why' in found.picture ? describeReason(found.picture.why, language) : null,
      table: tableOf(found, old, fresh, language),
    };
  });

/** @throws {FascicleError} `no-such-item` | `not-a-page` */
function comparedOf(kase: ReadableCase, id: string): Compared {
  const state = kase.item(id);
  if (!isCapture(state)) throw new FascicleError('not-a-page', { item: state.item });
  const { record } = state;
  const { text, advertText, at } = observationOf(kase, record);
  const positions = record.artifacts.find(({ role }) => role === 'text-positions');
  const words = positions
    ? parseTextPositions(JSON.parse(new TextDecoder().decode(kase.readObject(positions.sha256)))).runs
    : [];
  return { record, side: { text: text ?? '', advertText, at }, words };
}

function tableOf(
  { text, picture }: Comparison,
  before: Compared,
  after: Compared,
  language: CaseLanguage,
): Output<'compare.run'>['table'] {
  const t = (name: keyof typeof compareTexts, params: Readonly<Record<string, string | number>> = {}) =>
    say(compareTexts[name], language, params);
  const named = ({ record }: Compared) => `${record.item.slice(0, 13)} ${momentText(record.startedAt)}`;
  const [from, to] = [before.record.url, after.record.url];
  const rowsOf = (rows: PictureBand['before']) =>
    rows ? t('rows', { from: rows.y + 1, to: rows.y + rows.height }) : '–';
  const bands = 'why' in picture ? [] : picture.bands;
  return {
    title: t('title'),
    notes: [
      t('sides', { before: named(before), after: named(after) }),
      ...(from === to ? [] : [t('otherAddress', { before: from, after: to })]),
      ...(text.length === 0 ? [t('noneInText')] : []),
      ...('why' in picture
        ? [t('notCompared', { why: describeReason(picture.why, language) })]
        : bands.length === 0
          ? [t('noneInPicture')]
          : []),
    ],
    columns: [
      { name: t('what'), share: 20 },
      { name: t('before'), share: 40 },
      { name: t('after'), share: 40 },
    ],
    rows: [
      ...text.map(({ kind, before: gone, after: come }) => [
        say(differenceKindTexts[kind], language),
        gone.join('\n') || '–',
        come.join('\n') || '–',
      ]),
      ...bands.map(({ kind, what, before: gone, after: come }) => [
        `${say(bandTexts[what], language)} (${say(differenceKindTexts[kind], language)})`,
        rowsOf(gone),
        rowsOf(come),
      ]),
    ],
  };
}
