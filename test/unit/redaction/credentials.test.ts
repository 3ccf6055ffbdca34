import { describe, expect, test } from 'vitest';
import { holdsCredential, textWithoutCredentials, withoutCredentials } from '../../../shared/redaction/credentials.ts';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';
const clean = (text: string) => textWithoutCredentials(text, () => 'REPLACED');

describe('what lets somebody in', () => {
  test.each([
    [`{"access":"${jwt}"}`, jwt],
    ['{"data":{"refresh_token":"r1-9f8e7d6c5b4a"}}', 'r1-9f8e7d6c5b4a'],
    ['{"code":"482913","expires":60}', '482913'],
    ['{"otp":482913}', '482913'],
    ['{"password":"hunter-two"}', 'hunter-two'],
    ['var boot = {csrfToken: "a81bc81b-dead-4e5d-abff"};', 'a81bc81b-dead-4e5d-abff'],
    ["window.sessionId = 'Zx81Qw72Er63';", 'Zx81Qw72Er63'],
    ['<meta name="csrf-token" content="k2j3h4k5j6h7">', 'k2j3h4k5j6h7'],
    ['<input title="a < b" type=hidden name="_csrf" value="q1w2e3r4t5">', 'q1w2e3r4t5'],
    ["<input value='q1w2e3r4t5' type=hidden name='_csrf'>", 'q1w2e3r4t5'],
    ['<a href="/d?id=7&amp;token=a1b2c3d4e5">x</a>', 'a1b2c3d4e5'],
    ['"next":"\\/d?x=1\\u0026sso_ticket=ST-1856339-aA5Yuvrxzpv8Tau1cYQ7"', 'ST-1856339-aA5Yuvrxzpv8Tau1cYQ7'],
    ['"{\\"accessToken\\":\\"a1b2c3d4e5f6\\"}"', 'a1b2c3d4e5f6'],
    ['Authorization: Basic dXNlcjpwYXNzd29yZDE=', 'dXNlcjpwYXNzd29yZDE='],
    ['Authorization: Bearer 2YotnFZFEjr1zCsicMWpAA', '2YotnFZFEjr1zCsicMWpAA'],
    ['https://a.example/cb#access_token=2YotnFZFEjr1zCsicMWpAA&state=1', '2YotnFZFEjr1zCsicMWpAA'],
    ['https://a.example/cb?code=SplxlOBeZQ&state=xyz', 'SplxlOBeZQ'],
    ['https://wang:geheim@a.example/', 'wang:geheim'],
    ['https://a.example/?key=AIzaSyD4x9Qw7Er6Ty5', 'AIzaSyD4x9Qw7Er6Ty5'],
    ['https://a.example/login?next=%2Fx%3Fid%3D7%26token%3Da1b2c3d4e5', 'a1b2c3d4e5'],
    ['https://a.example/l?u=https%3A%2F%2Fb.example%2F%3Fv%3D%252Fx%253Ftoken%253Da1b2c3d4e5', 'a1b2c3d4e5'],
    ['https://a.example/r?x=token%3Da1b2c3d4e5', 'a1b2c3d4e5'],
    ['https://a.example/r?id=7&x=v%3D1%26token%3Da1b2c3d4e5', 'a1b2c3d4e5'],
    ['https://a.example/r?x=token%253Da1b2c3d4e5&y=1', 'a1b2c3d4e5'],
    ['<a href="/go?to=http%3A%2F%2Fwang%3Ageheim@b.example%2F">x</a>', 'geheim'],
    ['https://a.example/v?phone=1&sms_code=482913', '482913'],
    ['<div data-token="a1b2c3d4e5" class="x"></div>', 'a1b2c3d4e5'],
    ["<div data-api-key='a1b2c3d4e5'></div>", 'a1b2c3d4e5'],
    ['<div data-csrf-token=a1b2c3d4e5>', 'a1b2c3d4e5'],
    ['<i data-state="{&quot;token&quot;:&quot;a1b2c3d4e5&quot;}">', 'a1b2c3d4e5'],
    ["localStorage.setItem('token', 'a1b2c3d4e5');", 'a1b2c3d4e5'],
    ['form.append("password","hunter-two")', 'hunter-two'],
    ['body: "pwd=hunter-two&x=1"', 'hunter-two'],
    ['access_token=a1b2c3d4e5&scope=repo', 'a1b2c3d4e5'],
    ['--x\r\nContent-Disposition: form-data; name="password"\r\n\r\nhunter-two\r\n--x--', 'hunter-two'],
    ['<?xml version="1.0"?><r><access_token>a1b2c3d4e5</access_token></r>', 'a1b2c3d4e5'],
    ['<xml><ticket><![CDATA[a1b2c3d4e5]]></ticket></xml>', 'a1b2c3d4e5'],
    ['{"tokens":["a1b2c3d4e5","b1b2c3d4e5"]}', 'b1b2c3d4e5'],
    ['{"api_token":{"type":"x","value":"a1b2c3d4e5"}}', 'a1b2c3d4e5'],
    ['{"sessionKey":"a1b2c3d4e5","secretKey":"a1b2c3d4e5","skey":"@a1b2c3d4e5"}', 'a1b2c3d4e5'],
    ['{"SESSDATA":"a1b2c3d4e5","bili_jct":"a1b2c3d4e5"}', 'a1b2c3d4e5'],
    ['{"密码":"hunter-two"}', 'hunter-two'],
    ['"{\\"a\\":\\"{\\\\\\"token\\\\\\":\\\\\\"a1b2c3d4e5\\\\\\"}\\"}"', 'a1b2c3d4e5'],
    ['{"html":"<meta name=\\"csrf\\" content=\\"a1b2c3d4e5\\">"}', 'a1b2c3d4e5'],
    ['boot = JSON.parse(decodeURIComponent("%7B%22token%22%3A%22a1b2c3d4e5%22%7D"))', 'a1b2c3d4e5'],
  ])('%s', (text, secret) => {
    expect(holdsCredential(text)).toBe(true);
    expect(clean(text)).not.toContain(secret);
    expect(holdsCredential(clean(text))).toBe(false);
  });

  test('is found in MHTML, whose lines are broken and quoted', () => {
    expect(holdsCredential('<meta name=3D"csrf-token" content=3D"k2j3h4k5=\r\nj6h7">')).toBe(true);
  });
});

