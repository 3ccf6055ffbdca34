import type { Output } from '../../../shared/contract.ts';
import type { Language, Text } from '../../../shared/language.ts';
import { command, type Call } from '../command.ts';

export const timestampCommand = command({
  name: 'timestamp',
  args: '<case>',
  about: {
    'zh-CN': '向时间戳服务申请对最新检查点的时间戳；没有网络时申请会等待',
    en: 'Asks for a time stamp over the newest checkpoint; without a network the request waits',
  },
  example: 'fascicle timestamp qinghe.fascicle --tsa https://freetsa.org/tsr --anchor freetsa-root.pem',
  method: 'stamps.ask',
  options: [
    {
      flags: '--tsa <url>',
      about: { 'zh-CN': '时间戳服务地址（可重复，依次尝试）', en: 'a time-stamp service (repeatable, asked in turn)' },
      repeats: true,
    },
    { flags: '--policy <oid>', about: { 'zh-CN': '要求的策略', en: 'policy to ask for' } },
    {
      flags: '--anchor <pem>',
      about: { 'zh-CN': '受信任的根证书（可重复）', en: 'a root to trust (repeatable)' },
      repeats: true,
    },
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    services: servicesOf(call),
    policy:
      policyOf(call.text('policy')) ?? (call.text('policy') === null ? null : call.refuse('--policy takes an OID')),
    anchors: call.texts('anchor').map((file) => call.path(file)),
  }),
  print: ({ stamps, head }, language) => [
    ...stamps.flatMap((stamp) => stampLines(stamp, language)),
    language === 'zh-CN' ? `保管日志 ${head.seq} ${head.hash}` : `custody log ${head.seq} ${head.hash}`,
  ],
});

export function policyOf(text: string | null): string | null {
  return text !== null && /^[0-2](\.\d+)+$/.test(text) ? text : null;
}

const stateTexts: Readonly<Record<Output<'stamps.ask'>['stamps'][number]['state'], Text>> = {
  pending: { 'zh-CN': '● 等待', en: '● pending' },
  rejected: { 'zh-CN': '✕ 被拒绝', en: '✕ refused' },
  granted: {
    'zh-CN': '◐ 已取得，其根证书在此不受信任（可用 --anchor 指定）',
    en: '◐ granted; its root is not trusted here (name it with --anchor)',
  },
  verified: { 'zh-CN': '✓ 已取得并核验', en: '✓ granted and verified' },
  expiring: {
    'zh-CN': '! 服务证书将在 90 天内到期，请再次运行本命令续期',
    en: '! the service’s certificate ends within 90 days; run this command again to renew',
  },
  renewed: { 'zh-CN': '✓ 已续期', en: '✓ renewed' },
};

function stampLines(stamp: Output<'stamps.ask'>['stamps'][number], language: Language): readonly string[] {
  const entries = language === 'zh-CN' ? `前 ${stamp.size} 条日志` : `the first ${stamp.size} entries`;
  return [
    `${stateTexts[stamp.state][language]}  ${entries}  ${stamp.genTime ?? stamp.askedAt}`,
    ...[stamp.service, stamp.why].flatMap((line) => (line === null || line === '' ? [] : [`  ${line}`])),
  ];
}

/** The time-stamp services that a call names with `--tsa`. */
export function servicesOf(call: Call): string[] {
  return call
    .texts('tsa')
    .map((url) => (/^https?:\/\/\S+$/.test(url) ? url : call.refuse(`--tsa takes an http(s) address, not "${url}"`)));
}
