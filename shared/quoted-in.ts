const marks = [/“([^“”]{2,300})”/gu, /「([^「」]{2,300})」/gu, /『([^『』]{2,300})』/gu, /"([^"]{2,300})"/gu];
const titles = /《([^《》]{2,200})》/gu;
/** Titles of laws, which no page in dispute need say. */
const ofLaw = /(?:法|法典|条例|规定|解释|办法|规则|决定|意见|批复|准则|通则)(?:（[^（）]*）)?$/u;

/** What a text puts in quotation marks, and titles that it names, each once. */
export function quotedIn(text: string): readonly string[] {
  const quoted = marks.flatMap((mark) => [...text.matchAll(mark)].map(([, words = '']) => words));
  const named = [...text.matchAll(titles)].map(([, words = '']) => words).filter((words) => !ofLaw.test(words));
  return [...new Set([...quoted, ...named].map((words) => words.trim()).filter((words) => words.length > 1))];
}
