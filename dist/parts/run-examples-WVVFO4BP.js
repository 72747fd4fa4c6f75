import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  FACTS
} from "./chunk-COCX5B6H.js";
import {
  guardrailFacts,
  judge,
  plain
} from "./chunk-TTM2RSXX.js";
import {
  MAX_STEPS,
  Meter,
  celInput
} from "./chunk-4BHWP6Y3.js";
import {
  compileGroup,
  planGroup
} from "./chunk-5M2OS46A.js";
import "./chunk-2UHDICIL.js";
import {
  NO_FACTS
} from "./chunk-KDWKVUYD.js";
import {
  DEFAULT_SETTINGS,
  parseSpecs
} from "./chunk-4TACJFKI.js";
import "./chunk-AS47YZ25.js";
import "./chunk-OXJXIIGC.js";
import "./chunk-VZ2NMEIK.js";
import "./chunk-SMCQXR7L.js";
import "./chunk-GCC67ZSS.js";
import "./chunk-4RXYHALH.js";
import {
  isJsonObject
} from "./chunk-CEEK6GEM.js";
import "./chunk-XXNMV6NK.js";
import "./chunk-WTYPQLUP.js";
import "./chunk-Q3CFLGCV.js";
import "./chunk-4IMYD34Z.js";
import "./chunk-MM7YW66Y.js";
import "./chunk-HE53SSY6.js";
import "./chunk-7VOHJOSG.js";

// src/core/guard/example-facts.ts
function exampleFacts(sample, example) {
  const shape = { properties: FACTS };
  return completed(over(sample, example, shape), shape);
}
function over(below, above, { properties }) {
  if (properties === void 0) return above;
  const entries = Object.entries(above).map(([key, value]) => {
    const given = Object.hasOwn(below, key) ? below[key] : void 0;
    const inner = (Object.hasOwn(properties, key) ? properties[key] : void 0) ?? {};
    return [key, isJsonObject(given) && isJsonObject(value) ? over(given, value, inner) : value];
  });
  return { ...below, ...Object.fromEntries(entries) };
}
function completed(value, { properties = {}, additionalProperties }) {
  const rest = typeof additionalProperties === "object" ? additionalProperties : {};
  const missing = Object.keys(properties).map((key) => [key, null]);
  const given = Object.entries(value).map(([key, item]) => [
    key,
    completedItem(item, (Object.hasOwn(properties, key) ? properties[key] : void 0) ?? rest)
  ]);
  return Object.fromEntries([...missing, ...given]);
}
function completedItem(value, shape) {
  if (isJsonObject(value)) return completed(value, shape);
  return Array.isArray(value) ? value.map((item) => completedItem(item, shape.items ?? {})) : value;
}

// src/core/guard/sample.ts
var SAMPLE = `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web, labels: { team: shop } }
spec:
  size: { min: 2, max: 6 }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ private-network ] }
`;
var NOW = "2026-01-01T00:00:00Z";
var made = null;
function sampleFacts() {
  made ??= make();
  return made;
}
function make() {
  const spec = sampleSpec();
  const { desired } = compileGroup(spec, { now: NOW, facts: NO_FACTS });
  const pair = { desired, observed: { presence: "absent", name: spec.name }, definitions: {} };
  return guardrailFacts({ spec, pair, group: planGroup(pair), settings: DEFAULT_SETTINGS, headRoom: null });
}
function sampleSpec() {
  const path = "scaling/web.yaml";
  const file = { path, state: "read", bytes: new TextEncoder().encode(SAMPLE) };
  const [spec] = parseSpecs([path], /* @__PURE__ */ new Map([[path, file]])).specs;
  if (spec?.kind !== "AutoScalingGroup") throw new Error("the sample of the guardrails is no valid spec");
  return spec;
}

// src/core/guard/run-examples.ts
function exampleFailures(guardrails) {
  if (guardrails.length === 0) return [];
  const sample = plain(sampleFacts());
  const problems = [];
  let left = MOST_STEPS;
  for (const guardrail of guardrails) {
    for (const example of guardrail.examples) {
      if (left <= 0) return [...problems, { ...example.source, message: NOT_RUN }];
      const meter = new Meter(Math.min(left, MAX_STEPS));
      const message = complaint(verdictOn(guardrail, example, sample, meter), example.passes, guardrail.name);
      left -= Math.min(left, MAX_STEPS) - Math.max(meter.left, 0);
      if (message !== null) problems.push({ ...example.source, message });
    }
  }
  return problems;
}
var MOST_STEPS = 5 * MAX_STEPS;
var NOT_RUN = "the examples from here on are not run: those before take too much work";
function verdictOn(guardrail, { facts }, sample, meter) {
  const { params, ...others } = facts;
  const entries = Object.entries(exampleFacts(sample, others)).map(([key, value]) => [key, celInput(value)]);
  const parameters = { ...guardrail.parameters, ...isJsonObject(params) ? params : {} };
  return judge({ ...guardrail, parameters }, Object.fromEntries(entries), meter);
}
function complaint(verdict, passes, name) {
  const example = `the ${passes ? "passing" : "failing"} example of ${name}`;
  switch (verdict.kind) {
    case "broken":
      return `${example} can't be decided: ${verdict.why}`;
    case "passes":
      return passes ? null : `${example} passes; the rule is true for it`;
    case "fails":
      return passes ? `${example} fails; the rule is false for it: ${verdict.message}` : null;
  }
}
export {
  exampleFailures
};
