import { operationSchema, type OperationSchema } from '../schema.ts';

/** An operation with the path that its requests take (Smithy specification, "http trait"). */
interface Route {
  readonly schema: OperationSchema;
  readonly method: string;
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

/** A request's operation, and the labels that its path carries. */
export interface Routed {
  readonly schema: OperationSchema;
  readonly labels: Readonly<Record<string, string>>;
}

const known = new WeakMap<object, readonly Route[]>();

/** The operation that a method and a URL name; the most specific one where several fit. */
export function findRoute(schemas: Readonly<Record<string, unknown>>, method: string, url: string): Routed | undefined {
  const [path = '', query = ''] = url.split('?', 2);
  const asked = { method, segments: segmentsOf(path), query: new URLSearchParams(query) };
  for (const route of routesOf(schemas)) {
    const labels = labelsIn(route, asked);
    if (labels) return { schema: route.schema, labels };
  }
  return undefined;
}

/** The routes of a service, the most specific first: those with more words, then those with more of a query. */
function routesOf(schemas: Readonly<Record<string, unknown>>): readonly Route[] {
  const routes = known.get(schemas) ?? readRoutes(schemas).toSorted((a, b) => specificity(b) - specificity(a));
  known.set(schemas, routes);
  return routes;
}

function readRoutes(schemas: Readonly<Record<string, unknown>>): Route[] {
  return Object.keys(schemas).flatMap((name) => {
    const schema = name.endsWith('$') ? operationSchema(schemas, name.slice(0, -1)) : undefined;
    if (!schema?.http) return [];
    const { method, uri } = schema.http;
    const [path = '', query = ''] = uri.split('?', 2);
    return [{ schema, method, segments: segmentsOf(path), query: new URLSearchParams(query) }];
  });
}

function specificity({ segments, query }: Route): number {
  return 10 * segments.filter((segment) => !labelOf(segment)).length + query.size;
}

type Asked = Pick<Route, 'method' | 'segments' | 'query'>;

function labelsIn(route: Route, asked: Asked): Routed['labels'] | undefined {
  if (route.method !== asked.method) return undefined;
  if (![...route.query].every(([name, value]) => asked.query.getAll(name).includes(value))) return undefined;
  const greedy = route.segments.findIndex((segment) => labelOf(segment)?.greedy);
  const surplus = asked.segments.length - route.segments.length;
  if (surplus !== 0 && (greedy < 0 || surplus < 0)) return undefined;
  const labels: Record<string, string> = {};
  for (const [at, segment] of route.segments.entries()) {
    const isGreedy = at === greedy;
    const from = greedy >= 0 && at > greedy ? at + surplus : at;
    const text = asked.segments.slice(from, from + (isGreedy ? surplus : 0) + 1).join('/');
    const label = labelOf(segment);
    if (!label && segment !== text) return undefined;
    if (label) labels[label.name] = decodeURIComponent(text);
  }
  return labels;
}

/** `{Name}` stands for a segment, `{Name+}` for one or more. */
function labelOf(segment: string): { readonly name: string; readonly greedy: boolean } | undefined {
  const [, name, plus] = /^\{(\w+)(\+?)\}$/.exec(segment) ?? [];
  return name === undefined ? undefined : { name, greedy: plus === '+' };
}

/** A path's segments; a slash at its end says nothing. */
function segmentsOf(path: string): readonly string[] {
  return path.replace(/^\//, '').replace(/\/$/, '').split('/');
}
