import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { challengesOf } from '../../../shared/challenge/challenge.ts';
import type { ChallengedCase, ChallengedExhibit, ChallengeCode } from '../../../shared/challenge/challenged-case.ts';
import { caseFactsSchema } from '../../../shared/case/case.ts';
import { arrangementSchema, type Exhibit } from '../../../shared/case/exhibit.ts';
import { proofPlanSchema } from '../../../shared/case/proof-plan.ts';
import { emptyOrder, orderSchema } from '../../../shared/order/order.ts';
import { recordSchema, type CaptureRecord, type ItemRecord } from '../../../shared/case/record.ts';
import { challengeTexts } from '../../../shared/messages/papers/challenge-messages.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { beyond, lesserOf } from './taken-away.ts';

/*
 * A case as opposing counsel would attack it, with everything that its forms let be unknown taken away in turn. Unknown
 * may silence an accusation; it makes none.
 */

/** Findings that say of themselves what is not known or was not stated. Any other one accuses, a new one too. */
const tellsOfUnknown: Partial<Readonly<Record<ChallengeCode, string>>> = {
  'quotation-unchecked': 'there are no words to look in',
  'quotation-not-here': 'some exhibit has no words to look in',
  'quotation-machine-read': 'only a machine read them',
  'count-unchecked': 'a page whose words are not stored may say it',
  'clock-unverified': 'nothing was held against the clock',
  'second-fetch-differs': 'no cause is known',
  'no-outside-time': 'nobody else vouches for the time',
  'operator-missing': 'nobody is named',
  'import-without-source': 'nobody said from where',
  'purpose-missing': 'nobody said what for',
  'exhibit-without-element': 'nobody said what for',
  'element-unproven': 'nobody named an exhibit for it',
  'element-alone': 'nobody named a second exhibit for it',
  'law-version-open': 'no day chooses the version',
  'ruling-missing': 'no ruling is stored',
  'ruling-wordless': 'its words are not stored',
};
/** These go by the clock of the device and say so: whether it was right is another finding, and may be unknown. */
const byOwnClock: readonly ChallengeCode[] = ['captured-after-filing', 'published-later', 'urgency-gap'];

const accusationsOf = (one: ChallengedCase): readonly string[] =>
  challengesOf(one).flatMap(({ code, where }) => (code in tellsOfUnknown ? [] : [`${code} ${where}`]));

const caseFile = freshCase();
const off = { check: 'clock-ntp', outcome: 'noted', detail: 'time.example: this device +900000 ms (± 9 ms)' } as const;
const right = { check: 'clock-ntp', outcome: 'ok', detail: 'time.example: this device -31 ms (± 9 ms)' } as const;

/** A capture of which everything is recorded that a rule of this check can read. */
function captured(change: Partial<CaptureRecord>): CaptureRecord {
  return {
    ...someCapture(caseFile, 'x'),
    title: '标题',
    pageFacts: [{ name: 'Published', value: '2019-05-05', source: 'meta', part: 'head', standing: 'chosen' }],
    checks: [right, { check: 'clock-monotonic', outcome: 'ok', detail: '1 ms' }],
    ...change,
  };
}

type Part = Readonly<{ record: ItemRecord; exhibit: Omit<Exhibit, 'item'>; text: string | null }>;
type Walked = Readonly<{ facts: object; plan: object; exhibits: readonly Part[]; order?: ChallengedCase['order'] }>;

function challenged({ facts, plan, exhibits, order = null }: Walked): ChallengedCase {
  return {
    facts: { applicants: [], respondents: [], ...facts },
    plan: { chronology: [], elements: [], drafts: [], ...plan },
    claims: null,
    order,
    earlier: [],
    exhibits: exhibits.map(({ record, exhibit, text }, at): ChallengedExhibit => ({
      number: String(at + 1),
      record,
      exhibit: { ...exhibit, item: record.item },
      timed: true,
      words: () => ({ text, machineRead: null }),
    })),
  };
}

/** The form of a case: whether a changed one is still one that the program could read. */
const walkedSchema = z.strictObject({
  facts: caseFactsSchema.partial(),
  plan: proofPlanSchema.partial(),
  order: z
    .strictObject({
      stated: orderSchema,
      words: z.strictObject({ text: z.string().nullable(), machineRead: z.null() }).nullable(),
    })
    .nullable()
    .optional(),
  exhibits: z.array(
    z.strictObject({
      record: recordSchema,
      exhibit: arrangementSchema.element.omit({ item: true }),
      text: z.string().nullable(),
    }),
  ),
});
const takes = (changed: unknown): boolean => walkedSchema.safeParse(changed).success;

const arranged = {
  group: '第一组',
  title: '“清算”的报道',
  source: '网站',
  purpose: '证明三家媒体报道',
  summary: '报道称“清算”',
  remarks: '见“清算”一节',
  elements: ['a'],
  date: '2019-05-05',
  media: { outlet: '城南早报', published: '2019-05-05 10:20', author: '李某' },
};
const at = (host: string, from = host) => ({ url: `https://${from}/`, finalUrl: `https://${host}/` });
const elements = [
  { id: 'a', name: '侵权' },
  { id: 'standing', fact: '利害关系' },
];

