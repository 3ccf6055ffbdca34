import { withoutMarks } from '../../../shared/bilingual.ts';
import type { Order } from '../../../shared/order/order.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import type { BundleExhibit } from '../model.ts';

/** The order that the case states, where the ruling itself is filed: else no page could be cited for it. */
export function filedOrder(caseFile: ReadableCase, exhibits: readonly BundleExhibit[]): Order | null {
  const order = withoutMarks(caseFile.statement('order'));
  return order && exhibits.some(({ record }) => record.item === order.item) ? order : null;
}
