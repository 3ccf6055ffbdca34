/**
 * What pages say that stand where another was wanted. A sign has to begin a line, after a word of regret, and may be
 * followed by little: an article about such pages says more. Chinese and English; a sign of a known site names it.
 */
const regret = String.raw`(?:(?:很?抱歉|对不起|非常抱歉|温馨提示|提示|哎呀|呜呜|糟糕|亲|sorry|oops|uh[- ]?oh|whoops|hmm)[，,、!！~～.…。:：\s]*(?:but\s)?)*`;
const end = String.raw`.{0,40}$`;

const sign = (words: string): RegExp => new RegExp(`^${regret}(?:${words})${end}`, 'i');

/** What a notice speaks of: which one, and what. */
const which = '(?:该|此|这(?:个|篇|条|则)?|原|当前|(?:您|你)?(?:想|要)?(?:访问|查找|查看|浏览|观看|请求|寻找|打开)的)?';
const what =
  '(?:内容|文章|帖子?|主题|微博|视频|回答|问题|笔记|动态|作品|新闻|页面|网页|信息|商品|宝贝|直播|专栏|图片|地址|链接|文件|资源|稿件|话题|评论)';

export const challengeSigns: readonly RegExp[] = [
  '(?:please )?verif(?:y|ying)(?: that)? you are (?:a )?human',
  'checking (?:if the site connection is secure|your browser before)',
  '(?:please )?complete the (?:security check|captcha|action below)',
  'enable javascript and cookies to continue',
  'needs to review the security of your connection',
  '(?:we have detected |our systems have detected )?unusual traffic (?:from|activity)',
  "are you a robot|i(?:’|')?m not a robot|press (?:&|and) hold to confirm",
  'just a moment(?:\\.\\.\\.|…)?$',
  'attention required!',
  'sina visitor system',
  '请(?:先)?(?:完成|进行)(?:以下|下方|下列|安全|人机|滑动|滑块|图形)?.{0,4}验证',
  '(?:请)?(?:向右)?(?:拖动|滑动|拖拽|按住).{0,8}(?:滑块|滑动).{0,6}',
  '(?:百度)?(?:安全|滑动|人机|身份)验证$',
  '请?输入(?:图片|图形|下方)?(?:中的)?验证码',
  '(?:当前)?环境异常',
  '(?:您|你)?(?:的)?(?:当前)?(?:请求|访问|操作|网络环境)(?:存在|出现)?(?:异常|过于频繁)',
  '请稍候(?:\\.\\.\\.|…)?$',
  '(?:正在)?(?:检查|验证|检测)(?:您|你)的(?:浏览器|连接|是否)',
  '正在验证(?:您|你)?是否(?:是)?真人',
  '(?:为了?.{2,14}[，,])?请?(?:向右|按住.{0,6})?拖动.{0,8}(?:滑块|拼图|按钮).{0,14}',
  '验证码中间页',
  'ddos protection by',
  'too many requests$',
].map(sign);

export const deniedSigns: readonly RegExp[] = [
  'access (?:to this (?:page|site|resource) )?(?:has been )?denied',
  '(?:error )?(?:403|1020)(?:[:\\s-–—]*(?:forbidden|access denied))?$',
  '(?:you|your (?:ip|access|request)[^.]{0,20}) (?:have been|has been|are|is|was) (?:blocked|banned|denied|restricted|rejected|rate[- ]?limited)',
  "you (?:don(?:’|')?t|do not) have (?:permission|access).{0,40}",
  '(?:拒绝|禁止|无权)访问',
  '(?:您|你)?(?:的)?(?:访问|请求)(?:已)?被(?:拒绝|拦截|阻断|禁止)',
  '(?:由于|因为)(?:您|你)访问的.{0,6}有可能对网站造成安全威胁',
  '(?:您|你)(?:所在的地区|的ip).{0,10}(?:无法|不能|禁止)',
  'you are unable to access',
].map(sign);

export const loginSigns: readonly RegExp[] = [
  '(?:you (?:must|need to) be )?(?:please )?(?:log|sign)(?:ged)?[ -]?in to (?:continue|view|read|see|access|proceed)',
  'you (?:must|need to) (?:be logged in|log in|sign in)',
  '(?:登录|登陆|注册)(?:后|即可|以|才能|才可).{0,4}(?:查看|继续|阅读|访问|浏览)',
  '请(?:先)?(?:登录|登陆)',
  '(?:请)?(?:使用|打开|用)?.{0,12}(?:扫描二维码|扫码|扫一扫)(?:即可|以|后)?(?:登录|登陆)',
  '(?:该|此)?(?:内容|页面|文章)(?:需要|仅限)?(?:登录|登陆)(?:后|用户|才)',
].map(sign);

/** What the heading or a button of a form for logging in says. */
export const loginWords =
  /^(?:(?:账号|帐号|密码|扫码|验证码|短信|手机|用户|会员|统一|立即)?(?:登录|登陆)(?:\/注册|或注册)?|注册\/登录|(?:log|sign)[ -]?in(?: to .{1,30})?)$/i;

