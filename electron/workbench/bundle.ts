import { bundledFonts, fallbackFonts } from '../capture/fonts.ts';
import { buildBundle } from '../bundle/build-bundle.ts';
import { buildLists } from '../bundle/build-lists.ts';
import { writing } from './cases/with-case.ts';
import { earlierBundle } from './earlier-bundle.ts';
import { profileFor } from './profiles.ts';
import type { Handler } from './workbench.ts';

/** Builds the bundle of a case. */
export const bundleHandler: Handler<'bundle.build'> = (
  { case: folder, addTo, profile, profileFile, ...options },
  { services, emit, signal },
) =>
  writing(folder, services, async (kase) => {
    const built = await buildBundle(
      kase,
      {
        ...options,
        profile: profileFor({ profile, profileFile }, kase.facts(), services),
        reissue: addTo === null ? null : earlierBundle(addTo, kase.caseId),
      },
      {
        program: services.program,
        fontFiles: fontFiles(),
        spawnChild: services.spawnChild,
        onExhibit: (done, of, title) => emit({ event: 'progress', stage: 'bundle', subject: title, done, of }),
        signal,
      },
    );
    const { pdf, sha256, pages, exhibits, manifest, manifestSha256, conformance, problems } = built;
    return {
      pdf,
      sha256,
      baseSha256: sha256,
      pages,
      exhibits,
      volumes: built.volumes.map((one) => ({ ...one })),
      singles: built.singles.map((one) => ({ ...one })),
      lists: built.lists.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
      manifest: { path: manifest, sha256: manifestSha256 },
      conformance,
      problems: problems.map((one) => ({ ...one })),
    };
  });

const fontFiles = () => ({ ...bundledFonts(), fallbacks: fallbackFonts() });

/** Writes the lists of the bundle that the case would give now, as Word and Excel files. */
export const listsHandler: Handler<'bundle.lists'> = (
  { case: folder, addTo, profile, profileFile, ...options },
  { services },
) =>
  writing(folder, services, async (kase) => {
    const { files, problems } = await buildLists(
      kase,
      {
        ...options,
        profile: profileFor({ profile, profileFile }, kase.facts(), services),
        reissue: addTo === null ? null : earlierBundle(addTo, kase.caseId),
      },
      { program: services.program, fontFiles: fontFiles() },
    );
    return { files: files.map((one) => ({ ...one })), problems: problems.map((one) => ({ ...one })) };
  });
