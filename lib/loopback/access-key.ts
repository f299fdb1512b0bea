import { createHash } from 'node:crypto';

/** Where a request says that it comes from: Signature Version 4, "Credential scope". */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly region: string;
  readonly signingName: string;
}

/**
 * The access key of an account's user. A key names its account: `AKIA` (a user's) or `ASIA` (a session's), the twelve
 * digits, four letters.
 */
export function accessKeyOf(account: string): string {
  return `AKIA${account}USER`;
}

/** The access key of the nth session in an account. */
export function sessionKeyOf(account: string, session: number): string {
  const letters = [3, 2, 1, 0].map((place) => String.fromCharCode(65 + (Math.floor(session / 26 ** place) % 26)));
  return `ASIA${account}${letters.join('')}`;
}

/** The secret that belongs to an access key. Signatures are not verified: this only has to look like one. */
export function secretKeyOf(accessKeyId: string): string {
  return createHash('sha256').update(`tenken loopback ${accessKeyId}`).digest('base64').slice(0, 40);
}

/** The account that a key names; undefined for a key that this cloud did not issue. */
export function accountOf(accessKeyId: string): string | undefined {
  return /^A[KS]IA(\d{12})[A-Z]{4}$/.exec(accessKeyId)?.[1];
}

/** Reads `AWS4-HMAC-SHA256 Credential=<key>/<date>/<region>/<service>/aws4_request, …`. */
export function credentialScope(authorization: string | undefined): CredentialScope | undefined {
  const match = /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/\d{8}\/([^/,]+)\/([^/,]+)\/aws4_request/.exec(
    authorization ?? '',
  );
  if (!match) return undefined;
  const [, accessKeyId = '', region = '', signingName = ''] = match;
  return { accessKeyId, region, signingName };
}
