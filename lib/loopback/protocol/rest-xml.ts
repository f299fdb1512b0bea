import { escapeXml } from './escape-xml.ts';
import type { Protocol } from './protocol.ts';
import { query, xml } from './query.ts';
import { restJson } from './rest-json.ts';
import { membersOf } from '../schema.ts';
import { writeMembers } from './write-xml.ts';

/**
 * REST-XML, for requests without a body: method and path name the operation as in REST-JSON, and answers are XML (Smithy
 * specification, "AWS restXml protocol").
 */
export const restXml: Protocol = {
  read: (service, schema, _body, http) => restJson.read(service, schema, '', http),
  write({ namespace }, { name, output }, value) {
    const payload = [...membersOf(output)].find(([, member]) => member.getMemberTraits().httpPayload);
    const inner = payload && value[payload[0]];
    // A bucket's policy is the whole body, as it stands.
    if (payload?.[1].isStringSchema() && typeof inner === 'string') return { status: 200, headers: {}, body: inner };
    const root = payload?.[1].getMergedTraits().xmlName ?? payload?.[0] ?? `${name}Result`;
    const members = payload
      ? inner === undefined
        ? ''
        : writeMembers(payload[1], inner)
      : writeMembers(output, value);
    return xml(200, `<${escapeXml(root)} xmlns="${namespace}">${members}</${escapeXml(root)}>`);
  },
  fail: (service, error, requestId) => query.fail(service, error, requestId),
};
