import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeRoom, type JudgeRoom } from '../../../fixtures/judge-room.ts';
import { caseNames, caseSource, haveCases } from '../../../fixtures/site/case-site.ts';

let room: JudgeRoom;
beforeAll(async () => {
  room = await judgeRoom();
});
afterAll(() => room.close());

/** Title and body as the source has them; the name says what the page is: `wall-`, `notice-`, or evidence. */
function pageOf(name: string) {
  const [, title = '', body = ''] = /<title>([^<]*)<\/title>([\s\S]*)$/.exec(caseSource('walls', name)) ?? [];
  return { name, title, body: body.replace(/^<body>/, ''), ...(name === 'page-art-403-status' && { status: 403 }) };
}

async function judged(kind: RegExp): Promise<Readonly<Record<'page' | 'wall' | 'notice' | 'doubtful', string[]>>> {
  const found = { page: [] as string[], wall: [] as string[], notice: [] as string[], doubtful: [] as string[] };
  for (const name of caseNames('walls').filter((one) => kind.test(one)))
    found[(await room.judge(pageOf(name))).is].push(name);
  return found;
}

describe.skipIf(!haveCases)('walls, notices and evidence that were taken for one another', () => {
  test('no evidence is called a wall or a notice', async () => {
    const { page, wall, notice, doubtful } = await judged(/^(page|facts)-/);
    expect({ wall, notice }).toEqual({ wall: [], notice: [] });
    expect(page.length, doubtful.join()).toBeGreaterThanOrEqual(20);
  });

  test('no wall is taken for the page, nor for a notice', async () => {
    const { page, notice } = await judged(/^wall-/);
    expect({ page, notice }).toEqual({ page: [], notice: [] });
  });

  test('no notice is taken for the page, nor for a wall', async () => {
    const { page, wall } = await judged(/^notice-/);
    expect({ page, wall }).toEqual({ page: [], wall: [] });
  });
});
