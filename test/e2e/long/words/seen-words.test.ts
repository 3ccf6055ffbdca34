import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseTextPositions } from '../../../../shared/page/text-positions.ts';
import { captured, type Captured } from '../../../fixtures/capture-room.ts';

/**
 * Every word has a colour of its own. The oracle is the stored picture: a word counts as seen where its colour is in it, and
 * nowhere else. Letters are large and bold, so that each has pixels of its pure colour.
 */
type Trick = readonly [name: string, html: (word: string, colour: string) => string];
const line = (style: string): Trick[1] => {
  return (word, colour) => `<p style="color:${colour};${style}">${word}</p>`;
};
const stripes = 'background:repeating-linear-gradient(90deg,#fff 0 40px,#dde 40px 80px)';
const over = (below: string, style: string, words = '') =>
  `<div style="position:relative">${below}<div style="position:absolute;inset:0;${style}">${words}</div></div>`;
const field = (colour: string, what: string) =>
  `<input ${what} style="display:block;border:0;width:600px;height:40px;color:${colour};font:bold 28px/34px 'DejaVu Sans'"><style>input::placeholder{color:inherit;opacity:1}</style>`;
const frameOf = (how: string) => `<iframe ${how} style="display:block;border:0;width:600px;height:44px"></iframe>`;
const inFrame = (word: string, colour: string) =>
  `<!doctype html><body style='margin:0'><p style='margin:0;color:${colour};font:bold 28px/34px "DejaVu Sans"'>${word}</p>`;
const frame = (word: string, colour: string) => frameOf(`srcdoc="${inFrame(word, colour).replaceAll('"', '&quot;')}"`);
/** The same document, of a site of its own. */
const otherSite = (word: string, colour: string) =>
  frameOf(`src="http://localhost:PORT/frame?${word}&${encodeURIComponent(colour)}"`);
const shown: readonly Trick[] = [
  ['PLAIN', line('')],
  ['ONGREY', line('background:#808080')],
  ['HALFCLEAR', (word, colour) => `<p style="opacity:.999;color:${colour}">${word}</p>`],
  ['CLIPPEDWIDE', line('clip-path:inset(-5px)')],
  ['FILLED', (word, colour) => `<p style="color:transparent;-webkit-text-fill-color:${colour}">${word}</p>`],
  ['STROKED', (word, colour) => `<p style="color:transparent;-webkit-text-stroke:3px ${colour}">${word}</p>`],
  ['PAINTEDIN', (word, colour) => `<p style="color:transparent;background:${colour};background-clip:text">${word}</p>`],
  [
    'BESIDEBOX',
    (word, colour) =>
      `<div style="position:relative"><p style="color:${colour}">${word}</p><i style="position:absolute;left:900px;top:0;width:50px;height:40px;background:#333"></i></div>`,
  ],
  ['FIELDPLAIN', (word, colour) => field(colour, `value="${word}"`)],
  ['HINTPLAIN', (word, colour) => field(colour, `placeholder="${word}"`)],
  [
    'FIELDUNDERCLEAR',
    (word, colour) => over(field(colour, `value="${word}"`), 'background:linear-gradient(transparent,transparent)'),
  ],
  ['FRAMEPLAIN', (word, colour) => frame(word, colour)],
  ['FRAMEOVERPAINT', (word, colour) => over(frame(word, colour), 'left:700px;background:#333')],
  ['OTHERSITEPLAIN', (word, colour) => otherSite(word, colour)],
  [
    'OTHERSITEUNDERCLEAR',
    (word, colour) => over(otherSite(word, colour), 'background:linear-gradient(transparent,transparent)'),
  ],
  [
    'OVERBOX',
    (word, colour) =>
      `<div style="position:relative;height:40px"><i style="position:absolute;inset:0;background:#eee"></i><p style="position:relative;color:${colour}">${word}</p></div>`,
  ],
];
const unseen: readonly Trick[] = [
  ['CLEAR', (word) => `<p style="color:transparent">${word}</p>`],
  ['CLEARNEW', (word) => `<p style="color:oklch(0.5 0.1 20 / 0)">${word}</p>`],
  ['CLEARFILL', line('-webkit-text-fill-color:transparent')],
  ['WHITE', (word) => `<p style="color:#fff">${word}</p>`],
  ['SPECK', line('font-size:2px')],
  ['FAINT', line('opacity:.01')],
  ['FAINTABOVE', (word, colour) => `<div style="opacity:0"><p style="color:${colour}">${word}</p></div>`],
  ['CLIPPED', line('clip-path:circle(0)')],
  ['OLDCLIP', line('position:absolute;clip:rect(0 0 0 0)')],
  ['FILTERED', line('filter:opacity(0)')],
  ['MASKED', line('mask:linear-gradient(transparent,transparent)')],
  ['TURNEDAWAY', line('backface-visibility:hidden;transform:rotateX(180deg)')],
  ['DOTS', (word) => `<p style="-webkit-text-security:disc">${word}</p>`],
  ['BELOWFOLD', line('position:fixed;top:5000px')],
  ['FARLEFT', line('position:absolute;left:-3000px')],
  ['NODISPLAY', line('display:none')],
  ['INVISIBLE', line('visibility:hidden')],
  [
    'UNDERBOX',
    (word, colour) =>
      `<div style="position:relative"><p style="color:${colour}">${word}</p><i style="position:absolute;inset:0;background:#fff"></i></div>`,
  ],
  [
    'CUTOFF',
    (word, colour) =>
      `<div style="height:20px;overflow:hidden"><p style="margin:0 0 30px">-</p><p style="color:${colour}">${word}</p></div>`,
  ],
  ['BLURRED', line('filter:blur(8px)')],
  ['BLURREDABOVE', (word, colour) => `<div style="filter:blur(8px)"><p style="color:${colour}">${word}</p></div>`],
  ['UNDERBLUR', (word, colour) => over(`<p style="color:${colour}">${word}</p>`, 'backdrop-filter:blur(8px)')],
  ['FIELDBLURRED', (word, colour) => `<div style="filter:blur(8px)">${field(colour, `value="${word}"`)}</div>`],
  ['FIELDUNDERBLUR', (word, colour) => over(field(colour, `value="${word}"`), 'backdrop-filter:blur(8px)')],
  ['FRAMEBLURRED', (word, colour) => `<div style="filter:blur(8px)">${frame(word, colour)}</div>`],
  ['FRAMEUNDERBLUR', (word, colour) => over(frame(word, colour), 'backdrop-filter:blur(8px)')],
  ['OTHERSITEBLURRED', (word, colour) => `<div style="filter:blur(8px)">${otherSite(word, colour)}</div>`],
  ['OTHERSITEUNDERBLUR', (word, colour) => over(otherSite(word, colour), 'backdrop-filter:blur(8px)')],
  // Something else is drawn in their boxes.
  ['FIELDUNDER', (word, colour) => over(field(colour, `value="${word}"`), stripes)],
  ['HINTUNDER', (word, colour) => over(field(colour, `placeholder="${word}"`), stripes)],
  ['FIELDUNDERWHITE', (word, colour) => over(field(colour, `value="${word}"`), 'background:#fff')],
  ['FRAMEUNDER', (word, colour) => over(frame(word, colour), stripes)],
  ['OTHERSITEUNDER', (word, colour) => over(otherSite(word, colour), stripes)],
  [
    'UNDERCHILD',
    (word, colour) =>
      `<p style="position:relative;color:${colour}">${word}<i style="position:absolute;inset:0;${stripes}"></i></p>`,
  ],
  [
    'UNDERWORDS',
    (word, colour) =>
      over(`<p style="color:${colour}">${word}</p>`, 'background:#fff;font:bold 28px/34px "DejaVu Sans"', 'over'),
  ],
  ['UNDERSTRIPES', (word, colour) => over(`<p style="color:${colour}">${word}</p>`, stripes)],
  [
    'UNDERBLINDPICTURE',
    (word, colour) => over(`<p style="color:${colour}">${word}</p>`, `pointer-events:none;${stripes}`),
  ],
  ['CLEARONSTRIPES', (word) => `<div style="${stripes}"><p style="color:transparent">${word}</p></div>`],
  [
    'FAINTONSTRIPES',
    (word, colour) => `<div style="${stripes}"><p style="opacity:.01;color:${colour}">${word}</p></div>`,
  ],
  [
    'MASKEDONSTRIPES',
    (word, colour) =>
      `<div style="${stripes}"><p style="mask:linear-gradient(transparent,transparent);color:${colour}">${word}</p></div>`,
  ],
];
const tricks = [...shown, ...unseen];
const rgbOf = (at: number) => [30 + at * 3, 200 - at * 3, (at * 53) % 180] as const;
const page = `<!doctype html><html lang=en><meta charset=utf-8><title>seen</title>
<style>body{margin:0 20px;background:#fff}p{margin:6px 0;font:bold 28px/34px "DejaVu Sans"}</style>
${tricks.map(([name, html], at) => html(name, `rgb(${rgbOf(at).join()})`)).join('\n')}
${over('<p style="font-family:monospace"><span style="letter-spacing:0">QQQQ</span> ZZZZ</p>', `left:4.6ch;font:bold 28px/34px monospace;${stripes}`)}`;

