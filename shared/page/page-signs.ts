/**
 * What pages say that stand where another was wanted. A sign is looked for in one clause; what else the clause says tells
 * whether it is a report of one. `strong`: no other page says so of itself; `weak`: it takes something that agrees.
 */
export type SignKind = 'wall' | 'notice';
export type SignCode =
  | 'challenge-page'
  | 'access-denied'
  | 'login-wall'
  | 'visitors-asked'
  | 'content-removed'
  | 'soft-404'
  | 'site-unavailable';
type Sign = Readonly<{ code: SignCode; kind: SignKind; strong: boolean; words: RegExp }>;

const of = (code: SignCode, kind: SignKind, strong: boolean, list: readonly string[]): readonly Sign[] =>
  list.map((words) => ({ code, kind, strong, words: new RegExp(words, 'iu') }));

/** What a notice speaks of: which one, and what. */
const which =
  '(?:该条?|此条?|这(?:个|篇|条|则)?|原|当前|指定的?|相关|所?(?:您|你)?(?:所|想|要|需要?)*(?:访问|查找|查看|浏览|观看|请求|寻找|打开|找)的)?';
const what =
  '(?:内容|文章|帖子?|贴子?|主题|微博|博文|视频|回答|问题|笔记|动态|作品|新闻|页面|网页|信息|商品|宝贝|直播间?|专栏|图片|地址|链接|文件|资源|稿件|话题|评论|栏目|分享|房源|网站|站点|活动|问卷|投票|课程|职位|店铺|群聊?|词条|歌曲|节目|专辑|小说|章节)';
const who = '(?:发布者|发布人|作者|楼主|用户|管理员|平台|博主|up主|卖家|系统|官方)?';
const gone = '(?:删除|移除|下架|下线|撤下|撤回|撤销|收回|屏蔽|隐藏|失效|过期|折叠|清理|关闭|取消|结束|解散|售罄)';
const notThere =
  '(?:不存在|找不到|未找到|没有找到|没找到|无法找到|不见|走丢|丢失|飞走|被外星人|消失|去火星|去哪|迷路|走失|跑丢|不翼而飞|打不开)';
const object =
  '(?:post|page|article|content|tweet|video|story|item|comment|account|question|listing|thread|image|file|profile|message)';

