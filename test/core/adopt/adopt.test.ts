/** Live values written into specs: the right place, nothing else, and never what does not belong there. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { adopt, proposalDigest, type Repository } from '../../../src/core/adopt/adopt.ts';
import { withEntry, withScalar } from '../../../src/core/adopt/yaml-edit.ts';
import { yamlPlaces } from '../../../src/core/adopt/yaml-places.ts';
import { driftItem } from '../../../src/core/drift/kinds.ts';
import { stackDrift } from '../../../src/core/drift/stack-drift.ts';
import { compile } from '../../../src/core/heat/compile.ts';
import { planGroup } from '../../../src/core/plan/plan.ts';
import { parseSpecs } from '../../../src/core/spec/parse.ts';
import type { DesiredStack } from '../../../src/model/desired.ts';
import type { DriftItem, GroupDrift } from '../../../src/model/drift.ts';
import type { SourceFile } from '../../../src/model/source.ts';
import { CIRCUMSTANCES, live } from '../live-stack.ts';

type Texts = Readonly<Record<string, string>>;

function repository(
  texts: Texts,
  paths = Object.keys(texts).filter((path) => path.startsWith('scaling/')),
): Repository {
  const files = new Map(
    Object.entries(texts).map(([path, text]): [string, SourceFile] => [
      path,
      { path, state: 'read', bytes: new TextEncoder().encode(text) },
    ]),
  );
  return { paths, files };
}

function desiredOf(texts: Texts, name = 'web'): DesiredStack {
  const { files, paths } = repository(texts);
  const { specs, problems } = parseSpecs(paths, files);
  const spec = specs.find((one) => one.name === name);
  if (spec === undefined) throw new Error(JSON.stringify(problems));
  const { desired } = compile(spec, CIRCUMSTANCES);
  if (desired.presence === 'absent') throw new Error('absent');
  return desired;
}

/** The repository says `texts`, the stack is as `cloud` would make it. */
function adopted(texts: Texts, cloud: Texts, items: readonly DriftItem[] = [], name = 'web') {
  const [desired, observed] = [desiredOf(texts, name), live(desiredOf(cloud, name), [3])];
  const pair = { desired, observed, definitions: {} };
  const drift: GroupDrift = {
    name,
    stackId: null,
    source: desired.source,
    status: 'drifted',
    items: [...stackDrift(pair, planGroup(pair)), ...items],
    fixed: [],
    ignored: [],
    notDrift: [],
    message: '',
  };
  const found = adopt(repository(texts), [{ drift, observed }], CIRCUMSTANCES);
  const files = Object.fromEntries(
    found.proposals.flatMap((one) => one.files.map(({ path, after }) => [path, after])),
  );
  return { ...found, files };
}

const WEB = `# ask team shop
apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web, labels: { team: shop } }   # a label
spec:
  size: {min: 2, max: 8}
  server:
    image: 'ubuntu-20.04'
    flavor: m1.small  # small is enough
    networks: [ private-network ]
    metadata:
      role: "web"
  scaling:
    policies:
      - { name: out, add: 2 }
  rollout: { maxBatch: 1, drain: 30s }
`;
const edit = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.reduce((text, [from, to]) => text.replace(from, to), WEB);

