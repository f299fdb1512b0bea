import { readWhole, type PartDefinition } from '../part.ts';
import { functions } from './policies/functions.ts';
import { keys, secrets } from './policies/keys-and-secrets.ts';
import { queues, topics } from './policies/messaging.ts';
import type { PolicySource } from './policies/policy-source.ts';
import { readPolicies } from './policies/read-policies.ts';
import { registry, repositories } from './policies/registries.ts';
import { fileSystems, vaults } from './policies/stored-data.ts';

const sources: readonly PolicySource[] = [
  repositories,
  registry,
  fileSystems,
  queues,
  topics,
  functions,
  keys,
  secrets,
  vaults,
];

/** `aws.resourcePolicies`: the resources of a region that have policies of their own. Each kind is read or not by itself. */
export const resourcePolicies: PartDefinition<'aws.resourcePolicies'> = {
  per: 'aws-region',
  operations: [],
  optional: sources.flatMap(({ operation, more }) => [operation, ...more]),
  interpret: (answers, unit, how = readWhole) => readPolicies(sources, answers, unit, how),
};
