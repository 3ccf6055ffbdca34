/** Addresses that a login goes through carry tokens in their query and fragment. */
export function withoutQuery(address: string): string {
  const url = URL.parse(address);
  if (!url) return address.toWellFormed().slice(0, 300);
  const rest = url.search !== '' || url.hash !== '' ? '?…' : '';
  return `${url.protocol === 'about:' ? '' : url.origin}${url.pathname}${rest}`.slice(0, 300);
}