let site: Server;
let done: Captured;
beforeAll(async () => {
  site = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [word = '', colour = ''] = decodeURIComponent(search.slice(1)).split('&');
    const { port } = site.address() as AddressInfo; // a TCP server
    response.setHeader('content-type', 'text/html');
    response.end(pathname === '/frame' ? inFrame(word, colour) : page.replaceAll('PORT', String(port)));
  });
  await new Promise<void>((open) => site.listen(0, '127.0.0.1', open));
  done = await captured(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`, { noSecondPath: true }); // a TCP server
});
afterAll(() => site.close());

const textOf = (name: string) => Buffer.from(done.bytes(name)).toString('utf8');
async function isDrawn(at: number): Promise<boolean> {
  const { data } = await sharp(done.bytes('tile-0001.png')).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const [red, green, blue] = rgbOf(at);
  for (let byte = 0; byte < data.length; byte += 3)
    if (data[byte] === red && data[byte + 1] === green && data[byte + 2] === blue) return true;
  return false;
}

describe('of words that the document holds', () => {
  test.each(tricks.map(([name], at) => [name, at] as const))(
    '%s is text where the picture shows it',
    async (word, at) => {
      const { runs, unseen: apart } = parseTextPositions(JSON.parse(textOf('text-positions.json')));
      const drawn = await isDrawn(at);
      expect(drawn).toBe(at < shown.length);
      const words = textOf('text.txt').split(/\s+/);
      expect([words.includes(word), runs.some(({ text }) => text === word), apart.includes(word)]).toEqual([
        drawn,
        drawn,
        !drawn,
      ]);
    },
  );
});

test('a word that is covered in part is text as far as its letters are seen', () => {
  const { runs, unseen: apart } = parseTextPositions(JSON.parse(textOf('text-positions.json')));
  expect(textOf('text.txt')).toContain('QQQQ');
  expect(runs.filter(({ text }) => /[QZ]/.test(text)).map(({ text }) => text.trim())).toEqual(['QQQQ']);
  expect(apart).toContain('ZZZZ');
});
