import { readableInstant } from '../../../../shared/instant.ts';
import { fill, type Text } from '../../../../shared/language.ts';
import { gatheringLines } from '../../output/gathering-lines.ts';
import { command } from '../command.ts';

const words = {
  read: {
    'zh-CN': '✓ {person}于 {at} 确认已阅读，记入保管日志',
    en: '✓ confirmed as read by {person} on {at}; in the custody log',
  },
  unread: {
    'zh-CN': '保管日志中没有按现行文字阅读的记录；阅读之后，以 --read 确认',
    en: 'the custody log has no entry that anybody read it as it is worded now; confirm with --read once you have',
  },
  nobody: { 'zh-CN': '未署名的人', en: 'a person without a name' },
} as const satisfies Record<string, Text>;

/** What the window shows before the first capture, for whoever works in a terminal. */
export const gatheringCommand = command({
  name: 'gathering',
  args: '<case>',
  about: {
    'zh-CN': '取证须知：显示全文和阅读记录，或确认已阅读',
    en: 'The notice on gathering evidence: shows it and who read it, or confirms that you did',
  },
  example: 'fascicle gathering qinghe.fascicle --read',
  method: 'case.gathering',
  options: [
    {
      flags: '--read',
      about: {
        'zh-CN': '确认已阅读：谁、何时、所读文字，记入保管日志',
        en: 'confirm that you have read it: who, when and which words are kept in the custody log',
      },
    },
  ],
  input: (call) => ({ case: call.path(call.word(0)), read: call.flag('read') }),
  print: ({ read }, language) => [
    ...gatheringLines('first', language),
    read === null
      ? words.unread[language]
      : fill(words.read[language], {
          person: read.person ?? words.nobody[language],
          at: readableInstant(read.at),
        }),
  ],
});
