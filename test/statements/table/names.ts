/** Own lists of the words that papers use for stored codes, Chinese first, without blanks. */
type Names = Readonly<Record<string, readonly [zh: string, en: string]>>;

export const checkNames: Names = {
  'operating-system': ['操作系统', 'operatingsystem'],
  hardware: ['硬件', 'hardware'],
  program: ['取证程序', 'program'],
  runtime: ['运行环境（Node）SHA-256', 'runtime(Node),SHA-256'],
  browser: ['浏览器SHA-256', 'browser,SHA-256'],
  'command-line': ['浏览器启动参数', 'browsercommandline'],
  sandbox: ['浏览器沙箱', 'browsersandbox'],
  'empty-profile': ['浏览器配置为空（缓存、Cookie、历史记录）', 'emptybrowserprofile(cache,cookies,history)'],
  extensions: ['浏览器扩展', 'browserextensions'],
  'time-zone': ['时区', 'timezone'],
  locale: ['语言区域', 'locale'],
  fonts: ['字体', 'fonts'],
  screen: ['屏幕与视口', 'screenandviewport'],
  'hosts-file': ['hosts文件', 'hostsfile'],
  proxy: ['代理', 'proxy'],
  'dns-servers': ['DNS服务器', 'DNSservers'],
  'network-interfaces': ['网络接口', 'networkinterfaces'],
  'egress-address': ['出口IP地址', 'egressIPaddress'],
  'root-certificates': ['额外的根证书', 'additionalrootcertificates'],
  'clock-monotonic': ['时钟与单调时钟比对', 'clockcomparedwiththemonotonicclock'],
  'clock-server-date': ['时钟与服务器Date比对', 'clockcomparedwiththeserver’sDate'],
  'clock-ntp': ['时钟与NTP服务器比对', 'clockcomparedwithNTPservers'],
  processes: ['运行中的进程', 'runningprocesses'],
  'malware-scan': ['恶意软件扫描', 'malwarescan'],
};

export const outcomeNames: Names = {
  ok: ['已记录', 'recorded'],
  noted: ['请注意', 'noted'],
  'not-verified': ['未核验', 'notverified'],
};

export const endNames: Names = {
  ok: ['完成', 'done'],
  partial: ['部分', 'partial'],
  failed: ['失败', 'failed'],
  skipped: ['跳过', 'skipped'],
};

export const stepNames: Names = {
  browser: ['启动浏览器', 'startthebrowser'],
  load: ['加载页面', 'loadthepage'],
  scroll: ['逐屏滚动', 'scrollthroughthepage'],
  'pictures-and-fonts': ['等待图片与字体', 'waitforimagesandfonts'],
  'quiet-network': ['等待网络请求结束', 'waitforthenetworktobecomeidle'],
  'scroll-to-top': ['回到页首', 'scrolltothetop'],
  stillness: ['确认画面静止', 'confirmtwoidenticalframes'],
  'hold-still': ['冻结动画与脚本', 'freezeanimationsandscripts'],
  'bring-in': ['显示浏览器略过的部分', 'showpartsskippedbythebrowser'],
  'hold-document': ['锁定所取证的页面', 'locktoonedocument'],
  'one-document': ['确认自始至终为同一页面', 'confirmitwasthesamedocumentthroughout'],
  'text-in-picture': ['核对文字是否在画面中', 'checkthatthetextisinthepicture'],
  'seen-in-picture': ['核对滚动时所见是否在画面中', 'checkthatwhatwasseenwhilescrollingisinthepicture'],
  picture: ['截取整页画面', 'takethefull-pagepicture'],
  record: ['记录服务器返回的内容', 'recordtheserverresponses'],
  archive: ['归档（WACZ）', 'writethearchive(WACZ)'],
  'second-path': ['程序二次获取并比对', 'secondfetchbytheprogram,andcomparison'],
  mhtml: ['保存MHTML', 'saveMHTML'],
  source: ['保存原始字节', 'savetheoriginalbytes'],
  'page-facts': ['读取网页载明的信息', 'readwhatthepagestatesaboutitself'],
  'text-positions': ['记录文字位置', 'recordtextpositions'],
  'dom-and-text': ['保存页面结构与文字', 'savepagestructureandtext'],
  'by-hand': ['人工操作', 'workbyhand'],
  'picture-of-screen': ['截取当时的屏幕画面', 'takeapictureofthescreen'],
  'inner-scroll': ['检查内部滚动区域', 'checkforinnerscrollingareas'],
  'expand-inner-scroll': ['另行截取内部滚动区域展开后的画面', 'takeapicturewithinnerscrollingareasexpanded'],
  session: ['载入登录会话', 'loadtheloginsession'],
  'store-original': ['逐字节保存原文件', 'Storetheoriginalbyteforbyte'],
  identify: ['按内容识别文件类型', 'Identifythefiletypebycontent'],
  'convert-picture': ['转换图片', 'Convertthepicture'],
  redact: ['遮盖画面与文字', 'Redactpictureandtext'],
  region: ['自已存画面截取一部分', 'Cutapartfromthestoredpicture'],
  attachments: ['生成附件页面', 'Makepagesoftheattachments'],
  stitch: ['拼接截图', 'Stitchthescreenshots'],
  'read-mail-head': ['读取邮件头', 'Readthemailheader'],
  'make-pages': ['生成页面', 'Makepages'],
};

export const comparedFieldNames: Names = {
  answer: ['是否得到响应', 'whethertherewasaresponse'],
  status: ['HTTP状态', 'HTTPstatus'],
  'final-url': ['最终网址', 'finalURL'],
  address: ['服务器地址', 'serveraddress'],
  'tls-certificate': ['服务器证书（SHA-256）', 'servercertificate(SHA-256)'],
  'media-type': ['内容类型', 'contenttype'],
  charset: ['字符集', 'charset'],
  header: ['响应头', 'responseheaders'],
  body: ['内容（解除内容编码后逐字节）', 'body(byteforbyte,withoutcontentcoding)'],
};

/** The code that is said so; what is said as it is where no list has it. */
export const codeSaid = (names: Names, said: string): string =>
  Object.keys(names).find((code) => names[code]?.includes(said)) ?? `?${said}`;
