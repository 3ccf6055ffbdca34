import type { Reason } from '../case/reason.ts';
import { partsOf, signIn, type TextBlock, type FoundSign, type TakenApart } from './page-clauses.ts';
import { addressSigns, asksForPart, asksForWhole, type SignCode, type SignKind } from './page-signs.ts';

/** What a page shows of itself, for the question whether it is the page that was wanted. */
export type ShownPage = Readonly<{
  status: number | null;
  /** Of the main response, names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** The address that answered; null where it is not known. */
  address?: string | null;
  title: string;
  /** Visible text, line by line. */
  text: string;
  /** Its blocks, in their order; absent where only the words are known. */
  blocks?: readonly TextBlock[];
  /** Reading of blocks ended before the page did. */
  cut?: boolean;
  /** A layer that lets nothing through lies over most of the window. */
  hidden?: boolean;
  /** Text of visible headings, where there are no blocks. */
  headings: readonly string[];
  /** Visible fields for a password or a telephone number. */
  credentialFields: number;
  /** Visible puzzles: frames and boxes of the known makers of captchas. */
  puzzles: number;
  /** Visible pictures, films and frames of some size, puzzles apart; and how many of them are small squares. */
  media: number;
  codes?: number;
}>;

/**
 * The page itself; a wall before it; a page that says that the wanted one is not there; or what may be a wall or such a
 * notice, where the page has words or pictures of its own beside the sign: a person has to look. A page may have a reason
 * too: the status that came with it.
 */
export type Judgement =
  Readonly<{ is: 'page'; reason?: Reason }> | Readonly<{ is: 'wall' | 'notice' | 'doubtful'; reason: Reason }>;

/** Own words, in units of one Latin letter (a Chinese character weighs two): from here on there are some … */
const some = 3;
/** … from here on they are a message, where the sign stands behind them or asks for a part; … */
const message = 10;
/** … from here on a page, where the sign stands before them; … */
const page = 60;
/** … and from here on so many that no sign makes the page doubtful. */
const plenty = 500;
/** Longer texts than this, in characters, are no wall and no notice, whatever they say, where only the words are known. */
const longest = 4_000;

/**
 * Tells walls (challenge, login, refusal) and notices (soft 404, content removed) from pages, by what is on the page beside
 * the sign and where the sign stands. A wall and a notice have nothing of their own: no line decides against a page that
 * shows more.
 */
export function judgePage(page: ShownPage): Judgement {
  const { status, headers } = page;
  if (status === 401 || status === 407) return { is: 'wall', reason: { code: 'login-required', params: { status } } };
  if (headers['cf-mitigated'] === 'challenge') return { is: 'wall', reason: { code: 'challenge-page' } };
  const judged = judgeWords(page);
  if (status === null || status < 400) return judged;
  const error: Reason = { code: 'error-status', params: { status } };
  const strong =
    judged.is === 'page' && page.blocks
      ? partsOf(page.blocks).signs.find((one) => one.at >= 0 && !one.goesOn && !isForPart(one))
      : undefined;
  if (strong) return doubtful(strong.kind, strong.words);
  if (judged.is === 'page') return hasOwn(page) ? { is: 'page', reason: error } : { is: 'notice', reason: error };
  return judged.is === 'notice' && judged.reason.code !== 'content-removed' ? { is: 'notice', reason: error } : judged;
}

/** Whether a page that came with an error's status says enough to be more than the error. */
function hasOwn({ blocks, media }: ShownPage): boolean {
  return blocks !== undefined && (partsOf(blocks).own >= 2 * message || media > 0);
}

/** The same without status and headers, as far as the words (and, where they are known, their places) tell. */
export function judgeWords(
  shown: Readonly<Pick<ShownPage, 'title' | 'text'>> & Partial<Omit<ShownPage, 'title' | 'text'>>,
): Judgement {
  const { title, text, headings = [], credentialFields = 0, puzzles = 0, media = 0, codes = 0 } = shown;
  const known = shown.blocks !== undefined;
  if (text.length > longest && !shown.hidden) return { is: 'page' };
  const blocks = shown.blocks ?? blocksOf(text, headings);
  const parts = partsOf(blocks);
  const found = parts.signs.filter((sign) => sign.block.part !== 'field');
  const sides: Sides = { ...parts, found, title, blocks, known, credentialFields, puzzles };
  const scans = media > 0 && media === codes && /扫|二维码|qr/i.test(text);
  const isBare = parts.own < some && parts.beside < page && parts.rest < 2 * plenty;
  return isBare ? judgeBare(sides, shown, media === 0 ? 'none' : scans ? 'code' : 'some') : judgeBeside(sides, shown);
}

