/** What was sent can be read back: template, files, environment, parameters. */
import { describe, expect, it } from 'vitest';
import { pick, record } from '../json.ts';
import type { Stage } from '../stage.ts';
import { HOT, stone, template } from '../templates.ts';

const SENT = template(
  {
    zeta: stone({ value: 'z' }),
    alpha: { properties: { wait_secs: 0, value: { get_param: 'size' } }, type: 'OS::Heat::TestResource' },
    note: stone({ value: { get_file: 'note.txt' } }),
  },
  {
    description: 'in this order',
    parameters: {
      size: { type: 'number', default: 5 },
      password: { type: 'string', hidden: true },
      flag: { type: 'boolean', default: true },
    },
    outputs: { second: { value: { get_attr: ['zeta', 'output'] } }, first: { value: 1 } },
  },
);

const FILES = { 'note.txt': 'one line # with a comment\n\ttab, no end', 'unused.yaml': 'a: [1,  2]\n' };

// every scalar that YAML 1.1 reads otherwise than one thinks
const AS_TEXT = `heat_template_version: ${HOT}
# a comment
resources:
  one: {type: OS::Heat::TestResource, properties: {value: yes}}
outputs:
  switch: {value: on}
  version: {value: 1.10}
  clock: {value: 12:30:45}
  thousand: {value: 1_000}
  day: {value: 2026-01-02}
  nothing: {value: }
  octal: {value: 010}
  quoted: {value: 'yes'}
`;

export function readBackContract(stage: Stage): void {
  const sent = stage.stack('sent', {
    template: SENT,
    files: FILES,
    environment: { parameters: { size: 7 }, parameter_defaults: { unused: 'kept' } },
    parameters: { password: 'hunter2' },
  });
  const typed = stage.stack('typed', { template: AS_TEXT });

  describe('reading back', () => {
    it('a template sent as an object reads back equal, in the same key order', async () => {
      await sent.ready();
      expect(JSON.stringify(await sent.get('/template'))).toBe(JSON.stringify(SENT));
    });

    it('a template sent as text is read as YAML 1.1, and dates stay words', async () => {
      await typed.ready();
      const read = await typed.get('/template');
      expect(pick(read, 'heat_template_version')).toBe(HOT);
      expect(pick(read, 'resources', 'one', 'properties', 'value')).toBe(true);
      const outputs = Object.entries(record(read, 'outputs')).map(([name, output]) => [
        name,
        pick(output, 'value'),
      ]);
      expect(outputs).toEqual([
        ['switch', true],
        ['version', 1.1],
        ['clock', 45045],
        ['thousand', 1000],
        ['day', '2026-01-02'],
        ['nothing', null],
        ['octal', 8],
        ['quoted', 'yes'],
      ]);
    });

    it('files read back letter for letter, unused ones too', async () => {
      expect(await sent.get('/files')).toEqual(FILES);
    });

    it('the environment holds only what was given, with the parameters in it and the hidden one masked', async () => {
      const environment = await sent.get('/environment');
      expect(pick(environment, 'parameters')).toEqual({ size: 7, password: '******' });
      expect(pick(environment, 'parameter_defaults')).toEqual({ unused: 'kept' });
    });

    it('the stack shows every parameter as a string, defaults too, and masks the hidden one', async () => {
      const stack = await sent.show();
      expect(stack['parameters']).toEqual({
        'OS::project_id': expect.any(String),
        'OS::stack_id': sent.id,
        'OS::stack_name': sent.name,
        flag: 'True',
        password: '******',
        size: '7',
      });
    });

    it('outputs come with key, value and description, and can be left out', async () => {
      const outputs = (await sent.show())['outputs'];
      expect(outputs).toEqual(
        expect.arrayContaining([
          { output_key: 'second', output_value: 'z', description: 'No description given' },
          { output_key: 'first', output_value: 1, description: 'No description given' },
        ]),
      );
      expect(pick(await sent.get('?resolve_outputs=false'), 'stack', 'outputs')).toBeUndefined();
    });

    it('PUT drops the environment and the tags that it does not bring, PATCH keeps both', async () => {
      const body = { template: SENT, files: FILES, parameters: { password: 'hunter2' } };
      await sent.put({ ...body, environment: { parameters: { size: 8 } }, tags: 'team=web' });
      await sent.patch({ parameters: { flag: false } });
      expect(await sent.show()).toMatchObject({
        tags: ['team=web'],
        parameters: { size: '8', flag: 'False' },
      });
      await sent.put(body);
      expect(await sent.show()).toMatchObject({ tags: [], parameters: { size: '5', flag: 'True' } });
    });
  });
}
