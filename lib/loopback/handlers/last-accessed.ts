import { createHash } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import { denied } from '../faults.ts';
import type { JsonObject } from '../json-value.ts';
import type { AwsRequest } from '../request.ts';
import { operationSchema } from '../schema.ts';
import { snapshotAnswer } from '../snapshot-answer.ts';
import type { Cloud, Handler } from './handler.ts';
import { managementAccount } from './organizations.ts';

/** A kind of report: what it is about, and the operation that a snapshot holds it under. */
interface Report {
  readonly input: 'Arn' | 'EntityPath';
  readonly operation: string;
  /** What an answer holds while the report is not ready. */
  readonly empty: JsonObject;
}

const ofEntity: Report = {
  input: 'Arn',
  operation: 'GetServiceLastAccessedDetails',
  empty: { JobType: 'ACTION_LEVEL', ServicesLastAccessed: [] },
};
const ofOrganization: Report = { input: 'EntityPath', operation: 'GetOrganizationsAccessReport', empty: {} };

/** Starts a job about a user or role of which the snapshot holds a report, or says why there is none. */
export const generateServiceLastAccessedDetails: Handler = (request, cloud) => startJob(ofEntity, request, cloud);

/** Answers about that job. */
export const getServiceLastAccessedDetails: Handler = (request, cloud) => answerJob(ofEntity, request, cloud);

/** Starts a job about an account: for the management account ("GenerateOrganizationsAccessReport", IAM API Reference). */
export const generateOrganizationsAccessReport: Handler = (request, cloud) => {
  const { organization } = cloud.units;
  if (!organization || managementAccount(organization) !== request.identity.account) throw denied(request);
  return startJob(ofOrganization, request, cloud);
};

/** Answers about that job. */
export const getOrganizationsAccessReport: Handler = (request, cloud) => answerJob(ofOrganization, request, cloud);

function startJob(report: Report, request: AwsRequest, cloud: Cloud): JsonObject {
  const about = String(request.input[report.input]);
  // Throws what the snapshot holds: the recorded error, or that there is no such entity.
  reportOn(report, about, request, cloud);
  const { account, userId } = request.identity;
  const digest = createHash('sha256').update(`${account} ${userId} ${about} ${cloud.jobs.size}`).digest('hex');
  const job = digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  cloud.jobs.set(job, { about, caller: userId, state: 'started' });
  return { JobId: job };
}

/**
 * IN_PROGRESS at first and COMPLETED from then on, for the session that started the job ("GenerateServiceLastAccessedDetails",
 * IAM API Reference).
 */
function answerJob(report: Report, request: AwsRequest, cloud: Cloud): JsonObject {
  const job = cloud.jobs.get(String(request.input['JobId']));
  if (!job || job.caller !== request.identity.userId) {
    throw new AwsError('NoSuchEntity', `Job ID ${String(request.input['JobId'])} was not found`, 404);
  }
  if (job.state === 'started') {
    job.state = 'ready';
    return { JobStatus: 'IN_PROGRESS', JobCreationDate: cloud.clock().toISOString(), ...report.empty };
  }
  return reportOn(report, job.about, request, cloud);
}

/** The snapshot's report, which it holds by what it is about, as it answers a request for the page that is asked for. */
function reportOn({ input, operation }: Report, about: string, request: AwsRequest, { units }: Cloud): JsonObject {
  const { MaxItems, Marker } = request.input;
  const schema = operationSchema(request.service.schemas, operation) ?? request.schema;
  const paging = { ...(MaxItems !== undefined && { MaxItems }), ...(Marker !== undefined && { Marker }) };
  return snapshotAnswer(units, { ...request, schema, input: { [input]: about, ...paging } });
}
