import { accessKeyOf, accountOf, sessionKeyOf } from './access-key.ts';
import { AwsError } from './aws-error.ts';
import type { ErrorCodes } from './error-codes.ts';

/** Who calls. */
export interface Identity {
  readonly account: string;
  readonly arn: string;
  readonly userId: string;
}

/** A role session with its keys' end. */
export interface Session extends Identity {
  readonly accessKeyId: string;
  readonly token: string;
  readonly expires: Date;
}

/** All that can sign a request: one user in every account, and the sessions issued so far. */
export interface Identities {
  /** Throws what AWS answers for keys that are unknown, incomplete or expired. */
  of(accessKeyId: string, token: string | undefined, codes: ErrorCodes): Identity;
  assume(account: string, role: string, sessionName: string, seconds: number): Session;
}

/** `hasAccount` says which accounts there are. */
export function createIdentities(hasAccount: (account: string) => boolean, clock: () => Date): Identities {
  const sessions = new Map<string, Session>();
  return {
    of(accessKeyId, token, codes) {
      const account = accountOf(accessKeyId);
      const session = sessions.get(accessKeyId);
      if (session?.token === token && session) return alive(session, clock(), codes);
      if (account !== undefined && hasAccount(account) && accessKeyId === accessKeyOf(account)) return user(account);
      const [code, status] = codes.badKey;
      throw new AwsError(code, 'The security token included in the request is invalid.', status);
    },
    assume(account, role, sessionName, seconds) {
      const accessKeyId = sessionKeyOf(account, sessions.size);
      const session: Session = {
        account,
        arn: `arn:aws:sts::${account}:assumed-role/${role}/${sessionName}`,
        userId: `AROA${account}ROLE:${sessionName}`,
        accessKeyId,
        token: Buffer.from(`session ${accessKeyId}`).toString('base64'),
        expires: new Date(clock().getTime() + seconds * 1000),
      };
      sessions.set(accessKeyId, session);
      return session;
    },
  };
}

function user(account: string): Identity {
  return { account, arn: `arn:aws:iam::${account}:user/loopback`, userId: `AIDA${account}USER` };
}

function alive(session: Session, now: Date, codes: ErrorCodes): Session {
  if (now < session.expires) return session;
  const [code, status] = codes.expired;
  throw new AwsError(code, 'The security token included in the request is expired', status);
}
