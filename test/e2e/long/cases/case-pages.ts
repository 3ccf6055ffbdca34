import type { HeadWord } from '../../../../shared/case/outcome/answers.ts';

/** From the first bar to the last. */
export type Bars = readonly [number, number];

/**
 * What a page shows, read by hand from its source: bars, whose colour is their number, and codes on a background of their
 * own colour. Every code of the source is shown unless it is `hidden` or `late`.
 */
export type CasePage = Readonly<{
  word: HeadWord | 'not complete' | 'any';
  bars?: Bars;
  hidden?: readonly string[];
  /** Below the end of a picture that was cut. */
  beyond?: readonly string[];
  /** The only ones that are shown. */
  shown?: readonly string[];
  /** May be there or not: in picture and text, or in neither, and then the capture is not complete. */
  late?: Readonly<{ bars?: Bars; says?: string }>;
  /** Words of the text that have no colour of their own, and words that must not be in it. */
  says?: readonly string[];
  never?: readonly string[];
  /** Codes whose colour no span of the source says: red and green of it, its blue being 33. */
  colours?: Readonly<Record<string, readonly [number, number]>>;
  warns?: readonly string[];
  /** Path of the address under which it is filed, where that is not its own. */
  at?: string;
  /** It leads on to `nav-B`: all of the capture is of one of the two. */
  leads?: true;
  /** Bars side by side and not below one another. */
  columns?: true;
}>;

const numbered = (name: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, n) => `${name}${from + n}`);

/** A page without any word has no text to be whole: its outcome is partial, whatever its picture. */
const wordless = 'partial';
const bars3: Bars = [0, 2];
const leading = (last: number): CasePage => ({ word: 'any', bars: [0, last], leads: true });
const lateWords: CasePage = { word: 'any', bars: [0, 699], says: ['企业动态'] };

