import type { Judgement } from './judgement.ts';

/** What several judgements of one resource come to: all that fail; else the first that is unknown, or that it passes. */
export function decisiveJudgements(said: readonly Judgement[]): readonly Judgement[] {
  const failed = said.filter(({ status }) => status === 'fail');
  if (failed.length > 0) return failed;
  return [...said.filter(({ status }) => status === 'unknown'), ...said].slice(0, 1);
}
