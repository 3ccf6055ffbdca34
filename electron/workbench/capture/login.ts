import { say } from '../../../shared/language.ts';
import { SandboxPool } from '../../capture/browser/capture-sandbox.ts';
import { languageOfCase } from '../../capture/browser/language-of-case.ts';
import { deviceNetwork } from '../../capture/gateway/network.ts';
import { upstreamOf } from '../../capture/gateway/upstream.ts';
import { logIn } from '../../capture/session/log-in.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler } from '../handler.ts';
import { manualTurnOf } from './manual-control.ts';
import { requireDisplay } from './require-display.ts';
import { sessionInUse } from './session-of-case.ts';

/** Size of the window to log in, in CSS pixels. */
const size = { width: 1280, height: 900 } as const;

/** A person logs in once; the queue then captures pages in that session. */
export const beginSession: Handler<'session.begin'> = (input, { services, emit, signal, language }) =>
  writing(input.case, services, async (caseFile) => {
    requireDisplay(services);
    const { url, account, operator, allowPrivateNetwork, throughProxy } = input;
    if (operator !== null) caseFile.actAs(operator);
    const { sessions, manualControl, environment } = services;
    const sandboxes = new SandboxPool(deviceNetwork, services.browserHere);
    const upstream = throughProxy ? upstreamOf(environment) : null;
    const manualTurn = manualTurnOf(manualControl, caseFile.folder, signal, () =>
      emit({ event: 'notice', code: 'log-in-now', message: say(logInNow, language, { url }) }),
    );
    const earlier = sessionInUse(sessions, caseFile.caseId);
    const begun = await logIn(
      { url, ...size, allowPrivateNetwork, upstream, language: languageOfCase(caseFile.facts().language) },
      sandboxes,
      manualTurn,
      earlier,
      signal,
      ({ address, cookies, profile }) => ({
        ...sessions.begin(caseFile.caseId, { account: account ?? earlier?.account ?? null, address }, cookies, profile),
        cookies: cookies.length,
      }),
    );
    const { session, address, cookies } = begun;
    sessions.settle(caseFile); // the one before it
    caseFile.logEvent('session-begun', { session, account: begun.account, address, cookies });
    if (cookies === 0) emit({ event: 'notice', code: 'no-cookies', message: say(noCookies, language) });
    return begun;
  });

/** The person is done with the session. */
export const endSession: Handler<'session.end'> = ({ case: folder }, { services }) =>
  writing(folder, services, (caseFile) => {
    const erased = services.sessions.erase(caseFile.caseId, 'logged-out');
    services.sessions.settle(caseFile);
    return { erased };
  });

const logInNow = {
  'zh-CN':
    '请在打开的浏览器窗口中登录（{url}）；登录完成后按 Enter（窗口中按按钮）。不录制画面，不记录键入内容，也不保存密码',
  en: 'log in in the browser window that has opened ({url}); press Enter (in the window: the button) once you are logged in. Nothing is recorded, neither the screen nor what you type, and no password is stored',
} as const;

const noCookies = {
  'zh-CN': '浏览器中没有任何 Cookie：登录可能未成功，取证后请查看首项结果',
  en: 'the browser has no cookies: the login may not have worked; check the first capture',
} as const;
