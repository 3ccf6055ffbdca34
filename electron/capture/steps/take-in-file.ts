import type { KindLine } from '../../../shared/case/outcome/step-answers.ts';
import { kindSteps } from '../../../shared/messages/kinds/registry.ts';
import type { CaptureStep } from './step.ts';

/** What the intake of one kind of file alone writes. */
const linesOfKinds = Object.keys(kindSteps) as readonly KindLine[]; // the registry's own

/** An address that gave a file is an item like one that was imported; its lines are those of intake. */
export const takeInFile: CaptureStep = {
  name: 'take-in-file',
  lines: ['store-original', 'identify', 'attachments', ...linesOfKinds, 'draw-html', 'make-pages'],
  when: ({ found, main }) => found.load.end === 'file' && main.file !== null,
  run: async ({ found, main, services, artifacts, ledger }) => {
    if (!main.file) return;
    const { path, name } = main.file;
    const taken = await services.takeInFile(path, name, main.response?.mediaType ?? '');
    artifacts.push(...taken.artifacts);
    ledger.steps.push(...taken.steps);
    ledger.warnings.push(...taken.warnings);
    found.film = taken.film;
    found.file = {
      name,
      facts: [...taken.facts],
      pages: taken.pages,
      ...(taken.parts.length > 0 && { parts: [...taken.parts] }),
    };
    found.title = name;
  },
};