export const removedSigns: readonly RegExp[] = [
  `${which}${what}(?:已经?)?(?:被)?(?:发布者|发布人|作者|楼主|用户|管理员|平台|博主|up主|卖家)?(?:已经?)?(?:自行)?(?:被)?(?:删除|下架|下线|撤下|撤回|收回|屏蔽|隐藏|失效|过期)`,
  `${which}${what}(?:暂时|目前|现在)?(?:无法|不能|不可)(?:浏览|查看|访问|播放|显示|观看)`,
  '(?:该|此)?内容因(?:涉嫌)?(?:违规|违反).{0,20}(?:无法|不能|不予)',
  '(?:该|此)内容(?:被|由于|因).{0,20}(?:投诉|侵权|举报)',
  '(?:该|此)(?:账号|帐号|公众号|用户)(?:已)?(?:被)?.{0,8}(?:封禁|屏蔽|注销|冻结|停用|迁移)',
  '根据(?:相关|有关)?法律(?:法规)?.{0,16}(?:未予|不予|无法)(?:显示|查看|展示)',
  "this (?:post|page|article|content|tweet|video|story|item|comment|account|question|listing)(?: was| has been| is| isn(?:’|')?t|(?:’|')s)(?: been)? ?(?:removed|deleted|taken down|suspended|withdrawn|unpublished|no longer available|not available|unavailable|available right now|available anymore)",
  '(?:video|content|post|tweet) (?:is )?(?:unavailable|no longer available)$',
  '(?:account|user) suspended$',
].map(sign);

export const missingSigns: readonly RegExp[] = [
  '(?:error )?(?:http )?404(?:[\\s:：.!！,，|_–—-]*(?:error|错误|页面|(?:page|file)? ?not found|未找到|页面不存在|找不到页面?|page))*[!！。.]?$',
  "(?:the |this |that )?(?:requested )?(?:page|url|file|article|document)(?: was)?(?: you(?:(?:’|')re| are| were)? (?:looking for|requested|trying to (?:reach|view)))?(?: was)? ?(?:not found|cannot be found|can(?:’|')?t be found|could(?: not|n(?:’|')t) be found|does(?: not|n(?:’|')t) exist|(?:is|has gone|is gone) missing|no longer exists|isn(?:’|')t here)",
  "we (?:can(?:’|')?t|cannot|could(?: not|n(?:’|')t))(?: seem to)? find (?:the|that|this|what)",
  'nothing (?:was )?found (?:at|here)',
  `${which}${what}(?:可能)?(?:已经?)?(?:被)?(?:不存在|找不到|未找到|没有找到|无法找到|不见|走丢|丢失|飞走|被外星人|消失|去火星)`,
  '(?:找不到|未找到|没有找到|无法找到)(?:该|此|您|你|这个|相关)?.{0,8}(?:页面|网页|内容|文章)',
].map(sign);

/**
 * What stands beside a sign on a page that is nothing else: explanations, buttons, labels of fields, footers. Each is a
 * whole clause; whatever is none of these is the page's own.
 */

