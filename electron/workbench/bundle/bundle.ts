import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { told } from '../../../shared/plan/problem.ts';
import { bundledFonts, fallbackFonts } from '../../capture/browser/fonts.ts';
import { buildBundle } from '../../bundle/build-bundle.ts';
import { buildLists } from '../../bundle/build-lists.ts';
import { basename, dirname, join, resolve } from 'node:path';
import type { Input, Output } from '../../../shared/contract.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import { writing } from '../cases/with-case.ts';
import { earlierBundle } from './earlier-bundle.ts';
import { complianceFacts } from '../order/compliance-facts.ts';
import { profileFor } from './profiles.ts';
import type { Handler, HandlerContext } from '../handler.ts';

/** Builds the bundle of a case; signed, where that is asked for. */
export const bundleHandler: Handler<'bundle.build'> = async (
  { case: folder, addTo, profile, profileFile, sign, compliance, ...options },
  context,
) => {
  const { services, emit, signal } = context;
  if (compliance && addTo !== null)
    throw new FascicleError('bad-call', { why: because('compliance-adds-to-none'), command: 'bundle' });
  // A key that cannot be used is known before an hour of building.
  if (sign !== null) (await signing()).refuseUnusableKey(sign, services.clockAndRandom.now().getTime());
  return writing(folder, services, async (caseFile) => {
    const built = await buildBundle(
      caseFile,
      {
        ...options,
        profile: profileFor({ profile, profileFile }, caseFile.facts(), services),
        reissue: addTo === null ? null : earlierBundle(addTo, caseFile),
        compliance: compliance ? complianceFacts(caseFile) : null,
      },
      {
        program: services.program,
        fontFiles: fontFiles(),
        spawnChild: services.spawnChild,
        onExhibit: (done, of, title) => emit({ event: 'progress', stage: 'bundle', subject: title, done, of }),
        signal,
      },
    );
    const { pages, exhibits, manifest, manifestSha256, conformance, notArchival, problems } = built;
    const unsigned = {
      pdf: built.pdf,
      sha256: built.sha256,
      baseSha256: built.sha256,
      pages,
      exhibits,
      volumes: built.volumes.map((one) => ({ ...one })),
      singles: built.singles.map((one) => ({ ...one })),
      lists: built.lists.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
      manifest: { path: manifest, sha256: manifestSha256 },
      conformance,
      notArchival: [...notArchival],
      problems: problems.map((one) => told(one, context.language)),
    };
    return sign === null ? unsigned : signBuilt(unsigned, sign, caseFile, context);
  });
};

type Built = Output<'bundle.build'>;

/** What signs is loaded by who signs: it is larger than all that builds. */
const signing = () => import('./sign.ts');

/**
 * Where a signed copy goes: beside the case, under a name that says which build it is of, so that signing the next one
 * does not replace it. Of a bundle that was written elsewhere: null, beside it.
 */
function signedName(pdf: string, { folder }: WritableCase): string | null {
  const build = dirname(pdf);
  if (dirname(build) !== resolve(folder, 'bundles')) return null;
  return join(dirname(resolve(folder)), `${basename(build)}-${basename(pdf, '.pdf')}-signed.pdf`);
}

/** Every file of the bundle signed in a copy outside the case, each told in the custody log as an act of its own. */
async function signBuilt(
  built: Built,
  { p12, passwordFile }: NonNullable<Input<'bundle.build'>['sign']>,
  caseFile: WritableCase,
  context: HandlerContext,
): Promise<Built> {
  const { signBundle } = await signing();
  const signOne = async (one: Built['volumes'][number]) => {
    const signed = await signBundle(
      {
        pdf: one.pdf,
        out: signedName(one.pdf, caseFile),
        p12,
        passphrase: passwordFile === null ? null : { file: passwordFile },
        services: [],
        policy: null,
        anchors: [],
      },
      context,
    );
    const { pdf, sha256, baseSha256: base, baseBytes, level, signer } = signed;
    const by = signer && { name: signer.name, serial: signer.serial };
    caseFile.logEvent('bundle-signed', { pdf, sha256, base, baseBytes, level, signer: by });
    const { manifest, sums } = signed;
    return { file: { ...one, pdf, manifest: manifest.path, sums, sha256, bytes: signed.bytes }, manifest };
  };
  const volumes: Awaited<ReturnType<typeof signOne>>[] = [];
  for (const one of built.volumes) volumes.push(await signOne(one));
  const singles: Built['singles'] = [];
  for (const one of built.singles) singles.push((await signOne(one)).file);
  const [first] = volumes;
  if (!first) throw new Error('a bundle has at least one volume');
  const { pdf, sha256 } = first.file;
  return { ...built, pdf, sha256, volumes: volumes.map(({ file }) => file), singles, manifest: first.manifest };
}

const fontFiles = () => ({ ...bundledFonts(), fallbacks: fallbackFonts() });

/** Writes the lists of the bundle that the case would give now, as Word and Excel files. */
export const listsHandler: Handler<'bundle.lists'> = (
  { case: folder, addTo, profile, profileFile, ...options },
  { services, language, signal },
) =>
  writing(folder, services, async (caseFile) => {
    const { files, problems } = await buildLists(
      caseFile,
      {
        ...options,
        profile: profileFor({ profile, profileFile }, caseFile.facts(), services),
        reissue: addTo === null ? null : earlierBundle(addTo, caseFile),
      },
      { program: services.program, fontFiles: fontFiles(), signal },
    );
    return { files: files.map((one) => ({ ...one })), problems: problems.map((one) => told(one, language)) };
  });

/** Writes drafts of the application papers, filled from the case. */
export const applicationHandler: Handler<'application.draft'> = (
  { case: folder, profile, profileFile, ...asked },
  { services, signal },
) =>
  writing(folder, services, async (caseFile) => {
    const options = { ...asked, profile: profileFor({ profile, profileFile }, caseFile.facts(), services) };
    const { buildApplication } = await import('../../bundle/build-application.ts'); // nothing else waits for Word's
    const { files, open } = await buildApplication(caseFile, options, {
      program: services.program,
      fontFiles: fontFiles(),
      signal,
    });
    return { files: files.map((one) => ({ ...one })), open };
  });
