/** What a page states, read by a person: the day that it says it was published (`--MM-DD` without a year), and by whom. */
export type Gold = Readonly<{
  published: string | null;
  authors: readonly string[] | null;
  /** What only its machine-readable parts state: choosing it is no fault, missing it neither. */
  unseenPublished?: readonly string[];
  unseenAuthors?: readonly string[];
  note?: string;
}>;

/** A page of our own, with what a person reads on it. */
export type MadePage = Readonly<{ name: string; html: string }> & Gold;

/** Paragraphs of a story in which nothing is a fact of the page. */
export const story = {
  zh: '<p>青禾小贷公司昨日召开会议，与会人员就还款安排交换了意见，并对后续工作作出部署。公司表示，将按照约定履行义务，保障各方合法权益。</p><p>记者了解到，相关部门已经介入，具体情况仍在核实之中。受访者说，大家都希望事情早日有个结果，生活回到正轨。</p>',
  en: '<p>The company held a meeting yesterday at which those present spoke about how the loans were to be repaid, and what was to be done afterwards. It says that it will do as agreed.</p><p>Several people who were asked said that they hoped to see the matter ended soon, and that life would go on as it had before all of this began.</p>',
} as const;

/** A whole document. */
export const pageOf = (title: string, body: string, head = '', language = 'zh-CN') =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
