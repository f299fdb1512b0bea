/**
 * How specific a detection key of Azure is, a type of resource in which `*` stands for anything: of several keys that match
 * a type the one with the largest number holds. A whole type is before every pattern, a pattern of more letters before one
 * of fewer.
 */
export function keySpecificity(key: string): number {
  return key.includes('*') ? key.replaceAll('*', '').length : Infinity;
}
