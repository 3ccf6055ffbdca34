import type { BundleExhibit, BundleModel } from '../model.ts';
import { fieldOf } from '../layout.ts';
import type { Sheet } from '../sheet.ts';
import { drawBlocks, flow, gap, paragraph } from './flow.ts';

/** A page with an exhibit's number and title, where a court asks for one; it names deponent and date where they are known. */
export function dividerSheets({ index, number, exhibit }: BundleExhibit, model: BundleModel): readonly Sheet[] {
  const { t, fonts, layout, facts, profile } = model;
  if (!profile.exhibits.dividers) return [];
  const { width, height } = fieldOf(layout.portrait);
  const annexed = profile.expects.includes('deponent')
    ? t('annexedTo', {
        number,
        deponent: facts.deponent ?? `[${t('notStated')}]`,
        date: facts.submitted ?? `[${t('notStated')}]`,
      })
    : '';
  const blocks = [
    gap(height * 0.3),
    ...paragraph(`${t('exhibit')} ${number}`, width, { size: 34, weight: 'bold' }, fonts),
    gap(14),
    ...paragraph(exhibit.title || t('gap'), width, { size: 14 }, fonts),
    gap(18),
    ...(annexed === '' ? [] : paragraph(annexed, width, { size: 11, lead: 17 }, fonts)),
  ];
  return flow(blocks, layout.portrait).map((page): Sheet => ({
    size: layout.portrait,
    kind: 'divider',
    exhibit: { number, index },
    header: '',
    draw: (canvas, context) => {
      drawBlocks(canvas, page, layout.portrait, context);
    },
  }));
}
