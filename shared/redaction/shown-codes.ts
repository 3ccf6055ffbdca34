/**
 * One-time codes that a text shows: four to eight figures beside the words for one. They let somebody in for some minutes and
 * are found in no address and under no name, only where a reader finds them.
 */

/** Words for a one-time code. A “code” alone is too many things. */
const codeWords =
  /[验驗][证證]\s?[码碼]|[校检檢][验驗][码碼]|[动動][态態](?:密?[码碼]|口令)|[认認][证證][码碼]|[确確][认認][码碼]|短信(?:密|口令)?[码碼]|一次性(?:密[码碼]|口令|代[码碼])|安全[码碼]|登[录錄入陆]?[码碼]|\b(?:verification|security|confirmation|authenti(?:cation|cator)|authori[sz]ation|access|log-?in|sign-?in|sms|2fa|mfa|two-factor|one-time|single-use|temporary)[ -]?(?:pass|pin|security|verification|access|log-?in|sign-?in)?[ -]?(?:code|password|pin)\b|\b(?:OTP|TAN|PIN|passcode)\b/giu;

/** Figures together, in equal groups (123 456), or each in a box of its own. */
const figures =
  /(?<![\p{L}\p{N}*＊•●.,，．/／¥￥$€£%#@+×_-]|\p{N}[:：]|\p{N}\s?-\s?)(?:[A-Z]-)?(?:\p{Nd}{4,8}|\p{Nd}{3}[ -]\p{Nd}{3}|\p{Nd}{4}[ -]\p{Nd}{4}|\p{Nd}{2}[ -]\p{Nd}{2}[ -]\p{Nd}{2}|(?:\p{Nd}\s){3,7}\p{Nd})(?![\p{L}\p{N}]|[.,，:：/／*＊%％-]\p{N}|\s?[年月元万萬亿億%％号號]|[ -]\p{N})/gu;
/** The same in a script that sets no spaces: words may follow at once. */
const inChinese =
  /(?<=^|[\s\p{sc=Han}：:「“"'【[(（])(?:[A-Z]-)?\p{Nd}{4,8}(?![\p{N}a-zA-Z]|[.,:：/／*＊%％-]\p{N}|\s?[年月日元万萬亿億%％号號字条條人次位个個家])/gu;

/** Between the words and the figures: what says that these are something else. */
const somethingElse =
  /尾[号號]|手[机機]|[电電][话話]|致[电電]|[热熱][线線]|客服|[订訂][单單]|[卡账賬帳][号號]|\b(?:ending|phone|call|hotline|order|account|card|since|in|year|error|postal|zip|area)\b|©|[?？!！;；]/iu;

/** How far the figures may stand from the words: after them, alone on a line of their own, before them. */
const [near, nearAlone, nearBefore] = [32, 80, 24];
const leads = /^\s*(?:is|was|是|為|为|作为|即)?[\s,，:：（(【[「“"”」\])）—–-]*(?:您|你|本次|your|the)?/iu;

/** A page says the words a few times: of one that says them for ever the first are looked at. */
const mostWords = 2_000;

/** How many different codes a text shows; what is a day, an amount or a telephone number is none. */
export function countCodesShown(text: string): number {
  const shown = new Set<string>();
  for (const { index, 0: word } of Array.from(text.matchAll(codeWords)).slice(0, mostWords)) {
    const around = { from: Math.max(0, index - nearBefore * 2), to: index + word.length + nearAlone * 2 };
    const part = text.slice(around.from, around.to);
    const words = { from: index - around.from, to: index - around.from + word.length };
    for (const { index: from, 0: code } of [...part.matchAll(figures), ...part.matchAll(inChinese)])
      if (isBeside(part, words, { from, to: from + code.length })) shown.add(code.replace(/[^\p{Nd}]/gu, ''));
  }
  return shown.size;
}

type Part = Readonly<{ from: number; to: number }>;

function isBeside(text: string, word: Part, code: Part): boolean {
  if (word.to <= code.from) {
    const between = text.slice(word.to, code.from);
    if (somethingElse.test(between)) return false;
    const alone = /\n[^\S\n]*$/.test(between) && /^[^\S\n]*(?:\n|$)/.test(text.slice(code.to));
    if (alone) return between.length <= nearAlone;
    return between.length <= near && !/[。.]\s*\S|\n/u.test(between);
  }
  if (code.to > word.from) return false;
  const between = text.slice(code.to, word.from);
  if (between.length > nearBefore || somethingElse.test(between) || /[。.\n]/u.test(between)) return false;
  const [lead = ''] = leads.exec(between) ?? [];
  return lead.trim() !== '' || between.trim() === '';
}
