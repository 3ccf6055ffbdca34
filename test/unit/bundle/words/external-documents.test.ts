import { expect, test } from 'vitest';
import { sidesOf } from '../../../../shared/bilingual.ts';
import { anchorsText } from '../../../../electron/bundle/pages/front/catalogue.ts';

const attachment = (kind: 'timestamp' | 'certificate' | 'deposit', number: string | null) => ({
  item: 'b',
  kind,
  number,
  file: { role: 'original' as const, name: 'a.pdf', mediaType: 'application/pdf', bytes: 1, sha256: 'a'.repeat(64) },
});

test('an attached certificate is called one, and not the capture certificate that the bundle itself makes', () => {
  expect(anchorsText([attachment('certificate', '7')], { language: 'en' })).toBe(
    'certificate 7 (no verification recorded in this bundle)',
  );
  expect(anchorsText([attachment('certificate', '7')], { language: 'zh-CN' })).toBe('证书 7 （本册未记载对其核验）');
});

test('several are listed, each by its kind; one without a number says so; none says that there is none', () => {
  const both = [attachment('timestamp', 'T-1'), attachment('deposit', null)];
  expect(anchorsText(both, { language: 'en' })).toContain('time stamp T-1');
  expect(anchorsText(both, { language: 'en' })).toContain('deposit (no number)');
  expect(sidesOf(anchorsText([], { language: 'zh-CN+en' }))).toEqual(['无', 'none']);
});
