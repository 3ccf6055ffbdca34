import { because } from '../../../shared/cause.ts';
import type { Cause } from '../../../shared/text.ts';

/** What in a link may let somebody in, or may work only once: such a link is never fetched a second time. */
export type TokenSign = Readonly<{ where: 'user-info' | 'query' | 'path' | 'fragment'; what: Cause }>;

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

/** The first sign that a link carries a token, or null. */
export function tokenIn(url: URL): TokenSign | null {
  if (url.username !== '' || url.password !== '') return { where: 'user-info', what: because('token-user') };
  const query = pairsOf(url.search.slice(1));
  const fragment = url.hash.includes('=') ? pairsOf(url.hash.replace(/^#[/!?]*/, '')) : [];
  return inPairs(query, 'query') ?? inPath(url.pathname) ?? inPairs(fragment, 'fragment');
}

function inPairs(pairs: readonly (readonly [string, string])[], where: 'query' | 'fragment'): TokenSign | null {
  const plain = pairs.map(([name, value]) => [name, plainName(name), value] as const);
  for (const [name, key, value] of plain) {
    if (value === '') continue;
    const oauth = key === withState && plain.some(([, other]) => other === 'state');
    if (names.has(key) || endings.test(key) || oauth) return { where, what: named(name) };
    if (webToken.test(value)) return { where, what: named(name) };
    if (!identifiers.has(key) && looksRandom(value, leastRandom)) return { where, what: named(name) };
  }
  return null;
}

/** @param name of a parameter, as the link has it */
const named = (name: string): Cause => because('token-parameter', { name: name.slice(0, 60) });

function inPath(path: string): TokenSign | null {
  for (const segment of path.split('/').map(decoded)) {
    const [head = '', ...matrix] = segment.split(';'); // ;jsessionid=… (RFC 3986 §3.3)
    const inMatrix = inPairs(
      matrix.flatMap((one) => pairsOf(one)),
      'query',
    );
    if (inMatrix) return { where: 'path', what: inMatrix.what };
    if (webToken.test(head)) return { where: 'path', what: because('token-web') };
    if (looksRandom(head.replace(/\.\w{1,5}$/, ''), leastRandomInPath))
      return { where: 'path', what: because('token-random') };
  }
  return null;
}

function looksRandom(value: string, least: number): boolean {
  if (value.length < least || !/^[\w+/=.~%:-]+$/.test(value)) return false;
  return value.split(/[^A-Za-z0-9]+/).some((run) => {
    const changes = run.match(/[a-z](?=[0-9A-Z])|[A-Z](?=[0-9])|[0-9](?=[A-Za-z])/g)?.length ?? 0;
    return run.length >= leastRun && changes >= leastChanges;
  });
}

function pairsOf(query: string): readonly (readonly [string, string])[] {
  return query.split(/[&;]/).flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 1 ? [] : [[decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))] as const];
  });
}

const plainName = (name: string) => name.toLowerCase().replace(/[-_.[\]]/g, '');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** The sign as a record holds it. */
export const tokenParams = ({ where, what }: TokenSign) => ({ where: because(`token-in-${where}`), what });
