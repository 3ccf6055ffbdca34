import { attachmentKinds } from '../../../shared/case/attachment.ts';
import { command } from '../command.ts';

export const digestsCommand = command({
  name: 'digests',
  args: '<case>',
  about: {
    'zh-CN': '输出哈希值清单与每项证据的固定压缩包，供外部存证',
    en: 'Writes the hash list and one deterministic ZIP per item, to deposit with a preservation service',
  },
  example: 'fascicle digests qinghe.fascicle --out ./deposit',
  method: 'digests.export',
  options: [{ flags: '--out <dir>', about: { 'zh-CN': '输出文件夹', en: 'folder to write to' } }],
  input: (call) => {
    const out = call.text('out');
    return { case: call.path(call.word(0)), out: out === null ? null : call.path(out) };
  },
  print: ({ list, sums, archives }) => [
    `✓ ${list.path}`,
    `✓ ${sums.path}`,
    ...archives.map(({ path, sha256 }) => `✓ ${path}\n  SHA-256 ${sha256}`),
  ],
});

export const attachCommand = command({
  name: 'attach',
  args: '<case> <item> <file>',
  about: { 'zh-CN': '保存外部存证机构出具的文件', en: 'Keeps what a preservation service gave back' },
  example: 'fascicle attach qinghe.fascicle 0198c7 certificate.pdf --kind certificate --number 2019-0506-001',
  method: 'attachments.add',
  options: [
    {
      flags: '--kind <kind>',
      about: { 'zh-CN': attachmentKinds.join(' | '), en: attachmentKinds.join(' | ') },
      required: true,
    },
    { flags: '--number <number>', about: { 'zh-CN': '存证编号', en: 'the service’s number' } },
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    item: call.word(1),
    file: call.path(call.word(2)),
    kind: call.choice('kind', attachmentKinds, null) ?? call.refuse('--kind is missing'),
    number: call.text('number'),
  }),
  print: ({ item, kind, number, file }) => [
    `✓ ${kind} ${number ?? ''} → ${item}`,
    `  ${file.name}  SHA-256 ${file.sha256}`,
  ],
});
