import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { ElementHandle } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstSettings } from '../../shared/window/settings.ts';
import { buildIn } from '../fixtures/build-bundle.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { fixedCase } from '../fixtures/made/fixed-case.ts';
import { startAuthority, type Authority } from '../fixtures/pki/authority.ts';
import { inAnotherOrder, WindowRoom } from '../fixtures/window-room.ts';
import { passphrase, signer, type Signer } from '../unit/signature/signing-room.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const title = '青禾小贷申请诉前行为保全 İıIi';

/** A case with a filed bundle, until it is handed over, kept safe and its order watched. Every test goes on from the one before. */
describe('a person keeps a case, hands it over, and follows its order', { timeout: 300_000 }, () => {
  const cache = freshFolder();
  let folder: string;
  let room: WindowRoom;
  let authority: Authority;
  let lawyer: Signer;
  let site: Server;
  let page = '首页：声明在此';
  let address: string;
  const screen = (name: string) => room.go(name);
  /** A part of the screen, by its tab. */
  const part = async (name: string) => {
    const tab = await room.page.waitForFunction(
      (wanted) => [...document.querySelectorAll<HTMLElement>('.part')].find((one) => one.innerText === wanted),
      {},
      name,
    );
    await (tab as ElementHandle).click(); // waitForFunction waits until an element is found
    await room.page.waitForFunction(
      (wanted) => document.querySelector<HTMLElement>('.part[aria-selected=true]')?.innerText === wanted,
      {},
      name,
    );
  };
  /** Presses a button of the shown part or sheet, not one of the frame. */
  const act = async (words: string) => {
    const handle = await room.page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll<HTMLButtonElement>('main button, [role=dialog] button')].find(
          (one) => one.innerText.trim() === wanted && !one.disabled && one.offsetParent !== null,
        ),
      {},
      words,
    );
    await (handle as ElementHandle).click(); // waitForFunction waits until an element is found
  };
  const choose = async (words: string, file: string) => {
    const [chooser] = await Promise.all([room.page.waitForFileChooser(), act(words)]);
    await chooser.accept([file]);
  };
  /** From the list of cases, by its folder: a received case has the same title. */
  const openCase = async () => {
    await room.page.click('.case-name');
    const line = await room.page.waitForFunction(
      (path) =>
        [...document.querySelectorAll('.case-line')]
          .find((one) => one.querySelector('.mono')?.textContent === path)
          ?.querySelector('button'),
      {},
      folder,
    );
    await (line as ElementHandle).click(); // waitForFunction waits until an element is found
    await room.page.waitForSelector('[aria-current=page]');
  };

  beforeAll(async () => {
    const caseFile = fixedCase();
    await buildIn(caseFile);
    folder = caseFile.folder;
    caseFile.close();
    authority = await startAuthority();
    lawyer = signer('rsa');
    site = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<h1>${page}</h1>`);
    });
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`; // listening on TCP
    writeFileSync(
      join(cache, 'recent-cases.json'),
      JSON.stringify([{ folder, lastOpened: '2026-05-06T01:30:00.000Z' }]),
    );
    const capture = { ...firstSettings.capture, allowPrivateNetwork: true, timeout: 60 };
    writeFileSync(join(cache, 'settings.json'), JSON.stringify({ ...firstSettings, capture, casesFolder: cache }));
    room = await WindowRoom.open(cache, {}, null, inAnotherOrder);
    room.page.setDefaultTimeout(90_000);
    await room.press(title);
    await room.page.waitForSelector('[role=option]');
  }, 300_000);
  afterAll(async () => {
    await room.close();
    void authority.close();
    site.close();
  });

  test('the bottom line says how much no third party has dated, and leads to the time stamps', async () => {
    await room.page.waitForSelector('.seal-lag');
    expect(await room.text('.seal-lag')).toMatch(/\d+ 条记录尚无第三方时间/);
    await room.page.click('.seal-lag');
    await room.shows('尚无时间戳');
    await room.shows('尚未设置时间戳服务');
  });

  test('without a service the request is kept and waits', async () => {
    await act('加盖时间戳');
    await room.page.waitForSelector('.table .mark-waiting');
    await room.page.waitForFunction(() =>
      /1 个时间戳待取得/.test(document.querySelector('.seal-lag')?.textContent ?? ''),
    );
  });

  test('a service is set in the settings, a text that is no address is said to be none, a root is chosen as a file', async () => {
    await act('设置时间戳服务');
    await room.fill('服务地址', 'not an address');
    await room.shows('不是网址：not an address');
    await room.fill('服务地址', authority.url);
    await choose('选择证书文件', authority.anchorFile);
    await room.page.waitForFunction(
      (path) => [...document.querySelectorAll('textarea')].some((one) => one.value === path),
      {},
      authority.anchorFile,
    );
  });

  test('what waited is answered, and all is dated', async () => {
    await screen('保管');
    await room.shows(authority.url);
    await act('加盖时间戳');
    await room.page.waitForSelector('.table .mark-passed');
    expect(await room.text('.table')).toContain('已取得并核验');
    await room.page.waitForFunction(
      () => document.querySelector('.seal-lag')?.textContent === '全部日志条目均已加盖时间戳',
    );
  });

  test('a wrong passphrase says that nothing was written', async () => {
    await screen('成册');
    await room.page.waitForSelector('canvas[data-drawn]');
    await act('签名…');
    await choose('选择文件…', lawyer.p12);
    await room.page.waitForFunction(
      (path) => [...document.querySelectorAll('input')].some((one) => one.value === path),
      {},
      lawyer.p12,
    );
    await room.fill('口令', 'wrong');
    await act('签名');
    await room.page.waitForSelector('[role=dialog] .trouble');
    expect(await room.text('[role=dialog] .trouble')).toContain('未写出已签名的文件');
  });

  test('the bundle is signed with a time stamp, verifies, and the passphrase is nowhere', async () => {
    await room.fill('口令', passphrase);
    await act('签名');
    await room.shows('已签名：PAdES B-T');
    expect(await room.page.$$eval('input', (all) => all.map((one) => one.value).join())).not.toContain('Pass-7');
    await act('核验');
    await room.page.waitForSelector('.verdict-lines');
    expect(await room.text('.verdict-lines')).toContain('未改动');
    for (const folderToRead of [cache, dirname(folder)])
      for (const name of readdirSync(folderToRead, { recursive: true, withFileTypes: true }).filter((one) =>
        one.isFile(),
      ))
        expect(readFileSync(join(name.parentPath, name.name), 'latin1')).not.toContain('Pass-7');
  });

  test('a report of verification is said again in the other language', async () => {
    const before = await room.text('.verdict .ledger');
    const differs = (text: string) =>
      room.page.waitForFunction(
        (old) => (document.querySelector<HTMLElement>('.verdict .ledger')?.innerText ?? old) !== old,
        {},
        text,
      );
    await room.press('English');
    await differs(before);
    await room.page.waitForFunction(() =>
      /file|hash|page/.test(document.querySelector('.verdict .ledger')?.textContent ?? ''),
    );
    const english = await room.text('.verdict .ledger');
    await room.press('中文');
    await differs(english);
    await room.shows('这不能证明什么');
  });

  let packaged: string;
  test('the filed bundle goes out as a package, which is verified at a word', async () => {
    await screen('保管');
    await part('移交');
    await room.shows('将移交最近的提交版证据册');
    await act('写出移交包');
    await room.page.waitForSelector('.outcome .mark-passed');
    packaged = (await room.text('.outcome .mono')).trim();
    expect(existsSync(packaged)).toBe(true);
    await act('核验移交包');
    await room.page.waitForSelector('.verdict-lines');
    expect(await room.text('.verdict')).toContain('未改动');
    expect(await room.text('.verdict')).toMatch(/第三方时间戳：整个移交包在 .* 之前已存在（不证明取证时间）/);
  });

  test('a package is never written over another', async () => {
    await screen('保管');
    await part('移交');
    await room.fill('写到', packaged);
    await act('写出移交包');
    await room.page.waitForSelector('.trouble');
    expect(await room.text('.trouble')).toContain('案件未改动');
  });

  test('a package with one changed byte is not taken over', async () => {
    const changed = join(cache, 'changed.zip');
    const bytes = readFileSync(packaged);
    const at = bytes.indexOf('%PDF-') + 2_000;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(changed, bytes);
    await part('接收');
    await room.drop('.drop-target', changed);
    await room.shows('核验未通过，不能接收');
    expect(await room.page.$$eval('main button', (all) => all.some((one) => one.textContent === '接收到本案'))).toBe(
      false,
    );
  });

  test('a sound package is verified first, then taken over as a new case', async () => {
    await room.drop('.drop-target', packaged);
    await room.page.waitForSelector('.verdict-lines .mark-passed');
    await act('接收为新案件');
    await room.shows('已接收');
    await room.shows('2 项新证据');
    await act('打开案件');
    await room.page.waitForSelector('[role=option]');
    expect(await room.page.$$('[role=option]')).toHaveLength(2);
    await openCase();
  });

  let copy: string;
  test('a backup is made and verified', async () => {
    await screen('保管');
    await part('备份与检查');
    copy = await room.page.$eval('main input', (one) => one.value);
    await act('备份并核验');
    await room.shows('备份已通过核验');
    expect(existsSync(join(copy, 'case.db'))).toBe(true);
  });

  test('a damaged file is found, named, and restored from the backup', async () => {
    const [shelf = ''] = readdirSync(join(folder, 'objects'));
    const [name = ''] = readdirSync(join(folder, 'objects', shelf));
    const file = join(folder, 'objects', shelf, name);
    chmodSync(file, 0o600);
    writeFileSync(file, 'damaged');
    await room.fill('从此处恢复', copy);
    await act('立即检查');
    await room.shows('1 个文件受损');
    await room.shows('已恢复，来自');
    expect(readFileSync(file, 'latin1')).not.toBe('damaged');
  });

  test('a sound database is left as it is', async () => {
    await act('检查并修复');
    await room.shows('数据库完好，未作改动');
  });

  test('a case whose database is lost is repaired from the list of cases, and opens', async () => {
    for (const end of ['', '-wal', '-shm']) rmSync(join(copy, `case.db${end}`), { force: true });
    await room.page.click('.case-name');
    await room.press('打开案件文件夹');
    await room.fill('文件夹', copy);
    await room.keys('Enter');
    await room.page.waitForSelector('.trouble');
    await act('检查并修复');
    await room.shows('已重建');
    await act('打开案件');
    await room.page.waitForSelector('[role=option]');
    await openCase();
  });

  test('the empty order says where to begin, and its parts are changed by arrow keys', async () => {
    await screen('裁定');
    await part('期限');
    await room.shows('尚无可计算的期限');
    await room.page.focus('.part[aria-selected=true]');
    await room.keys('ArrowRight');
    await room.shows('尚未登记须履行的义务');
    await room.keys('ArrowRight');
    await room.shows('尚无监测的网址');
    await part('裁定');
  });

  test('a day that is none is said to be none; the order is registered', async () => {
    await room.fill('案号', '（2019）浙0192行保1号');
    await room.fill('裁定日期', '2019-02-30');
    await room.shows('请写成 2019-05-16');
    await room.fill('裁定日期', '2019-05-16');
    await room.fill('采取保全措施之日', '2019-05-16');
    await act('添加送达');
    await room.fill('当事人', '某信息公司');
    await room.fill('送达时间', '2019-05-16 15:00');
    await act('登记裁定');
    await room.page.waitForFunction(
      () => document.querySelector('[role=status].hidden-said')?.textContent === '裁定已登记',
    );
  });

  test('deadlines stand with their legal basis and what to check with counsel, and go into a calendar', async () => {
    await part('期限');
    await room.page.waitForSelector('.deadline');
    const said = await room.text('.deadlines');
    expect(said).toContain('2019-06-17'); // the thirtieth day, 15 June, is a Saturday
    expect(said).toContain('依据');
    expect(said).toContain('请与律师核对');
    await act('导出日历');
    await room.shows('日历已写到');
    expect(readdirSync(dirname(folder)).some((name) => name.endsWith('-deadlines.ics'))).toBe(true);
  });

  test('an obligation is registered as the order words it', async () => {
    await part('履行');
    await act('添加：首页声明');
    await room.fill('裁定主文', '在首页刊登声明');
    await room.fill('首页网址', address);
    await room.fill('声明的识别文字', '声明在此');
    await room.fill('须展示的天数', '3');
    await act('保存');
    await room.page.waitForSelector('.obligation');
    expect(await room.text('.obligation')).toContain('首页声明：在首页刊登声明');
    await part('期限'); // its days are still its own
    expect(await room.text('.deadlines')).toContain('2019-06-17');
  });

  test('an address is watched: captured once, it is as expected', async () => {
    await part('监测');
    await act('添加网址');
    await room.fill('网址（可粘贴多个）', `首页 ${address}`);
    await room.page.click('[role=dialog] .choice-button');
    await room.press('含有文字');
    await room.fill('识别文字', '声明在此');
    await act('添加');
    await room.page.waitForSelector('.watched .mark-waiting');
    await act('立即全部检查一次');
    await room.page.waitForSelector('.watched .mark-passed');
    expect(await room.text('.watched')).toContain('符合期望');
  });

  test('what is taken away is seen in the next round, with its history', async () => {
    page = '首页：别的内容';
    await act('立即全部检查一次');
    await room.page.waitForSelector('.watched .mark-failed');
    expect(await room.text('.watched')).toContain('不符合期望');
    await room.page.click('.watched summary');
    await room.page.waitForSelector('.watched .ledger li');
  });

  test('a watch that goes on is stopped at a word', async () => {
    await act('持续监测');
    await act('停止监测');
    await room.find('持续监测');
  });

  test('the days of the obligation follow from the captures', async () => {
    await part('履行');
    await room.page.waitForSelector('.day');
    expect(await room.texts('.day')).not.toHaveLength(0);
  });

  test('two captures of one address are compared side by side: what was taken away is an edit, framed in the picture', async () => {
    await screen('证据');
    await (await room.page.$$('[role=option]')).at(-1)?.click();
    await room.press('历次取证');
    await room.press('比对');
    await room.page.waitForSelector('.compare .compare-frame');
    expect(await room.text('.compare')).toMatch(/文字改动/);
    await room.keys('Escape');
    await screen('裁定');
    await part('履行');
  });

  test('the report on compliance is built from there and shown, named among the bundles', async () => {
    await act('生成履行情况核查报告');
    await act('报告已生成：查看'); // nobody is led away unasked
    await room.page.waitForFunction(() =>
      document.querySelector('.bar .choice-button')?.textContent.includes('核查报告'),
    );
    await room.shows('首页声明：在首页刊登声明');
  });

  test('drafts of the application papers are written beside the case, with the places to be filled counted', async () => {
    await act('写出申请书和目录草稿');
    await room.shows('处待填');
    const drafts = readdirSync(dirname(folder)).find((name) => name.endsWith('-drafts')) ?? '';
    expect(readdirSync(join(dirname(folder), drafts))).toContain('application.zh-CN.docx');
    await screen('裁定');
  });

  test('axe finds nothing in any of it, in both languages', async () => {
    const session = await room.page.createCDPSession();
    await session.send('Runtime.evaluate', { expression: axe });
    const found: string[] = [];
    for (const language of ['zh-CN', 'en'] as const) {
      for (const way of language === 'en' ? ['Ruling', 'Custody'] : ['裁定', '保管']) {
        await screen(way);
        for (const name of await room.texts('.part')) {
          await part(name);
          const { result } = await session.send('Runtime.evaluate', {
            expression: `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
            awaitPromise: true,
            returnByValue: true,
          });
          found.push(...(result.value as string[]).map((one) => `${way} ${name}: ${one}`)); // as the expression makes it
        }
      }
      await room.press(language === 'en' ? '中文' : 'English');
      await room.page.waitForFunction((was) => document.documentElement.lang !== was, {}, language);
    }
    expect(found).toEqual([]);
  });

  test('nothing of it broke the window’s policy, and the case verifies', async () => {
    expect(room.said.filter((text) => /Content Security Policy|pageerror/.test(text))).toEqual([]);
    await screen('核验');
    await room.press('核验本案');
    await room.page.waitForSelector('.verdict-lines');
    expect(await room.text('.verdict')).toContain('未改动');
  });
});
