import { objectIn, objectsIn, textIn, wordIn, type JsonObject } from '../json-object.ts';
import { plainRegion } from '../../model/plain-region.ts';
import type { Family } from '../../model/network/exposure.ts';

/** What every resource says of itself. */
export interface ArmNamed {
  /** As it is written. */
  readonly id: string;
  readonly name: string;
  /** In lower case, without spaces; empty where there is none. */
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Id, name, place and tags of a resource. */
export function namedIn(resource: JsonObject): ArmNamed {
  const id = textIn(resource, 'id');
  return {
    id,
    name: wordIn(resource, 'name') ?? id.split('/').at(-1) ?? id,
    location: plainRegion(wordIn(resource, 'location') ?? ''),
    tags: tagsIn(resource),
  };
}

/** Tags of a resource, or of one that was deleted; an empty object where there are none. */
export function tagsIn(resource: JsonObject): Readonly<Record<string, string>> {
  const tags = objectIn(resource, 'tags') ?? {};
  return Object.fromEntries(
    Object.entries(tags).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}

/** The properties of a resource; an empty object where it has none. */
export function propertiesIn(resource: JsonObject): JsonObject {
  return objectIn(resource, 'properties') ?? {};
}

/** The id of a resource that a field refers to. */
export function referenceIn(object: JsonObject, field: string): string | undefined {
  const reference = objectIn(object, field);
  return reference && wordIn(reference, 'id');
}

/** The ids of resources that a list refers to. */
export function referencesIn(object: JsonObject, field: string): readonly string[] {
  return objectsIn(object, field).flatMap((each) => wordIn(each, 'id') ?? []);
}

/** The name of a SKU in lower case; undefined where none is said. */
export function skuIn(resource: JsonObject): string | undefined {
  const sku = objectIn(resource, 'sku');
  return sku && wordIn(sku, 'name')?.toLowerCase();
}

/** `IPv4` or `IPv6`; IPv4 where it is not said. */
export function familyIn(properties: JsonObject, field: string): Family {
  return wordIn(properties, field)?.toLowerCase() === 'ipv6' ? 'ipv6' : 'ipv4';
}

/** A name, and the properties of a child: rules, subnets, configurations. */
export interface ArmChild {
  readonly id: string;
  readonly name: string;
  readonly properties: JsonObject;
}

/** The children in a list; one without an id is named below its parent. */
export function childrenIn(parent: JsonObject, field: string, parentId: string): readonly ArmChild[] {
  return objectsIn(parent, field).map((child) => {
    const name = wordIn(child, 'name') ?? '';
    return { id: wordIn(child, 'id') ?? `${parentId}/${field}/${name}`, name, properties: propertiesIn(child) };
  });
}