describe('of a group, merging what somebody did by hand gives the same text as writing it by hand', () => {
  test.each([
    ['a bound', [['max: 8', 'max: 12']]],
    ['the image, in its quotes', [["'ubuntu-20.04'", "'ubuntu-22.04'"]]],
    ['the flavor, beside its comment', [['m1.small', 'm1.large']]],
    ['metadata', [['"web"', '"shop"']]],
    ['a number in metadata stays a text', [['"web"', '"8"']]],
    ['a key of metadata that was added', [['role: "web"\n', 'role: "web"\n      owner: mara\n']]],
    ['a step of a policy', [['add: 2', 'add: 3']]],
    ['a batch', [['maxBatch: 1', 'maxBatch: 2']]],
    ['a drain', [['drain: 30s', 'drain: 45s']]],
    ['a label', [['team: shop', 'team: ops']]],
    ['networks', [['[ private-network ]', '[ private-network, shared ]']]],
    [
      'a cooldown that the spec leaves to its default',
      [['    policies:', '    cooldown: 5m\n    policies:']],
    ],
    [
      'several at once',
      [
        ['max: 8', 'max: 12'],
        ['m1.small', 'm1.large'],
        ['add: 2', 'add: 4'],
      ],
    ],
  ] as const)('%s', (_, pairs) => {
    const wanted = edit(...pairs);
    const { files, refused } = adopted({ 'scaling/web.yaml': WEB }, { 'scaling/web.yaml': wanted });
    const [text] = Object.values(files);
    expect(refused).toEqual([]);
    expect(desiredOf({ 'scaling/web.yaml': text ?? '' })).toEqual({
      ...desiredOf({ 'scaling/web.yaml': wanted }),
      source: expect.anything(),
      references: expect.anything(),
      addresses: expect.anything(),
      findings: expect.anything(),
      advice: expect.anything(),
      triggers: expect.anything(),
    });
    expect(
      text
        ?.split('\n')
        .filter((line) => line.includes('#'))
        .map((line) => line.split('#')[1]),
    ).toEqual(
      WEB.split('\n')
        .filter((line) => line.includes('#'))
        .map((line) => line.split('#')[1]),
    );
  });
});

describe('of pool members, each edited in Octavia', () => {
  const balanced = edit([
    '  scaling:',
    '  loadBalancer:\n    octavia:\n      subnet: private-subnet\n      listener: { protocol: HTTP, port: 80 }\n      member: { port: 8080 }   # behind nginx\n      monitor: { type: HTTP, path: /healthz }\n  scaling:',
  ]);
  const texts = { 'scaling/web.yaml': balanced };
  const weighs = (member: string, weight: number) =>
    driftItem({
      ...{
        kind: 'pool-member-edited',
        subject: `pool member ${member}`,
        repository: '',
        cloud: '',
        remedy: '',
      },
      live: [
        {
          path: 'resources.group.nested.pool_member.properties.weight',
          value: weight,
          told: 1,
          ofMember: member,
        },
      ],
    });

  test('what all of them have is the spec’s', () => {
    const { files } = adopted(
      texts,
      texts,
      ['a', 'b', 'c'].map((name) => weighs(name, 5)),
    );
    expect(files).toEqual({
      'scaling/web.yaml': balanced.replace('{ port: 8080 }', '{ port: 8080, weight: 5 }'),
    });
  });

  test('what one of them has is its own', () => {
    const { refused } = adopted(texts, texts, [weighs('a', 5), weighs('b', 5), weighs('c', 6)]);
    expect(refused.map(({ why }) => why)).toEqual(Array(3).fill(expect.stringContaining('one server’s own')));
  });
});

describe('of a template', () => {
  const HOT = (threshold: string, most = '9') => `heat_template_version: 2018-08-31
parameters:
  most: { type: number, default: ${most} }   # paid for
resources:
  web:
    type: OS::Heat::AutoScalingGroup
    properties: { min_size: 1, max_size: { get_param: most }, resource: { type: OS::Nova::Server, properties: { image: i, flavor: f, networks: [ { network: n } ] } } }
  high:
    type: OS::Aodh::GnocchiAggregationByResourcesAlarm
    properties:
      metric: cpu
      threshold: ${threshold}
      evaluation_periods: 2
`;
  test('a property, where it is written', () => {
    const { files } = adopted({ 'scaling/web.yaml': HOT('80') }, { 'scaling/web.yaml': HOT('95') });
    expect(files).toEqual({ 'scaling/web.yaml': HOT('95') });
  });

  test('a default of a parameter', () => {
    const { files } = adopted({ 'scaling/web.yaml': HOT('80') }, { 'scaling/web.yaml': HOT('80', '12') });
    expect(files).toEqual({ 'scaling/web.yaml': HOT('80', '12') });
  });

  test('a parameter of a HeatStack, in its spec or in an environment that it names', () => {
    const spec = (parameters: string) =>
      `apiVersion: thermostat/v1\nkind: HeatStack\nmetadata: { name: web }\nspec:\n  template: ../heat/t.yaml\n${parameters}`;
    const own = (most: number) => ({
      'scaling/web.yaml': spec(`  parameters: { most: ${most} }\n`),
      'heat/t.yaml': HOT('80'),
    });
    expect(adopted(own(5), own(7)).files).toEqual({ 'scaling/web.yaml': own(7)['scaling/web.yaml'] });
    const given = (most: number) => ({
      'scaling/web.yaml': spec('  environment: ../heat/env.yaml\n'),
      'heat/t.yaml': HOT('80'),
      'heat/env.yaml': `# production\nparameters:\n  most: ${most}   # of twelve\n`,
    });
    expect(adopted(given(5), given(7)).files).toEqual({ 'heat/env.yaml': given(7)['heat/env.yaml'] });
  });
});

