import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { sidesOf } from '../../../shared/bilingual.ts';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { createCase } from '../../../electron/casefile/create-case.ts';
import { caseLanguages, say, type CaseLanguage, type Text } from '../../../shared/language.ts';
import { storedTextPositions } from '../../../shared/page/text-positions.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { profileNamed } from '../../fixtures/bundle-options.ts';
import { context, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const ids = readdirSync(resolve(import.meta.dirname, '../../../resources/profiles')).map((name) =>
  name.replace(/\.json$/, ''),
);
const haveTools = spawnSync('pdftotext', ['-v']).error === undefined;
if (!haveTools) console.warn('SKIPPED: pdftotext is missing; the text of each profile is not read back');

const titles = ['The push of 5 May', 'The coverage of “Harbour Wire”'];
const words = ['Qinghe has entered liquidation', 'The lender’s page as it was'];

/** A case in which nothing that a person wrote is Chinese: what is Chinese in an English bundle is then the program's. */
async function englishCase(): Promise<WritableCase> {
  const folder = freshFolder();
  const facts = { title: 'Qinghe, conduct preservation', court: null, cause: 'Commercial disparagement' };
  const parties = { applicants: ['Qinghe Credit'], respondents: ['Qijing'], operator: 'Wang' };
  const caseFile = createCase(join(folder, 'english.fascicle'), { ...facts, ...parties, language: 'en' }, context);
  const items: string[] = [];
  for (const [n, text] of words.entries()) {
    const background = { r: 255, g: 255 - n, b: 255 };
    const png = await sharp({ create: { width: 320, height: 700, channels: 3, background } })
      .png()
      .toBuffer();
    const runs = [{ x: 20, y: 100, width: 200, height: 20, text }];
    const positions = new TextEncoder().encode(JSON.stringify(storedTextPositions(runs, false)));
    const record = someCapture(caseFile, text);
    const tile = { x: 0, y: 0, width: 320, height: 700, mediaType: 'image/png' };
    const { item } = caseFile.addItem({
      ...record,
      title: titles[n] ?? '',
      operator: 'Wang',
      picture: { width: 320, height: 700, overlap: 32 },
      warnings: [{ code: 'private-network-allowed' }, { code: 'second-path-declined' }],
      artifacts: [
        { role: 'screenshot-tile', name: 'tile-0001.png', ...caseFile.objects.putBytes(png), ...tile },
        {
          role: 'text-positions',
          name: 'text-positions.json',
          mediaType: 'application/json',
          ...caseFile.objects.putBytes(positions),
        },
        ...record.artifacts,
      ],
    });
    items.push(item);
  }
  caseFile.logEvent('exhibits-set', {
    exhibits: items.map((item, n) => ({
      item,
      group: 'Group A',
      title: titles[n] ?? '',
      source: 'Captured by the applicant',
      purpose: `It was said that ${words[n]}`,
      kind: 'Electronic data',
      summary: words[n] ?? '',
      media: { outlet: 'Harbour Wire', published: '2019-05-05' },
    })),
  });
  caseFile.logEvent('plan-set', {
    chronology: [{ when: '2019-05-05', what: 'The push', items }],
    elements: [],
    accepted: [],
    notes: [],
    drafts: [],
  });
  return caseFile;
}

describe.skipIf(!haveTools)('a bundle in every profile and language', { timeout: 120_000 }, () => {
  let caseFile: WritableCase;
  beforeAll(async () => {
    caseFile = await englishCase();
  });

  test.for(ids)(
    '%s: its text is the text that was meant, in order, in one language where one was asked for',
    async (id) => {
      const profile = profileNamed(id);
      for (const language of caseLanguages) {
        const { pdf, pages } = await buildIn(caseFile, { profile, language, draft: true });
        const text = spawnSync('pdftotext', [pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
        const sheets = text.split('\f').slice(0, -1);
        expect(sheets).toHaveLength(pages);
        inOrder(text, headingsOf(id, language));
        for (const [n, title] of titles.entries()) {
          expect(flat(sheets[1] ?? ''), `${id} ${language}: the catalogue`).toContain(flat(title));
          expect(flat(text), 'the words of its picture').toContain(flat(words[n] ?? ''));
        }
        if (language === 'en') {
          const chinese = text
            .split('\n')
            .filter((line) => /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/.test(line))
            .filter((line) => !/^第\s?\d+\s?页$/.test(line.trim())); // the page stamp is as the court's profile has it
          expect(chinese, `${id}: Chinese signs in an English bundle`).toEqual([]);
        }
      }
    },
  );
});

/** Line breaks and spaces are the reader's: two columns of a table may be read into each other's lines. */
const flat = (text: string) => text.replace(/\s+/g, '');

/** The title of each part, as it is printed. */
const headings: Readonly<Record<string, Text>> = {
  cover: { 'zh-CN': '证据册', en: 'Evidence bundle' },
  'hash-list': { 'zh-CN': '哈希值清单', en: 'Hash list' },
  verification: { 'zh-CN': '核验说明', en: 'How to verify' },
  custody: { 'zh-CN': '保管日志', en: 'Custody log' },
  certificate: { 'zh-CN': '取证说明', en: 'Capture certificate' },
  declaration: { 'zh-CN': '取证声明', en: 'Declaration on the captures' },
  'statement-of-truth': { 'zh-CN': '取证陈述', en: 'Statement on the captures' },
};

/** What the courts themselves call the table of exhibits. */
const indexes: Readonly<Record<string, string>> = {
  'england-wales': 'Index of exhibits',
  'hong-kong': 'Index of exhibits',
  'australia-federal': 'Index of exhibits',
  'us-cmecf': 'Index of exhibits',
  singapore: 'Table of exhibits',
};

function headingsOf(id: string, language: CaseLanguage): string[] {
  const { parts, certificate } = profileNamed(id);
  // The custody log stands in the annex, behind everything else.
  const printed = [...parts.filter((part) => part !== 'custody'), ...parts.filter((part) => part === 'custody')];
  return printed.flatMap((part) => {
    // One axis in the place of chronology and media schedule, under the court's own word.
    if (part === 'chronology')
      return [say({ 'zh-CN': '时间轴', en: indexes[id] ? 'Chronology' : 'Time axis' }, language)].map(
        (one) => sidesOf(one)[0],
      );
    const name = part === 'certificate' && certificate !== 'article-11' ? certificate : part;
    const text =
      part === 'catalogue' ? { 'zh-CN': '证据目录', en: indexes[id] ?? 'Exhibit catalogue' } : headings[name];
    return text ? [sidesOf(say(text, language))[0]] : [];
  });
}

function inOrder(text: string, wanted: readonly string[]): void {
  let at = 0;
  for (const one of wanted) {
    const found = flat(text).indexOf(flat(one), at);
    expect(found, `${one} behind ${wanted[wanted.indexOf(one) - 1] ?? 'the beginning'}`).toBeGreaterThanOrEqual(at);
    at = found + 1;
  }
}
