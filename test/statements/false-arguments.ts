import { falseOf, without, type FalseRecord } from './false-records.ts';

const argued = falseOf('argued', '');
const claimed = falseOf('claimed', '');
const working = falseOf('working', '');
const late = falseOf('late', '');
const demo = falseOf('demo-clock', '');
const axis = falseOf('argued', '', 'time-axis');
const lateAxis = falseOf('late', '', 'time-axis');

/** What a lawyer did not arrange, link, mark or write so: matrix, chronology, media, spread, key pages and working papers of the true must be contradicted. */
export const falseArguments: readonly FalseRecord[] = [
  // The matrix.
  argued('plan.elements.0.name', '转载'),
  argued('plan.elements.0.law', '《乙法》第一条'),
  argued('plan.elements.0.fact', '三处发布同一信息'),
  argued('plan.elements', without(1)),
  argued('exhibits.1.stated.elements', ['heard']),
  argued('manifest.exhibits.1.pages', [90, 91]),
  claimed('claims.stated.statements.0.fact', '别的事实'),
  claimed('claims.stated.statements.1.law', '《乙法》第三条'),
  claimed('claims.stated.actOn', '2018-06-01'),
  claimed('claims.stated.links.0.passage', '企业已经清算'),
  claimed('claims.stated.links.0.passage', null),
  claimed('claims.stated.links', without(1)),
  claimed('claims', null),
  claimed('submitted', '2018-06-01'), // before the rule that the program knows was in force
  claimed('pageWords', []),
  // Chronology and media.
  argued('plan.chronology.0.what', '乙论坛删帖'),
  argued('plan.chronology.0.when', '2019-05-05 12:00'),
  argued('plan.chronology.0.items', []),
  argued('plan.chronology', without(1)),
  argued('exhibits.0.stated.media.outlet', '丙快讯'),
  argued('exhibits.0.stated.media.author', '周某'),
  argued('exhibits.0.stated.media.published', '2019-05-09 09:00'),
  argued('exhibits.1.stated.media.cites', '未引用'),
  argued('exhibits.1.stated.media.reach', '阅读 13'),
  argued('exhibits.1.stated.media.corrected', ''),
  argued('exhibits.1.record.url', 'http://127.0.0.1:1/other'),
  // Spread.
  argued('links.0.basis', '同一作者'),
  argued('links.0.decided', 'rejected'),
  argued('links.1.decided', 'confirmed'),
  argued('exhibits.0.stated.media.published', undefined),
  argued('exhibits.1.stated.media.published', '2019-05-01 09:00'),
  argued('exhibits.1.record.startedAt', '2019-05-06T01:30:00.000Z'),
  // The time axis, by itself.
  axis('plan.chronology.0.what', '乙论坛删帖'),
  axis('plan.chronology.0.when', '2019-05-05 12:00'),
  axis('plan.chronology.1.when', '2019-05-06 09:01'), // no longer the publication's minute
  axis('plan.chronology.0.items', []),
  axis('plan.chronology', without(1)),
  axis('exhibits.0.stated.media.published', '2019-05-09 09:00'),
  axis('exhibits.0.stated.media.published', undefined),
  axis('exhibits.1.stated.media.published', '2019-05-01 09:00'),
  axis('exhibits.1.stated.media.cites', '未引用'),
  axis('exhibits.1.stated.media.corrected', ''),
  axis('exhibits.1.record.category', 'order'),
  axis('exhibits.1.record.httpStatus', 404),
  axis('exhibits.1.record.startedAt', '2019-05-06T01:30:00.000Z'),
  axis('links.0.decided', 'rejected'),
  axis('links.1.decided', 'confirmed'),
  lateAxis('plan.chronology', without(1)),
  lateAxis('before', null),
  // Key pages.
  argued('exhibits.0.stated.marks.0.words', '企业进入破产程序'),
  argued('exhibits.0.stated.marks.0.kind', 'detail'),
  argued('exhibits.0.stated.marks.1.kind', 'frame'),
  argued('exhibits.0.stated.marks.1.region.x', 140),
  argued('exhibits.0.stated.marks.1.region.height', 90),
  argued('exhibits.0.stated.marks', without(1)),
  argued('exhibits.0.record.view.scale', 2),
  argued('exhibits.0.record.picture.width', 100),
  argued('manifest.images.0.derived', { original: 'ab'.repeat(32) }),
  argued('drawn', {}),
  // What only those who work on the case read.
  working('plan.elements.0.contrary', '来源明确'),
  working('plan.elements.0.gap', undefined),
  working('plan.notes', []),
  working('plan.drafts.0.text', '两处文字不同。'),
  working('plan.accepted.0.reason', '另行说明'),
  working('plan.accepted', []),
  working('excluded', {}),
  working('exhibits.0.stated.notes', undefined),
  working('stated.cause', '商业诋毁纠纷'),
  working('stated.beforeSuit', true),
  working('stated.counsel', [{ name: '李某' }]),
  working('submitted', '2019-05-21'),
  working('looks', without(1)),
  working('manifest.edition', 'filing'),
  working('entries.2.act', 'item-added'),
  // Late evidence, and the bundle that it continues.
  late('before.sha256', 'ab'.repeat(32)),
  late('before.lastPage', 19),
  late('before.exhibits.0.pages', [4, 5]),
  late('before.exhibits', without(1)),
  late('submitted', '2019-05-22'),
  late('manifest.earlier', without(1)),
  late('manifest.earlier.0.item', '01890000-0000-7000-8000-000000000009'),
  late('manifest.pages.0.page', 9),
  late('manifest.exhibits.3.pages', [90, 91]),
  late('before.custody.seq', 3),
  late('before.kinds', []),
  late('exhibits.0.stated.summary', '另一摘要'),
  late('exhibits.4.record.startedAt', '2019-05-06T01:30:00.000Z'),
  // The clock of a story.
  demo('exhibits.0.record.program.version', '0.1.0 (demo clock)'),
  demo('exhibits.1.record.program.version', '0.1.0'),
  demo('exhibits.1.record.startedAt', '2019-05-06T01:30:00.000Z'),
];
