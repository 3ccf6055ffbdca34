import { expect, test } from 'vitest';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { demoFiles, demoPages, demoSecondLook, demoSecurity } from '../../../electron/workbench/demo/story.ts';

const folder = resolve(import.meta.dirname, '../../../resources/demo');

/** Which file is behind an address of the demo's sites, looked up by hand. */
const files: Readonly<Record<string, string>> = {
  'www.qijing/app/message': 'app-message',
  'www.qijing/daily/2019-05-06': 'daily-report',
  'www.qijing/mail/20190505': 'email-push',
  'bbs.zhanggui/thread-20117': 'forum-dead',
  'finance.chendu/20190506/story': 'sticky-portal',
  'www.hechuan/20190506/081632.htm': 'portal-gbk',
  'www.guapeng/20190506': 'tabloid-lazy',
  'www.harbourwire/r/1': 'wire-english',
  'blog.dengxia/2019/05/night-of-liquidation': 'blog-tall',
  'www.zaobao/20190506/finance-11': 'zaobao',
  'www.caixun/flash/88123': 'flash',
  'mp.union/s/20190506': 'union',
  'www.weiyi/status/4368': 'microblog',
  'www.juwen/topic/qinghe': 'aggregate',
  'bbs.rongzi/thread-5902': 'finance-forum',
  'www.register/enterprise/qinghe': 'register',
  'www.register/enterprise/qijing': 'register-respondent',
  'www.qinghe/notice/20190506': 'own-notice',
};

/** Words of a file without any space, as a person reads them. */
function wordsOf(name: string): string {
  const path = join(folder, name);
  if (name.endsWith('.pdf')) return bare(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }));
  const text = new TextDecoder(name.includes('gbk') ? 'gbk' : 'utf-8').decode(readFileSync(path));
  return bare(
    text
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]*>/g, '')
      .replace(/&(nbsp|emsp|#12288);/g, ' ')
      .replace(/&ldquo;/g, '“')
      .replace(/&rdquo;/g, '”')
      .replace(/&amp;/g, '&'),
  );
}

const bare = (text: string): string => text.replace(/\s/g, '');

// The words of the chat are in a picture: whoever draws it writes them into an SVG.
const drawn = (name: string): string =>
  name === 'mmexport1557100800000.jpg' ? 'make/make-files.mjs' : `files/${name}`;

const described = [
  ...[...demoPages, demoSecondLook].map((one) => ({ ...one, at: `pages/${files[one.page]}.html` })),
  ...[...demoFiles, demoSecurity].map((one) => ({ ...one, at: drawn(one.file) })),
];

test.each(described)('the summary of $at quotes what it says, and says no number of its own', ({ summary, at }) => {
  const words = wordsOf(at);
  const quoted = [...summary.matchAll(/“([^“”]+)”/g)].map(([, one]) => bare(one ?? ''));
  // What is quoted of a file without stored words nobody could check: the demo makes no such gap itself.
  if (at.startsWith('pages/')) expect(quoted.length).toBeGreaterThan(0);
  for (const one of quoted) expect(words).toContain(one);
  for (const [number] of summary.matchAll(/\d+/g)) expect(words).toContain(number);
  expect(summary).not.toMatch(/https?:|localhost:/);
});