const challenge = [
  "(?:verify|verifying|confirm|prove)(?: that)? you(?:’|')?(?: are|re) (?:a )?(?:human|not a (?:ro)?bot)",
  'checking (?:if the site connection is secure|your browser)',
  'complete the (?:security check|captcha|action below|challenge)',
  'javascript and cookies to continue',
  'needs to review the security of your connection',
  'unusual (?:traffic|activity) (?:from|on)',
  "^are you a robot|i(?:’|')?m not a robot|you(?:’|')?(?:re| are) not a (?:ro)?bot|press (?:&|and) hold",
  'just a moment(?:\\.\\.\\.|…)?$|^attention required$|^before we continue',
  'sina visitor system|^robot check$|ddos protection by|^human verification|^security (?:check|verification)$',
  '^请?(?:先)?(?:完成|进行|通过)(?:以下|下方|下列|安全|人机|滑动|滑块|图形|身份)?.{0,4}验证',
  '(?:拖动|滑动|拖拽|按住).{0,8}(?:滑块|滑动|拼图|按钮).{0,14}|(?:拖动|滑动).{0,4}完成(?:上方)?拼图',
  '^(?:百度)?(?:安全|滑动|人机|访问|真人)(?:验证|校验)$|^验证码中间页',
  '请?输入(?:图片|图形|下方)?(?:中的)?(?:验证码|字符)',
  '依次(?:点击|选择).{0,8}(?:文字|图片|图标)',
  '请?按照?(?:照)?说明(?:进行)?验证',
  '环境(?:存在)?异常|异常访问请求|网络中存在异常',
  '(?:检查|验证|检测|核实)(?:一下)?(?:您|你)的(?:浏览器|连接|是否|访问环境)|浏览器安全(?:检查|检测)',
  '是否(?:是)?真人|(?:不|非)是?(?:自动程序|机器人)',
  '^enter the characters you see|pardon our interruption|you (?:are|were|might be|may be) (?:a |using )?(?:ro)?bot',
  '证明.{0,4}(?:不是|非)机器人',
];
const denied = [
  'access (?:to this (?:page|site|resource|website) )?(?:has been |is |was )?denied|access cannot be granted',
  '^(?:error )?(?:403|1020|405)(?:[:\\s–—-]*(?:forbidden|access denied|not allowed))?$|^forbidden$',
  '(?:you|your (?:ip|access|request)[^.]{0,20}) (?:have been|has been|are|is|was) (?:blocked|banned|denied|restricted|rejected|rate[- ]?limited)',
  "you (?:don(?:’|')?t|do not) have (?:permission|access)|you are unable to access",
  '(?:拒绝|禁止|无权)访问$|^(?:拒绝|禁止|无权)访问',
  '(?:访问|请求|操作|ip)(?:已|已经)?被(?:.{0,6})(?:拒绝|拦截|阻断|禁止|屏蔽|限制|封禁)',
  '被.{0,8}设置拦截|威胁.{0,2}$|不合法参数|疑似攻击|攻击行为',
  '(?:访问|操作|请求|刷新)(?:速度|次数)?(?:过于|太|过)(?:频繁|快|多)',
  '(?:地区|国家|区域|地域)(?:暂时?)?(?:无法|不能|禁止|不支持|不可|暂不)',
  '(?:content|video|service|site|page)s? (?:is|are) not available in your (?:country|region|location)',
  '(?:request|ip(?: address)?|access|traffic|connection|address|site|country|activity|user)s?(?: [\\w./:()-]+){0,10}? (?:blocked|banned|refused|rejected|flagged|forbidden|rated as suspicious)',
  '(?:suspicious|malicious|harmful|abusive|automated|unsafe|illegal) (?:activity|activities|behaviou?r|requests?|queries|operation|spam|parameter)',
  '(?:firewall|security (?:service|system|plugin|check)).{0,60}(?:protect|block|attack)|why have i been blocked|^(?:ip|request|access|country) (?:is )?(?:blocked|restricted)',
  "(?:cannot|can(?:’|')?t|unable to|not allowed to) (?:access|visit) (?:the|this|our) (?:site|store|website|web site|page)",
  'too many (?:attempts|requests)|anti-crawler|crawler bot',
  'too many requests$|rate limit(?:ed)? exceeded',
  '切换(?:账号|帐号|可靠|网络).{0,8}重试|ip存在风险',
  'unavailable (?:due to|for) legal reasons',
];
const login = [
  '(?:log|sign)(?:ged)?[ -]?in to (?:continue|view|read|see|access|proceed)',
  "you(?:’|')?(?:ll)? (?:must|need to|have to) (?:be logged|log|sign|be signed|register)",
  '(?:登录|登陆|注册)(?:后|即可|以|才能|才可)+.{0,4}(?:查看|继续|阅读|访问|浏览|观看)',
  '^请(?:先|重新)?(?:登录|登陆)|先(?:登录|登陆)(?:才能|后)',
  '(?:扫描二维码|扫码|扫一扫)(?:即可|以|后)?(?:登录|登陆)',
  '(?:内容|页面|文章|版块)(?:需要|仅限)?(?:登录|登陆)(?:后|用户|才)',
  '尚未(?:登录|登陆)|(?:会话|登录)已?(?:过期|失效)',
  'password protected|^members only$|^(?:log|sign)[ -]?in to \\p{L}[\\w ]{1,20}$|^(?:please )?(?:log|sign) in$',
];
const asked = [
  '(?:请|需|仅支持|前往|必须)?(?:在|使用|用|去|到)?.{0,10}(?:客户端|app|微信|手机|小程序)(?:中|内|上|里)?(?:扫描?二维码|扫码)?(?:打开|观看|查看|访问|浏览)',
  '(?:扫描二维码|扫码)(?:查看|观看|下载)',
  '(?:年满|满) ?\\d+ ?(?:周)?岁|年龄(?:验证|确认)|未成年人',
  '(?:legal drinking|drinking|legal) age|must be \\d+ (?:or older|years)|^age (?:verification|check)',
  '(?:开通|订阅|购买|付费|成为).{0,8}(?:会员|订阅|后|即可)?.{0,6}(?:阅读|查看|继续|观看|解锁)|会员专享|付费(?:内容|阅读)',
  'subscri(?:be|ption|bers)(?: (?:to|for|only)| is required)',
  '(?:输入|填写)(?:访问|提取|查看)?(?:提取码|访问密码|访问码)',
  'enter your password below|(?:javascript|js|cookies?)(?: and any ad blocker)? (?:is|are) (?:not available|disabled|required)|(?:enable|turn on|requires) (?:java ?script|js|cookies)',
  '(?:开启|启用|打开).{0,8}(?:cookie|javascript|脚本)',
  'you are (?:now )?in (?:line|a queue)',
];
/** They ask for an account beside a page as well as before it. */
const askedWeakly = [
  '^(?:log|sign)[ -]?(?:in|up)(?: (?:to|or sign up to) [\\w ]{1,20})?$|(?:log|sign)(?:ged)?[ -]?(?:in|up)|create (?:new |an )?account|^join ',
  '登录|登陆',
  '验证',
  '(?:账号|帐号|账户|网络|访问|请求|操作|ip).{0,8}(?:异常|受限|频繁|限制|风险)',
  '不给力|稍[后候]再?(?:重试|访问|试)',
  'subscri|captcha|cloudflare|\\brobot\\b|are a human|blocked|forbidden|\\bdenied\\b|your (?:country|region|location)',
  '下载.{0,4}app|打开.{0,6}app',
  '订阅|开通会员',
  '(?:没有|无|暂无)(?:权限|查看权限|访问权限)',
];
const removed = [
  `${which}${what}(?:已经?|可能已?|疑似)?(?:被)?${who}(?:已经?)?(?:自行)?(?:被)?${gone}`,
  `(?:被|已)(?:被)?${who}(?:自行)?(?:删除|移除|下架|撤回|收回|屏蔽)`,
  `${which}${what}(?:暂时|目前|现在|当前|已)?(?:无法|不能|不可|停止|不予)(?:浏览|查看|访问|播放|显示|观看|展示|见)`,
  '内容(?:因|被|由于).{0,20}(?:投诉|侵权|举报|违规|违反)',
  '(?:账号|帐号|公众号|用户|账户)(?:已|已经)?(?:被)?.{0,8}(?:封禁|屏蔽|注销|冻结|停用|迁移|封停)',
  '^已?被?(?:永久)?(?:封禁|封停)',
  '(?:内容|信息|结果).{0,4}未予(?:显示|展示)',
  '根据(?:相关|有关)?法律(?:法规)?.{0,16}(?:未予|不予|无法)(?:显示|查看|展示)',
  '(?:微博|内容|动态|作品|笔记)?(?:已)?不可见$|仅展示.{0,6}(?:微博|动态|内容)|设(?:为|置了?)(?:私密|隐私|权限)',
  `${object}s?(?:(?:’|')s)?(?: was| were| has| have| is| are| isn(?:’|')?t| not| now| been| no longer)*(?: by the [a-z ]{3,20})? (?:removed|deleted|taken down|suspended|withdrawn|unpublished|no longer available|not available|unavailable|available (?:right now|anymore))`,
  `^(?:account|user|profile|content|video|post|tweet) (?:is )?(?:suspended|unavailable|removed|deleted|not available)$`,
  '作者.{0,4}隐私设置',
  '分享的?文件已经?被(?:取消|删除)|(?:链接|分享)已?(?:过期|失效|取消)',
];
const missing = [
  '^(?:error |http |网易[-— ]?|状态码?)?404(?:[\\s:：.!！,，|_–—-]*(?:error|错误|页面|(?:page|file)? ?not found|未找到|页面不存在|找不到页面?|page))*[!！。.]?$',
  `(?:page|url|file|article|document|resource|site)(?: was)?(?: you(?:(?:’|')re| are| were)? (?:looking for|requested|trying to (?:reach|view)|want(?:ed)?))?(?: was| is)? ?(?:not found|cannot be found|can(?:’|')?t be found|could(?: not|n(?:’|')t) be found|does(?: not|n(?:’|')t) exist|(?:is|has gone|gone|is gone) missing|no longer exists|isn(?:’|')t here)`,
  "^(?:sorry )?(?:but )?(?:we )?(?:can(?:’|')?t|cannot|could(?: not|n(?:’|')t))(?: seem to)? find (?:the|that|this|what)|we (?:can(?:’|')?t|cannot|could(?: not|n(?:’|')t))(?: seem to)? find (?:the|that|this|what)",
  'nothing (?:was )?found (?:at|here)|^(?:page |file )?not found$',
  `${which}${what}(?:可能)?(?:已经?)?(?:被)?${notThere}`,
  `(?:找不到|未找到|没有找到|没有发现|没发现|无法找到)(?:该|此|您|你|这个|相关)?.{0,8}${what}`,
  `${what}${notThere}了?`,
  '没有知识存在的荒原|^用户不存在',
];
const unavailable = [
  '(?:系统|网站|平台|服务器?|站点|页面).{0,6}(?:维护|升级)中?|(?:正在|例行|停机).{0,4}(?:维护|升级)|^(?:系统|网站|站点)(?:维护|升级)中?$',
  '(?:down for|under|scheduled) maintenance|(?:be|back) (?:right back|back (?:online )?(?:soon|shortly)|online shortly)',
  '(?:网站|站点)(?:已|已经)?(?:被)?(?:管理员)?(?:关闭|停用|暂停)|网站(?:暂时)?无法(?:访问|打开)|未.{0,12}(?:完成)?备案',
  '域名.{0,8}(?:转让|出售|过期|到期)|domain.{0,20}(?:for sale|expired)|^welcome to nginx',
  '服务器(?:开小差|错误|繁忙|出错|异常)|^50\\d(?: .{0,30})?$|internal server error|bad gateway|service unavailable',
  '(?:服务|程序|系统|页面).{0,4}(?:出错|出现.{0,2}(?:错误|异常|故障))|正在建设',
  'site (?:is )?(?:under construction|coming soon)',
];

