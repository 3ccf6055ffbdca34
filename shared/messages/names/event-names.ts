import type { EventType } from '../../custody/event-types.ts';
import { say, type CaseLanguage, type Text } from '../../language.ts';

const names: Readonly<Record<EventType, Text>> = {
  'case-created': { 'zh-CN': '建立案件', en: 'case created' },
  'item-added': { 'zh-CN': '取得证据', en: 'item added' },
  'item-excluded': { 'zh-CN': '排除证据', en: 'excluded' },
  'item-included': { 'zh-CN': '重新列入', en: 'included again' },
  'item-marked': { 'zh-CN': '标记', en: 'marked' },
  'exhibits-set': { 'zh-CN': '编排证据', en: 'exhibits arranged' },
  'facts-edited': { 'zh-CN': '修改案件信息', en: 'case details edited' },
  'plan-set': { 'zh-CN': '修改证明计划', en: 'proof plan edited' },
  'spread-set': { 'zh-CN': '设置传播关系', en: 'spread links set' },
  'claims-set': { 'zh-CN': '设置要件与证据', en: 'claims and elements set' },
  'order-set': { 'zh-CN': '登记裁定', en: 'ruling entered' },
  'watch-set': { 'zh-CN': '设置监测清单', en: 'watch list set' },
  'captures-queued': { 'zh-CN': '加入取证队列', en: 'addresses queued' },
  'capture-begun': { 'zh-CN': '开始取证', en: 'capture started' },
  'captures-decided': { 'zh-CN': '处理队列条目', en: 'queue entries decided' },
  'queue-held': { 'zh-CN': '暂停或继续队列', en: 'queue paused or continued' },
  'digests-exported': { 'zh-CN': '输出哈希值清单', en: 'hash list exported' },
  'bundle-built': { 'zh-CN': '生成证据册', en: 'bundle built' },
  'stamp-requested': { 'zh-CN': '申请时间戳', en: 'time stamp requested' },
  'stamp-answered': { 'zh-CN': '时间戳服务答复', en: 'time-stamp service answered' },
  'session-begun': { 'zh-CN': '登录会话开始', en: 'login session started' },
  'session-erased': { 'zh-CN': '登录会话已清除', en: 'login session erased' },
  'package-exported': { 'zh-CN': '移交', en: 'handed over' },
  'package-received': { 'zh-CN': '接收移交包', en: 'package received' },
  'notice-read': { 'zh-CN': '已阅读取证须知', en: 'notice on gathering read' },
  'history-accepted': {
    'zh-CN': '说明保管日志不衔接的原因',
    en: 'reason given for a log that does not continue the earlier one',
  },
  'bundle-signed': { 'zh-CN': '签署证据册', en: 'bundle signed' },
  'objects-restored': { 'zh-CN': '修复受损文件', en: 'damaged files restored' },
  'attachment-added': { 'zh-CN': '附加外部存证', en: 'external document attached' },
};

/** An act of the custody log in words; one without a name stays visible by its code. */
export function eventName(act: string, language: CaseLanguage): string {
  return Object.hasOwn(names, act) ? say(names[act as EventType], language) : act; // asked just now
}
