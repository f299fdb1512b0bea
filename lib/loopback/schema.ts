import { NormalizedSchema } from '@smithy/core/schema';

/** A schema of the SDK, with its traits merged. */
export type Schema = NormalizedSchema;

/** An operation's name with the schemas of what goes in and what comes out. */
export interface OperationSchema {
  readonly name: string;
  readonly input: Schema;
  readonly output: Schema;
  /** How requests name it where no header and no form does: method, path and the status of an answer. */
  readonly http?: { readonly method: string; readonly uri: string; readonly status: number };
}

const operationTuple = 9;

/**
 * The schema that an SDK client's module exports for an operation (`DescribeVpcs` as `DescribeVpcs$`).
 *
 * INVARIANT: operations are tuples [9, namespace, name, traits, input, output]. The layout is internal to the SDK:
 * `schema.test.ts` is the canary.
 */
export function operationSchema(schemas: Readonly<Record<string, unknown>>, name: string): OperationSchema | undefined {
  const exported: unknown = Object.hasOwn(schemas, `${name}$`) ? schemas[`${name}$`] : undefined;
  if (!isTuple(exported) || exported[0] !== operationTuple) return undefined;
  const http = httpOf(exported[3]);
  return { name, input: schemaOf(exported[4]), output: schemaOf(exported[5]), ...(http && { http }) };
}

/** The http trait of an operation's traits, which are a number where there is nothing but flags. */
function httpOf(traits: unknown): OperationSchema['http'] {
  const http: unknown = typeof traits === 'object' && traits !== null && 'http' in traits ? traits.http : undefined;
  if (!isTuple(http)) return undefined;
  return { method: String(http[0]), uri: String(http[1]), status: Number(http[2]) };
}

/** Members by structure. The SDK keeps one tuple per structure for good, and looks members up slowly. */
const known = new WeakMap<object, ReadonlyMap<string, Schema>>();
const none: ReadonlyMap<string, Schema> = new Map();

/** The members of a structure by name; none for `unit`, the schema of nothing. */
export function membersOf(schema: Schema): ReadonlyMap<string, Schema> {
  const structure: unknown = schema.getSchema();
  if (!schema.isStructSchema() || typeof structure !== 'object' || structure === null) return none;
  const members = known.get(structure) ?? new Map(schema.structIterator());
  known.set(structure, members);
  return members;
}

type SchemaReference = Parameters<typeof NormalizedSchema.of>[0];

function schemaOf(reference: unknown): Schema {
  if (!isReference(reference)) throw new TypeError('The layout of the SDK’s operation schemas has changed.');
  return NormalizedSchema.of(reference);
}

function isTuple(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isReference(value: unknown): value is SchemaReference {
  return typeof value === 'function' || value === 'unit' || Array.isArray(value);
}
