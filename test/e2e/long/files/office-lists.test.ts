import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fascicle, freshFolder } from '../../../fixtures/fascicle.ts';

const root = resolve(import.meta.dirname, '../../../..');
const haveOffice = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;
if (!haveOffice) console.warn('SKIPPED what needs soffice: not installed');
const count = 60;
const languages = ['zh-CN', 'en'] as const;
const formulas = ['=HYPERLINK("http://x","点此")', '+1', '@x', '-2+3', '_x0041_', '\ttab'];
const folder = freshFolder();

/** A text of so many characters between two words that no program breaks: by them its first and last line are found. */
const between = (n: number, what: string, length: number, filling: string) =>
  `${what}S${n} ${filling.repeat(Math.ceil(length / filling.length)).slice(0, length - 14)} ${what}E${n}`;
const mixed = '青禾小贷进入清算程序 QH Microcredit has entered liquidation，据企镜推送。';
const address = 'https://news.example.com/finance/2019/05/06/story?id=4711&ref=%E4%BD%A0abcDEF/';

function exhibit(item: string, at: number) {
  const n = at + 1;
  return {
    item,
    group: `第${Math.floor(at / 20) + 1}组证据 Group`,
    title: `${between(n, 'T', n % 6 === 0 ? 300 : 30, mixed)} ${formulas[at % formulas.length] ?? ''}`,
    source: n % 9 === 0 ? mixed.repeat(2) : '自行取证',
    purpose: between(n, 'P', n % 7 === 0 ? 250 : 40, mixed),
    summary: n % 5 === 0 ? address.repeat(7).slice(0, 500) : '推送 summary',
    copies: 2,
    media: { outlet: `媒体 ${n}`, published: '2019-05-06', cites: between(n, 'C', n % 8 === 0 ? 300 : 40, mixed) },
  };
}

type Box = Readonly<{ word: string; left: number; right: number; top: number; bottom: number }>;
type Paper = Readonly<{ width: number; height: number; words: readonly Box[] }>;

/** The pages of a PDF with their words, as poppler finds them, in points. */
function papersOf(pdf: string): readonly Paper[] {
  const text = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return text
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [width = 0, height = 0] = (/width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? []).slice(1).map(Number);
      const found = page.matchAll(
        /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
      );
      const words = [...found].map(([, left, top, right, bottom, word = '']) => ({
        word,
        left: Number(left),
        right: Number(right),
        top: Number(top),
        bottom: Number(bottom),
      }));
      return { width, height, words };
    });
}

/** Words over one another. Boxes are as high as a face may be, so only their middle halves are held against each other. */
function overprinted({ words }: Paper): readonly string[] {
  const core = words.map(({ word, left, right, top, bottom }) => {
    const quarter = (bottom - top) / 4;
    return { word, left: left + 0.5, right: right - 0.5, top: top + quarter, bottom: bottom - quarter };
  });
  return core.flatMap((a, n) =>
    core
      .slice(n + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.word} | ${b.word}`),
  );
}

/** Which page each mark is on; what is on several is on none. */
function pagesOfMarks(papers: readonly Paper[]): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  papers.forEach(({ words }, page) => {
    for (const { word } of words) if (/^[TPC][SE]\d+$/.test(word)) marks.set(word, marks.has(word) ? -1 : page);
  });
  return marks;
}

beforeAll(async () => {
  if (!haveOffice) return;
  const run = async (...args: string[]) => {
    const done = await fascicle(args, { folder, env: { FASCICLE_CACHE: join(folder, 'cache') } });
    expect(done.code, done.stderr).toBe(0);
    return done;
  };
  const names = Array.from({ length: count }, (_, n) => `note-${n}.txt`);
  for (const name of names) writeFileSync(join(folder, name), `收到 ${name}`);
  await run('new', 'a.fascicle', '--title', '青禾小贷申请诉前行为保全', '--applicant', 'A', '--operator', 'W');
  await run('import', 'a.fascicle', ...names, '--category', 'coverage', '--json');
  const { items } = (await run('list', 'a.fascicle', '--json')).last as { items: readonly { item: string }[] };
  writeFileSync(join(folder, 'exhibits.json'), JSON.stringify(items.map(({ item }, at) => exhibit(item, at))));
  await run('exhibits', 'a.fascicle', '--set', 'exhibits.json');
  const fonts = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc');
  const settings = `<fontconfig><include>/etc/fonts/fonts.conf</include><dir>${fonts}</dir><cachedir>${folder}/fc</cachedir></fontconfig>`;
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">${settings}`,
  );
  for (const language of languages) {
    const asked = ['a.fascicle', '--language', language, '--json'];
    const lists = (await run('lists', ...asked, '--out', language)).last as { files: readonly { path: string }[] };
    const drafts = (await run('application', ...asked, '--out', `${language}-draft`)).last as typeof lists;
    for (const { path } of [...lists.files, ...drafts.files]) {
      const kindOf = drafts.files.some((one) => one.path === path) ? 'draft' : path.replace(/^.*\./, '');
      const out = join(folder, 'pdf', language, kindOf);
      mkdirSync(out, { recursive: true });
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, path];
      execFileSync('soffice', args, {
        timeout: 120_000,
        stdio: 'ignore',
        env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
      });
      converted.push({
        language,
        kind: basename(out),
        name: basename(path).replace(/\.\w+$/, ''),
        pdf: join(out, basename(path).replace(/\.\w+$/, '.pdf')),
        path,
      });
    }
  }
}, 600_000);

const converted: { language: (typeof languages)[number]; kind: string; name: string; pdf: string; path: string }[] = [];
const each = languages.flatMap((language) => ['xlsx', 'docx'].map((kind) => [language, kind] as const));

