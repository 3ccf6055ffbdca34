import { kindSteps } from '../../../shared/messages/kinds/registry.ts';
import type { CaptureStep, LineKind } from './step.ts';

/** What the intake of one kind of file alone writes. */
const linesOfKinds: Readonly<Record<string, LineKind>> = Object.fromEntries(
  Object.keys(kindSteps).map((line) => [line, 'optional']),
);

/** An address that gave a file is an item like one that was imported; its lines are those of intake. */
export const takeInFile: CaptureStep = {
  name: 'take-in-file',
  lines: {
    'store-original': 'required',
    identify: 'optional',
    attachments: 'optional',
    ...linesOfKinds,
    'make-pages': 'required',
  },
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
