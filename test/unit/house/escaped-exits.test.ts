import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { wordDraft } from '../../../electron/bundle/application/word-draft.ts';
import { bundledFonts, fallbackFonts } from '../../../electron/capture/browser/fonts.ts';
import { excelList } from '../../../electron/bundle/lists/excel-list.ts';
import { settledPackage } from '../../../electron/bundle/lists/office-package.ts';
import type { PrintedList } from '../../../electron/bundle/lists/printed-lists.ts';
import { wordList } from '../../../electron/bundle/lists/word-list.ts';
import { FontFaces } from '../../../electron/bundle/pdf/font-face.ts';
import { itemLines } from '../../../electron/cli/output/item-lines.ts';
import { Printer } from '../../../electron/cli/output/printer.ts';
import { verifyCommand } from '../../../electron/cli/commands/verify.ts';
import { jsx } from '../../../renderer/ui/visible/jsx-runtime.ts';
import { inOwnWords } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { icsText } from '../../../shared/order/ics.ts';
import { csvText } from '../../../shared/csv.ts';
import type { VerifyReport } from '../../../shared/verify/report.ts';
import { hasHidden } from '../../../shared/visible-text.ts';

/** Characters that break a line, turn it round, or are not seen; and what a forger would put behind them. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\r',
        '\r\n',
        '\u2028',
        '\u0085',
        '\u001b[2J',
        '\u0007',
        '\t',
        '\u202e',
        '\u2066',
        '\u061c',
        '\u00ad',
        '\u200b',
        '\ufeff',
        '\u{e0041}',
        '\ud800',
      ),
      fc.constantFrom('✓ PASSED', '✕', '标题', 'Time: proven', 'a'),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** Hidden characters in a text of several lines, whose own breaks are meant. */
const raw = (text: string) => text.split('\n').some(hasHidden) || !text.isWellFormed();

afterEach(() => vi.restoreAllMocks());

/** What a call prints for a person, on both ways out. */
function printed(act: (printer: Printer) => void): string {
  const said: string[] = [];
  const heard = (text: string | Uint8Array) => said.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(heard);
  vi.spyOn(process.stderr, 'write').mockImplementation(heard);
  act(new Printer('en', false));
  vi.restoreAllMocks();
  return said.join('');
}

const event = (title: string) =>
  ({
    event: 'item',
    case: 'c',
    item: 'i',
    kind: 'capture',
    category: 'coverage',
    outcome: 'failed',
    answers: {
      picture: { answer: 'none', reasons: [{ step: null, ended: null, code: 'y', message: title }] },
      resources: { answer: 'whole', reasons: [] },
      text: { answer: 'whole', reasons: [] },
      archive: { answer: 'whole', reasons: [] },
    },
    title,
    url: title,
    fileName: null,
    httpStatus: 200,
    steps: [{ step: 'load', outcome: 'failed', ms: 1, reason: title }],
    warnings: [{ code: 'x', message: title }],
  }) as unknown as Parameters<typeof itemLines>[0]; // the fields that are printed

test('a command’s line is one line: none begins with text of a title, and nothing hidden goes out', () => {
  fc.assert(
    fc.property(hostile, (title) => {
      const verified: VerifyReport = {
        verdict: 'FAILED',
        unaltered: 'no',
        timeProven: 'none',
        timeScope: null,
        checks: [{ check: 'item', verdict: 'PASSED', finding: null, detail: title }],
      };
      const acts: readonly (readonly [number, (printer: Printer) => void])[] = [
        [8, (printer) => printer.result({}, itemLines(event(title), 'en'))],
        [4, (printer) => printer.result({}, verifyCommand.print(verified, 'en'))],
        [
          4,
          (printer) =>
            printer.event({
              event: 'error',
              code: 'x',
              subject: title,
              message: title,
              evidence: title,
              next: title,
            } as never),
        ],
        [3, (printer) => printer.failure(new FascicleError('not-a-case', { path: title, why: inOwnWords(title) }))],
      ];
      for (const [lines, act] of acts) {
        const text = printed(act);
        expect(raw(text)).toBe(false);
        expect(text.split('\n')).toHaveLength(lines + 1);
        for (const line of text.split('\n').slice(0, lines))
          expect(line).toMatch(/^(?:[✓✕!→ ]|Content: |Time: not proven)/);
      }
      const unforeseen = printed((printer) => printer.failure(new Error(title)));
      expect(raw(unforeseen)).toBe(false);
      for (const line of unforeseen.split('\n').slice(0, -1)) expect(line).toMatch(/^[✕ ]/);
    }),
  );
});

test('the window shows no text with anything hidden in it; what a field holds stays as it is', () => {
  fc.assert(
    fc.property(hostile, (title) => {
      const made = jsx('p', { children: [title, 1, null], title, 'aria-label': title, value: title });
      const { props } = made as unknown as { props: Record<string, unknown> };
      expect(raw(String((props['children'] as unknown[])[0]))).toBe(false);
      expect(raw(String(props['title']))).toBe(false);
      expect(props['value']).toBe(title);
    }),
  );
});

const fonts = new FontFaces({ ...bundledFonts(), fallbacks: fallbackFonts() });

test('a bundle’s texts, its lists, drafts and calendars hold nothing hidden', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (title) => {
      expect(raw(fonts.regular.showable(title))).toBe(false);
      const list: PrintedList = {
        name: 'catalogue',
        title,
        notes: [title],
        size: { width: 595, height: 842, margin: { top: 60, right: 50, bottom: 60, left: 50 } },
        columns: [{ name: title, share: 1 }],
        rows: [{ cells: [title] }, { across: title }],
        groupName: title,
        pageOf: '{page} / {pages}',
        toFillIn: [title],
      };
      const core = { title, program: 'x', date: '2019-05-06T00:00:00.000Z' };
      const draft = { header: 'x', lines: [{ as: 'line', text: title } as const], open: 0, pageOf: '{page}' };
      for (const bytes of [await wordList(list), (await excelList(list)).bytes, await wordDraft(draft)]) {
        const members = Object.entries(unzipSync(settledPackage(bytes, core)));
        for (const [name, member] of members)
          if (name.endsWith('.xml'))
            expect(raw(strFromU8(member).replace(/[\r\t]|&#x?[dD]?\d*;|^\ufeff/g, '')), name).toBe(false);
      }
      expect(raw(csvText([[title]]).replace(/^\ufeff|\r\n$/g, ''))).toBe(false);
      const deadline = {
        id: 'x',
        name: 'reconsideration',
        of: title,
        from: null,
        when: { at: 'day', day: '2019-05-06' },
        basis: [],
        doubts: [],
      };
      const calendar = icsText([deadline as never], {
        caseId: 'c',
        title,
        stampedAt: core.date,
        revision: 0,
        language: 'en',
      });
      expect(raw(calendar.replaceAll('\r\n', '\n'))).toBe(false);
      for (const line of calendar.split('\r\n')) expect(line).not.toMatch(/^(?:✓ PASSED|✕|标题)/);
    }),
    { numRuns: 25 },
  );
});

test('the verifier page writes text by the one function that shows what is hidden', () => {
  const root = join(import.meta.dirname, '../../..');
  const found = execFileSync(
    'grep',
    ['-rnE', 'textContent =|innerHTML|innerText =|insertAdjacent', join(root, 'renderer/verify-page')],
    {
      encoding: 'utf8',
    },
  );
  const writes = found
    .trim()
    .split('\n')
    .filter((line) => !/visibleText\(text\)|pageWords|textContent = '';|part\(id\)\.textContent/.test(line));
  expect(writes).toEqual([]);
});
