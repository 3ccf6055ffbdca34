import { sayToUser, type CaseLanguage, type Text } from '../language.ts';
import { forUser } from '../text.ts';

/**
 * What the law asks of whoever gathers evidence on the web, said once before the first capture and where it matters. The
 * longer words are in `docs/gathering.md`.
 */
export const gatheringTexts = forUser({
  heading: { 'zh-CN': '取证之前', en: 'Before the first capture' },
  own: {
    'zh-CN':
      '自行取证的证明力弱于公证和中立第三方平台的存证：重要页面当天另作公证或第三方存证，并保留设备，供质证、勘验。',
    en: 'A capture of one’s own is weaker evidence than a notary’s or a neutral platform’s: take what matters to a notary or deposit it the same day, and keep the device for examination.',
  },
  headless: {
    'zh-CN': '程序用无窗口浏览器打开网页，所见不等于用户在 App 中所见；App 内的消息请以手机截图或录屏导入。',
    en: 'The program opens pages in a browser without a window; that is not what a user sees in an app. Import screenshots or films of a phone for messages in an app.',
  },
  personal: {
    'zh-CN': '页面中的个人信息（姓名、电话、账号）只取证明所必需的部分，提交和移交之前遮盖无关的部分。',
    en: 'Of personal information on a page (names, telephone numbers, accounts) take only what the proof needs, and redact the rest before filing or handing over.',
  },
  account: {
    'zh-CN': '登录只用自己的或获授权的账号，遵守网站的使用条款，不规避访问限制；过多、过快的访问本身可能违法。',
    en: 'Log in only with an account that is yours or that you are authorised to use, keep to the site’s terms, and do not get round access limits; too many requests too fast may themselves be unlawful.',
  },
  tipping: {
    'zh-CN': '每次取证和二次获取都会在对方网站留下访问记录，可能使对方在申请保全之前察觉并删改。',
    en: 'Each capture and second fetch leaves an entry in the site’s logs: the respondent may notice it, and change or delete, before you apply.',
  },
  spreading: {
    'zh-CN': '证据册和移交包会重复涉案信息：只交给需要的人，以免自己成为传播者。',
    en: 'A bundle or package repeats the message in dispute: give it only to those who need it, so that you do not spread it yourself.',
  },
  abroad: {
    'zh-CN':
      '向境外交付（境外法院、境外时间戳服务、境外收件人）可能构成数据出境；向外国司法机构提供存储于中国境内的数据或个人信息，须先经主管机关批准（依据见下列说明）。',
    en: 'Handing over abroad (a court, a time-stamp service or a recipient outside China) may be an export of data; data or personal information stored in China may be given to a foreign judicial authority only with approval (for the law see the page named below).',
  },
  more: { 'zh-CN': '详见 docs/gathering.zh-CN.md', en: 'More in docs/gathering.md' },
} as const satisfies Record<string, Text>);
export type GatheringText = keyof typeof gatheringTexts;

/** What is said where: all of it before the first capture, and what bears on it where somebody logs in or hands over. */
export const gatheringAt = {
  first: ['own', 'headless', 'personal', 'account', 'tipping', 'spreading', 'abroad'],
  login: ['account', 'tipping'],
  handover: ['personal', 'spreading', 'abroad'],
  proof: ['personal', 'spreading', 'abroad'],
  foreign: ['abroad'],
} as const satisfies Record<string, readonly GatheringText[]>;
export type GatheringOccasion = keyof typeof gatheringAt;

/** The whole of what is said on an occasion, a line each, as it is shown: with its heading where it is the first. */
export function gatheringSaid(occasion: GatheringOccasion, language: CaseLanguage): readonly string[] {
  const heading = occasion === 'first' ? ['heading' as const] : [];
  return [...heading, ...gatheringAt[occasion], 'more' as const].map((name) =>
    sayToUser(gatheringTexts[name], language),
  );
}
