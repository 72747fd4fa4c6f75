/** Resources may have any name, also one that every object of JavaScript knows. */
import { expect, test } from 'vitest';
import { planGroup } from '../../../src/core/plan/plan.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { live, template } from '../live-stack.ts';

const VERSION = { heat_template_version: '2018-08-31' };
const server: JsonObject = { type: 'OS::Nova::Server', properties: { image: 'i', flavor: 'f' } };
const others: JsonObject = { key: { type: 'OS::Nova::KeyPair', properties: { name: 'k' } } };
const stack = (resources: JsonObject) => template({ ...VERSION, resources: { ...others, ...resources } });
const plan = (next: JsonObject, old: JsonObject) =>
  planGroup({ desired: stack(next), observed: live(stack(old)), definitions: {} });
const inMember = (resources: JsonObject) =>
  template(
    {
      ...VERSION,
      resources: {
        g: {
          type: 'OS::Heat::AutoScalingGroup',
          properties: { min_size: 1, max_size: 3, resource: { type: 'member.yaml' } },
        },
      },
    },
    { files: { 'member.yaml': JSON.stringify({ ...VERSION, resources }) } },
  );

test.each(['constructor', 'toString', 'hasOwnProperty'])(
  'a new resource named %s is created, a gone one deleted',
  (name) => {
    expect(plan({ [name]: server }, {}).changes).toMatchObject([
      { address: `resources.${name}`, action: 'create' },
    ]);
    expect(plan({}, { [name]: server }).changes).toMatchObject([
      { address: `resources.${name}`, action: 'delete' },
    ]);
  },
);

test.each(['constructor', 'toString'])(
  'a server named %s inside a member is one that is replaced or added',
  (name) => {
    const made = (next: JsonObject, old: JsonObject) =>
      planGroup({ desired: inMember(next), observed: live(inMember(old), [2]), definitions: {} });
    expect(made({ [name]: server }, { server }).servers).toMatchObject({ replace: 2 });
    expect(made({ server, [name]: server }, { server }).servers).toMatchObject({ update: 2, replace: 0 });
  },
);

test('a type or a property of such a name is changed as Heat decides', () => {
  const typed = (value: string): JsonObject => ({
    x: { type: 'constructor', properties: { toString: value } },
  });
  expect(plan(typed('b'), typed('a')).changes[0]?.reason).toBe('toString changes, as Heat decides');
});
