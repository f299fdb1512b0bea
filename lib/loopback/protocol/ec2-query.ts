import { escapeXml } from './escape-xml.ts';
import type { Protocol } from './protocol.ts';
import { xml } from './query.ts';
import { ec2Dialect, readForm } from './read-form.ts';
import { writeMembers } from './write-xml.ts';

/** EC2 Query: AWS Query with flat lists, names of its own and no result element. */
export const ec2Query: Protocol = {
  read: (_service, schema, body) => readForm(schema.input, new URLSearchParams(body), ec2Dialect),
  write: ({ namespace }, { name, output }, value, requestId) =>
    xml(
      200,
      `<${name}Response xmlns="${namespace}"><requestId>${requestId}</requestId>${writeMembers(output, value)}</${name}Response>`,
    ),
  fail: (_service, { code, message, status }, requestId) =>
    xml(
      status,
      `<Response><Errors><Error><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error></Errors>` +
        `<RequestID>${requestId}</RequestID></Response>`,
    ),
};