/** Lines of text as blocks of a page of which nothing else is known. */
function blocksOf(text: string, headings: readonly string[]): readonly TextBlock[] {
  const heads = new Set(headings);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ text: line, part: 'page', heading: heads.has(line), linked: 0, share: 0 }));
}

type Sides = TakenApart &
  Readonly<{
    /** Signs but those of fields. */
    found: readonly FoundSign[];
    title: string;
    blocks: readonly TextBlock[];
    /** Whether the places of the words are known. */
    known: boolean;
    credentialFields: number;
    puzzles: number;
  }>;
type Shown = Partial<ShownPage>;

/** A page that says nothing of its own: a sign decides, where it is one of its own or something agrees with it. */
function judgeBare(sides: Sides, shown: Shown, pictures: 'none' | 'code' | 'some'): Judgement {
  const { found, title, blocks, credentialFields, puzzles } = sides;
  const agree = (kind: SignKind) => agreeing(kind, sides, shown);
  const decided = (kind: SignKind, code: SignCode, words: string): Judgement =>
    pictures === 'none' || (pictures === 'code' && kind === 'wall') || agree(kind) >= (kind === 'wall' ? 3 : 2)
      ? judgement(kind, code, words)
      : doubtful(kind, words);
  const strong = found.find((sign) => sign.strong && sign.at >= 0 && !isForPart(sign));
  if (puzzles > 0) return decided('wall', 'challenge-page', strong?.words ?? '');
  if (strong) return decided(strong.kind, strong.code, lineOf(strong));
  const login = found.find(({ code }) => code === 'login-wall');
  if (credentialFields > 0 && login && agree('wall') >= 2) return decided('wall', 'login-wall', login.words);
  const titled = titleSigns(title).find((sign) => !sign.reported && (sign.strong || /登录|验证/.test(title)));
  if (titled?.strong) {
    const says = sides.known || sides.rest < message || found.some((sign) => sign.kind === titled.kind);
    return says || blocks.length === 0 || agree(titled.kind) >= 2
      ? decided(titled.kind, titled.code, title)
      : doubtful(titled.kind, title);
  }
  const weak = found.find((sign) => sign.at >= 0) ?? found.find((sign) => sign.kind === 'wall' && !isForPart(sign));
  if (weak) return judgeWeak(weak, agree(weak.kind), decided);
  if (titled) return doubtful(titled.kind, title);
  return onlySiteWords(sides);
}

/** A page without a sign that says only what sites say to visitors: its longest line is for a person to read. */
function onlySiteWords({ known, rest, blocks }: Sides): Judgement {
  const lines = blocks
    .filter(({ part }) => part === 'page' || part === 'cover')
    .flatMap(({ text }) => text.split('\n'));
  const [line] = lines.sort((one, other) => other.length - one.length);
  const short = lines.length <= mostLines;
  return known && short && rest >= message && line !== undefined ? doubtful('notice', line) : { is: 'page' };
}
/** A notice has few lines; more of them are a list of something. */
const mostLines = 20;

/** A sign that other pages say of themselves too decides where something agrees with it. */
function judgeWeak(
  weak: FoundSign,
  agreeing: number,
  decided: (kind: SignKind, code: SignCode, words: string) => Judgement,
): Judgement {
  if (agreeing > 0 && !isForPart(weak)) return decided(weak.kind, weak.code, lineOf(weak));
  return weak.at < 0 ? { is: 'page' } : doubtful(weak.kind, weak.words);
}

/** The signs that a title says, its parts one by one. */
function titleSigns(title: string) {
  return title.split(/ [-|–—] |[|｜_]/u).flatMap((one) => signIn(one.trim()) ?? []);
}

/** How many things beside the words agree with a sign of a kind: title, status, address, fields, heading, buttons. */
function agreeing(kind: SignKind, sides: Sides, { status, address }: Shown): number {
  const { title, found, blocks, puzzles, credentialFields } = sides;
  return [
    titleSigns(title).some((sign) => sign.kind === kind && !sign.reported),
    (status ?? 200) >= 400,
    kind === addressKind(address ?? null),
    kind === 'wall' && (puzzles > 0 || credentialFields > 0),
    found.some((sign) => sign.kind === kind && sign.block.heading && sign.block.part === 'page'),
    kind === 'wall' && blocks.some(({ part, text }) => part === 'button' && signIn(text)?.kind === 'wall'),
  ].filter(Boolean).length;
}

