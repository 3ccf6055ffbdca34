/**
 * What a clerk is asked in a hearing: where does exhibit N say these words? Read off the pages of the demo's sites
 * (`resources/demo/pages`), not from the bundle. Ten are quoted somewhere in its lists, ten are not. `short`: of the short form.
 */
export type ClerksQuestion = Readonly<{ exhibit: number; words: string; short?: true }>;

export const questions: readonly ClerksQuestion[] = [
  { exhibit: 1, words: '企业进入清算程序，请注意相关风险', short: true },
  { exhibit: 3, words: '企业已进入清算程序' },
  { exhibit: 4, words: '该企业可能已进入清算程序' },
  { exhibit: 11, words: '我加的七个商户群里有六个在转这张截图', short: true },
  { exhibit: 18, words: '终止清算备案，企业继续经营', short: true },
  { exhibit: 6, words: '查了公示系统，状态还是存续', short: true },
  { exhibit: 15, words: '欠他家钱的先别还' },
  { exhibit: 12, words: '有数名商户到店询问是否需要提前还款', short: true },
  { exhibit: 21, words: '经营正常，登记状态为存续' },
  { exhibit: 11, words: '市场里卖布的姑娘已经被供货商要求现款现货', short: true },
  { exhibit: 1, words: '全部监控用户' },
  { exhibit: 3, words: '新增清算组负责人、清算组成员' },
  { exhibit: 4, words: '请关注债权债务风险' },
  { exhibit: 7, words: '停止还款', short: true },
  { exhibit: 8, words: '尚未得到公司方面的回应' },
  { exhibit: 9, words: '本文根据企镜公开推送整理，欢迎转发' },
  { exhibit: 10, words: 'has not been corrected or updated', short: true },
  { exhibit: 13, words: '新增清算组成员备案信息' },
  { exhibit: 16, words: '记者未能联系到该公司' },
  { exhibit: 17, words: '瓜棚快报说连夜清算', short: true },
];