export const casePages: Readonly<Record<string, CasePage>> = {
  'anchor-only': { word: 'complete', bars: [0, 29] },
  'canvas-webgl': { word: wordless, bars: [0, 59] },
  carousel: { word: 'any', bars: [0, 59], says: ['轮播'] },
  'content-visibility': { word: 'complete', bars: [0, 239] },
  'dark-print': { word: wordless, bars: bars3, hidden: ['PRINTONLY', 'DARKONLY'] },
  'dvh-svh': { word: wordless, bars: [0, 39] },
  'early-hints': { word: 'complete', bars: bars3 },
  // Bars 5 to 9 and the code are seen eight seconds after the page came.
  'fade-in-delayed': { word: 'any', bars: [0, 4], late: { bars: [5, 9], says: 'FADE7S' } },
  // The last bar is a background that stays with the window: a picture of the whole page cannot show it, and says so.
  'fixed-background': { word: 'not complete', bars: [0, 99], says: ['FB'] },
  // 60 lines of 30 px in a window of 900 px whose last 120 px are covered.
  'fixed-bottom-text': { word: 'not complete', says: ['打开 APP'], hidden: numbered('LINE', 26, 29) },
  // The header lies over the first two bars wherever a visitor scrolls.
  'fixed-top-header': { word: 'complete', bars: [2, 59], says: ['头'] },
  'frame-refresh-inner': { word: wordless, bars: [5, 5] },
  'frame-refresh': { word: wordless, bars: [0, 299] },
  generated: {
    word: 'complete',
    bars: bars3,
    shown: ['负债总额 9876 万元', '第1条', '属性数字7654', 'UPPER-ME', 'Capital-Me', 'fw123', 'SUMMARY'],
    colours: {
      '负债总额 9876 万元': [202, 10],
      第1条: [202, 13],
      属性数字7654: [202, 16],
      'UPPER-ME': [201, 10],
      'Capital-Me': [201, 13],
    },
    says: ['要点1', '列表项', '请输入占位文字 PLACEHOLDER1', 'SUBMITVALUE1'],
    never: ['CLOSEDDETAILS'],
  },
  'hash-route': { word: 'complete', bars: bars3, says: ['路由'] },
  'hidden-text': { word: 'not complete', bars: bars3, shown: ['ARIAHIDDEN'] },
  // 900 px of the 4,824 that scroll inside.
  'inner-scroller': { word: 'partial', bars: [0, 22], hidden: ['INNEREND'], warns: ['scrolls-inside'] },
  'js-redirect': { word: 'complete', leads: true },
  'json-doc': { word: 'any', says: ['JSONTEXT 数据'] },
  'late-words-tall-2200': lateWords,
  'late-words-tall-3000': lateWords,
  'late-words-tall-3800': lateWords,
  'lazy-iframe': {
    word: 'complete',
    bars: [0, 160],
    shown: ['LZ1', 'LZ2'],
    colours: { LZ1: [203, 10], LZ2: [203, 10] },
  },
  'load-more': { word: wordless, bars: [0, 199] },
  'nav-B': { word: 'complete', leads: true },
  'no-store': { word: 'complete', bars: bars3 },
  // What is drawn is 35677 and 70986.
  'obfuscated-font': { word: 'not complete', bars: bars3, warns: ['font-maps-otherwise'] },
  // 40 px a line from y 16: 22 of 30 lie under a layer of the window's size.
  'opaque-modal': {
    word: 'not complete',
    bars: [0, 39],
    hidden: numbered('UNDERMODAL', 0, 21),
    says: ['我们使用 Cookie。'],
  },
  pushstate: { word: 'complete', bars: bars3, at: '/other-address?id=77', warns: ['address-changed-by-page'] },
  'refresh-2': leading(599),
  'refresh-4': leading(599),
  'refresh-5': leading(599),
  'refresh-8': leading(599),
  'refresh-short': leading(9),
  'rs-4_2': leading(9),
  'rtl-wide': { word: 'complete', bars: [0, 99], columns: true },
  'scroll-snap': { word: 'complete', bars: [0, 35] },
  shadow: {
    word: 'complete',
    bars: [0, 4],
    shown: ['OPENSHADOW', 'CLOSEDSHADOW', 'SHOWNADOPTED', 'SLOTTED'],
    colours: {
      OPENSHADOW: [202, 10],
      CLOSEDSHADOW: [202, 13],
      HIDDENBYADOPTED: [202, 16],
      SHOWNADOPTED: [202, 19],
    },
  },
  'slow-api': { word: 'any', bars: bars3, late: { bars: [3, 12], says: 'LOADEDARTICLE' } },
  'slow-bg': { word: wordless, bars: [0, 3] },
  // The style that hides the code comes after three and a half seconds.
  'slow-css': { word: 'not complete', bars: bars3, hidden: ['HIDEBYCSS'] },
  'slow-img': { word: 'not complete', bars: [0, 3], late: { bars: [4, 4] } },
  'slow-script-img': { word: 'not complete', bars: [0, 3], late: { bars: [4, 4] } },
  'slownav-1500': leading(599),
  'slownav-3000': leading(599),
  'slownav-8000': leading(599),
  smooth: { word: 'complete', bars: [0, 150] },
  'sticky-sidebar-table': { word: 'complete', bars: [0, 89] },
  // Without a body: kept as the file that it is.
  'svg-doc': { word: 'not complete' },
  'table-cols': { word: 'complete', bars: bars3 },
  'tabs-hover': { word: 'complete', bars: bars3, hidden: ['HOVERONLY', 'TAB2'], says: ['菜单', '标签'] },
  // Higher than any picture may be: the code comes after its end.
  tall: { word: 'partial', beyond: ['VERYEND'] },
  'tile-gif': { word: wordless, bars: [0, 159] },
  'timer-content': { word: 'any', bars: bars3, late: { bars: [3, 3], says: 'TIMER4S' } },
  video: { word: wordless, bars: [0, 29] },
  // Rows out of sight are taken away: what is in the picture is less than the 300, and that is said.
  'virtual-list': { word: 'partial', says: ['评论0'] },
  webdriver: { word: 'complete', bars: bars3, says: ['PAGE Mozilla/5.0'] },
  'wide-hidden-x': { word: 'complete', bars: bars3 },
  'wide-right': { word: 'complete', bars: [0, 99], columns: true },
  xhtml: { word: 'complete', bars: [0, 0], says: ['XHTMLTEXT'] },
  'xml-doc': { word: 'any', says: ['XMLTITLE', 'XMLITEM 快讯'] },
  'zoom-transform': { word: 'partial', bars: bars3 },
};
