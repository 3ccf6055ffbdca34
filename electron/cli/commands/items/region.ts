import { command, type Call } from '../command.ts';

export const regionCommand = command({
  name: 'region',
  args: '<case> <item>',
  about: {
    'zh-CN': '自整页画面截取一部分作为新证据（取自已存图块，不重新取证）',
    en: 'Makes a new item from a part of a page’s picture, cut from the stored tiles without a new capture',
  },
  example: 'fascicle region qinghe.fascicle 0198c7 --x 40 --y 1200 --width 900 --height 600 --reason "涉案段落"',
  method: 'items.region',
  options: [
    {
      flags: '--x <px>',
      about: { 'zh-CN': '左边，画面的设备像素', en: 'left edge, device pixels of the picture' },
      required: true,
    },
    { flags: '--y <px>', about: { 'zh-CN': '上边', en: 'top edge' }, required: true },
    { flags: '--width <px>', about: { 'zh-CN': '宽', en: 'width' }, required: true },
    { flags: '--height <px>', about: { 'zh-CN': '高', en: 'height' }, required: true },
    { flags: '--reason <text>', about: { 'zh-CN': '理由', en: 'reason' } },
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    item: call.word(1),
    region: {
      x: pixels(call, 'x', 0),
      y: pixels(call, 'y', 0),
      width: pixels(call, 'width', 1),
      height: pixels(call, 'height', 1),
    },
    reason: call.text('reason') || null,
  }),
  print: ({ item, title }) => [`✓ ${item}`, `  ${title}`],
});

const pixels = (call: Call, option: string, least: number) => call.whole(option, least, least, 10_000_000);
