/**
 * `VERIFY.txt`: how to check a package without this program, in Chinese and English. The lines between the two marks are
 * what the tests run, as they stand. @param held names of the package's other files: of what it does not have nothing is said
 */
export function helpText(held: readonly string[]): string {
  const there = files.filter(([path]) => held.some((name) => name === path || name.startsWith(path)));
  const lines = there.map(([path, say]) => `  ${(named[path] ?? path).padEnd(22)} ${say}`);
  return [text, '六、文件 · The files', ...lines, ''].join('\n');
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
  [
    'custody/leaves.txt',
    '保管日志每条的叶哈希，可与另一时点的日志比对 · the leaf hash of every entry of the custody log, to compare it with another state',
  ],
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
    图片、PDF 上的签名、时间戳的形式及其证书的用途、强度与吊销。这些由 verify.html 或本程序核对：命令得出 PASSED 时，
    它们仍可能得出 FAILED 或 INDETERMINATE，以它们为准。
  · 命令得出 INDETERMINATE 时，未能判断，并非有误：verify.html 可能得出结论。
  · 均不说明网页内容属实，也不能排除整个移交包被重新制作并重新加盖时间戳；
    请与另行留存的 tagmanifest-sha256.txt 的哈希值核对。

What it shows, and what it does not
  · Matching hashes: the files are as the lists next to them say. Whoever can change a file can also rewrite the lists;
    only a time stamp, or a hash kept elsewhere, vouches for the lists.
  · A third-party time stamp: the lists existed before the time it states. It does not say when pages were captured.
  · The commands below do not check whether the records belong to the custody log, whether the stamps in
    custody/stamps/ cover this case's log, whether the PDF shows the listed pictures, signatures in the PDF, the form of a
    time stamp, or purpose, strength and revocation of its certificates. verify.html and the program do: where the commands
    say PASSED, they may still say FAILED or INDETERMINATE, and they are right.
  · Where the commands say INDETERMINATE, nothing was decided, and nothing is wrong by that: verify.html may decide it.
  · None of this shows that the content of a web page is true, or that the whole package was not remade and stamped again:
    compare the hash of tagmanifest-sha256.txt with a copy kept elsewhere.

二、用常见工具核验（Linux、macOS、WSL；缺少的工具会被指出）
With common tools (Linux, macOS, WSL; a missing one is named)

  在本文件所在文件夹中运行，也可整段粘贴到终端。ROOT 是从时间戳服务机构另行取得的根证书，不可使用包内的证书。
  Run this in the folder of this file, or paste it whole into a terminal. ROOT is the service's root certificate, obtained elsewhere, never from a package.

----- begin -----
(
say() { echo "$2"; exit "$1"; }
fail() { say 1 "FAILED: $1"; }
unsure() { say 3 "INDETERMINATE: $1"; }
for tool in find awk sed tr tail sort; do command -v "$tool" >/dev/null || unsure "$tool is not on this computer"; done
if command -v sha256sum >/dev/null; then set -- sha256sum; sum() { sha256sum; }
elif command -v shasum >/dev/null; then set -- shasum -a 256; sum() { shasum -a 256; }
else unsure 'neither sha256sum nor shasum is on this computer'; fi
export LC_ALL=C
[ -f tagmanifest-sha256.txt ] && [ -f manifest-sha256.txt ] || fail 'a list is missing: this folder does not hold a package'
[ -z "$(find . ! -type f ! -type d)" ] || fail 'something that is neither a file nor a folder'
plain() { awk 'NR == 1 { sub(/^\\357\\273\\277/, "") } { sub(/\\r$/, "") }
  /^[0-9a-fA-F]+ [ *][^ ]+$/ && index($0, " ") == 65 { $0 = tolower(substr($0, 1, 64)) "  " substr($0, 67) } { print }' "$1"; }
put_back() { cr=$(printf '\\r'); for from in 1 4; do
  [ "$from" = 1 ] || [ "$(head -c 3 "$2")" = "$(printf '\\357\\273\\277')" ] || continue
  for how in 's/^//' "s/$cr\\$//" "s/$cr\\$//;s/\\$/$cr/"; do
  [ "$(tail -c "+$from" "$2" | sed "$how" | sum | cut -c1-64)" != "$1" ] || return 0; done; done; return 1; }
unread=
here=$(find . \\( -iname __MACOSX -o -iname 'System Volume Information' -o -name '.Trashes' -o -name '.Spotlight-V100' -o -name '.fseventsd' -o -name '.TemporaryItems' -o -name 'lost+found' -o -name '$RECYCLE.BIN' \\) -prune -o -type f ! -iname .DS_Store ! -name '._*' ! -iname thumbs.db ! -iname desktop.ini ! -name '.*.icloud' ! -path ./tagmanifest-sha256.txt ! -path ./seal/tagmanifest-sha256.tsr -exec "$@" {} + 2>/dev/null) || unread=1
found=$({ plain manifest-sha256.txt | sed 's/^/1 /'; plain tagmanifest-sha256.txt | sed 's/^/2 /'; echo "$here" | sed 's/^/3 /'; } | awk '
  { of = substr($0, 1, 1); line = substr($0, 3) }
  of < 3 { sha = tolower(substr(line, 1, 64)); path = substr(line, 67)
    if (line !~ /^[0-9a-fA-F]+ [ *][^ ]+$/ || index(line, " ") != 65 || (path ~ /^data\\//) != (of == 1) || (path in want)) print "list - " line
    else want[path] = sha
    next }
  line != "" { path = substr(line, 69); is[path] = substr(line, 1, 64) }
  END {
    for (path in is) if (!(path in want)) strange[is[path]]++
    for (path in want) if (!(path in is)) { if (strange[want[path]] > 0) { strange[want[path]]--; print "renamed - " path } else print "missing - " path }
      else if (is[path] != want[path]) print (is[path] ~ /^e3b0c44298fc1c149afbf4c8996fb924/ ? "empty" : "changed"), want[path], path
    for (sha in strange) if (strange[sha] > 0) print "strange - " sha
  }' | while read -r what sha path; do
    [ "$path" != manifest-sha256.txt ] || [ "$(plain "$path" | sum | cut -c1-64)" != "$sha" ] || continue
    [ "$what" = changed ] && put_back "$sha" "$path" && case $path in data/*) what=ends;; *) continue;; esac
    icloud="$(dirname "$path")/.$(basename "$path").icloud"; [ "$what" = missing ] && [ -f "$icloud" ] && what=empty
    echo "$what $path"; done)
is() { echo "$found" | grep -q "^$1 "; }
first() { echo "$found" | grep "^$1 " | head -n 1; }
! is changed || fail "a file is not as listed: $(first changed)"
! is list || fail 'a line of a list is not as the program writes it'
! is missing || [ "$unread" ] || fail "a listed file is missing: $(first missing)"
! is strange || fail 'a file that is in no list'
[ ! "$unread" ] || unsure 'a file cannot be read on this computer'
! is empty || unsure "a file has 0 bytes here, its content is elsewhere: $(first empty)"
! is ends || unsure "line ends of a file of evidence were changed on the way: $(first ends)"
[ ! -d data/bundle ] || for sums in data/bundle/*.sha256; do [ -f "$sums" ] || continue; plain "$sums" | grep -v '^#' | awk '!/^[0-9a-f]+ [ *].+$/ || index($0, " ") != 65 { bad = 1 } END { exit bad || NR < 2 }' || fail 'the list of the bundle is not as the program writes it'; for sha in $(plain "$sums" | grep -v '^#' | cut -c1-64); do echo "$here" | grep -q "^$sha" || fail 'the bundle is not the one of its own list'; done; done
[ ! -f bagit.txt ] || [ "$(plain bagit.txt | tr '\\n' ' ')" = 'BagIt-Version: 1.0 Tag-File-Character-Encoding: UTF-8 ' ] || fail 'bagit.txt is not as RFC 8493 has it'
if [ -f bag-info.txt ] && grep -q '^Fascicle-Edition: whole' bag-info.txt && [ ! -f custody/log.jsonl ]; then fail 'the custody log is missing'; fi
token=seal/tagmanifest-sha256.tsr
rest='not checked here: custody log, stamps in custody/, what the PDF shows'
[ -d data/bundle ] || rest="$rest; there is no bundle in it"
if [ ! -f "$token" ]; then
  ! grep -q '^Fascicle-Seal:' bag-info.txt || fail 'the time stamp over the package was taken away'
  say 0 "PASSED: files as the lists beside them say; nothing vouches for the lists, no time is proven; $rest"
fi
command -v openssl >/dev/null || unsure 'files as the lists say; openssl is not on this computer, so the time stamp was not checked'
about=$(openssl ts -reply -token_in -in "$token" -text 2>/dev/null) || fail 'the time stamp cannot be read'
echo "$about" | grep 'Time stamp:' || fail 'the time stamp names no time'
[ -n "\${ROOT-}" ] || unsure 'files as the lists say; set ROOT to check the time stamp'
echo "$about" | grep -q 'Hash Algorithm: sha256' || unsure 'the time stamp uses another hash than SHA-256: verify.html tells what it is worth'
at=$(echo "$about" | awk '/^Time stamp:/ { month = (index("JanFebMarAprMayJunJulAugSepOctNovDec", $3) + 2) / 3; year = $6; split($5, t, ":")
  if (month < 3) { year--; month += 12 }
  days = 365 * year + int(year / 4) - int(year / 100) + int(year / 400) + int((153 * (month - 3) + 2) / 5) + $4 - 719469
  printf "%d", days * 86400 + t[1] * 3600 + t[2] * 60 + int(t[3]) }')
if why=$(plain tagmanifest-sha256.txt | openssl ts -verify -token_in -in "$token" -data /dev/stdin -CAfile "$ROOT" -attime "$at" 2>&1); then
  [ "$at" -le "$(($(date +%s) + 86400))" ] || fail 'the time stamp names a time to come'
  say 0 "PASSED: files as the lists say; the lists existed before the time above, by a third party; $rest"
fi
if openssl pkcs7 -inform DER -in "$token" -print_certs -text 2>/dev/null | grep -Eiq 'rsassaPss|ED25519|ED448|SM2|SM3'; then
  unsure 'this openssl may not know how the time stamp was signed: use verify.html'
fi
! echo "$why" | grep -Eiq 'unable to get|self.signed' || unsure 'the time stamp leads to another root certificate than ROOT'
fail 'the time stamp'
)
----- end -----

三、用本程序的离线核验页 · With the offline page
  用任何浏览器打开 verify.html，选择本文件夹或 ZIP；不联网。包内的副本由移交人提供：请使用从本程序发布处取得的副本。
  浏览器不把链接交给网页：包内是否混入链接，由命令或本程序核对。
  Open verify.html in any browser and choose this folder or the ZIP; it uses no network. The copy in this package was
  supplied by the sender: use one from where the program is published. A browser hands no links to a page: whether one
  was put into the package is checked by the commands and the program.

四、Windows
  PowerShell:  Get-FileHash -Algorithm SHA256 文件名          (Get-FileHash -Algorithm SHA256 FILE)
  cmd:         certutil -hashfile 文件名 SHA256               (certutil -hashfile FILE SHA256)
  与 manifest-sha256.txt、tagmanifest-sha256.txt 逐行比对。Compare the result line by line with the two lists.

五、打开方式 · How to open what is in it
  · WACZ（网页存档）：用 ReplayWeb.page。脚本和框架在回放中可能与封存的画面不同。
  · MHTML：用 Chrome 或 Edge。文本（txt、json、jsonl、csv、html）：UTF-8 编码；只看，不要另存。
  · 无论打开的程序显示什么，以文件的 SHA-256 为准。
  · WACZ (archives of pages): ReplayWeb.page. Scripts and frames may replay otherwise than in the stored picture.
  · MHTML: Chrome or Edge. Texts (txt, json, jsonl, csv, html): UTF-8; look at them, and do not save them again.
  · Whatever a program shows, the file's SHA-256 decides.
`;
