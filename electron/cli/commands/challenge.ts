import { because } from '../../../shared/cause.ts';
import { labelled, say, type Text } from '../../../shared/language.ts';
import { command } from './command.ts';

const heads = {
  none: {
    'zh-CN': '未发现可供质疑之处（查看了 {exhibits} 项证据）',
    en: 'nothing to attack was found ({exhibits} {exhibits|exhibit|exhibits} looked at)',
  },
  some: {
    'zh-CN': '{stops} 处会使文书失实，{attacks} 处可能被质疑，{notes} 处宜核对，{answered} 处已写明理由',
    en: '{stops} would make a paper untrue, {attacks} may be attacked, {notes} should be looked at, {answered} {answered|is|are} answered',
  },
  wordless: {
    'zh-CN': '证据 {exhibits} 没有可检索的文字，或只有部分页面有，其内容未查或未查全',
    en: 'exhibits {exhibits} have no stored words, or not of all their pages: what they say was not looked at, or in part',
  },
  remedy: { 'zh-CN': '处理', en: 'remedy' },
  answer: { 'zh-CN': '答复', en: 'answer' },
  exhibit: { 'zh-CN': '证据 {where}', en: 'exhibit {where}' },
} as const satisfies Record<string, Text>;

export const challengeCommand = command({
  name: 'challenge',
  args: '<case>',
  about: {
    'zh-CN': '质证预演：提交前像对方律师一样查证据册，逐条说明问题、位置和处理办法',
    en: 'Attacks the bundle as opposing counsel would, before it is filed: each attack, its place and its remedy',
  },
  example: 'fascicle challenge qinghe.fascicle --answer urgency-gap --reason "5月18日仍可见，见证据12"',
  method: 'challenge.make',
  options: [
    {
      flags: '--answer <code>',
      about: {
        'zh-CN': '对这一条写明理由（代码见各条末尾）；只进入工作版',
        en: 'answer a finding by its code, for working editions (each line ends with its code)',
      },
    },
    {
      flags: '--at <place>',
      about: {
        'zh-CN': '只答复这一处（代码后的编号）；不写则答复该代码的全部',
        en: 'only the one at this place (it stands after the code); without it all of that code',
      },
    },
    { flags: '--reason <text>', about: { 'zh-CN': '理由', en: 'the answer itself' } },
    { flags: '--withdraw', about: { 'zh-CN': '撤回这一条的理由', en: 'take the answer back' } },
    { flags: '--profile <id>', about: { 'zh-CN': '法院格式，同 bundle', en: 'court profile, as for `bundle`' } },
  ],
  input: (call) => {
    const [code, where, reason] = [call.text('answer'), call.text('at'), call.text('reason')];
    const withdrawn = call.flag('withdraw');
    if ((code !== null) !== (reason !== null || withdrawn))
      return call.refuse(because('option-missing', { option: code === null ? '--answer' : '--reason' }));
    if (reason !== null && withdrawn)
      return call.refuse(because('option-or-not', { option: '--reason', other: '--withdraw' }));
    return {
      case: call.path(call.word(0)),
      answer: code === null ? null : { code, where, reason },
      profile: call.text('profile'),
    };
  },
  print: ({ challenges, exhibits, wordless }, language) => {
    const stops = challenges.filter(({ rank }) => rank === 'stop').length;
    const open = challenges.filter((one) => one.answered === null);
    const answered = challenges.length - open.length;
    const [attacks, notes] = (['attack', 'note'] as const).map((one) => open.filter(({ rank }) => rank === one).length);
    return [
      challenges.length === 0
        ? `✓ ${say(heads.none, language, { exhibits })}`
        : say(heads.some, language, { stops, attacks: attacks ?? 0, notes: notes ?? 0, answered }),
      ...challenges.flatMap(({ code, rank, where, attack, remedy, answered: reason }) => {
        const sign = rank === 'stop' ? '✕' : reason !== null ? '·' : rank === 'attack' ? '!' : '?';
        const named = /^[\dA-Z][\dA-Za-z.-]*$/.test(where)
          ? labelled(say(heads.exhibit, language, { where }), attack, language)
          : attack;
        const then =
          reason === null
            ? labelled(say(heads.remedy, language), remedy.command, language)
            : labelled(say(heads.answer, language), reason, language);
        return [`${sign} ${named}  \`${code} ${where}\``, `    → ${then}`];
      }),
      ...(wordless.length > 0
        ? [`  ${say(heads.wordless, language, { exhibits: wordless.join(language === 'en' ? ', ' : '、') })}`]
        : []),
    ];
  },
  exit: ({ challenges }) => (challenges.some(({ rank }) => rank === 'stop') ? 1 : 0),
});
