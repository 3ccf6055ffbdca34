import type { Act } from '../custody/acts.ts';
import { say, type CaseLanguage, type Text } from '../language.ts';

const names: Readonly<Partial<Record<Act, Text>>> = {
  'case-created': { 'zh-CN': '建立案件', en: 'case made' },
  'item-added': { 'zh-CN': '取得并固定', en: 'taken in and fixed' },
  'item-excluded': { 'zh-CN': '不列入证据册', en: 'left out' },
  'item-included': { 'zh-CN': '重新列入', en: 'taken back' },
  'item-marked': { 'zh-CN': '标记', en: 'marked' },
  'exhibits-set': { 'zh-CN': '编排证据', en: 'exhibits arranged' },
  'facts-edited': { 'zh-CN': '修改案件信息', en: 'facts of the case edited' },
  'plan-set': { 'zh-CN': '修改证明计划', en: 'proof plan edited' },
  'spread-set': { 'zh-CN': '设置传播关系', en: 'links of the spread set' },
  'claims-set': { 'zh-CN': '设置要件与证据', en: 'claims and elements set' },
  'order-set': { 'zh-CN': '登记裁定', en: 'order set' },
  'watch-set': { 'zh-CN': '设置监测清单', en: 'watch list set' },
  'session-begun': { 'zh-CN': '登录会话开始', en: 'login session begun' },
  'session-erased': { 'zh-CN': '登录会话已清除', en: 'login session erased' },
  'package-exported': { 'zh-CN': '移交', en: 'handed over' },
  'package-received': { 'zh-CN': '接收移交包', en: 'package taken over' },
  'bundle-signed': { 'zh-CN': '签署证据册', en: 'bundle signed' },
  'objects-restored': { 'zh-CN': '修复受损文件', en: 'damaged files restored' },
  'attachment-added': { 'zh-CN': '登记外部存证', en: 'outside anchor kept' },
};

/** An act of the custody log in words; one without a name stays visible by its code. */
export function actName(act: string, language: CaseLanguage): string {
  const text = Object.hasOwn(names, act) ? names[act as Act] : undefined; // asked just now
  return text ? say(text, language) : act;
}
