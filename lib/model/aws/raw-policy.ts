/** An object as JSON has it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * A policy document as it stands in an answer; undefined when it cannot be read. The API hands documents out as
 * URL-encoded JSON (RFC 3986); tools that decode them leave text or an object.
 */
export function rawPolicy(document: unknown): JsonObject | undefined {
  const parsed = typeof document === 'string' ? parse(document) : document;
  return isObject(parsed) ? parsed : undefined;
}

function parse(document: string): unknown {
  try {
    return JSON.parse(document.trimStart().startsWith('{') ? document : decodeURIComponent(document));
  } catch {
    return undefined;
  }
}

/** The objects in a list of an answer; a policy's elements may be absent, one value, or a list of them. */
export function objectsIn(holder: unknown, name: string): readonly JsonObject[] {
  return isObject(holder) ? listOf(holder[name]).filter(isObject) : [];
}

/** A policy's element that may be absent, one value, or a list of them. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Whether a value is an object, neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
