import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { browserFindings } from '../../capture/doctor.ts';
import { languagesOf, type CaseLanguage, type Text } from '../../../shared/language.ts';
import type { Output } from '../../../shared/contract.ts';
import { readableInstant } from '../../../shared/instant.ts';
import type { Handler } from '../handler.ts';

type Finding = Output<'program.doctor'>['findings'][number];

/** Below this the program warns: one long page with its archive can take this much. */
const comfortableDisk = 2 * 1024 ** 3;

/** What the program found on this computer. Nothing here is needed to read or verify a case except Node. */
export const doctorHandler: Handler<'program.doctor'> = async (_input, { services, language }) => {
  const say = (text: Text) => inLanguage(text, language);
  const findings: Finding[] = [
    {
      subject: 'Node',
      state: Number(process.versions['napi']) >= 10 ? 'ok' : 'missing',
      detail: `${process.versions.node} (${process.platform} ${process.arch})`,
      next: null,
    },
    programFinding(say),
    ...(await browserFindings(services.environment, services.browserHere)).map(({ detail, next, ...rest }) => ({
      ...rest,
      detail: say(detail),
      next: next && say(next),
    })),
    diskFinding(say),
    clockFinding(services.clockAndRandom.now(), say),
    {
      subject: 'locale',
      state: 'note',
      detail: `${services.environment['LANG'] ?? '–'}, ${process.env['TZ'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone}`,
      next: null,
    },
    {
      subject: 'time-stamp',
      state: 'note',
      detail: say({
        'zh-CN': '只向窗口“设置”中填写的或用 --tsa 指定的服务申请时间戳；未申请的，没有第三方证明其时间',
        en: 'a time stamp is asked of the services in the settings of the window, or named with `--tsa`; without one no third party vouches for the time',
      }),
      next: say({
        'zh-CN': '可用 fascicle digests 输出哈希值清单，交外部机构存证',
        en: '`fascicle digests` writes the hash list, to deposit with a preservation service',
      }),
    },
  ];
  return { ready: findings.every(({ state }) => state !== 'missing'), findings };
};

/** Which of its two forms runs here: a build that its sources have outrun is not run. */
function programFinding(say: (text: Text) => string): Finding {
  const built = !import.meta.filename.endsWith('.ts');
  return {
    subject: 'program',
    state: 'note',
    detail: say(built ? { 'zh-CN': '已构建', en: 'as built' } : { 'zh-CN': '从源码运行', en: 'from its sources' }),
    next: built ? null : say({ 'zh-CN': '运行 npm run build 后启动更快', en: 'npm run build makes it start faster' }),
  };
}

function diskFinding(say: (text: Text) => string): Finding {
  const { bavail, bsize } = statfsSync(tmpdir());
  const free = bavail * bsize;
  return {
    subject: 'disk',
    state: free < comfortableDisk ? 'missing' : 'ok',
    detail: `${Math.floor(free / 1024 ** 2)} MiB ${say({ 'zh-CN': '可用', en: 'free' })} (${tmpdir()})`,
    next: free < comfortableDisk ? say({ 'zh-CN': '请至少腾出 2 GiB', en: 'free at least 2 GiB' }) : null,
  };
}

function clockFinding(now: Date, say: (text: Text) => string): Finding {
  return {
    subject: 'clock',
    state: 'note',
    detail: `${readableInstant(now.toISOString(), -now.getTimezoneOffset())} – ${say({ 'zh-CN': '本机时钟；此处未作比对，每次取证时的比对结果列于该证据', en: 'this computer’s clock; not compared here: each item states how it was compared at capture' })}`,
    next: null,
  };
}

function inLanguage(text: Text, language: CaseLanguage): string {
  return languagesOf(language)
    .map((one) => text[one])
    .join(' / ');
}
