import type { KindWords } from './kind-words.ts';

/** A mail as it was saved, its signatures and what it carried. */
export const mailWords = {
  steps: {
    'read-mail-head': { 'zh-CN': '读取邮件头', en: 'Read the mail header' },
    'check-dkim': { 'zh-CN': '核验 DKIM 签名', en: 'Verify the DKIM signatures' },
  },
  reasons: {
    'mail-head-cut': {
      'zh-CN': '邮件头超过 {bytes} 字节，仅读取该部分。',
      en: 'The mail header is longer than {bytes} bytes; only that part was read.',
    },
    'mail-charset-guessed': {
      'zh-CN': '邮件头未声明字符编码，按 GB18030 解读，以原文件为准。',
      en: 'The mail header declares no charset; read as GB18030. The original governs.',
    },
    'mail-head-charset-judged': {
      'zh-CN': '邮件头有未声明字符编码的文字，按最相符的 {charset} 解读，以原文件为准。',
      en: 'The mail header has text of no declared charset; its bytes fit {charset} best, and it was read as that. The original governs.',
    },
    'mail-words-judged': {
      'zh-CN':
        '邮件头有 {count} 处文字与其声明的字符编码不符，按最相符的编码解读，读不出的以 U+FFFD（�）显示，以原文件为准。',
      en: '{count} {count|word|words} of the mail header {count|is|are} not in the charset declared; read by the one that fits best, what cannot be read shown as U+FFFD (�). The original governs.',
    },
    'mail-text-charset-judged': {
      'zh-CN': '邮件正文未声明字符编码且非 UTF-8，按最相符的 {charset} 解读，以原文件为准。',
      en: 'The text of the e-mail declares no charset and is not UTF-8; its bytes fit {charset} best, and it was read as that. The original governs.',
    },
    'mail-charset-differs': {
      'zh-CN': '邮件正文声明的字符编码为 {declared}，与其字节不符，按 {charset} 解读，以原文件为准。',
      en: 'The text of the e-mail declares the charset {declared}, which its bytes do not fit; it was read as {charset}. The original governs.',
    },
    'mail-bytes-replaced': {
      'zh-CN': '邮件正文有 {count} 处字节不是所声明的 {charset} 文字，显示为 U+FFFD（�），以原文件为准。',
      en: 'In {count} {count|place|places} the text of the e-mail is not of the declared charset {charset}, and U+FFFD (�) is shown there. The original governs.',
    },
    'mail-characters-lost': {
      'zh-CN': '邮件正文有 {count} 个字符在发送前已丢失，显示为 U+FFFD（�）。',
      en: '{count} {count|character|characters} of the text {count|was|were} lost before it was sent, and {count|is|are} shown as U+FFFD (�).',
    },
    'mailbox-split': {
      'zh-CN': '该文件是邮箱文件（mbox），含 {count} 封邮件：以下为清单，各封邮件按附件列出并附页面；DKIM 签名未核验。',
      en: 'This is a mailbox (mbox) of {count} {count|e-mail|e-mails}: they are listed, and each is carried and shown like an attachment. DKIM signatures were not verified.',
    },
    'mail-apple': {
      'zh-CN': '文件为 Apple 邮件的 .emlx 格式：页面显示其中的邮件（{bytes} 字节），其后的程序信息未显示。',
      en: 'The file is Apple Mail’s .emlx: the pages show the e-mail in it ({bytes} bytes), not what the program noted behind it.',
    },
    'mail-apple-cut': {
      'zh-CN': '文件为 Apple 邮件的 .emlx 格式，所载邮件应有 {bytes} 字节，文件不足此数。',
      en: 'The file is Apple Mail’s .emlx. The e-mail in it should have {bytes} bytes, and the file is shorter.',
    },
    'mail-begins-blank': {
      'zh-CN': '文件开头有空行，邮件自其后第一行起读取。',
      en: 'The file begins with blank lines; the e-mail is read from the first line after them.',
    },
    'mail-line-ends-cr': {
      'zh-CN': '文件的换行只用 CR，按换行读取。',
      en: 'Lines of the file end in CR alone; they were read as lines.',
    },
    'mail-html-as-text': {
      'zh-CN': '邮件为 HTML 格式，以下仅列其文字，不含版式和图片；原文件另存。',
      en: 'The e-mail is HTML: only its text is shown, without layout and pictures. The original is stored.',
    },
    'mail-html-beside-text': {
      'zh-CN': '邮件同时含 HTML 版本，以下为其纯文本版本，两者内容可能不同；原文件另存。',
      en: 'The e-mail also has an HTML version, whose content may differ; the plain text is shown. The original is stored.',
    },
    'mail-not-read': {
      'zh-CN': '邮件无法读取（{what}）；原文件已完整保存。',
      en: 'The e-mail cannot be read ({what}). The original is stored in full.',
    },
    'mail-too-large': {
      'zh-CN': '邮件超过 200 MB，未生成页面；原文件已完整保存。',
      en: 'The e-mail is over 200 MB; no pages were made. The original is stored in full.',
    },
    'dkim-not-verified': {
      'zh-CN': '邮件带有 {domain}（选择器 {selector}）的 DKIM 签名：未取得公钥，未核验。',
      en: 'The e-mail has a DKIM signature of {domain} (selector {selector}): not verified, its public key was not retrieved.',
    },
    'attachments-cut': {
      'zh-CN': '附件共 {count} 个，仅取出前 {kept} 个；其余仍在原文件中。',
      en: 'Of {count} {count|attachment|attachments} only the first {kept} were extracted; the others are in the original.',
    },
    'mail-html-for-blank-text': {
      'zh-CN': '邮件的纯文本版本为空白，以下为其 HTML 版本的文字，不含版式和图片；原文件另存。',
      en: 'The plain text of the e-mail is blank; the text of its HTML version is shown, without layout and pictures. The original is stored.',
    },
    'mail-html-shown-too': {
      'zh-CN': '邮件的 HTML 版本与纯文本版本文字不同，两者均列于此，HTML 版本不含版式和图片；原文件另存。',
      en: 'The text of the HTML version differs from the plain text. Both are shown, the HTML version without layout and pictures; the original is stored.',
    },
    'mail-html-same-words': {
      'zh-CN': '邮件同时含 HTML 版本，其文字均见于以下纯文本版本；版式和图片未列出，原文件另存。',
      en: 'The e-mail also has an HTML version; all its words are in the plain text shown here. Its layout and pictures are not shown; the original is stored.',
    },
    'mail-html-without-words': {
      'zh-CN': '邮件含 HTML 版本，从中未读出文字；其他可显示的内容未列于此，以原件为准。',
      en: 'The e-mail has an HTML version in which no text was found; other content it may display is not shown here. See the original.',
    },
    'mail-html-pictures': {
      'zh-CN':
        'HTML 版本中有图片 {count} 幅，其中 {remote} 幅不在邮件内（需联网读取），未读取；图片的替代文字以 [IMG: …] 标出。',
      en: 'The HTML version contains {count} {count|picture|pictures}, of which {remote} {remote|is|are} on a server rather than in the e-mail and {remote|was|were} not retrieved. Alternative text of pictures is marked [IMG: …].',
    },
    'mail-html-drawn': {
      'zh-CN': '邮件为 HTML 格式：先列其文字，绘制的画面在其后；原文件另存。',
      en: 'The e-mail is HTML: its text is listed first, and pictures drawn from it follow. The original is stored.',
    },
    'mail-html-drawn-for-blank-text': {
      'zh-CN': '邮件的纯文本版本为空白：先列其 HTML 版本的文字，绘制的画面在其后；原文件另存。',
      en: 'The plain text of the e-mail is blank: the text of its HTML version is listed first, and pictures drawn from it follow. The original is stored.',
    },
    'mail-html-drawn-too': {
      'zh-CN': '邮件的 HTML 版本与纯文本版本文字不同，两者均列于此；依 HTML 版本绘制的画面在其后，原文件另存。',
      en: 'The text of the HTML version differs from the plain text. Both are listed, and pictures drawn from the HTML version follow; the original is stored.',
    },
    'mail-html-drawn-same-words': {
      'zh-CN': '邮件同时含 HTML 版本，其文字均见于以下纯文本版本；依 HTML 版本绘制的画面在其后，原文件另存。',
      en: 'The e-mail also has an HTML version; all its words are in the plain text shown here, and pictures drawn from it follow. The original is stored.',
    },
    'mail-html-drawn-wordless': {
      'zh-CN': '邮件含 HTML 版本，从中未读出文字；依其绘制的画面在其后。',
      en: 'The e-mail has an HTML version in which no text was found; pictures drawn from it follow.',
    },
    'mail-part-not-opened': {
      'zh-CN': '邮件含有 {type} 内容，其中可能有正文；未打开，页面不显示其内容，以原件为准。',
      en: 'The e-mail contains {type}, which may hold its text. It was not opened, and the pages do not show its content; see the original.',
    },
    'smime-opened': {
      'zh-CN': '邮件为 S/MIME 签名格式，正文和附件封装在签名数据中：以下为其中的内容。',
      en: 'The e-mail is S/MIME with text and attachments inside the signature: what follows is that content.',
    },
    'smime-holds': {
      'zh-CN':
        'S/MIME 签名与邮件的正文和附件相符；签名证书载明的持有人为 {name}，邮箱为 {addresses}。该签名不及于发件人、收件人、主题和日期。',
      en: 'The S/MIME signature holds for text and attachments of the e-mail. Its certificate names {name}, with the address {addresses}. It does not cover sender, recipients, subject and date.',
    },
    'smime-broken': {
      'zh-CN': '以 {name} 的证书所作的 S/MIME 签名不符：{why}。',
      en: 'The S/MIME signature by the certificate of {name} does not hold: {why}.',
    },
    'smime-not-verified': {
      'zh-CN': '邮件带有 S/MIME 签名，未能核验：{why}。',
      en: 'The e-mail has an S/MIME signature that could not be verified: {why}.',
    },
    'smime-trusted': {
      'zh-CN':
        '签名证书 {name} 由 {anchor} 逐级签发，后者是程序运行环境（Node.js）所附根证书之一；未查询证书是否被撤销。',
      en: 'The certificate of {name} leads to {anchor}, one of the roots that come with Node.js. Nobody was asked whether it was revoked.',
    },
    'smime-untrusted': {
      'zh-CN': '签名证书 {name} 的持有人身份无法确定：{why}。',
      en: 'Who holds the certificate of {name} could not be determined: {why}.',
    },
    'smime-validity': {
      'zh-CN': '签名证书载明的有效期为 {from} 至 {until}；签名的时间未经证明，签名时该证书是否有效无法确定。',
      en: 'The signing certificate states that it is valid from {from} to {until}. When the signature was made is not proven, so whether the certificate was valid then is undetermined.',
    },
    'smime-other-sender': {
      'zh-CN': '发件人邮箱 {from} 不是签名证书载明的邮箱（{addresses}）。',
      en: 'The sender’s address {from} is not one of the signing certificate ({addresses}).',
    },
    'smime-inner-fields': {
      'zh-CN': '签名数据中另有邮件头字段（{fields}），页面所列邮件头为未经签名的外层邮件头；以原文件为准。',
      en: 'Inside the signature are header fields too ({fields}). The header shown is the outer one, which is not signed; see the original.',
    },
    'smime-encrypted': {
      'zh-CN': '邮件经 S/MIME 加密，本程序没有密钥，未能打开。',
      en: 'The e-mail is encrypted by S/MIME; there is no key to open it.',
    },
    'smime-not-read': {
      'zh-CN': '邮件的 S/MIME 数据未能读出：{why}。',
      en: 'The S/MIME data of the e-mail could not be read: {why}.',
    },
    'smime-not-checked': {
      'zh-CN': '邮件的一部分带有 S/MIME 签名，未核验。',
      en: 'A part of the e-mail has an S/MIME signature, which was not verified.',
    },
    'mail-unsent-head': {
      'zh-CN': '邮件头标明邮件未曾发送（X-Unsent: 1，草稿）；邮件头中如有日期，不是发送时间。',
      en: 'The header says that this e-mail was never sent (X-Unsent: 1, a draft); a date in it does not tell when it was sent.',
    },
    'tnef-opened': {
      'zh-CN': '邮件的内容封装在 Outlook 的 winmail.dat 中，已打开：其中的附件（{count} 个）列于其后。',
      en: 'The e-mail is wrapped in Outlook’s winmail.dat, which was opened: {count} {count|attachment|attachments} of it {count|is|are} listed after it.',
    },
    'tnef-damaged': {
      'zh-CN': 'winmail.dat 残缺或有误，其中可能有未读出的内容；以原件为准。',
      en: 'The winmail.dat is cut or damaged: it may hold more than was read. See the original.',
    },
    'tnef-messages': {
      'zh-CN': 'winmail.dat 中另有 {count} 封邮件，未打开，列于附件。',
      en: 'The winmail.dat holds {count} more {count|e-mail|e-mails}, not opened, listed among the attachments.',
    },
    'mail-parts-not-found': {
      'zh-CN': '邮件声明为 {type}，但未找到其各部分的分界，其中内容未读出，以原文件为准。',
      en: 'The e-mail declares {type}, but the boundaries of its parts were not found; the content was not read. See the original.',
    },
    'mail-part-without-head-end': {
      'zh-CN': '邮件有 {count} 个部分的头与正文之间缺少空行，自首个非头字段的行起按正文读取。',
      en: 'In {count} {count|part|parts} of the e-mail no blank line separates header and text; the text is read from the first line that is not a header field.',
    },
    'mail-text-of-no-type': {
      'zh-CN': '邮件有 {count} 个部分声明的类型不完整，按纯文本显示。',
      en: '{count} {count|part of the e-mail declares|parts of the e-mail declare} an incomplete type; shown as plain text.',
    },
    'mail-body-not-read': {
      'zh-CN': '未读出邮件正文；邮件所含内容为：{what}。',
      en: 'No text of the e-mail was read; it contains: {what}.',
    },
    'mail-field-cut': {
      'zh-CN': '邮件头字段 {field} 共 {of} 个字符，此处列前 {characters} 个；以原文件为准。',
      en: 'Header field {field} has {of} characters; the first {characters} are shown. See the original.',
    },
    'mail-recipients-cut': {
      'zh-CN':
        '邮件头字段 {field} 共载 {addresses} 个地址（{of} 个字符），此处列前 {characters} 个字符；以原文件为准。',
      en: 'Header field {field} lists {addresses} {addresses|address|addresses} in {of} characters; the first {characters} characters are shown. See the original.',
    },
    'mail-fields-cut': {
      'zh-CN': '邮件头字段 {field} 出现 {of} 次，此处列前 {shown} 个；以原文件为准。',
      en: 'Header field {field} occurs {of} {of|time|times}; the first {shown} shown. See the original.',
    },
    'mail-head-shown-cut': {
      'zh-CN': '完整邮件头共 {of} 个字符，此处列前 {characters} 个；以原文件为准。',
      en: 'The full header has {of} characters; the first {characters} are shown. See the original.',
    },
    'dkim-more-signatures': {
      'zh-CN': '邮件共带有 {of} 个 DKIM 签名，仅核验前 {shown} 个。',
      en: 'The e-mail has {of} DKIM {of|signature|signatures}; only the first {shown} verified.',
    },
    'dkim-valid': {
      'zh-CN':
        'DKIM 签名有效（{domain}，选择器 {selector}）：持有该域名密钥的服务器对下列邮件头及正文作了签名，此后未被改动：{signed}。公钥由 DNS 于 {askedAt} 返回。签名不证明发送时间，也不证明由何人撰写。',
      en: 'The DKIM signature of {domain} (selector {selector}) is valid: a server holding this domain’s key signed the following header fields and the body, which are unchanged since: {signed}. DNS returned the public key at {askedAt}. This proves neither when the e-mail was sent nor who wrote it.',
    },
    'dkim-signed-in-part': {
      'zh-CN': '{domain} 的 DKIM 签名只涵盖正文的前一部分（l=）：末尾 {octets} 字节未经签名，可能由任何人添加。',
      en: 'The DKIM signature of {domain} covers only the first part of the body (l=): the last {octets} {octets|byte is|bytes are} unsigned and may have been added by anyone.',
    },
    'dkim-fields-unsigned': {
      'zh-CN': '{domain} 的 DKIM 签名不涵盖以下邮件头（或同名邮件头多于签名所列）：{fields}。',
      en: 'The DKIM signature of {domain} does not cover these header fields (or there are more of them than it covers): {fields}.',
    },
    'dkim-other-domain': {
      'zh-CN': '签名域名 {domain} 与发件人地址的域名 {from} 不同。',
      en: 'The signing domain {domain} differs from the domain of the From address, {from}.',
    },
    'dkim-testing': {
      'zh-CN': '{domain} 在 DNS 中标明其 DKIM 密钥处于测试状态（t=y）。',
      en: 'DNS of {domain} marks its DKIM key as a test key (t=y).',
    },
    'dkim-expired': {
      'zh-CN': '{domain} 的 DKIM 签名自载有效期至 {until}。',
      en: 'The DKIM signature of {domain} states that it expires at {until}.',
    },
    'dkim-line-ends': {
      'zh-CN': '所存邮件文件的换行为 LF；核验 DKIM 时按传输格式 CRLF 计算。',
      en: 'The stored mail file has LF line endings; DKIM was verified with CRLF, as used in transmission.',
    },
    'dkim-body-differs': {
      'zh-CN':
        'DKIM 签名无效（{domain}，选择器 {selector}）：正文与签名所载哈希值不符。邮件可能在签名后被改动，也可能因邮件列表附加内容或邮件软件另存所致。',
      en: 'The DKIM signature of {domain} (selector {selector}) is invalid: the body does not match the signed hash. It may have been changed after signing; mailing lists and mail programs that save an e-mail again can also cause this.',
    },
    'dkim-length-wrong': {
      'zh-CN': 'DKIM 签名无效（{domain}，选择器 {selector}）：正文短于签名所载长度（{detail}）。',
      en: 'The DKIM signature of {domain} (selector {selector}) is invalid: the body is shorter than the signed length ({detail}).',
    },
    'dkim-signature-wrong': {
      'zh-CN':
        'DKIM 签名无效（{domain}，选择器 {selector}）：邮件头与签名不符，或 DNS 现有公钥并非签名所用。公钥由 DNS 于 {askedAt} 返回。',
      en: 'The DKIM signature of {domain} (selector {selector}) is invalid: the header fields do not match the signature, or the key returned by DNS at {askedAt} is not the signing key.',
    },
    'dkim-key-unfit': {
      'zh-CN': 'DKIM 签名无效（{domain}，选择器 {selector}）：DNS 中的公钥记录不能用于此签名（{detail}）。',
      en: 'The DKIM signature of {domain} (selector {selector}) is invalid: the key record in DNS cannot be used for it ({detail}).',
    },
    'dkim-no-key': {
      'zh-CN':
        'DKIM 签名无法核验（{domain}，选择器 {selector}）：DNS 中没有公钥（{detail}）。域名会更换并撤下旧密钥，这并不说明签名有假。',
      en: 'The DKIM signature of {domain} (selector {selector}) cannot be verified: DNS has no public key ({detail}). Domains replace and withdraw old keys; this does not speak against the signature.',
    },
    'dkim-no-answer': {
      'zh-CN': 'DKIM 签名未核验（{domain}，选择器 {selector}）：DNS 未应答（{detail}）。可在联网的设备上再次导入。',
      en: 'The DKIM signature of {domain} (selector {selector}) was not verified: DNS did not answer ({detail}). Import the file again where there is a network.',
    },
    'dkim-not-asked': {
      'zh-CN': 'DKIM 签名未核验（{domain}，选择器 {selector}）：按要求未查询 DNS。正文与签名所载哈希值相符。',
      en: 'The DKIM signature of {domain} (selector {selector}) was not verified: DNS was not queried, as requested. The body matches the hash in the signature.',
    },
    'dkim-not-usable': {
      'zh-CN': 'DKIM 签名未核验（{domain}，选择器 {selector}）：不符合标准，或其算法已不再采用（{detail}）。',
      en: 'The DKIM signature of {domain} (selector {selector}) was not verified: it does not conform to the standard, or its algorithm is no longer accepted ({detail}).',
    },
  },
  facts: {
    From: { 'zh-CN': '发件人', en: 'From' },
    To: { 'zh-CN': '收件人', en: 'To' },
    Cc: { 'zh-CN': '抄送', en: 'Cc' },
    'Reply-To': { 'zh-CN': '回复地址', en: 'Reply to' },
    Subject: { 'zh-CN': '主题', en: 'Subject' },
    Date: { 'zh-CN': '邮件所记发送时间', en: 'Sent (as stated in the e-mail)' },
    'Authentication-Results': {
      'zh-CN': '邮件头所载校验结果（照录，未核验）',
      en: 'Authentication results in the mail header (quoted, not verified)',
    },
    'ARC-Authentication-Results': {
      'zh-CN': '邮件头所载 ARC 校验结果（照录，未核验）',
      en: 'ARC results in the mail header (quoted, not verified)',
    },
    'Received-SPF': {
      'zh-CN': '邮件头所载 SPF 结果（照录，未核验）',
      en: 'SPF result in the mail header (quoted, not verified)',
    },
    DkimValid: { 'zh-CN': 'DKIM 签名：有效', en: 'DKIM signature: valid' },
    DkimInvalid: { 'zh-CN': 'DKIM 签名：无效', en: 'DKIM signature: invalid' },
    DkimNoKey: { 'zh-CN': 'DKIM 签名：无公钥', en: 'DKIM signature: no public key' },
    DkimNotChecked: { 'zh-CN': 'DKIM 签名：未核验', en: 'DKIM signature: not verified' },
    'Message-ID': { 'zh-CN': '邮件标识', en: 'Message ID' },
  },
  sources: {
    'DKIM check': { 'zh-CN': 'DKIM 核验', en: 'DKIM verification' },
    'mail header': { 'zh-CN': '邮件头', en: 'mail header' },
  },
} as const satisfies KindWords;
