// A case of a kind: captured pages as records with tiles and text positions, files by the program's own command.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { WritableCase } from '../../electron/casefile/case-handles.ts';
import { createCase } from '../../electron/casefile/create-case.ts';
import { openCase } from '../../electron/casefile/open-case.ts';
import { canonicalBytes } from '../../shared/canonical-json.ts';
import type { Artifact } from '../../shared/case/record.ts';
import { itemId } from '../../shared/case/item-id.ts';
import type { CaseLanguage } from '../../shared/language.ts';
import { MarginMeasure } from '../../shared/page/picture/side-margins.ts';
import { storedTextPositions, type TextRun } from '../../shared/page/text-positions.ts';
import { context, someCapture } from '../fixtures/case-room.ts';
import { fascicle, freshFolder } from '../fixtures/fascicle.ts';
import { longChat } from '../fixtures/made/phone-screens.ts';
import type { CaseContent, PictureOfKind } from './kinds.ts';

/** Rows of a tile, and those that it shares with the next. */
const [rows, overlap] = [4096, 32];

export async function makeCase(content: CaseContent, language: CaseLanguage): Promise<WritableCase> {
  const folder = join(freshFolder('fascicle-layout-'), 'case.fascicle');
  const english = language === 'en';
  const facts = english
    ? { title: 'Application for conduct preservation', cause: 'Disparagement', operator: 'Wang' }
    : { title: '申请诉前行为保全', cause: '商业诋毁纠纷', operator: '王某' };
  const parties = content.bare
    ? { applicants: [], respondents: [], operator: null, cause: null }
    : { applicants: [english ? 'Qinghe Credit' : '青禾小贷'], respondents: [english ? 'Qijing' : '企镜'] };
  // A court of the United States has nothing without them.
  const declarant = {
    declarant: { name: 'Wang', qualification: 'Custodian of the records' },
    caseNumber: '1:19-cv-04321',
    deponent: 'Wang',
  };
  let caseFile = createCase(folder, { ...facts, court: null, language, ...parties, ...declarant }, context);
  const items: string[] = [];
  for (const [n, drawn] of content.pictures.entries())
    items.push(await addPage(caseFile, drawn, content.title(n + 1, language) || `page ${n + 1}`, content, language));
  if (content.files) {
    caseFile.close();
    items.push(...(await importFiles(folder)));
    caseFile = openCase(folder, context);
  }
  const exhibits = items.map((item, n) => exhibitOf(item, n, content, language, items));
  caseFile.logEvent('exhibits-set', { exhibits });
  if (content.full) caseFile.logEvent('plan-set', planOf(items, language));
  if (content.manyEvents) {
    caseFile.logEvent('plan-set', manyEvents(items, language));
    caseFile.logEvent('spread-set', { links: manyLinks(items) });
  }
  return caseFile;
}

function exhibitOf(item: string, n: number, content: CaseContent, language: CaseLanguage, items: readonly string[]) {
  const words = content.words(language);
  const own = {
    item,
    group: content.bare ? '' : language === 'en' ? `Group ${1 + (n % 3)}` : `第${1 + (n % 3)}组证据`,
    title: content.title(n + 1, language),
    source: words.slice(0, 200),
    purpose: words,
    ...(words !== '' && { summary: words, kind: language === 'en' ? 'Electronic data' : '电子数据' }),
  };
  if (content.manyEvents) return { ...own, media: publicationOf(n, words) };
  if (!content.full) return own;
  const found = language === 'en' ? 'has entered liquidation' : '已进入清算程序';
  return {
    ...own,
    marks: [{ kind: 'key' as const, words: found }],
    ...(n === 1 && items[0] !== undefined && { comparedWith: [items[0]] }),
    remarks: words,
    media: {
      outlet: words.slice(0, 60),
      author: words.slice(0, 30),
      published: '2019-05-06 09:30',
      cites: words,
      reach: '128,406',
    },
  };
}

