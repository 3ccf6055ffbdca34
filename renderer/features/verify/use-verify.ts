import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../../shared/language.ts';
import { useLanguage, useWindow } from '../../state/window-state.ts';
import { runLong, useRunning, type Work } from '../../state/work.ts';
import { WorkbenchError } from '../../workbench-client.ts';
import type { VerifiedPath } from './report.tsx';

/**
 * Verifies a path and keeps what was found. Where the window changes its language the path is verified again: a finding
 * is said in words by whoever found it, and a report in two languages would be no report.
 */
export function useVerify(): Readonly<{
  judged: VerifiedPath | null;
  trouble: WorkbenchError | null;
  running: Work | undefined;
  again: boolean;
  /** `secret`: the passphrase of a package that is locked. */
  verify: (path: string, secret?: string) => void;
  forget: () => void;
  /** What went wrong before anything could be verified. */
  fail: (error: WorkbenchError) => void;
}> {
  const language = useLanguage();
  const [judged, setJudged] = useState<(VerifiedPath & { language: Language }) | null>(null);
  const [trouble, setTrouble] = useState<WorkbenchError | null>(null);
  const running = useRunning(['verify.run']);
  const again = judged !== null && judged.language !== language;
  const key = useRef('');
  const run = (path: string) => {
    const { settings } = useWindow.getState();
    const passphrase = key.current === '' ? null : { typed: key.current };
    runLong('verify.run', { path, anchors: [...settings.stamping.anchors], passphrase }).then(
      (report) => setJudged({ path, report, at: new Date().toISOString(), language: settings.language }),
      (error: unknown) => {
        if (!(error instanceof WorkbenchError)) throw error;
        setJudged(null);
        if (error.code !== 'cancelled') setTrouble(error);
      },
    );
  };
  const path = judged?.path ?? '';
  useEffect(() => {
    if (again && !running) run(path);
  }, [again, running, path]);
  return {
    judged,
    trouble,
    running,
    again,
    verify: (given, secret = '') => {
      if (given === '' || running) return;
      key.current = secret;
      setJudged(null);
      setTrouble(null);
      run(given);
    },
    fail: setTrouble,
    forget: () => {
      setJudged(null);
      setTrouble(null);
    },
  };
}
