import { addressParser } from 'postal-mime';
import type { Reason } from '../../../../shared/case/record.ts';
import { mostOfMail } from './limits.ts';
import { decodeWords } from './encoded-words.ts';

/** Fields as the pages show them, and what was left out of them, with counts. */
export type ShownFields = Readonly<{
  fields: readonly Readonly<{ name: string; value: string }>[];
  notes: readonly Reason[];
}>;

/** The fields that stand on top, in the order in which a reader looks for them. */
const shown = ['From', 'Sender', 'To', 'Cc', 'Bcc', 'Reply-To', 'Subject', 'Date', 'Message-ID'];
/** A second From is a trick worth seeing, and each To names recipients; hundreds of them are noise. */
const mostOfOne = 50;

/** @param head line by line, unfolded */
export function mailFieldsOf(head: string): ShownFields {
  const lines = head.split('\n').map((line) => {
    const colon = line.indexOf(':');
    return { name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1) };
  });
  const notes: Reason[] = [];
  const found = shown.flatMap((name) => {
    const all = lines.filter((line) => line.name === name.toLowerCase());
    if (all.length > mostOfOne)
      notes.push({ code: 'mail-fields-cut', params: { field: name, shown: mostOfOne, of: all.length } });
    return all.slice(0, mostOfOne).map(({ value }) => ({ name, value: decodeWords(value.trim()) }));
  });
  const { fields, notes: cut } = shownFields(found);
  return { fields, notes: [...notes, ...cut] };
}

/** Each value whole; of one that would fill dozens of pages the beginning, with how many addresses it names in all. */
export function shownFields(all: ShownFields['fields']): ShownFields {
  const most = mostOfMail.field;
  const notes = all.flatMap(({ name, value }): Reason[] => {
    if (value.length <= most) return [];
    const addresses = addressesIn(name, value);
    const params = { field: name, characters: most, of: value.length };
    return [
      addresses === null
        ? { code: 'mail-field-cut', params }
        : { code: 'mail-recipients-cut', params: { ...params, addresses } },
    ];
  });
  return {
    fields: all.map(({ name, value }) => ({
      name,
      value: (value.length > most ? `${value.slice(0, most)}…` : value).toWellFormed(),
    })),
    notes,
  };
}

/** How many addresses a field names; null for a field that names none. */
export function addressesIn(name: string, value: string): number | null {
  if (!/^(?:to|cc|bcc|reply-to|from|recipient)$/i.test(name)) return null;
  return addressParser(value, { flatten: true }).length;
}

const mostSignatures = 5;

/** Who signed the mail by DKIM (RFC 6376 §3.5): the domain and the name under which its key stands in the DNS. */
export function signaturesOf(head: string): readonly Reason[] {
  const lines = head.split('\n').filter((line) => /^dkim-signature\s*:/i.test(line));
  const more = { code: 'dkim-more-signatures', params: { shown: mostSignatures, of: lines.length } };
  const named = lines.slice(0, mostSignatures).map((line) => {
    const tag = (name: string) => new RegExp(`[:;]\\s*${name}\\s*=\\s*([^;\\s]{1,253})`, 'i').exec(line)?.[1] ?? '?';
    return { code: 'dkim-not-verified', params: { domain: tag('d'), selector: tag('s') } };
  });
  return lines.length > named.length ? [...named, more] : named;
}
