import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  sameValue
} from "./chunk-GCC67ZSS.js";
import {
  readHeatDocument
} from "./chunk-4RXYHALH.js";
import {
  isJsonObject,
  own
} from "./chunk-CEEK6GEM.js";

// src/core/schedule/widest-bounds.ts
function widestBounds({ size, scaling: { schedules } }) {
  return {
    min: Math.min(size.min, ...schedules.map(({ min }) => min ?? size.min)),
    max: Math.max(size.max, ...schedules.map(({ max }) => max ?? size.max))
  };
}

// src/core/heat/group-types.ts
function groupType(type) {
  return own(GROUP_TYPES, type);
}
var GROUP_TYPES = {
  // heat/engine/resources/openstack/heat/autoscaling_group.py
  "OS::Heat::AutoScalingGroup": {
    min: "min_size",
    max: "max_size",
    desired: "desired_capacity",
    own: ["health_check"],
    member: { kind: "inline", property: "resource" }
  },
  // heat/engine/resources/aws/autoscaling/autoscaling_group.py
  "AWS::AutoScaling::AutoScalingGroup": {
    min: "MinSize",
    max: "MaxSize",
    desired: "DesiredCapacity",
    // in its schema, but refused: "Property HealthCheckGracePeriod not implemented yet" (measured)
    own: ["health_check", "HealthCheckType", "HealthCheckGracePeriod"],
    member: { kind: "launch-configuration", property: "LaunchConfigurationName" }
  }
};

// src/core/heat/nested-file.ts
function nestedFile(type, files, { resource_registry }) {
  if (Object.hasOwn(files, type)) return type;
  const mapped = Object.hasOwn(resource_registry, type) ? resource_registry[type] : void 0;
  return typeof mapped === "string" && Object.hasOwn(files, mapped) ? mapped : null;
}