/** Nothing is wrong in it. */
const sound: Walked = {
  facts: { submitted: '2019-05-08', respondents: ['企镜'], opponents: 2 },
  plan: { chronology: [{ when: '2019-05-05', what: '发布“清算”消息' }], elements: elements.slice(0, 1) },
  exhibits: [
    { record: captured(at('a.example')), exhibit: arranged, text: '清算，见三家媒体' },
    { record: captured(at('b.example', 'www.b.example')), exhibit: arranged, text: '清算，三家媒体' },
    { record: captured(at('c.example')), exhibit: arranged, text: '清算' },
    // its clock was far off, so that its day decides nothing
    {
      record: captured({ ...at('d.example'), checks: [off], endedAt: '2026-05-06T01:30:09.000Z' }),
      exhibit: arranged,
      text: '清算',
    },
  ],
};

/** A ruling that says more than what is stated of it, and other words. */
const order: ChallengedCase['order'] = {
  stated: {
    ...emptyOrder,
    item: '01890000-0000-7000-8000-000000000001',
    obligations: [
      {
        id: 'o',
        kind: 'stop',
        text: '停止推送',
        due: { by: 'day', on: '2019-05-29' },
        places: [{ channel: '站内消息', account: null, address: 'https://a.example/', words: '清算' }],
      },
    ],
  },
  words: { text: '一、立即停止推送涉案信息；二、以相同方式向相同用户推送澄清信息。', machineRead: null },
};

/** Much is wrong in it. */
const wrong: Walked = {
  order,
  facts: { submitted: '2019-05-05' },
  plan: { chronology: [{ when: '2019-05-05', what: '发布“更正”' }], elements },
  exhibits: [
    { record: captured(at('a.example', 'b.example')), exhibit: arranged, text: '电话 138 0013 8000' },
    {
      record: captured({
        ...at('a.example'),
        url: 'http://c.example/',
        account: 'wang',
        outcome: 'partial',
        operator: null,
      }),
      exhibit: { ...arranged, media: { published: '2019-05-09' }, purpose: '十余家媒体' },
      text: '别的',
    },
    {
      record: captured({ ...at('c.example'), finalUrl: 'http://c.example/', checks: [off] }),
      exhibit: arranged,
      text: null,
    },
  ],
};

/** A link may have led anywhere: which site gave the page is known by its final address alone. One page speaks of numbers. */
const led: Walked = {
  facts: {},
  plan: { elements: [] },
  exhibits: ['a', 'b', 'c'].map((host) => ({
    record: captured({ url: 'http://a.example/', finalUrl: `https://${host}.example/` }),
    exhibit: { ...arranged, title: '报道', summary: host === 'b' ? '称十余家媒体报道' : '', remarks: '无' },
    text: host === 'b' ? '已有十余家媒体报道' : '清算',
  })),
};

describe('a case of which something is not known', () => {
  test.for([
    ['much is wrong', wrong, 8],
    ['only a clock is wrong', sound, 1],
    ['links led to three sites', led, 2],
  ] as const)('of which %s is accused of nothing of which the whole one is not', ([, whole, least]) => {
    expect(takes(whole)).toBe(true);
    const found = accusationsOf(challenged(whole));
    expect(found.length).toBeGreaterThanOrEqual(least);
    // One exhibit fewer is no unknown: numbers and quotations may then be wrong.
    const lesser = lesserOf(whole, takes).filter(({ path }) => !/^exhibits(\.\d+)?$/.test(path));
    expect(lesser.length).toBeGreaterThan(40);
    const made = lesser.flatMap(({ path, lesser: one }) => {
      const more = beyond(accusationsOf(challenged(one)), found);
      const clock = /record\.checks/.test(path) ? byOwnClock : [];
      return more
        .filter((finding) => !clock.some((code) => finding.startsWith(code)))
        .map((finding) => `without ${path}: ${finding}`);
    });
    expect(made).toEqual([]);
  });

  test('of which nothing at all is stored or stated is accused of nothing', () => {
    const empty = { group: '', title: '', source: '', purpose: '' };
    const exhibits = ['a', 'b'].map((host) => ({
      record: { ...captured(at(`${host}.example`)), checks: [], pageFacts: [], title: null, finalUrl: null },
      exhibit: empty,
      text: null,
    }));
    expect(accusationsOf(challenged({ facts: {}, plan: {}, exhibits }))).toEqual([]);
  });

  test('findings that go by a clock say by which', () => {
    for (const code of byOwnClock) {
      expect(challengeTexts[code].attack['zh-CN'], code).toContain('时钟');
      expect(challengeTexts[code].attack.en, code).toContain('clock');
    }
  });

  test('findings that are said to tell of something unknown exist', () => {
    expect(Object.keys(tellsOfUnknown).filter((code) => !(code in challengeTexts))).toEqual([]);
  });
});
