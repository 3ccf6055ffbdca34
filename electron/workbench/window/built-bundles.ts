import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parsePayload } from '../../../shared/custody/payload.ts';
import type { BuiltBundle } from '../../../shared/window/rows.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';

/** Every bundle that was built, in order. A payload that cannot be read is verification's to name. */
export function builtBundles(kase: ReadableCase): readonly BuiltBundle[] {
  return kase
    .entries()
    .filter(({ act }) => act === 'bundle-built')
    .flatMap(({ seq, wall, payload }) => {
      try {
        const text = new TextDecoder().decode(kase.readObject(payload));
        const { pdf, sha256, pages, exhibits, draft, report = null } = parsePayload('bundle-built', text);
        const file = isAbsolute(pdf) ? pdf : join(kase.folder, pdf);
        return [{ seq, wall, pdf: file, sha256, pages, exhibits, draft, report, present: existsSync(file) }];
      } catch {
        return [];
      }
    });
}
