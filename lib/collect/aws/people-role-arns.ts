import { objectsIn } from '../../model/aws/raw-policy.ts';

/** Where IAM Identity Center keeps the roles that its people sign in to. */
const peoplesPath = /^\/aws-reserved\/sso\.amazonaws\.com\//;

/**
 * ARNs of the roles of IAM Identity Center that somebody used lately, by the answer of iam:GetAccountAuthorizationDetails, in
 * the order of their names: what people use, they use as these.
 */
export function peopleRoleArns(details: unknown): readonly string[] {
  return objectsIn(details, 'RoleDetailList')
    .filter(({ Path }) => peoplesPath.test(String(Path)))
    .filter((role) => objectsIn(role, 'RoleLastUsed')[0]?.['LastUsedDate'] !== undefined)
    .flatMap(({ Arn }) => (typeof Arn === 'string' ? [Arn] : []))
    .toSorted();
}
