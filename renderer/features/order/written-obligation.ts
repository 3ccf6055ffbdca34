import type { Due, Obligation, ObligationOf, Order } from '../../../shared/order/order.ts';
import { emptyChannel, type Channel } from './channel-fields.tsx';

type Kind = Obligation['kind'];

/** An obligation in its written form: what a person types, before it is read. Of each kind only its own fields are shown. */
export type WrittenObligation = Readonly<{
  text: string;
  /** Null while what is written is not whole. */
  due: Due | null;
  /** stop: one line for each, `channel | address | words` */
  stops: string;
  /** clarify, homepage: the words that are to be there */
  words: string;
  /** clarify: the names of the channels, one a line, and what is known of each */
  names: string;
  channels: readonly Channel[];
  /** homepage: its address, and for how many days */
  address: string;
  days: string;
}>;

/** What a part of the sheet shows, and how it changes it. */
export type WrittenObligationPart = Readonly<{
  written: WrittenObligation;
  part: (change: Partial<WrittenObligation>) => void;
}>;

export function writtenObligation(obligation: Obligation | null): WrittenObligation {
  const channels = obligation?.kind === 'clarify' ? obligation.channels : [];
  const homepage = obligation?.kind === 'homepage' ? obligation : null;
  return {
    text: obligation?.text ?? '',
    due: obligation?.due ?? { by: 'not-stated' },
    stops: obligation?.kind === 'stop' ? stopLines(obligation) : '',
    words: obligation && obligation.kind !== 'stop' ? obligation.words : '',
    names: channels.map(({ channel }) => channel).join('\n'),
    channels,
    address: homepage?.address ?? '',
    days: String(homepage?.days ?? ''),
  };
}

/** The obligation as written, or null where something of it is missing or cannot be read. */
export function readObligation(kind: Kind, id: string, written: WrittenObligation): Obligation | null {
  const { due, channels } = written;
  const text = written.text.trim();
  const words = written.words.trim();
  if (text === '' || due === null) return null;
  switch (kind) {
    case 'stop': {
      const stops = stopsOf(written.stops);
      return stops && stops.length > 0 ? { id, text, due, kind, places: stops } : null;
    }
    case 'clarify':
      return words === '' || channels.length === 0 ? null : { id, text, due, kind, words, channels: [...channels] };
    case 'homepage': {
      const address = written.address.trim();
      const days = written.days.trim() === '' ? null : Number(written.days);
      const fit = days === null || (Number.isInteger(days) && days > 0);
      return fit && address !== '' && words !== '' ? { id, text, due, kind, address, words, days } : null;
    }
  }
}

/** The channels by the names as they are written now: what was said of one that is still named stays. */
export function renamed(names: string, channels: readonly Channel[]): readonly Channel[] {
  const wanted = [...new Set(linesOf(names))];
  return wanted.map((channel) => channels.find((one) => one.channel === channel) ?? emptyChannel(channel));
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function stopLines({ places: stops }: ObligationOf<'stop'>): string {
  return stops.map(({ channel, address, words }) => `${channel} | ${address} | ${words}`).join('\n');
}

/** Null where a line has not its three parts. */
export function stopsOf(text: string): ObligationOf<'stop'>['places'] | null {
  const lines = linesOf(text).map((line) => line.split(/[|｜]/).map((piece) => piece.trim()));
  if (lines.some((parts) => parts.length !== 3 || parts.includes(''))) return null;
  return lines.map(([channel = '', address = '', words = '']) => ({ channel, account: null, address, words }));
}

/** A name that no other obligation of the order has: it marks the deadline in calendars for good. */
export function freeId(kind: Kind, { obligations }: Order): string {
  for (let n = 1; ; n++) {
    const id = `${kind}-${n}`;
    if (!obligations.some((one) => one.id === id)) return id;
  }
}
