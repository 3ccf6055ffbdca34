import { resolve } from 'node:path';
import { KeptSessions } from '../../../electron/capture/session/kept-sessions.ts';
import { ManualControl } from '../../../electron/workbench/capture/manual-control.ts';
import { DemoClock } from '../../../electron/workbench/demo/demo-clock.ts';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import { context } from '../../fixtures/case-room.ts';
import type { StatementRoom } from './room.ts';

/** How a page is captured: with a person's hands in the page, in a login session, by the demo's clock, or with the clock asked of a time server. */
export type WayOfCapture = 'by-hand' | 'in-session' | 'with-ntp' | 'by-demo-clock';

/** Through the same workbench as the command, where the command would need a screen or the time servers of the world. */
export async function captureByWorkbench(room: StatementRoom, caseFolder: string, way: WayOfCapture): Promise<void> {
  const stateFolder = room.file(`state-${way}`);
  const device = deviceServices(resolve(import.meta.dirname, '../../..'), '0.1.0');
  const workbench = createWorkbench({
    ...device,
    ...(way === 'by-demo-clock' && byDemoClock(device)),
    stateFolder,
    cacheFolder: room.file('cache'),
    timeServers: [room.ntp],
    sessions: new KeptSessions(stateFolder, context.clockAndRandom),
    manualControl: new ManualControl(false),
  });
  const calling: Parameters<typeof workbench.call>[2] = {
    signal: new AbortController().signal,
    language: 'en',
    emit: (event) => {
      if (event.event !== 'notice' || !['log-in-now', 'in-your-hands'].includes(event.code)) return;
      setImmediate(() => void workbench.call('capture.take', { case: caseFolder }, calling)); // nobody does anything
    },
  };
  const how = { allowPrivateNetwork: true, throughProxy: false, operator: null };
  const view = { device: 'desktop', width: 1280, height: 900, scale: 1 } as const;
  const session = way === 'in-session';
  if (session)
    await workbench.call(
      'session.begin',
      { case: caseFolder, url: `${room.site}/members-login`, account: '王某', ...how },
      calling,
    );
  await workbench.call(
    'capture.run',
    {
      ...{ case: caseFolder, category: 'coverage', view, timeout: 60, concurrency: 1, ...how },
      ...(session && { session }),
      ...(way === 'by-hand' && { byHand: true }),
      ...(way !== 'with-ntp' && { noTimeServers: true }),
      urls: [`${room.site}/plain`],
    },
    calling,
  );
}

/** A clock that was put forward to tell a story, under a program that says so. */
function byDemoClock({ program, clockAndRandom }: ReturnType<typeof deviceServices>) {
  const clock = new DemoClock(clockAndRandom);
  clock.turnTo('2036-05-06T01:30:00.000Z'); // later than any entry that is there
  const named = { ...program, version: `${program.version} (${DemoClock.mark})` };
  return { clockAndRandom: clock.clockAndRandom, program: named };
}
