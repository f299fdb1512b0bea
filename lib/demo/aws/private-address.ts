import { numberFrom } from '../identifier.ts';
import type { PlacedVpc } from './placed-vpc.ts';

/** An address in the subnet of its owner: these subnets are /24 networks. */
export function privateAddress(
  vpc: PlacedVpc,
  { subnet, name }: { readonly subnet: string; readonly name: string },
): string {
  const cidr = vpc.described.subnets.find((each) => each.name === subnet)?.cidr;
  if (!cidr) throw new Error(`the demo VPC ${vpc.vpc} has no subnet ${subnet}`);
  return cidr.replace(/\d+\/\d+$/, String(10 + numberFrom(`${vpc.vpcId} ${name}`, 240)));
}
