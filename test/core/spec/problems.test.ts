/** What is wrong with a spec is said in one sentence: what we read, what is so, what would be right. */
import { describe, expect, it } from 'vitest';
import { group, problemsOf } from './spec-files.ts';

const HOT = 'heat_template_version: 2018-08-31\n';

/** The messages alone. */
function messages(...args: Parameters<typeof problemsOf>): readonly string[] {
  return problemsOf(...args).map((line) => line.replace(/^\S+:\d+:\d+: /, ''));
}

describe('a group is refused', () => {
  const server = { image: 'i', flavor: 'f', networks: ['n'] };
  it.each([
    [
      'a bound below the other',
      { size: { min: 3, max: 1 } },
      'size.max is "1", below size.min "3"; it must be at least 3',
    ],
    [
      'an initial size outside',
      { size: { min: 1, max: 2, initial: 3 } },
      'size.initial is "3"; it must be from 1 to 2, as size.min and size.max say',
    ],
    ['text for a number', { size: { min: 1, max: '2' } }, 'spec.size.max is "2"; it must be a whole number'],
    [
      'a mistyped key',
      { server: { ...server, flavour: 'x' } },
      '"flavour" is no key of spec.server; did you mean "flavor"?',
    ],
    [
      'no network',
      { server: { ...server, networks: [] } },
      'spec.server.networks is empty; it needs at least one: the networks, one interface each, in this order: names or ids, or more about the interface',
    ],
    [
      'what is to come',
      { rollout: { canary: {} } },
      '"canary" is not built yet; remove it, the rest of the spec works without it',
    ],
    [
      'a length of time in words',
      { scaling: { cooldown: '5 minutes' } },
      'spec.scaling.cooldown is "5 minutes"; it must be a length of time such as 60s, 5m or 1h, or plain seconds',
    ],
    [
      'two policies of a name',
      {
        scaling: {
          policies: [
            { name: 'a', add: 1 },
            { name: 'a', add: 2 },
          ],
        },
      },
      'the scaling policy "a" stands here for the second time; give each its own name',
    ],
    [
      'a policy that does two things',
      { scaling: { policies: [{ name: 'a', add: 1, remove: 1 }] } },
      'the scaling policy "a" has add and remove; it needs exactly one of add, remove, addPercent, removePercent and setTo',
    ],
    [
      'a step without a percentage',
      { scaling: { policies: [{ name: 'a', add: 1, minStep: 2 }] } },
      'minStep is "2" without a percentage; it goes with addPercent or removePercent only',
    ],
    [
      'a surge with changes in place',
      { rollout: { minInService: 2, imageChange: 'rebuild' } },
      'rollout.minInService is "2", so Heat would add extra members during a batch, and with imageChange: rebuild it then leaves a server on the old state; it must be at most 1 (size.min less maxBatch)',
    ],
    [
      'half a minute for Heat',
      { timeout: '90s' },
      'spec.timeout is "90" seconds; Heat counts in minutes, so write whole ones such as 30m',
    ],
    [
      'two sources of user data',
      { server: { ...server, cloudInit: { file: 'a', inline: 'b' } } },
      'spec.server.cloudInit needs exactly one of file, inline and parts',
    ],
    [
      'user data that nothing reads',
      { server: { ...server, cloudInit: { inline: 'echo' } } },
      'the user data starts with a line that cloud-init would pass over; its first line must be #cloud-config, #!/bin/sh, #include, #cloud-boothook, #part-handler, ## template: jinja or Content-Type: (MIME)',
    ],
    [
      'a script with CR LF',
      { server: { ...server, cloudInit: { inline: '#!/bin/sh\r\n' } } },
      "the script's first line ends with CR LF, so no interpreter would be found; save the file with LF",
    ],
    [
      'more user data than Nova takes',
      { server: { ...server, cloudInit: { inline: `#!/bin/sh\n${'x'.repeat(49_140)}` } } },
      'the user data has 49150 bytes; Nova takes 49149, load the rest from the server itself',
    ],
  ])('for %s', (_name, changes, message) => {
    expect(messages({ 'a.yaml': group(changes) })).toEqual([message]);
  });

  it.each([
    [
      { name: '9web' },
      'metadata.name is "9web"; it must be a name Heat takes: a letter, then letters, digits, _ . or -, 255 characters at most',
    ],
    [
      { name: 'web', labels: { a: 'x,y' } },
      'the label "a=x,y" holds a comma, which Heat takes for the end of a tag; write it without',
    ],
    [
      { name: 'web', labels: { thermostat: 'x' } },
      'the label "thermostat" is kept for Thermostat\'s own marks; choose another name',
    ],
    [
      { name: 'web', labels: { a: 'x'.repeat(79) } },
      `the label "a=${'x'.repeat(57)}…" has 81 characters as "key=value"; Heat takes 80`,
    ],
    [{ name: 'web', labels: { a: 1 } }, 'metadata.labels.a is "1"; it must be text (put it in quotes)'],
  ])('for the metadata %j', (metadata, message) => {
    expect(messages({ 'a.yaml': group({}, metadata) })).toEqual([message]);
  });

  it('not for extra members when servers are replaced, nor for user data of exactly the limit', () => {
    const cloudInit = { inline: `#!/bin/sh\n${'x'.repeat(49_139)}` };
    expect(
      messages({ 'a.yaml': group({ rollout: { minInService: 6 }, server: { ...server, cloudInit } }) }),
    ).toEqual([]);
  });
});

