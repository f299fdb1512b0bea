import { AwsError } from '../aws-error.ts';
import { snapshotAnswer } from '../snapshot-answer.ts';
import type { AwsRequest } from '../request.ts';
import type { Cloud, Handler } from './handler.ts';

const reportId = 'iam:GetCredentialReport';

/** STARTED at first and COMPLETE from then on, for accounts whose snapshot holds a report. */
export const generateCredentialReport: Handler = (request, cloud) => {
  if (!holdsReport(request, cloud)) return snapshotAnswer(cloud.units, request);
  const { account } = request.identity;
  if (cloud.reports.has(account)) {
    cloud.reports.set(account, 'ready');
    return { State: 'COMPLETE' };
  }
  cloud.reports.set(account, 'started');
  return { State: 'STARTED', Description: 'No report exists. Starting a new report generation task' };
};

/** The report, once it was asked for and a poll has passed ("Getting credential reports", IAM User Guide). */
export const getCredentialReport: Handler = (request, cloud) => {
  const { account } = request.identity;
  const state = cloud.reports.get(account);
  if (state === undefined && holdsReport(request, cloud)) {
    throw new AwsError(
      'ReportNotPresent',
      'No report found. Please use GenerateCredentialReport to request a report.',
      410,
    );
  }
  if (state === 'started') {
    cloud.reports.set(account, 'ready');
    throw new AwsError('ReportInProgress', 'The credential report is being generated.', 404);
  }
  return snapshotAnswer(cloud.units, request);
};

/** An account without a password policy has none to show: the snapshot's answer is then empty. */
export const getAccountPasswordPolicy: Handler = (request, cloud) => {
  const answer = snapshotAnswer(cloud.units, request);
  if (answer['PasswordPolicy'] !== undefined) return answer;
  const { account } = request.identity;
  throw new AwsError('NoSuchEntity', `The Password Policy with domain name ${account} cannot be found.`, 404);
};

function holdsReport({ identity }: AwsRequest, { units }: Cloud): boolean {
  return Object.hasOwn(units.globalOf(identity.account)?.responses ?? {}, reportId);
}
