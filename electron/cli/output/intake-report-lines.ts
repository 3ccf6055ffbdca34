import { intakeLooks, type IntakeReport } from '../../../shared/contract/parts/intake-report.ts';
import { say, type Language } from '../../../shared/language.ts';
import { intakeLookTexts, intakeReportTexts } from '../../../shared/messages/intake-report-messages.ts';

/** What became of every file of an import, under heads with counts; of one file alone its own lines have said it. */
export function intakeReportLines(report: IntakeReport, language: Language): readonly string[] {
  if (report.length < 2) return [];
  return [
    `── ${say(intakeReportTexts.head, language, { count: report.length })}`,
    ...intakeLooks.flatMap((look) => {
      const some = report.filter((one) => one.look === look);
      if (some.length === 0) return [];
      return [
        `${signs[look]} ${say(intakeLookTexts[look], language)} · ${some.length}`,
        ...some.flatMap(({ file, item, reasons }) => [
          `    ${file}${item === null ? '' : `  ${item}`}`,
          ...reasons.map((reason) => `      ${reason}`),
        ]),
      ];
    }),
  ];
}

const signs = {
  refused: '✕',
  nothing: '✕',
  partly: '◐',
  undetermined: '●',
  kept: '·',
  same: '!',
  noted: '!',
  system: '·',
  whole: '✓',
} as const satisfies Record<IntakeReport[number]['look'], string>;
