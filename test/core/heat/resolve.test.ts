/** Which of Heat's functions are known before Heat runs, and which are left to it. */
import { expect, test } from 'vitest';
import { isUnresolved, referencedResources, resolve } from '../../../src/core/heat/resolve.ts';
import type { Json } from '../../../src/model/json.ts';

const scope = {
  parameters: { size: 3, list: ['a', 'b'], map: { key: 'value' }, production: 'true' },
  conditions: { big: { equals: [{ get_param: 'size' }, 3] }, small: { not: 'big' } },
  files: { 'init.sh': '#!/bin/sh\n' },
  resourceIds: { port: 'port-id' },
};

test.each<[string, Json, Json]>([
  ['a parameter', { get_param: 'size' }, 3],
  ['an item of a list parameter', { get_param: ['list', 1] }, 'b'],
  ['a key of a map parameter', { get_param: ['map', 'key'] }, 'value'],
  ['a file', { get_file: 'init.sh' }, '#!/bin/sh\n'],
  ['a resource whose id is known', { get_resource: 'port' }, 'port-id'],
  ['Ref, to a parameter first', { Ref: 'size' }, 3],
  ['a condition that holds', { if: ['big', 'yes', 'no'] }, 'yes'],
  ['a condition that does not', { if: ['small', 'yes', 'no'] }, 'no'],
  ['a condition inline', { if: [{ and: ['big', { get_param: 'production' }] }, 1, 2] }, 1],
  ['a property behind a false condition', { keep: 1, drop: { if: ['small', 2] } }, { keep: 1 }],
  [
    'arguments of what only Heat evaluates',
    { list_concat: [[{ get_param: 'size' }], ['b']] },
    { list_concat: [[3], ['b']] },
  ],
  ['a join of texts and numbers', { list_join: ['/', ['id', { get_param: 'size' }]] }, 'id/3'],
  ['a join of several lists', { list_join: [',', { get_param: 'list' }, ['c']] }, 'a,b,c'],
  ["CloudFormation's join", { 'Fn::Join': ['-', [{ Ref: 'size' }, 'x']] }, '3-x'],
  [
    'what is known of a join',
    { list_join: ['/', [{ get_param: 'OS::stack_id' }, { get_param: 'size' }]] },
    { list_join: ['/', [{ get_param: 'OS::stack_id' }, 3]] },
  ],
])('%s is resolved', (_, written, expected) => {
  expect(resolve(written, scope)).toEqual(expected);
});

test.each<[string, Json]>([
  ['a pseudo parameter', { get_param: 'OS::stack_id' }],
  ['another resource', { get_resource: 'server' }],
  ['a join that holds one', { list_join: ['/', [{ get_param: 'OS::stack_id' }, 'a']] }],
  ['an attribute', { get_attr: ['port', 'fixed_ips'] }],
])('%s is left to Heat', (_, written) => {
  expect(resolve(written, scope)).toEqual(written);
  expect(isUnresolved(resolve(written, scope))).toBe(true);
});

test('a key that only looks like a function is data', () => {
  expect(resolve({ get_param: 'size', other: 1 }, scope)).toEqual({ get_param: 'size', other: 1 });
  expect(resolve({ constructor: 'size' }, scope)).toEqual({ constructor: 'size' });
  expect(isUnresolved(resolve({ get_param: 'toString' }, scope))).toBe(true);
});

test('references are found at any depth', () => {
  const value = {
    a: [{ get_resource: 'x' }],
    b: { str_replace: { params: { P: { get_attr: ['y', 'z'] } } } },
  };
  expect([...referencedResources(value)].sort()).toEqual(['x', 'y']);
});
