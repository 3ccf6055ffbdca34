import { zipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { StepFailure } from '../../../electron/capture/ledger.ts';
import { TimeBudget } from '../../../electron/capture/time-budget.ts';
import { damaged } from '../../../electron/intake/kinds/picture/examine-picture.ts';
import { causeText } from '../../../shared/cause.ts';
import { describeReason } from '../../../shared/messages/reasons/reasons.ts';
import { openZip } from '../../../shared/verify/package/zip-reader.ts';

const sourceOf = (bytes: Uint8Array) => ({
  size: bytes.length,
  read: (offset: number, length: number) => Promise.resolve(bytes.slice(offset, offset + length)),
});

/** What the reader says against a ZIP; null where it reads it. */
async function saidOf(bytes: Uint8Array): Promise<string | null> {
  try {
    await openZip(sourceOf(bytes));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const prose = /[A-Za-z]{2,} [A-Za-z]{2,}/;

describe('what our own code has against a file is a code with words in both languages', () => {
  test('of a ZIP with any byte changed, or cut anywhere', async () => {
    const zip = zipSync({ 'a.txt': strToU8('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), 'b/': new Uint8Array() });
    expect(await saidOf(zip)).toBeNull();
    const codes = new Set<string>();
    const look = async (bytes: Uint8Array, at: string) => {
      const said = await saidOf(bytes);
      if (said === null) return;
      expect(said, at).toMatch(/^cause:/);
      expect(
        causeText(said, 'zh-CN')
          .toString()
          .replace(/“[^“”]*”/g, ''),
        at,
      ).not.toMatch(prose);
      codes.add(said.replace(/\?.*/, ''));
    };
    for (let at = 0; at < zip.length; at += 1) {
      await look(zip.slice(0, at), `cut at ${at}`);
      for (const bit of [0x01, 0x40, 0xff])
        await look(
          zip.map((byte, index) => (index === at ? byte ^ bit : byte)),
          `byte ${at} ^ ${bit}`,
        );
    }
    expect(codes.size).toBeGreaterThan(8);
  });

  test('of a picture, with the decoder’s own words as a quotation and no path of this computer', () => {
    const of = (message: string, language: 'zh-CN' | 'en') =>
      describeReason(damaged(new Error(message), ['/tmp/f 1/objects/ab/cd', '/tmp/f 1/out']), language);
    expect(of('vipspng: libpng read error', 'zh-CN')).toBe(
      '图片无法完整解码（解码中止，解码器原文“vipspng: libpng read error”）；原文件已完整保存。',
    );
    expect(of('VipsJpeg: premature end of JPEG image\nat /home/x', 'en')).toBe(
      'The picture could not be decoded completely (its data ends early, in the decoder’s own words “VipsJpeg: premature end of JPEG image”). The original is stored in full.',
    );
    expect(of('Input file contains unsupported image format', 'zh-CN')).toContain('解码器不支持其格式');
    for (const path of [
      '/tmp/f 1/objects/ab/cd',
      '/tmp/f 1/out/tile.png',
      '/home/wang/案件/a.png',
      'C:\\Users\\w\\a.png',
    ])
      expect(of(`unable to open ${path} for reading`, 'en')).toMatch(/unable to open …\S* for reading/);
    expect(of('Input file is missing: /home/wang/a.png', 'en')).not.toContain('wang');
  });

  test('of a step that took too long, by the name of the step', async () => {
    const late = new TimeBudget(1).within(5, new Promise<never>(() => undefined), 'hold-still');
    const failure: unknown = await late.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StepFailure);
    const { reason } = failure as StepFailure; // as just looked at
    expect(describeReason(reason, 'zh-CN')).toBe('超过 0 秒未完成（冻结动画与脚本）');
    expect(describeReason(reason, 'en')).toBe('not finished after 0 s (freeze animations and scripts)');
  });
});
