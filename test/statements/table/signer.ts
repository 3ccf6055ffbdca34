import type { Facts } from '../reading/stored-facts.ts';
import type { Statement } from './statement.ts';
import { when } from './statement.ts';

/** What the courts that want one are told, by their profiles: a declaration of the United States, a statement of truth. */
const declares = ({ manifest }: Facts): boolean => manifest.profile === 'us-cmecf';
const states = ({ manifest }: Facts): boolean => manifest.profile === 'england-wales';

/** Practice Direction 22, para. 2: the second sentence since 6 April 2020. */
const contemptSince = '2020-04-06';

const nameWhen = (condition: (facts: Facts) => boolean) => (facts: Facts) =>
  condition(facts) && facts.declarant !== null ? [facts.declarant.name.replace(/\s/gu, '')] : [];

/** Who declares, under which rules, and what she signs. */
export const signerStatements: readonly Statement[] = [
  {
    id: 'declares',
    zh: '本人{name}声明：以下关于电子记录的生成与复制过程的陈述，据本人所知真实、准确。（{rules}）',
    en: 'I, {name}, certify under {rules}, as to the electronic records in this bundle, that the following is true of the process that generated and copied them.',
    rests: 'facts.declarant, facts.submitted',
    // Fed. R. Evid. 902(13) and (14), in force since 1 December 2017: every filing of these cases is later.
    says: ({ name = '', rules = '' }) => [name, ...(/902\(13\).*902\(14\)/u.test(rules) ? ['902'] : [])],
    holds: (facts) => [...nameWhen(declares)(facts), ...when(declares)(facts).map(() => '902')],
  },
  {
    id: 'oath',
    zh: '本人愿依{rules}，依美利坚合众国法律承担伪证责任，声明上述内容真实无误。',
    en: 'I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct ({rules}).',
    rests: 'profile',
    says: ({ rules = '' }) => [/28U\.?S\.?C\.?§1746/u.test(rules) ? 'said' : rules],
    holds: when(declares),
  },
  {
    id: 'states',
    zh: '本人{name}陈述如下。',
    en: 'I, {name}, state as follows.',
    rests: 'facts.declarant',
    says: ({ name = '' }) => [name],
    holds: nameWhen(states),
  },
  {
    id: 'to-sign', // what is left of the line behind its heading
    zh: '（{name}）签署日期',
    en: '({name})Date executed',
    rests: 'facts.declarant',
    says: ({ name = '' }) => [name],
    holds: nameWhen((facts) => declares(facts) || states(facts)),
  },
  {
    id: 'statement-of-truth',
    zh: '事实声明：本人相信本取证陈述所述事实真实。',
    en: 'Statement of truth: I believe that the facts stated in this statement on the captures are true.',
    rests: 'profile',
    holds: when(states),
  },
  {
    id: 'contempt',
    zh: '本人知悉：任何人在经事实声明确认的文件中作虚假陈述，或致使他人作虚假陈述，而并不真诚相信其真实的，可能被提起藐视法庭程序。',
    en: 'I understand that proceedings for contempt of court may be brought against anyone who makes, or causes to be made, a false statement in a document verified by a statement of truth without an honest belief in its truth.',
    rests: 'profile, facts.submitted',
    holds: when((facts) => states(facts) && (facts.submitted === null || facts.submitted >= contemptSince)),
  },
];
