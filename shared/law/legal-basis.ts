import type { Text } from '../language.ts';
import type { Day } from '../order/day.ts';
import {
  beforeAction,
  courtRules,
  hoursAndDays,
  lastDays,
  preservation,
  reviewAsked,
  servedByLeaving,
  servedByMail,
  servedByNotice,
  servedElectronically,
  servedInPerson,
  servedOnline,
  suitFollows,
} from './civil-procedure.ts';
import { inForce, provisionsText, type Provisions } from './provision.ts';

/**
 * The rules that deadlines rest on, each as it stood on a day: amendments renumber articles and change periods, and a
 * paper cites what was in force on its own day. Each part is chosen by the day on its own. Whatever is said of how far a
 * rule was read, a date is a help to the memory and counsel checks it.
 */
export const bases = {
  counting: [lastDays, hoursAndDays],
  ruling48h: [courtRules],
  suit30d: [suitFollows],
  reconsideration5d: [reviewAsked],
  review10d: [preservation('第十四条', 'art. 14', '应当在收到复议申请后十日内审查并作出裁定')],
  renewal7d: [preservation('第十三条', 'art. 13', '应当在期限届满前七日内提出')],
  security: [preservation('第十一条', 'art. 11', '人民法院可以责令申请人追加相应的担保'), beforeAction],
  orderItself: [
    [
      {
        rule: { 'zh-CN': '裁定书所定期限', en: 'the period set by the ruling' },
        read: 'not verified',
        from: null,
        until: null,
        daysRead: 'not verified',
      },
    ],
  ],
  serviceDirect: [servedInPerson],
  serviceLeft: [servedByLeaving],
  serviceElectronic: [servedOnline, servedElectronically],
  serviceMail: [servedByMail],
  servicePublic: [servedByNotice],
} as const satisfies Record<string, Provisions>;
export type BasisCode = keyof typeof bases;

const noRule: Text = { 'zh-CN': '依据未列：程序未收录该日施行的规定', en: 'no rule cited: none known for that day' };
const noDay: Text = {
  'zh-CN': '依据未列：所涉日期未填写，不能确定适用的版本',
  en: 'no rule cited: the date that determines its version is not stated',
};

/**
 * A basis as it is printed: what was in force on that day, or that nothing is cited, and why. `marked`: with how far it was
 * read, which is for those who work on the case.
 */
export function legalBasisText(code: BasisCode, day: Day | null, marked = true): Text {
  const found = inForce(bases[code], day);
  if (found.length === 0) return day === null ? noDay : noRule;
  return provisionsText(found, marked);
}
