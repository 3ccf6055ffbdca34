/** A source that a text names in its own words: 「据晨渡财经报道」. */
export type Attribution = Readonly<{ words: string; name: string }>;

const patterns: readonly RegExp[] = [
  /(?:据|援引|引自|摘自|转自|转载自)\s*[《“「]?([\p{L}\p{N}·]{2,16}?)[》”」]?(?:网|报)?(?:的?(?:报道|消息|推送|数据|披露|快讯|最新消息))?(?=[，,。；;：:、\s（(《“「]|称|显示|$)/gu,
  /(?:来源|稿源|出处)[一二三四五六七八九十\d]*\s*[:：]\s*[《“「]?([\p{L}\p{N}·]{2,16})/gu,
  /(?:^|[，。；：\s“「])(?:先是|此前|随后|接着|另|而|但)?([\p{Script=Han}\p{L}·]{2,10}?)(?:数据显示|推送称|推送消息称|报道称|消息称|都?推了|也?报了|说连夜)/gu,
  /\b(?:[Aa]ccording to|[Rr]eported by|[Cc]iting|[Ss]ource:)\s+(?:the\s+)?([A-Z][\p{L}\p{N}]*(?:\s+[A-Z][\p{L}\p{N}]*){0,4})/gu,
];
const mostFound = 40;

/** Every source that a text names, once. Which item that is, `sourcesNamed` tells from the names of the items. */
export function attributionsIn(text: string): readonly Attribution[] {
  const found = new Map<string, Attribution>();
  for (const pattern of patterns)
    for (const { 0: words, 1: name = '' } of text.slice(0, 40_000).matchAll(pattern)) {
      if (found.size === mostFound) break;
      if (!found.has(name)) found.set(name, { words: words.trim().replace(/^[，。；：]/, ''), name });
    }
  return [...found.values()];
}

/** What may follow a name without making it another's: 「晨渡财经」 and 「晨渡财经网」. */
const ending = /^(?:公众号|客户端|新闻|网站|官网|平台|网|报|app)*$/u;

/** Whether a name that a text gives is one of an item's: the same, but for what a name may end with. */
export function isNamedAs(name: string, names: readonly string[]): boolean {
  const asked = plain(name);
  return names.map(plain).some((own) => {
    const [short, long] = own.length <= asked.length ? [own, asked] : [asked, own];
    return short.length >= 2 && long.startsWith(short) && ending.test(long.slice(short.length));
  });
}

const plain = (name: string) => name.toLowerCase().replace(/[\s《》“”「」]/g, '');
