// Writes the two files that the demo imports: `node resources/demo/make/make-files.mjs`
//   files/mmexport1557100800000.jpg    a phone screenshot as a messenger saves it: no EXIF, its name is a time
//   files/qinghe-registry-extract.pdf  two pages of an invented registry, real Chinese text
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import subsetFont from 'subset-font';
import { bundledFonts } from '../../../electron/capture/browser/fonts.ts';
import { ensureFonts } from '../../../electron/capture/browser/fonts.ts';

const here = (name) => new URL(name, import.meta.url);

// --- The screenshot. sharp reads fontconfig's file when it loads, so its place is set before.
const fontFile = ensureFonts(null);
if (fontFile !== null) process.env.FONTCONFIG_FILE = fontFile;
const { default: sharp } = await import('sharp');

const bubble = (y, name, colour, lines) => {
  const height = 52 + lines.length * 58;
  return `<rect x="36" y="${y}" width="104" height="104" rx="14" fill="${colour}"/><text x="88" y="${y + 70}" font-size="48" fill="#fff" text-anchor="middle">${name.slice(0, 1)}</text>
<text x="170" y="${y + 26}" font-size="32" fill="#8b8f94">${name}</text><rect x="166" y="${y + 44}" width="${Math.max(...lines.map((line) => line.length)) * 42 + 64}" height="${height}" rx="16" fill="#fff"/>
${lines.map((line, n) => `<text x="198" y="${y + 112 + n * 58}" font-size="42" fill="#1b1e23">${line}</text>`).join('\n')}`;
};
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="2340" font-family="Noto Sans SC">
<rect width="1080" height="2340" fill="#e9ecea"/>
<rect width="1080" height="236" fill="#f6f6f4"/><path d="M0 236h1080" stroke="#d3d5d2" stroke-width="2"/>
<text x="60" y="62" font-size="38" fill="#222">08:00</text>
<g fill="#222"><rect x="880" y="44" width="10" height="18"/><rect x="896" y="36" width="10" height="26"/><rect x="912" y="28" width="10" height="34"/><rect x="950" y="30" width="66" height="32" rx="6" fill="none" stroke="#222" stroke-width="4"/><rect x="956" y="36" width="40" height="20"/></g>
<path d="M78 140l-26 26 26 26" fill="none" stroke="#222" stroke-width="6"/><text x="540" y="184" font-size="46" font-weight="700" fill="#1b1e23" text-anchor="middle">东街商户互助群（168）</text><text x="1010" y="182" font-size="46" fill="#222" text-anchor="end">···</text>
<text x="540" y="318" font-size="32" fill="#9a9ea2" text-anchor="middle">昨天 21:19</text>
${bubble(360, '黎记杂货', '#4f7d9b', ['大家看，刚推送的，青禾小贷', '要清算了？？'])}
<rect x="36" y="590" width="104" height="104" rx="14" fill="#4f7d9b"/><text x="88" y="660" font-size="48" fill="#fff" text-anchor="middle">黎</text>
<text x="170" y="616" font-size="32" fill="#8b8f94">黎记杂货</text>
<rect x="166" y="636" width="760" height="700" rx="16" fill="#fff"/><rect x="166" y="636" width="760" height="106" rx="16" fill="#123d7a"/><rect x="166" y="710" width="760" height="32" fill="#123d7a"/>
<text x="202" y="706" font-size="42" font-weight="700" fill="#fff">企镜 · 监控消息</text>
<rect x="202" y="786" width="176" height="56" rx="8" fill="#fdeae6"/><text x="290" y="827" font-size="34" fill="#c8321c" text-anchor="middle">警示信息</text>
<text x="202" y="912" font-size="42" font-weight="700" fill="#1b1e23">青禾市青禾小额贷款有限</text><text x="202" y="972" font-size="42" font-weight="700" fill="#1b1e23">公司新增清算组成员备案</text>
<text x="202" y="1052" font-size="36" fill="#444a52">您监控的企业于 2019-05-05 新增清算</text><text x="202" y="1106" font-size="36" fill="#444a52">组成员备案信息，企业进入清算程序，</text><text x="202" y="1160" font-size="36" fill="#444a52">请注意相关风险。</text>
<path d="M202 1216h688" stroke="#e4e6e8" stroke-width="2"/><text x="202" y="1284" font-size="32" fill="#8b8f94">2019-05-05 21:06　查看企业详情</text>
${bubble(1384, '布行阿珍', '#a4665a', ['真的假的，我月底还要还款'])}
${bubble(1560, '面馆老板', '#6d8a56', ['先别还了，等等看消息'])}
<text x="540" y="1786" font-size="32" fill="#9a9ea2" text-anchor="middle">07:52</text>
${bubble(1826, '五金铺', '#7a6aa0', ['早上网站也登了，据说是真的', '转给客服问问吧'])}
<rect y="2116" width="1080" height="224" fill="#f6f6f4"/><path d="M0 2116h1080" stroke="#d3d5d2" stroke-width="2"/><circle cx="84" cy="2190" r="36" fill="none" stroke="#444" stroke-width="5"/><rect x="150" y="2146" width="720" height="88" rx="14" fill="#fff"/><circle cx="936" cy="2190" r="36" fill="none" stroke="#444" stroke-width="5"/><circle cx="1024" cy="2190" r="36" fill="none" stroke="#444" stroke-width="5"/><path d="M1024 2172v36M1006 2190h36" stroke="#444" stroke-width="5"/><rect x="400" y="2306" width="280" height="10" rx="5" fill="#222"/>
</svg>`;
await sharp(Buffer.from(svg)).jpeg({ quality: 76, mozjpeg: false }).toFile(here('../files/mmexport1557100800000.jpg').pathname);

// --- The registry's extract.
const rows = [
  ['名称', '青禾市青禾小额贷款有限公司'],
  ['统一社会信用代码', 'DEMO-QINGHE-0001（演示编号，非真实代码）'],
  ['类型', '有限责任公司'],
  ['法定代表人', '温如岚（虚构）'],
  ['注册资本', '叁亿元整'],
  ['成立日期', '2012年04月18日'],
  ['营业期限', '2012年04月18日至长期'],
  ['住所', '青禾市东街道百穗路 18 号'],
  ['登记状态', '存续'],
  ['登记机关', '青禾市企业登记机关（虚构）'],
  ['经营范围', '在青禾市范围内办理各项小额贷款业务'],
];
const events = [
  ['2012-04-18', '设立登记', '准予设立'],
  ['2015-11-09', '股东会决议', '拟解散，成立清算组'],
  ['2015-11-12', '清算组成员备案', '清算组负责人：温如岚；成员：岑柏年、陆望舒'],
  ['2016-01-15', '股东会决议', '撤销解散决议，公司继续经营'],
  ['2016-01-21', '终止清算备案', '清算组撤销，登记状态恢复为存续'],
  ['2018-06-04', '注册资本变更', '由贰亿元变更为叁亿元'],
];
const statements = [
  '一、截至出具日，上列企业登记状态为“存续”。',
  '二、自2016年01月21日终止清算备案之日起至出具日止，',
  '　　登记档案中没有新增的清算组成员备案记录。',
  '三、2019年05月05日当日，登记档案中没有该企业的任何登记或备案事项。',
];
const heading = '企业登记档案查询结果';
const office = '青禾市企业登记档案室（虚构机构）';
const lines = ['查询编号：演示 2019-0508-017', '出具日期：2019年05月08日', '第 1 页，共 2 页', '第 2 页，共 2 页', '一　登记基本信息', '二　登记与备案事项', '三　说明', '日期', '事项', '内容', '演示文件：机构、企业与人员均为虚构，不具有任何证明效力。', '查询专用章', '演示', '— 以下空白 —'];
const text = [heading, office, ...lines, ...rows.flat(), ...events.flat(), ...statements].join('');

const pdf = await PDFDocument.create({ updateMetadata: false });
const face = async (weight) => pdf.embedFont(await subsetFont(readFileSync(bundledFonts()[weight]), text, { targetFormat: 'truetype' }));
pdf.registerFontkit((await import('fontkit')).default);
