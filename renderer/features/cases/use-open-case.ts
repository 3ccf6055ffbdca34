import { useState } from 'react';
import { useLanguage, useWindow } from '../../state/window-state.ts';
import { call, WorkbenchError } from '../../workbench-client.ts';

/** Opens a case and goes to where its work is: the inbox while it is empty, else the evidence. */
export function useOpenCase() {
  const language = useLanguage();
  const set = useWindow((state) => state.set);
  const [tried, setFolder] = useState('');
  const [trouble, setTrouble] = useState<WorkbenchError | null>(null);
  const open = (folder: string) => {
    setTrouble(null);
    setFolder(folder);
    call('cases.open', { case: folder }, language)
      .then(async (kase) => {
        const { items } = await call('cases.pulse', { case: kase.folder }, language);
        set({
          kase,
          folder: kase.folder,
          screen: items === 0 ? 'inbox' : 'evidence',
          selected: [],
          filter: '',
          decision: 'all',
        });
      })
      .catch((error: unknown) => {
        if (error instanceof WorkbenchError) setTrouble(error);
        else throw error;
      });
  };
  return { open, trouble, tried };
}
