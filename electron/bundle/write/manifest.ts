import type { Manifest, ManifestImage } from '../../../shared/verify/package/manifest.ts';
import type { BundleExhibit, BundleModel } from '../model.ts';
import type { PageNumbers } from '../sheet.ts';
import type { VolumePlan } from '../volume-plan.ts';

/** What ties one file of a bundle to the case: every page, every exhibit with its files, every picture. */
export function manifestOf(
  { sheets, first, volume }: VolumePlan,
  model: BundleModel,
  numbers: PageNumbers,
  images: readonly ManifestImage[],
): Manifest {
  const { custody, reissue } = model;
  const [body, annexed] = [new Map<number, [number, number]>(), new Map<number, [number, number]>()];
  sheets.forEach(({ exhibit }, at) => {
    if (!exhibit) return;
    const page = first + at;
    const pagesOf = page <= numbers.ofExhibit(exhibit.index)[1] ? body : annexed;
    const range = pagesOf.get(exhibit.index);
    if (range) range[1] = page;
    else pagesOf.set(exhibit.index, [page, page]);
  });
  return {
    v: 1,
    format: 'fascicle-bundle-manifest',
    case: { id: model.caseId, title: model.facts.title },
    custody: { seq: custody.seq, hash: custody.hash },
    program: model.program,
    language: model.language,
    draft: model.draft,
    edition: model.working ? 'working' : 'filing',
    profile: model.profile.id,
    ...(model.compliance && { report: 'compliance' as const }),
    ...(volume && { volume: { ...volume, first } }),
    ...(!model.profile.attachments && { embedded: false as const }),
    ...(reissue && {
      adds: { manifest: reissue.manifestSha256, lastPage: reissue.lastPage },
      earlier: [...reissue.exhibits].map(([number, { item, title, pages, annex }]) => ({
        number,
        item,
        title,
        pages: [...pages] as [number, number], // two of them
        ...(annex && { annex: [...annex] as [number, number] }),
      })),
    }),
    exhibits: [body, annexed].flatMap((pagesOf) =>
      model.exhibits.flatMap((one) => exhibitIn(pagesOf.get(one.index), one, numbers)),
    ),
    pages: sheets.map(({ kind, exhibit }, at) => ({ page: first + at, kind, exhibit: exhibit?.number ?? null })),
    images: [...images],
  };
}

/** What was measured to be blank at the sides of a captured page's picture. */
function marginsIn({ artifacts }: BundleExhibit['record']): Readonly<{ margins?: [number, number] }> {
  const margins = artifacts.find(({ role }) => role === 'screenshot-tile')?.margins;
  return margins ? { margins: [...margins] } : {};
}

/** What the manifest says of an exhibit's pages in a file: those in the annex of the same file are an entry of their own. */
function exhibitIn(
  pages: [number, number] | undefined,
  { index, number, exhibit, record, recordSha256, machineRead }: BundleExhibit,
  numbers: PageNumbers,
): readonly Manifest['exhibits'][number][] {
  if (!pages) return [];
  const [from, to] = numbers.ofExhibit(index);
  const annex = numbers.ofAnnex(index);
  const inAnnex = annex !== null && pages[0] >= annex[0];
  return [
    {
      number,
      group: exhibit.group,
      title: exhibit.title,
      item: exhibit.item,
      record: recordSha256,
      pages,
      ...(pages[0] === from && pages[1] === to && annex === null ? {} : { part: true as const }),
      ...(inAnnex && { annex: true as const }),
      ...(machineRead && { machineRead: machineRead.sha256 }),
      ...(record.redaction && {
        redaction: {
          parent: record.redaction.parent,
          parentRecord: record.redaction.parentRecord,
          reason: record.redaction.reason,
          regions: [...record.redaction.regions],
        },
      }),
      ...marginsIn(record),
      ...(record.stitched && { stitched: record.stitched }),
      ...(record.region && { region: { ...record.region, tiles: [...record.region.tiles] } }),
      files: record.artifacts.map(({ name, role, bytes, sha256 }) => ({ name, role, bytes, sha256 })),
      steps: record.steps.map(({ step, outcome, ms }) => ({ step, outcome, ms })),
    },
  ];
}