/** A page that says something of its own beside what may be a sign: never a wall and never a notice. */
function judgeBeside(sides: Sides, shown: Shown): Judgement {
  const { found, own, ownLinked, rest, tells, known } = sides;
  const standing = found.filter((sign) => sign.strong && sign.at >= 0);
  const cover = found.find((sign) => sign.block.part === 'cover' && sign.kind === 'wall');
  if (shown.hidden && cover) return doubtful('wall', cover.words);
  const isList = known && own >= some && ownLinked > own * 0.8;
  const leads = (sign: FoundSign) =>
    sides.firstOwn < 0 || sides.firstOwn >= sign.at || sign.block.heading || sign.block.part === 'cover';
  const list = isList ? standing.find((sign) => leads(sign) && !sign.reported && !isForPart(sign)) : undefined;
  if (list) return doubtful(list.kind, lineOf(list));
  const refusal = standing.find((sign) => known && isRefusal(sign) && leads(sign) && !tells);
  if (refusal && rest < 2 * plenty) return doubtful('wall', lineOf(refusal));
  if (rest > plenty) return { is: 'page' };
  const whole = standing.find(
    (sign) => !sign.reported && asksForWhole.test(lineOf(sign)) && ownAfter(sides, sign) < message,
  );
  if (whole) return doubtful('wall', lineOf(whole));
  const first = standing.find((sign) => isDoubt(sign, sides, shown, leads(sign)));
  if (first) return doubtful(first.kind, lineOf(first));
  return doubtOfForms(sides, shown) ?? { is: 'page' };
}

/** Whether a sign beside own words makes a page doubtful: less is needed the less it is the page's own matter. */
function isDoubt(sign: FoundSign, sides: Sides, { media = 0 }: Shown, leads: boolean): boolean {
  const { own, rest, tells, known, title } = sides;
  if (!known) return !(sign.goesOn && rest >= 4 * message);
  if (isForPart(sign)) return own < message;
  if (sign.reported) return own < (tells || sign.goesOn ? message : 3 * message);
  if (!leads) return own < (media > 0 ? some : 2 * message);
  const titled = signIn(title);
  return own < (tells ? 2 * message : page) || own < rest / 2 || (titled?.kind === sign.kind && !titled.reported);
}

/** Puzzles, fields for a login and weak signs beside few words. */
function doubtOfForms({ found, own, known, title, puzzles, credentialFields }: Sides, { address }: Shown) {
  if (puzzles > 0 && own < 2 * message) return doubtful('wall', '');
  const form = credentialFields > 0 ? found.find(({ code }) => code === 'login-wall') : undefined;
  const asks = signIn(title)?.code === 'login-wall' || addressKind(address ?? null) === 'wall';
  if (form && own < (known ? (asks ? page : 2 * message) : plenty)) return doubtful('wall', form.words);
  const weak = found.find((sign) => sign.at >= 0 && !sign.strong && sign.words.length > 4);
  return weak && own < message ? doubtful(weak.kind, weak.words) : null;
}

/** Whether a sign refuses the visitor, or checks her: no page says so of itself, but one may report it. */
function isRefusal({ code, goesOn, reported, block, words }: FoundSign): boolean {
  if (code !== 'access-denied' && code !== 'challenge-page') return false;
  if (reported && !goesOn && block.heading) return false; // a headline that goes on
  return !goesOn || /\b(?:you|your|ip)\b|您|你/i.test(words);
}

/** What a page says of its own behind a sign. */
function ownAfter({ owns }: TakenApart, { at }: FoundSign): number {
  return owns.slice(at + 1).reduce((sum, one) => sum + one, 0);
}

/** The line of a sign's block that says it. */
function lineOf({ block, words }: FoundSign): string {
  return (
    block.text
      .split('\n')
      .find((line) => line.includes(words))
      ?.trim() ?? words
  );
}

function isForPart(sign: FoundSign): boolean {
  const line = lineOf(sign);
  return sign.kind === 'wall' && asksForPart.test(line) && !asksForWhole.test(line);
}

/** What an address says of its page; null where it says nothing. */
function addressKind(address: string | null): SignKind | null {
  const [, host = '', path = ''] = /^https?:\/\/([^/?#]*)([^?#]*)/i.exec(address ?? '') ?? [];
  return addressSigns.find(([sign]) => sign.test(path) || sign.test(host))?.[1] ?? null;
}

function judgement(is: SignKind, code: SignCode, words: string): Judgement {
  const quotes = code !== 'challenge-page' && code !== 'login-wall';
  return { is, reason: { code, ...(quotes && { params: { words: words.slice(0, 120) } }) } };
}

function doubtful(kind: SignKind, words: string): Judgement {
  if (words === '') return { is: 'doubtful', reason: { code: 'may-be-challenge' } };
  return {
    is: 'doubtful',
    reason: { code: kind === 'wall' ? 'may-be-wall' : 'may-be-notice', params: { words: words.slice(0, 120) } },
  };
}
