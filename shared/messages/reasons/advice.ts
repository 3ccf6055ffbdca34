import type { ItemRecord } from '../../case/record.ts';
import { sayToUser, type CaseLanguage, type UserWords } from '../../language.ts';
import { forUser } from '../../text.ts';

/** What the person who captures or imports may do next. Said in the window and by the command, never on a paper. */
const advice = forUser({
  redactIt: {
    'zh-CN': '提交前请决定是否遮盖页面上显示的登录凭据、令牌或一次性验证码（fascicle redact）',
    en: 'decide before filing whether to redact the credentials, tokens or one-time codes that the page shows (`fascicle redact`)',
  },
  rollIt: {
    'zh-CN':
      '此页只保留屏幕附近的内容：重新取证时选“滚动拼接”（命令选项 --rolling），可将滚动时见到的内容截入一份拼接画面',
    en: 'this page keeps only what is near the screen: capture it again with “Rolling picture” (option --rolling) to have what is seen while scrolling in one joined picture',
  },
  exportMails: {
    'zh-CN': '在该邮件程序中将有关邮件逐封另存为 .eml 或 .msg，再行导入',
    en: 'save the e-mails in question from that program as .eml or .msg, one by one, and import these',
  },
  askForDecrypted: {
    'zh-CN': '向收件人取得解密后的副本，再行导入',
    en: 'ask a recipient for a decrypted copy, and import that',
  },
  askForPassword: {
    'zh-CN': '向提供者索取密码，解压后导入其中的文件',
    en: 'ask whoever sent the archive for its password, unpack it and import what is in it',
  },
  installArchiveTool: {
    'zh-CN': '安装 bsdtar（libarchive-tools）后重新导入该归档文件，或解压后导入其中的文件',
    en: 'install bsdtar (libarchive-tools) and import the archive again, or unpack it and import what is in it',
  },
  attachToken: {
    'zh-CN': '将归档文件中的时间戳附于相应证据，即可核验其签名和时间（fascicle attach）',
    en: 'attach the time stamp of the archive to the item of the file that it holds to have its signature and time verified (`fascicle attach`)',
  },
  installOffice: {
    'zh-CN': '安装 LibreOffice 后重新导入该文件，即可生成页面；也可在原软件中另存为 PDF 一并导入',
    en: 'install LibreOffice and import the file again for pages; or save it as PDF in its own program and import that beside it',
  },
});

/** By what a file lacks: files of others, and those that came with them. */
const onFiles = [
  ['mail-store-not-opened', 'advice-export-mails', advice.exportMails],
  ['smime-encrypted', 'advice-ask-for-decrypted', advice.askForDecrypted],
  ['archive-encrypted', 'advice-ask-for-password', advice.askForPassword],
  ['archive-tool-missing', 'advice-install-archive-tool', advice.installArchiveTool],
  ['archive-token-holds', 'advice-attach-token', advice.attachToken],
  ['office-tool-missing', 'advice-install-office', advice.installOffice],
] as const;

function reasonsOfFile(record: ItemRecord): ReadonlySet<string> {
  const own = record.kind === 'import' ? record : record.file;
  const pages = [own?.pages, ...(own?.parts ?? []).map((part) => part.pages)];
  const warned = [...record.warnings, ...(own?.parts ?? []).flatMap(({ warnings }) => warnings)];
  return new Set(
    [...warned, ...pages.flatMap((one) => (one?.as === 'none' ? [one.reason] : []))].map(({ code }) => code),
  );
}

/** Advice on what went short, by a code of its own; none where it was followed already, or in a copy. */
export function adviceOn(
  record: ItemRecord,
  language: CaseLanguage,
): readonly Readonly<{ code: string; message: UserWords }>[] {
  const lacks = reasonsOfFile(record);
  const ofFile = onFiles.flatMap(([reason, code, text]) =>
    lacks.has(reason) ? [{ code, message: sayToUser(text, language) }] : [],
  );
  if (record.kind !== 'capture' || record.redaction || record.region) return ofFile;
  const shows = record.warnings.some(({ code }) => code === 'credential-shown' || code === 'one-time-code-shown');
  const unloads = record.steps.some(({ reason }) => reason?.code === 'seen-not-in-picture');
  const rolled = record.steps.some(({ step }) => step === 'rolling');
  return [
    ...ofFile,
    ...(unloads && !rolled ? [{ code: 'advice-rolling', message: sayToUser(advice.rollIt, language) }] : []),
    ...(shows ? [{ code: 'advice-redact', message: sayToUser(advice.redactIt, language) }] : []),
  ];
}
