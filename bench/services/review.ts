import { reviewUses } from '../../lib/analyse/services/review-uses.ts';
import type { UseGap } from '../../lib/model/services/service-review.ts';
import { generatedRegister, generatedUses, type UsesScale } from './generated-uses.ts';

/**
 * A process that holds what every account uses against a register, an account at a time as a run does, and prints the time,
 * the memory and what it found. Words: rows, accounts, regions, services. The making of the uses is not counted.
 */
const [rows = 2000, accounts = 1000, regions = 17, services = 100] = process.argv.slice(2).map(Number);
const scale: UsesScale = { rows, accounts, regions, services };
const register = generatedRegister(scale);
const today = '2026-06-01';
const gaps = new Map<UseGap, number>();
let ms = 0;
let uses = 0;
for (let account = 0; account < accounts; account += 1) {
  const used = generatedUses(account, scale);
  const began = performance.now();
  const reviewed = reviewUses(used, register, today);
  ms += performance.now() - began;
  uses += used.length;
  for (const gap of reviewed.flatMap((each) => each.gaps)) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
}
console.log(
  JSON.stringify({ ms, uses, peakMiB: process.resourceUsage().maxRSS / 1024, gaps: Object.fromEntries(gaps) }),
);
