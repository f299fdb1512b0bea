/** The page sizes that an operation takes, and the one it uses when a request names none. */
export interface PageSize {
  readonly min: number;
  readonly max: number;
  readonly standard: number;
  /** The largest page that is answered, where larger ones may be asked for. */
  readonly most?: number;
}

/** What differs from 5 to 1,000 in the Amazon EC2 API Reference. */
const ec2Ranges: Readonly<Record<string, readonly [min: number, max: number]>> = {
  DescribeEgressOnlyInternetGateways: [5, 255],
  DescribeInstanceConnectEndpoints: [1, 50],
  DescribeManagedPrefixLists: [1, 100],
  DescribePublicIpv4Pools: [1, 10],
  DescribeRouteTables: [5, 100],
  GetManagedPrefixListEntries: [1, 100],
};

/** Lambda takes larger figures than it answers with ("ListFunctions", AWS Lambda API Reference). */
export function lambdaPageSize(operation: string): PageSize {
  return { min: 1, max: 10_000, standard: 50, ...(operation === 'ListFunctions' && { most: 50 }) };
}

/** EC2 answers everything at once unless asked for pages, but for operations whose pages are small. */
export function ec2PageSize(operation: string): PageSize {
  const [min, max] = ec2Ranges[operation] ?? [5, 1000];
  return { min, max, standard: max <= 100 ? max : Infinity };
}
