import { refusalOf } from './address-policy.ts';
import type { Dial, GatewayLog } from './gateway-log.ts';

/** Addresses that are not of the public internet say how the network around the computer is built. */
const shownAddress = (address: string): string => {
  const kind = refusalOf(address);
  return kind === null ? address : `(${kind})`;
};

/**
 * The log as others are handed it: which hosts the page asked for, when, how that went, and public addresses. Local
 * addresses are told by their kind, the proxy and ports of this computer not at all; of what the browser asked for on its
 * own account it is said how often that was.
 *
 * @returns the log, and how many values were left out or reduced
 */
export function disclosedLog({ questions, dials, ownTraffic, through }: GatewayLog) {
  let reduced = ownTraffic.length + (through === null ? 0 : 1);
  const shown = (address: string): string => {
    const text = shownAddress(address);
    if (text !== address) reduced += 1;
    return text;
  };
  const told = {
    v: 2 as const,
    questions: questions.map(({ host, askedAt, ms, answers, error }) => ({
      host,
      askedAt,
      ms,
      answers: answers.map(shown),
      error,
    })),
    dials: dials.map((dial: Readonly<Dial>) => {
      const { host, port, askedAt, outcome, address, detail, connectedAt, closedAt, sent, received } = dial;
      if (dial.clientPort !== null) reduced += 1;
      const why = outcome === 'refused-by-policy' ? (detail?.split(':')[0] ?? null) : codeOnly(detail);
      if (why !== detail) reduced += 1;
      return {
        ...{ host, port, askedAt, connectedAt, closedAt, outcome, sent, received },
        address: address === null ? null : shown(address),
        detail: why,
      };
    }),
    ownTraffic: ownTraffic.length,
    throughProxy: through !== null,
  };
  return { told, reduced };
}

/** A message of the system may name a local address or the proxy; a code of it does not. */
const codeOnly = (detail: string | null): string | null =>
  detail === null || /^[A-Za-z_-]{1,40}$/.test(detail) ? detail : (/\bE[A-Z]{3,}\b/.exec(detail)?.[0] ?? '(withheld)');
