import { describe, expect, it } from 'vitest';
import { longestGapInDays } from './longest-gap.ts';

describe('the longest gap between runs', () => {
  it.each([
    ['0 6 * * ? *', 1],
    ['0/15 * ? * * *', 1],
    ['0 6 ? * MON-FRI *', 3],
    ['0 6 ? * 2-6 *', 3],
    ['0 6 ? * MON,THU *', 4],
    ['0 6 ? * FRI-MON *', 4],
    ['0 6 ? * sun *', 7],
  ])('%s leaves at most %i days', (cron, days) => {
    expect(longestGapInDays(cron)).toBe(days);
  });

  it.each(['0 6 1 * ? *', '0 6 ? 4 MON *', '0 6 ? * 2#1 *', '0 6 ? * FRIL *', '0 6 * * ? 2027', ''])(
    '%s is not foreseen',
    (cron) => {
      expect(longestGapInDays(cron)).toBeUndefined();
    },
  );
});
