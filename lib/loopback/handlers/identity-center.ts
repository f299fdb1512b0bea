import { denied } from '../faults.ts';
import { isObject } from '../json-value.ts';
import { snapshotAnswer } from '../snapshot-answer.ts';
import type { Handler } from './handler.ts';
import { isAdministrator } from './organizations.ts';

/**
 * IAM Identity Center lives in one region, and is for the management account and delegated administrators ("IAM Identity
 * Center API Reference", ListInstances).
 */
export const identityCenter: Handler = (request, cloud) => {
  const { organization } = cloud.units;
  if (!organization || !isAdministrator(organization, request.identity.account)) throw denied(request);
  const answer = snapshotAnswer(cloud.units, request);
  if (request.schema.name !== 'ListInstances') return answer;
  const all = Array.isArray(answer['Instances']) ? answer['Instances'].filter(isObject) : [];
  return {
    ...answer,
    Instances: all.filter(({ PrimaryRegion }) => (PrimaryRegion ?? request.region) === request.region),
  };
};
