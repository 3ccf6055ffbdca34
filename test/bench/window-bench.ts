// `npm run bench window [-- --short] [FOLDER]`: a case of 10,000 items (1,000 in the short form; or the one that an earlier
// run left in FOLDER) in the real window, in one run: time to the first list, time to open the
// case to its list, search over all of it, and scrolling. Headless Chromium: frames are those of its own clock, drawn in
// software; what a screen and a graphics card would do is not measured here.
import { rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { createCase } from '../../electron/casefile/create-case.ts';
import { itemId } from '../../shared/case/item-id.ts';
import { context, someCapture } from '../fixtures/case-room.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { WindowRoom } from '../fixtures/window-room.ts';

const short = process.argv.includes('--short');
const items = short ? 1_000 : 10_000;
const limits = { open: 1_000, search: 50, frame: 50 } as const; // ms, as the issue asks
const given = process.argv.slice(3).find((word) => !word.startsWith('--'));
const cache = given ?? freshFolder('fascicle-bench-');
const folder = join(cache, 'bench.fascicle');
if (given === undefined) makeCase();
else for (const name of ['index', 'state', 'window.json']) rmSync(join(cache, name), { recursive: true, force: true });
writeFileSync(join(cache, 'recent-cases.json'), JSON.stringify([{ folder, lastOpened: '2026-05-06T01:30:00.000Z' }]));

/** A call as the window makes it, over its own bridge. */
const callInWindow = `(method, input) => new Promise((done) => {
  const call = 1e9 + Math.floor(Math.random() * 1e6);
  window.fascicle.listen((text) => { const said = JSON.parse(text); if (said.call === call && !said.event) done(said.output); });
  window.fascicle.send(JSON.stringify({ call, method, input, language: 'en' }));
})`;

const cold = await openings('first time, no index', false);
const warm = await openings('again, index in the cache', true);
const wrong = [...cold, ...warm].filter((over) => over);
console.log(
  `\nload of the machine ${loadavg()[0]?.toFixed(1) ?? '?'}: above the number of its cores, times say little`,
);
console.log(`${wrong.length} of ${cold.length + warm.length} measures miss their limit`);
// A short run may share a busy machine: its times say little.
process.exitCode = wrong.length > 0 && !short ? 1 : 0;

/** Opens the window on the case and measures. @returns for each limit whether it is missed */
async function openings(name: string, searching: boolean): Promise<boolean[]> {
  console.log(`\n${name}`);
  const began = performance.now();
  const room = await WindowRoom.openShipped(cache);
  try {
    await room.page.waitForSelector('.case-line');
    console.log(`  window started, cases listed   ${ms(performance.now() - began)} (browser and build check included)`);
    const open = (await room.page.evaluate(`new Promise((done) => {
      const began = performance.now();
      const look = () => {
        const tiles = document.querySelectorAll('[role=option]').length;
        if (tiles > 0) requestAnimationFrame(() => done(performance.now() - began));
        else requestAnimationFrame(look);
      };
      document.querySelector('.open-case').click();
      look();
    })`)) as number; // as the expression makes it
    const missed = [say('case opened to its list', open, limits.open)];
    if (searching) missed.push(...(await searches(room)), ...(await scrolls(room)));
    else {
      await indexed(room);
      await back(room);
    }
    return missed;
  } finally {
    await room.close();
  }
}

/** Waits until every text is in the index. */
async function indexed(room: WindowRoom): Promise<void> {
  const began = performance.now();
  await room.page.evaluate(`(async () => {
    const call = ${callInWindow};
    for (;;) {
      const { indexed, of } = await call('search.run', { case: ${JSON.stringify(folder)}, text: '清算', limit: 1 });
      if (indexed >= of) return;
    }
  })()`);
  console.log(`  all texts in the search index   ${ms(performance.now() - began)} (apart, the window stays usable)`);
}

async function searches(room: WindowRoom): Promise<boolean[]> {
  const words = ['清算', '小贷', '进入清算程序', '二〇一九', '3777', '案 9', '不存在的词', 'host77', '甲', '清算 第9'];
  const times = (await room.page.evaluate(`(async () => {
    const call = ${callInWindow};
    const times = [];
    for (let round = 0; round < 20; round++) for (const text of ${JSON.stringify(words)}) {
      const began = performance.now();
      await call('search.run', { case: ${JSON.stringify(folder)}, text, limit: 40 });
      times.push(performance.now() - began);
    }
    return times;
  })()`)) as number[]; // as the expression makes it
  const sorted = times.sort((a, b) => a - b);
  console.log(
    `  searches                        ${times.length}, median ${ms(sorted[Math.floor(sorted.length / 2)] ?? 0)}`,
  );
  return [say('search, 95th percentile', sorted[Math.floor(sorted.length * 0.95)] ?? 0, limits.search)];
}

/** Real wheel events for two seconds of the page's own clock, each frame's time written down. */
async function scrolls(room: WindowRoom): Promise<boolean[]> {
  await room.page.reload();
  await room.page.waitForSelector('[role=option]');
  await room.page.hover('.grid');
  await room.page.evaluate(`window.frames_ = []; (() => {
    let last = performance.now();
    const frame = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
  })()`);
  for (let step = 0; step < 120; step++) await room.page.mouse.wheel({ deltaY: step % 40 === 39 ? 20_000 : 400 });
  const frames = ((await room.page.evaluate('window.frames_')) as number[]).slice(2).sort((a, b) => a - b);
  const top = (await room.page.evaluate(`document.querySelector('.grid').scrollTop`)) as number;
  const long = frames.filter((one) => one > limits.frame).length;
  console.log(
    `  scrolled to ${Math.round(top)} px in ${frames.length} frames, median ${ms(frames[Math.floor(frames.length / 2)] ?? 0)}, ${long} over ${limits.frame} ms`,
  );
  return [say('longest frame while scrolling', frames.at(-1) ?? 0, limits.frame)];
}

async function back(room: WindowRoom): Promise<void> {
  await room.page.evaluate(`document.querySelector('.case-name').click()`);
  await room.page.waitForSelector('.case-line');
  // What the window keeps of itself is written a moment after the change.
  await room.page.evaluate(`new Promise((done) => setTimeout(done, 400))`);
}

function say(what: string, time: number, limit: number): boolean {
  const over = time > limit;
  console.log(`  ${what.padEnd(31)} ${ms(time)}, at most ${limit} ms${over ? '  MISSED' : ''}`);
  return over;
}

function ms(time: number): string {
  return `${time.toFixed(time < 100 ? 1 : 0)} ms`;
}

function makeCase(): void {
  const facts = { title: 'Ten thousand', court: 'hangzhou', cause: null, operator: 'A', language: 'en' } as const;
  const caseFile = createCase(folder, { ...facts, applicants: ['B'], respondents: [] }, context);
  const began = performance.now();
  const paragraph = '青禾小贷称其并未进入清算程序，相关消息源自二〇一九年五月六日的一则误报，多家媒体随后转载。';
  for (let n = 0; n < items; n++) {
    const text = `第${n}篇报道：${n % 97 === 0 ? '其进入清算程序' : '其经营正常'}。${paragraph.repeat(6)}${(n * 7919) % items}`;
    const item = itemId(Date.now(), context.clockAndRandom.random(10));
    const url = `https://host${n % 83}.example/story/${n}`;
    caseFile.addItem({
      ...someCapture(caseFile, text),
      item,
      title: `第 ${n} 篇 报道 ${(n * 31) % 1000}`,
      url,
      finalUrl: url,
    });
  }
  caseFile.close();
  console.log(`a case of ${items} items made in ${ms(performance.now() - began)}`);
}
