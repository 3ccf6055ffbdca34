import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundledFonts } from '../../../../electron/capture/browser/fonts.ts';
import { fourAnswers } from '../../../../shared/case/outcome/four-answers.ts';
import { parseTextPositions } from '../../../../shared/page/text-positions.ts';
import { captured, type Captured } from '../../../fixtures/capture-room.ts';
import { remappedFont } from '../../../fixtures/made/remapped-font.ts';

const packages = createRequire(import.meta.url);
const inPackage = (name: string, path: string) => join(dirname(packages.resolve(`${name}/package.json`)), path);
const noto = (weight: string) => inPackage('@expo-google-fonts/noto-sans', `${weight}/NotoSans_${weight}.ttf`);
const liberation = (style: string) => inPackage('pdfjs-dist', `standard_fonts/LiberationSans-${style}.ttf`);
const chinese = bundledFonts().regular;
const turned = (from: string, to: string) =>
  new Map(Array.from(from, (one, at) => [one, Array.from(to)[at] ?? one] as const));

type Case = Readonly<{ file: string; drawn: ReadonlyMap<string, string>; text: string }>;
const [ten, moved] = ['0123456789', '7482905613'];
const [abc, shuffled] = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];
/** Each family is drawn with a font of its own, of which the test knows what it draws for what. */
const others: Readonly<Record<string, Case>> = {
  Digits: { file: liberation('Regular'), drawn: turned(ten, moved), text: '13800' },
  'Bold Digits': { file: liberation('Bold'), drawn: turned(ten, moved), text: '02468' },
  OneDigit: { file: noto('400Regular'), drawn: turned(ten, moved), text: '77' },
  TwoSwapped: { file: noto('400Regular'), drawn: turned(abc, 'ebcdafghijklmnopqrstuvwxyz'), text: 'amended' },
  Shuffled: { file: noto('300Light'), drawn: turned(abc, shuffled), text: 'thedebtispaid' },
  Italics: { file: liberation('BoldItalic'), drawn: turned(abc, shuffled), text: 'nobodyowes' },
  Hanzi: { file: chinese, drawn: turned('原告被价甲乙款付', '被价原告付款甲乙'), text: '原告付款' },
  RareHanzi: { file: chinese, drawn: turned('麣龒鑶龤閏驋餼鸺鸼麟', ten), text: '龒麣麣龤' },
  Private: {
    file: noto('400Regular'),
    drawn: turned('\ue601\ue602\ue603\ue604\ue605\ue606\ue607\ue608\ue609\ue60a', ten),
    text: '\ue602\ue605\ue609',
  },
  LettersAsDigits: { file: noto('700Bold'), drawn: turned('mnwxkrvzht', ten), text: 'wkhm' },
  Blank: { file: noto('400Regular'), drawn: turned(abc, ' '.repeat(26)), text: 'unseen' },
};
const ofFamily = (family: string) => remappedFont(others[family]!.file, others[family]!.drawn);
const ordinary: Readonly<Record<string, string>> = {
  Regular: noto('400Regular'),
  Thin: noto('100Thin'),
  Black: noto('900Black_Italic'),
  LiberationBoldItalic: liberation('BoldItalic'),
  Chinese: chinese,
  Japanese: inPackage('@expo-google-fonts/noto-sans-jp', '700Bold/NotoSansJP_700Bold.ttf'),
  Icons: inPackage('@fortawesome/fontawesome-free', 'webfonts/fa-solid-900.woff2'),
};

