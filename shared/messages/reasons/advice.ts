import type { ItemRecord } from '../../case/record.ts';
import { say, type CaseLanguage, type Text } from '../../language.ts';

/** What the person who captures may do next. Said in the window and by the command, never on a paper. */
const rollIt: Text = {
  'zh-CN':
    '此页只保留屏幕附近的内容：重新取证时选“滚动拼接”（命令选项 --rolling），可将滚动时见到的内容截入一份拼接画面',
  en: 'this page keeps only what is near the screen: capture it again with “Rolling picture” (option --rolling) to have what is seen while scrolling in one joined picture',
};

/** Advice on what went short, by a code of its own; none where it was followed already, or in a copy. */
export function adviceOn(
  record: ItemRecord,
  language: CaseLanguage,
): readonly Readonly<{ code: string; message: string }>[] {
  if (record.kind !== 'capture' || record.redaction || record.region) return [];
  const unloads = record.steps.some(({ reason }) => reason?.code === 'seen-not-in-picture');
  const rolled = record.steps.some(({ step }) => step === 'rolling');
  return unloads && !rolled ? [{ code: 'advice-rolling', message: say(rollIt, language) }] : [];
}