/** Times of every kind: to the minute, to the second, of a day, in another zone, none that can be read, none. */
function publicationOf(n: number, words: string) {
  const day = `2019-05-${String(6 + Math.floor(n / 20)).padStart(2, '0')}`;
  const time = `${String(Math.floor((n % 20) / 2) + 8).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`;
  const times = [`${day} ${time}`, `${day} ${time}:07`, day, `${day}T${time}:00Z`, `${day} ${time} `];
  const published = n % 11 === 10 ? words.slice(0, 60) : n % 13 === 12 ? undefined : (times[n % 5] ?? day);
  return {
    outlet: words.slice(0, 10 + n),
    ...(published !== undefined && { published }),
    cites: words,
    reach: `${n}0,000`,
    ...(n % 9 === 8 && { corrected: `${day} 20:00 ${words}` }),
  };
}

/** Each from one of the first nine, and some from several; two of them against the order of time. */
const manyLinks = (items: readonly string[]) =>
  items.flatMap((citing, n) =>
    [n % 9, n % 4]
      .filter((source, at, all) => source !== n && all.indexOf(source) === at && (n > 9 || n % 4 === 1))
      .map((source) => ({
        ...{ source: items[source] ?? '', citing, decided: 'confirmed' as const, basis: 'x', note: null },
      })),
  );

const manyEvents = (items: readonly string[], language: CaseLanguage) => ({
  ...planOf(items, language),
  chronology: Array.from({ length: 300 }, (_, n) => ({
    when:
      n < 80
        ? `2019-05-06 ${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`
        : n % 20 === 0
          ? `2019-0${1 + (n % 4)}`
          : `20${10 + (n % 9)}-0${1 + (n % 8)}-1${n % 9}`,
    what: (language === 'en' ? 'It was seen and reported. ' : '该页被推送并被转载。').repeat(
      n === 41 ? 60 : 1 + (n % 6),
    ),
    items: items.slice(n % 50, (n % 50) + (n % 4)),
  })),
});

const planOf = (items: readonly string[], language: CaseLanguage) => ({
  chronology: Array.from({ length: 50 }, (_, n) => ({
    when: `2019-05-${String(1 + (n % 28)).padStart(2, '0')} 09:30`,
    what: (language === 'en' ? 'The page was seen and reported. ' : '该页被推送并被转载。').repeat(1 + (n % 9)),
    items: items.slice(0, 1 + (n % items.length)),
  })),
  elements: [],
  accepted: [],
  notes: [],
  drafts: [],
});

