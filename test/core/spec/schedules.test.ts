/** What is wrong with a schedule is said before any cloud is asked. */
import { expect, test } from 'vitest';
import { group, parse, problemsOf } from './spec-files.ts';

type Given = Readonly<Record<string, unknown>>;
const OFFICE = {
  name: 'office',
  cron: '0 8 * * 1-5',
  timezone: 'Europe/Berlin',
  for: '10h',
  size: { min: 4 },
};
const spec = (...schedules: readonly Given[]) =>
  group({
    size: { min: 2, max: 6 },
    scaling: { schedules: schedules.map((one) => ({ ...OFFICE, ...one })) },
  });
const messages = (...schedules: readonly Given[]) =>
  problemsOf({ 'web.yaml': spec(...schedules) }).map((line) => line.replace(/^\S+:\d+:\d+: /, ''));

test.each([
  [
    'an hour that no clock shows',
    { cron: '0 25 * * *' },
    'the cron of "office" is "0 25 * * *": its hour is "25"; it must be from 0 to 23',
  ],
  [
    'a month in full',
    { cron: '0 8 1 june *' },
    'the cron of "office" is "0 8 1 june *": its month holds "june"; it may hold *, numbers, ranges such as 1-12, steps such as */2, and lists of them',
  ],
  [
    'a word of another field',
    { cron: '0 8 * mon *' },
    'the cron of "office" is "0 8 * mon *": its month is "mon"; it must be from 1 to 12, or JAN to DEC',
  ],
  [
    'a range backwards',
    { cron: '0 8 * * fri-sun' },
    'the cron of "office" is "0 8 * * fri-sun": its day of week is "fri-sun", which ends before it begins; write it as a list of two ranges',
  ],
  [
    'a step of nothing',
    { cron: '*/0 8 * * *' },
    'the cron of "office" is "*/0 8 * * *": its minute is "*/0"; a step must be from 1 to 60',
  ],
  [
    'a step without a range',
    { cron: '5/10 8 * * *' },
    'the cron of "office" is "5/10 8 * * *": its minute is "5/10"; a step needs a range before it, such as 0-59/10',
  ],
  [
    'an empty place in a list',
    { cron: '0,,30 8 * * *' },
    'the cron of "office" is "0,,30 8 * * *": its minute holds ""; it may hold *, numbers, ranges such as 0-59, steps such as */2, and lists of them',
  ],
  [
    'a day that never comes',
    { cron: '0 8 31 2 *' },
    'the cron of "office" is "0 8 31 2 *", which never comes: no month that it names has such a day; correct the day of month or the month',
  ],
  [
    'a mistyped time zone',
    { timezone: 'Europe/Berlni' },
    'the time zone "Europe/Berlni" is not known; did you mean "Europe/Berlin"?',
  ],
  [
    'an offset for a time zone',
    { timezone: '+01:00' },
    'spec.scaling.schedules[0].timezone is "+01:00"; it must be an IANA time zone such as Europe/Berlin',
  ],
  ['no time at all', { for: 0 }, 'the schedule "office" lasts 0 seconds; say for how long, such as 10h'],
  [
    'one that is always on',
    { cron: '0 8 * * *', for: '24h' },
    'the schedule "office" begins again before it ends, so it is always on; shorten it, or write its bounds as the group\'s size',
  ],
  [
    'bounds the wrong way round',
    { size: { min: 5, max: 3 } },
    'the schedule "office" has min "5", above its max "3"; min must be at most max',
  ],
  [
    'a minimum above the base maximum',
    { size: { min: 9 } },
    'the schedule "office" has min "9", above size.max "6"; give it a max of its own, 9 or more',
  ],
  [
    'a maximum below the base minimum',
    { size: { max: 1 } },
    'the schedule "office" has max "1", below size.min "2"; give it a min of its own, 1 or less',
  ],
])('%s is refused', (_, change, message) => expect(messages(change)).toEqual([message]));

test('two of a name are refused', () => {
  expect(messages({}, { cron: '0 20 * * *', for: '1h' })).toEqual([
    'the schedule "office" stands here for the second time; give each its own name',
  ]);
});

test('two that ask for opposite things are refused when they are ever on together', () => {
  const cap = { name: 'cap', cron: '0 17 * * *', timezone: 'UTC', for: '2h', size: { max: 3 } };
  expect(messages({}, cap)).toEqual([]);
  expect(messages({}, { ...cap, cron: '0 6 * * *', for: '1h' })).toEqual([
    'the schedule "office" asks for at least 4 while "cap" allows 3 at most; both are on Mon 2026-03-30 08:00 Europe/Berlin; keep them apart, or give "office" a max of its own',
  ]);
});

test('the line and the column of the mistake are told', () => {
  const text = `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web }
spec:
  size: { min: 2, max: 6 }
  server: { image: i, flavor: f, networks: [ n ] }
  scaling:
    schedules:
      - { name: office, cron: "0 8 31 2 *", for: 10h, size: { min: 4 } }
`;
  expect(problemsOf({ 'web.yaml': text })).toEqual([
    expect.stringMatching(/^web\.yaml:9:31: the cron of "office"/),
  ]);
});

test('more schedules than can be looked through are refused', () => {
  const many = Array.from({ length: 17 }, (_, index) => ({ name: `s${index}` }));
  expect(messages(...many)).toEqual([
    'spec.scaling.schedules has more than 16 entries; it may have 16 at most',
  ]);
});

test('a day that comes every fourth year is taken for what it is', () => {
  expect(messages({ cron: '0 0 29 2 *' })).toEqual([]);
});

test('a schedule in every form that the checks allow becomes part of the spec', () => {
  const { specs, problems } = parse({
    'web.yaml': spec({ cron: '*/15 8-17/2 1,15 JAN-DEC *', size: { min: 3, max: 8 } }),
  });
  expect(problems).toEqual([]);
  expect(specs).toMatchObject([
    { scaling: { schedules: [{ forSeconds: 36_000, timezone: 'Europe/Berlin', min: 3, max: 8 }] } },
  ]);
});