describe.skipIf(!haveOffice).each(each)('the lists in %s as %s, printed by LibreOffice', (language, kind) => {
  const papers = () =>
    converted
      .filter((one) => one.language === language && one.kind === kind)
      .map(({ name, pdf }) => ({ name, pages: papersOf(pdf) }));
  const margin = (15.9 / 25.4) * 72; // of the profile, left and right

  test('are four, within the margins of the page, and nothing is printed over anything', () => {
    const all = papers();
    expect(all.map(({ name }) => name).sort()).toEqual(['catalogue', 'chronology', 'hash-list', 'media']);
    for (const { name, pages } of all)
      pages.forEach((page, n) => {
        const outside = page.words.filter(({ left, right }) => left < margin - 1 || right > page.width - margin + 1);
        expect(
          outside.map(({ word }) => word),
          `${name} p. ${n + 1}`,
        ).toEqual([]);
        expect(overprinted(page), `${name} p. ${n + 1}`).toEqual([]);
      });
  });

  test('have their head on every page, and its number', () => {
    for (const { name, pages } of papers()) {
      const numberOf = (n: number) =>
        language === 'en' ? `Page${n + 1}of${pages.length}` : `第${n + 1}页，共${pages.length}页`;
      const firstRow = pages[1]?.words.filter(
        ({ top }) => top < Math.min(...(pages[1]?.words ?? []).map((one) => one.top)) + 6,
      );
      pages.forEach((page, n) => {
        const foot = page.words.filter(({ top }) => top > page.height - 54).map(({ word }) => word);
        expect(foot.join(''), `${name} p. ${n + 1}`).toContain(numberOf(n));
        const words = new Set(page.words.map(({ word }) => word));
        if (n > 0)
          expect(
            firstRow?.filter(({ word }) => !words.has(word)),
            `${name} p. ${n + 1}`,
          ).toEqual([]);
      });
      const head = pages[0]?.words.map(({ word }) => word) ?? [];
      for (const { word } of firstRow ?? []) expect(head, `${name}: ${word}`).toContain(word);
    }
  });

  test('have every row once and whole, texts that begin like formulas as they were typed', () => {
    const [catalogue] = papers().filter(({ name }) => name === 'catalogue');
    const [media] = papers().filter(({ name }) => name === 'media');
    const marks = pagesOfMarks(catalogue?.pages ?? []);
    const ofMedia = pagesOfMarks(media?.pages ?? []);
    for (let n = 1; n <= count; n += 1) {
      const pages = ['TS', 'TE', 'PS', 'PE'].map((mark) => marks.get(`${mark}${n}`));
      expect(new Set(pages).size, `exhibit ${n}: ${pages.join()}`).toBe(1);
      expect(pages[0]).toBeGreaterThanOrEqual(0);
      expect(ofMedia.get(`CS${n}`)).toBe(ofMedia.get(`CE${n}`));
    }
    const words = (catalogue?.pages ?? []).flatMap((page) => page.words.map(({ word }) => word));
    // A line may end behind the hyphen.
    for (const start of ['=HYPERLINK(', '+1', '@x', '2+3', '_x0041_'])
      expect(
        words.some((word) => word.replace(/^-/, '').startsWith(start)),
        start,
      ).toBe(true);
    expect(catalogue?.pages.length).toBeGreaterThan(2);
  });

  test.skipIf(kind === 'xlsx')('have the lines to sign on a page with a row of the table', () => {
    const last =
      papers()
        .find(({ name }) => name === 'catalogue')
        ?.pages.at(-1)
        ?.words.map(({ word }) => word) ?? [];
    expect(last.some((word) => word.includes('_____'))).toBe(true);
    expect(last).toContain(`TE${count}`);
  });
});

describe.skipIf(!haveOffice).each(languages)('the drafts in %s, printed by LibreOffice', (language) => {
  const drafts = () => converted.filter((one) => one.language === language && one.kind === 'draft');
  const letters = (text: string) => text.replace(/&(?:amp|lt|gt|quot|apos);|[\s&<>"']/g, '');

  test('are two, every letter of them within the page and nothing over anything, with the number of each page', () => {
    expect(
      drafts()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['application', 'catalogue']);
    for (const { name, pdf } of drafts())
      papersOf(pdf).forEach((page, n, all) => {
        const outside = page.words.filter(
          ({ left, right, bottom }) => left < 0 || right > page.width || bottom > page.height,
        );
        expect(outside, `${name} p. ${n + 1}`).toEqual([]);
        expect(overprinted(page), `${name} p. ${n + 1}`).toEqual([]);
        const foot = page.words.filter(({ top }) => top > page.height - 72).map(({ word }) => word);
        const number = language === 'en' ? `Page${n + 1}of${all.length}` : `第${n + 1}页，共${all.length}页`;
        expect(foot.join(''), `${name} p. ${n + 1}`).toContain(number);
      });
  });

  test('have every paragraph of the application, and its headings in the outline', () => {
    const [draft] = drafts().filter(({ name }) => name === 'application');
    const xml = execFileSync('unzip', ['-p', draft?.path ?? '', 'word/document.xml'], { encoding: 'utf8' });
    const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => ({
      heading: /<w:pStyle w:val="(?:Title|Heading[12])"/.test(one),
      text: letters([...one.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join('')),
    }));
    const printed = letters(execFileSync('pdftotext', ['-raw', draft?.pdf ?? '', '-'], { encoding: 'utf8' }));
    expect(paragraphs.length).toBeGreaterThan(20);
    expect(
      paragraphs.filter(({ text }) => text.length < 40 && !printed.includes(text)).map(({ text }) => text),
    ).toEqual([]);
    expect(paragraphs.filter(({ heading }) => heading).length).toBeGreaterThan(4);
  });
});
