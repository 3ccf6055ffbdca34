import type { StoredRecord } from '../reading/stored-record.ts';

/** Kinds of what a page asks for, as papers name them, without blanks. */
const kinds: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  frame: ['内嵌页面', 'embeddedpage'],
  stylesheet: ['样式表', 'stylesheet'],
  script: ['脚本', 'script'],
  image: ['图片', 'image'],
  font: ['字体', 'font'],
  media: ['音视频', 'audioorvideo'],
  data: ['数据', 'data'],
  message: ['页面发送的数据', 'datasentbythepage'],
  other: ['其他', 'other'],
};

/** `image|http://…|HTTP404`, and what is said of those that are not named; what is neither stands as it is. */
export function failureSaid(text: string): string {
  const byBrowser = /^([^：:]+)[：:](.*)[；;][^；;（(]+[（(](ERR_[A-Z0-9_]+)[）)]$/u.exec(text);
  const [, kind = '', url = '', error = ''] = byBrowser ?? /^([^：:]+)[：:](.*)[（(]([^（(]*)[）)]$/u.exec(text) ?? [];
  const code = Object.keys(kinds).find((one) => kinds[one]?.includes(kind));
  if (code !== undefined) return `${code}|${url}|${error}`;
  const [, more] =
    /^(?:另有)?(\d+)(?:个，网址见该证据的record\.json|more;fortheaddress(?:es)?seerecord\.jsonoftheexhibit)$/u.exec(
      text,
    ) ?? [];
  if (more !== undefined) return `more:${more}`;
  const [, unnamed] =
    /^(\d+)(?:个未成功的请求，网址未记录|failedrequests?whoseaddress(?:es)?(?:was|were)notrecorded)$/u.exec(text) ?? [];
  return unnamed === undefined ? text : `unnamed:${unnamed}`;
}

/** The same of a record, of which a paper names at most so many. */
export function failuresOf({ requests }: StoredRecord, most: number): readonly string[] {
  if (!requests) return [];
  const named = (requests.named ?? []).map(
    ({ kind, url, error }) => `${kind}|${url}|${error.replace(/^net::/u, '').replace(/\s/gu, '')}`,
  );
  const total = requests.failed.filter(({ kind }) => kind !== 'icon').reduce((sum, { count }) => sum + count, 0);
  const more = named.length - Math.min(named.length, most);
  const unnamed = total - named.length;
  return [
    ...named.slice(0, most),
    ...(more > 0 ? [`more:${more}`] : []),
    ...(unnamed > 0 ? [`unnamed:${unnamed}`] : []),
  ];
}
