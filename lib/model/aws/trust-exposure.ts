/** Ways in that let in outsiders. */
export const outsiderKinds = [
  'public',
  'public-from-network',
  'public-cognito',
  'cognito-any-pool',
  'shared-secret',
  'third-party',
  'third-party-no-external-id',
  'oidc-any-repository',
  'oidc-prefix',
  'confused-deputy-service',
] as const;

/** How a trust policy lets somebody in. */
export const trustKinds = [
  ...outsiderKinds,
  'org',
  'org-account',
  'own-account',
  'oidc-org-wide',
  'oidc-pull-request',
  'cluster-wide',
  'federated',
  'service',
  'human-access-via-identity-center',
  'dead-principal',
  'dead-condition',
  'ok',
] as const;

/** One of {@link trustKinds}. */
export type TrustKind = (typeof trustKinds)[number];

/** One way into a role, by one statement of its trust policy. */
export interface TrustExposure {
  readonly kind: TrustKind;
  /** Whether it lets in somebody from outside the organization, or outside what was meant. */
  readonly exposed: boolean;
  /** Whom the statement names: an ARN, account, service or identity provider; `*` for everybody. */
  readonly who: string;
  /** Place of the statement in the trust policy, from 0, and its Sid. */
  readonly statement: number;
  readonly sid?: string;
}
