import { useDragAndDrop } from 'react-aria-components';
import type { Arrangement } from '../../../shared/case/exhibit.ts';
import { moved } from '../../../shared/plan/moved.ts';
import type { Arranging } from './use-arranging.ts';

const dragType = 'application/x-fascicle-item';

/** Items are dragged between the two lists, and within the listed one. */
export function useExhibitDrag({ exhibits, titleOf, add, change }: Arranging) {
  const getItems = (keys: Iterable<unknown>) =>
    [...keys].map((key) => ({ [dragType]: String(key), 'text/plain': titleOf(String(key)) }));
  const { dragAndDropHooks: listed } = useDragAndDrop({
    getItems,
    acceptedDragTypes: [dragType],
    onReorder: ({ keys, target }) => change(moved(exhibits, new Set([...keys].map(String)), behind(target, exhibits))),
    onInsert: ({ items, target }) => {
      void textsOf(items).then((keys) => add(new Set(keys), behind(target, exhibits)));
    },
    onRootDrop: ({ items }) => {
      void textsOf(items).then((keys) => add(new Set(keys), null));
    },
  });
  const { dragAndDropHooks: unlisted } = useDragAndDrop({
    getItems,
    acceptedDragTypes: [dragType],
    onRootDrop: ({ items }) => {
      void textsOf(items).then((keys) => change(exhibits.filter(({ item }) => !keys.includes(item))));
    },
  });
  return { listed, unlisted };
}

/** The exhibit that the moved ones come to stand before; null behind all. */
function behind(
  target: { key: unknown; dropPosition: 'on' | 'before' | 'after' },
  exhibits: Arrangement,
): string | null {
  const at = exhibits.findIndex(({ item }) => item === target.key);
  if (target.dropPosition !== 'after') return exhibits[at]?.item ?? null;
  return exhibits[at + 1]?.item ?? null;
}

type Dropped = readonly { kind: string; getText?: (type: string) => Promise<string> }[];

async function textsOf(items: Dropped): Promise<string[]> {
  const texts = await Promise.all(items.map((item) => item.getText?.(dragType) ?? Promise.resolve('')));
  return texts.filter((text) => text !== '');
}
