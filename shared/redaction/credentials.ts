import { utf8 } from '../canonical-json.ts';
import { sha256Of } from '../digest.ts';
import { newPureSha256 } from '../sha256.ts';

import { quotedDecoded } from './cleaned-mhtml.ts';
import { decoded, isCredential, isNamedCredential } from './credential-names.ts';
import { withoutNamedParts } from './named-parts.ts';

/** A JSON Web Token (RFC 7519), whatever it is called; and what follows the name of an HTTP scheme (RFC 7617, 6750). */
const webToken = /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?/g;
const afterScheme = /\b((?:Bearer|Basic)\s+)([A-Za-z0-9+/_.~-]{8,}={0,2})/g;

type Replace = (value: string) => string;

/** Shorter values get no words of their own. */
const worthTelling = 12;

/**
 * What stands in a secret's place: the same secret gets the same words, so that one can still be followed. A short one gets
 * none of its own: from a few figures' digest the figures could be guessed.
 */
export function replacementOf(value: string): string {
  if (value.startsWith('REPLACED')) return value;
  if (value.length < worthTelling) return 'REPLACED';

  return `REPLACED-${sha256Of(newPureSha256, utf8(`fascicle disclosure ${value}`)).slice(0, 12)}`;
}

/**
 * An address without its credentials; everything else in it, and all of an address that has none, stays as it was. Works
 * on any text that holds addresses.
 */