export const signs: readonly Sign[] = [
  ...of('challenge-page', 'wall', true, challenge),
  ...of('access-denied', 'wall', true, denied),
  ...of('login-wall', 'wall', true, login),
  ...of('visitors-asked', 'wall', true, asked),
  ...of('content-removed', 'notice', true, removed),
  ...of('soft-404', 'notice', true, missing),
  ...of('site-unavailable', 'notice', true, unavailable),
  ...of('login-wall', 'wall', false, askedWeakly),
  ...of('soft-404', 'notice', false, [
    '不存在|不见了|已?下线|收回|无法(?:浏览|访问|打开|查看|显示|播放)|已?(?:过期|失效|删除|关闭|停止服务|暂停服务)|维护|no longer|unavailable|removed|deleted|expired|not (?:be )?found|under maintenance|coming soon|出错|走丢|exist\\b',
  ]),
];

/** What asks for a part beside the page: more, comments, a number. It says nothing of the page itself. */
export const asksForPart =
  /更多|全部(?!文|内容)|评论|回复|留言|回答|联系|电话|股东|价|大图|高清|原图|点赞|关注|收藏|历史|互动|推荐|comment|repl(?:y|ies)|more|reaction|follow|发表|参与|处罚|附件|可见/i;
/** What says that the page itself is what is kept back. */
export const asksForWhole =
  /全文|完整|剩余|继续阅读|continue reading|full (?:article|story|text)|read (?:on|the rest)|only for subscribers|for subscribers only|subscribe to continue/i;