export const companions: readonly RegExp[] = [
  '首页|新闻|推荐|热[榜门搜]|关注|视频|搜索|消息|我的|发现|导航|菜单|返回(?:首页|上一?页|主页)?|回到?首页|刷新(?:页面|重试)?|重试|关闭|取消|确[定认]|继续|跳过|返回|后退|更多|帮助(?:中心)?|客服|反馈|问题反馈|意见反馈|联系(?:我们|客服)|关于(?:我们)?|登录|登陆|注册|立即注册|免费注册|忘记密码\\??|找回密码|记住我|自动登录',
  '(?:现在|当前)?(?:北京)?时间[\\d\\s年月日.\\/-]*|(?:阅读|浏览|播放|点赞|评论|转发|收藏)(?:量|数)? ?\\d+|\\d+ ?(?:次)?(?:阅读|浏览|播放|点赞|评论|转发|收藏)',
  '用户名|账号|帐号|密码|手机号码?|邮箱|验证码|获取验证码|发送验证码|(?:账号|帐号|密码|短信|扫码|验证码|手机)(?:登录|登陆)|登录(?:\\/|或|·)?注册|其他(?:登录)?方式|(?:微信|微博|qq|支付宝)(?:登录)?',
  '(?:立即|点击)?(?:下载|打开|前往)(?:app|客户端)|打开app|去(?:验证|登录|看看)|(?:开始|点击)验证|查看(?:帮助|详情|对应规则)|申诉|投诉',
  '用户协议|隐私(?:政策|保护指引|协议)|服务条款|使用条款|京?[^ ]?icp备?\\d*号?.{0,6}|京公网安备\\d+号|版权所有|all rights reserved|copyright.{0,40}|©.{0,40}',
  '(?:很|非常)?抱歉|对不起|温馨提示|提示|哎呀|呜呜|糟糕|亲|sorry|oops|uh-oh|whoops|hmm|啊叻',
  '完成验证后(?:即可)?(?:继续)?(?:访问|操作)?|点击?下方(?:的)?(?:验证)?按钮(?:进行验证|重试)?|为(?:了)?保障(?:您|你)的正常访问|请点击下方验证按钮进行验证|这可能需要几秒钟时间|在继续之前|.{0,40}需要先检查(?:您|你)的连接的安全性|\\d+ ?秒(?:钟)?(?:后|之后).{0,12}(?:跳转|进入|返回).{0,8}',
  '(?:您|你)的(?:访问|请求)被(?:阻断|拦截|拒绝)|(?:您|你)的请求id(?:是)?|请求id|事件id|错误(?:码|代码)|[0-9a-f-]{5,40}',
  '由用户投诉并经平台审核|涉嫌违反相关法律法规和政策|查看对应规则|(?:帐号|账号)已被永久封禁|相关功能不可用|该公众号已迁移至新的账号|原账号已回收|若需访问原文章链接|请点击下方按钮',
  '(?:请|您可以)?(?:检查|核对)(?:您|你)?(?:输入的)?(?:网址|地址|链接).{0,10}|请?稍后(?:再试|重试|再来|访问)|可能(?:已)?被(?:删除|移动|移除).{0,6}|网络不给力',
  '打开.{1,6}(?:app|客户端)?|发现更多.{0,4}|扫一扫.{0,4}|请?打开.{1,8}(?:app|客户端)?扫码(?:查看|登录)?|未注册手机验证后自动登录|注册即代表同意.{0,30}',
  'home|about(?: us)?|contact(?: us)?|help|search|menu|back(?: to .{1,20})?|go (?:back|home)|return(?: to)?(?: the)? home ?page|log ?in|sign ?(?:in|up)|register|username|e-?mail(?: address)?|password|forgot(?: your)? password|remember me|submit|continue|close|privacy(?: policy)?|terms(?: of (?:service|use))?',
  'this (?:may|might|can) take a few seconds|this process is automatic|your browser will redirect.{0,60}|please wait.{0,30}|ray id.{0,40}|cloudflare|performance & security by.{0,20}|reference #?.{0,40}|error code.{0,20}|nginx|apache.{0,60}',
  'error|not found|forbidden|404|403|405|429|502|503|the requested url .{1,200} was not found on this server|additionally|on this server|please (?:try again|check the (?:url|address)|contact).{0,60}|it may have been (?:moved|deleted|removed).{0,40}|this video is no longer available.{0,80}',
  '[a-z0-9-]+(?:\\.[a-z0-9-]+)+|https?://\\S+|[\\p{P}\\p{S}\\d\\s]*',
].map((words) => new RegExp(`^(?:${words})$`, 'iu'));

/** What may follow a sign in its own clause: what one could do after a login, a second word for what became of it. */
export const trails =
  /^(?:(?:后|以后|以|才能|即可|才可|可|并)*(?:继续|查看|阅读|浏览|访问|观看|发表|参与|下载|操作|使用|评论)*.{0,6}|(?:或|并且?|及|和|、)?(?:已|已经)?(?:被)?(?:不存在|删除|下架|下线|移除|移动|失效|无法访问|违规).{0,2}|了?[吧呢啦哦~！!？?。.]*|.{0,4})$/;

/** Words that a wall or a notice says in a sentence of its own making: they make a page that says little else doubtful. */
export const wallWords =
  /验证(?:码|后|通过|您|你|失败)|(?:滑块|拼图)|(?:扫码|扫描|二维码).{0,8}(?:登录|查看)|(?:客户端|app|微信|手机).{0,6}(?:打开|观看|查看|访问|扫码)|年满|未成年|(?:地区|国家|区域).{0,8}(?:无法|不支持|不可|限制)|(?:订阅|付费|会员|开通).{0,10}(?:阅读|查看|继续|观看)|(?:账号|帐号|网络|环境|访问|请求).{0,6}(?:异常|受限|频繁|限制)|(?:检查|检测).{0,6}浏览器|安全(?:检查|验证|检测)|subscri(?:be|ption|bers)|captcha|robot|human|cloudflare|security check|checking your browser|(?:enable|turn on) (?:java ?script|cookies)|blocked|forbidden|denied|(?:log|sign)(?:ged)?[ -]?in|登录|登陆|稍后(?:再试|重试|访问)|不给力|your (?:country|region|location)/i;
export const noticeWords =
  /不存在|已?下线|不见了|收回|已?迁移|无法(?:浏览|访问|打开|查看)|已?(?:过期|失效|删除|关闭|停止服务|暂停服务)|维护中|系统维护|域名.{0,8}(?:转让|出售|过期)|no longer|unavailable|removed|deleted|expired|not (?:be )?found|under maintenance|domain.{0,20}for sale|coming soon/i;
