import { readFileSync } from 'node:fs';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { askForToken } from '../seal/ask-for-token.ts';
import { readAnchors } from '../seal/anchors.ts';
import { exportPackage } from '../seal/export-package.ts';
import { writing } from './cases/with-case.ts';
import { secretOf } from './passphrase.ts';
import { pauses } from './time-stamps.ts';
import type { Handler } from './workbench.ts';

/** Hands a case over: the filed bundle and its items as a package that can be checked without this program. */
export const exportHandler: Handler<'package.export'> = (
  { case: folder, out, services: urls, anchors: chosen, edition, passphrase },
  { services, emit, signal },
) => {
  const anchors = readAnchors(services.resourcePath('anchors'), chosen);
  const { random } = services.surroundings;
  const asked = urls.map((url) => ({ url, policy: null }));
  const secret = passphrase === null ? null : secretOf(passphrase, readFileSync);
  if ((secret !== null) !== /\.zip\.age$/i.test(out))
    throw new FascicleError('bad-call', {
      why: 'a passphrase and a name that ends in .zip.age go together',
      command: 'export',
    });
  if (secret === '') throw new FascicleError('bad-call', { why: 'the passphrase is empty', command: 'export' });
  return writing(folder, services, async (kase) => ({
    ...(await exportPackage(
      kase,
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
