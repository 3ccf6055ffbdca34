import { because } from '../../../../shared/cause.ts';
import { attachmentKinds } from '../../../../shared/case/attachment.ts';
import { carriedLines } from '../../output/carried-lines.ts';
import { attachmentName } from '../../../../shared/messages/names/attachment-names.ts';
import { command } from '../command.ts';

export const digestsCommand = command({
  name: 'digests',
  args: '<case>',
  about: {
    'zh-CN': '输出哈希值清单和每项证据的压缩包（字节固定），供外部存证',
    en: 'Writes the hash list and one deterministic ZIP for each item, to deposit with a preservation service',
  },
  example: 'fascicle digests qinghe.fascicle --out ./deposit',
  method: 'digests.export',
  options: [{ flags: '--out <dir>', about: { 'zh-CN': '输出文件夹', en: 'folder to write to' } }],
  input: (call) => {
    const out = call.text('out');
    return { case: call.path(call.word(0)), out: out === null ? null : call.path(out) };
  },
  print: ({ list, sums, archives, withheld, carried }, language) => [
    `✓ ${list.path}`,
    `✓ ${sums.path}`,
    ...archives.flatMap(({ path, sha256 }) => [`✓ ${path}`, `  SHA-256 ${sha256}`]),
    ...withheld.map((item) =>
      language === 'zh-CN'
        ? `  ${item}：是遮盖件的原件，或含有已遮盖的词句，或由较早版本取证、含有令牌；哈希值已列入清单，未输出压缩包`
        : `  ${item}: the original of a redacted copy, or contains redacted words, or an older capture that contains a token; its hashes are in the list, no ZIP was written`,
    ),
    ...carriedLines(carried, language),
  ],
});

export const attachCommand = command({
  name: 'attach',
  args: '<case> <item> <file>',
  about: {
    'zh-CN': '将外部存证机构出具的文件附于证据',
    en: 'Attaches an external document issued by a preservation service to an item',
  },
  example: 'fascicle attach qinghe.fascicle 0198c7 certificate.pdf --kind certificate --number 2019-0506-001',
  method: 'attachments.add',
  options: [
    {
      flags: '--kind <kind>',
      about: { 'zh-CN': attachmentKinds.join(' | '), en: attachmentKinds.join(' | ') },
      required: true,
    },
    { flags: '--number <number>', about: { 'zh-CN': '存证编号', en: 'deposit number' } },
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    item: call.word(1),
    file: call.path(call.word(2)),
    kind: call.choice('kind', attachmentKinds, null) ?? call.refuse(because('option-missing', { option: '--kind' })),
    number: call.text('number'),
  }),
  print: ({ item, kind, number, file }, language) => [
    `✓ ${attachmentName(kind, language)} ${number ?? ''} → ${item}`,
    `  ${file.name}  SHA-256 ${file.sha256}`,
  ],
});
