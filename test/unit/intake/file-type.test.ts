import { describe, expect, it } from 'vitest';
import { fileTypeOf } from '../../../electron/intake/file-type.ts';
import { nameWarnings } from '../../../electron/intake/name-signs.ts';
import { gradient } from './intake-room.ts';

const told = (bytes: Uint8Array | string) => {
  const { kind, mediaType } = fileTypeOf(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  return [kind.name, mediaType];
};

describe('what a file is', () => {
  it('is told by its bytes: pictures', async () => {
    const picture = gradient(8, 8);
    expect(told(await picture.clone().png().toBuffer())).toEqual(['picture', 'image/png']);
    expect(told(await picture.clone().jpeg().toBuffer())).toEqual(['picture', 'image/jpeg']);
    expect(told(await picture.clone().webp().toBuffer())).toEqual(['picture', 'image/webp']);
    expect(told(await picture.clone().gif().toBuffer())).toEqual(['picture', 'image/gif']);
    expect(told(await picture.clone().tiff().toBuffer())).toEqual(['picture', 'image/tiff']);
    expect(told(await picture.clone().avif().toBuffer())).toEqual(['picture', 'image/avif']);
    expect(told('\0\0\0\x18ftypheic\0\0\0\0mif1heic')).toEqual(['heic', 'image/heic']);
    expect(told('BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x02\0\0\0\x02\0\0\0\x01\0\x18\0')).toEqual([
      'bitmap',
      'image/bmp',
    ]);
  });

  it('is told by its bytes: documents and mail', () => {
    expect(told('%PDF-1.7\n')).toEqual(['pdf', 'application/pdf']);
    expect(told('\r\n\0junk before it %PDF-1.4')).toEqual(['pdf', 'application/pdf']);
    expect(told('From: a@b.cn\r\nSubject: x\r\n\r\nbody')).toEqual(['mail', 'message/rfc822']);
    expect(told('Received: from x\r\n\tby y\r\nMessage-ID: <1>\r\nX-Any: z\r\n\r\nbody')).toEqual([
      'mail',
      'message/rfc822',
    ]);
    expect(told('From: <Saved by Blink>\r\nSnapshot-Content-Location: http://x\r\nSubject: s\r\n\r\n')).toEqual([
      'saved-page',
      'multipart/related',
    ]);
  });

  it('is told by its bytes: films, sound, text, and what nobody knows', () => {
    expect(told('\0\0\0\x18ftypmp42\0\0\0\0')).toEqual(['film', 'video/mp4']);
    expect(told('\0\0\0\x14ftypqt  \0\0\0\0')).toEqual(['film', 'video/quicktime']);
    expect(told('ID3\x03')).toEqual(['film', 'audio/mpeg']);
    expect(told('<!DOCTYPE html><html>')).toEqual(['saved-page', 'text/html']);
    expect(told('Note: two words\nFrom here on it is plain text')).toEqual(['text', 'text/plain']);
    expect(told(Buffer.from('清算的消息'))).toEqual(['text', 'text/plain']);
    expect(told('\x01\x02\x03')).toEqual(['other', 'application/octet-stream']);
    expect(told('')).toEqual(['empty', 'application/octet-stream']);
  });
});

describe('a file name', () => {
  const png = fileTypeOf(Buffer.from('89504e470d0a1a0a', 'hex'));
  const text = fileTypeOf(Buffer.from('text'));
  const codes = (name: string, type = png) => nameWarnings(name, type).map(({ code }) => code);

  it('that fits the content says nothing', () => {
    expect(codes('截屏.PNG')).toEqual([]);
    expect(codes('no-ending')).toEqual([]);
    expect(codes('notes.log', text)).toEqual([]);
  });

  it('that contradicts the content is marked', () => {
    expect(codes('picture.jpg')).toEqual(['type-differs-from-name']);
    expect(codes('text.pdf', text)).toEqual(['type-differs-from-name']);
    expect(codes('text.exe', text)).toEqual(['type-differs-from-name']);
  });

  it('with control, bidirectional or zero-width characters is marked', () => {
    for (const hidden of ['\u202e', '\u2066', '\u200b', '\n', '\u0000', '\ufeff', '\u{e0041}']) {
      expect(codes(`a${hidden}b.png`)).toContain('hidden-characters-in-name');
    }
  });
});
