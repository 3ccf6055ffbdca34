import { betweenLines, breakSpacing, pageBreaks, withBreaks } from '../../../shared/page/page-breaks.ts';
import { holdsDocument, type CaptureStep } from './step.ts';

/**
 * Where a printed page of the picture may end without parting what belongs together. Nothing is lost where it is not known:
 * pages then end wherever the picture has nothing to cut.
 */
export const pageBreaksStep: CaptureStep = {
  name: 'page-breaks',
  lines: [],
  when: (run) => holdsDocument(run) && run.found.picture !== null,
  run: ({ found, artifacts, options }) => {
    const [first] = found.picture?.tiles ?? [];
    const at = artifacts.findIndex((one) => one === first);
    if (!found.picture || !first || at < 0) return Promise.resolve();
    const { clear, height } = found.picture;
    const { scale } = options.view;
    const words = (found.words?.runs ?? []).map((run) => ({ ...run, y: run.y * scale, height: run.height * scale }));
    const blocks = (found.words?.blocks ?? []).map(({ top, bottom, figure }) => ({
      top: top * scale,
      bottom: bottom * scale,
      figure,
    }));
    const breaks = pageBreaks(betweenLines(clear, words, height), blocks, breakSpacing * scale);
    artifacts[at] = withBreaks(first, breaks);
    return Promise.resolve();
  },
};