describe('is not adopted, and says why', () => {
  const why = (texts: Texts, items: readonly DriftItem[]) =>
    adopted(texts, texts, items).refused.map((one) => one.why);
  const found = (path: string, value: Parameters<typeof JSON.stringify>[0]) =>
    driftItem({
      ...{ kind: 'template-edited', subject: path, repository: '', cloud: '', remedy: '' },
      live: [{ path, value }],
    });
  const one = { 'scaling/web.yaml': WEB };

  test.each([
    ['resources.group.nested.server.properties.user_data', 'x', 'secret'],
    ['resources.group.nested.server.properties.metadata.db_password', 'x', 'secret'],
    ['parameters.token', '******', 'secret'],
    ['parameters.key', '******', 'hidden'],
    ['resources.group.nested.server.properties.flavor', 'a\u202eb', 'nobody sees'],
    ['resources.group.nested.server.properties.flavor', 'a\nb: c', 'nobody sees'],
    ['resources.group.nested.server.properties.flavor', 'x'.repeat(5000), 'longer'],
    ['resources.group.nested.server.properties.flavor', null, 'has none'],
    ['resources.group.properties.max_size', 1, 'no single value'],
    ['resources.group.properties.max_size', 'all', 'no single value'],
    ['resources.group.properties.max_size', { '*': 1 }, 'no single value'],
  ])('%s = %j', (path, value, reason) => {
    expect(why(one, [found(path, value)])).toEqual([expect.stringContaining(reason)]);
  });

  test('what was merged and is not applied yet: that would take the merge back', () => {
    const [desired, observed] = [
      desiredOf(one),
      live(desiredOf({ 'scaling/web.yaml': edit(['max: 8', 'max: 6']) }), [3]),
    ];
    const second = Date.parse(observed.updatedAt ?? observed.createdAt) / 1000;
    const noted = { ...observed, tags: [...observed.tags, `thermostat:sent=${'0'.repeat(16)}@${second}`] };
    const pair = { desired, observed: noted, definitions: {} };
    const drift: GroupDrift = {
      ...{ name: 'web', stackId: null, source: desired.source, status: 'drifted' },
      ...{ items: stackDrift(pair, planGroup(pair)), fixed: [], ignored: [], notDrift: [], message: '' },
    };
    const found = adopt(repository(one), [{ drift, observed: noted }], CIRCUMSTANCES);
    expect(found).toMatchObject({
      proposals: [],
      refused: [{ why: expect.stringContaining('an apply is due') }],
    });
  });

  test('what is one server’s own', () => {
    const item = driftItem({
      kind: 'server-resized',
      subject: 'server a',
      repository: '',
      cloud: '',
      remedy: '',
    });
    expect(why(one, [item])).toEqual([expect.stringContaining('one server’s own')]);
  });

  test('what would change another group, too, which is made of the same file', () => {
    const stack = (name: string) =>
      `apiVersion: thermostat/v1\nkind: HeatStack\nmetadata: { name: ${name} }\nspec:\n  template: ../heat/t.yaml\n`;
    const shared = (flavor: string) => ({
      'scaling/web.yaml': stack('web'),
      'scaling/api.yaml': stack('api'),
      'heat/t.yaml': `heat_template_version: 2018-08-31\nresources:\n  one: { type: OS::Nova::Server, properties: { flavor: ${flavor}, image: i, networks: [ { network: n } ] } }\n`,
    });
    const { refused, files } = adopted(shared('m1.small'), shared('m1.large'));
    expect(files).toEqual({});
    expect(refused).toMatchObject([{ why: expect.stringContaining('"api"') }]);
  });
});

