import { setTimeout as sleep } from 'node:timers/promises';
import {
  GenerateOrganizationsAccessReportCommand,
  GetOrganizationsAccessReportCommand,
  ReportGenerationLimitExceededException,
  type GetOrganizationsAccessReportResponse,
  type IAMClient,
} from '@aws-sdk/client-iam';
import type { ListAccountsResponse } from '@aws-sdk/client-organizations';
import { accountState } from '../../../model/aws/account-state.ts';
import { awaitJob, jobFailure } from '../await-job.ts';
import { defineOperation, type CallOptions } from '../operation.ts';

/**
 * Which services each account of the organization last tried to use, and in which region: what IAM has on record of at
 * least 400 days, whether it was allowed or refused. For the management account only, and where service control policies
 * are enabled ("GenerateOrganizationsAccessReport", IAM API Reference). A report on an account, and not on the root, says
 * whose use it was. What to hold for it: "Refine permissions in AWS using last accessed information", IAM User Guide.
 */
export const getOrganizationsAccessReport = defineOperation<
  GetOrganizationsAccessReportResponse,
  ListAccountsResponse,
  Readonly<{ EntityPath: string }>
>({
  id: 'iam:GetOrganizationsAccessReport',
  per: 'organization',
  budget: 'organization-job',
  alsoNeeds: [
    'iam:GenerateOrganizationsAccessReport',
    'organizations:DescribePolicy',
    'organizations:ListChildren',
    'organizations:ListParents',
    'organizations:ListPoliciesForTarget',
    'organizations:ListRoots',
    'organizations:ListTargetsForPolicy',
  ],
  each: {
    of: ['organizations:ListAccounts'],
    // A closed account uses nothing. One whose place is not told has no path to ask with.
    inputs: ({ Accounts = [] }) =>
      Accounts.filter((account) => accountState(account) === 'ACTIVE').flatMap(({ Paths: [path] = [] }) =>
        path ? [{ EntityPath: path.replace(/\/$/, '') }] : [],
      ),
    // All accounts wait for the unit of their organization before they are judged.
    atMost: 250,
    refusedAlike: true,
  },
  async call({ iam }, options, page, { EntityPath }) {
    const [job, marker] = page?.split(' ') ?? [await startJob(iam, EntityPath, options)];
    const ask = new GetOrganizationsAccessReportCommand({ JobId: job, Marker: marker, MaxItems: 1000 });
    const answer = await awaitJob(
      () => iam.send(ask, options),
      ({ ErrorDetails }) => ErrorDetails,
      options.abortSignal,
    );
    return { ...answer, Marker: answer.IsTruncated ? `${job} ${answer.Marker}` : undefined };
  },
  next: (output) => output.Marker,
});

/** IAM makes so many reports at once and no more, and publishes no number: whoever is turned away comes again. */
async function startJob(iam: IAMClient, EntityPath: string, options: CallOptions, tries = 15): Promise<string> {
  const start = new GenerateOrganizationsAccessReportCommand({ EntityPath });
  const { JobId } = await iam.send(start, options).catch(async (error: unknown) => {
    if (tries <= 1 || !(error instanceof ReportGenerationLimitExceededException)) throw error;
    await sleep(4_000, undefined, { signal: options.abortSignal });
    return { JobId: await startJob(iam, EntityPath, options, tries - 1) };
  });
  if (!JobId) throw jobFailure('JobNotStarted', 'IAM did not name the job that it started');
  return JobId;
}
