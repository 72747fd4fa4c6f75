import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  FACTS
} from "./chunk-COCX5B6H.js";
import {
  readExpression,
  readMessage
} from "./chunk-4BHWP6Y3.js";
import {
  API_VERSION,
  documentAs,
  dotted,
  linesOf,
  readLoneFile,
  readSpecDocuments,
  scalarContent,
  schemaAt
} from "./chunk-OXJXIIGC.js";
import {
  hint,
  pointerTo,
  positionOf
} from "./chunk-4RXYHALH.js";
import {
  isJsonObject,
  own
} from "./chunk-CEEK6GEM.js";
import {
  list,
  quote
} from "./chunk-4IMYD34Z.js";
import "./chunk-MM7YW66Y.js";
import "./chunk-HE53SSY6.js";
import "./chunk-7VOHJOSG.js";

// src/generated/guardrail-packs.ts
var PACKS = {
  baseline: `# What every scaling group should keep: nothing here costs anything, and each rule has taken somebody's service down.
apiVersion: thermostat/v1
kind: Guardrail
metadata: { name: health-checked }
spec:
  description: >-
    The load balancer asks its servers whether they are well. (This looks at the monitor of Octavia. Who checks the members
    of an existing pool or of an HAProxy can't be seen from here.)
  severity: error
  match: { kinds: [ AutoScalingGroup ] }
  rule: |
    spec.loadBalancer == null || spec.loadBalancer.octavia == null || spec.loadBalancer.octavia.monitor != null
  message: the load balancer has no monitor, so it sends people to servers that don't answer; add loadBalancer.octavia.monitor
  at: spec.loadBalancer.octavia
  examples:
    passing:
      - { spec: { loadBalancer: null } }
      - { spec: { loadBalancer: { octavia: { monitor: { type: HTTP, path: /healthz } } } } }
      - { spec: { loadBalancer: { existingPool: { pool: shared } } } }
    failing:
      - { spec: { loadBalancer: { octavia: { monitor: null } } } }
---
apiVersion: thermostat/v1
kind: Guardrail
metadata: { name: dead-servers-replaced }
spec:
  description: Somebody looks for dead servers and replaces them; Heat and Aodh do neither, so a dead server counts as capacity for ever.
  severity: warn
  match: { kinds: [ AutoScalingGroup ] }
  rule: spec.health != null && spec.health.replace.perHour > 0
  message: 'a dead server stays in the group and is counted; add health, such as \`health: { checks: [ server ] }\`, and run health --heal by schedule'
  at: spec
  examples:
    passing:
      - { spec: { health: { checks: [ server ], graceSeconds: 300, replace: { maxUnavailable: 1, perHour: 4, brake: 0.5 } } } }
    failing:
      - { spec: { health: null } }
      - { spec: { health: { checks: [ server ], graceSeconds: 300, replace: { maxUnavailable: 1, perHour: 0, brake: 0.5 } } } }
---
apiVersion: thermostat/v1
kind: Guardrail
metadata: { name: max-within-reason }
spec:
  description: No group may grow without end; a mistyped max is found before an alarm finds it. All zones and schedules count.
  severity: error
  parameters: { most: 100 }
  rule: |
    spec == null
      ? after.groups.all(g, g.max == null || g.max <= params.most)
      : spec.size.highest * (spec.zones.size() == 0 ? 1 : spec.zones.size()) <= params.most
  message: >-
    the group may grow to {{ spec == null
      ? after.groups.filter(g, g.max != null).map(g, string(g.max)).join(" and ")
      : string(spec.size.highest * (spec.zones.size() == 0 ? 1 : spec.zones.size())) }} servers; {{ params.most }} are the most
  at: spec.size.max
  examples:
    passing:
      - { spec: { size: { highest: 100 } } }
      - { spec: { size: { highest: 50 }, zones: [ az1, az2 ] } }
      - { spec: null, after: { groups: [ { address: web, max: 12 }, { address: computed, max: null } ] } }
    failing:
      - { spec: { size: { highest: 101 } } }
      - { spec: { size: { highest: 50 }, zones: [ az1, az2, az3 ] } }
      - { spec: null, after: { groups: [ { address: web, max: 1000 } ] } }
---
apiVersion: thermostat/v1
kind: Guardrail
metadata: { name: range-within-reason }
spec:
  description: From min to max a group grows some times over, not a hundred times; scaling policies that fit one server fit no hundred.
  severity: warn
  match: { kinds: [ AutoScalingGroup ] }
  parameters: { times: 20 }
  rule: |
    spec.size.highest <= params.times * (spec.size.lowest < 1 ? 1 : spec.size.lowest)
  message: from {{ spec.size.lowest }} to {{ spec.size.highest }} servers is more than {{ params.times }} times as many
  at: spec.size
  examples:
    passing:
      - { spec: { size: { lowest: 2, highest: 40 } } }
      - { spec: { size: { lowest: 0, highest: 20 } } }
    failing:
      - { spec: { size: { lowest: 2, highest: 41 } } }
---
apiVersion: thermostat/v1
kind: Guardrail
metadata: { name: scales-in-slower }
spec:
  description: Servers go after a longer wait than they come, so that a short dip does not cost the next rise its servers.
  severity: error
  match: { kinds: [ AutoScalingGroup ] }
  rule: |
    alarms.filter(i, i.direction == "in" && i.windowSeconds > 0).all(i,
      alarms.filter(o, o.direction == "out").all(o, i.windowSeconds > o.windowSeconds))
  message: >-
    servers go after {{ alarms.filter(a, a.direction == "in").map(a, string(a.windowSeconds)).join(", ") }} seconds and come after
    {{ alarms.filter(a, a.direction == "out").map(a, string(a.windowSeconds)).join(", ") }}; give every alarm that takes servers away a
    longer \`for\`
  at: spec.scaling.policies
  examples:
    passing:
      - { alarms: [] }
      - alarms:
          - { policy: cpu-high, direction: out, windowSeconds: 600 }
          - { policy: cpu-low, direction: in, windowSeconds: 1800 }
      - { alarms: [ { policy: only-prometheus-knows, direction: in, windowSeconds: 0 } ] }
    failing:
      - alarms:
          - { policy: cpu-high, direction: out, windowSeconds: 600 }
          - { policy: cpu-low, direction: in, windowSeconds: 600 }
---
apiVersion: thermostat/v1
kind: Guardrail
metadata: { name: cooldown-outlasts-window }
spec:
  description: After a change an alarm waits until it sees the change, its window and the start of a server, before it acts again.
  severity: error
  match: { kinds: [ AutoScalingGroup ] }
  parameters: { bootSeconds: 180 }
  rule: |
    alarms.all(a, !a.repeat || a.windowSeconds == 0 ||
      a.cooldownSeconds >= a.windowSeconds + (a.direction == "out" ? params.bootSeconds : 0))
  message: >-
    too short a cooldown: {{ alarms.filter(a, a.repeat && a.cooldownSeconds < a.windowSeconds + (a.direction == "out" ? params.bootSeconds : 0))
    .map(a, a.policy + " waits " + string(a.cooldownSeconds) + " s and looks back " + string(a.windowSeconds) + " s").join("; ") }};
    it would act again and again on values from before its own change
  at: spec.scaling
  examples:
    passing:
      - { alarms: [ { policy: cpu-high, direction: out, repeat: true, windowSeconds: 600, cooldownSeconds: 780 } ] }
      - { alarms: [ { policy: cpu-low, direction: in, repeat: true, windowSeconds: 1800, cooldownSeconds: 1800 } ] }
      - { alarms: [ { policy: once, direction: out, repeat: false, windowSeconds: 600, cooldownSeconds: 60 } ] }
    failing:
      - { alarms: [ { policy: cpu-high, direction: out, repeat: true, windowSeconds: 600, cooldownSeconds: 600 } ] }
      - { alarms: [ { policy: cpu-low, direction: in, repeat: true, windowSeconds: 1800, cooldownSeconds: 60 } ] }
---
apiVersion: thermostat/v1
kind: Guardrail
metadata: { name: two-behind-a-balancer }
spec:
  description: Behind a load balancer at least two servers run at any hour, so that one may fail or be replaced.
  severity: error
  match: { kinds: [ AutoScalingGroup ] }
  parameters: { least: 2 }
  rule: |
    spec.loadBalancer == null ||
      spec.size.lowest * (spec.zones.size() == 0 ? 1 : spec.zones.size()) >= params.least
  message: behind the load balancer there may be {{ spec.size.lowest }} server(s); {{ params.least }} are the least, at any hour of its schedules
  at: spec.size.min
  examples:
    passing:
      - { spec: { loadBalancer: null, size: { lowest: 0 } } }
      - { spec: { loadBalancer: { octavia: {} }, size: { lowest: 2 } } }
      - { spec: { loadBalancer: { octavia: {} }, size: { lowest: 1 }, zones: [ az1, az2 ] } }
    failing:
      - { spec: { loadBalancer: { octavia: {} }, size: { lowest: 1 } } }
      - { spec: { loadBalancer: { haproxy: {} }, size: { lowest: 0 } } }
---
apiVersion: thermostat/v1
kind: Guardrail
metadata: { name: servers-apart }
spec:
  description: Servers of one group do not stand on one host, which would take them all along; zones, or a server group with anti-affinity.
  severity: warn
  match: { kinds: [ AutoScalingGroup ] }
  rule: |
    spec.size.highest < 2 || spec.zones.size() > 1 || (spec.server.serverGroup != null &&
      (spec.server.serverGroup.existing != null || spec.server.serverGroup.policy in ["anti-affinity", "soft-anti-affinity"]))
  message: nothing keeps its servers on different hosts; add server.serverGroup with soft-anti-affinity, or zones
  at: spec.server
  examples:
    passing:
      - { spec: { size: { highest: 1 } } }
      - { spec: { zones: [ az1, az2 ] } }
      - { spec: { server: { serverGroup: { policy: soft-anti-affinity } } } }
      - { spec: { server: { serverGroup: { existing: web-apart } } } }
    failing:
      - { spec: { server: { serverGroup: null } } }
      - { spec: { server: { serverGroup: { policy: affinity } } } }
---
apiVersion: thermostat/v1
kind: Guardrail
metadata: { name: image-stays }
spec:
  description: >-
    The image's name means the same image tomorrow. Behind a name such as ubuntu-latest it changes without a pull request: servers that an alarm
    adds differ from those that run.
  severity: error
  parameters: { moving: "(^|[^a-z0-9])(latest|current|newest|daily|nightly|rolling|edge)([^a-z0-9]|$)" }
  rule: after.groups.all(g, g.servers.all(s, s.image == null || !s.image.lowerAscii().matches(params.moving)))
  message: >-
    the image {{ after.groups.map(g, g.servers.filter(s, s.image != null && s.image.lowerAscii().matches(params.moving)).map(s, s.image).join(", "))
    .filter(names, names != "").join(", ") }} can be another one tomorrow; name one that stays
  at: spec.server.image
  examples:
    passing:
      - { after: { groups: [ { servers: [ { image: ubuntu-20.04 } ] } ] } }
      - { after: { groups: [ { servers: [ { image: null } ] } ] } }
      - { after: { groups: [ { servers: [ { image: edgeware-3 } ] } ] } }
    failing:
      - { after: { groups: [ { servers: [ { image: Ubuntu-Latest } ] } ] } }
      - { after: { groups: [ { servers: [ { image: web_nightly } ] } ] } }
`,
  production: '# For what people depend on: nothing goes by accident, and nothing changes all at once.\napiVersion: thermostat/v1\nkind: Guardrail\nmetadata: { name: protected }\nspec:\n  description: The spec protects its stack, so that deleting it takes two pull requests.\n  severity: error\n  match: { kinds: [ AutoScalingGroup, HeatStack ] }\n  rule: group.protect\n  message: "{{ group.name }} is not protected; write metadata.protect: true"\n  at: metadata\n  examples:\n    passing:\n      - { group: { protect: true } }\n    failing:\n      - { group: { protect: false } }\n---\napiVersion: thermostat/v1\nkind: Guardrail\nmetadata: { name: few-at-once }\nspec:\n  description: A batch of a rollout takes at most this share of the servers that run; a single server may always go.\n  severity: error\n  parameters: { percent: 25 }\n  rule: |\n    plan.scalingGroups.all(g, g.batches.all(b,\n      b.servers.size() <= 1 || b.servers.size() * 100 <= params.percent * g.size.current))\n  message: >-\n    batches of {{ plan.scalingGroups.map(g, g.batches.map(b, string(b.servers.size())).join(", ")).filter(text, text != "").join(", ") }} servers\n    of {{ plan.size.current }} are more than {{ params.percent }} % at once; lower rollout.maxBatch\n  at: spec.rollout.maxBatch\n  examples:\n    passing:\n      - { plan: { scalingGroups: [] } }\n      - { plan: { scalingGroups: [ { size: { current: 8 }, batches: [ { servers: [ web-1, web-2 ] }, { servers: [ web-3 ] } ] } ] } }\n      - { plan: { scalingGroups: [ { size: { current: 2 }, batches: [ { servers: [ web-1 ] }, { servers: [ web-2 ] } ] } ] } }\n    failing:\n      - { plan: { scalingGroups: [ { size: { current: 4 }, batches: [ { servers: [ web-1, web-2 ] }, { servers: [ web-3, web-4 ] } ] } ] } }\n---\napiVersion: thermostat/v1\nkind: Guardrail\nmetadata: { name: replaced-in-batches }\nspec:\n  description: Servers are replaced batch by batch, never all in one go without a rollout.\n  severity: error\n  rule: |\n    plan.scalingGroups.all(g, g.batches.size() > 0 || g.members.filter(m, m.fate == "replace").size() <= 1)\n  message: "{{ plan.servers.replace }} servers would be replaced at once, with no batches; give the group a rollout"\n  at: spec.rollout\n  examples:\n    passing:\n      - { plan: { scalingGroups: [ { batches: [], members: [ { fate: replace }, { fate: keep } ] } ] } }\n      - { plan: { scalingGroups: [ { batches: [ { servers: [ web-1 ] } ], members: [ { fate: replace }, { fate: replace } ] } ] } }\n    failing:\n      - { plan: { servers: { replace: 2 }, scalingGroups: [ { batches: [], members: [ { fate: replace }, { fate: replace } ] } ] } }\n---\napiVersion: thermostat/v1\nkind: Guardrail\nmetadata: { name: keeps-running-servers }\nspec:\n  description: A change of the bounds takes no server away that runs; the alarms do that when there is little to do.\n  severity: error\n  rule: plan.servers.delete == 0\n  message: "{{ plan.servers.delete }} of {{ plan.size.current }} running servers would go; lower the size when fewer run, or ask for a waiver"\n  at: spec.size.max\n  examples:\n    passing:\n      - { plan: { servers: { delete: 0 } } }\n    failing:\n      - { plan: { servers: { delete: 1 }, size: { current: 5 } } }\n---\napiVersion: thermostat/v1\nkind: Guardrail\nmetadata: { name: waits-until-ready }\nspec:\n  description: A new server counts after its own word, so that a rollout stops at the first one that does not come up.\n  severity: warn\n  match: { kinds: [ AutoScalingGroup ] }\n  rule: spec.rollout.ready != null\n  message: a rollout goes on as soon as Nova says ACTIVE, whether the service answers or not; add rollout.ready\n  at: spec.rollout\n  examples:\n    passing:\n      - { spec: { rollout: { ready: { timeoutSeconds: 600 } } } }\n    failing:\n      - { spec: { rollout: { ready: null } } }\n---\napiVersion: thermostat/v1\nkind: Guardrail\nmetadata: { name: freeze-windows-set }\nspec:\n  description: The settings have at least one freeze window for this group, such as the weekend.\n  severity: warn\n  rule: settings.freezeWindows > 0\n  message: no freeze window speaks of {{ group.name }}, so it may change at any hour; add freeze.windows to .thermostat.yaml\n  examples:\n    passing:\n      - { settings: { freezeWindows: 1 } }\n    failing:\n      - { settings: { freezeWindows: 0 } }\n---\napiVersion: thermostat/v1\nkind: Guardrail\nmetadata: { name: budget-set }\nspec:\n  description: The group says what it may cost a month; the price list holds it to that.\n  severity: warn\n  match: { kinds: [ AutoScalingGroup ] }\n  rule: spec.budget != null\n  message: "no budget, so nothing refuses what becomes expensive; add spec.budget.monthly"\n  at: spec\n  examples:\n    passing:\n      - { spec: { budget: { monthly: 400 } } }\n    failing:\n      - { spec: { budget: null } }\n',
  cost: '# What drives the bill: sizes, flavors and volumes; and the bill itself where a price list is named (prices in .thermostat.yaml).\napiVersion: thermostat/v1\nkind: Guardrail\nmetadata: { name: servers-at-most }\nspec:\n  description: So many servers one group may have at most, all zones and schedules counted.\n  severity: error\n  match: { kinds: [ AutoScalingGroup ] }\n  parameters: { most: 50 }\n  rule: |\n    spec.size.highest * (spec.zones.size() == 0 ? 1 : spec.zones.size()) <= params.most\n  message: >-\n    up to {{ spec.size.highest * (spec.zones.size() == 0 ? 1 : spec.zones.size()) }} servers of flavor {{ spec.server.flavor }}; {{ params.most }} are the most\n  at: spec.size.max\n  examples:\n    passing:\n      - { spec: { size: { highest: 50 } } }\n    failing:\n      - { spec: { size: { highest: 51 } } }\n      - { spec: { size: { highest: 26 }, zones: [ az1, az2 ] } }\n---\napiVersion: thermostat/v1\nkind: Guardrail\nmetadata: { name: flavor-on-the-list }\nspec:\n  description: Only flavors of the list are used; an empty list allows every flavor.\n  severity: error\n  parameters: { flavors: [] }\n  rule: |\n    params.flavors.size() == 0 ||\n      after.groups.all(g, g.servers.all(s, s.flavor == null || s.flavor in params.flavors))\n  message: >-\n    the flavor {{ after.groups.map(g, g.servers.filter(s, s.flavor != null && !(s.flavor in params.flavors)).map(s, s.flavor).join(", "))\n    .filter(names, names != "").join(", ") }} is none of {{ params.flavors }}\n  at: spec.server.flavor\n  examples:\n    passing:\n      - { params: { flavors: [] } }\n      - { params: { flavors: [ m1.small ] }, after: { groups: [ { servers: [ { flavor: m1.small } ] } ] } }\n    failing:\n      - { params: { flavors: [ m1.small ] }, after: { groups: [ { servers: [ { flavor: m1.xlarge } ] } ] } }\n---\napiVersion: thermostat/v1\nkind: Guardrail\nmetadata: { name: boot-volume-size }\nspec:\n  description: The boot volume of each server is no larger than this.\n  severity: error\n  match: { kinds: [ AutoScalingGroup ] }\n  parameters: { mostGiB: 100 }\n  rule: spec.server.bootVolume == null || spec.server.bootVolume.sizeGiB <= params.mostGiB\n  message: each server gets a volume of {{ spec.server.bootVolume.sizeGiB }} GiB, {{ spec.server.bootVolume.sizeGiB * spec.size.highest }} GiB at most; {{ params.mostGiB }} GiB a server are the most\n  at: spec.server.bootVolume\n  examples:\n    passing:\n      - { spec: { server: { bootVolume: null } } }\n      - { spec: { server: { bootVolume: { sizeGiB: 100 } } } }\n    failing:\n      - { spec: { server: { bootVolume: { sizeGiB: 500 } } } }\n---\napiVersion: thermostat/v1\nkind: Guardrail\nmetadata: { name: volumes-go-with-servers }\nspec:\n  description: A server takes its boot volume along when it goes; volumes that stay are paid for ever.\n  severity: warn\n  match: { kinds: [ AutoScalingGroup ] }\n  rule: spec.server.bootVolume == null || !spec.server.bootVolume.keep\n  message: "every server that goes leaves its volume of {{ spec.server.bootVolume.sizeGiB }} GiB behind (bootVolume.keep: true)"\n  at: spec.server.bootVolume\n  examples:\n    passing:\n      - { spec: { server: { bootVolume: { sizeGiB: 20, keep: false } } } }\n    failing:\n      - { spec: { server: { bootVolume: { sizeGiB: 20, keep: true } } } }\n---\napiVersion: thermostat/v1\nkind: Guardrail\nmetadata: { name: no-floating-ip-each }\nspec:\n  description: Servers that a load balancer stands in front of need no floating IP of their own.\n  severity: warn\n  match: { kinds: [ AutoScalingGroup ] }\n  rule: spec.loadBalancer == null || spec.server.floatingIpNetwork == null\n  message: each of up to {{ spec.size.highest }} servers takes a floating IP of {{ spec.server.floatingIpNetwork }}, though a load balancer stands in front\n  at: spec.server\n  examples:\n    passing:\n      - { spec: { loadBalancer: null, server: { floatingIpNetwork: public } } }\n      - { spec: { loadBalancer: { octavia: {} }, server: { floatingIpNetwork: null } } }\n    failing:\n      - { spec: { loadBalancer: { octavia: {} }, server: { floatingIpNetwork: public } } }\n---\napiVersion: thermostat/v1\nkind: Guardrail\nmetadata: { name: somebody-pays }\nspec:\n  description: The group carries the label that costs are added up by.\n  severity: warn\n  match: { kinds: [ AutoScalingGroup, HeatStack ] }\n  parameters: { label: team }\n  rule: params.label in group.labels\n  message: "no label {{ params.label }}, so nobody knows whose costs these are; add metadata.labels.{{ params.label }}"\n  at: metadata\n  examples:\n    passing:\n      - { group: { labels: { team: shop } } }\n    failing:\n      - { group: { labels: {} } }\n---\napiVersion: thermostat/v1\nkind: Guardrail\nmetadata: { name: monthly-at-most }\nspec:\n  description: At its largest a group costs so much a month at most, in the currency of the price list.\n  severity: error\n  parameters: { most: 10000 }\n  rule: cost == null || cost.monthly.after.max == null || cost.monthly.after.max <= double(params.most)\n  message: at its largest it costs {{ cost.monthly.after.max }} {{ cost.currency }} a month; {{ params.most }} are the most\n  at: spec.size.max\n  examples:\n    passing:\n      - { cost: null }\n      - { cost: { currency: EUR, monthly: { after: { max: 9999.5 } } } }\n      - { cost: { currency: EUR, monthly: { after: { max: null } } } }\n    failing:\n      - { cost: { currency: EUR, monthly: { after: { max: 10000.5 } } } }\n---\napiVersion: thermostat/v1\nkind: Guardrail\nmetadata: { name: prices-known }\nspec:\n  description: The price list knows every price of the group; without it its cost is unknown.\n  severity: warn\n  rule: cost == null || cost.unknown.size() == 0\n  message: "the price list has no price for {{ cost.unknown }}"\n  at: spec.server.flavor\n  examples:\n    passing:\n      - { cost: null }\n      - { cost: { unknown: [] } }\n    failing:\n      - { cost: { unknown: [ flavor m1.huge ] } }\n'
};

