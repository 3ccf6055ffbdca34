// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/** A text and the font that it is drawn with, where that may be the page's own; `at` is its run, -1 where it has none. */
export interface WornFont {
  page: Document;
  /** Style, weight and width, parted by `|`, as a computed style says them. */
  style: string;
  families: string;
  text: string;
  at: number;
}

/** A font of the page's own that draws other characters than its text says: how many of those that were compared. */
export interface OtherGlyphs {
  family: string;
  count: number;
  of: number;
}

/**
 * Compares what the page's own fonts draw with what the computer's fonts draw for the same characters: digits, Latin
 * letters, Chinese characters, and code points without a meaning of their own that stand in words. A glyph counts as
 * another character only where it is clearly nearer to that one than to its own, or has no ink at all; a font, where that
 * is so of two or three characters or of one digit beyond doubt. A page without fonts of its own costs nothing.
 *
 * @param bounds fonts, and characters of each, that are compared at most
 * @returns the fonts; the numbers of the runs that they draw so; `left`: how many fonts were not compared because there are
 * too many or the time was up
 */
export function readFonts(bounds: { maxFonts: number; maxCharacters: number; maxMs: number }): {
  odd: OtherGlyphs[];
  runs: number[];
  left: number;
} {
  type Glyph = Readonly<{ grid: Float32Array; aspect: number }>;
  type Glyphs = ReadonlyMap<string, Glyph | null>;
  const worn = (Reflect.get(globalThis, 'fascicleFonts') as WornFont[] | undefined) ?? [];
  if (worn.length === 0) return { odd: [], runs: [], left: 0 };
  const began = performance.now();
  const [size, cell, side, parts] = [40, 72, 16, 3];
  const alnum = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  /** Characters that ordinary fonts draw like each other. */
  const alike = ['0oqdcg', '1ilj7tf', '2z', '5s', '6bg', '8b', '9gqp', 'uvyw', 'hn', 'un', 'ao', 'ft'];
  /** The most common Chinese characters, and those of amounts, places and suits. */
  const common = [
    '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实',
    '日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员',
    '解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象',
    '完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运千元角百六七八九零亿号价房省县额诉判赔偿款付甲乙丙丁租借欠贷息违约证',
  ].join('');
  const isHan = (one: string) => /\p{sc=Han}/u.test(one);
  const isPrivate = (one: string) => /\p{Co}/u.test(one);
  const kinds = new Map<string, string>();
  const kindOf = (one: string): string => {
    const before = kinds.get(one);
    if (before !== undefined) return before;
    const kind = /\d/.test(one) ? 'digit' : isHan(one) ? 'han' : isPrivate(one) ? 'private' : 'letter';
    kinds.set(one, kind);
    return kind;
  };
  const namesIn = (families: string) => families.split(',').map((one) => one.trim().replace(/^["']|["']$/g, ''));

  const canvases = new Map<Document, CanvasRenderingContext2D | null>();
  const contextOf = (page: Document): CanvasRenderingContext2D | null => {
    const known = canvases.get(page);
    if (known !== undefined) return known;
    const canvas = page.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    canvases.set(page, context);
    return context;
  };
  /** How much ink each point of a grid over the glyph has; null where there is none. `from`: where its cell begins. */
  const inkIn = (
    data: Uint8ClampedArray,
    width: number,
    from: number,
  ): { raw: Float32Array; aspect: number } | null => {
    let [left, top, right, bottom] = [cell, cell, -1, -1];
    for (let y = 0; y < cell; y++)
      for (let x = 0; x < cell; x++) {
        if ((data[(y * width + from + x) * 4 + 3] ?? 0) < 64) continue;
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        bottom = y;
      }
    if (right < 0) return null;
    const [wide, high] = [right - left + 1, bottom - top + 1];
    const raw = new Float32Array(side * side);
    for (let y = 0; y < side * parts; y++) {
      const py = top + Math.floor(((y + 0.5) * high) / (side * parts));
      for (let x = 0; x < side * parts; x++) {
        const px = left + Math.floor(((x + 0.5) * wide) / (side * parts));
        const at = Math.floor(y / parts) * side + Math.floor(x / parts);
        raw[at] = (raw[at] ?? 0) + (data[(py * width + from + px) * 4 + 3] ?? 0);
      }
    }
    return { raw, aspect: wide / high };
  };
  /** A glyph at one size, a little blurred, so that the sum of the products of two of them is their correlation. */
  const glyphIn = (data: Uint8ClampedArray, width: number, from: number): Glyph | null => {
    const ink = inkIn(data, width, from);
    if (!ink) return null;
    const grid = new Float32Array(side * side);
    let sum = 0;
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        let [value, share] = [0, 0];
        for (let dy = -1; dy <= 1; dy++)
          for (let dx = -1; dx <= 1; dx++) {
            if (x + dx < 0 || y + dy < 0 || x + dx >= side || y + dy >= side) continue;
            const weight = (2 - Math.abs(dx)) * (2 - Math.abs(dy));
            value += weight * (ink.raw[(y + dy) * side + x + dx] ?? 0);
            share += weight;
          }
        grid[y * side + x] = value / share;
        sum += value / share;
      }
    const mean = sum / grid.length;
    const norm = Math.sqrt(grid.reduce((square, one) => square + (one - mean) ** 2, 0)) || 1;
    return { grid: grid.map((one) => (one - mean) / norm), aspect: ink.aspect };
  };
  const widths = [
    '50% ultra',
    '62.5% extra',
    '75%',
    '87.5% semi',
    '100%',
    '112.5% semi',
    '125%',
    '150% extra',
    '200% ultra',
  ];
  const drawn = (page: Document, style: string, families: string, characters: readonly string[]): Glyphs => {
    const context = contextOf(page);
    const found = new Map<string, Glyph | null>();
    if (!context) return found;
    const [slant = '', weight = '', stretch = ''] = style.split('|');
    const step = widths.findIndex((one) => one.split(' ')[0] === stretch);
    const [, prefix] = widths[step]?.split(' ') ?? [];
    const width_ =
      step < 0 || step === 4 ? 'normal' : `${prefix ? `${prefix}-` : ''}${step < 4 ? 'condensed' : 'expanded'}`;
    const atOnce = 64;
    for (let from = 0; from < characters.length; from += atOnce) {
      const some = characters.slice(from, from + atOnce);
      const width = some.length * cell;
      context.canvas.width = width; // which clears it, and all that was set
      context.canvas.height = cell;
      context.font = `${slant} ${weight} ${size}px ${families}`;
      if (!context.font.includes(`${size}px`)) return found;
      context.fontStretch = width_ as CanvasFontStretch; // made of its words just above
      some.forEach((one, at) => {
        context.save();
        context.beginPath();
        context.rect(at * cell, 0, cell, cell);
        context.clip();
        context.fillText(one, at * cell + 14, cell - 22);
        context.restore();
      });
      const { data } = context.getImageData(0, 0, width, cell);
      some.forEach((one, at) => found.set(one, glyphIn(data, width, at * cell)));
    }
    return found;
  };
  const likeness = (a: Glyph, b: Glyph): number => {
    let sum = 0;
    for (let at = 0; at < a.grid.length; at++) sum += (a.grid[at] ?? 0) * (b.grid[at] ?? 0);
    return sum - Math.min(0.3, 0.15 * Math.abs(Math.log(a.aspect / b.aspect)));
  };

  const known = new Map<string, Map<string, (Glyph | null)[]>>();
  /** What the computer's own fonts draw for characters: names that the page gives to fonts of its own are not asked for. */
  const ownGlyphs = (
    page: Document,
    style: string,
    characters: readonly string[],
  ): ReadonlyMap<string, (Glyph | null)[]> => {
    const [slant = '', weight = ''] = style.split('|');
    const near = `${slant === 'normal' ? 'normal' : 'italic'}|${Number(weight) >= 600 ? 700 : 400}|100%`;
    const taken = new Set(Array.from(page.fonts, ({ family }) => (namesIn(family)[0] ?? '').toLowerCase()));
    const named = taken.has('arial') ? [] : ['Arial'];
    const key = `${near} ${named.join()}`;
    const found = known.get(key) ?? new Map<string, (Glyph | null)[]>();
    known.set(key, found);
    const missing = characters.filter((one) => !found.has(one));
    const draw = (some: readonly string[], fonts: readonly (readonly [style: string, family: string])[]) => {
      const sets = some.length > 0 ? fonts.map(([as, family]) => drawn(page, as, family, some)) : [];
      for (const one of some)
        found.set(
          one,
          sets.map((set) => set.get(one) ?? null),
        );
    };
    // A page need not say that a font of its own is slanted.
    const slanted = near.replace('normal', 'italic');
    const upright = ['sans-serif', 'serif', 'monospace', ...named].map((family) => [near, family] as const);
    const others = slanted === near ? [] : ['sans-serif', 'serif'].map((family) => [slanted, family] as const);
    draw(missing.filter(isHan), [[near, 'sans-serif']]);
    draw(
      missing.filter((one) => !isHan(one)),
      [...upright, ...others],
    );
    return found;
  };
  const isAlike = (a: string, b: string): boolean => {
    const [one, other] = [a.toLowerCase(), b.toLowerCase()];
    return one === other || alike.some((group) => group.includes(one) && group.includes(other));
  };
  const nearest = (glyph: Glyph, of: readonly (Glyph | null)[] | undefined): number => {
    let best = -1;
    for (const one of of ?? []) if (one) best = Math.max(best, likeness(glyph, one));
    return best;
  };
  /** How sure it is that a glyph is another character's: 0 not, 1 clearly, 2 beyond doubt. */
  const doubtOf = (one: string, glyph: Glyph | null, own: ReadonlyMap<string, (Glyph | null)[]>): number => {
    const kind = kindOf(one);
    if (!glyph) return kind === 'private' ? 0 : 2;
    const cases = kind === 'private' ? [] : [...new Set([one, one.toLowerCase(), one.toUpperCase()])];
    const self = Math.max(kind === 'private' ? 0 : -1, ...cases.map((character) => nearest(glyph, own.get(character))));
    if (self > 0.9) return 0; // nothing can be clearly nearer
    // Across kinds, as a letter for a digit, ordinary fonts of odd shapes come near: only what is beyond doubt counts.
    let [other, any] = [-1, -1];
    for (const [character, glyphs] of own) {
      const its = kindOf(character);
      if (its === 'han' && kind !== 'han') continue;
      const near = nearest(glyph, glyphs);
      if (near <= (its === kind ? other : any) || isAlike(one, character)) continue;
      any = Math.max(any, near);
      if (its === kind) other = near;
    }
    if (kind === 'private') return any > 0.8 ? 1 : 0;
    if (any - self > 0.4 && any > 0.85) return 2;
    if (other - self > 0.25 && other > 0.75) return 2;
    return other - self > 0.1 && other > 0.7 ? 1 : 0;
  };

  const inWords = /\p{Co}[\p{Co}\p{L}\p{N}]|[\p{L}\p{N}]\p{Co}/u;
  /** The characters of a font that are compared: digits and letters first. Icons stand alone, and are not. */
  const charactersOf = (some: readonly WornFont[]): readonly string[] => {
    const used = new Set<string>();
    for (const { text } of some) {
      const words = inWords.test(text);
      for (const one of text) if (alnum.includes(one) || isHan(one) || (words && isPrivate(one))) used.add(one);
    }
    const order = ['digit', 'letter', 'private', 'han'];
    const sorted = [...used].sort((a, b) => order.indexOf(kindOf(a)) - order.indexOf(kindOf(b)));
    return sorted.slice(0, bounds.maxCharacters);
  };
  /** Which of a page's families draws a character, of those that a text may be drawn with. */
  const familyOf = (
    page: Document,
    style: string,
    families: string,
    one: string,
    glyph: Glyph | null | undefined,
  ): string => {
    const loaded = new Set(
      Array.from(page.fonts, ({ family, status }) => (status === 'loaded' ? namesIn(family)[0] : '')),
    );
    const own = namesIn(families).filter((name) => loaded.has(name));
    const found = own.find((name) => {
      const alone = drawn(page, style, JSON.stringify(name), [one]).get(one);
      return !glyph || !alone ? glyph === alone : likeness(glyph, alone) > 0.999;
    });
    return found ?? own[0] ?? namesIn(families)[0] ?? '';
  };

  let hanOfPage: readonly string[] | null = null;
  const usedHan = (): readonly string[] => {
    hanOfPage ??= [...new Set(worn.flatMap(({ text }) => Array.from(text).filter(isHan)))].slice(
      0,
      bounds.maxCharacters,
    );
    return hanOfPage;
  };
  const groups = new Map<Document, Map<string, WornFont[]>>();
  for (const one of worn) {
    const inPage = groups.get(one.page) ?? new Map<string, WornFont[]>();
    groups.set(one.page, inPage);
    const key = `${one.style}\n${one.families}`;
    const some = inPage.get(key);
    if (some) some.push(one);
    else inPage.set(key, [one]);
  }
  const odd = new Map<string, OtherGlyphs>();
  const runs: number[] = [];
  const compare = (page: Document, some: readonly WornFont[]): void => {
    const [first] = some;
    const characters = charactersOf(some);
    if (!first || characters.length === 0) return;
    const { style, families } = first;
    const glyphs = drawn(page, style, families, characters);
    const han = characters.some(isHan)
      ? [...new Set([...Array.from(common), ...usedHan(), ...characters.filter(isHan)])]
      : [];
    const own = ownGlyphs(page, style, [...Array.from(alnum), ...han]);
    const doubts = characters.flatMap((one) => {
      const doubt = glyphs.has(one) ? doubtOf(one, glyphs.get(one) ?? null, own) : 0;
      return doubt > 0 ? [{ one, doubt, kind: kindOf(one) }] : [];
    });
    const ofKind = (kind: string) => characters.filter((one) => kindOf(one) === kind).length;
    const certain = [...new Set(doubts.map(({ kind }) => kind))].filter((kind) => {
      const level = (least: number) => doubts.filter((one) => one.kind === kind && one.doubt >= least).length;
      const [clear, sure] = [level(1), level(2)];
      if (kind === 'digit') return clear >= 2 || sure >= 1;
      // Some icons of a font look like a letter; of one that writes words with them, most do.
      return kind === 'private' ? clear >= 2 && clear * 2 >= ofKind(kind) : sure >= 2 || clear >= 3;
    });
    const found = doubts.filter(({ kind }) => certain.includes(kind));
    const [example] = found;
    if (!example) return;
    const family = familyOf(page, style, families, example.one, glyphs.get(example.one));
    const before = odd.get(family);
    const of = characters.filter((one) => certain.includes(kindOf(one))).length;
    odd.set(family, { family, count: Math.max(before?.count ?? 0, found.length), of: Math.max(before?.of ?? 0, of) });
    for (const { text, at } of some) {
      const drawnSo = Array.from(text).some(
        (one) => (alnum.includes(one) || isHan(one) || isPrivate(one)) && certain.includes(kindOf(one)),
      );
      if (at >= 0 && drawnSo) runs.push(at);
    }
  };
  let [done, left] = [0, 0];
  for (const [page, inPage] of groups)
    for (const some of inPage.values())
      if (done >= bounds.maxFonts || performance.now() - began > bounds.maxMs) left += 1;
      else {
        compare(page, some);
        done += 1;
      }
  return { odd: [...odd.values()], runs: runs.sort((a, b) => a - b), left };
}
