import { demoOrganisation } from '../../demo/demo-organisation.ts';
import { demoStandard } from '../../demo/demo-standard.ts';
import { startLoopbackArm } from '../../loopback/arm/start-loopback-arm.ts';
import { startLoopbackGraph } from '../../loopback/graph/start-loopback-graph.ts';
import { startLoopbackAws } from '../../loopback/start-loopback-aws.ts';
import { chooseLocale } from '../choose-locale.ts';
import type { ExitCode } from '../exit-code.ts';
import type { ReportOptions } from '../program.ts';
import type { Terminal } from '../terminal.ts';
import { scan } from './scan.ts';

/**
 * `tenken demo`: starts the loopback cloud with the demo organisation and scans it with the real SDK clients. The
 * organisation denies one operation on purpose, so an incomplete scan is what a demo is meant to show.
 */
export async function demo(options: ReportOptions, terminal: Terminal, argv: readonly string[]): Promise<ExitCode> {
  const { snapshots, callerAccount } = demoOrganisation(terminal.now());
  const locale = chooseLocale(argv, terminal.environment);
  const cloud = await startLoopbackAws({ snapshots, callerAccount });
  const graph = await startLoopbackGraph({ snapshots });
  const arm = await startLoopbackArm({ snapshots });
  try {
    enterCloud(terminal.environment, { ...cloud.environment, ...graph.environment, ...arm.environment });
    terminal.error(
      {
        ja: `デモ組織を ${cloud.url}(AWS)、${arm.url}(Azure)、${graph.url}(Microsoft Graph)で起動しました。実際のクラウドには接続しません。\n`,
        en: `The demo organisation is at ${cloud.url} (AWS), ${arm.url} (Azure) and ${graph.url} (Microsoft Graph); no real cloud is contacted.\n`,
      }[locale],
    );
    const standard = { text: demoStandard(terminal.now(), locale), file: 'demo' };
    return await scan({ ...options, allowPartial: true }, terminal, argv, standard);
  } finally {
    await Promise.all([cloud.close(), graph.close(), arm.close()]);
  }
}

/** Nothing of the user's own AWS set-up may reach a demo: every AWS_… variable goes, then the loopback's come. */
function enterCloud(environment: Terminal['environment'], cloud: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(environment)) if (name.startsWith('AWS_')) delete environment[name];
  Object.assign(environment, cloud, { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' });
}
