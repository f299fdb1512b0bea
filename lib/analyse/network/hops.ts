import type { Route } from '../../model/aws/route-table.ts';
import type { Hop } from '../../model/network/hop.ts';

/** Where every way begins. */
export const internetHop: Hop = { kind: 'internet', id: 'internet' };

/** An internet gateway on a way. */
export function gatewayHop(id: string): Hop {
  return { kind: 'internet-gateway', id, operation: 'ec2:DescribeInternetGateways' };
}

/** A route on a way, in the words of its table: `0.0.0.0/0 → igw-1`. */
export function routeHop(tableId: string, { destination, target }: Route): Hop {
  return { kind: 'route', id: tableId, rule: `${destination} → ${target.id}`, operation: 'ec2:DescribeRouteTables' };
}
