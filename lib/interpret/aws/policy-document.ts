import type { PolicyDocument } from '../../model/aws/iam-entities.ts';
import { required } from '../shape.ts';

/** A policy document from the URL-encoded JSON (RFC 3986) that IAM answers with; documents stored decoded are taken too. */
export function policyDocument(encoded: string | undefined, field: string): PolicyDocument {
  const text = required(encoded, field);
  const json: unknown = JSON.parse(text.trimStart().startsWith('{') ? text : decodeURIComponent(text));
  if (typeof json !== 'object' || json === null || !('Statement' in json)) {
    throw new TypeError(`${field} is not a policy document`);
  }
  const { Statement } = json;
  return 'Version' in json && typeof json.Version === 'string' ? { Version: json.Version, Statement } : { Statement };
}
