import { objectsIn } from '../../model/aws/raw-policy.ts';

/**
 * ARNs of permissions boundaries whose policies an answer of iam:GetAccountAuthorizationDetails does not hold: it leaves
 * out policies that are used as nothing else.
 */
export function missingBoundaries(details: unknown): readonly string[] {
  const held = new Set(objectsIn(details, 'Policies').map(({ Arn }) => Arn));
  const bounded = [...objectsIn(details, 'UserDetailList'), ...objectsIn(details, 'RoleDetailList')];
  const arns = bounded
    .flatMap((entity) => objectsIn({ boundary: [entity['PermissionsBoundary']] }, 'boundary'))
    .flatMap(({ PermissionsBoundaryArn: arn }) => (typeof arn === 'string' && !held.has(arn) ? [arn] : []));
  return [...new Set(arns)].toSorted();
}
