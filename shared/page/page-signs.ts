/**
 * What pages say that stand where another was wanted. A sign has to begin a line, after a word of regret, and may be
 * followed by little: an article about such pages says more. Chinese and English; a sign of a known site names it.
 */
const regret = String.raw`(?:(?:很?抱歉|对不起|非常抱歉|温馨提示|提示|哎呀|呜呜|糟糕|亲|sorry|oops|uh[- ]?oh|whoops|hmm)[，,、!！~～.…。:：\s]*(?:but\s)?)*`;
const end = String.raw`.{0,40}$`;

const sign = (words: string): RegExp => new RegExp(`^${regret}(?:${words})${end}`, 'i');

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
  'too many requests$',
].map(sign);

export const deniedSigns: readonly RegExp[] = [
  'access (?:to this (?:page|site|resource) )?(?:has been )?denied',
  '(?:error )?(?:403|1020)(?:[:\\s-–—]*(?:forbidden|access denied))?$',
  "(?:you )?(?:have been |don(?:’|')?t have permission|do not have permission).{0,30}",
  '(?:拒绝|禁止|无权)访问',
  '(?:您|你)?(?:的)?(?:访问|请求)(?:已)?被(?:拒绝|拦截|阻断|禁止)',
  '(?:由于|因为)(?:您|你)访问的.{0,6}有可能对网站造成安全威胁',
  '(?:您|你)(?:所在的地区|的ip).{0,10}(?:无法|不能|禁止)',
].map(sign);

export const loginSigns: readonly RegExp[] = [
  '(?:you (?:must|need to) be )?(?:please )?(?:log|sign)(?:ged)?[ -]?in to (?:continue|view|read|see|access|proceed)',
  'you (?:must|need to) (?:be logged in|log in|sign in)',
  '(?:登录|登陆|注册)(?:后|即可|以|才能|才可).{0,4}(?:查看|继续|阅读|访问|浏览)',
  '请(?:先)?(?:登录|登陆)',
  '(?:该|此)?(?:内容|页面|文章)(?:需要|仅限)?(?:登录|登陆)(?:后|用户|才)',
].map(sign);

/** What the heading or a button of a form for logging in says. */
export const loginWords =
  /^(?:(?:账号|帐号|密码|扫码|验证码|短信|手机|用户|会员|统一|立即)?(?:登录|登陆)(?:\/注册|或注册)?|注册\/登录|(?:log|sign)[ -]?in(?: to .{1,30})?)$/i;

export const removedSigns: readonly RegExp[] = [
  '(?:该|此|这个?|原|您访问的)?(?:内容|文章|帖子?|主题|微博|视频|回答|问题|笔记|动态|作品|新闻|页面|网页|信息|商品)(?:已经?)?(?:被)?(?:发布者|作者|楼主|用户|管理员|平台|博主|up主)?(?:已经?)?(?:自行)?(?:删除|下架|撤下|撤回|屏蔽|隐藏|失效|过期)',
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
  '(?:该|此|这个?|您(?:要)?(?:访问|查找|浏览|请求|寻找)的|你(?:要)?(?:访问|查找|浏览|请求|寻找)的|访问的|请求的)?(?:页面|网页|内容|文章|地址|链接|文件|资源|帖子|主题)(?:可能)?(?:已经?)?(?:不存在|找不到|未找到|没有找到|无法找到|不见|走丢|丢失|飞走|被外星人|消失|去火星)',
  '(?:找不到|未找到|没有找到|无法找到)(?:该|此|您|你|这个|相关)?.{0,8}(?:页面|网页|内容|文章)',
].map(sign);
