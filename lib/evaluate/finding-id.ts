import { createHash } from 'node:crypto';
import type { Resource } from '../model/resource.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * A finding's id: `f_` and twenty letters of base32, from the check, the resource's place and id, and what tells several
 * findings about one resource apart. Nothing that ages or can be reworded goes in, so an id lives as long as its fault.
 */
export function findingId(check: string, resource: Resource, discriminator = ''): string {
  const { provider, account, region, id } = resource;
  const identity = JSON.stringify(['v1', check, provider, account, region, id, discriminator]);
  const bits = [...createHash('sha256').update(identity).digest().subarray(0, 13)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return `f_${Array.from({ length: 20 }, (_, at) => letters[Number.parseInt(bits.slice(5 * at, 5 * at + 5), 2)]).join('')}`;
}
