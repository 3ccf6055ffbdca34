import type { Text } from '../../../shared/language.ts';
import { refusalOf } from '../gateway/address-policy.ts';
import type { Lookup } from '../gateway/network.ts';
import type { Upstream } from '../gateway/upstream.ts';

/** Something between this computer and the servers that a person should know of before the first capture. */
export type InTheWay = Readonly<{ code: 'proxy-in-environment' | 'vpn-answers'; text: Text }>;

/**
 * Looks for a system proxy, and for a VPN that answers every name from 198.18.0.0/15 (RFC 2544): behind either, the
 * address that is dialled is not the server's.
 */
export async function standsInTheWay(
  upstream: Upstream | null,
  lookup: Lookup,
  host: string,
): Promise<readonly InTheWay[]> {
  const found: InTheWay[] = [];
  if (upstream) {
    found.push({
      code: 'proxy-in-environment',
      text: {
        'zh-CN': `系统设置了代理 ${upstream.shown}；取证默认直连，如需经代理请用 --through-proxy`,
        en: `a system proxy is set (${upstream.shown}); captures connect directly unless --through-proxy is given`,
      },
    });
  }
  const late = new Promise<readonly string[]>((done) => setTimeout(() => done([]), 2_000).unref());
  const answers = await Promise.race([lookup(host).catch(() => []), late]);
  if (answers.some((address) => refusalOf(address) === 'benchmark')) {
    found.push({
      code: 'vpn-answers',
      text: {
        'zh-CN': `域名 ${host} 被解析为 ${answers.join('、')}：VPN 或代理程序改写了解析结果，所记录的地址将不是服务器的地址`,
        en: `${host} resolves to ${answers.join(', ')}: a VPN or proxy program rewrites the answers, so the address recorded would not be the server’s`,
      },
    });
  }
  return found;
}
