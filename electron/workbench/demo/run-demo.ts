import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import type { Output, WorkbenchEvent } from '../../../shared/contract.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Handler, HandlerContext } from '../workbench.ts';
import { bundleHandler } from '../bundle.ts';
import { captureHandler } from '../queue/capture.ts';
import { createCaseHandler } from '../cases/cases.ts';
import { exhibitsHandler } from '../exhibits.ts';
import { importHandler } from '../import.ts';
import { verifyHandler } from '../verify.ts';
import { startDemoSite } from './demo-server.ts';
import { demoCase, demoFiles, demoPages, type DemoPage } from './story.ts';

/**
 * The whole job on the demo site, by the same handlers that a person's calls reach: serve, new, capture, import,
 * arrange, bundle, verify.
 */
export const demoHandler: Handler<'demo.run'> = async ({ folder }, context) => {
  const { services, emit } = context;
  const kase = freshName(folder);
  mkdirSync(folder, { recursive: true });
  const site = await startDemoSite(services.resourcePath('demo'));
  try {
    await createCaseHandler({ case: kase, facts: demoCase }, context);
    const captured = new Map<string, string>();
    for (const [category, device] of kinds(demoPages)) {
      const pages = demoPages.filter((page) => page.category === category && page.device === device);
      await captureHandler(
        {
          case: kase,
          urls: pages.map(({ path }) => site.origin + path),
          category,
          view:
            device === 'phone'
              ? { device, width: 390, height: 844, scale: 2 }
              : { device, width: 1280, height: 900, scale: 1 },
          timeout: 60,
          concurrency: 2,
          operator: null,
          allowPrivateNetwork: true, // the site is on this very computer; the record says so
          throughProxy: false,
          acceptInvalidCertificate: false,
        },
        noting(context, (event) => event.url !== null && captured.set(event.url, event.item)),
      );
    }
    const imported = new Map<string, string>();
    for (const { file, category, title, source, receivedBy, receivedOn, account } of demoFiles) {
      const files = [services.resourcePath('demo', 'files', file)];
      await importHandler(
        {
          case: kase,
          files,
          index: null,
          ocr: false,
          dkim: false,
          dnsServer: null,
          category,
          title,
          source,
          receivedBy,
          receivedOn,
          account,
          operator: null,
        },
        noting(context, (event) => imported.set(file, event.item)),
      );
    }
    await exhibitsHandler({ case: kase, exhibits: exhibitsOf(captured, imported, site.origin) }, context);
    const bundle = await bundleHandler(
      {
        case: kase,
        out: null,
        language: null,
        draft: false,
        profile: null,
        profileFile: null,
        edition: 'filing',
        filingCopy: false,
        perExhibit: false,
        lists: [],
        addTo: null,
        compliance: false,
        sign: null,
      },
      context,
    );
    const verdicts = [
      await verifyHandler({ path: kase, anchors: [], item: null, since: null }, context),
      await verifyHandler({ path: bundle.pdf, anchors: [], item: null, since: null }, context),
    ];
    const verdict = verdicts.find((report) => report.verdict !== 'PASSED')?.verdict ?? 'PASSED';
    if (verdict !== 'PASSED') throw new FascicleError('demo-failed', { why: failures(verdicts) });
    for (const { rank, code, where, message } of bundle.problems) {
      emit({ event: 'notice', code, message: `${rank} ${where}: ${message}` });
    }
    const { pdf, sha256, pages, exhibits } = bundle;
    return { case: kase, pdf, sha256, pages, exhibits, verdict };
  } finally {
    await site.close();
  }
};

/** A name that is free: an earlier demo stays where it is. */
function freshName(folder: string): string {
  for (let n = 1; ; n++) {
    const name = join(folder, `qinghe-conduct-preservation${n === 1 ? '' : `-${n}`}.fascicle`);
    if (!existsSync(name)) return name;
  }
}

function kinds(pages: readonly DemoPage[]): readonly (readonly [DemoPage['category'], DemoPage['device']])[] {
  const seen = new Map(pages.map(({ category, device }) => [`${category} ${device}`, [category, device] as const]));
  return [...seen.values()];
}

function noting(
  context: HandlerContext,
  note: (event: Extract<WorkbenchEvent, { event: 'item' }>) => unknown,
): HandlerContext {
  return {
    ...context,
    emit: (event) => {
      if (event.event === 'item') note(event);
      context.emit(event);
    },
  };
}

function exhibitsOf(
  captured: ReadonlyMap<string, string>,
  imported: ReadonlyMap<string, string>,
  origin: string,
): Exhibit[] {
  const itemOf = (item: string | undefined, name: string): string => {
    if (item === undefined) throw new FascicleError('demo-failed', { why: `${name} gave no item` });
    return item;
  };
  const pages = demoPages.map(({ path, group, title, source, purpose, order }) => ({
    order,
    exhibit: { item: itemOf(captured.get(origin + path), path), group, title, source, purpose },
  }));
  const files = demoFiles.map(({ file, group, title, source, purpose, order }) => ({
    order,
    exhibit: { item: itemOf(imported.get(file), file), group, title, source, purpose },
  }));
  return [...pages, ...files].sort((a, b) => a.order - b.order).map(({ exhibit }) => exhibit);
}

function failures(reports: readonly Output<'verify.run'>[]): string {
  return reports
    .flatMap(({ checks }) => checks.filter(({ verdict }) => verdict !== 'PASSED').map(({ detail }) => detail))
    .join('; ');
}
