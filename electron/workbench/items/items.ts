import { fieldsOf } from '../../../shared/fields/fields-of.ts';
import { resolveArrangement } from '../../../shared/plan/arrangement.ts';
import { readAnchors } from '../../seal/anchors.ts';
import { checkAttached } from '../../seal/check-attached.ts';
import type { Handler } from '../workbench.ts';
import { reading, writing } from '../cases/with-case.ts';
import { checkedInWords } from './attached.ts';
import { itemFiles, itemSummary } from './item-event.ts';

export const listItems: Handler<'items.list'> = ({ case: folder, category }) =>
  reading(folder, (kase) => ({ items: kase.items(category === null ? {} : { category }).map(itemSummary) }));

export const showItem: Handler<'items.show'> = ({ case: folder, item, anchors = [] }, { language, services }) =>
  reading(folder, async (kase) => {
    const state = kase.item(item);
    const custody = kase
      .entries()
      .filter(({ subject }) => subject === state.item)
      .map(({ seq, wall, act, actor }) => ({ seq, wall, act, person: actor.person }));
    const arranged = resolveArrangement(kase.arrangement(), kase.items(), language);
    const fields = fieldsOf(
      {
        record: state.record,
        recordSha256: state.recordSha256,
        caseFacts: kase.facts(),
        exhibit: arranged.find((one) => one.item === state.item) ?? null,
        pages: null,
        excluded: state.excluded,
        attachments: state.attachments,
        custody,
        folder: kase.folder,
        offsetMinutes: 480,
      },
      language,
    );
    const trusted = readAnchors(services.resourcePath('anchors'), anchors);
    const checked = await checkAttached(kase, state, trusted);
    return {
      summary: itemSummary(state),
      record: state.record,
      recordFile: { path: kase.objectPath(state.recordSha256), sha256: state.recordSha256 },
      fields: [...fields],
      files: [...itemFiles(kase, state)],
      attachments: [...state.attachments],
      checked: checked.map((one) => checkedInWords(one, language)),
      custody,
    };
  });

export const excludeItem: Handler<'items.exclude'> = ({ case: folder, item, reason }, { services }) =>
  writing(folder, services, (kase) => {
    const { item: id } = kase.item(item);
    kase.act('item-excluded', { item: id, reason }, id);
    return itemSummary(kase.item(id));
  });

export const includeItem: Handler<'items.include'> = ({ case: folder, item }, { services }) =>
  writing(folder, services, (kase) => {
    const { item: id, excluded } = kase.item(item);
    if (excluded !== null) kase.act('item-included', { item: id }, id);
    return itemSummary(kase.item(id));
  });
