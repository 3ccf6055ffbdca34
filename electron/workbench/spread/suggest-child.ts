// Links between publications are looked for in a process of its own: of ten thousand texts that takes seconds in which the
// window must not stand still.
import { serveRequest } from '../../casefile/processes/children.ts';
import { openCaseToRead } from '../../casefile/open-case.ts';
import { suggestLinks } from '../../../shared/spread/suggest.ts';
import { publicationsOf } from './publications.ts';
import type { FoundLinks, SuggestRequest } from './find-links.ts';

serveRequest((request): Promise<FoundLinks> => {
  const caseFile = openCaseToRead((request as SuggestRequest).folder); // sent by find-links.ts only
  try {
    const { applicants, respondents } = caseFile.facts();
    const all = publicationsOf(caseFile, true);
    const links = suggestLinks(all, [...applicants, ...respondents]);
    // The texts have done their work and are the most of it.
    return Promise.resolve({ links, publications: all.map((one) => ({ ...one, text: '', links: [] })) });
  } finally {
    caseFile.close();
  }
});
