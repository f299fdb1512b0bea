import prefixes from './service-prefixes.json' with { type: 'json' };

/** Prefixes of the IAM actions of every AWS service (`s3`, `bedrock`), from the action catalogue. */
export const awsServicePrefixes: ReadonlySet<string> = new Set(prefixes);
