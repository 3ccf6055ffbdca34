import type { Output } from '../../../shared/contract.ts';
import type { Order } from '../../../shared/order/order.ts';
import { useAsked, useChange } from '../../state/queries.ts';
import { useCase } from '../../state/window-state.ts';

/** The order as it stands, what follows from it, and the way to set it anew. */
export function useOrder() {
  const { folder } = useCase();
  const asked = useAsked('order.keep', { case: folder, order: null, ics: null, language: null });
  const change = useChange('order.keep');
  return {
    state: asked.data,
    trouble: asked.error ?? change.error,
    saving: change.isPending,
    save: (order: Order, done: () => void = () => undefined) =>
      change.mutate({ case: folder, order: copied(order), ics: null, language: null }, { onSuccess: done }),
  };
}

/** Without the marks of a value that nobody may change. */
function copied(order: Order): Output<'order.keep'>['order'] {
  return structuredClone(order);
}
