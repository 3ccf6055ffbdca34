import { because } from '../../../../shared/cause.ts';
import { problemCodes } from '../../../../shared/messages/problem-messages.ts';
import { command } from '../command.ts';

export const acceptCommand = command({
  name: 'accept',
  args: '<case> <code>',
  about: {
    'zh-CN': '写明理由，接受证据册的一项提示，或允许已遮盖的词句在他处公开出现',
    en: 'Gives the reason why a warning is accepted, or why redacted words may stay openly elsewhere',
  },
  example: 'fascicle accept qinghe.fascicle redacted-words-left --where 3 --reason "对方公开的客服电话"',
  method: 'bundle.accept',
  options: [
    {
      flags: '--where <place>',
      about: {
        'zh-CN': '提示后所列位置，如证据编号；不写则不论何处',
        en: 'the place given behind the problem, such as an exhibit number; without it, wherever it is',
      },
    },
    { flags: '--reason <text>', about: { 'zh-CN': '理由（记入保管日志）', en: 'reason (entered in the custody log)' } },
    { flags: '--withdraw', about: { 'zh-CN': '撤回此前的理由', en: 'withdraws the earlier reason' } },
  ],
  input: (call) => {
    const code = problemCodes.find((one) => one === call.word(1));
    const reason = call.text('reason')?.trim() ?? '';
    return {
      case: call.path(call.word(0)),
      code: code ?? call.refuse(because('not-acceptable', { code: call.word(1) })),
      where: call.text('where'),
      reason: call.flag('withdraw') ? null : reason || call.refuse(because('option-empty', { option: '--reason' })),
    };
  },
  print: ({ accepted }) => accepted.map(({ code, where, reason }) => `· \`${code} ${where ?? '*'}\`  ${reason}`),
});