describe('what a page says stays as it was', () => {
  test.each([
    'https://stock.example/q?code=600519&market=sh',
    'https://s.example/search?key=%E6%B8%85%E7%AE%97&page=2',
    'https://mp.weixin.qq.com/s?__biz=MzI1NjA3NTk5Mw==&mid=2650&idx=1&sn=9f8e7d6c5b4a3f2e1d0c&chksm=f1a2b3',
    '{"password":"请输入密码","type":"password","autocomplete":"current-password"}',
    '{"token":"required","auth":"none","session":true,"status":"200"}',
    '<input type="password" name="password" placeholder="密码"><meta name="description" content="公司 2019 年报">',
    '{"sku":"A-1001","postcode":"310000","errorCode":"E1001","author":"周某"}',
    'https://a.example/go?to=https%3A%2F%2Fb.example%2Fs%3Fid%3D7%26code%3D600519&q=%E8%BF%9D%E7%BA%A6%26%E9%87%91',
    '<div data-title="2019 年报" data-key="intro" data-code="600519"><td data-session="上午">',
    "cell.append('code', '600519'); t('session', '第3场')",
    '<session>2019 春</session><code>600519</code>',
    '{"sessions":["morning-1","第2场"],"session":{"name":"hall-2","date":"2019-05-06"}}',
    'e.exports=n;n.token=t.a12;token=r2(t);e.session=null!==(t=e.s3)?1:2',
    '{"html":"<p class=\\"a\\" title=\\"b\\">","note":"他说：\\"token\\"：是什么"}',
    'https://a.example/r?x=page%3D2%26code%3D600519&q=a%3Db',
    '<p class="token">a1b2c3d4e5</p>',
    '本案代码 482913，证券代码 600519，Basic English lessons for all',
  ])('%s', (text) => {
    expect(clean(text)).toBe(text);
    expect(withoutCredentials(text, () => 'REPLACED')).toBe(text);
  });
});
