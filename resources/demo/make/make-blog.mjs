// Writes pages/blog-tall.html: one blog post with three hundred comments, over 40,000 CSS px tall and light.
// The same words every time (a counter, no chance): `node resources/demo/make/make-blog.mjs`
import { writeFileSync } from 'node:fs';

const who = ['面馆老板', '夜班司机', '布行小妹', '修车的老秦', '果摊阿萍', '五金铺掌柜', '会计小顾', '退休教师', '网店客服', '茶叶店主', '早点铺老魏', '跑腿的阿哲', '花店主人'];
const open = ['我也收到那条推送了。', '群里一晚上转了七八遍。', '朋友截图发来的，没看到原文。', '早上看新闻才知道。', '刚下班，满屏都是这件事。', '本来不信，看见“警示信息”四个红字就慌了。', '说实话第一反应是先截图。', '家里人打电话来问，我一句也答不上。', '昨天刚还完一期。', '店里进货的钱就是从这家借的。', '等等，大家先看日期。'];
const middle = ['既然写着清算组备案，那应该是真的吧？', '平台总不会乱推吧，毕竟是收费的监控。', '下个月的还款我准备先放一放。', '打客服电话，占线四十分钟。', '合作的供货商今天就要求现款现货了。', '我去登记公示平台看过，状态写的是存续。', '2015年那条和2019年这条，是不是同一条？', '如果是误推，谁来给我们说一声？', '转发的时候没有人核实，核实的时候没有人转发。', '小店经不起这种惊吓。', '隔壁店已经不敢用了。', '标题都写“进入清算”，正文才写“据推送”。', '有没有人贴一下公司自己的公告？'];
const end = ['先等等看。', '继续蹲后续。', '谁有准信麻烦说一声。', '希望只是一场误会。', '楼上别急。', '散了吧，明天还要开门。', ''];
const replies = ['你说的“应该是真的”，依据只有那一条推送。', '公示平台今天上午我也查了，存续。', '先别停还款，逾期可是自己的事。', '已经有三家网站引用同一句话了，来源都是它。'];

const pick = (list, n) => list[n % list.length];
const comments = Array.from({ length: 300 }, (_, index) => {
  const n = index + 1;
  const minutes = 7 * 60 + 58 + index * 3; // from 07:58 on 7 May, one every three minutes
  const day = 7 + Math.floor(minutes / 1440);
  const time = `05-0${day} ${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const words = [pick(open, index * 5 + (index >> 3)), pick(middle, index * 7 + (index >> 2)), n % 3 === 0 ? pick(middle, index * 11 + 4) : '', pick(end, index * 4)].join('');
  const reply = n % 5 === 0 ? `\n<p class="re"><b>灯下算盘</b>（作者）：${pick(replies, n / 5)}</p>` : '';
  return `<li id="c${n}"><b>${pick(who, index * 3 + (index >> 4))}</b><i>#${n} · ${time}</i><p>${words}</p>${reply}</li>`;
});

