import { startBrowser, type CaptureBrowser, type BrowserHere } from './browser.ts';
import { Gateway } from '../gateway/gateway.ts';
import type { Network } from '../gateway/network.ts';
import type { Upstream } from '../gateway/upstream.ts';

/** What a sandbox is made for: a capture that asks for anything else gets one of its own. */
export type SandboxOptions = Readonly<{
  allowPrivateNetwork: boolean;
  upstream: Upstream | null;
  width: number;
  height: number;
  /** A window that a person sees. */
  visible?: boolean;
  /** Storage of the login session that its browser begins with. */
  storage?: string | null;
  /** Languages that its browser asks for, and what it calls itself; absent: the browser's own. */
  language?: string | undefined;
  userAgent?: string | undefined;
  /** No log of what its network does: somebody types a password there. */
  unlogged?: boolean;
}>;

type Started = Readonly<{ chromium: CaptureBrowser; milliseconds: number }>;

/** Where one capture happens: a gateway, and a browser with an empty profile behind it. Used once, then closed. */
export class CaptureSandbox {
  readonly gateway: Gateway;
  readonly #options: SandboxOptions;
  readonly #here: BrowserHere;
  readonly #abort = new AbortController();
  #browser: Promise<Started> | null = null;

  private constructor(gateway: Gateway, options: SandboxOptions, here: BrowserHere) {
    this.gateway = gateway;
    this.#options = options;
    this.#here = here;
  }

  static async open(options: SandboxOptions, network: Network, here: BrowserHere): Promise<CaptureSandbox> {
    return new CaptureSandbox(await Gateway.open({ ...options, network }), options, here);
  }

  /**
   * The browser, started at the first call.
   * @returns with how long its start took, in ms, whenever that was
   * @throws {FascicleError} as `startBrowser`
   */
  browser(): Promise<Started> {
    this.#browser ??= this.#start();
    return this.#browser;
  }

  async #start(): Promise<Started> {
    const began = performance.now();
    const { width, height, visible = false, storage = null, unlogged = false } = this.#options;
    const own = { gatewayPort: this.gateway.port, signal: this.#abort.signal, netlog: !unlogged };
    const { language, userAgent } = this.#options;
    const asked = { ...own, width, height, visible, storage, language, userAgent };
    const chromium = await startBrowser(asked, this.#here);
    return { chromium, milliseconds: performance.now() - began };
  }

  /** Ends the browser, also one that is still starting, and the gateway. */
  async close(): Promise<void> {
    this.#abort.abort();
    const started = await this.#browser?.catch(() => null); // whoever asked for it has the error
    await started?.chromium.close();
    await this.gateway.close();
  }
}

/**
 * Sandboxes for captures that follow each other. While one page is being settled and packed the processors have time to
 * spare, and a browser takes a second or more to start: the next capture's is started then. Its profile is as empty and
 * its gateway's log as much its own as if it had been started later.
 */
export class SandboxPool {
  readonly #network: Network;
  readonly #here: BrowserHere;
  readonly #ready: { key: string; sandbox: Promise<CaptureSandbox> }[] = [];

  constructor(network: Network, here: BrowserHere) {
    this.#network = network;
    this.#here = here;
  }

  /** A sandbox for one capture; the caller closes it. */
  take(options: SandboxOptions): Promise<CaptureSandbox> {
    const at = this.#ready.findIndex(({ key }) => key === keyOf(options));
    const [kept] = at < 0 ? [] : this.#ready.splice(at, 1);
    return kept?.sandbox ?? CaptureSandbox.open(options, this.#network, this.#here);
  }

  /** Starts a browser ahead of the capture that will want it, unless so many stand ready. */
  prepare(options: SandboxOptions, atMost: number): void {
    if (this.#ready.length >= atMost) return;
    const sandbox = CaptureSandbox.open(options, this.#network, this.#here);
    this.#ready.push({ key: keyOf(options), sandbox });
    // An error is the concern of the capture that takes the sandbox: it is kept for it.
    void sandbox.then((opened) => opened.browser()).catch(() => undefined);
  }

  /** Closes those that nobody took. */
  async close(): Promise<void> {
    const left = this.#ready.splice(0);
    await Promise.all(left.map(({ sandbox }) => sandbox.then((opened) => opened.close()).catch(() => undefined)));
  }
}

function keyOf(options: SandboxOptions): string {
  const { allowPrivateNetwork, upstream, width, height, visible = false, storage = null, unlogged = false } = options;
  const { language = null, userAgent = null } = options;
  return JSON.stringify([
    ...[allowPrivateNetwork, upstream, width, height, visible, storage, unlogged],
    ...[language, userAgent],
  ]);
}
