import { causeOf, causeText } from '../../shared/cause.ts';
import type { Text } from '../../shared/language.ts';
import { chromiumHere, startBrowser, type BrowserHere } from './browser/browser.ts';
import { ProgramHashes } from './environment/program-hashes.ts';
import { upstreamOf } from './gateway/upstream.ts';
import { systemLookup } from './gateway/network.ts';
import { standsInTheWay } from './queue/network-way.ts';

export type BrowserFinding = Readonly<{
  subject: string;
  state: 'ok' | 'missing' | 'note';
  detail: Text;
  next: Text | null;
}>;

/** Starts the capture browser for a moment and says what it is; and whether a proxy or a VPN stands in the way. */
export async function browserFindings(
  environment: Readonly<Record<string, string | undefined>>,
  here: BrowserHere,
): Promise<readonly BrowserFinding[]> {
  return [await browserFinding(here), await wayFinding(environment)];
}

async function browserFinding(here: BrowserHere): Promise<BrowserFinding> {
  const subject = 'browser';
  const install: Text = {
    'zh-CN': '请安装 Chrome、Chromium 或 Edge（Debian：apt install chromium），或设置 FASCICLE_CHROMIUM',
    en: 'install Chrome, Chromium or Edge (Debian: apt install chromium), or set FASCICLE_CHROMIUM',
  };
  const found = chromiumHere(here);
  if (!found) return { subject, state: 'missing', detail: { 'zh-CN': '未找到', en: 'not found' }, next: install };
  try {
    const started = await startBrowser(
      { gatewayPort: 9, width: 800, height: 600, signal: AbortSignal.timeout(60_000) },
      here,
    );
    const product = await started.browser.version();
    await started.close();
    const facts = `${product}, ${found.path}, SHA-256 ${new ProgramHashes().of(found.path) ?? '?'}`;
    return {
      subject,
      state: started.sandboxed ? 'ok' : 'note',
      detail: {
        'zh-CN': `${facts}；沙箱${started.sandboxed ? '可用' : '不可用'}；中文字体：Noto Sans SC（随程序提供）`,
        en: `${facts}; sandbox ${started.sandboxed ? 'works' : 'does not work'}; Chinese font: Noto Sans SC (bundled)`,
      },
      next: null,
    };
  } catch (error) {
    const why = causeOf(error);
    return {
      subject,
      state: 'missing',
      detail: {
        'zh-CN': `${found.path} 无法启动：${causeText(why, 'zh-CN')}`,
        en: `${found.path} does not start: ${causeText(why, 'en')}`,
      },
      next: install,
    };
  }
}

async function wayFinding(environment: Readonly<Record<string, string | undefined>>): Promise<BrowserFinding> {
  const [inTheWay] = await standsInTheWay(upstreamOf(environment), systemLookup, 'example.com');
  return {
    subject: 'network',
    state: inTheWay ? 'note' : 'ok',
    detail: inTheWay?.text ?? { 'zh-CN': '未发现代理或 VPN', en: 'no proxy or VPN found' },
    next: null,
  };
}
