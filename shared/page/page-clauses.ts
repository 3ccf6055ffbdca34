import { furniture, short, signs, type SignCode, type SignKind } from './page-signs.ts';
import { besidesSiteWords, telling, weight } from './site-words.ts';

/** A piece of a page as it shows it: where it stands, how it is set, and what share of the window is its, in percent. */
export type TextBlock = Readonly<{
  text: string;
  /** `bar`: navigation, footer, margin or a bar that stays; `cover`: a layer over most of the window. */
  part: 'page' | 'bar' | 'button' | 'field' | 'cover' | 'quote';
  /** A heading, or set in the largest letters. */
  heading: boolean;
  /** How much of its text is links, in percent. */
  linked: number;
  share: number;
}>;

/** A sign that was found, and how it stands. */
export type FoundSign = Readonly<{
  code: SignCode;
  kind: SignKind;
  strong: boolean;
  /** The clause that says it. */
  words: string;
  block: TextBlock;
  /** Its place among the blocks of the page itself; -1 in bars. */
  at: number;
  /** Whether the clause goes on with words of its own, or quotes it; or its block does. */
  goesOn: boolean;
  reported: boolean;
}>;

/** A page taken apart. Weights in units of one Latin letter; a Chinese character weighs two. */
export type TakenApart = Readonly<{
  signs: readonly FoundSign[];
  /** The weight of clauses of the page itself that are neither signs nor words of sites, and of such as are links. */
  own: number;
  ownLinked: number;
  /** The same, block by block of the page itself. */
  owns: readonly number[];
  /** Whether a clause of its own is a report, a dealing or a grievance. */
  tells: boolean;
  /** The weight of all its clauses that are no signs. */
  rest: number;
  /** The same of what stands in bars and margins. */
  beside: number;
  /** The first clause of its own. */
  firstOwn: number;
}>;

const clausesOf = (text: string): readonly string[] =>
  text
    .replace(/https?:\/\/\S+/giu, ' ')
    .split(/[\n，。！？；：,!?;:|｜…]|\.(?=\s|$)|(?<=\p{Script=Han}) +(?=\p{Script=Han})/u)
    .map((one) => one.trim())
    .filter(Boolean);

/** Takes a page apart into signs and what it says of its own. */
export function partsOf(blocks: readonly TextBlock[]): TakenApart {
  const found: FoundSign[] = [];
  const ownOf: number[] = [];
  let tells = false;
  let [own, ownLinked, beside, firstOwn, at, rest] = [0, 0, 0, -1, -1, 0];
  for (const block of blocks) {
    const inBar = block.part === 'bar' || block.part === 'button' || block.part === 'field';
    if (!inBar) at += 1;
    const clauses = clausesOf(block.text);
    const owns = clauses.filter((clause) => isOwn(clause));
    tells ||= !inBar && owns.some((one) => telling.test(one));
    // A short line that no site is known to say is a message, whatever its words.
    const isMessage = !inBar && block.linked < 100 && isShortMessage(block.text, clauses);
    const ownWeight = isMessage ? weight(block.text) : owns.reduce((sum, one) => sum + weight(one), 0);
    for (const clause of clauses) {
      const sign = signIn(clause);
      if (sign)
        found.push({
          ...sign,
          words: clause,
          block,
          at: inBar ? -1 : at,
          goesOn: sign.reported,
          reported: sign.reported || ownWeight >= 4,
        });
    }
    if (inBar) beside += owns.reduce((sum, one) => sum + (weight(one) > 20 ? weight(one) : 0), 0);
    else {
      own += ownWeight;
      ownOf.push(ownWeight);
      rest += clauses.reduce((sum, one) => sum + (isSign(one) || furniture.test(one) ? 0 : weight(one)), 0);
      ownLinked += (ownWeight * block.linked) / 100;
      if (ownWeight > 0 && firstOwn < 0) firstOwn = at;
    }
  }
  return { signs: found, own, ownLinked, owns: ownOf, rest, tells, beside, firstOwn };
}

/** Whether a block is a line of at most six characters (twelve letters) without a sign and without common furniture. */
function isShortMessage(text: string, clauses: readonly string[]): boolean {
  if (weight(text) > 12 || clauses.every((one) => (furniture.test(one) || short.test(one)) && !telling.test(one)))
    return false;
  return !clauses.some((one) => signIn(one));
}

/** The sign of a clause: a strong one first, then the one that begins first. */
export function signIn(clause: string): Pick<FoundSign, 'code' | 'kind' | 'strong' | 'reported'> | null {
  const matches = signs.flatMap((sign) => {
    const match = sign.words.exec(clause);
    return match ? [{ ...sign, from: match.index, to: match.index + match[0].length }] : [];
  });
  const [best] = matches.sort((one, other) => Number(other.strong) - Number(one.strong) || one.from - other.from);
  if (!best) return null;
  const { code, kind, strong, from, to } = best;
  const quoted = /[“"「『‘《]\s*$/u.test(clause.slice(0, from));
  const [before, after] = [clause.slice(0, from), clause.slice(to)];
  const amid = /\p{Script=Han}/u.test(before) && weight(before) > 8 && weight(after) > 16;
  return { code, kind, strong, reported: quoted || amid || saysOwn(`${before} ${after}`) };
}

/** Whether a clause says something that sites do not say to visitors. */
function isOwn(clause: string): boolean {
  if (furniture.test(clause) && !telling.test(clause)) return false;
  const sign = signIn(clause);
  return sign?.strong ? sign.reported : saysOwn(clause);
}

function isSign(clause: string): boolean {
  const sign = signIn(clause);
  return sign !== null && sign.strong && !sign.reported;
}

function saysOwn(words: string): boolean {
  const { weight: besides, share } = besidesSiteWords(words);
  return besides >= 2 && share > 0.34;
}
