import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  BLIND_AFTER_MINUTES,
  DRIFT_KINDS,
  MANY_STACKS,
  SEVERITY_MARKS,
  alarmDrift,
  apply,
  assemble,
  besideSchedules,
  checkFailed,
  checkRules,
  checkedAgain,
  chooseSpecs,
  clockNotices,
  compile,
  compileSpecs,
  createTwoFilesPatch,
  differences,
  driftItem,
  executeGroup,
  failureReport,
  fieldsToSet,
  fixedFolder,
  footer,
  freezeFindings,
  freezeOverride,
  globMatcher,
  heldIn,
  horizonPage,
  ignoredBlocks,
  inTurns,
  isAsLastApplied,
  isStillAsSent,
  issueBody,
  issueFooter,
  issueLine,
  issueTitle,
  keepIssues,
  leaveIgnored,
  liveFields,
  matchesGlob,
  normalGlobs,
  noticeBlocks,
  objectsIn,
  observe,
  observeUntouched,
  plan,
  planAgainst,
  problemAnnotations,
  problemBlocks,
  problemsReport,
  quoted,
  readFacts,
  readSources,
  readSpecs,
  remade,
  remakeWords,
  sides,
  stackLink,
  stackSubject,
  startWatching,
  stateWords,
  stopOnProblems,
  surroundingsOf,
  textField,
  thingBehind,
  timeField,
  toMarkdown,
  toldResources,
  untilWords,
  waitUntilSettled,
  wasSent,
  whoIsAtWork,
  words
} from "./chunk-YIK4ZMLF.js";
import {
  HEALTH,
  NO_FACTS,
  balancerMembers,
  budgetOf,
  clockOf,
  compare,
  compareStacks,
  compileScaling,
  freeLines,
  handedDown,
  isBound,
  isMarked,
  isRecorded,
  isSecretPath,
  isServing,
  isSick,
  isUnfinished,
  markReason,
  matchLines,
  memberDifference,
  memberVerdict,
  nameForAddress,
  ownLines,
  ownName,
  parseSpecs,
  planGroup,
  readDefinition,
  redacted,
  replacementsIn,
  same,
  sameEndpoint,
  scalingAdvice,
  secretLines,
  shown,
  stackNameOf,
  staleLines,
  stem,
  takenBackReason,
  templateHealth,
  wantedMembers,
  wayBack,
  withoutClock
} from "./chunk-SWR3B4HT.js";
import {
  MAX_FILE_BYTES
} from "./chunk-M6JNFXHP.js";
import {
  isExpired
} from "./chunk-OWSP2X4Z.js";
import {
  canonicalJson,
  code,
  count,
  describeGroups,
  digest,
  fileOf,
  frozenAt,
  frozenLookup,
  groupProperties,
  grouped,
  isFromRepository,
  isManaged,
  isUnresolved,
  join,
  lazily,
  line,
  link,
  matches,
  memberServers,
  object,
  paragraph,
  problemJson,
  provenanceOf,
  reachesBelow,
  referencedResources,
  resourcesKey,
  sameValue,
  strong,
  windowsFor,
  written
} from "./chunk-23SYTDU5.js";
import {
  readYamlText
} from "./chunk-HTLYYPZK.js";
import {
  isJsonObject,
  own
} from "./chunk-CEEK6GEM.js";
import {
  require_dist
} from "./chunk-HE53SSY6.js";
import {
  BalancerError,
  CloudError,
  ForgeError,
  errorLine,
  isRefusal
} from "./chunk-MXUBWZWX.js";
import {
  __toESM
} from "./chunk-7VOHJOSG.js";

