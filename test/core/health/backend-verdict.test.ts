/** How a member fares by what HAProxy says of its server. */
import { expect, test } from 'vitest';
import { backendVerdict } from '../../../src/core/health/backend-verdict.ts';
import type { BackendServer } from '../../../src/model/balancer.ts';
import type { BackendAnswer } from '../../../src/model/evidence.ts';

const line = (parts: Partial<BackendServer> = {}): BackendServer => ({
  name: 'asg-web-1',
  endpoint: { address: '10.0.0.5', port: 80 },
  state: 'ready',
  up: true,
  checked: true,
  sessions: 0,
  ...parts,
});
const at = (api: string, ...servers: readonly BackendServer[]): BackendAnswer => {
  return { api, backend: 'web', kind: 'read', servers };
};
const silent: BackendAnswer = { api: 'tcp://b:1', backend: 'web', kind: 'unreadable', why: 'nobody there' };
const UP = at('tcp://a:1', line());
const DOWN = at('tcp://a:1', line({ up: false }));
const ALSO_DOWN = at('tcp://b:1', line({ up: false }));

test.each<[string, readonly BackendAnswer[], string]>([
  ['up', [UP], 'current'],
  ['down', [DOWN], 'failed'],
  ['down, and nobody checks it', [at('a', line({ up: false, checked: false }))], 'current'],
  ['down at both', [DOWN, ALSO_DOWN], 'failed'],
  ['down at one, up at the other', [ALSO_DOWN, UP], 'unknown'],
  ['down at one, the other silent', [DOWN, silent], 'unknown'],
  ['up at one, the other silent', [UP, silent], 'unknown'],
  ['in maintenance', [at('a', line({ state: 'maint', up: false }))], 'in-progress'],
  ['drained', [at('a', line({ state: 'drain' }))], 'in-progress'],
  ['not registered', [at('a', line({ endpoint: { address: '10.0.0.6', port: 80 } }))], 'in-progress'],
  ['there under a name that is not the group’s', [at('a', line({ name: 'by-hand' }))], 'in-progress'],
  [
    'down in an old line, up in a new one',
    [at('a', line({ up: false }), line({ name: 'asg-web-2' }))],
    'current',
  ],
])('%s', (_, answers, expected) => {
  expect(backendVerdict('web', '10.0.0.5', answers).status).toBe(expected);
});
