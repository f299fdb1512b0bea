import policy from '../catalogue/scan-policy.json' with { type: 'json' };

const actions = policy.Statement.filter(({ Resource }) => Resource === '*').flatMap(({ Action }) => Action);

/** What a scan reads of some resources only. */
export const limitedStatements: readonly {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}[] = policy.Statement.flatMap(({ Action, Resource }) =>
  Array.isArray(Resource) ? [{ actions: Action, resources: Resource }] : [],
);

/** What the organization is read with: its accounts, its policies, and who comes through IAM Identity Center. */
export const organizationActions: readonly string[] = [
  ...actions.filter((action) => /^(organizations|sso|identitystore):/.test(action)),
  // IAM Identity Center lives in one of the enabled regions.
  'ec2:DescribeRegions',
];

/** What any member may ask of its organization: which one it is. */
const membership = 'organizations:DescribeOrganization';

/** What a scan reads in an account, as the collector and the checks declare it (generated into lib/catalogue). */
export const accountActions: readonly string[] = actions.filter(
  (action) => action === membership || action === 'ec2:DescribeRegions' || !organizationActions.includes(action),
);

/** What cdk-nag says of policies that read whatever there is. */
export const readsEverything: readonly string[] = ['*', ...limitedStatements.flatMap(({ resources }) => resources)].map(
  (resource) => `IAM5[Resource::${resource}]`,
);
