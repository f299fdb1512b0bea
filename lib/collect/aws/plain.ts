/**
 * An SDK's output as a snapshot holds it: dates as ISO 8601 strings, blobs as base64, without the transport's metadata.
 * What comes out survives JSON unchanged.
 */
export function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map((item) => plain(item) ?? null);
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([key, member]) => key !== '$metadata' && member !== undefined);
    return Object.fromEntries(members.map(([key, member]) => [key, plain(member)]));
  }
  return value;
}
