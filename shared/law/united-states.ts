import type { Provisions } from './provision.ts';

/** A qualified person certifies electronic records in place of a witness: since the amendments of 2017. */
export const certifiedRecords: Provisions = [
  [
    {
      rule: { 'zh-CN': '美国联邦证据规则（Fed. R. Evid.）902(13)、902(14)', en: 'Fed. R. Evid. 902(13) and 902(14)' },
      read: 'reprint',
      from: '2017-12-01',
      until: null,
      daysRead: 'text',
      quote: 'as shown by a certification of a qualified person',
      checked: 'fjc.gov: Rules Amendments 2017, Self-Authenticating Electronic Evidence (effective December 1, 2017)',
    },
  ],
];

/** Unsworn declarations in place of oaths. */
export const unswornDeclaration: Provisions = [
  [
    {
      rule: { 'zh-CN': '美国法典（28 U.S.C. § 1746）', en: '28 U.S.C. § 1746' },
      read: 'not verified',
      from: '1976-10-18',
      until: null,
      daysRead: 'not verified',
    },
  ],
];
