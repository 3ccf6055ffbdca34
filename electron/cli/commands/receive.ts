import { command, type Call } from '../command.ts';
import { passphraseOf, passphraseOptions } from './passphrase.ts';

export const receiveCommand = command({
  name: 'receive',
  args: '<package>',
  about: {
    'zh-CN': '接收移交包：先行核验，再并入已有案件或新建案件；双方的保管日志都保留',
    en: 'Takes a package over: verified first, then into a case or a new one; both custody logs are kept',
  },
  example: 'fascicle receive package.zip --into qinghe.fascicle',
  method: 'package.receive',
  options: [
    { flags: '--into <case>', about: { 'zh-CN': '并入此案件', en: 'into this case' } },
    { flags: '--new <folder>', about: { 'zh-CN': '在此新建案件', en: 'into a new case here' } },
    { flags: '--title <text>', about: { 'zh-CN': '新案件的名称', en: 'title of the new case' } },
    { flags: '--operator <name>', about: { 'zh-CN': '新案件的操作人', en: 'who works on the new case' } },
    ...passphraseOptions,
    {
      flags: '--anchor <pem>',
      about: { 'zh-CN': '受信任的时间戳根证书（可重复）', en: 'a root of time-stamp services to trust (repeatable)' },
      repeats: true,
    },
  ],
  input: (call) => ({
    package: call.path(call.word(0)),
    into: destinationOf(call),
    passphrase: passphraseOf(call),
    anchors: call.texts('anchor').map((file) => call.path(file)),
  }),
  print: ({ case: folder, items, known, withheld, from, timeProven }, language) =>
    language === 'zh-CN'
      ? [
          `✓ 已接收 ${items} 项证据：${folder}`,
          `  另有 ${known} 项案件中已有；${withheld} 个封存文件未移交；时间：${timeProven === 'proven' ? '第三方已证明' : '未经第三方证明'}`,
          `  原案件 ${from} 的保管日志证明与整个移交包一并保存`,
        ]
      : [
          `✓ ${items} items taken over: ${folder}`,
          `  ${known} were there already; ${withheld} sealed files were not handed over; time: ${timeProven === 'proven' ? 'proven by a third party' : 'not proven by a third party'}`,
          `  the proofs of the custody log of case ${from}, and the whole package, are kept with it`,
        ],
});

function destinationOf(call: Call) {
  const into = call.text('into');
  const fresh = call.text('new');
  if (into !== null && fresh === null) return { kind: 'case', case: call.path(into) } as const;
  if (fresh === null || into !== null) return call.refuse('either --into or --new is needed');
  const [title, operator] = [call.text('title'), call.text('operator')];
  return { kind: 'new', folder: call.path(fresh), title, operator } as const;
}
