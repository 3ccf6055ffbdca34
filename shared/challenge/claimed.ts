import { daysNamedIn, isNamed, type NamedDay } from './named-days.ts';

/**
 * Something that a text says of a page and that a page has to say for it to hold. `sure`: nothing else than these words
 * would say it; otherwise the page may say it in a way that is not looked for.
 */
export type Claimed = Readonly<{ words: string; sure: boolean; isSaidIn(page: string): boolean }>;

/** Verbs of consequence in a text, and the words of a page that would say the same. */
const consequences: readonly (readonly [claim: RegExp, page: RegExp])[] = [
  [
    /停止还款|拒绝还款|不再还款|停贷|(?:stop|ceas|refus)\w* (?:to |re)?pay\w*/giu,
    /停止还款|拒绝还款|不(?:再|用|会|想|肯|能)?还(?:款|钱|贷|了)|停贷|(?:stop|ceas|refus)\w* (?:to |re)?pay/iu,
  ],
  [/停止合作|终止合作|取消合作|解除合同|终止合同/gu, /停止合作|终止合作|取消合作|解约|解除|终止/u],
  [/挤兑|集中退款|要求退款/gu, /挤兑|退款/u],
  [/清算|清盘|liquidat\w*|wound up|winding[- ]up/giu, /清算|清盘|liquidat|w[io]u?nd(?:ing)?[- ]up/iu],
  [/破产|bankrupt\w*|insolven\w*/giu, /破产|bankrupt|insolven/iu],
  [/解散|注销|吊销|dissolv\w*|dissolution|struck off/giu, /解散|注销|吊销|dissol|struck off/iu],
  [/倒闭|跑路|失联|collaps\w*|abscond\w*/giu, /倒闭|跑路|失联|collaps|abscond/iu],
  [/违约|逾期|default(?:ed|s)\b|overdue/giu, /违约|逾期|default|overdue/iu],
  [/查封|冻结|扣押|frozen|seized/giu, /查封|冻结|扣押|froze|seiz/iu],
];
/** What was not, or may be, is not said to be on the page. */
const notSaid = /(?:未|没有|并非|非|无|不|不会|虚假|误称|\bnot|\bnever|\bno|n['’]t)[^，。；,;.]{0,6}$/iu;
const mayBe =
  /(?:可能|足以|将|会|误认|误信|误以为|担心|顾虑|疑似|涉嫌|\bmay|\bmight|\bcould|\bwould|\bfear\w*)[^，。；,;.]{0,20}$/iu;

export function consequencesIn(text: string): readonly Claimed[] {
  return consequences.flatMap(([claim, page]) =>
    [...text.matchAll(claim)].flatMap(({ 0: words, index }): Claimed[] => {
      const before = text.slice(0, index);
      if (notSaid.test(before)) return [];
      return [{ words, sure: !mayBe.test(before), isSaidIn: (said) => page.test(said) }];
    }),
  );
}

const scales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, thousand: 1e3, million: 1e6, billion: 1e9 };
const amount =
  /(?<![\d.,第年月-])(?<number>\d[\d,，]*(?:\.\d+)?)\s*(?<scale>万|亿|thousand\b|million\b|billion\b)?\s*(?<unit>元|美元|港元|[%％]|人次|人|次|户|条|家|名|倍|yuan|dollars|readers|users|views|times|percent)?/giu;
/** Written out, a number may say the same. */
const writtenOut = /[一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{2,}|\b(?:hundred|thousand|million)\b/iu;

/** Amounts and large counts; a small count may be the writer's own. */
export function amountsIn(text: string): readonly Claimed[] {
  return [...withoutDays(text).matchAll(amount)].flatMap(({ 0: words, groups = {} }): Claimed[] => {
    const value = valueOf(groups);
    const unit = groups['unit'] ?? '';
    const isMoney = /元|%|％|yuan|dollars|percent/iu.test(unit) || groups['scale'] !== undefined;
    if ((unit === '' && groups['scale'] === undefined) || (!isMoney && value < 100)) return [];
    const isSaidIn = (page: string) =>
      [...page.matchAll(amount)].some((one) => Math.abs(valueOf(one.groups ?? {}) - value) < value * 1e-9);
    return [{ words: words.trim(), sure: true, isSaidIn: (page) => isSaidIn(page) || writtenOut.test(page) }];
  });
}

function valueOf({ number = '', scale }: Readonly<Record<string, string | undefined>>): number {
  return Number(number.replace(/[,，]/g, '')) * (scale === undefined ? 1 : (scales[scale.toLowerCase()] ?? 1));
}

const withoutDays = (text: string): string =>
  daysNamedIn(text).reduce((rest, { words }) => rest.replace(words, ' 日 '), text);

/** Days that a text names. `known`: those of the capture and of the catalogue, which no page need say. */
export function claimedDays(text: string, known: readonly NamedDay[]): readonly Claimed[] {
  return daysNamedIn(text)
    .filter((day) => !isNamed(day, known))
    .map((day) => ({
      words: day.words,
      sure: true,
      isSaidIn: (page) => isNamed(day, daysNamedIn(page, { shortToo: true })),
    }));
}

/** Names of several words in Latin letters, and parties by their full names. A page may name somebody otherwise. */
export function namesIn(text: string, parties: readonly string[]): readonly Claimed[] {
  const named = parties.filter((party) => party.length > 3 && text.includes(party));
  const latin = [...text.matchAll(/(?<=[^\s.。]\s*)\b\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)+\b/gu)].map(([words]) => words);
  return [...new Set([...named, ...latin])].map((words) => ({
    words,
    sure: false,
    isSaidIn: (page) => lettersOf(page).includes(lettersOf(words)),
  }));
}

const lettersOf = (text: string): string => text.replace(/\s+/gu, '').toLowerCase();
