import type { ErrorText } from './fascicle-error.ts';

const unchanged = { 'zh-CN': '案件未作任何变更。', en: 'The case is unchanged.' } as const;

const unsigned = {
  'zh-CN': '未写出已签名的文件；证据册未作任何变更。',
  en: 'No signed file was written; the bundle is unchanged.',
} as const;

/** Errors of sealing, handing over and taking over. */
export const sealErrors = {
  'anchor-unreadable': {
    message: { 'zh-CN': '{path} 不是证书文件：{why}', en: '{path} is no certificate file: {why}' },
    evidence: unchanged,
    next: {
      'zh-CN': '请用 --anchor 指定时间戳服务机构公布的根证书（PEM 或 DER）。',
      en: 'Name the root certificate that the time-stamp service publishes (PEM or DER) with --anchor.',
    },
    exit: 1,
  },
  'key-unreadable': {
    message: {
      'zh-CN': '密钥文件 {path} 无法读取，或口令不对：{why}',
      en: 'The key file {path} cannot be read, or the passphrase is wrong: {why}',
    },
    evidence: unsigned,
    next: {
      'zh-CN': '请用 --p12 指定 PKCS #12 文件（.p12、.pfx），并以 --passphrase-env 或 --passphrase-file 给出口令。',
      en: 'Name a PKCS #12 file (.p12, .pfx) with --p12 and give its passphrase by --passphrase-env or --passphrase-file.',
    },
    exit: 1,
  },
  'key-unfit': {
    message: { 'zh-CN': '不能用 {path} 签名：{why}', en: '{path} cannot be used to sign: {why}' },
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
      en: '{path} is no intact bundle and cannot be signed: {why}',
    },
    evidence: unsigned,
    next: {
      'zh-CN': '请运行 fascicle verify 查看；清单与哈希值文件须在 PDF 旁边。',
      en: 'Run `fascicle verify` on it; its manifest and hash file must lie beside the PDF.',
    },
    exit: 1,
  },
  'stamp-refused': {
    message: {
      'zh-CN': '未取得时间戳，因此未签名：{why}',
      en: 'No time stamp was given, so nothing was signed: {why}',
    },
    evidence: unsigned,
    next: {
      'zh-CN': '请稍后重试或换一个服务；也可先不加 --timestamp 签名，以后再对已签名的文件运行 sign --timestamp。',
      en: 'Try again later or another service; or sign without --timestamp now, and run `sign --timestamp` on the signed file later.',
    },
    exit: 1,
  },
  'since-unreadable': {
    message: { 'zh-CN': '{path} 不是检查点：{why}', en: '{path} is no checkpoint: {why}' },
    evidence: unchanged,
    next: {
      'zh-CN': '请指定移交包中的 custody/checkpoint.txt、证明文件（.proof.json），核验时也可用证据册的清单文件。',
      en: 'Name custody/checkpoint.txt of a package or a proof (.proof.json); `verify` also takes a bundle’s manifest.',
    },
    exit: 1,
  },
  'since-no-beginning': {
    message: {
      'zh-CN': '现有日志不以该检查点（{size} 条）开头，无法证明其延续',
      en: 'The log does not begin with that checkpoint of {size} entries, so nothing can be proven of it',
    },
    evidence: { 'zh-CN': '未写出证明；案件未作任何变更。', en: 'No proof was written; the case is unchanged.' },
    next: {
      'zh-CN': '请用 fascicle verify --since 查明：检查点属于另一案件，还是日志被改写或截短。',
      en: 'Run `fascicle verify --since`: it says whether the checkpoint is of another case, or the log was rewritten or cut.',
    },
    exit: 1,
  },
  'passphrase-needed': {
    message: { 'zh-CN': '{path} 已用口令加锁', en: '{path} is locked with a passphrase' },
    evidence: { 'zh-CN': '未读取其内容；案件未改动。', en: 'Nothing of it was read; no case was changed.' },
    next: {
      'zh-CN': '请给出口令：--passphrase-file 或 --passphrase-env，或在窗口中输入。',
      en: 'Give the passphrase: --passphrase-file or --passphrase-env, or type it in the window.',
    },
    exit: 1,
  },
  'passphrase-wrong': {
    message: {
      'zh-CN': '{path} 打不开：口令不对，或文件已改动',
      en: '{path} does not open: the passphrase is wrong, or the file was changed',
    },
    evidence: { 'zh-CN': '未接收任何内容；案件未改动。', en: 'Nothing was taken over; no case was changed.' },
    next: {
      'zh-CN': '请核对口令；确认无误时，请对方重新移交。',
      en: 'Check the passphrase; if it is right, ask for the package again.',
    },
    exit: 1,
  },
  'package-exists': {
    message: { 'zh-CN': '{path} 已经存在', en: '{path} is there already' },
    evidence: {
      'zh-CN': '未写出移交包；案件未作任何变更。',
      en: 'No package was written; the case is unchanged.',
    },
    next: { 'zh-CN': '请换一个名称或移走原有文件。', en: 'Name another place, or move what is there.' },
    exit: 1,
  },
  'package-inside-case': {
    message: { 'zh-CN': '{path} 位于案件文件夹内', en: '{path} lies inside the case folder' },
    evidence: {
      'zh-CN': '未写出移交包；案件未作任何变更。',
      en: 'No package was written; the case is unchanged.',
    },
    next: { 'zh-CN': '请把移交包写到案件文件夹之外。', en: 'Write the package outside the case folder.' },
    exit: 1,
  },
  'package-without-bundle': {
    message: {
      'zh-CN': '案件中没有可移交的提交版证据册',
      en: 'The case holds no bundle of the filing edition to hand over',
    },
    evidence: {
      'zh-CN': '未写出移交包；案件未作任何变更。',
      en: 'No package was written; the case is unchanged.',
    },
    next: {
      'zh-CN': '请先用 fascicle bundle 生成证据册（不加 --out、--draft）。',
      en: 'Build one first: `fascicle bundle CASE`, without --out and --draft.',
    },
    exit: 1,
  },
  'package-not-stamped': {
    message: {
      'zh-CN': '时间戳服务未给出可用的令牌：{why}',
      en: 'No time-stamp service gave a token that is fit: {why}',
    },
    evidence: {
      'zh-CN': '未写出移交包；案件未作任何变更。',
      en: 'No package was written; the case is unchanged.',
    },
    next: {
      'zh-CN': '请稍后重试，或不加 --tsa 写出没有时间戳的移交包。',
      en: 'Try again later, or leave --tsa out for a package without a stamp.',
    },
    exit: 1,
  },
  'package-unsound': {
    message: {
      'zh-CN': '{path} 不能接收：{why}',
      en: '{path} cannot be taken over: {why}',
    },
    evidence: {
      'zh-CN': '未接收任何内容；案件未作任何变更。',
      en: 'Nothing of it was taken over; the case is unchanged.',
    },
    next: {
      'zh-CN': '请用 fascicle verify 查看全部问题，并向移交人重新索取。',
      en: 'Run `fascicle verify` on it for all that is wrong, and ask whoever sent it for another copy.',
    },
    exit: 1,
  },
  'package-conflict': {
    message: {
      'zh-CN': '案件中已有证据 {item}，但记录与移交包中的不同',
      en: 'The case holds item {item} already, with another record than the package',
    },
    evidence: {
      'zh-CN': '未接收任何内容；案件未作任何变更。',
      en: 'Nothing of it was taken over; the case is unchanged.',
    },
    next: {
      'zh-CN': '同一标识不可能有两份记录：请用 --new 接收到新的案件，再查明哪一份是真的。',
      en: 'One id never has two records: take the package over into a new case with --new, and find out which is genuine.',
    },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
