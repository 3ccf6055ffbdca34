import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { pageTextSchema } from '../../../../shared/page/page-text.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { askPython, compareMail } from '../../../intake-suites/compare-mails.ts';
import { have } from '../../pdf/pdf-room.ts';
import { IntakeRoom } from '../intake-room.ts';

const room = new IntakeRoom();
afterAll(() => room.caseFile.close());

/** Mails as Python's `email` writes them, each with something that readers get wrong. */
const made = `
import sys, os
from email.message import EmailMessage
from email.policy import SMTP
def mail(name, text, charset='utf-8', cte=None, html=None, files=(), people=1, **fields):
    m = EmailMessage()
    m['From'] = '王 <w@qinghe.example>'
    m['To'] = ', '.join(f'收件人{n} <p{n}@c.example>' for n in range(people))
    m['Subject'] = fields.get('subject', '青禾小贷清算通知 liquidation notice ' * 3)
    m['Date'] = 'Mon, 06 May 2019 09:30:00 +0800'
    m.set_content(text, charset=charset, cte=cte)
    if html: m.add_alternative(html, subtype='html')
    for data, kind, title, coding in files:
        m.add_attachment(data, maintype=kind.split('/')[0], subtype=kind.split('/')[1], filename=title, cte=coding)
    open(os.path.join(sys.argv[1], name), 'wb').write(m.as_bytes(policy=SMTP))
words = '青禾小贷已进入清算程序。\\n请停止放款。\\n'
mail('gb.eml', words, charset='gb18030', cte='base64')
mail('qp.eml', words + 'x' * 200 + ' = end\\n', cte='quoted-printable')
mail('both.eml', words, html='<p>青禾小贷已进入<b>清算</b>程序。</p>')
mail('files.eml', words, files=[
    (bytes(range(256)) * 9, 'application/octet-stream', '数据.bin', 'base64'),
    ('a,b\\r\\n清,算\\r\\n'.encode('gb18030'), 'text/csv', '表格.csv', 'quoted-printable'),
    ('no end of line'.encode(), 'text/plain', 'n.txt', 'base64')])
mail('people.eml', words, people=120)
mail('empty.eml', '')
`;

describe.skipIf(!have('python3'))('mails that Python’s email wrote', () => {
  test('are read as it reads them: fields, every recipient, words, and the bytes of each file', async () => {
    const folder = freshFolder();
    const run = spawnSync('python3', ['-c', made, folder], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    const files = readdirSync(folder).map((name) => join(folder, name));
    expect(files).toHaveLength(6);
    const lines = askPython(files);
    for (const file of files) {
      const record = await room.import(basename(file), readFileSync(file));
      const text = pageTextSchema.parse(JSON.parse(room.stored(record, 'page-text.json').toString('utf8')));
      const line = lines?.get(file);
      if (!line) throw new Error(`Python read no ${file}`);
      expect(compareMail({ file, record, text, lines: () => '' }, line)).toEqual([]);
    }
  });

  test('and the list has the hash of each file’s form in the mail, as the mail holds it', async () => {
    const coded = Buffer.from('a,b\r\n1,2\r\n').toString('base64');
    const mail = `From: a@b.example\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/csv; name=t.csv\r\nContent-Transfer-Encoding: base64\r\n\r\n${coded}\r\n--B--\r\n`;
    const record = await room.import('coded.eml', mail);
    const text = pageTextSchema.parse(JSON.parse(room.stored(record, 'page-text.json').toString('utf8')));
    const hash = (of: string) => createHash('sha256').update(of).digest('hex');
    expect(text.attachments).toMatchObject([
      { name: 't.csv', sha256: hash('a,b\r\n1,2\r\n'), encoded: { bytes: coded.length, sha256: hash(coded) } },
    ]);
  });
});
