import type { Text } from '../language.ts';
import type { PictureBand } from '../watch/picture-bands.ts';
import type { DifferenceKind } from '../watch/self-changing.ts';

/** What differs between two captures, in words. */
export const compareTexts = {
  title: { 'zh-CN': '两次取证的差异', en: 'Differences between two captures' },
  sides: { 'zh-CN': '前：{before}；后：{after}', en: 'before: {before}; after: {after}' },
  otherAddress: {
    'zh-CN': '注意：两项的网址不同（{before}；{after}）',
    en: 'note: the two items have different addresses ({before}; {after})',
  },
  noneInText: { 'zh-CN': '文字无差异', en: 'no difference in the text' },
  noneInPicture: { 'zh-CN': '画面逐行相同', en: 'the pictures are identical, row by row' },
  notCompared: { 'zh-CN': '画面未能比对：{why}', en: 'the pictures were not compared: {why}' },
  what: { 'zh-CN': '类别', en: 'Kind' },
  before: { 'zh-CN': '前', en: 'Before' },
  after: { 'zh-CN': '后', en: 'After' },
  rows: { 'zh-CN': '画面第 {from}–{to} 行', en: 'rows {from}–{to} of the picture' },
} as const satisfies Record<string, Text>;

export const differenceKindTexts: Readonly<Record<DifferenceKind | 'picture', Text>> = {
  edit: { 'zh-CN': '文字改动', en: 'text edit' },
  clock: { 'zh-CN': '时钟', en: 'clock' },
  counter: { 'zh-CN': '计数', en: 'counter' },
  advert: { 'zh-CN': '广告', en: 'advertisement' },
  picture: { 'zh-CN': '仅画面', en: 'picture only' },
};

export const bandTexts: Readonly<Record<PictureBand['what'], Text>> = {
  changed: { 'zh-CN': '改动', en: 'changed' },
  added: { 'zh-CN': '新增', en: 'added' },
  removed: { 'zh-CN': '删除', en: 'removed' },
};

/** Why two pictures were not compared. */
export const compareReasons = {
  'no-picture-to-compare': { 'zh-CN': '其中一项没有网页画面', en: 'one of the two has no picture of a page' },
  'widths-differ': {
    'zh-CN': '画面宽度不同（{before} 与 {after} 像素），只有相同视口的画面可以比对',
    en: 'the pictures are {before} and {after} px wide; only pictures of the same viewport are compared',
  },
  'pictures-not-read': { 'zh-CN': '画面无法读取：{why}', en: 'the pictures could not be read: {why}' },
  'pictures-differ-throughout': {
    'zh-CN': '差异过多，无法逐行对应',
    en: 'the differences are too many to align the rows',
  },
} as const satisfies Record<string, Text>;
