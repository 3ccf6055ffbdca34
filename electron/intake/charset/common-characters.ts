/** Characters that any longer text in Chinese, Japanese or Korean is full of: a wrong charset gives others. */
export const commonCharacters: ReadonlySet<string> = new Set(
  [
    // Both scripts of Chinese.
    '的一是不了在人有我他大上中到地出就分子得你生自年同工也能下方文理日公司法院你好先收款已付',
    '那要之用行心小多去定本二三四五六七八九十百千万元角月期知道全部可以天前如果但最立直接期名',
    '信用息告知道听某清算程序原因加入平台取消失手回覆答件正式保存安排力量合同意思看到打官主力求度等新所而',
    // Simplified.
    '这来国个们为说时会对发经过还现后动学样进种面没么两长开点实业与关见问电话车给让从张钱转账总联络请证书执营东产权诉讼处当应该无认责单订货款项银户额据银行变题体验务双权',
    // Traditional.
    '這來國個們為說時會對發經過還現後動學樣進種沒麼兩長開點實業與關見問電話車給讓從張錢轉帳總聯絡請證書執營東產權訴訟處當應該無認責單訂貨項銀戶額據變題體驗務雙權臺灣區內萬號網絡條聲譽損賠償',
    // Korean, its syllables.
    '이다는을를의에가은고하지로도서기사자한대어나리시수그아인해들있것일과와보정부주라만전으게원상장성제회관니습합안요저우',
    // Signs of all.
    '，。、：；？！（）《》「」『』“”‘’…—·　％０１２３４５６７８９',
  ]
    .join('')
    .split(''),
);
