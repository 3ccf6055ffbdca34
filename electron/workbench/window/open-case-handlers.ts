import { existsSync } from 'node:fs';
import { RecentCases } from '../cases/recent-cases.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler } from '../workbench.ts';
import { folderForCase, placeBeside } from './place.ts';
import { SettingsFile } from './settings-file.ts';

export const openCaseHandler: Handler<'cases.open'> = ({ case: folder }, { open, services }) => {
  const opened = open.of(folder);
  const kase = opened.read();
  new RecentCases(services.cacheFolder).remember(opened.folder, services.surroundings.now());
  return Promise.resolve({
    key: opened.key,
    folder: opened.folder,
    caseId: kase.caseId,
    facts: kase.facts(),
    head: kase.head(),
  });
};

export const pulseHandler: Handler<'cases.pulse'> = ({ case: folder }, { open }) => {
  const opened = open.of(folder);
  const kase = opened.read();
  const { indexed, of } = opened.index.progress;
  return Promise.resolve({ head: kase.head(), items: of, texts: indexed, seal: opened.sealLag() });
};

export const changeCase: Handler<'cases.change'> = ({ case: folder, facts }, { services }) =>
  writing(folder, services, (kase) => {
    if (JSON.stringify(kase.facts()) !== JSON.stringify(facts)) kase.act('facts-edited', facts);
    return kase.facts();
  });

export const forgetCase: Handler<'cases.forget'> = ({ case: folder }, { services }) => {
  new RecentCases(services.cacheFolder).forget(folder);
  return Promise.resolve({});
};

export const custodyHandler: Handler<'custody.list'> = ({ case: folder }, { open }) =>
  Promise.resolve({
    entries: open
      .of(folder)
      .read()
      .entries()
      .map(({ seq, wall, act, subject, actor }) => ({ seq, wall, act, subject, person: actor.person })),
  });

export const placeHandler: Handler<'window.place'> = ({ title }, { services }) => {
  const { casesFolder } = new SettingsFile(services.cacheFolder).settings();
  return Promise.resolve({ folder: folderForCase(title, casesFolder, existsSync) });
};

export const besideHandler: Handler<'window.beside'> = ({ case: folder, what }) =>
  Promise.resolve({ path: placeBeside(folder, what, existsSync) });
