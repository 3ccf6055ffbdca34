import { describe, expect, test } from 'vitest';
import { sidesOf } from '../../../../shared/bilingual.ts';
import type { CaptureRecord } from '../../../../shared/case/record.ts';
import { say, type Params } from '../../../../shared/language.ts';
import { checkCells } from '../../../../shared/messages/names/check-messages.ts';
import { bundleTexts } from '../../../../shared/messages/papers/bundle-messages.ts';
import type { BundleModel } from '../../../../electron/bundle/model.ts';
import { secondPathOfAll } from '../../../../electron/bundle/pages/statements/certificate-paths.ts';
import { treatmentLines } from '../../../../electron/bundle/pages/statements/treatment-statements.ts';
import { as } from '../../../fixtures/fake.ts';

type Part = Partial<CaptureRecord>;
const desktop = { device: 'desktop', width: 1280, height: 900, scale: 1 } as const;
const picture = { width: 1280, height: 900, overlap: 32 };

/** A bundle of captures of which only this is recorded, in English. */
const model = (...parts: readonly Part[]): BundleModel =>
  as<BundleModel>({
    language: 'en',
    t: (name: string, params: Params) => say(bundleTexts[name as keyof typeof bundleTexts], 'en', params),
    exhibits: parts.map((part, at) =>
      as<BundleModel['exhibits'][number]>({
        number: String(at + 1),
        record: as<CaptureRecord>({
          kind: 'capture',
          url: 'http://a.test/',
          steps: [],
          warnings: [],
          view: desktop,
          picture,
          ...part,
        }),
      }),
    ),
  });

const steps = (...names: readonly string[]) => names.map((step) => ({ step, outcome: 'ok' as const, ms: 1 }));
const screen = (detail: string) => [{ check: 'screen', outcome: 'ok' as const, detail }];

describe('what a certificate says that the program did to a page', () => {
  test('is what its operation log and checks say', () => {
    const whole = { steps: steps('load', 'scroll', 'scroll-to-top', 'hold-still') };
    const phone = { view: { device: 'phone', width: 390, height: 844, scale: 2 } } as const;
    expect(
      treatmentLines(
        model(
          { ...whole, checks: screen('1280×900 CSS px, ×1, desktop; no physical screen') },
          { ...whole, ...phone, checks: screen('390×844 CSS px, ×2, phone; no physical screen') },
          { checks: screen('1280×900 CSS px, ×1, desktop; a window on a screen of 1920×1080') },
        ),
      ),
    ).toEqual([
      'Exhibits 1, 2: the browser ran without a visible window (headless).',
      'Exhibit 2: the page was opened in an emulated phone view (390 × 844 CSS px); it is not the screen of a phone or of an app.',
      'Exhibit 2: each CSS pixel was taken as 2 × 2 pixels of the picture.',
      'Exhibits 1, 2: before the picture was taken the program scrolled through the page and back to the top.',
      'Exhibits 1, 2: before the picture was taken the program stopped the scripts and animations of the page.',
    ]);
  });

  test('is what was brought in, and that nothing was, but never where the whole page was not looked through', () => {
    const looked = { steps: steps('bring-in') };
    const warned = (count: number) => ({ ...looked, warnings: [{ code: 'sections-brought-in', params: { count } }] });
    const cut = { steps: [{ step: 'bring-in', outcome: 'partial' as const, ms: 1 }] };
    expect(treatmentLines(model(looked, warned(2), cut, looked, warned(2), warned(1)))).toEqual([
      'Exhibits 2, 5: before the picture was taken the program changed the page’s styles so that 2 parts were drawn which the browser skipped outside the window.',
      'Exhibit 6: before the picture was taken the program changed the page’s styles so that 1 part was drawn which the browser skipped outside the window.',
      'Exhibits 1, 4: the program looked for parts that the browser skipped outside the window and found none; nothing on the page was changed for it.',
    ]);
  });

  test('is nothing where no step and no check says so', () => {
    const failed = { steps: [{ step: 'hold-still', outcome: 'failed' as const, ms: 1 }, ...steps('scroll')] };
    expect(treatmentLines(model({}, failed))).toEqual([]);
  });
});

test('it says in what the second fetch was the same, and in what not, by name', () => {
  const secondPath: CaptureRecord['secondPath'] = {
    ran: true,
    startedAt: '2026-01-01T00:00:00.000Z',
    endedAt: '2026-01-01T00:00:01.000Z',
    userAgent: 'a',
    acceptLanguage: 'b',
    short: null,
    status: 200,
    finalUrl: 'http://a.test/',
    address: '127.0.0.1',
    tls: null,
    bytes: 1,
    same: ['body', 'status'],
    differences: [
      { field: 'header', name: 'date', browser: 'a', own: 'b', cause: 'made-per-answer' },
      { field: 'address', browser: 'a', own: 'b', cause: null },
    ],
  };
  const lines = secondPathOfAll(model({ secondPath }, { secondPath: { ...secondPath, same: [], differences: [] } }));
  expect(lines.slice(-2)).toEqual([
    'The second fetch of exhibit 1 returned the same as the browser in: HTTP status, body (byte for byte, without content coding).',
    'The second fetch of exhibit 1 returned something else than the browser in: date (this header by definition changes with each response), server address (cause unknown).',
  ]);
});

test('a check is a row of name, outcome and finding, and one that was not made says so', () => {
  expect(checkCells({ check: 'hardware', outcome: 'ok', detail: 'CPU × 2, 4096 MiB' }, 'en')).toEqual([
    'hardware',
    'recorded',
    'CPU × 2, 4096 MiB',
  ]);
  expect(
    checkCells({ check: 'processes', outcome: 'not-verified', detail: 'not-checked-by-program' }, 'zh-CN+en').map(
      sidesOf,
    ),
  ).toEqual([
    ['运行中的进程', 'running processes'],
    ['未核验', 'not verified'],
    ['程序不作此项检查', 'the program does not check this'],
  ]);
});
