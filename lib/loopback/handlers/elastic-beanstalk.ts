import { snapshotAnswer } from '../snapshot-answer.ts';
import type { Handler } from './handler.ts';

/** A name is free in one region and taken in another: the answers, kept with the account, name the region along with it. */
export const checkDnsAvailability: Handler = (request, { units }) =>
  snapshotAnswer(units, { ...request, input: { ...request.input, Region: request.region } });
