import type { Remediation } from '../judgement.ts';

/**
 * A request to Microsoft Graph as a command of the Microsoft Graph PowerShell SDK: the address is relative, so that it
 * goes to whichever cloud one is signed in to. `path` begins without a slash; ids in it come through {@link idInPath}.
 */
export function graphCommand(method: 'DELETE' | 'PATCH' | 'POST', path: string, body?: object): Remediation {
  const said = body === undefined ? '' : ` -Body ${quoted(JSON.stringify(body))}`;
  return {
    kind: 'graph-powershell',
    text: `Invoke-MgGraphRequest -Method ${method} -Uri ${quoted(`v1.0/${path}`)}${said}`,
  };
}

/** An id as a part of a path. */
export function idInPath(id: string): string {
  return encodeURIComponent(id);
}

/** Within '…' PowerShell knows one special character, in five shapes: each is written twice ("about_Quoting_Rules"). */
function quoted(value: string): string {
  return `'${value.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
}
