import type { ErrorText } from './error-text.ts';

const noBundle = {
  'zh-CN': '未生成证据册；案件和已有的证据册均未改动。',
  en: 'No bundle was made; the case and earlier bundles are unchanged.',
} as const;

/** Errors of building a bundle. */
export const bundleErrors = {
  'bundle-stopped': {
    message: {
      'zh-CN': '有 {count} 个问题须先解决：{what}',
      en: '{count} {count|problem|problems} must be solved first: {what}',
    },
    evidence: noBundle,
    next: {
      'zh-CN': '请逐一解决；如只需草稿，请加 --draft（每页标有“草稿”）。',
      en: 'Solve them one by one, or use --draft for a draft (marked as such on every page).',
    },
    exit: 1,
  },
  'bundle-empty': {
    message: { 'zh-CN': '案件中没有可编入证据册的证据', en: 'The case has no item that could go into a bundle' },
    evidence: noBundle,
    next: {
      'zh-CN': '请先用 fascicle capture 或 import 取得证据。',
      en: 'First capture or import something: `fascicle capture`, `fascicle import`.',
    },
    exit: 1,
  },
  'order-missing': {
    message: {
      'zh-CN': '案件中没有载明义务的裁定，无法生成履行情况核查报告',
      en: 'The case has no ruling with obligations, so there is nothing to report on',
    },
    evidence: noBundle,
    next: {
      'zh-CN': '请先用 fascicle order --set 填写裁定（窗口中为“裁定”页），再生成报告。',
      en: 'Enter the ruling first: `fascicle order CASE --set FILE`, or the Ruling screen of the window.',
    },
    exit: 1,
  },
  'source-changed': {
    message: {
      'zh-CN': '文件 {sha256} 的内容与记录不符，或其结构无法编入证据册',
      en: 'File {sha256} does not match its record, or has a structure that cannot go into a bundle',
    },
    evidence: noBundle,
    next: {
      'zh-CN': '请运行 fascicle verify 查看受损文件，并从备份恢复。',
      en: 'Run `fascicle verify` to see what is damaged, then restore it from a backup.',
    },
    exit: 1,
  },
  'bundle-inconsistent': {
    message: {
      'zh-CN': '证据册生成后自检未通过：{why}',
      en: 'The finished bundle failed its own check: {why}',
    },
    evidence: noBundle,
    next: { 'zh-CN': '这是程序的错误，请向开发者报告。', en: 'This is a fault in the program; please report it.' },
    exit: 1,
  },
  'profile-unknown': {
    message: {
      'zh-CN': '没有名为 {profile} 的格式；可用格式：{known}',
      en: 'There is no profile named {profile}; available: {known}',
    },
    evidence: noBundle,
    next: {
      'zh-CN': '请使用上列格式，或以 --profile 文件.json 使用自备格式。',
      en: 'Use one of these, or your own file: --profile FILE.json.',
    },
    exit: 2,
  },
  'profile-invalid': {
    message: { 'zh-CN': '格式文件 {path} 无效：{why}', en: 'The profile file {path} is invalid: {why}' },
    evidence: noBundle,
    next: {
      'zh-CN': '请参照 resources/profiles/ 中的文件修改。',
      en: 'Use the files in resources/profiles/ as a model.',
    },
    exit: 2,
  },
  'earlier-unreadable': {
    message: {
      'zh-CN': '此前提交的证据册 {path} 或其清单无法读取：{why}',
      en: 'The earlier bundle {path} or its manifest cannot be read: {why}',
    },
    evidence: noBundle,
    next: {
      'zh-CN': '请指明此前提交的 PDF，其 .manifest.json 须在旁边。',
      en: 'Name the PDF that was filed; its .manifest.json must be in the same folder.',
    },
    exit: 1,
  },
  'region-not-there': {
    message: {
      'zh-CN': '无法从证据 {item} 截取该部分：{why}',
      en: 'This part cannot be cut from item {item}: {why}',
    },
    evidence: { 'zh-CN': '案件未改动。', en: 'The case is unchanged.' },
    next: {
      'zh-CN': '请按整页画面的设备像素给出 --x --y --width --height；只有网页取证的画面可以截取。',
      en: 'Give --x --y --width --height in device pixels of the whole picture; only pictures of captured pages can be cut.',
    },
    exit: 1,
  },
  'out-unwritable': {
    message: { 'zh-CN': '无法写入 {path}（{why}）', en: '{path} cannot be written ({why})' },
    evidence: {
      'zh-CN': '未写出任何文件；案件和原有文件均未改动。',
      en: 'Nothing was written; the case and existing files are unchanged.',
    },
    next: { 'zh-CN': '请检查位置、权限与磁盘空间。', en: 'Check the location, its permissions and the free space.' },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