// src/core/guard/example-problems.ts
function exampleProblems(examples, known, { yaml }) {
  const counts = { passing: 0, failing: 0 };
  return examples.flatMap(({ passes, facts }) => {
    const kind = passes ? "passing" : "failing";
    const pointer = `/spec/examples/${kind}/${counts[kind]++}`;
    return strangers(facts, { properties: known }, pointer).map((one) => ({
      ...yaml.keys.get(one.pointer) ?? positionOf(yaml, one.pointer),
      message: one.message
    }));
  });
}
function strangers(value, shape, pointer) {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => strangers(item, shape.items ?? {}, pointerTo(pointer, index)));
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const inner = pointerTo(pointer, key);
    if (shape.properties === void 0 || Object.hasOwn(shape.properties, key)) {
      const below = shape.properties?.[key] ?? shape.additionalProperties;
      return strangers(item, typeof below === "object" ? below : {}, inner);
    }
    const names = Object.keys(shape.properties);
    const message = `${quote(key)} is no fact in ${dotted(pointer)}${hint(key, names, `there are ${list(names)}`)}`;
    return [{ pointer: inner, message }];
  });
}

// src/core/guard/guardrail-text.ts
function placeIn(text, start, file) {
  const lines = linesOf(file);
  const written = (lines[start.line - 1] ?? "").slice(start.column - 1);
  const quote2 = /^['"]/.test(written) ? 1 : 0;
  if (written.slice(quote2).startsWith(text)) {
    return (_, column) => ({ ...start, column: start.column + quote2 + column - 1 });
  }
  return scalarContent(text, start, lines).at;
}

// src/core/guard/guardrail-document.ts
function buildGuardrail(document, text, prefix) {
  const { raw, problems } = documentAs(document, "Guardrail");
  if (raw === null) return { guardrail: null, problems };
  const guardrail = plainGuardrail(raw, document, prefix);
  const known = { ...FACTS, params: { properties: shapes(guardrail.parameters) } };
  const rule = readExpression(guardrail.rule, known);
  const message = readMessage(guardrail.message, known);
  const wrong = [
    ...parameterProblems(guardrail.parameters, document),
    ...placed(rule, { document, text, key: "rule" }),
    ...placed(message, { document, text, key: "message" }),
    ...blameProblems(guardrail, document),
    ...exampleProblems(guardrail.examples, known, document)
  ];
  if (wrong.length > 0 || !rule.ok || !message.ok) return { guardrail: null, problems: wrong };
  const ready = { rule: rule.expression, message: message.message };
  return { guardrail: { ...guardrail, ready }, problems: [] };
}
function plainGuardrail(raw, { yaml }, prefix) {
  const { description, severity, match, parameters, rule, message, at, help, examples } = raw.spec;
  const example = (kind) => examples[kind].map(
    (facts, index) => ({
      passes: kind === "passing",
      facts: isJsonObject(facts) ? facts : {},
      source: positionOf(yaml, `/spec/examples/${kind}/${index}`)
    })
  );
  return {
    name: prefix + raw.metadata.name,
    description: description ?? "",
    severity,
    match: {
      names: match?.names ?? [],
      labels: match?.labels ?? {},
      kinds: match?.kinds ?? [],
      actions: match?.actions ?? ["create", "update", "replace"]
    },
    parameters: isJsonObject(parameters) ? parameters : {},
    rule,
    message,
    at: at === void 0 ? "" : `/${at.replaceAll(".", "/")}`,
    help: help ?? null,
    examples: [...example("passing"), ...example("failing")],
    source: yaml.start
  };
}
function shapes(parameters) {
  return Object.fromEntries(Object.keys(parameters).map((name) => [name, {}]));
}
function parameterProblems(parameters, { yaml }) {
  return Object.entries(parameters).flatMap(([name, value]) => {
    const place = positionOf(yaml, `/spec/parameters/${name}`);
    if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(name)) {
      return [
        {
          ...place,
          message: `the parameter ${quote(name)} needs a name of letters and digits, such as atMost`
        }
      ];
    }
    if (isSimple(value)) return [];
    const message = `the parameter ${quote(name)} must be a number, a text, true, false, or a list of them`;
    return [{ ...place, message }];
  });
}
function isSimple(value) {
  if (Array.isArray(value)) return value.every((item) => isSimple(item) && !Array.isArray(item));
  return value !== null && typeof value !== "object";
}
function placed(read, { document, text, key }) {
  const start = positionOf(document.yaml, `/spec/${key}`);
  const scalar = textOf(document, key);
  const at = key === "rule" ? placeIn(scalar, start, text) : () => start;
  return (read.mistakes ?? []).map(({ line, column, message }) => ({
    ...at(line, column),
    message: `spec.${key} can't be read: ${message}`
  }));
}
function textOf({ value }, key) {
  const spec = value["spec"];
  const text = isJsonObject(spec) ? spec[key] : "";
  return typeof text === "string" ? text : "";
}
function blameProblems({ at }, { yaml }) {
  if (at === "" || Object.keys(schemaAt("AutoScalingGroup", at)).length > 0) return [];
  const message = `spec.at is ${quote(at.slice(1).replaceAll("/", "."))}; a spec has no such key, see docs/spec.md`;
  return [{ ...positionOf(yaml, "/spec/at"), message }];
}

