// `npm run docs`: writes the pages that are made from the program itself. A test says when one is out of date.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { commandsPage, commandsPagePath, pageLanguages } from './commands-page.ts';

for (const language of pageLanguages)
  writeFileSync(resolve(import.meta.dirname, '../..', commandsPagePath(language)), await commandsPage(language));
