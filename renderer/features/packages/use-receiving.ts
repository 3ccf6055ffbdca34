import { useEffect, useRef, useState } from 'react';
import { useAsked } from '../../state/queries.ts';
import { useLong } from '../../state/use-long.ts';
import { useWindow } from '../../state/window-state.ts';
import { offer } from '../../state/work.ts';
import { useVerify } from '../verify/use-verify.ts';

/**
 * A package that is received: which, whether it was found sound, and where its items go.
 * @param into the open case
 */
export function useReceiving(into: string | null) {
  const { settings } = useWindow();
  const [path, setPath] = useState('');
  const [secret, setSecret] = useState('');
  const [chosenFolder, setChosenFolder] = useState<string | null>(null);
  const verification = useVerify();
  const { judged, verify, forget } = verification;
  const work = useLong('package.receive');
  const isShown = useIsShown();
  const name = path.replace(/^.*[\\/]/, '').replace(/\.zip(\.age)?$/i, '');
  const free = useAsked('window.place', { title: name }, { enabled: judged !== null }).data?.folder ?? '';
  const newFolder = chosenFolder ?? free;
  const receive = (target: Parameters<typeof work.run>[0]['into']) => {
    const run = work.run({
      package: path.trim(),
      into: target,
      anchors: [...settings.stamping.anchors],
      passphrase: secret === '' ? null : { typed: secret },
    });
    // Who has gone on to something else by then is told, and not led away from it.
    void run.then((received) => {
      if (received && !isShown()) offer('package.receive', received.case);
    });
  };
  return {
    path,
    /** Another path than before: what was verified was another package. */
    changePath: (given: string) => {
      setPath(given);
      setChosenFolder(null);
      forget();
    },
    secret,
    setSecret,
    verification,
    verifyNow: () => verify(path.trim(), secret),
    /** A package that was dropped is verified at once. */
    look: (given: string) => {
      setPath(given);
      verify(given.trim(), secret);
    },
    newFolder,
    chooseFolder: setChosenFolder,
    /** Only into an open case. */
    intoCase: into === null ? null : () => receive({ kind: 'case', case: into }),
    intoNew: () => {
      const operator = settings.operator === '' ? null : settings.operator;
      receive({ kind: 'new', folder: newFolder.trim(), title: null, operator });
    },
    work,
  };
}

export type Receiving = ReturnType<typeof useReceiving>;

/** Asks whether the component is still shown. */
function useIsShown(): () => boolean {
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => void (shown.current = false);
  }, []);
  return () => shown.current;
}
