import { isObject } from '../json-value.ts';
import { fromWire, toWire } from './json-codec.ts';
import { parseJson } from './parse-json.ts';
import type { Protocol, Reply } from './protocol.ts';

/** AWS JSON, version 1.0 or 1.1: the operation is named by a header, not by the path. */
export function awsJson(version: '1.0' | '1.1'): Protocol {
  const reply = (status: number, value: unknown): Reply => ({
    status,
    headers: { 'content-type': `application/x-amz-json-${version}` },
    body: JSON.stringify(value),
  });
  return {
    read(_service, schema, body) {
      const value = fromWire(schema.input, parseJson(body));
      return isObject(value) ? value : {};
    },
    write: (_service, { output }, value) => reply(200, output.isUnitSchema() ? {} : toWire(output, value)),
    fail: (_service, { code, message, status }) => reply(status, { __type: code, message }),
  };
}
