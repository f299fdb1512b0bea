import { listOf, required } from '../../shape.ts';
import { answerOf } from '../answer.ts';
import { partitionOf } from '../partition-of.ts';
import type { CarrierSource } from './carrier-source.ts';

/** Glue development endpoints, which anyone whose public key they hold can enter. */
export const glueDevEndpoints: CarrierSource = {
  operations: ['glue:GetDevEndpoints'],
  carriers: (answers, { account, region }) =>
    listOf(answerOf(answers, 'glue:GetDevEndpoints').DevEndpoints, 'DevEndpoints').flatMap((endpoint) => {
      const name = required(endpoint.EndpointName, 'EndpointName');
      // "Resource types defined by AWS Glue", Service Authorization Reference.
      const arn = `arn:${partitionOf(region)}:glue:${region}:${account}:devEndpoint/${name}`;
      const { RoleArn: roleArn, Status } = endpoint;
      return roleArn ? [{ kind: 'glue-dev-endpoint', arn, region, roleArn, running: Status === 'READY' }] : [];
    }),
};
