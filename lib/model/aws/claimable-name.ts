/** What of a record of Route 53 says where it leads. */
interface Leading {
  readonly Name?: string | undefined;
  readonly Type?: string | undefined;
  readonly ResourceRecords?: readonly { readonly Value?: string | undefined }[] | undefined;
  readonly AliasTarget?: { readonly DNSName?: string | undefined } | undefined;
}

/** A name of another service that a record leads to, and that whoever asks first gets. */
export type ClaimableName =
  | { readonly kind: 'bucket'; readonly bucket: string; readonly target: string }
  | { readonly kind: 'beanstalk'; readonly prefix: string; readonly region: string; readonly target: string };

/** `s3-website-us-east-1.amazonaws.com`, `s3-website.eu-south-1.amazonaws.com`, with a bucket before it in a CNAME; `bucket.s3.amazonaws.com`. */
const s3Host = /^(?:.+\.)?(?:s3-website[.-][a-z0-9-]+|s3(?:\.dualstack)?(?:[.-][a-z0-9-]+)?)\.amazonaws\.com(?:\.cn)?$/;

/**
 * A name that an environment was given; those that Elastic Beanstalk makes up itself hold a random part that nobody can ask
 * for ("Domain names", AWS Elastic Beanstalk Developer Guide).
 */
const beanstalkHost = /^([a-z0-9][a-z0-9-]{2,61}[a-z0-9])\.([a-z]{2}(?:-[a-z]+)+-\d)\.elasticbeanstalk\.com$/;

/** What a bucket may be called at all ("General purpose bucket naming rules"). */
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** What a record leads to, if it is such a name. Names of load balancers, distributions and the like nobody can choose. */
export function claimableName(record: Leading): ClaimableName | undefined {
  const target = targetOf(record);
  if (target === undefined) return undefined;
  const [, prefix, region] = beanstalkHost.exec(target) ?? [];
  if (prefix && region) return { kind: 'beanstalk', prefix, region, target };
  // S3 takes the bucket from the name that was asked for, whatever stands before its own ("Virtual hosting of buckets").
  const bucket = plainName(record.Name);
  return s3Host.test(target) && bucketName.test(bucket) ? { kind: 'bucket', bucket, target } : undefined;
}

/** The buckets that records lead to, each once. */
export function bucketNames(records: readonly Leading[]): readonly string[] {
  const names = records.map(claimableName).flatMap((each) => (each?.kind === 'bucket' ? [each.bucket] : []));
  return [...new Set(names)];
}

/** The names of Elastic Beanstalk that records lead to. */
export function beanstalkNames(records: readonly Leading[]) {
  return records.map(claimableName).flatMap((each) => (each?.kind === 'beanstalk' ? [each] : []));
}

/** Where an alias, or a CNAME with one value, leads. */
function targetOf({ Type, AliasTarget, ResourceRecords = [] }: Leading): string | undefined {
  if (AliasTarget?.DNSName) return plainName(AliasTarget.DNSName);
  const [only, ...others] = ResourceRecords;
  return Type === 'CNAME' && only?.Value && others.length === 0 ? plainName(only.Value) : undefined;
}

/** Without the dot at its end, in lower case. */
function plainName(name: string | undefined): string {
  return (name ?? '').replace(/\.$/, '').toLowerCase();
}
