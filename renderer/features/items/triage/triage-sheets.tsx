import { ExcludeSheet } from './exclude-sheet.tsx';
import { ReturnSheet } from './return-sheet.tsx';
import { StitchSheet } from '../stitch-sheet.tsx';
import { TagSheet } from './tag-sheet.tsx';
import type { TriageState } from './use-triage.ts';

/** The sheet that asks for what a decision still needs: a reason, a tag, an order of pictures. */
export function TriageSheets({ triage }: { triage: TriageState }) {
  const { sheet, setSheet, chosen, settle, tags, toggleTag, returned, forgetReturned, returnFor } = triage;
  const close = () => setSheet(null);
  return (
    <>
      {sheet === 'exclude' ? (
        <ExcludeSheet
          onClose={close}
          exclude={(reason) => {
            close();
            settle({ is: 'excluded', reason });
          }}
        />
      ) : null}
      {returned ? (
        <ReturnSheet
          onClose={forgetReturned}
          onReason={(reason) => {
            forgetReturned();
            returnFor(reason);
          }}
        />
      ) : null}
      {sheet === 'stitch' ? <StitchSheet items={chosen.map(({ item }) => item)} onClose={close} /> : null}
      {sheet === 'tag' ? (
        <TagSheet
          tags={tags}
          onClose={close}
          toggle={(name) => {
            close();
            toggleTag(name);
          }}
        />
      ) : null}
    </>
  );
}