const face = (family: string, src: string, more = '') => `@font-face{font-family:"${family}";src:url(${src});${more}}`;
const line = (family: string, text: string) => `<p>计 <span style='font-family:"${family}"'>${text}</span> 元</p>`;
const top = `<!doctype html><html lang=zh><meta charset=utf-8><title>fonts</title><style>body{font:20px/28px "Noto Sans","DejaVu Sans",sans-serif}iframe{width:500px;height:80px}`;
const [framed, apart] = [
  '<p>frame <b style="font:20px FramedDigits">4711</b>',
  '<p>apart <b style="font:20px ApartDigits">5522</b>',
];
const pages: Readonly<Record<string, (port: string) => string>> = {
  '/others': () =>
    `${top}${Object.keys(others)
      .map((family) => face(family, `/font/${encodeURIComponent(family)}`))
      .join('')}</style>${Object.entries(others)
      .map(([family, { text }]) => line(family, text))
      .join('')}<p>plain 2468 words</p>`,
  '/ways': (port) =>
    `${top}${face('Ranged', '/font/Digits', 'unicode-range:U+30-39')}${face('ByData', `data:font/ttf;base64,${ofFamily('Digits').toString('base64')}`)}
${face('Written', '/font/Digits')}${face('Typed', '/font/Digits')}.w::before{content:"9081 ";font-family:Written}input{font:20px Typed}</style>
<p style="font-family:Ranged,sans-serif">Telephone <b>13800</b> or nothing</p>${line('ByData', '24680')}<p class=w>after</p><input value=5533>
<iframe src=/framed></iframe><iframe src="http://localhost:${port}/apart"></iframe>`,
  '/framed': () => `${top}${face('FramedDigits', '/font/Digits')}</style>${framed}`,
  '/apart': () => `${top}${face('ApartDigits', '/font/Digits')}</style>${apart}`,
  '/ordinary': () =>
    `${top}${Object.keys(ordinary)
      .map((family) => face(family, `/font/${family}`))
      .join('')}</style>${Object.keys(ordinary)
      .filter((family) => family !== 'Icons')
      .map((family) =>
        line(family, `${ten} ${abc} ${abc.toUpperCase()} 原告被告于二〇二六年一月三日付款八千元整 1lI0Oo`),
      )
      .join(
        '',
      )}<p style="font-family:Icons">\uf00c\uf00d \uf1ce\uf031 \uf157\uf111 save\uf0c7 \uf015\uf013</p><p>plain</p>`,
};

let site: Server;
let base: string;
beforeAll(async () => {
  site = createServer(({ url = '', headers }, response) => {
    const page = pages[url];
    const family = decodeURIComponent(url.split('/').at(-1) ?? '');
    response.setHeader('content-type', page ? 'text/html; charset=utf-8' : 'font/ttf');
    if (page) response.end(page((headers.host ?? '').split(':')[1] ?? ''));
    else if (others[family]) response.end(ofFamily(family));
    else response.end(ordinary[family] ? readFileSync(ordinary[family]) : '');
  });
  await new Promise<void>((open) => site.listen(0, open));
  base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`; // a TCP server
});
afterAll(() => site.close());

const capture = (path: string) => captured(base + path, { noSecondPath: true });
const said = ({ record }: Captured) =>
  record.warnings.filter(({ code }) => code === 'font-maps-otherwise').map(({ params }) => params?.['family']);
const marked = (done: Captured) =>
  parseTextPositions(JSON.parse(Buffer.from(done.bytes('text-positions.json')).toString('utf8')))
    .runs.filter(({ otherGlyphs }) => otherGlyphs)
    .map(({ text }) => text);

describe('a page whose fonts draw other characters', { timeout: 120_000 }, () => {
  test('is said font by font, and its runs are marked', async () => {
    const done = await capture('/others');
    expect(said(done)).toEqual(Object.keys(others));
    const seen = Object.entries(others).filter(([family]) => family !== 'Blank'); // whose text the picture does not show
    expect(marked(done)).toEqual(seen.map(([, { text }]) => text));
    expect(fourAnswers(done.record).text.answer).toBe('unknown');
    expect(done.record.warnings.find(({ params }) => params?.['family'] === 'Digits')?.params).toMatchObject({
      count: 4,
      of: 4,
    });
  });

  test('is found by whatever way the font comes and wherever its text stands', async () => {
    const done = await capture('/ways');
    expect(new Set(said(done))).toEqual(
      new Set(['Ranged', 'ByData', 'Written', 'Typed', 'FramedDigits', 'ApartDigits']),
    );
    expect(marked(done).sort()).toEqual(['13800', '24680', '4711', '5522', '5533', '9081']);
  });
});

test(
  'ordinary fonts are not taken for others: thin, heavy, slanted, Chinese and of icons',
  { timeout: 120_000 },
  async () => {
    const done = await capture('/ordinary');
    expect(said(done)).toEqual([]);
    expect(marked(done)).toEqual([]);
    expect(done.record.warnings.filter(({ code }) => code === 'fonts-not-compared')).toEqual([]);
  },
);
