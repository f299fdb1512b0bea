import { AwsError } from './aws-error.ts';

/** What an `aws-chunked` body carries. */
export interface Chunked {
  readonly body: Uint8Array;
  /** Headers sent after the body: checksums. */
  readonly trailers: Readonly<Record<string, string>>;
}

/**
 * Takes off the `aws-chunked` encoding: `<hex>[;chunk-signature=…]\r\n<bytes>\r\n` … `0\r\n<trailers>\r\n\r\n`
 * ("Signature calculations for the Authorization header: transferring payload in multiple chunks", Amazon S3 API
 * Reference).
 */
export function readChunked(encoded: Uint8Array): Chunked {
  const bytes = Buffer.from(encoded);
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const size = lineEnd < 0 ? Number.NaN : Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    if (Number.isNaN(size) || lineEnd + 2 + size > bytes.length) {
      throw new AwsError('IncompleteBody', 'The request body terminated unexpectedly');
    }
    const start = lineEnd + 2;
    if (size === 0) return { body: Buffer.concat(chunks), trailers: readTrailers(bytes.toString('latin1', start)) };
    chunks.push(bytes.subarray(start, start + size));
    at = start + size + 2;
  }
}

function readTrailers(text: string): Readonly<Record<string, string>> {
  const lines = text.split('\r\n').filter((line) => line.includes(':'));
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
}
