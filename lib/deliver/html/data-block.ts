import { gzipSync } from 'node:zlib';

/** Above this many characters a block is compressed; below it stays readable in the page's source. */
const plainLimit = 50_000;

/**
 * A value as an element that the browser neither runs nor shows: JSON, or gzip of it in base64. In JSON, `<` (which
 * could end the element) and the line separators U+2028 and U+2029 are escaped.
 */
export function dataBlock(id: string, value: unknown): string {
  const json = JSON.stringify(value);
  if (json.length > plainLimit) return `<script type="application/gzip" id="${id}">${packed(json)}</script>`;
  const escaped = json
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);
  return `<script type="application/json" id="${id}">${escaped}</script>`;
}

function packed(json: string): string {
  const bytes = gzipSync(json);
  // Byte 9 names the operating system that compressed (RFC 1952): the same input shall give the same bytes anywhere.
  bytes[9] = 255;
  return bytes.toString('base64');
}
