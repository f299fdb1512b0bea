import { createHash } from 'node:crypto';
import { readChunked } from './aws-chunked.ts';
import { AwsError } from './aws-error.ts';
import type { HttpRequest } from './http-request.ts';
import type { StoredObject } from './loopback-aws.ts';
import { escapeXml } from './protocol/escape-xml.ts';
import type { Reply } from './protocol/protocol.ts';
import { xml } from './protocol/query.ts';

/** A request to S3 with its path-style address taken apart. */
export interface S3Request {
  readonly operation: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Reads a path-style request: `/bucket/key?list-type=2`. Every bucket exists. */
export function readS3(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
): S3Request {
  const { pathname, searchParams: query } = new URL(url, 'http://127.0.0.1');
  const [bucket = '', ...rest] = pathname.slice(1).split('/').map(decodeURIComponent);
  const key = rest.join('/');
  return { operation: operationOf(method, key, query), bucket, key, query, headers, body };
}

/** Whether a request asks about buckets and not about their objects: snapshots hold what there is to say. */
export function asksOfBuckets({ method, url }: Pick<HttpRequest, 'method' | 'url'>): boolean {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  if (method !== 'GET') return false;
  if (pathname === '/' || pathname.startsWith('/v20180820/')) return true;
  return ['acl', 'location', 'policy', 'policyStatus', 'publicAccessBlock'].some((name) => searchParams.has(name));
}

/** A question about a bucket as the schemas have it: the bucket stands in the path only because hosts have no names here. */
export function withoutBucket(http: HttpRequest): { readonly http: HttpRequest; readonly bucket?: string } {
  const { pathname, search } = new URL(http.url, 'http://127.0.0.1');
  const bucket = decodeURIComponent(pathname.slice(1).replace(/\/$/, ''));
  if (bucket === '' || bucket.includes('/')) return { http };
  return { http: { ...http, url: `/${search}` }, bucket };
}

/** Answers the four operations that stores need; anything else is NotImplemented, so that nothing is pretended. */
export function answerS3(request: S3Request, objects: Map<string, StoredObject>, now: Date): Reply {
  switch (request.operation) {
    case 'PutObject':
      return put(request, objects, now);
    case 'GetObject':
      return get(request, objects);
    case 'HeadObject':
      return { ...get(request, objects), body: '' };
    case 'ListObjectsV2':
      return list(request, objects);
    default:
      throw new AwsError('NotImplemented', `The loopback S3 has no ${request.operation}.`, 501);
  }
}

/** An error as S3 writes it; to a HEAD request, a body cannot be sent. */
export function failS3({ code, message, status }: AwsError, requestId: string): Reply {
  return xml(
    status,
    `<Error><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message><RequestId>${requestId}</RequestId></Error>`,
  );
}

const bareParameters = new Set([
  'x-id',
  'list-type',
  'prefix',
  'max-keys',
  'continuation-token',
  'start-after',
  'encoding-type',
]);

function operationOf(method: string, key: string, query: URLSearchParams): string {
  const stranger = [...query.keys()].find((name) => !bareParameters.has(name));
  if (stranger !== undefined) return `${method} with ${stranger}`;
  if (key === '') return method === 'GET' && query.get('list-type') === '2' ? 'ListObjectsV2' : `${method} of a bucket`;
  return { PUT: 'PutObject', GET: 'GetObject', HEAD: 'HeadObject' }[method] ?? `${method} of an object`;
}

const keptHeaders = /^(content-type|content-disposition|cache-control|x-amz-meta-.*|x-amz-checksum-(crc|sha).*)$/;

function put({ bucket, key, headers, body }: S3Request, objects: Map<string, StoredObject>, now: Date): Reply {
  const address = `${bucket}/${key}`;
  if (headers['x-amz-copy-source']) throw new AwsError('NotImplemented', 'The loopback S3 has no CopyObject.', 501);
  if (headers['if-none-match'] === '*' && objects.has(address)) {
    throw new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412);
  }
  const encodings = (headers['content-encoding'] ?? '')
    .split(/, */)
    .filter((name) => name !== '' && name !== 'aws-chunked');
  const sent = isChunked(headers) ? readChunked(body) : { body, trailers: {} };
  const kept = Object.entries({ ...headers, ...sent.trailers }).filter(([name]) => keptHeaders.test(name));
  const etag = `"${createHash('md5').update(sent.body).digest('hex')}"`;
  const contentEncoding: Readonly<Record<string, string>> =
    encodings.length > 0 ? { 'content-encoding': encodings.join(',') } : {};
  objects.set(address, {
    body: sent.body,
    etag,
    lastModified: now,
    headers: { ...Object.fromEntries(kept), ...contentEncoding },
  });
  return { status: 200, headers: { etag }, body: '' };
}

function isChunked(headers: Readonly<Record<string, string>>): boolean {
  return (
    (headers['content-encoding'] ?? '').includes('aws-chunked') ||
    (headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-')
  );
}

function get({ bucket, key, headers }: S3Request, objects: ReadonlyMap<string, StoredObject>): Reply {
  const object = objects.get(`${bucket}/${key}`);
  if (!object) throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
  if (headers['range']) throw new AwsError('NotImplemented', 'The loopback S3 has no ranges.', 501);
  const shown = Object.entries(object.headers).filter(
    ([name]) => !name.startsWith('x-amz-checksum-') || headers['x-amz-checksum-mode'] === 'ENABLED',
  );
  return {
    status: 200,
    headers: {
      'content-type': 'binary/octet-stream',
      ...Object.fromEntries(shown),
      etag: object.etag,
      'last-modified': object.lastModified.toUTCString(),
      'content-length': String(object.body.length),
    },
    body: object.body,
  };
}

/** Keys in the order of their UTF-8 bytes, at most 1,000 a page. */
function list({ bucket, query }: S3Request, objects: ReadonlyMap<string, StoredObject>): Reply {
  const prefix = query.get('prefix') ?? '';
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString();
  const size = Math.min(1000, Number(query.get('max-keys') ?? 1000));
  const found = [...objects]
    .map(([address, object]) => ({ key: address.slice(bucket.length + 1), address, object }))
    .filter(({ address, key }) => address.startsWith(`${bucket}/${prefix}`) && inBytes(key, after) > 0)
    .toSorted((a, b) => inBytes(a.key, b.key));
  const page = found.slice(0, size);
  const more = found.length > page.length;
  const next = more ? Buffer.from(page.at(-1)?.key ?? '').toString('base64url') : undefined;
  const encoding = query.get('encoding-type');
  // With encoding-type=url, keys of any characters come through XML.
  const written = (text: string): string =>
    escapeXml(encoding ? encodeURIComponent(text).replaceAll('%2F', '/') : text);
  const contents = page.map(
    ({ key, object }) =>
      `<Contents><Key>${written(key)}</Key><LastModified>${object.lastModified.toISOString()}</LastModified>` +
      `<ETag>${escapeXml(object.etag)}</ETag><Size>${object.body.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  return xml(
    200,
    `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${escapeXml(bucket)}</Name>` +
      `${encoding ? '<EncodingType>url</EncodingType>' : ''}<Prefix>${written(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>${size}</MaxKeys>` +
      `<IsTruncated>${String(more)}</IsTruncated>${next ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''}` +
      `${contents.join('')}</ListBucketResult>`,
  );
}

function inBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
