import type { StatedOperator } from '../../../../shared/case/case.ts';
import type { Text } from '../../../../shared/language.ts';
import { labelled, listedApart } from '../../../../shared/language.ts';
import { contemptNamed } from '../../../../shared/law/england.ts';
import { certifiedRecords, unswornDeclaration } from '../../../../shared/law/united-states.ts';
import { signsTruth } from '../../../../shared/profile/declaration.ts';
import { signatureBlock } from '../front/cover.ts';
import { lawOfPaper } from '../statements/law-of-the-day.ts';
import { cell, gap, heading, paragraph, tableRow, type Block } from '../blocks/flow.ts';
import type { ModelWith } from '../page-kind.ts';

/** What the certificate says of who signs it: the people of the captures, and the declarant where a court wants one. */
export const signerWords = {
  declarationTitle: { 'zh-CN': '取证声明', en: 'Declaration on the captures' },
  statementTitle: { 'zh-CN': '取证陈述', en: 'Statement on the captures' },
  declarationLead: {
    'zh-CN': '本人{name}声明：以下关于电子记录的生成与复制过程的陈述，据本人所知真实、准确。（{rules}）',
    en: 'I, {name}, certify under {rules}, as to the electronic records in this bundle, that the following is true of the process that generated and copied them.',
  },
  declarationPlain: {
    'zh-CN': '本人{name}声明：以下关于电子记录的生成与复制过程的陈述，据本人所知真实、准确。',
    en: 'I, {name}, certify, as to the electronic records in this bundle, that the following is true of the process that generated and copied them.',
  },
  declarationOath: {
    'zh-CN': '本人愿依 {rules}，依美利坚合众国法律承担伪证责任，声明上述内容真实无误。',
    en: 'I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct ({rules}).',
  },
  statementLead: { 'zh-CN': '本人{name}陈述如下。', en: 'I, {name}, state as follows.' },
  statementOfTruth: {
    'zh-CN': '事实声明：本人相信本取证陈述所述事实真实。',
    en: 'Statement of truth: I believe that the facts stated in this statement on the captures are true.',
  },
  truthAndContempt: {
    'zh-CN':
      '本人知悉：任何人在经事实声明确认的文件中作虚假陈述，或致使他人作虚假陈述，而并不真诚相信其真实的，可能被提起藐视法庭程序。',
    en: 'I understand that proceedings for contempt of court may be brought against anyone who makes, or causes to be made, a false statement in a document verified by a statement of truth without an honest belief in its truth.',
  },
  personHeading: { 'zh-CN': '取证人', en: 'Person who made the captures' },
  declarantHeading: { 'zh-CN': '声明人', en: 'Declarant' },
  nameOfPerson: { 'zh-CN': '姓名', en: 'Name' },
  identity: { 'zh-CN': '身份、资格或执业证号', en: 'Identity, qualification or licence no.' },
  capacity: { 'zh-CN': '职务', en: 'Capacity' },
  employer: { 'zh-CN': '所在单位', en: 'Employer' },
  interest: { 'zh-CN': '与本案的利害关系', en: 'Interest in the case' },
  qualification: { 'zh-CN': '声明人的资格', en: 'Qualification of the declarant' },
  mediumAndAccess: { 'zh-CN': '存储介质、备份与接触人员', en: 'Storage medium, copies and persons with access' },
  storageStated: { 'zh-CN': '取证人所述：{what}。', en: 'As stated by the operator: {what}.' },
  ownerStated: {
    'zh-CN': '取证所用计算机归属（取证人所述）：{owner}。',
    en: 'Owner of the computer used for the captures, as stated by the operator: {owner}.',
  },
  storageMedium: { 'zh-CN': '存储介质', en: 'storage medium' },
  storageCopies: { 'zh-CN': '备份', en: 'copies' },
  storageAccess: { 'zh-CN': '接触人员', en: 'persons with access' },
  declarantSignature: { 'zh-CN': '声明人签名（{name}）', en: 'Signature of the declarant ({name})' },
  executedOn: { 'zh-CN': '签署日期', en: 'Date executed' },
  personSignature: { 'zh-CN': '取证人签名或者盖章', en: 'Signature or seal of the person who made the captures' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof signerWords>;

/** Room for a name that a draft does not have yet. */
const noName = '__________';
const declarantName = ({ facts }: Own): string => facts.declarant?.name ?? noName;

/** The title of the certificate, by what its court wants signed. */
export function certificateHeading({ t, profile }: Own, plain: string): string {
  if (profile.certificate === 'declaration') return t('declarationTitle');
  return profile.certificate === 'statement-of-truth' ? t('statementTitle') : plain;
}

/** Who declares what follows; nothing where nobody declares. */
export function leadOf(model: Own): readonly string[] {
  const { t, profile } = model;
  if (!signsTruth(profile)) return [];
  const name = declarantName(model);
  if (profile.certificate !== 'declaration') return [t('statementLead', { name })];
  const rules = lawOfPaper(certifiedRecords, model);
  return [rules === null ? t('declarationPlain', { name }) : t('declarationLead', { name, rules })];
}

/** What people state of medium, copies and access; what they leave out is left out. */
export function storageLines({ t, facts: { storage = {} }, language }: Own): readonly string[] {
  const { medium, copies, access } = storage;
  const stated = [
    ...(medium === undefined ? [] : [labelled(t('storageMedium'), medium, language)]),
    ...(copies === undefined ? [] : [labelled(t('storageCopies'), copies, language)]),
    ...(access === undefined ? [] : [labelled(t('storageAccess'), access, language)]),
  ];
  return stated.length === 0 ? [] : [t('storageStated', { what: listedApart(stated, language) })];
}

/** Whose the capturing computer is, as somebody states it; nothing where nobody does. */
export function ownerLines({ t, facts: { computerOwner }, exhibits }: Own): readonly string[] {
  const captured = exhibits.some(({ record }) => record.kind === 'capture');
  return captured && computerOwner !== undefined ? [t('ownerStated', { owner: computerOwner })] : [];
}

/**
 * The last sections, the people, and the lines on which one of them signs. What the case says of a person is printed; for the
 * rest there is a line to write on, but not in a declaration: its declarant signs for everything in it.
 * @param sections words that are signed: they stay on the page of the lines
 */
export function signerBlocks(sections: readonly Block[], model: Own, width: number): readonly Block[] {
  const { t, fonts } = model;
  const declares = signsTruth(model.profile);
  const text = (line: string): readonly Block[] => [gap(8), ...paragraph(line, width, { size: 9, lead: 13.6 }, fonts)];
  const last = [
    ...(declares ? declarantBlocks(model, width) : []),
    ...oathOf(model).flatMap(text),
    gap(16),
    signatureBlock(model, width, [
      declares ? t('declarantSignature', { name: declarantName(model) }) : t('personSignature'),
      t('executedOn'),
    ]),
  ];
  const people = operatorBlocks(model, width, declares);
  // Where the people are many, they stand before the sections, so that words that are signed stand above the lines.
  const isFew = heightOf([...people, ...last]) <= mostOfPeople;
  const signed = isFew ? [...people, ...last] : last;
  let from = sections.length;
  while (from > 0 && heightOf([...sections.slice(from - 1), ...signed]) <= mostTogether) from -= 1;
  return [...(isFew ? [] : people), ...sections.slice(0, from), ...together([...sections.slice(from), ...signed])];
}

/** Points up to which the people stand above the lines, and up to which all of it and words before it are on one page. */
const mostOfPeople = 380;
const mostTogether = 480;

const heightOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { height }) => sum + height, 0);

