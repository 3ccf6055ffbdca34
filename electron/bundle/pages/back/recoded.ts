import type { Text } from '../../../../shared/language.ts';
import { printAreaOf } from '../../layout.ts';
import type { Page } from '../../sheet.ts';
import { picturesFor } from '../exhibit/exhibit-pictures.ts';
import { gap, paragraph } from '../blocks/flow.ts';
import { tablePages, type TableLine } from '../blocks/table.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/** What only this page says. */
const words = {
  recodedNote: {
    'zh-CN': '本册为便于上传的压缩提交件。下列图片由左列原件重新编码；原件未改动，保存于案件文件夹，可随时提供。',
    en: 'This is a filing copy, reduced for uploading. Each picture was recoded from the original named next to it; the originals are unchanged in the case folder and can be produced at any time.',
  },
  originalHash: { 'zh-CN': '原件 SHA-256', en: 'Original (SHA-256)' },
  copyHash: { 'zh-CN': '本册图片 SHA-256', en: 'Picture in this bundle (SHA-256)' },
  loss: { 'zh-CN': '损失', en: 'Loss' },
  bytesFromTo: { 'zh-CN': '字节数', en: 'Bytes' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/** 压缩图片清单: in a filing copy, every recoded picture with its original's hash and what was lost. */
export const recoded = pageKind({
  kind: 'recoded',
  part: 'hash-list',
  words,
  laidOut: 'twice',
  bookmark: ({ t }) => t('recoded'),
  when: ({ pictures }) => pictures.recoded,
  plan: recodedPages,
});

function recodedPages(model: Own): readonly Page[] {
  const { t, layout, fonts, pictures } = model;
  const rows = model.exhibits.flatMap((exhibit) =>
    picturesFor(exhibit).flatMap(({ name, sha256, bytes }): TableLine[] => {
      const picture = pictures.of(sha256);
      if (!picture?.loss) return [];
      return [{ cells: [exhibit.number, name, sha256, picture.sha256, `${bytes} → ${picture.bytes}`, picture.loss] }];
    }),
  );
  return tablePages(
    {
      title: t('recoded'),
      size: layout.landscape,
      intro: [gap(3), ...paragraph(t('recodedNote'), printAreaOf(layout.landscape).width, { size: 8.6 }, fonts)],
      columns: [
        { name: t('no'), width: 38 },
        { name: t('fileName'), width: 76 },
        { name: t('originalHash'), width: 240 },
        { name: t('copyHash'), width: 240 },
        { name: t('bytesFromTo'), width: 84 },
        { name: t('loss'), width: 100 },
      ],
      rows,
      textSize: leastLetters,
      pad: 1.8,
    },
    model,
  );
}
