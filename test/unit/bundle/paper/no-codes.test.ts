import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { roles, stepOutcomes, type CaptureRecord } from '../../../../shared/case/record.ts';
import { eventTypes } from '../../../../shared/custody/event-types.ts';
import {
  actionSteps,
  captureStepNames,
  sessionSteps,
  timedSteps,
} from '../../../../shared/messages/names/capture-steps.ts';
import { intakeSteps } from '../../../../shared/messages/names/intake-steps.ts';
import { kindReasons, kindSteps } from '../../../../shared/messages/kinds/registry.ts';
import { networkCauses } from '../../../../shared/messages/causes/network-causes.ts';
import { problemCodes } from '../../../../shared/messages/problem-messages.ts';
import { reasonTexts } from '../../../../shared/messages/reasons/reasons.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { someCapture } from '../../../fixtures/case-room.ts';
import { fixedCase } from '../../../fixtures/made/fixed-case.ts';
import { have } from '../../pdf/pdf-room.ts';

const steps = Object.keys({
  ...captureStepNames,
  ...actionSteps,
  ...sessionSteps,
  ...timedSteps,
  ...intakeSteps,
  ...kindSteps,
});
const reasons = Object.keys({ ...reasonTexts, ...kindReasons });
/** Codes of two words and more: one alone, `text`, may be a word of a sentence. */
const codes = [...roles, ...steps, ...reasons, ...Object.keys(eventTypes), ...problemCodes, ...stepOutcomes].filter(
  (code) => code.includes('-'),
);

/** Codes that a sentence of ours has as plain English: “an access-denied page”. */
const english = ['access-denied'];

/** A capture that has a file of every role, every step with an outcome, every reason that a record can hold. */
function everything(
  record: CaptureRecord,
  put: (bytes: Uint8Array) => { sha256: string; bytes: number },
): CaptureRecord {
  const drawn = new Set([
    'screenshot-tile',
    'drawn-tile',
    'page-image',
    'page-document',
    'text-positions',
    'machine-read',
    'redacted-words',
  ]);
  const artifacts = roles
    .filter((role) => !drawn.has(role) && !role.startsWith('screenshot'))
    .map((role, n) => ({
      role,
      name: `file${n}.bin`,
      mediaType: 'application/octet-stream',
      ...put(new TextEncoder().encode('[]')),
    }));
  const params = Object.fromEntries(
    reasons.flatMap((code) =>
      [...(reasonTexts[code]?.en ?? '').matchAll(/\{(\w+)/g)].map(([, name = '']) => [name, 7]),
    ),
  );
  return {
    ...record,
    outcome: 'partial',
    artifacts,
    steps: steps.map((step, n) => ({
      step,
      outcome: stepOutcomes[n % stepOutcomes.length] ?? 'ok',
      ms: n,
      reason: { code: reasons[n % reasons.length] ?? '', params },
    })),
    warnings: reasons.map((code) => ({ code, params })),
    requests: {
      count: 99,
      failed: [{ kind: 'image', count: 40 }],
      named: Object.keys(networkCauses).map((code) => ({
        kind: 'image' as const,
        url: `https://a.example/${code.length}`,
        error: `net::${code}`,
      })),
    },
  };
}

test.skipIf(!have('pdftotext'))(
  'a paper of every role, step, reason and act tells none of them by its code, in either language',
  { timeout: 120_000 },
  async () => {
    expect(codes.length).toBeGreaterThan(300);
    const caseFile = fixedCase();
    const { item } = caseFile.addItem(
      everything(someCapture(caseFile, 'x'), (bytes) => caseFile.objects.putBytes(bytes)),
    );
    const [first] = caseFile.arrangement() ?? [];
    const all = { ...first!, item, title: 'T', marks: [] };
    caseFile.logEvent('exhibits-set', { exhibits: [...(caseFile.arrangement() ?? []), all] });
    for (const language of ['zh-CN', 'en'] as const)
      for (const edition of ['filing', 'working'] as const) {
        const { pdf } = await buildIn(caseFile, { language, edition, draft: true });
        const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
        // The own team answers a problem by its code: a working edition has these, a filing has none.
        const typed: readonly string[] = [...(edition === 'working' ? problemCodes : []), ...english];
        const found = codes
          .filter((code) => !typed.includes(code))
          .filter((code) => new RegExp(`(?<![\\w./:-])${code}(?![\\w-]|\\.\\w)`).test(text));
        expect(found, `${language} ${edition}`).toEqual([]);
      }
    caseFile.close();
  },
);
