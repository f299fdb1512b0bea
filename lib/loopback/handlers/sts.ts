import { secretKeyOf } from '../access-key.ts';
import { AwsError } from '../aws-error.ts';
import { recordedError } from '../recorded-error.ts';
import type { Handler } from './handler.ts';

/** The caller, read off its key. */
export const getCallerIdentity: Handler = ({ identity }) => ({
  UserId: identity.userId,
  Account: identity.account,
  Arn: identity.arn,
});

/** Keys for a role that trusts the caller's account; an hour, unless asked otherwise. */
export const assumeRole: Handler = (request, cloud) => {
  const {
    RoleArn: arn,
    RoleSessionName: name,
    ExternalId: externalId,
    DurationSeconds: seconds = 3600,
  } = request.input;
  const [, account = '', role = ''] = /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(String(arn)) ?? [];
  if (!account) throw invalid(`${String(arn)} is invalid`);
  if (!/^[\w+=,.@-]{2,64}$/.test(String(name)))
    throw invalid(`Value '${String(name)}' at 'roleSessionName' is invalid`);
  if (!(Number(seconds) >= 900 && Number(seconds) <= 43_200)) throw invalid(`'durationSeconds' must be 900 to 43200`);

  const recorded = cloud.units.globalOf(account)?.errors.find(({ operation }) => operation === 'sts:AssumeRole');
  if (recorded) throw recordedError(request.service, recorded);
  const { callerAccount, denyAssume = [], roles = [{ name: 'tenken-audit' }] } = cloud.options;
  const trusts = roles.some(
    (trusted) =>
      trusted.name === role &&
      (trusted.account ?? account) === account &&
      (trusted.externalId === undefined || trusted.externalId === externalId),
  );
  const exists = cloud.units.hasAccount(account) && !denyAssume.includes(account);
  if (!trusts || !exists || request.identity.account !== callerAccount) {
    const who = `User: ${request.identity.arn}`;
    throw new AwsError(
      'AccessDenied',
      `${who} is not authorized to perform: sts:AssumeRole on resource: ${String(arn)}`,
      403,
    );
  }

  const session = cloud.identities.assume(account, role, String(name), Number(seconds));
  return {
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: secretKeyOf(session.accessKeyId),
      SessionToken: session.token,
      Expiration: session.expires.toISOString(),
    },
    AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
  };
};

function invalid(message: string): AwsError {
  return new AwsError('ValidationError', message);
}
