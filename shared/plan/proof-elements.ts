import type { Text } from '../language.ts';
import { elementProvisions } from '../law/conduct-preservation.ts';
import { inForce } from '../law/provision.ts';
import type { Day } from '../order/day.ts';

/**
 * What an application for conduct preservation before action has to show. A case names the elements that it uses by id.
 */
const elementNames = {
  parties: { 'zh-CN': '当事人身份及联系方式', en: 'Parties, addresses and contacts' },
  measures: { 'zh-CN': '保全措施的内容和期限', en: 'Measures requested and their term' },
  standing: { 'zh-CN': '申请人系利害关系人', en: 'Standing; identifiable target' },
  basis: { 'zh-CN': '事实基础和法律依据', en: 'Factual and legal basis' },
  fault: { 'zh-CN': '过错与注意义务', en: 'Fault; duty of care' },
  harm: { 'zh-CN': '难以弥补的损害', en: 'Irreparable harm' },
  balance: { 'zh-CN': '损害的衡量', en: 'Balance of hardship' },
  public: { 'zh-CN': '社会公共利益', en: 'Public interest' },
  urgency: { 'zh-CN': '情况紧急', en: 'Urgency' },
  security: { 'zh-CN': '担保', en: 'Security' },
  jurisdiction: { 'zh-CN': '管辖', en: 'Jurisdiction' },
  mitigation: { 'zh-CN': '申请人自身的减损', en: 'Applicant’s own mitigation' },
} as const satisfies Record<keyof typeof elementProvisions, Text>;

/** The name that the program knows for an id, and the provisions in force on the day of the application. */
export function knownElement(
  id: string,
  application: Day | null,
): Readonly<{ name: Text; law: readonly Text[] }> | null {
  if (!Object.hasOwn(elementNames, id)) return null;
  const known = id as keyof typeof elementNames; // asked just now
  return { name: elementNames[known], law: inForce(elementProvisions[known], application).map(({ rule }) => rule) };
}
