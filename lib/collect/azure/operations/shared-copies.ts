import type { GraphTypeOperation } from '../arm-operation.ts';
import { only } from '../kept-fields.ts';

/** Who may read an image or a disk, and by what: never the link itself, which no list answers with. */
const shared = (id: string, ...fields: readonly string[]): GraphTypeOperation => ({
  id,
  by: 'resource-graph',
  table: 'resources',
  keep: only(...fields),
});

const exported = ['diskState', 'networkAccessPolicy', 'publicNetworkAccess', 'dataAccessAuthMode'] as const;

/** Galleries of images, and disks and snapshots that may be exported. */
export const sharedCopyOperations: readonly GraphTypeOperation[] = [
  shared('Microsoft.Compute/galleries', 'sharingProfile'),
  shared('Microsoft.Compute/disks', ...exported),
  shared('Microsoft.Compute/snapshots', ...exported),
];
