import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  cloudTime,
  readApart,
  reportContext,
  watched
} from "./chunk-K5UOYYJE.js";
import {
  executeGroup,
  startWatching,
  waitUntilSettled
} from "./chunk-UCNJ5UYJ.js";
import {
  checkFailed,
  checkedAgain,
  whoIsAtWork
} from "./chunk-OSHXXYPH.js";
import {
  issueBody,
  issueFooter,
  issueLine,
  issueTitle,
  keepIssues
} from "./chunk-23T35EEF.js";
import {
  BLIND_AFTER_MINUTES,
  DRIFT_KINDS,
  MANY_STACKS,
  alarmDrift,
  compile,
  compileSpecs,
  differences,
  driftItem,
  fieldsToSet,
  freezeOverride,
  heldIn,
  ignoredBlocks,
  isAsLastApplied,
  isStillAsSent,
  leaveIgnored,
  liveFields,
  objectsIn,
  observe,
  observeUntouched,
  planAgainst,
  readFacts,
  remade,
  remakeWords,
  sides,
  surroundingsOf,
  textField,
  thingBehind,
  timeField,
  toldResources,
  wasSent,
  words
} from "./chunk-RWMEBKYK.js";
import {
  chooseSpecs,
  inTurns,
  noticeBlocks,
  stopOnProblems
} from "./chunk-M2KSBIVX.js";
import {
  clockOf,
  compareStacks,
  handedDown,
  isBound,
  isRecorded,
  isSecretPath,
  isUnfinished,
  memberDifference,
  planGroup,
  readDefinition,
  redacted,
  same,
  shown,
  stem,
  withoutClock
} from "./chunk-5M2OS46A.js";
import {
  wayBack
} from "./chunk-2UHDICIL.js";
import {
  problemAnnotations,
  readSources
} from "./chunk-6QRIG4YD.js";
import "./chunk-KDWKVUYD.js";
import {
  parseSpecs,
  stackNameOf
} from "./chunk-4TACJFKI.js";
import "./chunk-AS47YZ25.js";
import "./chunk-OXJXIIGC.js";
import {
  isExpired
} from "./chunk-LZRHZAJ7.js";
import "./chunk-VZ2NMEIK.js";
import {
  describeGroups,
  groupProperties,
  isUnresolved,
  memberServers,
  object,
  referencedResources,
  resourcesKey
} from "./chunk-SMCQXR7L.js";
import {
  canonicalJson,
  digest,
  sameValue
} from "./chunk-GCC67ZSS.js";
import {
  readYamlText
} from "./chunk-4RXYHALH.js";
import {
  isJsonObject,
  own
} from "./chunk-CEEK6GEM.js";
import "./chunk-PPEKQPOC.js";
import {
  SEVERITY_MARKS,
  assemble,
  createTwoFilesPatch,
  footer,
  freezeFindings,
  horizonPage,
  problemBlocks,
  quoted,
  stackLink,
  stackSubject
} from "./chunk-RC7L2NCV.js";
import {
  toMarkdown
} from "./chunk-SFAK6IMI.js";
import "./chunk-XXNMV6NK.js";
import {
  fileOf,
  frozenLookup,
  isFromRepository,
  isManaged,
  matches,
  problemJson,
  provenanceOf,
  reachesBelow,
  written
} from "./chunk-WTYPQLUP.js";
import {
  code,
  count,
  grouped,
  join,
  lazily,
  line,
  link,
  paragraph,
  strong
} from "./chunk-Q3CFLGCV.js";
import "./chunk-4IMYD34Z.js";
import "./chunk-Z4HOWRC6.js";
import {
  CloudError,
  ForgeError,
  errorLine,
  isRefusal
} from "./chunk-MXUBWZWX.js";
import "./chunk-MM7YW66Y.js";
import {
  require_dist
} from "./chunk-HE53SSY6.js";
import {
  __toESM
} from "./chunk-7VOHJOSG.js";

// src/core/drift/balancer-drift.ts
var PARTS = {
  "OS::Octavia::LoadBalancer": {
    kind: "loadBalancer",
    word: "load balancer",
    command: "loadbalancer set",
    missing: "balancer-missing",
    edited: "balancer-edited",
    disabled: "balancer-disabled",
    fields: [{ property: "description" }, { property: "name" }]
  },
  "OS::Octavia::Listener": {
    kind: "listener",
    word: "listener",
    command: "loadbalancer listener set",
    missing: "listener-missing",
    edited: "listener-edited",
    disabled: "listener-disabled",
    fields: [
      { property: "protocol" },
      { property: "protocol_port" },
      { property: "connection_limit", otherwise: -1 },
      { property: "allowed_cidrs", otherwise: null, set: true },
      { property: "default_tls_container_ref", otherwise: null },
      { property: "description" },
      { property: "name" }
    ]
  },
  "OS::Octavia::Pool": {
    kind: "pool",
    word: "pool",
    command: "loadbalancer pool set",
    missing: "pool-missing",
    edited: "pool-edited",
    disabled: "pool-disabled",
    fields: [
      { property: "protocol" },
      { property: "lb_algorithm" },
      { property: "session_persistence", otherwise: null },
      { property: "description" },
      { property: "name" }
    ]
  },
  "OS::Octavia::HealthMonitor": {
    kind: "healthMonitor",
    word: "health monitor",
    command: "loadbalancer healthmonitor set",
    missing: "monitor-missing",
    edited: "monitor-edited",
    disabled: "monitor-disabled",
    fields: [
      { property: "type" },
      { property: "delay" },
      { property: "timeout" },
      { property: "max_retries" },
      { property: "url_path" },
      { property: "http_method" },
      { property: "expected_codes" }
    ]
  }
};
function balancerDrift(view) {
  return view.told.filter(({ settled }) => settled).flatMap((told) => {
    const part = PARTS[told.type];
    return part ? partDrift(view, told, part) : [];
  });
}
function partDrift(view, told, part) {
  const live = thingBehind(view, part.kind, told);
  const subject = `${part.word} ${told.address}`;
  if (live === null) return [];
  if (live === void 0) {
    return [
      driftItem({
        kind: part.missing,
        subject,
        repository: "there",
        cloud: "does not exist in Octavia",
        remedy: `Heat does not know that it is gone: ${remakeWords(view.stack, told.address)}`,
        mends: told.type === "OS::Octavia::HealthMonitor" ? remade(told.address) : []
      })
    ];
  }
  if (isPending(live)) return [];
  return [
    ...failed(live, told, subject),
    ...edited(live, told, part, subject),
    ...disabled(live, told, part, subject),
    ...added(view, live, told, subject)
  ];
}
function isPending({ fields }) {
  return textField(fields, "provisioning_status").startsWith("PENDING");
}
function aboutOf({ id }, { type }) {
  return type === "OS::Octavia::LoadBalancer" ? { service: "loadBalancer", id } : null;
}
function failed(live, told, subject) {
  if (textField(live.fields, "provisioning_status") !== "ERROR") return [];
  return [
    driftItem({
      kind: "balancer-error",
      subject,
      about: aboutOf(live, told),
      repository: "ACTIVE",
      cloud: "provisioning_status ERROR: Octavia could not carry out a change",
      remedy: "ask the operator for `openstack loadbalancer failover`; until then nothing of it can change",
      since: timeField(live.fields, "updated_at")
    })
  ];
}
function edited(live, told, part, subject) {
  const found3 = differences(told.properties, live.fields, part.fields);
  if (found3.length === 0) return [];
  return [
    driftItem({
      kind: part.edited,
      subject,
      about: aboutOf(live, told),
      ...sides(found3),
      live: liveFields(`resources.${told.address}`, found3),
      remedy: `an update of the stack does not mend it, as the template is the same: \`openstack ${part.command} ${live.id}\` with ${found3.map(({ property, told: told2 }) => `${property} ${told2}`).join(", ")}; or merge the live value into the spec`,
      since: timeField(live.fields, "updated_at"),
      mends: [{ kind: part.kind, id: live.id, fields: fieldsToSet(found3) }]
    })
  ];
}
function disabled(live, told, part, subject) {
  if (live.fields["admin_state_up"] !== false || isOff(told.properties["admin_state_up"])) return [];
  return [
    driftItem({
      kind: part.disabled,
      subject,
      about: aboutOf(live, told),
      repository: "enabled",
      cloud: "disabled (admin_state_up false)",
      remedy: `\`openstack ${part.command} --enable ${live.id}\``,
      since: timeField(live.fields, "updated_at"),
      mends: [{ kind: part.kind, id: live.id, fields: ENABLED }]
    })
  ];
}
var ENABLED = { admin_state_up: true };
function isOff(value) {
  return value === false || String(value ?? "").toLowerCase() === "false";
}
var HOLDS = {
  "OS::Octavia::LoadBalancer": [
    {
      key: "listeners",
      kind: "listener",
      found: "listener-added",
      command: "loadbalancer listener delete",
      word: "listener"
    },
    { key: "pools", kind: "pool", found: "pool-added", command: "loadbalancer pool delete", word: "pool" }
  ]
};
function added(view, live, told, subject) {
  const own2 = new Set(view.stack.resources.map(({ physicalId }) => physicalId));
  const parts = (HOLDS[told.type] ?? []).flatMap(
    ({ key: key2, kind, found: found3, command, word: word2 }) => objectsIn(live.fields, key2).map((one) => textField(one, "id")).filter((id) => !own2.has(id) && (view.around.things.of[kind]?.has(id) ?? false)).map(
      (id) => driftItem({
        kind: found3,
        subject: `${word2} ${id} of ${subject}`,
        repository: "not there",
        cloud: "added by hand",
        remedy: `put it into the spec, or \`openstack ${command} ${id}\``,
        since: timeField(view.around.things.of[kind]?.get(id)?.fields ?? {}, "created_at")
      })
    )
  );
  const monitor = told.type === "OS::Octavia::Pool" ? textField(live.fields, "healthmonitor_id") : "";
  if (monitor === "" || own2.has(monitor)) return parts;
  return [
    ...parts,
    driftItem({
      kind: "monitor-added",
      subject: `health monitor ${monitor} of ${subject}`,
      repository: "not there",
      cloud: "added by hand",
      remedy: `put it into the spec, or \`openstack loadbalancer healthmonitor delete ${monitor}\``
    })
  ];
}

// src/core/drift/group-drift.ts
function groupDrift({ desired, observed }) {
  if (desired.presence === "absent" || observed.presence === "absent") return [];
  return desired.groups.flatMap((group) => {
    const live = observed.groups.find(({ address }) => address === group.address);
    return live ? [...outOfBounds(group, live), ...deaf(live, observed)] : [];
  });
}
function outOfBounds({ address, min, max }, { members }) {
  const size = members.length;
  if (size >= (min ?? 0) && size <= (max ?? size)) return [];
  return [
    driftItem({
      kind: "size-out-of-bounds",
      subject: `group ${address}`,
      repository: `${min ?? "?"}..${max ?? "?"}`,
      cloud: String(size),
      remedy: "run apply: the next update brings the group back inside its bounds"
    })
  ];
}
function deaf({ address, state }, stack2) {
  if (state.status !== "FAILED") return [];
  const marked = state.action === "CHECK";
  return [
    driftItem({
      kind: "group-cannot-scale",
      subject: `group ${address}`,
      repository: "scales",
      cloud: `${state.action}_${state.status}: signals are answered and do nothing`,
      remedy: marked ? `\`openstack stack resource mark unhealthy --reset ${heldIn(stack2, address)}\`; no update before that, it would replace every server` : "run apply: it finishes what stopped"
    })
  ];
}
function stuckScaling(stack2, { groups }) {
  return groups.filter(
    ({ activity, nestedState }) => activity.scalingInProgress && nestedState?.status !== "IN_PROGRESS"
  ).map(
    ({ address }) => driftItem({
      kind: "scaling-stuck",
      subject: `group ${address}`,
      repository: "scales",
      cloud: "scaling_in_progress is set and nobody is at work: every signal is ignored",
      remedy: `\`openstack stack resource mark unhealthy ${heldIn(stack2, address)}\`, then at once \`openstack stack resource mark unhealthy --reset ${heldIn(stack2, address)}\`; no update in between, it would replace every server`
    })
  );
}
function unknownTo(stacks) {
  const homes = /* @__PURE__ */ new Map();
  for (const stack2 of stacks) {
    if (stack2.presence === "absent") continue;
    for (const { physicalId } of stack2.resources) homes.set(physicalId, stack2.id);
  }
  return ({ id, serverGroup }) => homes.get(id) !== serverGroup;
}
function orphanServers({ stack: stack2, around }) {
  const known = new Set(stack2.resources.map(({ physicalId }) => physicalId));
  const unfinished = stack2.groups.some(
    ({ state, members }) => state.status !== "COMPLETE" || members.some((member) => member.state.status !== "COMPLETE")
  );
  if (unfinished || stack2.state.status !== "COMPLETE") return [];
  return (around.meteredByStack.get(stack2.id) ?? []).filter(({ id }) => !known.has(id)).filter(({ status, taskState }) => taskState === null && status !== "BUILD").map(
    ({ id, name, createdAt }) => driftItem({
      kind: "server-orphan",
      subject: `server ${name || id}`,
      about: { service: "server", id },
      repository: "not there",
      cloud: "says by metering.server_group that it belongs to this group, which does not know it: the alarms count it",
      remedy: `\`openstack server delete ${id}\`, or \`openstack server unset --property metering.server_group ${id}\``,
      since: createdAt
    })
  );
}

// src/core/drift/late-bounds.ts
function lateBounds({ desired, observed }) {
  if (desired.presence === "absent" || observed.presence === "absent" || desired.scheduled === null)
    return null;
  const { lately, rule } = desired.scheduled;
  const clock = clockOf(desired, observed);
  const due = lately.at(-1);
  const live = sharedBounds(describeGroups({ ...observed, initial: [] }), desired);
  if (due === void 0 || live === null || same(live, due) || !isRecorded(rule, clock.live)) return null;
  if (!lately.some((bounds) => same(bounds, live))) return null;
  return {
    desired: { ...desired, groups: desired.groups.map((group) => ({ ...group, ...live })) },
    clock,
    notDrift: [
      `the bounds are still ${shown(live)}, ${shown(due)} are due: the scheduled run is late, by less than an hour`
    ]
  };
}
function sharedBounds(live, { groups }) {
  const pairs2 = groups.map(({ address }) => live.find((one) => one.address === address));
  const first = pairs2[0];
  if (first === void 0 || first.min === null || first.max === null) return null;
  const bounds = { min: first.min, max: first.max };
  return pairs2.every((one) => one?.min === bounds.min && one.max === bounds.max) ? bounds : null;
}

// src/core/drift/security-groups.ts
function groupNames({ around }, groups) {
  const known = around.things.of.securityGroup;
  const names = (Array.isArray(groups) ? groups : []).map((group) => {
    const name = known?.get(String(group))?.fields["name"];
    return typeof name === "string" ? name : String(group);
  });
  return [...new Set(names)].sort();
}
function groupIds({ around }, groups) {
  const known = around.things.of.securityGroup;
  const ids = groups.map((group) => {
    if (known?.has(String(group))) return String(group);
    const named = [...known?.values() ?? []].filter(({ fields }) => fields["name"] === group);
    return named.length === 1 ? named[0]?.id ?? null : null;
  });
  return ids.includes(null) ? null : [...new Set(ids.filter((id) => id !== null))].sort();
}

// src/core/drift/server-view.ts
function found({ server }, { part, ...change }) {
  const subject = `server ${server.name || server.id}${part === void 0 ? "" : ` ${part}`}`;
  return [
    driftItem({
      subject,
      about: { service: "server", id: server.id },
      since: server.updatedAt,
      ...change
    })
  ];
}

// src/core/drift/server-attachments.ts
function attachments(view) {
  return [...securityGroups(view), ...networks(view), ...ports(view), ...volumes(view)];
}
function securityGroups(view) {
  const { server, properties, around } = view;
  const ports2 = around.portsByDevice.get(server.id);
  const given = properties["security_groups"] ?? properties["SecurityGroups"] ?? ["default"];
  const networks2 = objectsIn(properties, "networks").length;
  const others = networks2 > 0 && ports2?.length !== networks2;
  if (ports2 === void 0 || others || hasOwnPorts(properties) || isUnresolved(given)) return [];
  const guarded = ports2.filter(({ fields }) => fields["port_security_enabled"] !== false);
  const wanted = groupNames(view, given);
  const differing2 = guarded.map(({ id, fields }) => ({ id, there: groupNames(view, fields["security_groups"] ?? []) })).filter(({ there }) => !sameValue(there, wanted));
  const odd = differing2[0]?.there;
  if (odd === void 0) return [];
  const ids = groupIds(view, Array.isArray(given) ? given : []);
  const commands = [
    ...wanted.filter((name) => !odd.includes(name)).map((name) => `openstack server add security group ${server.id} ${name}`),
    ...odd.filter((name) => !wanted.includes(name)).map((name) => `openstack server remove security group ${server.id} ${name}`)
  ];
  return found(view, {
    kind: "server-security-groups-edited",
    repository: wanted.join(", ") || "none",
    cloud: odd.join(", ") || "none",
    remedy: commands.map((command) => `\`${command}\``).join(", "),
    mends: ids === null ? [] : differing2.map(({ id }) => ({ kind: "port", id, fields: { security_groups: ids } }))
  });
}
function hasOwnPorts(properties) {
  return objectsIn(properties, "networks").some((one) => one["port"] !== void 0);
}
function networks(view) {
  const { server, properties, around, catalogue } = view;
  const given = objectsIn(properties, "networks");
  const ports2 = around.portsByDevice.get(server.id) ?? [];
  if (given.length === 0 || around.things.of.port === null) return [];
  const nameOf2 = (idOrName) => catalogue.network.find(({ id }) => id === idOrName)?.name ?? idOrName;
  const wanted = given.map((one) => {
    const port = one["port"];
    const network = one["network"] ?? one["uuid"];
    if (typeof port === "string")
      return textField(around.things.of.port?.get(port)?.fields ?? {}, "network_id");
    return typeof network === "string" ? network : "";
  });
  if (wanted.includes("")) return [];
  const before = wanted.map(nameOf2).sort();
  const there = ports2.map(({ fields }) => nameOf2(textField(fields, "network_id"))).sort();
  if (sameValue(before, there)) return [];
  return found(view, {
    kind: "server-networks-changed",
    repository: before.join(", "),
    cloud: there.join(", ") || "on no network",
    remedy: view.replace
  });
}
function ports(view) {
  const { server, properties, around } = view;
  const own2 = around.portsByDevice.get(server.id) ?? [];
  return own2.flatMap(({ id, fields }) => {
    const since = timeField(fields, "updated_at");
    const pairs2 = objectsIn(fields, "allowed_address_pairs").map((pair) => textField(pair, "ip_address"));
    return [
      ...fields["admin_state_up"] === false ? found(view, {
        kind: "port-disabled",
        repository: "its port is enabled",
        cloud: `port ${id} is disabled (admin_state_up false)`,
        remedy: `\`openstack port set --enable ${id}\``,
        since,
        mends: [{ kind: "port", id, fields: { admin_state_up: true } }]
      }) : [],
      ...pairs2.length > 0 && !hasOwnPorts(properties) ? found(view, {
        kind: "port-edited",
        repository: "no allowed addresses beside its own",
        cloud: `port ${id} may also use ${pairs2.join(", ")}`,
        remedy: `\`openstack port set --no-allowed-address ${id}\``,
        since,
        mends: [{ kind: "port", id, fields: { allowed_address_pairs: [] } }]
      }) : []
    ];
  });
}
function volumes(view) {
  const { server, properties, told } = view;
  const attached = told.some(({ type }) => type === "OS::Cinder::VolumeAttachment");
  const mapped = objectsIn(properties, "block_device_mapping_v2").filter(
    (one) => one["ephemeral_size"] === void 0 && one["swap_size"] === void 0
  ).length;
  const wanted = mapped + objectsIn(properties, "block_device_mapping").length;
  const there = server.volumes.length;
  if (there < wanted) {
    return found(view, {
      kind: "server-volume-detached",
      repository: `${wanted} volumes`,
      cloud: `${there} volumes`,
      remedy: `attach it again (\`openstack server add volume ${server.id} …\`), or ${view.replace}`
    });
  }
  if (there === wanted || attached) return [];
  return found(view, {
    kind: "server-volume-attached",
    repository: `${wanted} volumes`,
    cloud: `${there} volumes: ${server.volumes.join(", ")}`,
    remedy: `\`openstack server remove volume ${server.id} …\`: it goes or stays with the server, as Nova was told when it was attached`
  });
}

