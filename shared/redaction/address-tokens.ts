import { decoded } from './credential-names.ts';
import { replacementOf, withoutCredentials } from './credentials.ts';

/** What in an address may let somebody in: where, under which name, told by what, and as it is written there. */
export type AddressToken = Readonly<{
  where: 'user-info' | 'query' | 'path' | 'fragment';
  by: 'user' | 'name' | 'web-token' | 'random';
  name: string;
  value: string;
  written: string;
}>;

/**
 * Names of parameters that carry a token, a signature, a session or a password, compared in lower case without
 * hyphens, underscores and dots: `access_token` is `accesstoken`. A name that ends in one of `endings` is one too.
 */
const names: ReadonlySet<string> = new Set(
  (
    'token jwt sig sign signature hmac auth authkey authcode authorization ticket passticket sid ssid sess session ' +
    'sessionid jsessionid phpsessid aspsessionid cfid key apikey secret password passwd pwd passcode otp captcha ' +
    'csrf xsrf nonce credential credentials assertion samlresponse samlrequest codeverifier invite invitation ' +
    'resetcode verify verification magic uin policy keypairid googleaccessid awsaccesskeyid ossaccesskeyid ' +
    'xamzsignature xamzcredential xamzsecuritytoken xosssignature xosscredential xgoogsignature xgoogcredential qsign'
  ).split(' '),
);
const endings = /(token|secret|signature|session|sessionid|ticket|password|passwd|apikey|authkey|accesskey|jwt)$/;
/** OAuth 2.0 (RFC 6749 §4.1.2): `code` lets somebody in where `state` stands beside it. Alone it may be a stock's. */
const withState = 'code';

/**
 * Names whose values look random and only say which article it is: the public links of WeChat articles, and what is
 * called an identifier. The rule about random values passes over them; the rule about names does not.
 */
const identifiers: ReadonlySet<string> = new Set(
  'biz mid idx sn chksm scene id aid nid vid docid articleid newsid contentid itemid postid uuid guid hash'.split(' '),
);

