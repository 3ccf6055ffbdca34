import type { CaseFacts } from '../../../../shared/case/case.ts';
import { because } from '../../../../shared/cause.ts';
import type { Call } from '../command.ts';

/** Options for what only people can say of a case: who captured, who declares, where files are kept, whom parties are. */
export const statedOptions = [
  {
    flags: '--before-suit',
    about: { 'zh-CN': '诉前，尚无案号', en: 'before suit: there is no case number yet' },
  },
  {
    flags: '--counsel <name>',
    about: { 'zh-CN': '代理人（可重复），执业证号写在 | 之后', en: 'counsel (repeatable), licence number after |' },
    repeats: true,
  },
  {
    flags: '--credit-code <party>',
    about: {
      'zh-CN': '当事人的统一社会信用代码（可重复）：名称 | 代码',
      en: 'unified social credit code of a party (repeatable): name | code',
    },
    repeats: true,
  },
  {
    flags: '--opponents <count>',
    about: {
      'zh-CN': '对方当事人人数，副本份数随之；不填则为被申请人人数',
      en: 'number of opponents, each of whom gets a copy; by default that of the respondents',
    },
  },
  {
    flags: '--operator-details <text>',
    about: {
      'zh-CN': '取证人（可重复）：姓名 | 身份或执业证号 | 职务 | 所在单位 | 与本案的利害关系',
      en: 'operator (repeatable): name | identity or licence no. | capacity | employer | interest in the case',
    },
    repeats: true,
  },
  {
    flags: '--storage <text>',
    about: { 'zh-CN': '存储介质 | 备份 | 接触人员', en: 'storage medium | copies | persons with access' },
  },
  {
    flags: '--computer-owner <text>',
    about: { 'zh-CN': '取证所用计算机归何人所有', en: 'whose the computer is on which the captures are made' },
  },
  {
    flags: '--declarant <text>',
    about: {
      'zh-CN': '取证声明的声明人：姓名 | 资格 | 所在单位',
      en: 'declarant of the declaration on the captures: name | qualification | employer',
    },
  },
  {
    flags: '--deponent <name>',
    about: { 'zh-CN': '宣誓声明人（证据附于其声明）', en: 'deponent, to whose affidavit the exhibits are annexed' },
  },
] as const;

/** The facts that were given; a list that is given replaces the list before. @throws a refusal where a name is missing */
export function statedFacts(call: Call): Partial<CaseFacts> {
  const counsel = call.texts('counsel').map((text) => named(call, '--counsel', text, ['name', 'licence']));
  const codes = call.texts('credit-code').map((text) => {
    const [party = '', code = ''] = partsOf(text);
    return { party, code };
  });
  const operators = call
    .texts('operator-details')
    .map((text) => named(call, '--operator-details', text, ['name', 'identity', 'capacity', 'employer', 'interest']));
  const storage = call.text('storage');
  const computerOwner = call.text('computer-owner');
  const declarant = call.text('declarant');
  const deponent = call.text('deponent');
  return {
    ...(call.flag('before-suit') && { beforeSuit: true as const }),
    ...(counsel.length > 0 && { counsel }),
    ...(codes.length > 0 && { creditCodes: codes }),
    ...(call.text('opponents') !== null && { opponents: call.whole('opponents', 1, 1, 999) }),
    ...(operators.length > 0 && { operators }),
    ...(storage !== null && { storage: parted(storage, ['medium', 'copies', 'access']) }),
    ...(computerOwner !== null && { computerOwner }),
    ...(declarant !== null && {
      declarant: named(call, '--declarant', declarant, ['name', 'qualification', 'employer']),
    }),
    ...(deponent !== null && { deponent }),
  };
}

const partsOf = (text: string): readonly string[] => text.split('|').map((part) => part.trim());

/** `a | b` by the names of its parts; an empty part is not stated. */
function parted<Name extends string>(text: string, names: readonly Name[]): Partial<Record<Name, string>> {
  const parts = partsOf(text);
  const given = names.flatMap((name, at) => (parts[at] ? [[name, parts[at]] as const] : []));
  return Object.fromEntries(given) as Partial<Record<Name, string>>; // each name is one of them
}

function named<Name extends string>(
  call: Call,
  option: string,
  text: string,
  names: readonly ['name', ...Name[]],
): { name: string } & Partial<Record<Name, string>> {
  const { name, ...rest } = parted<'name' | Name>(text, names);
  if (name === undefined) return call.refuse(because('option-empty', { option }));
  return { ...(rest as Partial<Record<Name, string>>), name }; // what is left of the names
}
