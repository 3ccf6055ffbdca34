// `npm run long clerk [-- --short] [-- BUNDLE.pdf]`: the clerk's test. Twenty times: where does exhibit N say …? Answered through
// links and outline of the demo's bundle alone, as pdf.js reads them; counted are clicks, from page one, a list or the outline,
// and pages turned after them. Without a PDF it makes the demo (a minute or two). Fails where a question takes more than one
// click and no turning, or a link loses the reader's zoom.
import '../fixtures/runner/own-temporary-of-run.ts';
import { join, resolve } from 'node:path';
import { fascicle, freshFolder } from '../fixtures/fascicle.ts';
import { clerksAnswer, rangesInOutline } from './answers.ts';
import { questions } from './questions.ts';
import { readByPdfjs } from './read-bundle.ts';

const short = process.argv.includes('--short');
const given = process.argv.slice(2).find((word) => !word.startsWith('--'));
const bundle = await readByPdfjs(given === undefined ? await demoBundle() : resolve(given));
const ranges = rangesInOutline(bundle);
const asked = questions.filter((one) => !short || one.short === true);
const answers = asked.map((question) => ({ question, answer: clerksAnswer(question, bundle, ranges) }));
for (const { question, answer } of answers) {
  const found = answer
    ? `${answer.clicks} click, ${answer.turned} pages turned; page ${answer.page}, by ${answer.by}`
    : 'NOT FOUND';
  console.log(`exhibit ${question.exhibit} “${question.words}”: ${found}`);
}
const atOnce = answers.filter(({ answer }) => answer?.clicks === 1 && answer.turned === 0);
const atWords = atOnce.filter(({ answer }) => answer?.atWords === true);
const turned = answers.reduce((sum, { answer }) => sum + (answer?.turned ?? 0), 0);
const zoomLost = bundle.links.filter(({ zoomKept }) => !zoomKept).length;
console.log(
  `\n${asked.length} questions: ${atOnce.length} answered by one click without turning a page, ${atWords.length} of them at the very words; ` +
    `${turned} pages turned in all; ${bundle.links.length} links, ${zoomLost} of which change the zoom`,
);
process.exit(atOnce.length === asked.length && zoomLost === 0 ? 0 : 1);

async function demoBundle(): Promise<string> {
  const folder = freshFolder('fascicle-clerk-');
  const { last, code } = await fascicle(['demo', folder, '--json'], { folder, env: { LANG: 'zh_CN.UTF-8' } });
  if (code !== 0) throw new Error(`the demo ended with ${String(code)}`);
  return resolve(join(String(last['case']), '..'), String(last['pdf']));
}
