import type { CaseSnapshot } from '../../../lib/model/check-case.ts';
import type { DetectionKeys, RegisterEntry } from '../../../lib/model/register.ts';
import { collectedAt, inAccount } from '../../aws/cases/units.ts';

const checked = { by: 'security@example.com', on: '2025-04-01', reference: 'R-1' };

/** A row about a service that is approved everywhere, checked and in time, unless the fields say otherwise. */
export function row(id: string, keys: Partial<DetectionKeys>, fields: Partial<RegisterEntry> = {}): RegisterEntry {
  return {
    id,
    name: id,
    provider: 'Amazon Web Services',
    departments: [],
    dataLocations: [],
    keys: { aws: [], azure: [], entra: [], tenants: [], ...keys },
    regions: [],
    accounts: [],
    certificates: [],
    contractCheck: checked,
    securityCheck: checked,
    approval: checked,
    state: 'approved',
    ...fields,
  };
}

/** What roles of an account without regions called, by role and service prefix; a later moment than the case's is nonsense. */
export function called(calls: Readonly<Record<string, readonly string[]>>): CaseSnapshot['responses'] {
  return {
    'ec2:DescribeRegions': { Regions: [] },
    's3:ListBuckets': { Buckets: [] },
    'iam:GetServiceLastAccessedDetails': Object.entries(calls).map(([role, services]) => ({
      input: { Arn: `arn:aws:iam::111122223333:role/${role}` },
      output: {
        JobStatus: 'COMPLETED',
        JobType: 'SERVICE_LEVEL',
        JobCreationDate: collectedAt,
        JobCompletionDate: collectedAt,
        ServicesLastAccessed: services.map((ServiceNamespace) => ({
          ServiceName: ServiceNamespace,
          ServiceNamespace,
          LastAuthenticated: '2025-12-20T00:00:00.000Z',
        })),
      },
    })),
  };
}

/** An account with these buckets in which nobody called anything, and what else it answers. */
export function withBuckets(names: readonly string[], more: CaseSnapshot['responses'] = {}): CaseSnapshot {
  const Buckets = names.map((Name) => ({ Name, CreationDate: '2024-05-01T00:00:00.000Z' }));
  return inAccount({ ...called({}), ...more, 's3:ListBuckets': { Buckets } });
}
