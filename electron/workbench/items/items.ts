import { fourAnswers } from '../../../shared/case/outcome/four-answers.ts';
import { toldAnswers } from './told-answers.ts';
import { fieldsOf } from '../../../shared/fields/fields-of.ts';
import { resolveArrangement } from '../../../shared/plan/arrangement.ts';
import { readAnchors } from '../../seal/time/anchors.ts';
import { checkAttached } from '../../seal/check-attached.ts';
import { excludedElsewhere } from '../../intake/packages/received-log.ts';
import type { Handler } from '../handler.ts';
import { refuseSealedParents } from '../../casefile/sealed-parents.ts';
import { reading, writing } from '../cases/with-case.ts';
import { checkedInWords } from './attached.ts';
import { itemFiles, itemSummary } from './item-event.ts';

export const listItems: Handler<'items.list'> = ({ case: folder, category }) =>
  reading(folder, (caseFile) => ({ items: caseFile.items(category === null ? {} : { category }).map(itemSummary) }));

export const showItem: Handler<'items.show'> = ({ case: folder, item, anchors = [] }, { language, services }) =>
  reading(folder, async (caseFile) => {
    const state = caseFile.item(item);
    const custody = caseFile
      .entries()
      .filter(({ subject }) => subject === state.item)
      .map(({ seq, wall, act, actor }) => ({ seq, wall, act, person: actor.person }));
    const arranged = resolveArrangement(caseFile.arrangement(), caseFile.items(), language);
    const fields = fieldsOf(
      {
        record: state.record,
        recordSha256: state.recordSha256,
        caseFacts: caseFile.facts(),
        exhibit: arranged.find((one) => one.item === state.item) ?? null,
        pages: null,
        excluded: state.excluded,
        attachments: state.attachments,
        custody,
        folder: caseFile.folder,
        offsetMinutes: 480,
      },
      language,
    );
    const trusted = readAnchors(services.resourcePath('anchors'), anchors);
    const checked = await checkAttached(caseFile, state, trusted);
    return {
      summary: itemSummary(state),
      answers: toldAnswers(fourAnswers(state.record), language),
      record: state.record,
      recordFile: { path: caseFile.objectPath(state.recordSha256), sha256: state.recordSha256 },
      fields: [...fields],
      files: [...itemFiles(caseFile, state)],
      attachments: [...state.attachments],
      excludedElsewhere: state.excluded === null ? excludedElsewhere(caseFile, state.item) : null,
      checked: checked.map((one) => checkedInWords(one, language)),
      custody,
    };
  });

export const excludeItem: Handler<'items.exclude'> = ({ case: folder, item, reason }, { services }) =>
  writing(folder, services, (caseFile) => {
    const { item: id } = caseFile.item(item);
    caseFile.logEvent('item-excluded', { item: id, reason }, id);
    return itemSummary(caseFile.item(id));
  });

/** The original of a redacted copy comes back only with a reason. */
export const includeItem: Handler<'items.include'> = ({ case: folder, item, reason = null }, { services }) =>
  writing(folder, services, (caseFile) => {
    const { item: id, excluded } = caseFile.item(item);
    refuseSealedParents(caseFile, [id], reason);
    if (excluded !== null || reason !== null)
      caseFile.logEvent('item-included', { item: id, ...(reason !== null && { reason }) }, id);
    return itemSummary(caseFile.item(id));
  });
