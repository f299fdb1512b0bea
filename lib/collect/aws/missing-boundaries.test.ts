import { expect, it } from 'vitest';
import { missingBoundaries } from './missing-boundaries.ts';

const bounded = (name: string, arn: unknown): object => ({
  UserName: name,
  PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn },
});

it('names each boundary once whose policy is not in the answer, whatever else stands there', () => {
  const details = {
    UserDetailList: [bounded('a', 'arn:2'), bounded('b', 'arn:held'), { UserName: 'c' }, bounded('d', 5), 'spoilt'],
    RoleDetailList: [bounded('e', 'arn:1'), bounded('f', 'arn:2')],
    Policies: [{ Arn: 'arn:held' }],
  };
  expect(missingBoundaries(details)).toEqual(['arn:1', 'arn:2']);
  expect(missingBoundaries(null)).toEqual([]);
});
