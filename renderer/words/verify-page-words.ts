import type { Text } from '../../shared/language.ts';

/** What the stand-alone verifier page says around the verdicts. */
export const pageWords = {
  title: { 'zh-CN': '核验证据（离线）', en: 'Verify evidence (offline)' },
  intro: {
    'zh-CN':
      '选择移交包（ZIP 或文件夹）、证明文件（.proof.json），或证据册 PDF 及其 .sha256、.manifest.json 两个文件。本页不联网，文件不会离开本机。',
    en: 'Choose a package (ZIP or folder), a proof (.proof.json), or a bundle PDF together with its .sha256 and .manifest.json. This page uses no network; no file leaves this computer.',
  },
  files: { 'zh-CN': '选择 ZIP、证明文件或证据册的文件', en: 'Choose a ZIP, a proof, or the files of a bundle' },
  folder: { 'zh-CN': '选择移交包文件夹', en: 'Choose a package folder' },
  anchors: {
    'zh-CN': '另行取得的时间戳根证书（可选；不可使用包内的证书）',
    en: 'Root certificates of time-stamp services, obtained elsewhere (optional; never from the package)',
  },
  copy: {
    'zh-CN': '移交包内的本页副本由移交人提供，不能自证可信：请使用从本程序发布处取得的副本，或比对其 SHA-256。',
    en: 'The copy of this page inside a package was supplied by the sender and cannot vouch for itself: use a copy from where the program is published, or compare its SHA-256.',
  },
  working: { 'zh-CN': '正在读取：{done} MB', en: 'Reading: {done} MB' },
  nothing: {
    'zh-CN': '所选文件中没有 ZIP、证明文件或证据册 PDF。未核验任何内容。',
    en: 'The chosen files include no ZIP, proof or bundle PDF. Nothing was verified.',
  },
  badAnchor: {
    'zh-CN': '无法读取根证书 {name}：{why}。未核验任何内容。',
    en: 'The root certificate {name} cannot be read: {why}. Nothing was verified.',
  },
  broken: {
    'zh-CN': '核验未能完成：{why}。文件未改动，不能据此得出任何结论。',
    en: 'The verification did not finish: {why}. The files were not changed; no conclusion can be drawn.',
  },
  notProven: { 'zh-CN': '核验不证明什么', en: 'What this does not prove' },
  notTrue: {
    'zh-CN': '不证明网页内容属实，只说明文件是否与取得时的记录一致。',
    en: 'That the content of a web page is true: only whether the files match what was recorded.',
  },
  notWhen: {
    'zh-CN': '时间戳只证明内容在其所载时间之前已经存在，不证明取证的时刻。',
    en: 'When the capture was made: a time stamp only proves existence before its time.',
  },
  notAnew: {
    'zh-CN': '不能排除整体重新制作并重新加盖时间戳；请与另行留存的哈希值或检查点核对。',
    en: 'That everything was not remade and stamped again: compare it with a hash or a checkpoint kept elsewhere.',
  },
  other: { 'zh-CN': 'English', en: '中文' },
} as const satisfies Record<string, Text>;
