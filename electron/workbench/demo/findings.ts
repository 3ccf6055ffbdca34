import type { Output, WorkbenchEvent } from '../../../shared/contract.ts';
import { say } from '../../../shared/language.ts';
import { demoTexts, type DemoFinding } from '../../../shared/messages/demo-messages.ts';
import { shortTime } from '../../../shared/instant.ts';
import { notSeen } from '../../../shared/messages/watch-messages.ts';
import type { Order } from '../../../shared/order/order.ts';
import type { VerifyReport } from '../../../shared/verify/report.ts';
import type { HandlerContext } from '../handler.ts';

type Item = Extract<WorkbenchEvent, { event: 'item' }>;
type Found = Output<'demo.run'>['found'][number];

/** What a profile's portal takes, in bytes; the demo's court is an Internet court. */
const cap = 20_000_000;

/** What the program found on the way, told as it comes and kept for the end. */
export class Findings {
  readonly lines: Found[] = [];
  readonly #context: HandlerContext;

  constructor(context: HandlerContext) {
    this.#context = context;
  }

  add(what: DemoFinding, params: Readonly<Record<string, string | number>> = {}): void {
    const text = say(demoTexts[what], this.#context.language, params);
    this.lines.push({ what, text });
    this.#context.emit({ event: 'notice', code: `demo-${what}`, message: text });
  }

  deleted(url: string, item: Item): void {
    const said = item.warnings.find(({ code }) => code === 'content-removed');
    if (said) this.add('deleted', { url, status: item.httpStatus ?? '–', said: said.message });
  }

  compressed(items: readonly Item[]): void {
    for (const { warnings, fileName } of items)
      if (warnings.some(({ code }) => code.startsWith('possibly-recompressed')))
        this.add('compressed', { file: fileName ?? '' });
  }

  filingCopy(whole: Output<'bundle.build'>, copy: Output<'bundle.build'>): void {
    const largest = Math.max(...copy.volumes.map(({ bytes }) => bytes));
    const size = (volumes: typeof copy.volumes) => mega(volumes.reduce((sum, { bytes }) => sum + bytes, 0));
    const params = { megabytes: size(copy.volumes), cap: mega(cap), whole: size(whole.volumes) };
    this.add(largest <= cap ? 'filingCopy' : 'overCap', params);
  }

  copies({ flipped, stamped }: Readonly<Record<'flipped' | 'stamped', VerifyReport>>): void {
    const named = flipped.checks.find(({ verdict, check }) => verdict === 'FAILED' && check !== 'file-hashes');
    const hash = flipped.checks.find(({ verdict }) => verdict === 'FAILED');
    this.add('flipped', { detail: (named ?? hash)?.detail ?? '–' });
    this.add('stamped', {
      detail: stamped.checks.findLast(({ check }) => check === 'pictures-carried')?.detail ?? '–',
    });
  }

  /** What the challenge check found: how much was answered, and in its own words what stays open. */
  challenged(challenges: Output<'challenge.make'>['challenges']): void {
    const open = challenges.filter(({ answered }) => answered === null);
    this.add('challenged', { count: challenges.length, answered: challenges.length - open.length });
    for (const { attack } of open) this.add('attackable', { attack });
  }

  /** What the captures show of each obligation, as the order's own report has it. */
  obligations({ obligations }: Output<'order.keep'>, { obligations: stated }: Order): void {
    const { language } = this.#context;
    const moment = (at: string | null) => (at === null ? '–' : shortTime(at));
    for (const finding of obligations) {
      const text = stated.find(({ id }) => id === finding.id)?.text ?? finding.id;
      if (finding.kind === 'clarify')
        for (const { channel, notSeen: accounts } of finding.channels)
          if (accounts) this.add('channel', { channel, result: notSeen(accounts.accounts, accounts.asOf, language) });
      if (finding.kind === 'homepage' && finding.firstNotSeen !== null)
        this.add('homepage', { text, last: moment(finding.lastSeen), first: moment(finding.firstNotSeen) });
      if (finding.kind === 'stop')
        for (const { channel, address, lastSeen, firstNotSeen } of finding.places)
          if (firstNotSeen !== null)
            this.add('taken', { channel, address, last: moment(lastSeen), first: moment(firstNotSeen) });
    }
  }
}

const mega = (bytes: number) => (bytes / 1_000_000).toFixed(1);
