import { locales, type Locale } from '../model/text.ts';

/**
 * The language to speak before any file was read: `--lang`, else the environment's (LC_ALL, LC_MESSAGES, LANG as POSIX
 * orders them), else English.
 */
export function chooseLocale(argv: readonly string[], environment: Record<string, string | undefined>): Locale {
  return askedLocale(argv) ?? environmentLocale(environment);
}

/** The language that `--lang ja` or `--lang=ja` asks for, if it is one of ours. */
export function askedLocale(argv: readonly string[]): Locale | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = argv[at]?.includes('=') ? argv[at].slice('--lang='.length) : argv[at + 1];
  return at < 0 ? undefined : locales.find((locale) => locale === asked);
}

function environmentLocale(environment: Record<string, string | undefined>): Locale {
  const language = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return language.startsWith('ja') ? 'ja' : 'en';
}
