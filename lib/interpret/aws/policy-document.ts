import type { PolicyDocument } from '../../model/aws/iam-entities.ts';
import { required } from '../shape.ts';

/**
 * A policy document from the URL-encoded JSON (RFC 3986) that IAM answers with. The AWS CLI and boto3 decode it, so a
 * snapshot made with their help may hold the document itself, as text or as an object.
 */
export function policyDocument(answer: unknown, field: string): PolicyDocument {
  const document = typeof answer === 'string' ? parseDocument(answer) : required(answer, field);
  if (typeof document !== 'object' || document === null || !('Statement' in document)) {
    throw new TypeError(`${field} is not a policy document`);
  }
  const version = 'Version' in document && typeof document.Version === 'string' ? document.Version : undefined;
  return { Version: version, Statement: document.Statement };
}

function parseDocument(text: string): unknown {
  return JSON.parse(text.trimStart().startsWith('{') ? text : decodeURIComponent(text));
}
