// Which of Nova's microversions a request asks for.

import { type Answer, json } from '../http/answer.ts';
import { type Call, header } from '../http/call.ts';

export const NEWEST = 100;

export type Negotiated =
  | { readonly kind: 'minor'; readonly minor: number }
  | { readonly kind: 'refused'; readonly answer: Answer };

/** 406 beyond the newest, 400 for what is no version (nova/api/openstack/wsgi.py set_api_version_request). */
export function negotiate(call: Call): Negotiated {
  const asked = askedVersion(call);
  if (asked === undefined) return { kind: 'minor', minor: 1 };
  if (asked === 'latest') return { kind: 'minor', minor: NEWEST };
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(asked) ?? [];
  if (major === undefined || minor === undefined) {
    const message = `API Version String ${asked} is of invalid format. Must be of format MajorNum.MinorNum.`;
    return { kind: 'refused', answer: json(400, { badRequest: { code: 400, message } }) };
  }
  if (major === '2' && Number(minor) >= 1 && Number(minor) <= NEWEST)
    return { kind: 'minor', minor: Number(minor) };
  const message = `Version ${asked} is not supported by the API. Minimum is 2.1 and maximum is 2.${NEWEST}.`;
  const body = { computeFault: { code: 406, message } };
  return { kind: 'refused', answer: json(406, body, versionHeaders(asked)) };
}

export function versionHeaders(version: string): Readonly<Record<string, string>> {
  return {
    'openstack-api-version': `compute ${version}`,
    'x-openstack-nova-api-version': version,
    vary: 'OpenStack-API-Version',
  };
}

function askedVersion(call: Call): string | undefined {
  const general = header(call, 'openstack-api-version');
  const [, ours] = /(?:^|,)\s*compute\s+(\S+?)\s*(?:,|$)/.exec(general ?? '') ?? [];
  return ours ?? header(call, 'x-openstack-nova-api-version');
}
