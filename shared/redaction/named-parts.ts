import { isCredential, isNamedCredential } from './credential-names.ts';

type Replace = (value: string) => string;

/** Names whose own meaning is another in HTML. */
const htmlNames: ReadonlySet<string> = new Set(['code', 'key', 'output']);

/**
 * Places beside addresses, JSON and hidden fields where a name and its value stand together: attributes, elements of XML,
 * parts of a form, arguments of a call, beginnings of a query, members and lists under a name.
 */
export function withoutNamedParts(text: string, replace: Replace): string {
  return text
    .replace(/<[a-z][^<>]{1,8192}>/gi, (tag) =>
      tag.replace(/(\s)([\w:-]{1,64})=([^\s"'`<>=]{4,8192})(?=[\s/>])/g, (all, before: string, name: string, value) =>
        isCredential(name, String(value)) ? `${before}${name}=${replace(String(value))}` : all,
      ),
    )
    .replace(
      /<((?:[\w.-]{1,64}:)?([\w.-]{1,64}))((?:\s[^<>]{0,1024})?>\s*(?:<!\[CDATA\[)?)([^<>\]\s]{4,8192})(?=(?:\]\]>)?\s*<\/\1>)/g,
      (all, whole: string, name: string, between: string, value: string) =>
        !htmlNames.has(name.toLowerCase()) && isNamedCredential(name, value)
          ? `<${whole}${between}${replace(value)}`
          : all,
    )
    .replace(
      /(name="([^"\r\n]{1,64})"\r?\n(?:[\w-]{1,64}:[^\r\n]{0,1024}\r?\n)*\r?\n)([^\r\n]{4,8192})/gi,
      (all, head: string, name: string, value: string) => (isCredential(name, value) ? head + replace(value) : all),
    )
    .replace(
      /(\(\s*(["'`])([A-Za-z_][\w.-]{0,63})\2\s*,\s*(["'`]))((?:(?!\4)[^\r\n\\]){4,8192})(?=\4\s*[,)])/g,
      (all, head: string, _quote: string, name: string, _open: string, value: string) =>
        isCredential(name, value) ? head + replace(value) : all,
    )
    .replace(
      /(^|["'`])([A-Za-z_][\w.-]{0,63})=([\w.~+/%@!*-]{4,8192})(?=[&"'`;]|$)/g,
      (all, mark: string, name: string, value: string) =>
        isCredential(name, value) ? `${mark}${name}=${replace(value)}` : all,
    )
    .replace(
      /(["']([A-Za-z_][\w.-]{0,63})["']\s*:\s*)([[{][^[\]{}]{4,8192}[\]}])/g,
      (_all, head: string, name: string, held: string) => head + heldWithout(held, name, replace),
    );
}

/** `"tokens":["…"]`, `"token":{"value":"…"}`: what stands under the name itself, not all that is told beside it. */
function heldWithout(held: string, name: string, replace: Replace): string {
  if (held.startsWith('{'))
    return held.replace(
      /(["'](?:value|id|key|data|raw|hash)["']\s*:\s*(["']))((?:(?!\2)[^\r\n\\]){4,8192})(?=\2)/gi,
      (all, head: string, _quote: string, value: string) => (isCredential(name, value) ? head + replace(value) : all),
    );
  return held.replace(/(["'])([^"'\s\\]{10,8192})\1/g, (all, quote: string, value: string) =>
    isCredential(name.replace(/s$/i, ''), value) ? quote + replace(value) + quote : all,
  );
}