describe('a template is refused', () => {
  it('for what Heat refuses in any case, each at its line', () => {
    const text = `heat_template_version: 2013-05-22
resource: {}
parameters:
  image: {type: string}
resources:
  g:
    type: OS::Heat::AutoScalingGroup
    properties:
      min_size: 5
      max_size: 2
      max_sise: 1
      resource:
        type: OS::Nova::Server
        properties: {user_data_update_policy: REBUILD, image: {get_param: imag}, n: {get_param: "OS::stack_id"}}
  h: {type: member.yml}
  i: {}
`;
    expect(problemsOf({ 'a.yaml': text })).toEqual([
      'a.yaml:1:24: heat_template_version is "2013-05-22", which Heat does not know; did you mean "2013-05-23"?',
      'a.yaml:2:1: "resource" is no section of a template; did you mean "resources"?',
      'a.yaml:4:3: the parameter "image" has no default and is given no value; give it one in a HeatStack\'s spec.parameters or environment, or a default here',
      'a.yaml:10:7: max_size is "2", below min_size "5"; it must be at least 5',
      'a.yaml:11:7: "max_sise" is no property of OS::Heat::AutoScalingGroup; did you mean "max_size"?',
      'a.yaml:12:7: the OS::Nova::Server here has no "networks"; Nova makes no server without a network, and says so only when the stack is being built; add it, such as networks: [ { network: NAME } ]',
      'a.yaml:14:22: user_data_update_policy is "REBUILD", with which Heat passes the user data as the image and every update fails; it must be REPLACE or IGNORE',
      'a.yaml:14:64: get_param names "imag", which the template does not declare; did you mean "image"?',
      'a.yaml:15:7: the type "member.yml" looks like a file, but Heat takes a nested template only when its name ends in .yaml or .template; rename the file',
      'a.yaml:16:3: the resource "i" has no type; add it, such as OS::Nova::Server',
    ]);
  });

  it('not for properties that only Heat can know: computed ones, and types that the environment maps', () => {
    const stack = (template: object, registry: object) =>
      JSON.stringify({
        apiVersion: 'thermostat/v1',
        kind: 'HeatStack',
        metadata: { name: 'a' },
        spec: {
          template: { heat_template_version: '2018-08-31', ...template },
          environment: { resource_registry: registry },
        },
      });
    const type = 'OS::Heat::AutoScalingGroup';
    const computed = {
      resources: { g: { type, properties: { get_param: 'p' } } },
      parameters: { p: { type: 'json', default: {} } },
    };
    expect(messages({ 'a.yaml': stack(computed, {}) })).toEqual([]);
    expect(
      messages({ 'a.yaml': stack({ resources: { g: { type } } }, { 'OS::Heat::*': 'OS::My::*' }) }),
    ).toEqual([]);
  });

  it('for a default that would lose its fraction on the way', () => {
    const text = `${HOT}parameters: {v: {type: string, default: 1.0}, n: {type: number, default: 1.0}}\n`;
    expect(messages({ 'a.yaml': text })).toEqual([
      'the default "1.0" of the text parameter "v" is read as a number; put it in quotes',
    ]);
  });
});

describe('a reference is refused', () => {
  const uses = (reference: string) =>
    `${HOT}resources: {r: {type: "X::Y", properties: {a: {get_file: ${JSON.stringify(reference)}}}}}\n`;
  it.each([
    ['../../b', '"../../b" leads out of the repository; name a file inside it'],
    ['/etc/passwd', '"/etc/passwd" is an absolute path; name the file relative to "s/a.yaml"'],
    [
      'file:///etc/passwd',
      '"file:///etc/passwd" is a URL, and nothing is fetched; put the file into the repository and name its relative path',
    ],
    [
      'http://example.org/x',
      '"http://example.org/x" is a URL, and nothing is fetched; put the file into the repository and name its relative path',
    ],
    ['a.yaml', '"s/a.yaml" leads back to itself ("s/a.yaml" → "s/a.yaml"); break the circle'],
    ['gone', 'there is no file "s/gone"; create it or correct the path'],
    ['link', '"s/link" is a link that leads out of the repository; put the file itself there'],
    [
      'folder',
      '"s/folder" is no file that can be read (a folder, a device, or closed to us); name a plain file',
    ],
  ])('%s', (reference, message) => {
    expect(
      messages({ 's/a.yaml': uses(reference) }, { 's/link': ['outside'], 's/folder': ['not-a-file'] }),
    ).toEqual([message]);
  });

  it('when nested templates go in a circle, whoever starts it', () => {
    const nests = (file: string) => `${HOT}resources: {r: {type: ${file}}}\n`;
    expect(
      messages({ 'a.yaml': nests('b.yaml') }, { 'b.yaml': nests('c.yaml'), 'c.yaml': nests('b.yaml') }),
    ).toEqual(['"b.yaml" leads back to itself ("b.yaml" → "c.yaml" → "b.yaml"); break the circle']);
    expect(messages({ 'a.yaml': nests('b.yaml'), 'b.yaml': nests('a.yaml') })).toHaveLength(2);
  });

  it('when one name means two files, as Heat knows a file by this name alone', () => {
    const files = { 's/n/b.yaml': uses('f.txt'), 's/f.txt': '1', 's/n/f.txt': '2' };
    const root = `${HOT}resources: {x: {type: n/b.yaml}, y: {type: "X::Y", properties: {a: {get_file: f.txt}}}}`;
    const [message] = messages({ 's/a.yaml': root }, files);
    expect(message).toContain('"f.txt" means "s/f.txt" here and "s/n/f.txt" elsewhere in this stack');
    expect(messages({ 's/a.yaml': root }, { ...files, 's/f.txt': '2' })).toEqual([]);
  });
});
