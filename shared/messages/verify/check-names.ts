import { say, type CaseLanguage, type Text } from '../../language.ts';
import type { Verdict, VerifyCheck } from '../../verify/report.ts';

/** What a verification looks at, in words. Codes are stable: `--json` gives them. */
const names: Readonly<Record<string, Text>> = {
  files: { 'zh-CN': '文件', en: 'files' },
  objects: { 'zh-CN': '存储的文件', en: 'stored files' },
  'custody-log': { 'zh-CN': '保管日志', en: 'custody log' },
  database: { 'zh-CN': '数据库', en: 'database' },
  bundles: { 'zh-CN': '历次证据册', en: 'earlier bundles' },
  received: { 'zh-CN': '所接收的移交包', en: 'received packages' },
  regions: { 'zh-CN': '截取的部分', en: 'parts cut from pictures' },
  anchors: { 'zh-CN': '另行留存的检查点', en: 'checkpoints kept elsewhere' },
  since: { 'zh-CN': '与先前日志的衔接', en: 'continuation of the earlier log' },
  'time-stamps': { 'zh-CN': '时间戳', en: 'time stamps' },
  clocks: { 'zh-CN': '时钟', en: 'clocks' },
  checkpoint: { 'zh-CN': '检查点', en: 'checkpoint' },
  item: { 'zh-CN': '证据', en: 'item' },
  items: { 'zh-CN': '各项证据', en: 'items' },
  package: { 'zh-CN': '移交包', en: 'package' },
  proof: { 'zh-CN': '证明文件', en: 'proof' },
  bundle: { 'zh-CN': '证据册', en: 'bundle' },
  pdf: { 'zh-CN': 'PDF 文件', en: 'PDF file' },
  'file-hashes': { 'zh-CN': '文件哈希值', en: 'file hashes' },
  manifest: { 'zh-CN': '清单', en: 'manifest' },
  tags: { 'zh-CN': 'PDF 结构标记', en: 'PDF structure tags' },
  structure: { 'zh-CN': 'PDF 结构', en: 'PDF structure' },
  archival: { 'zh-CN': '归档格式', en: 'archival format' },
  pages: { 'zh-CN': '页码', en: 'pages' },
  pictures: { 'zh-CN': '图像', en: 'pictures' },
  'pictures-carried': { 'zh-CN': '所附原图', en: 'attached pictures' },
  drawn: { 'zh-CN': '页面内容', en: 'page content' },
  signatures: { 'zh-CN': '签名', en: 'signatures' },
  reading: { 'zh-CN': '读取', en: 'reading' },
};

const ofReceived: Text = { 'zh-CN': '所接收的移交包 {package}：{check}', en: 'received package {package}, {check}' };

/** A check's name in words; one of a newer program stays as it is. One of a package that was received names the package. */
export function checkName(check: string, language: CaseLanguage): string {
  const [, received, own] = /^received (\S+) (\S+)$/.exec(check) ?? [];
  if (received !== undefined && own !== undefined) {
    const both = { 'zh-CN': checkName(own, 'zh-CN'), en: checkName(own, 'en') };
    return say(ofReceived, language, { package: received, check: both });
  }
  const name = Object.hasOwn(names, check) ? names[check] : undefined;
  return name ? say(name, language) : check;
}

const verdicts = {
  PASSED: { 'zh-CN': '通过', en: 'PASSED' },
  FAILED: { 'zh-CN': '未通过', en: 'FAILED' },
  INDETERMINATE: { 'zh-CN': '无法确定', en: 'INDETERMINATE' },
} as const satisfies Record<Verdict, Text>;

/** A verdict in the language asked for, or in both; one that is unknown here stays as it is. */
export function verdictName(verdict: string, language: CaseLanguage): string {
  return Object.hasOwn(verdicts, verdict) ? say(verdicts[verdict as Verdict], language) : verdict; // asked just now
}

/** A shape before each verdict, never a colour alone. */
export const verdictSigns: Readonly<Record<Verdict, string>> = { PASSED: '✓', FAILED: '✕', INDETERMINATE: '●' };

/** The shape before a check's line. What is only worth saying was not found to be as it should be: it has no tick. */
export const checkSign = ({ verdict, finding }: Pick<VerifyCheck, 'verdict' | 'finding'>): string =>
  finding === 'noted' ? '•' : verdictSigns[verdict];