test('two groups of one file are one proposal, and each edit stands in its own document', () => {
  const both = (max: number, other: number) =>
    `${edit(['max: 8', `max: ${max}`])}---\n${edit(['name: web', 'name: api'], ['max: 8', `max: ${other}`])}`;
  const texts = { 'scaling/all.yaml': both(8, 8) };
  const cloud = { 'scaling/all.yaml': both(9, 11) };
  const drifts = ['api', 'web'].map((name) => {
    const [desired, observed] = [desiredOf(texts, name), live(desiredOf(cloud, name), [3])];
    const pair = { desired, observed, definitions: {} };
    const items = stackDrift(pair, planGroup(pair));
    const drift: GroupDrift = {
      ...{ name, stackId: null, source: desired.source, status: 'drifted', items },
      ...{ fixed: [], ignored: [], notDrift: [], message: '' },
    };
    return { drift, observed };
  });
  const { proposals } = adopt(repository(texts), drifts, CIRCUMSTANCES);
  expect(proposals.map(({ files }) => files.map(({ after }) => after))).toEqual([[both(9, 11)]]);
  expect(proposals[0]?.patch).toContain('--- a/scaling/all.yaml');
});

test('what is proposed keeps its digest when other lines move, and has another when the value does', () => {
  const at = (text: string, max: number) =>
    adopted({ 'scaling/web.yaml': text }, { 'scaling/web.yaml': text.replace('max: 8', `max: ${max}`) })
      .proposals.map(proposalDigest)
      .join();
  expect(at(`# more\n${WEB}`, 12)).toBe(at(WEB, 12));
  expect(at(WEB, 13)).not.toBe(at(WEB, 12));
});

const value = fc.oneof(
  fc.integer({ min: 0, max: 99 }),
  fc.boolean(),
  fc.string({ maxLength: 12 }).filter((text) => !/\p{Cc}/u.test(text)),
  fc.constantFrom(
    'yes',
    'null',
    '~',
    '0x1',
    '1e3',
    '- a',
    'a: b',
    '# c',
    '*x',
    '&x',
    '{a}',
    '[',
    'a,b',
    "it's",
    '"q"',
    '%',
    '@',
    ' x ',
  ),
);

test('whatever is written, it is read back as it was, and all else is as before', () => {
  fc.assert(
    fc.property(fc.nat(), value, (pick, next) => {
      const places = yamlPlaces(WEB, 0).filter(({ kind }) => kind === 'scalar');
      const place = places[pick % places.length];
      if (place === undefined) return;
      const text = withScalar(WEB, place, next) ?? '';
      const [before, after] = [parseDocument(WEB), parseDocument(text)];
      expect(after.errors).toEqual([]);
      expect(after.getIn(keysOf(place.keys))).toEqual(next);
      before.setIn(keysOf(place.keys), next);
      expect(after.toJS()).toEqual(before.toJS());
      expect(text.slice(0, place.start)).toBe(WEB.slice(0, place.start));
      expect(text.endsWith(WEB.slice(place.end))).toBe(true);
    }),
  );
});

test('whatever entry is added to whatever mapping, it is read back, and all else is as before', () => {
  fc.assert(
    fc.property(fc.nat(), value, fc.constantFrom('\n', '\r\n'), (pick, next, lineBreak) => {
      const source = WEB.replaceAll('\n', lineBreak);
      const places = yamlPlaces(source, 0).filter(({ kind }) => kind === 'mapping');
      const place = places[pick % places.length];
      if (place === undefined) return;
      const text = withEntry(source, place, 'added-key', next);
      if (text === null) return;
      const [before, after] = [parseDocument(source), parseDocument(text)];
      expect(after.errors).toEqual([]);
      before.setIn([...keysOf(place.keys), 'added-key'], next);
      expect(after.toJS()).toEqual(before.toJS());
    }),
  );
});

function keysOf(keys: readonly string[]): readonly (string | number)[] {
  return keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}
