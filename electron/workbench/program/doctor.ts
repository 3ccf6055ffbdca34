import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { browserFindings } from '../../capture/doctor.ts';
import { counted, inEach, type CaseLanguage, type Text } from '../../../shared/language.ts';
import type { Output } from '../../../shared/contract.ts';
import { readableInstant } from '../../../shared/instant.ts';
import type { Handler } from '../handler.ts';
import { SettingsFile } from '../settings/settings-file.ts';

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
    timeStampFinding(new SettingsFile(services.cacheFolder).settings().stamping.services.length, say),
  ];
  return { ready: findings.every(({ state }) => state !== 'missing'), findings };
};

/** @param count services that the settings of the window name; a command asks those that it is given */
export function timeStampFinding(count: number, say: (text: Text) => string): Finding {
  const none = {
    'zh-CN': '窗口的设置中没有时间戳服务；命令使用以 --tsa 指定的服务',
    en: 'the settings of the window name no time-stamp service; a command asks those given with --tsa',
  };
  const some = {
    'zh-CN': `窗口的设置中有 ${count} 个时间戳服务（此处未询问）；命令使用以 --tsa 指定的服务`,
    en: `the settings of the window name ${counted(count, 'time-stamp service', 'time-stamp services')} (not asked here); a command asks those given with --tsa`,
  };
  return {
    subject: 'time-stamp',
    state: 'note',
    detail: say(count === 0 ? none : some),
    next: say({
      'zh-CN': '可用 fascicle digests 输出哈希值清单，交外部机构存证',
      en: '`fascicle digests` writes the hash list, to deposit with a preservation service',
    }),
  };
}

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
  return inEach(language, (one) => text[one]);
}
