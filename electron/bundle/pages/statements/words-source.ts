import type { Text } from '../../../../shared/language.ts';
import { traceMessages } from '../../../../shared/messages/papers/trace-messages.ts';
import { secondPathWords } from '../../../../shared/messages/reasons/second-path-messages.ts';
import type { Trace } from '../../../../shared/trace/trace.ts';
import type { BundleExhibit, BundleModel } from '../../model.ts';
import { withWords } from '../page-kind.ts';

/** What is said of how key words came from the server. */
const words = {
  wordsReturned: {
    'zh-CN':
      '文字溯源：取证时，所连接地址返回的响应（{url}）正文含该文字（{writing}），自第 {offset} 字节起，至第 {end} 字节之前；正文 {bytes} 字节，SHA-256 {sha256}。字节自 0 起计，以解除内容编码后的正文为准。',
    en: 'Source of the words: at capture the connected address returned them ({writing}) in the body of its response to {url}, from byte {offset} up to byte {end} (exclusive) of {bytes}, SHA-256 {sha256}. Bytes count from 0, content coding undone.',
  },
  fetchedAgain: {
    'zh-CN': '二次获取（程序另行请求该网页的网址）：{same}。',
    en: 'Second fetch (a separate request for the page’s address): {same}.',
  },
} as const satisfies Record<string, Text>;

/**
 * In two lines: which bytes of which response carried key words, and that a second fetch of the page gave the same body. Each
 * only where it was found; a trace that found nothing says nothing here.
 */
export function sourceLines(
  trace: Trace | undefined,
  { record }: BundleExhibit,
  model: BundleModel,
): readonly string[] {
  const { t } = withWords(model, words);
  const carrier = trace?.carriers.find(({ kind }) => kind === 'response');
  const [place] = carrier?.places ?? [];
  const secondPath = record.kind === 'capture' ? record.secondPath : undefined;
  const sameBody = secondPath?.ran === true && !secondPath.short && secondPath.same.includes('body');
  return [
    ...(carrier && place
      ? [
          t('wordsReturned', {
            url: carrier.url,
            writing: traceMessages[carrier.writing],
            offset: place.offset,
            end: place.end,
            bytes: carrier.bodyBytes,
            sha256: carrier.bodySha256,
          }),
        ]
      : []),
    ...(sameBody ? [t('fetchedAgain', { same: secondPathWords.bodySame })] : []),
  ];
}
