import type { Command } from 'commander';
import type { Locale, Text } from '../model/text.ts';

/** Where a command on the register writes to. */
export interface RegisterOutput {
  readonly out: string;
  readonly force?: boolean;
}

/** What each command on the register does. */
export interface RegisterActions {
  initRegister(options: RegisterOutput & { readonly from: string }): Promise<void>;
  checkRegister(file: string | undefined): Promise<void>;
  exportRegister(file: string | undefined, options: RegisterOutput): Promise<void>;
  importRegister(file: string, options: RegisterOutput): Promise<void>;
}

const texts = {
  register: {
    ja: '承認済みクラウドサービス台帳を作成、確認、変換します。',
    en: 'Draft, check and convert the register of approved cloud services.',
  },
  init: {
    ja: '保存済みスナップショットで利用中のサービスから、台帳の下書きを作成します。',
    en: 'Draft a register from the services that a stored snapshot shows in use.',
  },
  check: { ja: '台帳の誤りをすべて調べます。', en: 'Say all that is wrong in a register.' },
  export: { ja: '台帳をExcel(.xlsx)またはCSVに書き出します。', en: 'Write a register as an Excel workbook or CSV.' },
  import: {
    ja: 'Excel(.xlsx)またはCSVの台帳を register.yaml に取り込みます。',
    en: 'Turn a register kept in an Excel workbook or CSV into register.yaml.',
  },
  from: { ja: 'スナップショットのフォルダー(例: out/snapshot)', en: 'folder of the snapshot, e.g. out/snapshot' },
  out: { ja: '書き出すファイル', en: 'file to write' },
  exportOut: { ja: '書き出すファイル(.xlsx または .csv)', en: 'file to write, .xlsx or .csv' },
  force: { ja: '既にあるファイルを上書きする', en: 'overwrite a file that is there' },
  file: {
    ja: '台帳(.yaml、.csv、.xlsx。既定: ./register.yaml)',
    en: 'the register: .yaml, .csv or .xlsx (default: ./register.yaml)',
  },
  sheet: { ja: '取り込むファイル(.xlsx または .csv)', en: 'file to read, .xlsx or .csv' },
} satisfies Record<string, Text>;

/** What the register's commands share with the others. */
export interface Grammar {
  readonly locale: Locale;
  command(name: string, text: Text, parent?: Command): Command;
  examples(command: Command, ...lines: string[]): Command;
}

/** Adds `tenken register` and its commands. */
export function registerProgram({ locale, command, examples }: Grammar, actions: RegisterActions): void {
  const say = (text: Text): string => text[locale];
  const writing = (made: Command, out: string): Command =>
    made.option('-o, --out <file>', say(texts.out), out).option('--force', say(texts.force));
  const register = command('register', texts.register);
  examples(
    writing(
      command('init', texts.init, register).requiredOption('--from <folder>', say(texts.from)),
      'register.yaml',
    ).action((options: RegisterOutput & { readonly from: string }) => actions.initRegister(options)),
    'tenken register init --from out/snapshot',
    'tenken register init --from s3://evidence-bucket/today/snapshot -o draft.yaml --lang ja',
  );
  examples(
    command('check', texts.check, register)
      .argument('[file]', say(texts.file))
      .action((file: string | undefined) => actions.checkRegister(file)),
    'tenken register check',
    'tenken register check register.xlsx --lang ja',
  );
  examples(
    command('export', texts.export, register)
      .argument('[file]', say(texts.file))
      .requiredOption('-o, --out <file>', say(texts.exportOut))
      .option('--force', say(texts.force))
      .action((file: string | undefined, options: RegisterOutput) => actions.exportRegister(file, options)),
    'tenken register export -o register.xlsx --lang ja',
    'tenken register export group/register.yaml -o register.csv',
  );
  examples(
    writing(command('import', texts.import, register).argument('<file>', say(texts.sheet)), 'register.yaml').action(
      (file: string, options: RegisterOutput) => actions.importRegister(file, options),
    ),
    'tenken register import register.xlsx --force',
    'tenken register import register.csv -o group/register.yaml',
  );
  examples(register, 'tenken register init --from out/snapshot', 'tenken register check');
}
