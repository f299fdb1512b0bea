import { AwsError } from '../aws-error.ts';
import { snapshotAnswer } from '../snapshot-answer.ts';
import type { Handler } from './handler.ts';

/** A snapshot keeps whether somebody holds a name: a refusal and a name that nobody holds are errors on the wire. */
export const getBucketLocation: Handler = (request, { units }) => {
  const answer = snapshotAnswer(units, request);
  if (answer['Refused'] === true) throw new AwsError('AccessDenied', 'Access Denied', 403);
  if (!answer['LocationConstraint']) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
  return answer;
};
