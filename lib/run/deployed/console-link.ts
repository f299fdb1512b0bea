/** The page of an object in the S3 console, which asks for a sign-in: a link that opens by itself would be a secret. */
export function consoleLink(location: string, region: string, key: string): string {
  const bucket = location.replace(/^s3:\/\//, '').replace(/\/$/, '');
  const domain = region.startsWith('cn-') ? 'console.amazonaws.cn' : 'console.aws.amazon.com';
  const query = new URLSearchParams({ region, prefix: key });
  return `https://${region}.${domain}/s3/object/${bucket}?${query}`;
}
