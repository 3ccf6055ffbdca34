/**
 * Rules by which a capture chooses what to press, from the words that a person would go by. Pure: what stands on the page
 * is read elsewhere. Whatever leads to another address or sends a form is never chosen.
 */

/** Something on the page that looks as if it could be pressed. */
export type Pressable = Readonly<{
  /** What a person reads on it, white space collapsed. */
  text: string;
  /** Its accessible name where it has no words: `aria-label`, `title`. */
  label: string;
  /** Its classes and id: a cross that is only drawn is named there. */
  hint: string;
  leads: 'away' | 'submits' | null;
}>;

/** Arrows, dots, crosses, icon letters of private fonts and counts around the words say nothing. */
const bare = (text: string): string =>
  text
    .replace(/[\s…⋯.·•:：>»›<«‹↓↑⌄∨﹀▼▽▾▿⏷⬇+＋|\ue000-\uf8ff\u{1f447}]+/gu, ' ')
    .replace(/[(（[【]\s*\d+\s*[)）\]】]/g, ' ')
    .replace(/\s+(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\s+/g, '')
    .trim()
    .toLowerCase();

const unfolds: readonly RegExp[] = [
  /^(点击|点此|点我|轻触)?(继续|立即)?(展开|阅读|查看|显示|浏览)(此|该|本)?(全文|全部|更多|其余|完整)(内容|文章|正文|评论|回复|信息)?$/,
  /^(點擊|點此)?(繼續)?(展開|閱讀|查看|顯示)(全文|全部|更多|其餘|完整)(內容|文章|正文|評論|回覆)?$/,
  /^(点击|点此)?展开(c|内容|评论|回复|剩余.{0,8}|余下.{0,8})?$/, // Weibo draws its arrow with the letter c
  /^展開(內容|評論|回覆)?$/,
  /^(点击)?(展开|阅读|查看|显示)?(剩余|余下|其余)\s*\d*\s*[%％]?\s*(的?内容|未读|正文|全文)?$/,
  /^全文$/,
  /^(展开|查看|显示)?(全部|其余|共)\s*\d+\s*条(评论|回复)$/,
  /^(click to )?(read|show|see|view) (more|all)( (of )?(this |the )?(text|content|article|story|post|comments|replies))?$/,
  /^(click to )?(read|show|see|view|expand) (the )?(full|whole|entire|rest of the|remaining) (text|content|article|story|post)$/,
  /^(continue reading|keep reading|expand|expand (all|more|text|content|article|post|comments|replies)|unfold|unfold all)$/,
  /^(show|see|view|load) (all )?\d+ (more )?(comments|replies|answers)$/,
];

/** Whether the words on it promise more of the same page. */
export function unfoldsText({ text, label }: Pressable): boolean {
  const words = bare(text) || bare(label);
  return words.length <= 40 && unfolds.some((pattern) => pattern.test(words));
}

/** Words of a banner that asks for consent, or leads into an app. A login that stands before the page is a wall, no banner. */
const bannerWords =
  /cookies?\b|consent|gdpr|privacy (policy|settings|choices|preferences)|隐私(政策|设置|偏好)|個人資料|隱私|(下载|打开|安装|前往|进入|下載|開啟).{0,8}(app|客户端|应用|客戶端)|app\s*(内|中)(打开|查看|阅读)|(open|get|download|continue|view|read).{0,12}\b(the |our |in )?app\b/i;

export function isBanner(words: string): boolean {
  return words.length <= 6_000 && bannerWords.test(words);
}

const refuses =
  /^(全部|一律)?(拒绝|拒絕)(全部|所有|非必要|非必需)?(的)?(cookies?)?$|^(不同意|不接受|不允许|仅?(必要|必需)(的)?(cookies?)?|仅(接受|使用|允许)?(必要|必需)(的)?(cookies?)?|僅(接受|使用)?必要(的)?(cookies?)?)$|^(reject|decline|refuse|deny|disagree)( (all|everything|optional|non-essential|cookies|additional))*( cookies)?$|^(i )?(do not|don't|don’t) (accept|agree|consent)$|^(only|use|accept|allow)? ?(strictly )?(necessary|essential|required)( only| cookies| cookies only)*$|^continue without (accepting|agreeing|consent)$/;
const closes =
  /^(关闭|關閉|取消|暂不.{0,6}|以后再说|稍后(再说)?|下次再说|不了谢谢|不用了|跳过|继续(浏览|访问)?(网页|网页版|浏览|浏览器)|留在(网页|浏览器)|仍用浏览器打开|忽略|×|✕|✖|╳|x)$|^(close|dismiss|not now|no,? thanks|no thank you|maybe later|later|skip|stay (on|in) (the )?(web|browser|website|page)|continue (in|on|to|with) (the )?(browser|website|web|site))$/;
const drawnCross = /(^|[\s_-])(close|dismiss|guanbi)(btn|button|icon|[\s_-]|$)/i;

/** How a press would answer a banner, best first: 0 refuses, 1 closes; null: it would agree, lead away, or do who knows what. */
export function answerOf({ text, label, hint, leads }: Pressable): 0 | 1 | null {
  if (leads !== null) return null;
  const words = bare(text) || bare(label);
  if (refuses.test(words)) return 0;
  if (closes.test(words) || /^[×✕✖╳]$/.test(text.trim())) return 1;
  return words === '' && drawnCross.test(hint) ? 1 : null;
}
