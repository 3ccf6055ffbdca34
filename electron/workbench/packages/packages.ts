import { readFileSync } from 'node:fs';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { askForToken } from '../../seal/time/ask-for-token.ts';
import { readAnchors } from '../../seal/time/anchors.ts';
import { exportPackage } from '../../seal/packages/export-package.ts';
import { writing } from '../cases/with-case.ts';
import { secretOf } from '../passphrase.ts';
import { pauses } from '../seal/time-stamps.ts';
import type { Handler } from '../handler.ts';

/** Hands a case over: the filed bundle and its items as a package that can be checked without this program. */
export const exportHandler: Handler<'package.export'> = (
  { case: folder, out, services: urls, anchors: chosen, edition, passphrase },
  { services, emit, signal },
) => {
  const anchors = readAnchors(services.resourcePath('anchors'), chosen);
  const { random } = services.clockAndRandom;
  const asked = urls.map((url) => ({ url, policy: null }));
  const secret = passphrase === null ? null : secretOf(passphrase);
  if ((secret !== null) !== /\.zip\.age$/i.test(out))
    throw new FascicleError('bad-call', {
      why: because('passphrase-and-name'),
      command: 'export',
    });
  if (secret === '') throw new FascicleError('bad-call', { why: because('passphrase-empty'), command: 'export' });
  return writing(folder, services, async (caseFile) => ({
    ...(await exportPackage(
      caseFile,
      out,
      { edition, passphrase: secret },
      {
        program: `${services.program.name} ${services.program.version}`,
        page: readFileSync(await services.verifyPage()),
        signal,
        onFile: (subject, done, of) => emit({ event: 'progress', stage: 'export', subject, done, of }),
        ask:
          asked.length === 0
            ? null
            : (digest) => askForToken(digest, asked, { fetch: globalThis.fetch, random, anchors, signal, pauses }),
      },
    )),
  }));
};
