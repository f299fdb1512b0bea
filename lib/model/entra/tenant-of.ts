import type { Unit } from '../unit.ts';

/** The id of the tenant that a unit is; throws for any other unit, which no check of Entra is ever given. */
export function tenantOf(unit: Unit): string {
  if (unit.provider !== 'entra') throw new TypeError('the unit is no tenant of Microsoft Entra');
  return unit.tenant;
}
