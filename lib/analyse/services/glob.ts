/** Words are compared without case; `*` stands for anything, a slash too. */
export function glob(pattern: string): (word: string) => boolean {
  const parts = pattern
    .toLowerCase()
    .split('*')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const shape = new RegExp(`^${parts.join('.*')}$`, 's');
  return (word) => shape.test(word);
}
