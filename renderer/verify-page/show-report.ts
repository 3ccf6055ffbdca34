import { twoLines } from '../../shared/messages/verify/two-lines.ts';
import { labelled, type Language } from '../../shared/language.ts';
import { checkName, checkSign, verdictName, verdictSigns } from '../../shared/messages/verify/check-names.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { pageWords } from '../words/verify-page-words.ts';

/** An element with text. Text only, hidden characters written out: whatever a file says of itself stays inert. */
export function element(name: string, text: string, className = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = visibleText(text);
  if (className !== '') made.className = className;
  return made;
}

/** Two lines first, then the verdict, every check, and what none of it proves. */
export function reportView(name: string, report: VerifyReport, language: Language): HTMLElement {
  const article = document.createElement('article');
  article.dataset['verdict'] = report.verdict;
  article.dataset['time'] = report.timeProven;
  article.append(element('h2', name));
  for (const line of twoLines(report, language)) article.append(element('p', line, 'line'));
  article.append(
    element(
      'p',
      `${verdictSigns[report.verdict]} ${verdictName(report.verdict, language)}`,
      `verdict ${report.verdict}`,
    ),
  );
  const list = document.createElement('ul');
  for (const one of report.checks) {
    const text = `${checkSign(one)} ${labelled(checkName(one.check, language), one.detail, language)}`;
    list.append(element('li', text, one.finding === 'noted' ? 'noted' : one.verdict));
  }
  article.append(list, element('h3', pageWords.notProven[language]));
  const limits = document.createElement('ul');
  for (const word of ['notTrue', 'notWhen', 'notAnew'] as const)
    limits.append(element('li', pageWords[word][language]));
  article.append(limits);
  return article;
}
