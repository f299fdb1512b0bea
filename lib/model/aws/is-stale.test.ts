import { describe, expect, it } from 'vitest';
import { isStale } from './is-stale.ts';

const asOf = new Date('2026-01-01T00:00:00Z');
const thresholds = { staleDays: 90, graceDays: 30, accessKeyAgeDays: 90, rootUnusedDays: 90 };
const daysAgo = (days: number): Date => new Date(asOf.getTime() - days * 86_400_000);

describe('isStale', () => {
  it.each([
    ['used 90 days ago', { made: daysAgo(400), lastUsed: daysAgo(90) }, false],
    ['used 91 days ago', { made: daysAgo(400), lastUsed: daysAgo(91) }, true],
    ['never used, made 90 days ago', { made: daysAgo(90) }, false],
    ['never used, made 91 days ago', { made: daysAgo(91) }, true],
    ['made anew within the grace, its predecessor used long ago', { made: daysAgo(29), lastUsed: daysAgo(200) }, false],
    ['made anew when the grace ends', { made: daysAgo(30), lastUsed: daysAgo(200) }, true],
  ])('%s', (_, usable, expected) => {
    expect(isStale(usable, thresholds, asOf)).toBe(expected);
  });
});
