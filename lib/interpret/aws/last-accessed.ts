import type { GetServiceLastAccessedDetailsResponse, ServiceLastAccessed } from '@aws-sdk/client-iam';
import type { AccessReport, ServiceUse } from '../../model/aws/last-accessed.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, momentOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { keyedAnswersOf } from './answer.ts';

/** `aws.lastAccessed`: what IAM has on record about the use of services and actions, by user and role. */
export const lastAccessed: PartDefinition<'aws.lastAccessed'> = {
  per: 'aws-account',
  operations: ['iam:GetServiceLastAccessedDetails'],
  interpret: (answers) =>
    keyedAnswersOf(answers, 'iam:GetServiceLastAccessedDetails').map(({ input, output }) => {
      if (typeof input['Arn'] !== 'string') throw new TypeError('Arn is missing');
      return reportOf(input['Arn'], output);
    }),
};

function reportOf(arn: string, report: Wire<GetServiceLastAccessedDetailsResponse>): AccessReport {
  return {
    arn,
    granularity: report.JobType === 'ACTION_LEVEL' ? 'action' : 'service',
    made: momentOf(report.JobCompletionDate, 'JobCompletionDate'),
    services: listOf(report.ServicesLastAccessed, 'ServicesLastAccessed').map(serviceOf),
  };
}

function serviceOf(used: Wire<ServiceLastAccessed>): ServiceUse {
  const service = required(used.ServiceNamespace, 'ServiceNamespace').toLowerCase();
  return {
    service,
    name: used.ServiceName ?? service,
    ...lastUse(used.LastAuthenticated, 'LastAuthenticated'),
    ...(used.LastAuthenticatedRegion && { region: used.LastAuthenticatedRegion }),
    actions: listOf(used.TrackedActionsLastAccessed, 'TrackedActionsLastAccessed').map((action) => ({
      action: `${service}:${required(action.ActionName, 'ActionName')}`,
      ...lastUse(action.LastAccessedTime, 'LastAccessedTime'),
    })),
  };
}

function lastUse(moment: string | undefined, field: string): { readonly lastUsed?: Date } {
  return moment ? { lastUsed: momentOf(moment, field) } : {};
}
