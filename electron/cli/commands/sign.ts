import { passphraseOf, passphraseOptions } from './passphrase.ts';
import { command } from '../command.ts';
import { policyOf } from './timestamp.ts';

export const signCommand = command({
  name: 'sign',
  args: '<pdf>',
  about: {
    'zh-CN': '对证据册签名（PAdES）或加盖时间戳；另存一份，原证据册不变',
    en: 'Signs a bundle (PAdES) or time-stamps it; writes a copy, the bundle stays as it is',
  },
  example: 'fascicle sign bundle.pdf --p12 wang.p12 --passphrase-env P12_PASS --timestamp https://freetsa.org/tsr',
  method: 'bundle.sign',
  options: [
    {
      flags: '--p12 <file>',
      about: {
        'zh-CN': '签名用的 PKCS #12 文件（.p12、.pfx）；没有则只加时间戳',
        en: 'a PKCS #12 file (.p12, .pfx) to sign with; without one, a time stamp alone',
      },
    },
    ...passphraseOptions,
    {
      flags: '--timestamp <url>',
      about: { 'zh-CN': '时间戳服务地址（可重复，依次尝试）', en: 'a time-stamp service (repeatable, asked in turn)' },
      repeats: true,
    },
    { flags: '--policy <oid>', about: { 'zh-CN': '要求的策略', en: 'policy to ask for' } },
    {
      flags: '--anchor <pem>',
      about: { 'zh-CN': '受信任的根证书（可重复）', en: 'a root to trust (repeatable)' },
      repeats: true,
    },
    {
      flags: '--out <file>',
      about: {
        'zh-CN': '输出文件（默认在证据册或其案件旁边，名称加 -signed）',
        en: 'file to write (else beside the bundle or its case, with -signed behind its name)',
      },
    },
  ],
  input: (call) => {
    const path = (option: string): string | null => {
      const value = call.text(option);
      return value === null ? null : call.path(value);
    };
    const p12 = path('p12');
    const services = call
      .texts('timestamp')
      .map((url) =>
        /^https?:\/\/\S+$/.test(url) ? url : call.refuse(`--timestamp takes an http(s) address, not "${url}"`),
      );
    if (p12 === null && services.length === 0) call.refuse('sign takes --p12, or --timestamp, or both');
    return {
      pdf: call.path(call.word(0)),
      out: path('out'),
      p12,
      passphrase: passphraseOf(call),
      services,
      policy:
        policyOf(call.text('policy')) ?? (call.text('policy') === null ? null : call.refuse('--policy takes an OID')),
      anchors: call.texts('anchor').map((one) => call.path(one)),
    };
  },
  print: ({ pdf, sha256, baseSha256, baseBytes, level, signer, stamp, sums }, language) => {
    const chinese = language === 'zh-CN';
    return [
      `✓ ${level}  ${pdf}`,
      `  SHA-256 ${sha256}`,
      chinese
        ? `  签名前（前 ${baseBytes} 字节）SHA-256 ${baseSha256}`
        : `  before signing (the first ${baseBytes} bytes) SHA-256 ${baseSha256}`,
      ...(signer ? [chinese ? `  证书 ${signer.name}` : `  certificate ${signer.name}`] : []),
      ...(stamp
        ? [chinese ? `  时间戳 ${stamp.genTime}  ${stamp.name}` : `  time stamp ${stamp.genTime}  ${stamp.name}`]
        : []),
      ...(stamp && !stamp.trusted
        ? [
            chinese
              ? '  ! 时间戳服务的根证书在此不受信任'
              : '  ! the root of the time-stamp service is not trusted here',
          ]
        : []),
      `  ${sums}`,
    ];
  },
});
