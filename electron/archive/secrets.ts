import { bytesAsText } from '../../shared/redaction/bytes-as-text.ts';
import { isAccessValue, isPasswordName } from '../../shared/redaction/credential-names.ts';
import {
  knownPattern,
  replacementOf,
  textWithoutCredentials,
  withoutCredentials,
} from '../../shared/redaction/credentials.ts';
import type { ArchivedExchange, Header } from './archived.ts';
import { SearchedBodies } from './searched-bodies.ts';

/** Headers whose whole value lets somebody in. */
const secretHeaders = /^(authorization|proxy-authorization|cookie2?)$/i;
/** Headers that carry a token under a name of the site's own. */
const tokenHeaders = /(^|[-_])(token|csrf|xsrf|secret|session|sessionid|api[-_]?key|auth|jwt|signature|credential)s?$/i;
/** Words of a header's name that say what it may be; its value then has to look so. */
const maybeToken =
  /(^|[-_])(token|bearer|csrf|xsrf|secret|session|api|key|auth|authentication|jwt|ticket|cookie|otp|login|access|refresh)([-_]|$)/i;
/** Names of query parameters, form fields and JSON members that hold a token or a password. */
const tokenNames =
  /^(.*[-_])?(token|jwt|secret|passw(or)?d|passwort|pwd|passcode|sid|session(_?id)?|sess|sig|signature|api[-_]?key|auth|authkey|credential|ticket|otp|captcha|csrf|xsrf|code_verifier|assertion)$|^(access|refresh|id)token$/i;
/** A JSON Web Token, whatever it is called. */
const webToken = /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(\.[A-Za-z0-9_-]*)?/;
/** A password that was used is looked for from this length on. */
const shortPassword = 6;
/** And in every file of the capture from this length on. */
const knownPassword = 8;
/** A value shorter than this is replaced where it stands, and not looked for elsewhere. */
const worthFinding = 12;

function isTokenName(name: string): boolean {
  return tokenNames.test(name);
}

const isRandom = (value: string): boolean =>
  value.length >= 16 && /^[\w+/=.~-]+$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value);

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The secrets of a capture: cookies, credentials and tokens that its exchanges carried. Everything that is given out is
 * written through it, and each value found is replaced wherever it stands.
 */
export class Secrets {
  readonly #values = new Set<string>();
  readonly #passwords = new Set<string>();
  #pattern: RegExp | null = null;
  readonly #searched: SearchedBodies;

  /**
   * @param known values that are known beforehand: those of the page's own address
   * @param searched bodies that were looked through already
   */
  constructor(known: readonly string[] = [], searched = new SearchedBodies()) {
    this.#searched = searched;
    for (const value of known) this.#add(value);
  }

  /** Learns what an exchange carries. */
  learn({ url, requestHeaders, requestBody, response }: ArchivedExchange): void {
    this.learnHeaders(url, requestHeaders, response?.headers ?? []);
    if (requestBody && requestBody.length <= 1_048_576) this.#learnForm(Buffer.from(requestBody).toString('utf8'));
  }

  /** Learns what an address, the headers that were sent to it and those of its answer carry. */
  learnHeaders(url: string, sent: readonly Header[], answered: readonly Header[]): void {
    this.#learnUrl(url);
    for (const [name, value] of sent) {
      if (/^cookie2?$/i.test(name)) for (const pair of value.split(';')) this.#add(pair.slice(pair.indexOf('=') + 1));
      else if (secretHeaders.test(name)) this.#learnAuthorization(value);
      else if (tokenHeaders.test(name)) this.#add(value);
      else if (/^referer$/i.test(name)) this.#learnUrl(value);
      else if (/^x-/i.test(name) && isRandom(value)) this.#add(value); // kept by the page under a name of its own
    }
    this.#learnAnswer(answered);
  }

