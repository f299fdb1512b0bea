const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text as XML writes it; control characters and line ends as references, so that no parser folds them. */
export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"'\p{Cc}\u2028]/gu, (c) => entities[c] ?? `&#x${c.charCodeAt(0).toString(16)};`);
}