// src/core/guard/parse-guardrails.ts
var MAX_GUARDRAILS = 300;
function parseGuardrails(files) {
  const parsed = files.map(parseFile);
  const guardrails = parsed.flatMap((one) => one.guardrails);
  const problems = [...parsed.flatMap((one) => one.problems), ...twice(guardrails)];
  const [tooMany] = guardrails.slice(MAX_GUARDRAILS);
  if (tooMany) {
    const message = `this is guardrail ${MAX_GUARDRAILS + 1}; ${MAX_GUARDRAILS} are the most, put some together or remove some`;
    return { guardrails: [], problems: [{ ...tooMany.source, message }] };
  }
  return { guardrails, problems };
}
function packGuardrails(pack) {
  const ready = READY_PACKS.get(pack) ?? readPack(pack);
  READY_PACKS.set(pack, ready);
  return ready;
}
var READY_PACKS = /* @__PURE__ */ new Map();
function readPack(pack) {
  const text = own(PACKS, pack) ?? "";
  const file = { text, ...readSpecDocuments(`policies/${pack}.yaml`, text) };
  const { guardrails, problems } = guardrailsOf(file, `${pack}/`);
  const [problem] = problems;
  if (problem) throw new Error(`the pack "${pack}" is broken at line ${problem.line}: ${problem.message}`);
  return guardrails;
}
function parseFile(file) {
  return guardrailsOf(readLoneFile(file, STRANGER), "");
}
function guardrailsOf({ documents, problems, text }, prefix) {
  const built = documents.map(
    (document) => document.kind === "Guardrail" ? buildGuardrail(document, text, prefix) : { guardrail: null, problems: [{ ...document.yaml.start, message: strangeKind(document.kind) }] }
  );
  return {
    guardrails: built.flatMap(({ guardrail }) => guardrail ?? []),
    problems: [...problems, ...built.flatMap((one) => one.problems)]
  };
}
var READ_AS = "files in policies/ are read as guardrails; guardrails.files in .thermostat.yaml names others";
var STRANGER = `this is no guardrail, which begins with apiVersion: ${API_VERSION}; ${READ_AS}`;
function strangeKind(kind) {
  return `a document of kind ${quote(kind)} stands here, and no guardrail; ${READ_AS}`;
}
function twice(guardrails) {
  const first = /* @__PURE__ */ new Map();
  return guardrails.flatMap((guardrail) => {
    const { name, source } = guardrail;
    const before = first.get(name);
    if (before === void 0) {
      first.set(name, guardrail);
      return [];
    }
    const message = `a guardrail ${quote(name)} stands in ${before.source.file}:${before.source.line} already; give each its own name`;
    return [{ ...source, message }];
  });
}
export {
  packGuardrails,
  parseGuardrails
};
