import { because } from '../../../../shared/cause.ts';
import { counted } from '../../../../shared/language.ts';
import { gatheringLines } from '../../output/gathering-lines.ts';
import { command } from '../command.ts';

export const proveCommand = command({
  name: 'prove',
  args: '<case> [item]',
  about: {
    'zh-CN': '写出一项证据（或日志检查点）的证明文件：只需本程序、无需案件即可核验',
    en: 'Writes a proof of one item, or of the log’s checkpoint alone, that can be verified without the case',
  },
  example: 'fascicle prove qinghe.fascicle 0198c7 --out story.proof.json',
  method: 'proof.make',
  options: [
    {
      flags: '--out <file>',
      about: { 'zh-CN': '新文件，以 .proof.json 结尾', en: 'a new file ending in .proof.json' },
      required: true,
    },
    {
      flags: '--since <file>',
      about: {
        'zh-CN': '先前的检查点或证明文件：一并证明现有日志以其为开头',
        en: 'an earlier checkpoint or proof: also shows that the present log begins with it',
      },
    },
  ],
  input: (call) => {
    const [, item] = call.args;
    const since = call.text('since');
    const out = call.path(call.text('out') ?? call.refuse(because('option-missing', { option: '--out' })));
    if (!/\.proof\.json$/i.test(out)) call.refuse(because('option-ending', { option: '--out', ending: '.proof.json' }));
    return {
      case: call.path(call.word(0)),
      item: typeof item === 'string' ? item : null,
      since: since === null ? null : call.path(since),
      out,
    };
  },
  print: ({ path, sha256, item, size, root, stamps }, language) => [
    ...(language === 'zh-CN'
      ? [
          `✓ ${path}`,
          `  ${item === null ? '日志检查点' : `证据 ${item}`}；日志 ${size} 条，${stamps} 个时间戳`,
          `  默克尔树根 ${root}`,
          `  SHA-256 ${sha256}`,
          `  核验：fascicle verify 文件。${item === null ? '文件不含任何证据的内容' : '文件含该项记录的全部内容，不含其他证据的内容'}`,
        ]
      : [
          `✓ ${path}`,
          `  ${item === null ? 'the log’s checkpoint' : `item ${item}`}; ${counted(size, 'entry', 'entries')}, ${counted(stamps, 'time stamp', 'time stamps')}`,
          `  Merkle root ${root}`,
          `  SHA-256 ${sha256}`,
          `  To verify: fascicle verify FILE. It contains ${item === null ? 'nothing of any item' : 'the whole record of this item and nothing of other items'}`,
        ]),
    ...(item === null ? [] : gatheringLines('proof', language)),
  ],
});
