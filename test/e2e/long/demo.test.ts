import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fascicle, freshFolder } from '../../fixtures/fascicle.ts';

test(
  'the demo tells the whole story, and finds by its own checks what went wrong in it',
  { timeout: 480_000 },
  async () => {
    const folder = freshFolder();
    const run = await fascicle(['demo', folder, '--json'], { folder, env: { LANG: 'zh_CN.UTF-8' } });
    const { verdict, exhibits, compliance, found } = run.last as {
      verdict: string;
      exhibits: number;
      compliance: { pdf: string };
      found: { what: string; text: string }[];
    };
    expect(run.code).toBe(0);
    expect(verdict).toBe('PASSED');
    const coverage = run.lines.filter(
      ({ event, url }) => event === 'item' && !/qijing|register/.test(String(url)) && url !== null,
    );
    expect(coverage.length).toBeGreaterThanOrEqual(13); // twelve reports and the one that was deleted
    expect(exhibits).toBe(22);
    expect(existsSync(compliance.pdf)).toBe(true);
    const said = (what: string) => found.filter((one) => one.what === what).map(({ text }) => text);
    // on the way
    expect(said('deleted')).toEqual([expect.stringMatching(/guancha.*404.*抱歉，该内容已被删除/)]);
    expect(said('login')).toEqual([expect.stringContaining('核查一号')]);
    expect(said('compressed')).toEqual([expect.stringContaining('mmexport')]);
    expect(said('deposited')).toHaveLength(1);
    expect(said('filingCopy')).toHaveLength(1);
    expect(said('flipped')).toEqual([expect.stringMatching(/图片不是清单所列的文件/)]);
    expect(said('stamped')).toEqual([expect.stringMatching(/(\d+) 张图片中的 \1 张仍与清单所列逐字节一致/)]);
    // what opposing counsel could say: all answered but what no reason changes
    expect(said('challenged')).toEqual(['质证预演发现 9 处可被质疑，其中 7 处已说明理由']);
    expect(said('attackable')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/没有第三方时间戳或存证/),
        expect.stringMatching(/所引规定未核对公布的原文/),
      ]),
    );
    expect(said('attackable')).toHaveLength(2);
    // after the order: of three channels one, and the statement that stood for two days
    expect(said('channel')).toEqual([expect.stringMatching(/监控日报.*1个核查账号在该渠道未见澄清信息/)]);
    expect(said('homepage')).toEqual([expect.stringMatching(/最后一次可见 2019-05-30 .*首次不可见 2019-05-31 /)]);
    expect(said('taken')).toHaveLength(1);
  },
);
