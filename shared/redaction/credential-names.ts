/**
 * Values that let somebody in, told by the name that they stand under or by their own shape: in addresses, in JSON and
 * scripts, in forms, in hidden fields and `meta` elements. One rule for every file that may be handed over.
 *
 * Names are compared in lower case without hyphens, underscores, dots and brackets: `access_token` is `accesstoken`.
 */
const secretNames =
  /(?:token|jwt|secret|signature|session|sessionid|ticket|password|passwd|passwort|pwd|passcode|apikey|authkey|accesskey|csrf|xsrf|otp|captcha|credentials?|assertion|samlresponse|codeverifier|privatekey|sessionkey|secretkey|authorization|令牌)$/;
const exactNames: ReadonlySet<string> = new Set(
  'sid ssid sess phpsessid jsessionid sig hmac auth uin magic authcode skey sessdata bilijct'.split(' '),
);
/** Names of many meanings: under them only what looks random, or is a login's one-time code, counts. */
const openNames: ReadonlySet<string> = new Set('code key sign nonce ak sk verifycode smscode'.split(' '));
const oneTimeNames: ReadonlySet<string> = new Set(
  'code verifycode smscode verificationcode otp passcode pin 验证码'.split(' '),
);
const passwordNames = /(?:password|passwd|passwort|pwd|passcode|密码|口令)$/;

/** Words that stand where a value would: labels, types, switches, what was replaced already. */
const noSecret =
  /^(?:true|false|null|none|undefined|required|optional|on|off|text|hidden|string|object|number|current-password|new-password|one-time-code|\d{1,3}|REPLACED.*)$/i;

/** Bytes of UTF-8 that were read as Latin-1, as a body of unknown charset is, are names too. */
const plainName = (name: string): string =>
  (/[\x80-\xff]/.test(name) ? decoded(escapedBytes(name)) : name).toLowerCase().replace(/[-_.[\]\s]/g, '');

const escapedBytes = (text: string): string =>
  text.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`);

/** Whether what stands under a name lets somebody in. */
export function isCredential(name: string, value: string, beside: readonly string[] = []): boolean {
  const key = plainName(name);
  if (value.length < 4 || value.length > 8_192 || noSecret.test(value) || plainName(value) === key) return false;
  if (!/^[\x21-\x7e]+$/.test(value)) return false; // words that people read are no credentials
  if (passwordNames.test(key)) return true;
  if (oneTimeNames.has(key) && /^\d{4,8}$/.test(value) && key !== 'code') return key !== 'pin' || beside.length === 0;
  if (key === 'code' && beside.some((other) => plainName(other) === 'state')) return true;
  if (secretNames.test(key) || exactNames.has(key)) return /\d/.test(value) || value.length >= 20;
  return openNames.has(key) && looksRandom(value);
}

/** Figures and letters of more than one kind, without a word's regularity. */
function looksRandom(value: string): boolean {
  if (value.length < 12 || !/^[\w+/=.~%:-]+$/.test(value)) return false;
  const changes = value.match(/[a-z](?=[0-9A-Z])|[A-Z](?=[0-9])|[0-9](?=[A-Za-z])/g)?.length ?? 0;
  return changes >= 4;
}

const webToken = /^eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?$/;

/**
 * Whether a value that was carried as a credential is told from words by its own shape: only such a one is looked for where
 * nothing else says what it is. A date, an address, a place's name in a cookie is none.
 */
export function isAccessValue(value: string): boolean {
  if (value.length < 12 || value.length > 4_096) return false;
  if (webToken.test(value)) return true;
  return looksRandom(value) && !/^\d{4}-\d\d-\d\d|^(?:https?:)?\/\//.test(value);
}

/** Whether a password stands under a name. */
export const isPasswordName = (name: string): boolean => passwordNames.test(plainName(name));

/** In JSON and scripts a short code under a name that says so is a one-time code. */
export const isNamedCredential = (name: string, value: string): boolean =>
  isCredential(name, value) || (plainName(name) === 'code' && /^\d{6}$/.test(value));

/** A text without percent-encoding; as it was where it is none. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
