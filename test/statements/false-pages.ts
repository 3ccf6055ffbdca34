import { falseOf, without, type FalseRecord } from './false-records.ts';

/** Each must be contradicted by the paper that it is about, whatever others say. */
const on = (paper: string) => falseOf('shown', '', paper);
const summary = on('summary');
const catalogue = on('catalogue');
const running = on('running lines');
const trace = on('trace');
const key = on('key-page');
const compared = on('comparison');
const divider = falseOf('divided', '', 'divider');
const limbs = falseOf('order-served', '', 'summary');
const other = 'ab'.repeat(32);

type Lists = Readonly<Record<string, readonly object[]>>;
/** Each answer of every archive with another value of a field. */
const answers = (field: string, of: (was: unknown) => unknown) => (was: unknown) =>
  Object.fromEntries(
    Object.entries(was as Lists).map(([item, all]) => [
      item,
      all.map((one) => ({ ...one, [field]: of((one as Readonly<Record<string, unknown>>)[field]) })),
    ]),
  );
const more = (was: unknown): number => Number(was) + 1;
const rowsLower = (was: unknown) =>
  Object.fromEntries(Object.entries(was as Lists).map(([sides, rows]) => [sides, rows.map(more)]));

/** Page one, catalogue, running lines and links, traces, comparisons, margins and dividers of the true must be contradicted. */
export const falsePages: readonly FalseRecord[] = [
  // Page one of a bundle: who said what, where and when; what is true; what is asked.
  summary('stated.applicants', ['别的公司']),
  summary('stated.respondents', []),
  summary('exhibits.0.stated.media.outlet', '丙快讯'),
  summary('exhibits.0.stated.media.author', '周某'),
  summary('exhibits.0.stated.marks.0.words', '2019年5月6日 记者 林某'),
  summary('exhibits.0.stated.marks', []),
  summary('exhibits.0.stated.title', '别的报道'),
  summary('exhibits.0.record.pageFacts', []),
  summary('exhibits.2.stated.media.published', '2019-05-08 10:00'),
  summary('exhibits.3.stated.elements', []),
  summary('plan.elements.1.fact', '企业已经停业'),
  summary('plan.elements.2.fact', '赔偿'),
  summary('plan.elements', without(1)),
  summary('manifest.exhibits.1.pages', [90, 91]),
  summary('pageWords', []),
  summary('framed', without(1)),
  summary('framed.0.y', 300),
  summary('framed.0.x', 300),
  summary('manifest.images.0.derived', { original: other }),
  // Page one of a report: ordered, seen, exhibits.
  limbs('order.obligations.0.text', '不得再传播'),
  limbs('order.obligations', without(1)),
  limbs('order.obligations.0.due', { by: 'not-stated' }),
  limbs('order.obligations.0.places.1.account', null),
  limbs('order.obligations.3.channels.0.channel', '周报'),
  limbs('order.obligations.4.words', '没有这样的文字'),
  limbs('order.item', null),
  limbs('looks.3.record.httpStatus', 404),
  limbs('manifest.exhibits.1.pages', [90, 91]),
  // The catalogue, column by column.
  catalogue('manifest.exhibits.1.title', '别的名称'),
  catalogue('exhibits.0.number', '9'),
  catalogue('exhibits.3.stated.kind', '电子数据'),
  catalogue('exhibits.1.stated.kind', '书证'),
  catalogue('exhibits.1.stated.source', '当事人提供'),
  catalogue('exhibits.0.stated.date', '2019-05-07'),
  catalogue('exhibits.0.stated.date', undefined),
  catalogue('exhibits.3.record.startedAt', '2019-05-06T01:30:00.000Z'),
  catalogue('exhibits.3.record.formed', '2019-05-06'),
  catalogue('exhibits.1.stated.summary', ''),
  catalogue('exhibits.1.stated.purpose', '别的目的'),
  catalogue('exhibits.1.stated.copies', 3),
  catalogue('exhibits.1.stated.copies', undefined), // then one for each opponent, of whom there is one
  catalogue('exhibits.0.stated.original', 'copy'),
  catalogue('exhibits.1.stated.original', 'original'),
  catalogue('exhibits.0.stated.remarks', undefined),
  catalogue('exhibits.2.record.outcome', 'partial'),
  catalogue('exhibits.3.stated.group', '第一组'),
  catalogue('feet.8', '证据 2'),
  catalogue('feet', without(16)),
  falseOf('late', '', 'addendum')('before.exhibits.0.pages', [4, 5]),
  falseOf('order-served', '', 'catalogue')('order.obligations.0.text', '不得再传播'),
  // Numbers and exhibits named on each page, and where links lead.
  running('labels.2', '9'),
  running('feet.5', '青禾小贷申请诉前行为保全 第99页'),
  running('manifest.pages.5.exhibit', 2),
  running('manifest.pages', without(1)),
  on('links')('leads', (was: unknown) =>
    (was as readonly Readonly<{ to: number }>[]).map((one) => ({ ...one, to: 1 })),
  ),
  on('links')('manifest.pages.5.exhibit', 2),
  // Where words came from.
  trace('exhibits.0.stated.traces', without(1)),
  trace('exhibits.0.stated.traces.0', '记者'),
  trace(
    'answers',
    answers('url', () => 'http://127.0.0.1:1/other'),
  ),
  trace(
    'answers',
    answers('date', () => '2019-05-06T01:30:00.000Z'),
  ),
  trace('answers', answers('status', more)),
  trace(
    'answers',
    answers('type', () => 'text/plain'),
  ),
  trace(
    'answers',
    answers('address', () => '10.0.0.1'),
  ),
  trace(
    'answers',
    answers('protocol', () => 'h2'),
  ),
  trace(
    'answers',
    answers('body', (was) => ` ${String(was)}`),
  ),
  trace('answers', answers('bytes', more)),
  trace(
    'answers',
    answers('sha256', () => other),
  ),
  trace('answers', answers('offset', more)),
  trace('answers', answers('length', more)),
  trace(
    'answers',
    answers('record', () => '<urn:uuid:other>'),
  ),
  trace('answers', {}),
  trace('exhibits.0.record.artifacts.wacz-disclosure.sha256', other),
  trace('looks.0.text', '没有'),
  key(
    'answers',
    answers('body', (was) => ` ${String(was)}`),
  ),
  key(
    'answers',
    answers('sha256', () => other),
  ),
  key(
    'answers',
    answers('url', () => 'http://127.0.0.1:1/other'),
  ),
  key('answers', {}),
  key('exhibits.0.record.secondPath.same', ['status']),
  key('exhibits.2.record.secondPath', { ran: false }),
  key('exhibits.0.record.secondPath.short', 'cut-off'),
  // What differs between two captures, and what is left out at the sides of a picture.
  compared('differing', rowsLower),
  compared('differing', {}),
  compared('looks.0.text', '企业正常经营。'),
  compared('looks.1.text', '企业正常经营。'),
  compared('exhibits.1.stated.comparedWith', []),
  compared('exhibits.0.record.startedAt', '2019-05-06T01:30:00.000Z'),
  compared('exhibits.1.record.url', 'http://127.0.0.1:1/other'),
  compared('exhibits.1.record.item', '01890000-0000-7000-8000-000000000009'),
  compared('manifest.exhibits.0.pages', [90, 91]),
  on('margins')('margins', {}),
  on('margins')('leftOut', {}),
  on('margins')('margins', (was: unknown) =>
    Object.fromEntries(Object.keys(was as object).map((item) => [item, { left: 0, right: 268, foot: 0 }])),
  ),
  // Dividers, and what is stated on the cover.
  divider('stated.deponent', '周某'),
  divider('submitted', '2019-05-22'),
  divider('manifest.exhibits.2.title', '别的名称'),
  divider('manifest.exhibits', without(1)),
  divider('manifest.profile', 'hong-kong'),
  on('cover')('stated.respondents', ['乙', '丙']),
  on('cover')('stated.applicants', ['乙']),
  on('cover')('submitted', '2019-05-22'),
];
