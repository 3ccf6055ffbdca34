import type { Text } from '../language.ts';

/**
 * What an application for conduct preservation before action has to show, with the provisions that ask for it:
 * 法释〔2018〕21号 (`21号`), 民事诉讼法 2023, 反不正当竞争法 and its interpretation. A case names those it uses by id.
 */
const knownElements = {
  parties: [{ 'zh-CN': '当事人身份及联系方式', en: 'Parties, addresses, contacts' }, '21号 第4条第1项'],
  measures: [{ 'zh-CN': '保全措施的内容和期限', en: 'Measures and their term' }, '21号 第4条第2项'],
  standing: [{ 'zh-CN': '申请人系利害关系人', en: 'Standing; specific target' }, '民事诉讼法 第104条'],
  basis: [{ 'zh-CN': '事实基础和法律依据', en: 'Factual and legal basis' }, '21号 第7条第1项'],
  fault: [{ 'zh-CN': '过错与注意义务', en: 'Fault; duty of care' }, '反不正当竞争法 第2条'],
  harm: [{ 'zh-CN': '难以弥补的损害', en: 'Irreparable harm' }, '21号 第7条第2项、第10条'],
  balance: [{ 'zh-CN': '损害的衡量', en: 'Balance of harm' }, '21号 第7条第3项'],
  public: [{ 'zh-CN': '社会公共利益', en: 'Public interest' }, '21号 第7条第4项'],
  urgency: [{ 'zh-CN': '情况紧急', en: 'Urgency' }, '21号 第6条、民事诉讼法 第104条'],
  security: [{ 'zh-CN': '担保', en: 'Security' }, '21号 第4条第4项、第11条'],
  jurisdiction: [{ 'zh-CN': '管辖', en: 'Jurisdiction' }, '21号 第3条'],
  mitigation: [{ 'zh-CN': '申请人自身的减损', en: 'Own mitigation' }, '21号 第7条第5项'],
} as const satisfies Record<string, readonly [name: Text, law: string]>;

/** The name and provision that the program knows for an id. */
export function knownElement(id: string): Readonly<{ name: Text; law: string }> | null {
  if (!Object.hasOwn(knownElements, id)) return null;
  const [name, law] = knownElements[id as keyof typeof knownElements]; // asked just now
  return { name, law };
}
