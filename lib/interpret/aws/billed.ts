import type { BilledService } from '../../model/aws/discovered.ts';
import { isServiceLine, serviceOfBilling } from '../../model/aws/billing-names.ts';
import { globalRegion } from '../../model/unit.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import { answerOf } from './answer.ts';

/** `aws.billed`: what was billed by service and region, with its first and last day. What cost nothing was used as well. */
export const billed: PartDefinition<'aws.billed'> = {
  per: 'aws-account',
  operations: ['ce:GetCostAndUsage'],
  interpret: (answers) => {
    const periods = listOf(answerOf(answers, 'ce:GetCostAndUsage').ResultsByTime, 'ResultsByTime');
    const lines = periods.flatMap(({ TimePeriod, Groups }) => {
      const day = required(TimePeriod?.Start, 'Start');
      return listOf(Groups, 'Groups').map(({ Keys, Metrics = {} }): Line => {
        const [name, region] = listOf(Keys, 'Keys');
        const { UnblendedCost, UsageQuantity } = Metrics;
        return {
          day,
          billingName: required(name, 'Keys'),
          region: regionOf(region),
          amount: amountOf(UnblendedCost?.Amount, 'UnblendedCost'),
          usage: amountOf(UsageQuantity?.Amount, 'UsageQuantity'),
          currency: required(UnblendedCost?.Unit, 'Unit'),
        };
      });
    });
    const used = lines.filter(
      ({ billingName, amount, usage }) => isServiceLine(billingName) && (amount !== 0 || usage !== 0),
    );
    return [...Map.groupBy(used, ({ billingName, region }) => `${region} ${billingName}`).values()].flatMap(together);
  },
};

/** What was billed on one day. */
interface Line {
  readonly day: string;
  readonly billingName: string;
  readonly region: string;
  readonly amount: number;
  readonly usage: number;
  readonly currency: string;
}

function together(lines: readonly Line[]): readonly BilledService[] {
  const byDay = lines.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const [first] = byDay;
  const last = byDay.at(-1);
  if (!first || !last) return [];
  const { billingName, region, currency, day: firstDay } = first;
  const service = serviceOfBilling(billingName);
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  return [
    { billingName, ...(service !== undefined && { service }), region, amount, currency, firstDay, lastDay: last.day },
  ];
}

/** What is billed for no region in particular has an empty one, or one that says so. */
function regionOf(region: string | undefined): string {
  return region === undefined || region === '' || /^no ?region$/i.test(region) ? globalRegion : region;
}

function amountOf(amount: string | undefined, field: string): number {
  const value = Number(required(amount, field));
  if (Number.isNaN(value)) throw new TypeError(`${field} is not a number`);
  return value;
}
