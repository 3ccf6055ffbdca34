import type { IntakeLook } from '../contract/parts/intake-report.ts';
import type { Text } from '../text.ts';

/** What became of the files of an import, as heads over their lists. */
export const intakeLookTexts = {
  refused: { 'zh-CN': '未导入', en: 'Not imported' },
  nothing: { 'zh-CN': '已存入，内容无法显示', en: 'Stored; nothing of it can be shown' },
  partly: { 'zh-CN': '已存入，只能显示一部分', en: 'Stored; shown in part' },
  undetermined: { 'zh-CN': '已存入，是否完整无法确定', en: 'Stored; whether it is shown whole is undetermined' },
  kept: { 'zh-CN': '已存入，此类文件没有页面', en: 'Stored; files of this kind have no pages' },
  same: { 'zh-CN': '已存入，与案件中另一文件逐字节相同', en: 'Stored; byte for byte another file of the case' },
  noted: { 'zh-CN': '完整，有提示须阅读', en: 'Whole, with warnings to read' },
  system: { 'zh-CN': '隐藏文件或系统遗留文件，未导入', en: 'Hidden or left behind by a system; not imported' },
  whole: { 'zh-CN': '完整', en: 'Whole' },
} as const satisfies Record<IntakeLook, Text>;

export const intakeReportTexts = {
  head: {
    'zh-CN': '导入报告：共 {count} 个文件，须先查看的在前',
    en: 'Import report: {count} {count|file|files}, those that need a look first',
  },
} as const satisfies Record<string, Text>;
