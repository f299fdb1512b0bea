import { escapeXml } from './escape-xml.ts';
import type { Protocol, Reply } from './protocol.ts';
import { queryDialect, readForm } from './read-form.ts';
import { writeMembers } from './write-xml.ts';

/** AWS Query: forms in, XML with a result element out (IAM, STS, SNS, RDS, ELB). */
export const query: Protocol = {
  read: (_service, schema, body) => readForm(schema.input, new URLSearchParams(body), queryDialect),
  write: ({ namespace }, { name, output }, value, requestId) =>
    xml(
      200,
      `<${name}Response xmlns="${namespace}"><${name}Result>${writeMembers(output, value)}</${name}Result>` +
        `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${name}Response>`,
    ),
  fail: ({ namespace }, { code, message, status }, requestId) =>
    xml(
      status,
      `<ErrorResponse xmlns="${namespace}"><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>` +
        `<Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error>` +
        `<RequestId>${requestId}</RequestId></ErrorResponse>`,
    ),
};

/** An XML document as an answer. */
export function xml(status: number, document: string): Reply {
  return {
    status,
    headers: { 'content-type': 'text/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${document}`,
  };
}
