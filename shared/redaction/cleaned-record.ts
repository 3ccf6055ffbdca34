import type { ItemRecord } from '../case/record.ts';
import { cleanedAddress } from './address-tokens.ts';
import { knownPattern, mapped, replacementOf, withoutCredentials } from './credentials.ts';

/** What is told in a record beside its files. */
export type ToldOfItem<R extends ItemRecord = ItemRecord> = Omit<R, 'artifacts'>;

/**
 * What a record tells, as it may be printed and handed over: the page's own addresses by the stricter rule, all other texts
 * without what stands under the name of a credential, and without the values that are known to be one.
 *
 * @param known values that the capture's exchanges carried
 */
export function cleanedRecord<T extends ToldOfItem>(told: T, known: readonly string[] = []): T {
  const pattern = knownPattern(known);
  const change = (text: string) => {
    const named = withoutCredentials(text, replacementOf);
    return pattern === null ? named : named.replace(pattern, (value) => replacementOf(value));
  };
  const addresses = addressesOf(told).flatMap((address) => (cleanedAddress(address) === address ? [] : [address]));
  const whole = new Map(addresses.map((address) => [address, cleanedAddress(address)]));
  return mapped(told, (text) => change(whole.get(text) ?? text)) as T; // texts stay texts, the rest as it is
}

/** The addresses that the page itself had, from the one asked for to the last. */
export function addressesOf(told: ToldOfItem): readonly string[] {
  if (!('url' in told) || typeof told.url !== 'string') return [];
  const { url, finalUrl, servedUrl, redirects } = told as Partial<ToldOfItem<Extract<ItemRecord, { kind: 'capture' }>>>;
  const hops = (redirects ?? []).flatMap(({ url: from, location }) => [from, location]);
  return [...new Set([url, finalUrl, servedUrl, ...hops].filter((one) => typeof one === 'string'))];
}