const together = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block, at) => ({ ...block, keepsWithNext: at < blocks.length - 1 }));

function oathOf(model: Own): readonly string[] {
  const { t, profile } = model;
  if (profile.certificate === 'declaration')
    return [t('declarationOath', { rules: lawOfPaper(unswornDeclaration, model) ?? '' })];
  if (profile.certificate !== 'statement-of-truth') return [];
  return [t('statementOfTruth'), ...(lawOfPaper(contemptNamed, model) === null ? [] : [t('truthAndContempt')])];
}

type Line = readonly [label: string, value: string | undefined];

function operatorBlocks(model: Own, width: number, declares: boolean): readonly Block[] {
  const { t, facts } = model;
  const lines = peopleOf(model).flatMap((one): readonly Line[] => [
    [t('nameOfPerson'), one.name === '' ? undefined : one.name],
    [t('identity'), one.identity],
    [t('capacity'), one.capacity],
    [t('employer'), one.employer],
    [t('interest'), one.interest],
  ]);
  const all: readonly Line[] = facts.storage === undefined ? [...lines, [t('mediumAndAccess'), undefined]] : lines;
  const shown = declares ? all.filter(([, value]) => value !== undefined) : all;
  return shown.length === 0 ? [] : [gap(10), ...headed(t('personHeading'), shown, model, width)];
}

function declarantBlocks(model: Own, width: number): readonly Block[] {
  const { t, facts } = model;
  const { declarant } = facts;
  const lines: readonly Line[] = [
    [t('nameOfPerson'), declarant?.name],
    [t('qualification'), declarant?.qualification],
    ...(declarant?.employer === undefined ? [] : [[t('employer'), declarant.employer] as const]),
  ];
  return [gap(10), ...headed(t('declarantHeading'), lines, model, width)];
}

/** Label and value, or a line to write on. */
function headed(title: string, lines: readonly Line[], { fonts }: Own, width: number): readonly Block[] {
  const size = { size: 9 };
  return [
    ...heading(title, width, { size: 10.5 }, fonts),
    ...lines.flatMap(([label, value = '']) =>
      tableRow(
        [cell(label, 180, size, fonts), cell(value, width - 200, size, fonts)],
        [186, width - 186],
        { pad: 3.6, line: true },
        200,
      ),
    ),
  ];
}

/** Everybody whom a record of the bundle names, with what the case states of her; one without a name where none is named. */
function peopleOf({ exhibits, facts }: Own): readonly StatedOperator[] {
  const names = [...new Set(exhibits.flatMap(({ record }) => record.operator ?? []))];
  const stated = new Map((facts.operators ?? []).map((one) => [one.name, one]));
  return names.length === 0 ? [{ name: '' }] : names.map((name) => stated.get(name) ?? { name });
}