// src/core/drift/server-drift.ts
function serverDifferences(view) {
  return CHECKS.flatMap((check2) => check2(view));
}
function resized(view) {
  const { server, properties, catalogue } = view;
  const flavor = properties["flavor"] ?? properties["InstanceType"];
  if (typeof flavor !== "string" || server.flavor === null) return [];
  const name = catalogue.flavor.find(({ id }) => id === flavor)?.name ?? flavor;
  if (server.flavor === name) return [];
  return found(view, {
    kind: "server-resized",
    repository: `flavor ${name}`,
    cloud: `flavor ${server.flavor}`,
    remedy: `\`openstack server resize --flavor ${name} ${server.id}\` and confirm it, or ${view.replace}`
  });
}
function rebuilt(view) {
  const { server, properties, catalogue } = view;
  const image = properties["image"] ?? properties["ImageId"];
  const wanted = typeof image === "string" ? onlyId(image, catalogue.image) : null;
  if (wanted === null || server.imageId === null || server.imageId === wanted) return [];
  const is = catalogue.image.find(({ id }) => id === server.imageId)?.name ?? server.imageId;
  return found(view, {
    kind: "server-rebuilt",
    repository: `image ${String(image)}`,
    cloud: `image ${is}`,
    remedy: `\`openstack server rebuild --image ${String(image)} ${server.id}\`, or ${view.replace}`
  });
}
function onlyId(nameOrId, things) {
  if (things.some(({ id }) => id === nameOrId)) return nameOrId;
  const named = things.filter(({ name }) => name === nameOrId);
  return named.length === 1 ? named[0]?.id ?? null : null;
}
function renamed(view) {
  const { server, properties, resource } = view;
  const given = properties["name"];
  if (given !== void 0 && (isUnresolved(given) || given === server.name)) return [];
  const ending = `-${resource}-`;
  const own2 = ending.length > 38 || new RegExp(`${escaped(ending)}[a-z2-7]{12}$`).test(server.name);
  if (given === void 0 && own2) return [];
  return found(view, {
    kind: "server-renamed",
    repository: given === void 0 ? `a name of Heat's, ending in ${ending}…` : String(given),
    cloud: server.name,
    remedy: "no harm to the group; set the name again if something goes by it",
    mends: given === void 0 ? [] : [{ kind: "server", id: server.id, fields: { name: String(given) } }]
  });
}
function escaped(text2) {
  return text2.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
var METERING = "metering.server_group";
function metadata(view) {
  const { server, properties, type } = view;
  if (type !== "OS::Nova::Server" || isUnresolved(properties["metadata"] ?? null)) return [];
  const wanted = object(properties["metadata"]);
  const differing2 = Object.entries(wanted).filter(
    ([key2, value]) => !sameValue(asText(value), server.metadata[key2])
  );
  const added2 = Object.entries(server.metadata).filter(([key2]) => !Object.hasOwn(wanted, key2));
  return [
    ...differing2.flatMap(([key2, value]) => {
      const counts2 = key2 === METERING;
      const is = shownValue(key2, server.metadata[key2]);
      const told = shownValue(key2, asText(value));
      return found(view, {
        kind: counts2 ? "server-metering-lost" : "server-metadata-edited",
        part: `metadata.${key2}`,
        repository: told,
        cloud: counts2 ? `${is}: the alarms do not count this server` : is,
        remedy: `\`openstack server set --property ${key2}=${told} ${server.id}\``,
        mends: [{ kind: "setMetadata", id: server.id, key: key2, value: asText(value) }]
      });
    }),
    ...added2.flatMap(
      ([key2, value]) => found(view, {
        kind: "server-metadata-added",
        part: `metadata.${key2}`,
        repository: "absent",
        cloud: shownValue(key2, value),
        remedy: `put it into the spec, or \`openstack server unset --property ${key2} ${server.id}\``,
        mends: [{ kind: "removeMetadata", id: server.id, key: key2 }]
      })
    )
  ];
}
function shownValue(key2, value) {
  if (value === void 0) return "absent";
  return isSecretPath(key2) ? redacted(value) : value;
}
function asText(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}
function tags(view) {
  const { server, properties, type } = view;
  const given = properties["tags"] ?? [];
  if (type !== "OS::Nova::Server" || server.tags === null || isUnresolved(given)) return [];
  const wanted = (Array.isArray(given) ? given : []).map(String).sort();
  const there = [...server.tags].sort();
  if (sameValue(wanted, there)) return [];
  return found(view, {
    kind: "server-tags-edited",
    repository: wanted.join(", ") || "none",
    cloud: there.join(", ") || "none",
    remedy: "put the tags into the spec, or set them back with `openstack server set --tag`",
    mends: [{ kind: "tags", id: server.id, tags: wanted }]
  });
}
function locked(view) {
  if (view.server.locked !== true) return [];
  return found(view, {
    kind: "server-locked",
    repository: "not locked",
    cloud: "locked: nobody but its owner and an administrator can remove or change it",
    remedy: `\`openstack server unlock ${view.server.id}\``
  });
}
function key(view) {
  const { server, properties } = view;
  const wanted = properties["key_name"] ?? properties["KeyName"] ?? null;
  if (isUnresolved(wanted) || sameValue(wanted === "" ? null : wanted, server.keyName)) return [];
  return found(view, {
    kind: "server-key-changed",
    repository: `key ${String(wanted ?? "none")}`,
    cloud: `key ${server.keyName ?? "none"}`,
    remedy: view.replace
  });
}
var CHECKS = [
  resized,
  rebuilt,
  renamed,
  metadata,
  tags,
  locked,
  key,
  attachments
];

// src/core/drift/member-drift.ts
function memberDrift(pair, plan, view) {
  const { desired, observed, definitions } = pair;
  if (desired.presence === "absent" || observed.presence === "absent") return [];
  return observed.groups.flatMap((group) => {
    const own2 = definitions[group.address] ?? {};
    const target = desired.groups.find(({ address }) => address === group.address);
    const wanted = target ? handedDown(target, observed) : {};
    const templateDiffers = plan.changes.some(({ address }) => bearsUpon(address, group));
    const settled = group.members.filter(({ state }) => state.status !== "IN_PROGRESS");
    return settled.flatMap((member) => {
      const replace = howToReplace(group, member, observed);
      return [
        ...failedMember(member),
        ...member.servers.flatMap(
          (server) => serverDrift(server, `${group.address}/${member.name}`, view, replace)
        ),
        ...templateDiffers ? [] : otherGeneration(member, own2[member.name], `${group.address}/${member.name}`, view, replace),
        ...templateDiffers || target === void 0 ? [] : behind({ member, definition: own2[member.name], wanted, pair, replace })
      ];
    });
  });
}
function bearsUpon(change, { address }) {
  const [top, ...below2] = address.split("/");
  return change === `resources.${top}` || below2.length > 0 && change === "files";
}
function failedMember({ name, state, servers }) {
  if (state.status !== "FAILED" || servers.some(({ status }) => status !== "ACTIVE")) return [];
  return [
    driftItem({
      kind: "member-failed",
      subject: `member ${name}`,
      repository: "complete",
      cloud: `${state.action}_FAILED${state.reason === "" ? "" : `: ${state.reason}`}`,
      remedy: "look at the reason; the next apply of this stack makes the member anew"
    })
  ];
}
function howToReplace({ nested }, { name }, { state }) {
  if (state.status === "FAILED" && state.action !== "CHECK") return "run apply: it finishes what stopped";
  if (!nested) return "run apply again";
  return `replace it: \`openstack stack resource mark unhealthy ${nested.name} ${name}\`, then \`openstack stack update --existing ${nested.name}\``;
}
function serverDrift(server, member, view, replace) {
  if (server.status === "MISSING")
    return [notRunning("server-missing", server, "does not exist in Nova", replace)];
  if (isOnItsWay(server)) return [];
  const told = view.told.find(
    ({ physicalId, address }) => physicalId === server.id && `${address}/`.startsWith(`${member}/`)
  );
  const kind = STATUS_KINDS[server.status] ?? "server-not-active";
  const resource = told?.address.slice(told.address.lastIndexOf("/") + 1) ?? "";
  return [
    ...server.status === "ACTIVE" ? [] : [notRunning(kind, server, statusWords(server), replace)],
    ...told?.settled ? serverDifferences({
      ...view,
      server,
      type: told.type,
      properties: told.properties,
      resource,
      replace
    }) : []
  ];
}
var PASSING = /* @__PURE__ */ new Set([
  "BUILD",
  "REBUILD",
  "RESIZE",
  "REVERT_RESIZE",
  "REBOOT",
  "HARD_REBOOT",
  "MIGRATING",
  "PASSWORD"
]);
function isOnItsWay({ status, taskState }) {
  return taskState !== null || PASSING.has(status);
}
var STATUS_KINDS = {
  SHUTOFF: "server-stopped",
  ERROR: "server-error"
};
function statusWords({ status, fault }) {
  return fault === null ? status : `${status}: ${fault}`;
}
function notRunning(kind, server, cloud, replace) {
  const { id, name, updatedAt } = server;
  const back = kind === "server-stopped" ? `start it (\`openstack server start ${id}\`)` : wayBack(server);
  return driftItem({
    kind,
    subject: `server ${name || id}`,
    repository: "ACTIVE",
    cloud,
    remedy: back === null ? replace : `${back}, or ${replace}`,
    about: { service: "server", id },
    since: updatedAt
  });
}
function behind(view) {
  const { member, definition, wanted, replace } = view;
  const { desired, observed } = view.pair;
  if (!definition || desired.presence === "absent" || observed.presence === "absent") return [];
  const files = { before: observed.files, after: desired.files };
  const open = unresolvedKeys(wanted);
  const effect = memberDifference(without(readDefinition(definition), open), without(wanted, open), files);
  if (effect === null || effect.kind === "none") return [];
  return [
    driftItem({
      kind: "member-behind",
      subject: `server ${member.servers[0]?.name ?? member.name}`,
      repository: "the definition of its group",
      cloud: `an earlier one (${effect.how})`,
      remedy: replace
    })
  ];
}
function otherGeneration(member, definition, address, { stack: stack2 }, replace) {
  if (!definition || member.state.status !== "COMPLETE") return [];
  const wanted = memberServers(readDefinition(definition), stack2.files);
  const inside = stack2.resources.filter((one) => one.address.startsWith(`${address}/`));
  const there = wanted.some((one) => inside.some((found3) => found3.address === `${address}/${one.address}`));
  if (inside.length === 0 || wanted.length === 0 || wanted.some((one) => one.address === "") || there)
    return [];
  return [
    driftItem({
      kind: "member-behind",
      subject: `server ${member.servers[0]?.name ?? member.name}`,
      repository: "the definition of its group",
      cloud: "an earlier one (its server stands under another name)",
      remedy: replace
    })
  ];
}
function unresolvedKeys(wanted) {
  const properties = Object.entries(object(wanted["properties"]));
  return new Set(properties.filter(([, value]) => isUnresolved(value)).map(([key2]) => key2));
}
function without(definition, keys) {
  const kept = Object.entries(object(definition["properties"])).filter(([key2]) => !keys.has(key2));
  return { ...definition, properties: Object.fromEntries(kept) };
}

// src/core/drift/pool-member-drift.ts
var POOL = "OS::Octavia::Pool";
var MEMBER = "OS::Octavia::PoolMember";
var FIELDS = [
  { property: "protocol_port" },
  { property: "weight", otherwise: 1 },
  { property: "backup", otherwise: false },
  { property: "monitor_address", otherwise: null },
  { property: "monitor_port", otherwise: null }
];
function poolsWanted(told, pools) {
  const own2 = told.filter(({ type }) => type === POOL).map(({ physicalId }) => physicalId);
  const others = told.filter(({ type }) => type === MEMBER).flatMap(({ properties }) => poolId(properties["pool"], pools) ?? []);
  return [.../* @__PURE__ */ new Set([...own2, ...others])].filter((id) => pools?.has(id) ?? false).sort();
}
function poolMemberDrift(view) {
  const members = view.told.filter(({ type, settled }) => type === MEMBER && settled);
  return [...members.flatMap((told) => memberDrift2(view, told)), ...addedByHand(view)];
}
function memberDrift2(view, told) {
  const { things } = view.around;
  const pool = poolId(told.properties["pool"], things.of.pool);
  const all = pool === null ? void 0 : things.poolMembers.get(pool);
  if (pool === null || all === void 0 || told.physicalId === "") return [];
  const live = all.find(({ id }) => id === told.physicalId);
  if (live === void 0) return [missing(view, told, pool)];
  if (isPending(live)) return [];
  const found3 = differences(told.properties, live.fields, FIELDS);
  const subject = `pool member ${textField(live.fields, "address")} (${told.address})`;
  const since = timeField(live.fields, "updated_at");
  return [
    ...found3.length === 0 ? [] : [
      driftItem({
        kind: "pool-member-edited",
        subject,
        ...sides(found3),
        live: ofMember(told.address, found3),
        remedy: `${setMember(found3)} ${pool} ${live.id}\``,
        since,
        mends: [{ kind: "poolMember", pool, id: live.id, fields: fieldsToSet(found3) }]
      })
    ],
    ...live.fields["admin_state_up"] === false && !isOff(told.properties["admin_state_up"]) ? [
      driftItem({
        kind: "pool-member-disabled",
        subject,
        repository: "enabled",
        cloud: "disabled (admin_state_up false): it gets no requests",
        remedy: `\`openstack loadbalancer member set --enable ${pool} ${live.id}\``,
        since,
        mends: [{ kind: "poolMember", pool, id: live.id, fields: ENABLED }]
      })
    ] : [],
    ...astray(view, told, live, subject)
  ];
}
function ofMember(address, found3) {
  const [group, member, resource, ...deeper] = address.split("/");
  if (group === void 0 || member === void 0 || resource === void 0 || deeper.length > 0) return [];
  const fields = liveFields(`resources.${group}.nested.${stem(resource)}`, found3);
  return fields.map((field) => ({ ...field, ofMember: member }));
}
function setMember(found3) {
  const flags = found3.map(({ property, told }) => `--${property.replaceAll("_", "-")} ${told}`);
  return `\`openstack loadbalancer member set ${flags.join(" ")}`;
}
function missing(view, told, pool) {
  const server = serverOf(view, told);
  return driftItem({
    kind: "pool-member-missing",
    subject: `pool member ${told.address}`,
    repository: `in pool ${poolName(view, pool)}`,
    cloud: `gone from the pool: ${server ? `server ${server.name}` : "its server"} gets no requests`,
    remedy: howToMakeAnew(view, told.address),
    mends: remade(told.address)
  });
}
function howToMakeAnew({ stack: stack2 }, address) {
  const group = stack2.groups.find((one) => address.startsWith(`${one.address}/`));
  const member = group && address.slice(group.address.length + 1).split("/")[0];
  if (!group?.nested || !member) return remakeWords(stack2, address);
  return `replace the server with all around it: \`openstack stack resource mark unhealthy ${group.nested.name} ${member}\`, then \`openstack stack update --existing ${group.nested.name}\``;
}
function astray(view, told, live, subject) {
  const server = serverOf(view, told);
  const address = textField(live.fields, "address");
  if (server === null || server.addresses.length === 0 || server.addresses.includes(address)) return [];
  return [
    driftItem({
      kind: "pool-member-astray",
      subject,
      repository: `the address of server ${server.name}`,
      cloud: `${address}; the server has ${server.addresses.join(", ")}`,
      remedy: howToMakeAnew(view, told.address),
      mends: remade(told.address)
    })
  ];
}
function serverOf({ servers, stack: stack2 }, { address, properties }) {
  const above = address.slice(0, address.lastIndexOf("/") + 1);
  const ids = [...referencedResources(properties["address"] ?? null)].flatMap(
    (name) => stack2.resources.find((one) => one.address === `${above}${name}`)?.physicalId ?? []
  );
  const [id, ...more] = ids;
  return id === void 0 || more.length > 0 ? null : servers.get(id) ?? null;
}
function addedByHand(view) {
  const { things } = view.around;
  const busy2 = view.told.some(({ settled }) => !settled);
  if (busy2) return [];
  const own2 = new Set(view.stack.resources.map(({ physicalId }) => physicalId));
  return view.told.filter(({ type }) => type === POOL).flatMap(
    ({ physicalId: pool }) => (things.poolMembers.get(pool) ?? []).filter((live) => !own2.has(live.id) && !isPending(live)).map(
      (live) => driftItem({
        kind: "pool-member-added",
        subject: `pool member ${textField(live.fields, "address")} of ${poolName(view, pool)}`,
        repository: "not there",
        cloud: `added by hand${whose(view, live.fields)}`,
        remedy: `\`openstack loadbalancer member delete ${pool} ${live.id}\``,
        since: timeField(live.fields, "created_at")
      })
    )
  );
}
function whose({ around }, { address }) {
  const { port } = around.things.of;
  if (port === null) return "";
  const has = [...port.values()].some(
    ({ fields }) => JSON.stringify(fields["fixed_ips"] ?? "").includes(`"${String(address)}"`)
  );
  return has ? "" : "; no port of the project has this address";
}
function poolName({ around }, pool) {
  return textField(around.things.of.pool?.get(pool)?.fields ?? {}, "name") || pool;
}
function poolId(value, pools) {
  if (typeof value !== "string" || pools === null) return null;
  if (pools.has(value)) return value;
  const named = [...pools.values()].filter(({ fields }) => fields["name"] === value);
  return named.length === 1 ? named[0]?.id ?? null : null;
}

// src/core/drift/port-drift.ts
function portDrift(view) {
  return view.told.filter(({ settled }) => settled).flatMap((told) => {
    if (told.type === "OS::Neutron::Port") return ofPort(view, told);
    return told.type === "OS::Neutron::FloatingIP" ? ofFloatingIp(view, told) : [];
  });
}
function ofPort(view, told) {
  const live = thingBehind(view, "port", told);
  const subject = `port ${told.address}`;
  if (live === null) return [];
  if (live === void 0) return [gone(view, told, "port-missing", subject)];
  return [...securityGroups2(view, told, live, subject), ...addresses(told, live, subject)];
}
function gone({ stack: stack2 }, { address }, kind, subject) {
  return driftItem({
    kind,
    subject,
    repository: "there",
    cloud: "does not exist in Neutron",
    remedy: `replace the server that it belongs to, or ${remakeWords(stack2, address)}`
  });
}
function securityGroups2(view, told, live, subject) {
  const given = told.properties["security_groups"];
  const open = told.properties["port_security_enabled"] === false;
  const byNetwork = given === void 0 && live.fields["port_security_enabled"] === false;
  if (open || byNetwork || isUnresolved(given ?? null)) return [];
  const wanted = groupNames(view, Array.isArray(given) ? given : ["default"]);
  const there = groupNames(view, live.fields["security_groups"] ?? []);
  if (sameValue(wanted, there)) return [];
  const ids = groupIds(view, Array.isArray(given) ? given : ["default"]);
  return [
    driftItem({
      kind: "port-edited",
      subject,
      mends: ids === null ? [] : [{ kind: "port", id: live.id, fields: { security_groups: ids } }],
      repository: `security groups ${wanted.join(", ") || "none"}`,
      cloud: `security groups ${there.join(", ") || "none"}`,
      remedy: `\`openstack port set --no-security-group ${wanted.map((name) => `--security-group ${name} `).join("")}${live.id}\``,
      since: timeField(live.fields, "updated_at")
    })
  ];
}
function addresses(told, live, subject) {
  const given = told.properties["allowed_address_pairs"];
  if (isUnresolved(given ?? null)) return [];
  const wanted = pairs(given);
  const there = pairs(live.fields["allowed_address_pairs"]);
  if (sameValue(wanted, there)) return [];
  const allowed = Array.isArray(given) ? given : [];
  return [
    driftItem({
      kind: "port-edited",
      subject,
      mends: [{ kind: "port", id: live.id, fields: { allowed_address_pairs: allowed } }],
      repository: `allowed addresses ${wanted.join(", ") || "none"}`,
      cloud: `allowed addresses ${there.join(", ") || "none"}`,
      remedy: `\`openstack port set --no-allowed-address ${wanted.map((one) => `--allowed-address ip-address=${one} `).join("")}${live.id}\``,
      since: timeField(live.fields, "updated_at")
    })
  ];
}
function pairs(value) {
  return objectsIn({ pairs: value ?? [] }, "pairs").map((pair) => textField(pair, "ip_address")).sort();
}
function ofFloatingIp(view, told) {
  const live = thingBehind(view, "floatingIp", told);
  const subject = `floating IP ${told.address}`;
  if (live === null) return [];
  if (live === void 0) return [gone(view, told, "floating-ip-missing", subject)];
  const wanted = holderOf(view, told);
  const port = textField(live.fields, "port_id");
  if (wanted === null || wanted.ports.includes(port)) return [];
  const address = textField(live.fields, "floating_ip_address");
  const [home, ...more] = wanted.ports;
  const free = port === "" && home !== void 0 && more.length === 0;
  return [
    driftItem({
      kind: "floating-ip-moved",
      subject: `${subject} (${address})`,
      repository: `on ${wanted.words}`,
      cloud: port === "" ? "on nothing" : `on port ${port}`,
      remedy: wanted.ports[0] ? `\`openstack floating ip set --port ${wanted.ports[0]} ${live.id}\`` : "run apply",
      since: timeField(live.fields, "updated_at"),
      mends: free ? [{ kind: "floatingIp", id: live.id, fields: { port_id: home } }] : []
    })
  ];
}
function holderOf(view, { address, properties }) {
  const given = properties["port_id"];
  if (given === void 0 || view.around.things.of.port === null) return null;
  if (typeof given === "string") return { words: `port ${given}`, ports: [given] };
  const above = address.slice(0, address.lastIndexOf("/") + 1);
  const [name, ...more] = [...referencedResources(given)];
  if (name === void 0 || more.length > 0) return null;
  const holder = view.told.find((one) => one.address === `${above}${name}`);
  if (holder === void 0) return null;
  if (holder.type === "OS::Octavia::LoadBalancer") {
    const vip = textField(thingBehind(view, "loadBalancer", holder)?.fields ?? {}, "vip_port_id");
    return vip === "" ? null : { words: `load balancer ${name}`, ports: [vip] };
  }
  const ports2 = view.around.portsByDevice.get(holder.physicalId)?.map(({ id }) => id);
  const server = view.servers.get(holder.physicalId);
  return ports2 && server ? { words: `server ${server.name}`, ports: ports2 } : null;
}

// src/core/drift/security-group-drift.ts
function securityGroupDrift(view) {
  return view.told.filter(({ type, settled }) => type === "OS::Neutron::SecurityGroup" && settled).flatMap((told) => {
    const live = thingBehind(view, "securityGroup", told);
    const subject = `security group ${told.address}`;
    if (live === null) return [];
    if (live === void 0) {
      return [
        driftItem({
          kind: "security-group-missing",
          subject,
          repository: "there",
          cloud: "does not exist in Neutron",
          remedy: `Heat does not know that it is gone: ${remakeWords(view.stack, told.address)}`
        })
      ];
    }
    const rules = told.properties["rules"] ?? [];
    return isUnresolved(rules) ? [] : ruleDrift(view, rules, live, subject);
  });
}
function ruleDrift(view, rules, live, subject) {
  const wanted = new Map(wantedRules(view, rules, live.id));
  const resources = new Set(view.stack.resources.map(({ physicalId }) => physicalId));
  const there = objectsIn(live.fields, "security_group_rules").filter(({ id }) => !resources.has(String(id)));
  const about = { service: "securityGroup", id: live.id };
  const has = new Set(there.map((rule) => ruleWords(view, rule, live.id)));
  const removed = [...wanted].filter(([words3]) => !has.has(words3));
  const added2 = there.filter((rule) => !wanted.has(ruleWords(view, rule, live.id)));
  return [
    ...removed.map(
      ([words3, rule]) => driftItem({
        kind: "security-rule-removed",
        subject,
        about,
        repository: words3,
        cloud: "no such rule",
        remedy: `an update of the stack does not mend it, as the template is the same: add it again by \`openstack security group rule create\` on ${live.id}`,
        since: timeField(live.fields, "updated_at"),
        mends: [{ kind: "addRule", group: live.id, rule: asNeutron(rule) }]
      })
    ),
    ...added2.map(
      (rule) => driftItem({
        kind: "security-rule-added",
        subject,
        about,
        repository: "no such rule",
        cloud: ruleWords(view, rule, live.id),
        remedy: `put it into the spec, or \`openstack security group rule delete ${String(rule["id"])}\``,
        since: timeField(rule, "created_at"),
        mends: [{ kind: "removeRule", id: String(rule["id"]) }]
      })
    )
  ];
}
function wantedRules(view, rules, own2) {
  const given = (Array.isArray(rules) ? rules.filter(isJsonObject) : []).map(
    (rule) => rule["remote_mode"] === "remote_group_id" && rule["remote_group_id"] === void 0 ? { ...rule, remote_group_id: own2 } : rule
  );
  const everything = ["IPv4", "IPv6"].map((ethertype) => ({ direction: "egress", ethertype }));
  const all = given.some((rule) => rule["direction"] === "egress") ? given : [...given, ...everything];
  return all.map((rule) => [ruleWords(view, rule, own2), rule]);
}
function asNeutron({ remote_mode: _, ...rule }) {
  return { direction: "ingress", ethertype: "IPv4", ...rule };
}
function ruleWords(view, rule, own2) {
  const direction = rule["direction"] === "egress" ? "out" : "in";
  const ports2 = [rule["port_range_min"], rule["port_range_max"]].filter((port) => (port ?? null) !== null);
  const range = ports2.length === 0 ? "" : ` ${[...new Set(ports2.map(String))].join("-")}`;
  const peer = peerWords(view, rule, own2);
  const family = String(rule["ethertype"] ?? "IPv4");
  return `${direction} ${protocolWords(rule["protocol"])}${range} ${direction === "in" ? "from" : "to"} ${peer} (${family})`;
}
var PROTOCOLS = {
  "1": "icmp",
  "6": "tcp",
  "17": "udp",
  "58": "icmpv6",
  "ipv6-icmp": "icmpv6"
};
function protocolWords(protocol) {
  const text2 = String(protocol ?? "any").toLowerCase();
  return PROTOCOLS[text2] ?? text2;
}
function peerWords({ around }, rule, own2) {
  const group = rule["remote_group_id"] ?? null;
  if (typeof group === "string") {
    if (group === own2) return "the group itself";
    const named = around.things.of.securityGroup?.get(group)?.fields["name"];
    return `security group ${typeof named === "string" ? named : group}`;
  }
  const range = rule["remote_ip_prefix"] ?? null;
  return typeof range === "string" && range !== "0.0.0.0/0" && range !== "::/0" ? range : "everybody";
}

// src/core/drift/stack-drift.ts
function stackDrift({ desired, observed }, plan) {
  if (desired.presence === "absent") return observed.presence === "absent" ? [] : [leftOver(desired.name)];
  if (observed.presence === "absent") return [missing2(desired.name)];
  const { state } = observed;
  const failed2 = state.status === "FAILED" && state.action !== "CHECK";
  const real = withoutConsequences(
    plan.changes.filter(({ address }) => address !== "stack"),
    desired,
    observed
  );
  const { declared, live } = clockOf(desired, observed);
  const applied = declared !== null && isRecorded(declared, live);
  const byPeople = applied ? withoutClock(real, plan.scalingGroups, { declared, live }) : real;
  return [
    ...failed2 ? [stopped(desired.name, `${state.action}_${state.status}`, state.reason)] : [],
    ...isSuspended(observed) ? [suspended(observed)] : [],
    ...[...byPeople.flatMap(changeItems), ...memberFiles(desired, observed, plan)].map(
      (item) => dated(item, observed)
    ),
    ...overdue(real, byPeople)
  ];
}
function withoutConsequences(changes, desired, observed) {
  const byParameter = changes.some(({ address }) => /^(parameters|environment)(\.|$)/.test(address));
  if (!byParameter) return changes;
  const [wanted, live] = [desired.template, observed.template].map(
    (template) => object(template[resourcesKey(template)])
  );
  return changes.filter(({ address }) => {
    const name = address.startsWith("resources.") ? address.slice("resources.".length) : null;
    return name === null || !sameValue(wanted?.[name], live?.[name]);
  });
}
function dated(item, { id, updatedAt }) {
  const about = { service: "stack", id };
  return updatedAt === null ? { ...item, about } : { ...item, about, since: updatedAt, through: "the last update of the stack" };
}
function memberFiles(desired, observed, plan) {
  const told = plan.changes.filter(({ address }) => address === "files").flatMap(({ fields }) => fields);
  return Object.keys(desired.files).filter((name) => observed.files[name] !== void 0 && observed.files[name] !== desired.files[name]).filter((name) => !told.some(({ path }) => path === name)).sort().map(
    (name) => driftItem({
      kind: "file-edited",
      subject: `files.${name}`,
      repository: "the text that its name stands for",
      cloud: "another text under the same name",
      remedy: "change anything in the file (a comment will do) and apply: under its new name Heat exchanges the members in batches"
    })
  );
}
function overdue(all, byPeople) {
  return all.flatMap(({ address, fields }) => {
    const told = byPeople.find((change) => change.address === address)?.fields ?? [];
    return fields.filter((field) => isBound(field) && !told.includes(field)).map((field) => driftItem({ ...fieldOf(address, field), kind: "schedule-missed", remedy: MISSED }));
  });
}
var MISSED = "the scheduled run has not come by for an hour: look at its workflow, or run `apply --only-schedules`";
var APPLY = "run apply to put the repository’s value back, or merge the live value into the spec";
function changeItems({ address, action, reason, fields }) {
  if (fields.length === 0) {
    const [repository, cloud] = action === "create" ? ["there", "missing"] : action === "delete" ? ["not there", "there"] : ["as written", reason];
    return [driftItem({ kind: kindOf(address), subject: address, repository, cloud, remedy: APPLY })];
  }
  return fields.map((field) => driftItem(fieldOf(address, field)));
}
function fieldOf(address, { path, before, after }) {
  const subject = path === "" ? address : `${address}.${path}`;
  return {
    kind: kindOf(address),
    subject,
    repository: words2(after),
    cloud: words2(before),
    remedy: APPLY,
    // what is shown of a secret is not the secret
    ...isSecretPath(path) ? {} : { live: [{ path: subject, value: before }] }
  };
}
var KINDS = [
  ["parameters", "parameter-edited"],
  ["environment", "environment-edited"],
  ["files", "file-edited"],
  ["metadata", "tags-edited"],
  ["tags", "tags-edited"]
];
function kindOf(address) {
  return KINDS.find(([prefix]) => address === prefix || address.startsWith(`${prefix}.`))?.[1] ?? "template-edited";
}
function words2(value) {
  if (value === null) return "absent";
  return typeof value === "string" ? value : JSON.stringify(value);
}
function isSuspended({ state }) {
  return state.action === "SUSPEND" && state.status === "COMPLETE";
}
function suspended({ name, id }) {
  return driftItem({
    kind: "stack-suspended",
    subject: `stack ${name}`,
    about: { service: "stack", id },
    repository: "runs",
    cloud: "SUSPEND_COMPLETE: its servers and alarms sleep; what else differs is looked at when it is resumed",
    remedy: `\`openstack stack resume ${name}\``
  });
}
function missing2(name) {
  return driftItem({
    kind: "stack-missing",
    subject: `stack ${name}`,
    repository: "there",
    cloud: "missing",
    remedy: "run apply to create it, or replace the spec by a tombstone (`kind: Deleted`)"
  });
}
function leftOver(name) {
  return driftItem({
    kind: "stack-left-over",
    subject: `stack ${name}`,
    repository: "deleted",
    cloud: "there",
    remedy: "run apply to delete it"
  });
}
function stopped(name, state, reason) {
  return driftItem({
    kind: "stack-failed",
    subject: `stack ${name}`,
    repository: "complete",
    cloud: `${state}${reason === "" ? "" : `: ${reason}`}`,
    remedy: "run apply: it finishes what stopped; until then alarms and signals do nothing"
  });
}

// src/core/drift/unheard.ts
function wantsToScale(view) {
  return firing(view).length > 0;
}
function firing({ told, stack: stack2, around }) {
  const policies = told.filter(({ type }) => type === "OS::Heat::ScalingPolicy");
  return told.filter(({ type, physicalId }) => {
    const alarm = type.startsWith("OS::Aodh::") ? around.things.of.alarm?.get(physicalId) : void 0;
    return alarm?.fields["state"] === "alarm" && alarm.fields["enabled"] !== false;
  }).flatMap(
    (alarm) => [...referencedResources(alarm.properties["alarm_actions"] ?? null)].flatMap((name) => {
      const policy = policies.find(({ address }) => address === name);
      const group = stack2.groups.find(
        ({ nested }) => nested !== null && nested.id === policy?.properties["auto_scaling_group_id"]
      );
      return policy && group && hasRoom(policy, group, told) ? [{ alarm, policy, group }] : [];
    })
  );
}
function hasRoom({ properties }, { address, members }, told) {
  const bounds = told.find((one) => one.address === address)?.properties ?? {};
  const change = Number(properties["scaling_adjustment"]);
  const [min, max] = [Number(bounds["min_size"]), Number(bounds["max_size"])];
  if (properties["adjustment_type"] === "exact_capacity") {
    const wanted = Math.max(min, Math.min(max, change));
    return !Number.isNaN(wanted) && members.length !== wanted;
  }
  return change > 0 ? members.length < max : members.length > min;
}
var UNHEARD_AFTER_MINUTES = 10;
function unheardAlarms(view, pulse) {
  return firing(view).flatMap(({ alarm, policy, group }) => {
    const now = pulse.groups.find(({ address }) => address === group.address);
    const live = view.around.things.of.alarm?.get(alarm.physicalId);
    if (now === void 0 || live?.fields["repeat_actions"] === false || isMoving(view, group, now))
      return [];
    return [
      driftItem({
        kind: "alarm-unheard",
        subject: `alarm ${alarm.address}`,
        about: { service: "alarm", id: alarm.physicalId },
        repository: `signals ${policy.address}`,
        cloud: `in alarm, the group has room (${group.members.length} servers) and does not move`,
        remedy: `the trust of the alarm may be dead (its owner was disabled or lost the role), or its address: have Heat make it anew, as a user with a password: ${remakeWords(view.stack, alarm.address)}`
      })
    ];
  });
}
function isMoving({ now: clock }, { members }, { activity, nestedState }) {
  if (activity.scalingInProgress || nestedState?.status === "IN_PROGRESS") return true;
  const last = [activity.cooldownUntil, ...members.map(({ createdAt }) => createdAt)].map((time) => Date.parse(time ?? "")).filter((time) => !Number.isNaN(time));
  return Date.parse(clock) - Math.max(...last) < UNHEARD_AFTER_MINUTES * 6e4;
}

// src/core/drift/drift.ts
function detectDrift(pair, circumstances) {
  const { desired, observed } = pair;
  const result = (rest) => ({
    name: desired.name,
    stackId: observed.presence === "present" ? observed.id : null,
    source: desired.source,
    status: "clean",
    items: [],
    fixed: [],
    ignored: (pair.left?.fields ?? []).map(({ path, reason, expires }) => ({
      kind: kindOf(path),
      subject: path,
      reason,
      expires
    })),
    notDrift: [],
    message: "",
    ...rest
  });
  if (observed.presence === "present" && observed.state.status === "IN_PROGRESS") {
    return result({
      status: "in-progress",
      message: `the stack is ${observed.state.action}_IN_PROGRESS: somebody is at work on it`
    });
  }
  const plan = planGroup(pair);
  const late = lateBounds(pair);
  const due = { ...pair, desired: late?.desired ?? desired };
  const known = late === null ? plan : { ...plan, changes: withoutClock(plan.changes, plan.scalingGroups, late.clock) };
  const view = viewOf(pair, circumstances);
  const asleep = observed.presence === "present" && isSuspended(observed);
  const items = [
    ...stackDrift(due, known),
    ...asleep ? [] : groupDrift(due),
    ...view === null || asleep ? [] : [...memberDrift(due, known, view), ...thingDrift(view)],
    ...circumstances.pulse === null || view === null ? [] : atRest(view, circumstances.pulse)
  ];
  const notDrift2 = [...late?.notDrift ?? [], ...rightlyDifferent(due)];
  return result({ status: items.length > 0 ? "drifted" : "clean", items, notDrift: notDrift2 });
}
function uncheckedDrift({ name, source }, message) {
  return {
    name,
    stackId: null,
    source,
    status: "unchecked",
    items: [],
    fixed: [],
    ignored: [],
    notDrift: [],
    message
  };
}
function atRest(view, pulse) {
  return [...stuckScaling(view.stack, pulse), ...unheardAlarms(view, pulse)];
}
function viewOf({ desired, observed, definitions }, { catalogue, around, now }) {
  if (desired.presence === "absent" || observed.presence === "absent") return null;
  return {
    stack: observed,
    told: toldResources(observed, definitions),
    around,
    catalogue,
    servers: serversOf(observed),
    now
  };
}
function serversOf({ groups }) {
  const all = groups.flatMap(({ members }) => members.flatMap(({ servers }) => servers));
  return new Map(all.map((server) => [server.id, server]));
}
function thingDrift(view) {
  return [
    ...portDrift(view),
    ...securityGroupDrift(view),
    ...balancerDrift(view),
    ...poolMemberDrift(view),
    ...alarmDrift(view),
    ...orphanServers(view)
  ];
}
function rightlyDifferent({ desired, observed }) {
  if (desired.presence === "absent" || observed.presence === "absent") return [];
  const whose2 = desired.paused ? "scaling is paused, and so it stays" : "the autoscaler's business";
  return desired.groups.flatMap(({ address, min, max, initial }) => {
    const members = observed.groups.find((group) => group.address === address)?.members ?? [];
    const moving = members.filter(({ state }) => state.status === "IN_PROGRESS").length;
    const size = members.length;
    const inside = size >= (min ?? 0) && size <= (max ?? size);
    const busy2 = members.filter(({ state }) => state.status !== "IN_PROGRESS").flatMap(({ servers }) => servers.filter(isOnItsWay));
    return [
      ...moving > 0 ? [`${address} is being scaled: ${moving} of its members were not looked at`] : [],
      ...busy2.map(({ name, status, taskState }) => `server ${name} is ${taskState ?? status} just now`),
      ...inside && size !== (initial ?? min) ? [`${address} stands at ${size} (${min ?? "?"}..${max ?? "?"}): ${whose2}`] : []
    ];
  });
}

// src/core/drift/ignored-fields.ts
function leftOf(field, by) {
  const { path, told, value } = field;
  const whole = by(path);
  if (whole !== null) return { field, rule: whole, rest: null };
  if (!isJsonObject(told) || !isJsonObject(value)) return { field, rule: null, rest: field };
  const differing2 = Object.keys(told).filter((key2) => !sameValue(told[key2], value[key2]));
  const rules = new Map(differing2.map((key2) => [key2, by(`${path}.${key2}`)]));
  const rule = [...rules.values()].find((one) => one !== null) ?? null;
  if (rule === null) return { field, rule, rest: field };
  const left = differing2.filter((key2) => rules.get(key2) !== null);
  if (left.length === differing2.length) return { field, rule, rest: null };
  const [toSet, rest] = [withKeysOf(told, value, left), withKeysOf(value, told, left)];
  return { field, rule, rest: { ...field, value: rest }, part: { keys: left, toSet } };
}
function withKeysOf(base, from, keys) {
  const others = Object.entries(base).filter(([key2]) => !keys.includes(key2));
  const taken = keys.flatMap((key2) => {
    const value = from[key2];
    return value === void 0 ? [] : [[key2, value]];
  });
  return Object.fromEntries([...others, ...taken]);
}
function withoutFields(item, judged) {
  const gone2 = new Set(judged.flatMap(({ field, rest }) => rest === null ? [propertyOf(field)] : []));
  const open = judged.flatMap(({ rest, part }) => rest === null ? [] : [{ rest, keys: part?.keys ?? [] }]);
  const parts = new Map(
    judged.flatMap(
      ({ field, part }) => part === void 0 ? [] : [[propertyOf(field), part.toSet]]
    )
  );
  const sideOf = (side) => open.map(({ rest, keys }) => `${propertyOf(rest)} ${words(withoutThose(rest[side] ?? null, keys))}`).join(", ");
  const repository = sideOf("told");
  const left = judged.filter(({ rule }) => rule !== null).map(({ field }) => propertyOf(field));
  return {
    ...item,
    live: open.map(({ rest }) => rest),
    repository,
    cloud: sideOf("value"),
    remedy: `set ${repository} back where it is kept, or merge the live value into the spec; a rule leaves ${left.join(", ")} as it is${parts.size > 0 ? " in part" : ""}`,
    mends: item.mends.flatMap((mend) => withoutProperties(mend, gone2, parts))
  };
}
function withoutThose(value, keys) {
  return isJsonObject(value) && keys.length > 0 ? withoutKeys(value, new Set(keys)) : value;
}
function propertyOf({ path }) {
  return path.slice(path.lastIndexOf(".properties.") + ".properties.".length);
}
function withoutProperties(mend, gone2, parts) {
  if (!("fields" in mend)) return [];
  const kept = mend.kind === "alarm" ? withoutKeys(inRules(mend.fields, gone2), gone2) : withoutKeys(mend.fields, gone2);
  const fields = Object.fromEntries(
    Object.entries(kept).map(([key2, value]) => [key2, parts.get(key2) ?? value])
  );
  return Object.keys(fields).length === 0 ? [] : [{ ...mend, fields }];
}
function inRules(fields, gone2) {
  const inner = Object.entries(fields).map(([key2, value]) => [
    key2,
    isJsonObject(value) ? withoutKeys(value, gone2) : value
  ]);
  return Object.fromEntries(
    inner.filter(([, value]) => !isJsonObject(value) || Object.keys(value).length > 0)
  );
}
function withoutKeys(fields, gone2) {
  return Object.fromEntries(Object.entries(fields).filter(([key2]) => !gone2.has(key2)));
}

// src/core/drift/ignored.ts
function withoutIgnored(group, rules, now) {
  const judged = group.items.map((item) => judge(item, group.name, rules, now));
  const items = judged.flatMap(({ kept }) => kept === null ? [] : [kept]);
  const emptied = group.status === "drifted" && items.length === 0;
  return {
    ...group,
    items,
    ignored: [...group.ignored, ...judged.flatMap(({ ignored }) => ignored)],
    status: emptied ? "clean" : group.status
  };
}
function judge(item, group, rules, now) {
  const { kind, subject, place = subject, partOf, live = [] } = item;
  const told = (what, { reason, expires }) => ({
    ...{ kind, subject: what, reason, expires },
    ...partOf === void 0 ? {} : { partOf }
  });
  const held = rules.filter((rule) => !isExpired(rule, now) && matches(rule.group, group));
  const by = (...paths) => ruleFor(held, paths);
  const own2 = by(subject, place);
  if (own2 !== null) return { kept: null, ignored: [told(subject, own2)] };
  const each = live.map((field) => leftOf(field, (path) => by(path, nameOf(subject, field, path))));
  const left = each.flatMap(({ rule, field }) => rule === null ? [] : [{ rule, field }]);
  const [first] = left;
  if (first === void 0) return { kept: untouchable(item, held), ignored: [] };
  if (left.length === live.length && each.every(({ rest }) => rest === null))
    return { kept: null, ignored: [told(subject, first.rule)] };
  return {
    kept: withoutFields(item, each),
    ignored: left.map(({ field, rule }) => told(`${subject} ${propertyOf(field)}`, rule))
  };
}
function ruleFor(held, paths) {
  return held.find((rule) => paths.some((path) => matches(rule.path, path, true))) ?? null;
}
function nameOf(subject, field, path) {
  return `${subject} ${propertyOf({ ...field, path })}`;
}
function untouchable(item, held) {
  const { subject, place = subject, mends } = item;
  const inside = held.find((rule) => reachesBelow(rule.path, place));
  if (inside === void 0 || mends.every(({ kind }) => kind !== "remake")) return item;
  const mustStay = `the rule for ${inside.path} may mean a part of it, which is not told apart here and would be lost with the rest: name ${place} in it, or take it out`;
  return { ...item, mustStay };
}
function expiredRules(rules, now) {
  return rules.filter((rule) => isExpired(rule, now)).map(
    ({ group, path, reason, expires, source }) => driftItem({
      kind: "ignore-expired",
      subject: `ignore rule for ${group}: ${path}`,
      repository: `held until ${expires}: ${reason}`,
      cloud: "what it hid counts again",
      remedy: `take it out of ${source.file} (line ${source.line}), or give it another last day`
    })
  );
}

// src/core/drift/second-look.ts
function confirmed(first, second) {
  if (second.status !== "drifted") return second;
  const items = second.items.filter((item) => first.items.some((one) => keyOf(one) === keyOf(item)));
  return { ...second, items, status: items.length === 0 ? "clean" : "drifted" };
}
function keyOf({ kind, subject, repository, cloud }) {
  return `${kind} ${subject}${SEVERAL.has(kind) ? ` ${JSON.stringify([repository, cloud])}` : ""}`;
}
var SEVERAL = /* @__PURE__ */ new Set(["security-rule-removed", "security-rule-added", "port-edited"]);

// src/core/fix/remake-hold.ts
function remakeHold({ group, pair: { observed } }, item) {
  if (observed.presence === "absent") return "the stack is missing";
  const { mends } = item;
  if (group.ignored.some((one) => isOf(item, one)))
    return "a rule of the settings leaves a part of it alone, and made anew it would not be";
  const addresses2 = mends.flatMap((mend) => mend.kind === "remake" ? [mend.address] : []);
  for (const address of addresses2) {
    const above = address.slice(0, address.lastIndexOf("/") + 1);
    const why = unwell(observed, above, addresses2) ?? (above === "" ? resized2(observed, [...group.items, ...group.ignored]) : null);
    if (why !== null) return why;
  }
  return null;
}
function isOf({ subject, partOf = subject }, ignored) {
  const of = ignored.partOf ?? ignored.subject;
  return of === partOf || of.startsWith(`${partOf} `);
}
function unwell({ resources }, above, asked) {
  const other = resources.find(
    ({ address, state }) => address.startsWith(above) && state.status !== "COMPLETE" && !asked.includes(address)
  );
  if (other === void 0) return null;
  return `Heat would be asked for an update, and ${other.address} is ${other.state.action}_${other.state.status}`;
}
function resized2(observed, items) {
  const odd = items.find(({ kind }) => VISITED.has(kind));
  if (odd !== void 0) return `Heat would be asked for an update, which does more here: ${odd.subject}`;
  const sized = Object.entries(groupProperties({ ...observed, initial: [] })).find(
    ([, properties]) => "desired_capacity" in properties || "DesiredCapacity" in properties
  );
  return sized === void 0 ? null : `the template gives ${sized[0]} a desired capacity, which an update would set`;
}
var VISITED = /* @__PURE__ */ new Set([
  "size-out-of-bounds",
  "member-behind",
  "member-failed",
  "group-cannot-scale",
  "scaling-stuck"
]);

// src/core/fix/ways.ts
var service = (unless = "what it should be is not to be told from here") => ({
  by: "service",
  unless
});
var heat = { by: "heat" };
var stack = { by: "stack" };
var people = (why) => ({ by: "people", why });
var APPLY2 = "that is for apply";
var REPLACE = "that would replace a server: `health --heal` does it, within its budget";
var REMOVE = "`--fix` deletes nothing that somebody made";
var REBUILD = "what hangs on it would have to be made anew with it";
var UNKNOWN_GROUP = "a security group that it should have is not found by its name, or found twice";
var FIX_WAYS = {
  "stack-missing": people(APPLY2),
  "stack-left-over": people(APPLY2),
  "stack-failed": people("apply finishes what stopped"),
  "stack-suspended": people("somebody put it to sleep"),
  "stack-without-spec": people(REMOVE),
  "template-edited": stack,
  "parameter-edited": stack,
  "environment-edited": stack,
  "file-edited": people("Heat would change every member at once"),
  "tags-edited": stack,
  "schedule-missed": people("that is for the scheduled run"),
  "ignore-expired": people("it stands in the settings"),
  "group-cannot-scale": people("a mark is taken back, or an update finished, by somebody who knows why"),
  "scaling-stuck": people("between its two commands nothing may come"),
  "size-out-of-bounds": people("sizes are never touched"),
  "size-unexplained": people("sizes are never touched"),
  "member-failed": people(REPLACE),
  "member-behind": people(REPLACE),
  "server-missing": people(REPLACE),
  "server-stopped": people("somebody stopped it, or it stopped: `health --heal` replaces it"),
  "server-error": people(REPLACE),
  "server-not-active": people("somebody may be at work in it: `health --heal` replaces it"),
  "server-resized": people("a resize stops the server"),
  "server-rebuilt": people("a rebuild stops the server"),
  "server-renamed": service("only Heat knows the name that it gave"),
  "server-metadata-edited": service(),
  "server-metadata-added": service(),
  "server-metering-lost": service(),
  "server-tags-edited": service(),
  "server-locked": people("a lock says that somebody wants it left alone"),
  "server-key-changed": people("a key pair comes into a server only by a rebuild"),
  "server-security-groups-edited": service(UNKNOWN_GROUP),
  "server-networks-changed": people("connections run over it"),
  "server-volume-detached": people("a volume may be in use elsewhere"),
  "server-volume-attached": people("a volume may be in use"),
  "server-orphan": people(REMOVE),
  "port-missing": people(REPLACE),
  "port-disabled": service(),
  "port-edited": service(UNKNOWN_GROUP),
  "security-group-missing": people(REBUILD),
  "security-rule-removed": service(),
  "security-rule-added": service(),
  "floating-ip-missing": people("a new one would have another address"),
  "floating-ip-moved": service(
    "it serves something else now, or it is not to be told which port it belongs to"
  ),
  "balancer-missing": people(REBUILD),
  "balancer-error": people("only an operator can fail it over"),
  "balancer-edited": service(),
  "balancer-disabled": service(),
  "listener-missing": people(REBUILD),
  "listener-added": people(REMOVE),
  "listener-edited": service(),
  "listener-disabled": service(),
  "pool-missing": people(REBUILD),
  "pool-added": people(REMOVE),
  "pool-edited": service(),
  "pool-disabled": service(),
  "monitor-missing": heat,
  "monitor-added": people(REMOVE),
  "monitor-edited": service(),
  "monitor-disabled": service(),
  "pool-member-missing": heat,
  "pool-member-added": people(REMOVE),
  "pool-member-edited": service(),
  "pool-member-disabled": service(),
  "pool-member-astray": heat,
  "alarm-missing": heat,
  "alarm-disabled": service(),
  "alarm-enabled": service(),
  "alarm-edited": service(),
  "alarm-action-edited": heat,
  "alarm-blind": people("measures are missing: nothing in the stack is wrong"),
  "alarm-unheard": people("first somebody must find out what died")
};
function wayOf(kind) {
  return isKnown(kind) ? FIX_WAYS[kind] : people("nobody said how");
}
function isKnown(kind) {
  return Object.hasOwn(DRIFT_KINDS, kind);
}

// src/core/fix/decide-fix.ts
function decideFix(view) {
  const { items } = view.group;
  const hold = view.hold ?? holdOfStack(view.pair);
  const stack2 = items.filter(isOfStack);
  const stackHold = hold ?? (stack2.length === 0 ? null : reapplyHold(view));
  const judged = items.map((item) => {
    const why = whyNot(item) ?? hold ?? (isOfStack(item) ? stackHold : partHold(view, item, stackHold));
    return { item, why };
  });
  const free = judged.filter(({ why }) => why === null).map(({ item }) => item);
  return {
    reapply: free.filter(isOfStack),
    mend: free.filter((item) => !isOfStack(item)),
    left: judged.flatMap(({ item, why }) => why === null ? [] : [{ ...item, left: why }])
  };
}
function isOfStack({ kind }) {
  return wayOf(kind).by === "stack";
}
function whyNot({ kind, mends, mustStay }) {
  const way = wayOf(kind);
  if (way.by === "people") return way.why;
  if (mustStay !== void 0) return mustStay;
  return way.by === "service" && mends.length === 0 ? way.unless : null;
}
function holdOfStack({ observed }) {
  if (observed.presence === "absent") return "the stack is missing";
  const { action, status } = observed.state;
  if (isUnfinished(observed)) return `the stack is ${action}_${status}: apply finishes what stopped`;
  return isSuspended(observed) ? "the stack is suspended" : null;
}
function partHold(view, item, stackHold) {
  if (stackHold !== null) return `the stack itself is not what its spec says, and stays so: ${stackHold}`;
  const file = view.group.items.find(({ kind }) => kind === "file-edited");
  if (file !== void 0) return `Heat was told something else than the spec says: ${file.subject}`;
  return item.mends.some(({ kind }) => kind === "remake") ? remakeHold(view, item) : null;
}
var STACK_KINDS = /* @__PURE__ */ new Set([
  "template-edited",
  "parameter-edited",
  "environment-edited"
]);
function reapplyHold({ group, pair, plan }) {
  const { desired, observed } = pair;
  if (desired.presence === "absent" || observed.presence === "absent") return "there is nothing to send";
  if (group.ignored.some(({ kind }) => STACK_KINDS.has(kind)))
    return "a rule of the settings leaves a part of the stack alone: an update of it is for people to look at, then apply";
  if (!wasSent(desired, observed))
    return "what the spec says was not applied by the last apply: merge and apply it";
  const blocking = group.items.find(({ kind }) => kind === "file-edited" || kind === "schedule-missed");
  if (blocking !== void 0) return `an update would send more than that: ${blocking.subject}`;
  return touched(plan);
}
function touched({ action, servers, size, changes, steps }) {
  const { create, replace, update, delete: gone2 } = servers;
  if (create + replace + update + gone2 > 0 || size.after !== size.current || action === "replace")
    return "an update would touch servers: look at a plan, then apply";
  const taken = changes.find((change) => change.action === "delete" || change.action === "replace");
  if (taken !== void 0)
    return `an update would ${taken.action} ${taken.address}: look at a plan, then apply`;
  const lent = steps.some(({ kind, capacities }) => kind !== "update" || capacities.length > 0);
  return action === "update" && !lent ? null : "an update would take several steps: look at a plan, then apply";
}

// src/core/fix/outcome.ts
function afterFix({ before, after, tried: tried2, left, troubles }) {
  if (after.status !== "drifted" && after.status !== "clean") return unverified(after, tried2);
  const there = new Set(after.items.map(keyOf));
  const first = new Map(before.items.map((item) => [keyOf(item), item]));
  const fixed = tried2.filter((item) => !there.has(keyOf(item)) && !troubles.has(keyOf(item))).map((item) => first.get(keyOf(item)) ?? item);
  const reasons = new Map([
    ...tried2.map((item) => [keyOf(item), STILL]),
    ...left.map((item) => [keyOf(item), item.left]),
    ...troubles
  ]);
  return {
    ...after,
    fixed,
    items: after.items.map((item) => ({ ...item, left: reasons.get(keyOf(item)) ?? NEW }))
  };
}
var STILL = "it was written, and a look afterwards found it as it was";
var NEW = "it was found only afterwards: the next run looks at it";
function unverified(after, tried2) {
  const what = tried2.map(({ subject }) => subject).join(", ");
  const written3 = what === "" ? "" : `; written, but not looked at again: ${what}`;
  return { ...after, message: `${after.message}${written3}` };
}

// src/core/drift/rule-makers.ts
function addedRules({ items }) {
  return items.flatMap(ruleOf);
}
function withMakers(group, makers) {
  const items = group.items.map((item) => {
    const [id] = ruleOf(item);
    if (id === void 0) return item;
    if (makers === null) return { ...item, mustStay: UNKNOWN };
    const maker = makers.get(id);
    return maker === void 0 ? item : madeBy(item, maker);
  });
  return { ...group, items };
}
var UNKNOWN = "another stack of the project may have made it, and nobody could tell: `openstack stack list`, or take it away by hand";
function madeBy(item, { stack: stack2, resource }) {
  return {
    ...item,
    through: `the stack ${stack2} (${resource})`,
    remedy: `take ${resource} out of the stack ${stack2}, or give that a security group of its own; if it is right as it is, a rule of the settings leaves it alone`,
    mustStay: `the stack ${stack2} made it (${resource}), and would miss it`,
    mends: []
  };
}
function ruleOf({ kind, mends }) {
  if (kind !== "security-rule-added") return [];
  return mends.flatMap((mend) => mend.kind === "removeRule" ? [mend.id] : []);
}

// src/commands/ask-makers.ts
async function askMakers(cloud, groups) {
  const ids = groups.flatMap(addedRules);
  if (ids.length === 0) return groups;
  const makers = await makersOf(cloud, ids);
  return groups.map((group) => withMakers(group, makers));
}
async function makersOf(cloud, ids) {
  try {
    return await cloud.makers(ids);
  } catch (error) {
    if (error instanceof CloudError) return null;
    throw error;
  }
}

// src/core/drift/deeds.ts
var LEADS_TO = {
  "server-missing": ["delete", "forceDelete"],
  "server-stopped": ["stop", "shelve"],
  "server-not-active": ["pause", "suspend", "rescue", "shelve", "resize", "migrate"],
  "server-resized": ["resize", "confirmResize"],
  "server-rebuilt": ["rebuild"],
  "server-key-changed": ["rebuild"],
  "server-locked": ["lock"],
  "server-networks-changed": ["attach_interface", "detach_interface"],
  "server-volume-detached": ["detach_volume"],
  "server-volume-attached": ["attach_volume"],
  "server-orphan": ["create"],
  "alarm-disabled": ["rule change"],
  "alarm-enabled": ["rule change"],
  "alarm-edited": ["rule change"],
  "alarm-action-edited": ["rule change"],
  "alarm-blind": ["state transition", "creation"],
  "alarm-unheard": ["state transition", "creation"]
};
var NOT_REBUILT = "no rebuild that Nova remembers: the name stands for another image than it did then";
var PATIENCE = {
  "alarm-blind": BLIND_AFTER_MINUTES,
  "alarm-unheard": UNHEARD_AFTER_MINUTES
};
function explained(item, deeds, { now, userId }) {
  const patience = own(PATIENCE, item.kind);
  if (deeds === null) return patience === void 0 ? item : null;
  const words3 = own(LEADS_TO, item.kind) ?? [];
  const [last] = deeds.filter(({ what }) => words3.includes(what)).toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  if (last === void 0) {
    const renamed2 = item.kind === "server-rebuilt" && deeds.length > 0;
    return renamed2 ? { ...item, since: null, through: NOT_REBUILT } : item;
  }
  if (patience !== void 0) {
    const minutes = (Date.parse(now) - Date.parse(last.at)) / 6e4;
    return minutes < patience ? null : { ...item, since: last.at };
  }
  const who = last.userId === null ? "" : last.userId === userId ? " by our own user" : ` by user ${last.userId}`;
  return { ...item, since: last.at, through: `${last.what}${who}` };
}
function hangsOnDeeds({ kind }) {
  return own(PATIENCE, kind) !== void 0;
}
function hasDeeds({ kind, about }) {
  return about !== null && (about.service === "server" || about.service === "alarm") && Object.hasOwn(LEADS_TO, kind);
}

// src/core/report/drift-table.ts
var WHAT = line`what`;
var REPOSITORY = line`in the repository`;
var CLOUD = line`in the cloud`;
var SINCE = line`since`;
var WAY_OUT = line`way out`;
function inOrder(items) {
  return items.toSorted((a, b) => rank(a) - rank(b));
}
var RANKS = { error: 1, warn: 2, info: 3 };
function rank({ severity, cannotScale: cannotScale2 }) {
  return cannotScale2 ? 0 : RANKS[severity];
}
function driftTable(items, context, detail) {
  const dated2 = items.some((item) => sinceWords(item) !== "");
  const rows = items.slice(0, detail.rows).map((item) => [
    whatWords(item, context),
    [item.repository],
    [item.cloud],
    ...dated2 ? [[sinceWords(item)]] : [],
    quoted(item.remedy)
  ]);
  const rest = items.length - rows.length;
  const blank = dated2 ? [[], [], [], []] : [[], [], []];
  return {
    kind: "table",
    head: dated2 ? [WHAT, REPOSITORY, CLOUD, SINCE, WAY_OUT] : [WHAT, REPOSITORY, CLOUD, WAY_OUT],
    rows: rest > 0 ? [...rows, [[count("more difference", rest)], ...blank]] : rows
  };
}
function whatWords({ severity, subject, about }, context) {
  const href = horizonPage(about, context);
  return line`${SEVERITY_MARKS[severity]} ${href === null ? quoted(subject) : link(subject, href)}`;
}
function sinceWords({ since, through }) {
  const time = since === null ? "" : minuteOf(since);
  return [time, through].filter((part) => part !== "").join(", ");
}
function minuteOf(time) {
  const [, day, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(time) ?? [];
  return day === void 0 ? time : `${day} ${minute} UTC`;
}

// src/core/report/drift-fixed.ts
function fixedBlocks(groups, detail) {
  const all = groups.flatMap(({ name, fixed }) => fixed.map((item) => ({ name, item })));
  if (all.length === 0) return [];
  const items = all.slice(0, detail.rows).map(({ name, item }) => line`${strong(name)} ${fixedLine(item)}`);
  const rest = all.length - items.length;
  const shown2 = rest > 0 ? [...items, line`and ${grouped(rest)} more`] : items;
  return [
    paragraph(line`${strong("Put right")} by this run:`),
    { kind: "list", items: shown2, numbered: false }
  ];
}
function fixedLine(item) {
  const since = sinceWords(item);
  const when = since === "" ? "" : ` (${since})`;
  return line`${quoted(item.subject)}: ${item.cloud} → ${item.repository}${when}`;
}
function leftBlocks(items, detail) {
  const reasons = [...new Set(items.map(({ left }) => left))].filter((left) => left !== "");
  if (reasons.length === 0) return [];
  const lines = reasons.slice(0, detail.rows).map((reason) => {
    const about = items.filter(({ left }) => left === reason);
    const named = join(
      about.slice(0, NAMED).map(({ subject }) => quoted(subject)),
      ", "
    );
    const more = about.length > NAMED ? ` and ${grouped(about.length - NAMED)} more` : "";
    return line`${named}${more}: ${quoted(reason)}`;
  });
  return [
    paragraph(line`${strong("Left")} by ${code("--fix")}:`),
    { kind: "list", items: lines, numbered: false }
  ];
}
var NAMED = 3;

// src/core/report/issue-drift.ts
function driftIssueBody(group, context) {
  return issueBody((detail) => [
    paragraph(driftSentence(group, context)),
    ...meanwhile(group),
    ...differences2(group.items, context, detail),
    ...leftBlocks(group.items, detail),
    ...fixedBlocks([group], detail),
    ...notDrift(group, detail),
    issueFooter(ENDING, context)
  ]);
}
var ENDING = "rewritten when something changes, closed when clean";
function straysIssueBody(strays2, context) {
  return issueBody((detail) => [
    paragraph(
      line`${strong("In the cloud, but in no spec")}: Thermostat made these, and no spec of this repository names them any more.`
    ),
    ...differences2(strays2, context, detail),
    issueFooter(ENDING, context)
  ]);
}
function driftSentence(group, context) {
  const { source, items } = group;
  return line`${stackSubject(group, context)} differs from ${code(source.file)} in ${count("place", items.length)}`;
}
function driftItemLine({ subject, repository, cloud }) {
  return line`${quoted(subject)}: ${repository} in the repository, ${cloud} in the cloud`;
}
function meanwhile({ name, items }) {
  const deaf2 = items.filter(({ cannotScale: cannotScale2 }) => cannotScale2);
  if (deaf2.length === 0) return [];
  const because2 = deaf2.slice(0, 3).map(({ subject }) => subject).join(", ");
  return [
    {
      kind: "alert",
      tone: "caution",
      lines: [line`${strong(name)} cannot scale any more: ${quoted(because2)}`]
    }
  ];
}
function differences2(items, context, detail) {
  const sorted = inOrder(items);
  const table = driftTable(sorted, context, detail);
  return [table.kind === "table" ? withoutLast(table) : table, ...wayOut(sorted, detail)];
}
function withoutLast(table) {
  return { ...table, head: table.head.slice(0, -1), rows: Array.from(table.rows, (row2) => row2.slice(0, -1)) };
}
function wayOut(items, detail) {
  const remedies = [...new Set(items.map(({ remedy }) => remedy))].filter((remedy) => remedy !== "");
  const [only] = remedies;
  if (only === void 0) return [];
  if (remedies.length === 1) return [paragraph(line`${strong("Way out")}: ${quoted(only)}`)];
  const shown2 = remedies.slice(0, detail.rows).map((remedy) => {
    const cured = items.filter((item) => item.remedy === remedy);
    const more = cured.length > 1 ? ` and ${grouped(cured.length - 1)} more` : "";
    return line`${quoted(cured[0]?.subject ?? "")}${more}: ${quoted(remedy)}`;
  });
  return [paragraph(line`${strong("Way out")}`), { kind: "list", items: shown2, numbered: false }];
}
function notDrift({ notDrift: rightly, ignored }, detail) {
  const said = [
    ...rightly.slice(0, detail.rows),
    ...ignored.length > 0 ? [`${count("difference", ignored.length)} ignored by the settings`] : []
  ];
  return said.length === 0 ? [] : [paragraph(line`Not drift, when this was written: ${said.join("; ")}`)];
}

// src/core/issues/drift-verdicts.ts
function driftVerdicts(drift2, context) {
  return [
    checkedAgain("drift", ""),
    strays(drift2.strays, context),
    ...drift2.groups.flatMap((group) => groupVerdicts(group, context))
  ];
}
function groupVerdicts(group, context) {
  const { name, message, status } = group;
  switch (status) {
    case "in-progress":
      return [];
    case "unchecked":
      return [checkFailed({ what: "drift", group: name, message, problems: [] }, context)];
    case "clean":
      return [
        checkedAgain("drift", name),
        { state: "clean", subject: { kind: "drift", group: name }, word: word(group) }
      ];
    case "drifted":
      return [checkedAgain("drift", name), found2(group, context)];
  }
}
function strays(items, context) {
  const subject = { kind: "drift", group: "" };
  if (items.length === 0) return { state: "clean", subject, word: "Clean: everything there is in a spec." };
  const title = issueTitle("Stacks in no spec", context.key ?? "");
  const wanted = { title, facts: items.map(fact), body: straysIssueBody(items, context), line: title };
  return { state: "found", subject, wanted };
}
function found2(group, context) {
  return {
    state: "found",
    subject: { kind: "drift", group: group.name },
    wanted: {
      title: issueTitle(`${group.name} differs from its spec`, context.key ?? ""),
      facts: group.items.map(fact),
      body: driftIssueBody(group, context),
      line: issueLine(driftSentence(group, context))
    }
  };
}
function fact(item) {
  const { kind, subject, repository, cloud } = item;
  return {
    id: `${kind} ${subject}`,
    severity: item.severity,
    detail: JSON.stringify([repository, cloud]),
    line: issueLine(driftItemLine(item))
  };
}
var LISTED = 5;
function word({ name, source, fixed }) {
  const clean2 = line`Clean: ${strong(name)} is as ${source.file} says.`;
  if (fixed.length === 0) return issueLine(clean2);
  const shown2 = join(fixed.slice(0, LISTED).map(fixedLine), "; ");
  const more = fixed.length > LISTED ? ` and ${fixed.length - LISTED} more` : "";
  return issueLine(line`${clean2} Put right by ${code("drift --fix")}: ${shown2}${more}.`);
}

// src/core/report/proposal.ts
function proposalTitle({ edits }) {
  const groups = [...new Set(edits.map(({ group }) => group))];
  return `Adopt ${count("live value", edits.length)} of ${groups.join(", ")}`.slice(0, 200);
}
function proposalBody(proposal, context) {
  return toMarkdown([...blocks(proposal, context)]);
}
function* blocks({ edits, file }, { cloud }) {
  yield paragraph(
    line`Somebody changed this in the cloud (${cloud ?? "unnamed"}) and not here. Merging makes it the repository’s own; closing leaves the repository as it is, and the next apply or \`drift\`’s ways out put the cloud back.`
  );
  yield {
    kind: "table",
    head: [
      line`what`,
      line`written at`,
      line`now in the spec`,
      line`in the cloud`,
      line`since`,
      line`after merging`
    ],
    rows: edits.map(row)
  };
  yield paragraph(
    line`Each edit was compiled: the spec then comes to the live value, and no other setting changes. ${code(file)} keeps its comments and its order.`
  );
  yield paragraph(
    line`A value that nobody should have changed is no reason to merge: look at who did it first. Closed without merging, this stays closed until the value changes again.`
  );
}
function row({ group, path, at, from, to, since, through, settled }) {
  const when = [since ?? "", through].filter((one) => one !== "").join(", ");
  return [
    line`${strong(group)} ${path}`,
    [code(`${at.file}:${at.line}`)],
    from === null ? ["not given"] : [code(text(from))],
    [code(text(to))],
    [when === "" ? "nobody can tell" : when],
    [settled ? "the plan has nothing to do for it" : "an apply tells Heat what is so already"]
  ];
}
function text(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}

// src/core/report/adoption-blocks.ts
function* adoptionBlocks(adoptions, detail) {
  if (adoptions === void 0) return;
  const { proposals, refused } = adoptions;
  const edits = proposals.flatMap((proposal) => proposal.edits);
  if (edits.length > 0) {
    yield paragraph(
      line`${strong("To adopt")}: ${count("live value", edits.length)} as the repository’s own`
    );
    for (const proposal of proposals.slice(0, detail.folds)) yield* proposalBlocks(proposal, detail);
  }
  if (refused.length > 0) yield refusedBlock(refused, detail);
}
function* proposalBlocks(proposal, detail) {
  const items = proposal.edits.map(
    ({ group, path, at, from, to }) => line`${strong(group)} ${path}: ${from === null ? ["not given"] : [code(text(from))]} → ${code(text(to))} (${at.file}:${at.line})`
  );
  yield { kind: "list", items: [...items, ...sentLine(proposal)], numbered: false };
  if (proposal.sent !== null || detail.diffLines === 0) return;
  yield { kind: "diff", lines: diffLines(proposal.patch).slice(0, detail.diffLines) };
}
function sentLine({ sent: sent2 }) {
  if (sent2 === null) return [];
  const { state, number, url } = sent2;
  const at = link(`pull request ${number}`, url);
  switch (state) {
    case "opened":
      return [line`${at} is opened for it`];
    case "updated":
      return [line`${at} is brought up to date`];
    case "unchanged":
      return [line`${at} says so already`];
    case "declined":
      return [line`${at} was closed by people: it stays so until the value changes again`];
  }
}
function refusedBlock(refused, detail) {
  const items = refused.slice(0, detail.rows).map(({ group, path, why }) => line`${strong(group)} ${path}: ${why}`);
  return {
    kind: "fold",
    summary: [`${count("difference", refused.length)} can’t be adopted`],
    blocks: [{ kind: "list", items, numbered: false }]
  };
}
function diffLines(patch) {
  return patch.split("\n").filter((one) => one !== "" && !/^(---|\\)/.test(one)).map((one) => {
    if (one.startsWith("+++ b/")) return { mark: "@", text: one.slice("+++ b/".length).trimEnd() };
    if (one.startsWith("@@")) return { mark: "@", text: one.replaceAll("@@", "").trim() };
    const mark = one[0] === "+" || one[0] === "-" ? one[0] : " ";
    return { mark, text: one.slice(1).trimEnd() };
  });
}

// src/core/report/drift-json.ts
function driftJson(drift2) {
  return written({
    version: drift2.version,
    groups: lazily(
      drift2.groups,
      ({ name, stackId, source, status, message, items, fixed, ignored, notDrift: notDrift2 }) => ({
        name,
        stackId,
        source: { file: source.file, line: source.line, column: source.column },
        status,
        message,
        items: items.map(itemJson),
        fixed: fixed.map(itemJson),
        ignored: ignored.map(({ kind, subject, reason, expires }) => ({ kind, subject, reason, expires })),
        notDrift: notDrift2
      })
    ),
    strays: drift2.strays.map(itemJson),
    problems: drift2.problems.map(problemJson),
    ...drift2.adoptions === void 0 ? {} : { adoptions: adoptionsJson(drift2.adoptions) }
  });
}
function adoptionsJson({ proposals, refused }) {
  return {
    proposals: proposals.map(({ file, edits, patch, sent: sent2 }) => ({
      file,
      edits: edits.map(({ group, path, at, from, to, since, through, settled }) => {
        const place = { file: at.file, line: at.line, column: at.column };
        return { group, path, at: place, from, to, since, through, settled };
      }),
      patch,
      pull: sent2 === null ? null : { state: sent2.state, number: sent2.number, url: sent2.url }
    })),
    refused: refused.map(({ group, path, why }) => ({ group, path, why }))
  };
}
function itemJson({
  kind,
  severity,
  cannotScale: cannotScale2,
  subject,
  repository,
  cloud,
  remedy,
  ...item
}) {
  const { since, through, about, left } = item;
  return {
    kind,
    severity,
    cannotScale: cannotScale2,
    subject,
    repository,
    cloud,
    remedy,
    since,
    through,
    about: about && { service: about.service, id: about.id },
    left
  };
}

// src/core/report/drift-verdict.ts
function driftVerdict(drift2) {
  if (drift2.problems.length > 0) return line`${count("problem", drift2.problems.length)} in the specs`;
  const drifted = drift2.groups.filter((group) => group.status === "drifted");
  const unchecked = drift2.groups.filter((group) => group.status === "unchecked");
  const busy2 = drift2.groups.filter((group) => group.status === "in-progress");
  const deaf2 = drift2.groups.filter(({ items }) => items.some(({ cannotScale: cannotScale2 }) => cannotScale2));
  const parts = [
    ...deaf2.length > 0 ? [cannotScale(deaf2)] : [],
    ...drifted.length > 0 ? [differing(drifted, drift2.groups.length)] : [],
    ...unchecked.length > 0 ? [line`${count("group", unchecked.length)} could not be checked`] : [],
    ...busy2.length > 0 ? [line`${count("group", busy2.length)} being changed right now, so not checked`] : [],
    ...drift2.strays.length > 0 ? [line`${count("finding", drift2.strays.length)} beside the specs`] : []
  ];
  const fixed = drift2.groups.reduce((sum, group) => sum + group.fixed.length, 0);
  const done = fixed === 0 ? [] : [line`${count("difference", fixed)} put right`];
  return join([...parts.length > 0 ? parts : [clean(drift2.groups)], ...done], " · ");
}
function differing(drifted, total) {
  const places = drifted.reduce((sum, group) => sum + group.items.length, 0);
  const [only] = drifted;
  if (drifted.length === 1 && only !== void 0) {
    return line`${strong(only.name)} differs from ${only.source.file} in ${count("place", places)}`;
  }
  return line`${grouped(drifted.length)} of ${count("group", total)} differ from the repository in ${count("place", places)}`;
}
function cannotScale(groups) {
  const [only] = groups;
  if (groups.length === 1 && only !== void 0) return line`${strong(only.name)} cannot scale any more`;
  return line`${strong(count("group", groups.length))} cannot scale any more`;
}
function clean(groups) {
  const [only] = groups;
  if (only === void 0) return line`No drift: no specs were found`;
  if (groups.length === 1) return line`No drift: ${strong(only.name)} is as the repository says`;
  return line`No drift: ${count("group", groups.length)} are as the repository says`;
}

// src/core/report/drift-report.ts
function driftReport(drift2, context) {
  return assemble({
    kind: "drift",
    key: context.key ?? "",
    verdict: driftVerdict(drift2),
    tone: tone(drift2),
    json: () => driftJson(drift2),
    facts: {
      fingerprint: null,
      groups: [],
      changes: drift2.strays.length > 0 || drift2.groups.some(({ status, fixed }) => status === "drifted" || fixed.length > 0),
      refused: false,
      counts: counts(drift2)
    },
    annotations: [...problemAnnotations(drift2.problems), ...drift2.groups.flatMap(annotations)],
    build: (detail) => build(drift2, context, detail)
  });
}
function tone(drift2) {
  const has = (status) => drift2.groups.some((group) => group.status === status);
  if (drift2.problems.length > 0 || has("unchecked") || has("in-progress")) return "failed";
  return has("drifted") || drift2.strays.length > 0 ? "changes" : "clean";
}
function counts(drift2) {
  const number = (status) => drift2.groups.filter((one) => one.status === status).length;
  return {
    clean: number("clean"),
    drifted: number("drifted"),
    "in-progress": number("in-progress"),
    unchecked: number("unchecked"),
    "cannot-scale": drift2.groups.filter(({ items }) => items.some(({ cannotScale: cannotScale2 }) => cannotScale2)).length,
    fixed: drift2.groups.reduce((sum, { fixed }) => sum + fixed.length, 0),
    strays: drift2.strays.length,
    ignored: drift2.groups.reduce((sum, { ignored }) => sum + ignored.length, 0)
  };
}
function annotations(group) {
  return group.items.map((item) => ({
    ...group.source,
    severity: ANNOTATED[item.severity],
    title: `${group.name}: ${item.kind}`,
    message: `${item.subject}: ${item.repository} in the repository, ${item.cloud} in the cloud`
  }));
}
var ANNOTATED = {
  error: "warn",
  warn: "warn",
  info: "info"
};
function* build(drift2, context, detail) {
  const withStatus = (status) => drift2.groups.filter((group) => group.status === status);
  yield* problemBlocks(drift2.problems, detail);
  yield* uncheckedBlocks(withStatus("unchecked"), detail);
  const shown2 = Math.max(detail.folds, detail.sentences);
  const drifted = withStatus("drifted");
  for (const group of drifted.slice(0, shown2)) yield* groupBlocks(group, drift2, context, detail);
  if (drifted.length > shown2) {
    yield paragraph(line`and ${count("more group", drifted.length - shown2)} that differ: see the summary`);
  }
  yield* strayBlocks(drift2.strays, context, detail);
  yield* adoptionBlocks(drift2.adoptions, detail);
  yield* fixedBlocks(withStatus("clean"), detail);
  yield* quietBlocks(withStatus("in-progress"), withStatus("clean"), detail);
  yield* noticeBlocks(context);
  yield footer("drift", null, context);
}
function uncheckedBlocks(groups, detail) {
  if (groups.length === 0) return [];
  const shown2 = groups.slice(0, detail.sentences).map((group) => {
    const headline = strong(`${group.name} could not be checked`);
    return group.message === "" ? [headline] : line`${headline}: ${quoted(group.message)}`;
  });
  const rest = groups.length - shown2.length;
  const lines = rest > 0 ? [...shown2, line`and ${count("more group", rest)}`] : shown2;
  return [{ kind: "alert", tone: "caution", lines }];
}
function groupBlocks(group, drift2, context, detail) {
  return [
    ...headlineBlocks(group, drift2, context),
    ...deafBlocks(group),
    driftTable(inOrder(group.items), context, detail),
    ...leftBlocks(group.items, detail),
    ...fixedBlocks([group], detail),
    ...notDriftBlocks(group, detail),
    ...ignoredBlocks(ignoredIn([group]), detail)
  ];
}
function deafBlocks({ name, items }) {
  if (!items.some(({ cannotScale: cannotScale2 }) => cannotScale2)) return [];
  return [{ kind: "alert", tone: "caution", lines: [line`${strong(name)} cannot scale any more`] }];
}
function strayBlocks(strays2, context, detail) {
  if (strays2.length === 0) return [];
  return [paragraph(line`${strong("Beside the specs")}`), driftTable(inOrder(strays2), context, detail)];
}
function headlineBlocks(group, { groups }, context) {
  const isLinked = stackLink(group.name, group.stackId, context)[0] !== group.name;
  if (groups.length === 1 && !isLinked) return [];
  const place = `${group.source.file}:${group.source.line}`;
  const differences3 = count("difference", group.items.length);
  return [paragraph(line`${stackSubject(group, context)} · ${place} · ${differences3}`)];
}
function notDriftBlocks(group, detail) {
  if (group.notDrift.length === 0) return [];
  const all = group.notDrift.slice(0, detail.rows);
  return [paragraph(line`Not drift: ${all.join("; ")}`)];
}
function ignoredIn(groups) {
  return groups.flatMap(
    ({ name, ignored }) => ignored.map(({ subject, reason, expires }) => ({ name, what: [subject], reason, expires }))
  );
}
function quietBlocks(busy2, clean2, detail) {
  const busyLines = busy2.slice(0, detail.rows).map((group) => {
    return line`${strong(group.name)} is being changed right now: ${quoted(group.message)}`;
  });
  const own2 = clean2.filter((group) => group.notDrift.length > 0).slice(0, detail.rows);
  const ownLines = own2.map((group) => {
    return line`${strong(group.name)} is clean; not drift: ${group.notDrift.join("; ")}`;
  });
  const lines = [...busyLines, ...detail.unchangedNames ? ownLines : []];
  const list = lines.length === 0 ? [] : [{ kind: "list", items: lines, numbered: false }];
  return [...list, ...ignoredBlocks(ignoredIn(clean2), detail), ...cleanBlocks(clean2, detail)];
}
function cleanBlocks(clean2, detail) {
  const silent = clean2.filter((group) => group.notDrift.length === 0);
  if (silent.length === 0 || !detail.unchangedNames) return [];
  const named = join(
    silent.map((group) => [code(group.name)]),
    " "
  );
  return [{ kind: "fold", summary: [`${count("group", silent.length)} clean`], blocks: [paragraph(named)] }];
}

// src/core/adopt/yaml-edit.ts
var import_yaml = __toESM(require_dist(), 1);
function withScalar(text2, place, value) {
  if (place.kind === "scalar" && place.style === "other") return null;
  if (place.kind === "mapping" && !place.flow) return null;
  if (place.kind === "list" && !place.flow) return null;
  return `${text2.slice(0, place.start)}${written2(value, place)}${text2.slice(place.end)}`;
}
function withEntry(text2, mapping, key2, value) {
  if (mapping.kind !== "mapping") return null;
  const entry = `${written2(key2, PLAIN)}: ${written2(value, PLAIN)}`;
  return mapping.flow ? inBrackets(text2, mapping, entry) : onItsOwnLine(text2, mapping, entry);
}
function inBrackets(text2, { start, end }, entry) {
  const inside = text2.slice(start + 1, end - 1);
  if (text2[start] !== "{" || text2[end - 1] !== "}" || inside.includes("#")) return null;
  const kept = inside.trimEnd();
  const tail = inside.slice(kept.length);
  const comma = kept.trim() === "" || kept.endsWith(",") ? "" : ",";
  const blank = kept === "" ? "" : " ";
  return `${text2.slice(0, start + 1)}${kept}${comma}${blank}${entry}${tail}${text2.slice(end - 1)}`;
}
function onItsOwnLine(text2, { start, end }, entry) {
  const lineStart = text2.lastIndexOf("\n", start - 1) + 1;
  const before = text2.slice(lineStart, start);
  if (!/^[ -]*$/.test(before)) return null;
  const indent = " ".repeat(before.length);
  const kept = text2.slice(0, end).trimEnd();
  const lineEnd = text2.indexOf("\n", kept.length);
  const at = lineEnd < 0 ? text2.length : lineEnd;
  const lineBreak = text2.includes("\r\n") ? "\r\n" : "\n";
  const head = text2.slice(0, at).replace(/\r$/, "");
  return `${head}${lineBreak}${indent}${entry}${text2.slice(head.length)}`;
}
var PLAIN = { style: "plain" };
function written2(value, { style }) {
  if (typeof value === "string" && style === "double") return JSON.stringify(value);
  if (typeof value === "string" && style === "single" && !/[\n\r\t]/.test(value)) {
    return `'${value.replaceAll("'", "''")}'`;
  }
  if (isJsonObject(value) && Object.keys(value).length === 0) return "{}";
  return (0, import_yaml.stringify)([value], { collectionStyle: "flow", lineWidth: 0 }).trim().slice(1, -1).trim();
}

// src/core/adopt/yaml-places.ts
var import_yaml2 = __toESM(require_dist(), 1);
function yamlPlaces(text2, document) {
  const contents = readYamlText(text2).documents[document]?.contents ?? null;
  return contents === null ? [] : placesIn(contents, [], false);
}
function documentCount(text2) {
  return readYamlText(text2).documents.length;
}
function placesIn(node, keys, inFlow) {
  if ((0, import_yaml2.isAlias)(node) || !node.range) return [];
  const [start, end] = node.range;
  if ((0, import_yaml2.isScalar)(node)) {
    const style = STYLES[node.type ?? ""] ?? "other";
    return [{ keys, text: String(node.value ?? ""), kind: "scalar", style, start, end, flow: inFlow }];
  }
  const flow = inFlow || !(0, import_yaml2.isScalar)(node) && "flow" in node && node.flow === true;
  if ((0, import_yaml2.isMap)(node)) {
    const own3 = { keys, text: "", kind: "mapping", style: "other", start, end, flow };
    return [own3, ...node.items.flatMap((pair) => ofPair(pair, keys, flow))];
  }
  if (!(0, import_yaml2.isSeq)(node)) return [];
  const own2 = { keys, text: "", kind: "list", style: "other", start, end, flow };
  const items = node.items.flatMap(
    (item, index) => isNode(item) ? placesIn(item, [...keys, String(index)], flow) : []
  );
  return [own2, ...items];
}
var STYLES = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double"
};
function ofPair({ key: key2, value }, keys, flow) {
  if (!(0, import_yaml2.isScalar)(key2) || !isNode(value)) return [];
  return placesIn(value, [...keys, String(key2.value)], flow);
}
function isNode(value) {
  return (0, import_yaml2.isScalar)(value) || (0, import_yaml2.isMap)(value) || (0, import_yaml2.isSeq)(value) || (0, import_yaml2.isAlias)(value);
}

// src/core/adopt/candidates.ts
var MOST = 400;
function candidatesIn(text2, document, wanted) {
  const places = yamlPlaces(text2, document);
  const exact = places.flatMap((place) => replacements(text2, place, wanted));
  const ranked = exact.toSorted((a, b) => rank2(a, wanted) - rank2(b, wanted));
  return [...ranked, ...additions(text2, places, wanted)].slice(0, MOST);
}
function rank2({ keys, from }, { path, declared }) {
  const last = keys.at(-1) ?? "";
  const named = path.endsWith(`.${last}`) ? 0 : 1;
  return named + (sameText(from, declared) ? 0 : 2);
}
function replacements(text2, place, wanted) {
  const { keys, start } = place;
  if (keys[0] === "metadata" && keys[1] === "name") return [];
  return valuesFor(place, wanted).flatMap((to) => {
    const next = withScalar(text2, place, to);
    const from = place.kind === "scalar" ? place.text : text2.slice(place.start, place.end);
    return next === null ? [] : [{ keys, offset: start, from, to, text: next }];
  });
}
function valuesFor(place, { path, declared, live }) {
  if (live === null) return [];
  if (path === "tags") return labelsFor(place, live);
  if (place.kind === "list") return Array.isArray(live) ? [live] : [];
  if (place.kind === "mapping") return isJsonObject(live) && place.keys.length > 1 ? [live] : [];
  if (Array.isArray(live) || isJsonObject(live)) return [];
  if (sameText(place.text, declared)) return [live];
  return scaled(place.text, declared, live);
}
function labelsFor({ keys, kind }, live) {
  if (keys[0] !== "metadata" || keys[1] !== "labels" || !Array.isArray(live)) return [];
  const labels = live.flatMap((tag) => {
    const [, key2, value2] = /^([^=]+)=(.*)$/s.exec(String(tag)) ?? [];
    return key2 === void 0 || value2 === void 0 ? [] : [[key2, value2]];
  });
  if (labels.length !== live.length) return [];
  if (kind === "mapping" && keys.length === 2) return [Object.fromEntries(labels)];
  const value = labels.find(([key2]) => keys.length === 3 && key2 === keys[2])?.[1];
  return kind === "scalar" && value !== void 0 ? [value] : [];
}
function sameText(a, b) {
  return a !== null && b !== null && String(a) === String(b);
}
function scaled(text2, declared, live) {
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)\s*(%|s|m|h)?$/.exec(text2) ?? [];
  const [was, is] = [Number(declared ?? Number.NaN), Number(live)];
  if (number === "" || !Number.isFinite(was) || !Number.isFinite(is) || was === 0) return [];
  const next = Number(number) * is / was;
  if (!Number.isFinite(next) || next < 0) return [];
  if (unit === "" || unit === "%") return [unit === "" ? rounded(next) : `${rounded(next)}%`];
  return [duration(Math.round(next * SECONDS[unit === "s" || unit === "h" ? unit : "m"]))];
}
var SECONDS = { s: 1, m: 60, h: 3600 };
function duration(seconds) {
  if (seconds > 0 && seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds > 0 && seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
function rounded(value) {
  return Number(value.toPrecision(9));
}
var HOMES = [
  [/\.max_size$/, ["spec", "size", "max"], ""],
  [/\.min_size$/, ["spec", "size", "min"], ""],
  [/^resources\.[^.]+\.properties\.cooldown$/, ["spec", "scaling", "cooldown"], "s"],
  [/\.max_batch_size$/, ["spec", "rollout", "maxBatch"], ""],
  [/\.min_in_service$/, ["spec", "rollout", "minInService"], ""],
  [/\.pause_time$/, ["spec", "rollout", "pause"], "s"],
  [/\.properties\.key_name$/, ["spec", "server", "keyPair"], ""],
  [/\.properties\.availability_zone$/, ["spec", "server", "availabilityZone"], ""],
  [/\.properties\.config_drive$/, ["spec", "server", "configDrive"], ""],
  [/\.properties\.security_groups$/, ["spec", "server", "securityGroups"], ""],
  [/\.properties\.connection_limit$/, ["spec", "loadBalancer", "octavia", "listener", "connectionLimit"], ""],
  [/\.properties\.lb_algorithm$/, ["spec", "loadBalancer", "octavia", "pool", "algorithm"], ""],
  [/\.properties\.delay$/, ["spec", "loadBalancer", "octavia", "monitor", "delay"], "s"],
  [/\.properties\.timeout$/, ["spec", "loadBalancer", "octavia", "monitor", "timeout"], "s"],
  [/\.properties\.url_path$/, ["spec", "loadBalancer", "octavia", "monitor", "path"], ""],
  [/\.properties\.weight$/, ["spec", "loadBalancer", "octavia", "member", "weight"], ""]
];
function additions(text2, places, { path, live }) {
  if (live === null) return [];
  const homes = [
    ...HOMES.filter(([end]) => end.test(path)).map(([, keys, unit]) => ({ keys, unit })),
    ...ofMap(path)
  ];
  return homes.flatMap(({ keys, unit }) => {
    const parent = places.find(({ keys: at, kind }) => kind === "mapping" && same2(at, keys.slice(0, -1)));
    const to = unit === "s" && typeof live === "number" ? duration(live) : live;
    const next = parent === void 0 ? null : withEntry(text2, parent, keys.at(-1) ?? "", to);
    return parent === void 0 || next === null ? [] : [{ keys, offset: parent.start, from: null, to, text: next }];
  });
}
function ofMap(path) {
  const metadata2 = /\.properties\.metadata\.(.+)$/s.exec(path)?.[1];
  const parameter = /^parameters\.(.+)$/s.exec(path)?.[1];
  const [, resource, property] = /^resources\.([^.]+)\.properties\.([^.]+)$/s.exec(path) ?? [];
  return [
    ...metadata2 === void 0 ? [] : [{ keys: ["spec", "server", "metadata", metadata2], unit: "" }],
    ...parameter === void 0 ? [] : [
      { keys: ["spec", "parameters", parameter], unit: "" },
      { keys: ["parameters", parameter], unit: "" }
    ],
    ...resource === void 0 || property === void 0 ? [] : [{ keys: ["resources", resource, "properties", property], unit: "" }]
  ];
}
function same2(a, b) {
  return a.length === b.length && a.every((key2, index) => key2 === b[index]);
}

// src/core/adopt/adopt-field.ts
function adoptField(draft, { path, value, told = null }, observed, circumstances) {
  const obstacle = obstacleTo(path, value);
  if (obstacle !== null) return { why: obstacle };
  const before = differencesOf(draft.desired, observed);
  const wanted = { path, declared: before.get(path)?.after ?? told, live: value };
  for (const { file, candidate } of everyCandidate(draft, wanted)) {
    const next = tried(draft, file, candidate, circumstances);
    const after = next === null ? null : differencesOf(next.desired, observed);
    if (next === null || after === null || !comesTo(wanted, before, after)) continue;
    const { offset, from, to } = candidate;
    return { ...next, file, offset, from, to, settled: !after.has(path) };
  }
  return { why: NO_PLACE };
}
function* everyCandidate({ texts }, wanted) {
  for (const [file, text2] of texts) {
    for (let document = 0; document < documentCount(text2); document += 1) {
      for (const candidate of candidatesIn(text2, document, wanted)) yield { file, candidate };
    }
  }
}
var NO_PLACE = "no single value of the spec comes to it: write it by hand, or put the cloud back by an apply";
var LONGEST = 4e3;
function obstacleTo(path, value) {
  if (isSecretPath(path)) return "it may be a secret, which belongs into no file";
  if (value === null) return "the cloud has none: take it out of the spec by hand";
  const text2 = JSON.stringify(value);
  if (text2.includes('"(hidden, ') || text2.includes("******")) return "its value is hidden";
  if (text2.length > LONGEST) return "its value is longer than anybody would write";
  if (/\\u00[01]|\\[nrtbf]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text2))
    return "its value holds characters that nobody sees";
  return null;
}
function differencesOf(desired, observed) {
  const { changes } = compareStacks(desired, observed);
  return new Map(
    changes.flatMap(
      ({ address, fields }) => fields.length === 0 ? [[address, { before: null, after: null }]] : fields.map(({ path, before, after }) => {
        const name = path === "" ? address : `${address}.${path}`;
        return [name, { before, after }];
      })
    )
  );
}
function tried(draft, file, candidate, circumstances) {
  const texts = new Map(draft.texts).set(file, candidate.text);
  const files = new Map([...texts].map(([path, text2]) => [path, sourceOf(path, text2)]));
  const { specs, problems, needs } = parseSpecs([draft.spec.source.file], files);
  const spec = specs.find(({ name }) => name === draft.spec.name);
  if (problems.length > 0 || needs.length > 0 || spec === void 0) return null;
  const { desired, problems: unmade } = compile(spec, circumstances);
  if (desired.presence === "absent" || unmade.length > 0) return null;
  return { spec, desired, texts };
}
function sourceOf(path, text2) {
  return { path, state: "read", bytes: new TextEncoder().encode(text2) };
}
function comesTo({ path, live }, before, after) {
  const left = after.get(path);
  const reached = left === void 0 ? before.has(path) : sameValue(left.after, live);
  const fresh = [...after].filter(([name, { after: next }]) => {
    const known = before.get(name);
    return name !== path && !name.endsWith(".description") && !(known && sameValue(known.after, next));
  });
  return reached && fresh.length === 0;
}

// src/core/adopt/adopt.ts
function adopt(repository, drifted, circumstances) {
  const work = { texts: /* @__PURE__ */ new Map(), edits: [], refused: [] };
  for (const one of drifted) adoptGroup(repository, one, circumstances, work);
  const specs = [...new Set(work.edits.map(({ spec }) => spec))].sort();
  return { proposals: specs.map((file) => proposalOf(file, repository, work)), refused: work.refused };
}
function adoptGroup(repository, { drift: drift2, observed }, circumstances, work) {
  const group = drift2.name;
  let draft = draftOf(repository, drift2, circumstances, work);
  for (const wish of wishesOf(drift2, observed)) {
    const { item, field, why } = work.edits.length < MOST_EDITS ? wish : oneTooMany(wish);
    const path = field?.path ?? item.subject;
    const verdict = field === null || draft === null ? { why: why ?? "the spec can’t be read" } : adoptField(draft, field, observed, circumstances);
    if ("why" in verdict || draft === null) {
      work.refused.push({ group, path, why: "why" in verdict ? verdict.why : "" });
      continue;
    }
    const others = changedSpecs(repository, draft, verdict);
    if (others !== null) work.refused.push({ group, path, why: others });
    else {
      note(work, group, path, item, verdict);
      draft = verdict;
    }
  }
}
function note(work, group, path, item, edited3) {
  const { file, offset, from, to, settled } = edited3;
  const { line: line2, column } = readYamlText(edited3.texts.get(file) ?? "").placeOf(offset);
  const adopted = {
    ...{ group, path, at: { file, line: line2, column }, from, to, settled },
    ...{ since: item.since, through: item.through }
  };
  work.edits.push({ spec: edited3.spec.source.file, file, adopted });
  for (const [name, text2] of edited3.texts) work.texts.set(name, text2);
}
function wishesOf({ items }, observed) {
  const ahead = isAsLastApplied(observed) || isStillAsSent(observed);
  const all = items.flatMap((item) => {
    const live = item.live ?? [];
    if (live.length === 0) return [{ item, field: null, why: whyNot2(item) }];
    return live.map(
      (field) => ahead && field.told === void 0 ? { item, field: null, why: AHEAD } : { item, field }
    );
  });
  return ofAllMembers(all, observed);
}
function ofAllMembers(wishes, { groups }) {
  const seen = /* @__PURE__ */ new Set();
  return wishes.flatMap((wish) => {
    const { item, field } = wish;
    if (field?.ofMember === void 0) return [wish];
    const members = groups.find(({ address }) => field.path.startsWith(`resources.${address}.`))?.members ?? [];
    const alike = wishes.filter(
      (other) => other.field?.path === field.path && sameValue(other.field.value, field.value)
    );
    if (alike.length < members.length) return [{ item, field: null, why: ONE_ALONE }];
    if (seen.has(field.path)) return [];
    seen.add(field.path);
    return [wish];
  });
}
var MOST_EDITS = 100;
function oneTooMany({ item }) {
  return { item, field: null, why: "a hundred are adopted at once: merge those first" };
}
var AHEAD = "nobody has changed the stack since its last apply: the repository is ahead of it, and an apply is due";
var ONE_ALONE = "it is one server’s own: a spec speaks of all of them";
function whyNot2({ kind, subject }) {
  if (/^server-/.test(kind)) return ONE_ALONE;
  if (/^(resources|files|environment|parameters)(\.|$)/.test(subject))
    return "it is no single value, or may be a secret";
  return "no setting of a spec stands for it";
}
function textOf(file) {
  return file?.state === "read" ? new TextDecoder().decode(file.bytes) : null;
}
function draftOf({ files }, { name, source }, circumstances, { texts }) {
  const own2 = filesOf(source.file, edited2(files, texts));
  const spec = parseSpecs([source.file], edited2(/* @__PURE__ */ new Map(), own2)).specs.find((one) => one.name === name);
  if (spec === void 0) return null;
  const { desired } = compile(spec, circumstances);
  return desired.presence === "absent" ? null : { spec, desired, texts: own2 };
}
function edited2(files, texts) {
  return new Map([...files, ...[...texts].map(([path, text2]) => [path, sourceOf(path, text2)])]);
}
function filesOf(file, files) {
  const own2 = /* @__PURE__ */ new Map();
  let wanted = [file];
  while (wanted.length > 0) {
    for (const path of wanted) {
      const text2 = textOf(files.get(path));
      if (text2 === null) return own2;
      own2.set(path, text2);
    }
    wanted = parseSpecs([file], edited2(/* @__PURE__ */ new Map(), own2)).needs;
  }
  return own2;
}
function changedSpecs({ paths, files }, before, { spec, file, texts }) {
  const own2 = spec.source.file;
  const parse = (draft) => parseSpecs(file === own2 ? [own2] : paths, edited2(files, draft));
  const [old, next] = [parse(before.texts), parse(texts)];
  if (next.problems.length > old.problems.length) return "the edited specs would not be valid";
  const changed = old.specs.filter(({ name }) => name !== spec.name).find((one) => {
    const twin = next.specs.find(({ name }) => name === one.name);
    return twin === void 0 || settingsOf(twin) !== settingsOf(one);
  });
  return changed === void 0 ? null : `it would change "${changed.name}", too, which is written in the same place`;
}
function settingsOf(spec) {
  const plain = JSON.parse(
    JSON.stringify(spec, (key2, value) => PLACES.has(key2) ? void 0 : value)
  );
  return canonicalJson(plain);
}
var PLACES = /* @__PURE__ */ new Set(["source", "positions", "templatePositions", "at"]);
function proposalOf(file, { files }, work) {
  const edits = work.edits.filter(({ spec }) => spec === file);
  const changed = [...new Set(edits.map((edit) => edit.file))].sort();
  const texts = changed.map((path) => ({
    path,
    before: textOf(files.get(path)) ?? "",
    after: work.texts.get(path) ?? ""
  }));
  const patch = texts.map(
    ({ path, before, after }) => createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, void 0, void 0, {
      context: 3
    }).replace(/^=+\n/, "")
  );
  return {
    file,
    edits: edits.map(({ adopted }) => adopted),
    files: texts,
    patch: patch.join(""),
    sent: null
  };
}
function proposalDigest({ edits }) {
  return digest(edits.map(({ group, path, to }) => ({ group, path, to })));
}

