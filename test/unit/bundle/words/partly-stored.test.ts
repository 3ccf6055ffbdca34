import { expect, test } from 'vitest';
import { storedWords } from '../../../../electron/bundle/state/stored-words.ts';
import { gradient, IntakeRoom } from '../../intake/intake-room.ts';

test('words of a mail are all of them only where the files that it carries have words, too', async () => {
  const room = new IntakeRoom();
  const picture = (await gradient(16, 16).png().toBuffer()).toString('base64');
  const part = (type: string, body: string, coding = '7bit') =>
    `--b\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${coding}\r\nContent-Disposition: attachment; filename="a"\r\n\r\n${body}\r\n`;
  const mail = (attached: string) =>
    `From: a@b.cn\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n${attached}--b--\r\n`;
  const stored = async (attached: string) => {
    const { item } = await room.import('m.eml', mail(attached)).then((record) => record);
    return storedWords(room.caseFile, room.caseFile.item(item));
  };
  expect(await stored(part('text/plain', 'more words'))).not.toHaveProperty('partly');
  expect(await stored(part('image/png', picture, 'base64'))).toMatchObject({ partly: true });
  room.caseFile.close();
});
