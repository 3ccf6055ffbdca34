/** An address as a server is asked for it: what follows `#` is the browser's own matter and never leaves it. */
export function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}
