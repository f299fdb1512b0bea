import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { CollectError } from '../../model/snapshot.ts';
import { OperatorError } from '../../model/operator-error.ts';
import { clientSettings } from './client-settings.ts';
import { collectError } from './collect-error.ts';
import type { Credentials } from './credentials.ts';

/** Who calls, and from where: an account, its home region, and a source of fresh credentials. */
export interface AwsSession {
  /** Twelve digits. */
  readonly account: string;
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  /** The region that global services and DescribeRegions are asked from. */
  readonly region: string;
  readonly credentials: () => Promise<Credentials>;
}

/** The role that is assumed in an account other than the caller's. */
export interface RoleToAssume {
  readonly account: string;
  readonly role: string;
  readonly externalId?: string;
  readonly sessionName: string;
}

/** A session, or why there is none. */
export type SessionOrFailure = AwsSession | { readonly failed: CollectError };

/** The caller's own session, from the SDK's default chain. Throws OperatorError when there is none that works. */
export async function callerSession(options: { readonly signal: AbortSignal }): Promise<AwsSession> {
  const region = await homeRegion();
  const sts = new STSClient({ ...clientSettings(), region });
  try {
    await sts.config.credentials();
    const identity = await sts.send(new GetCallerIdentityCommand({}), { abortSignal: options.signal });
    return {
      account: identity.Account ?? '',
      partition: identity.Arn?.split(':')[1] ?? 'aws',
      region,
      credentials: () => sts.config.credentials(),
    };
  } catch (cause) {
    throw explain(cause, region);
  }
}

/** A session in another account, whose credentials are renewed five minutes before they expire; or why it was refused. */
export async function assumedSession(
  base: AwsSession,
  to: RoleToAssume,
  signal: AbortSignal,
): Promise<SessionOrFailure> {
  const sts = new STSClient({ ...clientSettings(), region: base.region, credentials: base.credentials });
  const assume = async (): Promise<Credentials> => {
    const { Credentials: issued } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: `arn:${base.partition}:iam::${to.account}:role/${to.role}`,
        RoleSessionName: to.sessionName,
        ExternalId: to.externalId,
      }),
      { abortSignal: signal },
    );
    if (!issued?.AccessKeyId || !issued.SecretAccessKey) throw new Error('STS issued no credentials');
    return {
      accessKeyId: issued.AccessKeyId,
      secretAccessKey: issued.SecretAccessKey,
      ...(issued.SessionToken && { sessionToken: issued.SessionToken }),
      ...(issued.Expiration && { expiration: issued.Expiration }),
    };
  };
  try {
    const credentials = renewing(await assume(), assume);
    return { account: to.account, partition: base.partition, region: base.region, credentials };
  } catch (error) {
    return { failed: collectError('sts:AssumeRole', error, signal) };
  }
}

const renewBefore = 5 * 60_000;

/**
 * All clients of a session share one set of credentials, so that a renewal is one call and not one per client. A renewal
 * that fails is tried again by the next call.
 */
function renewing(first: Credentials, renew: () => Promise<Credentials>): () => Promise<Credentials> {
  const renewalOf = ({ expiration }: Credentials): number => (expiration?.getTime() ?? Infinity) - renewBefore;
  let current = Promise.resolve(first);
  let renewAt = renewalOf(first);
  const renewNow = async (): Promise<Credentials> => {
    renewAt = Infinity;
    try {
      const fresh = await renew();
      renewAt = renewalOf(fresh);
      return fresh;
    } catch (error) {
      renewAt = 0;
      throw error;
    }
  };
  return () => {
    if (Date.now() >= renewAt) current = renewNow();
    return current;
  };
}

/** The region of the environment or the shared configuration, else us-east-1, from which every partition's API answers. */
async function homeRegion(): Promise<string> {
  return new STSClient({}).config.region().catch(() => 'us-east-1');
}

function explain(cause: unknown, region: string): OperatorError {
  const { code, message } = collectError('sts:GetCallerIdentity', cause, undefined);
  if (code === 'CredentialsProviderError' || code === 'TokenProviderError') {
    return new OperatorError(
      {
        ja: `AWSの認証情報が見つかりません(${message})。\`aws configure\`、\`aws sso login\`、または環境変数 AWS_PROFILE で設定してください。`,
        en: `No AWS credentials were found (${message}); set them with \`aws configure\`, \`aws sso login\` or AWS_PROFILE.`,
      },
      { cause },
    );
  }
  if (/Expired/.test(code)) {
    return new OperatorError(
      {
        ja: `AWSの認証情報の有効期限が切れています(${code})。もう一度サインインしてください。`,
        en: `The AWS credentials have expired (${code}); sign in again.`,
      },
      { cause },
    );
  }
  return new OperatorError(
    {
      ja: `AWSに接続できません(リージョン ${region}、${code}: ${message})。認証情報、ネットワーク、AWS_ENDPOINT_URL を確認してください。`,
      en: `AWS does not know the caller (region ${region}, ${code}: ${message}); check credentials, network and AWS_ENDPOINT_URL.`,
    },
    { cause },
  );
}
