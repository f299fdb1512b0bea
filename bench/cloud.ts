import { createInterface } from 'node:readline';
import { startLoopbackAws } from '../lib/loopback/start-loopback-aws.ts';
import { latencyMs, scenarios, type ScenarioName } from './scenarios.ts';

/**
 * A process that serves a scenario until its stdin ends. It prints the environment for clients, and then, for every line
 * on stdin, the calls that came since.
 */
const { snapshots, callerAccount } = scenarios[process.argv[2] as ScenarioName].organisation();
const cloud = await startLoopbackAws({ snapshots, callerAccount, faults: { latencyMs } });
console.log(JSON.stringify(cloud.environment));
let told = 0;
createInterface({ input: process.stdin })
  .on('line', () => {
    console.log(JSON.stringify(cloud.calls.slice(told)));
    told = cloud.calls.length;
  })
  .on('close', () => void cloud.close());
