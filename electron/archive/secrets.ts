import { replacementOf, textWithoutCredentials, withoutCredentials } from '../../shared/redaction/credentials.ts';
import type { ArchivedExchange, Header } from './archived.ts';

/** Headers whose whole value lets somebody in. */
const secretHeaders = /^(authorization|proxy-authorization|cookie2?)$/i;
/** Headers that carry a token under a name of the site's own. */
const tokenHeaders = /(^|[-_])(token|csrf|xsrf|secret|session|sessionid|api[-_]?key|auth|jwt|signature|credential)s?$/i;
/** Names of query parameters, form fields and JSON members that hold a token or a password. */
const tokenNames =
  /^(.*[-_])?(token|jwt|secret|passw(or)?d|passwort|pwd|passcode|sid|session(_?id)?|sess|sig|signature|api[-_]?key|auth|authkey|credential|ticket|otp|captcha|csrf|xsrf|code_verifier|assertion)$|^(access|refresh|id)token$/i;
/** A JSON Web Token, whatever it is called. */
const webToken = /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(\.[A-Za-z0-9_-]*)?/;
/** A password that was used is looked for from this length on. */
const shortPassword = 6;
/** A value shorter than this is replaced where it stands, and not looked for elsewhere. */
const worthFinding = 12;

function isTokenName(name: string): boolean {
  return tokenNames.test(name);
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Pictures, fonts and films have zero bytes in their first part. */
const isText = (bytes: Uint8Array): boolean => !bytes.subarray(0, 8_192).includes(0);

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
  #pattern: RegExp | null = null;

  /** Learns what an exchange carries. */
  learn({ url, requestHeaders, requestBody, response }: ArchivedExchange): void {
    this.#learnUrl(url);
    for (const [name, value] of requestHeaders) {
      if (/^cookie2?$/i.test(name)) for (const pair of value.split(';')) this.#add(pair.slice(pair.indexOf('=') + 1));
      else if (secretHeaders.test(name)) this.#learnAuthorization(value);
      else if (tokenHeaders.test(name)) this.#add(value);
      else if (/^referer$/i.test(name)) this.#learnUrl(value);
      else if (/^x-/i.test(name) && isRandom(value)) this.#add(value); // kept by the page under a name of its own
    }
    for (const [name, value] of response?.headers ?? []) {
      if (/^set-cookie2?$/i.test(name)) this.#add(/^[^=;]*=([^;]*)/.exec(value)?.[1] ?? '');
      else if (tokenHeaders.test(name)) this.#add(value);
      else if (/^(location|content-location|refresh|link)$/i.test(name)) this.#learnUrl(value);
    }
    if (requestBody && requestBody.length <= 1_048_576) this.#learnForm(Buffer.from(requestBody).toString('utf8'));
  }

  /** Learns what a body that was sent or received says by name or shape. */
  learnBody(bytes: Uint8Array): void {
    if (isText(bytes))
      textWithoutCredentials(latin1(bytes), (value) => {
        this.#add(value);
        return value;
      });
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

  /** What a response's body says is evidence: only what lets somebody in is replaced, by name, by shape, or known. */
  body(bytes: Uint8Array): Uint8Array {
    const pattern = this.#known();
    const text = latin1(bytes);
    const told = isText(bytes) ? textWithoutCredentials(text, replacementOf) : text;
    const clean = pattern === null ? told : told.replace(pattern, (value) => replacementOf(value));
    return clean === text ? bytes : Buffer.from(clean, 'latin1');
  }

  /** A password is looked for as it is typed too: what goes out under `Basic` is only its base64. */
  #learnAuthorization(value: string): void {
    const [, scheme = '', secret = value] = /^(\w+)\s+(.*)$/s.exec(value) ?? [];
    this.#add(secret);
    if (scheme.toLowerCase() !== 'basic') return;
    const pair = Buffer.from(secret, 'base64').toString('utf8');
    this.#add(pair);
    this.#add(pair.slice(pair.indexOf(':') + 1), shortPassword);
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
      if (isTokenName(name ?? '')) this.#add(value ?? '');
    }
  }

  #known(): RegExp | null {
    if (this.#values.size === 0) return null;
    // Longest first: a secret that holds another is replaced as a whole.
    this.#pattern ??= new RegExp(
      [...this.#values]
        .sort((a, b) => b.length - a.length)
        .map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('|'),
      'g',
    );
    return this.#pattern;
  }
}
