import type { Part } from '../../holding.ts';
import { withoutBlanks } from '../../reading/printed-words.ts';
import type { Facts, StoredExhibit } from '../../reading/stored-facts.ts';
import { word } from '../arranged/tables.ts';
import { toSecond } from '../front/times.ts';
import { answersWith, type FoundBytes } from './found-bytes.ts';

/** The page on where some words came from: what was found, in which answer, at which bytes; or that nothing was. */
export function traceParts(facts: Facts, { number, record }: StoredExhibit, words: string): readonly Part[] {
  const found = answersWith(facts, record.item, words);
  const searched = (facts.answers[record.item] ?? []).length;
  const own = facts.looks.find((one) => one.record.item === record.item)?.text ?? '';
  const isOnPage = withoutBlanks(own).includes(withoutBlanks(words));
  const part = (id: string, rests: string, zh: string, en: string): Part => ({ id, rests, text: word(facts, zh, en) });
  const s = (count: number) => (count === 1 ? '' : 's');
  return [
    part('title', 'number', `证据${number}·文字溯源`, `Exhibit ${number}·Source of the words`),
    part('words', 'exhibits.traces', `涉案文字：“${words}”`, `Words in dispute: “${words}”`),
    found.length > 0
      ? part(
          'found',
          'archive',
          `该文字由所连接地址返回，见于${found.length}个响应`,
          `The words were returned by the connected address, in ${found.length} response${s(found.length)}`,
        )
      : part(
          'not-found',
          'archive',
          `已保存的${searched}个响应中均未找到该文字`,
          `The words were not found in the ${searched} stored response${s(searched)}`,
        ),
    ...found.flatMap((one) => answerParts(facts, record, one)),
    isOnPage
      ? part(
          'on-page',
          'text',
          '该网页的可见文字中有该文字',
          'The visible text of the captured page contains the words',
        )
      : part(
          'not-on-page',
          'text',
          '该网页的可见文字中没有该文字',
          'The visible text of the captured page does not contain the words',
        ),
    found.length > 0
      ? part(
          'limit',
          'none: a method or a limit',
          '仅说明所连接地址在取证时返回了上述字节；不证明该地址由谁控制。字节位置自 0 起计，以解除内容编码后的正文为准。',
          'This shows only that the connected address returned these bytes at the time of capture, not who controls the address. Byte positions count from 0 in the body with its content coding removed.',
        )
      : part(
          'limit',
          'none: a method or a limit',
          '文字可能在图片或画布中，或由脚本拼接而成；这不表示页面未显示该文字。',
          'The words may be in an image or a canvas, or put together by a script; this does not mean that the page did not show them.',
        ),
  ];
}

function answerParts(facts: Facts, record: StoredExhibit['record'], { answer, at }: FoundBytes): readonly Part[] {
  const { url, date, status, type, address, protocol, bytes, sha256, offset, length } = answer;
  const row = (id: string, labels: readonly [string, string], zh: string, en: string): Part => ({
    ...{ id, rests: 'archive' },
    text: `${word(facts, ...labels)}${word(facts, zh, en)}`,
  });
  const same = (id: string, zh: string, en: string, value: string) => row(id, [zh, en], value, value);
  const shown = at.slice(0, 3);
  const list = (texts: readonly string[]) => texts.join(word(facts, '；', ';'));
  const archive = record.artifacts.find(({ role }) => role === 'wacz-disclosure')?.sha256 ?? '';
  return [
    same('answer', '响应网址', 'Response to', url),
    same('asked', '请求时间（取证设备时钟）', 'Requested at (clock of the capturing device)', toSecond(date)),
    same('status', '状态与类型', 'Status and type', `${status}·${type}`),
    same('connected', '所连接地址', 'Connected address', `${address}·${protocol}`),
    row(
      'certificate',
      ['服务器证书', 'Server certificate'],
      '未加密连接（http），无证书',
      'none: unencrypted connection (http)',
    ),
    row('body', ['响应正文', 'Response body'], `${bytes}字节，SHA-256${sha256}`, `${bytes} bytes, SHA-256 ${sha256}`),
    row(
      'bytes',
      ['文字所在字节', 'Byte position of the words'],
      list(shown.map(({ from, to }) => `自第${from}字节起，至第${to}字节之前`)),
      list(shown.map(({ from, to }) => `from byte ${from} up to byte ${to} (exclusive)`)),
    ),
    row(
      'writing',
      ['编码与写法', 'Encoding and notation'],
      'utf-8（据响应头）·原样',
      'utf-8 (by response header)·verbatim',
    ),
    row(
      'place',
      ['存档位置', 'Place in the archive'],
      `记录${answer.record}，archive/data.warc.gz第${offset}字节起${length}字节`,
      `record ${answer.record}, ${length} bytes of archive/data.warc.gz from byte ${offset}`,
    ),
    same('disclosure', '披露副本的 SHA-256', 'SHA-256 of the disclosure copy', archive),
  ];
}
