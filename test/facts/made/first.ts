// Pages made before the rules that read them.
import { pageOf, story, type MadePage } from './page.ts';

const { zh, en } = story;
const linked = (node: object) => `<script type="application/ld+json">${JSON.stringify(node)}</script>`;

export const firstPages: readonly MadePage[] = [
  {
    name: 'news-line-over-the-story',
    html: pageOf(
      '青禾小贷召开债权人会议_晨渡财经',
      `<div class="nav"><a href="/">首页</a> <a href="/c">财经</a></div><div class="main"><h1>青禾小贷召开债权人会议</h1><div class="info">2019-05-06 09:30　来源：晨渡财经　作者：林一舟</div>${zh}</div>
      <div class="right"><h3>热点</h3><ul><li><a href="/1">另一则消息</a> 2019-05-09</li><li><a href="/2">再一则</a> 2019-05-08</li></ul></div>`,
    ),
    published: '2019-05-06',
    authors: ['林一舟'],
  },
  {
    name: 'label-in-a-side-column-only',
    html: pageOf(
      '岭北县概况',
      `<div id="wrap"><div class="content"><h1>岭北县概况</h1>${zh}</div><aside><h3>最新公告</h3><p>关于道路施工的通告</p><p>发布时间：2020-03-02</p></aside></div>`,
    ),
    published: null,
    authors: null,
  },
  {
    name: 'a-rule-with-a-date-in-a-sentence',
    html: pageOf(
      '网络借贷备案指引解读',
      `<article><h1>网络借贷备案指引解读</h1><p>该办法发布日期2017年8月1日，自公布之日起施行，此前的规定同时废止。</p>${zh}</article>`,
    ),
    published: null,
    authors: null,
  },
  {
    name: 'book-review',
    html: pageOf(
      '读《借贷的历史》',
      `<div class="post"><h2 class="post-title">读《借贷的历史》</h2><p class="meta">苏晚 发表于 2018-11-20 21:15</p><div class="book-info"><img alt="" src="b.jpg"><p>作者：[英] 亨利·沃克</p><p>译者：高远</p><p>出版社：东岸书局</p><p>出版日期：2012年4月1日</p><p>ISBN 9787000000000</p></div>${zh}</div>`,
    ),
    published: '2018-11-20',
    authors: ['苏晚'],
  },
  {
    name: 'photo-credit-line',
    html: pageOf(
      '暴雨过后的老城',
      `<div class="article"><h1>暴雨过后的老城</h1><figure><img alt="" src="a.jpg" width="600" height="300"><figcaption>2012-11-11 来源：视觉工坊</figcaption></figure>${zh}</div>`,
    ),
    published: null,
    authors: null,
  },
  {
    name: 'only-a-comment-has-a-time',
    html: pageOf(
      '致用户书',
      `<main><h1>致用户书</h1>${zh}<section id="comments"><h3>评论</h3><article class="comment"><span class="author-name">路人甲</span> <time datetime="2021-02-03T10:00:00+08:00">2021年2月3日</time><p>顶一下。作者：辛苦了</p></article></section></main>`,
    ),
    published: null,
    authors: null,
  },
  {
    name: 'wechat-like',
    html: pageOf(
      '',
      `<div id="js_article"><h1 class="rich_media_title" id="activity-name">关于还款安排的说明</h1><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text" id="js_author_name">周砚</span> <span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="#" id="js_name">青禾服务号</a></span> <em id="publish_time" class="rich_media_meta rich_media_meta_text">2022-07-15 18:02</em></div><div class="rich_media_content" id="js_content">${zh}</div><div id="js_pc_qr_code">微信扫一扫 关注该公众号</div></div>`,
      '<meta property="og:title" content="关于还款安排的说明">',
    ),
    published: '2022-07-15',
    authors: ['周砚'],
  },
  {
    name: 'government-notice-in-a-table',
    html: pageOf(
      '关于规范小额贷款公司经营的通知',
      `<div class="header"><a href="/">岭北市地方金融局</a></div><table class="xxgk"><tr><td>索引号：</td><td>JR-2020-0017</td><td>发布机构：</td><td>市地方金融局</td></tr><tr><td>成文日期：</td><td>2020-06-28</td><td>发布日期：</td><td>2020年07月03日</td></tr></table><h1>关于规范小额贷款公司经营的通知</h1><p>各区县地方金融主管部门：</p>${zh}<p style="text-align:right">岭北市地方金融局</p><p style="text-align:right">2020年6月28日</p>`,
    ),
    published: '2020-07-03',
    authors: null,
  },
  {
    name: 'post-in-a-feed-style',
    html: pageOf(
      '阿禾在吗的微博',
      `<div class="card-feed"><div class="head"><a class="name" href="/u/1">阿禾在吗</a></div><div class="from"><a href="/s/1">2021-09-14 23:08</a> 来自 手机客户端</div><div class="txt">借款三千，到手两千四，这账怎么算的？大家帮我看看，我真的想不明白。</div><div class="comment-list"><div class="item"><a href="/u/2">小陈</a>：同问 <span>2021-09-15 08:11</span></div><div class="item"><a href="/u/3">大刘</a>：报警 <span>2021-09-15 09:30</span></div></div></div>`,
    ),
    published: '2021-09-14',
    authors: ['阿禾在吗'],
  },
  {
    name: 'relative-time-only',
    html: pageOf(
      '随手拍',
      `<div class="post"><h1>随手拍</h1><div class="meta"><span>发布于 3小时前</span></div>${zh}</div>`,
    ),
    published: '3小时前',
    authors: null,
  },
  {
    name: 'forum-with-answers',
    html: pageOf(
      '被催收怎么办 - 维权论坛',
      `<h1>被催收怎么办</h1><div id="postlist"><div id="post_1" class="plhin"><div class="authi"><a href="/u1">木子</a></div><div class="pti">发表于 2016-3-8 14:22:10</div><div class="t_f">昨天接到电话，说我不还钱就找单位，请问应该怎么办？有没有人遇到过这种情况，求指点一二，谢谢大家。</div></div><div id="post_2" class="plhin"><div class="authi"><a href="/u2">老吴</a></div><div class="pti">发表于 2016-3-9 09:00:00</div><div class="t_f">录音，报警。</div></div></div>`,
    ),
    published: '2016-03-08',
    authors: ['木子'],
  },
  {
    name: 'related-list-before-the-story',
    html: pageOf(
      '平台兑付进展',
      `<div class="related"><h4>相关阅读</h4><ul><li>2018-01-02 <a href="/x">平台成立</a></li><li>2018-02-03 <a href="/y">平台融资</a></li></ul></div><h1>平台兑付进展</h1><div class="time">2018年12月30日 晚上8:15</div>${zh}`,
    ),
    published: '2018-12-30',
    authors: null,
  },
  {
    name: 'copyright-line-only',
    html: pageOf(
      '服务条款',
      `<h1>服务条款</h1>${zh}<div class="footer">Copyright © 2008-2021 青禾小贷 版权所有 更新日期：2021-01-01 浙ICP备12345678号</div>`,
    ),
    published: null,
    authors: null,
  },
  {
    name: 'linked-data-agrees',
    html: pageOf(
      'Lender says it will repay – Morning Ferry',
      `<header><nav><a href="/">Home</a></nav></header><article><h1>Lender says it will repay</h1><p class="byline">By <a rel="author" href="/a/1">Nora Ellery</a></p><p class="date">March 4, 2021</p>${en}</article>`,
      linked({
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: 'Lender says it will repay',
        datePublished: '2021-03-04T08:00:00Z',
        author: { '@type': 'Person', name: 'Nora Ellery' },
        publisher: { '@type': 'Organization', name: 'Morning Ferry' },
      }),
      'en',
    ),
    published: '2021-03-04',
    authors: ['Nora Ellery'],
  },
  {
    name: 'linked-data-of-another-article',
    html: pageOf(
      'About our paper',
      `<h1>About our paper</h1>${en}<div class="teaser"><h3>Harbour fire put out</h3></div>`,
      linked({
        '@type': 'NewsArticle',
        headline: 'Harbour fire put out',
        url: 'https://paper.example/harbour-fire',
        datePublished: '2019-10-10',
        author: { name: 'Tom Birk' },
      }),
      'en',
    ),
    published: null,
    authors: null,
  },
  {
    name: 'german-date-with-points',
    html: pageOf(
      'Kreditgeber sagt Rückzahlung zu',
      `<main><h1>Kreditgeber sagt Rückzahlung zu</h1><p class="meta">Von Jonas Ried, 29.04.2020, 07:15 Uhr</p><p>Das Unternehmen hat gestern mitgeteilt, dass es die Anleger auszahlen werde, und zwar in drei Raten bis zum Ende des nächsten Jahres.</p></main>`,
      '',
      'de',
    ),
    published: '2020-04-29',
    authors: ['Jonas Ried'],
  },
  {
    name: 'french-date',
    html: pageOf(
      'Le prêteur promet de rembourser',
      `<article><h1>Le prêteur promet de rembourser</h1><p>Par Élodie Marchal, publié le 28 février 2019 à 18h06</p><p>La société a fait savoir hier qu’elle rembourserait les épargnants en trois fois, avant la fin de l’année prochaine, comme convenu avec eux.</p></article>`,
      '',
      'fr',
    ),
    published: '2019-02-28',
    authors: ['Élodie Marchal'],
  },
  {
    name: 'spanish-date',
    html: pageOf(
      'El prestamista promete pagar',
      `<article><h1>El prestamista promete pagar</h1><div class="fecha">12 de agosto de 2018</div><p>La empresa comunicó ayer que devolverá el dinero a los ahorradores en tres plazos antes de que acabe el año que viene, según lo acordado.</p></article>`,
      '',
      'es',
    ),
    published: '2018-08-12',
    authors: null,
  },
  {
    name: 'japanese-date',
    html: pageOf(
      '貸金会社が返済を約束',
      `<article><h1>貸金会社が返済を約束</h1><p class="date">公開日：2019年5月6日</p><p>同社は昨日、預金者に対して来年末までに三回に分けて返済すると発表した。関係者は早期の解決を望んでいるという。</p></article>`,
      '',
      'ja',
    ),
    published: '2019-05-06',
    authors: null,
  },
  {
    name: 'wordpress-foot-of-post',
    html: pageOf(
      'Small loans, large letters',
      `<div id="content"><div class="post"><h2 class="entry-title">Small loans, large letters</h2><div class="entry-content">${en}</div><p class="postmeta">This entry was posted on Friday, June 1st, 2012 by Ida Holt and is filed under Money.</p></div></div><div id="sidebar"><h3>Archives</h3><ul><li>May 2012</li><li>April 2012</li></ul></div>`,
      '',
      'en',
    ),
    published: '2012-06-01',
    authors: ['Ida Holt'],
  },
  {
    name: 'meta-states-an-agency-and-an-address',
    html: pageOf(
      '三江新闻网 关于我们',
      `<h1>关于我们</h1>${zh}`,
      '<meta name="author" content="三江网络科技有限公司"><meta property="article:author" content="https://facebook.example/sanjiang">',
    ),
    published: null,
    authors: null,
  },
  {
    name: 'meta-and-page-differ',
    html: pageOf(
      '交易所停止提现',
      `<h1>交易所停止提现</h1><p>发布时间：2018-06-09 10:00</p>${zh}`,
      '<meta property="article:published_time" content="2016-01-01T00:00:00+08:00">',
    ),
    published: '2018-06-09',
    authors: null,
    note: 'its meta element states another day: two are said',
  },
  {
    name: 'before-dawn',
    html: pageOf('深夜公告', `<h1>深夜公告</h1><div>时间：2020年1月2日 凌晨12:30　来源：公司公告</div>${zh}`),
    published: '2020-01-02',
    authors: null,
  },
  {
    name: 'chinese-numerals-under-the-title',
    html: pageOf('声明', `<h1>声明</h1><div class="date">二〇一九年五月六日</div>${zh}`),
    published: '2019-05-06',
    authors: null,
  },
  {
    name: 'taiwan-year',
    html: pageOf(
      '本會公告',
      `<h1>本會公告</h1><div class="meta">發布日期：民國108年5月6日</div><p>本會業於昨日召開會議，就還款事宜交換意見，並決議依約辦理，以保障各方權益，特此公告周知。</p>`,
      '',
      'zh-TW',
    ),
    published: '2019-05-06',
    authors: null,
  },
  {
    name: 'http-date-in-meta',
    html: pageOf(
      'Notice to lenders',
      `<h1>Notice to lenders</h1>${en}`,
      '<meta name="pubdate" content="Tue, 12 Mar 2019 10:05:00 GMT">',
      'en',
    ),
    published: null,
    authors: null,
    unseenPublished: ['2019-03-12'],
  },
  {
    name: 'a-list-of-articles',
    html: pageOf(
      '新闻列表',
      `<h1>新闻列表</h1><div class="list"><div class="item"><a href="/1">一</a><span class="date">2020-01-01</span></div><div class="item"><a href="/2">二</a><span class="date">2020-01-02</span></div><div class="item"><a href="/3">三</a><span class="date">2020-01-03</span></div></div>`,
    ),
    published: null,
    authors: null,
  },
  {
    name: 'only-a-time-of-change',
    html: pageOf('帮助中心', `<h1>如何还款</h1><p class="updated">最后更新：2021-08-08</p>${zh}`),
    published: null,
    authors: null,
  },
  {
    name: 'follow-us-is-no-author',
    html: pageOf(
      '活动预告',
      `<h1>活动预告</h1><div class="info"><span class="author">关注我们</span> <span>2020-10-01</span></div>${zh}`,
    ),
    published: '2020-10-01',
    authors: null,
  },
  {
    name: 'editor-and-duty-editor',
    html: pageOf(
      '兑付方案公布',
      `<h1>兑付方案公布</h1><p class="src">2019年09月10日 07:45:12 | 来源：北岸日报 | 责任编辑：何青</p>${zh}<p>[责任编辑：何青]</p>`,
      '<meta name="author" content="何青">',
    ),
    published: '2019-09-10',
    authors: null,
  },
  {
    name: 'event-day-in-a-box',
    html: pageOf(
      'Annual meeting',
      `<article><h1>Annual meeting</h1><div class="event-info"><p>When: <time datetime="2022-05-20">20 May 2022</time>, 7 pm</p><p>Where: Town hall</p></div>${en}</article>`,
      '',
      'en',
    ),
    published: null,
    authors: null,
  },
  {
    name: 'quoted-first-publication',
    html: pageOf(
      '网传消息核查',
      `<h1>网传消息核查</h1><div class="byline">核查员：杜微</div><p>经查，该谣言首发于2014年6月7日的一则帖子，作者：匿名，后被多次转发。</p>${zh}`,
    ),
    published: null,
    authors: null,
    unseenAuthors: ['杜微'],
    note: 'the checker is named, not as the author',
  },
];
