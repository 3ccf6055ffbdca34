import { arrangementSchema, type Exhibit } from '../../../shared/case/exhibit.ts';
import { command } from './command.ts';
import { jsonIn } from './json-file.ts';

export const exhibitsCommand = command({
  name: 'exhibits',
  args: '<case>',
  about: { 'zh-CN': '以 JSON 输出编排，或以文件替换', en: 'Prints the arrangement as JSON, or replaces it' },
  example: 'fascicle exhibits qinghe.fascicle --set exhibits.json',
  method: 'exhibits.arrange',
  options: [
    { flags: '--set <file>', about: { 'zh-CN': '新的编排（JSON 文件）', en: 'the new arrangement as a JSON file' } },
  ],
  input: (call) => {
    const file = call.text('set');
    return {
      case: call.path(call.word(0)),
      exhibits: file === null ? null : jsonIn(call, 'set', file, arrangementSchema),
    };
  },
  print: ({ exhibits }) => JSON.stringify(exhibits.map(asked), null, 2).split('\n'),
});

/** An exhibit with the summary that it has or still needs: whoever edits the list sees what is asked for. */
const asked = ({ item, group, title, source, summary = '', ...rest }: Exhibit): Exhibit => ({
  item,
  group,
  title,
  source,
  summary,
  ...rest,
});
