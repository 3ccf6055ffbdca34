import type { windowMethods } from '../../../shared/window/methods.ts';
import type { Handler } from '../workbench.ts';
import { listBundles, problemsHandler } from './bundles.ts';
import { decideEvidence, historyOf, listEvidence, searchHandler, tagEvidence } from './evidence.ts';
import { listProfiles } from '../profiles.ts';
import { listStamps } from '../time-stamps.ts';
import {
  besideHandler,
  changeCase,
  custodyHandler,
  forgetCase,
  openCaseHandler,
  placeHandler,
  pulseHandler,
} from './open-case-handlers.ts';
import { loadSettings, loadWindow, saveSettings, saveWindow } from './settings-handlers.ts';

/** The handlers of the window's part of the contract. */
export const windowHandlers: { readonly [M in keyof typeof windowMethods]: Handler<M> } = {
  'cases.open': openCaseHandler,
  'cases.pulse': pulseHandler,
  'cases.change': changeCase,
  'cases.forget': forgetCase,
  'evidence.list': listEvidence,
  'evidence.decide': decideEvidence,
  'evidence.tag': tagEvidence,
  'evidence.history': historyOf,
  'search.run': searchHandler,
  'bundle.problems': problemsHandler,
  'profiles.list': listProfiles,
  'bundle.list': listBundles,
  'custody.list': custodyHandler,
  'stamps.list': listStamps,
  'settings.load': loadSettings,
  'settings.save': saveSettings,
  'window.load': loadWindow,
  'window.save': saveWindow,
  'window.place': placeHandler,
  'window.beside': besideHandler,
};
