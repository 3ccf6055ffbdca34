import { existsSync } from 'node:fs';
import { RecentCases } from '../cases/recent-cases.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler } from '../handler.ts';
import { folderForCase, pathBeside } from './free-path.ts';
import { SettingsFile } from '../settings/settings-file.ts';

export const openCaseHandler: Handler<'cases.open'> = ({ case: folder }, { open, services }) => {
  const opened = open.of(folder);
  const caseFile = opened.read();
  new RecentCases(services.cacheFolder).remember(opened.folder, services.clockAndRandom.now());
  return Promise.resolve({
    key: opened.key,
    folder: opened.folder,
    caseId: caseFile.caseId,
    facts: caseFile.facts(),
    head: caseFile.head(),
  });
};

export const pulseHandler: Handler<'cases.pulse'> = ({ case: folder }, { open }) => {
  const opened = open.of(folder);
  const caseFile = opened.read();
  const { indexed, of } = opened.index.progress;
  return Promise.resolve({ head: caseFile.head(), items: of, texts: indexed, seal: opened.sealLag() });
};

export const changeCaseHandler: Handler<'cases.change'> = ({ case: folder, facts }, { services }) =>
  writing(folder, services, (caseFile) => {
    if (JSON.stringify(caseFile.facts()) !== JSON.stringify(facts)) caseFile.logEvent('facts-edited', facts);
    return caseFile.facts();
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
  Promise.resolve({ path: pathBeside(folder, what, existsSync) });
