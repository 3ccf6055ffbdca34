import type { Text } from '../language.ts';
import type { Day } from '../order/day.ts';
import { inForce, preservation, procedure, type LegalBasis } from '../order/legal-basis.ts';

type Parts = readonly (readonly LegalBasis[])[];

const beforeAction = procedure(
  { 'zh-CN': '第一百零一条', en: 'art. 101' },
  { 'zh-CN': '第一百零四条', en: 'art. 104' },
  'text',
);

/**
 * What an application for conduct preservation before action has to show, with the provisions of procedure that ask for
 * it, as they stood on each day. A provision of substance goes by the day of the act, which only a claims map states:
 * none is named here. A case names the elements that it uses by id.
 */
const knownElements = {
  parties: [
    { 'zh-CN': '当事人身份及联系方式', en: 'Parties, addresses and contacts' },
    [preservation('第四条第一项', '4(1)')],
  ],
  measures: [
    { 'zh-CN': '保全措施的内容和期限', en: 'Measures requested and their term' },
    [preservation('第四条第二项', '4(2)')],
  ],
  standing: [{ 'zh-CN': '申请人系利害关系人', en: 'Standing; identifiable target' }, [beforeAction]],
  basis: [{ 'zh-CN': '事实基础和法律依据', en: 'Factual and legal basis' }, [preservation('第七条第一项', '7(1)')]],
  fault: [{ 'zh-CN': '过错与注意义务', en: 'Fault; duty of care' }, []],
  harm: [
    { 'zh-CN': '难以弥补的损害', en: 'Irreparable harm' },
    [preservation('第七条第二项、第十条', '7(2), art. 10')],
  ],
  balance: [{ 'zh-CN': '损害的衡量', en: 'Balance of hardship' }, [preservation('第七条第三项', '7(3)')]],
  public: [{ 'zh-CN': '社会公共利益', en: 'Public interest' }, [preservation('第七条第四项', '7(4)')]],
  urgency: [{ 'zh-CN': '情况紧急', en: 'Urgency' }, [preservation('第六条', '6'), beforeAction]],
  security: [
    { 'zh-CN': '担保', en: 'Security' },
    [preservation('第四条第四项、第十一条', '4(4), art. 11'), beforeAction],
  ],
  jurisdiction: [{ 'zh-CN': '管辖', en: 'Jurisdiction' }, [preservation('第三条', '3')]],
  mitigation: [
    { 'zh-CN': '申请人自身的减损', en: 'Applicant’s own mitigation' },
    [preservation('第七条第五项（其他应当考量的因素）', '7(5) (other factors to be weighed)')],
  ],
} as const satisfies Record<string, readonly [name: Text, law: Parts]>;

/** The name that the program knows for an id, and the provisions in force on the day of the application. */
export function knownElement(
  id: string,
  application: Day | null,
): Readonly<{ name: Text; law: readonly Text[] }> | null {
  if (!Object.hasOwn(knownElements, id)) return null;
  const [name, parts] = knownElements[id as keyof typeof knownElements]; // asked just now
  return { name, law: inForce(parts, application).map(({ rule }) => rule) };
}
