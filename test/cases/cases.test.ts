import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { awsIam } from './aws-iam.ts';
import { awsIamStale } from './aws-iam-stale.ts';
import { awsIamTrust } from './aws-iam-trust.ts';
import { awsNetwork } from './aws-network.ts';
import { azure } from './azure.ts';
import { entra } from './entra.ts';

/** The shared worked cases, copied into the repository so that no change can silently lose one. */
describe.each([awsIam, awsIamTrust, awsIamStale, awsNetwork, azure, entra])('$file', ({ file, compare }) => {
  const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, 'data', file), 'utf8')) as {
    readonly cases: readonly { readonly id: string }[];
  };

  it('holds cases', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases)('agrees with $id', (example) => {
    const comparisons = compare(example);
    expect(comparisons.length).toBeGreaterThan(0);
    const misses = comparisons.filter(({ expected, found }) => expected !== found);
    expect(misses).toEqual([]);
  });
});
