import type { Text } from '../../../../shared/language.ts';

/** What only this page says. */
export const certificateWords = {
  certificateTitle: { 'zh-CN': '取证说明', en: 'Capture certificate' },
  articleEnvironment: {
    'zh-CN': '一、计算机系统的硬件、软件环境',
    en: '1. Hardware and software environment of the computer system',
  },
  articleSubject: { 'zh-CN': '二、生成主体和时间，表现内容', en: '2. Who generated the data and when; content' },
  articleCustody: { 'zh-CN': '三、存储介质与保管', en: '3. Storage medium and custody' },
  articleMethod: {
    'zh-CN': '四、提取和固定的主体、工具和方式；过程能否重现',
    en: '4. Person, tools and method of extraction and preservation; whether the process can be repeated',
  },
  articleChanges: {
    'zh-CN': '五、是否存在增加、删除、修改及不完整等情形',
    en: '5. Additions, deletions, alterations and incompleteness',
  },
  articleVerify: { 'zh-CN': '六、可以何种形式验证', en: '6. How the data can be verified' },
  notVerifiedHeading: { 'zh-CN': '未经核实的事项', en: 'Matters not verified' },
  certBrowser: {
    'zh-CN': '浏览器：{product}，程序文件 SHA-256 {sha256}，{sandbox}；用于证据 {numbers}。',
    en: 'Browser: {product}, program file SHA-256 {sha256}, {sandbox}; used for {numbers:exhibit|exhibits} {numbers}.',
  },
  certNoCapture: {
    'zh-CN': '本册没有由本程序取证的网页。',
    en: 'No page in this bundle was captured by this program.',
  },
  certPeople: { 'zh-CN': '取证人：{people}。', en: '{people:Operator|Operators}: {people}.' },
  certStore: {
    'zh-CN': '文件写入案件文件夹时即计算 SHA-256 并以其命名；案件标识 {caseId}，保管日志截至第 {seq} 条，链值 {hash}。',
    en: 'Each file was hashed (SHA-256) and named by its hash when written to the case folder; case ID {caseId}, custody log up to entry {seq}, chain hash {hash}.',
  },
  certImports: {
    'zh-CN': '证据 {numbers} 为导入文件，并非由本程序取证；来源见技术附录。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: imported, not captured by this program; for the source see the technical annex.',
  },
  certWhole: {
    'zh-CN': '证据 {numbers}：结果为“完整”，操作日志中没有失败或未全部完成的步骤。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: outcome “complete”; no step in the operation log failed or was only partly completed.',
  },
  certShort: {
    'zh-CN': '证据 {number}：结果为{outcome}，{steps}。',
    en: 'Exhibit {number}: outcome {outcome}; {steps}.',
  },
  certShortMany: {
    'zh-CN': '证据 {number}：结果均为{outcome}，{steps}。',
    en: '{number:Exhibit|Exhibits} {number}: outcome {outcome} in each case; {steps}.',
  },
  certRedacted: {
    'zh-CN': '证据 {number} 为遮盖件：由封存的原件（记录 SHA-256 {parent}）制成，遮盖 {count} 处，理由：{reason}。',
    en: 'Exhibit {number} is a redacted copy of a sealed original (record SHA-256 {parent}); {count} {count|area|areas} covered; reason: {reason}.',
  },
  certActions: {
    'zh-CN':
      '证据 {number}：应取证人要求，程序在截取画面之前对页面作了 {count} 处操作（展开、关闭横幅或加载图片），页面因此改变；操作列于技术附录。',
    en: 'Exhibit {number}: at the operator’s request the program performed {count} {count|action|actions} on the page before taking the picture (expanding text, closing banners, loading images), which changed the page; {count|it is|they are} listed in the technical annex.',
  },
  certInnerScroll: {
    'zh-CN':
      '证据 {number}：页面有 {count} 处内部滚动区域；展开这些区域的画面是程序改动页面样式后另行截取的，列于整页画面之后。',
    en: 'Exhibit {number}: the page has {count} inner scrolling {count|area|areas}; the picture with {count|it|them} expanded was taken separately after the program changed the page’s styles, and follows the full-page picture.',
  },
  certRolling: {
    'zh-CN':
      '证据 {number}：另有滚动拼接画面（{pieces} 段），由程序滚动页面时的 {views} 屏拼接而成：前后两屏仅在有可确定相同的像素行处相接，各屏原图另存；固定于窗口的部分未显示。该画面列于整页画面之后。',
    en: 'Exhibit {number}: a rolling picture ({pieces} {pieces|piece|pieces}) was joined from {views} {views|view|views} taken while the program scrolled the page: two views are joined only where equal rows of pixels say where they belong, and the views themselves are stored; parts fixed to the window are not shown. It follows the full-page picture.',
  },
  certRegion: {
    'zh-CN':
      '证据 {number} 截取自一整页画面（记录 SHA-256 {parent}）的 x {x}、y {y}、宽 {width}、高 {height} 像素处，取自已存图块，未重新取证。',
    en: 'Exhibit {number} is a part of a full-page picture (record SHA-256 {parent}) at x {x}, y {y}, width {width}, height {height} px, cut from its stored tiles without a new capture.',
  },
  certStitched: {
    'zh-CN': '证据 {number} 由 {count} 张截图拼接（经人工确认）；原截图的记录 SHA-256：{parents}。',
    en: 'Exhibit {number} was stitched from {count} {count|screenshot|screenshots} (confirmed by a person); record SHA-256 of the screenshots: {parents}.',
  },
  certVerify: {
    'zh-CN': '每个文件的 SHA-256 列于哈希值清单和清单文件；核验方法见核验说明。',
    en: 'The SHA-256 of every file is in the hash list and in the manifest; for the method see “How to verify”.',
  },
  certAnchors: {
    'zh-CN': '外部存证：{anchors}。',
    en: 'External documents: {anchors}.',
  },
  certAnchor: {
    'zh-CN': '证据 {number} 的{kind}，编号 {own}，文件 {file}，SHA-256 {sha256}',
    en: '{kind} of exhibit {number}, no. {own}, file {file}, SHA-256 {sha256}',
  },
  certNoAnchors: { 'zh-CN': '外部存证：无。', en: 'External documents: none.' },
  unverifiedTruth: { 'zh-CN': '网页所载内容是否属实', en: 'whether the content of the web pages is true' },
  unverifiedMalware: { 'zh-CN': '设备有无恶意软件', en: 'whether the device was free of malware' },
  unverifiedAnchors: {
    'zh-CN': '外部存证（本册未记载对其核验）',
    en: 'external documents (no verification recorded in this bundle)',
  },
  unverifiedImports: {
    'zh-CN': '导入文件在导入之前的来源与保管',
    en: 'origin and custody of imported files before import',
  },
  certNoReason: { 'zh-CN': '记录未载明原因', en: 'the record states no reason' },
  certProgram: {
    'zh-CN': '取证程序：{program}；用于证据 {numbers}。',
    en: 'Program: {program}; used for {numbers:exhibit|exhibits} {numbers}.',
  },
  certEnvironmentFile: {
    'zh-CN': '证据 {numbers} 的 environment.json 记录了取证时的操作系统、网络与字体，其哈希值见哈希值清单。',
    en: 'The file environment.json of {numbers:exhibit|exhibits} {numbers} records operating system, network and fonts at the time of capture; its hash is in the hash list.',
  },
  certEnvironmentReduced: {
    'zh-CN':
      '证据 {numbers} 的 environment.json 记录了取证时的操作系统、网络与字体的检查结果，其中不含该计算机的名称、路径和网络地址；完整记录已封存，两者的哈希值均见哈希值清单。',
    en: 'The file environment.json of {numbers:exhibit|exhibits} {numbers} records what was checked of operating system, network and fonts at the time of capture, without names, paths and network addresses of that computer; the complete record is sealed, and the hashes of both are in the hash list.',
  },
  certEnvironmentSealed: {
    'zh-CN':
      '证据 {numbers} 的 environment.json 记录了取证时的操作系统、网络与字体；该文件不随移交包提供，其哈希值见哈希值清单。',
    en: 'The file environment.json of {numbers:exhibit|exhibits} {numbers} records operating system, network and fonts at the time of capture; it is not handed over, but its hash is in the hash list.',
  },
  certCaptured: {
    'zh-CN': '证据 {numbers} 的取证时间自 {from} 至 {to}，以取证设备的本机时钟为准。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: captured from {from} to {to} by the device’s own clock.',
  },
  certImported: {
    'zh-CN': '证据 {numbers} 的导入时间自 {from} 至 {to}，以本机时钟为准；这是导入的时间，不是文件形成的时间。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: imported from {from} to {to} by the device’s own clock. This is the time of import, not of making.',
  },
  certContent: {
    'zh-CN': '证据 {numbers} 的网址及取证所得（包括未取得的部分）见该证据的页面和技术附录。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: for the address, and what was and was not obtained from it, see the pages of the exhibit and the technical annex.',
  },
  certMethod: {
    'zh-CN': '证据 {numbers} 的网页由程序自动打开、滚动并截取画面；各步骤的顺序和结果见各项证据的操作日志。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the pages were opened, scrolled and imaged automatically by the program; for the order and outcome of the steps see the operation log.',
  },
  certRepeat: {
    'zh-CN': '证据 {numbers}：同一程序可以对同一网址重复上述步骤，网页内容可能已经变化，也可能已无法访问。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the same program can repeat these steps at the same address; the page may have changed since, or may no longer be there.',
  },
  certRepeatHere: {
    'zh-CN':
      '证据 {numbers}：该网址指向取证的计算机自身，他人在别的计算机上打开同一网址，到达的不是同一服务器，不能据此再次取证。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the address leads to the capturing computer itself; on another computer it leads to another server, so nobody else can repeat the capture by it.',
  },
  certRepeatInside: {
    'zh-CN': '证据 {numbers}：该网址位于取证时所在的内部网络，网络之外的人不能以同一网址再次取证。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the address is of the network in which the capture was made; nobody outside it can repeat the capture by the same address.',
  },
  certRepeatUnknown: {
    'zh-CN': '证据 {numbers}：未记录网页来自哪一网络地址；他人能否以同一网址到达同一服务器，无法确定。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: it is not recorded which network address gave the page; whether others reach the same server by this address is undetermined.',
  },
  certMethodPerson: {
    'zh-CN':
      '证据 {numbers} 的网页系人工操作之后或在登录会话中由程序截取；重复该过程需要同样的操作或登录状态，所得可能不同。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: the pages were imaged by the program after work by hand or in a login session; repeating this requires the same actions or the same login, and the result may differ.',
  },
  certMethodOther: {
    'zh-CN': '证据 {numbers}：该网址未取得页面画面；所得文件及每一步的结果见技术附录。',
    en: '{numbers:Exhibit|Exhibits} {numbers}: no page picture was obtained from the address; for the files obtained and the outcome of each step see the technical annex.',
  },
  certByHand: {
    'zh-CN':
      '证据 {number}：取证前由取证人在浏览器中人工操作 {seconds} 秒（{clicks} 次点击、{keys} 次按键），键入内容未记录。',
    en: 'Exhibit {number}: before the capture the operator worked by hand in the browser for {seconds} s ({clicks} {clicks|click|clicks}, {keys} {keys|keystroke|keystrokes}); what was typed is not recorded.',
  },
  certByHandFiles: {
    'zh-CN': '证据 {number} 的操作与画面记录于 {files}；这些文件不随移交包提供，其哈希值见哈希值清单。',
    en: 'Actions and pictures of exhibit {number} are recorded in {files}; these files are not handed over, but their hashes are in the hash list.',
  },
  unverifiedClockOf: {
    'zh-CN': '取证或导入设备的时钟与外部标准时间是否一致（证据 {numbers}）',
    en: 'whether the device clock agreed with an external standard ({numbers:exhibit|exhibits} {numbers})',
  },
  certBefore: {
    'zh-CN': '证据 {numbers} 的取证说明见此前提交的证据册（{bundle}），本说明不重复。',
    en: 'Of {numbers:exhibit|exhibits} {numbers} the certificate of the bundle filed before speaks ({bundle}); this one does not repeat it.',
  },
  certNotReceived: {
    'zh-CN': '证据 {number} 未取得的资源：{resources}。',
    en: 'Exhibit {number}: resources not received: {resources}.',
  },
} as const satisfies Record<string, Text>;
