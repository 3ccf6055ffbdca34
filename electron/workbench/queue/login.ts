import { say } from '../../../shared/language.ts';
import { CapturePlaces } from '../../capture/capture-place.ts';
import { deviceNetwork } from '../../capture/gateway/network.ts';
import { upstreamOf } from '../../capture/gateway/upstream.ts';
import { logIn } from '../../capture/session/log-in.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler } from '../workbench.ts';
import { inHands, requireDisplay } from './hands.ts';
import { sessionInUse } from './session-of-case.ts';

/** Size of the window to log in, in CSS pixels. */
const size = { width: 1280, height: 900 } as const;

/** A person logs in once; the queue then captures pages in that session. */
export const beginSession: Handler<'session.begin'> = (input, { services, emit, signal, language }) =>
  writing(input.case, services, async (kase) => {
    requireDisplay(services);
    const { url, account, operator, allowPrivateNetwork, throughProxy } = input;
    if (operator !== null) kase.actAs(operator);
    const { sessions, hands, environment } = services;
    const places = new CapturePlaces(deviceNetwork, services.browserHere);
    const upstream = throughProxy ? upstreamOf(environment) : null;
    const handOver = inHands(hands, kase.folder, signal, () =>
      emit({ event: 'notice', code: 'log-in-now', message: say(logInNow, language, { url }) }),
    );
    const earlier = sessionInUse(sessions, kase.caseId);
    const begun = await logIn(
      { url, ...size, allowPrivateNetwork, upstream },
      places,
      handOver,
      earlier,
      signal,
      ({ address, cookies, profile }) => ({
        ...sessions.begin(kase.caseId, { account: account ?? earlier?.account ?? null, address }, cookies, profile),
        cookies: cookies.length,
      }),
    );
    const { session, address, cookies } = begun;
    sessions.settle(kase); // the one before it
    kase.act('session-begun', { session, account: begun.account, address, cookies });
    if (cookies === 0) emit({ event: 'notice', code: 'no-cookies', message: say(noCookies, language) });
    return begun;
  });

/** The person is done with the session. */
export const endSession: Handler<'session.end'> = ({ case: folder }, { services }) =>
  writing(folder, services, (kase) => {
    const erased = services.sessions.erase(kase.caseId, 'logged-out');
    services.sessions.settle(kase);
    return { erased };
  });

const logInNow = {
  'zh-CN':
    '请在打开的浏览器窗口中登录（{url}）；登录完成后按 Enter（窗口中按按钮）。不录像，不记录键入内容，也不保存密码',
  en: 'log in in the browser window that has opened ({url}); press Enter (in the window: the button) when you are logged in. Nothing is filmed, nothing that you type is logged, no password is stored',
} as const;

const noCookies = {
  'zh-CN': '浏览器中没有任何 Cookie：登录可能没有成功，采集时请留意',
  en: 'the browser holds no cookie at all: the login may not have worked; look at what the first capture shows',
} as const;
