import type { Finding } from '../model/finding.ts';

/** The order of findings in every file: by place, then check, then resource, then id. Code units, whatever the locale. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.resource.provider, b.resource.provider) ||
    compare(a.resource.account, b.resource.account) ||
    compare(a.resource.region, b.resource.region) ||
    compare(a.check, b.check) ||
    compare(a.resource.id, b.resource.id) ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
