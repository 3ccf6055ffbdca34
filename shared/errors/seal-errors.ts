import type { ErrorText } from './error-text.ts';

const unchanged = { 'zh-CN': '案件未改动。', en: 'The case is unchanged.' } as const;

const unsigned = {
  'zh-CN': '未写出已签名的文件；证据册未改动。',
  en: 'No signed file was written; the bundle is unchanged.',
} as const;

/** Errors of sealing, handing over and taking over. */
export const sealErrors = {
  'anchor-unreadable': {
    message: { 'zh-CN': '{path} 不是证书文件：{why}', en: '{path} is not a certificate file: {why}' },
    evidence: unchanged,
    next: {
      'zh-CN': '请用 --anchor 指定时间戳服务机构公布的根证书（PEM 或 DER）。',
      en: 'Use --anchor to name the root certificate published by the time-stamp service (PEM or DER).',
    },
    exit: 1,
  },
  'key-unreadable': {
    message: {
      'zh-CN': '无法读取密钥文件 {path}，或口令有误：{why}',
      en: 'The key file {path} cannot be read, or the passphrase is wrong: {why}',
    },
    evidence: unsigned,
    next: {
      'zh-CN': '请用 --p12 指定 PKCS #12 文件（.p12、.pfx），并用 --passphrase-env 或 --passphrase-file 提供口令。',
      en: 'Name a PKCS #12 file (.p12, .pfx) with --p12 and supply its passphrase with --passphrase-env or --passphrase-file.',
    },
    exit: 1,
  },
  'key-unfit': {
    message: { 'zh-CN': '不能用 {path} 签名：{why}', en: '{path} cannot be used for signing: {why}' },
    evidence: unsigned,
    next: {
      'zh-CN': '请改用有效的签名证书（RSA 2048 位以上，或 P-256、P-384、P-521）。',
      en: 'Use a valid signing certificate (RSA of 2048 bits or more, or P-256, P-384, P-521).',
    },
    exit: 1,
  },
  'not-signable': {
    message: {
      'zh-CN': '{path} 不是完好的证据册，不能签名：{why}',
      en: '{path} is not an intact bundle and cannot be signed: {why}',
    },
    evidence: unsigned,
    next: {
      'zh-CN': '请运行 fascicle verify 查看原因；清单和哈希值文件须与 PDF 在同一文件夹。',
      en: 'Run `fascicle verify` on it; its manifest and hash file must be in the same folder as the PDF.',
    },
    exit: 1,
  },
  'stamp-refused': {
    message: {
      'zh-CN': '未取得时间戳，因此未签名：{why}',
      en: 'No time stamp was obtained, so nothing was signed: {why}',
    },
    evidence: unsigned,
    next: {
      'zh-CN': '请稍后重试或更换服务；也可先不加 --timestamp 签名，以后再对已签名文件运行 sign --timestamp。',
      en: 'Try again later or use another service; or sign without --timestamp now and run `sign --timestamp` on the signed file later.',
    },
    exit: 1,
  },
  'since-unreadable': {
    message: { 'zh-CN': '{path} 不是检查点：{why}', en: '{path} is not a checkpoint: {why}' },
    evidence: unchanged,
    next: {
      'zh-CN': '请指定移交包中的 custody/checkpoint.txt 或证明文件（.proof.json）；核验时也可指定证据册的清单文件。',
      en: 'Name custody/checkpoint.txt of a package, or a proof (.proof.json); `verify` also accepts a bundle’s manifest.',
    },
    exit: 1,
  },
  'since-no-beginning': {
    message: {
      'zh-CN': '现有日志的开头与该检查点（{size} 条）不符，无法证明日志由其延续而来',
      en: 'The log does not begin with that checkpoint ({size} {size|entry|entries}), so continuity cannot be proven',
    },
    evidence: { 'zh-CN': '未写出证明；案件未改动。', en: 'No proof was written; the case is unchanged.' },
    next: {
      'zh-CN': '请运行 fascicle verify --since，查明检查点属于另一案件，还是日志曾被改写或截短。',
      en: 'Run `fascicle verify --since` to find out whether the checkpoint is from another case, or the log was rewritten or truncated.',
    },
    exit: 1,
  },
  'passphrase-needed': {
    message: { 'zh-CN': '{path} 已加密（口令）', en: '{path} is encrypted with a passphrase' },
    evidence: { 'zh-CN': '未读取其内容；案件未改动。', en: 'None of it was read; the case is unchanged.' },
    next: {
      'zh-CN': '请提供口令：--passphrase-file 或 --passphrase-env，或在窗口中输入。',
      en: 'Supply the passphrase with --passphrase-file or --passphrase-env, or type it in the window.',
    },
    exit: 1,
  },
  'passphrase-wrong': {
    message: {
      'zh-CN': '无法打开 {path}：口令有误，或文件已改动',
      en: '{path} cannot be opened: either the passphrase is wrong or the file was changed',
    },
    evidence: { 'zh-CN': '未接收任何内容；案件未改动。', en: 'Nothing was received; the case is unchanged.' },
    next: {
      'zh-CN': '请核对口令；确认无误的，请对方重新移交。',
      en: 'Check the passphrase; if it is right, ask the sender for the package again.',
    },
    exit: 1,
  },
  'package-exists': {
    message: { 'zh-CN': '{path} 已存在', en: '{path} already exists' },
    evidence: { 'zh-CN': '未写出任何文件；案件未改动。', en: 'Nothing was written; the case is unchanged.' },
    next: { 'zh-CN': '请更换名称，或移走原有文件。', en: 'Choose another name, or move the existing file.' },
    exit: 1,
  },
  'package-inside-case': {
    message: { 'zh-CN': '{path} 位于案件文件夹内', en: '{path} is inside the case folder' },
    evidence: {
      'zh-CN': '未写出移交包；案件未改动。',
      en: 'No package was written; the case is unchanged.',
    },
    next: { 'zh-CN': '请把移交包写到案件文件夹之外。', en: 'Write the package to a location outside the case folder.' },
    exit: 1,
  },
  'package-without-bundle': {
    message: {
      'zh-CN': '案件中没有可移交的提交版证据册',
      en: 'The case has no bundle of the filing edition to hand over',
    },
    evidence: {
      'zh-CN': '未写出移交包；案件未改动。',
      en: 'No package was written; the case is unchanged.',
    },
    next: {
      'zh-CN': '请先用 fascicle bundle 生成证据册（不加 --out、--draft）。',
      en: 'Build one first: `fascicle bundle CASE`, without --out or --draft.',
    },
    exit: 1,
  },
  'package-not-stamped': {
    message: {
      'zh-CN': '时间戳服务未给出可用的令牌：{why}',
      en: 'No time-stamp service returned a usable token: {why}',
    },
    evidence: {
      'zh-CN': '未写出移交包；案件未改动。',
      en: 'No package was written; the case is unchanged.',
    },
    next: {
      'zh-CN': '请稍后重试；不加 --tsa 则写出没有时间戳的移交包。',
      en: 'Try again later, or leave out --tsa to write a package without a time stamp.',
    },
    exit: 1,
  },
  'package-unsound': {
    message: {
      'zh-CN': '无法接收 {path}：{why}',
      en: '{path} cannot be received: {why}',
    },
    evidence: {
      'zh-CN': '未接收任何内容；案件未改动。',
      en: 'Nothing was received; the case is unchanged.',
    },
    next: {
      'zh-CN': '请运行 fascicle verify 查看全部问题，并请移交人重新提供。',
      en: 'Run `fascicle verify` on it to see all problems, and ask the sender for another copy.',
    },
    exit: 1,
  },
  'package-conflict': {
    message: {
      'zh-CN': '案件中已有证据 {item}，但其记录与移交包中的不同',
      en: 'The case already has item {item}, but its record differs from the one in the package',
    },
    evidence: {
      'zh-CN': '未接收任何内容；案件未改动。',
      en: 'Nothing was received; the case is unchanged.',
    },
    next: {
      'zh-CN': '同一标识不应有两份不同的记录：请用 --new 接收为新案件，再查明哪一份属实。',
      en: 'One id never has two records: receive the package as a new case with --new, then find out which record is genuine.',
    },
    exit: 1,
  },
  'package-other-story': {
    message: {
      'zh-CN': '移交包所载案件 {from} 的保管日志与此前收到的不是同一份：两份日志互不为对方的开头部分',
      en: 'The custody log of case {from} in this package differs from the one received earlier: neither is the beginning of the other',
    },
    evidence: {
      'zh-CN': '未接收任何内容；案件未改动。',
      en: 'Nothing was received; the case is unchanged.',
    },
    next: {
      'zh-CN':
        '通常是案件文件夹被复制后在两处分别使用，也可能是日志被改写：请向移交人查明；可用 --new 接收为新案件后逐项比较。',
      en: 'Usually a case folder was copied and both copies were used; the log may also have been rewritten. Ask the sender, and receive the package as a new case with --new to compare the two.',
    },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
