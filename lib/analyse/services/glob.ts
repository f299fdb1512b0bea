/** Words are compared without case; `*` stands for anything, a slash too. */
export function glob(pattern: string): (word: string) => boolean {
  const parts = pattern
    .toLowerCase()
    .split('*')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const shape = new RegExp(`^${parts.join('.*')}$`, 's');
  return (word) => shape.test(word);
}

/** Whether a word matches any of these patterns: each is compiled once, and asked about many words. */
export function anyGlob(patterns: readonly string[]): (word: string) => boolean {
  const shapes = patterns.map(glob);
  return (word) => shapes.some((matches) => matches(word));
}
