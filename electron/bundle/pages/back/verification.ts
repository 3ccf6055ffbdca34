import { byDemoClock } from '../../../../shared/case/capture/demo-clock.ts';
import { serverReach } from '../../../../shared/case/capture/reach.ts';
import type { Text } from '../../../../shared/language.ts';
import { languagesOf, type Language } from '../../../../shared/language.ts';
import {
  verificationTexts,
  type VerificationCondition,
} from '../../../../shared/messages/papers/verification-messages.ts';
import { printAreaOf } from '../../layout.ts';
import type { Page } from '../../sheet.ts';
import { asStored, storedPictures } from '../statements/picture-statements.ts';
import { gap, heading, paragraph, partTitle } from '../blocks/flow.ts';
import { flowPages } from '../blocks/table.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';

/** What only this page says. */
const words = {
  verification: { 'zh-CN': '核验说明', en: 'How to verify' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/** 核验说明: how anybody checks the bundle with what the operating system brings, and what that shows. */
export const verification = pageKind({
  kind: 'verification',
  part: 'verification',
  words,
  laidOut: 'twice',
  bookmark: ({ t }) => t('verification'),
  when: () => true,
  plan: verificationPages,
});

function verificationPages(model: Own): readonly Page[] {
  const { t, fonts, layout } = model;
  const { width } = printAreaOf(layout.portrait);
  const languages = languagesOf(model.language);
  // Both languages on one page: a page of one sentence would be read by nobody.
  const room = languages.length > 1 ? { above: 6.5, between: 2.2, lead: 12.5 } : { above: 12, between: 4, lead: 14.5 };
  const blocks = [
    ...partTitle(t('verification'), width, { size: 17 }, fonts),
    ...languages.flatMap((language) =>
      paragraphsFor(model, language).flatMap(({ title, lines }) => [
        gap(room.above),
        ...heading(title, width, { size: 10.5 }, fonts),
        ...lines.flatMap((line) => [
          gap(room.between),
          ...paragraph(line, width, { size: 9.2, lead: room.lead }, fonts),
        ]),
      ]),
    ),
  ];
  return flowPages(blocks, layout.portrait, t('verification'));
}

/** The paragraphs that are true of this bundle, numbered. */
function paragraphsFor(
  model: Own,
  language: Language,
): readonly Readonly<{ title: string; lines: readonly string[] }>[] {
  const { exhibits, pictures } = model;
  const anchored = exhibits.some(({ attachments }) => attachments.length > 0);
  const holds: Readonly<Record<VerificationCondition, boolean>> = {
    originals: !pictures.recoded && exhibits.some((exhibit) => asStored(exhibit, model) && storedPictures(exhibit)),
    recoded: pictures.recoded,
    captures: exhibits.some(({ record }) => record.kind === 'capture'),
    repeatable: exhibits.some(({ record }) => record.kind === 'capture' && serverReach(record) === 'elsewhere'),
    'demo-clock': exhibits.some(({ record }) => byDemoClock(record)),
    anchored,
    'not-anchored': !anchored,
    environment: exhibits.some(({ record }) => record.artifacts.some(({ role }) => role === 'environment')),
  };
  return verificationTexts
    .map(({ heading: title, lines }) => ({
      title: title[language],
      lines: lines.filter(({ where }) => where === undefined || holds[where]).map(({ text }) => text[language]),
    }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }, at) => ({ title: numbered(title, at, language), lines }));
}

function numbered(title: string, at: number, language: Language): string {
  return language === 'zh-CN' ? `${'一二三四'.charAt(at)}、${title}` : `${at + 1}. ${title}`;
}
