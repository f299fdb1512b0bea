import type { IamRole } from '../../../model/aws/iam-entities.ts';
import type { RoleCarrier } from '../../../model/aws/role-carrier.ts';

/** What runs with each role, by the role's ARN; of instances the profile says which. */
export function carriersByRole(
  carriers: readonly RoleCarrier[],
  roles: readonly IamRole[],
): ReadonlyMap<string, readonly RoleCarrier[]> {
  const ofProfile = new Map(roles.flatMap(({ arn, instanceProfiles }) => instanceProfiles.map((each) => [each, arn])));
  return Map.groupBy(
    carriers,
    ({ roleArn, instanceProfileArn }) => roleArn ?? ofProfile.get(instanceProfileArn ?? '') ?? '',
  );
}