// src/adapters/terminal/source-tree.ts
import { constants } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import { join as join2, relative, sep } from "node:path";
function fileSystemTree(root) {
  return {
    list: (globs) => list(root, normalGlobs(globs)),
    covers: (globs, path) => globMatcher(globs)(path),
    read: (paths) => readAll(root, paths)
  };
}
var PASSED_OVER = [".git", "node_modules"];
async function list(root, globs) {
  const found4 = /* @__PURE__ */ new Set();
  for (const folder of new Set(globs.map(fixedFolder))) {
    for await (const path of walk(root, folder)) {
      if (globs.some((glob) => matchesGlob(glob, path))) found4.add(path);
    }
  }
  return [...found4].sort();
}
async function* walk(root, folder) {
  if (!await isRealFolder(root, folder)) return;
  const entries = await entriesOf(join2(root, folder));
  for (const entry of entries) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) yield path;
    else if (!PASSED_OVER.includes(entry.name)) yield* walk(root, path);
  }
}
async function isRealFolder(root, folder) {
  if (folder === "") return true;
  const stats = await lstat(join2(root, folder)).catch(() => null);
  return stats?.isDirectory() ?? false;
}
async function entriesOf(folder) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === "EACCES" || codeOf(error) === "ENOENT") return [];
    throw error;
  }
}
async function readAll(root, paths) {
  const realRoot = await realpath(root);
  const files = [];
  for (const path of paths) files.push(await readOne(realRoot, path));
  return files;
}
async function readOne(realRoot, path) {
  try {
    const real = await realpath(join2(realRoot, path));
    if (!isInside(realRoot, real)) return { path, state: "outside" };
    const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      return await readHandle(handle, path);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const state = STATES[codeOf(error)];
    if (state === void 0) throw error;
    return isOutside(realRoot, path) ? { path, state: "outside" } : { path, state };
  }
}
var STATES = {
  ENOENT: "absent",
  ENOTDIR: "absent",
  ENAMETOOLONG: "absent",
  ERR_INVALID_ARG_VALUE: "absent",
  ELOOP: "not-a-file",
  EACCES: "not-a-file",
  EPERM: "not-a-file",
  EISDIR: "not-a-file",
  ENXIO: "not-a-file"
};
async function readHandle(handle, path) {
  const stats = await handle.stat();
  if (!stats.isFile()) return { path, state: "not-a-file" };
  if (stats.size > MAX_FILE_BYTES) return { path, state: "too-large", size: stats.size };
  const buffer = new Uint8Array(stats.size);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return { path, state: "read", bytes: buffer.subarray(0, length) };
}
function isInside(root, real) {
  const way = relative(root, real).split(sep);
  return way[0] !== ".." && !way.includes(".git");
}
function isOutside(realRoot, path) {
  return !isInside(realRoot, join2(realRoot, path));
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

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
  const found4 = differences(told.properties, live.fields, part.fields);
  if (found4.length === 0) return [];
  return [
    driftItem({
      kind: part.edited,
      subject,
      about: aboutOf(live, told),
      ...sides(found4),
      live: liveFields(`resources.${told.address}`, found4),
      remedy: `an update of the stack does not mend it, as the template is the same: \`openstack ${part.command} ${live.id}\` with ${found4.map(({ property, told: told2 }) => `${property} ${told2}`).join(", ")}; or merge the live value into the spec`,
      since: timeField(live.fields, "updated_at"),
      mends: [{ kind: part.kind, id: live.id, fields: fieldsToSet(found4) }]
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
    ({ key: key2, kind, found: found4, command, word: word3 }) => objectsIn(live.fields, key2).map((one) => textField(one, "id")).filter((id) => !own2.has(id) && (view.around.things.of[kind]?.has(id) ?? false)).map(
      (id) => driftItem({
        kind: found4,
        subject: `${word3} ${id} of ${subject}`,
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
  return desired.groups.flatMap((group2) => {
    const live = observed.groups.find(({ address }) => address === group2.address);
    return live ? [...outOfBounds(group2, live), ...deaf(live, observed)] : [];
  });
}
function outOfBounds({ address, min, max }, { members: members2 }) {
  const size = members2.length;
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
    ({ state, members: members2 }) => state.status !== "COMPLETE" || members2.some((member) => member.state.status !== "COMPLETE")
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
    desired: { ...desired, groups: desired.groups.map((group2) => ({ ...group2, ...live })) },
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
  const names = (Array.isArray(groups) ? groups : []).map((group2) => {
    const name = known?.get(String(group2))?.fields["name"];
    return typeof name === "string" ? name : String(group2);
  });
  return [...new Set(names)].sort();
}
function groupIds({ around }, groups) {
  const known = around.things.of.securityGroup;
  const ids = groups.map((group2) => {
    if (known?.has(String(group2))) return String(group2);
    const named = [...known?.values() ?? []].filter(({ fields }) => fields["name"] === group2);
    return named.length === 1 ? named[0]?.id ?? null : null;
  });
  return ids.includes(null) ? null : [...new Set(ids.filter((id) => id !== null))].sort();
}

// src/core/drift/server-view.ts
function found({ server: server2 }, { part, ...change }) {
  const subject = `server ${server2.name || server2.id}${part === void 0 ? "" : ` ${part}`}`;
  return [
    driftItem({
      subject,
      about: { service: "server", id: server2.id },
      since: server2.updatedAt,
      ...change
    })
  ];
}

// src/core/drift/server-attachments.ts
function attachments(view) {
  return [...securityGroups(view), ...networks(view), ...ports(view), ...volumes(view)];
}
function securityGroups(view) {
  const { server: server2, properties, around } = view;
  const ports2 = around.portsByDevice.get(server2.id);
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
    ...wanted.filter((name) => !odd.includes(name)).map((name) => `openstack server add security group ${server2.id} ${name}`),
    ...odd.filter((name) => !wanted.includes(name)).map((name) => `openstack server remove security group ${server2.id} ${name}`)
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
  const { server: server2, properties, around, catalogue } = view;
  const given = objectsIn(properties, "networks");
  const ports2 = around.portsByDevice.get(server2.id) ?? [];
  if (given.length === 0 || around.things.of.port === null) return [];
  const nameOf3 = (idOrName) => catalogue.network.find(({ id }) => id === idOrName)?.name ?? idOrName;
  const wanted = given.map((one) => {
    const port = one["port"];
    const network = one["network"] ?? one["uuid"];
    if (typeof port === "string")
      return textField(around.things.of.port?.get(port)?.fields ?? {}, "network_id");
    return typeof network === "string" ? network : "";
  });
  if (wanted.includes("")) return [];
  const before = wanted.map(nameOf3).sort();
  const there = ports2.map(({ fields }) => nameOf3(textField(fields, "network_id"))).sort();
  if (sameValue(before, there)) return [];
  return found(view, {
    kind: "server-networks-changed",
    repository: before.join(", "),
    cloud: there.join(", ") || "on no network",
    remedy: view.replace
  });
}
function ports(view) {
  const { server: server2, properties, around } = view;
  const own2 = around.portsByDevice.get(server2.id) ?? [];
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
  const { server: server2, properties, told } = view;
  const attached = told.some(({ type }) => type === "OS::Cinder::VolumeAttachment");
  const mapped = objectsIn(properties, "block_device_mapping_v2").filter(
    (one) => one["ephemeral_size"] === void 0 && one["swap_size"] === void 0
  ).length;
  const wanted = mapped + objectsIn(properties, "block_device_mapping").length;
  const there = server2.volumes.length;
  if (there < wanted) {
    return found(view, {
      kind: "server-volume-detached",
      repository: `${wanted} volumes`,
      cloud: `${there} volumes`,
      remedy: `attach it again (\`openstack server add volume ${server2.id} …\`), or ${view.replace}`
    });
  }
  if (there === wanted || attached) return [];
  return found(view, {
    kind: "server-volume-attached",
    repository: `${wanted} volumes`,
    cloud: `${there} volumes: ${server2.volumes.join(", ")}`,
    remedy: `\`openstack server remove volume ${server2.id} …\`: it goes or stays with the server, as Nova was told when it was attached`
  });
}

// src/core/drift/server-drift.ts
function serverDifferences(view) {
  return CHECKS.flatMap((check3) => check3(view));
}
function resized(view) {
  const { server: server2, properties, catalogue } = view;
  const flavor = properties["flavor"] ?? properties["InstanceType"];
  if (typeof flavor !== "string" || server2.flavor === null) return [];
  const name = catalogue.flavor.find(({ id }) => id === flavor)?.name ?? flavor;
  if (server2.flavor === name) return [];
  return found(view, {
    kind: "server-resized",
    repository: `flavor ${name}`,
    cloud: `flavor ${server2.flavor}`,
    remedy: `\`openstack server resize --flavor ${name} ${server2.id}\` and confirm it, or ${view.replace}`
  });
}
function rebuilt(view) {
  const { server: server2, properties, catalogue } = view;
  const image = properties["image"] ?? properties["ImageId"];
  const wanted = typeof image === "string" ? onlyId(image, catalogue.image) : null;
  if (wanted === null || server2.imageId === null || server2.imageId === wanted) return [];
  const is = catalogue.image.find(({ id }) => id === server2.imageId)?.name ?? server2.imageId;
  return found(view, {
    kind: "server-rebuilt",
    repository: `image ${String(image)}`,
    cloud: `image ${is}`,
    remedy: `\`openstack server rebuild --image ${String(image)} ${server2.id}\`, or ${view.replace}`
  });
}
function onlyId(nameOrId, things) {
  if (things.some(({ id }) => id === nameOrId)) return nameOrId;
  const named = things.filter(({ name }) => name === nameOrId);
  return named.length === 1 ? named[0]?.id ?? null : null;
}
function renamed(view) {
  const { server: server2, properties, resource } = view;
  const given = properties["name"];
  if (given !== void 0 && (isUnresolved(given) || given === server2.name)) return [];
  const ending = `-${resource}-`;
  const own2 = ending.length > 38 || new RegExp(`${escaped(ending)}[a-z2-7]{12}$`).test(server2.name);
  if (given === void 0 && own2) return [];
  return found(view, {
    kind: "server-renamed",
    repository: given === void 0 ? `a name of Heat's, ending in ${ending}…` : String(given),
    cloud: server2.name,
    remedy: "no harm to the group; set the name again if something goes by it",
    mends: given === void 0 ? [] : [{ kind: "server", id: server2.id, fields: { name: String(given) } }]
  });
}
function escaped(text2) {
  return text2.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
var METERING = "metering.server_group";
function metadata(view) {
  const { server: server2, properties, type } = view;
  if (type !== "OS::Nova::Server" || isUnresolved(properties["metadata"] ?? null)) return [];
  const wanted = object(properties["metadata"]);
  const differing2 = Object.entries(wanted).filter(
    ([key2, value]) => !sameValue(asText(value), server2.metadata[key2])
  );
  const added2 = Object.entries(server2.metadata).filter(([key2]) => !Object.hasOwn(wanted, key2));
  return [
    ...differing2.flatMap(([key2, value]) => {
      const counts2 = key2 === METERING;
      const is = shownValue(key2, server2.metadata[key2]);
      const told = shownValue(key2, asText(value));
      return found(view, {
        kind: counts2 ? "server-metering-lost" : "server-metadata-edited",
        part: `metadata.${key2}`,
        repository: told,
        cloud: counts2 ? `${is}: the alarms do not count this server` : is,
        remedy: `\`openstack server set --property ${key2}=${told} ${server2.id}\``,
        mends: [{ kind: "setMetadata", id: server2.id, key: key2, value: asText(value) }]
      });
    }),
    ...added2.flatMap(
      ([key2, value]) => found(view, {
        kind: "server-metadata-added",
        part: `metadata.${key2}`,
        repository: "absent",
        cloud: shownValue(key2, value),
        remedy: `put it into the spec, or \`openstack server unset --property ${key2} ${server2.id}\``,
        mends: [{ kind: "removeMetadata", id: server2.id, key: key2 }]
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
  const { server: server2, properties, type } = view;
  const given = properties["tags"] ?? [];
  if (type !== "OS::Nova::Server" || server2.tags === null || isUnresolved(given)) return [];
  const wanted = (Array.isArray(given) ? given : []).map(String).sort();
  const there = [...server2.tags].sort();
  if (sameValue(wanted, there)) return [];
  return found(view, {
    kind: "server-tags-edited",
    repository: wanted.join(", ") || "none",
    cloud: there.join(", ") || "none",
    remedy: "put the tags into the spec, or set them back with `openstack server set --tag`",
    mends: [{ kind: "tags", id: server2.id, tags: wanted }]
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
  const { server: server2, properties } = view;
  const wanted = properties["key_name"] ?? properties["KeyName"] ?? null;
  if (isUnresolved(wanted) || sameValue(wanted === "" ? null : wanted, server2.keyName)) return [];
  return found(view, {
    kind: "server-key-changed",
    repository: `key ${String(wanted ?? "none")}`,
    cloud: `key ${server2.keyName ?? "none"}`,
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
function memberDrift(pair, plan2, view) {
  const { desired, observed, definitions } = pair;
  if (desired.presence === "absent" || observed.presence === "absent") return [];
  return observed.groups.flatMap((group2) => {
    const own2 = definitions[group2.address] ?? {};
    const target = desired.groups.find(({ address }) => address === group2.address);
    const wanted = target ? handedDown(target, observed) : {};
    const templateDiffers2 = plan2.changes.some(({ address }) => bearsUpon(address, group2));
    const settled = group2.members.filter(({ state }) => state.status !== "IN_PROGRESS");
    return settled.flatMap((member) => {
      const replace2 = howToReplace(group2, member, observed);
      return [
        ...failedMember(member),
        ...member.servers.flatMap(
          (server2) => serverDrift(server2, `${group2.address}/${member.name}`, view, replace2)
        ),
        ...templateDiffers2 ? [] : otherGeneration(member, own2[member.name], `${group2.address}/${member.name}`, view, replace2),
        ...templateDiffers2 || target === void 0 ? [] : behind({ member, definition: own2[member.name], wanted, pair, replace: replace2 })
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
function serverDrift(server2, member, view, replace2) {
  if (server2.status === "MISSING")
    return [notRunning("server-missing", server2, "does not exist in Nova", replace2)];
  if (isOnItsWay(server2)) return [];
  const told = view.told.find(
    ({ physicalId, address }) => physicalId === server2.id && `${address}/`.startsWith(`${member}/`)
  );
  const kind = STATUS_KINDS[server2.status] ?? "server-not-active";
  const resource = told?.address.slice(told.address.lastIndexOf("/") + 1) ?? "";
  return [
    ...server2.status === "ACTIVE" ? [] : [notRunning(kind, server2, statusWords(server2), replace2)],
    ...told?.settled ? serverDifferences({
      ...view,
      server: server2,
      type: told.type,
      properties: told.properties,
      resource,
      replace: replace2
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
function notRunning(kind, server2, cloud, replace2) {
  const { id, name, updatedAt } = server2;
  const back = kind === "server-stopped" ? `start it (\`openstack server start ${id}\`)` : wayBack(server2);
  return driftItem({
    kind,
    subject: `server ${name || id}`,
    repository: "ACTIVE",
    cloud,
    remedy: back === null ? replace2 : `${back}, or ${replace2}`,
    about: { service: "server", id },
    since: updatedAt
  });
}
function behind(view) {
  const { member, definition, wanted, replace: replace2 } = view;
  const { desired, observed } = view.pair;
  if (!definition || desired.presence === "absent" || observed.presence === "absent") return [];
  const files = { before: observed.files, after: desired.files };
  const open3 = unresolvedKeys(wanted);
  const effect = memberDifference(without(readDefinition(definition), open3), without(wanted, open3), files);
  if (effect === null || effect.kind === "none") return [];
  return [
    driftItem({
      kind: "member-behind",
      subject: `server ${member.servers[0]?.name ?? member.name}`,
      repository: "the definition of its group",
      cloud: `an earlier one (${effect.how})`,
      remedy: replace2
    })
  ];
}
function otherGeneration(member, definition, address, { stack: stack2 }, replace2) {
  if (!definition || member.state.status !== "COMPLETE") return [];
  const wanted = memberServers(readDefinition(definition), stack2.files);
  const inside = stack2.resources.filter((one) => one.address.startsWith(`${address}/`));
  const there = wanted.some((one) => inside.some((found4) => found4.address === `${address}/${one.address}`));
  if (inside.length === 0 || wanted.length === 0 || wanted.some((one) => one.address === "") || there)
    return [];
  return [
    driftItem({
      kind: "member-behind",
      subject: `server ${member.servers[0]?.name ?? member.name}`,
      repository: "the definition of its group",
      cloud: "an earlier one (its server stands under another name)",
      remedy: replace2
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
  const members2 = view.told.filter(({ type, settled }) => type === MEMBER && settled);
  return [...members2.flatMap((told) => memberDrift2(view, told)), ...addedByHand(view)];
}
function memberDrift2(view, told) {
  const { things } = view.around;
  const pool = poolId(told.properties["pool"], things.of.pool);
  const all = pool === null ? void 0 : things.poolMembers.get(pool);
  if (pool === null || all === void 0 || told.physicalId === "") return [];
  const live = all.find(({ id }) => id === told.physicalId);
  if (live === void 0) return [missing(view, told, pool)];
  if (isPending(live)) return [];
  const found4 = differences(told.properties, live.fields, FIELDS);
  const subject = `pool member ${textField(live.fields, "address")} (${told.address})`;
  const since = timeField(live.fields, "updated_at");
  return [
    ...found4.length === 0 ? [] : [
      driftItem({
        kind: "pool-member-edited",
        subject,
        ...sides(found4),
        live: ofMember(told.address, found4),
        remedy: `${setMember(found4)} ${pool} ${live.id}\``,
        since,
        mends: [{ kind: "poolMember", pool, id: live.id, fields: fieldsToSet(found4) }]
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
function ofMember(address, found4) {
  const [group2, member, resource, ...deeper] = address.split("/");
  if (group2 === void 0 || member === void 0 || resource === void 0 || deeper.length > 0) return [];
  const fields = liveFields(`resources.${group2}.nested.${stem(resource)}`, found4);
  return fields.map((field) => ({ ...field, ofMember: member }));
}
function setMember(found4) {
  const flags = found4.map(({ property, told }) => `--${property.replaceAll("_", "-")} ${told}`);
  return `\`openstack loadbalancer member set ${flags.join(" ")}`;
}
function missing(view, told, pool) {
  const server2 = serverOf(view, told);
  return driftItem({
    kind: "pool-member-missing",
    subject: `pool member ${told.address}`,
    repository: `in pool ${poolName(view, pool)}`,
    cloud: `gone from the pool: ${server2 ? `server ${server2.name}` : "its server"} gets no requests`,
    remedy: howToMakeAnew(view, told.address),
    mends: remade(told.address)
  });
}
function howToMakeAnew({ stack: stack2 }, address) {
  const group2 = stack2.groups.find((one) => address.startsWith(`${one.address}/`));
  const member = group2 && address.slice(group2.address.length + 1).split("/")[0];
  if (!group2?.nested || !member) return remakeWords(stack2, address);
  return `replace the server with all around it: \`openstack stack resource mark unhealthy ${group2.nested.name} ${member}\`, then \`openstack stack update --existing ${group2.nested.name}\``;
}
function astray(view, told, live, subject) {
  const server2 = serverOf(view, told);
  const address = textField(live.fields, "address");
  if (server2 === null || server2.addresses.length === 0 || server2.addresses.includes(address)) return [];
  return [
    driftItem({
      kind: "pool-member-astray",
      subject,
      repository: `the address of server ${server2.name}`,
      cloud: `${address}; the server has ${server2.addresses.join(", ")}`,
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
  const [id, ...more2] = ids;
  return id === void 0 || more2.length > 0 ? null : servers.get(id) ?? null;
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
  const open3 = told.properties["port_security_enabled"] === false;
  const byNetwork = given === void 0 && live.fields["port_security_enabled"] === false;
  if (open3 || byNetwork || isUnresolved(given ?? null)) return [];
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
  const [home, ...more2] = wanted.ports;
  const free = port === "" && home !== void 0 && more2.length === 0;
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
  const [name, ...more2] = [...referencedResources(given)];
  if (name === void 0 || more2.length > 0) return null;
  const holder = view.told.find((one) => one.address === `${above}${name}`);
  if (holder === void 0) return null;
  if (holder.type === "OS::Octavia::LoadBalancer") {
    const vip = textField(thingBehind(view, "loadBalancer", holder)?.fields ?? {}, "vip_port_id");
    return vip === "" ? null : { words: `load balancer ${name}`, ports: [vip] };
  }
  const ports2 = view.around.portsByDevice.get(holder.physicalId)?.map(({ id }) => id);
  const server2 = view.servers.get(holder.physicalId);
  return ports2 && server2 ? { words: `server ${server2.name}`, ports: ports2 } : null;
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
  const group2 = rule["remote_group_id"] ?? null;
  if (typeof group2 === "string") {
    if (group2 === own2) return "the group itself";
    const named = around.things.of.securityGroup?.get(group2)?.fields["name"];
    return `security group ${typeof named === "string" ? named : group2}`;
  }
  const range = rule["remote_ip_prefix"] ?? null;
  return typeof range === "string" && range !== "0.0.0.0/0" && range !== "::/0" ? range : "everybody";
}

// src/core/drift/stack-drift.ts
function stackDrift({ desired, observed }, plan2) {
  if (desired.presence === "absent") return observed.presence === "absent" ? [] : [leftOver(desired.name)];
  if (observed.presence === "absent") return [missing2(desired.name)];
  const { state } = observed;
  const failed3 = state.status === "FAILED" && state.action !== "CHECK";
  const real = withoutConsequences(
    plan2.changes.filter(({ address }) => address !== "stack"),
    desired,
    observed
  );
  const { declared, live } = clockOf(desired, observed);
  const applied = declared !== null && isRecorded(declared, live);
  const byPeople = applied ? withoutClock(real, plan2.scalingGroups, { declared, live }) : real;
  return [
    ...failed3 ? [stopped(desired.name, `${state.action}_${state.status}`, state.reason)] : [],
    ...isSuspended(observed) ? [suspended(observed)] : [],
    ...[...byPeople.flatMap(changeItems), ...memberFiles(desired, observed, plan2)].map(
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
function memberFiles(desired, observed, plan2) {
  const told = plan2.changes.filter(({ address }) => address === "files").flatMap(({ fields }) => fields);
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
function changeItems({ address, action, reason: reason3, fields }) {
  if (fields.length === 0) {
    const [repository, cloud] = action === "create" ? ["there", "missing"] : action === "delete" ? ["not there", "there"] : ["as written", reason3];
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
function stopped(name, state, reason3) {
  return driftItem({
    kind: "stack-failed",
    subject: `stack ${name}`,
    repository: "complete",
    cloud: `${state}${reason3 === "" ? "" : `: ${reason3}`}`,
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
      const group2 = stack2.groups.find(
        ({ nested }) => nested !== null && nested.id === policy?.properties["auto_scaling_group_id"]
      );
      return policy && group2 && hasRoom(policy, group2, told) ? [{ alarm, policy, group: group2 }] : [];
    })
  );
}
function hasRoom({ properties }, { address, members: members2 }, told) {
  const bounds = told.find((one) => one.address === address)?.properties ?? {};
  const change = Number(properties["scaling_adjustment"]);
  const [min, max] = [Number(bounds["min_size"]), Number(bounds["max_size"])];
  if (properties["adjustment_type"] === "exact_capacity") {
    const wanted = Math.max(min, Math.min(max, change));
    return !Number.isNaN(wanted) && members2.length !== wanted;
  }
  return change > 0 ? members2.length < max : members2.length > min;
}
var UNHEARD_AFTER_MINUTES = 10;
function unheardAlarms(view, pulse) {
  return firing(view).flatMap(({ alarm, policy, group: group2 }) => {
    const now = pulse.groups.find(({ address }) => address === group2.address);
    const live = view.around.things.of.alarm?.get(alarm.physicalId);
    if (now === void 0 || live?.fields["repeat_actions"] === false || isMoving(view, group2, now))
      return [];
    return [
      driftItem({
        kind: "alarm-unheard",
        subject: `alarm ${alarm.address}`,
        about: { service: "alarm", id: alarm.physicalId },
        repository: `signals ${policy.address}`,
        cloud: `in alarm, the group has room (${group2.members.length} servers) and does not move`,
        remedy: `the trust of the alarm may be dead (its owner was disabled or lost the role), or its address: have Heat make it anew, as a user with a password: ${remakeWords(view.stack, alarm.address)}`
      })
    ];
  });
}
function isMoving({ now: clock }, { members: members2 }, { activity, nestedState }) {
  if (activity.scalingInProgress || nestedState?.status === "IN_PROGRESS") return true;
  const last = [activity.cooldownUntil, ...members2.map(({ createdAt }) => createdAt)].map((time) => Date.parse(time ?? "")).filter((time) => !Number.isNaN(time));
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
    ignored: (pair.left?.fields ?? []).map(({ path, reason: reason3, expires }) => ({
      kind: kindOf(path),
      subject: path,
      reason: reason3,
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
  const plan2 = planGroup(pair);
  const late = lateBounds(pair);
  const due = { ...pair, desired: late?.desired ?? desired };
  const known = late === null ? plan2 : { ...plan2, changes: withoutClock(plan2.changes, plan2.scalingGroups, late.clock) };
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
  const all = groups.flatMap(({ members: members2 }) => members2.flatMap(({ servers }) => servers));
  return new Map(all.map((server2) => [server2.id, server2]));
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
    const members2 = observed.groups.find((group2) => group2.address === address)?.members ?? [];
    const moving = members2.filter(({ state }) => state.status === "IN_PROGRESS").length;
    const size = members2.length;
    const inside = size >= (min ?? 0) && size <= (max ?? size);
    const busy2 = members2.filter(({ state }) => state.status !== "IN_PROGRESS").flatMap(({ servers }) => servers.filter(isOnItsWay));
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
  const open3 = judged.flatMap(({ rest, part }) => rest === null ? [] : [{ rest, keys: part?.keys ?? [] }]);
  const parts = new Map(
    judged.flatMap(
      ({ field, part }) => part === void 0 ? [] : [[propertyOf(field), part.toSet]]
    )
  );
  const sideOf = (side) => open3.map(({ rest, keys }) => `${propertyOf(rest)} ${words(withoutThose(rest[side] ?? null, keys))}`).join(", ");
  const repository = sideOf("told");
  const left = judged.filter(({ rule }) => rule !== null).map(({ field }) => propertyOf(field));
  return {
    ...item,
    live: open3.map(({ rest }) => rest),
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
function withoutIgnored(group2, rules, now) {
  const judged = group2.items.map((item) => judge(item, group2.name, rules, now));
  const items = judged.flatMap(({ kept }) => kept === null ? [] : [kept]);
  const emptied = group2.status === "drifted" && items.length === 0;
  return {
    ...group2,
    items,
    ignored: [...group2.ignored, ...judged.flatMap(({ ignored }) => ignored)],
    status: emptied ? "clean" : group2.status
  };
}
function judge(item, group2, rules, now) {
  const { kind, subject, place: place2 = subject, partOf, live = [] } = item;
  const told = (what2, { reason: reason3, expires }) => ({
    ...{ kind, subject: what2, reason: reason3, expires },
    ...partOf === void 0 ? {} : { partOf }
  });
  const held2 = rules.filter((rule) => !isExpired(rule, now) && matches(rule.group, group2));
  const by = (...paths) => ruleFor(held2, paths);
  const own2 = by(subject, place2);
  if (own2 !== null) return { kept: null, ignored: [told(subject, own2)] };
  const each = live.map((field) => leftOf(field, (path) => by(path, nameOf(subject, field, path))));
  const left = each.flatMap(({ rule, field }) => rule === null ? [] : [{ rule, field }]);
  const [first] = left;
  if (first === void 0) return { kept: untouchable(item, held2), ignored: [] };
  if (left.length === live.length && each.every(({ rest }) => rest === null))
    return { kept: null, ignored: [told(subject, first.rule)] };
  return {
    kept: withoutFields(item, each),
    ignored: left.map(({ field, rule }) => told(`${subject} ${propertyOf(field)}`, rule))
  };
}
function ruleFor(held2, paths) {
  return held2.find((rule) => paths.some((path) => matches(rule.path, path, true))) ?? null;
}
function nameOf(subject, field, path) {
  return `${subject} ${propertyOf({ ...field, path })}`;
}
function untouchable(item, held2) {
  const { subject, place: place2 = subject, mends } = item;
  const inside = held2.find((rule) => reachesBelow(rule.path, place2));
  if (inside === void 0 || mends.every(({ kind }) => kind !== "remake")) return item;
  const mustStay2 = `the rule for ${inside.path} may mean a part of it, which is not told apart here and would be lost with the rest: name ${place2} in it, or take it out`;
  return { ...item, mustStay: mustStay2 };
}
function expiredRules(rules, now) {
  return rules.filter((rule) => isExpired(rule, now)).map(
    ({ group: group2, path, reason: reason3, expires, source }) => driftItem({
      kind: "ignore-expired",
      subject: `ignore rule for ${group2}: ${path}`,
      repository: `held until ${expires}: ${reason3}`,
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
function remakeHold({ group: group2, pair: { observed } }, item) {
  if (observed.presence === "absent") return "the stack is missing";
  const { mends } = item;
  if (group2.ignored.some((one) => isOf(item, one)))
    return "a rule of the settings leaves a part of it alone, and made anew it would not be";
  const addresses2 = mends.flatMap((mend) => mend.kind === "remake" ? [mend.address] : []);
  for (const address of addresses2) {
    const above = address.slice(0, address.lastIndexOf("/") + 1);
    const why = unwell(observed, above, addresses2) ?? (above === "" ? resized2(observed, [...group2.items, ...group2.ignored]) : null);
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
function whyNot({ kind, mends, mustStay: mustStay2 }) {
  const way = wayOf(kind);
  if (way.by === "people") return way.why;
  if (mustStay2 !== void 0) return mustStay2;
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
function reapplyHold({ group: group2, pair, plan: plan2 }) {
  const { desired, observed } = pair;
  if (desired.presence === "absent" || observed.presence === "absent") return "there is nothing to send";
  if (group2.ignored.some(({ kind }) => STACK_KINDS.has(kind)))
    return "a rule of the settings leaves a part of the stack alone: an update of it is for people to look at, then apply";
  if (!wasSent(desired, observed))
    return "what the spec says was not applied by the last apply: merge and apply it";
  const blocking = group2.items.find(({ kind }) => kind === "file-edited" || kind === "schedule-missed");
  if (blocking !== void 0) return `an update would send more than that: ${blocking.subject}`;
  return touched(plan2);
}
function touched({ action, servers, size, changes, steps: steps2 }) {
  const { create, replace: replace2, update, delete: gone2 } = servers;
  if (create + replace2 + update + gone2 > 0 || size.after !== size.current || action === "replace")
    return "an update would touch servers: look at a plan, then apply";
  const taken = changes.find((change) => change.action === "delete" || change.action === "replace");
  if (taken !== void 0)
    return `an update would ${taken.action} ${taken.address}: look at a plan, then apply`;
  const lent = steps2.some(({ kind, capacities }) => kind !== "update" || capacities.length > 0);
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
  const what2 = tried2.map(({ subject }) => subject).join(", ");
  const written3 = what2 === "" ? "" : `; written, but not looked at again: ${what2}`;
  return { ...after, message: `${after.message}${written3}` };
}

// src/core/drift/rule-makers.ts
function addedRules({ items }) {
  return items.flatMap(ruleOf);
}
function withMakers(group2, makers) {
  const items = group2.items.map((item) => {
    const [id] = ruleOf(item);
    if (id === void 0) return item;
    if (makers === null) return { ...item, mustStay: UNKNOWN };
    const maker = makers.get(id);
    return maker === void 0 ? item : madeBy(item, maker);
  });
  return { ...group2, items };
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
  return groups.map((group2) => withMakers(group2, makers));
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
  const [last] = deeds.filter(({ what: what2 }) => words3.includes(what2)).toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
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
  const lines = reasons.slice(0, detail.rows).map((reason3) => {
    const about = items.filter(({ left }) => left === reason3);
    const named = join(
      about.slice(0, NAMED).map(({ subject }) => quoted(subject)),
      ", "
    );
    const more2 = about.length > NAMED ? ` and ${grouped(about.length - NAMED)} more` : "";
    return line`${named}${more2}: ${quoted(reason3)}`;
  });
  return [
    paragraph(line`${strong("Left")} by ${code("--fix")}:`),
    { kind: "list", items: lines, numbered: false }
  ];
}
var NAMED = 3;

// src/core/report/issue-drift.ts
function driftIssueBody(group2, context) {
  return issueBody((detail) => [
    paragraph(driftSentence(group2, context)),
    ...meanwhile(group2),
    ...differences2(group2.items, context, detail),
    ...leftBlocks(group2.items, detail),
    ...fixedBlocks([group2], detail),
    ...notDrift(group2, detail),
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
function driftSentence(group2, context) {
  const { source, items } = group2;
  return line`${stackSubject(group2, context)} differs from ${code(source.file)} in ${count("place", items.length)}`;
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
  return { ...table, head: table.head.slice(0, -1), rows: Array.from(table.rows, (row4) => row4.slice(0, -1)) };
}
function wayOut(items, detail) {
  const remedies = [...new Set(items.map(({ remedy }) => remedy))].filter((remedy) => remedy !== "");
  const [only] = remedies;
  if (only === void 0) return [];
  if (remedies.length === 1) return [paragraph(line`${strong("Way out")}: ${quoted(only)}`)];
  const shown2 = remedies.slice(0, detail.rows).map((remedy) => {
    const cured = items.filter((item) => item.remedy === remedy);
    const more2 = cured.length > 1 ? ` and ${grouped(cured.length - 1)} more` : "";
    return line`${quoted(cured[0]?.subject ?? "")}${more2}: ${quoted(remedy)}`;
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
    ...drift2.groups.flatMap((group2) => groupVerdicts(group2, context))
  ];
}
function groupVerdicts(group2, context) {
  const { name, message, status } = group2;
  switch (status) {
    case "in-progress":
      return [];
    case "unchecked":
      return [checkFailed({ what: "drift", group: name, message, problems: [] }, context)];
    case "clean":
      return [
        checkedAgain("drift", name),
        { state: "clean", subject: { kind: "drift", group: name }, word: word(group2) }
      ];
    case "drifted":
      return [checkedAgain("drift", name), found2(group2, context)];
  }
}
function strays(items, context) {
  const subject = { kind: "drift", group: "" };
  if (items.length === 0) return { state: "clean", subject, word: "Clean: everything there is in a spec." };
  const title = issueTitle("Stacks in no spec", context.key ?? "");
  const wanted = { title, facts: items.map(fact), body: straysIssueBody(items, context), line: title };
  return { state: "found", subject, wanted };
}
function found2(group2, context) {
  return {
    state: "found",
    subject: { kind: "drift", group: group2.name },
    wanted: {
      title: issueTitle(`${group2.name} differs from its spec`, context.key ?? ""),
      facts: group2.items.map(fact),
      body: driftIssueBody(group2, context),
      line: issueLine(driftSentence(group2, context))
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
  const more2 = fixed.length > LISTED ? ` and ${fixed.length - LISTED} more` : "";
  return issueLine(line`${clean2} Put right by ${code("drift --fix")}: ${shown2}${more2}.`);
}

// src/core/report/proposal.ts
function proposalTitle({ edits }) {
  const groups = [...new Set(edits.map(({ group: group2 }) => group2))];
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
function row({ group: group2, path, at, from, to, since, through, settled }) {
  const when = [since ?? "", through].filter((one) => one !== "").join(", ");
  return [
    line`${strong(group2)} ${path}`,
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
    ({ group: group2, path, at, from, to }) => line`${strong(group2)} ${path}: ${from === null ? ["not given"] : [code(text(from))]} → ${code(text(to))} (${at.file}:${at.line})`
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
  const items = refused.slice(0, detail.rows).map(({ group: group2, path, why }) => line`${strong(group2)} ${path}: ${why}`);
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
        ignored: ignored.map(({ kind, subject, reason: reason3, expires }) => ({ kind, subject, reason: reason3, expires })),
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
      edits: edits.map(({ group: group2, path, at, from, to, since, through, settled }) => {
        const place2 = { file: at.file, line: at.line, column: at.column };
        return { group: group2, path, at: place2, from, to, since, through, settled };
      }),
      patch,
      pull: sent2 === null ? null : { state: sent2.state, number: sent2.number, url: sent2.url }
    })),
    refused: refused.map(({ group: group2, path, why }) => ({ group: group2, path, why }))
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
  const drifted = drift2.groups.filter((group2) => group2.status === "drifted");
  const unchecked3 = drift2.groups.filter((group2) => group2.status === "unchecked");
  const busy2 = drift2.groups.filter((group2) => group2.status === "in-progress");
  const deaf2 = drift2.groups.filter(({ items }) => items.some(({ cannotScale: cannotScale2 }) => cannotScale2));
  const parts = [
    ...deaf2.length > 0 ? [cannotScale(deaf2)] : [],
    ...drifted.length > 0 ? [differing(drifted, drift2.groups.length)] : [],
    ...unchecked3.length > 0 ? [line`${count("group", unchecked3.length)} could not be checked`] : [],
    ...busy2.length > 0 ? [line`${count("group", busy2.length)} being changed right now, so not checked`] : [],
    ...drift2.strays.length > 0 ? [line`${count("finding", drift2.strays.length)} beside the specs`] : []
  ];
  const fixed = drift2.groups.reduce((sum, group2) => sum + group2.fixed.length, 0);
  const done = fixed === 0 ? [] : [line`${count("difference", fixed)} put right`];
  return join([...parts.length > 0 ? parts : [clean(drift2.groups)], ...done], " · ");
}
function differing(drifted, total) {
  const places = drifted.reduce((sum, group2) => sum + group2.items.length, 0);
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
  const has = (status) => drift2.groups.some((group2) => group2.status === status);
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
function annotations(group2) {
  return group2.items.map((item) => ({
    ...group2.source,
    severity: ANNOTATED[item.severity],
    title: `${group2.name}: ${item.kind}`,
    message: `${item.subject}: ${item.repository} in the repository, ${item.cloud} in the cloud`
  }));
}
var ANNOTATED = {
  error: "warn",
  warn: "warn",
  info: "info"
};
function* build(drift2, context, detail) {
  const withStatus = (status) => drift2.groups.filter((group2) => group2.status === status);
  yield* problemBlocks(drift2.problems, detail);
  yield* uncheckedBlocks(withStatus("unchecked"), detail);
  const shown2 = Math.max(detail.folds, detail.sentences);
  const drifted = withStatus("drifted");
  for (const group2 of drifted.slice(0, shown2)) yield* groupBlocks(group2, drift2, context, detail);
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
  const shown2 = groups.slice(0, detail.sentences).map((group2) => {
    const headline = strong(`${group2.name} could not be checked`);
    return group2.message === "" ? [headline] : line`${headline}: ${quoted(group2.message)}`;
  });
  const rest = groups.length - shown2.length;
  const lines = rest > 0 ? [...shown2, line`and ${count("more group", rest)}`] : shown2;
  return [{ kind: "alert", tone: "caution", lines }];
}
function groupBlocks(group2, drift2, context, detail) {
  return [
    ...headlineBlocks(group2, drift2, context),
    ...deafBlocks(group2),
    driftTable(inOrder(group2.items), context, detail),
    ...leftBlocks(group2.items, detail),
    ...fixedBlocks([group2], detail),
    ...notDriftBlocks(group2, detail),
    ...ignoredBlocks(ignoredIn([group2]), detail)
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
function headlineBlocks(group2, { groups }, context) {
  const isLinked = stackLink(group2.name, group2.stackId, context)[0] !== group2.name;
  if (groups.length === 1 && !isLinked) return [];
  const place2 = `${group2.source.file}:${group2.source.line}`;
  const differences3 = count("difference", group2.items.length);
  return [paragraph(line`${stackSubject(group2, context)} · ${place2} · ${differences3}`)];
}
function notDriftBlocks(group2, detail) {
  if (group2.notDrift.length === 0) return [];
  const all = group2.notDrift.slice(0, detail.rows);
  return [paragraph(line`Not drift: ${all.join("; ")}`)];
}
function ignoredIn(groups) {
  return groups.flatMap(
    ({ name, ignored }) => ignored.map(({ subject, reason: reason3, expires }) => ({ name, what: [subject], reason: reason3, expires }))
  );
}
function quietBlocks(busy2, clean2, detail) {
  const busyLines = busy2.slice(0, detail.rows).map((group2) => {
    return line`${strong(group2.name)} is being changed right now: ${quoted(group2.message)}`;
  });
  const own2 = clean2.filter((group2) => group2.notDrift.length > 0).slice(0, detail.rows);
  const ownLines2 = own2.map((group2) => {
    return line`${strong(group2.name)} is clean; not drift: ${group2.notDrift.join("; ")}`;
  });
  const lines = [...busyLines, ...detail.unchangedNames ? ownLines2 : []];
  const list2 = lines.length === 0 ? [] : [{ kind: "list", items: lines, numbered: false }];
  return [...list2, ...ignoredBlocks(ignoredIn(clean2), detail), ...cleanBlocks(clean2, detail)];
}
function cleanBlocks(clean2, detail) {
  const silent = clean2.filter((group2) => group2.notDrift.length === 0);
  if (silent.length === 0 || !detail.unchangedNames) return [];
  const named = join(
    silent.map((group2) => [code(group2.name)]),
    " "
  );
  return [{ kind: "fold", summary: [`${count("group", silent.length)} clean`], blocks: [paragraph(named)] }];
}

// src/core/adopt/yaml-edit.ts
var import_yaml = __toESM(require_dist(), 1);
function withScalar(text2, place2, value) {
  if (place2.kind === "scalar" && place2.style === "other") return null;
  if (place2.kind === "mapping" && !place2.flow) return null;
  if (place2.kind === "list" && !place2.flow) return null;
  return `${text2.slice(0, place2.start)}${written2(value, place2)}${text2.slice(place2.end)}`;
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
  const exact = places.flatMap((place2) => replacements(text2, place2, wanted));
  const ranked = exact.toSorted((a, b) => rank2(a, wanted) - rank2(b, wanted));
  return [...ranked, ...additions(text2, places, wanted)].slice(0, MOST);
}
function rank2({ keys, from }, { path, declared }) {
  const last = keys.at(-1) ?? "";
  const named = path.endsWith(`.${last}`) ? 0 : 1;
  return named + (sameText(from, declared) ? 0 : 2);
}
function replacements(text2, place2, wanted) {
  const { keys, start } = place2;
  if (keys[0] === "metadata" && keys[1] === "name") return [];
  return valuesFor(place2, wanted).flatMap((to) => {
    const next = withScalar(text2, place2, to);
    const from = place2.kind === "scalar" ? place2.text : text2.slice(place2.start, place2.end);
    return next === null ? [] : [{ keys, offset: start, from, to, text: next }];
  });
}
function valuesFor(place2, { path, declared, live }) {
  if (live === null) return [];
  if (path === "tags") return labelsFor(place2, live);
  if (place2.kind === "list") return Array.isArray(live) ? [live] : [];
  if (place2.kind === "mapping") return isJsonObject(live) && place2.keys.length > 1 ? [live] : [];
  if (Array.isArray(live) || isJsonObject(live)) return [];
  if (sameText(place2.text, declared)) return [live];
  return scaled(place2.text, declared, live);
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
  const work2 = { texts: /* @__PURE__ */ new Map(), edits: [], refused: [] };
  for (const one of drifted) adoptGroup(repository, one, circumstances, work2);
  const specs = [...new Set(work2.edits.map(({ spec }) => spec))].sort();
  return { proposals: specs.map((file) => proposalOf(file, repository, work2)), refused: work2.refused };
}
function adoptGroup(repository, { drift: drift2, observed }, circumstances, work2) {
  const group2 = drift2.name;
  let draft = draftOf(repository, drift2, circumstances, work2);
  for (const wish of wishesOf(drift2, observed)) {
    const { item, field, why } = work2.edits.length < MOST_EDITS ? wish : oneTooMany(wish);
    const path = field?.path ?? item.subject;
    const verdict = field === null || draft === null ? { why: why ?? "the spec can’t be read" } : adoptField(draft, field, observed, circumstances);
    if ("why" in verdict || draft === null) {
      work2.refused.push({ group: group2, path, why: "why" in verdict ? verdict.why : "" });
      continue;
    }
    const others = changedSpecs(repository, draft, verdict);
    if (others !== null) work2.refused.push({ group: group2, path, why: others });
    else {
      note(work2, group2, path, item, verdict);
      draft = verdict;
    }
  }
}
function note(work2, group2, path, item, edited3) {
  const { file, offset, from, to, settled } = edited3;
  const { line: line2, column } = readYamlText(edited3.texts.get(file) ?? "").placeOf(offset);
  const adopted = {
    ...{ group: group2, path, at: { file, line: line2, column }, from, to, settled },
    ...{ since: item.since, through: item.through }
  };
  work2.edits.push({ spec: edited3.spec.source.file, file, adopted });
  for (const [name, text2] of edited3.texts) work2.texts.set(name, text2);
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
    const members2 = groups.find(({ address }) => field.path.startsWith(`resources.${address}.`))?.members ?? [];
    const alike = wishes.filter(
      (other) => other.field?.path === field.path && sameValue(other.field.value, field.value)
    );
    if (alike.length < members2.length) return [{ item, field: null, why: ONE_ALONE }];
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
function proposalOf(file, { files }, work2) {
  const edits = work2.edits.filter(({ spec }) => spec === file);
  const changed = [...new Set(edits.map((edit) => edit.file))].sort();
  const texts = changed.map((path) => ({
    path,
    before: textOf(files.get(path)) ?? "",
    after: work2.texts.get(path) ?? ""
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
  return digest(edits.map(({ group: group2, path, to }) => ({ group: group2, path, to })));
}

// src/commands/adopt-drift.ts
async function withAdoptions(parts, options, drifting) {
  const { drift: drift2 } = drifting;
  const found4 = await findOrSay(parts, options, drifting);
  if (!found4.looked) return { ...drift2, adoptions: { proposals: [], refused: found4.refused } };
  const proposals = await inTurns(found4.proposals, 1, (proposal) => sent(parts, proposal, drifting.context));
  await parts.patch?.(proposals.map(({ patch }) => patch).join(""));
  await withdrawOthers(parts, options, drift2, proposals);
  return { ...drift2, adoptions: { refused: found4.refused, proposals } };
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
  const specs = sources.specs.filter(({ name }) => drifted.some((group2) => group2.name === name));
  const facts = await readFacts(cloud, specs);
  const { desired } = await compileSpecs(cloud, specs, now);
  const pairs2 = await observe(cloud, desired, "unfinished");
  const live = drifted.flatMap((group2) => {
    const observed = pairs2.find(({ desired: one }) => one.name === group2.name)?.observed;
    return observed?.presence === "present" ? [{ drift: group2, observed }] : [];
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

// src/commands/cloud-time.ts
function cloudTime(clock, cloud) {
  return new Date(clock.now().getTime() + cloud.clockAhead());
}
function reportContext(cloud, { commit, report }) {
  const notices = [...report.notices ?? [], ...clockNotices(cloud.clockAhead())];
  return { cloud: cloud.label, commit, ...report, notices };
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
  const found4 = strayStacks(await cloud.listStacks(), {
    names: new Set(names),
    repository,
    commit,
    covers: (file) => parts.tree.covers(specs, file),
    now: cloudTime(parts.clock, cloud).toISOString()
  });
  const sure = await withoutSpecElsewhere(parts, specs, found4);
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
  return observed.groups.filter(({ address, state, nested, members: members2 }) => {
    const wanted = desired.groups.find((group2) => group2.address === address);
    if (wanted === void 0 || nested === null || state.status !== "COMPLETE") return false;
    const inside = members2.length >= (wanted.min ?? 0) && members2.length <= (wanted.max ?? members2.length);
    const resting = members2.every((member) => member.state.status === "COMPLETE");
    return inside && resting && members2.length !== (wanted.initial ?? wanted.min);
  });
}
function unexplainedChange({ address, members: members2 }, events) {
  const starts = events.filter((event) => isOwn(event, address) && event.status === "UPDATE_IN_PROGRESS");
  for (const [index, start] of [...starts.entries()].reverse()) {
    const [at, end] = [Date.parse(start.at), Date.parse(starts[index + 1]?.at ?? "")];
    const inside = events.filter((event) => isBetween(event, at, Number.isNaN(end) ? Infinity : end));
    const gained = gain(inside, address);
    if (gained === 0) continue;
    const over = endOf(inside, address);
    const sure = over !== null && knowsBefore(events, at) && !isExplained(events, address, { at, over });
    return sure ? { at, time: start.at, from: members2.length - gained, to: members2.length } : null;
  }
  return null;
}
function unexplainedSize(group2, change, pulse) {
  const now = pulse.groups.find(({ address }) => address === group2.address);
  if (now === void 0 || now.activity.scalingInProgress || now.nestedState?.status !== "COMPLETE")
    return null;
  if (Date.parse(now.activity.cooldownUntil ?? "") > change.at) return null;
  return driftItem({
    kind: "size-unexplained",
    subject: `group ${group2.address}`,
    about: group2.nested && { service: "stack", id: group2.nested.id },
    repository: "the size follows alarms, signals and updates",
    cloud: `went from ${change.from} to ${change.to} with none of them: its own stack was updated by hand`,
    remedy: `nothing, if it was meant; \`openstack stack event list ${group2.nested?.name ?? ""}\` tells what was done`,
    since: change.time
  });
}
var AROUND_MS = 10 * 6e4;
var STACK = "OS::Heat::Stack";
function isOwn({ address, resourceType }, group2) {
  return address === group2 && resourceType === STACK;
}
function isBetween({ at }, from, to) {
  const time = Date.parse(at);
  return time >= from && time < to;
}
function gain(events, group2) {
  const direct = events.filter(
    ({ address, resourceType }) => isMember(address, group2) && resourceType !== STACK
  );
  const count2 = (wanted) => direct.filter(({ status }) => status === wanted).length;
  return count2("CREATE_COMPLETE") - count2("DELETE_COMPLETE");
}
function isMember(address, group2) {
  return address.startsWith(`${group2}/`) && !address.slice(group2.length + 1).includes("/");
}
function endOf(events, group2) {
  const last = events.filter((event) => isOwn(event, group2)).at(-1);
  const failed3 = events.some(
    ({ address, status }) => address.startsWith(`${group2}/`) && status.endsWith("_FAILED")
  );
  return last?.status === "UPDATE_COMPLETE" && !failed3 ? Date.parse(last.at) : null;
}
function knowsBefore(events, at) {
  return Date.parse(events[0]?.at ?? "") < at - AROUND_MS;
}
function isExplained(events, group2, { at, over }) {
  const near = events.filter((event) => isBetween(event, at - AROUND_MS, over + AROUND_MS));
  return near.some((event) => explains(event, group2)) || wasUnderWay(events, group2, at);
}
function explains(event, group2) {
  const { address, status } = event;
  if (status.startsWith("SIGNAL_") || status.startsWith("CHECK_")) return true;
  return isAround(address, group2) && !isOwn(event, group2);
}
function isAround(address, group2) {
  return address === "" || address === group2 || group2.startsWith(`${address}/`);
}
function wasUnderWay(events, group2, at) {
  const last = /* @__PURE__ */ new Map();
  for (const { address, resourceType, status, at: time } of events) {
    if (Date.parse(time) >= at) break;
    if (isOwn({ address, resourceType }, group2)) continue;
    if (isAround(address, group2)) last.set(`${address} ${resourceType}`, status);
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

// src/commands/read-apart.ts
async function readApart(items, read) {
  const results = [];
  const failed3 = [];
  let fine = 0;
  const attempt2 = async (some) => {
    try {
      results.push(...await read(some));
      fine += some.length;
    } catch (error) {
      if (!(error instanceof CloudError) || CONCERNS_ALL.includes(error.code)) throw error;
      const [item] = some;
      if (item === void 0) throw error;
      if (some.length === 1) {
        failed3.push({ item, error });
        if (failed3.length > FEW && failed3.length > fine) throw error;
        return;
      }
      const half = Math.ceil(some.length / 2);
      await attempt2(some.slice(0, half));
      await attempt2(some.slice(half));
    }
  };
  await attempt2(items);
  const [first] = failed3;
  if (first !== void 0 && fine === 0) throw first.error;
  return { read: results, failed: failed3 };
}
var FEW = 3;
var CONCERNS_ALL = [
  "credentials-missing",
  "credentials-invalid",
  "unknown-cloud",
  "unauthorized",
  "service-missing",
  "tls",
  "unreachable",
  "rate-limited"
];

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
  const again = new Map(second.map((group2) => [group2.name, group2]));
  return {
    ...first,
    groups: first.groups.map((group2) => {
      const found4 = again.get(group2.name);
      return found4 ? confirmed(group2, found4) : group2;
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
    const failed3 = trouble.get(one.name);
    const pair = pairs2.get(one.name);
    if (failed3 !== void 0 || pair === void 0)
      return uncheckedDrift(one, failed3 === void 0 ? "" : errorLine(failed3));
    return judge2(cloud, pair, { catalogue, around, pulse: null, now });
  });
  return { groups, userId: things.userId };
}
async function readThings(cloud, pairs2) {
  const kinds = kindsWanted(pairs2.map(({ observed }) => observed));
  const grouped2 = pairs2.some(({ observed }) => observed.presence === "present" && observed.groups.length > 0);
  const metered = grouped2 ? unknownTo(pairs2.map(({ observed }) => observed)) : null;
  const things = await cloud.things({ kinds, pools: [], metered });
  const { read, failed: failed3 } = await readApart(pairs2, async (some) => {
    const pools = poolsOf(some, things);
    return pools.length === 0 ? [] : [(await cloud.things({ kinds: [], pools, metered: null })).poolMembers];
  });
  return { things: { ...things, poolMembers: new Map(read.flatMap((one) => [...one])) }, unread: failed3 };
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
    const found4 = detectDrift(pair, { ...circumstances, pulse });
    return withItems(found4, await unexplainedSizes(cloud, pair));
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
  const changes = groups.flatMap((group2) => {
    const change = unexplainedChange(group2, events);
    return change === null ? [] : [{ group: group2, change }];
  });
  if (changes.length === 0) return [];
  const pulse = await cloud.pulse(observed);
  return pulse === null ? [] : changes.flatMap(({ group: group2, change }) => unexplainedSize(group2, change, pulse) ?? []);
}
function withItems(group2, items) {
  return items.length === 0 ? group2 : { ...group2, status: "drifted", items: [...group2.items, ...items] };
}
async function pulseWhereStuck(cloud, pair, circumstances) {
  const view = viewOf(pair, circumstances);
  if (view === null || !wantsToScale(view)) return null;
  return cloud.pulse({ name: view.stack.name, id: view.stack.id });
}

// src/commands/watched.ts
async function watched(what2, parts, options, check3) {
  if (parts.issues === void 0) return check3();
  try {
    const result = await check3();
    if (result.problems.length > 0) await unchecked(what2, parts, options, { problems: result.problems });
    return result;
  } catch (error) {
    const message = errorLine(error);
    const report = failureReport({ kind: what2, message }, { commit: options.commit, ...options.report });
    parts.log.debug(error instanceof Error ? error.stack ?? "" : "");
    await parts.publisher.publish(report);
    await unchecked(what2, parts, options, { message });
    return { exitCode: 1, report, problems: [] };
  }
}
async function unchecked(what2, parts, options, { message = "", problems = [] }) {
  const failed3 = checkFailed({ what: what2, group: "", message, problems }, { cloud: "", ...options.report });
  await keepIssues(parts, options, { by: what2, verdicts: [failed3], groups: null, cloud: "" });
}

// src/commands/drift.ts
function drift(parts, options) {
  return driftAnd(parts, options, LOOK_ONLY);
}
var LOOK_ONLY = () => async (found4) => found4.groups;
function driftAnd(parts, options, afterwards2) {
  return watched("drift", parts, options, () => check(parts, options, afterwards2));
}
async function check(parts, options, afterwards2) {
  const chosen = await chooseSpecs(parts, options, "drift");
  if (!chosen.ok) return chosen.result;
  const { specs } = chosen;
  const { settings } = chosen.rules;
  const cloud = await parts.reader();
  const { desired, problems } = await compileSpecs(cloud, specs, parts.clock.now());
  if (problems.length > 0) {
    return stopOnProblems(parts, options, { problems, specs: specs.length, kind: "drift" });
  }
  return compare2(parts, options, { cloud, desired, settings, afterwards: afterwards2(chosen) });
}
async function compare2(parts, options, {
  cloud,
  desired,
  settings,
  afterwards: afterwards2
}) {
  const now = parts.clock.now();
  const names = desired.map(({ name }) => name);
  const ignoring = { rules: settings.ignore, now };
  const { groups, userId } = await lookTwice(cloud, parts.clock, desired, ignoring);
  const judgeAll = async (all) => {
    const counted = all.map((group2) => withoutIgnored(group2, settings.ignore, now));
    const explained2 = await askMakers(cloud, counted);
    return inTurns(explained2, AT_ONCE2, (group2) => withDeeds(parts, cloud, group2, userId));
  };
  const judged = await judgeAll(groups);
  const plain = {
    version: 1,
    groups: await afterwards2({ cloud, desired, ignoring, groups: judged, judge: judgeAll }),
    strays: [...await findStrays(parts, cloud, names, options), ...expiredRules(settings.ignore, now)],
    problems: []
  };
  const context = reportContext(cloud, options);
  const found4 = options.adopt === true ? await withAdoptions(parts, options, { cloud, drift: plain, context, now }) : plain;
  const report = driftReport(found4, context);
  await parts.publisher.publish(report);
  await keepIssues(parts, options, {
    by: "drift",
    verdicts: driftVerdicts(found4, context),
    groups: found4.groups.map(({ name }) => name),
    cloud: cloud.label
  });
  return { exitCode: exitCodeOf(found4), report, problems: [] };
}
var AT_ONCE2 = 8;
async function withDeeds({ clock }, cloud, group2, userId) {
  const now = cloudTime(clock, cloud).toISOString();
  const kept = [];
  for (const item of group2.items) {
    try {
      const deeds = hasDeeds(item) ? await deedsOf(cloud, item) : null;
      const told = hasDeeds(item) ? explained(item, deeds, { now, userId }) : item;
      if (told !== null) kept.push(told);
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      return { ...group2, status: "unchecked", items: [], message: errorLine(error) };
    }
  }
  const emptied = group2.status === "drifted" && kept.length === 0;
  return { ...group2, items: kept, status: emptied ? "clean" : group2.status };
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
async function trying(troubles, items, work2) {
  try {
    await work2();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    for (const item of items) troubles.set(keyOf(item), errorLine(error));
  }
}
async function setBack(parts, group2, item) {
  for (const mend of item.mends) {
    if (mend.kind === "remake") continue;
    parts.log.info(`${group2}: setting back: ${item.subject}: ${item.cloud} → ${item.repository}`);
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
  return ({ specs, rules }) => async (found4) => {
    if (!found4.groups.some(({ status }) => status === "drifted")) return found4.groups;
    const override = await freezeOverride(parts, options, rules);
    const guard = { rules, moment: "apply", freezeOverride: override };
    const writer = await parts.writer();
    return inTurns(found4.groups, STACKS_AT_ONCE, async (group2, index) => {
      const [spec, desired] = [specs[index], found4.desired[index]];
      if (group2.status !== "drifted" || spec === void 0 || desired === void 0) return group2;
      return fixGroup({ parts, options, found: found4, guard, writer, spec, desired }, group2);
    });
  };
}
async function fixGroup(fix, group2) {
  try {
    return await carryOut(fix, group2);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { ...group2, items: group2.items.map((item) => ({ ...item, left: errorLine(error) })) };
  }
}
async function carryOut(fix, group2) {
  const first = await decide(fix, group2);
  const { reapply, mend, left } = first.decision;
  if (reapply.length + mend.length === 0) return { ...group2, items: left };
  if (reapply.length > 0) {
    const trouble = await sendAgain(fix, first);
    if (trouble !== "") return { ...group2, items: [...left, ...[...reapply, ...mend].map(because(trouble))] };
  }
  const written3 = [...reapply];
  try {
    return await mendBelow(fix, group2, first.decision, written3);
  } catch (error) {
    if (!(error instanceof CloudError) || written3.length === 0) throw error;
    const after = uncheckedDrift(fix.desired, errorLine(error));
    return afterFix({ before: group2, after, tried: written3, left: [], troubles: /* @__PURE__ */ new Map() });
  }
}
async function mendBelow(fix, group2, { reapply, left }, written3) {
  const { found: found4, parts, writer } = fix;
  const fresh = confirmed(group2, await lookOnce(fix));
  const second = fresh.status === "drifted" ? (await decide(fix, fresh)).decision : NOTHING;
  const due = second.reapply.length > 0 ? [] : second.mend;
  written3.push(...due);
  const troubles = await mendGroup({ ...parts, reader: found4.cloud, writer }, group2, due);
  const { groups } = await lookTwice(found4.cloud, parts.clock, [fix.desired], found4.ignoring);
  const [after = group2] = await found4.judge(groups);
  return afterFix({
    before: group2,
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
async function lookOnce({ found: found4, parts, desired }) {
  const { cloud, ignoring } = found4;
  const { groups } = await look(cloud, parts.clock, [desired], ignoring);
  const [group2] = groups;
  if (group2 === void 0) throw new Error(`no look at "${desired.name}"`);
  const counted = withoutIgnored(group2, ignoring.rules, ignoring.now);
  return (await askMakers(cloud, [counted]))[0] ?? counted;
}
async function decide({ found: found4, parts, spec, guard }, group2) {
  const { cloud } = found4;
  const made = await planAgainst(cloud, [spec], parts.clock.now(), guard);
  const [pair, plan2] = [made.pairs[0], made.plan.groups[0]];
  if (pair === void 0 || plan2 === void 0) throw new Error(`no plan for "${group2.name}"`);
  const broken = made.problems[0]?.message ?? null;
  const hold = broken ?? forbidden({ spec, pair, plan: plan2, now: parts.clock.now(), guard }) ?? await busy(cloud, pair);
  return { pair, plan: plan2, decision: decideFix({ group: group2, pair, plan: plan2, hold }) };
}
function forbidden(view) {
  const { spec, pair, plan: plan2, now, guard } = view;
  const changing = { ...plan2, action: "update" };
  const frozen = plan2.action === "no-op" ? freezeFindings({ spec, pair, group: changing, headRoom: null }, frozenLookup(now), guard) : [];
  const findings = [...plan2.findings, ...frozen].filter(({ severity }) => severity === "error");
  return findings.length === 0 ? null : findings.map(({ message }) => message).join("; ");
}
async function busy(cloud, { observed }) {
  if (observed.presence === "absent") return null;
  const pulse = await cloud.pulse(observed);
  return pulse === null ? "the stack is gone" : whoIsAtWork(pulse);
}
async function sendAgain(fix, { pair, plan: plan2 }) {
  const { parts, options, found: found4, writer } = fix;
  const tags2 = pair.observed.presence === "present" ? pair.observed.tags : [];
  const outcome = await executeGroup(
    { ...parts, cloud: { reader: found4.cloud, writer } },
    {
      pair,
      group: plan2,
      ignoring: found4.ignoring,
      noted: true,
      options: { ...options, waitMinutes: 0, ...provenanceOf(tags2) }
    }
  );
  return outcome.status === "done" || outcome.status === "nothing-to-do" ? "" : outcome.message;
}

// src/core/health/status.ts
var WORST_FIRST = ["unhealthy", "unchecked", "healed", "healthy"];
function worstOf(all) {
  return WORST_FIRST.find((one) => all.some(({ status }) => status === one)) ?? "healthy";
}

// src/core/health/judge.ts
function judge3({ address, verdicts, decision, findings, deed }) {
  const members2 = verdicts.map((verdict) => memberHealth(verdict, decision, deed));
  const before = verdicts.filter(({ status }) => status !== "terminating").length;
  const all = [...open2(findings, deed), ...deed?.findings ?? []];
  return {
    address,
    status: statusOf(members2, all, deed),
    size: { before, after: deed?.sizeAfter ?? before },
    held: decision.waits.length > 0 ? decision.held?.why ?? null : null,
    members: members2,
    findings: all
  };
}
function open2(findings, deed) {
  return deed?.outcome === "done" ? findings.filter(({ kind }) => kind !== "group-deaf") : findings;
}
function memberHealth(verdict, decision, deed) {
  const { name, physicalId, server: server2, status, why } = verdict;
  const { action, outcome, message } = doneTo(verdict, decision, deed);
  return { name, physicalId, server: server2, status, why, action, outcome, message };
}
function doneTo(verdict, decision, deed) {
  const { name } = verdict;
  const wait = decision.waits.find((one) => one.name === name);
  const action = decision.replace.includes(verdict) ? "replace" : decision.unmark.includes(verdict) ? "unmark" : "none";
  if (action === "none") return { action, outcome: wait ? "waits" : "none", message: wait?.why ?? "" };
  if (deed === null) return { action, outcome: "planned", message: wait?.why ?? "" };
  const message = deed.outcome === "done" ? afterwards(name, decision, deed) : deed.message;
  return { action, outcome: deed.outcome, message };
}
function afterwards(name, { waits, held: held2 }, { successors }) {
  const successor = successors[name];
  if (successor !== void 0) return `\`${successor}\` took its place`;
  const why = waits.find((one) => one.name === name)?.why ?? "";
  return why === held2?.why ? "" : why;
}
function isStillSick(member) {
  return isSick(member) && !(member.action === "replace" && member.outcome === "done");
}
function statusOf(members2, findings, deed) {
  const undone = members2.some(({ outcome }) => outcome === "planned" || outcome === "failed");
  if (members2.some(isStillSick) || undone || findings.some(({ severity }) => severity === "error"))
    return "unhealthy";
  if (deed !== null && deed.outcome !== "done") return "unhealthy";
  if (members2.some(({ status }) => status === "unknown")) return "unchecked";
  return deed === null ? "healthy" : "healed";
}

// src/core/report/health-members.ts
var HEAD = [line`server`, line`status`, line`why`, line`what`];
function scalingGroupBlocks({ address, status, size, held: held2, members: members2, findings }, detail) {
  const telling = members2.filter((one) => one.status !== "current" || one.action !== "none");
  if (telling.length === 0 && findings.length === 0) return [];
  const rows = telling.slice(0, detail.rows).map((one) => row2(one, held2));
  const rest = telling.length - rows.length;
  const sizes = size.before === size.after ? count("server", size.before) : `${size.before} → ${size.after} servers`;
  return [
    paragraph(line`group ${code(address)}, ${sizes}: ${STATUS_WORDS[status]}`),
    ...held2 === null || findings.some(({ message }) => message.includes(held2)) ? [] : [paragraph(line`Nobody is replaced: ${quoted(held2)}`)],
    ...rows.length === 0 ? [] : [
      {
        kind: "table",
        head: HEAD,
        rows: rest > 0 ? [...rows, [[count("more server", rest)], [], [], []]] : rows
      }
    ],
    ...findingBlocks(findings, detail)
  ];
}
var STATUS_WORDS = {
  healthy: "as it should be",
  healed: "put right",
  unhealthy: "not as it should be",
  unchecked: "could not be checked"
};
var MEMBER_WORDS = {
  current: "well",
  "in-progress": "in progress",
  failed: "❌ failed",
  terminating: "terminating",
  "not-found": "❌ not found",
  unknown: "❔ unknown"
};
function row2(member, held2) {
  return [
    [code(member.server)],
    [MEMBER_WORDS[member.status]],
    quoted(member.why),
    member.message === held2 ? ["waits"] : whatOf(member)
  ];
}
function whatOf({ action, outcome, message }) {
  const words3 = ACTION_WORDS[action];
  switch (outcome) {
    case "none":
      return [];
    case "planned":
      return [words3.planned];
    case "done":
      return message === "" ? [words3.done] : line`${words3.done}: ${quoted(message)}`;
    case "failed":
      return line`not ${words3.done}: ${quoted(message)}`;
    case "waits":
      return line`waits: ${quoted(message)}`;
  }
}
var ACTION_WORDS = {
  none: { planned: "", done: "" },
  replace: { planned: "to be replaced", done: "replaced" },
  unmark: { planned: "its mark is to be taken back", done: "mark taken back" }
};
function findingBlocks(findings, detail) {
  if (findings.length === 0) return [];
  const shown2 = findings.slice(0, detail.rows);
  const items = shown2.map(
    ({ kind, severity, message, remedy }) => line`${SEVERITY_MARKS[severity]} ${code(kind)}: ${quoted(message)}. ${quoted(capital(remedy))}`
  );
  const rest = findings.length - shown2.length;
  const consoles = detail.diffLines === 0 ? [] : shown2.filter((one) => one.consoleLog.length > 0);
  return [
    {
      kind: "list",
      items: rest > 0 ? [...items, line`and ${count("more finding", rest)}`] : items,
      numbered: false
    },
    ...consoles.map(
      ({ subject, consoleLog: log }) => ({
        kind: "fold",
        summary: line`the end of the console log of ${code(subject)}`,
        blocks: [{ kind: "diff", lines: log.map((text2) => ({ mark: " ", text: text2 })) }]
      })
    )
  ];
}
function capital(text2) {
  return text2.charAt(0).toUpperCase() + text2.slice(1);
}

// src/core/report/issue-health.ts
var HEAD2 = [line`server`, line`what`, line`why`];
function healthIssueBody(group2, context) {
  return issueBody((detail) => [
    paragraph(healthSentence(group2, context)),
    ...group2.scalingGroups.flatMap((one) => scalingGroupBlocks(one, detail)),
    ...group2.balancers.flatMap((balancer) => balancerBlocks(balancer, detail)),
    ...wayOut2(group2),
    issueFooter("rewritten when something changes, closed when well", context)
  ]);
}
function healthSentence(group2, context) {
  const open3 = group2.balancers.flatMap(openSteps).length;
  const where = open3 > 0 ? ` in ${count("place", open3)}` : "";
  const members2 = group2.scalingGroups.flatMap((one) => one.members);
  const sick = members2.filter(isStillSick).length;
  const who = sick > 0 ? `: ${sick} of ${count("server", members2.length)} sick` : "";
  return line`${stackSubject(group2, context)} (${code(group2.source.file)}) is not well${where}${who}`;
}
function openSteps({ steps: steps2 }) {
  return steps2.filter(({ outcome }) => outcome === "planned" || outcome === "failed");
}
function healthStepLine({ server: server2, kind, outcome, why, message }) {
  return line`server ${code(server2)}: ${kind} ${outcome}: ${quoted(outcome === "failed" ? message : why)}`;
}
function balancerBlocks(balancer, detail) {
  if (balancer.status === "healthy") return [];
  const open3 = openSteps(balancer);
  const rows = open3.slice(0, detail.rows).map((step) => [[code(step.server)], what(step), reason(step)]);
  const rest = open3.length - rows.length;
  const table = {
    kind: "table",
    head: HEAD2,
    rows: rest > 0 ? [...rows, [[count("more step", rest)], [], []]] : rows
  };
  return [
    paragraph(line`Backend ${code(balancer.backend)} of HAProxy at ${code(balancer.api)}`),
    ...balancer.message === "" ? [] : [{ kind: "alert", tone: "caution", lines: [quoted(balancer.message)] }],
    ...rows.length === 0 ? [] : [table]
  ];
}
function what({ kind, outcome }) {
  return outcome === "failed" ? line`${strong("failed")}: ${kind}` : line`to ${kind}`;
}
function reason({ outcome, why, message }) {
  return quoted(outcome === "failed" ? message : why);
}
function wayOut2({ balancers, scalingGroups }) {
  const members2 = scalingGroups.flatMap((one) => one.members);
  const told = scalingGroups.some(({ findings }) => findings.length > 0);
  const open3 = [...balancers.flatMap(openSteps), ...members2.filter(({ outcome }) => outcome !== "none")];
  const planned2 = open3.some(({ outcome }) => outcome === "planned");
  const failed3 = open3.some(({ outcome }) => outcome === "failed");
  const waiting = open3.some(({ outcome }) => outcome === "waits");
  const words3 = [
    ...planned2 ? [line`run ${code("health")} with ${code("heal: true")}: it does what is listed here`] : [],
    ...failed3 ? [line`what failed is tried again by every run; the reason stands beside it`] : [],
    ...told ? [line`what a person has to do stands beside each sign above`] : [],
    ...waiting && !told ? [line`who waits is replaced by a later run`] : [],
    ...planned2 || failed3 || told || waiting ? [] : [line`look at the message above: nothing here can be put right by itself`]
  ];
  return [paragraph(line`${strong("Way out")}: ${join(words3, "; ")}`)];
}

// src/core/issues/health-verdicts.ts
function healthVerdicts(health2, context) {
  return [checkedAgain("health", ""), ...health2.groups.flatMap((group2) => groupVerdicts2(group2, context))];
}
function groupVerdicts2(group2, context) {
  const { name, status, presence } = group2;
  switch (status) {
    case "unchecked":
      if (presence === "absent") return [];
      return [checkFailed({ what: "health", group: name, message: reason2(group2), problems: [] }, context)];
    case "healthy":
    case "healed":
      return [
        checkedAgain("health", name),
        { state: "clean", subject: { kind: "health", group: name }, word: word2(group2) }
      ];
    case "unhealthy":
      return [checkedAgain("health", name), found3(group2, context)];
  }
}
function reason2({ message, scalingGroups, balancers }) {
  if (message !== "") return message;
  const member = scalingGroups.flatMap(({ members: members2 }) => members2).find(({ status }) => status === "unknown");
  if (member !== void 0) return `${member.server}: ${member.why}`;
  return balancers.find(({ status }) => status === "unchecked")?.message ?? "";
}
function found3(group2, context) {
  return {
    state: "found",
    subject: { kind: "health", group: group2.name },
    wanted: {
      title: issueTitle(`${group2.name} is not well`, context.key ?? ""),
      facts: [...group2.scalingGroups.flatMap(scalingGroupFacts), ...group2.balancers.flatMap(balancerFacts)],
      body: healthIssueBody(group2, context),
      line: issueLine(healthSentence(group2, context))
    }
  };
}
function scalingGroupFacts({ address, members: members2, findings }) {
  return [
    ...members2.filter(isStillSick).map((member) => ({
      id: `${address}/${member.name} ${member.status}`,
      severity: "error",
      detail: "",
      line: issueLine(line`server ${code(member.server)} ${quoted(member.why)}`)
    })),
    ...findings.map(({ kind, severity, subject, message }) => ({
      id: `${kind} ${subject}`,
      severity,
      detail: "",
      line: issueLine(line`${code(kind)}: ${quoted(message)}`)
    }))
  ];
}
function balancerFacts(balancer) {
  const { api, backend, status, message } = balancer;
  const whole = status === "healthy" || message === "" ? [] : [
    {
      id: `${api} ${backend}`,
      severity: "error",
      detail: "",
      line: issueLine(line`${code(backend)}: ${quoted(message)}`)
    }
  ];
  return [...whole, ...openSteps(balancer).map((step) => stepFact(balancer, step))];
}
function stepFact({ api, backend }, step) {
  return {
    id: `${api} ${backend} ${step.server} ${step.kind}`,
    severity: step.outcome === "failed" ? "error" : "warn",
    detail: "",
    line: issueLine(healthStepLine(step))
  };
}
function word2({ name, status }) {
  return status === "healed" ? issueLine(line`Healed: ${strong(name)} is as it should be.`) : issueLine(line`Well again: ${strong(name)} is as it should be.`);
}

// src/core/report/health-json.ts
function healthJson(health2) {
  return written({
    version: health2.version,
    groups: lazily(health2.groups, ({ name, stackId, source, status, message, scalingGroups, balancers }) => ({
      name,
      stackId,
      source: { file: source.file, line: source.line, column: source.column },
      status,
      message,
      scalingGroups: scalingGroups.map(scalingGroupJson),
      balancers: balancers.map(balancerJson)
    })),
    problems: health2.problems.map(problemJson)
  });
}
function scalingGroupJson(group2) {
  const { address, status, size, held: held2, members: members2, findings } = group2;
  return {
    address,
    status,
    size: { before: size.before, after: size.after },
    held: held2,
    members: members2.map(({ name, physicalId, server: server2, status: state, why, action, outcome, message }) => ({
      name,
      physicalId,
      server: server2,
      status: state,
      why,
      action,
      outcome,
      message
    })),
    findings: findings.map(({ kind, severity, subject, message, remedy, consoleLog }) => ({
      kind,
      severity,
      subject,
      message,
      remedy,
      consoleLog
    }))
  };
}
function balancerJson({ api, backend, status, message, steps: steps2, foreign, notes: notes2 }) {
  return {
    kind: "haproxy",
    api,
    backend,
    status,
    message,
    steps: steps2.map(({ kind, server: server2, endpoint, why, outcome, message: said }) => ({
      kind,
      server: server2,
      endpoint: endpointText(endpoint),
      why,
      outcome,
      message: said
    })),
    foreign: foreign.map(foreignJson),
    notes: notes2
  };
}
function foreignJson({ name, endpoint, state, up }) {
  return { name, endpoint: endpointText(endpoint), state, up };
}
function endpointText(endpoint) {
  if (endpoint === null) return null;
  const { address, port } = endpoint;
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

// src/core/report/health-verdict.ts
function healthVerdict(health2) {
  if (health2.problems.length > 0) return line`${count("problem", health2.problems.length)} in the specs`;
  const { groups } = health2;
  if (groups.length === 0) return line`Nothing to check: there is no spec of a stack`;
  const having = (status) => groups.filter((group2) => group2.status === status);
  const parts = [
    ...unhealthy(having("unhealthy"), groups.length),
    ...having("unchecked").length > 0 ? [line`${count("group", having("unchecked").length)} could not be checked`] : [],
    ...healed(having("healed"))
  ];
  return parts.length > 0 ? join(parts, " · ") : healthy(groups);
}
function unhealthy(found4, total) {
  const [only] = found4;
  if (only === void 0) return [];
  if (found4.length > 1) return [line`${grouped(found4.length)} of ${count("group", total)} are unhealthy`];
  const open3 = steps([only]).filter(({ outcome }) => outcome === "planned" || outcome === "failed").length;
  const where = open3 > 0 ? line` in ${count("place", open3)}` : [];
  const sick = members([only]).filter(isStillSick).length;
  const who = sick > 0 ? line`: ${grouped(sick)} of ${count("server", members([only]).length)} sick` : [];
  return [line`${strong(only.name)} is unhealthy${where}${who}`];
}
function healed(found4) {
  const [only] = found4;
  if (only === void 0) return [];
  const replaced = members(found4).filter(
    ({ action, outcome }) => action === "replace" && outcome === "done"
  ).length;
  const done = steps(found4).filter(({ outcome }) => outcome === "done").length;
  const deeds = [
    ...replaced > 0 ? [line`${count("server", replaced)} replaced`] : [],
    ...done > 0 ? [line`${count("step", done)} done`] : [],
    ...replaced + done === 0 ? [line`marks taken back`] : []
  ];
  const who = found4.length === 1 ? strong(only.name) : count("group", found4.length);
  return [line`Healed: ${who}, ${join(deeds, ", ")}`];
}
function steps(groups) {
  return groups.flatMap(({ balancers }) => balancers.flatMap((one) => one.steps));
}
function members(groups) {
  return groups.flatMap(({ scalingGroups }) => scalingGroups.flatMap((one) => one.members));
}
function healthy(groups) {
  const [only] = groups;
  if (groups.length === 1 && only) return line`Healthy: ${strong(only.name)} is as it should be`;
  return line`Healthy: ${count("group", groups.length)} are as they should be`;
}

// src/core/report/health-report.ts
var HEAD3 = [line`server in the backend`, line`address`, line`what`, line`why`];
function healthReport(health2, context) {
  const number = (status) => health2.groups.filter((one) => one.status === status).length;
  return assemble({
    kind: "health",
    key: context.key ?? "",
    verdict: healthVerdict(health2),
    tone: tone2(health2),
    json: () => healthJson(health2),
    facts: {
      fingerprint: null,
      groups: [],
      changes: number("unhealthy") + number("healed") > 0,
      refused: false,
      counts: {
        healthy: number("healthy"),
        healed: number("healed"),
        unhealthy: number("unhealthy"),
        unchecked: number("unchecked")
      }
    },
    annotations: [...problemAnnotations(health2.problems), ...health2.groups.flatMap(annotations2)],
    build: (detail) => build2(health2, context, detail)
  });
}
function tone2({ groups, problems }) {
  const has = (status) => groups.some((group2) => group2.status === status);
  if (problems.length > 0 || has("unhealthy") || has("unchecked")) return "failed";
  return has("healed") ? "changes" : "clean";
}
function annotations2(group2) {
  return [...memberAnnotations(group2), ...backendAnnotations(group2)];
}
function memberAnnotations({ name, source, scalingGroups }) {
  return scalingGroups.flatMap(({ members: members2, findings }) => [
    ...members2.filter(isStillSick).map(
      ({ server: server2, status, why }) => ({
        ...source,
        severity: "warn",
        title: `${name}: ${status}`,
        message: `${server2} ${why}`
      })
    ),
    ...findings.map(
      ({ kind, severity, message, remedy }) => ({
        ...source,
        severity: severity === "info" ? "info" : "warn",
        title: `${name}: ${kind}`,
        message: `${message}; ${remedy}`
      })
    )
  ]);
}
function backendAnnotations({ name, source, balancers }) {
  return balancers.flatMap(({ steps: steps2 }) => steps2).filter(({ outcome }) => outcome === "planned" || outcome === "failed").map((step) => ({
    ...source,
    severity: "warn",
    title: `${name}: ${step.kind}`,
    message: `${step.server}: ${step.why}`
  }));
}
function* build2(health2, context, detail) {
  yield* problemBlocks(health2.problems, detail);
  const telling = health2.groups.filter(({ status }) => status !== "healthy");
  const shown2 = Math.max(detail.folds, detail.sentences);
  for (const group2 of telling.slice(0, shown2)) yield* groupBlocks2(group2, detail);
  if (telling.length > shown2) {
    yield paragraph(line`and ${count("more group", telling.length - shown2)}: see the summary`);
  }
  yield* healthyBlocks(
    health2.groups.filter(({ status }) => status === "healthy"),
    detail
  );
  yield* noticeBlocks(context);
  yield footer("health", null, context);
}
function groupBlocks2({ name, source, message, scalingGroups, balancers }, detail) {
  const headline = line`${strong(name)} · ${`${source.file}:${source.line}`}`;
  return [
    paragraph(headline),
    ...message === "" ? [] : [alert(line`${strong(name)} could not be checked: ${quoted(message)}`)],
    ...scalingGroups.flatMap((one) => scalingGroupBlocks(one, detail)),
    ...balancers.flatMap((one) => balancerBlocks2(one, detail))
  ];
}
function balancerBlocks2(balancer, detail) {
  const { api, backend, status, message, steps: steps2, foreign, notes: notes2 } = balancer;
  const open3 = steps2.filter(({ outcome }) => outcome !== "kept");
  const rows = open3.slice(0, detail.rows).map(row3);
  const rest = open3.length - rows.length;
  const others = foreign.slice(0, detail.rows).map(({ name, endpoint, state }) => {
    return line`${code(name)} (${endpointText(endpoint) ?? "no address"}, ${state})`;
  });
  return [
    paragraph(line`backend ${code(backend)} of HAProxy at ${code(api)}: ${STATUS_WORDS[status]}`),
    ...message === "" ? [] : [alert(quoted(message))],
    ...rows.length === 0 ? [] : [
      {
        kind: "table",
        head: HEAD3,
        rows: rest > 0 ? [...rows, [[count("more step", rest)], [], [], []]] : rows
      }
    ],
    ...others.length === 0 ? [] : [paragraph(line`Not the group’s, left alone: ${join(others, ", ")}${more(foreign, others)}`)],
    ...notes2.length === 0 ? [] : [{ kind: "list", items: notes2.slice(0, detail.rows).map(quoted), numbered: false }]
  ];
}
function row3({ server: server2, endpoint, kind, outcome, why, message }) {
  const words3 = STEP_WORDS[kind];
  const what2 = outcome === "done" ? words3.done : outcome === "failed" ? `not ${words3.done}` : words3.planned;
  return [
    [code(server2)],
    [endpointText(endpoint) ?? ""],
    [what2],
    outcome === "failed" ? line`${quoted(message)}` : quoted(why)
  ];
}
var STEP_WORDS = {
  register: { planned: "to be registered", done: "registered" },
  enable: { planned: "to be enabled", done: "enabled" },
  drain: { planned: "to be drained", done: "drained" },
  remove: { planned: "to be removed", done: "removed" },
  keep: { planned: "kept", done: "kept" }
};
function healthyBlocks(groups, detail) {
  if (groups.length === 0 || !detail.unchangedNames) return [];
  const lines = groups.map(({ name, scalingGroups, balancers }) => {
    const members2 = scalingGroups.reduce((sum, one) => sum + one.members.length, 0);
    const serving = Math.max(members2, ...balancers.map(({ steps: steps2 }) => steps2.length));
    return line`${code(name)} ${count("server", serving)}`;
  });
  return [
    {
      kind: "fold",
      summary: [`${count("group", groups.length)} healthy`],
      blocks: [paragraph(join(lines, " · "))]
    }
  ];
}
function more(all, shown2) {
  return all.length > shown2.length ? ` and ${all.length - shown2.length} more` : "";
}
function alert(content) {
  return { kind: "alert", tone: "caution", lines: [content] };
}

// src/core/balancer/live-groups.ts
function liveGroups(groups) {
  return groups.filter(isLive);
}
function isLive(group2) {
  return group2.nested !== null && /^group(?:-[^/]+)?$/.test(group2.address);
}

// src/core/balancer/kept-minimum.ts
function keptMinimum({ template, groups }, spec) {
  const described = describeGroups({ ...NOTHING_GIVEN, template: withoutParameters(template) });
  const kept = liveGroups(groups).map((group2) => minimumOf(group2, described) ?? smallest(spec));
  return kept.reduce((sum, min) => sum + min, 0);
}
var NOTHING_GIVEN = {
  files: {},
  environment: { parameters: {}, parameter_defaults: {}, resource_registry: {} },
  initial: []
};
function withoutParameters(template) {
  return Object.fromEntries(Object.entries(template).filter(([key2]) => key2 !== "parameters"));
}
function minimumOf({ address, state }, described) {
  if (state.action === "DELETE") return 0;
  return described.find((one) => one.address === address)?.min ?? null;
}
function smallest({ size, scaling }) {
  return Math.min(size.min, ...scaling.schedules.map(({ min }) => min ?? size.min));
}

// src/core/balancer/network.ts
function balancerNetwork({ network }, networks2) {
  return networks2.find(({ id }) => id === network)?.name ?? network;
}

// src/core/balancer/brake.ts
function brakeOn({ min, members: members2, serving, going }) {
  const staying = members2.filter(({ belongs, address }) => belongs !== "out" && address !== null).length;
  if (going === 0 || staying >= min || going * 2 <= serving) return null;
  const seen = staying === 0 ? "no member that stays" : `only ${staying} that ${staying === 1 ? "stays" : "stay"}`;
  return {
    why: `${going} of ${serving} servers in service would go, but the group shows ${seen}, below its minimum ${min}: nothing is drained or removed`
  };
}

// src/core/balancer/decide.ts
function decideBalancer(question) {
  const lines = ownLines(question.group, question.servers);
  const wanted = wantedMembers(question.members, question.port);
  const matched = matchLines(lines, wanted);
  const stale = staleLines(lines, wanted, matched);
  const leaving = [...matched].filter(([{ member }]) => member.belongs === "out").map(([, line2]) => line2);
  const brake2 = brakeOn({
    ...question,
    serving: lines.filter(isServing).length + coming(wanted, matched),
    going: [...stale, ...leaving].filter(isServing).length
  });
  const free = freeLines(lines, matched, brake2 === null ? stale : []);
  const gated = lines.some((line2) => isServing(line2) && line2.server.up);
  const placed = place(wanted, { matched, free, question, gated });
  const taken = new Set(placed.map(({ server: server2 }) => server2));
  const removed = stale.filter(({ server: server2 }) => !taken.has(server2.name));
  const actions = [
    ...placed,
    ...[...matched].flatMap(([want, line2]) => matchedAction(want, line2, brake2, gated)),
    ...removed.map((line2) => staleAction(line2, brake2))
  ];
  return {
    actions: actions.toSorted(inOrder2),
    foreign: question.servers.filter(({ name }) => ownName(question.group, name) === null),
    brake: brake2?.why ?? null,
    notes: notes(question.members, matched)
  };
}
function coming(wanted, matched) {
  return wanted.filter((want) => {
    const line2 = matched.get(want);
    return want.member.belongs === "in" && (line2 === void 0 || !isServing(line2));
  }).length;
}
function place(wanted, placing) {
  const { matched, free, question, gated } = placing;
  const unplaced = wanted.filter((want) => want.member.belongs === "in" && !matched.has(want));
  const ownNames = new Set(question.servers.map(({ name }) => name));
  const named = ({ endpoint }) => nameForAddress(question.group, endpoint.address);
  const back = unplaced.filter((want) => ownNames.has(named(want)));
  const fresh = unplaced.filter((want) => !ownNames.has(named(want)));
  const hasSlots = question.servers.some(({ name }) => ownName(question.group, name)?.kind === "slot");
  const register = (want, slot, why) => ({
    kind: "register",
    server: slot?.server.name ?? named(want),
    endpoint: want.endpoint,
    through: slot || ownNames.has(named(want)) ? "line" : "new",
    gated,
    why: `${want.member.name} ${why}`
  });
  return [
    ...back.map((want) => register(want, void 0, ELSEWHERE)),
    ...fresh.map((want, index) => register(want, free[index], hasSlots && !free[index] ? NO_SLOT : NEW2))
  ];
}
var ELSEWHERE = "runs, and its server line points elsewhere";
var NEW2 = "runs, and is not in the backend";
var NO_SLOT = "runs, and no slot is free: a reload forgets it until the next run, so give the server-template more slots";
function matchedAction({ member, endpoint }, { server: server2 }, brake2, gated) {
  const action = (kind, why) => ({
    kind,
    server: server2.name,
    endpoint,
    through: "line",
    gated,
    why
  });
  switch (member.belongs) {
    case "out":
      if (server2.state !== "ready")
        return [action("keep", `${member.name} ${member.why}, and gets nothing new`)];
      return [action(brake2 ? "keep" : "drain", `${member.name} ${member.why}`)];
    case "as-is":
      return [action("keep", `${member.name} ${member.why}: left as it is`)];
    case "in":
      if (!sameEndpoint(server2.endpoint, endpoint))
        return [action("register", `${member.name} ${ELSEWHERE}`)];
      if (server2.state === "ready") return [action("keep", `${member.name} runs`)];
      return [action("enable", `${member.name} runs, and is in ${server2.state}`)];
  }
}
function staleAction({ server: server2 }, brake2) {
  return {
    kind: brake2 ? "keep" : "remove",
    server: server2.name,
    endpoint: server2.endpoint,
    through: "line",
    gated: false,
    why: "no member of the group has this address"
  };
}
function notes(members2, matched) {
  const known = new Set([...matched.keys()].map(({ member }) => member));
  return members2.flatMap((member) => {
    if (member.belongs === "out" || known.has(member)) return [];
    if (member.address === null) return [`${member.name} has no address on this network`];
    return member.belongs === "as-is" ? [`${member.name} ${member.why}: not registered yet`] : [];
  });
}
var ORDER = ["register", "enable", "drain", "remove", "keep"];
function inOrder2(a, b) {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || compare(a.server, b.server);
}

// src/core/balancer/verdict.ts
function planned({ actions }) {
  return actions.map((action) => ({
    ...action,
    outcome: action.kind === "keep" ? "kept" : "planned",
    message: ""
  }));
}
function balancerVerdict(found4) {
  const { api, backend, plan: plan2, steps: steps2 } = found4;
  const left = plan2.actions.filter(({ kind }) => kind !== "keep").length;
  const failed3 = steps2.filter(({ outcome }) => outcome === "failed").length;
  const done = steps2.some(({ outcome }) => outcome === "done");
  const bad = left > 0 || failed3 > 0 || plan2.brake !== null;
  return {
    api,
    backend,
    status: bad ? "unhealthy" : done ? "healed" : "healthy",
    message: plan2.brake ?? "",
    steps: steps2,
    foreign: plan2.foreign,
    notes: plan2.notes
  };
}

// src/commands/follow.ts
var POLL_MILLISECONDS2 = 1e3;
var CHECK_SECONDS = 30;
var BUSY_TRIES = 10;
async function follow(parts, work2) {
  const coming2 = work2.actions.filter(({ kind }) => kind === "register" || kind === "enable");
  const going = work2.actions.filter(({ kind }) => kind === "drain" || kind === "remove");
  const kept = work2.actions.filter(({ kind }) => kind === "keep");
  const came = [];
  for (const action of coming2) came.push(await attempt(parts, action, () => letIn(parts, work2, action)));
  if (going.length === 0) return { steps: [...came, ...kept.map(keep)], failure: null };
  const hold = await orFailure(() => mustStay(parts, work2, came));
  if (hold instanceof BalancerError) return { steps: came, failure: hold };
  const look3 = sharedLook(parts, work2.backend);
  const went = await Promise.all(
    going.map(
      (action) => hold.has(action.server) ? { ...action, outcome: "failed", message: NO_OTHER } : attempt(parts, action, () => letGo(parts, work2, action, look3))
    )
  );
  return { steps: [...came, ...went, ...kept.map(keep)], failure: null };
}
async function orFailure(work2) {
  try {
    return await work2();
  } catch (error) {
    if (error instanceof BalancerError) return error;
    throw error;
  }
}
var NO_OTHER = "left in service: no other server of the group has passed its health check yet";
function keep(action) {
  return { ...action, outcome: "kept", message: "" };
}
async function attempt({ log }, action, work2) {
  try {
    await work2();
    log.info(`${action.kind} ${action.server}: ${action.why}`);
    return { ...action, outcome: "done", message: "" };
  } catch (error) {
    if (!(error instanceof BalancerError)) throw error;
    return { ...action, outcome: "failed", message: error.message };
  }
}
async function letIn({ balancer }, { backend, servers }, { kind, server: server2, endpoint, through, gated }) {
  if (kind === "register" && endpoint !== null) {
    if (through === "new") await balancer.add(backend, server2, endpoint);
    else {
      await balancer.setState(backend, server2, "maint");
      await balancer.point(backend, server2, endpoint);
    }
  }
  const checked = through === "new" || servers.some(({ name, checked: is }) => name === server2 && is);
  if (gated && checked) {
    await balancer.setState(backend, server2, "drain");
    await balancer.holdBack(backend, server2);
  }
  await balancer.setState(backend, server2, "ready");
}
async function mustStay({ balancer, clock }, { backend, actions }, came) {
  const leaving = new Set(actions.filter(isGoing).map(({ server: server2 }) => server2));
  const staying = new Set(actions.filter((action) => !isGoing(action)).map(({ server: server2 }) => server2));
  const arrived = came.filter(({ outcome }) => outcome === "done").map(({ server: server2 }) => server2);
  const deadline = clock.now().getTime() + CHECK_SECONDS * 1e3;
  for (; ; ) {
    const serving = (await balancer.servers(backend)).filter(({ state, up: up2 }) => state === "ready" && up2);
    const up = new Set(serving.map(({ name }) => name));
    const nothingToLose = ![...leaving].some((name) => up.has(name));
    if (nothingToLose || arrived.every((name) => up.has(name)) || clock.now().getTime() >= deadline) {
      const alone = staying.size > 0 && ![...staying].some((name) => up.has(name));
      return new Set(alone ? [...leaving].filter((name) => up.has(name)) : []);
    }
    await clock.sleep(POLL_MILLISECONDS2);
  }
}
function isGoing({ kind }) {
  return kind === "drain" || kind === "remove";
}
function sharedLook({ balancer, clock }, backend) {
  let next = null;
  let free = Promise.resolve();
  return () => {
    next ??= free.then(() => {
      next = null;
      const looked = balancer.servers(backend);
      free = Promise.allSettled([looked, clock.sleep(POLL_MILLISECONDS2)]);
      return looked;
    });
    return next;
  };
}
async function letGo(parts, work2, { kind, server: server2 }, look3) {
  const { balancer } = parts;
  await balancer.setState(work2.backend, server2, "drain");
  if (kind === "drain") return;
  const left = await untilEmpty(parts, work2, server2, look3);
  await balancer.setState(work2.backend, server2, "maint");
  if (left > 0) await balancer.endSessions(work2.backend, server2);
  if (ownName(work2.group, server2)?.kind === "slot") await balancer.point(work2.backend, server2, null);
  else await removeLine(parts, work2.backend, server2);
}
async function untilEmpty({ clock }, { drainSeconds }, server2, look3) {
  const deadline = clock.now().getTime() + drainSeconds * 1e3;
  for (; ; ) {
    const line2 = (await look3()).find(({ name }) => name === server2);
    if (!line2 || line2.sessions === 0) return 0;
    if (!line2.up || clock.now().getTime() >= deadline) return line2.sessions;
  }
}
async function removeLine({ balancer, clock }, backend, server2) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await balancer.remove(backend, server2);
    } catch (error) {
      if (!(error instanceof BalancerError) || error.code !== "busy" || tries >= BUSY_TRIES) throw error;
    }
    await clock.sleep(POLL_MILLISECONDS2);
  }
}

// src/commands/balancer-health.ts
async function balancerHealth({ balancers, log }, api, check3) {
  const { backend } = check3.balancer;
  const { group: group2, drainSeconds } = check3;
  const unchecked3 = (message, steps3) => {
    return { api, backend, status: "unchecked", message, steps: steps3, foreign: [], notes: [] };
  };
  const before = await orFailure(() => look2(balancers.open(api), check3));
  if (before instanceof BalancerError) return unchecked3(before.message, []);
  const { balancer, servers, plan: plan2 } = before;
  const found4 = balancerVerdict({ api, backend, plan: plan2, steps: planned(plan2) });
  if (!check3.heal || found4.status === "healthy") return found4;
  const work2 = { group: group2, backend, drainSeconds, servers, actions: plan2.actions };
  const { steps: steps2, failure } = await follow({ balancer, clock: balancers.clock, log }, work2);
  if (failure !== null) return unchecked3(failure.message, steps2);
  const after = await orFailure(() => look2(balancer, check3));
  if (after instanceof BalancerError) return unchecked3(after.message, steps2);
  return balancerVerdict({ api, backend, plan: after.plan, steps: steps2 });
}
async function look2(balancer, { group: group2, min, members: members2, balancer: { backend, port } }) {
  const servers = await balancer.servers(backend);
  return { balancer, servers, plan: decideBalancer({ group: group2, min, port, members: members2, servers }) };
}

// src/commands/backends-health.ts
async function backendsHealth({ parts, cloud, heal, around }, spec, stack2) {
  if (spec.kind !== "AutoScalingGroup" || spec.loadBalancer?.kind !== "haproxy") return [];
  const { loadBalancer, rollout } = spec;
  const groups = liveGroups(stack2.groups);
  const template = await cloud.template(stack2) ?? {};
  const check3 = {
    group: spec.name,
    min: keptMinimum({ template, groups }, spec),
    balancer: loadBalancer,
    drainSeconds: rollout.drainSeconds,
    members: balancerMembers(groups, balancerNetwork(loadBalancer, around.networks)),
    heal
  };
  return Promise.all(loadBalancer.runtimeApis.map((api) => balancerHealth(parts, api, check3)));
}

// src/core/guard/healing-hold.ts
function healingHold(freeze, { name, labels }, now) {
  const frozen = frozenAt(windowsFor(freeze, name, labels), now);
  return frozen === null ? null : `${stateWords(frozen)}: wait ${untilWords(frozen)}`;
}

// src/core/health/policy.ts
function watchedGroups(stack2, spec) {
  if (spec.kind === "AutoScalingGroup") {
    return liveGroups(stack2.groups).map((group2) => ({
      group: group2,
      spec: spec.health ?? ONLY_WATCH,
      asked: spec.health !== null
    }));
  }
  const properties = groupProperties({ ...spec, initial: [] });
  return stack2.groups.flatMap((group2) => {
    const { nested } = group2;
    if (nested === null) return [];
    const own2 = templateHealth(properties[group2.address] ?? {});
    return [{ group: { ...group2, nested }, spec: own2 ?? ONLY_WATCH, asked: own2 !== null }];
  });
}
var ONLY_WATCH = {
  checks: [{ kind: "server" }],
  graceSeconds: HEALTH.graceSeconds,
  samples: { failed: HEALTH.samples, of: HEALTH.samples, intervalSeconds: HEALTH.intervalSeconds },
  replace: { maxUnavailable: HEALTH.maxUnavailable, perHour: 0, brake: HEALTH.brake }
};

// src/core/health/verify-heal.ts
function sameDecision(one, other) {
  return writtenOut(one) === writtenOut(other);
}
function writtenOut({ replace: replace2, mark, unmark, unmarkGroup }) {
  const ids = [replace2, mark, unmark].map((list2) => list2.map(({ physicalId }) => physicalId));
  return JSON.stringify([ids, unmarkGroup]);
}
function healedSoFar({ replace: replace2 }, after) {
  return replace2.every((one) => !stillThere(one, after)) && after.members.every(isAtRest);
}
function verifyHeal(healed2) {
  const { before, after, look: look3, inside } = healed2;
  const { replace: replace2 } = look3.decision;
  const left = replace2.filter((one) => stillThere(one, after));
  const findings = [...lost(healed2), ...resized3(before, after), ...group(after)];
  const base = { successors: successorsOf(replace2, after), sizeAfter: sizeOf(after), findings };
  if (left.length === 0 && (inside === null || inside.status === "COMPLETE"))
    return { ...base, outcome: "done", message: "" };
  const reason3 = inside?.status === "FAILED" ? `the new server could not be built (${inside.action}_FAILED: ${inside.reason}); the next run tries once more` : `Heat says that it is done, and ${left.map(({ server: server2 }) => server2).join(", ")} is still there; run health again`;
  return { ...base, outcome: "failed", message: reason3 };
}
function stillThere({ physicalId }, { members: members2 }) {
  return members2.some((member) => member.physicalId === physicalId && !isLeaving(member));
}
function isLeaving({ state }) {
  return state.action === "DELETE";
}
function isAtRest({ state }) {
  return state.status === "COMPLETE" || state.action === "DELETE";
}
function sizeOf({ members: members2 }) {
  return members2.filter((member) => !isLeaving(member)).length;
}
function successorsOf(replace2, after) {
  const pairs2 = replace2.flatMap(({ name, physicalId }) => {
    const now = after.members.find((member) => member.name === name && member.physicalId !== physicalId);
    return now === void 0 ? [] : [[name, now.servers[0]?.name || now.servers[0]?.id || name]];
  });
  return Object.fromEntries(pairs2);
}
function lost({ after, look: look3 }) {
  const well = look3.verdicts.filter(({ status }) => status === "current");
  return well.filter((one) => !stillThere(one, after)).map((one) => {
    const named = after.members.some(({ name }) => name === one.name);
    return {
      kind: named ? "replaced-meanwhile" : "gone-meanwhile",
      severity: "warn",
      subject: `member ${one.name}`,
      message: named ? `${one.server} was well and has been replaced, too: somebody else was at work` : `${one.server} was well and left the group meanwhile: a scale-in came in between`,
      remedy: "look at the events of the stack; nothing is to be done when an alarm asked for it",
      consoleLog: []
    };
  });
}
function resized3(before, after) {
  if (sizeOf(before) === sizeOf(after)) return [];
  return [
    {
      kind: "scaled-meanwhile",
      severity: sizeOf(after) < sizeOf(before) ? "warn" : "info",
      subject: `group ${after.address}`,
      message: `the group went from ${sizeOf(before)} to ${sizeOf(after)} members while its sick ones were replaced: an alarm came in between`,
      remedy: "nothing, when an alarm asked for it; a scale-in in that moment may take one more",
      consoleLog: []
    }
  ];
}
function group({ address, state }) {
  if (state.status === "COMPLETE") return [];
  return [
    {
      kind: "group-deaf",
      severity: "error",
      subject: `group ${address}`,
      message: `the group is ${state.action}_${state.status}: it hears no alarm`,
      remedy: "run health again; if it stays so, run apply",
      consoleLog: []
    }
  ];
}

// src/commands/heal-group.ts
async function healGroup(parts, work2) {
  const { decision } = work2.look;
  if (decision.replace.length + decision.unmark.length === 0 && !decision.unmarkGroup) return null;
  try {
    const fresh = await work2.lookAgain();
    if (fresh === null || !sameDecision(decision, fresh.decision)) return stoodBack(work2, fresh);
    return await carryOut2(parts, work2, decision);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return failed2(work2, errorLine(error));
  }
}
async function carryOut2(parts, work2, decision) {
  const { writer, log } = parts;
  const { stack: stack2, group: group2 } = work2;
  for (const one of decision.unmark) {
    log.info(`${stack2.name}: taking the mark from ${one.server}`);
    await writer.unmark(group2.nested, keyOf2(one), takenBackReason(one.why || "the server is well"));
  }
  if (decision.unmarkGroup) {
    log.info(`${stack2.name}: taking the mark from the group ${group2.address}`);
    const name = group2.address.split("/").at(-1) ?? group2.address;
    await writer.unmark(group2.holder, name, takenBackReason("the group is to hear signals again"));
  }
  if (decision.replace.length === 0) return await lookAfter(parts, work2);
  await condemn(parts, work2, decision);
  return await settle(parts, work2);
}
async function condemn({ writer, log }, { stack: stack2, group: group2 }, { replace: replace2, mark }) {
  const marked = [];
  try {
    for (const one of mark) {
      log.info(`${stack2.name}: replacing ${one.server}: ${one.why}`);
      marked.push(one);
      await writer.markUnhealthy(group2.nested, keyOf2(one), markReason(one.why));
    }
    await writer.updateInPlace(group2.nested);
  } catch (error) {
    if (error instanceof CloudError) await takeBack(writer, group2.nested, ours(replace2, marked));
    throw error;
  }
}
function keyOf2({ physicalId, name }) {
  return physicalId || name;
}
function ours(replace2, marked) {
  return replace2.filter((one) => marked.includes(one) ? !one.condemned : one.marked === "own");
}
async function takeBack(writer, nested, marked) {
  for (const one of marked) {
    try {
      await writer.unmark(nested, keyOf2(one), takenBackReason("the replacement could not be started"));
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
    }
  }
}
var POLL_MILLISECONDS3 = 2e3;
var PATIENCE_MINUTES2 = 15;
var PATIENCE_POLLS = 8;
async function settle(parts, work2) {
  const { reader, clock } = parts;
  const { stack: stack2, group: group2, look: look3 } = work2;
  const deadline = clock.now().getTime() + PATIENCE_MINUTES2 * 6e4;
  for (let polls = 0; clock.now().getTime() < deadline; polls += 1) {
    await clock.sleep(POLL_MILLISECONDS3);
    const pulse = await reader.pulse(stack2);
    if (pulse === null) return failed2(work2, `the stack "${stack2.name}" is gone`);
    const inside = pulse.groups.find(({ address }) => address === group2.address)?.nestedState;
    if (inside?.status === "IN_PROGRESS") {
      polls = PATIENCE_POLLS;
      continue;
    }
    const after = await groupNow(reader, work2);
    if (after === null) return failed2(work2, `the group "${group2.address}" is gone`);
    const done = healedSoFar(look3.decision, after);
    if (done || polls >= PATIENCE_POLLS)
      return verifyHeal({ before: group2, after, look: look3, inside: inside ?? null });
  }
  return {
    outcome: "waits",
    message: `the new server is not there after ${PATIENCE_MINUTES2} minutes; Heat goes on with it, and the next run looks again`,
    successors: {},
    sizeAfter: group2.members.length,
    findings: []
  };
}
async function lookAfter({ reader }, work2) {
  const after = await groupNow(reader, work2);
  if (after === null) return failed2(work2, `the group "${work2.group.address}" is gone`);
  return verifyHeal({ before: work2.group, after, look: work2.look, inside: null });
}
async function groupNow(reader, { stack: stack2, group: group2 }) {
  const [now] = await reader.observeLive([stack2.name]);
  if (now?.presence !== "present" || now.id !== stack2.id) return null;
  const found4 = now.groups.find(({ address }) => address === group2.address);
  return found4?.nested ? { ...found4, nested: found4.nested } : null;
}
function stoodBack({ group: group2 }, fresh) {
  const why = fresh?.decision.held?.why ?? "the group changed while this ran";
  return {
    outcome: "waits",
    message: `stood back: ${why}`,
    successors: {},
    sizeAfter: group2.members.length,
    findings: []
  };
}
function failed2({ group: group2 }, message) {
  return { outcome: "failed", message, successors: {}, sizeAfter: group2.members.length, findings: [] };
}

// src/core/health/console-tail.ts
var MOST_LINES = 20;
var LONGEST2 = 160;
function consoleTail(log) {
  const lines = log.slice(-2e5).replace(new RegExp("\\p{Cc}\\[[0-9;?]*[A-Za-z]", "gu"), "").split(/\r?\n|\r/).map((line2) => line2.replace(new RegExp("\\p{Cc}+", "gu"), " ").trimEnd()).filter((line2) => line2.trim() !== "").slice(-MOST_LINES);
  return lines.map((line2) => {
    const [secret] = secretLines(line2);
    if (secret !== void 0) return `(a line with a ${secret.name} is left out)`;
    return line2.length <= LONGEST2 ? line2 : `${line2.slice(0, LONGEST2 - 1)}…`;
  });
}

// src/core/health/hold.ts
function holdOn(question, sick) {
  return notAsked(question) ?? forbidden2(question) ?? atWork(question) ?? unfit(question) ?? brake(question, sick) ?? templateDiffers(question);
}
function notAsked({ asked }) {
  return asked ? null : { kind: "not-asked", why: "the spec has no `health`" };
}
function forbidden2({ hold }) {
  return hold === null ? null : { kind: "forbidden", why: hold };
}
function atWork({ pulse }) {
  const who = whoIsAtWork(pulse);
  return who === null ? null : { kind: "at-work", why: `${who}; the next run looks again` };
}
function unfit({ group: group2, pulse, address }) {
  const { action } = pulse.state;
  if (action === "DELETE" || action === "SUSPEND")
    return { kind: "stack-unfit", why: `the stack stands at ${action}_${pulse.state.status}` };
  if (group2.status === "COMPLETE" || group2.action === "CHECK") return null;
  return {
    kind: "group-failed",
    why: `the group "${address}" is ${group2.action}_${group2.status}: apply finishes what stopped there, and only then can its servers be replaced`
  };
}
function brake({ verdicts, beside, spec }, sick) {
  if (sick.every(({ spare }) => spare !== null)) return null;
  const own2 = outage(verdicts, spec.replace.brake, { servers: "servers", whole: "the whole group" });
  if (own2 !== null || beside.length === 0) return own2;
  const words3 = { servers: "servers of all zones", whole: "every one" };
  return outage([...verdicts, ...beside], spec.replace.brake, words3);
}
function outage(verdicts, most, words3) {
  const all = verdicts.filter(({ status }) => status !== "terminating").length;
  const sick = verdicts.filter(isSick);
  const single = all === 1 && sick.every(({ rank: rank3 }) => rank3 <= DEAD_IN_NOVA);
  const whole = sick.length === all;
  if (single || !whole && sick.length / all <= most) return null;
  const share = `more than ${Math.round(most * 100)}% (replace.brake)`;
  return {
    kind: "brake",
    why: `${sick.length} of ${all} ${words3.servers} are sick, ${whole ? words3.whole : share}: the cause is elsewhere`
  };
}
var DEAD_IN_NOVA = 1;
function templateDiffers({ stored, verdicts, address }) {
  if (stored === null) return null;
  const there = verdicts.filter(({ status }) => status !== "terminating").map(({ name }) => name);
  const same3 = stored.length === there.length && there.every((name) => stored.includes(name));
  if (same3) return null;
  return {
    kind: "template-differs",
    why: `the group "${address}" failed on its way from ${there.length} to ${stored.length} members; apply, or the next scaling, has to bring it to rest first`
  };
}

// src/core/health/decide-healing.ts
function decideHealing(question) {
  const sick = sickMembers(question.verdicts);
  const loops2 = bootLoops(question);
  const hold = holdOn(question, sick);
  if (hold !== null) return standBack(question, sick, loops2, hold);
  const candidates = sick.filter(({ name, spare }) => spare === null && !loops2.includes(name));
  const budget = budgetOf(question);
  const replace2 = candidates.slice(0, budget.left);
  const others = condemnedBesides(question.verdicts, replace2);
  if (replace2.length > 0 && others !== null) return standBack(question, sick, loops2, others);
  const why = new Map(sick.map((one) => [one.name, whyNot3(one, loops2, budget.why)]));
  return {
    held: replace2.length === 0 && candidates.length > 0 ? { kind: "budget", why: budget.why } : null,
    replace: replace2,
    mark: replace2.filter(({ marked }) => marked !== "own"),
    unmark: leftMarks(question.verdicts, replace2),
    unmarkGroup: isMarked(question.group),
    waits: sick.filter((one) => !replace2.includes(one)).map(({ name }) => ({ name, why: why.get(name) ?? "" })),
    loops: loops2
  };
}
function sickMembers(verdicts) {
  const sick = verdicts.filter(isSick);
  return sick.toSorted((a, b) => Number(isLasting(b)) - Number(isLasting(a)) || a.rank - b.rank);
}
function isLasting({ condemned, marked }) {
  return condemned && marked !== "own" && marked !== "check";
}
var LOOP = { times: 3, hours: 6 };
function bootLoops({ history, verdicts, now }) {
  const since = now - LOOP.hours * 36e5;
  return verdicts.filter(({ name, status, marked }) => {
    const marks = history.filter(({ member, at }) => member === name && at >= since).length;
    const done = marked === "own" ? marks - 1 : marks;
    return (status === "failed" || status === "not-found") && done >= LOOP.times;
  }).map(({ name }) => name);
}
function condemnedBesides(verdicts, replace2) {
  const others = verdicts.filter((one) => isLasting(one) && !replace2.includes(one));
  if (others.length === 0) return null;
  const names = others.map(({ server: server2 }) => `"${server2}"`).join(", ");
  return {
    kind: "condemned-by-others",
    why: `Heat would replace ${names} along with the sick ones, which is more than the budget allows: raise replace.maxUnavailable, or take the marks back by hand`
  };
}
function standBack({ verdicts }, sick, loops2, held2) {
  const may = held2.kind === "brake" || held2.kind === "condemned-by-others";
  return {
    held: held2,
    replace: [],
    mark: [],
    unmark: may ? verdicts.filter(({ marked }) => marked === "own") : [],
    unmarkGroup: false,
    waits: sick.map((one) => ({ name: one.name, why: whyNot3(one, loops2, held2.why) })),
    loops: loops2
  };
}
function leftMarks(verdicts, replace2) {
  return verdicts.filter((one) => (one.marked === "own" || one.marked === "check") && !replace2.includes(one));
}
function whyNot3({ name, spare }, loops2, otherwise) {
  if (spare !== null) return spare;
  return loops2.includes(name) ? `was replaced ${LOOP.times} times within ${LOOP.hours} hours and is sick again: another replacement is no cure` : otherwise;
}

// src/core/health/stuck.ts
var MINUTE = 6e4;
var LONGEST_WORK = 90;
var LONGEST_CLAIM = 15;
var LONGEST_BUILD = 30;
var LONGEST_DELETE = 15;
function stuckFindings(view) {
  const { question, members: members2 } = view;
  const byName = new Map(question.verdicts.map((verdict) => [verdict.name, verdict]));
  return [
    ...claim(view),
    ...work(view),
    ...members2.flatMap((member) => {
      const verdict = byName.get(member.name);
      return verdict ? [...undeleted(member, verdict), ...server(member, verdict, question.now)] : [];
    })
  ];
}
function claim({ question, holder, nested, events }) {
  const { pulse, address, now } = question;
  const group2 = pulse.groups.find((one) => one.address === address);
  const resting = pulse.state.status !== "IN_PROGRESS" && group2?.nestedState?.status !== "IN_PROGRESS";
  if (!group2?.activity.scalingInProgress || !resting || idle(events, now) < LONGEST_CLAIM) return [];
  const name = address.split("/").at(-1) ?? address;
  return [
    {
      kind: "scaling-stuck",
      severity: "error",
      subject: `group ${address}`,
      message: `Heat says that the group is being scaled, and nothing has happened for ${Math.round(idle(events, now))} minutes: every alarm's signal is dropped`,
      remedy: `give the claim back, both commands at once and no update between them: \`openstack stack resource mark unhealthy ${holder.name} ${name}\`, \`openstack stack resource mark unhealthy --reset ${holder.name} ${name}\`; its servers are in ${nested.name}, which stays as it is`,
      consoleLog: []
    }
  ];
}
function work({ question, stack: stack2, nested, events }) {
  const { pulse, address, now } = question;
  const who = whoIsAtWork(pulse);
  if (who === null || idle(events, now) < LONGEST_WORK) return [];
  return [
    {
      kind: "work-stuck",
      severity: "error",
      subject: `group ${address}`,
      message: `${who}, and nothing has happened for ${Math.round(idle(events, now))} minutes`,
      remedy: `end it where it is (\`openstack stack cancel --no-rollback ${pulse.state.status === "IN_PROGRESS" ? stack2.name : nested.name}\`), then run apply`,
      consoleLog: []
    }
  ];
}
function idle(events, now) {
  const last = events.at(-1);
  return last === void 0 ? 0 : (now - Date.parse(last.at)) / MINUTE;
}
function undeleted({ name, state }, verdict) {
  if (state.action !== "DELETE" || state.status !== "FAILED") return [];
  return [
    {
      kind: "delete-failed",
      severity: "error",
      subject: `member ${name}`,
      message: `${verdict.server} could not be deleted: ${state.reason}`,
      remedy: `delete what is left (\`openstack server delete ${verdict.serverIds[0] ?? verdict.physicalId}\`, ports and volumes after it); Heat forgets it at the next scaling or apply`,
      consoleLog: []
    }
  ];
}
function server({ name, servers }, verdict, now) {
  return servers.flatMap((one) => {
    const still = (since) => (now - Date.parse(since ?? "")) / MINUTE;
    const subject = `member ${name}`;
    if (one.taskState === "deleting" && still(one.updatedAt) > LONGEST_DELETE)
      return [
        {
          kind: "server-delete-stuck",
          severity: "error",
          subject,
          message: `Nova has been deleting ${verdict.server} for ${Math.round(still(one.updatedAt))} minutes`,
          remedy: `an administrator sets it to ERROR (\`openstack server set --state error ${one.id}\`) and deletes it again; look at its hypervisor`,
          consoleLog: []
        }
      ];
    if (one.status === "BUILD" && still(one.createdAt) > LONGEST_BUILD)
      return [
        {
          kind: "server-build-stuck",
          severity: "warn",
          subject,
          message: `Nova has been building ${verdict.server} for ${Math.round(still(one.createdAt))} minutes`,
          remedy: `Heat gives up by its own time limit and health replaces it then; \`openstack server show ${one.id}\` tells where it hangs`,
          consoleLog: []
        }
      ];
    return [];
  });
}

// src/core/health/findings.ts
function healthFindings(view) {
  return [...held(view), ...deafGroup(view), ...loops(view), ...spared(view), ...stuckFindings(view)];
}
var HOLDS2 = {
  "not-asked": {
    severity: "warn",
    remedy: "write `health: {}` into the spec, and `health --heal` replaces such servers"
  },
  forbidden: { severity: "info", remedy: "wait until it is allowed again" },
  "at-work": null,
  "group-failed": { severity: "error", remedy: "run apply: it finishes what stopped" },
  "stack-unfit": { severity: "warn", remedy: "resume the stack, or take its spec out" },
  brake: {
    severity: "error",
    remedy: "look for what they have in common: network, load balancer, image, hypervisors, or the machine that checks; when it is only they after all, replace.brake permits more"
  },
  "condemned-by-others": {
    severity: "warn",
    remedy: "raise replace.maxUnavailable, or take back a mark: `openstack stack resource mark unhealthy --reset NESTED MEMBER`"
  },
  "template-differs": { severity: "error", remedy: "run apply: it brings the group to rest" },
  budget: null
};
function held({ question, decision, nested }) {
  const { held: hold, waits } = decision;
  if (hold === null || waits.length === 0 && hold.kind !== "group-failed") return [];
  const words3 = HOLDS2[hold.kind];
  if (words3 === null) return [];
  const { why } = hold;
  const sick = sickNames(question, waits);
  const message = hold.kind === "not-asked" ? `${sick}, and ${why}: nobody is replaced` : `${why}; nobody is replaced`;
  const remedy = words3.remedy.replace("NESTED", nested.name);
  const { severity } = words3;
  return [{ kind: hold.kind, severity, remedy, subject: groupName(question), message, consoleLog: [] }];
}
function sickNames({ verdicts }, waits) {
  const sick = verdicts.filter(({ name }) => waits.some((one) => one.name === name));
  return sick.map(({ server: server2, why }) => `${server2} ${why}`).join(", ");
}
function deafGroup({ question, decision }) {
  if (!isMarked(question.group) || decision.held?.kind === "group-failed") return [];
  return [
    {
      kind: "group-deaf",
      severity: "error",
      subject: groupName(question),
      message: `the group is CHECK_FAILED since somebody had the stack checked: Heat drops every alarm's signal, and the next update of the stack could replace all servers`,
      remedy: "`health --heal` takes the mark from the group, after that of its members",
      consoleLog: []
    }
  ];
}
function loops({ question, decision, consoles }) {
  return question.verdicts.filter(({ name }) => decision.loops.includes(name)).map((one) => ({
    kind: "boot-loop",
    severity: "error",
    subject: memberName(one),
    message: `${one.server} ${one.why}; ${waitOf(decision, one)}`,
    remedy: "look at its console log and at what changed in image and cloud-init; a pull request that mends them replaces it",
    consoleLog: consoles[one.name] ?? []
  }));
}
function spared({ question, decision }) {
  const { held: hold } = decision;
  if (hold !== null && hold.kind !== "budget") return [];
  return question.verdicts.filter(({ status, spare }) => spare !== null && status === "failed").map((one) => ({
    kind: "put-by-hand",
    severity: "warn",
    subject: memberName(one),
    message: `${one.server} ${one.why}`,
    remedy: one.spare ?? "",
    consoleLog: []
  }));
}
function waitOf({ waits }, { name }) {
  return waits.find((one) => one.name === name)?.why ?? "";
}
function memberName({ name }) {
  return `member ${name}`;
}
function groupName({ address }) {
  return `group ${address}`;
}

// src/core/health/pool-members.ts
function poolMemberIds({ resources }, { address, members: members2 }) {
  const places = resources.filter(
    ({ type, physicalId }) => type === "OS::Octavia::PoolMember" && physicalId !== ""
  );
  return Object.fromEntries(
    members2.map(({ name }) => {
      const below2 = `${address}/${name}/`;
      return [
        name,
        places.filter((one) => one.address.startsWith(below2)).map(({ physicalId }) => physicalId)
      ];
    })
  );
}

// src/commands/look-at-group.ts
async function lookAtGroup(parts, sight) {
  const { watched: watched2 } = sight;
  const now = cloudTime(parts.clock, parts.reader).getTime();
  const verdicts = verdictsOf(sight, watched2, now);
  const quiet = verdicts.every(({ status, marked }) => status === "current" && marked === null);
  if (quiet && watched2.group.state.status === "COMPLETE")
    return { verdicts, decision: NOTHING_TO_DO, findings: [] };
  const read = await readOn(parts.reader, sight);
  if (read === null) return null;
  const question = {
    address: watched2.group.address,
    spec: watched2.spec,
    asked: watched2.asked,
    now,
    verdicts,
    beside: sight.beside.flatMap((other) => verdictsOf(sight, other, now)),
    group: watched2.group.state,
    history: replacementsIn(
      [watched2, ...sight.beside].map(({ group: group2 }) => group2.address),
      read.events
    ),
    planned: sight.planned,
    hold: sight.hold,
    ...read
  };
  const decision = decideHealing(question);
  const findings = healthFindings({
    question,
    decision,
    stack: sight.stack,
    holder: watched2.group.holder,
    nested: watched2.group.nested,
    members: watched2.group.members,
    events: read.events.filter(({ address }) => isBelow(address, watched2.group.address)),
    consoles: await consolesOf(parts.reader, verdicts, decision.loops)
  });
  return { verdicts, decision, findings };
}
var NOTHING_TO_DO = {
  held: null,
  replace: [],
  mark: [],
  unmark: [],
  unmarkGroup: false,
  waits: [],
  loops: []
};
function verdictsOf({ stack: stack2, pool, backends, probes }, { group: group2, spec }, now) {
  const evidence = {
    spec,
    now,
    group: group2.state,
    pool,
    backends,
    probes,
    poolMembers: poolMemberIds(stack2, group2)
  };
  return group2.members.map((member) => memberVerdict(member, evidence));
}
async function readOn(reader, { stack: stack2, watched: watched2 }) {
  const { address, nested } = watched2.group;
  const [pulse, events] = await Promise.all([reader.pulse(stack2), reader.events(stack2, null)]);
  if (pulse === null) return null;
  const state = pulse.groups.find((one) => one.address === address)?.nestedState ?? null;
  const broken = state?.status === "FAILED" && state.action !== "CHECK";
  const stored = broken ? Object.keys(await reader.memberDefinitions(nested)) : null;
  return { pulse, events, stored };
}
function isBelow(address, group2) {
  return address === group2 || address.startsWith(`${group2}/`);
}
var CONSOLE_LINES = 40;
async function consolesOf(reader, verdicts, loops2) {
  const servers = verdicts.filter(({ name }) => loops2.includes(name));
  const logs = await Promise.all(
    servers.map(async ({ name, serverIds: [id] }) => {
      const log = id === void 0 ? null : await consoleOf(reader, id);
      return [name, log === null ? [] : consoleTail(log)];
    })
  );
  return Object.fromEntries(logs);
}
async function consoleOf(reader, id) {
  try {
    return await reader.consoleLog(id, CONSOLE_LINES);
  } catch (error) {
    if (error instanceof CloudError) return null;
    throw error;
  }
}

// src/core/health/probing.ts
function questionsFor(spec, members2, networks2) {
  const checks = spec.checks.filter((check3) => "port" in check3);
  const settled = members2.filter(({ state, draining }) => state.status !== "IN_PROGRESS" && !draining);
  const running = settled.flatMap(({ servers }) => servers).filter(({ status }) => status === "ACTIVE");
  return running.flatMap(
    (server2) => checks.map((check3) => ({
      serverId: server2.id,
      check: check3,
      question: questionOf(check3, server2, networks2),
      answers: []
    }))
  );
}
function questionOf(check3, server2, networks2) {
  const address = addressOf(check3, server2, networks2);
  if (address === null) return null;
  const { port, timeoutSeconds } = check3;
  return check3.kind === "http" ? { kind: "http", address, port, timeoutSeconds, path: check3.path } : { kind: "tcp", address, port, timeoutSeconds };
}
function addressOf({ address: wanted }, { addresses: addresses2, interfaces }, networks2) {
  const fixed = interfaces.map(({ address }) => address);
  if (wanted.kind === "floating") return addresses2.find((one) => !fixed.includes(one)) ?? null;
  const name = networks2.find(({ id }) => id === wanted.network)?.name ?? wanted.network;
  const there = interfaces.filter(({ network }) => network === name).map(({ address }) => address);
  return there.find((one) => !one.includes(":")) ?? there[0] ?? null;
}
function isOpen({ samples }, asked) {
  if (asked.question === null || asked.answers.length >= samples.of) return false;
  const failed3 = asked.answers.filter((answer) => failureOf(asked.check, answer) !== null).length;
  return failed3 < samples.failed && asked.answers.length - failed3 <= samples.of - samples.failed;
}
function resultOf({ samples }, asked) {
  const { serverId, check: check3, question, answers } = asked;
  const named = { serverId, check: nameOf2(check3) };
  if (question === null) {
    const where = check3.address.kind === "floating" ? "no floating address" : `no address on this network`;
    return { ...named, verdict: "unknown", why: `the server has ${where}` };
  }
  const failures = answers.map((answer) => failureOf(check3, answer)).filter((why) => why !== null);
  if (failures.length >= samples.failed) {
    const times = answers.length > 1 ? ` (${failures.length} of ${answers.length} times)` : "";
    return { ...named, verdict: "failed", why: `${failures.at(-1) ?? ""}${times}` };
  }
  const unable = answers.find((answer) => answer.kind === "unable");
  return unable?.kind === "unable" ? { ...named, verdict: "unknown", why: unable.why } : { ...named, verdict: "passed", why: "" };
}
function failureOf(check3, answer) {
  switch (answer.kind) {
    case "connected":
    case "unable":
      return null;
    case "silent":
      return answer.why;
    case "status":
      return isWell(check3, answer.status) ? null : `answers ${answer.status}`;
  }
}
function isWell(check3, status) {
  return check3.kind === "tcp" || check3.statuses.some(({ from, to }) => status >= from && status <= to);
}
function nameOf2(check3) {
  return check3.kind === "http" ? `http :${check3.port}${check3.path}` : `tcp :${check3.port}`;
}

// src/commands/probe-servers.ts
var AT_ONCE3 = 32;
async function probeServers({ probes }, spec, members2, networks2) {
  let asked = questionsFor(spec, members2, networks2);
  for (let sample = 0; asked.some((one) => isOpen(spec, one)); sample += 1) {
    if (sample > 0) await probes.clock.sleep(spec.samples.intervalSeconds * 1e3);
    asked = await inTurns(asked, AT_ONCE3, async (one) => {
      if (one.question === null || !isOpen(spec, one)) return one;
      return { ...one, answers: [...one.answers, await probes.ask(one.question)] };
    });
  }
  return asked.map((one) => resultOf(spec, one));
}

// src/commands/read-backends.ts
async function readBackends({ parts, around }, spec) {
  if (spec.kind !== "AutoScalingGroup" || spec.loadBalancer?.kind !== "haproxy") return null;
  if (!(spec.health?.checks.some(({ kind }) => kind === "loadBalancer") ?? false)) return null;
  const { loadBalancer } = spec;
  const { backend } = loadBalancer;
  const answers = loadBalancer.runtimeApis.map(async (api) => {
    const servers = await orFailure(() => parts.balancers.open(api).servers(backend));
    return servers instanceof BalancerError ? { api, backend, kind: "unreadable", why: `HAProxy could not be asked: ${servers.message}` } : { api, backend, kind: "read", servers };
  });
  return {
    group: spec.name,
    network: balancerNetwork(loadBalancer, around.networks),
    answers: await Promise.all(answers)
  };
}

// src/commands/read-surroundings.ts
async function readSurroundings(cloud, specs, stacks) {
  const [catalogue, pool] = await Promise.all([
    specs.some(needsNetworks) ? cloud.catalogue(["network"]) : null,
    readPool(cloud, specs, stacks)
  ]);
  return { networks: catalogue?.network ?? [], pool };
}
function needsNetworks(spec) {
  if (spec.kind !== "AutoScalingGroup") return false;
  return spec.loadBalancer?.kind === "haproxy" || (spec.health?.checks.some((check3) => "port" in check3) ?? false);
}
async function readPool(cloud, specs, stacks) {
  const byName = new Map(stacks.map((stack2) => [stack2.name, stack2]));
  const ids = specs.flatMap((spec) => {
    const stack2 = byName.get(spec.name);
    if (stack2?.presence !== "present") return [];
    const asking = watchedGroups(stack2, spec).filter((watched2) => asksOctavia(watched2.spec));
    return asking.flatMap(({ group: group2 }) => Object.values(poolMemberIds(stack2, group2)).flat());
  });
  try {
    return { kind: "read", members: await cloud.poolMembers(ids) };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { kind: "unreadable", why: `Octavia could not be asked: ${errorLine(error)}` };
  }
}
function asksOctavia({ checks }) {
  return checks.some(({ kind }) => kind === "loadBalancer");
}

// src/commands/members-health.ts
async function membersHealth(run, spec, stack2) {
  const groups = [];
  const trouble = [];
  const watched2 = watchedGroups(stack2, spec);
  let probes = await probesOf(run, watched2);
  let backends = await readBackends(run, spec);
  let now = stack2;
  let planned2 = 0;
  for (const [index, { group: group2 }] of watched2.entries()) {
    try {
      const place2 = { stack: now, address: group2.address, probes, backends, planned: planned2 };
      const { found: found4, deed } = await oneGroup(run, spec, place2);
      if (spec.kind === "AutoScalingGroup") planned2 += plannedIn(found4);
      if (found4 !== null) groups.push(found4);
      if (deed !== null) {
        now = await readAgain(run, stack2);
        if (index === watched2.length - 1) break;
        backends = await readBackends(run, spec);
        probes = await probesOf(run, watchedGroups(now, spec));
      }
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      trouble.push(`${group2.address}: ${errorLine(error)}`);
    }
  }
  return { groups, stack: now, message: trouble.join("; ") };
}
function plannedIn(found4) {
  const members2 = found4?.members ?? [];
  return members2.filter(({ action, outcome }) => action === "replace" && outcome === "planned").length;
}
async function probesOf({ parts, around }, watched2) {
  const results = [];
  for (const { spec, group: group2 } of watched2)
    results.push(...await probeServers(parts, spec, group2.members, around.networks));
  return results;
}
async function oneGroup(run, spec, place2) {
  const { parts, cloud, around, heal } = run;
  const sight = sightOf(run, spec, place2, around.pool);
  if (sight === null) return { found: null, deed: null };
  const look3 = await lookAtGroup({ reader: cloud, clock: parts.clock }, sight);
  if (look3 === null) return { found: null, deed: null };
  const deed = heal ? await replace(run, spec, { ...place2, watched: sight.watched, look: look3 }) : null;
  return { found: judge3({ address: place2.address, ...look3, deed }), deed };
}
function sightOf(run, spec, { stack: stack2, address, probes, backends, planned: planned2 }, pool) {
  const all = watchedGroups(stack2, spec);
  const watched2 = all.find(({ group: group2 }) => group2.address === address);
  if (watched2 === void 0) return null;
  const beside = spec.kind === "AutoScalingGroup" ? all.filter((other) => other !== watched2) : [];
  return { stack: stack2, watched: watched2, beside, planned: planned2, backends, pool, probes, hold: holdOn2(run, spec) };
}
async function replace(run, spec, found4) {
  const { parts, cloud } = run;
  const { stack: stack2, watched: watched2, look: look3 } = found4;
  const lookAgain2 = async () => {
    const now = await readAgain(run, stack2);
    if (now.id !== stack2.id) return null;
    const pool = await readPool(cloud, [spec], [now]);
    const backends = await readBackends(run, spec);
    const sight = sightOf(run, spec, { ...found4, stack: now, backends }, pool);
    return sight && lookAtGroup({ reader: cloud, clock: parts.clock }, sight);
  };
  const writing = { reader: cloud, writer: await parts.writer(), clock: parts.clock, log: parts.log };
  return healGroup(writing, { stack: stack2, group: watched2.group, look: look3, lookAgain: lookAgain2 });
}
function holdOn2({ settings, parts }, spec) {
  return healingHold(settings.freeze, spec, parts.clock.now().getTime());
}
async function readAgain({ cloud }, stack2) {
  const [now] = await cloud.observeLive([stack2.name]);
  return now?.presence === "present" ? now : stack2;
}

// src/commands/health.ts
var GROUPS_AT_ONCE = 8;
function health(parts, options) {
  return watched("health", parts, options, () => check2(parts, options));
}
async function check2(parts, options) {
  const chosen = await chooseSpecs(parts, options, "health");
  if (!chosen.ok) return chosen.result;
  const cloud = await parts.reader();
  const specs = chosen.specs.filter(isLive2);
  const stacks = await readStacks(cloud, specs);
  const around = await readSurroundings(cloud, specs, stacks.read);
  const byName = new Map([
    ...stacks.failed.map(({ item, error }) => [item, error]),
    ...stacks.read.map((stack2) => [stack2.name, stack2])
  ]);
  const run = { parts, cloud, heal: options.heal, settings: chosen.rules.settings, around };
  const groups = await inTurns(
    specs,
    GROUPS_AT_ONCE,
    (spec) => groupHealth(run, spec, byName.get(spec.name))
  );
  const found4 = { version: 1, groups, problems: [] };
  const context = reportContext(cloud, options);
  const report = healthReport(found4, context);
  await parts.publisher.publish(report);
  await keepIssues(parts, options, {
    by: "health",
    verdicts: healthVerdicts(found4, context),
    groups: chosen.specs.map(({ name }) => name),
    cloud: cloud.label
  });
  return { exitCode: exitCodeOf2(found4), report, problems: [] };
}
function isLive2(spec) {
  return spec.kind !== "Deleted";
}
async function readStacks(cloud, specs) {
  if (specs.length === 0) return { read: [], failed: [] };
  return readApart(
    specs.map(({ name }) => name),
    (names) => cloud.observeLive(names)
  );
}
async function groupHealth(run, spec, stack2) {
  if (stack2 instanceof CloudError) return unchecked2(spec, { presence: "unread" }, errorLine(stack2));
  if (stack2?.presence !== "present")
    return unchecked2(spec, { presence: "absent" }, "there is no such stack: apply creates it");
  const bare = stack2.groups.every(({ nested }) => nested === null);
  if (bare && (spec.kind === "AutoScalingGroup" || stack2.groups.length > 0))
    return unchecked2(spec, stack2, "the stack has no group yet");
  const members2 = await membersHealth(run, spec, stack2);
  const backends = await backendsOrTrouble(run, spec, members2.stack);
  const message = [members2.message, backends.message].filter((part) => part !== "").join("; ");
  const { balancers } = backends;
  const parts = [...members2.groups, ...balancers, ...message === "" ? [] : [UNCHECKED]];
  return {
    ...unchecked2(spec, stack2, message),
    status: worstOf(parts),
    scalingGroups: members2.groups,
    balancers
  };
}
function unchecked2({ name, source }, stack2, message) {
  const { presence } = stack2;
  const stackId = stack2.presence === "present" ? stack2.id : null;
  return {
    ...{ name, stackId, presence, source, message },
    ...{ status: "unchecked", scalingGroups: [], balancers: [] }
  };
}
async function backendsOrTrouble(run, spec, stack2) {
  try {
    return { balancers: await backendsHealth(run, spec, stack2), message: "" };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { balancers: [], message: errorLine(error) };
  }
}
var UNCHECKED = { status: "unchecked" };
function exitCodeOf2({ groups }) {
  const worst = worstOf(groups);
  if (worst === "unhealthy") return 2;
  return worst === "unchecked" ? 1 : 0;
}

// src/core/lint/offline.ts
function checkOffline(specs) {
  const checked = specs.flatMap((spec) => {
    if (spec.kind !== "AutoScalingGroup") return [];
    const { policies, problems } = compileScaling(spec, NO_FACTS);
    return [{ problems, findings: scalingAdvice(spec, policies, NO_FACTS) }];
  });
  return {
    problems: checked.flatMap(({ problems }) => problems),
    findings: checked.flatMap(({ findings }) => findings)
  };
}

// src/commands/validate.ts
async function validate({ tree, publisher }, options) {
  const rules = await checkRules(tree);
  const read = await readSpecs(tree, options.specs);
  const { findings, ...more2 } = checkOffline(read.specs);
  const problems = [...rules, ...read.problems, ...more2.problems];
  const found4 = { problems, findings, specs: read.specs.length, kind: "validate" };
  const report = problemsReport(found4, options.report);
  await publisher.annotate(problems);
  await publisher.publish(report);
  return { exitCode: problems.length > 0 ? 1 : 0, report, problems };
}

// src/commands/table.ts
var COMMANDS = {
  validate: {
    summary: "check every spec, setting and guardrail; nothing is contacted",
    run: validate,
    exitCodes: { 0: "valid", 1: "problems" }
  },
  plan: {
    summary: "show what the specs would change in the cloud",
    run: besideSchedules(plan),
    exitCodes: { 0: "no changes", 1: "error", 2: "changes", 3: "refused" }
  },
  apply: {
    summary: "make exactly the planned changes",
    run: besideSchedules(apply),
    exitCodes: { 0: "done or nothing to do", 1: "error or incomplete", 3: "refused" }
  },
  drift: {
    summary: "show where the cloud differs from the specs; with `--fix`, put right what is safe to",
    run: besideSchedules(driftOrFix),
    exitCodes: { 0: "clean or put right", 1: "could not check", 2: "drift" }
  },
  health: {
    summary: "show what is wrong right now; with `--heal`, put it right",
    run: besideSchedules(health),
    exitCodes: { 0: "healthy or healed", 1: "could not check", 2: "unhealthy" }
  }
};
function isCommandName(name) {
  return Object.hasOwn(COMMANDS, name);
}

export {
  fileSystemTree,
  COMMANDS,
  isCommandName
};
