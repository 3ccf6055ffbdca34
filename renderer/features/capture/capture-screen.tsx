import { Button, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import { GatheringNotice } from './gathering-notice.tsx';
import { ManualCaptureBar } from './manual-capture-bar.tsx';
import { PasteField } from './paste-field.tsx';
import { QueuePart } from './queue-part.tsx';
import { useCaptureForm, type CaptureForm } from './use-capture-form.ts';

/** One large field: paste forty links, drop files, press Enter. Every line becomes a row with its live steps. */
export function CaptureScreen() {
  const form = useCaptureForm();
  return (
    <>
      <GatheringNotice />
      <PasteField form={form} />
      {form.pictures.length > 0 ? <OfferedPictures form={form} /> : null}
      <ManualCaptureBar />
      {form.trouble ? <Trouble error={form.trouble} /> : null}
      <QueuePart />
    </>
  );
}

function OfferedPictures({ form: { pictures, takePictures, leavePictures } }: { form: CaptureForm }) {
  const say = useSay();
  return (
    <div className="queue-head" role="status">
      <span className="small">{say('alsoPicture', { count: pictures.length })}</span>
      <Button onPress={takePictures}>{say('takePicture')}</Button>
      <Button kind="bare" onPress={leavePictures}>
        {say('leavePicture')}
      </Button>
    </div>
  );
}
