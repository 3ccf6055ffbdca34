import { generateKeyPairSync } from 'node:crypto';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { checkSignature } from '../../../electron/intake/kinds/mail/dkim/check-signature.ts';
import { messageParts } from '../../../electron/intake/kinds/mail/dkim/message-parts.ts';
import { signatureFields } from '../../../electron/intake/kinds/mail/dkim/signature-field.ts';
import { readExif } from '../../../electron/intake/kinds/picture/exif.ts';

// Programs of other makers read the same bytes: none of them has a line in common with ours.
const require = createRequire(import.meta.url);

type Signed = Readonly<{ signatures: string; errors: readonly unknown[] }>;
type Checked = Readonly<{ results: readonly Readonly<{ status: Readonly<{ result: string }> }>[] }>;
const signer = require('mailauth/lib/dkim/sign') as {
  dkimSign(message: Buffer, options: object): Promise<Signed>;
};
const verifier = require('mailauth/lib/dkim/verify') as {
  dkimVerify(message: Buffer, options: object): Promise<Checked>;
};
const exifr = require('exifr') as {
  parse(picture: Buffer, options: object): Promise<Record<string, unknown> | undefined>;
};

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const record = `v=DKIM1; k=rsa; p=${publicKey.export({ format: 'der', type: 'spki' }).toString('base64')}`;

/** Valid or not, as ours finds the one signature of a message. */
function ours(message: Buffer): boolean {
  const parts = messageParts(message);
  const [field] = signatureFields(parts.fields);
  if (!field || 'why' in field) return false;
  return checkSignature(parts, field, { as: 'records', texts: [record] }).verdict === 'valid';
}

async function theirs(message: Buffer): Promise<boolean> {
  const { results } = await verifier.dkimVerify(message, { resolver: () => Promise.resolve([[record]]) });
  return results[0]?.status.result === 'pass';
}

const blank = fc.constantFrom(' ', '  ', '\t', '\r\n', '\r\n\r\n', ' \r\n');
const word = fc.stringMatching(/^[!-9;-~]{1,12}$/);
const text = fc.array(fc.oneof(word, blank), { maxLength: 30 }).map((all) => all.join(''));
const line = fc.array(fc.oneof(word, fc.constantFrom(' ', '\t', '\r\n ')), { maxLength: 8 }).map((all) => all.join(''));

test('mailauth signs a mail and ours finds it valid; after any change both find the same', async () => {
  // In the body anything; in the head what leaves it a head: of a malformed one mailauth makes more than ours does.
  const inBody = fc.record({ at: fc.nat(), to: fc.constantFrom('', ' ', 'x', '\r\n', '\t', '  ') });
  const inHead = fc.constantFrom(
    ...['Subject:x', 'Subject:\tx', 'Subject: X', 'subject: x', 'SUBJECT :  x', 'Subject:\r\n x', 'Subject: xx'],
  );
  const change = fc.oneof(inBody, inHead);
  const how = fc.constantFrom('simple/simple', 'simple/relaxed', 'relaxed/simple', 'relaxed/relaxed');
  await fc.assert(
    fc.asyncProperty(text, line, how, change, async (body, subject, canonicalization, changing) => {
      const head = `From: a@qinghe.example\r\nTo: b@c.example\r\nSubject: x${subject}y\r\n\r\n`;
      const mail = head + body;
      const { signatures, errors } = await signer.dkimSign(Buffer.from(mail, 'latin1'), {
        canonicalization,
        algorithm: 'rsa-sha256',
        signatureData: [
          {
            signingDomain: 'qinghe.example',
            selector: 'k1',
            privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }),
          },
        ],
      });
      expect(errors).toEqual([]);
      expect(ours(Buffer.from(signatures + mail, 'latin1'))).toBe(true);
      const other =
        typeof changing === 'string'
          ? mail.replace('Subject: x', changing)
          : head +
            body.slice(0, changing.at % (body.length + 1)) +
            changing.to +
            body.slice((changing.at % (body.length + 1)) + 1);
      const changed = Buffer.from(signatures + other, 'latin1');
      expect(ours(changed), JSON.stringify(changed.toString('latin1'))).toBe(await theirs(changed));
    }),
    { numRuns: 60 },
  );
});

test('exifr reads from a picture what ours reads from its EXIF', async () => {
  const said = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .-]{0,30}[A-Za-z0-9]$/);
  const facts = fc.record({ make: said, model: said, orientation: fc.integer({ min: 1, max: 8 }) });
  await fc.assert(
    fc.asyncProperty(facts, async ({ make, model, orientation }) => {
      const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
        .jpeg()
        .withExif({
          IFD0: { Make: make, Model: model, DateTime: '2019:05:06 09:30:00' },
          IFD2: { DateTimeOriginal: '2019:05:05 08:20:00' },
        })
        .withMetadata({ orientation })
        .toBuffer();
      const { exif } = await sharp(picture).metadata();
      const known = readExif(exif ?? Buffer.alloc(0));
      const other = await exifr.parse(picture, { reviveValues: false, translateValues: false, gps: true });
      const texts = Object.fromEntries(known.texts);
      for (const name of ['Make', 'Model', 'DateTime', 'DateTimeOriginal'])
        expect([name, texts[name]]).toEqual([name, other?.[name === 'DateTime' ? 'ModifyDate' : name]]);
      expect(known.orientation).toBe(other?.['Orientation']);
    }),
    { numRuns: 20 },
  );
});
