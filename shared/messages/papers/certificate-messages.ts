import type { Text } from '../../language.ts';

/** Sentences of the certificate that stand or fall with what the records of a bundle hold. */
export const certificateTexts = {
  notRecorded: { 'zh-CN': '未记录', en: 'not recorded' },
  certNoted: {
    'zh-CN': '证据 {numbers} 取证时的环境检查：{check}。',
    en: 'Environment check at the capture of {numbers:exhibit|exhibits} {numbers}: {check}.',
  },
  certClockOff: {
    'zh-CN': '证据 {number}：取证设备的时钟{amount}，所载时间不可直接采用。',
    en: 'Exhibit {number}: the device’s clock was {amount}; its times cannot be relied on as stated.',
  },
  certClockCheck: { 'zh-CN': '证据 {number}：{check}。', en: 'Exhibit {number}: {check}.' },
  certClockAlike: {
    'zh-CN': '证据 {numbers}：{check}，测得相差不超过 {most} 毫秒，误差不超过 ± {within} 毫秒。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: {check}; measured difference at most {most} ms, uncertain by at most ± {within} ms.',
  },
  certClockAlikeDate: {
    'zh-CN': '证据 {numbers}：{check}，测得相差不超过 {most} 毫秒，误差 ± {within} 毫秒及应答在途时间。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: {check}; measured difference at most {most} ms, uncertain by ± {within} ms and transmission time.',
  },
  certClockOwnServer: {
    'zh-CN': '证据 {numbers}：网站服务器就在取证的计算机上，其所报时间与本机时钟为同一时钟，不构成与其他时钟的比对。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the web server was on the capturing computer itself; the time that it stated is of the same clock, not of another one.',
  },
  certClockNot: {
    'zh-CN': '证据 {numbers} 的时间未与其他时钟比对。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: times not compared with any other clock.',
  },
  certCheckName: { 'zh-CN': '检查项', en: 'Check' },
  certCheckOutcome: { 'zh-CN': '结果', en: 'Result' },
  certCheckDetail: { 'zh-CN': '所见', en: 'Finding' },
  certCheckExhibits: { 'zh-CN': '证据', en: 'Exhibits' },
  certEnvironmentTable: {
    'zh-CN': '取证时对设备、浏览器和网络的检查（证据 {numbers}）：',
    en: 'What was checked of device, browser and network at the capture ({numbers:exhibit|exhibits} {numbers}):',
  },
  certNoChecks: {
    'zh-CN': '证据 {numbers}：取证时的程序版本未记录对环境的检查。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the program version used for the capture recorded no checks of the environment.',
  },
  certScrolled: {
    'zh-CN': '证据 {numbers}：截取画面之前，程序自上而下逐屏滚动页面，再回到页首。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: before the picture was taken the program scrolled through the page and back to the top.',
  },
  wholeMeans: {
    'zh-CN': '“完整”：该项证据能有的画面、资源、文字、归档均已取得；不表示其中有网站或聊天的全部内容。',
    en: '“Complete”: picture, resources, text and archive were obtained as far as the exhibit can have them; not that it holds everything of a site or chat.',
  },
  certBroughtIn: {
    'zh-CN': '证据 {numbers}：截取画面之前，程序改动页面样式，使浏览器因不在窗口内而略过未绘制的 {count} 处显示出来。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: before the picture was taken the program changed the page’s styles so that {count} {count|part was|parts were} drawn which the browser skipped outside the window.',
  },
  certNoneToBringIn: {
    'zh-CN': '证据 {numbers}：程序查找过浏览器因不在窗口内而略过未绘制的部分，没有找到，页面未因此改动。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the program looked for parts that the browser skipped outside the window and found none; nothing on the page was changed for it.',
  },
  certFrozen: {
    'zh-CN': '证据 {numbers}：截取画面之前，程序停止了页面的脚本和动画。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: before the picture was taken the program stopped the scripts and animations of the page.',
  },
  certNoWindow: {
    'zh-CN': '证据 {numbers}：浏览器运行时没有可见窗口（无头方式）。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the browser ran without a visible window (headless).',
  },
  certPhoneView: {
    'zh-CN': '证据 {numbers}：网页以模拟的手机视图（{width} × {height} CSS 像素）打开，不是手机或手机应用上的画面。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the page was opened in an emulated phone view ({width} × {height} CSS px); it is not the screen of a phone or of an app.',
  },
  certScale: {
    'zh-CN': '证据 {numbers}：画面每一 CSS 像素截取为 {scale} × {scale} 个像素。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: each CSS pixel was taken as {scale} × {scale} pixels of the picture.',
  },
  certSecondPathAlike: {
    'zh-CN': '证据 {numbers} 的二次获取与浏览器所得一致的项目：{fields}。',
    en: 'The second fetch of {numbers:exhibit|exhibits} {numbers} returned the same as the browser in: {fields}.',
  },
  certSecondPathApart: {
    'zh-CN': '证据 {numbers} 的二次获取与浏览器所得不同的项目：{fields}。',
    en: 'The second fetch of {numbers:exhibit|exhibits} {numbers} returned something else than the browser in: {fields}.',
  },
  certSecondPathIs: {
    'zh-CN':
      '二次获取（证据 {numbers}）：取证后由程序自身（非浏览器）以其真实名称再次访问同一网址，并将所得与浏览器所得比对；使用同一计算机和同一网络。',
    en: 'Second fetch ({numbers:exhibit|exhibits} {numbers}): after the capture the program itself, not the browser and under its own name, requested the same address again and compared the result with the browser’s copy, on the same computer and network.',
  },
  certSecondPathAs: {
    'zh-CN':
      '二次获取（证据 {numbers}）：取证后由程序自身（非浏览器）再次访问同一网址，并将所得与浏览器所得比对；使用同一计算机和同一网络。',
    en: 'Second fetch ({numbers:exhibit|exhibits} {numbers}): after the capture the program itself, not the browser, requested the same address again and compared the result with the browser’s copy, on the same computer and network.',
  },
  certSecondPathSent: {
    'zh-CN': '证据 {numbers} 的二次获取所发的请求头：User-Agent {agent}，Accept-Language {language}。',
    en: 'Request headers of the second fetch of {numbers:exhibit|exhibits} {numbers}: User-Agent {agent}, Accept-Language {language}.',
  },
  certSecondPathSame: {
    'zh-CN': '证据 {numbers} 的二次获取使用与浏览器相同的这两项请求头，未写明由本程序发出。',
    en: 'The second fetch of {numbers:exhibit|exhibits} {numbers} sent these two headers as the browser did; they do not say that this program sent them.',
  },
  certPresented: {
    'zh-CN': '证据 {numbers}：浏览器请求该网页时所发的请求头：User-Agent {agent}，Accept-Language {language}。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: request headers of the browser’s request for the page: User-Agent {agent}, Accept-Language {language}.',
  },
  certPresentedHeadless: {
    'zh-CN': '证据 {numbers}：User-Agent 中的 HeadlessChrome 表明浏览器没有可见窗口，网站可据此识别。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: “HeadlessChrome” in the User-Agent says that the browser had no visible window; a website can tell by it.',
  },
  certLanguageChosen: {
    'zh-CN': '证据 {numbers}：所请求的语言由取证人选定。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the languages asked for were chosen by the operator.',
  },
  certAgentChosen: {
    'zh-CN': '证据 {numbers}：User-Agent 由取证人选定，并非浏览器自身的名称。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the User-Agent was chosen by the operator; it is not the browser’s own name.',
  },
  certPresentedUnseen: {
    'zh-CN': '证据 {numbers}：浏览器请求该网页时所发的 User-Agent 和 Accept-Language 未能记录。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the User-Agent and Accept-Language of the browser’s request for the page could not be recorded.',
  },
  headerNotSent: { 'zh-CN': '（未发送）', en: '(not sent)' },
  certSecondPathDns: {
    'zh-CN': '证据 {numbers} 的二次获取自行查询 DNS。',
    en: 'The second fetch of {numbers:exhibit|exhibits} {numbers} made its own DNS query.',
  },
  certSecondPathTls: {
    'zh-CN': '证据 {numbers} 的二次获取自行建立 TLS 连接。',
    en: 'The second fetch of {numbers:exhibit|exhibits} {numbers} made its own TLS connection.',
  },
  certConverted: { 'zh-CN': '证据 {numbers}：{what}', en: '{numbers:Exhibit|Exhibits} {numbers}: {what}' },
  certDrawn: {
    'zh-CN':
      '证据 {numbers} 所含 HTML 的画面由本程序导入时以 {by} 依该文件绘制，未联网、未执行脚本，并非网页取证所得；原文件另存，列于哈希值清单。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the pictures of the HTML in {numbers:this file|these files} were drawn here at import from the file itself by {by}, nothing fetched, no script run. They were not captured from the web. The original is stored separately and is in the hash list.',
  },
  certPageImages: {
    'zh-CN': '证据 {numbers} 的页面图像由程序自原文件生成，原文件另存，列于哈希值清单。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the page pictures were made by the program from the original file, which is stored separately and is in the hash list.',
  },
  certOriginals: {
    'zh-CN': '证据 {numbers} 的画面为所存截图文件的原样嵌入，未重新编码。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the pictures are the stored screenshots, embedded unchanged and not recoded.',
  },
  certOriginalFiles: {
    'zh-CN': '证据 {numbers} 的画面为所存图片文件的原样嵌入，未重新编码。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the pictures are the stored picture files, embedded unchanged and not recoded.',
  },
  certOverlay: {
    'zh-CN': '红框为叠加显示，不写入所存文件。',
    en: 'Red frames are drawn over the pictures and are not part of any stored file.',
  },
  certQuoted: {
    'zh-CN': '橙框为叠加显示，标示本册引用或查找的文字，不写入所存文件。',
    en: 'Amber frames are drawn over the pictures around words that this bundle quotes or looks for, and are not part of any stored file.',
  },
  clockDemo: { 'zh-CN': '演示用的虚拟时钟，不是实际时间', en: 'virtual clock of the demo, not actual time' },
  certClockDemo: {
    'zh-CN': '证据 {numbers} 的时间取自演示用的虚拟时钟，不是实际时间。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: times of the demo’s virtual clock; they are not actual times.',
  },
  certCapturedDemo: {
    'zh-CN': '证据 {numbers} 的取证时间自 {from} 至 {to}，以演示用的虚拟时钟为准。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: captured from {from} to {to} by the demo’s virtual clock.',
  },
  certImportedDemo: {
    'zh-CN': '证据 {numbers} 的导入时间自 {from} 至 {to}，以演示用的虚拟时钟为准；这是导入的时间，不是文件形成的时间。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: imported from {from} to {to} by the demo’s virtual clock. This is the time of import, not of making.',
  },
  coverTimes: {
    'zh-CN': '各项时间取自取证或导入设备自身的时钟',
    en: 'Times come from the clock of the device that captured or imported',
  },
  coverTimesDemo: {
    'zh-CN': '证据 {numbers} 的时间取自演示用的虚拟时钟，不是实际时间',
    en: 'The times of {numbers:exhibit|exhibits} {numbers} come from the demo’s virtual clock and are not actual times',
  },
  clockNotCompared: {
    'zh-CN': '本机时钟，未与其他时钟比对',
    en: 'the device’s own clock, not compared with any other',
  },
  clockNotComparedBut: {
    'zh-CN': '本机时钟，未与其他时钟比对；{checks}',
    en: 'the device’s own clock, not compared with any other; {checks}',
  },
  clockOfOwnServer: {
    'zh-CN': '网站服务器就在本机上，其所报时间不是另一时钟',
    en: 'the web server was on this computer itself: the time that it stated is not another clock',
  },
  clockDemoCompared: {
    'zh-CN': '演示用的虚拟时钟，不是实际时间；{checks}',
    en: 'virtual clock of the demo, not actual time; {checks}',
  },
  clockCompared: { 'zh-CN': '本机时钟；{checks}', en: 'the device’s own clock; {checks}' },
  importedAt: { 'zh-CN': '导入时间 {at}', en: 'imported {at}' },
  coverNotCompared: { 'zh-CN': '未与其他时钟比对', en: 'not compared with any other clock' },
  coverCompared: {
    'zh-CN': '证据 {numbers} 的时钟曾与其他时钟比对，结果见技术附录',
    en: 'the clock of {numbers:exhibit|exhibits} {numbers} was compared with another clock; for the result see the technical annex',
  },
  notFilledIn: {
    'zh-CN': '“–”表示未填写，不表示没有。',
    en: '“–” means not filled in, not that there is nothing.',
  },
} as const satisfies Record<string, Text>;
