/** The regions that an account can use, in order, as ec2:DescribeRegions names them; undefined when it does not name them. */
export function enabledRegions(answer: unknown): readonly string[] | undefined {
  const regions: unknown = isRecord(answer) ? (answer['Regions'] ?? []) : undefined;
  if (!Array.isArray(regions) || !regions.every(isRegion)) return undefined;
  const usable = regions.filter(({ OptInStatus }) => OptInStatus !== 'not-opted-in');
  return usable.map(({ RegionName }) => RegionName).toSorted();
}

function isRegion(value: unknown): value is { readonly RegionName: string; readonly OptInStatus?: unknown } {
  return isRecord(value) && typeof value['RegionName'] === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
