import { environmentRecord } from '../environment/environment.ts';
import type { CaptureStep } from './step.ts';

/** On what the capture was made: device, program, browser, network and clocks. With it the capture's time ends. */
export const environment: CaptureStep = {
  name: 'environment',
  lines: [],
  when: () => true,
  run: async (run) => {
    const {
      found,
      chromium,
      entered,
      seenBy,
      atStart,
      ofProgram,
      services,
      options,
      started,
      startMono,
      main,
      store,
      gateway,
    } = run;
    const { clockAndRandom, hashes, device } = services;
    found.ended = clockAndRandom.now();
    found.endMono = clockAndRandom.mono();
    if (!entered) void chromium.quit(); // nothing is asked of it any more; of a session is kept first what changed
    const { dials, questions } = gateway.log();
    const { whole, disclosed, reduced, checks } = await environmentRecord({
      program: ofProgram,
      browser: {
        started: chromium,
        product: found.product,
        session: entered?.about ?? null,
        screen: seenBy?.screen ?? null,
        ...atStart,
      },
      view: options.view,
      hashes,
      device,
      noTimeServers: options.noTimeServers === true,
      through: options.upstream?.shown ?? null,
      hosts: new Set([...dials, ...questions].map(({ host }) => host.toLowerCase())),
      clocks: {
        start: { wall: started.toISOString(), mono: String(startMono) },
        end: { wall: found.ended.toISOString(), mono: String(found.endMono) },
      },
      serverDate: main.serverDate(found.ended.getTime() - Date.now()),
    });
    found.checks = checks;
    store.keepReduced('environment', 'environment.json', whole, disclosed, reduced);
  },
};
