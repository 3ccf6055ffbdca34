import { useState } from 'react';
import type { Category } from '../../../shared/case/category.ts';
import { findAddresses } from '../../../shared/window/find-addresses.ts';
import { queueAddresses, startQueue, type Touch, type Visitor } from '../../state/capture-queue.ts';
import { changeCaseState, stateOfCase } from '../../state/case-state.ts';
import { useAsked, useRows } from '../../state/queries.ts';
import { takeInFiles } from '../../state/take-in.ts';
import { useCase, useHere, useWindow } from '../../state/window-state.ts';
import { givenOf, WorkbenchError, type Given } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';

/** How the addresses of one order are captured. */
type CaptureChoices = Readonly<{
  category: Category;
  device: 'desktop' | 'phone';
  touch: Touch;
  visitor: Visitor;
  files: WrittenOfFiles;
}>;

/** What is written of the files that are brought next. */
export type WrittenOfFiles = Readonly<{ source: string; formed: string; formedUnknown: boolean }>;

/** What is being pasted, how it is to be captured, and the ways of both addresses and files into the case. */
export function useCaptureForm() {
  const say = useSay();
  const { folder } = useCase();
  const { settings, set: setWindow } = useWindow();
  const { draft, set } = useHere();
  const rows = useRows();
  const session = useAsked('queue.list', { case: folder }).data?.session ?? null;
  const [choices, setChoices] = useState<CaptureChoices>({
    category: 'coverage',
    device: settings.capture.device,
    touch: 'as-it-is',
    visitor: { as: 'nobody', account: '' },
    files: { source: '', formed: '', formedUnknown: false },
  });
  const [trouble, setTrouble] = useState<WorkbenchError | null>(null);
  const [ordering, setOrdering] = useState(false);
  const [pictures, setPictures] = useState<readonly Given[]>([]);
  const found = findAddresses(draft, (address) => URL.parse(address)?.href ?? null);
  const known = new Set(rows.map(({ from }) => from));
  const { category, device, touch, visitor } = choices;

  const begin = () => {
    if (found.addresses.length === 0 || ordering) return;
    setTrouble(null);
    setOrdering(true);
    const urls = found.addresses.map(({ url }) => url);
    const as = visitor.as === 'session' && !session ? 'nobody' : visitor.as;
    queueAddresses(folder, urls, category, device, touch, { ...visitor, as }, settings)
      .then(
        () => {
          // In the case, and only now out of the field; what was typed behind it meanwhile stays.
          const { draft: now } = stateOfCase(folder);
          changeCaseState(folder, { draft: now.startsWith(draft) ? now.slice(draft.length) : now });
          setWindow({ said: say('addressesFound', { count: urls.length }) });
          void startQueue(folder, settings.capture.concurrency);
        },
        (error: unknown) => error instanceof WorkbenchError && setTrouble(error),
      )
      .finally(() => setOrdering(false));
  };
  const take = (given: readonly Given[], how: 'pasted' | 'dropped') =>
    void takeInFiles(folder, given, how, category, settings.capture.noMailKeys !== true, {
      source: choices.files.source.trim() || null,
      formed: choices.files.formedUnknown ? 'unknown' : choices.files.formed.trim() || null,
    });
  return {
    draft,
    write: (text: string) => set({ draft: text }),
    found,
    /** How many of the addresses the case holds already. */
    already: found.addresses.filter(({ url }) => known.has(url)).length,
    choices,
    choose: (part: Partial<CaptureChoices>) => setChoices((before) => ({ ...before, ...part })),
    session,
    begin,
    ready: found.addresses.length > 0 && !ordering,
    trouble,
    bring: (files: Iterable<File>, how: 'pasted' | 'dropped') => void givenOf(files).then((given) => take(given, how)),
    /** Files of a paste. Cells of a spreadsheet come as text and as a picture of it: the text is wanted, the picture is offered. */
    paste: (files: readonly File[], text: string, from: number, to: number) =>
      void givenOf(files).then((given) => {
        const drawn = text.trim() !== '' && given.every(({ path }) => path === null);
        if (!drawn) {
          take(given, 'pasted');
          return;
        }
        const { draft: now } = stateOfCase(folder);
        changeCaseState(folder, { draft: now.slice(0, from) + text + now.slice(to) });
        setPictures(given);
      }),
    /** Pictures that were offered with pasted text: imported, or left. */
    pictures,
    takePictures: () => {
      take(pictures, 'pasted');
      setPictures([]);
    },
    leavePictures: () => setPictures([]),
  };
}

export type CaptureForm = ReturnType<typeof useCaptureForm>;
