const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text as XML writes it; control characters and line ends as references, so that no parser folds them. */
export function escapeXml(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters that it is about
  return text.replaceAll(
    /[&<>"'\u0000-\u001f\u0085\u2028]/g,
    (c) => entities[c] ?? `&#x${c.charCodeAt(0).toString(16)};`,
  );
}
