import { credentialScope, type CredentialScope } from './access-key.ts';
import { answer } from './answer.ts';
import { AwsError, BrokenConnection } from './aws-error.ts';
import { s3Codes } from './error-codes.ts';
import type { FaultInjector } from './faults.ts';
import type { Cloud } from './handlers/handler.ts';
import type { HttpRequest } from './http-request.ts';
import type { Call, StoredObject } from './loopback-aws.ts';
import { awsJson } from './protocol/aws-json.ts';
import { ec2Query } from './protocol/ec2-query.ts';
import { findRoute } from './protocol/http-route.ts';
import type { Protocol, Reply } from './protocol/protocol.ts';
import { query } from './protocol/query.ts';
import { restJson } from './protocol/rest-json.ts';
import { restXml } from './protocol/rest-xml.ts';
import { answerS3, asksOfBuckets, failS3, readS3, withoutBucket } from './s3.ts';
import { operationSchema } from './schema.ts';
import { findService, type Service } from './services.ts';

/** What is served: the cloud, its objects and its faults at this moment. */
export interface Served {
  readonly cloud: Cloud;
  readonly objects: Map<string, StoredObject>;
  readonly faults: FaultInjector;
  readonly requestId: string;
}

/** A reply, or none when the connection is to be broken; and what the request was. */
export interface Outcome {
  readonly reply?: Reply;
  readonly call: Omit<Call, 'at'>;
}

const protocols: Readonly<Record<Service['protocol'], Protocol>> = {
  ec2: ec2Query,
  query,
  'json-1.0': awsJson('1.0'),
  'json-1.1': awsJson('1.1'),
  'rest-json': restJson,
  'rest-xml': restXml,
};

/** Answers one request as the service that it is signed for. */
export async function serveRequest(http: HttpRequest, served: Served): Promise<Outcome> {
  const scope = credentialScope(http.headers['authorization']);
  if (scope?.signingName === 's3' && !asksOfBuckets(http)) return serveS3(http, scope, served);
  const text = Buffer.from(http.body).toString();
  const form = http.headers['x-amz-target'] ? undefined : new URLSearchParams(text);
  const service = scope && (await findService(scope.signingName, versionOf(http, form)));
  if (!scope || !service) return refuse(scope, form ? query : awsJson('1.1'));
  const { http: routed, bucket }: ReturnType<typeof withoutBucket> =
    service.id === 's3' ? withoutBucket(http) : { http };
  const operation = operationOf(service, routed, form);
  const protocol = protocols[service.protocol];
  const call = { service: service.id, operation, account: '', region: scope.region };

  return settle(
    call,
    async (known) => {
      const identity = served.cloud.identities.of(
        scope.accessKeyId,
        http.headers['x-amz-security-token'],
        service.codes,
      );
      known.account = identity.account;
      const schema = operationSchema(service.schemas, operation);
      if (!schema)
        throw new AwsError(
          service.codes.unknownOperation,
          `The action ${operation} is not valid for this web service.`,
        );
      const request = {
        service,
        schema,
        identity,
        region: scope.region,
        input: { ...protocol.read(service, schema, text, routed), ...(bucket !== undefined && { Bucket: bucket }) },
      };
      await served.faults.before(request);
      return protocol.write(service, schema, answer(request, served.cloud), served.requestId);
    },
    (error) => protocol.fail(service, error, served.requestId),
  );
}

/** The API's version, where several share a signing name: a form names it, and paths of API Gateway and S3 do. */
function versionOf({ url }: HttpRequest, form: URLSearchParams | undefined): string | undefined {
  const named = form?.get('Version');
  if (named) return named;
  if (url.startsWith('/v2/')) return '2018-11-29';
  return url.startsWith('/v20180820/') ? '2018-08-20' : undefined;
}

/** The name of the operation that a header, a form or the path names. */
function operationOf(service: Service, http: HttpRequest, form: URLSearchParams | undefined): string {
  if (service.protocol.startsWith('rest-')) return findRoute(service.schemas, http.method, http.url)?.schema.name ?? '';
  return http.headers['x-amz-target']?.split('.').at(-1) ?? form?.get('Action') ?? '';
}

function serveS3(http: HttpRequest, scope: CredentialScope, served: Served): Promise<Outcome> {
  const request = readS3(http.method, http.url, http.headers, http.body);
  const call = { service: 's3', operation: request.operation, account: '', region: scope.region };
  return settle(
    call,
    async (known) => {
      const { account } = served.cloud.identities.of(scope.accessKeyId, http.headers['x-amz-security-token'], s3Codes);
      known.account = account;
      await served.faults.beforeObject({ account, region: scope.region, id: `s3:${request.operation}` });
      return answerS3(request, served.objects, served.cloud.clock());
    },
    (error) => failS3(error, served.requestId),
  );
}

type Known = { -readonly [Name in keyof Omit<Call, 'at' | 'status'>]: Call[Name] };

async function settle(
  known: Known,
  work: (known: Known) => Promise<Reply>,
  fail: (error: AwsError) => Reply,
): Promise<Outcome> {
  try {
    const reply = await work(known);
    return { reply, call: { ...known, status: reply.status } };
  } catch (error) {
    if (error instanceof BrokenConnection) return { call: { ...known, status: 0 } };
    const reply = fail(error instanceof AwsError ? error : new AwsError('LoopbackBug', String(error), 501));
    return { reply, call: { ...known, status: reply.status } };
  }
}

/** Nobody to speak for: unsigned, or signed for a service that is not part of this cloud. */
function refuse(scope: CredentialScope | undefined, protocol: Protocol): Outcome {
  const error = scope
    ? new AwsError('UnknownService', `The loopback cloud has no service ${scope.signingName}.`, 404)
    : new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
  const call = { service: scope?.signingName ?? '', operation: '', account: '', region: scope?.region ?? '' };
  return { reply: protocol.fail({ namespace: '' }, error, ''), call: { ...call, status: error.status } };
}
