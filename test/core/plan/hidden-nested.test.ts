/** What a nested file hides stands in no plan, whoever gives the value. */
import { expect, test } from 'vitest';
import { planGroup } from '../../../src/core/plan/plan.ts';
import type { DesiredStack } from '../../../src/model/desired.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { live, template } from '../live-stack.ts';

const parameter = (hidden: boolean, initial: string | null) =>
  `parameters: { db: { type: string, hidden: ${hidden}${initial === null ? '' : `, default: ${initial}`} } }`;
const server = (declared: string) => `heat_template_version: 2018-08-31
${declared}
resources:
  server:
    type: OS::Nova::Server
    properties: { image: i, flavor: f, metadata: { url: { list_join: [':', [db, { get_param: db }]] } } }
`;

function stack(definition: JsonObject, files: Readonly<Record<string, string>>): DesiredStack {
  const properties = { min_size: 1, max_size: 3, resource: definition };
  const g = { type: 'OS::Heat::AutoScalingGroup', properties };
  return template({ heat_template_version: '2018-08-31', resources: { g } }, { files });
}

const plan = (next: DesiredStack, old: DesiredStack) =>
  planGroup({ desired: next, observed: live(old, [2]), definitions: {} });

const byDefault = (value: string, hidden = true) =>
  stack({ type: 'member.yaml' }, { 'member.yaml': server(parameter(hidden, value)) });
const byGroup = (value: string) =>
  stack({ type: 'member.yaml', properties: { db: value } }, { 'member.yaml': server(parameter(true, null)) });
const byMiddle = (value: string) =>
  stack(
    { type: 'member.yaml' },
    {
      'member.yaml': `heat_template_version: 2018-08-31\nresources: { inner: { type: inner.yaml, properties: { db: ${value} } } }\n`,
      'inner.yaml': server(parameter(true, null)),
    },
  );

test.each([
  ['as its default', byDefault('s3cretNEW'), byDefault('s3cretOLD')],
  ['by the group', byGroup('s3cretNEW'), byGroup('s3cretOLD')],
  ['by the file between', byMiddle('s3cretNEW'), byMiddle('s3cretOLD')],
  ['before it was hidden', byDefault('s3cretNEW'), byDefault('s3cretOLD', false)],
])('a hidden value given %s changes the servers, and neither value is shown', (_, next, old) => {
  const made = plan(next, old);
  expect(made.servers).toMatchObject({ update: 2 });
  expect(JSON.stringify(made)).not.toContain('s3cret');
  const fields = made.changes.flatMap((change) => change.fields);
  expect(fields.map(({ after }) => String(after)).join()).toMatch(/\(hidden, 9 bytes, [0-9a-f]{8}\)/);
});

test('a hidden value given by the defaults of the environment is not shown either', () => {
  const given = (value: string): DesiredStack => ({
    ...byGroup('same'),
    environment: { parameters: {}, parameter_defaults: { db: value }, resource_registry: {} },
  });
  const made = plan(given('s3cretNEW'), given('s3cretOLD'));
  expect(made.changes.map(({ address }) => address)).toContain('environment');
  expect(JSON.stringify(made)).not.toContain('s3cret');
});
