/**
 * The words of which walls and notices are made, whatever they say with them: what a site calls itself, its visitor, and what
 * the two may do. A clause of such words alone is none of the page's own.
 */

const chinese = `
访问者 访问 访客 请求 页面 网页 网址 网站 站点 本站 链接 地址 域名 浏览器 浏览 查看 观看 阅读 显示 播放 打开 点击 输入 输错 键入 提交 刷新 重试 返回 首页 主页 跳转
自动 继续 完成 进行 操作 验证码 验证 校验 核实 确认 确定 安全 检查 检测 监测 人机 真人 机器人 程序 滑块 滑动 拖动 拖拽 拼图 按住 左边 右边 最右 向右 图中 图形 文字 依次 顺序
下方 上方 下列 以下 按钮 登录 登陆 登入 重新登录 注册 账号 帐号 账户 密码 用户名 用户 会员 手机号码 手机号 手机 邮箱 短信 扫码 扫描 扫一扫 二维码 微信 微博 支付宝 客户端 下载 安装 免费
立即 马上 开通 订阅 付费 购买 解锁 全文 全部 完整 剩余 精彩 内容 文章 帖子 该贴 主题 视频 回答 问题 笔记 动态 作品 商品 宝贝 直播 专栏 图片 文件 资源 稿件 话题 评论 版块 栏目
信息 新闻 数据 记录 不存在 找不到 未找到 没找到 没有找到 找不着 无法 不能 不可 不允许 暂时 暂不 暂无 目前 当前 现在 此刻 已经 自行 删除 下架 下线 撤下 撤回 收回 屏蔽 隐藏 折叠 失效 过期 到期
移除 移动 移走 丢失 不见 消失 走丢 飞走 更名 改名 关闭 停止 停用 封禁 封号 冻结 注销 迁移 转让 出售 备案 工信部 接入商 接入处 主管部门 法律法规 法律 法规 政策 相关 有关 根据 依据 规定 规则 规范
公约 社区        审核 平台 管理员 管理 作者 发布者 发布人 发布 博主 楼主 权限 无权 私密 隐私 保护 指引 设置 仅限 仅 展示 半年 可见 稍后 稍候 稍等 片刻 休息 耐心
频繁 过快 过多 次数 速度 限制 受限 限流 异常 错误 出错 错啦 失败  威胁  参数   拦截 阻断 拒绝 禁止 防火墙 防护 云盾 服务器 服务 系统 网络 环境 不给力 繁忙 拥挤 开小差 超时 排队
维护 升级 优化 恢复 预计 敬请 谅解 带来 不便 很抱歉 抱歉 对不起 不好意思 温馨提示 提示 提醒 哎呀 啊哦 地区 国家 区域 位置 所在 版权 年龄 年满 周岁 未成年 成年人 适合 适宜 包含 进入 离开 退出
同意 协议 条款 代表 表示 帮助 反馈 客服 联系 关于 误报 申诉 原因 可能 由于 因为 建议 解决 空间 服务商 提供商 托管 普通 支持 使用 开启 启用 缓存 脚本 广告 插件 协助 保障 保证 正常 通过 说明
按照 身份 实名 绑定 切换 更换 可靠 风险 存在 监控 设备 时间 有效 分钟 小时 提取码 提取 密钥 取消 分享 来晚 推荐 更多 其他 其它 发现 热门 猜你喜欢 查找 寻找 搜索 想要 想看 需要 必须 方可 才能 即可
之后 尚未 没有 专享 已是 前往 跳过 知道 看看 试试 转到 去往 去向 尊敬 受理 处理 稍作 指定 正在 曾经 页码 编号 代码 状态 事件 提供 收录 功能 技术 信息中心 统一 认证 平台 会话 七天内 免登录 忘记
找回 记住 新用户 您好 你好 大家 我们 他们 欢迎 欢迎您 感谢 谢谢您 光临 支付 小程序 公众号 永久 原账号 回收 新的 对应 详情 经过 研究 结果 砖家 荒原 知识 火星 外星人 带走 带您 一起 讨论 本文 本页 本内容 此内容
疑似 因违规 涉嫌违反 涉嫌违规 涉嫌侵权 违反 由用户投诉 被投诉 经审核 攻击请求 危险的攻击 不合法参数 证明 控制台 一个 或者 如果 认为 结束 活动 后台 咨询 暂停 建设 频率 太高 过高 手机端 电脑端 对方 是否 已满 未予 异地 尽快 努力 修复 敬请期待 期待 更换 走失 程序员 程序猿 上一页 上页 下一页 一页 一下 一次 页 持有人 续费 下次 早点 老师傅 操作员 尝试 方法 输入 联系方式 列表 我已满 我已年满 我已 岁 非常 啊叻 造成 正确 内 部分 重新 该 此 版本 过低 最新 体验 更好 支持 确保 真实 行为 用于 产生 发出 系统管理员 上网 代理 出口 临时 首次 常用 图标 说明书 完毕 加载 载入 读取 连接 建立 启动 请先 未登录 已登录 年 月 日 零时 点 秒 分 版
`
  .split(/\s+/)
  .filter(Boolean)
  .sort((one, other) => other.length - one.length);

