/**
 * `VERIFY.txt`: how to check a package without this program, in Chinese and English. The lines between the two marks are
 * what the tests run, as they stand. @param held names of the package's other files: of what it does not have nothing is said
 */
export function helpText(held: readonly string[]): string {
  const there = files.filter(([path]) => held.some((name) => name === path || name.startsWith(path)));
  const lines = there.map(([path, say]) => `  ${(named[path] ?? path).padEnd(22)} ${say}`);
  return [text, '五、文件 · The files', ...lines, ''].join('\n');
}

/** Files and folders of a package, in the order in which they are told. */
const files = [
  ['verify.html', '离线核验页 · the offline page'],
  ['DISCLOSURE.txt', '含有、删减、未移交的文件及原因 · what is in it, reduced or withheld, and why'],
  ['data/bundle/', '证据册、哈希值文件、清单 · the bundle, its hash list and manifest'],
  ['data/items/', "各项证据的记录及文件 · each item's record and files"],
  ['data/attachments/', '外部存证，文件名为其 SHA-256 · external documents, each named by its SHA-256'],
  [
    'custody/checkpoint.txt',
    '保管日志检查点（C2SP tlog-checkpoint，RFC 6962 默克尔树根） · checkpoint of the custody log',
  ],
  ['custody/proofs.jsonl', "各项证据在保管日志中的条目及默克尔证明 · each item's entry and its Merkle proof"],
  ['custody/log.jsonl', '保管日志全部条目 · every entry of the custody log'],
  ['custody/digests.csv', 'SHA-256 与 SM3 哈希值 · SHA-256 and SM3 of every file'],
  [
    'custody/stamps/',
    '此前对保管日志加盖的时间戳，及其属于本日志的证明 · earlier time stamps of the custody log, and proofs that each covers this log',
  ],
  ['seal/', '对整个移交包加盖的时间戳 · the time stamp of the whole package'],
] as const;
const named: Readonly<Record<string, string>> = { 'data/items/': 'data/items/标识/' };

const text = `如何核验本移交包 · How to verify this package
=============================================

一、说明什么，不说明什么
  · 哈希值相符：包内文件与旁边的清单一致。能改动文件的人也能改写清单；清单本身须以时间戳或另行留存的哈希值印证。
  · 第三方时间戳：清单在时间戳所载时间之前已经存在；不说明取证发生在何时。
  · 下列命令不核对：各项记录是否属于保管日志、custody/stamps/ 中的时间戳是否加盖于本案日志、PDF 显示的是否为所列
    图片、PDF 上的签名。这些由 verify.html 或本程序核对。
  · 均不说明网页内容属实，也不能排除整个移交包被重新制作并重新加盖时间戳；
    请与另行留存的 tagmanifest-sha256.txt 的哈希值核对。

What it shows, and what it does not
  · Matching hashes: the files are as the lists next to them say. Whoever can change a file can also rewrite the lists;
    only a time stamp, or a hash kept elsewhere, vouches for the lists.
  · A third-party time stamp: the lists existed before the time it states. It does not say when pages were captured.
  · The commands below do not check whether the records belong to the custody log, whether the stamps in
    custody/stamps/ cover this case's log, whether the PDF shows the listed pictures, or signatures in the PDF.
    verify.html and the program do.
  · None of this shows that the content of a web page is true, or that the whole package was not remade and stamped again:
    compare the hash of tagmanifest-sha256.txt with a copy kept elsewhere.

二、用常见工具核验（Linux、macOS、WSL；需 coreutils、findutils、openssl）
With common tools (Linux, macOS, WSL; coreutils, findutils, openssl)

  在本文件所在文件夹中运行。ROOT 是从时间戳服务机构另行取得的根证书，不可使用包内的证书。
  Run this in the folder of this file. ROOT is the service's root certificate, obtained elsewhere, never from a package.

----- begin -----
fail() { echo "FAILED: $1"; exit 1; }
[ -z "$(find . ! -type f ! -type d)" ] || fail 'something that is neither a file nor a folder'
sha256sum --quiet --strict -c tagmanifest-sha256.txt || fail 'a file about the package'
sha256sum --quiet --strict -c manifest-sha256.txt || fail 'a file under data/'
listed=$(cut -c67- manifest-sha256.txt tagmanifest-sha256.txt | LC_ALL=C sort)
there=$(find . -type f ! -name .DS_Store ! -name '._*' ! -iname thumbs.db ! -iname desktop.ini ! -path ./tagmanifest-sha256.txt ! -path ./seal/tagmanifest-sha256.tsr | cut -c3- | LC_ALL=C sort)
[ "$listed" = "$there" ] || fail 'a file that is in no list, or twice in one'
[ ! -d data/bundle ] || for sums in data/bundle/*.sha256; do (cd data/bundle && sha256sum --quiet --strict -c "\${sums##*/}") || fail 'the bundle'; done
token=seal/tagmanifest-sha256.tsr
rest='not checked here: custody log, stamps in custody/, what the PDF shows'
[ -d data/bundle ] || rest="$rest; there is no bundle in it"
if [ ! -f "$token" ]; then
  grep -q '^Fascicle-Seal:' bag-info.txt && fail 'the time stamp over the package was taken away'
  echo "PASSED: files as the lists beside them say; nothing vouches for the lists, no time is proven; $rest"; exit 0
fi
openssl ts -reply -token_in -in "$token" -text 2>/dev/null | grep 'Time stamp:' || fail 'the time stamp'
[ -n "\${ROOT-}" ] || { echo 'INDETERMINATE: files as the lists say; set ROOT to check the time stamp'; exit 3; }
openssl ts -verify -token_in -in "$token" -data tagmanifest-sha256.txt -CAfile "$ROOT" >/dev/null 2>&1 || fail 'the time stamp'
echo "PASSED: files as the lists say; the lists existed before the time above, by a third party; $rest"
----- end -----

三、用本程序的离线核验页 · With the offline page
  用任何浏览器打开 verify.html，选择本文件夹或 ZIP；不联网。包内的副本由移交人提供：请使用从本程序发布处取得的副本。
  Open verify.html in any browser and choose this folder or the ZIP; it uses no network. The copy in this package was
  supplied by the sender: use one from where the program is published.

四、Windows
  PowerShell:  Get-FileHash -Algorithm SHA256 文件名          (Get-FileHash -Algorithm SHA256 FILE)
  cmd:         certutil -hashfile 文件名 SHA256               (certutil -hashfile FILE SHA256)
  与 manifest-sha256.txt、tagmanifest-sha256.txt 逐行比对。Compare the result line by line with the two lists.
`;
