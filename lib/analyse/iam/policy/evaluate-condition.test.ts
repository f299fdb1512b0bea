import { expect, it } from 'vitest';
import { compileConditions } from './compile-condition.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import type { Truth } from './truth.ts';

/** Whether a condition on the caller's address holds, which nobody here knows. */
function fromUnknownNetwork(operator: string, ...ranges: readonly string[]): Truth | undefined {
  const [condition] = compileConditions({ [operator]: { 'aws:SourceIp': ranges } }, '2012-10-17').conditions;
  return condition && evaluateCondition(condition, () => ({ unknown: 'network' }));
}

it('leaves a condition on addresses open, unless it names all of them', () => {
  expect(fromUnknownNetwork('IpAddress', '203.0.113.0/24')).toEqual(['network']);
  expect(fromUnknownNetwork('NotIpAddress', '203.0.113.0/24')).toEqual(['network']);
  expect(fromUnknownNetwork('IpAddress', '203.0.113.0/24', '0.0.0.0/0')).toBe(true);
  expect(fromUnknownNetwork('NotIpAddress', '0.0.0.0/0')).toBe(false);
});