export function withoutCredentials(text: string, replace: Replace): string {
  const names = [...text.matchAll(/[?&;#]([^=&#?;\s"'<>]{1,64})=/g)].map(([, name = '']) => decoded(name));
  return text
    .replace(/\b([a-z][a-z0-9+.-]{0,30}:\/\/)([^/@\s"'<>?#]+)@/gi, (all, scheme: string, value: string) => {
      if (value === 'REPLACED') return all;
      replace(value);
      return `${scheme}REPLACED@`; // a password by itself is short: nothing of it is told, not even whether it is the same
    })
    .replace(
      /([?&;#](?:amp;)?[/!]{0,2}|\\u0026|;)([^=&#?;\s"'<>\\]{1,64})=([^&#;\s"'<>\\]{1,8192})/g,
      (_all, mark: string, name: string, value: string) =>
        isCredential(decoded(name), decoded(value), names) && !isExpression(mark, value)
          ? `${mark}${name}=${replace(value)}`
          : `${mark}${name}=${withinEncoded(value, (inner) => withoutInPair(inner, replace))}`,
    )
    .replace(webToken, (value) => replace(value));
}

/** What a packed script assigns or compares: `;token=e.t1`, `;token=r2(t)`, `&&token==(1)`. */
const isExpression = (mark: string, value: string): boolean =>
  /[;&]$/.test(mark) && (/[()[\]{}|]/.test(value) || (mark === ';' && /[,?!]|^[\w$]{1,3}\.[\w$.]+$/.test(value)));

/** What a parameter holds: an address, or a parameter of its own, `x=token%3D…`, encoded once or more often. */
function withoutInPair(inner: string, replace: Replace): string {
  if (/^[^=&#?;\s"'<>/:]{1,64}=/.test(inner)) return withoutCredentials(`?${inner}`, replace).slice(1);
  if (/^[\w.[\]-]{1,64}%(?:25)*3D/i.test(inner)) return withinEncoded(inner, (more) => withoutInPair(more, replace));
  return withoutCredentials(inner, replace);
}

/** Percent-encoded text, an address within an address for instance, with what is in it changed. */
function withinEncoded(text: string, change: (inner: string) => string): string {
  const inner = decoded(text);
  if (inner === text) return text;
  const changed = change(inner);
  return changed === inner ? text : encodeURIComponent(changed);
}

/** The body of an answer, a page or a script without what lets somebody in. */
export function textWithoutCredentials(text: string, replace: Replace): string {
  return members(withoutNamedParts(withoutCredentials(text, replace), replace), replace)
    .replace(/[\w.~*+%-]+/g, (encoded) =>
      !/%(?:22|3D|7B)/i.test(encoded)
        ? encoded
        : withinEncoded(encoded, (inner) => textWithoutCredentials(inner, replace)),
    )
    .replace(/<(?:input|meta)\b(?:[^<>]|<(?!input\b|meta\b)){1,8192}>/gi, (tag) => tagWithout(tag, replace))
    .replace(
      /(["'])([A-Za-z_][\w.-]{0,63})\1(\s*:\s*)(\d{4,8})(?=\s*[,}\]])/g,
      (all, quote: string, name: string, between: string, value: string) =>
        isNamedCredential(name, value) ? `${quote}${name}${quote}${between}${quote}${replace(value)}${quote}` : all,
    )
    .replace(
      /([{,;\s.])([A-Za-z_$][\w$-]{0,63})(\s*[:=]\s*)(["'`])((?:(?!\4)[^\r\n\\]){1,8192})\4/g,
      (all, before: string, name: string, between: string, quote: string, value: string) =>
        isNamedCredential(name, value) ? `${before}${name}${between}${quote}${replace(value)}${quote}` : all,
    )
    .replace(afterScheme, (all, scheme: string, value: string) =>
      /\d|[A-Z].*[a-z]|[a-z].*[A-Z]/.test(value) && !value.startsWith('REPLACED') ? scheme + replace(value) : all,
    );
}

/** Members of JSON and of scripts, also where it is written within a text of JSON, or in an attribute. */
function members(text: string, replace: Replace): string {
  return text.replace(
    /(\\{0,7}["']|&quot;|&#3[49];)([A-Za-z_\x80-\uffff][\w.\x80-\uffff-]{0,63})\1(\s*[:=]\s*)(\\{0,7}["']|&quot;|&#3[49];)((?:(?!(?<!\\)\4)[^\r\n]){1,8192})\4/g,
    (_all, quote: string, name: string, between: string, open: string, value: string) => {
      const clean = isNamedCredential(name, value) ? replace(value) : members(value, replace);
      return `${quote}${name}${quote}${between}${open}${clean}${open}`;
    },
  );
}

/** `<input type=hidden name=csrf value=…>`, `<meta name=csrf-token content=…>`. */
function tagWithout(tag: string, replace: Replace): string {
  if (tag.includes('\\"')) return tagWithout(tag.replaceAll('\\"', '"'), replace).replaceAll('"', '\\"');
  const attribute = (names: string) =>
    new RegExp(`\\s(${names})\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  const named = attribute('name|id|property|http-equiv');
  const held = attribute('value|content');
  const name = named?.[2] ?? named?.[3] ?? named?.[4];
  const value = held?.[2] ?? held?.[3] ?? held?.[4];
  if (name === undefined || !held || value === undefined || !isCredential(name, value)) return tag;
  return tag.replace(
    held[0],
    held[0].replace(value, () => replace(value)),
  );
}

/** Whether the page shows a value to everybody: its picture and its words hand it over, and a person has to look. */
export type IsShown = (value: string) => boolean;

/** A shorter value is among the words of a page by chance. */
const shortestShown = 8;

/** @param words that a page shows */
export const amongWords =
  (words: string): IsShown =>
  (value) =>
    value.length >= shortestShown && words.includes(value);

/** A text without what its names and shapes give away, and the values that were found there, in their order. */
type WithoutNamed = Readonly<{ text: string; found: readonly string[] }>;
export type TakeNamed = (text: string) => WithoutNamed;

/**
 * {@link textWithoutCredentials} that keeps what the page shows, and remembers: the same text is asked for again and again,
 * and takes a second where it is a long page.
 */
export function takeNamed(isShown: IsShown): TakeNamed {
  const known = new Map<string, WithoutNamed>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const found: string[] = [];
    const without = textWithoutCredentials(text, (value) => {
      if (isShown(value)) return value;
      found.push(value);
      return replacementOf(value);
    });
    const taken = { text: without, found };
    known.set(text, taken);
    return taken;
  };
}

/** Whether a text that may be handed over holds a credential; MHTML as mails are written is read too. */
export function holdsCredential(
  text: string,
  isShown: IsShown = () => false,
  take: TakeNamed = takeNamed(isShown),
): boolean {
  const holds = (some: string) => take(some).found.length > 0;
  return (
    holds(text) ||
    (/=3D/.test(text) && holds(quotedDecoded(text))) ||
    (text.includes('&quot;') && holds(text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')))
  );
}

/**
 * Replaces values that are known to let somebody in, wherever they stand. Null where none is known.
 * The longest first: a value that holds another is replaced as a whole.
 */
export function knownPattern(known: Iterable<string>): RegExp | null {
  const values = [...known].filter((one) => one !== '').sort((a, b) => b.length - a.length);
  if (values.length === 0) return null;
  return new RegExp(values.map((value) => value.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'), 'g');
}

/** Some data of which no text holds an address with a credential; what holds none stays the same value. */
export function cleaned<T>(value: T): T {
  return mapped(value, (text) => withoutCredentials(text, replacementOf)) as T; // texts stay texts, the rest as it is
}

/** Some data with each text in it changed; everything else stays as it is. */
export function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return (value as readonly unknown[]).map((one) => mapped(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapped(one, change)]));
}
