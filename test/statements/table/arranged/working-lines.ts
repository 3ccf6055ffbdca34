import { withoutBlanks } from '../../reading/printed-words.ts';
import type { PrintedPiece } from '../../reading/printed-papers.ts';
import type { Facts } from '../../reading/stored-facts.ts';
import type { Holding } from '../../holding.ts';
import { patternOf } from '../statement.ts';
import { named, word } from './tables.ts';

const sections = [
  ['left-out', '一、未列入的证据及理由', '1.Itemsnotlisted,withreasons'],
  ['accepted', '二、已接受的问题及理由', '2.Problemsaccepted,withreasons'],
  ['open', '三、尚未解决的问题', '3.Openproblems'],
  ['notes', '四、笔记', '4.Notes'],
  ['drafts', '五、草稿', '5.Drafts'],
] as const;
type Section = (typeof sections)[number][0];
const titles = ['工作记录（不得提交）', 'Workingpapers(notforfiling)'];

/** Problems that the program finds: their words, and what of the case bears each out, by where it is. */
const problems: readonly Readonly<{ code: string; zh: string; en: string; at: (facts: Facts) => readonly string[] }>[] =
  [
    {
      code: 'operator-unstated',
      zh: '取证人“{name}”的身份、单位或与本案的利害关系未填写，取证说明留出空行供手写',
      en: 'identity, employer or interest of the operator “{name}” is not stated; the capture certificate leaves lines to write on',
      at: ({ looks, excluded, stated }) => {
        const names = new Set(looks.flatMap(({ record }) => (record.item in excluded ? [] : (record.operator ?? []))));
        const full = (stated.operators ?? []).filter(
          ({ identity, employer, interest }) => identity && employer && interest,
        );
        return [...names].filter((name) => !full.some((one) => one.name === name)).map((name) => `case|${name}`);
      },
    },
    {
      code: 'case-number-missing',
      zh: '未写案号；起诉前尚无案号的，请在“案件信息”中注明（fascicle edit --before-suit）',
      en: 'the case number is not stated; before suit, when there is none yet, say so in “Case details” (`fascicle edit --before-suit`)',
      at: ({ stated }) => (stated.caseNumber === undefined && stated.beforeSuit !== true ? ['case|'] : []),
    },
    {
      code: 'cause-missing',
      zh: '未写案由',
      en: 'the cause of action is not stated',
      at: ({ stated }) => (stated.cause == null ? ['case|'] : []),
    },
    {
      code: 'respondent-missing',
      zh: '未写被申请人',
      en: 'no respondent is named',
      at: ({ stated }) => ((stated.respondents ?? []).length === 0 ? ['case|'] : []),
    },
    {
      code: 'counsel-missing',
      zh: '未写代理人',
      en: 'no counsel is named',
      at: ({ stated }) => ((stated.counsel ?? []).length === 0 ? ['case|'] : []),
    },
    {
      code: 'date-missing',
      zh: '未写提交日期',
      en: 'the filing date is not stated',
      at: ({ submitted }) => (submitted === null ? ['case|'] : []),
    },
    {
      code: 'element-alone',
      zh: '待证要件“{name}”只有一项证据',
      en: 'the element “{name}” rests on a single exhibit',
      at: (facts) => elementsWith(facts, 1),
    },
    {
      code: 'element-unproven',
      zh: '待证要件“{name}”没有证据',
      en: 'no exhibit supports the element “{name}”',
      at: (facts) => elementsWith(facts, 0),
    },
    {
      code: 'profile-unverified',
      zh: '格式“中国互联网法院（杭州、北京、广州）”有未经核实的值：`sizeCap.portal`',
      en: 'the profile “PRC Internet courts (Hangzhou, Beijing, Guangzhou)” has unverified values: `sizeCap.portal`',
      at: ({ manifest }) => (manifest.profile === 'prc-internet' ? ['prc-internet|'] : []),
    },
    {
      code: 'item-unlisted',
      zh: '证据“{name}”既未排除也未列入编排',
      en: 'item “{name}” is neither excluded nor listed',
      at: (facts) =>
        leftOut(facts)
          .filter(({ item }) => !(item in facts.excluded))
          .map(({ item, title }) => `${item}|${title}`),
    },
  ];

