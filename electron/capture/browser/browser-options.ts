export type BrowserOptions = Readonly<{
  gatewayPort: number;
  width: number;
  height: number;
  signal: AbortSignal;
  /** Windows that a person sees; without it the browser has none. It begins without any: `firstPage` opens one. */
  visible?: boolean;
  /** Begin with an app window of this address instead: no tabs, no address bar. */
  app?: string;
  /** Storage of a login session that it begins with: a folder laid out like a profile. */
  storage?: string | null;
  /** Languages to ask for, most wanted first, with commas; absent: the browser's own. */
  language?: string | undefined;
  /** What the browser calls itself to everybody; absent: its own name. */
  userAgent?: string | undefined;
  /** Let the browser write down everything that its network does: cookies and contents too. */
  netlog?: boolean;
}>;
