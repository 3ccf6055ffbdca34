import { because } from '../../../../shared/cause.ts';
import { utcInstant } from '../../../../shared/instant.ts';
import { passphraseOf, passphraseOptions } from '../passphrase.ts';
import { command } from '../command.ts';
import { askingOptions } from '../stamp-options.ts';
import { policyOf } from '../seal/timestamp.ts';

export const signCommand = command({
  name: 'sign',
  args: '<pdf>',
  about: {
    'zh-CN': '对证据册签名（PAdES）或加盖时间戳；另存一份，原证据册不变',
    en: 'Signs (PAdES) or time-stamps a bundle; writes a copy and leaves the bundle unchanged',
  },
  example: 'fascicle sign bundle.pdf --p12 wang.p12 --passphrase-env P12_PASS --timestamp https://freetsa.org/tsr',
  method: 'bundle.sign',
  options: [
    {
      flags: '--p12 <file>',
      about: {
        'zh-CN': '签名用的 PKCS #12 文件（.p12、.pfx）；不提供则只加盖时间戳',
        en: 'a PKCS #12 file (.p12, .pfx) to sign with; without it, a time stamp only',
      },
    },
    ...passphraseOptions,
    ...askingOptions('--timestamp'),
    {
      flags: '--out <file>',
      about: {
        'zh-CN': '输出文件（默认与证据册或其案件在同一文件夹，名称加 -signed）',
        en: 'file to write (default: next to the bundle or its case, with -signed appended to its name)',
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
        /^https?:\/\/\S+$/.test(url) ? url : call.refuse(because('option-http', { option: '--timestamp', value: url })),
      );
    if (p12 === null && services.length === 0)
      call.refuse(because('option-or-both', { option: '--p12', other: '--timestamp' }));
    return {
      pdf: call.path(call.word(0)),
      out: path('out'),
      p12,
      passphrase: passphraseOf(call),
      services,
      policy:
        policyOf(call.text('policy')) ??
        (call.text('policy') === null ? null : call.refuse(because('option-oid', { option: '--policy' }))),
      anchors: call.texts('anchor').map((one) => call.path(one)),
    };
  },
  print: ({ pdf, sha256, baseSha256, baseBytes, level, signer, stamp, sums }, language) => {
    const chinese = language === 'zh-CN';
    return [
      `✓ ${level}  ${pdf}`,
      `  SHA-256 ${sha256}`,
      chinese
        ? `  签名前（前 ${baseBytes} 字节）SHA-256：${baseSha256}`
        : `  SHA-256 before signing (the first ${baseBytes} bytes): ${baseSha256}`,
      ...(signer ? [chinese ? `  证书 ${signer.name}` : `  certificate ${signer.name}`] : []),
      ...(stamp ? [`  ${chinese ? '时间戳' : 'time stamp'} ${utcInstant(stamp.genTime)}  ${stamp.name}`] : []),
      ...(stamp && !stamp.trusted
        ? [
            chinese
              ? '  ! 时间戳服务的根证书在此不受信任'
              : '  ! the root certificate of the time-stamp service is not trusted here',
          ]
        : []),
      `  ${sums}`,
    ];
  },
});
