import { storedText } from '../../casefile/files/stored-text.ts';
import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parsePayload } from '../../../shared/custody/payload.ts';
import type { BundleRow } from '../../../shared/window/rows.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';

/** Every bundle that was built, in order. A payload that cannot be read is verification's to name. */
export function builtBundles(caseFile: ReadableCase): readonly BundleRow[] {
  return caseFile
    .entries()
    .filter(({ act }) => act === 'bundle-built')
    .flatMap(({ seq, wall, payload }) => {
      try {
        const text = storedText(caseFile, payload);
        const { pdf, sha256, others = [], ...told } = parsePayload('bundle-built', text);
        const { pages, exhibits, draft, report = null } = told;
        const written = [{ path: pdf, sha256 }, ...others.filter(({ path }) => path.endsWith('.pdf'))];
        const files = written.map((one) => {
          const file = isAbsolute(one.path) ? one.path : join(caseFile.folder, one.path);
          return { pdf: file, sha256: one.sha256, present: existsSync(file) };
        });
        return [{ seq, wall, files, pages, exhibits, draft, report }];
      } catch {
        return [];
      }
    });
}
