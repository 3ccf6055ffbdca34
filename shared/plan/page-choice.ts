/**
 * The pages of an imported document that an exhibit takes: `1-3,7` of `count`.
 * @returns page numbers from 1 in the order written, or null where one does not exist
 */
export function pageNumbersOf(choice: string | undefined, count: number): readonly number[] | null {
  if (choice === undefined) return Array.from({ length: count }, (_, at) => at + 1);
  const numbers: number[] = [];
  for (const part of choice.split(',')) {
    const [from = NaN, to = from] = part.split('-').map(Number);
    if (!(from >= 1 && to >= from && to <= count)) return null;
    for (let number = from; number <= to; number++) numbers.push(number);
  }
  return numbers;
}
