/** A parameter's value is what its type makes of the text, as in Heat. */
import { expect, test } from 'vitest';
import { effectiveParameters } from '../../../src/core/heat/parameters.ts';
import { resolve } from '../../../src/core/heat/resolve.ts';
import type { Json } from '../../../src/model/json.ts';

const value = (type: string, given: Json) =>
  effectiveParameters(
    { p: { type } },
    { parameters: { p: given }, parameter_defaults: {}, resource_registry: {} },
  )['p'];

test('text becomes a list, a map or a truth', () => {
  expect(value('comma_delimited_list', 'red, blue')).toEqual(['red', 'blue']);
  expect(value('CommaDelimitedList', '')).toEqual([]);
  expect(value('json', '{"a": [1]}')).toEqual({ a: [1] });
  expect([value('boolean', 'no'), value('boolean', 'On')]).toEqual([false, true]);
});

test('what is no such text stays as it is', () => {
  expect(value('json', '{')).toBe('{');
  expect(value('boolean', 'perhaps')).toBe('perhaps');
  expect(value('string', 'a,b')).toBe('a,b');
  expect(value('comma_delimited_list', ['a,b'])).toEqual(['a,b']);
});

test('a mapping is looked up, unless the key is for Heat to compute', () => {
  const scope = {
    parameters: { Release: 'two' },
    conditions: {},
    files: {},
    mappings: { Images: { two: { Id: 'ubuntu-22.04' } } },
    resourceIds: {},
  };
  expect(resolve({ 'Fn::FindInMap': ['Images', { Ref: 'Release' }, 'Id'] }, scope)).toBe('ubuntu-22.04');
  const open = { 'Fn::FindInMap': ['Images', { 'Fn::GetAtt': ['R', 'Name'] }, 'Id'] };
  expect(resolve(open, scope)).toEqual(open);
});
