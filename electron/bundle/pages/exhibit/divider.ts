import type { Text } from '../../../../shared/language.ts';
import type { BundleExhibit } from '../../model.ts';
import { printAreaOf } from '../../layout.ts';
import type { Page } from '../../sheet.ts';
import { lackText } from '../blocks/table.ts';
import { drawBlocks, flow, gap, paragraph, partTitle } from '../blocks/flow.ts';
import { exhibitPageKind, type ModelWith } from '../page-kind.ts';

/** What only this page says. */
const words = {
  annexedTo: {
    'zh-CN': '本件即 {deponent} 于 {date} 所作声明中所称附件“{number}”',
    en: 'This is the exhibit marked “{number}” referred to in the affidavit of {deponent} dated {date}',
  },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/** A page with an exhibit's number and title, where a court asks for one; it names deponent and date where they are known. */
export const divider = exhibitPageKind({
  kind: 'divider',
  full: false,
  opens: false,
  words,
  laidOut: 'once',
  when: (_exhibit, { profile }) => profile.exhibits.dividers,
  plan: dividerPages,
});

function dividerPages({ number, exhibit }: BundleExhibit, model: Own): readonly Page[] {
  const { t, fonts, layout, facts, profile } = model;
  const { width, height } = printAreaOf(layout.portrait);
  const annexed = profile.expects.includes('deponent')
    ? t('annexedTo', {
        number,
        deponent: facts.deponent ?? '__________',
        date: facts.submitted ?? '__________',
      })
    : '';
  const blocks = [
    gap(height * 0.3),
    ...partTitle(`${t('exhibit')} ${number}`, width, { size: 34 }, fonts),
    gap(14),
    ...paragraph(exhibit.title || lackText(model), width, { size: 14 }, fonts),
    gap(18),
    ...(annexed === '' ? [] : paragraph(annexed, width, { size: 11, lead: 17 }, fonts)),
  ];
  return flow(blocks, layout.portrait).map((page): Page => ({
    size: layout.portrait,
    header: '',
    draw: (canvas, context) => {
      drawBlocks(canvas, page, layout.portrait, context);
    },
  }));
}
