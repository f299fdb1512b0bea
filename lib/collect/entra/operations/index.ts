import type { GraphOperation } from '../graph-operation.ts';
import { directoryOperations } from './directory.ts';
import { policyOperations } from './policies.ts';
import { privilegeOperations } from './privileges.ts';
import { reportOperations } from './reports.ts';

/** Everything that is read of a tenant. */
export const graphOperations: readonly GraphOperation[] = [
  ...directoryOperations,
  ...policyOperations,
  ...privilegeOperations,
  ...reportOperations,
];