const english = new Set(
  `access accessed accessing account accounts action actions ad address administrator affiliates age agree agreement allow allowed already app apps article articles attempt attempting author authenticate automatically available
  automated awkward back ban banned begin below blocked blocker bot bots box browse browser browsers browsing button bypass cancel cannot captcha caution challenge changed characters check checking checks chrome click close code come
  complete completing computer conditions configuration confirm connection contact content continue cookie cookies copyright could country create created currently data ddos delete deleted denied deny describes details detected device
  disable disabled domain download due email enable enabled enter entered error errors exist exists expired extension failed fault feed find following forbidden forgot forgotten found free full general go gone group guidelines hcaptcha hold
  home homepage hostname human humans id identity image inactive include incorrect information install internal internet invalid ip issue item javascript join js just keep know latest launch learn leave legal let line link links listing
  loading located location locked log logged login look looking lost made maintenance make making malicious manage manually match may maybe member members membership message minute minutes mistyped moderator moderators moment more moved
  must need needed needs network news new next not nothing number offer offline old older online oops open or original otherwise owner page pages password passwords paste pause people perform performance performing permission permissions phone
  place please policy policies possible post posts press pressing prevent privacy private problem proceed proceeding process processing profile protect protected protection provide public purchase puzzle ray read reading reason reasons
  recaptcha received redirect redirected reference refresh region register registered reload removed rename renamed request requested requests require required requires resource response restricted results retry return review reviewing
  right robot rules safe sale scheduled scraping screen search seconds secure security see seem seems sending server servers service services session settings share shared short shortly show sign signed signing site sites slide slider small
  solve something sorry start status steps story stop strange submit subscribe subscribed subscriber subscribers subscription support supported suspended suspend suspicious switch take taken temporarily temporary terms text thank
  thanks this ticket time timeout too topic traffic trouble trust try trying tweet turn type unable unavailable unblock under understand unfortunately unknown unlock unpublished unusual update upgrade upload uploader url use used user username users usually
  using valid verification verified verify verifying version video videos view viewed viewing violate violated violation violations visit visited visiting visitor visitors wait wanted warning watch way we webmaster website well went whoops
  why wrong year years yourself zone cloudflare nginx apache openresty iis akamai windows firefox safari edge google facebook apple microsoft twitter monthly yearly plan plans anytime choose trial limited per reached limit high queue
  order correctly resolve typed misspelled outdated bookmark menu about help contact english uk corp inc ltd llc com rights reserved all cookies center newsfeed real really really own gateway bad because happens closed closing cause caused disallow suspicious instead either anymore section reader readers story stories rest unlimited digital join today sure making drinking older legal deactivated taken copy correct spelling sorry wandered helpful missing typing maybe perhaps perfectly previous dead ended everything trusted vpn proxy disable extensions private incognito mode temporarily moved permanently overloaded capacity busy
  web ok successfully installed working further see believe down hmm uh oh best accepting results against set http https www suspicious activity remember step more once interruption pardon power speed moving pageview suspiciously upgrade abuse abusive activate assistance attack attacks anti appear appears behavior behaviour believe blacklist blacklisted block crawler date details difficulties email flagged generated firewall frequent geographic goog happened happen hours inconvenience investigate malicious mistake monitor note notify now operation operations owner performed persist plugin possible potentially powered provider providing proxy query rate rated refused rejected restrict restriction restrictions reveal risk score software solve spam specialist still support suspicion system systems team therefore think threat threats tools traffic trigger triggered triggers unexpected unsafe uses via virus vpn waf websites whitelist within wordpress www quickly again able above after before tuned soon coming launching construction park parked parking interested buy buying price inquire seller broker registrar expired renew hosting`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words without content of their own: they count for neither side. */
const particles =
  /[的了着过吗呢吧啊呀哟啦哦么地得和与及或并且而但则也都就才再又很已被在于由从向到对为是有会能可将把给让使以之其这那此该本如若因所等第个条篇张项次位些每各您你请后前内中里上下不未无仅只先去来要做]/gu;
const little = new Set(
  'a an the of to in on at by for from with without and or but if when while as is are was were be been being am do does did done has have had having can will would should might it its they them their there here that these those this what which who how you your yours our us we i me my not no yes so than then up out off over into only any some one two has isn aren doesn didn don won couldn wasn haven hasn can t s re ve ll d m'.split(
    ' ',
  ),
);
const chineseWords = new RegExp(chinese.join('|'), 'gu');

/** Whether a word is one of them, or a form of one. */
function isEnglish(word: string): boolean {
  return [word, ...endings.map((ending) => word.replace(ending, ''))].some(
    (one) => english.has(one) || english.has(`${one}e`),
  );
}
const endings = [/s$/, /es$/, /d$/, /ed$/, /ing$/, /ly$/];

/** Words of reports, dealings and grievances: whoever says one says something of her own. */
export const telling =
  /公告|声明|记者|法院|起诉|诉讼|回应|报道|网友|截图|快照|存证|律师|公司|集团|银行|有限|贷|债|欠|骗|钱|款|逾期|征信|清算|破产|跑路|报警|曝光|[“”]|我(?![们已])(?!的$)|(?<!涉嫌|因)侵权|违法(?!不良|和不良|信息)|诈骗|抄袭|受贿|(?:管理员|平台|网站|作者|他们).{0,4}(?:删除|下架|屏蔽|封)了|1[3-9]\d{9}|^\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?$|^\d{1,2} ?月 ?\d{1,2} ?日$|\bmy (?!account$)|\d ?(?:元|万|亿)|发件人|收件人|(?<![名简])称(?![号呼职])|\b(?:subject|sender|says?|said|told|court|lawsuit|sued|according|reporter|reported|confirmed|paid|fraud|scam|loan|bank)\b/iu;

/** How much a text says: a Chinese character as much as two Latin letters; signs and white space nothing. */
export function weight(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters + han;
}

/** What of a clause is none of these words: its weight, and its share of all that says something, from 0 to 1. */
export function besidesSiteWords(clause: string): Readonly<{ weight: number; share: number }> {
  if (telling.test(clause)) return { weight: weight(clause), share: 1 };
  const plain = clause.replace(/https?:\/\/\S+|[\w.-]+\.(?:com|cn|net|org|example)\b\S*|[\w.:#-]*\d[\w.:#-]*/giu, ' ');
  const han = plain.replace(/[^\p{Script=Han}]/gu, ' ');
  const left = han.replace(chineseWords, ' ');
  const ownHan = (left.replace(particles, '').match(/\p{Script=Han}/gu)?.length ?? 0) * 2;
  const knownHan = (han.match(/\p{Script=Han}/gu)?.length ?? 0) * 2 - (left.match(/\p{Script=Han}/gu)?.length ?? 0) * 2;
  const words = plain.replace(/\p{Script=Han}/gu, ' ').match(/\p{L}+/gu) ?? [];
  const said = words.map((one) => one.toLowerCase()).filter((one) => !little.has(one));
  const weigh = (some: readonly string[]) => some.reduce((sum, one) => sum + one.length, 0);
  const ownWords = weigh(said.filter((one) => !isEnglish(one)));
  const own = ownHan + ownWords;
  const all = own + knownHan + weigh(said) - ownWords;
  return { weight: own, share: all === 0 ? 0 : own / all };
}
