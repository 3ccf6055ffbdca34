import { useEffect, useState } from 'react';
import type { Language } from '../../../shared/language.ts';
import { useLanguage, useWindow } from '../../state/window-state.ts';
import { runLong, useWork, type Work } from '../../state/work.ts';
import { WorkbenchError } from '../../workbench-client.ts';
import type { Judged } from './report.tsx';

/**
 * Verifies a path and keeps what was found. Where the window changes its language the path is verified again: a finding
 * is said in words by whoever found it, and a report in two languages would be no report.
 */
export function useVerify(): Readonly<{
  judged: Judged | null;
  trouble: WorkbenchError | null;
  running: Work | undefined;
  again: boolean;
  verify: (path: string) => void;
  forget: () => void;
}> {
  const language = useLanguage();
  const [judged, setJudged] = useState<(Judged & { language: Language }) | null>(null);
  const [trouble, setTrouble] = useState<WorkbenchError | null>(null);
  const running = useWork(({ running: all }) => all.find(({ method }) => method === 'verify.run'));
  const again = judged !== null && judged.language !== language;
  const run = (path: string) => {
    const { settings } = useWindow.getState();
    runLong('verify.run', { path, anchors: [...settings.stamping.anchors] }).then(
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
    verify: (given) => {
      if (given === '' || running) return;
      setJudged(null);
      setTrouble(null);
      run(given);
    },
    forget: () => {
      setJudged(null);
      setTrouble(null);
    },
  };
}