// src/commands/adopt-drift.ts
async function withAdoptions(parts, options, drifting) {
  const { drift: drift2 } = drifting;
  const found3 = await findOrSay(parts, options, drifting);
  if (!found3.looked) return { ...drift2, adoptions: { proposals: [], refused: found3.refused } };
  const proposals = await inTurns(found3.proposals, 1, (proposal) => sent(parts, proposal, drifting.context));
  await parts.patch?.(proposals.map(({ patch }) => patch).join(""));
  await withdrawOthers(parts, options, drift2, proposals);
  return { ...drift2, adoptions: { refused: found3.refused, proposals } };
}
async function findOrSay(parts, options, drifting) {
  try {
    return { ...await findEdits(parts, options, drifting), looked: true };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const why = errorLine(error);
    const refused = drifting.drift.groups.flatMap(
      ({ name, items }) => items.map(({ subject }) => ({ group: name, path: subject, why }))
    );
    return { proposals: [], refused, looked: false };
  }
}
async function findEdits({ tree }, options, { cloud, drift: drift2, now }) {
  const drifted = drift2.groups.filter(({ status }) => status === "drifted");
  if (drifted.length === 0) return { proposals: [], refused: [] };
  const sources = await readSources(tree, options.specs);
  const specs = sources.specs.filter(({ name }) => drifted.some((group) => group.name === name));
  const facts = await readFacts(cloud, specs);
  const { desired } = await compileSpecs(cloud, specs, now);
  const pairs2 = await observe(cloud, desired, "unfinished");
  const live = drifted.flatMap((group) => {
    const observed = pairs2.find(({ desired: one }) => one.name === group.name)?.observed;
    return observed?.presence === "present" ? [{ drift: group, observed }] : [];
  });
  return adopt(sources, live, { now: now.toISOString(), facts });
}
async function sent({ proposals, log }, proposal, context) {
  if (proposals === void 0) return proposal;
  const { file, files } = proposal;
  try {
    const made = await proposals.propose({
      name: file,
      digest: proposalDigest(proposal),
      title: proposalTitle(proposal),
      body: proposalBody(proposal, context),
      files: files.map(({ path, before, after }) => ({ path, before, text: after }))
    });
    return { ...proposal, sent: made };
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log.warn(`the proposal for ${file} could not be made: ${errorLine(error)}`);
    return proposal;
  }
}
async function withdrawOthers({ proposals, log }, { only }, drift2, made) {
  const unsure = drift2.groups.some(({ status }) => status === "unchecked" || status === "in-progress");
  if (proposals === void 0 || only.length > 0 || unsure) return;
  try {
    await proposals.withdraw(
      made.map(({ file }) => file),
      "Nothing of it is left to adopt: since then the cloud or the repository has changed."
    );
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log.warn(`proposals that are over could not be closed: ${errorLine(error)}`);
  }
}

