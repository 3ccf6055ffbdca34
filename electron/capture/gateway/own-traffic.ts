/**
 * Hosts that Chromium asks on its own account (updates, safe browsing, connectivity checks). The flags turn most of it
 * off; what is left is refused and logged apart, so that nobody takes it for the page's. Only hosts that serve the
 * browser and never a page's content stand here: refusing a page's own host would falsify the capture.
 */
const own = new Set([
  'accounts.google.com',
  'android.clients.google.com',
  'clients2.google.com',
  'clients4.google.com',
  'clientservices.googleapis.com',
  'content-autofill.googleapis.com',
  'edgedl.me.gvt1.com',
  'mtalk.google.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'safebrowsing.googleapis.com',
  'update.googleapis.com',
]);

export function ownTraffic(host: string): boolean {
  return own.has(host);
}
