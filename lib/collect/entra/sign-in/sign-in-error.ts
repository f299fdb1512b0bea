/** Why nobody could sign in to a tenant, in one sentence that says what to do. */
export class SignInError extends Error {
  /** `AADSTS700213`, `SignInSecretUnreadable` … */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SignInError';
    this.code = code;
  }
}

/** What the codes of a failed sign-in mean ("Microsoft Entra authentication and authorization error codes"). */
const advice: Readonly<Record<string, string>> = {
  AADSTS70021:
    'no federated credential of the application matches yet: a new one takes some minutes; else compare issuer, subject and audience, which are case-sensitive',
  AADSTS700213:
    'no federated credential matches the subject: it must be the ARN of the role that scans, letter by letter (arn:aws:iam::ACCOUNT:role/NAME)',
  AADSTS7002138:
    'the federated credential matches but for upper and lower case: write the subject as the role is named',
  AADSTS700211:
    'no federated credential matches the issuer: compare it with aws iam get-outbound-web-identity-federation-info',
  AADSTS700016: 'the application does not exist in this tenant: compare clientId and the tenant id in the standard',
  AADSTS90002: 'there is no such tenant: compare the id and the cloud in the standard',
  AADSTS7000215: 'the client secret is wrong or of another application: it must be the value, not the id',
  AADSTS7000222: 'the client secret has expired: make a new one and put it into AWS Secrets Manager',
  AADSTS700027: 'the certificate is not one of the application, or has expired',
  AADSTS50076: 'the login needs MFA: sign in anew with az login --tenant',
  OutboundWebIdentityFederationDisabledException:
    'outbound federation is off in this AWS account: aws iam enable-outbound-web-identity-federation',
  OutboundWebIdentityFederationDisabled:
    'outbound federation is off in this AWS account: aws iam enable-outbound-web-identity-federation',
  AccessDenied: 'the role that scans may not call sts:GetWebIdentityToken',
  AccessDeniedException: 'the role that scans may not read the secret, or its key',
  AggregateAuthenticationError: 'nobody is signed in here',
  CredentialUnavailableError: 'nobody is signed in here',
};

/** Explains a failed sign-in. Nothing of a secret is in the sentence: libraries quote requests now and then. */
export function explainSignIn(error: unknown, tenant: string): SignInError {
  if (error instanceof SignInError) return error;
  const chain = [...causesOf(error)];
  const said = chain.map((each) => each.message).join(' ');
  const code =
    /AADSTS\d+/.exec(said)?.[0] ??
    chain.map((each) => each.name).find((name) => advice[name]) ??
    chain[0]?.name ??
    'SignInFailed';
  const known = advice[code] ?? 'see the code in the documentation of Microsoft Entra error codes';
  return new SignInError(code, `Signing in to the tenant ${tenant} failed (${code}): ${known}`, { cause: error });
}

function* causesOf(error: unknown): Generator<Error> {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth += 1) yield each;
}
