import { because, causeText } from '../../../../shared/cause.ts';
import type { Output } from '../../../../shared/contract.ts';
import { utcInstant } from '../../../../shared/instant.ts';
import { counted, type Language, type Text } from '../../../../shared/language.ts';
import { command, type Call } from '../command.ts';
import { askingOptions } from '../stamp-options.ts';

export const timestampCommand = command({
  name: 'timestamp',
  args: '<case>',
  about: {
    'zh-CN': '向时间戳服务申请对最新检查点的时间戳；没有网络时申请会等待',
    en: 'Requests a time stamp for the latest checkpoint; without a network the request waits',
  },
  example: 'fascicle timestamp qinghe.fascicle --tsa https://freetsa.org/tsr --anchor freetsa-root.pem',
  method: 'stamps.ask',
  options: [...askingOptions('--tsa')],
  input: (call) => ({
    case: call.path(call.word(0)),
    services: servicesOf(call),
    policy:
      policyOf(call.text('policy')) ??
      (call.text('policy') === null ? null : call.refuse(because('option-oid', { option: '--policy' }))),
    anchors: call.texts('anchor').map((file) => call.path(file)),
  }),
  print: ({ stamps, head }, language) => [
    ...stamps.flatMap((stamp) => stampLines(stamp, language)),
    `${language === 'zh-CN' ? '保管日志' : 'custody log'} #${head.seq}  ${head.hash}`,
  ],
});

export function policyOf(text: string | null): string | null {
  return text !== null && /^[0-2](\.\d+)+$/.test(text) ? text : null;
}

const stateTexts: Readonly<Record<Output<'stamps.ask'>['stamps'][number]['state'], Text>> = {
  pending: { 'zh-CN': '● 待取得', en: '● pending' },
  rejected: { 'zh-CN': '✕ 已被拒绝', en: '✕ refused' },
  granted: {
    'zh-CN': '◐ 已取得，其根证书在此未受信任（可用 --anchor 指定）',
    en: '◐ obtained; its root certificate is not trusted here (name it with --anchor)',
  },
  verified: { 'zh-CN': '✓ 已取得并核验', en: '✓ obtained and verified' },
  expiring: {
    'zh-CN': '! 服务证书将在 90 天内到期，请再次运行本命令续期',
    en: '! the service’s certificate expires within 90 days; run this command again to renew',
  },
  renewed: { 'zh-CN': '✓ 已续期', en: '✓ renewed' },
};

function stampLines(stamp: Output<'stamps.ask'>['stamps'][number], language: Language): readonly string[] {
  const entries =
    language === 'zh-CN' ? `前 ${stamp.size} 条日志` : `the first ${counted(stamp.size, 'entry', 'entries')}`;
  return [
    `${stateTexts[stamp.state][language]}  ${entries}  ${utcInstant(stamp.genTime ?? stamp.askedAt)}`,
    ...[stamp.service, stamp.why === null ? null : causeText(stamp.why, language)].flatMap((line) =>
      line === null || line === '' ? [] : [`  ${line}`],
    ),
  ];
}

/** The time-stamp services that a call names with `--tsa`. */
export function servicesOf(call: Call): string[] {
  return call
    .texts('tsa')
    .map((url) =>
      /^https?:\/\/\S+$/.test(url) ? url : call.refuse(because('option-http', { option: '--tsa', value: url })),
    );
}
