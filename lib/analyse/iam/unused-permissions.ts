import type { IamEntities, IamRole, IamUser } from '../../model/aws/iam-entities.ts';
import { isStale } from '../../model/aws/is-stale.ts';
import type { AccessReport } from '../../model/aws/last-accessed.ts';
import type { PrincipalUse, UnknownUse, UnusedPermissions } from '../../model/aws/unused-permissions.ts';
import { isWorthReducing } from '../../model/aws/worth-reducing.ts';
import type { Thresholds } from '../../model/standard.ts';
import type { AnalysisDefinition } from '../analysis.ts';
import { ActionMatchers } from './policy/action-matcher.ts';
import { heldDocuments } from './unused/held-documents.ts';
import { principalUse } from './unused/principal-use.ts';
import { useOf } from './unused/use.ts';

/** `aws.unusedPermissions`: who of an account is allowed more than it uses, and the policies that would be enough. */
export const unusedPermissions: AnalysisDefinition<'aws.unusedPermissions'> = {
  per: 'aws-account',
  requires: ['aws.iamEntities', 'aws.lastAccessed'],
  uses: [],
  analyse: ({ asOf, standard: { thresholds }, part }) => {
    const [entities, reports] = [part('aws.iamEntities'), part('aws.lastAccessed')];
    if (!entities || !reports) throw new TypeError('aws.iamEntities and aws.lastAccessed are required');
    return analyseUse(entities, reports, thresholds, asOf);
  },
};

function analyseUse(
  entities: IamEntities,
  reports: readonly AccessReport[],
  thresholds: Thresholds,
  asOf: Date,
): UnusedPermissions {
  const reportOf = new Map(reports.map((report) => [report.arn, report]));
  const shared = { matchers: new ActionMatchers() };
  const principals: PrincipalUse[] = [];
  const unknown: UnknownUse[] = [];
  for (const principal of [...entities.users, ...entities.roles]) {
    if (!isJudged(principal, thresholds, asOf)) continue;
    const { arn, name, created } = principal;
    const kind = 'groups' in principal ? 'user' : 'role';
    const report = reportOf.get(arn);
    if (!report) {
      unknown.push({ arn, name, kind });
      continue;
    }
    const { held, unread } = heldDocuments(principal, entities, thresholds, asOf);
    if (unread[0]) {
      unknown.push({ arn, name, kind, policy: unread[0] });
      continue;
    }
    const use = useOf(report, created, thresholds, asOf);
    principals.push(principalUse(principal, report, { held, use, ...shared }));
  }
  return { principals, unknown };
}

/** Whether there is something to reduce: a role that is stale as a whole is to be deleted. */
function isJudged(principal: IamUser | IamRole, thresholds: Thresholds, asOf: Date): boolean {
  const { path, attached, inline, created: made } = principal;
  const own = attached.length + inline.length;
  if ('groups' in principal)
    return isWorthReducing({ kind: 'user', path, holds: own + principal.groups.length, lastUsed: undefined });
  const { lastUsed } = principal;
  return (
    isWorthReducing({ kind: 'role', path, holds: own, lastUsed }) && !isStale({ made, lastUsed }, thresholds, asOf)
  );
}
