import { describe, expect, test } from 'vitest';
import { suggestedKind } from '../../../shared/case/evidence-kind.ts';

describe('the kind of evidence that is suggested', () => {
  test.each([
    ['capture', '（2019）浙0192行保1号裁定书', 'https://court.example/1', '电子数据'], // a page that shows one is a page
    ['import', '聊天录屏', 'IMG_0001.MP4', '视听资料'],
    ['import', '通话录音', 'a.m4a', '视听资料'],
    ['import', '关于裁定书的邮件', 'mail.eml', '电子数据'],
    ['import', '（2019）浙0192行保1号民事裁定书', 'ruling.pdf', '书证（公文书证）'],
    ['import', '青禾小贷登记信息', 'scan-7.jpg', '书证（公文书证）'],
    ['import', '营业执照', 'x.png', '书证（公文书证）'],
    ['import', '借款合同', '合同.pdf', '书证'],
    ['import', '司法鉴定意见书', 'y.pdf', '鉴定意见'],
    ['import', '手机截图', 'mmexport1557100800000.jpg', null],
    ['import', '附件', 'a.pdf', null],
    ['import', 'arulings', 'b.pdf', null],
  ] as const)('%s “%s” (%s): %s', (kind, title, from, expected) => {
    expect(suggestedKind({ kind, title, from }, 'zh-CN')).toBe(expected);
  });

  test('is said in the language of the case', () => {
    const ruling = { kind: 'import', title: 'The ruling', from: 'a.pdf' } as const;
    expect(suggestedKind(ruling, 'en')).toBe('Documentary evidence (official document)');
    expect(suggestedKind(ruling, 'zh-CN+en')).toBe('书证（公文书证） / Documentary evidence (official document)');
  });
});
