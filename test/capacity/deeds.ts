/** Specs and deeds at random for the walk: what is changed, who signals, what breaks, who heals. */
import fc from 'fast-check';

export interface Settings {
  readonly min: number;
  readonly span: number;
  readonly image: string;
  readonly flavor: string;
  readonly maxBatch: number;
  readonly minInService: number;
  readonly imageChange: string;
  readonly flavorChange: string;
  /** With a drain, each member is a nested stack. */
  readonly drain: string;
  /** At night the group may have so many more. */
  readonly night: number;
  /** None: one group that may be in any zone. */
  readonly zones: readonly string[];
  /** Of `health.replace`; 0 = nobody asks for healing. */
  readonly maxUnavailable: number;
}

export type Deed =
  /** Beforehand somebody marks so many members unhealthy by hand. */
  | { readonly kind: 'change'; readonly to: Settings; readonly marked: number }
  | { readonly kind: 'signal'; readonly direction: 'out' | 'in'; readonly times: number }
  | { readonly kind: 'hour' }
  | { readonly kind: 'hurt'; readonly how: 'stop' | 'error' | 'delete'; readonly servers: number }
  /** Killed: after it marked the sick, before it had them replaced. */
  | { readonly kind: 'heal'; readonly killed: boolean }
  /** The next builds end in ERROR; Heat gives up after six of one server. */
  | { readonly kind: 'builds fail'; readonly times: number };

const settings: fc.Arbitrary<Settings> = fc.record({
  min: fc.integer({ min: 1, max: 3 }),
  span: fc.integer({ min: 0, max: 4 }),
  image: fc.constantFrom('ubuntu-20.04', 'ubuntu-22.04'),
  flavor: fc.constantFrom('m1.small', 'm1.large'),
  maxBatch: fc.integer({ min: 1, max: 3 }),
  minInService: fc.integer({ min: 0, max: 3 }),
  imageChange: fc.constantFrom('replace', 'rebuild'),
  flavorChange: fc.constantFrom('replace', 'resize'),
  drain: fc.constantFrom('0s', '3s'),
  night: fc.integer({ min: 0, max: 2 }),
  zones: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant(['nova-b']) },
    { weight: 1, arbitrary: fc.constant(['nova', 'nova-b']) },
  ),
  maxUnavailable: fc.integer({ min: 0, max: 3 }),
});

const deed: fc.Arbitrary<readonly Deed[]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(changeWith(fc.constant(0))) },
  { weight: 1, arbitrary: fc.tuple(changeWith(fc.integer({ min: 1, max: 4 }))) },
  { weight: 3, arbitrary: fc.tuple(signal()) },
  { weight: 2, arbitrary: fc.constant([{ kind: 'hour' as const }]) },
  { weight: 1, arbitrary: fc.tuple(failure()) },
  { weight: 3, arbitrary: fc.tuple(hurt(), heal()) },
  // an alarm comes between, and a run that was killed is followed by whatever comes
  { weight: 1, arbitrary: fc.tuple(hurt(), heal(), signal()) },
);

export const walks: fc.Arbitrary<readonly Deed[]> = fc
  .tuple(changeWith(fc.constant(0)), fc.array(deed, { minLength: 3, maxLength: 7 }))
  .map(([first, deeds]) => [first, ...deeds.flat()]);

function changeWith(marked: fc.Arbitrary<number>): fc.Arbitrary<Deed> {
  return fc.record({ kind: fc.constant('change' as const), to: settings, marked });
}

function signal(): fc.Arbitrary<Deed> {
  return fc.record({
    kind: fc.constant('signal' as const),
    direction: fc.constantFrom('out' as const, 'in' as const),
    times: fc.integer({ min: 1, max: 5 }),
  });
}

function failure(): fc.Arbitrary<Deed> {
  return fc.record({ kind: fc.constant('builds fail' as const), times: fc.integer({ min: 1, max: 8 }) });
}

function hurt(): fc.Arbitrary<Deed> {
  return fc.record({
    kind: fc.constant('hurt' as const),
    how: fc.constantFrom('stop' as const, 'error' as const, 'delete' as const),
    servers: fc.integer({ min: 1, max: 3 }),
  });
}

function heal(): fc.Arbitrary<Deed> {
  const killed = fc.oneof(
    { weight: 3, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  );
  return fc.record({ kind: fc.constant('heal' as const), killed });
}

export const yaml = (one: Settings): string => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web }
spec:
  size: { min: ${one.min}, max: ${one.min + one.span}, initial: ${one.min + one.span} }
  server: { image: ${one.image}, flavor: ${one.flavor}, networks: [ private-network ] }
  scaling:
    cooldown: 1s
    policies: [ { name: out, add: 1 }, { name: in, remove: 1 } ]
    schedules: [ { name: night, cron: "0 */2 * * *", timezone: UTC, for: 1h, size: { max: ${one.min + one.span + one.night} } } ]
  rollout: { maxBatch: ${one.maxBatch}, minInService: ${Math.min(one.minInService, Math.max(0, one.min - one.maxBatch))}, imageChange: ${one.imageChange}, flavorChange: ${one.flavorChange}, drain: ${one.drain} }
${one.zones.length === 0 ? '' : `  zones: [ ${one.zones.join(', ')} ]\n`}${one.maxUnavailable === 0 ? '' : `  health: { checks: [ server ], replace: { maxUnavailable: ${one.maxUnavailable}, perHour: 100, brake: 90% } }\n`}`;
