import { addressOrFile } from '../../../../shared/case/address-or-file.ts';
import { onOneLine } from '../../../../shared/bilingual.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import type { BundleExhibit, BundleModel } from '../../model.ts';
import { figureTag, type Tag } from '../../pdf/tagged/tag.ts';

/** Characters of the words that a picture begins with: enough to know it again, the rest follows as text. */
const mostOfWords = 90;

/**
 * A picture for somebody who does not see it: which exhibit, its title, where it is from, and the words that it begins with.
 * Only what the page says beside or over it: what is taken out there is not said here.
 *
 * @param words in the picture, in the order of reading; none where nobody read any
 */
export function exhibitFigure(
  { number, exhibit, record }: BundleExhibit,
  { t }: Pick<BundleModel, 't'>,
  words: readonly Pick<TextRun, 'text'>[] = [],
  part = '',
): Tag {
  return figureTag(
    [`${t('exhibit')} ${number}`, exhibit.title, part, addressOrFile(record), beginningOf(words)]
      .filter((one) => one.trim() !== '')
      .map((one) => visibleText(onOneLine(one)))
      .join('  ·  '),
  );
}

function beginningOf(words: readonly Pick<TextRun, 'text'>[]): string {
  let said = '';
  for (const { text } of words) {
    if (said.length > mostOfWords) break;
    said = `${said} ${text}`.trim();
  }
  const letters = Array.from(said);
  return said === '' ? '' : `“${letters.slice(0, mostOfWords).join('')}${letters.length > mostOfWords ? '…' : ''}”`;
}
