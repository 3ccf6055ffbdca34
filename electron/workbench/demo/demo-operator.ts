import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Category } from '../../../shared/case/category.ts';
import type { WorkbenchEvent } from '../../../shared/contract.ts';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { remove } from '../../casefile/files/durable.ts';
import { readRegular } from '../../casefile/files/regular-file.ts';
import { captureHandler } from '../capture/capture.ts';
import { importHandler } from '../intake/import.ts';
import type { HandlerContext } from '../handler.ts';
import type { DemoSites } from './demo-server.ts';
import type { DemoFile } from './story.ts';

type Item = Extract<WorkbenchEvent, { event: 'item' }>;
type Given = Pick<DemoFile, 'file' | 'category' | 'title' | 'source' | 'receivedBy' | 'receivedOn' | 'account'>;
/** `as`: the name of a second look at a page, which else has that of the page. */
type Look = Readonly<{ page: string; category: Category; device: 'desktop' | 'phone'; session?: true; as?: string }>;

/** The demo's paralegal: captures and imports by the handlers that a person's calls reach, and knows what became of each. */
export class DemoOperator {
  readonly #case: string;
  readonly #sites: Pick<DemoSites, 'urlOf'>;
  readonly #context: HandlerContext;
  readonly #items = new Map<string, Item>();

  constructor(caseFile: string, sites: Pick<DemoSites, 'urlOf'>, context: HandlerContext) {
    this.#case = caseFile;
    this.#sites = sites;
    this.#context = context;
  }

  /** The item that a page (its first capture), a look of another name, or a file became. */
  readonly itemOf = (name: string): string => this.of(name).item;

  /** What was told of that item when it came in. */
  of(name: string): Item {
    const item = this.#items.get(name);
    if (item === undefined) throw new FascicleError('demo-failed', { why: because('demo-without-item', { name }) });
    return item;
  }

  /** Captures pages, those of one kind through one queue. @param onItem called after each */
  async capture(looks: readonly Look[], onItem: () => void = () => undefined): Promise<void> {
    const kinds = Map.groupBy(looks, ({ category, device, session = false }) => `${category} ${device} ${session}`);
    for (const some of kinds.values()) {
      const [first] = some;
      if (!first) continue;
      const { category, device, session } = first;
      const names = new Map(some.map(({ page, as }) => [this.#sites.urlOf(page), as ?? page]));
      await captureHandler(
        {
          case: this.#case,
          urls: [...names.keys()],
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
          ...(session && { session }),
        },
        this.#noting((event) => {
          const name = names.get(event.url ?? '') ?? '';
          if (!this.#items.has(name)) this.#items.set(name, event);
          onItem();
        }),
      );
    }
  }

  async import(path: string, { file, ...facts }: Given): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'fascicle-demo-'));
    const received = join(folder, file);
    writeFileSync(received, readRegular(path));
    // As it came in by the story's clock: a checkout has the time at which it was made.
    const now = this.#context.services.clockAndRandom.now();
    utimesSync(received, now, now);
    try {
      await this.#take(received, file, facts);
    } finally {
      remove(folder);
    }
  }

  async #take(received: string, file: string, facts: Omit<Given, 'file'>): Promise<void> {
    await importHandler(
      {
        case: this.#case,
        files: [received],
        index: null,
        ocr: false,
        members: false,
        dkim: false,
        dnsServer: null,
        operator: null,
        category: facts.category,
        title: facts.title,
        source: facts.source,
        formed: null,
        receivedBy: facts.receivedBy,
        receivedOn: facts.receivedOn,
        account: facts.account,
      },
      this.#noting((event) => this.#items.set(file, event)),
    );
  }

  #noting(note: (event: Item) => unknown): HandlerContext {
    return {
      ...this.#context,
      emit: (event) => {
        if (event.event === 'item') note(event);
        this.#context.emit(event);
      },
    };
  }
}
