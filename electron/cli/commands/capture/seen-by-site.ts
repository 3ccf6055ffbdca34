import { because } from '../../../../shared/cause.ts';
import { languageTags, userAgentText } from '../../../../shared/case/capture/capture-request.ts';
import type { Call } from '../command.ts';

/** Options that change what a site and the network see of a capture. */
export const seenBySite = [
  {
    flags: '--language <tags>',
    about: {
      'zh-CN': '向网站请求的语言，如 zh-CN,zh（会记录）；默认随案件语言',
      en: 'languages to ask the site for, such as en-US,en (recorded); by default those of the case',
    },
  },
  {
    flags: '--user-agent <text>',
    about: {
      'zh-CN': '浏览器向网站自报的名称（会记录）；默认为其自身名称，含 HeadlessChrome',
      en: 'what the browser calls itself to the site (recorded); by default its own name, with HeadlessChrome in it',
    },
  },
  {
    flags: '--no-time-servers',
    about: {
      'zh-CN': '不询问公共时间服务器（NTP），记为“未核实”',
      en: 'ask no public time servers (NTP); recorded as not verified',
    },
  },
] as const;

/** @throws a refusal of the call where a header could not hold it */
export function shownToSite(call: Call): { language?: string; userAgent?: string; noTimeServers?: true } {
  const [language, userAgent] = [call.text('language'), call.text('user-agent')];
  if (language !== null && !languageTags.safeParse(language).success)
    call.refuse(because('option-languages', { option: '--language', value: language }));
  if (userAgent !== null && !userAgentText.safeParse(userAgent).success)
    call.refuse(because('option-user-agent', { option: '--user-agent' }));
  return {
    ...(language !== null && { language }),
    ...(userAgent !== null && { userAgent }),
    ...(call.flag('no-time-servers') && { noTimeServers: true as const }),
  };
}
