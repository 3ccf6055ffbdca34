import type { CheckId } from '../messages/names/check-messages.ts';

/**
 * How much of each check of the computer others are handed. *kept*: as it was made. *reduced*: what the capture depends on,
 * without names, addresses and paths of the computer. The whole is sealed. A new check does not compile before somebody
 * decides.
 */
export const environmentWays: Readonly<Record<CheckId, 'kept' | 'reduced'>> = {
  'operating-system': 'kept',
  hardware: 'kept',
  program: 'kept',
  runtime: 'reduced', // its path tells the user's name
  browser: 'reduced', // as above
  'command-line': 'reduced', // paths, and the port of the way out
  sandbox: 'kept',
  'empty-profile': 'kept',
  extensions: 'kept',
  'time-zone': 'kept',
  locale: 'kept',
  fonts: 'reduced', // the list of all that is installed tells one computer from another
  screen: 'kept',
  'hosts-file': 'reduced', // names of other computers and of the firm's own services
  proxy: 'reduced', // what is set on the computer and was not used
  'dns-servers': 'reduced', // addresses of the inner network
  'network-interfaces': 'reduced', // as above
  'egress-address': 'kept',
  'root-certificates': 'reduced', // names of files that tell of the firm's own network
  'clock-monotonic': 'kept',
  'clock-server-date': 'kept',
  'clock-ntp': 'kept',
  processes: 'kept',
  'malware-scan': 'kept',
};
