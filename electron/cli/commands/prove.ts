import { command } from '../command.ts';

export const proveCommand = command({
  name: 'prove',
  args: '<case> [item]',
  about: {
    'zh-CN': '写出一项证据（或日志检查点）的证明文件：不需要案件和本程序以外的任何东西即可核验',
    en: 'Writes a proof of one item, or of the log’s head alone, that is verified without the case',
  },
  example: 'fascicle prove qinghe.fascicle 0198c7 --out story.proof.json',
  method: 'proof.make',
  options: [
    {
      flags: '--out <file>',
      about: { 'zh-CN': '新文件，以 .proof.json 结尾', en: 'a new file that ends in .proof.json' },
      required: true,
    },
    {
      flags: '--since <file>',
      about: {
        'zh-CN': '先前的检查点或证明文件：一并证明现有日志以它开头',
        en: 'an earlier checkpoint or proof: shows too that today’s log begins with it',
      },
    },
  ],
  input: (call) => {
    const [, item] = call.args;
    const since = call.text('since');
    const out = call.path(call.text('out') ?? call.refuse('--out is missing'));
    if (!/\.proof\.json$/i.test(out)) call.refuse('--out takes a file that ends in .proof.json');
    return {
      case: call.path(call.word(0)),
      item: typeof item === 'string' ? item : null,
      since: since === null ? null : call.path(since),
      out,
    };
  },
  print: ({ path, sha256, item, size, root, stamps }, language) =>
    language === 'zh-CN'
      ? [
          `✓ ${path}`,
          `  ${item === null ? '日志检查点' : `证据 ${item}`}；日志 ${size} 条，${stamps} 个时间戳`,
          `  默克尔树根 ${root}`,
          `  SHA-256 ${sha256}`,
          '  核验：fascicle verify 文件名。文件含该项记录的全部内容，不含其他证据',
        ]
      : [
          `✓ ${path}`,
          `  ${item === null ? 'the log’s head' : `item ${item}`}; ${size} entries, ${stamps} time stamps`,
          `  Merkle root ${root}`,
          `  SHA-256 ${sha256}`,
          '  To verify: fascicle verify FILE. It holds all of this item’s record, and nothing of other items',
        ],
});
