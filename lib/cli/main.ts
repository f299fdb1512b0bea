import { CommanderError } from 'commander';
import { OperatorError } from '../model/operator-error.ts';
import type { Locale } from '../model/text.ts';
import { chooseLocale } from './choose-locale.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { program } from './program.ts';
import type { Terminal } from './terminal.ts';
import { usageError } from './usage-error.ts';

/** Runs the command line `argv` (without node and script). Everything it has to say goes through `terminal`. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const locale = chooseLocale(argv, terminal.environment);
  let code: ExitCode = exitCode.done;
  const keep = (action: Promise<ExitCode>): Promise<void> => action.then((result) => void (code = result));
  // Each command brings a good part of the sources with it: only the one that runs is read.
  const commands = program(locale, {
    scan: (options) => keep(import('./commands/scan.ts').then(({ scan }) => scan(options, terminal, argv))),
    evaluate: (folder, options) =>
      keep(import('./commands/evaluate.ts').then(({ evaluate }) => evaluate(folder, options, terminal, argv))),
    demo: (options) => keep(import('./commands/demo.ts').then(({ demo }) => demo(options, terminal, argv))),
    doctor: (options) => keep(import('./commands/doctor.ts').then(({ doctor }) => doctor(options, terminal, argv))),
    initRegister: (options) =>
      import('./commands/register.ts').then(({ initRegister }) => initRegister(options, terminal, locale)),
    checkRegister: (file) =>
      import('./commands/register.ts').then(({ checkRegister }) => checkRegister(file, terminal, locale)),
    exportRegister: (file, options) =>
      import('./commands/register.ts').then(({ exportRegister }) => exportRegister(file, options, terminal, locale)),
    importRegister: (file, options) =>
      import('./commands/register.ts').then(({ importRegister }) => importRegister(file, options, terminal, locale)),
    listChecks: () => import('./commands/checks.ts').then(({ listChecks }) => listChecks(terminal, locale)),
    showCheck: (id) => import('./commands/checks.ts').then(({ showCheck }) => showCheck(id, terminal, locale)),
  });
  try {
    await commands.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, terminal, locale);
  }
}

/** One sentence on stderr for every error, and the exit code that goes with it. */
function explain(error: unknown, terminal: Terminal, locale: Locale): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCode.done;
    terminal.error(`${usageError(error, locale)}\n`);
    return exitCode.usage;
  }
  if (error instanceof OperatorError) {
    terminal.error(`${error.text[locale]}\n`);
    return exitCode.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  terminal.error(`${locale === 'ja' ? '内部エラー' : 'Internal error'}: ${message}\n`);
  if (terminal.environment['TENKEN_DEBUG'] && error instanceof Error) terminal.error(`${error.stack}\n`);
  return exitCode.internalError;
}