  /** Learns what a body that was sent or received says by name or shape. @param sha256 of its bytes, where it is known */
  learnBody(bytes: Uint8Array, sha256: string | null = null): void {
    for (const value of this.#searched.said(bytes, sha256)) this.#add(value);
  }

  /**
   * The values that are looked for in every file of the capture: such as no word of a page has the shape of, and passwords
   * that were sent, which are nobody else's words.
   */
  get known(): readonly string[] {
    return [...new Set([...[...this.#values].filter(isAccessValue), ...this.#passwords])];
  }

  get count(): number {
    return this.#values.size;
  }

  header([name, value]: Header): Header {
    if (/^cookie2?$/i.test(name)) {
      const pairs = value.split(';').map((pair) => {
        const at = pair.indexOf('=');
        return at < 0 ? pair : `${pair.slice(0, at + 1)}${replacementOf(pair.slice(at + 1).trim())}`;
      });
      return [name, pairs.join(';')];
    }
    if (/^set-cookie2?$/i.test(name))
      return [
        name,
        value.replace(/^([^=;]*=)([^;]*)/, (_all, key: string, secret: string) => key + replacementOf(secret.trim())),
      ];
    if (secretHeaders.test(name)) {
      const scheme = /^(\w+\s+)?/.exec(value)?.[0] ?? '';
      return [name, scheme + replacementOf(value.slice(scheme.length))];
    }
    if (tokenHeaders.test(name)) return [name, replacementOf(value)];
    return [name, this.url(this.text(value))];
  }

  /** An address with its tokens replaced, everything else as it was. */
  url(address: string): string {
    const named = address.replace(
      /([?&#;])([^=&#?;\s]+)=([^&#;\s]*)/g,
      (all, mark: string, name: string, value: string) =>
        value !== '' && isTokenName(decodeURIComponentSafely(name)) ? `${mark}${name}=${replacementOf(value)}` : all,
    );
    const open = named.replace(/^(\w+:\/\/)[^/@\s]*@/, (_all, scheme: string) => `${scheme}REPLACED@`);
    return this.text(withoutCredentials(open, replacementOf));
  }

  /** A text in which each known secret is replaced. */
  text(text: string): string {
    const pattern = this.#known();
    return pattern === null ? text : text.replace(pattern, (value) => replacementOf(value));
  }

  /**
   * Bytes in which each known secret is replaced; the same object where there is none.
   * Latin-1 maps bytes and characters one to one, so that nothing else changes whatever the charset.
   */
  bytes(bytes: Uint8Array): Uint8Array {
    const pattern = this.#known();
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const named = text.replace(
      /((?:^|[&{,\s])"?([\w.-]{1,64})"?\s*[=:]\s*"?)([^&"\s,}]{1,4096})/g,
      (all, head: string, name: string, value: string) => (isTokenName(name) ? head + replacementOf(value) : all),
    );
    const told = textWithoutCredentials(named, replacementOf);
    const clean = pattern === null ? told : told.replace(pattern, (value) => replacementOf(value));
    return clean === text ? bytes : Buffer.from(clean, 'latin1');
  }

  /**
   * What a response's body says is evidence: only what lets somebody in is replaced, by name, by shape, or known.
   * @param sha256 of the bytes, where it is known
   */
  body(bytes: Uint8Array, sha256: string | null = null): Uint8Array {
    const pattern = this.#known();
    const saysNothing = this.#searched.saysNothing(sha256);
    if (saysNothing && pattern === null) return bytes;
    const held = bytesAsText(bytes);
    const text = held?.text ?? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const told = held && !saysNothing ? textWithoutCredentials(text, replacementOf) : text;
    const clean = pattern === null ? told : told.replace(pattern, (value) => replacementOf(value));
    if (clean === text) return bytes;
    return held?.back(clean) ?? Buffer.from(clean, 'latin1');
  }

  #learnAnswer(headers: readonly Header[]): void {
    for (const [name, value] of headers) {
      if (/^set-cookie2?$/i.test(name)) this.#add(/^[^=;]*=([^;]*)/.exec(value)?.[1] ?? '');
      else if (tokenHeaders.test(name) || (maybeToken.test(name) && isAccessValue(value))) this.#add(value);
      else if (/^(location|content-location|refresh|link)$/i.test(name)) this.#learnUrl(value);
    }
  }

  /** A password is looked for as it is typed too: what goes out under `Basic` is only its base64. */
  #learnAuthorization(value: string): void {
    const [, scheme = '', secret = value] = /^(\w+)\s+(.*)$/s.exec(value) ?? [];
    this.#add(secret);
    if (scheme.toLowerCase() !== 'basic') return;
    const pair = Buffer.from(secret, 'base64').toString('utf8');
    this.#add(pair);
    this.#addPassword(pair.slice(pair.indexOf(':') + 1));
  }

  #addPassword(value: string): void {
    this.#add(value, shortPassword);
    if (value.length >= knownPassword && /^[\x21-\x7e]+$/.test(value)) this.#passwords.add(value);
  }

  #add(value: string, least = worthFinding): void {
    const trimmed = value.trim();
    if (trimmed.length < least || this.#values.has(trimmed)) return;
    this.#values.add(trimmed);
    const decoded = decodeURIComponentSafely(trimmed);
    if (decoded.length >= worthFinding) this.#values.add(decoded);
    this.#pattern = null;
  }

  #learnUrl(address: string): void {
    for (const [, name, value] of address.matchAll(/[?&#;]([^=&#?;\s]+)=([^&#;\s]*)/g)) {
      if (isTokenName(decodeURIComponentSafely(name ?? ''))) this.#add(value ?? '');
    }
    const token = webToken.exec(decodeURIComponentSafely(address))?.[0];
    if (token !== undefined) this.#add(token);
  }

  #learnForm(text: string): void {
    for (const [, name, value] of text.matchAll(/(?:^|[&{,\s])"?([\w.-]{1,64})"?\s*[=:]\s*"?([^&"\s,}]{1,4096})/g)) {
      if (isPasswordName(name ?? '')) this.#addPassword(decodeURIComponentSafely(value ?? ''));
      if (isTokenName(name ?? '')) this.#add(value ?? '');
    }
  }

  #known(): RegExp | null {
    this.#pattern ??= knownPattern(this.#values);
    return this.#pattern;
  }
}
