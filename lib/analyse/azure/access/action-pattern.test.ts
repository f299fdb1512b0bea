import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionPattern } from './action-pattern.ts';

const action = fc
  .array(fc.constantFrom('microsoft.compute', 'virtualMachines', 'write', 'read', 'a'), { minLength: 1, maxLength: 5 })
  .map((segments) => segments.join('/'));
const pattern = fc
  .array(fc.constantFrom('*', 'Microsoft.Compute', 'virtualmachines', 'write', 'a', 'virtual*', '*e'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((segments) => segments.join('/'));

/** What a pattern means, said naively. */
function naive(text: string): RegExp {
  const source = text
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('/*/', '\0')
    .replaceAll('*', '.*')
    .replaceAll('\0', '/(?:.*/)?');
  return new RegExp(`^${source}$`, 'is');
}

describe('a pattern of actions', () => {
  it('means what a regular expression says', () => {
    fc.assert(
      fc.property(pattern, action, (text, asked) => {
        expect(actionPattern(text)(asked)).toBe(naive(text).test(asked));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['*', 'Microsoft.Compute/virtualMachines/write', true],
    ['*/read', 'Microsoft.Compute/virtualMachines/write', false],
    ['Microsoft.Authorization/*/Write', 'microsoft.authorization/roleassignments/write', true],
    [
      'Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action',
      'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action',
      true,
    ],
    ['Microsoft.Compute/virtualMachines/*', 'Microsoft.Compute/virtualMachineScaleSets/write', false],
  ])('%s and %s', (text, asked, expected) => {
    expect(actionPattern(text)(asked)).toBe(expected);
  });

  it('does not choke on many stars', () => {
    expect(actionPattern('*a'.repeat(500))(`${'a'.repeat(400)}b`)).toBe(false);
    // One that does never comes to an end, and the test runner gives it up.
  });
});
