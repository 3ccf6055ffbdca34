import type { Output } from '../contract.ts';
import { fill, type Language, type Text } from '../language.ts';

/** An exclusion of the case that handed an item over: it is shown, and a person here decides. */
export function exclusionLine(
  { item, reason, person }: Output<'package.receive'>['excluded'][number],
  language: Language,
): string {
  return fill(line[language], { item, reason, person: person ?? unnamed[language] });
}

const unnamed: Text = { 'zh-CN': '未具名人员', en: 'an unnamed person' };
const line: Text = {
  'zh-CN': '{item} 在原案件中已由{person}排除：{reason}（此处未排除；如同意，请自行排除）',
  en: '{item} was excluded by {person} in its original case: {reason} (not excluded here; exclude it if you agree)',
};
