import type { ClaimStatements } from '../../../shared/claims/claims-map.ts';
import type { ItemOf } from './after-the-order.ts';
import { dayBefore } from './story.ts';

/** What the application has to show, and by which exhibits, as a lawyer states it from the pages and files of the story. */
export function statedClaims(itemOf: ItemOf): ClaimStatements {
  const link = (element: string, name: string, passage: string | null = null) =>
    ({ element, item: itemOf(name), side: 'support', passage, note: null }) as const;
  const links = (element: string, ...names: readonly string[]) => names.map((name) => link(element, name));
  const statement = (element: string, fact: string) => ({ element, fact, law: null, note: null });
  return {
    actOn: '2019-05-05',
    statements: [
      statement('parties', '申请人、被申请人的名称、住所和登记状态以企业登记信息为准。'),
      statement(
        'measures',
        '请求被申请人停止通过站内消息、监控日报、电子邮件传播涉案清算信息，并以相同方式向相同用户推送澄清信息。',
      ),
      statement('standing', '涉案信息载明申请人的企业全称。'),
      statement('basis', '被申请人推送的“新增清算信息”与登记事实不符，申请人登记状态为存续。'),
      statement(
        'fault',
        '公示页面载明清算备案已于2016年1月21日终止，推送当晚已有用户查得登记状态为存续；次日监控日报仍列为警示信息。',
      ),
      statement(
        'harm',
        '涉案信息经三个渠道发布，并被多家网站、自媒体和论坛转述；有用户称“欠他家钱的先别还”，有商户到店询问是否需要提前还款。',
      ),
      statement('balance', '被申请人已有站内消息、监控日报和电子邮件三个推送渠道，停止传播并推送澄清无须另建渠道。'),
      statement('public', '停止传播与登记事实不符的信息，不影响公众查询真实登记信息。'),
      statement('urgency', '涉案消息在申请前一日仍可查看；截至2019年5月8日，社交平台上的转述附有报道链接。'),
      statement('security', '申请人提供保函作为担保。'),
      statement('jurisdiction', '被申请人登记住所地在杭州市。'),
      statement('mitigation', '申请人于2019年5月6日在其网站发布声明，并照常营业。'),
    ],
    links: [
      ...links('parties', 'www.register/enterprise/qinghe', 'www.register/enterprise/qijing'),
      link('parties', 'qinghe-registry-extract.pdf'),
      ...links('measures', 'www.qijing/app/message', 'www.qijing/daily/2019-05-06', 'www.qijing/mail/20190505'),
      link('standing', 'www.qijing/app/message', '青禾市青禾小额贷款有限公司'),
      link('standing', 'www.qijing/mail/20190505', '青禾市青禾小额贷款有限公司'),
      link('standing', 'www.register/enterprise/qinghe'),
      link('basis', 'www.qijing/app/message', '企业进入清算程序，请注意相关风险'),
      link('basis', 'mmexport1557100800000.jpg'),
      link('basis', 'www.qijing/daily/2019-05-06', '企业已进入清算程序'),
      link('basis', 'www.qijing/mail/20190505', '该企业可能已进入清算程序'),
      link('basis', 'www.register/enterprise/qinghe', '终止清算备案，企业继续经营'),
      link('basis', 'qinghe-registry-extract.pdf'),
      link('fault', 'www.register/enterprise/qinghe', '终止清算备案，企业继续经营'),
      link('fault', 'www.qijing/daily/2019-05-06', '本日报由系统自动生成，数据来源于公开信息'),
      link('fault', 'bbs.zhanggui/thread-20117', '查了公示系统，状态还是存续'),
      ...links('harm', 'www.qijing/app/message', 'www.qijing/daily/2019-05-06', 'www.qijing/mail/20190505'),
      link('harm', 'mmexport1557100800000.jpg'),
      link('harm', 'www.weiyi/status/4368', '欠他家钱的先别还'),
      link('harm', 'bbs.zhanggui/thread-20117', '已经转到三个群里了'),
      link('harm', 'finance.chendu/20190506/story', '消息随即在多个社群传播'),
      link('harm', 'mp.union/s/20190506', '我们的建议是先等等看'),
      link('harm', 'www.zaobao/20190506/finance-11', '有数名商户到店询问是否需要提前还款'),
      link('harm', 'bbs.rongzi/thread-5902', '我还有十二万没还，大家怎么看'),
      link('harm', 'blog.dengxia/2019/05/night-of-liquidation', '市场里卖布的姑娘已经被供货商要求现款现货'),
      ...links(
        'harm',
        'www.hechuan/20190506/081632.htm',
        'www.guapeng/20190506',
        'www.harbourwire/r/1',
        'www.caixun/flash/88123',
        'www.juwen/topic/qinghe',
      ),
      ...links('balance', 'www.qijing/app/message', 'www.qijing/daily/2019-05-06', 'www.qijing/mail/20190505'),
      link('public', 'www.register/enterprise/qinghe'),
      link('public', 'www.qinghe/notice/20190506', '请以登记机关公示的信息为准'),
      link('urgency', dayBefore, '企业进入清算程序，请注意相关风险'),
      link('urgency', 'www.weiyi/status/4368', '晨渡财经'),
      link('security', 'security-guarantee-demo.txt'),
      link('jurisdiction', 'www.register/enterprise/qijing', '杭州市'),
      link('mitigation', 'www.qinghe/notice/20190506', '经营正常，登记状态为存续'),
      link('mitigation', 'www.zaobao/20190506/finance-11', '营业如常'),
    ],
  };
}
