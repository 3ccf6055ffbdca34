import type { Text } from '../../language.ts';

/** What a line of the verification sheet says of a bundle; it stands only where that is so. */
export type VerificationCondition =
  | 'originals' // the stored pictures are in the PDF as they are
  | 'recoded'
  | 'captures'
  | 'repeatable' // some page came from a server that others reach by the same address
  | 'demo-clock' // some times are of the demo's virtual clock
  | 'anchored'
  | 'not-anchored'
  | 'environment'; // some exhibit has the file environment.json

type Line = Readonly<{ text: Text; where?: VerificationCondition }>;

/** The verification sheet, paragraph by paragraph. */
export const verificationTexts: readonly Readonly<{ heading: Text; lines: readonly Line[] }>[] = [
  {
    heading: { 'zh-CN': '核对本册文件', en: 'Verifying the files of this bundle' },
    lines: [
      {
        text: {
          'zh-CN':
            '每册有三个文件：该册 PDF、其清单（.manifest.json）和哈希值文件（.sha256）。PDF 无法包含自身的哈希值，故列于 .sha256 文件。',
          en: 'Each volume has three files: the PDF, its manifest (.manifest.json) and its hash file (.sha256). A PDF cannot contain its own hash, so it is listed in the .sha256 file.',
        },
      },
      {
        text: {
          'zh-CN':
            'Linux、macOS：在文件所在文件夹运行 sha256sum -c 文件名.sha256（macOS：shasum -a 256 -c），应显示 OK。',
          en: 'Linux, macOS: in the folder of the files run sha256sum -c NAME.sha256 (macOS: shasum -a 256 -c). Expected: OK for each file.',
        },
      },
      {
        text: {
          'zh-CN':
            'Windows：运行 certutil -hashfile 文件名.pdf SHA256 或 PowerShell 的 Get-FileHash 文件名.pdf，与 .sha256 文件比对。',
          en: 'Windows: run certutil -hashfile NAME.pdf SHA256, or Get-FileHash NAME.pdf in PowerShell, and compare the result with the .sha256 file.',
        },
      },
    ],
  },
  {
    heading: { 'zh-CN': '核对单个文件', en: 'Verifying a single file' },
    lines: [
      {
        text: {
          'zh-CN':
            '对任一原始文件以同样方法计算 SHA-256，与本册哈希值清单及清单文件（manifest）逐位比对。有一位不同，即为不同文件。',
          en: 'Hash any original file in the same way and compare it, digit by digit, with the hash list in this bundle and with the manifest. If one digit differs, the file is different.',
        },
      },
      {
        where: 'originals',
        text: {
          'zh-CN':
            '取证说明列为原样嵌入的画面，可按清单中的方法从 PDF 还原所存文件并重新计算哈希值（fascicle verify 自动完成）。',
          en: 'For the pictures that the certificate lists as embedded unchanged, the stored files can be reconstructed from the PDF with the recipes in the manifest and hashed again (fascicle verify does this).',
        },
      },
      {
        where: 'recoded',
        text: {
          'zh-CN':
            '本册为压缩提交件，其中的画面经重新编码，不能还原为原始文件；请与所存原件核对，原件哈希值见“压缩图片清单”和哈希值清单。',
          en: 'This is a filing copy: its pictures were recoded, and the original files cannot be reconstructed from them. Compare with the stored originals, whose hashes are in the list of recoded pictures and in the hash list.',
        },
      },
    ],
  },
  {
    heading: { 'zh-CN': '重新取证', en: 'Repeating the capture' },
    lines: [
      {
        where: 'captures',
        text: {
          'zh-CN': '网页证据的操作日志列明步骤与结果；哪些网址可由他人重新取证，见取证说明第四项。',
          en: 'The operation log of each captured exhibit lists the steps and their outcome; section 4 of the certificate says which addresses others can capture again.',
        },
      },
      {
        where: 'repeatable',
        text: {
          'zh-CN': '对这些网址以同一程序重新取证，可复核方法；网页内容可能已经变化。',
          en: 'Capturing such an address again with the same program checks the method; the page may have changed since.',
        },
      },
    ],
  },
  {
    heading: { 'zh-CN': '能够证明与不能证明的事项', en: 'What this proves and what it does not' },
    lines: [
      {
        text: {
          'zh-CN': '哈希值一致，说明文件自哈希值被另行保存之时起未改动。',
          en: 'Matching hashes show that a file has not changed since its hash was stored elsewhere.',
        },
      },
      {
        text: {
          'zh-CN': '哈希值本身不证明取证时间，也不证明网页内容属实。本册所载时间取自取证或导入设备的时钟。',
          en: 'A hash alone proves neither the time of capture nor that the content of a page is true. The times in this bundle come from the clock of the device that captured or imported.',
        },
      },
      {
        where: 'demo-clock',
        text: {
          'zh-CN': '其中一部分时间取自演示用的虚拟时钟，不是实际时间；是哪些证据，见取证说明第二项。',
          en: 'Some of them come from the demo’s virtual clock and are not actual times; section 2 of the certificate names these exhibits.',
        },
      },
      {
        where: 'anchored',
        text: {
          'zh-CN': '外部存证由其出具机构负责；本册未记载对其真实性的核验。',
          en: 'External documents are the responsibility of their issuers; this bundle records no verification of them.',
        },
      },
      {
        where: 'not-anchored',
        text: {
          'zh-CN': '本册各项证据均无外部存证。',
          en: 'No exhibit in this bundle has an external document.',
        },
      },
      {
        where: 'captures',
        text: {
          'zh-CN': '网页由运行本程序的计算机取证，并非由公证机构或第三方平台取证。',
          en: 'The pages were captured on the computer that ran this program, not by a notary or a third-party platform.',
        },
      },
      {
        where: 'environment',
        text: {
          'zh-CN': '程序对取证环境的记录列于取证说明所列证据的 environment.json。',
          en: 'What the program recorded about that computer is in the file environment.json of the exhibits named in the certificate.',
        },
      },
    ],
  },
];
