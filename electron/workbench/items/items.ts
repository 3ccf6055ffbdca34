import { fieldsOf } from '../../../shared/fields/fields-of.ts';
import { resolveArrangement } from '../../../shared/plan/arrangement.ts';
import type { Handler } from '../workbench.ts';
import { reading, writing } from '../cases/with-case.ts';
import { itemFiles, itemSummary } from './item-event.ts';

export const listItems: Handler<'items.list'> = ({ case: folder, category }) =>
  reading(folder, (kase) => ({ items: kase.items(category === null ? {} : { category }).map(itemSummary) }));

export const showItem: Handler<'items.show'> = ({ case: folder, item }, { language, open }) => {
  const shown = open.reading(folder, (kase) => {
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
    return {
      summary: itemSummary(state),
      record: state.record,
      recordFile: { path: kase.objectPath(state.recordSha256), sha256: state.recordSha256 },
      fields: [...fields],
      files: [...itemFiles(kase, state)],
      attachments: [...state.attachments],
      custody,
    };
  });
  return Promise.resolve(shown);
};

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
