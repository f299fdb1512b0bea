import type { JsonObject } from '../json-value.ts';
import { membersOf, type Schema } from '../schema.ts';
import { readTimestamp } from './timestamp.ts';

/** A node of the tree that dotted names span: `Filter.1.Name=vpc-id`. */
interface Node {
  readonly text?: string;
  readonly children: ReadonlyMap<string, Node>;
}

/** How a dialect of AWS Query names members and lists. */
export interface FormDialect {
  nameOf(member: Schema, name: string): string;
  /** Whether lists have no `member` level: all in EC2 Query, those with the trait in AWS Query. */
  isFlat(list: Schema): boolean;
}

/** AWS Query (Smithy specification, "AWS query protocol"). */
export const queryDialect: FormDialect = {
  nameOf: (member, name) => member.getMemberTraits().xmlName ?? name,
  isFlat: (list) => Boolean(list.getMergedTraits().xmlFlattened),
};

/** EC2 Query (Smithy specification, "AWS EC2 query protocol"). */
export const ec2Dialect: FormDialect = {
  nameOf: (member, name) => {
    const { ec2QueryName } = member.getMemberTraits();
    return typeof ec2QueryName === 'string' ? ec2QueryName : capitalize(queryDialect.nameOf(member, name));
  },
  isFlat: () => true,
};

/** Reads the form of a request into the shape that the SDK's caller gave, dates as ISO strings. */
export function readForm(schema: Schema, form: URLSearchParams, dialect: FormDialect): JsonObject {
  return readStructure(schema, grow(form), dialect);
}

function readStructure(schema: Schema, node: Node, dialect: FormDialect): JsonObject {
  const members = [...membersOf(schema)].flatMap(([name, member]) => {
    const child = node.children.get(dialect.nameOf(member, name));
    return child ? [[name, readNode(member, child, dialect)] as const] : [];
  });
  return Object.fromEntries(members);
}

function readNode(schema: Schema, node: Node, dialect: FormDialect): unknown {
  if (schema.isStructSchema()) return readStructure(schema, node, dialect);
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const holder = dialect.isFlat(schema) ? node : node.children.get(item.getMergedTraits().xmlName ?? 'member');
    return inOrder(holder).map((child) => readNode(item, child, dialect));
  }
  if (schema.isMapSchema()) return readMap(schema, node, dialect);
  return readScalar(schema, node.text ?? '');
}

function readMap(schema: Schema, node: Node, dialect: FormDialect): JsonObject {
  const item = schema.getValueSchema();
  const holder = schema.getMergedTraits().xmlFlattened ? node : node.children.get('entry');
  const entries = inOrder(holder).flatMap(({ children }) => {
    const key = children.get(schema.getKeySchema().getMergedTraits().xmlName ?? 'key');
    const value = children.get(item.getMergedTraits().xmlName ?? 'value');
    return key && value ? [[key.text ?? '', readNode(item, value, dialect)] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** A number, truth value, date or text as forms, paths and headers write it; dates as ISO strings. */
export function readScalar(schema: Schema, text: string): unknown {
  if (schema.isNumericSchema()) return Number(text);
  if (schema.isBooleanSchema()) return text === 'true';
  if (schema.isTimestampSchema()) return readTimestamp(text);
  return text;
}

function inOrder(node: Node | undefined): readonly Node[] {
  const numbered = [...(node?.children ?? [])].toSorted(([a], [b]) => Number(a) - Number(b));
  return numbered.map(([, child]) => child);
}

function grow(form: Iterable<readonly [name: string, value: string]>): Node {
  const heads = Map.groupBy(form, ([name]) => name.split('.', 1)[0] ?? '');
  const children = [...heads].map(([head, entries]) => {
    const text = entries.find(([name]) => name === head)?.[1];
    const rest = entries
      .filter(([name]) => name !== head)
      .map(([name, value]) => [name.slice(head.length + 1), value] as const);
    const node: Node = { ...(text === undefined ? {} : { text }), children: grow(rest).children };
    return [head, node] as const;
  });
  return { children: new Map(children) };
}

function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
