import type { AccessDetail } from '@aws-sdk/client-iam';
import type { AttemptedService, OrganizationAccess } from '../../model/aws/organization-access.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { listOf, momentOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { keyedAnswersOf } from './answer.ts';

const report = 'iam:GetOrganizationsAccessReport';

/** What the accounts of an organization tried to use, from its unit; undefined where nobody could tell of any. */
export function organizationAccessOf(snapshot: Snapshot | undefined): OrganizationAccess | undefined {
  if (!snapshot || !Object.hasOwn(snapshot.responses, report)) return undefined;
  try {
    const found = new Map(
      keyedAnswersOf(snapshot.responses, report).map(({ input, output }) => [
        accountOf(input['EntityPath']),
        listOf(output.AccessDetails, 'AccessDetails').flatMap(attempted),
      ]),
    );
    return { services: (account) => found.get(account) };
  } catch {
    // An answer that has not the documented shape says nothing.
    return undefined;
  }
}

/** The path of an entity ends with it: `o-…/r-…/ou-…/111122223333`. */
function accountOf(path: unknown): string {
  return String(path).split('/').at(-1) ?? '';
}

/** Services that the policies allow and nobody tried are listed, too. */
function attempted(detail: Wire<AccessDetail>): readonly AttemptedService[] {
  if (detail.LastAuthenticatedTime === undefined) return [];
  const service = required(detail.ServiceNamespace, 'ServiceNamespace').toLowerCase();
  return [
    {
      service,
      name: detail.ServiceName ?? service,
      lastAttempt: momentOf(detail.LastAuthenticatedTime, 'LastAuthenticatedTime'),
      ...(detail.Region !== undefined && { region: detail.Region }),
    },
  ];
}
