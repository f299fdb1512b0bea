import { listOf, required } from '../../shape.ts';
import { answerOf, answersBy } from '../answer.ts';
import { withPolicy, type PolicySource } from './policy-source.ts';

const operation = 'lambda:GetPolicy';

/** Functions of AWS Lambda; what their versions and aliases say apart from them is not read. */
export const functions: PolicySource = {
  kind: 'lambda-function',
  operation: 'lambda:ListFunctions',
  more: [operation],
  policies: (answers) => {
    const told = answersBy(answers, operation, 'FunctionName', ({ Policy }) => Policy);
    return listOf(answerOf(answers, 'lambda:ListFunctions').Functions, 'Functions').map((each) => {
      const id = required(each.FunctionName, 'FunctionName');
      const arn = required(each.FunctionArn, 'FunctionArn');
      return withPolicy({ kind: 'lambda-function', id, arn, name: id, operation }, told, id);
    });
  },
};
