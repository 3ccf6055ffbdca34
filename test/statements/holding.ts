import type { Facts } from './reading/stored-facts.ts';
import type { Keys } from './table/statement.ts';

/** One printed sentence, row or cell with what became of it. */
export type Held = Readonly<{
  paper: string;
  statement: string;
  rests: string;
  text: string;
  /** `heading` and `own words` state no fact of a record. */
  is: 'borne-out' | 'contradicted' | 'unclassified' | 'heading' | 'own words' | 'not said';
}>;

/** A part of a text, without blanks, and what of a record it follows from. */
export type Part = Readonly<{ id: string; rests: string; text: string }>;

/** Collects what the pieces say, statement by statement, and holds it against the records at the end. */
export class Holding {
  readonly held: Held[] = [];
  readonly #said = new Map<string, { rests: string; borne: Keys; said: Set<string> }>();

  readonly facts: Facts;

  constructor(facts: Facts) {
    this.facts = facts;
  }

  add(paper: string, statement: string, rests: string, text: string, keys: Keys, borne: Keys): void {
    const known = this.#said.get(`${paper}/${statement}`) ?? { rests, borne, said: new Set<string>() };
    for (const key of keys) known.said.add(key);
    this.#said.set(`${paper}/${statement}`, known);
    const is = keys.length > 0 && keys.every((key) => borne.includes(key)) ? 'borne-out' : 'contradicted';
    this.held.push({ paper, statement, rests, text, is: keys.length === 0 && borne.length === 0 ? 'borne-out' : is });
  }

  /** A whole text of which each part is known, in its order: what is missing, changed or more is bad. */
  inOrder(paper: string, whole: string, parts: readonly Part[]): void {
    let rest = whole;
    for (const { id, rests, text } of parts) {
      const at = rest.indexOf(text);
      if (at > 0) this.#beyond(paper, rest.slice(0, at));
      this.held.push({ paper, statement: id, rests, text, is: at < 0 ? 'not said' : 'borne-out' });
      if (at >= 0) rest = rest.slice(at + text.length);
    }
    if (rest !== '') this.#beyond(paper, rest);
  }

  /** What is said and follows from nothing. */
  #beyond(paper: string, text: string): void {
    this.held.push({ paper, statement: 'beyond', rests: '', text, is: 'contradicted' });
  }

  plain(paper: string, is: 'heading' | 'own words' | 'unclassified', text: string): void {
    this.held.push({ paper, statement: is, rests: '', text, is });
  }

  /** What the records bear out and no piece said. */
  due(paper: string, statement: string, rests: string, borne: Keys): void {
    const said = this.#said.get(`${paper}/${statement}`)?.said ?? new Set();
    for (const key of borne) if (!said.has(key)) this.held.push({ paper, statement, rests, text: key, is: 'not said' });
  }
}
