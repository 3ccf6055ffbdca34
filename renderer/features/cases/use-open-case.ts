import { useState } from 'react';
import { showCase, useLanguage, useWindow } from '../../state/window-state.ts';
import { call, WorkbenchError } from '../../workbench-client.ts';

/** Cases that are being opened: the one asked for last is the one that is shown. */
let asked = 0;

/**
 * Opens a case and goes to where its work is: to capturing while it is empty, else to its items. A case that takes a while
 * to open is not shown any more to somebody who has gone somewhere else by then.
 */
export function useOpenCase() {
  const language = useLanguage();
  const [tried, setFolder] = useState('');
  const [trouble, setTrouble] = useState<WorkbenchError | null>(null);
  const open = (folder: string) => {
    const mine = ++asked;
    const { caseFile: before, screen } = useWindow.getState();
    const stillHere = () => {
      const now = useWindow.getState();
      return mine === asked && now.caseFile === before && now.screen === screen;
    };
    setTrouble(null);
    setFolder(folder);
    call('cases.open', { case: folder }, language)
      .then(async (caseFile) => {
        const { items } = await call('cases.pulse', { case: caseFile.folder }, language);
        if (!stillHere()) return;
        showCase(caseFile, items === 0 ? 'capture' : 'items', { selected: [], filter: '', decision: 'all' });
      })
      .catch((error: unknown) => {
        if (error instanceof WorkbenchError) setTrouble(error);
        else throw error;
      });
  };
  return { open, trouble, setTrouble, tried };
}