/** Addresses that sites give to walls and notices, with the kind. */
export const addressSigns: readonly (readonly [RegExp, SignKind])[] = [
  [
    /(?:^|\/)(?:login|signin|sign-in|log-in|passport|sso|cas|auth|authwall|oauth\d?|accounts?\/(?:login|unhuman)|website-login|captcha|verify|antispider|sorry|challenge|unhuman|subscribe|403|forbidden|blocked|denied|age-?gate)(?:[/.?#]|$)/i,
    'wall',
  ],
  [/^(?:passport|login|signin|sso|accounts?|captcha|wappass|verify)\./i, 'wall'],
  [
    /(?:^|\/)(?:404|notfound|not-found|error|errorpage|err|gone|offline|removed|deleted|maintenance)(?:\.[a-z]+)?(?:[/?#]|$)/i,
    'notice',
  ],
];

/** What stands on buttons and in fields of such pages; and what stands beside everything. */
export const furniture =
  /^(?:首页|新闻|推荐|热[榜门搜]|关注|视频|搜索|消息|我的|发现|发布|通知|导航|菜单|财经|体育|科技|娱乐|更多|[\s\d\p{P}\p{S}]*|[a-z]{0,2}icp备?\d*号?.{0,6}|[^ ]?icp备\d+号.{0,4}|京公网安备\d+号?|[^ ]{1,3}公网安备ICP?\d*号?|版权所有.{0,20}|广告服务|copyright.{0,60}|©.{0,60}|(?:the )?(?:requested )?url .{1,200}|ray id.{0,40}|reference(?: id)? ?#?.{0,40}|(?:您|你)的请求id.{0,60}|时间.{0,30}|time.{0,30}|ip.{0,30}|[0-9a-f-]{5,40}|[\w-]+(?:\.[\w-]+)+|https?:\/\/\S+|home|products|blog|微信|qq|微博|打开.{1,4})$/iu;

/** Short lines that stand beside signs. */
export const short =
  /^(?:(?:返回|回到?|去往?|前往|进入|转到)?(?:首页|上一?页|主页|网站首页)(?:看看吧?)?|刷新(?:页面|重试)?|重试|点击重试|关闭|取消|确[定认]|继续|跳过|返回|后退|更多|换一张|帮助(?:中心)?|客服|(?:问题|意见|误报)?反馈|联系(?:我们|客服)|关于(?:我们)?|注册|立即注册|免费注册|新用户注册|忘记密码|找回密码|记住我|自动登录|七天内免登录|用户名|账号|帐号|密码|手机号码?|邮箱|验证码|其他(?:登录)?方式|(?:很|非常)?抱歉(?:了)?|对不起|不好意思|温馨提示|提示(?:信息)?|系统提示|哎呀|呜呜|糟糕|亲|出错了|出错啦|安全限制|啊[叻哦]|下载(?:app|客户端)?|立即(?:下载|打开|开通|购买)|加载中|正在加载|请稍候|已有账号|没有账号|我已满\d+(?:周)?岁|离开|进入|用户协议|隐私(?:政策|协议)|服务条款|您可以|建议您?|可能(?:的)?原因|如何解决|技术支持|请求id|事件id|给您带来(?:的)?不便|敬请谅解|热门推荐|为您推荐|猜你喜欢|相关推荐|请?稍后(?:再试|重试|再来|访问)|请检查网址.{0,6}|检查网址.{0,8}|(?:现在|当前)?(?:北京)?时间[\d\s年月日.\/-]*|(?:阅读|浏览|播放|点赞|评论|转发|收藏)(?:量|数)? ?\d+|\d+ ?次?(?:阅读|浏览|播放|点赞|评论|转发|收藏)|网站防火墙|信息中心|发现更多.{0,4}|about|products?|blog|contact|sitemap|menu|login|log in|sign in|loading|e-?mail|openresty.*|nginx.*|apache.*|tengine.*|caddy|(?:monthly|yearly|annual).*|please wait|try again(?: later)?|go (?:back|home)|take me home|learn more|contact us|back to home|return home|one more step|about this page|home|error|oops|sorry|hmm|whoops|uh-?oh|welcome back|remember me|forgot(?:ten)? password|create (?:an |new )?account|sign ?up|register|or|and|submit|continue|help|ip address|your ip|reference id|request id|time|powered by.{0,20}|cancel anytime|thank you|new here|already a (?:member|subscriber)|visit help center|go to news feed|search)$/iu;
