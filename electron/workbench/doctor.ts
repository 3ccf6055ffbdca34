import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { browserFindings } from '../capture/doctor.ts';
import { languagesOf, type CaseLanguage, type Text } from '../../shared/language.ts';
import type { Output } from '../../shared/contract.ts';
import type { Handler } from './workbench.ts';

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
    ...(await browserFindings(services.environment, services.browserHere)).map(({ detail, next, ...rest }) => ({
      ...rest,
      detail: say(detail),
      next: next && say(next),
    })),
    diskFinding(say),
    clockFinding(services.surroundings.now(), say),
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
        'zh-CN': '未配置时间戳服务：时间只取自本机时钟',
        en: 'no time-stamp service is set: times are this device’s own',
      }),
      next: say({
        'zh-CN': '可用 fascicle digests 输出哈希值清单，交外部机构存证',
        en: 'use `fascicle digests` to deposit the hash list with a preservation service',
      }),
    },
  ];
  return { ready: findings.every(({ state }) => state !== 'missing'), findings };
};

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
    detail: `${now.toISOString()} – ${say({ 'zh-CN': '本机时钟，未与外部时间比对', en: 'this device’s clock, not compared with any other' })}`,
    next: null,
  };
}

function inLanguage(text: Text, language: CaseLanguage): string {
  return languagesOf(language)
    .map((one) => text[one])
    .join(' / ');
}
