import { isWhole } from './changes.ts';
import { beijing, isCaptureRecord } from './statement.ts';
import { sheetLines, kindSaid } from './sheet.ts';
import { withoutBlanks } from '../reading/printed-words.ts';
import type { StoredExhibit } from '../reading/stored-facts.ts';

/** What the strip above an exhibit's first picture says of the records, each with what they bear out. `page`: of the technical annex. */
export function openingSays(
  text: string,
  exhibit: StoredExhibit,
  title: string,
  page: number | undefined,
): readonly Readonly<{ id: string; rests: string; said: readonly string[]; borne: readonly string[] }>[] {
  const { record, recordSha256 } = exhibit;
  const at = beijing(record.startedAt).slice(0, 18);
  const time = /(取证|captured|导入时间|imported)(\d{4}-\d\d-\d\d)(\d\d:\d\d:\d\d)\+08:00/u.exec(text);
  const outcome = /(?:结果：|Outcome:)(完整|complete)?/u.exec(text);
  return [
    {
      id: 'title',
      rests: 'number, the user’s own words',
      said: [text.slice(0, text.indexOf(withoutBlanks(title)) + withoutBlanks(title).length)],
      borne: ['证据', 'Exhibit'].map((word) => withoutBlanks(`${word}${exhibit.number}${title}`)),
    },
    { id: 'kind', rests: 'kind', said: [kindSaid(text) ?? '?'], borne: [record.kind] },
    {
      id: 'time',
      rests: 'startedAt',
      said: [time ? `${/^(?:取证|captured)$/u.test(time[1] ?? '') ? 'capture' : 'import'} ${time[2]}${time[3]}` : '?'],
      borne: [`${isCaptureRecord(record) ? 'capture' : 'import'} ${at}`],
    },
    {
      id: 'outcome',
      rests: 'outcome, steps, warnings, requests',
      said: [outcome ? (outcome[1] === undefined ? 'short' : 'complete') : '?'],
      borne: [isWhole(record) ? 'complete' : 'short'],
    },
    {
      id: 'record',
      rests: 'record.json',
      said: [/([0-9a-f]{12})…/u.exec(text)?.[1] ?? '?'],
      borne: [recordSha256.slice(0, 12)],
    },
    {
      id: 'annex-page',
      rests: 'page of the technical annex',
      said: [/(?:技术附录第|technicalannex,page)(\d+)/u.exec(text)?.[1] ?? '-'],
      borne: [page === undefined ? '-' : String(page)],
    },
    {
      id: 'made-by',
      rests: 'warnings',
      said: [/(?:由本机的|madefromtheoriginalby)(.{1,40}?)(?:根据原文件生成|onthiscomputer)/u.exec(text)?.[1] ?? '-'],
      borne: [
        withoutBlanks(
          String(record.warnings.find(({ code }) => code === 'converted-office')?.params?.['program'] ?? '-'),
        ),
      ],
    },
    ...derivations.map(({ id, rests, labels, says, holds }) => {
      const value = labels.flatMap((label) =>
        text.includes(`${label}：`) || text.includes(`${label}:`) ? [label] : [],
      );
      const [label] = value;
      const said = label === undefined ? [] : [says?.(text.slice(text.indexOf(label) + label.length + 1)) ?? ''];
      return { id, rests, said, borne: holds?.(exhibit) ?? [] };
    }),
  ];
}

const derivations = sheetLines.filter(({ id }) => id === 'redaction');

/** What the strip says that the exhibit shows: between its title and what comes next of the strip. */
export function purposeSaid(text: string): readonly string[] {
  const [, purpose] =
    /(?:证明目的：|Purposeofproof:)(.*?)(?=来源：|Source:|导入文件，并非|Imported,notcaptured|(?:取证|captured|导入时间|imported)\d{4}|发布：|Published:|遮盖：|Redaction:|取证设备的时钟|thedevice’sclock|$)/u.exec(
      text,
    ) ?? [];
  return purpose === undefined ? [] : [purpose];
}
