import { expect, test } from 'vitest';
import { countCodesShown } from '../../../shared/redaction/shown-codes.ts';

test.each([
  '【青禾小贷】您的验证码是482913，5分钟内有效，请勿泄露。',
  '验证码：4829',
  '短信验证码 482 913 请勿告诉他人',
  '動態密碼：73920184',
  '482913（登录验证码），切勿转发',
  '482913是您的验证码',
  '您的登录验证码为：\n\n482913\n\n十分钟内有效',
  'Your verification code is 482913. Do not share it.',
  'Your one-time password: 482-913',
  '482913 is your Facebook confirmation code',
  'G-482913 is your Google verification code.',
  'OTP 5521 for your login at the bank',
  'Security code\n 9 3 1 0 4 2\nEnter it within ten minutes',
  'Enter this code to sign in. Verification code:\n77341025\n',
])('a one-time code beside its words is counted: %j', (text) => {
  expect(countCodesShown(text)).toBe(1);
});

test.each([
  '请输入6位验证码，60秒后可重新获取',
  '验证码已发送至138****5678，请查收',
  '验证码已发送至尾号5678的手机',
  '请拨打客服电话10086获取验证码',
  '验证码输错了？2019年起请改用新方式',
  '关于验证码的报道 2019-05-06 12:30',
  '验证码诈骗涉案35677元',
  '输入验证码后可查看订单 20190506',
  '2019年5月6日，青禾小贷发布短信验证码安全提示',
  'A verification code was sent to the phone ending in 5678',
  'Verification codes since 2019: a history',
  'In 2019 the bank introduced one-time passwords',
  'The court’s file number is 4829. Nothing of a code is said here.',
  '金额 482913 元',
  '',
])('what is a day, an amount, a telephone number or nothing is not: %j', (text) => {
  expect(countCodesShown(text)).toBe(0);
});

test('each code is counted once, however often it is shown', () => {
  expect(countCodesShown('验证码：482913\n…\n验证码：482913\n验证码：771204')).toBe(2);
});
