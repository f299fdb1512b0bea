import type { CommanderError } from 'commander';
import type { Locale } from '../model/text.ts';

/** Commander's complaint, in the chosen language, with the way to help. */
export function usageError(error: CommanderError, locale: Locale): string {
  const message = error.message.replace(/^error: /, '').replace(/\n\(Did you mean (.*)\?\)$/, ' (→ $1?)');
  if (error.code === 'commander.help') return '';
  return locale === 'ja'
    ? `${inJapanese(error.code, message)} \`tenken --help\` を参照してください。`
    : `${message.replace(/\.$/, '')}. See \`tenken --help\`.`;
}

function inJapanese(code: string, message: string): string {
  const named = /'([^']*)'/.exec(message)?.[1] ?? message;
  const sentences: Record<string, string> = {
    'commander.unknownOption': `オプション「${named}」はありません。`,
    'commander.unknownCommand': `コマンド「${named}」はありません。`,
    'commander.missingArgument': `引数「${named}」がありません。`,
    'commander.optionMissingArgument': `オプション「${named}」に値がありません。`,
    'commander.excessArguments': `引数が多すぎます(${message})。`,
    'commander.invalidArgument': `値が正しくありません(${message})。`,
  };
  return sentences[code] ?? message;
}