writeFileSync(new URL('../pages/blog-tall.html', import.meta.url), `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>清算之夜：一条推送和它的三百条评论 – 灯下算盘</title>
<style>
:root{--ink:#23302b;--soft:#7c8a83;--leaf:#3f6f5b;--paper:#f5f3ea}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.95 serif}
.wrap{max-width:720px;margin:0 auto;padding:0 24px}
.mast{padding:64px 0 28px;border-bottom:1px solid #d8d5c5;display:flex;align-items:center;gap:20px}
.mast svg{flex:none}.mast b{font-size:26px;letter-spacing:.2em;display:block;line-height:1.4}.mast span{color:var(--soft);font-size:15px}
h1{font-size:36px;line-height:1.4;margin:56px 0 10px;letter-spacing:.02em}
.date{color:var(--soft);font-size:14px;margin:0 0 40px}
p{margin:0 0 1.3em}.first::first-letter{font-size:58px;line-height:1;float:left;padding:6px 10px 0 0;color:var(--leaf)}
.pull{margin:44px -40px;padding:26px 40px;border-top:1px solid var(--leaf);border-bottom:1px solid var(--leaf);font-size:23px;line-height:1.7;color:var(--leaf)}
figure{margin:44px 0}figcaption{color:var(--soft);font-size:14px;text-align:center;margin-top:8px}
h2{font-size:22px;margin:72px 0 18px;padding-bottom:12px;border-bottom:3px solid var(--leaf)}
ol{list-style:none;margin:0;padding:0}
li{padding:30px 0 8px;border-bottom:1px dashed #d3cfbd;min-height:92px}
li b{color:var(--leaf);font-size:15px}li i{font:normal 13px/1 sans-serif;color:var(--soft);margin-left:12px}li p{margin:6px 0 14px;font-size:16px;line-height:1.8}
.re{border-left:3px solid #b9c9bf;padding:4px 0 4px 16px;font-size:15px!important;color:#4b5b54}.re b{font-size:14px}
footer{padding:56px 0 80px;text-align:center;color:var(--soft);font-size:14px}
</style>
<div class="wrap">
<div class="mast"><svg width="64" height="64" viewBox="0 0 64 64" aria-hidden="true"><rect x="3" y="3" width="58" height="58" rx="8" fill="none" stroke="#3f6f5b" stroke-width="3"/><path d="M3 23h58M17 3v58M32 3v58M47 3v58" stroke="#3f6f5b" stroke-width="2"/><g fill="#3f6f5b"><circle cx="17" cy="13" r="5"/><circle cx="32" cy="17" r="5"/><circle cx="47" cy="11" r="5"/><circle cx="17" cy="34" r="5"/><circle cx="17" cy="46" r="5"/><circle cx="32" cy="52" r="5"/><circle cx="32" cy="32" r="5"/><circle cx="47" cy="40" r="5"/><circle cx="47" cy="52" r="5"/></g></svg><div><b>灯下算盘</b><span>写给小生意人的金融笔记，周二更新</span></div></div>
<h1>清算之夜：一条推送和它的三百条评论</h1>
<p class="date">2019年5月7日 07:50　灯下算盘　阅读 41,926　评论 300</p>
<p class="first">前天晚上九点零六分，我的手机和许多小店主的手机一起响了一下。企镜的监控消息说，青禾小贷新增清算组成员备案，“企业进入清算程序”。标着红色的“警示信息”。</p>
<p>到十点半，我加的七个商户群里有六个在转这张截图。没有人打开过登记公示平台，包括我。到第二天早上八点，它已经变成了新闻标题。再过一个小时，变成了“五张图看懂”。再过两个小时，变成了英文。</p>
<p class="pull">一条消息从“系统推送”到“大家都知道”，用了不到十二个小时。</p>
<p>我把能找到的转发按时间排了一下，画在下面。每一个点都写着“据企镜推送”，没有一个点写着“经核实”。</p>
<figure><svg viewBox="0 0 720 230" role="img" aria-label="转发的时间"><path d="M30 180h660" stroke="#7c8a83"/><path d="M40 176C200 172 260 150 360 112S560 40 690 26" fill="none" stroke="#3f6f5b" stroke-width="3"/><g fill="#f5f3ea" stroke="#3f6f5b" stroke-width="3"><circle cx="40" cy="176" r="7"/><circle cx="150" cy="171" r="7"/><circle cx="455" cy="76" r="7"/><circle cx="500" cy="62" r="7"/><circle cx="570" cy="46" r="7"/><circle cx="690" cy="26" r="7"/></g><g font-size="14" fill="#23302b" text-anchor="middle"><text x="48" y="206">21:06 推送</text><text x="150" y="206">22:31 论坛</text><text x="440" y="206">07:42 网站</text><text x="530" y="224">08:16 门户</text><text x="585" y="206">09:15 自媒体</text><text x="676" y="206">11:20 外电</text></g></svg><figcaption>5月5日晚至5月6日中午，我看到的六次传播（作者整理，不是全部）</figcaption></figure>
<p>昨天下午我终于去查了登记公示平台。上面写的是：登记状态，存续。清算组备案，2015年11月。终止清算备案，2016年1月。也就是说，推送里的“新增”，是三年多以前已经结束的一件旧事。</p>
<p>我不知道这是怎么发生的。也许是数据重新跑了一遍，也许是日期写错了一列。我只知道今天早上，市场里卖布的姑娘已经被供货商要求现款现货。她没有读过那条推送，她只是正好借过这家的钱。</p>
<p>评论区开着，我会一条一条看。请大家说自己看到的，不要说自己猜到的。</p>
<h2>评论（300）</h2>
<ol>
${comments.join('\n')}
</ol>
<footer>— 评论已全部显示 —<br>灯下算盘 © 2019　|　演示页面：文中公司、网站与人物均为虚构</footer>
</div>
</html>
`);
