import { asText, isObject, type JsonObject } from '../json-value.ts';
import { membersOf, type Schema } from '../schema.ts';
import { fromWire, toWire } from './json-codec.ts';
import { parseJson } from './parse-json.ts';
import { findRoute } from './http-route.ts';
import { mismatch } from './mismatch.ts';
import type { Protocol, Reply } from './protocol.ts';
import { readScalar } from './read-form.ts';
import { writeTimestamp } from './timestamp.ts';

/**
 * REST-JSON: method and path name the operation; labels, query and headers carry members; the rest of them are the body
 * (Smithy specification, "AWS restJson1 protocol" and "HTTP binding traits"). Streams are not spoken.
 */
export const restJson: Protocol = {
  read({ schemas }, schema, body, http) {
    const labels = findRoute(schemas, http.method, http.url)?.labels ?? {};
    const query = new URLSearchParams(http.url.split('?', 2)[1]);
    const bound = [...membersOf(schema.input)].flatMap(([name, member]) => {
      const value = readBound(name, member, { labels, query, headers: http.headers, body });
      return value === undefined ? [] : [[name, value] as const];
    });
    const hasPayload = [...membersOf(schema.input).values()].some((member) => member.getMemberTraits().httpPayload);
    return { ...(hasPayload ? {} : readBody(schema.input, body)), ...Object.fromEntries(bound) };
  },
  write(_service, { output, http }, value) {
    const members = Object.entries(value).flatMap(([name, inner]) => {
      const member = membersOf(output).get(name);
      return member && inner !== undefined && inner !== null ? [{ name, member, inner }] : [];
    });
    const headers = members.flatMap(({ member, inner }) => headersOf(member, inner));
    const payload = members.find(({ member }) => member.getMemberTraits().httpPayload);
    const code = members.find(({ member }) => member.getMemberTraits().httpResponseCode);
    const body = payload ? payloadOf(payload.member, payload.inner) : JSON.stringify(bodyOf(output, value));
    const status = code ? Number(code.inner) : (http?.status ?? 200);
    return { status, headers: { 'content-type': 'application/json', ...Object.fromEntries(headers) }, body };
  },
  fail: (_service, { code, message, status }) => ({
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    body: JSON.stringify({ Type: status < 500 ? 'User' : 'Service', message }),
  }),
};

/** Where the members of a request stand that are not in its body. */
interface Sources {
  readonly labels: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The value of a member that is bound to a part of the request; undefined when it is not, or not there. */
function readBound(name: string, member: Schema, { labels, query, headers, body }: Sources): unknown {
  const { httpLabel, httpQuery, httpHeader, httpPayload } = member.getMemberTraits();
  if (httpLabel) return labels[name] === undefined ? undefined : readScalar(member, labels[name]);
  if (typeof httpQuery === 'string') return readTexts(member, query.getAll(httpQuery));
  if (typeof httpHeader === 'string') {
    const header = headers[httpHeader.toLowerCase()];
    return header === undefined ? undefined : readTexts(member, member.isListSchema() ? header.split(/, ?/) : [header]);
  }
  if (!httpPayload || body === '') return undefined;
  if (member.isStructSchema()) return fromWire(member, parseJson(body), 'json-name');
  return member.isBlobSchema() ? Buffer.from(body).toString('base64') : body;
}

function readTexts(member: Schema, texts: readonly string[]): unknown {
  if (texts.length === 0) return undefined;
  return member.isListSchema()
    ? texts.map((text) => readScalar(member.getValueSchema(), text))
    : readScalar(member, texts[0] ?? '');
}

function readBody(schema: Schema, body: string): JsonObject {
  const value = fromWire(schema, parseJson(body), 'json-name');
  return isObject(value) ? value : {};
}

function isBound(member: Schema): boolean {
  const { httpHeader, httpPrefixHeaders, httpPayload, httpResponseCode } = member.getMemberTraits();
  return [httpHeader, httpPrefixHeaders, httpPayload, httpResponseCode].some((trait) => trait !== undefined);
}

/** What of an output stands in the body. */
function bodyOf(schema: Schema, value: JsonObject): unknown {
  if (schema.isUnitSchema()) return {};
  const members = membersOf(schema);
  const unbound = Object.entries(value).filter(([name]) => {
    const member = members.get(name);
    return !member || !isBound(member);
  });
  return toWire(schema, Object.fromEntries(unbound), 'json-name');
}

function payloadOf(member: Schema, value: unknown): Reply['body'] {
  if (member.isStructSchema()) return JSON.stringify(toWire(member, value, 'json-name'));
  return member.isBlobSchema() ? Buffer.from(asText(value), 'base64') : asText(value);
}

function headersOf(member: Schema, value: unknown): readonly (readonly [name: string, value: string])[] {
  const { httpHeader, httpPrefixHeaders } = member.getMemberTraits();
  if (typeof httpHeader === 'string') return [[httpHeader, headerText(member, value)]];
  if (typeof httpPrefixHeaders !== 'string') return [];
  if (!isObject(value)) throw mismatch(member, value);
  return Object.entries(value).map(([name, text]) => [`${httpPrefixHeaders}${name}`, asText(text)] as const);
}

function headerText(member: Schema, value: unknown): string {
  if (member.isTimestampSchema()) return String(writeTimestamp(member, value, 'http-date'));
  return Array.isArray(value) ? value.map(asText).join(', ') : asText(value);
}
