import { useWindow } from '../../state/window-state.ts';
import { Parts } from '../../ui/parts.tsx';
import { useSay } from '../../words/words.ts';
import { ExportPart } from '../packages/export-part.tsx';
import { MaintenancePart } from '../maintenance/maintenance-part.tsx';
import { Receive } from '../packages/receive.tsx';
import { StampsPart } from '../seal/stamps-part.tsx';

/** What keeps a case provable after today: third parties' time, handing over and taking over, copies and checks. */
export function CustodyScreen() {
  const say = useSay();
  const { caseFile, custodyPart, set } = useWindow();
  return (
    <Parts
      label={say('custody')}
      chosen={custodyPart}
      onChoose={(part) => set({ custodyPart: part })}
      parts={[
        { id: 'timeStamps', words: say('timeStamps'), content: <StampsPart /> },
        { id: 'handOver', words: say('handOver'), content: <ExportPart /> },
        {
          id: 'takeOver',
          words: say('takeOver'),
          content: (
            <div className="page">
              <Receive into={caseFile?.folder ?? null} />
            </div>
          ),
        },
        { id: 'keepSafe', words: say('keepSafe'), content: <MaintenancePart /> },
      ]}
    />
  );
}
