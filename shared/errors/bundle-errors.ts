import type { ErrorText } from './fascicle-error.ts';

const noBundle = {
  'zh-CN': '未生成证据册；案件与已有的证据册不变。',
  en: 'No bundle was made; the case and earlier bundles are unchanged.',
} as const;

/** Errors of building a bundle. */
export const bundleErrors = {
  'bundle-stopped': {
    message: {
      'zh-CN': '有 {count} 个问题必须先解决：{problems}',
      en: '{count} problems must be solved first: {problems}',
    },
    evidence: noBundle,
    next: {
      'zh-CN': '请逐一解决；如只需草稿，可用 --draft（每页标“草稿”）。',
      en: 'Solve them one by one; for a draft only, use --draft (marked on each page).',
    },
    exit: 1,
  },
  'bundle-empty': {
    message: { 'zh-CN': '案件中没有可列入证据册的证据', en: 'The case has no item to put into a bundle' },
    evidence: noBundle,
    next: {
      'zh-CN': '请先用 fascicle capture 或 import 取得证据。',
      en: 'Capture or import something first: `fascicle capture`, `fascicle import`.',
    },
    exit: 1,
  },
  'order-missing': {
    message: {
      'zh-CN': '案件中没有载明义务的裁定，无法生成履行情况核查报告',
      en: 'The case has no order with obligations, so there is nothing to report on',
    },
    evidence: noBundle,
    next: {
      'zh-CN': '请先用 fascicle order --set 填写裁定（窗口中为“裁定”页），再生成报告。',
      en: 'State the order first: `fascicle order CASE --set FILE`, in the window on the screen “Order”.',
    },
    exit: 1,
  },
  'source-changed': {
    message: {
      'zh-CN': '文件 {sha256} 的内容与记录不符，或其结构无法列入证据册',
      en: 'The file {sha256} is not what its record says, or not of a structure that a bundle can hold',
    },
    evidence: noBundle,
    next: {
      'zh-CN': '请运行 fascicle verify 查看受损文件，并从备份恢复。',
      en: 'Run `fascicle verify` to see what is damaged, and restore it from a backup.',
    },
    exit: 1,
  },
  'bundle-inconsistent': {
    message: {
      'zh-CN': '生成后的自检未通过：{why}',
      en: 'The finished bundle did not pass its own check: {why}',
    },
    evidence: noBundle,
    next: { 'zh-CN': '这是程序的错误，请反馈给开发者。', en: 'This is a fault of the program; please report it.' },
    exit: 1,
  },
  'profile-unknown': {
    message: {
      'zh-CN': '没有名为 {profile} 的格式；现有：{known}',
      en: 'There is no profile {profile}; known: {known}',
    },
    evidence: noBundle,
    next: {
      'zh-CN': '请改用现有格式，或以 --profile 文件.json 使用自己的格式。',
      en: 'Use one of these, or a file of your own: --profile FILE.json.',
    },
    exit: 2,
  },
  'profile-invalid': {
    message: { 'zh-CN': '格式文件 {path} 无效：{why}', en: 'The profile file {path} is not valid: {why}' },
    evidence: noBundle,
    next: {
      'zh-CN': '请参照 resources/profiles/ 中的文件修改。',
      en: 'Correct it after the files in resources/profiles/.',
    },
    exit: 2,
  },
  'earlier-unreadable': {
    message: {
      'zh-CN': '此前提交的证据册 {path} 或其清单无法读取：{why}',
      en: 'The bundle filed before, {path}, or its manifest cannot be read: {why}',
    },
    evidence: noBundle,
    next: {
      'zh-CN': '请指明此前提交的 PDF，其 .manifest.json 须在旁边。',
      en: 'Name the PDF that was filed; its .manifest.json must lie beside it.',
    },
    exit: 1,
  },
  'nothing-to-redact': {
    message: { 'zh-CN': '证据 {item} 无可遮盖之处：{why}', en: 'Nothing of item {item} can be redacted: {why}' },
    evidence: {
      'zh-CN': '案件未改动。',
      en: 'The case is unchanged.',
    },
    next: {
      'zh-CN': '请以 --region x,y,w,h（整页画面的像素）或 --words 指明位置；只有画面可以遮盖。',
      en: 'Say where: --region x,y,w,h in pixels of the whole picture, or --words; only pictures can be redacted.',
    },
    exit: 1,
  },
  'region-not-there': {
    message: {
      'zh-CN': '无法从证据 {item} 截取该部分：{why}',
      en: 'That part cannot be cut out of item {item}: {why}',
    },
    evidence: { 'zh-CN': '案件未改动。', en: 'The case is unchanged.' },
    next: {
      'zh-CN': '请以整页画面的设备像素指明 --x --y --width --height；只有采集的网页画面可以截取。',
      en: 'Say --x --y --width --height in device px of the whole picture; only pictures of captured pages can be cut.',
    },
    exit: 1,
  },
  'out-unwritable': {
    message: { 'zh-CN': '无法写入 {path}（{why}）', en: '{path} cannot be written ({why})' },
    evidence: {
      'zh-CN': '那里没有写出任何文件；案件和先前的文件未改动。',
      en: 'Nothing was written there; the case and earlier files are unchanged.',
    },
    next: { 'zh-CN': '请检查位置、权限与磁盘空间。', en: 'Check the place, its permissions and the free space.' },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