/** A JSON Web Token (RFC 7519), whatever it is called. */
const webToken = /(^|[^A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/;
const leastRandom = 32;
const leastRandomInPath = 40;
/** A run of letters and digits without a break in which their kind changes this often is no word and no date. */
const leastRun = 20;
const leastChanges = 4;

/** The parts of an address, as the platform's `URL` has them too. */
type AddressParts = Readonly<{ username: string; password: string; pathname: string; search: string; hash: string }>;

function partsOf(address: string): AddressParts | null {
  const parts = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(address);
  if (!parts) return null;
  const [, authority = '', pathname = '', search = '', hash = ''] = parts;
  const [username = '', password = ''] = authority.includes('@') ? (authority.split('@', 1)[0]?.split(':') ?? []) : [];
  return { username, password, pathname, search, hash };
}

/** Every sign that an address carries a token: of its user, query, path and fragment, in this order. */
export function* tokensIn(url: AddressParts): Generator<AddressToken, void, undefined> {
  if (url.username !== '' || url.password !== '')
    yield { where: 'user-info', by: 'user', name: '', value: url.password, written: url.password };
  yield* inPairs(pairsOf(url.search.slice(1)), 'query');
  yield* inPath(url.pathname);
  if (url.hash.includes('=')) yield* inPairs(pairsOf(url.hash.replace(/^#(?:[^?=]*\?)?[/!?]*/, '')), 'fragment');
}

type Pair = Readonly<{ name: string; value: string; written: string }>;

function* inPairs(pairs: readonly Pair[], where: 'query' | 'fragment' | 'path'): Generator<AddressToken> {
  const keys = pairs.map(({ name }) => plainName(name));
  for (const [at, pair] of pairs.entries()) {
    const key = keys[at] ?? '';
    const { value } = pair;
    if (value === '') continue;
    yield* inPairs(pairsWithin(value), where);
    const oauth = key === withState && keys.includes('state');
    if (names.has(key) || endings.test(key) || oauth) yield { ...pair, where, by: 'name' };
    else if (webToken.test(value)) yield { ...pair, where, by: 'web-token' };
    else if (!identifiers.has(key) && looksRandom(value, leastRandom)) yield { ...pair, where, by: 'random' };
  }
}

function* inPath(path: string): Generator<AddressToken> {
  for (const written of path.split('/')) {
    const [head = '', ...matrix] = spaced(written).split(';'); // ;jsessionid=… (RFC 3986 §3.3)
    yield* inPairs(
      matrix.flatMap((one) => pairsOf(one)),
      'path',
    );
    if (head.includes('=')) yield* inPairs(pairsOf(head), 'path');
    const own = { where: 'path', name: '', value: head, written: written.split(';')[0] ?? '' } as const;
    if (webToken.test(head)) yield { ...own, by: 'web-token' };
    else if (looksRandom(head.replace(/\.\w{1,5}$/, ''), leastRandomInPath)) yield { ...own, by: 'random' };
  }
}

function looksRandom(value: string, least: number): boolean {
  if (value.length < least || !/^[\w+/=.~%:-]+$/.test(value)) return false;
  return value.split(/[^A-Za-z0-9]+/).some((run) => {
    const changes = run.match(/[a-z](?=[0-9A-Z])|[A-Z](?=[0-9])|[0-9](?=[A-Za-z])/g)?.length ?? 0;
    return run.length >= leastRun && changes >= leastChanges;
  });
}

function pairsOf(query: string): readonly Pair[] {
  return query.split(/[&;]/).flatMap((pair) => {
    const at = pair.indexOf('=');
    const written = pair.slice(at + 1);
    return at < 1 ? [] : [{ name: spaced(pair.slice(0, at)), value: spaced(written), written }];
  });
}

/** Parameters in the value of a parameter: `x=token%3D…`, an address within the address, also encoded more than once. */
function pairsWithin(value: string): readonly Pair[] {
  const once = decoded(value);
  if (!once.includes('=')) return /%(?:25)*3D/i.test(once) && once !== value ? pairsWithin(once) : [];
  return pairsOf(once.replace(/^[^?#=&]*[?#]/, '')).filter(({ name }) => /^[\w.[\]-]{1,64}$/.test(name));
}

const plainName = (name: string) => name.toLowerCase().replace(/[-_.[\]]/g, '');

const spaced = (text: string): string => decoded(text.replaceAll('+', ' '));

/** A shorter value under a name is a switch or a number of a page more often than a token. */
const worthReplacing = 8;

/** An address within the address, a file's or a commit's hash: long and without words, and yet only a name of something. */
const namesSomething = (value: string): boolean =>
  /^(?:https?:)?\/\//i.test(value) || /^[0-9a-f]{40}$|^[0-9a-f]{64}$/i.test(value) || /\.\w{1,5}$/.test(value);

/** The values of an address that let somebody in, as they are written in it and as they read. */
export function secretsOfAddress(address: string): readonly string[] {
  const parts = partsOf(address) ?? partsOf(`relative://${address.startsWith('/') ? '' : '/'}${address}`);
  const found = [...(parts ? tokensIn(parts) : [])].filter(
    ({ by, value }) =>
      !value.startsWith('REPLACED') &&
      by !== 'user' &&
      (by !== 'random' || !namesSomething(value)) &&
      (by !== 'name' || (value.length >= worthReplacing && (/\d/.test(value) || value.length >= 20))),
  );
  return [
    ...new Set(
      found.flatMap(({ value, written }) => {
        const encoded = encodeURIComponent(value);
        return [written, value, encoded, encodeURIComponent(encoded)];
      }),
    ),
  ].sort((a, b) => b.length - a.length);
}

/**
 * The address of a page as a paper may say it: what lets somebody in is replaced, everything else is as it was. Stricter
 * than what is done to the addresses within a page, of which most are links of others.
 */
export function cleanedAddress(address: string): string {
  const named = withoutCredentials(address, replacementOf);
  return secretsOfAddress(named).reduce((left, value) => left.replaceAll(value, () => replacementOf(value)), named);
}