// src/core/heat/parameters.ts
function effectiveParameters(declared, environment) {
  const values = {};
  for (const [name, declaration] of Object.entries(declared)) {
    const value = own(environment.parameters, name) ?? own(environment.parameter_defaults, name) ?? declaration["default"] ?? declaration["Default"];
    if (value !== void 0) values[name] = typed(value, declaration["type"] ?? declaration["Type"]);
  }
  return values;
}
function typed(value, type) {
  if (typeof value !== "string" || typeof type !== "string") return value;
  return READINGS.get(type.toLowerCase().replaceAll("_", ""))?.(value) ?? value;
}
var READINGS = /* @__PURE__ */ new Map([
  // CommaDelimitedListParam.parse: nothing between no commas is no item
  ["commadelimitedlist", (text) => text === "" ? [] : text.split(",").map((item) => item.trim())],
  ["json", parsedJson],
  ["boolean", parsedTruth]
]);
var TRUE = ["1", "t", "true", "on", "y", "yes"];
var FALSE = ["0", "f", "false", "off", "n", "no"];
function parsedTruth(text) {
  const word = text.toLowerCase();
  if (TRUE.includes(word)) return true;
  return FALSE.includes(word) ? false : text;
}
function parsedJson(text) {
  if (text === "") return {};
  try {
    const value = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
function hiddenParameters(declared) {
  return new Set(
    Object.entries(declared).filter(([, declaration]) => isTrue(declaration["hidden"]) || isTrue(declaration["NoEcho"])).map(([name]) => name)
  );
}
function isTrue(value) {
  return value === true || typeof value === "string" && value.toLowerCase() === "true";
}

// src/core/heat/resolve.ts
function resolve(value, scope) {
  if (Array.isArray(value))
    return value.map((item) => resolve(item, scope)).filter((item) => item !== OMITTED);
  if (!isJsonObject(value)) return value;
  const call = intrinsic(value);
  if (call) return call.evaluate(call.argument, scope) ?? value;
  const entries = Object.entries(value).map(([key, item]) => [key, resolve(item, scope)]);
  return Object.fromEntries(entries.filter(([, item]) => item !== OMITTED));
}
function isUnresolved(value) {
  if (Array.isArray(value)) return value.some(isUnresolved);
  if (!isJsonObject(value)) return false;
  return isIntrinsic(value) || Object.values(value).some(isUnresolved);
}
function referencedResources(value) {
  const names = /* @__PURE__ */ new Set();
  collectReferences(value, names);
  return names;
}
var OMITTED = Object.freeze({ "thermostat:omitted": true });
var INTRINSICS = {
  get_param: getParameter,
  Ref: (argument, scope) => getParameter(argument, scope) ?? getResource(argument, scope),
  get_resource: getResource,
  get_file: (argument, scope) => typeof argument === "string" ? own(scope.files, argument) : void 0,
  if: chooseBranch,
  "Fn::If": chooseBranch,
  "Fn::FindInMap": findInMap,
  list_join: (argument, scope) => join("list_join", argument, scope),
  "Fn::Join": (argument, scope) => join("Fn::Join", argument, scope)
};
var OPAQUE = /* @__PURE__ */ new Set([
  "get_attr",
  "str_replace",
  "str_replace_strict",
  "str_replace_vstrict",
  "str_split",
  "digest",
  "repeat",
  "resource_facade",
  "map_merge",
  "map_replace",
  "yaql",
  "contains",
  "list_concat",
  "list_concat_unique",
  "filter",
  "make_url",
  "Fn::GetAtt",
  "Fn::Select",
  "Fn::Split",
  "Fn::Replace",
  "Fn::Base64",
  "Fn::GetAZs",
  "Fn::MemberListToMap",
  "Fn::ResourceFacade"
]);
function intrinsic(value) {
  const [name, ...others] = Object.keys(value);
  if (name === void 0 || others.length > 0) return null;
  const argument = value[name] ?? null;
  const evaluate = own(INTRINSICS, name);
  if (evaluate) return { argument, evaluate };
  if (OPAQUE.has(name)) return { argument, evaluate: (inner, scope) => ({ [name]: resolve(inner, scope) }) };
  return null;
}
function isIntrinsic(value) {
  const [name, ...others] = Object.keys(value);
  return name !== void 0 && others.length === 0 && (Object.hasOwn(INTRINSICS, name) || OPAQUE.has(name));
}
function getParameter(argument, scope) {
  const [name, ...path] = Array.isArray(argument) ? argument : [argument];
  if (typeof name !== "string") return void 0;
  return path.reduce(
    (value, key) => value === void 0 ? void 0 : step(value, resolve(key, scope)),
    own(scope.parameters, name)
  );
}
function step(value, key) {
  if (Array.isArray(value)) return value[Number(key)];
  return isJsonObject(value) ? own(value, String(key)) : void 0;
}
function getResource(argument, scope) {
  return typeof argument === "string" ? own(scope.resourceIds, argument) : void 0;
}
function findInMap(argument, scope) {
  const path = Array.isArray(argument) ? argument.map((part) => resolve(part, scope)) : [];
  const found = path.some(isUnresolved) ? void 0 : path.reduce(
    (value, key) => value === void 0 ? void 0 : step(value, key),
    scope.mappings
  );
  return found ?? { "Fn::FindInMap": path };
}
function join(name, argument, scope) {
  const resolved = resolve(argument, scope);
  const [delimiter, ...lists] = Array.isArray(resolved) ? resolved : [];
  const isKnown = typeof delimiter === "string" && lists.length > 0 && lists.every(isTexts);
  return isKnown ? lists.flat().join(delimiter) : { [name]: resolved };
}
function isTexts(list) {
  return Array.isArray(list) && list.every((item) => typeof item === "string" || typeof item === "number");
}
function chooseBranch(argument, scope) {
  if (!Array.isArray(argument) || argument.length < 2) return void 0;
  const truth = evaluateCondition(argument[0] ?? null, scope);
  if (truth === void 0)
    return { if: argument.map((item, index) => index === 0 ? item : resolve(item, scope)) };
  const branch = truth ? argument[1] : argument[2];
  return branch === void 0 ? OMITTED : resolve(branch, scope);
}
function evaluateCondition(condition, scope) {
  if (typeof condition === "boolean") return condition;
  if (typeof condition === "string") {
    const named = own(scope.conditions, condition);
    return named === void 0 ? void 0 : evaluateCondition(named, scope);
  }
  if (!isJsonObject(condition)) return void 0;
  const [name] = Object.keys(condition);
  const operator = name === void 0 ? void 0 : own(CONDITIONS, name);
  return operator?.(condition[name ?? ""] ?? null, scope);
}
var CONDITIONS = {
  equals: areEqual,
  "Fn::Equals": areEqual,
  not: negate,
  "Fn::Not": negate,
  and: (argument, scope) => combine(argument, scope, (values) => values.every(Boolean)),
  "Fn::And": (argument, scope) => combine(argument, scope, (values) => values.every(Boolean)),
  or: (argument, scope) => combine(argument, scope, (values) => values.some(Boolean)),
  "Fn::Or": (argument, scope) => combine(argument, scope, (values) => values.some(Boolean)),
  get_param: (argument, scope) => truthOf(getParameter(argument, scope)),
  condition: (argument, scope) => evaluateCondition(argument, scope),
  Condition: (argument, scope) => evaluateCondition(argument, scope)
};
function truthOf(value) {
  if (value === void 0) return void 0;
  return value === true || ["true", "1", "yes", "on", "t", "y"].includes(String(value).toLowerCase());
}
function areEqual(argument, scope) {
  if (!Array.isArray(argument) || argument.length !== 2) return void 0;
  const [left, right] = argument.map((item) => resolve(item, scope));
  if (left === void 0 || right === void 0 || isUnresolved(left) || isUnresolved(right))
    return void 0;
  return sameValue(left, right);
}
function negate(argument, scope) {
  const inner = evaluateCondition(Array.isArray(argument) ? argument[0] ?? null : argument, scope);
  return inner === void 0 ? void 0 : !inner;
}
function combine(argument, scope, join2) {
  if (!Array.isArray(argument)) return void 0;
  const values = argument.map((item) => evaluateCondition(item, scope));
  return values.some((value) => value === void 0) ? void 0 : join2(values.map(Boolean));
}
function collectReferences(value, names) {
  if (Array.isArray(value)) {
    for (const item of value) collectReferences(item, names);
    return;
  }
  if (!isJsonObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    const target = Array.isArray(item) ? item[0] : item;
    if (REFERENCES.has(key) && typeof target === "string") names.add(target);
    collectReferences(item, names);
  }
}
var REFERENCES = /* @__PURE__ */ new Set(["get_resource", "get_attr", "Ref", "Fn::GetAtt"]);

// src/core/heat/template.ts
var SECTIONS = {
  hot: { parameters: "parameters", conditions: "conditions", resources: "resources", outputs: "outputs" },
  cfn: { parameters: "Parameters", conditions: "Conditions", resources: "Resources", outputs: "Outputs" }
};
var CFN_ATTRIBUTES = {
  Metadata: "metadata",
  DependsOn: "depends_on",
  DeletionPolicy: "deletion_policy",
  UpdatePolicy: "update_policy",
  Condition: "condition"
};
function viewTemplate(template) {
  const dialect = dialectOf(template);
  const sections = SECTIONS[dialect];
  return {
    dialect,
    parameters: objects(template[sections.parameters]),
    conditions: object(template[sections.conditions]),
    mappings: dialect === "cfn" ? object(template["Mappings"]) : {},
    resources: Object.fromEntries(
      Object.entries(objects(template[sections.resources])).map(([name, body]) => [
        name,
        viewResource(body, dialect)
      ])
    ),
    outputs: object(template[sections.outputs])
  };
}
function dialectOf(template) {
  return "heat_template_version" in template ? "hot" : "cfn";
}
function resourcesKey(template) {
  return SECTIONS[dialectOf(template)].resources;
}
function propertiesKey(template) {
  return dialectOf(template) === "hot" ? "properties" : "Properties";
}
function viewResource(body, dialect) {
  const [typeKey, propertiesName] = dialect === "hot" ? ["type", "properties"] : ["Type", "Properties"];
  const attributes = Object.entries(body).filter(([key]) => key !== typeKey && key !== propertiesName).map(([key, value]) => [
    dialect === "hot" ? key : own(CFN_ATTRIBUTES, key) ?? key,
    value
  ]);
  return {
    type: typeof body[typeKey] === "string" ? body[typeKey] : "",
    properties: object(body[propertiesName]),
    attributes: Object.fromEntries(attributes)
  };
}
function object(value) {
  return isJsonObject(value) ? value : {};
}
function objects(value) {
  return Object.fromEntries(
    Object.entries(object(value)).filter((entry) => isJsonObject(entry[1]))
  );
}

// src/core/heat/describe-groups.ts
function describeGroups(source) {
  return groupsIn(source, describeGroup);
}
function groupProperties(source) {
  const found = groupsIn(source, ({ name, resource, level }) => {
    const properties = object(resolve(resource.properties, level.scope));
    return [[...level.above, name].join("/"), properties];
  });
  return Object.fromEntries(found);
}
function groupsIn(source, describe) {
  const view = viewTemplate(source.template);
  return groupsOf({ view, scope: scopeOf(view, source), source, file: null, above: [] }, describe);
}
var MAX_DEPTH = 5;
function groupsOf(level, describe) {
  const { view, scope } = level;
  return Object.entries(view.resources).flatMap(([name, resource]) => {
    if (isSwitchedOff(resource, scope)) return [];
    const type = groupType(resource.type);
    if (type) return [describe({ name, resource, type, level })];
    const inside = levelInside(name, resource, level);
    return inside ? groupsOf(inside, describe) : [];
  });
}
function levelInside(name, resource, level) {
  const { files, environment } = level.source;
  const file = nestedFile(resource.type, files, environment);
  if (file === null || level.above.length >= MAX_DEPTH) return null;
  const { document } = readHeatDocument(file, files[file] ?? "", "nested template");
  if (!document) return null;
  const view = viewTemplate(document.value);
  const parameters = object(resolve(resource.properties, level.scope));
  const scope = scopeOf(view, { files, environment: { ...EMPTY, parameters } });
  return { ...level, view, scope, file, above: [...level.above, name] };
}
var EMPTY = { parameters: {}, parameter_defaults: {}, resource_registry: {} };
function scopeOf(view, source) {
  return {
    parameters: effectiveParameters(view.parameters, source.environment),
    conditions: view.conditions,
    mappings: view.mappings,
    files: source.files,
    resourceIds: {}
  };
}
function isSwitchedOff(resource, scope) {
  const condition = resource.attributes["condition"];
  return condition !== void 0 && evaluateCondition(condition, scope) === false;
}
function describeGroup({ name, resource, type, level }) {
  const { view, scope, file } = level;
  const properties = object(resolve(resource.properties, scope));
  const initial = level.source.initial.find((entry) => entry.file === file && entry.path[1] === name);
  const min = wholeNumber(properties[type.min]);
  const rolling = rollingOf(resource, properties, scope);
  return {
    address: [...level.above, name].join("/"),
    type: resource.type,
    min,
    max: wholeNumber(properties[type.max]),
    // 0 counts as not given: Heat starts at min (autoscaling_group.py child_template)
    initial: (initial ? wholeNumber(resolve(initial.value, scope)) : null) || min,
    rolling,
    rolls: type.member.kind === "inline" || "AutoScalingRollingUpdate" in updatePolicy(resource, scope),
    keepInService: rolling.minInService,
    // no template that Heat gets says so
    healing: 0,
    member: memberDefinition(type, properties, view, scope)
  };
}
function rollingOf(resource, properties, scope) {
  const hot = object(properties["rolling_updates"]);
  const cfn = object(updatePolicy(resource, scope)["AutoScalingRollingUpdate"]);
  return {
    maxBatch: wholeNumber(hot["max_batch_size"] ?? cfn["MaxBatchSize"]) ?? 1,
    minInService: wholeNumber(hot["min_in_service"] ?? cfn["MinInstancesInService"]) ?? 0,
    pauseSeconds: seconds(hot["pause_time"] ?? cfn["PauseTime"])
  };
}
function updatePolicy(resource, scope) {
  return object(resolve(resource.attributes["update_policy"] ?? null, scope));
}
function memberDefinition(type, properties, view, scope) {
  const value = properties[type.member.property];
  if (type.member.kind === "inline") return object(value);
  const name = object(value)["Ref"] ?? object(value)["get_resource"] ?? value;
  const configuration = typeof name === "string" ? own(view.resources, name) : void 0;
  return configuration ? { type: "AWS::EC2::Instance", properties: resolve(configuration.properties, scope) } : {};
}
function wholeNumber(value) {
  if (typeof value === "number") return Number.isInteger(value) ? value : null;
  return typeof value === "string" && /^\d+$/.test(value) ? Number(value) : null;
}
function seconds(value) {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return 0;
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(value);
  if (!iso) return Number(value) || 0;
  const [hours, minutes, rest] = iso.slice(1).map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (rest ?? 0);
}

// src/core/heat/member-servers.ts
var SERVER_TYPES = /* @__PURE__ */ new Set([
  "OS::Nova::Server",
  "AWS::EC2::Instance",
  "OS::Heat::ScaledResource"
]);
var MAX_DEPTH2 = 5;
function memberServers(definition, files, address = "") {
  const type = typeof definition["type"] === "string" ? definition["type"] : "";
  const properties = object(definition["properties"]);
  if (SERVER_TYPES.has(type)) return [{ address, type, properties }];
  const nested = nestedResources(type, properties, files);
  if (!nested || address.split("/").length > MAX_DEPTH2) return [];
  return Object.entries(nested).flatMap(
    ([name, resource]) => memberServers(resource, files, address === "" ? name : `${address}/${name}`)
  );
}
function nestedResources(type, properties, files) {
  return nestedStack(type, properties, files)?.resources ?? null;
}
function nestedStack(type, properties, files, open = /* @__PURE__ */ new Set()) {
  const text = own(files, type);
  if (text === void 0) return null;
  const view = nestedView(text);
  if (view === null) return null;
  const environment = { parameters: properties, parameter_defaults: {}, resource_registry: {} };
  const parameters = effectiveParameters(view.parameters, environment);
  const scope = {
    parameters: Object.fromEntries(Object.entries(parameters).filter(([name]) => !open.has(name))),
    conditions: view.conditions,
    mappings: view.mappings,
    files,
    resourceIds: {}
  };
  const resources = Object.entries(view.resources).map(([name, resource]) => [
    name,
    {
      type: resource.type,
      properties: resolve(resource.properties, scope),
      ...object(resolve(resource.attributes, scope))
    }
  ]);
  return { resources: Object.fromEntries(resources), parameters, hidden: hiddenParameters(view.parameters) };
}
var MOST_KEPT = 8;
var kept = /* @__PURE__ */ new Map();
function nestedView(text) {
  const known = kept.get(text);
  if (known !== void 0) return known;
  const { document } = readHeatDocument("", text, "nested template");
  const view = document && viewTemplate(document.value);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, view);
  return view;
}

export {
  widestBounds,
  groupType,
  nestedFile,
  effectiveParameters,
  hiddenParameters,
  resolve,
  isUnresolved,
  referencedResources,
  isIntrinsic,
  viewTemplate,
  dialectOf,
  resourcesKey,
  propertiesKey,
  viewResource,
  object,
  describeGroups,
  groupProperties,
  scopeOf,
  isSwitchedOff,
  wholeNumber,
  SERVER_TYPES,
  memberServers,
  nestedResources,
  nestedStack
};
