import type { Json } from '../../../shared/canonical-json.ts';
import type { CheckId } from '../../../shared/messages/names/check-messages.ts';
import { environmentWays } from '../../../shared/package/environment-disclosure.ts';
import type { MadeCheck } from './made-check.ts';

type Reduced = Pick<MadeCheck, 'detail' | 'raw'>;
const left = (detail: string, raw: Json): Reduced => ({ detail, raw });
type Raw = Readonly<Record<string, Json>>;

/** What of each reduced check is left; the detail stays where none is given. A check that was not made keeps its reason. */
const reducers: Partial<Readonly<Record<CheckId, (raw: Json, detail: string) => Reduced>>> = {
  runtime: (raw, detail) => ({ detail, raw: only(raw, 'sha256') }),
  browser: (raw, detail) => ({ detail, raw: only(raw, 'product', 'sha256', 'packagedSha256') }),
  'command-line': (raw, detail) => ({ detail, raw: Array.isArray(raw) ? raw.slice(1).map(withoutOwn) : null }),
  fonts: (raw, detail) => ({ detail, raw: only(raw, 'bundled') }),
  'hosts-file': hostsFile,
  proxy: (raw, detail) => {
    const { capturedThrough = null, inEnvironment = null } = asRaw(raw);
    const set = inEnvironment !== null;
    const rest = { capturedThrough, setInEnvironment: set };
    return left(detail.startsWith('direct, although ') ? 'direct, although a proxy is set' : detail, rest);
  },
  'dns-servers': (raw) => {
    const servers = asRaw(raw)['servers'];
    const count = Array.isArray(servers) ? servers.length : 0;
    return { detail: count === 0 ? 'none' : `${count} servers`, raw: { servers: count } };
  },
  'network-interfaces': (raw) => {
    const all: readonly Json[] = Array.isArray(raw) ? (raw as readonly Json[]) : []; // its items are
    const outward = all.filter((one) => asRaw(one)['internal'] === false);
    return {
      detail: outward.length === 0 ? 'none' : `${outward.length} addresses outward`,
      raw: { addressesOutward: outward.length },
    };
  },
  'root-certificates': (raw, detail) => {
    const { browserPolicies, systemStore, variables } = asRaw(raw);
    const counted = {
      browserPolicies: countOf(browserPolicies),
      systemStore: countOf(systemStore),
      variables: countOf(variables),
    };
    const all = counted.browserPolicies + counted.systemStore + counted.variables;
    return {
      detail: all === 0 ? detail : `${all} files or settings`,
      raw: { nssDatabase: 'fresh and empty', ...counted },
    };
  },
};

/** One check as others are handed it; how much that is, is in the table of `shared/package/environment-disclosure.ts`. */
export function disclosedCheck(check: MadeCheck): MadeCheck & Readonly<{ disclosed: 'kept' | 'reduced' }> {
  const disclosed = environmentWays[check.check];
  if (disclosed === 'kept') return { ...check, disclosed };
  if (check.outcome === 'not-verified') return { ...check, raw: null, disclosed };
  const reduce = reducers[check.check] ?? ((): Reduced => ({ detail: check.detail, raw: null }));
  return { ...check, ...reduce(check.raw, check.detail), disclosed };
}

/** Whether names stand in it that could lead a capture elsewhere is what a reader has to know; which, is not. */
function hostsFile(raw: Json, detail: string): Reduced {
  const { entries, unusual, concerned } = asRaw(raw);
  const others = countOf(unusual);
  const counts = { entries: numberOf(entries), ofOtherNames: others, ofThisCapture: numberOf(concerned) };
  return {
    detail:
      others === 0
        ? detail
        : `${others} entries of other names; ${counts.ofThisCapture} entries of hosts of this capture`,
    raw: counts,
  };
}

/** A flag without the paths and local addresses in its value. */
function withoutOwn(flag: Json): Json {
  if (typeof flag !== 'string') return null;
  const [, name = '', value] = /^(--[^=]*)(?:=(.*))?$/s.exec(flag) ?? [];
  if (value === undefined) return name === '' ? '(value)' : flag;
  return /[/\\]|^~|\d{1,3}(?:\.\d{1,3}){3}|localhost|\[[0-9a-f:]*\]/i.test(value) ? `${name}=(withheld)` : flag;
}

const asRaw = (raw: Json): Raw => (typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Raw) : {}); // no list
const countOf = (list: Json | undefined): number => (Array.isArray(list) ? list.length : 0);
const numberOf = (count: Json | undefined): number => (typeof count === 'number' ? count : 0);

function only(raw: Json, ...names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(asRaw(raw)).filter(([name]) => names.includes(name)));
}
