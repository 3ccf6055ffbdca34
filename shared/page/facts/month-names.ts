/** Names of months and their short forms: English, German, French, Spanish, Italian, Portuguese; January first, no accents. */
const names = [
  'january jan januar janner janvier janv enero ene gennaio gen janeiro',
  'february feb februar fevrier fevr febrero febbraio fevereiro fev',
  'march mar marz mrz mars marzo marco',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag maio',
  'june jun juni juin junio giugno giu junho',
  'july jul juli juillet juil julio luglio lug julho',
  'august aug aout agosto ago',
  'september sept sep septembre septiembre setiembre settembre sett set setembro',
  'october oct oktober okt octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dicembre dezembro',
].map((line) => line.split(' '));

const numbers = new Map(names.flatMap((month, at) => month.map((name) => [name, at + 1] as const)));

/** 1 to 12, or null where a word is no month's name in these languages. */
export function monthNumber(word: string): number | null {
  return numbers.get(plain(word)) ?? null;
}

/** `Août` → `aout`. */
const plain = (word: string) =>
  word
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/[äáàâã]/g, 'a')
    .replace(/[éèê]/g, 'e')
    .replace(/[ûùúü]/g, 'u')
    .replace(/ç/g, 'c');
