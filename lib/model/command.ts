/**
 * Writes a shell command with every inserted value quoted, because resource names are chosen by strangers:
 * command`aws iam delete-user --user-name ${name}`. Quotes as POSIX sh does: within '…' only ' itself is special.
 */
export function command(words: TemplateStringsArray, ...values: readonly string[]): string {
  return words.reduce((text, word, index) => text + quote(values[index - 1] ?? '') + word);
}

function quote(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
