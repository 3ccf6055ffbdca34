import { beforeAction, preservation } from './civil-procedure.ts';
import type { Provisions } from './provision.ts';

/**
 * The provisions of procedure that ask for each element of an application for conduct preservation before action. A
 * provision of substance goes by the day of the act, which only a claims map states: none is named here.
 */
export const elementProvisions = {
  parties: [preservation('第四条第一项', 'art. 4(1)', '申请人与被申请人的身份、送达地址、联系方式')],
  measures: [preservation('第四条第二项', 'art. 4(2)', '申请采取行为保全措施的内容和期限')],
  standing: [beforeAction],
  basis: [preservation('第七条第一项', 'art. 7(1)', '申请人的请求是否具有事实基础和法律依据')],
  fault: [],
  harm: [preservation('第七条第二项、第十条', 'arts. 7(2), 10', '难以弥补的损害')],
  balance: [preservation('第七条第三项', 'art. 7(3)', '是否超过采取行为保全措施对被申请人造成的损害')],
  public: [preservation('第七条第四项', 'art. 7(4)', '是否损害社会公共利益')],
  urgency: [preservation('第六条', 'art. 6', '不立即采取行为保全措施即足以损害申请人利益'), beforeAction],
  security: [preservation('第四条第四项、第十一条', 'arts. 4(4), 11', '应当依法提供担保'), beforeAction],
  jurisdiction: [preservation('第三条', 'art. 3', '应当向被申请人住所地具有相应知识产权纠纷管辖权的人民法院')],
  mitigation: [
    preservation('第七条第五项（其他应当考量的因素）', 'art. 7(5) (other factors to be weighed)', '其他应当考量的因素'),
  ],
} as const satisfies Record<string, Provisions>;
