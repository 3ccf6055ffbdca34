import { because } from '../../../../shared/cause.ts';
import { counted } from '../../../../shared/language.ts';
import { timeLine } from '../../../../shared/messages/verify/two-lines.ts';
import { exclusionLine } from '../../../../shared/messages/exclusion-line.ts';
import { command, type Call } from '../command.ts';
import { anchorOption } from '../stamp-options.ts';
import { passphraseOf, passphraseOptions } from '../passphrase.ts';

export const receiveCommand = command({
  name: 'receive',
  args: '<package>',
  about: {
    'zh-CN': '接收移交包：先核验，再并入已有案件或新建案件；双方的保管日志均予保留',
    en: 'Receives a package: verified first, then added to a case or a new one; both custody logs are kept',
  },
  example: 'fascicle receive package.zip --into qinghe.fascicle',
  method: 'package.receive',
  options: [
    { flags: '--into <case>', about: { 'zh-CN': '并入此案件', en: 'add to this case' } },
    { flags: '--new <folder>', about: { 'zh-CN': '在此新建案件', en: 'create a new case here' } },
    { flags: '--title <text>', about: { 'zh-CN': '新案件的名称', en: 'title of the new case' } },
    { flags: '--operator <name>', about: { 'zh-CN': '新案件的取证人', en: 'operator of the new case' } },
    ...passphraseOptions,
    anchorOption,
  ],
  input: (call) => ({
    package: call.path(call.word(0)),
    into: destinationOf(call),
    passphrase: passphraseOf(call),
    anchors: call.texts('anchor').map((file) => call.path(file)),
  }),
  print: ({ case: folder, items, attachments, excluded, known, withheld, from, timeProven, timeScope }, language) => {
    const time = timeLine({ timeProven, timeScope }, language);
    const said =
      language === 'zh-CN'
        ? [
            `✓ 已接收 ${items} 项证据：${folder}`,
            `  另有 ${known} 项案件中已有；${withheld} 个封存文件未移交；外部存证 ${attachments} 个`,
            `  时间：${time}`,
            `  原案件 ${from} 的保管日志证明与整个移交包一并保存`,
          ]
        : [
            `✓ ${counted(items, 'item', 'items')} received: ${folder}`,
            `  ${known} already in the case; ${counted(withheld, 'sealed file', 'sealed files')} withheld; ${counted(attachments, 'external document', 'external documents')}`,
            `  time: ${time}`,
            `  the proofs of the custody log of case ${from} and the whole package are stored with it`,
          ];
    return [...said, ...excluded.map((one) => `  ${exclusionLine(one, language)}`)];
  },
});

function destinationOf(call: Call) {
  const into = call.text('into');
  const fresh = call.text('new');
  if (into !== null && fresh === null) return { kind: 'case', case: call.path(into) } as const;
  if (fresh === null || into !== null)
    return call.refuse(because('option-either', { option: '--into', other: '--new' }));
  const [title, operator] = [call.text('title'), call.text('operator')];
  return { kind: 'new', folder: call.path(fresh), title, operator } as const;
}
