import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { captured, type Captured } from '../../fixtures/capture-room.ts';
import { checkWacz } from '../../fixtures/oracles/check-warc.ts';
import { ReplayRoom } from '../../fixtures/replay-room.ts';
import { openReplaySite, replayPages } from '../../fixtures/site/replay-pages.ts';

let room: ReplayRoom;
const done = new Map<string, Captured>();

beforeAll(async () => {
  const site = await openReplaySite();
  for (const { name, path } of replayPages) done.set(name, await captured(site.origin + path));
  site.close(); // what is replayed comes from the archive alone
  room = await ReplayRoom.open();
}, 180_000);
afterAll(() => room.close());

describe.for(replayPages)('the archive of a page $name', ({ name, words, colours }) => {
  test.for(['page.wacz', 'page-disclosure.wacz'])(
    'opens in ReplayWeb.page with its words and pictures: %s',
    async (file) => {
      const capture = done.get(name);
      if (!capture) throw new Error('not captured');
      expect(capture.record.outcome).toBe('complete');
      const wacz = capture.bytes(file);
      const { files, records } = checkWacz(Buffer.from(wacz));
      const about = JSON.parse(String(files.get('datapackage.json'))) as { mainPageUrl: string };
      const listed = JSON.parse(String(files.get('pages/pages.jsonl')).trim().split('\n')[1] ?? '') as { url: string };
      expect(records.filter(({ uri }) => uri.includes('#'))).toEqual([]);
      expect(String(files.get('indexes/index.cdx'))).toContain(`"url":"${listed.url}"`);
      expect(about.mainPageUrl).toBe(listed.url);

      // The record has the whole address; without its fragment it is the one that the archive lists.
      const whole = capture.record.finalUrl ?? '';
      expect(whole.split('#')[0]).toBe(listed.url);
      const asCaptured = Buffer.from(capture.bytes('text.txt')).toString();
      const shown = await room.show(
        `${replayPages.findIndex((page) => page.name === name)}-${file}`,
        wacz,
        whole,
        words,
      );
      for (const word of words) expect(shown.text).toContain(word);
      for (const line of asCaptured.split('\n').filter((one) => one.trim() !== ''))
        expect(shown.text).toContain(line.trim());
      expect([...shown.colours].sort()).toEqual(colours.map((colour) => [...colour]).sort());
      if (whole === listed.url) return;
      // Opened from the list of pages, an app stands at its beginning: found, and not “Archived Page Not Found”.
      const bare = await room.show(`bare-${file}`, wacz, listed.url, ['公告正文']);
      expect(bare.text).toContain('公告正文');
    },
  );
});
