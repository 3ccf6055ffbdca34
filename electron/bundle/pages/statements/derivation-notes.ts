import { labelled, type Text } from '../../../../shared/language.ts';
import { bundleTexts } from '../../../../shared/messages/papers/bundle-messages.ts';
import type { BundleExhibit, BundleModel } from '../../model.ts';
import { withWords } from '../page-kind.ts';
import { hasRecoded } from './picture-statements.ts';
import { filmText, stitchedText } from './derived-text.ts';

/** What is said of an item that is no first-hand picture. */
const words = {
  regionOf: { 'zh-CN': '截取', en: 'Part of a picture' },
  regionNote: {
    'zh-CN': '整页画面（记录 SHA-256 {parent}）的 x {x}、y {y}、宽 {width}、高 {height} 像素处；理由：{reason}',
    en: 'x {x}, y {y}, width {width}, height {height} px of a full-page picture (record SHA-256 {parent}); reason: {reason}',
  },
  keyFrames: { 'zh-CN': '关键画面', en: 'Key frames' },
  stitchedFrom: { 'zh-CN': '拼接', en: 'Stitched' },
  redaction: { 'zh-CN': '遮盖', en: 'Redaction' },
  redactionNote: {
    'zh-CN': '遮盖 {count} 处，理由：{reason}；原件封存（记录 SHA-256 {parent}）',
    en: '{count} {count|area|areas} covered; reason: {reason}; the original is sealed (record SHA-256 {parent})',
  },
} as const satisfies Record<string, Text>;

/** What the item was made from, where it is no first-hand picture: redacted, cut out, key frames, stitched, recoded. */
export function derivationLines(exhibit: BundleExhibit, bundle: BundleModel): readonly (readonly [string, string])[] {
  const model = withWords(bundle, words);
  const { t, pictures } = model;
  const { redaction, region, film, stitched } = exhibit.record;
  const lines: (readonly [string, string])[] = [];
  if (redaction) {
    const { regions, reason, parentRecord: parent } = redaction;
    lines.push([t('redaction'), t('redactionNote', { count: regions.length, reason, parent })]);
  }
  if (region) {
    const { x, y, width, height, parentRecord: parent, reason = bundleTexts.notRecorded } = region;
    lines.push([t('regionOf'), t('regionNote', { x, y, width, height, reason, parent })]);
  }
  if (film) lines.push([t('keyFrames'), filmText(film, t)]);
  if (stitched) lines.push([t('stitchedFrom'), stitchedText(stitched, model)]);
  if (hasRecoded(exhibit, pictures)) lines.push([t('recoded'), t('certRecoded')]);
  return lines;
}

/** The same as sentences of their own. */
export const derivationNotes = (exhibit: BundleExhibit, model: BundleModel): readonly string[] =>
  derivationLines(exhibit, model).map(([label, value]) => labelled(label, value, model.language));
