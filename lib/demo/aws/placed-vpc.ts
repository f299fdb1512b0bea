import type { GroupPlace } from './security-group.ts';
import type { DemoVpc } from './vpc.ts';

/** A VPC and where it is. */
export interface PlacedVpc extends GroupPlace {
  readonly described: DemoVpc;
}
