// Pages made after the rules that read them, in other words than theirs.
import { pageOf, story, type MadePage } from './page.ts';

const { zh, en } = story;

export const heldOutPages: readonly MadePage[] = [
  {
    name: 'portal-with-channel-line',
    html: pageOf(
      '网贷平台清退进展：首批款项到账 | 东岸网',
      `<div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/e">经济</a> &gt; 正文</div><div class="wrap"><div class="left_box"><h1 class="arti_title">网贷平台清退进展：首批款项到账</h1><p class="arti_metas"><span>发布时间：2021-11-03</span><span>　　浏览次数：1093</span><span>　　供稿：陆青石</span></p>${zh}${zh}</div><div class="right_box"><p>置顶</p><p>2021-12-01 放假通知</p></div></div>`,
    ),
    published: '2021-11-03',
    authors: null,
    unseenAuthors: ['陆青石'],
  },
  {
    name: 'law-text-with-two-days',
    html: pageOf(
      '岭北市小额贷款管理办法',
      `<h1>岭北市小额贷款管理办法</h1><p>（2014年3月1日市政府第20次常务会议通过 2019年6月30日修正）</p>${zh}`,
    ),
    published: null,
    authors: null,
  },
  {
    name: 'shop-page-with-listing-day',
    html: pageOf(
      '账本 硬壳',
      `<div class="goods"><h1>账本 硬壳</h1><p>上架日期 2019-04-01</p><p>作者 沈石溪</p><p>价格 25.00</p></div>`,
    ),
    published: null,
    authors: null,
  },
  {
    name: 'question-and-answer',
    html: pageOf(
      '砍头息合法吗？ - 问问',
      `<div class="q"><h1>砍头息合法吗？</h1><div class="asker">提问者：小满 2017-04-18 20:11</div></div><div class="answers"><div class="a"><b>最佳答案</b><p>不合法，本金按实际到手的算，利息也要重算一遍，具体可以看司法解释里的规定，写得很清楚。</p><p>回答者：法律人老赵 2017-04-19</p></div></div>`,
    ),
    published: '2017-04-18',
    authors: ['小满'],
  },
  {
    name: 'video-page',
    html: pageOf(
      '【现场】投资人聚集总部_视频',
      `<div class="v"><h1 title="x">【现场】投资人聚集总部</h1><div class="video-data"><span>播放 3.2万</span><span>弹幕 120</span><span>2018-08-06 16:40:33</span></div></div><div class="up"><a href="/u" class="username">现场君</a><p>简介：记录</p></div>`,
    ),
    published: '2018-08-06',
    authors: ['现场君'],
  },
  {
    name: 'court-notice-at-its-end',
    html: pageOf(
      '破产公告',
      `<h1>公告</h1><p>本院根据申请人的申请，于2020年2月10日裁定受理青禾小贷破产清算一案，并指定管理人。债权人应自公告之日起三十日内申报债权。</p><p>开庭时间：2020年4月20日上午9时30分</p><p>二〇二〇年二月十二日</p>`,
    ),
    published: null,
    authors: null,
    unseenPublished: ['2020-02-12'],
    note: 'the day of signing stands at the end',
  },
  {
    name: 'newspaper-edition',
    html: pageOf(
      '岭北日报数字报',
      `<div class="top">今天是 2022年5月9日 星期一</div><div class="paper"><h2>小贷新规落地</h2><h4>本报记者 丁若水</h4><p class="edition">《岭北日报》（ 2021年10月22日 第 03 版）</p>${zh}</div>`,
    ),
    published: '2021-10-22',
    authors: ['丁若水'],
  },
  {
    name: 'blog-in-german',
    html: pageOf(
      'Kleine Kredite, grosse Wirkung',
      `<div class="blog"><h1>Kleine Kredite, grosse Wirkung</h1><div class="entry-meta">Veröffentlicht am 3. Oktober 2017 von Greta Lindau</div><p>Wer sich heute Geld leiht, der liest selten die Bedingungen bis zum Schluss, und eben darum geht es in diesem Beitrag, der etwas länger ausfällt.</p></div><div class="neueste"><h3>Neueste Beiträge</h3><ul><li>5. November 2019</li></ul></div>`,
      '',
      'de',
    ),
    published: '2017-10-03',
    authors: ['Greta Lindau'],
  },
  {
    name: 'italian-local-paper',
    html: pageOf(
      'La banca promette',
      `<main><h1>La banca promette</h1><p class="firma">di Marta Salvi</p><p class="data">28 luglio 2016</p><p>La società ha comunicato ieri che restituirà il denaro ai risparmiatori in tre rate entro la fine del prossimo anno, come era stato deciso con loro.</p></main>`,
      '',
      'it',
    ),
    published: '2016-07-28',
    authors: ['Marta Salvi'],
  },
  {
    name: 'press-release-with-place-line',
    html: pageOf(
      'Ferry Credit names new chair',
      `<div id="main"><h1>Ferry Credit names new chair</h1><p>PORT ELLERY, Sept. 12, 2013 (WIRE) -- The lender said on Thursday that its board had named a new chair, who will begin in the new year when the present one steps down after ten years of service.</p>${en}<p>Contact: Paul Reed, 555 0100</p></div>`,
      '',
      'en',
    ),
    published: '2013-09-12',
    authors: null,
  },
  {
    name: 'recipe-card',
    html: pageOf(
      'Oat biscuits',
      `<article><h1>Oat biscuits</h1><div class="recipe-meta"><span>Prep 10 min</span> <span>Serves 6</span></div>${en}<div class="review"><p>Made these! – Olga, 12 May 2020</p></div></article>`,
      '',
      'en',
    ),
    published: null,
    authors: null,
  },
  {
    name: 'obituary-with-life-days',
    html: pageOf(
      'In memory of Ada Finch',
      `<article><h1>In memory of Ada Finch</h1><p>14 March 1931 – 2 June 2018</p>${en}</article>`,
      '',
      'en',
    ),
    published: null,
    authors: null,
  },
  {
    name: 'job-advert',
    html: pageOf(
      'Clerk wanted',
      `<h1>Clerk wanted</h1><p>Apply by 30 June 2021</p><p>Starting 1 September 2021</p>${en}`,
      '',
      'en',
    ),
    published: null,
    authors: null,
  },
  {
    name: 'press-page-with-updated-and-first',
    html: pageOf(
      'Lender fined',
      `<article><h1>Lender fined</h1><div class="stamps"><span>First published 8 May 2019</span> <span>Last updated 10 May 2019</span></div>${en}</article>`,
      '',
      'en',
    ),
    published: '2019-05-08',
    authors: null,
  },
  {
    name: 'author-card-below',
    html: pageOf(
      'How to read a loan',
      `<article><h1>How to read a loan</h1><p>11/25/2020</p>${en}${en}<div class="about-the-writer"><img alt="" src="x" width="120" height="120"><p>Lena Brook is a columnist. She wrote The Debt Trap (published 2015-03-04).</p></div></article>`,
      '',
      'en',
    ),
    published: '2020-11-25',
    authors: null,
    unseenAuthors: ['Lena Brook'],
  },
  {
    name: 'ad-above-the-story',
    html: pageOf(
      '老旧小区改造启动',
      `<div class="gg">广告 2019-01-01 至 2019-12-31 全场五折</div><h1>老旧小区改造启动</h1><p class="ly">来源:南岸晚报 2019-07-19 06:02</p>${zh}`,
    ),
    published: '2019-07-19',
    authors: null,
  },
  {
    name: 'traditional-chinese-news',
    html: pageOf(
      '小額貸款業者遭罰 | 北城新聞',
      `<article><h1>小額貸款業者遭罰</h1><div class="author">記者 黃品如／台北報導</div><time class="news-time">2020/09/17 18:25</time><p>主管機關昨日表示，業者未依規定揭露費用，已依法裁罰，並要求限期改善，否則將按次連續處罰。</p><p>業者回應，將配合改善，並向受影響的客戶說明，後續也會調整流程，避免再次發生類似情況。</p></article>`,
      '',
      'zh-TW',
    ),
    published: '2020-09-17',
    authors: ['黃品如'],
  },
  {
    name: 'korean-news',
    html: pageOf(
      '대출 회사 상환 약속',
      `<article><h1>대출 회사 상환 약속</h1><p class="byline">입력 2021년 3월 8일 오전 9:12</p><p>회사는 어제 예금자에게 내년 말까지 세 차례에 걸쳐 상환하겠다고 발표했다. 관계자들은 조속한 해결을 바란다고 말했다.</p></article>`,
      '',
      'ko',
    ),
    published: '2021-03-08',
    authors: null,
  },
  {
    name: 'code-of-an-error-page',
    html: pageOf(
      'Error 500',
      `<h1>Error 500</h1><p>Server time 2021-06-06 06:06:06</p><p>Please try again.</p>`,
      '',
      'en',
    ),
    published: null,
    authors: null,
  },
  {
    name: 'gallery-of-pictures',
    html: pageOf(
      '老街影像',
      `<h1>老街影像</h1><div><img src="1.jpg" alt="" width="600" height="400"><p>图/方圆 2010-10-10</p><img src="2.jpg" alt="" width="600" height="400"><p>图/方圆 2011-10-10</p></div>`,
    ),
    published: null,
    authors: null,
  },
  {
    name: 'interview-with-a-birthday',
    html: pageOf(
      '对话一位出借人',
      `<h1>对话一位出借人</h1><p>整理｜贺兰</p><p>2019年3月15日，我们在茶馆见到了他。</p>${zh}`,
    ),
    published: null,
    authors: null,
    unseenAuthors: ['贺兰'],
  },
  {
    name: 'notice-board-table',
    html: pageOf(
      '公示公告',
      `<h2>公示公告</h2><table><tr><th>标题</th><th>日期</th></tr><tr><td><a href="/1">关于注销部分小额贷款公司的公告</a></td><td>2021-05-06</td></tr><tr><td><a href="/2">关于开展检查的公告</a></td><td>2021-04-02</td></tr></table>`,
    ),
    published: null,
    authors: null,
  },
  {
    name: 'mail-archive',
    html: pageOf(
      '[list] loan terms',
      `<h1>[list] loan terms</h1><b>Karin Holm</b> <a href="mailto:k">karin at lists.example</a><br><i>Mon Mar 14 09:12:45 CET 2011</i><hr><pre>Dear all,\n\nthe terms have changed.</pre>`,
      '',
      'en',
    ),
    published: '2011-03-14',
    authors: ['Karin Holm'],
  },
  {
    name: 'linked-data-list-of-others',
    html: pageOf(
      'Money – Morning Ferry',
      `<h1>Money</h1><div><h3><a href="/a">Rates up again this autumn</a></h3><p>2 Nov 2020</p></div><div><h3><a href="/b">Rates down again this spring</a></h3><p>1 Apr 2020</p></div>`,
      `<script type="application/ld+json">[{"@type":"NewsArticle","headline":"Rates up again this autumn","datePublished":"2020-11-02","author":{"name":"Nora Ellery"}}]</script>`,
      'en',
    ),
    published: null,
    authors: null,
  },
  {
    name: 'short-post-on-a-phone-page',
    html: pageOf(
      '动态详情',
      `<div class="wb"><div class="u"><span class="nick">禾田守望</span></div><div class="t">07-03 22:10</div><div class="c">今天又接到三个电话，全是问我姐姐的欠款。</div></div>`,
    ),
    published: null,
    authors: ['禾田守望'],
  },
  {
    name: 'review-of-a-film',
    html: pageOf(
      '《还款日》影评',
      `<h1>《还款日》影评</h1><div class="sub">影评人：叶知秋　2020.03.21</div><p>导演：周平　上映日期：2019-12-20</p>${zh}`,
    ),
    published: '2020-03-21',
    authors: ['叶知秋'],
  },
  {
    name: 'meta-only-english',
    html: pageOf(
      'Rates explained',
      `<h1>Rates explained</h1>${en}`,
      '<meta property="article:published_time" content="2015-10-21T07:28:00Z"><meta name="author" content="Emmett Vale">',
      'en',
    ),
    published: null,
    authors: null,
    unseenPublished: ['2015-10-21'],
    unseenAuthors: ['Emmett Vale'],
  },
  {
    name: 'hidden-template-date',
    html: pageOf(
      '须知',
      `<h1>须知</h1><div style="display:none" class="pub_time">发布时间：2001-01-01</div><div style="position:absolute;left:-9999px">发布日期：2002-02-02</div>${zh}`,
    ),
    published: null,
    authors: null,
  },
  {
    name: 'quoted-post-inside',
    html: pageOf(
      '平台回应网友质疑',
      `<h1>平台回应网友质疑</h1><p>2021年4月7日 17:30</p>${zh}<blockquote><p>作者：豆沙包</p><p>发布于 2021-04-01 08:00</p><p>又逾期了。</p></blockquote>${zh}`,
    ),
    published: '2021-04-07',
    authors: null,
  },
  {
    name: 'spanish-with-signature',
    html: pageOf(
      'El banco responde',
      `<article><h1>El banco responde</h1><p class="autor">Por Inés Calvo</p><p>Madrid, 5 de septiembre de 2014</p><p>La empresa comunicó ayer que devolverá el dinero a los ahorradores en tres plazos antes de que acabe el año que viene, según lo acordado.</p></article>`,
      '',
      'es',
    ),
    published: '2014-09-05',
    authors: ['Inés Calvo'],
  },
  {
    name: 'sidebar-without-a-name',
    html: pageOf(
      '理财提示',
      `<div style="display:flex"><div style="width:700px"><h1>理财提示</h1>${zh}</div><div style="width:300px"><p>快讯</p><p>2021-02-20 10:00 来源：快讯社</p></div></div>`,
    ),
    published: null,
    authors: null,
  },
];