async function addPage(
  caseFile: WritableCase,
  drawn: PictureOfKind,
  title: string,
  { bare }: CaseContent,
  language: CaseLanguage,
): Promise<string> {
  const record = someCapture(caseFile, title);
  const { width, height, letters, phone } = drawn;
  const spot = drawn.spot && `<rect x="600" y="${height - 1}" width="8" height="1"/>`;
  const scale = phone ? 2 : 1;
  const lines = linesOf(drawn, language);
  const bars = lines.map(
    ({ x, y, width: wide }) => `<rect x="${x}" y="${y + letters * 0.3}" width="${wide}" height="${letters * 0.8}"/>`,
  );
  const picture = await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/><rect width="${width}" height="60" fill="#246"/>${bars.join('')}${spot ?? ''}</svg>`,
    ),
    { unlimited: true },
  )
    .removeAlpha()
    .raw()
    .toBuffer();
  const measure = new MarginMeasure();
  for (let at = 0; at < picture.length; at += width * 3) measure.add(picture.subarray(at, at + width * 3), 3);
  const margins = measure.margins;
  const row = (at: number) => picture.subarray(at * width * 3, (at + 1) * width * 3);
  let foot = 0;
  while (foot < height - 1 && row(height - 1 - foot).equals(row(height - 2 - foot))) foot += 1;
  const tiles: Artifact[] = [];
  for (let y = 0; y === 0 || y + overlap < height; y += rows - overlap) {
    const tall = Math.min(rows, height - y);
    const part = picture.subarray(y * width * 3, (y + tall) * width * 3);
    const png = await sharp(part, { raw: { width, height: tall, channels: 3 } })
      .png()
      .toBuffer();
    tiles.push({
      role: 'screenshot-tile',
      name: `tile-${String(tiles.length + 1).padStart(4, '0')}.png`,
      mediaType: 'image/png',
      ...caseFile.objects.putBytes(png),
      ...{ x: 0, y, width, height: tall },
      ...(y === 0 && foot > 0 && { foot }),
      ...(y === 0 && margins && { margins: [...margins] }),
    });
  }
  const runs = lines.map((line): TextRun => ({
    ...line,
    x: line.x / scale,
    y: line.y / scale,
    width: line.width / scale,
    height: line.height / scale,
  }));
  const stored = caseFile.objects.putBytes(canonicalBytes(storedTextPositions(runs, false)));
  const item = itemId(Date.now(), context.clockAndRandom.random(10));
  caseFile.addItem({
    ...record,
    item,
    title,
    ...(bare && { operator: null }),
    view: { device: phone ? 'phone' : 'desktop', width: width / scale, height: 900, scale },
    picture: { width, height, overlap },
    artifacts: [
      ...tiles,
      { role: 'text-positions', name: 'text-positions.json', mediaType: 'application/json', ...stored },
      ...record.artifacts,
    ],
  });
  return item;
}

/** Lines of words: paragraphs of five in each column, a gap between them. */
function linesOf({ height, letters, columns, blank = 0 }: PictureOfKind, language: CaseLanguage): readonly TextRun[] {
  const step = Math.round(letters * 1.7);
  const text =
    language === 'en' ? 'The company has entered liquidation, it says' : '该页称企业已进入清算程序，与登记不符';
  return columns.flatMap(([x, width]) =>
    Array.from({ length: Math.floor((height - blank - 180) / step) }, (_, n) => n)
      .filter((n) => n % 6 !== 5)
      .map((n) => ({
        x,
        y: 100 + n * step,
        width: n % 6 === 4 ? width / 2 : width,
        height: Math.round(letters * 1.4),
        text,
      })),
  );
}

/** Screenshots of long chats, a mail and a PDF that carry a sentence each, a text, each by the command. */
async function importFiles(folder: string): Promise<readonly string[]> {
  const from = freshFolder('fascicle-layout-files-');
  const file = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(join(from, name), bytes);
    return join(from, name);
  };
  const mail = `From: a@qinghe.example\r\nTo: b@qinghe.example\r\nSubject: ${'notice '.repeat(40)}\r\nDate: Mon, 06 May 2019 09:30:00 +0800\r\n${attaching('The company is in business.\r\n'.repeat(70), 'A sentence alone.')}`;
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText('An extract of the register', { x: 60, y: 700, size: 12 });
  await document.attach(Buffer.from('A sentence alone.'), 'note.txt', { mimeType: 'text/plain' });
  const files = [
    file('chat.png', (await longChat(40)).png),
    file('screen.png', (await longChat(7)).png),
    file('mail.eml', mail),
    file('extract.pdf', await document.save()),
    file('note.txt', '青禾小贷经营正常。\n'.repeat(3)),
  ];
  const run = await fascicle(['import', folder, ...files, '--no-dkim', '--category', 'message', '--json']);
  rmSync(from, { recursive: true, force: true });
  const items = run.lines.flatMap(({ event, item }) => (event === 'item' && typeof item === 'string' ? [item] : []));
  if (items.length !== files.length) throw new Error(`not imported: ${run.stdout} ${run.stderr}`);
  return items;
}

/** The head and body of a mail with a text, which carries another. */
const attaching = (text: string, carried: string): string => {
  const part = (head: string, body: string) =>
    `--b\r\nContent-Type: text/plain; charset=utf-8\r\n${head}\r\n${body}\r\n`;
  const attached = 'Content-Disposition: attachment; filename="short.txt"\r\n';
  return `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${part('', text)}${part(attached, carried)}--b--\r\n`;
};
