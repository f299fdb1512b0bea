import { createHash } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import type { JsonObject } from '../json-value.ts';
import type { AwsRequest } from '../request.ts';
import { operationSchema } from '../schema.ts';
import { snapshotAnswer } from '../snapshot-answer.ts';
import type { Cloud, Handler } from './handler.ts';

/** Starts a job about a user or role of which the snapshot holds a report, or says why there is none. */
export const generateServiceLastAccessedDetails: Handler = (request, cloud) => {
  const { Arn: arn } = request.input;
  // Throws what the snapshot holds: the recorded error, or that there is no such entity.
  reportOn(arn, request, cloud);
  const { account, userId } = request.identity;
  const digest = createHash('sha256')
    .update(`${account} ${userId} ${String(arn)} ${cloud.jobs.size}`)
    .digest('hex');
  const job = digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  cloud.jobs.set(job, { arn: String(arn), caller: userId, state: 'started' });
  return { JobId: job };
};

/**
 * IN_PROGRESS at first and COMPLETED from then on, for the session that started the job ("GenerateServiceLastAccessedDetails",
 * IAM API Reference).
 */
export const getServiceLastAccessedDetails: Handler = (request, cloud) => {
  const job = cloud.jobs.get(String(request.input['JobId']));
  if (!job || job.caller !== request.identity.userId) {
    throw new AwsError('NoSuchEntity', `Job ID ${String(request.input['JobId'])} was not found`, 404);
  }
  if (job.state === 'started') {
    job.state = 'ready';
    const JobCreationDate = cloud.clock().toISOString();
    return { JobStatus: 'IN_PROGRESS', JobType: 'ACTION_LEVEL', JobCreationDate, ServicesLastAccessed: [] };
  }
  return reportOn(job.arn, request, cloud);
};

/** The snapshot's report, which it holds by principal, as it answers a request for the page that is asked for. */
function reportOn(arn: unknown, request: AwsRequest, { units }: Cloud): JsonObject {
  const { MaxItems, Marker } = request.input;
  const schema = operationSchema(request.service.schemas, 'GetServiceLastAccessedDetails') ?? request.schema;
  const paging = { ...(MaxItems !== undefined && { MaxItems }), ...(Marker !== undefined && { Marker }) };
  return snapshotAnswer(units, { ...request, schema, input: { Arn: arn, ...paging } });
}
