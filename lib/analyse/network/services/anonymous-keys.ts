import { anyValue, missing, type KeyStates } from '../../iam/policy/request.ts';

/** What condition keys are when somebody on the internet, at this address, calls without saying who he is. */
export function anonymousKeys(address: string): KeyStates {
  return (key) => {
    if (key === 'aws:sourceip') return { values: [address] };
    if (key === 'aws:principaltype') return { values: ['Anonymous'] };
    if (key === 'aws:userid') return { values: ['anonymous'] };
    if (key === 'aws:securetransport' || key === 'lambda:invokedviafunctionurl') return { values: ['true'] };
    if (key === 'aws:viaawsservice' || key === 'aws:principalisawsservice') return { values: ['false'] };
    if (key === 'lambda:functionurlauthtype') return { values: ['NONE'] };
    if (key === 'aws:currenttime' || key === 'aws:epochtime') return { unknown: 'time' };
    if (/^aws:(principal|username|source|vpcsource|calledvia|multifactor|federated|token|ec2)/.test(key))
      return missing;
    // Headers and parameters are his to choose.
    return anyValue;
  };
}
