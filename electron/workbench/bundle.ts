import { bundledFonts, fallbackFonts } from '../capture/fonts.ts';
import { buildBundle } from '../bundle/build-bundle.ts';
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
        fontFiles: { ...bundledFonts(), fallbacks: fallbackFonts() },
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
      manifest: { path: manifest, sha256: manifestSha256 },
      conformance,
      problems: problems.map((one) => ({ ...one })),
    };
  });