// src/core/drift/spec-elsewhere.ts
var SPEC = /\bapiVersion["']?\s*:\s*["']?thermostat\//;
var TEMPLATE = /\b(?:heat_template_version|HeatTemplateFormatVersion|AWSTemplateFormatVersion)\b/;
var SPEC_GLOBS = ["**/*.{yaml,yml,json,template,hot}"];
function seemsToSpecify(name, path, text2) {
  if (TEMPLATE.test(text2) && stackNameOf(path) === name) return true;
  return SPEC.test(text2) && mentions(text2, name);
}
function mentions(text2, name) {
  const quoted2 = name.replaceAll(/[^\w]/g, "\\$&");
  return new RegExp(`(?<![\\w.-])${quoted2}(?![\\w.-])`).test(text2);
}

// src/core/drift/strays.ts
function strayStacks(stacks, question) {
  const { names, repository, covers } = question;
  return stacks.filter(({ name, tags: tags2 }) => !names.has(name) && isManaged(tags2)).filter(({ tags: tags2 }) => isFromRepository(tags2, repository)).filter(({ state }) => state.action !== "DELETE").filter(({ tags: tags2 }) => covers(fileOf(tags2) ?? "")).filter((stack2) => !mayBeNewer(stack2, question));
}
var NEW_MS = 60 * 6e4;
function mayBeNewer({ tags: tags2, createdAt, updatedAt }, { commit, now }) {
  const theirs = provenanceOf(tags2).commit;
  if (theirs === null || theirs === commit) return false;
  return Date.parse(now) - Date.parse(updatedAt ?? createdAt) < NEW_MS;
}
function strayItem({ name, id, tags: tags2, createdAt, updatedAt }) {
  return driftItem({
    kind: "stack-without-spec",
    subject: `stack ${name}`,
    about: { service: "stack", id },
    repository: `no spec${cameFrom(tags2)}`,
    cloud: "there, made by Thermostat",
    remedy: `put the spec back, or a tombstone (\`kind: Deleted\`) in its place and run apply, or \`openstack stack delete ${name}\``,
    since: updatedAt ?? createdAt
  });
}
function cameFrom(tags2) {
  const file = fileOf(tags2);
  return file === null ? "" : `: it came from ${file}`;
}

// src/commands/find-strays.ts
async function findStrays(parts, cloud, names, { only, specs, repository, commit }) {
  if (only.length > 0 || repository === null) return [];
  const found3 = strayStacks(await cloud.listStacks(), {
    names: new Set(names),
    repository,
    commit,
    covers: (file) => parts.tree.covers(specs, file),
    now: cloudTime(parts.clock, cloud).toISOString()
  });
  const sure = await withoutSpecElsewhere(parts, specs, found3);
  return sure.map(strayItem).sort((a, b) => a.subject < b.subject ? -1 : 1);
}
var FILES_AT_ONCE = 50;
async function withoutSpecElsewhere({ tree, checkout = { tree, folder: "" } }, globs, stacks) {
  if (stacks.length === 0) return [];
  const own2 = new Set((await tree.list(globs)).map((path) => below(checkout.folder, path)));
  const others = (await checkout.tree.list(SPEC_GLOBS)).filter((path) => !own2.has(path));
  let left = stacks;
  for (let at = 0; at < others.length && left.length > 0; at += FILES_AT_ONCE) {
    for (const file of await checkout.tree.read(others.slice(at, at + FILES_AT_ONCE))) {
      if (file.state !== "read") continue;
      const text2 = new TextDecoder().decode(file.bytes);
      left = left.filter(({ name }) => !seemsToSpecify(name, file.path, text2));
    }
  }
  return left;
}
function below(folder, path) {
  return folder === "" ? path : `${folder}/${path}`;
}

// src/core/drift/unexplained-size.ts
function standingAside({ desired, observed }) {
  if (desired.presence === "absent" || observed.presence === "absent") return [];
  if (observed.state.status !== "COMPLETE") return [];
  return observed.groups.filter(({ address, state, nested, members }) => {
    const wanted = desired.groups.find((group) => group.address === address);
    if (wanted === void 0 || nested === null || state.status !== "COMPLETE") return false;
    const inside = members.length >= (wanted.min ?? 0) && members.length <= (wanted.max ?? members.length);
    const resting = members.every((member) => member.state.status === "COMPLETE");
    return inside && resting && members.length !== (wanted.initial ?? wanted.min);
  });
}
function unexplainedChange({ address, members }, events) {
  const starts = events.filter((event) => isOwn(event, address) && event.status === "UPDATE_IN_PROGRESS");
  for (const [index, start] of [...starts.entries()].reverse()) {
    const [at, end] = [Date.parse(start.at), Date.parse(starts[index + 1]?.at ?? "")];
    const inside = events.filter((event) => isBetween(event, at, Number.isNaN(end) ? Infinity : end));
    const gained = gain(inside, address);
    if (gained === 0) continue;
    const over = endOf(inside, address);
    const sure = over !== null && knowsBefore(events, at) && !isExplained(events, address, { at, over });
    return sure ? { at, time: start.at, from: members.length - gained, to: members.length } : null;
  }
  return null;
}
function unexplainedSize(group, change, pulse) {
  const now = pulse.groups.find(({ address }) => address === group.address);
  if (now === void 0 || now.activity.scalingInProgress || now.nestedState?.status !== "COMPLETE")
    return null;
  if (Date.parse(now.activity.cooldownUntil ?? "") > change.at) return null;
  return driftItem({
    kind: "size-unexplained",
    subject: `group ${group.address}`,
    about: group.nested && { service: "stack", id: group.nested.id },
    repository: "the size follows alarms, signals and updates",
    cloud: `went from ${change.from} to ${change.to} with none of them: its own stack was updated by hand`,
    remedy: `nothing, if it was meant; \`openstack stack event list ${group.nested?.name ?? ""}\` tells what was done`,
    since: change.time
  });
}
var AROUND_MS = 10 * 6e4;
var STACK = "OS::Heat::Stack";
function isOwn({ address, resourceType }, group) {
  return address === group && resourceType === STACK;
}
function isBetween({ at }, from, to) {
  const time = Date.parse(at);
  return time >= from && time < to;
}
function gain(events, group) {
  const direct = events.filter(
    ({ address, resourceType }) => isMember(address, group) && resourceType !== STACK
  );
  const count2 = (wanted) => direct.filter(({ status }) => status === wanted).length;
  return count2("CREATE_COMPLETE") - count2("DELETE_COMPLETE");
}
function isMember(address, group) {
  return address.startsWith(`${group}/`) && !address.slice(group.length + 1).includes("/");
}
function endOf(events, group) {
  const last = events.filter((event) => isOwn(event, group)).at(-1);
  const failed2 = events.some(
    ({ address, status }) => address.startsWith(`${group}/`) && status.endsWith("_FAILED")
  );
  return last?.status === "UPDATE_COMPLETE" && !failed2 ? Date.parse(last.at) : null;
}
function knowsBefore(events, at) {
  return Date.parse(events[0]?.at ?? "") < at - AROUND_MS;
}
function isExplained(events, group, { at, over }) {
  const near = events.filter((event) => isBetween(event, at - AROUND_MS, over + AROUND_MS));
  return near.some((event) => explains(event, group)) || wasUnderWay(events, group, at);
}
function explains(event, group) {
  const { address, status } = event;
  if (status.startsWith("SIGNAL_") || status.startsWith("CHECK_")) return true;
  return isAround(address, group) && !isOwn(event, group);
}
function isAround(address, group) {
  return address === "" || address === group || group.startsWith(`${address}/`);
}
function wasUnderWay(events, group, at) {
  const last = /* @__PURE__ */ new Map();
  for (const { address, resourceType, status, at: time } of events) {
    if (Date.parse(time) >= at) break;
    if (isOwn({ address, resourceType }, group)) continue;
    if (isAround(address, group)) last.set(`${address} ${resourceType}`, status);
  }
  return [...last.values()].some((status) => status.endsWith("_IN_PROGRESS"));
}

// src/core/drift/wants.ts
var SHOWN_BY = [
  ["OS::Aodh::", ["alarm"]],
  ["OS::Nova::Server", ["port", "securityGroup"]],
  ["AWS::EC2::Instance", ["port", "securityGroup"]],
  ["OS::Heat::ScaledResource", ["port", "securityGroup"]],
  ["OS::Neutron::Port", ["port", "securityGroup"]],
  ["OS::Neutron::SecurityGroup", ["securityGroup"]],
  ["OS::Neutron::FloatingIP", ["floatingIp", "port"]],
  ["OS::Octavia::", ["loadBalancer", "listener", "pool", "healthMonitor", "port"]]
];
function kindsWanted(stacks) {
  const types = new Set(
    stacks.flatMap((stack2) => stack2.presence === "present" ? stack2.resources.map(({ type }) => type) : [])
  );
  const kinds = [...types].flatMap(
    (type) => SHOWN_BY.flatMap(([prefix, wanted]) => type.startsWith(prefix) ? wanted : [])
  );
  return [...new Set(kinds)].sort();
}

// src/commands/look.ts
var PAUSE_MS = 5e3;
var AT_ONCE = 8;
async function lookTwice(cloud, clock, desired, ignoring) {
  const first = await look(cloud, clock, desired, ignoring);
  const odd = new Set(first.groups.filter(({ status }) => status === "drifted").map(({ name }) => name));
  if (odd.size === 0) return first;
  await clock.sleep(PAUSE_MS);
  const second = await lookAgain(
    cloud,
    clock,
    desired.filter(({ name }) => odd.has(name)),
    ignoring
  );
  const again = new Map(second.map((group) => [group.name, group]));
  return {
    ...first,
    groups: first.groups.map((group) => {
      const found3 = again.get(group.name);
      return found3 ? confirmed(group, found3) : group;
    })
  };
}
async function lookAgain(cloud, clock, desired, ignoring) {
  try {
    return (await look(cloud, clock, desired, ignoring)).groups;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return desired.map((one) => uncheckedDrift(one, errorLine(error)));
  }
}
async function look(cloud, clock, desired, ignoring) {
  const [stacks, catalogue] = await Promise.all([
    readApart(
      desired,
      (some) => desired.length < MANY_STACKS ? observe(cloud, some, "all") : observeUntouched(cloud, some, "all")
    ),
    cloud.catalogue(["image", "flavor", "network"])
  ]);
  const read = stacks.read.map((pair) => leaveIgnored(pair, ignoring));
  const { things, unread } = await readThings(cloud, read);
  const around = surroundingsOf(things);
  const now = cloudTime(clock, cloud).toISOString();
  const trouble = new Map([
    ...stacks.failed.map(({ item, error }) => [item.name, error]),
    ...unread.map(({ item, error }) => [item.desired.name, error])
  ]);
  const pairs2 = new Map(read.map((pair) => [pair.desired.name, pair]));
  const groups = await inTurns(desired, AT_ONCE, async (one) => {
    const failed2 = trouble.get(one.name);
    const pair = pairs2.get(one.name);
    if (failed2 !== void 0 || pair === void 0)
      return uncheckedDrift(one, failed2 === void 0 ? "" : errorLine(failed2));
    return judge2(cloud, pair, { catalogue, around, pulse: null, now });
  });
  return { groups, userId: things.userId };
}
async function readThings(cloud, pairs2) {
  const kinds = kindsWanted(pairs2.map(({ observed }) => observed));
  const grouped2 = pairs2.some(({ observed }) => observed.presence === "present" && observed.groups.length > 0);
  const metered = grouped2 ? unknownTo(pairs2.map(({ observed }) => observed)) : null;
  const things = await cloud.things({ kinds, pools: [], metered });
  const { read, failed: failed2 } = await readApart(pairs2, async (some) => {
    const pools = poolsOf(some, things);
    return pools.length === 0 ? [] : [(await cloud.things({ kinds: [], pools, metered: null })).poolMembers];
  });
  return { things: { ...things, poolMembers: new Map(read.flatMap((one) => [...one])) }, unread: failed2 };
}
function poolsOf(pairs2, things) {
  const told = pairs2.flatMap(
    ({ observed, definitions }) => observed.presence === "present" && hasPools(observed) ? toldResources(observed, definitions) : []
  );
  return poolsWanted(told, things.of.pool);
}
function hasPools({ resources }) {
  return resources.some(({ type }) => type === "OS::Octavia::Pool" || type === "OS::Octavia::PoolMember");
}
async function judge2(cloud, pair, circumstances) {
  try {
    const pulse = await pulseWhereStuck(cloud, pair, circumstances);
    const found3 = detectDrift(pair, { ...circumstances, pulse });
    return withItems(found3, await unexplainedSizes(cloud, pair));
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return uncheckedDrift(pair.desired, errorLine(error));
  }
}
async function unexplainedSizes(cloud, pair) {
  const { observed } = pair;
  const groups = standingAside(pair);
  if (observed.presence === "absent" || groups.length === 0) return [];
  try {
    return await sizesOf(cloud, observed, groups);
  } catch (error) {
    if (isRefusal(error)) return [];
    throw error;
  }
}
async function sizesOf(cloud, observed, groups) {
  const events = await cloud.latestEvents(observed);
  const changes = groups.flatMap((group) => {
    const change = unexplainedChange(group, events);
    return change === null ? [] : [{ group, change }];
  });
  if (changes.length === 0) return [];
  const pulse = await cloud.pulse(observed);
  return pulse === null ? [] : changes.flatMap(({ group, change }) => unexplainedSize(group, change, pulse) ?? []);
}
function withItems(group, items) {
  return items.length === 0 ? group : { ...group, status: "drifted", items: [...group.items, ...items] };
}
async function pulseWhereStuck(cloud, pair, circumstances) {
  const view = viewOf(pair, circumstances);
  if (view === null || !wantsToScale(view)) return null;
  return cloud.pulse({ name: view.stack.name, id: view.stack.id });
}

// src/commands/drift.ts
function drift(parts, options) {
  return driftAnd(parts, options, LOOK_ONLY);
}
var LOOK_ONLY = () => async (found3) => found3.groups;
function driftAnd(parts, options, afterwards) {
  return watched("drift", parts, options, () => check(parts, options, afterwards));
}
async function check(parts, options, afterwards) {
  const chosen = await chooseSpecs(parts, options, "drift");
  if (!chosen.ok) return chosen.result;
  const { specs } = chosen;
  const { settings } = chosen.rules;
  const cloud = await parts.reader();
  const { desired, problems } = await compileSpecs(cloud, specs, parts.clock.now());
  if (problems.length > 0) {
    return stopOnProblems(parts, options, { problems, specs: specs.length, kind: "drift" });
  }
  return compare(parts, options, { cloud, desired, settings, afterwards: afterwards(chosen) });
}
async function compare(parts, options, {
  cloud,
  desired,
  settings,
  afterwards
}) {
  const now = parts.clock.now();
  const names = desired.map(({ name }) => name);
  const ignoring = { rules: settings.ignore, now };
  const { groups, userId } = await lookTwice(cloud, parts.clock, desired, ignoring);
  const judgeAll = async (all) => {
    const counted = all.map((group) => withoutIgnored(group, settings.ignore, now));
    const explained2 = await askMakers(cloud, counted);
    return inTurns(explained2, AT_ONCE2, (group) => withDeeds(parts, cloud, group, userId));
  };
  const judged = await judgeAll(groups);
  const plain = {
    version: 1,
    groups: await afterwards({ cloud, desired, ignoring, groups: judged, judge: judgeAll }),
    strays: [...await findStrays(parts, cloud, names, options), ...expiredRules(settings.ignore, now)],
    problems: []
  };
  const context = reportContext(cloud, options);
  const found3 = options.adopt === true ? await withAdoptions(parts, options, { cloud, drift: plain, context, now }) : plain;
  const report = driftReport(found3, context);
  await parts.publisher.publish(report);
  await keepIssues(parts, options, {
    by: "drift",
    verdicts: driftVerdicts(found3, context),
    groups: found3.groups.map(({ name }) => name),
    cloud: cloud.label
  });
  return { exitCode: exitCodeOf(found3), report, problems: [] };
}
var AT_ONCE2 = 8;
async function withDeeds({ clock }, cloud, group, userId) {
  const now = cloudTime(clock, cloud).toISOString();
  const kept = [];
  for (const item of group.items) {
    try {
      const deeds = hasDeeds(item) ? await deedsOf(cloud, item) : null;
      const told = hasDeeds(item) ? explained(item, deeds, { now, userId }) : item;
      if (told !== null) kept.push(told);
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      return { ...group, status: "unchecked", items: [], message: errorLine(error) };
    }
  }
  const emptied = group.status === "drifted" && kept.length === 0;
  return { ...group, items: kept, status: emptied ? "clean" : group.status };
}
async function deedsOf(cloud, item) {
  const { about } = item;
  if (about === null) return null;
  try {
    return await cloud.deeds(about.service === "alarm" ? "alarm" : "server", about.id);
  } catch (error) {
    if (error instanceof CloudError && !hangsOnDeeds(item)) return null;
    throw error;
  }
}
function exitCodeOf({ groups, strays: stray }) {
  const some = (wanted) => groups.some(({ status }) => status === wanted);
  if (some("unchecked")) return 1;
  if (stray.length > 0 || some("drifted")) return 2;
  return some("in-progress") ? 1 : 0;
}

// src/commands/mend-group.ts
var AT_MOST = 100;
async function mendGroup(parts, { name, stackId }, items) {
  const troubles = /* @__PURE__ */ new Map();
  for (const item of items.slice(AT_MOST)) troubles.set(keyOf(item), BEYOND);
  const due = items.slice(0, AT_MOST);
  for (const item of due) await trying(troubles, [item], () => setBack(parts, name, item));
  const mends = due.flatMap((item) => item.mends);
  await trying(troubles, [], () => atRest2(parts, mends));
  const anew = due.filter(({ mends: mends2 }) => mends2.some(({ kind }) => kind === "remake"));
  if (anew.length > 0 && stackId !== null)
    await trying(troubles, anew, async () => {
      const failure = await remake(parts, { name, id: stackId }, anew);
      if (failure !== null) for (const item of anew) troubles.set(keyOf(item), failure);
    });
  return troubles;
}
var BEYOND = `${AT_MOST} findings of one group are put right in one run: the next one goes on`;
async function trying(troubles, items, work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    for (const item of items) troubles.set(keyOf(item), errorLine(error));
  }
}
async function setBack(parts, group, item) {
  for (const mend of item.mends) {
    if (mend.kind === "remake") continue;
    parts.log.info(`${group}: setting back: ${item.subject}: ${item.cloud} → ${item.repository}`);
    await mendPatiently(parts, mend);
  }
}
var POLL_MILLISECONDS = 2e3;
var OCTAVIA_POLLS = 90;
async function mendPatiently({ writer, clock }, mend) {
  for (let polls = 0; ; polls += 1) {
    try {
      return await writer.mend(mend);
    } catch (error) {
      const busy2 = error instanceof CloudError && error.code === "conflict" && isPart(mend);
      if (!busy2 || polls >= OCTAVIA_POLLS) throw error;
    }
    await clock.sleep(POLL_MILLISECONDS);
  }
}
var PARTS2 = ["loadBalancer", "listener", "pool", "healthMonitor"];
function isPart(mend) {
  return mend.kind === "poolMember" || PARTS2.some((kind) => kind === mend.kind);
}
async function atRest2({ reader, clock }, mends) {
  const parts = mends.filter(isPart);
  if (parts.length === 0) return;
  const pools = [...new Set(parts.flatMap((mend) => mend.kind === "poolMember" ? [mend.pool] : []))];
  for (let polls = 0; polls < OCTAVIA_POLLS; polls += 1) {
    const things = await reader.things({ kinds: PARTS2, pools, metered: null });
    if (!parts.some((mend) => isUnderWay(thingOf(things, mend)))) return;
    await clock.sleep(POLL_MILLISECONDS);
  }
}
function isUnderWay(part) {
  return part !== void 0 && isPending(part);
}
function thingOf({ of, poolMembers }, mend) {
  return mend.kind === "poolMember" ? poolMembers.get(mend.pool)?.find(({ id }) => id === mend.id) : of[mend.kind]?.get(mend.id);
}
async function remake(parts, stack2, items) {
  const { reader, writer, clock, log } = parts;
  const addresses2 = new Set(
    items.flatMap(({ mends }) => mends.flatMap((one) => one.kind === "remake" ? [one.address] : []))
  );
  const holders = /* @__PURE__ */ new Map();
  for (const [address, ref] of await reader.holders(stack2, [...addresses2])) {
    const known = holders.get(ref.id) ?? { ref, names: [] };
    known.names.push(address.slice(address.lastIndexOf("/") + 1));
    holders.set(ref.id, known);
  }
  for (const { ref, names } of holders.values()) {
    const watch = { reader, clock, log };
    const watched2 = await startWatching(watch, ref);
    for (const name of names) {
      log.info(`${stack2.name}: having Heat make ${name} anew`);
      await writer.markUnhealthy(ref, name, REASON);
    }
    await writer.updateInPlace(ref);
    const { failure } = await waitUntilSettled(watch, {
      ref,
      watched: watched2,
      gone: false,
      minutes: PATIENCE_MINUTES
    });
    if (failure !== null) return failure;
  }
  return null;
}
var REASON = "Thermostat: made anew after drift";
var PATIENCE_MINUTES = 15;

