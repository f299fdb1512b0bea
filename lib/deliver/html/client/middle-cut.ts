import { columnWidth } from '../../wording/column-width.ts';

/** A text of at most so many columns: what is too long loses its middle, for ids differ at both ends. */
export function middleCut(text: string, columns: number): string {
  if (columnWidth(text) <= columns) return text;
  const letters = Array.from(text);
  const [head, tail] = [[] as string[], [] as string[]];
  let left = columns - 1;
  for (let front = true; letters.length > 0; front = !front) {
    const letter = (front ? letters.shift() : letters.pop())!;
    left -= columnWidth(letter);
    if (left < 0) break;
    if (front) head.push(letter);
    else tail.unshift(letter);
  }
  return `${head.join('')}…${tail.join('')}`;
}
