/**
 * `VERIFY.txt`: how to check a package without this program, in Chinese and English. The lines between the two marks are
 * what the tests run, as they stand.
 */
export function helpText(): string {
  return text;
}

const text = `如何核验本移交包 / How to check this package
=============================================

一、说明什么，不说明什么
  · 哈希值相符：包内文件自写入清单之后未改动。
  · 第三方时间戳：清单在时间戳所载时间之前已经存在；不说明采集发生在何时。
  · 上述两项均不说明网页内容本身真实，也不能排除整个包被重新制作并重新加盖时间戳；
    请与他处留存的 tagmanifest-sha256.txt 的哈希值核对。

What it shows, and what it does not
  · Hashes that agree: the files have not changed since the lists were written.
  · A time stamp of a third party: the lists existed before the time in it; it says nothing of when pages were captured.
  · Neither says that a web page told the truth, nor that the package was not made anew as a whole and stamped again:
    compare the hash of tagmanifest-sha256.txt with a copy that is kept elsewhere.

二、用常见工具核验（Linux、macOS、WSL；需 coreutils、findutils、openssl）
With common tools (Linux, macOS, WSL; coreutils, findutils, openssl)

  在本文件所在文件夹中运行。ROOT 是从时间戳服务机构另行取得的根证书，不可使用包内的证书。
  Run it in the folder of this file. ROOT is the service's root certificate, obtained elsewhere, never from a package.

----- begin -----
fail() { echo "FAILED: $1"; exit 1; }
[ -z "$(find . ! -type f ! -type d)" ] || fail 'something that is neither a file nor a folder'
sha256sum --quiet --strict -c tagmanifest-sha256.txt || fail 'a file about the package'
sha256sum --quiet --strict -c manifest-sha256.txt || fail 'a file under data/'
listed=$(cut -c67- manifest-sha256.txt tagmanifest-sha256.txt | LC_ALL=C sort)
there=$(find . -type f ! -path ./tagmanifest-sha256.txt ! -path ./seal/tagmanifest-sha256.tsr | cut -c3- | LC_ALL=C sort)
[ "$listed" = "$there" ] || fail 'a file that is in no list, or twice in one'
[ ! -d data/bundle ] || for sums in data/bundle/*.sha256; do (cd data/bundle && sha256sum --quiet --strict -c "\${sums##*/}") || fail 'the bundle'; done
token=seal/tagmanifest-sha256.tsr
[ -f "$token" ] || { echo 'PASSED: content as the lists have it; time not proven by a third party'; exit 0; }
openssl ts -reply -token_in -in "$token" -text 2>/dev/null | grep 'Time stamp:' || fail 'the time stamp'
[ -n "\${ROOT-}" ] || { echo 'INDETERMINATE: content as the lists have it; set ROOT to check the time stamp'; exit 3; }
openssl ts -verify -token_in -in "$token" -data tagmanifest-sha256.txt -CAfile "$ROOT" >/dev/null 2>&1 || fail 'the time stamp'
echo 'PASSED: content as the lists have it; time proven by a third party'
----- end -----

三、用本程序的离线核验页 / With the offline page
  用任何浏览器打开 verify.html，选择本文件夹或 ZIP；不联网。包内的副本由移交人提供：请使用从本程序发布处取得的副本。
  Open verify.html in any browser and choose this folder or the ZIP; it uses no network. The copy in here comes from
  whoever made the package: use one from where the program is published.

四、Windows
  PowerShell:  Get-FileHash -Algorithm SHA256 文件名          (Get-FileHash -Algorithm SHA256 FILE)
  cmd:         certutil -hashfile 文件名 SHA256               (certutil -hashfile FILE SHA256)
  与 manifest-sha256.txt、tagmanifest-sha256.txt 逐行比对。Compare it line by line with the two lists.

五、文件 / The files
  verify.html            离线核验页 / the offline page
  data/bundle/           证据册、哈希值文件、清单 / the bundle, its hash list and manifest
  data/items/标识/       各项证据的记录及文件 / each item's record and files
  custody/checkpoint.txt 保管日志检查点（C2SP tlog-checkpoint，RFC 6962 默克尔树根）/ head of the custody log
  custody/proofs.jsonl   各项证据在保管日志中的条目及默克尔证明 / each item's entry and its Merkle proof
  custody/log.jsonl      完整版才有：保管日志全部条目 / whole edition only: every entry of the custody log
  custody/digests.csv    SHA-256 与 SM3 哈希值 / SHA-256 and SM3 of every file
  custody/stamps/        此前对保管日志加盖的时间戳 / earlier time stamps over the custody log
  seal/                  对整个包加盖的时间戳（如有）/ the time stamp over the whole package, where there is one
`;