// src/commands/fix.ts
function driftOrFix(parts, options) {
  return options.fix ? driftAnd(parts, options, fixing(parts, options)) : drift(parts, options);
}
var STACKS_AT_ONCE = 4;
function fixing(parts, options) {
  return ({ specs, rules }) => async (found3) => {
    if (!found3.groups.some(({ status }) => status === "drifted")) return found3.groups;
    const override = await freezeOverride(parts, options, rules);
    const guard = { rules, moment: "apply", freezeOverride: override };
    const writer = await parts.writer();
    return inTurns(found3.groups, STACKS_AT_ONCE, async (group, index) => {
      const [spec, desired] = [specs[index], found3.desired[index]];
      if (group.status !== "drifted" || spec === void 0 || desired === void 0) return group;
      return fixGroup({ parts, options, found: found3, guard, writer, spec, desired }, group);
    });
  };
}
async function fixGroup(fix, group) {
  try {
    return await carryOut(fix, group);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { ...group, items: group.items.map((item) => ({ ...item, left: errorLine(error) })) };
  }
}
async function carryOut(fix, group) {
  const first = await decide(fix, group);
  const { reapply, mend, left } = first.decision;
  if (reapply.length + mend.length === 0) return { ...group, items: left };
  if (reapply.length > 0) {
    const trouble = await sendAgain(fix, first);
    if (trouble !== "") return { ...group, items: [...left, ...[...reapply, ...mend].map(because(trouble))] };
  }
  const written3 = [...reapply];
  try {
    return await mendBelow(fix, group, first.decision, written3);
  } catch (error) {
    if (!(error instanceof CloudError) || written3.length === 0) throw error;
    const after = uncheckedDrift(fix.desired, errorLine(error));
    return afterFix({ before: group, after, tried: written3, left: [], troubles: /* @__PURE__ */ new Map() });
  }
}
async function mendBelow(fix, group, { reapply, left }, written3) {
  const { found: found3, parts, writer } = fix;
  const fresh = confirmed(group, await lookOnce(fix));
  const second = fresh.status === "drifted" ? (await decide(fix, fresh)).decision : NOTHING;
  const due = second.reapply.length > 0 ? [] : second.mend;
  written3.push(...due);
  const troubles = await mendGroup({ ...parts, reader: found3.cloud, writer }, group, due);
  const { groups } = await lookTwice(found3.cloud, parts.clock, [fix.desired], found3.ignoring);
  const [after = group] = await found3.judge(groups);
  return afterFix({
    before: group,
    after,
    tried: [...reapply, ...due],
    left: [...left, ...second.left],
    troubles
  });
}
var NOTHING = { reapply: [], mend: [], left: [] };
function because(left) {
  return (item) => ({ ...item, left });
}
async function lookOnce({ found: found3, parts, desired }) {
  const { cloud, ignoring } = found3;
  const { groups } = await look(cloud, parts.clock, [desired], ignoring);
  const [group] = groups;
  if (group === void 0) throw new Error(`no look at "${desired.name}"`);
  const counted = withoutIgnored(group, ignoring.rules, ignoring.now);
  return (await askMakers(cloud, [counted]))[0] ?? counted;
}
async function decide({ found: found3, parts, spec, guard }, group) {
  const { cloud } = found3;
  const made = await planAgainst(cloud, [spec], parts.clock.now(), guard);
  const [pair, plan] = [made.pairs[0], made.plan.groups[0]];
  if (pair === void 0 || plan === void 0) throw new Error(`no plan for "${group.name}"`);
  const broken = made.problems[0]?.message ?? null;
  const hold = broken ?? forbidden({ spec, pair, plan, now: parts.clock.now(), guard }) ?? await busy(cloud, pair);
  return { pair, plan, decision: decideFix({ group, pair, plan, hold }) };
}
function forbidden(view) {
  const { spec, pair, plan, now, guard } = view;
  const changing = { ...plan, action: "update" };
  const frozen = plan.action === "no-op" ? freezeFindings({ spec, pair, group: changing, headRoom: null }, frozenLookup(now), guard) : [];
  const findings = [...plan.findings, ...frozen].filter(({ severity }) => severity === "error");
  return findings.length === 0 ? null : findings.map(({ message }) => message).join("; ");
}
async function busy(cloud, { observed }) {
  if (observed.presence === "absent") return null;
  const pulse = await cloud.pulse(observed);
  return pulse === null ? "the stack is gone" : whoIsAtWork(pulse);
}
async function sendAgain(fix, { pair, plan }) {
  const { parts, options, found: found3, writer } = fix;
  const tags2 = pair.observed.presence === "present" ? pair.observed.tags : [];
  const outcome = await executeGroup(
    { ...parts, cloud: { reader: found3.cloud, writer } },
    {
      pair,
      group: plan,
      ignoring: found3.ignoring,
      noted: true,
      options: { ...options, waitMinutes: 0, ...provenanceOf(tags2) }
    }
  );
  return outcome.status === "done" || outcome.status === "nothing-to-do" ? "" : outcome.message;
}
export {
  driftOrFix
};
