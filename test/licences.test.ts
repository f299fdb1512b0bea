import { expect, it } from 'vitest';
import lock from '../package-lock.json' with { type: 'json' };

it('has no package in the lockfile whose licence reaches into what uses it', () => {
  const packages: Readonly<Record<string, { readonly license?: string }>> = lock.packages;
  // Where a licence may be chosen (OR), one that does not is chosen.
  const viral = Object.entries(packages).filter(
    ([, { license = '' }]) => license.split(' OR ').filter((each) => !/GPL|SSPL|BUSL/.test(each)).length === 0,
  );
  expect(viral.map(([path]) => path)).toEqual([]);
  const unnamed = Object.entries(packages).filter(([path, { license }]) => path && !license);
  expect(unnamed.map(([path]) => path)).toEqual([]);
});
