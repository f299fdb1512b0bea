/**
 * What no sink shows as it stands: control characters, line and paragraph separators, zero-width and bidirectional
 * formatting characters (a right-to-left override makes `gpj.exe` of `exe.jpg`), and the invisible tag characters.
 */
const invisible =
  // oxlint-disable-next-line no-control-regex -- they are what must not get through
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/**
 * A name chosen by a stranger as one line that is safe in a terminal and in a mail: line breaks and tabs become spaces,
 * other invisible characters and lone surrogates become U+FFFD, so that a forged name stays visible as one.
 */
export function plainText(text: string): string {
  return text.toWellFormed().replaceAll(/\s+/g, ' ').replaceAll(invisible, '\uFFFD');
}
