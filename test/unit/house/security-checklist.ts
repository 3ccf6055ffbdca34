/** A test, rule or hostile page, by its file and a piece of its name. */
type Check = readonly [file: string, name: string];
type Line = Readonly<{ line: string; checks: readonly Check[] }>;

const shell = 'test/unit/house/electron-shell.test.ts';
const house = 'test/unit/house/security.test.ts';
const window_ = 'test/e2e/window.test.ts';
const chromium = 'test/e2e/long/window-shell.test.ts';
const capture = 'test/e2e/capture.test.ts';
const hostile = 'test/fixtures/site/hostile.ts';

/** What the window, its two shells and the capture browser must hold to, line by line, and what checks it. */
export const securityChecklist: Readonly<Record<string, readonly Line[]>> = {
  'Electron shell': [
    {
      line: 'Sandbox on, one window, every dangerous preference off',
      checks: [
        [shell, 'has every dangerous preference off, and says so'],
        [shell, 'is made in one place, in the sandbox'],
      ],
    },
    {
      line: 'Renderer from app://, never file://; paths stay inside',
      checks: [
        [shell, 'from app:// and never from a file'],
        [window_, '%s is none of them'],
      ],
    },
    {
      line: 'Policy without any `unsafe-`',
      checks: [
        [house, 'allows its own files and nothing unsafe'],
        [window_, 'runs under a policy without any unsafe word'],
      ],
    },
    {
      line: 'No permission, no new window, no navigation, no webview',
      checks: [
        [shell, 'opens no window, goes nowhere'],
        [shell, 'gives no permission'],
      ],
    },
    {
      line: 'Nothing captured is opened outside (stricter than the checklist: openExternal is banned)',
      checks: [
        [house, 'shell.openExternal(url)'],
        ['eslint.config.js', 'Nothing captured is ever opened outside'],
      ],
    },
    {
      line: 'Messages through one place: top frame, exact origin, parsed, limited; ipcMain banned elsewhere',
      checks: [
        [shell, 'hears its own top frame at its own origin'],
        [shell, 'takes messages in one place'],
        ['test/unit/window/rpc-endpoint.test.ts', 'answers nonsense with an error'],
        ['eslint.config.js', "object.name='ipcMain'"],
      ],
    },
    {
      line: 'Preload gives one frozen object; no ipcRenderer, no events',
      checks: [[shell, 'gives one frozen object']],
    },
    { line: 'Fuses', checks: [[house, 'has every fuse of the checklist set']] },
    {
      line: 'Session blocks all but its own files; no updater, no telemetry; supported Electron',
      checks: [
        [shell, 'its session asks for nothing but its own files'],
        [house, 'has no updater, no telemetry'],
      ],
    },
  ],
  'Chromium shell': [
    { line: 'No listening socket', checks: [[chromium, 'listens on no socket']] },
    {
      line: 'Fresh profile of mode 0700, gone afterwards',
      checks: [[chromium, 'has a profile that only its user may read']],
    },
    { line: 'No `--no-sandbox`', checks: [[chromium, 'runs in its sandbox']] },
    {
      line: 'Every request answered here or failed, workers’ too; black-hole proxy',
      checks: [[chromium, 'reaches nothing from page, frame or worker']],
    },
    {
      line: 'Calls only from the main frame’s main world',
      checks: [[chromium, 'takes no call from a frame or another world']],
    },
  ],
  'Captured content in the window': [
    {
      line: 'Replay: sandbox attribute, response policy, frame-src, black hole: no connection, no script',
      checks: [[chromium, 'replays a hostile page without a single connection']],
    },
    {
      line: 'Stored bytes leave with a listed type, nosniff and a policy of their own',
      checks: [[chromium, 'stored bytes leave as']],
    },
    {
      line: 'Bidirectional and control characters are written out',
      checks: [['test/unit/shared/visible-text.test.ts', 'writes out what cannot be seen']],
    },
    {
      line: 'CSV cells that a spreadsheet would run are escaped',
      checks: [['test/unit/seal/csv.test.ts', 'never runs a cell as a formula']],
    },
    { line: 'Captured text is never markup', checks: [[house, 'element.innerHTML = captured']] },
  ],
  'Capture browser': [
    {
      line: 'Pipe, sandbox, fresh profile, no extensions or services',
      checks: [
        [house, 'is driven over a pipe, in its sandbox'],
        [capture, 'comes with picture, source as sent'],
      ],
    },
    {
      line: 'Downloads, dialogs, popups denied and logged',
      checks: [
        [hostile, "page('downloads'"],
        [hostile, "page('alerts'"],
        [hostile, "page('popups'"],
      ],
    },
    {
      line: 'Only public http(s) addresses, at entry, redirect and sub-resource, decided at connect time',
      checks: [
        [house, 'is no address to capture'],
        ['test/unit/capture/address-policy.test.ts', 'is refused as'],
        [house, 'asks about a name once'],
        [hostile, "page('to-metadata'"],
        [hostile, "page('rebinding'"],
      ],
    },
    {
      line: 'Private networks only by an explicit, recorded switch',
      checks: [['test/e2e/long/hard-sources.test.ts', 'private-network-allowed']],
    },
    {
      line: 'No QUIC, no WebRTC beside the gateway',
      checks: [[house, 'reaches the network through its gateway alone']],
    },
    {
      line: 'Limits on time, bytes, height, redirects; the process group is killed; partial is said',
      checks: [
        ['test/e2e/long/honest-outcome.test.ts', 'redirects without end are a failed item'],
        [hostile, "page('endless-scroll'"],
        [hostile, "page('never-yields'"],
        [hostile, "page('zeros'"],
        ['test/hostile/run.ts', 'LEFT OVER'],
      ],
    },
    { line: 'File names from hashes, never from a page', checks: [[house, 'names a stored file by its own hash']] },
  ],
};
