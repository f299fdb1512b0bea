import { startLoopbackAws } from '../lib/loopback/start-loopback-aws.ts';
import { latencyMs, scenarios, type ScenarioName } from './scenarios.ts';

/** A process that serves a scenario: prints the environment for its clients, and at the end of stdin what they called. */
const { snapshots, callerAccount } = scenarios[process.argv[2] as ScenarioName].organisation();
const cloud = await startLoopbackAws({ snapshots, callerAccount, faults: { latencyMs } });
console.log(JSON.stringify(cloud.environment));
process.stdin.resume().once('end', () => {
  console.log(JSON.stringify(cloud.calls));
  void cloud.close();
});
