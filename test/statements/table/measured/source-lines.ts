import type { Holding } from '../../holding.ts';
import { withoutBlanks } from '../../reading/printed-words.ts';
import type { Facts, StoredExhibit } from '../../reading/stored-facts.ts';
import type { Keys } from '../statement.ts';
import { answersWith } from './found-bytes.ts';

const paper = 'key-page';
const forms = {
  source: {
    zh: /^文字溯源：取证时，所连接地址返回的响应（(.+)）正文含该文字（原样），自第(\d+)字节起，至第(\d+)字节之前；正文(\d+)字节，SHA-256([0-9a-f]{64})。字节自0起计，以解除内容编码后的正文为准。$/u,
    en: /^Sourceofthewords:atcapturetheconnectedaddressreturnedthem\(verbatim\)inthebodyofitsresponseto(.+),frombyte(\d+)uptobyte(\d+)\(exclusive\)of(\d+),SHA-256([0-9a-f]{64})\.Bytescountfrom0,contentcodingundone\.$/u,
  },
} as const;
const again = {
  zh: '二次获取（程序另行请求该网页的网址）：内容（解除内容编码后）与浏览器所得逐字节一致。',
  en: 'Second fetch (a separate request for the page’s address): body identical byte for byte to the browser’s copy (content coding undone).',
};

/** Where what is said of the source of the words begins, behind what else is said on a key page. */
export const beginsSource = /(?=文字溯源：取证时|二次获取（程序|Sourceofthewords:|Secondfetch\(aseparate)/u;

/** Which bytes of which answer carried the words, and that a second fetch gave the same body. @param page where it is said */
export function holdSourceLine(
  text: string,
  about: StoredExhibit,
  words: string,
  page: number,
  holding: Holding,
): void {
  const { facts } = holding;
  const found = forms.source[facts.language].exec(text);
  if (found) {
    const borne = sourceKey(facts, about, words, page);
    holding.add(paper, 'words-source', 'marks, archive', text, [[page, ...found.slice(1)].join('|')], borne);
  } else {
    const is = text === withoutBlanks(again[facts.language]);
    if (is) holding.add(paper, 'fetched-again', 'secondPath', text, [String(page)], againKey(about, page));
    else holding.plain(paper, 'unclassified', text);
  }
}

/** What a key page must say of the source of its words. */
export function dueSource(about: StoredExhibit, words: string, page: number, holding: Holding): void {
  holding.due(paper, 'words-source', 'marks, archive', sourceKey(holding.facts, about, words, page));
  holding.due(paper, 'fetched-again', 'secondPath', againKey(about, page));
}

function sourceKey(facts: Facts, { record }: StoredExhibit, words: string, page: number): Keys {
  const [found] = answersWith(facts, record.item, words);
  const [place] = found?.at ?? [];
  if (!found || !place) return [];
  const { url, bytes, sha256 } = found.answer;
  return [[page, withoutBlanks(url), place.from, place.to, bytes, sha256].join('|')];
}

function againKey({ record }: StoredExhibit, page: number): Keys {
  const { secondPath } = record;
  const isSame = secondPath?.ran === true && secondPath.short == null && secondPath.same?.includes('body') === true;
  return isSame ? [String(page)] : [];
}