const elementsWith = ({ plan, exhibits }: Facts, wanted: number): readonly string[] =>
  plan.elements
    .filter(({ id }) => exhibits.filter(({ stated }) => stated?.elements?.includes(id) === true).length === wanted)
    .map(({ id, name = id }) => `${id}|${name}`);

function leftOut({ looks, exhibits }: Facts): readonly Readonly<{ item: string; title: string }>[] {
  const filed = new Set(exhibits.map(({ record }) => record.item));
  return looks
    .filter(({ record }) => !filed.has(record.item))
    .map(({ record }) => ({ item: record.item, title: withoutBlanks(record.title ?? record.fileName ?? '') }));
}

const isAccepted = ({ plan }: Facts, code: string, where: string) =>
  plan.accepted.find((one) => one.code === code && (one.where ?? where) === where && one.finding === undefined);

/** What each section must say, line by line. */
function linesOf(facts: Facts): Readonly<Record<Section, readonly string[]>> {
  const { plan, language } = facts;
  const colon = language === 'zh' ? '：' : ':';
  const [open, close] = language === 'zh' ? ['（', '）'] : ['(', ')'];
  const found = problems.flatMap(({ code, at }) =>
    at(facts).map((key) => ({ code, key, where: key.split('|')[0] ?? '' })),
  );
  return {
    'left-out': leftOut(facts).map(({ item, title }) =>
      withoutBlanks(
        `${title}${open}${item}${close}${colon}${facts.excluded[item] ?? word(facts, '未排除亦未列入', 'neither excluded nor listed')}`,
      ),
    ),
    accepted: found.flatMap(({ code, key, where }) => {
      const by = isAccepted(facts, code, where);
      return by ? [withoutBlanks(`${code}|${key}|${by.reason}`)] : [];
    }),
    open: found
      .filter(({ code, where }) => !isAccepted(facts, code, where))
      .map(({ code, key }) => withoutBlanks(`${code}|${key}|`)),
    notes: [
      ...plan.notes,
      ...facts.exhibits.flatMap(({ number, stated }) =>
        stated?.notes ? [`${named(facts, number)}${stated.notes}`] : [],
      ),
    ].map(withoutBlanks),
    drafts: plan.drafts.map(({ title, text }) => withoutBlanks(`${title}${colon}${text}`)),
  };
}

/** `code|where|name|reason` of a line on a problem; null: its words are not known. */
function problemSaid(facts: Facts, text: string): string | null {
  const [, code = '', where = '', rest = ''] = /^\[([a-z-]+)\]([^：:]+)[：:](.*)$/u.exec(text) ?? [];
  const known = problems.find((one) => one.code === code);
  if (!known) return null;
  const [message = '', reason = ''] = rest.split('—');
  const groups = patternOf(known[facts.language]).exec(message);
  return groups ? `${code}|${where}|${groups.groups?.['name'] ?? ''}|${reason}` : null;
}

/** The working papers, section by section. */
export function holdWorking(pieces: readonly PrintedPiece[], holding: Holding): void {
  const { facts } = holding;
  const borne = linesOf(facts);
  const none = word(facts, '无', 'none');
  let section: Section | null = null;
  for (const { paper, cells } of pieces) {
    const [text = ''] = cells;
    const begun = sections.find(([, ...names]) => (names as readonly string[]).includes(text));
    if (begun) [section] = begun;
    if (begun || titles.includes(text) || section === null) {
      holding.plain(paper, begun || titles.includes(text) ? 'heading' : 'unclassified', text);
      continue;
    }
    const lines = borne[section];
    const isProblem = section === 'accepted' || section === 'open';
    const said = text === none ? none : isProblem ? problemSaid(facts, text) : text;
    if (said === null) holding.plain(paper, 'unclassified', text);
    else holding.add(paper, section, 'plan, exclusions, facts', text, [said], lines.length === 0 ? [none] : lines);
  }
  for (const [name] of sections) holding.due('working', name, 'plan, exclusions, facts', borne[name]);
}
