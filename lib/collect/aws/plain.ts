/**
 * An SDK's output as a snapshot holds it: dates as ISO 8601 strings, blobs as base64, without the transport's metadata
 * and without the members named in `secrets`. What comes out survives JSON unchanged.
 */
export function plain(value: unknown, secrets: ReadonlySet<string> = new Set()): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map((item) => plain(item, secrets) ?? null);
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value).filter(
      ([key, member]) => key !== '$metadata' && !secrets.has(key) && member !== undefined,
    );
    return Object.fromEntries(kept.map(([key, member]) => [key, plain(member, secrets)]));
  }
  return value;
}
