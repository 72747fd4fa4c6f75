import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  readStateFile,
  writeStateFile
} from "./chunk-NEGEYIVT.js";
import {
  BOOT_SECONDS,
  EVALUATION_SECONDS,
  NO_FACTS,
  SETTINGS_FILE,
  addressOf,
  alignGenerations,
  bothSides,
  clockOf,
  compareStacks,
  compileGroup,
  cronMistake,
  durationWords,
  factsNeeded,
  handedDown,
  isDetourPort,
  isOfSize,
  isRecorded,
  isRefused,
  isTimezone,
  isUnfinished,
  makePlan,
  memberDifference,
  memberOf,
  mostAtOnce,
  needsDefinitions,
  nestedFields,
  noSuchDay,
  parseSettings,
  parseSpecs,
  planFingerprint,
  planGroup,
  readDefinition,
  redacted,
  shown,
  spanWords,
  stem,
  templateHealth,
  typeOf,
  wallClock,
  withoutUrlSecrets
} from "./chunk-SWR3B4HT.js";
import {
  API_VERSION,
  documentAs,
  readLoneFile
} from "./chunk-M6JNFXHP.js";
import {
  ignoredBy,
  isExpired
} from "./chunk-OWSP2X4Z.js";
import {
  BREAK,
  MONTH_HOURS,
  QUOTA_NAMES,
  RATED_THINGS,
  canonicalJson,
  capitalised,
  code,
  count,
  describeGroups,
  dialectOf,
  digest,
  effectiveParameters,
  findingJson,
  frozenAt,
  frozenLookup,
  groupJson,
  groupProperties,
  groupType,
  grouped,
  hiddenParameters,
  hourWords,
  isFromRepository,
  isIntrinsic,
  isManaged,
  isProtected,
  isSwitchedOff,
  isUnresolved,
  join,
  known,
  labelSides,
  labelTags,
  lazily,
  line,
  link,
  listed,
  matches,
  memberServers,
  money,
  monthWords,
  names,
  nestedFile,
  nestedResources,
  nestedStack,
  object,
  paragraph,
  planJson,
  problemJson,
  propertiesKey,
  provenanceOf,
  referencedResources,
  resolve,
  resourcesKey,
  rounded,
  sameValue,
  scopeOf,
  sentOf,
  shortNames,
  stackTags,
  startsOf,
  strong,
  viewResource,
  viewTemplate,
  wholeNumber,
  widestBounds,
  windowsFor,
  withoutProvenance,
  written
} from "./chunk-23SYTDU5.js";
import {
  hint,
  list,
  positionOf,
  quote,
  readHeatDocument
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
  isForgeError
} from "./chunk-MXUBWZWX.js";
import {
  __toESM
} from "./chunk-7VOHJOSG.js";

// src/adapters/terminal/glob.ts
function normalGlobs(globs) {
  const plain2 = globs.flatMap((glob) => choices(glob.trim()));
  const normal = plain2.map(
    (glob) => glob.split("/").filter((step2, index) => step2 !== "." && (step2 !== "" || index === 0)).join("/")
  );
  return [...new Set(normal)].filter(
    (glob) => glob !== "" && !glob.startsWith("/") && !glob.split("/").includes("..")
  );
}
function fixedFolder(glob) {
  const steps = glob.split("/").slice(0, -1);
  const wild = steps.findIndex((step2) => /[*?]/.test(step2));
  return (wild < 0 ? steps : steps.slice(0, wild)).join("/");
}
function matchesGlob(glob, path) {
  if (/(?:^|\/)\./.test(path) && !/(?:^|\/)\./.test(glob)) return false;
  return matches2(glob.split("/"), path.split("/"), (step2, name) => step2 === "**" || nameMatches(step2, name));
}
function nameMatches(pattern, name) {
  if (name.startsWith(".") && !pattern.startsWith(".")) return false;
  return matches2(
    [...pattern].map((sign) => sign === "*" ? "**" : sign),
    [...name],
    (sign, letter) => {
      return sign === "?" || sign === letter;
    }
  );
}
function matches2(pattern, items, same) {
  let at = 0;
  let star = -1;
  let starItem = 0;
  for (let item = 0; item < items.length; ) {
    const sign = pattern[at];
    if (sign === "**") {
      star = at++;
      starItem = item;
    } else if (sign !== void 0 && same(sign, items[item] ?? "")) {
      at++;
      item++;
    } else if (star >= 0) {
      at = star + 1;
      item = ++starItem;
    } else return false;
  }
  return pattern.slice(at).every((sign) => sign === "**");
}
var MAX_CHOICES = 1e3;
function choices(glob) {
  let open2 = [glob];
  for (; ; ) {
    const next = open2.flatMap((one) => {
      const found3 = /\{([^{}]*)\}/.exec(one);
      if (found3 === null) return [one];
      const [all2, inside2 = ""] = found3;
      return inside2.split(",").map((choice) => one.slice(0, found3.index) + choice + one.slice(found3.index + all2.length));
    });
    if (next.length === open2.length && next.every((one, index) => one === open2[index])) return next;
    if (next.length > MAX_CHOICES) return [];
    open2 = next;
  }
}
function globMatcher(globs) {
  const normal = normalGlobs(globs);
  return (path) => normal.some((glob) => matchesGlob(glob, path));
}

// src/choose-cloud.ts
import { homedir } from "node:os";

// src/adapters/haproxy/balancer.ts
import { isIP as isIP3 } from "node:net";

// src/adapters/haproxy/refusals.ts
var SUCCESS = /^(New server registered\.|Server deleted\.|(IP|port) changed from |no need to change |nothing changed)/;
var REFUSALS = [
  {
    says: /^Permission denied/i,
    code: "forbidden",
    advice: "the stats socket needs `level admin`"
  },
  {
    says: /^(No such backend|Can't find backend|No such proxy)/i,
    code: "unknown-backend",
    advice: "write the name of a backend of haproxy.cfg into `backend`"
  },
  { says: /^No such server/i, code: "unknown-server" },
  { says: /^(Already exists a server|.*\bname already used)/i, code: "name-taken" },
  { says: /^(Server still has connections|Server has no idle)/i, code: "busy" },
  {
    says: /^(Unknown command|.*command is experimental|.*expert mode)/i,
    code: "unsupported",
    advice: "servers can be added at run time since HAProxy 2.6; with an older one, use a server-template"
  },
  {
    says: /^Backend must use a dynamic load balanc/i,
    code: "unsupported",
    advice: "use `balance roundrobin` or `leastconn`"
  },
  {
    says: /^Update for the current server address family/i,
    code: "unsupported",
    advice: "give the server-template `init-addr last,0.0.0.0`"
  },
  {
    says: /^Only servers added at runtime/i,
    code: "refused",
    advice: "this server stands in haproxy.cfg: take it out there, or give it a name that is none of the group"
  }
];
function expectDone(answer, what) {
  const text = answer.trim();
  if (text === "" || SUCCESS.test(text)) return;
  throw refusal(text, what);
}
function expectTable(answer, what) {
  const text = answer.trim();
  if (!REFUSALS.some(({ says }) => says.test(text))) return;
  throw refusal(text, what);
}
function refusal(text, what) {
  const known3 = REFUSALS.find(({ says }) => says.test(text));
  const said3 = printable(text.split("\n")[0] ?? "");
  const advice = known3?.advice === void 0 ? "" : `; ${known3.advice}`;
  return new BalancerError(known3?.code ?? "refused", `${what}: HAProxy says "${said3}"${advice}`);
}
function printable(text) {
  return text.replace(/[^\x20-\x7e]/g, "?").slice(0, 200);
}

// src/adapters/haproxy/runtime-api.ts
import { connect } from "node:net";

// src/adapters/haproxy/socket-address.ts
import { isIP } from "node:net";
function socketAddress(api) {
  const unix = /^unix:\/\/(\/[^\0\r\n]{1,100})$/.exec(api);
  if (unix?.[1] !== void 0) return { kind: "unix", path: unix[1] };
  const tcp = /^tcp:\/\/(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9._-]{1,253})):(\d{1,5})$/.exec(api);
  const host = tcp?.[1] ?? tcp?.[2];
  const port = Number(tcp?.[3]);
  const bracketed = tcp?.[1] !== void 0;
  if (host === void 0 || port < 1 || port > 65535 || bracketed && isIP(host) !== 6) {
    throw new BalancerError(
      "invalid",
      `${JSON.stringify(api)} is no address of a Runtime API; it must be tcp://HOST:PORT or unix:///PATH`
    );
  }
  return { kind: "tcp", host, port };
}
function isLoopback(api) {
  const address = socketAddress(api);
  if (address.kind === "unix") return true;
  return /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|localhost)$/.test(address.host);
}

// src/adapters/haproxy/runtime-api.ts
var LIMITS = { milliseconds: 1e4, bytes: 16 * 1024 * 1024 };
function ask(api, words3, limits = LIMITS) {
  const command = words3.join(" ");
  if (/[^\x20-\x7e]|[;\\<]/.test(command)) {
    return Promise.reject(new BalancerError("invalid", `${JSON.stringify(command)} is no single command`));
  }
  const socket = open(api);
  return new Promise((resolve2, reject) => {
    const chunks = [];
    let size = 0;
    const end = (error2) => {
      clearTimeout(timer);
      socket.destroy();
      if (error2) reject(error2);
      else resolve2(Buffer.concat(chunks).toString("latin1"));
    };
    const fail = (code2, what, cause) => end(
      new BalancerError(code2, `asking HAProxy at ${api} to ${JSON.stringify(command)}: ${what}`, { cause })
    );
    const timer = setTimeout(
      () => fail("timeout", `no whole answer within ${limits.milliseconds / 1e3} s`),
      limits.milliseconds
    );
    socket.on("connect", () => socket.write(`${command}
`));
    socket.on("data", (chunk) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > limits.bytes)
        fail("unexpected-answer", `the answer does not end after ${limits.bytes} bytes`);
    });
    socket.on("error", (cause) => fail("unreachable", whyNot(cause), cause));
    socket.on("end", () => end(null));
  });
}
function open(api) {
  const address = socketAddress(api);
  return address.kind === "unix" ? connect(address.path) : connect(address.port, address.host);
}
var REASONS = {
  ECONNREFUSED: "nothing listens there",
  ENOENT: "there is no such socket",
  EACCES: "this user may not open the socket",
  ENOTFOUND: "the name is not known",
  ECONNRESET: "the connection was cut",
  EHOSTUNREACH: "there is no way to this host",
  ENETUNREACH: "there is no way to this network"
};
function whyNot({ code: code2 = "" }) {
  return REASONS[code2] ?? `the connection broke (${code2})`;
}

// src/adapters/haproxy/tables.ts
import { isIP as isIP2 } from "node:net";
var STATE_COLUMNS = [
  "be_id",
  "be_name",
  "srv_name",
  "srv_addr",
  "srv_op_state",
  "srv_admin_state",
  "srv_check_state",
  "srv_port"
];
function stateTable(answer, backend) {
  const [version, head = "", ...lines] = answer.split("\n");
  const columns = head.replace(/^# /, "").trim().split(" ");
  if (version !== "1" || STATE_COLUMNS.some((name) => !columns.includes(name))) return null;
  const rows = lines.filter((line3) => line3.trim() !== "").map((line3) => cellReader(columns, line3.trim().split(" "))).filter((cell2) => cell2("be_name") === backend && isServerName(cell2("srv_name")));
  const number = rows[0]?.("be_id") ?? null;
  if (number !== null && !/^\d{1,10}$/.test(number)) return null;
  return { proxy: number, servers: rows.map(serverOf) };
}
function sessionTable(answer, backend) {
  const [head = "", ...lines] = answer.split("\n").filter((line3) => line3.trim() !== "");
  const columns = head.replace(/^# /, "").split(",");
  if (["pxname", "svname", "qcur", "scur"].some((name) => !columns.includes(name))) return null;
  const rows = lines.map((line3) => cellReader(columns, line3.split(",", columns.indexOf("scur") + 1)));
  return new Map(
    rows.filter((cell2) => cell2("pxname") === backend).map((cell2) => [cell2("svname"), wholeNumber2(cell2("scur")) + wholeNumber2(cell2("qcur"))])
  );
}
function isServerName(name) {
  return /^[A-Za-z0-9_.:-]{1,512}$/.test(name);
}
function serverOf(cell2) {
  return {
    name: cell2("srv_name"),
    endpoint: endpointOf(cell2("srv_addr"), cell2("srv_port")),
    state: adminState(wholeNumber2(cell2("srv_admin_state"))),
    up: wholeNumber2(cell2("srv_op_state")) !== 0,
    checked: (wholeNumber2(cell2("srv_check_state")) & CHECK_CONFIGURED) !== 0
  };
}
var MAINTENANCE = 1 | 2 | 32;
var DRAINING = 8 | 16;
var CHECK_CONFIGURED = 2;
function adminState(bits) {
  if ((bits & MAINTENANCE) !== 0) return "maint";
  return (bits & DRAINING) !== 0 ? "drain" : "ready";
}
function endpointOf(address, port) {
  if (isIP2(address) === 0 || address === "0.0.0.0" || address === "::") return null;
  return { address, port: wholeNumber2(port) };
}
function cellReader(columns, cells) {
  return (column) => cells[columns.indexOf(column)] ?? "";
}
function wholeNumber2(text) {
  return /^\d{1,12}$/.test(text) ? Number(text) : 0;
}

// src/adapters/haproxy/balancer.ts
var UNUSED = { address: "0.0.0.0", port: 0 };
function openHAProxy(api, limits = LIMITS) {
  socketAddress(api);
  const tell = async (what, ...words3) => expectDone(await ask(api, words3, limits), `${what} at ${api}`);
  return {
    servers: async (backend) => readServers(api, named(backend), limits),
    add: async (backend, server2, endpoint) => {
      const target = line2(backend, server2);
      const { address, port } = literal(endpoint);
      const shown3 = isIP3(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`;
      await tell(`adding the server "${target}"`, "add", "server", target, shown3, "check");
      await tell(`switching on the checks of "${target}"`, "enable", "health", target);
    },
    point: async (backend, server2, endpoint) => {
      const target = line2(backend, server2);
      const { address, port } = literal(endpoint ?? UNUSED);
      const words3 = ["set", "server", target, "addr", address, ...port === 0 ? [] : ["port", String(port)]];
      await tell(`pointing the server "${target}" to ${address}`, ...words3);
    },
    setState: async (backend, server2, state) => {
      const target = line2(backend, server2);
      await tell(`setting "${target}" to ${state}`, "set", "server", target, "state", state);
    },
    holdBack: async (backend, server2) => {
      const target = line2(backend, server2);
      await tell(`holding "${target}" back until it is checked`, "set", "server", target, "health", "down");
    },
    endSessions: async (backend, server2) => {
      const target = line2(backend, server2);
      await tell(`ending the sessions of "${target}"`, "shutdown", "sessions", "server", target);
    },
    remove: async (backend, server2) => {
      const target = line2(backend, server2);
      await tell(`removing the server "${target}"`, "del", "server", target);
    }
  };
}
async function readServers(api, backend, limits) {
  const what = `reading the backend "${backend}" at ${api}`;
  const stateAnswer = await ask(api, ["show", "servers", "state", backend], limits);
  expectTable(stateAnswer, what);
  const state = stateTable(stateAnswer, backend);
  if (state === null) throw strange(what, stateAnswer);
  if (state.proxy === null) return [];
  const statAnswer = await ask(api, ["show", "stat", state.proxy, "4", "-1"], limits);
  expectTable(statAnswer, what);
  const sessions = sessionTable(statAnswer, backend);
  if (sessions === null) throw strange(what, statAnswer);
  return state.servers.map((server2) => ({ ...server2, sessions: sessions.get(server2.name) ?? 0 }));
}
function strange(what, answer) {
  return new BalancerError("unexpected-answer", `${what}: the answer begins "${printable(answer)}"`);
}
function line2(backend, server2) {
  return `${named(backend)}/${named(server2)}`;
}
function named(name) {
  if (isServerName(name)) return name;
  throw new BalancerError(
    "invalid",
    `"${printable(name)}" is no name that HAProxy takes: letters, digits, _ . : and -`
  );
}
function literal(endpoint) {
  const { address, port } = endpoint;
  if (isIP3(address) !== 0 && !address.includes("%") && Number.isInteger(port) && port >= 0 && port <= 65535)
    return endpoint;
  throw new BalancerError(
    "invalid",
    `"${printable(`${address}:${port}`)}" is no literal address with a port`
  );
}

// src/adapters/probe/probe.ts
import { request } from "node:http";
import { connect as connect2 } from "node:net";
function probe(question) {
  return question.kind === "http" ? askHttp(question) : askTcp(question);
}
function askHttp({ address, port, path, timeoutSeconds }) {
  return new Promise((resolve2) => {
    const asked = request({
      host: address,
      port,
      path,
      method: "GET",
      agent: false,
      headers: { host: hostOf(address, port), "user-agent": "thermostat-health", connection: "close" },
      maxHeaderSize: 16384,
      signal: AbortSignal.timeout(timeoutSeconds * 1e3)
    });
    asked.on("response", (answer) => {
      resolve2({ kind: "status", status: answer.statusCode ?? 0 });
      answer.destroy();
    });
    asked.on("error", (error2) => resolve2(troubleOf(error2, timeoutSeconds)));
    asked.end();
  });
}
function askTcp({ address, port, timeoutSeconds }) {
  return new Promise((resolve2) => {
    const socket = connect2({ host: address, port, signal: AbortSignal.timeout(timeoutSeconds * 1e3) });
    socket.on("connect", () => {
      resolve2({ kind: "connected" });
      socket.destroy();
    });
    socket.on("error", (error2) => resolve2(troubleOf(error2, timeoutSeconds)));
  });
}
function hostOf(address, port) {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}
var UNABLE = [
  "ENETUNREACH",
  "ENETDOWN",
  "EADDRNOTAVAIL",
  "EACCES",
  "EPERM",
  "EMFILE",
  "ENFILE"
];
var WORDS = {
  ECONNREFUSED: "nothing listens there",
  ECONNRESET: "the connection was reset",
  EHOSTUNREACH: "the host is not reachable",
  ETIMEDOUT: "no answer to the connection"
};
function troubleOf(error2, seconds) {
  if (error2.name === "AbortError" || error2.name === "TimeoutError")
    return { kind: "silent", why: `no answer within ${seconds} s` };
  const code2 = error2.code ?? "";
  if (UNABLE.includes(code2)) return { kind: "unable", why: `this machine can't reach it (${code2})` };
  return {
    kind: "silent",
    why: WORDS[code2] ?? (code2.startsWith("HPE_") ? "the answer is no HTTP" : code2 || error2.name)
  };
}

// src/adapters/probe/loopback.ts
async function probeOnLoopback(question) {
  if (/^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$|^::1$/.test(question.address)) return probe(question);
  return {
    kind: "unable",
    why: "with the embedded sandbox cloud only servers on this machine are asked"
  };
}

// src/sandbox-environment.ts
function sandboxEnvironment({
  authUrl,
  region,
  credentials
}) {
  return {
    OS_AUTH_URL: authUrl,
    OS_USERNAME: credentials.username,
    OS_PASSWORD: credentials.password,
    OS_PROJECT_NAME: credentials.projectName,
    OS_USER_DOMAIN_NAME: credentials.userDomainName,
    OS_PROJECT_DOMAIN_NAME: credentials.projectDomainName,
    OS_REGION_NAME: region
  };
}

// src/sandbox-time.ts
function sandboxTime(sandbox) {
  const writes = /* @__PURE__ */ new Set();
  const hold = async (write) => {
    writes.add(write);
    try {
      return await write;
    } finally {
      writes.delete(write);
    }
  };
  return {
    clock: {
      now: () => sandbox.now(),
      sleep: async (milliseconds) => {
        await Promise.allSettled(writes);
        sandbox.advance(milliseconds / 1e3);
      }
    },
    holding: (writer) => ({
      ...writer,
      create: (request2) => hold(writer.create(request2)),
      update: (stack, request2) => hold(writer.update(stack, request2))
    })
  };
}

// src/choose-cloud.ts
async function chooseCloud(choice) {
  const sandbox = /^sandbox(?::(.+))?$/.exec(choice.cloud ?? "");
  return sandbox ? embedded(choice, sandbox[1] ?? null) : real(choice);
}
var REAL_CLOCK = {
  now: () => /* @__PURE__ */ new Date(),
  sleep: (milliseconds) => new Promise((resolve2) => setTimeout(resolve2, milliseconds))
};
function real(choice) {
  const cloud = once(async () => (await openStack()).openCloud({ ...choice, home: homedir() }));
  return {
    reader: async () => (await cloud.get()).reader,
    writer: async () => (await cloud.get()).writer,
    clock: REAL_CLOCK,
    balancers: { open: (api) => openHAProxy(api), clock: REAL_CLOCK },
    probes: { ask: probe, clock: REAL_CLOCK },
    close: async () => {
      await (await cloud.got())?.close();
    }
  };
}
async function embedded(choice, stateFile) {
  const state = stateFile === null ? null : await readStateFile(stateFile);
  const { startSandbox } = await import("./embedded-4WXOOI7J.js");
  const sandbox = await startSandbox(state === null ? {} : { state });
  const env = sandboxEnvironment(sandbox);
  const time = sandboxTime(sandbox);
  const cloud = once(
    async () => (await openStack()).openCloud({ cloud: null, env, cwd: choice.cwd, home: choice.cwd, log: choice.log })
  );
  return {
    reader: async () => ({ ...(await cloud.get()).reader, label: "the embedded sandbox cloud" }),
    writer: async () => time.holding((await cloud.get()).writer),
    balancers: LOOPBACK_BALANCERS,
    probes: LOOPBACK_PROBES,
    clock: time.clock,
    close: async () => {
      await (await cloud.got())?.close();
      try {
        if (stateFile !== null) await writeStateFile(stateFile, sandbox.snapshot());
      } finally {
        await sandbox.close();
      }
    }
  };
}
var LOOPBACK_BALANCERS = { open: openOnLoopback, clock: REAL_CLOCK };
var LOOPBACK_PROBES = { ask: probeOnLoopback, clock: REAL_CLOCK };
function openOnLoopback(api) {
  if (isLoopback(api)) return openHAProxy(api);
  throw new BalancerError(
    "invalid",
    `"${api}" is not on this machine: with the embedded sandbox cloud only a balancer on loopback is contacted`
  );
}
function openStack() {
  return import("./cloud-3I2UVOHI.js");
}
function once(open2) {
  let opened = null;
  return {
    get: () => {
      opened ??= open2();
      return opened;
    },
    got: async () => opened ? opened.catch(() => null) : null
  };
}

// src/core/approval/record.ts
function approvalRecord(plan2) {
  return { version: 1, fingerprint: plan2.fingerprint, groups: plan2.groups.flatMap(approvedGroup) };
}
function approvedGroup(group) {
  const { name, fingerprint, action } = group;
  return action === "no-op" ? [] : [{ name, fingerprint, action, details: detailsOf(group) }];
}
function detailsOf({ changes, servers: servers2 }) {
  return { changes: changes.flatMap(changedPaths), servers: servers2 };
}
function changedPaths(change2) {
  return wholePaths(change2).map((one) => ({
    ...one,
    before: clipped(one.before),
    after: clipped(one.after)
  }));
}
function wholePaths({ address, action, fields }) {
  if (fields.length === 0) return [{ path: address, before: null, after: action }];
  return fields.map(({ path, before, after }) => ({ path: `${address}.${path}`, before, after }));
}
var LONGEST = 120;
function clipped(value3) {
  const text = typeof value3 === "string" ? value3 : JSON.stringify(value3);
  return text.length <= LONGEST ? value3 : `${[...text.slice(0, LONGEST)].slice(0, -1).join("")}…`;
}

// src/core/approval/record-text.ts
var PART = 64e3;
var MOST_WITH_DETAILS = 4;
var WORDS2 = "What merging approves, one line a group. Apply plans again: a group of the same fingerprint goes, any other is refused.";
function recordTexts(record) {
  const detailed = parts(record.groups.map((group) => `${plainLine(group)}${detailsText(group)}`));
  const shown3 = detailed.length <= MOST_WITH_DETAILS ? detailed : parts(record.groups.map(plainLine));
  return shown3.map((lines, index) => part(record, lines, `part ${index + 1} of ${shown3.length}`));
}
function readRecord(texts) {
  const read = texts.map(readPart);
  const [first] = read;
  if (first === void 0 || read.some((one) => one === null)) {
    return { ok: false, reason: "its fingerprints are not written as a plan writes them" };
  }
  const all2 = read.flatMap((one) => one === null ? [] : [one]).sort((a, b) => a.number - b.number);
  const [{ of, head } = { of: 0, head: "" }] = all2;
  const whole2 = all2.length === of && all2.every((one, index) => one.number === index + 1 && one.head === head);
  if (!whole2) return { ok: false, reason: `it has ${of} parts, and not each of them is there once` };
  const record = {
    version: 1,
    fingerprint: all2[0]?.fingerprint ?? "",
    groups: all2.flatMap(({ groups }) => groups)
  };
  return headOf(record) === head ? { ok: true, record } : { ok: false, reason: "its lines are not those that it was written with" };
}
var HEAD = /^(thermostat approval 1, plan sha256:[0-9a-f]{64}, \d{1,6} groups, all sha256:[0-9a-f]{64}), part (\d{1,2}) of (\d{1,2})$/m;
var LINE = /^([a-zA-Z][a-zA-Z0-9_.-]{0,254}) (sha256:[0-9a-f]{64}) (create|update|replace|delete)(?: (\{.*\}))?$/;
function headOf({ fingerprint, groups }) {
  return `thermostat approval 1, plan ${fingerprint}, ${groups.length} groups, all ${digest(groups.map(plainLine))}`;
}
function part(record, lines, which) {
  return `${WORDS2}

\`\`\`text
${headOf(record)}, ${which}
${lines.map((one) => `${one}
`).join("")}\`\`\`
`;
}
function plainLine({ name, fingerprint, action }) {
  return `${name} ${fingerprint} ${action}`;
}
function detailsText({ details }) {
  return details === null ? "" : ` ${JSON.stringify(details).replaceAll(/[`\u007F-\uFFFF]/g, escaped)}`;
}
function escaped(sign) {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function parts(lines) {
  const all2 = [[]];
  let room = PART;
  for (const line3 of lines) {
    const short5 = line3.length < PART ? line3 : /^\S+ \S+ \S+/.exec(line3)?.[0] ?? "";
    if (short5.length + 1 > room) {
      all2.push([]);
      room = PART;
    }
    all2.at(-1)?.push(short5);
    room -= short5.length + 1;
  }
  return all2;
}
function readPart(text) {
  const [, block3 = ""] = /```text\n([\s\S]*?)```/.exec(text.replaceAll("\r\n", "\n")) ?? [];
  const [first = "", ...lines] = block3.trimEnd().split("\n");
  const found3 = HEAD.exec(first);
  if (found3 === null) return null;
  const groups = lines.map(readLine);
  if (groups.some((group) => group === null)) return null;
  return {
    number: Number(found3[2]),
    of: Number(found3[3]),
    head: found3[1] ?? "",
    fingerprint: /plan (sha256:[0-9a-f]{64})/.exec(first)?.[1] ?? "",
    groups: groups.flatMap((group) => group === null ? [] : [group])
  };
}
function readLine(line3) {
  const [, name, fingerprint, action, details] = LINE.exec(line3) ?? [];
  if (name === void 0 || fingerprint === void 0 || !isAction(action)) return null;
  return { name, fingerprint, action, details: details === void 0 ? null : readDetails(details) };
}
function isAction(word2) {
  return word2 === "create" || word2 === "update" || word2 === "replace" || word2 === "delete";
}
function readDetails(text) {
  const read = parsed(text);
  if (!isJsonObject(read)) return null;
  const { changes, servers: servers2 } = read;
  if (!Array.isArray(changes) || !isJsonObject(servers2)) return null;
  const count3 = (name) => typeof servers2[name] === "number" ? servers2[name] : 0;
  return {
    changes: changes.filter(isJsonObject).map(({ path = "", before = null, after = null }) => ({ path: String(path), before, after })),
    servers: {
      keep: count3("keep"),
      update: count3("update"),
      create: count3("create"),
      replace: count3("replace"),
      delete: count3("delete")
    }
  };
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// src/core/report/annotations.ts
function problemAnnotations(problems) {
  return problems.map(({ file, line: line3, column, message }) => ({
    file,
    line: line3,
    column,
    severity: "error",
    title: "Thermostat: problem",
    message
  }));
}
function adviceAnnotations(findings) {
  return findings.flatMap(
    ({ source, rule, severity, message }) => source === void 0 ? [] : [{ ...source, severity, title: `Thermostat: ${rule}`, message }]
  );
}
function findingAnnotations(groups) {
  return groups.flatMap(
    (group) => group.findings.flatMap(
      ({ source, rule, severity, message }) => source === void 0 ? [] : [{ ...source, severity, title: `${group.name}: ${rule}`, message }]
    )
  );
}

// src/core/report/visible.ts
var HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\u{E0000}-\u{E0FFF}]/gu;
function visible(text) {
  if (/^[ -~]*$/.test(text)) return text;
  return text.replaceAll(/\r\n|[\n\r\t]/g, " ").replaceAll(HIDDEN, codePointName);
}
function clip(text, limit) {
  if (text.length <= limit) return text;
  const cut = text.slice(0, Math.max(0, limit - 1));
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
function oneLine(text, limit) {
  return visible(clip(text, limit)).trim();
}
function codePointName(character) {
  const code2 = character.codePointAt(0) ?? 0;
  return `<U+${code2.toString(16).toUpperCase().padStart(4, "0")}>`;
}

// src/core/report/clip-block.ts
var PIECES = 6;
function clipBlock(block3, limit) {
  const lines = (all2) => all2.map((one) => clipLine(one, limit));
  switch (block3.kind) {
    case "heading":
    case "legend":
    case "footer":
      return { ...block3, line: clipLine(block3.line, limit) };
    case "paragraph":
    case "alert":
      return { ...block3, lines: lines(block3.lines) };
    case "list":
      return { ...block3, items: lines(block3.items) };
    case "table":
      return { ...block3, rows: lazily(block3.rows, lines) };
    case "diff":
      return block3;
    case "fold":
      return {
        ...block3,
        summary: clipLine(block3.summary, limit),
        blocks: block3.blocks.map((one) => clipBlock(one, limit))
      };
  }
}
function clipLine(line3, limit) {
  let room = limit * PIECES;
  const clipped2 = [];
  for (const piece of line3) {
    if (room <= 0) return [...clipped2, "…"];
    const shorter = clipPiece(piece, limit);
    clipped2.push(shorter);
    room -= typeof shorter === "string" ? shorter.length : shorter.text.length;
  }
  return clipped2;
}
function clipPiece(piece, limit) {
  if (typeof piece === "string") return clip(piece, limit);
  if (piece.kind === "break") return piece;
  return { ...piece, text: clip(piece.text, limit) };
}

// src/core/report/fit.ts
import { Buffer as Buffer2 } from "node:buffer";
var FULL = {
  level: 0,
  unchangedNames: true,
  bars: true,
  serverNames: 200,
  diffLines: 5e3,
  columns: 2e3,
  folds: 1e4,
  rows: 1e4,
  sentences: 20,
  dangerNames: 6,
  words: 2e3
};
var ALL = Number.POSITIVE_INFINITY;
var WHOLE = {
  ...FULL,
  serverNames: ALL,
  diffLines: ALL,
  columns: ALL,
  folds: ALL,
  rows: ALL,
  sentences: ALL,
  dangerNames: ALL,
  words: ALL
};
var LEVELS = stepwise([
  {},
  { unchangedNames: false },
  { diffLines: 200, columns: 400 },
  { diffLines: 40, columns: 200 },
  { serverNames: 0, bars: false },
  { diffLines: 0, dangerNames: 3 },
  { folds: 100, words: 500 },
  { folds: 20, rows: 200, sentences: 10 },
  { folds: 0, rows: 60, dangerNames: 0, words: 200 },
  { rows: 10, sentences: 3, words: 60 }
]);
var COMMENT_BUDGET = 65e3;
var SUMMARY_BUDGET = 1024 * 1024 - 4096;
var DOCUMENT_BUDGET = 64 * 1024 * 1024;
function fitWithin(render, budget, size, levels = LEVELS) {
  for (const level of levels.slice(0, -1)) {
    const text = joinWithin(render(level), budget, size);
    if (text !== null) return text;
  }
  return [...render(levels.at(-1) ?? FULL)].join("");
}
function joinWithin(parts2, budget, size) {
  const taken = [];
  let total = 0;
  for (const part2 of parts2) {
    total += size(part2);
    if (total > budget) return null;
    taken.push(part2);
  }
  return taken.join("");
}
function utf16Units(text) {
  return text.length;
}
function utf8Bytes(text) {
  return Buffer2.byteLength(text, "utf8");
}
function stepwise(steps) {
  const [first, ...rest] = steps;
  const levels = [{ ...FULL, ...first }];
  for (const step2 of rest) levels.push({ ...levels.at(-1) ?? FULL, ...step2, level: levels.length });
  return levels;
}

// src/core/report/markdown.ts
var ZERO_WIDTH_SPACE = "&#8203;";
var ALERT_NAME = { warning: "WARNING", caution: "CAUTION", note: "NOTE", tip: "TIP" };
var DIFF_PREFIX = { " ": "  ", "+": "+ ", "-": "- ", "@": "@@ " };
function toMarkdown(document) {
  return [...markdownParts(document)].join("");
}
function* markdownParts(blocks3) {
  let gap = "";
  for (const one of blocks3) {
    yield gap;
    yield* one.kind === "table" ? tableLines(one) : [`${block(one)}
`];
    gap = "\n";
  }
}
function block(one) {
  switch (one.kind) {
    case "heading":
      return `### 🌡️ ${inline(one.line)}`;
    case "paragraph":
      return one.lines.map(startOfLine).join("  \n");
    case "alert":
      return alert(one.tone, one.lines);
    case "list":
      return one.items.map((item, index) => `${one.numbered ? `${index + 1}.` : "-"} ${startOfLine(item)}`).join("\n");
    case "table":
      return [...tableLines(one)].join("").trimEnd();
    case "diff":
      return fence(one.lines);
    case "fold":
      return fold(one);
    case "legend":
    case "footer":
      return `<sub>${inline(one.line)}</sub>`;
  }
}
function alert(tone3, lines) {
  const [first, ...rest] = lines;
  const body2 = first !== void 0 && rest.length === 0 ? [startOfLine(first)] : lines.map(bulleted);
  return [`[!${ALERT_NAME[tone3]}]`, ...body2].map((each) => `> ${each}`).join("\n");
}
function bulleted(content) {
  return `- ${startOfLine(content)}`;
}
function fold({ summary: summary2, blocks: blocks3, open: open2 }) {
  const head = `<details${open2 ? " open" : ""}><summary>${summary2.map(htmlPiece).join("")}</summary>`;
  return [head, ...blocks3.map(block), "</details>"].join("\n\n");
}
function* tableLines({ head, rows }) {
  const cells = (row2) => `| ${row2.map(cell).join(" | ")} |
`;
  yield cells(head);
  yield `|${" --- |".repeat(head.length)}
`;
  for (const row2 of rows) yield cells(row2);
}
function cell(content) {
  return content.map(cellPiece).join("");
}
function cellPiece(piece) {
  if (typeof piece === "string" || piece.kind !== "code" || /^[\w./:-]+$/.test(piece.text)) {
    return inlinePiece(piece);
  }
  return `<code>${escapeMarkdown(piece.text)}</code>`;
}
function fence(lines) {
  const body2 = lines.map((one) => {
    const text = `${DIFF_PREFIX[one.mark]}${visible(one.text)}`;
    return (one.mark === "@" ? `${text} @@` : text).trimEnd();
  });
  const longest2 = Math.max(0, ...body2.map((text) => longestRun(text)));
  const ticks = "`".repeat(Math.max(3, longest2 + 1));
  return [`${ticks}diff`, ...body2, ticks].join("\n");
}
function longestRun(text) {
  return (text.match(/`+/g) ?? []).reduce((longest2, run) => Math.max(longest2, run.length), 0);
}
function startOfLine(content) {
  return inline(content).replace(/^(\d+)([.)])/, "$1\\$2").replace(/^([-+=#:])/, "\\$1");
}
function inline(content) {
  return content.map(inlinePiece).join("").trim();
}
function inlinePiece(piece) {
  if (typeof piece === "string") return escapeMarkdown(piece);
  switch (piece.kind) {
    case "strong":
      return strongText(piece.text.trim());
    case "code":
      return codeSpan(piece.text);
    case "link":
      return linked(escapeMarkdown(piece.text), piece.href, (label2, href) => `[${label2}](${href})`);
    case "break":
      return "<br>";
  }
}
function strongText(text) {
  return /^\w(.*\w)?$/s.test(text) ? `**${escapeMarkdown(text)}**` : `<b>${escapeMarkdown(text)}</b>`;
}
function htmlPiece(piece) {
  if (typeof piece === "string") return escapeHtml(piece);
  switch (piece.kind) {
    case "strong":
      return `<b>${escapeHtml(piece.text)}</b>`;
    case "code":
      return `<code>${escapeHtml(piece.text)}</code>`;
    case "link":
      return linked(escapeHtml(piece.text), piece.href, (label2, href) => `<a href="${href}">${label2}</a>`);
    case "break":
      return "<br>";
  }
}
function codeSpan(text) {
  const content = visible(text).trim();
  if (content === "") return "``` ```";
  const ticks = "`".repeat(longestRun(content) + 1);
  const pad = /^`|`$/.test(content) ? " " : "";
  return `${ticks}${pad}${content}${pad}${ticks}`;
}
function linked(label2, href, write) {
  if (!URL.canParse(href)) return label2;
  const url = new URL(href);
  if (url.protocol !== "https:" && url.protocol !== "http:") return label2;
  const safe = url.href.replaceAll(/[()|<>"'`\\*@$\s]/g, percent).replaceAll("&", "&amp;");
  return write(label2, safe);
}
function percent(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
var HARMLESS = /^(?!.*(?:GH-\d|www\.))[A-Za-z0-9 ,.;()/'·→-]*$/i;
function escapeMarkdown(text) {
  if (HARMLESS.test(text)) return text;
  return unlinked(
    visible(text).replaceAll(/[\\`*_[\]~]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("|", "&#124;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("$", "<span>$</span>")
  );
}
function escapeHtml(text) {
  if (HARMLESS.test(text)) return text;
  return unlinked(
    visible(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("$", "<span>$</span>")
  );
}
function unlinked(text) {
  return text.replaceAll("@", `@${ZERO_WIDTH_SPACE}`).replaceAll(/(?<!&)#(?=\w)/g, `#${ZERO_WIDTH_SPACE}`).replaceAll(/\b(GH-)(?=\d)/gi, `$1${ZERO_WIDTH_SPACE}`).replaceAll(/:(?=[\w+\\-]+:)/g, `:${ZERO_WIDTH_SPACE}`).replaceAll(/:\/\//g, `:${ZERO_WIDTH_SPACE}//`).replaceAll(/(www)\./gi, `$1${ZERO_WIDTH_SPACE}.`);
}

// src/core/report/marker.ts
import { createHash } from "node:crypto";
var PATTERN = /^<!-- thermostat:(validate|plan|apply|drift|health) key="([^"\s]*)" digest="(sha256:[0-9a-f]{64})" -->\r?(?:\n|$)/;
var KINDS = {
  validate: "validate",
  plan: "plan",
  apply: "apply",
  drift: "drift",
  health: "health"
};
function markerStart(kind2, key) {
  return `<!-- thermostat:${kind2} key="${encoded(key)}" `;
}
function withMarker(kind2, key, body2) {
  return `${markerStart(kind2, key)}digest="${digestOf(body2)}" -->
${body2}`;
}
function parseMarker(text) {
  const found3 = PATTERN.exec(text);
  const kind2 = KINDS[found3?.[1] ?? ""];
  const key = decoded(found3?.[2] ?? "");
  const digest2 = found3?.[3];
  return kind2 === void 0 || key === null || digest2 === void 0 ? null : { kind: kind2, key, digest: digest2 };
}
function bodyOf(text) {
  return text.replace(PATTERN, "");
}
function digestOf(body2) {
  return `sha256:${createHash("sha256").update(body2.replaceAll("\r\n", "\n")).digest("hex")}`;
}
function isUntouched(body2, digest2) {
  return [body2, `${body2.trimEnd()}
`].some((text) => digestOf(text) === digest2);
}
function encoded(key) {
  return encodeURIComponent(key.replaceAll(new RegExp("\\p{Surrogate}", "gu"), "�")).replaceAll("-", "%2D");
}
function decoded(key) {
  try {
    return decodeURIComponent(key);
  } catch {
    return null;
  }
}

// src/core/report/text.ts
var WIDTH = 110;
var WIDEST_COLUMN = 60;
var ALERT_NAME2 = { warning: "WARNING", caution: "CAUTION", note: "NOTE", tip: "TIP" };
function* textParts(all2) {
  let gap = "";
  for (const one of all2) {
    yield `${gap}${block2(one, "")}
`;
    gap = "\n";
  }
}
function blocks(document, indent) {
  return document.map((one) => block2(one, indent));
}
function block2(one, indent) {
  switch (one.kind) {
    case "heading":
    case "legend":
    case "footer":
      return wrap(plain(one.line), indent);
    case "paragraph":
      return one.lines.map((each) => wrap(plain(each), indent)).join("\n");
    case "alert":
      return [
        `${indent}${ALERT_NAME2[one.tone]}`,
        ...one.lines.map((each) => wrap(plain(each), `${indent}  `))
      ].join("\n");
    case "list":
      return one.items.map((item, index) => listItem(item, one.numbered ? index + 1 : null, indent)).join("\n");
    case "table":
      return table([one.head, ...one.rows], indent);
    case "diff":
      return one.lines.map((each) => `${indent}${diffLine(each)}`.trimEnd()).join("\n");
    case "fold":
      return [wrap(plain(one.summary), indent), ...blocks(one.blocks, `${indent}  `)].join("\n");
  }
}
function listItem(item, number, indent) {
  const bullet = number === null ? "- " : `${number}. `;
  return wrap(`${bullet}${plain(item)}`, indent, indent + " ".repeat(bullet.length));
}
function diffLine(one) {
  return one.mark === "@" ? `@ ${visible(one.text)}` : `${one.mark} ${visible(one.text)}`;
}
function table(rows, indent) {
  const cells = rows.map((row2) => row2.map((cell2) => plain(cell2)));
  const columns = Math.max(...cells.map((row2) => row2.length));
  const widths = Array.from({ length: columns }, (_, column) => columnWidth(cells, column));
  const widest = Math.max(...cells.map((row2) => `${indent}${alignRow(row2, widths)}`.trimEnd().length));
  if (widest > WIDTH) return records(cells, indent);
  return cells.map((row2) => `${indent}${alignRow(row2, widths)}`.trimEnd()).join("\n");
}
function records([head = [], ...rows], indent) {
  return rows.flatMap(([first = "", ...rest]) => [
    wrap(/^\d+$/.test(first) ? `${head[0]} ${first}` : first, indent),
    ...rest.map((cell2, index) => ({ cell: cell2, name: head[index + 1] ?? "" })).filter(({ cell: cell2 }) => cell2 !== "").map(({ cell: cell2, name }) => wrap(`${name}: ${cell2}`, `${indent}  `, `${indent}    `))
  ]).join("\n");
}
function columnWidth(rows, column) {
  return Math.min(WIDEST_COLUMN, Math.max(...rows.map((row2) => row2[column]?.length ?? 0)));
}
function alignRow(row2, widths) {
  return row2.map((cell2, column) => cell2.padEnd(widths[column] ?? 0)).join("  ");
}
function plain(content) {
  return content.map((piece) => typeof piece === "string" ? visible(piece) : wordsOf(piece)).join("").trim();
}
function wordsOf(piece) {
  return piece.kind === "break" ? "  " : visible(piece.text);
}
function wrap(text, first, next = first) {
  const lines = [];
  let current = first;
  for (const word2 of text.split(" ")) {
    const fits = current.trim() === "" || current.length + 1 + word2.length <= WIDTH;
    if (!fits) {
      lines.push(current);
      current = next;
    }
    current += current.trim() === "" ? word2 : ` ${word2}`;
  }
  return [...lines, current].join("\n");
}

// src/core/report/assemble.ts
var MAX_TITLE = 250;
function assemble(assembly) {
  const { kind: kind2, key, verdict: verdict3, tone: tone3, json, facts, annotations } = assembly;
  const inMarkdown = (detail) => markdownParts(blocks2(assembly, detail));
  const inText = (detail) => textParts(blocks2(assembly, detail));
  const markdown = once2(() => withMarker(kind2, key, fitWithin(inMarkdown, COMMENT_BUDGET, utf16Units)));
  const summary2 = once2(() => fitWithin(inMarkdown, SUMMARY_BUDGET, utf8Bytes));
  const text = once2(() => fitWithin(inText, SUMMARY_BUDGET, utf8Bytes));
  return {
    kind: kind2,
    marker: markerStart(kind2, key),
    title: clip(plain(verdict3), MAX_TITLE),
    tone: tone3,
    get markdown() {
      return markdown();
    },
    get summary() {
      return summary2();
    },
    get document() {
      return fitWithin(inMarkdown, DOCUMENT_BUDGET, utf8Bytes, [WHOLE, ...LEVELS]);
    },
    get text() {
      return text();
    },
    get json() {
      return json();
    },
    facts,
    annotations
  };
}
function once2(make) {
  let made = null;
  return () => {
    made ??= make();
    return made;
  };
}
function* blocks2(assembly, detail) {
  yield clipBlock({ kind: "heading", line: assembly.verdict }, detail.words);
  for (const block3 of assembly.build(detail)) yield clipBlock(block3, detail.words);
}

// src/core/plan/check-references.ts
function checkReferences(desired, catalogue) {
  return desired.flatMap((one) => one.presence === "present" ? one.references : []).flatMap((reference) => {
    const message = complaint(reference, catalogue);
    return message === null ? [] : [{ ...reference.at, message }];
  });
}
function referencedTypes(desired) {
  const stacks = desired.filter((one) => one.presence === "present");
  const named5 = stacks.flatMap(({ references }) => references.map(({ type }) => type));
  const room = stacks.some(({ addresses }) => addresses.length > 0) ? ["network", "subnet"] : [];
  return [.../* @__PURE__ */ new Set([...named5, ...room])].sort();
}
var WORDS3 = {
  image: "image",
  flavor: "flavor",
  network: "network",
  subnet: "subnet",
  externalNetwork: "external network",
  keyPair: "key pair",
  securityGroup: "security group",
  serverGroup: "server group",
  pool: "pool",
  zone: "availability zone"
};
function complaint(reference, catalogue) {
  const { type, value: value3, idOnly } = reference;
  const things = catalogue[type];
  if (things.some(({ id }) => id === value3)) return elsewhere(reference, catalogue);
  const matches3 = things.filter(({ name }) => name === value3);
  const word2 = WORDS3[type];
  if (matches3.length > 0 && idOnly !== void 0) {
    const ids = matches3.map(({ id }) => id).sort();
    return `${word2} ${JSON.stringify(value3)} must be named by its id here, for ${idOnly}; it is ${ids.join(" or ")}`;
  }
  if (matches3.length === 1) return elsewhere(reference, catalogue);
  if (matches3.length > 1) {
    const ids = matches3.map(({ id }) => id).sort();
    return `${word2} ${JSON.stringify(value3)} is the name of ${matches3.length} ${word2}s here (${ids.join(", ")}); name one by its id`;
  }
  return `${word2} ${JSON.stringify(value3)} is not in this project; ${offer(things, word2)}`;
}
function elsewhere({ value: value3, inNetwork }, catalogue) {
  const network = inNetwork === void 0 ? null : only(catalogue.network, inNetwork);
  const subnet = only(catalogue.subnet, value3);
  if (network === null || subnet === null || subnet.networkId === network.id) return null;
  const right = catalogue.subnet.filter(({ networkId }) => networkId === network.id);
  const there = catalogue.network.find(({ id }) => id === subnet.networkId)?.name ?? subnet.networkId;
  return `subnet ${JSON.stringify(value3)} is one of the network "${there}", not of ${JSON.stringify(inNetwork)}; ${offer(right, "subnet")}`;
}
function only(things, value3) {
  const byId = things.find(({ id }) => id === value3);
  const byName2 = things.filter(({ name }) => name === value3);
  return byId ?? (byName2.length === 1 ? byName2[0] ?? null : null);
}
var OFFERED = 8;
function offer(things, word2) {
  if (things.length === 0) return `it has no ${word2} at all`;
  const names2 = [...new Set(things.map(({ name }) => name))].sort();
  const more4 = names2.length > OFFERED ? `, and ${names2.length - OFFERED} more` : "";
  return `there are: ${names2.slice(0, OFFERED).join(", ")}${more4}`;
}

// src/core/cost/price-of.ts
var FREE = { atLeast: 0, exact: true };
var UNKNOWN = { atLeast: 0, exact: false };
function priceOf(parts2, prices, flavors) {
  const priced2 = parts2.map((part2) => priceOfPart(part2, prices, flavors));
  const silence = prices.silence === null ? "" : ` (${prices.silence})`;
  const unknown = priced2.flatMap((one) => one.unknown.map((what) => `${what}${silence}`));
  return { amount: add(priced2.map(({ amount }) => amount)), unknown: [...new Set(unknown)].sort() };
}
function priceOfPart(part2, prices, flavors) {
  switch (part2.kind) {
    case "server":
      return part2.flavor === null ? unpriced("a server whose flavor only Heat can tell") : priced(flavorPrice(part2.flavor, prices, flavors), `flavor ${part2.flavor}`);
    case "volume":
      return part2.sizeGiB === null ? unpriced("a volume whose size only Heat can tell") : priced(
        prices.volumeGiBMonth === null ? null : prices.volumeGiBMonth * part2.sizeGiB / MONTH_HOURS,
        "volumes"
      );
    case "floatingIp":
      return priced(prices.floatingIp, "floating IPs");
    case "loadBalancer":
      return priced(prices.loadBalancer, "load balancers");
    case "port":
    case "poolMember":
      return { amount: FREE, unknown: [] };
    case "opaque":
      return unpriced(part2.type === "" ? "members that only Heat can tell" : `what ${part2.type} holds`);
  }
}
function flavorPrice(flavor, { flavors: prices }, flavors) {
  const found3 = only(flavors, flavor);
  const names2 = found3 === null ? [flavor] : [flavor, found3.name, found3.id];
  return names2.map((name) => own(prices, name)).find((price) => price !== void 0) ?? null;
}
function priced(price, what) {
  return price === null ? unpriced(what) : { amount: { atLeast: price, exact: true }, unknown: [] };
}
function unpriced(what) {
  return { amount: UNKNOWN, unknown: [what] };
}
function add(amounts) {
  return amounts.reduce(
    (total, one) => ({ atLeast: total.atLeast + one.atLeast, exact: total.exact && one.exact }),
    FREE
  );
}
function multiply({ atLeast, exact }, number) {
  if (number === 0) return FREE;
  return number === null ? UNKNOWN : { atLeast: atLeast * number, exact };
}

// src/core/report/cost-words.ts
function costCell(cost) {
  if (cost === null) return [];
  return line`${moved(cost.before.max, cost.after.max, monthWords)} ${cost.currency}`;
}
function costTally(groups) {
  const costs = groups.flatMap(({ cost }) => cost ?? []);
  const [first] = costs;
  if (first === void 0 || costs.length < groups.length) return [];
  const most = (of) => add(costs.map(of));
  return line`${moved(
    most(({ before }) => before.max),
    most(({ after }) => after.max),
    monthWords
  )} ${first.currency}`;
}
function costLine(cost) {
  if (cost === null) return null;
  const of = (words3) => join(
    ["min", "now", "max"].map(
      (at) => line`${SIZE_WORDS[at]} ${moved(cost.before[at], cost.after[at], words3)}`
    ),
    ", "
  );
  const unknown = cost.unknown.length === 0 ? "" : `; no price is known of ${cost.unknown.join(", ")}`;
  return line`Costs in ${cost.currency} a month (${MONTH_HOURS} h): ${of(monthWords)}; an hour: ${of(hourWords)}${unknown}`;
}
var SIZE_WORDS = { min: "at min", now: "now", max: "at max" };
function moved(before, after, words3) {
  const [from, to] = [words3(before), words3(after)];
  if (from === to) return [to];
  return before.exact && before.atLeast === 0 ? [strong(to)] : line`${from} → ${strong(to)}`;
}
var MOST_TEAMS = 10;
function costBlocks(groups) {
  const costs = groups.flatMap(({ cost }) => cost ?? []);
  const [first] = costs;
  if (first === void 0 || costs.length < 2) return [];
  const teams = [...new Set(costs.map(({ team }) => team))].sort(
    (a, b) => order(a) - order(b) || compare(a, b)
  );
  const shown3 = teams.slice(0, MOST_TEAMS);
  const row2 = (name, those) => [
    name,
    ...["min", "now", "max"].map(
      (at) => moved(add(those.map(({ before }) => before[at])), add(those.map(({ after }) => after[at])), monthWords)
    )
  ];
  const named5 = shown3.map(
    (team) => row2(
      team === null ? line`no team` : [code(team)],
      costs.filter((cost) => cost.team === team)
    )
  );
  const others2 = costs.filter(({ team }) => !shown3.includes(team));
  const more4 = others2.length === 0 ? [] : [row2(line`${count("more team", teams.length - shown3.length)}`, others2)];
  const head = [line`${first.currency} a month`, line`at min`, line`now`, line`at max`];
  const rows = teams.length === 1 ? named5 : [...named5, ...more4, row2(line`all groups`, costs)];
  const all2 = add(costs.map(({ after }) => after.max));
  const summary2 = line`Cost of all groups at most: ${strong(`${monthWords(all2)} ${first.currency}`)} a month`;
  return [{ kind: "fold", summary: summary2, blocks: [{ kind: "table", head, rows }] }];
}
function order(team) {
  return team === null ? 1 : 0;
}
function compare(a, b) {
  return String(a) < String(b) ? -1 : 1;
}

// src/core/report/finding-line.ts
var SEVERITY_MARKS = { error: "⛔", warn: "⚠", info: "ℹ" };
var SEVERITY_WORDS = {
  error: "refused",
  warn: "warning",
  info: "note"
};
function findingLine(finding) {
  const { severity, rule, message, source } = finding;
  const where = source === void 0 ? [] : line` (${place(source)})`;
  return line`${SEVERITY_MARKS[severity]} ${SEVERITY_WORDS[severity]} ${code(rule)}: ${quoted(message)}${where}`;
}
function problemLine(problem) {
  const { file, line: row2, column, message } = problem;
  return line`${code(`${file}:${row2}:${column}`)}: ${quoted(message)}`;
}
function problemBlocks(problems, detail) {
  if (problems.length === 0) return [];
  const shown3 = problems.slice(0, detail.rows).map(problemLine);
  const rest = problems.length - shown3.length;
  const items = rest > 0 ? [...shown3, line`and ${count("more problem", rest)}`] : shown3;
  return [{ kind: "list", items, numbered: false }];
}
function findingBlocks(findings, detail) {
  if (findings.length === 0) return [];
  const shown3 = findings.slice(0, detail.rows).map(findingLine);
  const rest = findings.length - shown3.length;
  const items = rest > 0 ? [...shown3, line`and ${count("more finding", rest)}`] : shown3;
  return [{ kind: "list", items, numbered: false }];
}
function refusalBlocks(groups, detail) {
  const all2 = groups.flatMap(
    (group) => group.findings.filter((finding) => finding.severity === "error").map((finding) => line`${strong(group.name)}: ${quoted(finding.message)} (${code(finding.rule)})`)
  );
  if (all2.length === 0) return [];
  const shown3 = all2.slice(0, detail.sentences);
  const rest = all2.length - shown3.length;
  const lines = rest > 0 ? [...shown3, line`and ${count("more refusal", rest)}: see the summary`] : shown3;
  return [{ kind: "alert", tone: "caution", lines }];
}
function quoted(message) {
  return message.split(/`([^`]+)`/).map((part2, index) => index % 2 === 1 ? code(part2) : part2);
}
function place(position) {
  return `${position.file}:${position.line}`;
}

// src/core/report/footer.ts
var SHORT = 7;
var SHORT_FINGERPRINT = 19;
var NAMES = {
  validate: "Validation",
  plan: "Plan",
  apply: "Apply",
  drift: "Drift check",
  health: "Health check"
};
function footer(kind2, fingerprint, context2) {
  const parts2 = [
    subject(NAMES[kind2], context2),
    ...context2.cloud === "" ? [] : [[context2.cloud]],
    ...fingerprint === null ? [] : [line`fingerprint ${code(fingerprint.slice(0, SHORT_FINGERPRINT))}`],
    ...links(context2)
  ];
  return { kind: "footer", line: join(parts2, " · ") };
}
function subject(what, context2) {
  const commit = context2.commit ?? null;
  const base = context2.base ?? null;
  const of = commit === null ? [] : line` of ${code(commit.slice(0, SHORT))}`;
  const against = base === null ? [] : line` against ${code(base.slice(0, SHORT))}`;
  return line`${what}${of}${against}`;
}
function links(context2) {
  const { run = null, summary: summary2 = null, horizon = null } = context2.links ?? {};
  const named5 = [
    ["run", run],
    ["summary", summary2],
    ["Horizon", horizon]
  ];
  return named5.flatMap(([label2, href]) => href === null ? [] : [[link(label2, href)]]);
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done3 = (value3) => {
      value3 = this.postProcess(value3, options);
      if (callback) {
        setTimeout(function() {
          callback(value3);
        }, 0);
        return void 0;
      } else {
        return value3;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done3(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done3(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value3, options) {
    return value3;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value3, options) {
    return Array.from(value3);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value3 = newTokens.slice(newPos, newPos + component.count);
          value3 = value3.map(function(value4, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value4.length ? oldValue : value4;
          });
          component.value = this.join(value3);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
  constructor() {
    super(...arguments);
    this.tokenize = tokenize;
  }
  equals(left, right, options) {
    if (options.ignoreWhitespace) {
      if (!options.newlineIsToken || !left.includes("\n")) {
        left = left.trim();
      }
      if (!options.newlineIsToken || !right.includes("\n")) {
        right = right.trim();
      }
    } else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
      if (left.endsWith("\n")) {
        left = left.slice(0, -1);
      }
      if (right.endsWith("\n")) {
        right = right.slice(0, -1);
      }
    }
    return super.equals(left, right, options);
  }
};
var lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
  return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value3, options) {
  if (options.stripTrailingCr) {
    value3 = value3.replace(/\r\n/g, "\n");
  }
  const retLines = [], linesAndNewlines = value3.split(/(\n|\r\n)/);
  if (!linesAndNewlines[linesAndNewlines.length - 1]) {
    linesAndNewlines.pop();
  }
  for (let i = 0; i < linesAndNewlines.length; i++) {
    const line3 = linesAndNewlines[i];
    if (i % 2 && !options.newlineIsToken) {
      retLines[retLines.length - 1] += line3;
    } else {
      retLines.push(line3);
    }
  }
  return retLines;
}

// node_modules/diff/libesm/patch/create.js
function needsQuoting(s) {
  for (let i = 0; i < s.length; i++) {
    if (s[i] < " " || s[i] > "~" || s[i] === '"' || s[i] === "\\") {
      return true;
    }
  }
  return false;
}
function quoteFileNameIfNeeded(s) {
  if (!needsQuoting(s)) {
    return s;
  }
  let result = '"';
  const bytes = new TextEncoder().encode(s);
  let i = 0;
  while (i < bytes.length) {
    const b = bytes[i];
    if (b === 7) {
      result += "\\a";
    } else if (b === 8) {
      result += "\\b";
    } else if (b === 9) {
      result += "\\t";
    } else if (b === 10) {
      result += "\\n";
    } else if (b === 11) {
      result += "\\v";
    } else if (b === 12) {
      result += "\\f";
    } else if (b === 13) {
      result += "\\r";
    } else if (b === 34) {
      result += '\\"';
    } else if (b === 92) {
      result += "\\\\";
    } else if (b >= 32 && b <= 126) {
      result += String.fromCharCode(b);
    } else {
      result += "\\" + b.toString(8).padStart(3, "0");
    }
    i++;
  }
  result += '"';
  return result;
}
var INCLUDE_HEADERS = {
  includeIndex: true,
  includeUnderline: true,
  includeFileHeaders: true
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  let optionsObj;
  if (!options) {
    optionsObj = {};
  } else if (typeof options === "function") {
    optionsObj = { callback: options };
  } else {
    optionsObj = options;
  }
  if (typeof optionsObj.context === "undefined") {
    optionsObj.context = 4;
  }
  const context2 = optionsObj.context;
  if (optionsObj.newlineIsToken) {
    throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  }
  if (!optionsObj.callback) {
    return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
  } else {
    const { callback } = optionsObj;
    diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
      const patch = diffLinesResultToPatch(diff);
      callback(patch);
    } }));
  }
  function diffLinesResultToPatch(diff) {
    if (!diff) {
      return;
    }
    diff.push({ value: "", lines: [] });
    function contextLines(lines) {
      return lines.map(function(entry) {
        return " " + entry;
      });
    }
    const hunks = [];
    let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
    for (let i = 0; i < diff.length; i++) {
      const current = diff[i], lines = current.lines || splitLines(current.value);
      current.lines = lines;
      if (current.added || current.removed) {
        if (!oldRangeStart) {
          const prev = diff[i - 1];
          oldRangeStart = oldLine;
          newRangeStart = newLine;
          if (prev) {
            curRange = context2 > 0 ? contextLines(prev.lines.slice(-context2)) : [];
            oldRangeStart -= curRange.length;
            newRangeStart -= curRange.length;
          }
        }
        for (const line3 of lines) {
          curRange.push((current.added ? "+" : "-") + line3);
        }
        if (current.added) {
          newLine += lines.length;
        } else {
          oldLine += lines.length;
        }
      } else {
        if (oldRangeStart) {
          if (lines.length <= context2 * 2 && i < diff.length - 2) {
            for (const line3 of contextLines(lines)) {
              curRange.push(line3);
            }
          } else {
            const contextSize = Math.min(lines.length, context2);
            for (const line3 of contextLines(lines.slice(0, contextSize))) {
              curRange.push(line3);
            }
            const hunk = {
              oldStart: oldRangeStart,
              oldLines: oldLine - oldRangeStart + contextSize,
              newStart: newRangeStart,
              newLines: newLine - newRangeStart + contextSize,
              lines: curRange
            };
            hunks.push(hunk);
            oldRangeStart = 0;
            newRangeStart = 0;
            curRange = [];
          }
        }
        oldLine += lines.length;
        newLine += lines.length;
      }
    }
    for (const hunk of hunks) {
      for (let i = 0; i < hunk.lines.length; i++) {
        if (hunk.lines[i].endsWith("\n")) {
          hunk.lines[i] = hunk.lines[i].slice(0, -1);
        } else {
          hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
          i++;
        }
      }
    }
    return {
      oldFileName,
      newFileName,
      oldHeader,
      newHeader,
      hunks
    };
  }
}
function formatPatch(patch, headerOptions) {
  var _a, _b, _c, _d, _e, _f;
  if (!headerOptions) {
    headerOptions = INCLUDE_HEADERS;
  }
  if (Array.isArray(patch)) {
    if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every((p) => p.isGit)) {
      throw new Error("Cannot omit file headers on a multi-file patch. (The result would be unparseable; how would a tool trying to apply the patch know which changes are to which file?)");
    }
    return patch.map((p) => formatPatch(p, headerOptions)).join("\n");
  }
  const ret = [];
  if (patch.isGit) {
    headerOptions = INCLUDE_HEADERS;
    if (!patch.oldFileName) {
      throw new Error("oldFileName must be specified for Git patches");
    }
    if (!patch.newFileName) {
      throw new Error("newFileName must be specified for Git patches");
    }
    let gitOldName = patch.oldFileName;
    let gitNewName = patch.newFileName;
    if (patch.isCreate && gitOldName === "/dev/null") {
      gitOldName = gitNewName.replace(/^b\//, "a/");
    } else if (patch.isDelete && gitNewName === "/dev/null") {
      gitNewName = gitOldName.replace(/^a\//, "b/");
    }
    ret.push("diff --git " + quoteFileNameIfNeeded(gitOldName) + " " + quoteFileNameIfNeeded(gitNewName));
    if (patch.isDelete) {
      ret.push("deleted file mode " + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : "100644"));
    }
    if (patch.isCreate) {
      ret.push("new file mode " + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : "100644"));
    }
    if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
      ret.push("old mode " + patch.oldMode);
      ret.push("new mode " + patch.newMode);
    }
    if (patch.isRename) {
      ret.push("rename from " + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : "").replace(/^a\//, "")));
      ret.push("rename to " + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : "").replace(/^b\//, "")));
    }
    if (patch.isCopy) {
      ret.push("copy from " + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : "").replace(/^a\//, "")));
      ret.push("copy to " + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : "").replace(/^b\//, "")));
    }
  } else {
    if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== void 0) {
      ret.push("Index: " + patch.oldFileName);
    }
    if (headerOptions.includeUnderline) {
      ret.push("===================================================================");
    }
  }
  const hasHunks = patch.hunks.length > 0;
  if (headerOptions.includeFileHeaders && patch.oldFileName !== void 0 && patch.newFileName !== void 0 && (!patch.isGit || hasHunks)) {
    ret.push("--- " + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? "	" + patch.oldHeader : ""));
    ret.push("+++ " + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? "	" + patch.newHeader : ""));
  }
  for (let i = 0; i < patch.hunks.length; i++) {
    const hunk = patch.hunks[i];
    const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
    const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
    ret.push("@@ -" + oldStart + "," + hunk.oldLines + " +" + newStart + "," + hunk.newLines + " @@");
    for (const line3 of hunk.lines) {
      ret.push(line3);
    }
  }
  return ret.join("\n") + "\n";
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  if (typeof options === "function") {
    options = { callback: options };
  }
  if (!(options === null || options === void 0 ? void 0 : options.callback)) {
    const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
    if (!patchObj) {
      return;
    }
    return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
  } else {
    const { callback } = options;
    structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: (patchObj) => {
      if (!patchObj) {
        callback(void 0);
      } else {
        callback(formatPatch(patchObj, options.headerOptions));
      }
    } }));
  }
}
function splitLines(text) {
  const hasTrailingNl = text.endsWith("\n");
  const result = text.split("\n").map((line3) => line3 + "\n");
  if (hasTrailingNl) {
    result.pop();
  } else {
    result.push(result.pop().slice(0, -1));
  }
  return result;
}

// src/core/report/field-diff.ts
var import_yaml = __toESM(require_dist(), 1);
var CONTEXT = 3;
var MAX_COMPARED_LINES = 4e3;
var MAX_EDITS = 1e3;
function fieldDiff(changes, limits) {
  const lines = [];
  for (const change2 of changes.filter((one) => one.action !== "no-op")) {
    lines.push({ mark: headlineMark(change2), text: headline(change2) });
    for (const field3 of change2.fields) {
      if (lines.length <= limits.maxLines) lines.push(...fieldLines(field3));
      else lines.push({ mark: " ", text: field3.path });
    }
  }
  return shortened(lines, limits);
}
function headlineMark({ action, fields }) {
  if (fields.length > 0) return "@";
  if (action === "create") return "+";
  return action === "delete" ? "-" : "@";
}
function headline(change2) {
  const parts2 = [change2.address, change2.action, change2.reason];
  if (change2.confidence === "predicted") parts2.push("predicted: only Heat can tell");
  return parts2.filter((part2) => part2 !== "").join(" · ");
}
function shortened(lines, limits) {
  const shown3 = lines.slice(0, limits.maxLines).map((one) => ({ ...one, text: clip(one.text, limits.maxColumns) }));
  const hidden = lines.length - shown3.length;
  return hidden > 0 ? [...shown3, { mark: " ", text: `… ${count("more line", hidden)}` }] : shown3;
}
var drawn = /* @__PURE__ */ new WeakMap();
function fieldLines(field3) {
  const lines = drawn.get(field3) ?? drawField(field3);
  drawn.set(field3, lines);
  return lines;
}
function drawField(field3) {
  const before = written2(field3.before);
  const after = written2(field3.after);
  if (before.length <= 1 && after.length <= 1) {
    return [...assignments("-", field3.path, before), ...assignments("+", field3.path, after)];
  }
  const body2 = compared(before, after).map((one) => ({ ...one, text: `    ${one.text}` }));
  return [{ mark: " ", text: `  ${field3.path}:` }, ...body2];
}
function assignments(mark, path, value3) {
  return value3.map((text) => ({ mark, text: `  ${path}: ${text}` }));
}
function written2(value3) {
  if (value3 === null) return [];
  if (typeof value3 === "string" && value3.includes("\n")) return value3.replace(/\n$/, "").split("\n");
  const text = (0, import_yaml.stringify)(value3, { lineWidth: 0, sortMapEntries: true, aliasDuplicateObjects: false });
  return text.replace(/\n$/, "").split("\n");
}
function compared(before, after) {
  if (before.length + after.length > MAX_COMPARED_LINES) return counted(before, after);
  const parts2 = diffLines(`${before.join("\n")}
`, `${after.join("\n")}
`, { maxEditLength: MAX_EDITS });
  if (before.length === 0 || after.length === 0 || parts2 === void 0) {
    return [...marked("-", before), ...marked("+", after)];
  }
  return parts2.flatMap((part2, index) => {
    const lines = part2.value.replace(/\n$/, "").split("\n");
    if (part2.added) return marked("+", lines);
    if (part2.removed) return marked("-", lines);
    return context(lines, index === 0, index === parts2.length - 1);
  });
}
function counted(before, after) {
  return [
    ...before.length > 0 ? marked("-", [`(${count("line", before.length)})`]) : [],
    ...after.length > 0 ? marked("+", [`(${count("line", after.length)})`]) : []
  ];
}
function context(lines, first, last) {
  const head = first ? [] : lines.slice(0, CONTEXT);
  const tail = last ? [] : lines.slice(Math.max(head.length, lines.length - CONTEXT));
  const hidden = lines.length - head.length - tail.length;
  return [...marked(" ", head), ...hidden > 0 ? marked(" ", ["…"]) : [], ...marked(" ", tail)];
}
function marked(mark, lines) {
  return lines.map((text) => ({ mark, text }));
}

// src/core/report/server-words.ts
var PLANNED = {
  keep: "keep",
  update: "change",
  create: "create",
  replace: "replace",
  delete: "delete"
};
var DONE = {
  keep: "kept",
  update: "changed",
  create: "created",
  replace: "replaced",
  delete: "deleted"
};
function serverWords(servers2, verbs = PLANNED) {
  const { keep: keep3, update: update2, create, replace } = servers2;
  const parts2 = [
    ...keep3 > update2 ? [line`${verbs.keep} ${grouped(keep3 - update2)}`] : [],
    ...update2 > 0 ? [line`${verbs.update} ${grouped(update2)} in place`] : [],
    ...create > 0 ? [line`${verbs.create} ${grouped(create)}`] : [],
    ...replace > 0 ? [[strong(`${verbs.replace} ${grouped(replace)}`)]] : [],
    ...servers2.delete > 0 ? [[strong(`${verbs.delete} ${grouped(servers2.delete)}`)]] : []
  ];
  return join(parts2, ", ");
}
function sumServers(all2) {
  const total = (key) => all2.reduce((sofar, one) => sofar + one[key], 0);
  return {
    keep: total("keep"),
    update: total("update"),
    create: total("create"),
    replace: total("replace"),
    delete: total("delete")
  };
}
function serverTally(all2) {
  const servers2 = sumServers(all2);
  const parts2 = [
    [servers2.delete, "deleted"],
    [servers2.replace, "replaced"],
    [servers2.update, "changed in place"],
    [servers2.create, "created"]
  ];
  const said3 = parts2.filter(([number]) => number > 0);
  if (said3.length === 0) return [];
  const words3 = said3.map(([number, word2], index) => {
    return [`${index === 0 ? count("server", number) : grouped(number)} ${word2}`];
  });
  return [join(words3, ", ")];
}

// src/core/report/size-bar.ts
var WIDTH2 = 20;
var LARGEST = 2;
var MINIMUM = "█";
var RUNNING = "▓";
var ROOM = "░";
var EXTRA = "▒";
var SIZE_LEGEND = `${MINIMUM} minimum ${RUNNING} running above it ${ROOM} room up to the maximum`;
var BATCH_LEGEND = `${MINIMUM} in service ${EXTRA} leaving, building or not ready yet`;
function scaleOf(groups) {
  return scaleFor(groups.flatMap(({ size }) => [largest(size), size.before?.max ?? 0]));
}
function sizeBar({ min, now, max }, scale) {
  if (min === null || now === null || max === null) return null;
  const to = (servers2) => length(servers2, scale);
  const solid = to(Math.min(min, now));
  const running = Math.max(to(now) - solid, now > min ? 1 : 0);
  const room = Math.max(to(max) - solid - running, max > now ? 1 : 0);
  return `${MINIMUM.repeat(solid)}${RUNNING.repeat(running)}${ROOM.repeat(room)}`;
}
function batchScale(batches) {
  return scaleFor(batches.map(({ running }) => running));
}
function batchBar({ running, inService: inService2 }, scale) {
  const solid = length(inService2, scale);
  const extra = Math.max(length(running, scale) - solid, running > inService2 ? 1 : 0);
  return `${MINIMUM.repeat(solid)}${EXTRA.repeat(extra)}`;
}
function scaleFor(sizes) {
  const most = sizes.reduce((sofar, size) => Math.max(sofar, size), 1);
  return Math.min(LARGEST, WIDTH2 / most);
}
function largest({ max, current, after }) {
  return Math.max(max ?? 0, current, after ?? 0);
}
function length(servers2, scale) {
  return servers2 <= 0 ? 0 : Math.max(1, Math.round(servers2 * scale));
}

// src/core/report/size-effect.ts
function growthClause({ current, after }) {
  if (after === null || after <= current) return [];
  return [line`grows from ${grouped(current)} to ${strong(count("server", after))} at once`];
}
function boundsClause({ min, max, before }) {
  const { min: oldMin = null, max: oldMax = null } = before ?? {};
  const lower = min !== null && oldMin !== null && min !== oldMin ? { from: oldMin, to: min } : null;
  const upper = max !== null && oldMax !== null && max !== oldMax ? { from: oldMax, to: max } : null;
  if (lower && upper) {
    const range = strong(`${grouped(lower.to)} to ${count("server", upper.to)}`);
    return [line`may have ${range} (was ${grouped(lower.from)} to ${grouped(upper.from)})`];
  }
  return [
    ...upper ? [bound(upper, "may grow to", "may no longer grow beyond")] : [],
    ...lower ? [bound(lower, "never has fewer than", "may shrink to")] : []
  ];
}
function boundsHeadline({ min, max, before }) {
  if (before === null) return [];
  return [
    ...before.min === min ? [] : [`min ${shown2(before.min)} → ${shown2(min)}`],
    ...before.max === max ? [] : [`max ${shown2(before.max)} → ${shown2(max)}`]
  ];
}
function shrinksBelowLive({ after, current }) {
  return after !== null && after < current;
}
function bound({ from, to }, more4, less) {
  return line`${to > from ? more4 : less} ${strong(count("server", to))} (was ${grouped(from)})`;
}
function shown2(value3) {
  return value3 === null ? "?" : grouped(value3);
}

// src/core/report/trigger-lines.ts
function triggerBlocks(triggers) {
  if (triggers.length === 0) return [];
  const reckoned = triggers.some(({ reaction }) => reaction !== null);
  const assumptions = line`Reaction times count ${durationWords(BOOT_SECONDS)} for a server to start and ${durationWords(EVALUATION_SECONDS)} between two looks of Aodh; measures that arrive late add to them.`;
  return [
    { kind: "list", items: triggers.map(triggerLine), numbered: false },
    ...reckoned ? [{ kind: "paragraph", lines: [assumptions] }] : []
  ];
}
function triggerLine(trigger) {
  const { policy, effect: effect2, when, reaction, measuredEverySeconds } = trigger;
  const paused = trigger.enabled ? "" : " (paused: the alarm is switched off)";
  const soon = reaction === null ? "" : `; reaction ${spanWords(reaction.earliestSeconds, reaction.latestSeconds)}`;
  const every = measuredEverySeconds === null ? "" : ` (measured every ${durationWords(measuredEverySeconds)})`;
  return line`${code(policy)} ${effect2} when ${when}${soon}${every}${paused}`;
}

// src/core/report/group-fold.ts
var FATES = [
  ["delete", "deleted"],
  ["replace", "replaced"],
  ["update", "changed in place"],
  ["create", "created"],
  ["keep", "kept"]
];
var STEP_WORDS = {
  create: "creates the stack",
  "release-capacity": "hands the size to the autoscaler",
  detour: "makes room at the load balancer",
  shrink: "sets the new bounds",
  update: "updates the stack",
  delete: "deletes the stack"
};
var OPEN_LINES = 24;
function groupFold(group, detail, { context: context2, alone }) {
  const diff = diffBlocks(group, detail);
  const blocks3 = [
    ...diff,
    ...triggerBlocks(group.triggers),
    ...group.scalingGroups.flatMap((one) => memberBlocks(one, group, detail)),
    ...stepBlocks(group),
    ...costBlock(group),
    ...findingBlocks2(group)
  ];
  if (blocks3.length === 0) return null;
  const open2 = alone && diff.every((one) => one.kind !== "diff" || one.lines.length <= OPEN_LINES);
  return {
    kind: "fold",
    summary: headline2(group, context2),
    blocks: blocks3,
    ...open2 ? { open: open2 } : {}
  };
}
function headline2(group, context2) {
  const warnings = group.findings.filter(({ severity }) => severity === "warn").length;
  const parts2 = [
    [strong(group.name)],
    shortly(group),
    [sourceLink(group.source, context2)],
    ...warnings > 0 ? [[`⚠ ${count("warning", warnings)}`]] : []
  ];
  return join(parts2, " · ");
}
function sourceLink({ file, line: row2 }, { links: links2 }) {
  const base = links2?.source ?? null;
  if (base === null) return `${file}:${row2}`;
  const path = file.split("/").map(encodeURIComponent).join("/");
  return link(`${file}:${row2}`, `${base.replace(/\/+$/, "")}/${path}#L${row2}`);
}
function shortly(group) {
  if (group.action === "no-op") return line`unchanged`;
  if (group.action === "create" || group.action === "delete") return [`${group.action}d`];
  const servers2 = { ...group.servers, keep: group.servers.update };
  const moves = [...boundsHeadline(group.size).map((one) => [one]), serverWords(servers2)];
  const said3 = moves.filter((one) => one.length > 0);
  const changes = group.changes.filter((change2) => change2.action !== "no-op");
  return said3.length > 0 ? join(said3, " · ") : [count("change", changes.length)];
}
function diffBlocks(group, detail) {
  if (group.changes.every((change2) => change2.action === "no-op")) return [];
  if (detail.diffLines === 0) {
    return [paragraph(line`${count("change", group.changes.length)}: see the summary.`)];
  }
  const limits = { maxLines: detail.diffLines, maxColumns: detail.columns };
  return [{ kind: "diff", lines: fieldDiff(group.changes, limits) }];
}
function memberBlocks(one, group, detail) {
  if (group.action === "no-op") return [];
  const title = group.scalingGroups.length > 1 ? line`${code(one.address)}: ` : [];
  const inBatches = one.batches.length > 1;
  const fates = FATES.map(([fate, word2]) => {
    const named5 = !(inBatches && (fate === "replace" || fate === "update"));
    return fateLine(one.members, fate, word2, named5 ? detail.serverNames : 0);
  }).filter(isSaid);
  if (fates.length === 0) return [];
  const lists = fates.map((one2, index) => index === 0 ? line`${title}${one2}` : one2);
  return [{ kind: "paragraph", lines: lists }, ...batchBlocks(one.batches, detail)];
}
function fateLine(members, fate, word2, maxNames) {
  const those = members.filter((member) => member.fate === fate);
  const named5 = those.map(memberName).filter((name) => name !== null);
  if (those.length === 0) return [];
  const head = line`${strong(grouped(those.length))} ${word2}`;
  const hows2 = [...new Set(those.map((member) => member.how))].filter((how) => how !== "");
  const why = hows2.length === 1 && fate !== "create" ? ` (${hows2[0] ?? ""})` : "";
  if (maxNames === 0 || named5.length === 0) return line`${head}${why}`;
  return line`${head}${why}: ${hows2.length > 1 ? eachWithHow(those, maxNames) : names(named5, maxNames)}`;
}
function eachWithHow(members, maxNames) {
  const shown3 = members.slice(0, maxNames).map((member) => line`${code(memberName(member) ?? "new")} (${member.how})`);
  const rest = members.length - shown3.length;
  return join(rest > 0 ? [...shown3, [`and ${grouped(rest)} more`]] : shown3, ", ");
}
function memberName(member) {
  return member.server?.name ?? member.member;
}
function batchBlocks(batches, detail) {
  if (batches.length < 2) return [];
  const scale = detail.bars ? batchScale(batches) : null;
  const most = Math.max(detail.serverNames, MIN_BATCHES);
  const shown3 = batches.slice(0, most).map((batch, index) => [
    [String(index + 1)],
    detail.serverNames > 0 && batch.servers.length > 0 ? names(batch.servers, detail.serverNames) : [count("server", batch.servers.length)],
    inService(batch, scale)
  ]);
  const rest = batches.length - shown3.length;
  const rows = rest > 0 ? [...shown3, [[`${grouped(rest)} more`], [], []]] : shown3;
  const table3 = { kind: "table", head: [line`batch`, line`goes`, line`in service meanwhile`], rows };
  return scale === null ? [table3] : [table3, { kind: "legend", line: [BATCH_LEGEND] }];
}
var MIN_BATCHES = 20;
function inService(batch, scale) {
  const { running, inService: serving } = batch;
  const more4 = running === serving ? "" : ` (${grouped(running)} running)`;
  return line`${scale === null ? [] : [code(batchBar(batch, scale)), " "]}${grouped(serving)}${more4}`;
}
function stepBlocks(group) {
  if (group.steps.length === 0) return [];
  const items = group.steps.map(({ kind: kind2, why }) => {
    return line`${code(kind2)}: ${why === "" ? STEP_WORDS[kind2] : why}`;
  });
  const [only2] = items;
  if (items.length === 1 && only2 !== void 0) return [paragraph(line`Apply sends ${only2}`)];
  return [paragraph(line`Apply sends, one after the other:`), { kind: "list", items, numbered: true }];
}
function costBlock(group) {
  const words3 = group.action === "no-op" ? null : costLine(group.cost);
  return words3 === null ? [] : [paragraph(words3)];
}
function findingBlocks2(group) {
  if (group.findings.length === 0) return [];
  const items = group.findings.map(findingLine);
  return [{ kind: "list", items, numbered: false }];
}
function isSaid(content) {
  return content.length > 0;
}

// src/core/capacity/quota-words.ts
var QUOTA_WORDS = {
  instances: { one: "server", many: "servers" },
  cores: { one: "vCPU", many: "vCPUs" },
  ramMiB: { one: "memory", many: "memory" },
  ports: { one: "port", many: "ports" },
  floatingIps: { one: "floating IP", many: "floating IPs" },
  poolMembers: { one: "load balancer member", many: "load balancer members" },
  volumes: { one: "volume", many: "volumes" },
  volumeGiB: { one: "volume storage", many: "volume storage" },
  serverGroupMembers: { one: "server in a server group", many: "servers in a server group" }
};
function amountWords(name, amount) {
  if (name === "ramMiB") return `${memoryWords(amount)} of memory`;
  if (name === "volumeGiB") return `${grouped(amount)} GiB of volumes`;
  const { one, many } = QUOTA_WORDS[name];
  return `${grouped(amount)} ${amount === 1 ? one : many}`;
}
function memoryWords(mebibytes) {
  if (mebibytes < 1024) return `${grouped(mebibytes)} MiB`;
  const tenths = Math.round(mebibytes / 1024 * 10);
  const rest = tenths % 10 === 0 ? "" : `.${tenths % 10}`;
  return `${grouped(Math.floor(tenths / 10))}${rest} GiB`;
}
function cellWords(name, amount) {
  return name === "ramMiB" ? memoryWords(amount) : name === "volumeGiB" ? `${grouped(amount)} GiB` : grouped(amount);
}

// src/core/report/head-room-blocks.ts
var MOST_ROWS = 12;
function headRoomBlocks(rows, hosts) {
  if (rows === null || rows.length === 0) return [];
  const counted2 = rows.filter((row2) => "limit" in row2);
  const tight = counted2.filter(({ state }) => state !== "roomy");
  const words3 = [...openWords(rows), ...unknownWords(rows), ...hostWords(hosts)];
  if (tight.length > 0) return [...table2(tight), ...paragraph2(words3)];
  const room = join([...counted2.slice(0, MOST_ROWS).map(roomWords), ...more(counted2)], " · ");
  const lines = [...counted2.length === 0 ? [] : [line`At most, rollouts included: ${room}`], ...words3];
  const summary2 = counted2.length === 0 ? line`Nobody can tell whether the quotas have room for all groups at their largest` : line`The quotas have room for all groups at their largest`;
  return [{ kind: "fold", summary: summary2, blocks: paragraph2(lines) }];
}
function table2(rows) {
  const head = [
    line`quota`,
    line`used elsewhere`,
    line`all groups at most`,
    line`more during rollouts`,
    line`allowed`,
    line`left`
  ];
  const sorted2 = rows.toSorted((a, b) => Number(b.state === "exceeded") - Number(a.state === "exceeded"));
  const shown3 = sorted2.slice(0, MOST_ROWS).map((row2) => {
    const { name, limit, others: others2, most, surge: surge2 } = row2;
    const left = limit - others2 - most;
    return [
      nameOf(row2),
      [cellWords(name, others2)],
      [cellWords(name, most)],
      [cellWords(name, surge2)],
      [cellWords(name, limit)],
      left < 0 ? [strong(`−${cellWords(name, -left)}`)] : [cellWords(name, left)]
    ];
  });
  const rest = more(rows).map((words4) => [words4, [], [], [], [], []]);
  const exceeded2 = rows.some(({ state }) => state === "exceeded");
  const words3 = exceeded2 ? line`${strong("The quota does not suffice")} for all groups at their largest:` : line`${strong("The quota is tight")} when all groups are at their largest:`;
  return [...paragraph2([words3]), { kind: "table", head, rows: [...shown3, ...rest] }];
}
function more(rows) {
  return rows.length > MOST_ROWS ? [[`${grouped(rows.length - MOST_ROWS)} more`]] : [];
}
function roomWords(row2) {
  const { name, others: others2, most, surge: surge2, limit } = row2;
  return line`${cellWords(name, others2 + most + surge2)} of ${cellWords(name, limit)} ${nameOf(row2)}`;
}
function nameOf({ name, of }) {
  const { many } = QUOTA_WORDS[name];
  return of === null ? [many] : line`${many} (${code(of)})`;
}
function openWords(rows) {
  const open2 = rows.filter(({ state }) => state === "unlimited");
  return open2.length === 0 ? [] : [line`Without a limit: ${join(named2(open2), ", ")}`];
}
function unknownWords(rows) {
  const unknown = rows.filter((row2) => row2.state === "unknown");
  const reasons2 = [...new Set(unknown.map(({ why }) => why))];
  return reasons2.map((why) => {
    const those = unknown.filter((row2) => row2.why === why);
    return line`Not checked: ${join(named2(those), ", ")} (${why})`;
  });
}
function hostWords(hosts) {
  const known3 = hosts.flatMap((room) => room.kind === "known" ? [room] : []);
  const rooms = known3.slice(0, MOST_ROWS).map(({ flavor, servers: servers2, orMore }) => {
    const about = `${orMore ? "at least" : "about"} ${grouped(servers2)}`;
    return line`${about} more ${servers2 === 1 ? "server" : "servers"} of ${code(flavor)}`;
  });
  const unknown = hosts.flatMap((room) => room.kind === "unknown" ? [room] : []);
  const reasons2 = [...new Set(unknown.map(({ why }) => why))];
  return [
    ...rooms.length === 0 ? [] : [line`Room on the hosts, which others share: ${join(rooms, " · ")}`],
    ...reasons2.map((why) => line`Not checked: room on the hosts (${why})`)
  ];
}
function named2(rows) {
  return [...new Set(rows.map(({ name }) => QUOTA_WORDS[name].many))].map((many) => [many]);
}
function paragraph2(lines) {
  return lines.length === 0 ? [] : [{ kind: "paragraph", lines: lines.map(capitalised) }];
}

// src/core/report/ignored-blocks.ts
function ignoredBlocks(all2, detail) {
  if (all2.length === 0) return [];
  const shown3 = all2.slice(0, detail.rows).map(({ name, what, reason: reason2, expires }) => line`${strong(name)} ${what}: ${reason2} (until ${expires})`);
  const rest = all2.length - shown3.length;
  const items = rest > 0 ? [...shown3, line`and ${count("more difference", rest)}: see the summary`] : shown3;
  return [
    {
      kind: "fold",
      summary: [`${count("difference", all2.length)} ignored by the settings`],
      blocks: [{ kind: "list", items, numbered: false }]
    }
  ];
}
function ignoredChanges(groups) {
  return groups.flatMap(
    ({ name, ignored }) => ignored.map(({ path, live: live2, declared, reason: reason2, expires }) => ({
      name,
      what: line`${path} stays ${value(live2)} (spec: ${value(declared)})`,
      reason: reason2,
      expires
    }))
  );
}
function butIgnored(groups) {
  const number = groups.reduce((sum3, { ignored }) => sum3 + ignored.length, 0);
  return number === 0 ? [] : line`, but for ${count("ignored difference", number)}`;
}
function value(one) {
  if (one === null) return ["absent"];
  return [code(typeof one === "string" ? one : JSON.stringify(one))];
}

// src/core/guard/freeze-findings.ts
var FREEZE_RULE = "freeze-window";
var OVERRIDDEN = "freeze-overridden";
function recordedFindings(findings) {
  return findings.filter(({ rule }) => rule === OVERRIDDEN);
}
function freezeFindings(judged, frozenBy, { rules, moment, freezeOverride: freezeOverride2 }) {
  const { freeze } = rules.settings;
  const { name, action } = judged.group;
  if (freeze.windows.length === 0 || action === "no-op") return [];
  const frozen = longest(labelSides(judged).map((labels) => frozenBy(windowsFor(freeze, name, labels))));
  if (frozen === null) return [];
  const { source } = frozen.window;
  const state = stateWords(frozen);
  if (freezeOverride2 !== null && freeze.approvers.includes(freezeOverride2)) {
    const message = `${state}; ${quote(freezeOverride2)} lets this change pass all the same`;
    return [{ rule: OVERRIDDEN, severity: "warn", message, source }];
  }
  const until = untilWords(frozen);
  const unfit = freezeOverride2 === null ? "" : `; ${quote(freezeOverride2)} may not override it, ${approvers(freeze)}`;
  return moment === "plan" ? [
    {
      rule: FREEZE_RULE,
      severity: "warn",
      message: `${state}: apply would be refused ${until}${unfit}`,
      source
    }
  ] : [{ rule: FREEZE_RULE, severity: "error", message: `${state}: refused ${until}${unfit}`, source }];
}
function longest(all2) {
  const until = (one) => one.until ?? Number.POSITIVE_INFINITY;
  const [last = null] = all2.filter((one) => one !== null).toSorted((a, b) => until(b) - until(a));
  return last;
}
function stateWords({ window: { name, effect: effect2, reason: reason2 } }) {
  const why = reason2 === "" ? "" : ` (${reason2})`;
  return effect2 === "deny" ? `the freeze window ${quote(name)}${why} is on` : `changes are allowed in the window ${quote(name)}${why} only`;
}
function untilWords({ window, until }) {
  return until === null ? "until the settings change" : `until ${wallClock(until, window.timezone)}`;
}
function approvers({ approvers: names2 }) {
  return names2.length === 0 ? "for freeze.approvers names nobody" : `but ${list(names2.map((name) => quote(name)))} may`;
}

// src/core/report/horizon.ts
var PAGES = {
  server: (id) => `/project/instances/${id}/`,
  stack: (id) => `/project/stacks/stack/${id}/`,
  securityGroup: (id) => `/project/security_groups/${id}/`,
  loadBalancer: (id) => `/project/load_balancer/${id}`,
  alarm: null
};
function horizonPage(about, { links: links2 }) {
  const horizon = links2?.horizon ?? null;
  const page = about && PAGES[about.service];
  return horizon === null || about === null || page === null ? null : `${horizon.replace(/\/+$/, "")}${page(encodeURIComponent(about.id))}`;
}
function stackLink(name, id, context2) {
  const href = id === null ? null : horizonPage({ service: "stack", id }, context2);
  return [href === null ? name : link(name, href)];
}
function stackSubject({ name, stackId }, context2) {
  const linked2 = stackLink(name, stackId, context2);
  return linked2[0] === name ? [strong(name)] : linked2;
}

// src/core/report/outcome-fold.ts
function outcomeFold(group, detail) {
  const blocks3 = [...stepBlocks2(group), ...diffBlocks2(group, detail), ...findingBlocks3(group)];
  return blocks3.length === 0 ? null : { kind: "fold", summary: headline3(group), blocks: blocks3 };
}
function headline3(group) {
  const { file, line: row2 } = group.plan.source;
  return join([[strong(group.name)], [`${file}:${row2}`], [group.status.replaceAll("-", " ")]], " · ");
}
function stepBlocks2(group) {
  if (group.plan.steps.length === 0) return [];
  const items = group.plan.steps.map((step2, index) => stepLine(step2, group.steps[index]));
  return [{ kind: "list", items, numbered: true }];
}
function stepLine(planned, taken) {
  if (taken === void 0) return line`${code(planned.kind)} not started`;
  const message = taken.message === "" ? [] : line`: ${quoted(taken.message)}`;
  return line`${code(planned.kind)} ${taken.status === "done" ? "✓ done" : "✗ failed"}${message}`;
}
function diffBlocks2(group, detail) {
  const changes = group.plan.changes.filter((change2) => change2.action !== "no-op");
  if (changes.length === 0 || detail.diffLines === 0) return [];
  const limits = { maxLines: detail.diffLines, maxColumns: detail.columns };
  return [{ kind: "diff", lines: fieldDiff(changes, limits) }];
}
function findingBlocks3(group) {
  const findings = group.plan.byClock ? [...group.plan.findings, ...group.findings] : group.findings;
  if (findings.length === 0) return [];
  const items = findings.map(findingLine);
  return [{ kind: "list", items, numbered: false }];
}

// src/core/report/outcome-blocks.ts
var STATUS_WORDS = {
  done: "✅ done",
  "nothing-to-do": "nothing to do",
  left: "left as it is",
  refused: "⛔ refused",
  failed: "❌ failed",
  "not-started": "⏸️ not started"
};
var STATUS_PREDICATE = {
  done: "is done",
  "nothing-to-do": "had nothing to do",
  left: "is left as it is",
  refused: "was refused",
  failed: "failed",
  "not-started": "was not started"
};
var TROUBLE = ["failed", "refused", "not-started"];
function isTroubled({ status }) {
  return TROUBLE.includes(status);
}
function troubleBlocks(outcome, detail) {
  const troubled = TROUBLE.flatMap((status) => outcome.groups.filter((group) => group.status === status));
  if (troubled.length === 0) return [];
  return [{ kind: "alert", tone: "caution", lines: reasons(troubled, detail) }];
}
function leftBlocks({ groups }, detail) {
  const left = groups.filter(({ status }) => status === "left");
  return left.length === 0 ? [] : [{ kind: "list", items: reasons(left, detail), numbered: false }];
}
function doneBlocks({ groups }, most) {
  const done3 = groups.filter(({ status }) => status === "done");
  if (done3.length === 0) return [];
  const shown3 = done3.slice(0, most).map(doneLine);
  const rest = done3.length - shown3.length;
  const items = rest > 0 ? [...shown3, line`and ${count("more group", rest)}`] : shown3;
  return [{ kind: "list", items, numbered: false }];
}
function outcomeTable(outcome, context2, detail) {
  if (outcome.groups.length === 0) return [];
  const told = outcome.groups.filter((group) => group.status !== "nothing-to-do");
  const idle2 = outcome.groups.length - told.length;
  const shown3 = told.slice(0, detail.rows);
  const rest = told.length - shown3.length;
  const table3 = {
    kind: "table",
    head: [line`group`, line`result`, line`servers`, line`steps`],
    rows: [
      ...shown3.map((group) => row(group, context2)),
      ...rest > 0 ? [[[`${grouped(rest)} more`], line`see the summary`, [], []]] : [],
      ...idle2 > 0 ? [[[others(idle2, told.length)], line`nothing to do`, [], []]] : []
    ]
  };
  return [table3];
}
function* outcomeFolds(outcome, detail) {
  const all2 = outcome.groups.filter((group) => group.status !== "nothing-to-do" || group.findings.length > 0);
  for (const group of all2.slice(0, detail.folds)) {
    const fold2 = outcomeFold(group, detail);
    if (fold2 !== null) yield fold2;
  }
}
function reasons(groups, detail) {
  const shown3 = groups.slice(0, detail.sentences).map(reason);
  const rest = groups.length - shown3.length;
  return rest > 0 ? [...shown3, line`and ${count("more group", rest)}: see the summary`] : shown3;
}
function reason(group) {
  const why = group.message === "" ? [] : line`: ${quoted(group.message)}`;
  return line`${strong(`${group.name} ${STATUS_PREDICATE[group.status]}`)}${why}`;
}
function doneLine({ name, plan: plan2 }) {
  const bounds = boundsHeadline(plan2.size).map((one) => [one]);
  const parts2 = [...bounds, serverWords(plan2.servers, DONE)].filter((one) => one.length > 0);
  return parts2.length === 0 ? [strong(name)] : line`${strong(name)}: ${join(parts2, " · ")}`;
}
function row(group, context2) {
  return [
    stackLink(group.name, group.stackId, context2),
    [STATUS_WORDS[group.status]],
    group.status === "done" ? serverWords(group.plan.servers, DONE) : [],
    stepWords(group)
  ];
}
function others(idle2, shown3) {
  return shown3 > 0 ? `${grouped(idle2)} more` : count("group", idle2);
}
function stepWords(group) {
  const done3 = group.steps.filter((step2) => step2.status === "done").length;
  return group.plan.steps.length === 0 ? [] : line`${grouped(done3)} of ${grouped(group.plan.steps.length)}`;
}

// src/core/report/next.ts
function planNext(ending, context2, detail) {
  const words3 = isJob(context2) ? onPullRequest(ending) : inTerminal(ending);
  const lines = [...words3 === null ? [] : [words3], ...shortened2(detail, context2)];
  return lines.length === 0 ? [] : [{ kind: "paragraph", lines }];
}
function applyNext(outcome, context2, detail) {
  const lines = [...goOn(outcome), ...shortened2(detail, context2)];
  return lines.length === 0 ? [] : [{ kind: "paragraph", lines }];
}
function goOn({ groups, problems }) {
  if (problems.length > 0) return [line`${strong("Next:")} repair these lines, and merge again.`];
  const troubled = groups.filter(isTroubled);
  if (troubled.length === 0) return [];
  if (troubled.every(({ status }) => status === "refused")) {
    if (troubled.every(isOnlyFrozen))
      return [
        line`${strong("Next:")} run the same commit again when the freeze window has ended: what was approved stays approved.`
      ];
    return [
      line`${strong("Next:")} the refusals say what they need; a pull request that touches the spec brings a new plan to approve.`
    ];
  }
  return [
    line`${strong("Next:")} run the same commit again: it goes on where it stopped, and makes nothing twice.`
  ];
}
function isOnlyFrozen({ plan: plan2 }) {
  const refusals = plan2.findings.filter(({ severity }) => severity === "error");
  return refusals.length > 0 && refusals.every(({ rule }) => rule === FREEZE_RULE);
}
var AFTER_FAILURE = {
  validate: "run it again.",
  plan: "mend what is said above, and run the job again. No earlier plan of this pull request holds any more.",
  apply: "run the same commit again: what is done stays done, and what is not goes on.",
  drift: "nothing is known until the next run: not clean, and not drifted.",
  health: "nothing is known until the next run: not healthy, and not unhealthy."
};
function failureNext(kind2) {
  return { kind: "paragraph", lines: [line`${strong("Next:")} ${AFTER_FAILURE[kind2]}`] };
}
function shortened2(detail, context2) {
  if (detail.level === 0) return [];
  const { summary: summary2 = null, run = null } = context2.links ?? {};
  const href = summary2 ?? run;
  const page = href === null ? [`the job's summary`] : [link(`the job's summary`, href)];
  return [
    line`${strong("Shortened to fit.")} More is in ${page}; all of it is in the file that the output ${code("document")} names.`
  ];
}
function isJob({ commit = null }) {
  return commit !== null;
}
function onPullRequest({ tone: tone3 }) {
  switch (tone3) {
    case "changes":
      return line`${strong("Next:")} merge to do this. Apply plans again first and keeps what alarms did meanwhile; with ${code("approval: required")} it refuses anything that is not shown here. Push again, and this comment follows.`;
    case "refused":
      return line`${strong("Next:")} change what is refused, and push: this comment follows. Merged as it is, apply leaves the refused groups alone and does the rest.`;
    case "failed":
      return line`${strong("Next:")} repair these lines, and push: this comment follows. Until then there is no plan, and apply does nothing.`;
    case "clean":
      return null;
  }
}
function inTerminal({ tone: tone3, fingerprint }) {
  if (tone3 !== "changes" || fingerprint === null) return null;
  return line`${code("apply")} does this; ${code(`apply --approved ${fingerprint}`)} refuses anything else.`;
}

// src/core/report/notices.ts
function noticeBlocks({ notices = [] }) {
  return notices.length === 0 ? [] : [{ kind: "alert", tone: "warning", lines: notices }];
}
function clockNotices(ahead) {
  const seconds = Math.round(Math.abs(ahead) / 1e3);
  if (seconds < WORTH_A_WORD) return [];
  const side = ahead > 0 ? "behind" : "ahead of";
  return [
    line`The clock of this machine is ${lengthOf(seconds)} ${side} the cloud's: how old things are is counted by the cloud's`
  ];
}
var WORTH_A_WORD = 30;
function lengthOf(seconds) {
  if (seconds < 120) return count("second", seconds);
  return seconds < 2 * DAY ? count("minute", Math.round(seconds / 60)) : count("day", Math.round(seconds / DAY));
}
var DAY = 86400;

// src/core/report/plan-danger.ts
function dangers(groups, maxLines, maxNames) {
  const found3 = KINDS2.map((kind2) => ({ ...kind2, those: groups.filter(kind2.holds) }));
  const lines = found3.flatMap(({ words: words3, those }) => those.slice(0, maxLines).map((group) => () => words3(group, maxNames))).slice(0, maxLines);
  return {
    tone: found3.some(({ forGood, those }) => forGood && those.length > 0) ? "caution" : "warning",
    lines: lines.map((words3) => words3()),
    more: found3.reduce((sum3, { those }) => sum3 + those.length, 0) - lines.length
  };
}
var KINDS2 = [
  { holds: (group) => group.action === "delete", words: deletion, forGood: true },
  { holds: shrinks, words: shrinking, forGood: true },
  { holds: (group) => group.servers.replace > 0, words: replacement, forGood: false },
  { holds: isInterrupted, words: interruption, forGood: false }
];
function shrinks(group) {
  return group.action !== "delete" && (shrinksBelowLive(group.size) || group.servers.delete > 0);
}
function deletion(group, maxNames) {
  const headline4 = strong(`${group.name} is deleted`);
  if (group.size.current === 0) return line`${headline4}: the stack and all that is in it`;
  const servers2 = serversOf(group, "delete");
  return line`${headline4}, the stack with its ${count("server", group.size.current)}${named3(servers2, maxNames)}`;
}
function shrinking(group, maxNames) {
  const { current, after } = group.size;
  const headline4 = strong(`${group.name} deletes ${count("server", group.servers.delete)}`);
  const why = after !== null && after < current ? `: ${grouped(current)} run now, ${grouped(after)} will` : "";
  return line`${headline4}${why}${gone(serversOf(group, "delete"), maxNames)}`;
}
function gone(servers2, maxNames) {
  if (servers2.length === 0 || maxNames === 0) return [];
  return line`; gone ${servers2.length === 1 ? "is" : "are"} ${shortNames(servers2, maxNames)}`;
}
function replacement(group, maxNames) {
  const headline4 = strong(`${group.name} replaces ${count("server", group.servers.replace)}`);
  const order2 = group.scalingGroups.flatMap((one) => one.batches.flatMap((batch) => batch.servers));
  const servers2 = order2.length > 0 ? order2 : serversOf(group, "replace");
  const inOrder = order2.length > 1 && maxNames > 0 ? " in this order" : "";
  return line`${headline4}${inOrder}${named3(servers2, maxNames)}${surge(group)}`;
}
function surge(group) {
  const batches = group.scalingGroups.length === 1 ? group.scalingGroups[0]?.batches ?? [] : [];
  const most = batches.reduce((sofar, { running }) => Math.max(sofar, running), 0);
  return most > group.size.current ? `; up to ${grouped(most)} run meanwhile` : "";
}
var INTERRUPTS = /^(?:rebuilt|resized)\b/;
function isInterrupted({ servers: servers2, scalingGroups }) {
  if (servers2.update === 0) return false;
  return scalingGroups.some(
    ({ members }) => members.some(({ fate, how }) => fate === "update" && INTERRUPTS.test(how))
  );
}
function interruption(group, maxNames) {
  const servers2 = serversOf(group, "update", INTERRUPTS);
  const headline4 = strong(`${group.name} takes ${count("server", servers2.length)} down for a while`);
  return line`${headline4}, to rebuild or resize in place${named3(servers2, maxNames)}`;
}
function serversOf(group, fate, how = /(?:)/) {
  return group.scalingGroups.flatMap((one) => one.members).filter((member) => member.fate === fate && how.test(member.how)).map((member) => member.server?.name ?? member.member ?? "a new server");
}
function named3(servers2, maxNames) {
  return servers2.length === 0 || maxNames === 0 ? [] : line`: ${shortNames(servers2, maxNames)}`;
}

// src/core/report/capacity-words.ts
function capacityClause(capacity) {
  const more4 = growth(capacity);
  if (more4 === null) return [];
  if (more4.vcpus !== 0) return [line`${strong(`${signed(more4.vcpus)} vCPU`)} at most`];
  if (more4.ramMiB !== 0) return [line`${strong(signedMemory(more4.ramMiB))} at most`];
  return [];
}
function capacityTally(groups) {
  const sized = groups.filter(({ scalingGroups }) => scalingGroups.length > 0);
  const growths = sized.map(({ capacity }) => growth(capacity));
  if (growths.some((one) => one === null)) return [];
  const vcpus = growths.reduce((sum3, one) => sum3 + (one?.vcpus ?? 0), 0);
  return vcpus === 0 ? [] : [line`${signed(vcpus)} vCPU at most`];
}
function capacityDetail(capacity) {
  const more4 = growth(capacity);
  if (capacity === null || more4 === null || capacity.most === null || capacity.mostBefore === null)
    return null;
  if (more4.vcpus === 0 && more4.ramMiB === 0) return null;
  const { most, mostBefore } = capacity;
  const before = mostBefore.vcpus === 0 ? "" : ` (was ${amountWords2(mostBefore)})`;
  return line`at full size it takes ${amountWords2(most)}${before}`;
}
function capacityCell(capacity) {
  const { most = null, mostBefore = null } = capacity ?? {};
  if (most === null) return [];
  if (mostBefore === null || mostBefore.vcpus === most.vcpus) return [grouped(most.vcpus)];
  if (mostBefore.vcpus === 0) return [strong(grouped(most.vcpus))];
  return line`${grouped(mostBefore.vcpus)} → ${strong(grouped(most.vcpus))}`;
}
function growth(capacity) {
  const { most = null, mostBefore = null } = capacity ?? {};
  if (most === null || mostBefore === null) return null;
  return { vcpus: most.vcpus - mostBefore.vcpus, ramMiB: most.ramMiB - mostBefore.ramMiB };
}
function amountWords2({ vcpus, ramMiB }) {
  return `${grouped(vcpus)} vCPU and ${memoryWords(ramMiB)}`;
}
function signedMemory(mebibytes) {
  return `${mebibytes < 0 ? "−" : "+"}${memoryWords(Math.abs(mebibytes))}`;
}
function signed(number) {
  return `${number < 0 ? "−" : "+"}${grouped(Math.abs(number))}`;
}

// src/core/report/plan-effect.ts
var MAX_HOWS = 2;
var MAX_RESOURCES = 3;
function effect(group) {
  return line`${strong(group.name)} ${predicate(group)}`;
}
function effectDetails(group) {
  if (group.action === "no-op" || group.action === "delete") return [];
  const said3 = [pace(group), whatStays(group), capacityDetail(group.capacity)];
  return said3.filter((one) => one !== null).map(capitalised);
}
function predicate(group) {
  switch (group.action) {
    case "create":
      return creation(group);
    case "delete":
      return group.size.current === 0 ? line`is deleted` : line`is deleted with its ${strong(count("server", group.size.current))}`;
    case "no-op":
      return line`stays as it is`;
    case "update":
    case "replace":
      return update(group);
  }
}
function creation(group) {
  if (group.scalingGroups.length === 0) return line`is created`;
  const { after, min, max } = group.size;
  if (after === null) return line`is created; how many servers it starts with only Heat can tell`;
  const size = line`is created with ${strong(count("server", after))} and may have ${known(min)} to ${known(max)}`;
  return join([size, ...capacityClause(group.capacity)], ", ");
}
function update(group) {
  const clauses = [
    ...resumeClause(group),
    ...deleteClause(group),
    ...replaceClause(group),
    ...inPlaceClause(group),
    ...growthClause(group.size),
    ...boundsClause(group.size)
  ];
  const said3 = listed(clauses.length > 0 ? clauses : [resourcesClause(group)]);
  return line`${join([said3, ...capacityClause(group.capacity)], ", ")}${reassurance(group)}`;
}
function resumeClause(group) {
  const resumes = group.changes.some((change2) => change2.address === "stack" && change2.action === "update");
  return resumes ? [line`finishes the update that stopped`] : [];
}
function deleteClause({ servers: servers2, size }) {
  if (servers2.delete === 0) return [];
  return [line`deletes ${strong(grouped(servers2.delete))} of ${count("server", size.current)}`];
}
function replaceClause(group) {
  if (group.servers.replace === 0) return [];
  return [line`replaces ${whichReplaced(group)}${hows(group, "replace")}`];
}
function whichReplaced({ servers: servers2, size }) {
  const { replace } = servers2;
  if (replace === size.current) return line`all ${strong(count("server", replace))}`;
  const others2 = servers2.delete > 0 && replace + servers2.delete === size.current;
  if (others2) return line`the other ${strong(grouped(replace))}`;
  return line`${strong(grouped(replace))} of ${count("server", size.current)}`;
}
function inPlaceClause(group) {
  const { update: changed2 } = group.servers;
  if (changed2 === 0) return [];
  return [line`changes ${strong(count("server", changed2))} in place${hows(group, "update")}`];
}
function hows(group, fate) {
  const members = group.scalingGroups.flatMap((one) => one.members).filter((one) => one.fate === fate);
  const reasons2 = [...new Set(members.map((member) => member.how))].filter((how) => how !== "");
  if (reasons2.length === 0 || reasons2.length > MAX_HOWS) return [];
  const words3 = reasons2.map((how) => [how.replace(" in place", "")]);
  return line` (${join(words3, "; ")})`;
}
function resourcesClause(group) {
  const addresses = group.changes.filter((change2) => change2.action !== "no-op").map((change2) => change2.address);
  if (addresses.length === 0) return line`is updated`;
  if (addresses.length > MAX_RESOURCES) return line`changes in ${strong(count("place", addresses.length))}`;
  return line`changes ${listed(addresses.map((address) => [code(address)]))}`;
}
function reassurance({ servers: servers2, size }) {
  const untouched = servers2.replace + servers2.update + servers2.delete === 0;
  return untouched && size.current > 0 ? "; replaces nothing" : "";
}
function pace(group) {
  const batches = group.scalingGroups.flatMap((one) => one.batches).filter((one) => one.servers.length > 0);
  if (batches.length === 0) return null;
  const largest2 = extreme(
    Math.max,
    batches.map((batch) => batch.servers.length)
  );
  const least = extreme(
    Math.min,
    batches.map((batch) => batch.inService)
  );
  const most = extreme(
    Math.max,
    batches.map((batch) => batch.running)
  );
  const steps = batches.length === 1 ? "all in one batch" : `${grouped(largest2)} at a time in ${count("batch", batches.length)}`;
  if (group.scalingGroups.length !== 1) return [steps];
  const more4 = most > group.size.current ? `, up to ${grouped(most)} running` : "";
  return line`${steps}: never fewer than ${strong(grouped(least))} in service${more4}`;
}
function extreme(of, values) {
  return values.reduce((sofar, value3) => of(sofar, value3));
}
function whatStays({ servers: servers2, size }) {
  const untouched = servers2.keep - servers2.update;
  if (size.current === 0 || untouched <= 0) return null;
  const others2 = servers2.replace + servers2.delete + servers2.update > 0;
  if (others2) return line`${count("other server", untouched)} ${untouched === 1 ? "stays" : "stay"}`;
  return untouched === 1 ? line`the server that runs now stays` : line`the ${grouped(untouched)} servers that run now stay`;
}

// src/core/report/plan-table.ts
var FEW = 10;
var COLUMNS = [
  { head: line`min · now · max`, cell: sizeNow, together: () => [] },
  { head: line`after`, cell: sizeAfter, together: (_, words3) => [words3] },
  {
    head: line`servers`,
    cell: (group) => serverWords(group.servers),
    together: (groups) => serverWords(sumServers(groups.map((group) => group.servers)))
  },
  {
    head: line`vCPU at most`,
    cell: (group) => capacityCell(group.capacity),
    together: () => [],
    tells: (group) => capacityCell(group.capacity).length > 0
  },
  {
    head: line`a month at most`,
    cell: (group) => costCell(group.cost),
    together: (groups) => costTally(groups),
    tells: (group) => group.cost !== null
  }
];
function planTable(groups, detail, context2) {
  const all2 = groups.filter((group) => group.action !== "no-op");
  const changed2 = all2.length === 0 && groups.length <= FEW ? groups : all2;
  const unchanged = changed2 === groups ? [] : groups.filter((group) => group.action === "no-op");
  const shown3 = changed2.slice(0, detail.rows);
  const rest = changed2.slice(shown3.length);
  const columns = COLUMNS.filter(({ tells }) => tells === void 0 || shown3.some(tells));
  const setting = { context: context2, scale: detail.bars ? scaleOf(shown3) : null };
  const together2 = (those, words3) => those.length === 0 ? [] : [[[label(those, shown3.length > 0)], ...columns.map((column) => column.together(those, words3))]];
  const table3 = {
    kind: "table",
    head: [line`group`, ...columns.map(({ head }) => head)],
    rows: {
      *[Symbol.iterator]() {
        for (const group of shown3) {
          const name = stackLink(group.name, group.stack.id, context2);
          yield [name, ...columns.map(({ cell: cell2 }) => cell2(group, setting))];
        }
        yield* together2(rest, "see the summary");
        yield* together2(unchanged, "unchanged");
      }
    }
  };
  const drawn2 = setting.scale !== null && shown3.some((group) => isDrawn(group, setting));
  return drawn2 ? [table3, { kind: "legend", line: [SIZE_LEGEND] }] : [table3];
}
function label(groups, more4) {
  return more4 ? `${grouped(groups.length)} more` : count("group", groups.length);
}
function isDrawn(group, setting) {
  return [...sizeNow(group, setting), ...sizeAfter(group, setting)].includes(BREAK);
}
function sizeNow(group, { scale }) {
  if (group.action === "create") return line`new`;
  if (hasNoSize(group)) return line`no group`;
  const { before, current } = group.size;
  const sizes = { min: before?.min ?? null, now: current, max: before?.max ?? null };
  return withBar(line`${known(sizes.min)} · ${strong(known(current))} · ${known(sizes.max)}`, sizes, scale);
}
function sizeAfter(group, { scale }) {
  if (group.action === "delete") return line`${strong("deleted")}`;
  if (hasNoSize(group)) return line`no group`;
  if (sameSize(group.size)) return line`unchanged`;
  const { min, max, after, current, before } = group.size;
  const words3 = line`${moved2(min, before?.min)} · ${moved2(after, current)} · ${moved2(max, before?.max)}`;
  return withBar(words3, { min, now: after, max }, scale);
}
function moved2(value3, before) {
  return value3 === before ? [known(value3)] : [strong(known(value3))];
}
function withBar(words3, sizes, scale) {
  const bar = scale === null ? null : sizeBar(sizes, scale);
  return bar === null || bar === "" ? words3 : [...words3, BREAK, code(bar)];
}
function hasNoSize(group) {
  return group.scalingGroups.length === 0 && group.size.max === null;
}
function sameSize(size) {
  const { before } = size;
  return before !== null && before.min === size.min && before.max === size.max && size.after === size.current;
}

// src/core/report/plan-verdict.ts
function planVerdict(plan2) {
  const changed2 = changedGroups(plan2);
  if (plan2.problems.length > 0) return line`${count("problem", plan2.problems.length)} in the specs`;
  if (plan2.groups.some(isRefused2)) return line`Refused: ${refusal2(plan2, changed2)}`;
  if (changed2.length === 0) return nothing(plan2);
  return summary(changed2);
}
function changedGroups(plan2) {
  return plan2.groups.filter((group) => group.action !== "no-op");
}
function isRefused2(group) {
  return group.findings.some((finding) => finding.severity === "error");
}
function refusal2(plan2, changed2) {
  const refused3 = plan2.groups.filter(isRefused2);
  const [only2] = refused3;
  if (refused3.length === 1 && only2 !== void 0 && plan2.groups.length === 1) {
    return line`${strong(only2.name)} may not be changed like this`;
  }
  const of = Math.max(changed2.length, refused3.length);
  return line`${grouped(refused3.length)} of ${count("group", of)} may not be changed like this`;
}
function nothing(plan2) {
  if (plan2.groups.length === 0) return line`No changes: no specs were found`;
  const [only2] = plan2.groups;
  if (plan2.groups.length === 1 && only2 !== void 0) {
    return line`No changes: ${strong(only2.name)} is as the repository says${butIgnored(plan2.groups)}`;
  }
  return line`No changes: ${count("group", plan2.groups.length)} are as the repository says${butIgnored(plan2.groups)}`;
}
function summary(changed2) {
  const [only2] = changed2;
  if (changed2.length === 1 && only2 !== void 0) return effect(only2);
  const tally2 = serverTally(changed2.map((group) => group.servers));
  return join([groupCounts(changed2), ...tally2, ...calm(changed2), ...capacityTally(changed2)], " · ");
}
function calm(changed2) {
  if (changed2.some(({ action, servers: servers2 }) => action === "delete" || servers2.delete > 0)) return [];
  const replaced = changed2.some(({ servers: servers2 }) => servers2.replace > 0);
  return [replaced ? line`none deleted` : line`nothing replaced or deleted`];
}
function groupCounts(changed2) {
  const created = changed2.filter((group) => group.action === "create").length;
  const deleted = changed2.filter((group) => group.action === "delete").length;
  const other = changed2.length - created - deleted;
  const parts2 = [
    [other, "changes", "change"],
    [created, "is created", "are created"],
    [deleted, "is deleted", "are deleted"]
  ];
  const said3 = parts2.filter(([number]) => number > 0);
  return join(
    said3.map(([number, one, many], index) => {
      const subject3 = index === 0 ? count("group", number) : grouped(number);
      return line`${subject3} ${number === 1 ? one : many}`;
    }),
    ", "
  );
}

// src/core/report/rules-blocks.ts
var NAMED = 5;
function rulesBlocks({ rules = [] }) {
  if (rules.length === 0) return [];
  const rest = rules.length - NAMED;
  const named5 = rules.slice(0, NAMED).map((path) => [code(path)]);
  const all2 = rest > 0 ? [...named5, line`${count("more file", rest)}`] : named5;
  const words3 = line`This pull request changes the rules: ${join(all2, ", ")}. The plan is judged by those of the base branch; the new ones count from the merge on.`;
  return [{ kind: "alert", tone: "caution", lines: [words3] }];
}

// src/core/report/plan-report.ts
function planReport(plan2, context2) {
  return assemble({
    kind: "plan",
    key: context2.key ?? "",
    verdict: planVerdict(plan2),
    tone: tone(plan2),
    json: () => planJson(plan2),
    facts: {
      fingerprint: plan2.fingerprint,
      groups: plan2.groups.map(({ name, fingerprint }) => ({ name, fingerprint })),
      changes: changedGroups(plan2).length > 0,
      refused: plan2.groups.some(isRefused2),
      counts: { ...plan2.summary, ignored: plan2.groups.reduce((sum3, { ignored }) => sum3 + ignored.length, 0) }
    },
    annotations: [...problemAnnotations(plan2.problems), ...findingAnnotations(plan2.groups)],
    build: (detail) => build(plan2, context2, detail)
  });
}
function tone(plan2) {
  if (plan2.problems.length > 0) return "failed";
  if (plan2.groups.some(isRefused2)) return "refused";
  return changedGroups(plan2).length > 0 ? "changes" : "clean";
}
function* build(plan2, context2, detail) {
  yield* problemBlocks(plan2.problems, detail);
  yield* rulesBlocks(context2);
  yield* refusalBlocks(plan2.groups, detail);
  yield* effectBlocks(plan2, detail);
  yield* dangerBlocks(plan2.groups, detail);
  if (plan2.groups.length > 0) yield* planTable(plan2.groups, detail, context2);
  yield* headRoomBlocks(plan2.headRoom, plan2.hostRoom);
  yield* costBlocks(plan2.groups);
  yield* folds(plan2.groups, detail, context2);
  yield* ignoredBlocks(ignoredChanges(plan2.groups), detail);
  yield* unchangedBlocks(plan2.groups, detail);
  const fingerprint = plan2.groups.length > 0 ? plan2.fingerprint : null;
  yield* noticeBlocks(context2);
  yield* planNext({ tone: tone(plan2), fingerprint }, context2, detail);
  yield footer("plan", fingerprint, context2);
}
function effectBlocks(plan2, detail) {
  const changed2 = changedGroups(plan2);
  const [only2] = changed2;
  if (only2 === void 0) return [];
  const said3 = changed2.length === 1 && tone(plan2) === "changes";
  if (said3) return paragraph3(sentences(effectDetails(only2)));
  const items = changed2.slice(0, detail.sentences).map((group) => {
    return sentences([effect(group), ...effectDetails(group)]);
  });
  const rest = changed2.length - items.length;
  const list3 = { kind: "list", numbered: false, items: [...items, ...more2("group", rest)] };
  return tone(plan2) === "changes" ? [list3] : [...paragraph3(line`What was planned:`), list3];
}
function sentences(all2) {
  return join(
    all2.map((one) => line`${one}.`),
    " "
  );
}
function paragraph3(content) {
  return content.length === 0 ? [] : [{ kind: "paragraph", lines: [content] }];
}
function dangerBlocks(groups, detail) {
  const allowed = groups.filter((group) => !isRefused2(group));
  const { tone: tone3, lines, more: rest } = dangers(allowed, detail.sentences, detail.dangerNames);
  return lines.length === 0 ? [] : [{ kind: "alert", tone: tone3, lines: [...lines, ...more2("danger", rest)] }];
}
function* folds(groups, detail, context2) {
  const all2 = groups.filter((group) => group.action !== "no-op" || hasTrouble(group));
  for (const group of all2.slice(0, detail.folds)) {
    const fold2 = groupFold(group, detail, { context: context2, alone: all2.length === 1 });
    if (fold2 !== null) yield fold2;
  }
  const rest = all2.length - Math.min(all2.length, detail.folds);
  if (rest > 0) yield* paragraph3(line`Details of ${count("group", rest)}: see the summary.`);
}
function hasTrouble(group) {
  return group.findings.some((finding) => finding.severity !== "info");
}
function unchangedBlocks(groups, detail) {
  const unchanged = groups.filter((group) => group.action === "no-op");
  if (!detail.unchangedNames || unchanged.length === 0) return [];
  const named5 = unchanged.map((group) => line`${code(group.name)} ${grouped(group.size.current)}`);
  const notes = unchanged.filter((group) => !hasTrouble(group)).flatMap((group) => group.findings.map((finding) => line`${code(group.name)} ${findingLine(finding)}`));
  if (unchanged.length === groups.length && notes.length === 0) return [];
  const blocks3 = [
    { kind: "paragraph", lines: [join(named5, " · ")] },
    ...notes.length > 0 ? [{ kind: "list", items: notes, numbered: false }] : []
  ];
  return [{ kind: "fold", summary: line`${count("group", unchanged.length)} unchanged`, blocks: blocks3 }];
}
function more2(noun, rest) {
  return rest > 0 ? [line`and ${count(`more ${noun}`, rest)}: see the table and the summary`] : [];
}

// src/core/guard/zero-specs.ts
function zeroSpecs(problem, stacks, repository) {
  const left = stacks.filter(({ tags }) => isManaged(tags) && isOurs(tags, repository)).map(({ name }) => name);
  if (left.length === 0) return problem;
  const shown3 = left.length > MANY ? [...left.slice(0, MANY), `${left.length - MANY} more`] : left;
  const stay = left.length === 1 ? "a stack" : `${left.length} stacks`;
  const message = `${problem.message}. Refused, because ${stay} made by Thermostat would be left without a spec (${list(shown3)}): removing a file deletes nothing; for what shall go write kind: Deleted, for what shall stay name its globs`;
  return { ...problem, message };
}
var MANY = 5;
function isOurs(tags, repository) {
  const unnamed = provenanceOf(tags).repository === null;
  return repository === null || unnamed || isFromRepository(tags, repository);
}

// src/core/report/empty-json.ts
var EMPTY = {
  validate: {},
  plan: {
    summary: { create: 0, update: 0, replace: 0, delete: 0, noop: 0 },
    fingerprint: null,
    groups: [],
    headRoom: null,
    hostRoom: []
  },
  apply: { fingerprint: null, groups: [] },
  drift: { groups: [], strays: [] },
  health: { groups: [] }
};
function emptyJson(kind2, problems, error2, findings = []) {
  return written({
    version: 1,
    ...EMPTY[kind2],
    problems: problems.map(problemJson),
    ...kind2 === "validate" ? { findings: findings.map(findingJson) } : {},
    ...error2 === null ? {} : { error: error2 }
  });
}

// src/core/report/problems-report.ts
function problemsReport(validation, context2) {
  const { problems, kind: kind2, findings = [] } = validation;
  const surroundings = { cloud: "", ...context2 };
  const tone3 = problems.length > 0 ? "failed" : "clean";
  return assemble({
    kind: kind2,
    key: context2.key ?? "",
    verdict: verdict(validation),
    tone: tone3,
    json: () => emptyJson(kind2, problems, null, findings),
    facts: {
      fingerprint: null,
      groups: [],
      changes: false,
      refused: false,
      counts: { problems: problems.length }
    },
    annotations: [...problemAnnotations(problems), ...adviceAnnotations(findings)],
    build: (detail) => [
      ...problemBlocks(problems, detail),
      ...findingBlocks(findings, detail),
      ...kind2 === "plan" ? planNext({ tone: tone3, fingerprint: null }, surroundings, detail) : [],
      footer(kind2, null, surroundings)
    ]
  });
}
function verdict({ problems, specs, kind: kind2 }) {
  if (problems.length === 0) {
    return specs === 0 ? line`No specs were found` : line`${count("spec", specs)} valid`;
  }
  const files = new Set(problems.map((problem) => problem.file)).size;
  const without = kind2 === "validate" ? "" : `, so there is no ${kind2}`;
  return line`${count("problem", problems.length)} in ${count("file", files)}${without}`;
}

// src/core/cost/parse-prices.ts
function parsePrices(file) {
  const { documents, problems } = readLoneFile(file, STRANGER);
  if (file.state !== "read") return refused(problems.map(unread));
  const read = documents.map(listOf);
  const lists = read.flatMap(({ list: list3 }) => list3 ?? []);
  const all2 = [...problems, ...read.flatMap((one) => one.problems), ...sameDay(lists)];
  if (all2.length > 0) return refused(all2);
  return { lists: lists.toSorted((a, b) => a.validFrom < b.validFrom ? -1 : 1), problems: [] };
}
var NAMED2 = "prices in .thermostat.yaml names this file";
var STRANGER = `this is no list of prices, which begins with apiVersion: ${API_VERSION} and kind: Prices; ${NAMED2}`;
function unread(problem) {
  return { ...problem, message: `${NAMED2}, but it can't be read: ${problem.message}` };
}
function listOf(document) {
  if (document.kind !== "Prices") {
    const message = `a document of kind ${quote(document.kind)} stands here; ${NAMED2}, which holds documents of kind Prices only`;
    return { list: null, problems: [{ ...document.yaml.start, message }] };
  }
  const { raw, problems } = documentAs(document, "Prices");
  if (raw === null) return { list: null, problems };
  const wrong = noSuchDay(document, "/spec/validFrom", raw.spec.validFrom);
  return { list: wrong.length > 0 ? null : priceList(raw, document), problems: wrong };
}
function priceList({ spec }, { yaml }) {
  const { currency, validFrom, perHour = {}, perMonth = {} } = spec;
  return {
    currency,
    validFrom,
    flavors: perHour.flavors ?? {},
    floatingIp: perHour.floatingIp ?? null,
    loadBalancer: perHour.loadBalancer ?? null,
    volumeGiBMonth: perMonth.volumeGb ?? null,
    silence: null,
    source: yaml.start
  };
}
function sameDay(lists) {
  return lists.flatMap((list3, index) => {
    const first = lists.slice(0, index).find(({ validFrom }) => validFrom === list3.validFrom);
    if (first === void 0) return [];
    const message = `a list that is valid from ${list3.validFrom} stands in line ${first.source.line} already; put them together, or give this one another day`;
    return [{ ...list3.source, message }];
  });
}
function refused(problems) {
  return { lists: [], problems };
}

// src/core/capacity/parts.ts
var MAX_DEPTH = 5;
function partsOf(definition, source, depth = 0) {
  const type = typeof definition["type"] === "string" ? definition["type"] : "";
  const properties = object(definition["properties"]);
  if (groupType(type)) return [];
  if (type === "OS::Heat::ResourceGroup") return repeated(properties, source, depth);
  const file = nestedFile(type, source.files, source.environment);
  const nested = file === null ? null : nestedResources(file, properties, source.files);
  if (nested && depth < MAX_DEPTH)
    return Object.values(nested).flatMap((resource) => partsOf(resource, source, depth + 1));
  const read = READERS[type];
  if (read) return read(properties);
  return mayHoldMore(type) ? [{ kind: "opaque", type }] : [];
}
function repeated(properties, source, depth) {
  const times3 = properties["count"] === void 0 ? 1 : wholeNumber(properties["count"]);
  if (times3 === null || times3 > MOST_REPEATED || depth >= MAX_DEPTH)
    return [{ kind: "opaque", type: "OS::Heat::ResourceGroup" }];
  const one = partsOf(object(properties["resource_def"]), source, depth + 1);
  return Array.from({ length: times3 }, () => one).flat();
}
var MOST_REPEATED = 1e3;
var READERS = {
  "OS::Nova::Server": server,
  "OS::Heat::ScaledResource": server,
  "AWS::EC2::Instance": server,
  "OS::Neutron::Port": () => [{ kind: "port" }],
  "AWS::EC2::NetworkInterface": () => [{ kind: "port" }],
  "OS::Neutron::FloatingIP": () => [{ kind: "floatingIp" }],
  "AWS::EC2::EIP": () => [{ kind: "floatingIp" }],
  "OS::Octavia::PoolMember": () => [{ kind: "poolMember" }],
  // its address is a port of the project
  "OS::Octavia::LoadBalancer": () => [{ kind: "loadBalancer" }, { kind: "port" }],
  "OS::Cinder::Volume": ({ size }) => [{ kind: "volume", sizeGiB: wholeNumber(size) }],
  "AWS::EC2::Volume": ({ Size }) => [{ kind: "volume", sizeGiB: wholeNumber(Size) }]
};
function server(properties) {
  const flavor = properties["flavor"] ?? properties["InstanceType"];
  const onVolume = (properties["image"] ?? properties["ImageId"]) === void 0;
  const inServerGroup = object(properties["scheduler_hints"])["group"] !== void 0;
  return [
    { kind: "server", flavor: typeof flavor === "string" ? flavor : null, inServerGroup, onVolume },
    ...Array.from({ length: portsOf(properties["networks"]) }, () => ({ kind: "port" })),
    ...volumesOf(properties["block_device_mapping_v2"])
  ];
}
function portsOf(networks) {
  if (!Array.isArray(networks)) return 1;
  return networks.filter((one) => {
    const { port, allocate_network: allocate } = object(one);
    return port === void 0 && allocate !== "none";
  }).length;
}
function volumesOf(devices) {
  if (!Array.isArray(devices)) return [];
  return devices.filter(isJsonObject).flatMap((device) => {
    if ("volume_id" in device || "ephemeral_size" in device || "swap_size" in device) return [];
    const made = MADE_OF.some((key) => key in device);
    return made ? [{ kind: "volume", sizeGiB: wholeNumber(device["volume_size"]) }] : [];
  });
}
var MADE_OF = ["image", "image_id", "snapshot_id", "volume_size"];
function mayHoldMore(type) {
  return HOLDERS.has(type) || !/^(?:OS|AWS|Heat)::/.test(type);
}
var HOLDERS = /* @__PURE__ */ new Set([
  "OS::Heat::Stack",
  "OS::Heat::ResourceChain",
  "OS::Heat::InstanceGroup",
  "AWS::CloudFormation::Stack"
]);

// src/core/capacity/stack-parts.ts
function stackParts(side, groups) {
  const view = viewTemplate(side.template);
  const scope = scopeOf(view, side);
  const beside = Object.entries(view.resources).filter(([, resource]) => !isSwitchedOff(resource, scope)).map(([name, { type, properties }]) => [
    name,
    partsOf({ type, properties: resolve(properties, scope) }, side)
  ]);
  return {
    each: new Map(groups.map(({ address, member }) => [address, memberParts(member, side)])),
    besideBy: new Map(beside),
    beside: beside.flatMap(([, parts2]) => parts2)
  };
}
function memberParts(member, side) {
  return typeof member["type"] === "string" ? partsOf(member, side) : [{ kind: "opaque", type: "" }];
}

// src/core/cost/rating.ts
function missingPrices(pairs, flavors, list3) {
  const parts2 = pairs.flatMap(partsOfPair);
  const named5 = parts2.flatMap((part2) => part2.kind === "server" ? part2.flavor ?? [] : []);
  const found3 = named5.flatMap((name) => only(flavors, name) ?? []);
  const priced2 = (id) => list3 !== null && flavorPrice(id, list3, flavors) !== null;
  const held = {
    floatingIp: parts2.some(({ kind: kind2 }) => kind2 === "floatingIp") && (list3?.floatingIp ?? null) === null,
    loadBalancer: parts2.some(({ kind: kind2 }) => kind2 === "loadBalancer") && (list3?.loadBalancer ?? null) === null,
    volumeGiB: parts2.some(({ kind: kind2 }) => kind2 === "volume") && (list3?.volumeGiBMonth ?? null) === null
  };
  return {
    flavors: [...new Set(found3)].filter(({ id }) => !priced2(id)).sort((a, b) => a.id < b.id ? -1 : 1),
    things: RATED_THINGS.filter((thing) => held[thing])
  };
}
function partsOfPair({ desired, observed }) {
  const after = desired.presence === "present" ? [stackParts(desired, desired.groups)] : [];
  if (observed.presence === "absent") return after.flatMap(all);
  const before = stackParts(observed, describeGroups({ ...observed, initial: [] }));
  const servers2 = observed.groups.flatMap(({ members }) => members.flatMap((member) => member.servers));
  const running = servers2.map(
    ({ flavor }) => ({ kind: "server", flavor, inServerGroup: false, onVolume: false })
  );
  return [...[...after, before].flatMap(all), ...running];
}
function all({ each, beside }) {
  return [...beside, ...[...each.values()].flat()];
}
function isNothing({ flavors, things }) {
  return flavors.length + things.length === 0;
}
function withRatings(list3, source, ratings) {
  const own2 = list3 ?? { ...EMPTY2, currency: source.currency, source: source.source };
  if (ratings.kind === "unknown") return { ...own2, silence: ratings.why };
  const hourly = (price) => price === null ? null : price * 3600 / source.periodSeconds;
  const rated = Object.entries(ratings.flavors).flatMap(([id, price]) => {
    const each = hourly(price);
    return each === null ? [] : [[id, each]];
  });
  const { floatingIp, loadBalancer, volumeGiB } = ratings.things;
  const gibHour = hourly(volumeGiB);
  return {
    ...own2,
    flavors: { ...Object.fromEntries(rated), ...own2.flavors },
    floatingIp: own2.floatingIp ?? hourly(floatingIp),
    loadBalancer: own2.loadBalancer ?? hourly(loadBalancer),
    volumeGiBMonth: own2.volumeGiBMonth ?? (gibHour === null ? null : gibHour * MONTH_HOURS),
    silence: "CloudKitty has no price for it either"
  };
}
var EMPTY2 = {
  validFrom: "",
  flavors: {},
  floatingIp: null,
  loadBalancer: null,
  volumeGiBMonth: null,
  silence: null
};
function currencyProblems(source, lists) {
  if (source === null) return [];
  return lists.filter(({ currency }) => currency !== source.currency).map((list3) => {
    const where = `${list3.source.file}:${list3.source.line}`;
    const message = `spec.cloudKitty.currency is ${quote(source.currency)}, and the price list in ${where} is in ${quote(list3.currency)}; both must be in one currency, or leave one of them out`;
    return { ...source.source, message };
  });
}

// src/core/guard/rules.ts
function rulesOf(settings, chosen, prices = []) {
  const { overrides, waivers } = settings.guardrails;
  const names2 = chosen.map(({ name }) => name);
  const problems = [
    ...[...overrides, ...waivers].flatMap(
      ({ guardrail, source }) => names2.includes(guardrail) ? [] : [{ ...source, message: unknownName(guardrail, names2) }]
    ),
    ...overrides.flatMap(
      (override) => overrideProblems(
        override,
        chosen.find(({ name }) => name === override.guardrail)
      )
    )
  ];
  const guardrails = chosen.flatMap((guardrail) => overridden(guardrail, overrides));
  return { rules: { settings, guardrails, prices }, problems };
}
function unknownName(name, names2) {
  const otherwise = names2.length === 0 ? "no pack is chosen and no file holds any" : "it is in no chosen pack and in no file";
  return `there is no guardrail ${quote(name)}${hint(name, names2, otherwise)}`;
}
function overrideProblems({ parameters, source }, guardrail) {
  if (!guardrail) return [];
  return Object.entries(parameters).flatMap(([name, value3]) => {
    const names2 = Object.keys(guardrail.parameters);
    const given = Object.hasOwn(guardrail.parameters, name) ? guardrail.parameters[name] : void 0;
    if (given === void 0) {
      const otherwise = names2.length === 0 ? "it has none" : `it has ${list(names2)}`;
      return [
        {
          ...source,
          message: `${quote(guardrail.name)} has no parameter ${quote(name)}${hint(name, names2, otherwise)}`
        }
      ];
    }
    if (sameKind(given, value3)) return [];
    const message = `the parameter ${quote(name)} of ${quote(guardrail.name)} is ${quote(value3)}; it must be such as ${quote(given)}`;
    return [{ ...source, message }];
  });
}
function sameKind(given, value3) {
  if (isJsonObject(value3) || value3 === null) return false;
  if (Array.isArray(given) || Array.isArray(value3)) return Array.isArray(given) && Array.isArray(value3);
  return typeof given === typeof value3;
}
function overridden(guardrail, overrides) {
  const own2 = overrides.filter((override) => override.guardrail === guardrail.name);
  const severity = own2.findLast((override) => override.severity !== null)?.severity ?? guardrail.severity;
  if (severity === "off") return [];
  const all2 = [guardrail, ...own2].flatMap(({ parameters }) => Object.entries(parameters));
  return [{ ...guardrail, severity, parameters: Object.fromEntries(all2) }];
}

// src/commands/read-rules.ts
async function readRules(tree, base) {
  if (base === tree) return rulesIn(tree);
  const [own2, counting] = [await checkRules(tree), await rulesIn(base)];
  return { rules: counting.rules, problems: [...own2, ...counting.problems.map(onTheBase)] };
}
async function ruleFiles(tree) {
  const { settings } = await readSettings(tree);
  const guardrails = await tree.list(settings.guardrails.files);
  return settings.prices === null ? guardrails : [...guardrails, settings.prices];
}
async function checkRules(tree) {
  const { own: own2, problems } = await rulesIn(tree);
  if (own2.length === 0) return problems;
  const { exampleFailures } = await import("./run-examples-NMT6DONG.js");
  return [...problems, ...exampleFailures(own2)];
}
function onTheBase(problem) {
  return { ...problem, message: `on the base branch, whose rules count: ${problem.message}` };
}
async function rulesIn(tree) {
  const { settings, problems } = await readSettings(tree);
  const paths = await tree.list(settings.guardrails.files);
  const { packs, guardrails: own2, problems: unread2 } = await guardrailsIn(tree, settings, paths);
  const prices = await pricesIn(tree, settings.prices);
  const made = rulesOf(settings, [...packs, ...own2], prices.lists);
  const currencies = currencyProblems(settings.cloudKitty, prices.lists);
  const unknown = unread2.length > 0 ? [] : made.problems;
  return {
    rules: made.rules,
    own: own2,
    problems: [...problems, ...unread2, ...prices.problems, ...currencies, ...unknown]
  };
}
async function guardrailsIn(tree, { guardrails: { packs } }, paths) {
  if (packs.length + paths.length === 0) return { packs: [], guardrails: [], problems: [] };
  const { packGuardrails, parseGuardrails } = await import("./parse-guardrails-TRZE62DJ.js");
  const own2 = parseGuardrails(paths.length === 0 ? [] : await tree.read(paths));
  return { ...own2, packs: packs.flatMap(packGuardrails) };
}
async function pricesIn(tree, path) {
  if (path === null) return { lists: [], problems: [] };
  const [file] = await tree.read([path]);
  return parsePrices(file ?? { path, state: "absent" });
}
async function readSettings(tree) {
  const [file] = await tree.read([SETTINGS_FILE]);
  return parseSettings(file ?? { path: SETTINGS_FILE, state: "absent" });
}

// src/commands/read-specs.ts
async function readSpecs(tree, globs) {
  const { paths, files, specs, problems } = await readSources(tree, globs);
  if (paths.length === 0) return { specs: [], problems: [noFile(globs)], files: [] };
  return { specs, problems, files: [...files.keys()] };
}
async function readSources(tree, globs) {
  const paths = await tree.list(globs);
  const files = /* @__PURE__ */ new Map();
  let wanted = paths;
  for (; ; ) {
    const read = wanted.length === 0 ? [] : await tree.read(wanted);
    wanted.forEach((path, index) => {
      files.set(path, read[index] ?? { path, state: "absent" });
    });
    const { specs, problems, needs } = parseSpecs(paths, files);
    if (needs.length === 0) return { paths, files, specs, problems };
    wanted = needs;
  }
}
function noFile(globs) {
  const tried = globs.map((glob) => JSON.stringify(glob)).join(", ");
  const message = `no file matches the spec globs ${tried || "(none given)"}; name globs relative to the repository's root, such as "scaling/**/*.yaml"`;
  return { file: ".", line: 1, column: 1, message };
}

// src/commands/choose.ts
async function chooseSpecs(parts2, options, kind2) {
  const { rules, ...broken } = await readRules(parts2.tree, parts2.base ?? parts2.tree);
  const { specs, files, ...read } = await readSpecs(parts2.tree, options.specs);
  const problems = files.length > 0 ? read.problems : await tellOfStacks(parts2, read.problems, options);
  const all2 = [...broken.problems, ...problems, ...unknownNames(options, specs)];
  if (all2.length > 0)
    return {
      ok: false,
      result: await stopOnProblems(parts2, options, { problems: all2, specs: specs.length, kind: kind2 })
    };
  const chosen = specs.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  return { ok: true, specs: chosen, settings: rules.settings, rules };
}
async function tellOfStacks({ reader }, problems, { repository }) {
  try {
    const stacks = await (await reader()).listStacks();
    return problems.map((problem) => zeroSpecs(problem, stacks, repository));
  } catch (error2) {
    if (error2 instanceof CloudError) return problems;
    throw error2;
  }
}
async function stopOnProblems({ publisher }, options, found3) {
  const report = problemsReport(found3, { commit: options.commit, ...options.report });
  await publisher.annotate(found3.problems);
  await publisher.publish(report);
  return { exitCode: 1, report, problems: found3.problems };
}
function unknownNames(options, specs) {
  const known3 = new Set(specs.map(({ name }) => name));
  return options.only.filter((name) => !known3.has(name)).map((name) => ({
    file: options.specs.join(" "),
    line: 1,
    column: 1,
    message: `--only names ${JSON.stringify(name)}, which no spec has; there are: ${[...known3].sort().join(", ") || "none"}`
  }));
}

// src/commands/freeze-override.ts
async function freezeOverride({ freezeLabeller, clock, log }, options, { settings: { freeze } }) {
  const { freezeOverride: named5 = null } = options;
  if (named5 !== null) return named5;
  const now = clock.now().getTime();
  const isOn = freeze.windows.some((window) => frozenAt([window], now) !== null);
  if (!isOn || freeze.approvers.length === 0 || freezeLabeller === void 0) return null;
  try {
    return await freezeLabeller();
  } catch (error2) {
    if (!(error2 instanceof ForgeError)) throw error2;
    log.warn(`asking who overrides the freeze window: ${error2.message}; it counts as nobody`);
    return null;
  }
}

// src/core/capacity/bounds.ts
function boundsOf({ scheduled }, { min, max }) {
  return scheduled === null ? { min, max } : widestBounds({ size: scheduled.rule, scaling: scheduled.rule });
}

// src/core/capacity/take.ts
var NOTHING = takeBy(() => 0);
var UNKNOWN2 = takeBy(() => null);
function takeBy(amount) {
  return Object.fromEntries(QUOTA_NAMES.map((name) => [name, amount(name)]));
}
function takeOf(parts2, flavors) {
  return sum(parts2.map((part2) => takeOfPart(part2, flavors)));
}
function takeOfPart(part2, flavors) {
  switch (part2.kind) {
    case "server":
      return serverTake(part2.flavor, flavors);
    case "port":
      return { ...NOTHING, ports: 1 };
    case "floatingIp":
      return { ...NOTHING, floatingIps: 1 };
    case "poolMember":
      return { ...NOTHING, poolMembers: 1 };
    case "volume":
      return { ...NOTHING, volumes: 1, volumeGiB: part2.sizeGiB };
    case "loadBalancer":
      return NOTHING;
    case "opaque":
      return UNKNOWN2;
  }
}
function serverTake(flavor, flavors) {
  const found3 = flavor === null ? null : only(flavors, flavor);
  return { ...NOTHING, instances: 1, cores: found3?.vcpus ?? null, ramMiB: found3?.ramMiB ?? null };
}
function sum(takes) {
  return takes.reduce(
    (total, one) => takeBy((name) => plus(total[name], one[name])),
    takeBy(() => 0)
  );
}
function times(take, number) {
  if (number === 0) return NOTHING;
  return takeBy((name) => {
    const one = take[name];
    if (one === 0) return 0;
    return one === null || number === null ? null : one * number;
  });
}
function plus(a, b) {
  return a === null || b === null ? null : a + b;
}

// src/core/capacity/live-members.ts
function liveMembers(groups, parts2, flavors) {
  const takes = groups.flatMap(({ address, members }) => {
    const others2 = (parts2.each.get(address) ?? []).filter(({ kind: kind2 }) => kind2 !== "server");
    const servers2 = members.flatMap((member) => member.servers).filter(({ status }) => status !== "MISSING");
    return [
      times(takeOf(others2, flavors), members.length),
      ...servers2.map(({ flavor }) => serverTake(flavor, flavors))
    ];
  });
  return sum(takes);
}

// src/core/capacity/surge.ts
function exchangedAtOnce({ environment }, group, { max, observed }) {
  const { address, type, rolling, member, healing } = group;
  const { members, failed } = liveSize(observed, address);
  const size = max === null ? null : Math.max(max, members);
  const mapped = Object.hasOwn(environment.resource_registry, String(member["type"] ?? ""));
  const allAtOnce = mapped || address.includes("/") || type.startsWith("AWS::");
  return size === null || allAtOnce ? size : Math.min(Math.max(rolling.maxBatch + failed, healing), size);
}
function liveSize(observed, at) {
  const found3 = observed.presence === "present" ? observed.groups.find(({ address }) => address === at) : void 0;
  const members = found3?.members ?? [];
  return {
    members: members.length,
    failed: members.filter(({ state }) => state.status === "FAILED").length
  };
}
function failedAsBefore(sides2) {
  const { before, after, flavors } = sides2;
  const takes = keptGroups(sides2).flatMap(({ group }) => {
    const [old, next] = [eachOf(before, group, flavors), eachOf(after, group, flavors)];
    const failed = group.members.filter(({ state }) => state.status === "FAILED");
    return failed.map((member) => more3(larger(old, memberTake(member, group, sides2)), next));
  });
  return sum(takes);
}
function lingering(sides2) {
  const { desired, before, after, flavors } = sides2;
  const takes = keptGroups(sides2).flatMap(({ group, wanted }) => {
    const next = eachOf(after, group, flavors);
    const { max } = boundsOf(desired, wanted);
    const above = max === null ? null : Math.max(0, group.members.length - max);
    const larger2 = group.members.map((member) => more3(memberTake(member, group, sides2), next));
    return [...larger2, times(next, above)];
  });
  const goes = goingNames(sides2);
  const stays = [...before.besideBy].flatMap(([name, held]) => goes.has(name) ? [] : held);
  return sum([...takes, more3(takeOf(stays, flavors), takeOf(after.beside, flavors))]);
}
function leaving(sides2) {
  const { observed, before, flavors } = sides2;
  const kept = new Set(keptGroups(sides2).map(({ group }) => group));
  const goes = goingNames(sides2);
  const beside = [...before.besideBy].flatMap(([name, held]) => goes.has(name) ? held : []);
  const groups = observed.groups.filter((group) => !kept.has(group));
  return sum([liveMembers(groups, before, flavors), takeOf(beside, flavors)]);
}
function keptGroups(sides2) {
  const { observed, desired } = sides2;
  const goes = goingNames(sides2);
  return observed.groups.flatMap((group) => {
    const wanted = desired.groups.find(({ address }) => address === group.address);
    return wanted === void 0 || goes.has(group.address) ? [] : [{ group, wanted }];
  });
}
function goingNames({ changes }) {
  const going = changes.filter(({ action }) => action === "replace" || action === "delete");
  return new Set(going.map(({ address }) => address.replace(/^resources\./i, "")));
}
function eachOf({ each }, { address }, flavors) {
  return takeOf(each.get(address) ?? [], flavors);
}
function memberTake(member, group, { before, flavors }) {
  return liveMembers([{ ...group, members: [member] }], before, flavors);
}
function more3(one, than) {
  return takeBy((name) => {
    const [a, b] = [one[name], than[name]];
    return a === null || b === null ? null : Math.max(0, a - b);
  });
}
function larger(one, other) {
  return takeBy((name) => {
    const [a, b] = [one[name], other[name]];
    return a === null || b === null ? null : Math.max(a, b);
  });
}

// src/core/capacity/claim.ts
function claimOf({ desired, observed }, { changes }, flavors) {
  const { parts: parts2, ...before } = observed.presence === "present" ? liveClaim(observed, flavors) : NO_CLAIM;
  const { name } = desired;
  if (desired.presence === "absent") return { name, ...before, ...NO_CLAIM_AFTER, surge: before.now };
  const partsAfter = stackParts(desired, desired.groups);
  const after = desiredClaim(desired, observed, { parts: partsAfter, flavors });
  if (observed.presence === "absent" || parts2 === null) return { name, ...before, ...after };
  const both = { observed, desired, changes, before: parts2, after: partsAfter, flavors };
  const surge2 = sum([after.surge, failedAsBefore(both), leaving(both), lingering(both)]);
  return { name, ...before, ...after, surge: surge2 };
}
var NO_CLAIM = { now: NOTHING, mostBefore: NOTHING, apartBefore: 0, parts: null };
var NO_CLAIM_AFTER = { least: NOTHING, most: NOTHING, surge: NOTHING, single: null, apart: null };
function liveClaim(observed, flavors) {
  const groups = describeGroups({ ...observed, initial: [] });
  const parts2 = stackParts(observed, groups);
  const beside = takeOf(parts2.beside, flavors);
  const largest2 = groups.map(({ address, max }) => times(eachOf2(parts2, address, flavors), max));
  const together2 = apart(
    groups.map((group) => ({ group, max: group.max, surge: 0 })),
    parts2
  );
  return {
    parts: parts2,
    now: sum([beside, liveMembers(observed.groups, parts2, flavors)]),
    mostBefore: sum([beside, ...largest2]),
    apartBefore: together2 === null ? 0 : together2.most
  };
}
function desiredClaim(desired, observed, { parts: parts2, flavors }) {
  const beside = takeOf(parts2.beside, flavors);
  const sized = desired.groups.map((group) => {
    const { min, max } = boundsOf(desired, group);
    const each = eachOf2(parts2, group.address, flavors);
    const surge3 = exchangedAtOnce(desired, group, { max, observed });
    return { group, each, min, max, surge: surge3 };
  });
  const total = (size) => sum([beside, ...sized.map((one) => times(one.each, size(one)))]);
  const [first, second] = sized;
  const surge2 = sum(sized.map((one) => times(one.each, one.surge)));
  return {
    least: total(({ min }) => min),
    most: total(({ max }) => max),
    // a floating IP moves from the old server to its successor (core/heat/group/member-template.ts)
    surge: desired.kind === "AutoScalingGroup" ? { ...surge2, floatingIps: 0 } : surge2,
    single: first && !second ? { each: first.each, beside, max: first.max } : null,
    apart: apart(sized, parts2)
  };
}
function eachOf2(parts2, address, flavors) {
  return takeOf(parts2.each.get(address) ?? [], flavors);
}
function apart(sized, { each }) {
  const inside2 = sized.flatMap((one) => {
    const servers2 = (each.get(one.group.address) ?? []).filter(isKeptApart).length;
    return servers2 === 0 ? [] : [{ ...one, servers: servers2 }];
  });
  if (inside2.length === 0) return null;
  const total = (size) => inside2.reduce((sofar, one) => {
    const members = size(one);
    return sofar === null || members === null ? null : sofar + members * one.servers;
  }, 0);
  return { most: total(({ max }) => max), surge: total(({ surge: surge2 }) => surge2) };
}
function isKeptApart(part2) {
  return part2.kind === "server" && part2.inServerGroup;
}

// src/core/capacity/head-room.ts
var TIGHT = 0.8;
function headRoom(claims, quotas) {
  const total = (of) => sum(claims.map(of));
  const [now, most, surge2] = [
    total((claim) => claim.now),
    total((claim) => claim.most),
    total((claim) => claim.surge)
  ];
  const rows = QUOTA_NAMES.flatMap((name) => {
    if (most[name] === 0 && surge2[name] === 0) return [];
    const taken = { now: now[name], most: most[name], surge: surge2[name] };
    return [rowOf({ name, of: null }, quotas.of[name], taken)];
  });
  return [...rows, ...claims.flatMap((claim) => apartRow(claim, quotas.serverGroupMembers))];
}
function othersOf(name, claims, quota) {
  const now = sum(claims.map((claim) => claim.now))[name];
  if (quota.kind === "unknown" || quota.used === null || now === null) return null;
  return Math.max(0, quota.used - now);
}
function apartRow({ name: of, apart: apart2 }, quota) {
  if (apart2 === null) return [];
  return [rowOf({ name: "serverGroupMembers", of }, quota, { now: 0, ...apart2 })];
}
function rowOf(label2, quota, { now, most, surge: surge2 }) {
  if (quota.kind === "unknown") return { state: "unknown", ...label2, why: quota.why };
  const { limit, used } = quota;
  if (limit === null) return { state: "unlimited", ...label2 };
  if (now === null || most === null || surge2 === null || used === null)
    return { state: "unknown", ...label2, why: "what the groups take of it only Heat can tell" };
  const others2 = Math.max(0, used - now);
  return { state: stateOf(others2 + most, surge2, limit), ...label2, limit, others: others2, most, surge: surge2 };
}
function stateOf(most, surge2, limit) {
  if (most > limit) return "exceeded";
  return most + surge2 > limit * TIGHT ? "tight" : "roomy";
}

// src/core/capacity/host-room.ts
function hostQuestions(pairs, flavors) {
  const all2 = pairs.flatMap((pair) => needsOf(pair, flavors).map(({ question }) => question));
  const byKey = new Map(all2.map((question) => [keyOf(question), question]));
  return [...byKey.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, question]) => question);
}
function keyOf({ flavor, diskGiB }) {
  return JSON.stringify([flavor, diskGiB]);
}
function needsOf({ desired, observed }, flavors) {
  if (desired.presence === "absent") return [];
  const { each } = stackParts(desired, desired.groups);
  return desired.groups.flatMap((group) => {
    const servers2 = (each.get(group.address) ?? []).flatMap((part2) => serverOf2(part2, flavors));
    const distinct2 = new Map(servers2.map((question) => [keyOf(question), question]));
    return [...distinct2.values()].map((question) => {
      const perMember = servers2.filter((one) => keyOf(one) === keyOf(question)).length;
      return { question, more: stillToCome(group, perMember, { desired, observed, question }) };
    });
  });
}
function serverOf2(part2, flavors) {
  if (part2.kind !== "server" || part2.flavor === null) return [];
  const found3 = only(flavors, part2.flavor);
  if (found3 === null) return [];
  const { name, vcpus, ramMiB, diskGiB } = found3;
  return [{ flavor: name, vcpus, ramMiB, diskGiB: part2.onVolume ? 0 : diskGiB }];
}
function stillToCome(group, perMember, {
  desired,
  observed,
  question
}) {
  const { max } = boundsOf(desired, group);
  const there = serversIn(observed, group.address).filter(
    ({ flavor, status }) => flavor === question.flavor && status !== "MISSING"
  );
  return max === null ? 0 : Math.max(0, max * perMember - there.length);
}
function serversIn(observed, at) {
  if (observed.presence === "absent") return [];
  const found3 = observed.groups.find(({ address }) => address === at);
  return (found3?.members ?? []).flatMap(({ servers: servers2 }) => servers2);
}
function hostFindings({ group, pair, at }, rooms, flavors) {
  if (group.action === "no-op" || group.action === "delete" || group.byClock) return [];
  const needs = needsOf(pair, flavors);
  return rooms.flatMap((room) => {
    if (room.kind === "unknown" || room.orMore) return [];
    const same = needs.filter(({ question }) => keyOf(question) === keyOf(room));
    const more4 = same.reduce((sum3, need) => sum3 + need.more, 0);
    if (more4 <= room.servers) return [];
    const message = `the hosts have room for about ${room.servers} more ${room.servers === 1 ? "server" : "servers"} of flavor ${quote(room.flavor)}, and until its largest size ${more4} more may come; beyond that no alarm brings a server, so ask the cloud's operator for hosts, or take a smaller flavor`;
    return [{ rule: "hosts-full", severity: "warn", message, source: at }];
  });
}

// src/core/capacity/quota-findings.ts
function quotaFindings(judged, claims, quotas) {
  const { group, at } = judged;
  if (group.action === "no-op" || group.action === "delete" || group.byClock) return [];
  const found3 = [
    ...QUOTA_NAMES.flatMap((name) => ofQuota(name, judged, claims, quotas)),
    ...ofServerGroup(judged, quotas)
  ];
  return found3.map((one) => ({ ...one, source: at }));
}
function ofQuota(name, { claim }, claims, quotas) {
  const quota = quotas.of[name];
  const most = claim.most[name];
  const others2 = othersOf(name, claims, quota);
  if (quota.kind === "unknown" || quota.limit === null || others2 === null || most === null || most === 0)
    return [];
  const rest = claims.filter((other) => other !== claim);
  const theirLeast = sum(rest.map(({ least }) => least))[name] ?? 0;
  const amounts = { name, limit: quota.limit, others: others2, theirLeast, most };
  if (others2 + theirLeast + most > quota.limit) return [neverReached(amounts, claim)];
  const together2 = plus(sum(claims.map((one) => one.most))[name], others2);
  if (together2 === null) return [];
  if (together2 > quota.limit) return grows(claim, name) ? [notTogether(amounts, together2)] : [];
  const surge2 = claim.surge[name] ?? 0;
  return together2 + surge2 > quota.limit ? [noExchange(amounts, together2, surge2)] : [];
}
function exceeded(before, most, message) {
  const lowered = before !== null && most < before;
  return { rule: "quota-exceeded", severity: lowered ? "warn" : "error", message };
}
function neverReached({ name, limit, others: others2, theirLeast, most }, claim) {
  const used = [
    others2 > 0 ? `${amountWords(name, others2)} are used outside of these groups` : "",
    theirLeast > 0 ? `the other groups always hold ${amountWords(name, theirLeast)}` : ""
  ].filter((part2) => part2 !== "");
  const message = `${sizeWords(claim)} can never be reached: at most it takes ${amountWords(name, most)}, the project's quota is ${amountWords(name, limit)}${used.length === 0 ? "" : `, of which ${used.join(" and ")}`}${enoughFor(name, limit - others2 - theirLeast, claim)}; make the largest size smaller, or ask the cloud's operator for a larger quota of ${QUOTA_WORDS[name].many}`;
  return exceeded(claim.mostBefore[name], most, message);
}
function sizeWords({ single }) {
  return single?.max == null ? "the largest size" : `${single.max} servers at most`;
}
function enoughFor(name, room, { single }) {
  const each = single?.each[name] ?? null;
  const beside = single?.beside[name] ?? null;
  if (each === null || each === 0 || beside === null) return "";
  return `: enough for ${Math.max(0, Math.floor((room - beside) / each))} servers`;
}
function grows({ most, mostBefore }, name) {
  const [after, before] = [most[name], mostBefore[name]];
  return after !== null && (before === null || after > before);
}
function notTogether({ name, limit }, together2) {
  const message = `not all groups can be at their largest at the same time: together they and what else the project uses would take ${amountWords(name, together2)}, its quota is ${amountWords(name, limit)}; whichever grows last stays small`;
  return { rule: "quota-shared", severity: "warn", message };
}
function noExchange({ name, limit }, together2, surge2) {
  const message = `with all groups at their largest no server could be exchanged: a rollout or a healing takes ${amountWords(name, surge2)} more for a while, ${amountWords(name, together2)} would be used, and the project's quota is ${amountWords(name, limit)}`;
  return { rule: "no-quota-for-rollout", severity: "warn", message };
}
function ofServerGroup({ claim: { apart: apart2, apartBefore } }, { serverGroupMembers: quota }) {
  if (apart2 === null || apart2.most === null || quota.kind === "unknown" || quota.limit === null) return [];
  const { limit } = quota;
  if (apart2.most > limit) {
    const message2 = `${apart2.most} servers at most can never be reached: a server group holds ${limit} servers here (quota server_group_members); make the largest size smaller, leave the server group out, or ask the cloud's operator for a larger quota`;
    return [exceeded(apartBefore, apart2.most, message2)];
  }
  const worst2 = plus(apart2.most, apart2.surge);
  if (worst2 === null || worst2 <= limit) return [];
  const message = `at ${apart2.most} servers none could be exchanged: a rollout or a healing needs ${apart2.surge} more for a while, and a server group holds ${limit} servers here (quota server_group_members)`;
  return [{ rule: "no-quota-for-rollout", severity: "warn", message }];
}

// src/core/cost/price-list.ts
function priceListOn(lists, now) {
  const day = now.toISOString().slice(0, 10);
  return lists.findLast(({ validFrom }) => validFrom <= day) ?? null;
}

// src/core/cost/budget-findings.ts
function budgetFindings(spec, group, cost) {
  if (spec.kind !== "AutoScalingGroup" || spec.budget === null) return [];
  if (group.action === "no-op" || group.action === "delete" || group.byClock) return [];
  const { monthly, severity } = spec.budget;
  const source = positionOf(spec, "/spec/budget/monthly");
  if (cost === null) {
    const message2 = `whether it keeps its budget of ${money(monthly)} a month nobody can tell: no price list is named as prices in .thermostat.yaml, or none is valid yet`;
    return [{ rule: "budget-unknown", severity: "warn", message: message2, source }];
  }
  const { currency, after, unknown } = cost;
  const most = rounded(after.max.atLeast * MONTH_HOURS);
  const least = after.max.exact ? "" : "at least ";
  if (most > monthly) {
    const message2 = `at its largest it costs ${least}${money(most)} ${currency} a month, the budget is ${money(monthly)}; make the largest size or the flavor smaller, or raise spec.budget.monthly`;
    return [{ rule: "over-budget", severity, message: message2, source }];
  }
  if (after.max.exact) return [];
  const message = `whether it keeps its budget of ${money(monthly)} ${currency} a month nobody can tell: there is no price for ${unknown.join(", ")}`;
  return [{ rule: "budget-unknown", severity: "warn", message, source }];
}

// src/core/cost/group-cost.ts
var NOTHING2 = { at: { min: FREE, now: FREE, max: FREE }, unknown: [] };
function groupCost({ desired, observed }, group, { prices, flavors }) {
  const price = (parts2) => priceOf(parts2, prices, flavors);
  const before = observed.presence === "present" ? liveSide(observed, price) : NOTHING2;
  const after = desired.presence === "present" ? desiredSide(desired, group, price) : NOTHING2;
  const tags = desired.presence === "present" ? desired.tags : observed.presence === "present" ? observed.tags : [];
  return {
    currency: prices.currency,
    before: before.at,
    after: after.at,
    unknown: [.../* @__PURE__ */ new Set([...before.unknown, ...after.unknown])].sort(),
    team: tags.find((tag) => tag.startsWith(TEAM))?.slice(TEAM.length) ?? null
  };
}
var TEAM = "team=";
function liveSide(observed, price) {
  const groups = describeGroups({ ...observed, initial: [] });
  const { each, beside } = stackParts(observed, groups);
  const running = observed.groups.flatMap(({ address, members }) => {
    const others2 = (each.get(address) ?? []).filter(({ kind: kind2 }) => kind2 !== "server");
    const servers2 = members.flatMap((member) => member.servers).filter(({ status }) => status !== "MISSING");
    return [
      ...members.flatMap(() => others2),
      ...servers2.map(
        ({ flavor }) => ({ kind: "server", flavor, inServerGroup: false, onVolume: false })
      )
    ];
  });
  const sized = groups.map(({ address, min, max }) => ({ parts: each.get(address) ?? [], min, max }));
  const side = bounded(beside, sized, price);
  const now = price([...beside, ...running]);
  return { at: { ...side.at, now: now.amount }, unknown: [...side.unknown, ...now.unknown] };
}
function desiredSide(desired, { scalingGroups }, price) {
  const { each, beside } = stackParts(desired, desired.groups);
  const sized = desired.groups.map((group) => ({
    parts: each.get(group.address) ?? [],
    ...boundsOf(desired, group),
    after: scalingGroups.find(({ address }) => address === group.address)?.size.after ?? null
  }));
  const side = bounded(beside, sized, price);
  const now = add([
    price(beside).amount,
    ...sized.map(({ parts: parts2, after }) => multiply(price(parts2).amount, after))
  ]);
  return { ...side, at: { ...side.at, now } };
}
function bounded(beside, sized, price) {
  const fixed = price(beside);
  const each = sized.map(({ parts: parts2, min: min2, max }) => ({ ...price(parts2), min: min2, max }));
  const total = (size) => add([fixed.amount, ...each.map((one) => multiply(one.amount, size(one)))]);
  const min = total((one) => one.min);
  return {
    at: { min, now: min, max: total((one) => one.max) },
    unknown: [...fixed.unknown, ...each.flatMap(({ unknown }) => unknown)]
  };
}

// src/core/cost/with-costs.ts
function withCosts(plan2, { specs, pairs, flavors }, prices) {
  const groups = plan2.groups.map((group, index) => {
    const [spec, pair] = [specs[index], pairs[index]];
    if (!spec || !pair) return group;
    const cost = prices === null ? null : groupCost(pair, group, { prices, flavors });
    return { ...group, cost, findings: [...group.findings, ...budgetFindings(spec, group, cost)] };
  });
  return { ...plan2, groups };
}

// src/core/guard/deletions.ts
function deletionFindings(groups, { maxDeletions }) {
  const going = groups.filter(({ action }) => action === "delete").map(({ name }) => name);
  if (going.length <= maxDeletions) return [];
  const shown3 = going.length > MANY2 ? [...going.slice(0, MANY2), `${going.length - MANY2} more`] : going;
  const stacks = going.length === 1 ? "1 stack" : `${going.length} stacks`;
  const message = `this run would delete ${stacks} (${list(shown3)}), and limits.maxDeletions allows ${maxDeletions}: nothing of it is applied; delete in smaller steps, or raise the limit first`;
  return [{ rule: "too-many-deletions", severity: "error", message }];
}
var MANY2 = 5;

// src/core/guard/guard-plan.ts
function guardPlan(plan2, { specs, pairs, now, judge }, guard) {
  const ofRun = deletionFindings(plan2.groups, guard.rules.settings.limits);
  const frozenBy = frozenLookup(now);
  const groups = plan2.groups.map((group, index) => {
    const [spec, pair] = [specs[index], pairs[index]];
    if (spec?.name !== group.name || !pair) throw new Error(`no spec for the plan of "${group.name}"`);
    const judged = { spec, pair, group, headRoom: plan2.headRoom };
    const own2 = group.byClock ? [] : [...freezeFindings(judged, frozenBy, guard), ...judge(judged, now, guard.rules)];
    const all2 = group.action === "no-op" ? own2 : [...ofRun, ...own2];
    return all2.length === 0 ? group : { ...group, findings: [...group.findings, ...all2] };
  });
  return { ...plan2, groups };
}

// src/core/plan/capacity.ts
function capacityOf({ desired, observed }, { scalingGroups }, flavors) {
  const before = observed.presence === "present" ? unitsOf(liveSide2(observed), flavors) : NONE;
  const after = desired.presence === "present" ? unitsOf(desired, flavors) : NONE;
  const total = (units, size) => sum2(scalingGroups.map((group) => times2(units.get(group.address) ?? null, size(group))));
  const capacity = {
    now: total(before, ({ size }) => size.current),
    after: total(after, ({ size }) => size.after),
    mostBefore: total(before, ({ size }) => largestBefore(size)),
    most: total(after, ({ size }) => isGone(size) ? 0 : size.max)
  };
  return Object.values(capacity).every((one) => one === null) ? null : capacity;
}
var NONE = /* @__PURE__ */ new Map();
var NOTHING3 = { vcpus: 0, ramMiB: 0 };
function liveSide2(observed) {
  return { groups: describeGroups({ ...observed, initial: [] }), files: observed.files };
}
function unitsOf({ groups, files }, flavors) {
  return new Map(groups.map(({ address, member }) => [address, unitOf(member, files, flavors)]));
}
function unitOf(member, files, flavors) {
  const servers2 = memberServers(member, files);
  if (servers2.length === 0) return null;
  return sum2(
    servers2.map(({ properties }) => {
      const named5 = properties["flavor"] ?? properties["InstanceType"];
      return typeof named5 === "string" ? only(flavors, named5) : null;
    })
  );
}
function largestBefore({ before, current }) {
  if (before !== null) return before.max;
  return current === 0 ? 0 : null;
}
function isGone({ min, max, after }) {
  return min === null && max === null && after === 0;
}
function times2(unit, number) {
  if (number === 0) return NOTHING3;
  if (unit === null || number === null) return null;
  return { vcpus: unit.vcpus * number, ramMiB: unit.ramMiB * number };
}
function sum2(amounts) {
  return amounts.reduce(
    (total, one) => total === null || one === null ? null : { vcpus: total.vcpus + one.vcpus, ramMiB: total.ramMiB + one.ramMiB },
    NOTHING3
  );
}

// src/core/plan/check-room.ts
function networksInQuestion(desired, catalogue) {
  const demands = desired.flatMap((one) => one.presence === "present" ? one.addresses : []);
  const ids = demands.flatMap(({ network }) => only(catalogue.network, network)?.id ?? []);
  return [...new Set(ids)].sort();
}
function checkRoom({ desired, observed }, catalogue, inUse) {
  if (desired.presence === "absent") return { problems: [], findings: [] };
  const own2 = new Set(serverAddresses(observed));
  const rooms = desired.addresses.flatMap((demand) => {
    const subnets = subnetsOf(demand, catalogue);
    const network = subnets[0]?.networkId;
    if (network === void 0) return [];
    return [{ demand, name: nameOf2(demand, subnets), ...count2(subnets, inUse[network] ?? [], own2) }];
  });
  return {
    problems: rooms.flatMap((room) => {
      const message = neverReached2(room);
      return message === null ? [] : [{ ...room.demand.at, message }];
    }),
    findings: rooms.flatMap((room) => {
      const message = noExchange2(room);
      const rule = "no-addresses-for-rollout";
      return message === null ? [] : [{ rule, severity: "warn", message, source: room.demand.at }];
    })
  };
}
function neverReached2({ demand, name, free, held }) {
  const { servers: servers2, each } = demand;
  if (BigInt(servers2 * each) <= free + held) return null;
  const most = (free + held) / BigInt(each);
  return `${servers2} servers at most can never be reached: ${stock(name, free, held)}, enough for ${most} servers${perServer(each)}; make size.max smaller, or the subnet larger`;
}
function noExchange2({ demand, name, free, held }) {
  const { servers: servers2, surge: surge2, each } = demand;
  const room = free + held;
  if (surge2 === 0 || BigInt(servers2 * each) > room || BigInt((servers2 + surge2) * each) <= room) return null;
  return `at ${servers2} servers there would be no addresses to exchange them: a rollout or a healing needs ${surge2} more servers for a while, and ${stock(name, free, held)}${perServer(each)}`;
}
function stock(name, free, held) {
  const more4 = held === 0n ? "" : ` beside the ${held} that this group holds`;
  return `${free} addresses are free in ${name}${more4}`;
}
function perServer(each) {
  return each === 1 ? "" : ` with ${each} each`;
}
function subnetsOf({ network, subnet }, catalogue) {
  const net = only(catalogue.network, network);
  if (net === null) return [];
  const own2 = catalogue.subnet.filter(({ networkId }) => networkId === net.id);
  const chosen = subnet === null ? own2 : [only(own2, subnet)].filter((one) => one !== null);
  return chosen.filter(({ ipVersion }) => ipVersion === 4);
}
function nameOf2({ network }, subnets) {
  const [one, ...more4] = subnets;
  return one && more4.length === 0 ? `the subnet "${one.name || one.id}"` : `the subnets of the network "${network}"`;
}
function count2(subnets, inUse, own2) {
  const ranges = subnets.flatMap(
    ({ pools }) => pools.map(({ start, end }) => ({ first: numberOf(start), last: numberOf(end) }))
  );
  const size = ranges.reduce((sum3, { first, last }) => sum3 + last - first + 1n, 0n);
  const used = [...new Set(inUse)].filter((text) => {
    const value3 = numberOf(text);
    return ranges.some(({ first, last }) => value3 >= first && value3 <= last);
  });
  return { free: size - BigInt(used.length), held: BigInt(used.filter((text) => own2.has(text)).length) };
}
function numberOf(text) {
  const read = addressOf(text);
  return read?.version === 4 ? read.value : -1n;
}
function serverAddresses(observed) {
  if (observed.presence === "absent") return [];
  return observed.groups.flatMap(
    ({ members }) => members.flatMap(({ servers: servers2 }) => servers2.flatMap(({ addresses }) => addresses))
  );
}

// src/core/plan/field-path.ts
function keysOf(path, values) {
  if (path === "") return [];
  const names2 = new Set(values.flatMap(namesIn));
  for (const name of [...names2].sort((a, b) => b.length - a.length)) {
    if (path === name) return [name];
    if (!path.startsWith(`${name}.`)) continue;
    const below = keysOf(
      path.slice(name.length + 1),
      values.map((value3) => step(value3, name))
    );
    if (below !== null) return [name, ...below];
  }
  return null;
}
function valueAt(value3, keys) {
  return keys.reduce(step, value3);
}
function withValue(value3, keys, leaf) {
  const [key, ...rest] = keys;
  if (key === void 0) return leaf ?? null;
  const inner = rest.length === 0 ? leaf : withValue(step(value3, key), rest, leaf);
  if (Array.isArray(value3))
    return value3.map((item, at) => String(at) === key ? inner ?? null : item);
  const others2 = isJsonObject(value3) ? value3 : {};
  if (inner !== void 0) return { ...others2, [key]: inner };
  return Object.fromEntries(Object.entries(others2).filter(([name]) => name !== key));
}
function step(value3, key) {
  if (Array.isArray(value3)) return value3[Number(key)];
  return isJsonObject(value3) ? own(value3, key) : void 0;
}
function namesIn(value3) {
  if (Array.isArray(value3)) return value3.map((_, at) => String(at));
  return isJsonObject(value3) ? Object.keys(value3) : [];
}

// src/core/plan/nested-live-value.ts
import { createHash as createHash2 } from "node:crypto";
function withNestedValue(desired, observed, place2) {
  const [live2, wanted] = [nestedOf(place2.before, place2.resource), nestedOf(place2.after, place2.resource)];
  if (live2 === null || wanted === null) return { obstacle: "its file can’t be read" };
  const text = withLive(wanted.document, live2.document, place2.path.slice("nested.".length));
  if (typeof text === "string") return { obstacle: text };
  const file = renamed(wanted.file, text.text);
  const patched = { ...place2.after.files, [file]: text.text };
  const files = { before: place2.before.files, after: patched };
  const isLive = nestedFields(live2.definition, { ...wanted.definition, type: file }, files).length === 0;
  const name = isLive ? live2.file : file;
  const section = resourcesKey(desired.template);
  const body2 = object(object(desired.template[section])[place2.resource]);
  const keys = groupType(typeOf(own(place2.after.resources, place2.resource) ?? {})) ? [propertiesKey(desired.template), "resource", "type"] : [dialectOf(desired.template) === "hot" ? "type" : "Type"];
  if (typeof valueAt(body2, keys) !== "string") return { obstacle: "its file is named by a function" };
  const template = object(withValue(desired.template, [section, place2.resource, ...keys], name));
  const added = isLive ? { [name]: observed.files[name] ?? "" } : { [file]: text.text };
  return { desired: { ...desired, template, files: { ...desired.files, ...added } } };
}
function nestedOf({ resources, files }, name) {
  const whole2 = own(resources, name) ?? {};
  const definition = groupType(typeOf(whole2)) ? memberOf(whole2, { resources, files }) : whole2;
  const file = typeOf(definition);
  const text = own(files, file);
  const { document } = text === void 0 ? { document: null } : readHeatDocument(file, text, "nested template");
  return document === null ? null : { file, definition, document: document.value };
}
function withLive(wanted, live2, path) {
  if (dialectOf(wanted) !== dialectOf(live2)) return "the live file is written in the other language";
  const views = [viewedResources(live2), viewedResources(wanted)];
  const aligned = byStem(alignGenerations(views[0], views[1]).old);
  const keys = keysOf(path, [aligned, byStem(views[1])]);
  const name = Object.keys(views[1]).find((one) => stem(one) === keys?.[0]);
  if (keys === null || name === void 0 || keys.length < 2) return "only one of the files has it";
  const [first = "", ...rest] = keys.slice(1);
  const place2 = [resourcesKey(wanted), name, first === "properties" ? propertiesKey(wanted) : first, ...rest];
  const next = object(withValue(wanted, place2, valueAt(aligned, keys)));
  const obstacle2 = unknownName2(valueAt(next, place2.slice(0, 2)) ?? null, next);
  return obstacle2 ?? { text: `${JSON.stringify(next, null, 2)}
` };
}
function viewedResources(document) {
  return Object.fromEntries(
    Object.entries(viewTemplate(document).resources).map(([name, { type, properties, attributes }]) => [
      name,
      { type, properties, ...attributes }
    ])
  );
}
function byStem(resources) {
  return Object.fromEntries(Object.entries(resources).map(([name, body2]) => [stem(name), body2]));
}
function unknownName2(body2, document) {
  const { resources, parameters } = viewTemplate(document);
  const known3 = (name) => Object.hasOwn(resources, name) || Object.hasOwn(parameters, name) || /^(OS|AWS)::/.test(name);
  const unknown = [...referencedResources(body2), ...parametersIn(body2)].find((name) => !known3(name));
  return unknown === void 0 ? null : `its value refers to "${unknown}", which the repository's file does not have`;
}
function parametersIn(value3) {
  if (Array.isArray(value3)) return value3.flatMap((item) => parametersIn(item));
  if (!isJsonObject(value3)) return [];
  const name = value3["get_param"];
  return [...typeof name === "string" ? [name] : [], ...Object.values(value3).flatMap(parametersIn)];
}
function renamed(file, text) {
  const mark = createHash2("sha256").update(text).digest("hex").slice(0, 8);
  const dot = file.lastIndexOf(".");
  const base = (dot > file.lastIndexOf("/") ? file.slice(0, dot) : file).replace(
    /(-[0-9a-f]{8})-[0-9a-f]{8}$/,
    "$1"
  );
  return `${base}-${mark}${dot > file.lastIndexOf("/") ? file.slice(dot) : ""}`;
}

// src/core/plan/live-value.ts
function withLiveValue(desired, observed, sides2, place2) {
  const resource = /^resources\.(.+)$/s.exec(place2.address)?.[1];
  if (resource === void 0) return aroundResources(desired, observed, place2);
  if (place2.path === "") return wholeResource(desired, observed, sides2, resource);
  if (place2.path.startsWith("nested."))
    return withNestedValue(desired, observed, { ...sides2, resource, path: place2.path });
  return inResource(desired, sides2, resource, place2.path);
}
var MASK = "******";
function aroundResources(desired, observed, place2) {
  const { address, path } = place2;
  if (address === "tags") return { desired: { ...desired, tags: withoutProvenance(observed.tags) } };
  if (address === "metadata") return { desired: { ...desired, protect: isProtected(observed.tags) } };
  if (address === "files") return fileText(desired, observed, path);
  if (address === "environment") {
    const { parameters, ...live2 } = observed.environment;
    const next = withLiveAt({ ...desired.environment }, { ...live2, parameters }, path);
    return typeof next === "string" ? { obstacle: next } : { desired: { ...desired, environment: environmentOf(next) } };
  }
  return inSection(desired, observed, place2);
}
function inSection(desired, observed, { address, path }) {
  const given = address === "parameters" ? observed.environment.parameters : {};
  const parameters = withLiveAt(desired.environment.parameters, given, path);
  const section = withLiveAt(desired.template[address] ?? null, observed.template[address] ?? null, path);
  if (typeof parameters === "string" && typeof section === "string") return { obstacle: section };
  const template = typeof section === "string" ? desired.template : withKey(desired.template, address, section.value);
  const environment = address !== "parameters" || typeof parameters === "string" ? desired.environment : { ...desired.environment, parameters: object(parameters.value) };
  return { desired: { ...desired, template, environment } };
}
function environmentOf({ value: value3 }) {
  const all2 = object(value3);
  return {
    parameters: object(all2["parameters"]),
    parameter_defaults: object(all2["parameter_defaults"]),
    resource_registry: object(all2["resource_registry"])
  };
}
function withKey(template, key, value3) {
  return object(withValue(template, [key], value3 ?? void 0));
}
function withLiveAt(desired, live2, path) {
  const keys = keysOf(path, [live2, desired]);
  if (keys === null) return "it is in neither template";
  const value3 = valueAt(live2, keys);
  if (holdsMask(value3)) return "Heat shows its value as ******";
  return { value: withValue(desired, keys, value3) };
}
function holdsMask(value3) {
  return value3 !== void 0 && JSON.stringify(value3).includes(MASK);
}
function fileText(desired, observed, name) {
  const text = own(observed.files, name);
  if (text === void 0) return { obstacle: "the stack has no such file" };
  return { desired: { ...desired, files: { ...desired.files, [name]: text } } };
}
function inResource(desired, sides2, name, path) {
  const [live2, wanted] = [own(sides2.before.resources, name), own(sides2.after.resources, name)];
  const keys = keysOf(path, [live2, wanted]);
  if (live2 === void 0 || wanted === void 0 || keys === null)
    return { obstacle: "no definition names it" };
  const value3 = valueAt(live2, keys);
  if (holdsMask(value3)) return { obstacle: "Heat shows its value as ******" };
  const section = resourcesKey(desired.template);
  const body2 = own(object(desired.template[section]), name) ?? null;
  const patched = asWritten(withValue(wanted, keys, value3), desired.template);
  const next = graft(body2, patched, written3(keys, desired.template));
  const obstacle2 = unknownReference(next, desired);
  if (obstacle2 !== null) return { obstacle: obstacle2 };
  return { desired: { ...desired, template: object(withValue(desired.template, [section, name], next)) } };
}
function graft(raw, patched, keys) {
  for (let depth = 0; depth < keys.length; depth += 1) {
    const above = keys.slice(0, depth);
    const [was, becomes] = [valueAt(raw, above), valueAt(patched, above)];
    const isFunction = isJsonObject(was) && isIntrinsic(was);
    const isOther = Array.isArray(was) && (!Array.isArray(becomes) || was.length !== becomes.length);
    if (isFunction || isOther) return withValue(raw, above, becomes);
  }
  return withValue(raw, keys, valueAt(patched, keys));
}
function unknownReference(value3, { template }) {
  const known3 = object(template[resourcesKey(template)]);
  const unknown = [...referencedResources(value3)].find((name) => !Object.hasOwn(known3, name));
  return unknown === void 0 ? null : `its value refers to "${unknown}", which the repository's template does not have`;
}
function wholeResource(desired, observed, sides2, name) {
  const section = resourcesKey(desired.template);
  const live2 = own(sides2.before.resources, name);
  if (live2 === void 0) return withoutResource(desired, name);
  const obstacle2 = unknownReference(live2, desired);
  if (obstacle2 !== null) return { obstacle: obstacle2 };
  if (dialectOf(observed.template) !== dialectOf(desired.template))
    return { obstacle: "the live template is written in the other language" };
  const type = typeToSend(desired, observed, name, String(live2["type"] ?? ""));
  if ("obstacle" in type) return type;
  const body2 = asWritten({ ...live2, type: type.name }, desired.template);
  const template = object(withValue(desired.template, [section, name], body2));
  const file = String(live2["type"] ?? "");
  const text = own(observed.files, file);
  return {
    desired: {
      ...desired,
      template,
      files: text === void 0 ? desired.files : { [file]: text, ...desired.files }
    }
  };
}
function typeToSend({ environment, files }, observed, name, is) {
  const [text, ours] = [own(observed.files, is), own(files, is)];
  if (text !== void 0 && ours !== void 0 && text !== ours)
    return { obstacle: `its file "${is}" has another text in the repository` };
  const written5 = own(viewTemplate(observed.template).resources, name)?.type ?? is;
  const [there, here] = [observed.environment, environment].map(
    (one) => own(one.resource_registry, written5) ?? null
  );
  if (there === null || sameValue(there, here)) return { name: written5 };
  return written5 === is ? { obstacle: `its type "${written5}" is one of the live environment's registry alone` } : { name: is };
}
function withoutResource(desired, name) {
  const section = resourcesKey(desired.template);
  const template = object(withValue(desired.template, [section, name], void 0));
  const users = Object.entries(object(template[section])).filter(([, body2]) => refersTo(body2, name));
  const [user] = users.map(([one]) => one);
  if (user !== void 0) return { obstacle: `"${user}" refers to it` };
  if (referencedResources(template["outputs"] ?? template["Outputs"] ?? null).has(name))
    return { obstacle: "an output refers to it" };
  const initial = desired.initial.filter(({ file, path }) => file !== null || path[1] !== name);
  return { desired: { ...desired, template, initial } };
}
function refersTo(body2, name) {
  const needs = object(body2)["depends_on"] ?? object(body2)["DependsOn"] ?? [];
  return referencedResources(body2).has(name) || (Array.isArray(needs) ? needs : [needs]).includes(name);
}
var CFN_KEYS = {
  type: "Type",
  properties: "Properties",
  metadata: "Metadata",
  depends_on: "DependsOn",
  deletion_policy: "DeletionPolicy",
  update_policy: "UpdatePolicy"
};
function written3([first = "", ...rest], template) {
  return [dialectOf(template) === "cfn" ? own(CFN_KEYS, first) ?? first : first, ...rest];
}
function asWritten(definition, template) {
  return Object.fromEntries(
    Object.entries(object(definition)).map(([key, value3]) => [written3([key], template)[0] ?? key, value3])
  );
}

// src/core/plan/leave-ignored.ts
function leaveIgnored(pair, ignoring) {
  const { desired, observed } = pair;
  if (desired.presence === "absent" || observed.presence === "absent") return pair;
  const rules = ignoring.rules.filter(({ group }) => matches(group, desired.name));
  if (rules.length === 0) return pair;
  const judge = { rules, now: ignoring.now };
  const around = leave(
    { desired, fields: [], obstacles: [] },
    observed,
    judge,
    (address) => !isResource(address)
  );
  const all2 = leave(around, observed, judge, isResource);
  const left = described(all2.desired, desired);
  const { changes } = compareStacks(left, observed);
  const findings = [...notLeft(changes, all2, judge, desired), ...expired(changes, judge, desired)];
  return { ...pair, desired: left, left: { declared: desired, fields: all2.fields, findings } };
}
function isResource(address) {
  return address.startsWith("resources.");
}
function leave(begun2, observed, { rules, now }, counts2) {
  const { sides: sides2, changes } = compareStacks(begun2.desired, observed);
  const fields = [...begun2.fields];
  const obstacles = [...begun2.obstacles];
  let { desired } = begun2;
  const ruleFor = (path) => ignoredBy(rules, { group: desired.name, path, now });
  for (const { place: place2, field: field3 } of placesIn(changes, ruleFor)) {
    const path = pathOf(place2);
    const rule = counts2(place2.address) ? ruleFor(path) : null;
    if (rule === null || isReleased(place2)) continue;
    const between = desired === begun2.desired ? sides2 : bothSides(desired, observed);
    const next = withLiveValue(desired, observed, between, place2);
    if ("obstacle" in next) {
      obstacles.push({ path, why: next.obstacle });
      continue;
    }
    const { reason: reason2, expires, source } = rule;
    desired = next.desired;
    fields.push({ path, live: field3.before, declared: field3.after, reason: reason2, expires, source });
  }
  return { desired, fields, obstacles };
}
function placesIn(changes, ruleFor) {
  return changes.flatMap(({ address, action, reason: reason2, fields }) => {
    if (fields.length > 0)
      return fields.flatMap((field3) => {
        const whole2 = { place: { address, path: field3.path }, field: field3 };
        if (ruleFor(pathOf(whole2.place)) !== null) return [whole2];
        const parts2 = partsOf2(field3).map((part2) => ({ place: { address, path: part2.path }, field: part2 }));
        return parts2.some(({ place: place2 }) => ruleFor(pathOf(place2)) !== null) ? parts2 : [whole2];
      });
    if (action === "create")
      return [{ place: { address, path: "" }, field: { before: null, after: reason2 } }];
    if (action === "delete")
      return [{ place: { address, path: "" }, field: { before: reason2, after: null } }];
    return [];
  });
}
function partsOf2({ path, before, after }) {
  const maps = [before, after].filter((value3) => value3 !== null);
  if (maps.length === 0 || !maps.every(isJsonObject)) return [];
  const keys = [...new Set(maps.flatMap((map) => Object.keys(map)))].sort();
  return keys.flatMap((key) => {
    const [was, becomes] = [before, after].map(
      (value3) => isJsonObject(value3) ? own(value3, key) ?? null : null
    );
    const part2 = { path: path === "" ? key : `${path}.${key}`, before: was ?? null, after: becomes ?? null };
    const inside2 = partsOf2(part2);
    return inside2.length > 0 ? inside2 : [part2];
  });
}
function pathOf({ address, path }) {
  return path === "" ? address : `${address}.${path}`;
}
function isReleased({ path }) {
  return /(^|\.)properties\.(desired_capacity|DesiredCapacity)$/.test(path);
}
function described(next, declared) {
  if (next === declared) return declared;
  const kept = new Map(declared.groups.map(({ address, keepInService }) => [address, keepInService]));
  const files = withoutUnused(next, declared);
  const groups = describeGroups({ ...next, files }).map(
    (group) => declared.kind === "AutoScalingGroup" ? { ...group, keepInService: kept.get(group.address) ?? group.keepInService } : group
  );
  return { ...next, files, groups };
}
function withoutUnused(next, declared) {
  const names2 = ({ template, environment, files }, name) => [JSON.stringify([template, environment]), ...Object.values(files)].some((text) => text.includes(name));
  return Object.fromEntries(
    Object.entries(next.files).filter(
      ([name]) => names2(next, name) || Object.hasOwn(declared.files, name) && !names2(declared, name)
    )
  );
}
function notLeft(changes, { obstacles }, { rules, now }, { name, source }) {
  const ruleFor = (path) => ignoredBy(rules, { group: name, path, now });
  return placesIn(changes, ruleFor).filter(({ place: place2 }) => !isReleased(place2)).flatMap(({ place: place2 }) => {
    const path = pathOf(place2);
    const rule = ruleFor(path);
    if (rule === null) return [];
    const why = obstacles.find((one) => one.path === path)?.why ?? "Heat’s answer does not show how it is written";
    const message = `${path} is to be left as it is (${rule.reason}), and can’t be: ${why}; an apply would undo it, so take the rule out of ${rule.source.file} (line ${rule.source.line}) or the change out of the spec`;
    return [{ rule: "ignored-not-left", severity: "error", source, message }];
  });
}
function expired(changes, { rules, now }, { source }) {
  return rules.filter((rule) => isExpired(rule, now)).flatMap((rule) => {
    const meant = (path) => matches(rule.path, path, true) ? rule : null;
    const paths = placesIn(changes, meant).map(({ place: place2 }) => pathOf(place2));
    const again = paths.filter((path) => matches(rule.path, path, true));
    if (again.length === 0) return [];
    const message = `the rule to ignore ${rule.path} held until ${rule.expires} (${rule.reason}): ${again.join(", ")} ${again.length === 1 ? "counts" : "count"} again; give it another last day, or take it out of ${rule.source.file} (line ${rule.source.line})`;
    return [{ rule: "ignore-expired", severity: "warn", source, message }];
  });
}

// src/core/heat/catalogue-references.ts
function templateReferences(input) {
  const view = viewTemplate(input.template);
  const scope = scopeOf(view, input);
  const made = namesMadeHere(view, (value3) => resolve(value3, scope));
  return Object.entries(view.resources).flatMap(([name, resource]) => {
    if (isSwitchedOff(resource, scope)) return [];
    const definition = { type: resource.type, properties: resolve(resource.properties, scope) };
    const path = [resourcesKey(input.template), name, propertiesKey(input.template)];
    const inline2 = groupType(resource.type)?.member.kind === "inline";
    const member = inline2 ? object(object(definition.properties)["resource"]) : definition;
    const base = inline2 ? [...path, "resource", "properties"] : path;
    return memberServers(member, input.files).concat(ofItself(definition)).flatMap((server2) => serverReferences(server2.type, server2.properties)).filter(({ type, value: value3 }) => !made.has(`${type}:${value3}`)).map(({ type, value: value3, keys }) => ({
      type,
      value: value3,
      at: nearest([...base, ...keys], input),
      ...type === "subnet" ? { idOnly: SUBNET_IDS } : {}
    }));
  });
}
var SUBNET_IDS = "Heat hands it to Neutron as it stands";
var FIELDS = {
  "OS::Nova::Server": {
    image: "image",
    flavor: "flavor",
    key_name: "keyPair",
    security_groups: "securityGroup",
    networks: "network"
  },
  "AWS::EC2::Instance": {
    ImageId: "image",
    InstanceType: "flavor",
    KeyName: "keyPair",
    SecurityGroups: "securityGroup",
    SubnetId: "subnet"
  },
  "AWS::AutoScaling::AutoScalingGroup": { VPCZoneIdentifier: "subnet" },
  "AWS::AutoScaling::LaunchConfiguration": {
    ImageId: "image",
    InstanceType: "flavor",
    KeyName: "keyPair",
    SecurityGroups: "securityGroup"
  }
};
function serverReferences(serverType, properties) {
  return Object.entries(FIELDS[serverType] ?? {}).flatMap(
    ([key, type]) => named4(type, properties[key], [key])
  );
}
function named4(type, value3, keys) {
  if (typeof value3 === "string" && value3 !== "") return [{ type, value: value3, keys }];
  if (Array.isArray(value3))
    return value3.flatMap((item, index) => named4(type, item, [...keys, String(index)]));
  if (type === "network" && isJsonObject(value3)) return named4(type, value3["network"], [...keys, "network"]);
  return [];
}
function ofItself(definition) {
  return definition.type.startsWith("AWS::AutoScaling::") ? [{ address: "", type: definition.type, properties: object(definition.properties) }] : [];
}
var MADE_BY = {
  "OS::Nova::KeyPair": "keyPair",
  "OS::Neutron::SecurityGroup": "securityGroup",
  "OS::Neutron::Net": "network",
  "OS::Neutron::ProviderNet": "network",
  "OS::Nova::Flavor": "flavor",
  "OS::Glance::WebImage": "image"
};
function namesMadeHere(view, resolved) {
  return new Set(
    Object.values(view.resources).flatMap((resource) => {
      const type = MADE_BY[resource.type];
      const name = resolved(resource.properties["name"] ?? null);
      return type && typeof name === "string" ? [`${type}:${name}`] : [];
    })
  );
}
function nearest(keys, input) {
  for (let length2 = keys.length; length2 > 0; length2 -= 1) {
    const at = input.positions[`/${keys.slice(0, length2).map(escapePointer).join("/")}`];
    if (at) return at;
  }
  return input.source;
}

// src/core/heat/member-files.ts
import { createHash as createHash3 } from "node:crypto";
function nameMemberFilesByContent(template, files, environment) {
  const section = resourcesKey(template);
  const used = /* @__PURE__ */ new Map();
  const resources = Object.entries(object(template[section])).map(([name, body2]) => {
    const group = object(body2);
    const definition = object(object(group["properties"])["resource"]);
    const file = nestedFile(String(definition["type"] ?? ""), files, environment);
    if (group["type"] === void 0 || !groupType(String(group["type"])) || file === null)
      return [name, body2];
    const hashed = hashedName(file, files);
    used.set(file, hashed);
    const resource = { ...definition, type: hashed };
    return [name, { ...group, properties: { ...object(group["properties"]), resource } }];
  });
  const added = [...used].map(([file, hashed]) => [hashed, files[file] ?? ""]);
  const kept = Object.entries(files).filter(
    ([name]) => !used.has(name) || isUsedElsewhere(name, template, files)
  );
  return {
    template: { ...template, [section]: Object.fromEntries(resources) },
    files: Object.fromEntries([...kept, ...added]),
    renamed: (file) => file === null ? null : used.get(file) ?? file
  };
}
function hashedName(file, files) {
  const hash = createHash3("sha256");
  for (const name of [...reachable(file, files)].sort()) hash.update(`${name}\0${files[name]}\0`);
  const mark = hash.digest("hex").slice(0, 8);
  const dot = file.lastIndexOf(".");
  return dot > file.lastIndexOf("/") ? `${file.slice(0, dot)}-${mark}${file.slice(dot)}` : `${file}-${mark}`;
}
function reachable(file, files, seen = /* @__PURE__ */ new Set()) {
  seen.add(file);
  for (const name of Object.keys(files)) {
    if (!seen.has(name) && files[file]?.includes(name)) reachable(name, files, seen);
  }
  return seen;
}
function isUsedElsewhere(name, template, files) {
  const others2 = Object.entries(files).filter(([other]) => other !== name);
  return others2.some(([, text]) => text.includes(name)) || mentionsOutsideGroups(name, template);
}
function mentionsOutsideGroups(name, template) {
  return Object.values(object(template[resourcesKey(template)])).some((body2) => {
    const resource = object(body2);
    const isGroup = groupType(String(resource["type"])) !== void 0;
    const properties = object(resource["properties"]);
    const outside = isGroup ? { ...properties, resource: { ...object(properties["resource"]), type: "" } } : resource;
    return JSON.stringify(outside).includes(JSON.stringify(name));
  });
}

// src/core/heat/compile-template.ts
function compileTemplate(spec) {
  const root = takeOutOwned(spec.template, null, (pointer) => spec.templatePositions[pointer] ?? spec.source);
  const nested = takeOutOfFiles(spec);
  const { template, files, renamed: renamed3 } = nameMemberFilesByContent(
    root.template,
    nested.files,
    spec.environment
  );
  const initial = [...root.initial, ...nested.initial.map((one) => ({ ...one, file: renamed3(one.file) }))];
  const asked = groupProperties({ ...spec, initial: [] });
  return {
    presence: "present",
    name: spec.name,
    kind: spec.kind,
    source: spec.source,
    template,
    files,
    environment: spec.environment,
    initial,
    groups: describeGroups({ template, files, environment: spec.environment, initial }).map((group) => ({
      ...group,
      healing: mostAtOnce(templateHealth(asked[group.address] ?? {}))
    })),
    tags: labelTags(spec.labels),
    timeoutMinutes: spec.timeoutMinutes,
    scheduled: null,
    paused: false,
    protect: spec.protect,
    addresses: [],
    references: templateReferences({
      template,
      files,
      environment: spec.environment,
      positions: spec.templatePositions,
      source: spec.source
    }),
    findings: [...root.findings, ...nested.findings],
    advice: [],
    triggers: [],
    alarms: []
  };
}
function takeOutOwned(template, file, at) {
  const section = resourcesKey(template);
  const resources = Object.entries(object(template[section])).map(([name, body2]) => ({
    name,
    ...takeOutOfResource(name, body2, { template, file, at })
  }));
  return {
    template: { ...template, [section]: Object.fromEntries(resources.map(({ name, body: body2 }) => [name, body2])) },
    initial: resources.flatMap(({ initial }) => initial),
    findings: resources.flatMap(({ findings }) => findings)
  };
}
function takeOutOfFiles(spec) {
  const taken = Object.entries(spec.files).map(([name, text]) => {
    const { document } = /\b(AutoScalingGroup)\b/.test(text) ? readHeatDocument(name, text, "nested template") : { document: null };
    const result = document && takeOutOwned(document.value, name, () => ({ ...spec.source, file: name, line: 1, column: 1 }));
    return result && result.findings.length > 0 ? { name, text: JSON.stringify(result.template), initial: result.initial, findings: result.findings } : { name, text, initial: [], findings: [] };
  });
  return {
    files: Object.fromEntries(taken.map(({ name, text }) => [name, text])),
    initial: taken.flatMap(({ initial }) => initial),
    findings: taken.flatMap(({ findings }) => findings)
  };
}
function takeOutOfResource(name, body2, where) {
  const { template, file } = where;
  const type = groupType(viewResource(object(body2), dialectOf(template)).type);
  if (!type) return { body: body2, initial: [], findings: [] };
  const key = propertiesKey(template);
  const properties = object(object(body2)[key]);
  const path = [resourcesKey(template), name, key];
  const owned = [type.desired, ...type.own].filter((property) => property in properties);
  const kept = Object.entries(properties).filter(([property]) => !owned.some((one) => one === property));
  const desired = properties[type.desired];
  return {
    body: { ...object(body2), [key]: Object.fromEntries(kept) },
    initial: desired === void 0 ? [] : [{ file, path, property: type.desired, value: desired }],
    findings: owned.map(
      (property) => explain(property, name, type.desired, where.at(`/${[...path, property].map(escapePointer).join("/")}`))
    )
  };
}
function explain(property, group, desired, source) {
  return property === desired ? {
    rule: "initial-size-only",
    severity: "info",
    source,
    message: `${group}: \`${property}\` counts at creation only; afterwards the group keeps the size that its alarms gave it`
  } : {
    rule: "thermostat-key",
    severity: "info",
    source,
    message: `${group}: \`${property}\` is Thermostat's own; it is taken out of what Heat gets, which does not ${HEAT_REFUSES.test(property) ? "implement" : "know"} it`
  };
}
var HEAT_REFUSES = /^HealthCheck/;
function escapePointer(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

// src/core/heat/compile.ts
function compile(spec, circumstances) {
  switch (spec.kind) {
    case "AutoScalingGroup":
      return compileGroup(spec, circumstances);
    case "HeatStack":
    case "HOT":
    case "CloudFormation":
      return { desired: compileTemplate(spec), problems: [], unmet: [] };
    case "Deleted":
      return {
        desired: { presence: "absent", name: spec.name, source: spec.source },
        problems: [],
        unmet: []
      };
  }
}

// src/commands/compile-specs.ts
async function compileSpecs(cloud, specs, now) {
  return compileWith(await readFacts(cloud, specs), specs, now);
}
async function compileForBounds(cloud, specs, now) {
  const facts = await readFacts(cloud, specs).catch((error2) => {
    if (error2 instanceof CloudError) return NO_FACTS;
    throw error2;
  });
  return compileWith(facts, specs, now).desired;
}
function compileWith(facts, specs, now) {
  const circumstances = { now: now.toISOString(), facts };
  const compiled = specs.map((spec) => compile(spec, circumstances));
  return {
    desired: compiled.map(({ desired }) => desired),
    problems: compiled.flatMap(({ problems }) => problems),
    unmet: compiled.map(({ unmet }) => unmet)
  };
}
async function readFacts(cloud, specs) {
  const needed = factsNeeded(specs);
  const [catalogue, telemetry] = await Promise.all([
    needed.flavors ? cloud.catalogue(["flavor"]) : null,
    needed.telemetry && cloud.telemetry(needed.telemetry)
  ]);
  return { flavors: catalogue?.flavor ?? [], telemetry };
}

// src/core/heat/held-in.ts
function heldIn({ name, resources }, address) {
  const at = address.lastIndexOf("/");
  if (at < 0) return `${name} ${address}`;
  const holder = resources.find((resource) => resource.address === address.slice(0, at));
  return `${holder?.physicalId || name} ${address.slice(at + 1)}`;
}

// src/core/drift/remake.ts
function remakeWords(stack, address) {
  const held = heldIn(stack, address);
  const [holder = stack.name] = held.split(" ");
  return `\`openstack stack resource mark unhealthy ${held}\`, then \`openstack stack update --existing ${holder}\``;
}
function remade(address) {
  return [{ kind: "remake", address }];
}

// src/core/drift/alarm-actions.ts
var ACTIONS = ["alarm_actions", "ok_actions", "insufficient_data_actions"];
function misdirectedAlarm(view, told, live2, item) {
  const { stack } = view;
  return ACTIONS.flatMap((kind2) => {
    const given = told.properties[kind2] ?? [];
    const queues = told.properties[kind2.replace("actions", "queues")];
    if (!Array.isArray(given) || queues !== void 0) return [];
    const wanted = listOf2(given);
    const actions = listOf2(live2.fields[kind2]).map(String);
    const policies = wanted.flatMap((one) => [...referencedResources(one)]).filter((name) => isPolicy(view, told, name));
    const holder = holderId(view, told);
    const astray = policies.filter((name) => !actions.some((action) => leadsTo(action, holder, name)));
    if (wanted.length === actions.length && astray.length === 0) return [];
    return [
      item({
        kind: "alarm-action-edited",
        repository: `${kind2}: ${policies.length > 0 ? policies.map((name) => `signal ${name}`).join(", ") : `${wanted.length} of them`}`,
        cloud: actions.length === 0 ? "no action" : actions.map(withoutSecrets).join(", "),
        remedy: `have Heat make the alarm anew: ${remakeWords(stack, told.address)}`,
        mends: remade(told.address)
      })
    ];
  });
}
function isPolicy(view, { address }, name) {
  const above = address.slice(0, address.lastIndexOf("/") + 1);
  return view.told.some((one) => one.address === `${above}${name}` && one.type.endsWith("::ScalingPolicy"));
}
function listOf2(value3) {
  return Array.isArray(value3) ? value3 : [];
}
function holderId({ stack }, { address }) {
  const end = address.lastIndexOf("/");
  if (end < 0) return stack.id;
  return stack.resources.find((one) => one.address === address.slice(0, end))?.physicalId ?? "";
}
function leadsTo(action, stackId, policy) {
  const path = decoded2(action).split("?")[0] ?? "";
  const place2 = `${stackId === "" ? "" : `/${stackId}`}/resources/${policy}`;
  return path.includes(`${place2}/signal`) || path.endsWith(place2);
}
function decoded2(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function withoutSecrets(action) {
  const plain2 = (action.split("?")[0] ?? "").replace(/\/\/[^/@]*@/, "//");
  return /\/signal\/arn/.test(decoded2(plain2)) ? plain2 : withoutUrlSecrets("alarm_actions", plain2, redacted);
}

// src/core/drift/view.ts
function surroundingsOf(things) {
  return {
    things,
    portsByDevice: listedBy(things.of.port?.values() ?? [], ({ fields }) => textField(fields, "device_id")),
    meteredByStack: listedBy(things.metered, ({ serverGroup }) => serverGroup)
  };
}
function listedBy(items, keyOf2) {
  const lists = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf2(item);
    if (key === "") continue;
    const known3 = lists.get(key);
    if (known3 === void 0) lists.set(key, [item]);
    else known3.push(item);
  }
  return lists;
}
function thingBehind({ around }, kind2, { physicalId }) {
  const list3 = around.things.of[kind2];
  if (list3 === null || physicalId === "") return null;
  return list3.get(physicalId);
}
function textField(fields, key) {
  const value3 = fields[key];
  return typeof value3 === "string" ? value3 : "";
}
function objectsIn(fields, key) {
  const value3 = fields[key];
  return Array.isArray(value3) ? value3.filter(isJsonObject) : [];
}
function timeField(fields, key) {
  const value3 = textField(fields, key);
  if (value3 === "") return null;
  return /(Z|[+-]\d\d:?\d\d)$/.test(value3) ? value3 : `${value3}Z`;
}

// src/core/drift/alarm-blind.ts
var BLIND_AFTER_MINUTES = 30;
function blindAlarm({ now, stack }, { properties }, live2, item) {
  const state = textField(live2.fields, "state");
  if (state !== "insufficient data" || live2.fields["enabled"] === false) return [];
  if (stack.groups.length > 0 && stack.groups.every(({ members }) => members.length === 0)) return [];
  const since = newest([timeField(live2.fields, "timestamp"), timeField(live2.fields, "state_timestamp")]);
  const window = 2 * Number(properties["granularity"] ?? 0) * Number(properties["evaluation_periods"] ?? 1);
  const patience = Math.max(BLIND_AFTER_MINUTES * 60, Number.isFinite(window) ? window : 0) * 1e3;
  if (since === null || Date.parse(now) - Date.parse(since) < patience) return [];
  return [
    item({
      kind: "alarm-blind",
      repository: "knows the measures",
      cloud: `insufficient data${reasonOf(live2.fields)}`,
      remedy: "look whether Ceilometer measures the servers, whether they carry `metering.server_group`, and whether the archive policy keeps this granularity",
      since
    })
  ];
}
function reasonOf(fields) {
  const reason2 = textField(fields, "state_reason");
  return reason2 === "" ? "" : `: ${reason2}`;
}
function newest(times3) {
  return times3.filter((time) => time !== null).sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null;
}

// src/core/drift/compare.ts
function differences(properties, live2, fields) {
  return fields.flatMap((field3) => {
    const { property, otherwise } = field3;
    const told = properties[property] ?? otherwise;
    if (told === void 0 || isUnresolved(told)) return [];
    const is = live2[field3.field ?? property] ?? null;
    return isSame(told, is, field3) ? [] : [
      {
        property,
        told: words(told),
        live: words(is),
        values: { told, live: is, toSet: asThere(told, is) }
      }
    ];
  });
}
function isSame(told, live2, { set = false }) {
  if (set && Array.isArray(told) && Array.isArray(live2)) return sameValue(sorted(told), sorted(live2));
  if (isEmpty(told) && isEmpty(live2)) return true;
  if (isJsonObject(told) && isJsonObject(live2)) {
    return Object.entries(told).every(([key, value3]) => sameValue(value3, live2[key]));
  }
  return sameValue(told, live2);
}
function asThere(told, live2) {
  if (typeof told !== "string") return told;
  if (typeof live2 === "number" && told.trim() !== "" && Number.isFinite(Number(told))) return Number(told);
  return typeof live2 === "boolean" ? told.toLowerCase() === "true" : told;
}
function fieldsToSet(found3) {
  return Object.fromEntries(
    found3.flatMap(({ property, values }) => values === void 0 ? [] : [[property, values.toSet]])
  );
}
function isEmpty(value3) {
  return value3 === null || Array.isArray(value3) && value3.length === 0;
}
function sorted(items) {
  return items.toSorted((a, b) => JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
}
function words(value3) {
  if (value3 === null) return "none";
  return typeof value3 === "string" ? value3 : JSON.stringify(value3);
}
function liveFields(place2, found3) {
  const fields = found3.flatMap(
    ({ property, values }) => values === void 0 ? [] : [{ path: `${place2}.properties.${property}`, value: values.live, told: values.told }]
  );
  return fields.length === found3.length ? fields : [];
}
function sides(found3) {
  return {
    repository: found3.map(({ property, told }) => `${property} ${told}`).join(", "),
    cloud: found3.map(({ property, live: live2 }) => `${property} ${live2}`).join(", ")
  };
}

// src/core/drift/composite-rule.ts
function compositeDifferences(properties, live2) {
  const told = properties["composite_rule"];
  const is = live2["composite_rule"];
  if (told === void 0 || is === void 0) return [];
  const [a, b] = [leaves(told), leaves(is)];
  const changed2 = a.filter(
    ([path2, value3]) => !b.some(([other, live3]) => other === path2 && String(live3) === String(value3))
  );
  const one = changed2.find(([, value3]) => typeof value3 !== "object");
  const more4 = b.length > 0 && topCount(is) !== topCount(told);
  if (one === void 0 && !more4) return [];
  const path = one?.[0] ?? "rules";
  const found3 = b.find(([other]) => other === path)?.[1] ?? null;
  return [
    {
      property: path,
      within: "composite_rule",
      told: String(one?.[1] ?? topCount(told)),
      live: String(one ? found3 : topCount(is))
    }
  ];
}
function asAodh(rule) {
  if (Array.isArray(rule)) return rule.map(asAodh);
  if (!isJsonObject(rule)) return rule;
  const { operator, rules } = rule;
  if (typeof operator === "string" && Array.isArray(rules)) return { [operator]: rules.map(asAodh) };
  return Object.fromEntries(Object.entries(rule).map(([key, value3]) => [key, asAodh(value3)]));
}
var COMPARED = /* @__PURE__ */ new Set([
  "threshold",
  "comparison_operator",
  "granularity",
  "evaluation_periods",
  "metric",
  "aggregation_method",
  "type",
  "resource_type"
]);
function leaves(rule, path = "") {
  const value3 = path === "" ? asAodh(rule) : rule;
  if (Array.isArray(value3)) return value3.flatMap((one, index) => leaves(one, `${path}[${index}]`));
  if (!isJsonObject(value3)) return [];
  return Object.entries(value3).flatMap(([key, one]) => {
    const next = path === "" ? key : `${path}.${key}`;
    if (Array.isArray(one) && (key === "and" || key === "or")) return leaves(one, next);
    return COMPARED.has(key) ? [[next, one]] : [];
  });
}
function topCount(rule) {
  const value3 = asAodh(rule);
  const list3 = isJsonObject(value3) ? value3["and"] ?? value3["or"] : void 0;
  return Array.isArray(list3) ? list3.length : 0;
}

// src/core/drift/kinds.ts
var error = { severity: "error" };
var deaf = { severity: "error", cannotScale: true };
var warn = { severity: "warn" };
var info = { severity: "info" };
var DRIFT_KINDS = {
  // the stack and its repository
  "stack-missing": error,
  "stack-left-over": warn,
  "stack-failed": deaf,
  "stack-suspended": deaf,
  "stack-without-spec": warn,
  "template-edited": warn,
  "parameter-edited": warn,
  "environment-edited": warn,
  "file-edited": warn,
  "tags-edited": info,
  "schedule-missed": warn,
  // the settings
  "ignore-expired": warn,
  // the group
  "group-cannot-scale": deaf,
  "scaling-stuck": deaf,
  "size-out-of-bounds": warn,
  "size-unexplained": info,
  "member-failed": error,
  "member-behind": warn,
  // servers
  "server-missing": error,
  "server-stopped": error,
  "server-error": error,
  "server-not-active": error,
  "server-resized": warn,
  "server-rebuilt": warn,
  "server-renamed": info,
  "server-metadata-edited": warn,
  "server-metadata-added": info,
  "server-metering-lost": error,
  "server-tags-edited": info,
  "server-locked": warn,
  "server-key-changed": warn,
  "server-security-groups-edited": warn,
  "server-networks-changed": error,
  "server-volume-detached": error,
  "server-volume-attached": warn,
  "server-orphan": warn,
  // ports, security groups, floating IPs
  "port-missing": error,
  "port-disabled": error,
  "port-edited": warn,
  "security-group-missing": error,
  "security-rule-removed": error,
  "security-rule-added": warn,
  "floating-ip-missing": error,
  "floating-ip-moved": error,
  // load balancers
  "balancer-missing": error,
  "balancer-error": error,
  "balancer-edited": warn,
  "balancer-disabled": error,
  "listener-missing": error,
  "listener-added": warn,
  "listener-edited": warn,
  "listener-disabled": error,
  "pool-missing": error,
  "pool-added": info,
  "pool-edited": warn,
  "pool-disabled": error,
  "monitor-missing": error,
  "monitor-added": warn,
  "monitor-edited": warn,
  "monitor-disabled": warn,
  "pool-member-missing": error,
  "pool-member-added": warn,
  "pool-member-edited": warn,
  "pool-member-disabled": error,
  "pool-member-astray": error,
  // alarms
  "alarm-missing": deaf,
  "alarm-disabled": deaf,
  "alarm-enabled": warn,
  "alarm-edited": warn,
  "alarm-action-edited": deaf,
  "alarm-blind": deaf,
  "alarm-unheard": deaf
};
function driftItem(found3) {
  const { severity, cannotScale = false } = DRIFT_KINDS[found3.kind];
  return { severity, cannotScale, about: null, since: null, through: "", mends: [], left: "", ...found3 };
}

// src/core/drift/time-constraints.ts
function constraintDifferences(properties, live2) {
  const told = properties["time_constraints"];
  const [a, b] = [told, live2["time_constraints"]].map((list3) => Array.isArray(list3) ? list3.length : 0);
  if (a === b) return [];
  const property = "time_constraints";
  return [{ property, within: property, told: `${a} of them`, live: `${b} of them` }];
}

// src/core/drift/alarm-drift.ts
var BY_RESOURCES = [
  { property: "metric" },
  { property: "resource_type" },
  { property: "aggregation_method" },
  { property: "granularity" },
  { property: "evaluation_periods" },
  { property: "threshold" },
  { property: "comparison_operator" }
];
var TYPES = {
  "OS::Aodh::GnocchiAggregationByResourcesAlarm": {
    rule: "gnocchi_aggregation_by_resources_threshold_rule",
    fields: BY_RESOURCES,
    measures: true
  },
  "OS::Aodh::GnocchiResourcesAlarm": {
    rule: "gnocchi_resources_threshold_rule",
    fields: [...BY_RESOURCES, { property: "resource_id" }],
    measures: true
  },
  "OS::Aodh::GnocchiAggregationByMetricsAlarm": {
    rule: "gnocchi_aggregation_by_metrics_threshold_rule",
    fields: [
      { property: "metrics", set: true },
      { property: "aggregation_method" },
      { property: "granularity" },
      { property: "evaluation_periods" },
      { property: "threshold" },
      { property: "comparison_operator" }
    ],
    measures: true
  },
  "OS::Aodh::PrometheusAlarm": {
    rule: "prometheus_rule",
    fields: [{ property: "query" }, { property: "threshold" }, { property: "comparison_operator" }],
    measures: true
  },
  "OS::Aodh::CompositeAlarm": { rule: "composite_rule", fields: [], measures: true },
  "OS::Aodh::EventAlarm": { rule: "event_rule", fields: [{ property: "event_type" }], measures: false }
};
var COMMON = [
  { property: "repeat_actions" },
  { property: "severity" },
  { property: "description" }
];
function alarmDrift(view) {
  return view.told.filter(({ settled }) => settled).flatMap((told) => {
    const type = TYPES[told.type];
    const live2 = type ? thingBehind(view, "alarm", told) : null;
    if (!type || live2 === null) return [];
    return live2 === void 0 ? [missing(view, told)] : ofAlarm(view, told, type, live2);
  });
}
function missing({ stack }, told) {
  return driftItem({
    kind: "alarm-missing",
    subject: `alarm ${told.address}`,
    repository: "there",
    cloud: "does not exist in Aodh: nobody signals any more",
    remedy: `Heat does not know that it is gone: ${remakeWords(stack, told.address)}`,
    mends: remade(told.address)
  });
}
function ofAlarm(view, told, type, live2) {
  const item = (found3) => driftItem({
    subject: `alarm ${told.address}`,
    about: { service: "alarm", id: live2.id },
    since: timeField(live2.fields, "timestamp"),
    ...found3
  });
  return [
    ...switched(told, live2, item),
    ...edited(told, type, live2, item),
    ...misdirectedAlarm(view, told, live2, item),
    ...type.measures ? blindAlarm(view, told, live2, item) : []
  ];
}
function switched({ address, properties }, live2, item) {
  const given = properties["enabled"] ?? true;
  if (isUnresolved(given)) return [];
  const wanted = String(given).toLowerCase() === "true";
  const is = live2.fields["enabled"] !== false;
  if (wanted === is) return [];
  const mends = [{ kind: "alarm", id: live2.id, fields: { enabled: wanted } }];
  const update2 = `\`openstack alarm update --enabled ${wanted ? "true" : "false"} ${live2.id}\``;
  return wanted ? [
    item({
      kind: "alarm-disabled",
      live: [{ path: `resources.${address}.properties.enabled`, value: false }],
      repository: "enabled",
      cloud: "disabled: it signals nobody",
      remedy: `${update2}, or merge \`paused: true\` into the spec`,
      mends
    })
  ] : [
    item({
      kind: "alarm-enabled",
      live: [{ path: `resources.${address}.properties.enabled`, value: true }],
      repository: "disabled (paused)",
      cloud: "enabled: it scales the group",
      remedy: update2,
      mends
    })
  ];
}
function edited(told, type, live2, item) {
  const { common, ofRule, spelt } = settingsOf(told, type, live2);
  const found3 = [...common, ...ofRule];
  const anew = spelt.map((one) => speltEdited(told, one, item));
  if (found3.length === 0) return anew;
  const fields = {
    ...fieldsToSet(common),
    ...ofRule.length === 0 ? {} : { [type.rule]: fieldsToSet(ofRule) }
  };
  const inPlace = item({
    kind: "alarm-edited",
    ...sides(found3),
    live: liveFields(`resources.${told.address}`, found3),
    remedy: `an update of the stack does not mend it, as the template is the same: \`openstack alarm update ${live2.id}\` with ${sides(found3).repository}; or merge the live value into the spec`,
    mends: [{ kind: "alarm", id: live2.id, fields }]
  });
  return [inPlace, ...anew];
}
function speltEdited({ address }, one, item) {
  const partOf = `alarm ${address}`;
  const found3 = item({
    kind: "alarm-edited",
    ...sides([one]),
    place: `resources.${address}.properties.${one.within}`,
    partOf,
    remedy: "Heat spells it for Aodh in its own way: have Heat make the alarm anew, or merge the live value into the spec",
    mends: remade(address)
  });
  return { ...found3, subject: `${partOf} ${one.within}` };
}
function settingsOf({ properties }, type, live2) {
  const rule = live2.fields[type.rule];
  return {
    common: differences(properties, live2.fields, COMMON),
    ofRule: differences(properties, isJsonObject(rule) ? rule : {}, type.fields),
    spelt: [
      ...compositeDifferences(properties, live2.fields),
      ...constraintDifferences(properties, live2.fields)
    ]
  };
}
function alarmDifferences(told, live2) {
  const type = TYPES[told.type];
  if (type === void 0 || live2 === void 0) return [];
  const { common, ofRule, spelt } = settingsOf(told, type, live2);
  return [...differences(told.properties, live2.fields, ENABLED), ...common, ...ofRule, ...spelt];
}
var ENABLED = [{ property: "enabled", otherwise: true }];

// src/core/drift/told.ts
function toldResources(stack, definitions) {
  const listed3 = new Map(stack.resources.map((resource) => [resource.address, resource]));
  return inLevel({ above: "", settled: true, resources: rootResources(stack), stack, listed: listed3, definitions });
}
function inLevel(level) {
  const { above, listed: listed3 } = level;
  const scope = { parameters: {}, conditions: {}, files: {}, resourceIds: idsIn(level) };
  return Object.entries(level.resources).flatMap(([name, written5]) => {
    const address = `${above}${name}`;
    const resource = listed3.get(address);
    if (resource === void 0) return [];
    const type = typeof written5["type"] === "string" ? written5["type"] : "";
    const properties = object(resolve(object(written5["properties"]), scope));
    const settled = level.settled && resource.state.status !== "IN_PROGRESS";
    const own2 = { address, type, properties, physicalId: resource.physicalId, settled };
    return [own2, ...inside(own2, level)];
  });
}
function inside(told, level) {
  const { settled } = told;
  const above = `${told.address}/`;
  if (groupType(told.type)) {
    return inLevel({ ...level, above, settled, resources: level.definitions[told.address] ?? {} });
  }
  const file = nestedFile(told.type, level.stack.files, level.stack.environment);
  const nested = file === null ? null : nestedStack(file, told.properties, level.stack.files);
  return nested === null ? [] : inLevel({ ...level, above, settled, resources: nested.resources });
}
function idsIn({ above, resources, listed: listed3 }) {
  return Object.fromEntries(
    Object.keys(resources).flatMap((name) => {
      const id = listed3.get(`${above}${name}`)?.physicalId ?? "";
      return id === "" ? [] : [[name, id]];
    })
  );
}
function rootResources(stack) {
  const view = viewTemplate(stack.template);
  const hidden = hiddenParameters(view.parameters);
  const values = { ...pseudo(stack), ...effectiveParameters(view.parameters, stack.environment) };
  const scope = {
    parameters: Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name))),
    conditions: view.conditions,
    mappings: view.mappings,
    files: stack.files,
    resourceIds: {}
  };
  return Object.fromEntries(
    Object.entries(view.resources).filter(([, resource]) => !isSwitchedOff(resource, scope)).map(([name, { type, properties }]) => [name, { type, properties: resolve(properties, scope) }])
  );
}
function pseudo({ parameters }) {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => /^(OS|AWS)::/.test(name)));
}

// src/core/drift/edited-alarms.ts
function alarmsInQuestion({ desired, observed }, ignoring) {
  if (desired.presence === "absent" || observed.presence === "absent") return [];
  if (!ignoring.rules.some(({ group }) => matches(group, desired.name))) return [];
  return compareStacks(desired, observed).resources.filter((change2) => change2.kind === "change" && isSentWhole(change2.effect)).filter(({ type, name }) => type.startsWith("OS::Aodh::") && isSpokenOf(name, desired.name, ignoring)).map(({ name }) => name);
}
function isSentWhole({ kind: kind2 }) {
  return kind2 === "update" || kind2 === "replace";
}
function isSpokenOf(name, group, { rules, now }) {
  const paths = [`alarm ${name}`, ...PROPERTIES.flatMap((property) => namesOf(name, property))];
  return paths.some((path) => ignoredBy(rules, { group, path, now }) !== null);
}
function namesOf(name, property) {
  return [pathOf2(name, property), `alarm ${name} ${property}`];
}
var PROPERTIES = [
  "aggregation_method",
  "comparison_operator",
  "description",
  "enabled",
  "evaluation_periods",
  "granularity",
  "metric",
  "query",
  "repeat_actions",
  "severity",
  "threshold",
  "time_constraints"
];
function pathOf2(name, property) {
  return `resources.${name}.properties.${property}`;
}
function leaveEditedAlarms(pair, names2, alarms, ignoring) {
  const { desired, observed } = pair;
  if (desired.presence === "absent" || observed.presence === "absent") return pair;
  if (alarms === null)
    return withFindings(
      pair,
      names2.map((name) => unseenFinding(name, desired))
    );
  const told = toldResources(observed, {}).filter(({ address }) => names2.includes(address));
  return told.reduce((sofar, one) => leaveAlarm(sofar, observed, one, alarms, ignoring), pair);
}
function withFindings(pair, more4) {
  if (pair.desired.presence === "absent" || more4.length === 0) return pair;
  const { declared = pair.desired, fields = [], findings = [] } = pair.left ?? {};
  return { ...pair, left: { declared, fields, findings: [...findings, ...more4] } };
}
function unseenFinding(name, { source }) {
  const message = `a rule leaves alarm ${name} or a field of it as it is, and this changes it: Heat then sends it whole, and what Aodh shows of it can’t be read (no such service, or no right to ask); give the right to list alarms, or take the rule out`;
  return { rule: "ignored-not-left", severity: "error", source, message };
}
function leaveAlarm(pair, { name: group }, told, alarms, { rules, now }) {
  if (pair.desired.presence === "absent") return pair;
  const ruleFor = (path) => ignoredBy(rules, { group, path, now });
  const whole2 = ruleFor(`alarm ${told.address}`);
  const ruleOf = (property) => {
    const [path = "", name = ""] = namesOf(told.address, property);
    const byName2 = ruleFor(name);
    return ruleFor(path) ?? (byName2 === whole2 ? null : byName2);
  };
  const edits = alarmDifferences(told, alarms.get(told.physicalId));
  const fields = [...pair.left?.fields ?? []];
  const undone = [];
  const lost = [];
  let { desired } = pair;
  for (const edit of edits) {
    const { property, values } = edit;
    const path = pathOf2(told.address, property);
    const rule = ruleOf(property);
    if (rule !== null && values !== void 0) {
      const { reason: reason2, expires, source } = rule;
      const known3 = fields.findIndex((field3) => field3.path === path);
      const declared = fields[known3]?.declared ?? propertyOf(desired, told.address, property);
      const kept = { path, live: values.live, declared, reason: reason2, expires, source };
      if (known3 < 0) fields.push(kept);
      else fields[known3] = kept;
      desired = withProperty(desired, told.address, property, values.live);
    } else if (rule !== null && told.type !== PARTLY_SENT) lost.push(lostFinding(path, edit, rule, desired));
    else undone.push(edit);
  }
  const findings = [
    ...pair.left?.findings ?? [],
    ...lost,
    ...whole2 === null || undone.length === 0 ? [] : [undoneFinding(told, undone, whole2, desired)]
  ];
  return { ...pair, desired, left: { declared: pair.left?.declared ?? pair.desired, fields, findings } };
}
var PARTLY_SENT = "OS::Aodh::CompositeAlarm";
function lostFinding(path, { live: live2 }, { reason: reason2, source: rule }, { source }) {
  const message = `${path} is to be left as it is (${reason2}), and this changes the alarm: Heat then sends it whole, and what Aodh shows of it (${live2}) can’t be sent along; write it in the template, or take the rule out of ${rule.file} (line ${rule.line})`;
  return { rule: "ignored-not-left", severity: "error", source, message };
}
function undoneFinding({ address }, undone, { reason: reason2, source: rule }, { source }) {
  const what = undone.map(({ property, live: live2 }) => `${property} ${live2}`).join(", ");
  const message = `alarm ${address} is to be left as it is (${reason2}), and this changes it: Heat then sends it whole, and what Aodh shows is gone (${what}); name in ${rule.file} (line ${rule.line}) what is to stay, such as ${pathOf2(address, undone[0]?.property ?? "")}, or take the rule out`;
  return { rule: "ignored-not-left", severity: "error", source, message };
}
function placeOf({ template }, name, property) {
  return [resourcesKey(template), name, propertiesKey(template), property];
}
function propertyOf(desired, name, property) {
  return valueAt(desired.template, placeOf(desired, name, property)) ?? null;
}
function withProperty(desired, name, property, value3) {
  const template = object(withValue(desired.template, placeOf(desired, name, property), value3));
  return { ...desired, template };
}

// src/commands/leave-alone.ts
async function leaveAlone(cloud, pairs, ignoring) {
  if (ignoring.rules.length === 0) return pairs;
  const left = pairs.map((pair) => leaveIgnored(pair, ignoring));
  const names2 = left.map((pair) => alarmsInQuestion(pair, ignoring));
  if (names2.every((some2) => some2.length === 0)) return left;
  const { of } = await cloud.things({ kinds: ["alarm"], pools: [], metered: null });
  return left.map((pair, index) => leaveEditedAlarms(pair, names2[index] ?? [], of.alarm, ignoring));
}

// src/core/heat/files-in-use.ts
function filesInUse(observed) {
  if (observed.groups.length === 0) return {};
  return isWhole(observed) ? filesNamed(observed) : observed.files;
}
function isWhole({ state }) {
  return state.status === "COMPLETE" && (state.action === "CREATE" || state.action === "UPDATE");
}
function filesNamed({ template, environment, files }) {
  const found3 = /* @__PURE__ */ new Set();
  const visit = (text) => {
    for (const name of Object.keys(files)) {
      if (found3.has(name) || !text.includes(name)) continue;
      found3.add(name);
      visit(files[name] ?? "");
    }
  };
  visit(JSON.stringify([template, environment.resource_registry]));
  return Object.fromEntries(Object.entries(files).filter(([name]) => found3.has(name)));
}

// src/core/heat/sent.ts
function sentNote(content, at) {
  return `${shortDigest(content)}@${Math.floor(at.getTime() / 1e3)}`;
}
var SOONEST_SECONDS = -1;
var LATEST_SECONDS = 5;
var NOTE_ALONE_AFTER_MS = (LATEST_SECONDS - SOONEST_SECONDS + 2) * 1e3;
function isAsSent(content, stack) {
  const note = noteOf(stack);
  if (note === null || stack.state.status !== "COMPLETE" || !OWN_ACTIONS.has(stack.state.action))
    return false;
  return isOfThen(stack, note.second) && !hidesDefaults(content) && note.mark === shortDigest(content);
}
function isAsLastApplied(stack) {
  const note = noteOf(stack);
  return note !== null && isOfThen(stack, note.second);
}
function wasSent(content, { tags, files }) {
  const note = noteOf({ tags });
  const all2 = { ...content, files: { ...files, ...content.files } };
  return note !== null && [content, all2].some((one) => shortDigest(one) === note.mark);
}
function isStillAsSent(stack) {
  const { template, timeoutMinutes, tags } = stack;
  const own2 = {
    template,
    environment: asGiven(stack.environment),
    timeoutMinutes,
    tags: withoutProvenance(tags)
  };
  return [stack.files, filesNamed(stack)].some((files) => wasSent({ ...own2, files }, { tags, files: {} }));
}
function asGiven(environment) {
  const given = Object.entries(environment.resource_registry).filter(
    ([key, value3]) => value3 !== key && (key !== "resources" || !isJsonObject(value3) || Object.keys(value3).length > 0)
  );
  return { ...environment, resource_registry: Object.fromEntries(given) };
}
function noteOf({ tags }) {
  const [, mark, second] = /^([0-9a-f]{16})@(\d{1,12})$/.exec(sentOf(tags) ?? "") ?? [];
  return mark === void 0 ? null : { mark, second: Number(second) };
}
var OWN_ACTIONS = /* @__PURE__ */ new Set(["CREATE", "UPDATE"]);
function isOfThen({ createdAt, updatedAt }, second) {
  const isNear = (time) => {
    const later = Math.floor(Date.parse(time) / 1e3) - second;
    return later >= SOONEST_SECONDS && later <= LATEST_SECONDS;
  };
  return updatedAt === null ? isNear(createdAt) : isNear(updatedAt) && !isNear(createdAt);
}
function hidesDefaults(content) {
  const defaults = Object.keys(content.environment.parameter_defaults);
  const hidden = defaults.length === 0 ? NOTHING4 : hiddenIn(content);
  return defaults.some((name) => hidden.has(name));
}
var NOTHING4 = /* @__PURE__ */ new Set();
function hiddenIn({ template, files }) {
  return /* @__PURE__ */ new Set([
    ...hiddenParameters(viewTemplate(template).parameters),
    ...Object.keys(files).flatMap((file) => [...nestedStack(file, {}, files)?.hidden ?? []])
  ]);
}
function shortDigest({ template, files, environment, timeoutMinutes, tags }) {
  const { parameters, parameter_defaults: defaults } = environment;
  const given = Object.keys(parameters).length + Object.keys(defaults).length;
  const hidden = given === 0 ? NOTHING4 : hiddenIn({ template, files });
  const shown3 = (values) => Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name)));
  const content = {
    template,
    files,
    timeoutMinutes,
    tags: [...tags],
    parameters: shown3(parameters),
    parameter_defaults: shown3(defaults),
    resource_registry: environment.resource_registry
  };
  return digest(content).slice("sha256:".length, "sha256:".length + 16);
}

// src/core/drift/untouched.ts
var MANY_STACKS = 50;
function untouchedContent(desired, stack) {
  if (desired.presence === "absent" || !isAsSent(desired, stack)) return null;
  const { template, files, environment, timeoutMinutes } = desired;
  const values = effectiveParameters(viewTemplate(template).parameters, environment);
  return {
    template,
    files,
    environment,
    timeoutMinutes,
    parameters: {
      ...Object.fromEntries(Object.entries(values).map(([name, value3]) => [name, textOf(value3)])),
      "OS::stack_id": stack.id,
      "OS::stack_name": stack.name
    }
  };
}
function textOf(value3) {
  return typeof value3 === "string" ? value3 : JSON.stringify(value3);
}
function evidentDefinitions(desired, observed) {
  const groups = observed.groups.map((group) => ({
    group,
    target: desired.groups.find(({ address }) => address === group.address)
  }));
  const evident = groups.every(
    ({ group, target }) => target !== void 0 && nestedFile(String(target.member["type"] ?? ""), desired.files, desired.environment) !== null && group.state.status === "COMPLETE"
  );
  if (!evident) return null;
  return Object.fromEntries(
    groups.map(({ group, target }) => {
      const definition = target ? handedDown(target, observed) : {};
      return [group.address, Object.fromEntries(group.members.map(({ name }) => [name, definition]))];
    })
  );
}

// src/core/plan/aliases.ts
var KEYS = /* @__PURE__ */ new Set(["pool", "subnet", "vip_subnet"]);
function mayBeAliased({ desired, observed }) {
  if (desired.presence === "absent" || observed.presence === "absent") return false;
  if (desired.template === observed.template) return false;
  const [wanted, live2] = [namedIn(desired), namedIn(observed)];
  return [...live2].some((word2) => !wanted.has(word2)) && [...wanted].some((word2) => !live2.has(word2));
}
function inOurWords(pair, things) {
  const { desired, observed, definitions } = pair;
  if (desired.presence === "absent" || observed.presence === "absent") return pair;
  const wanted = namedIn(desired);
  const words3 = /* @__PURE__ */ new Map();
  for (const { id, name } of things) {
    if (things.filter((other) => other.name === name).length > 1) continue;
    if (wanted.has(id) && !wanted.has(name)) words3.set(name, id);
    if (wanted.has(name) && !wanted.has(id)) words3.set(id, name);
  }
  if (words3.size === 0) return pair;
  return {
    desired,
    observed: {
      ...observed,
      template: renamedObject(observed.template, words3),
      files: Object.fromEntries(
        Object.entries(observed.files).map(([path, text]) => [path, renamedText(path, text, words3)])
      )
    },
    definitions: Object.fromEntries(
      Object.entries(definitions).map(([group, members]) => [
        group,
        Object.fromEntries(Object.entries(members).map(([name, body2]) => [name, renamedObject(body2, words3)]))
      ])
    )
  };
}
var IN_TEXT = new RegExp(`\\b(?:${[...KEYS].join("|")})["']?\\s*:\\s*["']?([^"',{}[\\]\\s]+)`, "g");
function namedIn({ template, files }) {
  const found3 = /* @__PURE__ */ new Set();
  collect(template, found3);
  for (const text of Object.values(files))
    for (const [, word2] of text.matchAll(IN_TEXT)) if (word2 !== void 0) found3.add(word2);
  return found3;
}
function collect(value3, found3) {
  if (Array.isArray(value3)) for (const item of value3) collect(item, found3);
  else if (isJsonObject(value3))
    for (const [key, inner] of Object.entries(value3)) {
      if (typeof inner !== "string") collect(inner, found3);
      else if (KEYS.has(key)) found3.add(inner);
    }
}
function renamedText(path, text, words3) {
  if (![...words3.keys()].some((word2) => text.includes(word2))) return text;
  const document = readHeatDocument(path, text, "nested template").document?.value;
  if (document === void 0) return text;
  const renamed3 = renamedObject(document, words3);
  return sameValue(renamed3, document) ? text : `${JSON.stringify(renamed3, null, 2)}
`;
}
function renamedObject(value3, words3) {
  return Object.fromEntries(
    Object.entries(value3).map(([key, inner]) => {
      const word2 = typeof inner === "string" && KEYS.has(key) ? words3.get(inner) : void 0;
      return [key, word2 ?? renamed2(inner, words3)];
    })
  );
}
function renamed2(value3, words3) {
  if (Array.isArray(value3)) return value3.map((item) => renamed2(item, words3));
  return isJsonObject(value3) ? renamedObject(value3, words3) : value3;
}

// src/commands/concurrency.ts
async function inTurns(items, atOnce, work) {
  const results = /* @__PURE__ */ new Map();
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== void 0) results.set(index, await work(item, index));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return [...results.entries()].sort(([a], [b]) => a - b).map(([, result]) => result);
}

// src/commands/observe.ts
async function observe(cloud, desired, wanted) {
  const observed = await cloud.observe(desired.map(({ name }) => name));
  return pairsOf(cloud, desired, observed, (stack) => readDefinitions(cloud, stack, wanted));
}
async function observeUntouched(cloud, desired, wanted) {
  const byName2 = new Map(desired.map((one) => [one.name, one]));
  const untouched = /* @__PURE__ */ new Set();
  const observed = await cloud.observe([...byName2.keys()], (stack) => {
    const one = byName2.get(stack.name);
    const content = one ? untouchedContent(one, stack) : null;
    if (content !== null) untouched.add(stack.name);
    return content;
  });
  return pairsOf(cloud, desired, observed, async (stack, one) => {
    const evident = wanted === "all" && untouched.has(stack.name) ? evidentIn(one, stack) : null;
    return evident ?? readDefinitions(cloud, stack, wanted);
  });
}
function evidentIn(one, stack) {
  if (one.presence === "absent" || stack.presence === "absent") return null;
  return evidentDefinitions(one, stack);
}
var AT_ONCE = 32;
async function pairsOf(cloud, desired, observed, definitions) {
  const byName2 = new Map(observed.map((stack) => [stack.name, stack]));
  const pairs = await inTurns(desired, AT_ONCE, async (one) => {
    const stack = byName2.get(one.name) ?? { presence: "absent", name: one.name };
    return { desired: one, observed: stack, definitions: await definitions(stack, one) };
  });
  return unaliased(cloud, pairs);
}
async function unaliased(cloud, pairs) {
  if (!pairs.some(mayBeAliased)) return pairs;
  const { pool, subnet } = await cloud.catalogue(["pool", "subnet"]);
  return pairs.map((pair) => mayBeAliased(pair) ? inOurWords(inOurWords(pair, pool), subnet) : pair);
}
async function readDefinitions(cloud, stack, wanted) {
  if (stack.presence === "absent" || wanted === "unfinished" && !needsDefinitions(stack)) return {};
  const entries = await Promise.all(
    stack.groups.map(
      async ({ address, nested }) => nested ? [[address, await cloud.memberDefinitions(nested)]] : []
    )
  );
  return Object.fromEntries(entries.flat());
}

// src/commands/read-prices.ts
async function readPrices(cloud, { list: list3, source, pairs, flavors }) {
  if (source === null || flavors.length === 0) return list3;
  const missing2 = missingPrices(pairs, flavors, list3);
  return isNothing(missing2) ? list3 : withRatings(list3, source, await cloud.ratings(missing2));
}

// src/commands/make-plan.ts
async function planAgainst(cloud, specs, now, guard) {
  const { desired, problems, unmet } = await compileSpecs(cloud, specs, now);
  const read = guard.moment === "plan" ? observeUntouched : observe;
  const observed = await read(cloud, desired, "unfinished");
  const ignoring = { rules: guard.rules.settings.ignore, now };
  const pairs = await leaveAlone(cloud, observed, ignoring);
  const plan2 = makePlan(pairs, []);
  const changes = plan2.groups.map(({ action }) => action !== "no-op");
  const held = await holdAgainstCloud(cloud, pairs, plan2, changes);
  const { flavors } = held;
  const list3 = priceListOn(guard.rules.prices, now);
  const source = guard.rules.settings.cloudKitty;
  const prices = await readPrices(cloud, { list: list3, source, pairs, flavors });
  const priced2 = withCosts(held.plan, { specs, pairs, flavors }, prices);
  return {
    plan: guardPlan(priced2, { specs, pairs, now, judge: await judgeFor(guard) }, guard),
    pairs,
    problems: [...problems, ...unmet.filter((_, index) => changes[index]).flat(), ...held.problems]
  };
}
async function judgeFor({ rules }) {
  if (rules.guardrails.length === 0) return () => [];
  return (await import("./guardrail-findings-DF67LI5B.js")).guardrailFindings;
}
async function pairsForBounds(cloud, specs, ignoring) {
  const pairs = await observe(cloud, await compileForBounds(cloud, specs, ignoring.now), "unfinished");
  return pairs.map((pair) => leaveIgnored(pair, ignoring));
}
async function holdAgainstCloud(cloud, pairs, plan2, changes) {
  const changing = pairs.filter((_, index) => changes[index]).map(({ desired }) => desired);
  if (changing.every(({ presence }) => presence === "absent")) return { plan: plan2, problems: [], flavors: [] };
  const [catalogue, quotas] = await Promise.all([
    cloud.catalogue([.../* @__PURE__ */ new Set([...referencedTypes(changing), "flavor"])].sort()),
    cloud.quotas()
  ]);
  const hostRoom = await cloud.hostRoom(
    hostQuestions(
      pairs.filter((_, index) => changes[index]),
      catalogue.flavor
    )
  );
  const networks = networksInQuestion(changing, catalogue);
  const inUse = Object.fromEntries(
    await Promise.all(networks.map(async (id) => [id, await cloud.addressesInUse(id)]))
  );
  const rooms = pairs.map(
    (pair, index) => changes[index] ? checkRoom(pair, catalogue, inUse) : { problems: [], findings: [] }
  );
  const claims = pairs.map((pair, index) => claimOf(pair, plan2.groups[index] ?? UNCHANGED, catalogue.flavor));
  const groups = plan2.groups.map((group, index) => {
    const [pair, claim] = [pairs[index], claims[index]];
    if (!changes[index] || !pair || !claim) return group;
    return {
      ...group,
      findings: [
        ...group.findings,
        ...rooms[index]?.findings ?? [],
        ...quotaFindings({ group, claim, at: placeOf2(pair) }, claims, quotas),
        ...hostFindings({ group, pair, at: placeOf2(pair) }, hostRoom, catalogue.flavor)
      ],
      capacity: capacityOf(pair, group, catalogue.flavor)
    };
  });
  const crowded = rooms.flatMap((room) => room.problems);
  return {
    plan: { ...plan2, groups, headRoom: headRoom(claims, quotas), hostRoom },
    problems: [...checkReferences(changing, catalogue), ...crowded],
    flavors: catalogue.flavor
  };
}
var UNCHANGED = { changes: [] };
function placeOf2({ desired }) {
  const [demand] = desired.presence === "present" ? desired.addresses : [];
  return demand?.at ?? desired.source;
}

// src/commands/plan.ts
async function plan(parts2, options) {
  const chosen = await chooseSpecs(parts2, options, "plan");
  if (!chosen.ok) return chosen.result;
  const cloud = await parts2.reader();
  const { specs, rules } = chosen;
  const override = await freezeOverride(parts2, options, rules);
  const guard = { rules, moment: "plan", freezeOverride: override };
  const made = await planAgainst(cloud, specs, parts2.clock.now(), guard);
  if (made.problems.length > 0) {
    return stopOnProblems(parts2, options, {
      problems: made.problems,
      specs: specs.length,
      kind: "plan"
    });
  }
  const report = planReport(made.plan, { cloud: cloud.label, commit: options.commit, ...options.report });
  await parts2.publisher.publish(report, { approves: recordTexts(approvalRecord(made.plan)) });
  return unlessUnkept(parts2, { exitCode: exitCodeOf(made.plan), report, problems: [] });
}
function unlessUnkept({ publisher }, result) {
  const failure = publisher.unkept?.() ?? null;
  return failure === null ? result : { ...result, exitCode: 1, failure };
}
function exitCodeOf(made) {
  if (made.groups.some(isRefused)) return 3;
  return made.groups.some(({ action }) => action !== "no-op") ? 2 : 0;
}

// src/core/report/failure-report.ts
var VERDICTS = {
  validate: "The specs could not be checked",
  plan: "There is no plan",
  apply: "Nothing is known of the apply: run it again",
  drift: "The cloud could not be checked",
  health: "The health could not be checked"
};
function failureReport({ kind: kind2, message }, context2) {
  return assemble({
    kind: kind2,
    key: context2.key ?? "",
    verdict: line`${VERDICTS[kind2]}`,
    tone: "failed",
    json: () => emptyJson(kind2, [], message),
    facts: { fingerprint: null, groups: [], changes: false, refused: false, counts: {} },
    annotations: [],
    build: () => [
      { kind: "alert", tone: "caution", lines: [quoted(message)] },
      failureNext(kind2),
      footer(kind2, null, { cloud: "", ...context2 })
    ]
  });
}

// src/core/report/same-but-run.ts
var RUN_LINK = /\[run\]\((\S+\/actions\/runs\/)\d+(?:\/attempts\/\d+)?\)(?=[^\n]*<\/sub>\n*$)/;
function unlessOnlyRunDiffers(earlier, fresh) {
  const standing = earlier?.replaceAll("\r\n", "\n") ?? "";
  const marker = parseMarker(fresh);
  const link2 = RUN_LINK.exec(standing);
  const freshLink = RUN_LINK.exec(fresh);
  if (earlier === null || marker === null || link2 === null || freshLink === null) return fresh;
  if (link2[1] !== freshLink[1]) return fresh;
  const body2 = bodyOf(fresh).replace(RUN_LINK, () => link2[0]);
  return withMarker(marker.kind, marker.key, body2).trimEnd() === standing.trimEnd() ? earlier : fresh;
}

// src/core/report/apply-verdict.ts
var PARTS = [
  ["failed", "failed"],
  ["refused", "refused"],
  ["not-started", "not started"],
  ["done", "done"],
  ["left", "left alone"],
  ["nothing-to-do", "had nothing to do"]
];
var QUIET = ["nothing-to-do", "left"];
function applyVerdict(outcome) {
  if (outcome.problems.length > 0) {
    return line`Nothing was applied: ${count("problem", outcome.problems.length)} in the specs`;
  }
  const { groups } = outcome;
  if (groups.every((group) => group.status === "nothing-to-do")) return idle(groups);
  if (groups.every(({ status }) => QUIET.includes(status))) {
    return line`Nothing is due: ${count("group", groups.filter(({ status }) => status === "left").length)} left alone`;
  }
  const unfinished = groups.some(({ status }) => status !== "done" && !QUIET.includes(status));
  return unfinished ? line`Incomplete: ${tally(groups)}` : done(groups);
}
function idle(groups) {
  if (groups.length === 0) return line`Nothing to do: no specs were found`;
  if (groups.length === 1)
    return line`Nothing to do: ${strong(groups[0]?.name ?? "")} is as the repository says`;
  return line`Nothing to do: ${count("group", groups.length)} are as the repository says`;
}
function done(groups) {
  const changed2 = groups.filter((group) => group.status === "done");
  const [only2] = changed2;
  const subject3 = changed2.length === 1 && only2 !== void 0 ? line`${strong(only2.name)} ${DONE_WORDS[only2.plan.action]}` : line`${count("group", changed2.length)} changed`;
  return join([line`Done: ${subject3}`, ...serverTally(changed2.map((group) => group.plan.servers))], " · ");
}
var DONE_WORDS = {
  create: "is created",
  update: "is updated",
  replace: "is updated",
  delete: "is deleted",
  "no-op": "is as the repository says"
};
function tally(groups) {
  const numbers = PARTS.map(([status, word2]) => ({
    number: groups.filter((group) => group.status === status).length,
    word: word2
  })).filter(({ number }) => number > 0);
  const words3 = numbers.map(({ number, word: word2 }, index) => {
    return [`${index === 0 ? count("group", number) : grouped(number)} ${word2}`];
  });
  return join(words3, ", ");
}

// src/core/report/last-plan.ts
var OPENING = "<details><summary>The last plan here</summary>\n\n";
var CLOSING = "\n\n</details>\n\n";
var FOOTER = /\n(?=<sub>[^\n]*<\/sub>\n*$)/;
var ADVICE = /^<b>Next:<\/b> .*\n(?:\n|(?=<b>))/m;
function lastPlan(comment, key) {
  const text = comment?.replaceAll("\r\n", "\n") ?? "";
  const marker = parseMarker(text);
  if (marker === null || marker.kind !== "plan" || marker.key !== key) return null;
  const body2 = bodyOf(text);
  if (!isUntouched(body2, marker.digest)) return null;
  const start = body2.indexOf(`
${OPENING}`);
  if (start === -1) return body2.replace(ADVICE, "").trimEnd();
  return body2.slice(start + 1 + OPENING.length, body2.lastIndexOf(CLOSING));
}
function withLastPlan(comment, plan2, key) {
  if (plan2 === null) return comment;
  const [above = "", footer2 = ""] = bodyOf(comment).split(FOOTER);
  const body2 = `${above}
${OPENING}${plan2}${CLOSING}${footer2}`;
  const whole2 = withMarker("plan", key, body2);
  return utf16Units(whole2) > COMMENT_BUDGET ? comment : whole2;
}

// src/core/report/begun-before.ts
var APPLYING = "Applying";
var CUT_OFF = "A run of this commit had begun, and ended before it could say what it did.";
var FOOTER2 = /\n<sub>Apply of `([0-9a-f]{7})` [^\n]*<\/sub>\s*$/;
function begunBefore(earlier, key, commit) {
  const text = earlier?.replaceAll("\r\n", "\n") ?? "";
  const marker = parseMarker(text);
  const body2 = bodyOf(text);
  if (marker === null || marker.key !== key || !isUntouched(body2, marker.digest)) return null;
  if (commit === null || FOOTER2.exec(body2)?.[1] !== commit.slice(0, 7)) return null;
  const [said3 = ""] = body2.split(`
${OPENING}`);
  if (said3.includes(`
${CUT_OFF}`)) return "cut-off";
  return new RegExp(`^### \\S+ ${APPLYING} `).test(said3) ? "begun" : null;
}

// src/core/report/closed-report.ts
function closedReport(closing, context2, earlier = null) {
  const key = context2.key ?? "";
  const cutOff = isCutOff(closing, begunBefore(earlier, key, context2.commit ?? null));
  const { marker, title, markdown } = assemble({
    kind: "plan",
    key,
    verdict: verdict2(closing, cutOff),
    tone: "clean",
    json: () => "",
    facts: { fingerprint: null, groups: [], changes: false, refused: false, counts: {} },
    annotations: [],
    build: (detail) => build2({ closing, cutOff }, context2, detail)
  });
  const kept = closing.kind === "applied" && !cutOff ? null : lastPlan(earlier, key);
  return { marker, title, markdown: withLastPlan(markdown, kept, key) };
}
function isCutOff(closing, before) {
  switch (closing.kind) {
    case "no-specs":
    case "unmerged":
    case "overtaken":
      return false;
    case "begun":
    case "broke":
      return before !== null;
    case "applied":
      return before === "cut-off" || before === "begun" && !closing.begun;
  }
}
function verdict2(closing, cutOff) {
  switch (closing.kind) {
    case "no-specs":
      return line`Nothing to plan: no spec is changed here any more`;
    case "unmerged":
      return line`Closed without merging: nothing is to be applied`;
    case "begun":
      return line`${APPLYING} ${some(closing.groups)}`;
    case "applied":
      return cutOff && isIdle(closing.outcome) ? line`Done: an earlier run of this commit did it` : applyVerdict(closing.outcome);
    case "overtaken":
      return line`Applied with a newer commit`;
    case "broke":
      return line`Apply broke off`;
  }
}
function some(groups) {
  const [only2] = groups;
  return groups.length === 1 && only2 !== void 0 ? [strong(only2.name)] : [count("group", groups.length)];
}
function isIdle({ groups, problems }) {
  return problems.length === 0 && groups.every(({ status }) => status === "nothing-to-do");
}
function* build2({ closing, cutOff }, context2, detail) {
  switch (closing.kind) {
    case "no-specs":
      yield paragraph(
        line`Merging it changes nothing in the cloud. A push that changes a spec brings a plan again.`
      );
      break;
    case "unmerged":
      yield paragraph(line`Closing it changed nothing in the cloud. Opened again, it gets a new plan.`);
      break;
    case "begun":
      yield* begun(closing.groups);
      if (cutOff) yield paragraph([CUT_OFF]);
      break;
    case "applied":
      if (cutOff) yield paragraph([`${CUT_OFF} ${madeUp(closing.outcome)}`]);
      if (!(cutOff && isIdle(closing.outcome))) yield* applied(closing.outcome, context2, detail);
      break;
    case "overtaken":
      yield paragraph(
        line`Commit ${code(closing.newer.slice(0, 7))} holds these changes, too, and is applied or just being applied: this run stood back.`
      );
      break;
    case "broke":
      yield { kind: "alert", tone: "caution", lines: [quoted(closing.message)] };
      if (cutOff) yield paragraph([CUT_OFF]);
      yield paragraph(line`Run the same commit again: what is done stays done, and what is not goes on.`);
      break;
  }
  yield footer(FOOTERS[closing.kind], fingerprintOf(closing), context2);
}
var FOOTERS = {
  "no-specs": "plan",
  unmerged: "plan",
  begun: "apply",
  applied: "apply",
  overtaken: "apply",
  broke: "apply"
};
var NAMED3 = 5;
function* begun(groups) {
  const shown3 = groups.slice(0, NAMED3).map(({ name, action }) => line`${strong(name)}: ${action}`);
  const rest = groups.length - shown3.length;
  const items = rest > 0 ? [...shown3, line`and ${count("more group", rest)}`] : shown3;
  yield { kind: "list", items, numbered: false };
  yield paragraph(
    line`What comes of it will stand here. Should this run be cut off, run the same commit again: what is done stays done, and what is not goes on.`
  );
}
function madeUp(outcome) {
  return isIdle(outcome) ? "All that the plan below was to bring about is so now." : "It went by the plan below; what was left of that is told here.";
}
function* applied(outcome, context2, detail) {
  yield* problemBlocks(outcome.problems, detail);
  yield* troubleBlocks(outcome, detail);
  yield* leftBlocks(outcome, detail);
  yield* doneBlocks(outcome, NAMED3);
  const inside2 = [...outcomeTable(outcome, context2, detail), ...outcomeFolds(outcome, detail)];
  if (inside2.length > 0)
    yield { kind: "fold", summary: line`What apply did, group by group`, blocks: inside2 };
  const ending = [...goOn(outcome), ...shortened2(detail, context2)];
  if (ending.length > 0) yield { kind: "paragraph", lines: ending };
}
function fingerprintOf(closing) {
  return closing.kind === "applied" ? closing.outcome.fingerprint : null;
}

// src/core/report/done-before.ts
var DONE2 = /^### \S+ Done: /;
var FOOTER3 = /\n<sub>Apply of `([0-9a-f]{7})` [^\n]*<\/sub>\s*$/;
function toldDone(earlier, key, commit) {
  const text = earlier?.replaceAll("\r\n", "\n") ?? "";
  const marker = parseMarker(text);
  const body2 = bodyOf(text);
  if (marker === null || marker.key !== key || commit === null || !DONE2.test(body2)) return false;
  return FOOTER3.exec(body2)?.[1] === commit.slice(0, 7) && isUntouched(body2, marker.digest);
}

// src/commands/close-off.ts
async function closeOff({ comment }, closing, context2) {
  if (comment === void 0) return false;
  const key = context2.key ?? "";
  return comment.settle({
    marker: markerStart("plan", key),
    make: (earlier) => {
      const repeats = closing.kind === "applied" && !isNews(closing) && toldDone(earlier, key, context2.commit ?? null);
      if (earlier !== null && repeats) return earlier;
      return unlessOnlyRunDiffers(
        earlier,
        closedReport(closing, { cloud: "", ...context2 }, earlier).markdown
      );
    },
    onlyExisting: !isNews(closing)
  });
}
function isNews(closing) {
  if (closing.kind !== "applied") return closing.kind === "broke" || closing.kind === "begun";
  return closing.outcome.groups.some(({ status }) => status !== "nothing-to-do");
}

// src/core/approval/rest-of-detour.ts
function isRestOfDetour(change2, { template }, { changes }) {
  const typeOf2 = (address) => {
    const resource = own(object(template[resourcesKey(template)]), nameOf3(address));
    return String(object(resource ?? null)["type"] ?? "");
  };
  const type = typeOf2(change2.address);
  if (!type.startsWith(OCTAVIA) || !changes.some(({ path }) => typeOf2(path).startsWith(OCTAVIA)))
    return false;
  const { action, fields } = change2;
  const [field3] = fields;
  if (field3 === void 0) return action === "replace" || action === "create" && type === MONITOR;
  return type === LISTENER && fields.length === 1 && field3.path === "properties.protocol_port" && isDetourPort(Number(field3.after), Number(field3.before));
}
var OCTAVIA = "OS::Octavia::";
var MONITOR = "OS::Octavia::HealthMonitor";
var LISTENER = "OS::Octavia::Listener";
function nameOf3(path) {
  return /^resources\.([^.]+)/i.exec(path)?.[1] ?? "";
}

// src/core/approval/continuation.ts
var RESUMPTION = "stack";
function isContinuation({ desired, observed, group }, { groups }, { commit, repository }) {
  if (observed.presence === "absent" || commit === null) return false;
  const { tags } = observed;
  if (provenanceOf(tags).commit !== commit || !isFromRepository(tags, repository)) return false;
  const approved = groups.findLast(({ name }) => name === group.name);
  return approved !== void 0 && fatesWithin(group, approved) && changesWithin(group, approved, desired);
}
function fatesWithin({ action, servers: servers2 }, { action: asked, details }) {
  if (action === "delete" || asked === "delete") return action === asked;
  const mayReplace = asked === "create" || asked === "replace";
  const mayDelete = (details?.servers.delete ?? 0) > 0;
  return (servers2.replace === 0 || mayReplace) && (servers2.delete === 0 || mayDelete);
}
function changesWithin(group, { action, details }, desired) {
  if (action === "create") return true;
  return group.changes.filter(({ address }) => address !== RESUMPTION).every((change2) => {
    if (isWithin(change2, details)) return true;
    return details !== null && desired.presence === "present" && isRestOfDetour(change2, desired, details);
  });
}
function isWithin(change2, details) {
  const left = changedPaths(change2);
  return left.every(
    ({ path, after }) => (details?.changes ?? []).some(
      (one) => one.path === path && JSON.stringify(one.after) === JSON.stringify(after)
    )
  );
}

// src/core/approval/turn.ts
function turnOf({ sha, newer, others: others2, own: own2 }) {
  if (newer === null) {
    return standBack(
      `${short(sha)} is not on the branch any more: what stands there now is applied instead`,
      null
    );
  }
  const after = new Set(newer);
  const ahead = others2.find(
    ({ sha: other, state }) => after.has(other) && (state === "success" || state === "in-progress")
  );
  if (ahead !== void 0) {
    const is = ahead.state === "success" ? "is applied already" : "is being applied";
    return standBack(
      `${short(ahead.sha)}, a newer commit of the branch, ${is}${by(ahead)}: it holds what ${short(sha)} does`,
      ahead.sha
    );
  }
  const busy = others2.find(({ id, state }) => state === "in-progress" && (own2 === null || id < own2));
  if (busy === void 0) return { kind: "go" };
  return {
    kind: "wait",
    message: `another run applies ${short(busy.sha)}${by(busy)}: two at once would plan against what the other is just changing`
  };
}
function isFromNewer(commit, newer) {
  return commit !== null && newer.includes(commit);
}
function standBack(message, newer) {
  return { kind: "stand-back", message, newer };
}
function by({ run }) {
  return run === null ? "" : ` (${run})`;
}
function short(sha) {
  return sha.slice(0, 7);
}

// src/core/approval/difference.ts
var MOST = 6;
function approvalDifference(approved, now) {
  const would = detailsOf(now);
  if (approved === null) return `nothing was approved for it; now ${listed2(wouldBe(now, would))}`;
  const action = approved.action === now.action ? [] : [`approved was "${approved.action}", now it is "${now.action}"`];
  const differences2 = approved.details === null ? [] : detailDifferences(approved.details, would);
  const all2 = [...action, ...differences2];
  if (all2.length > 0) return listed2(all2);
  return `the fingerprints differ: approved was ${short2(approved.fingerprint)}, now it is ${short2(now.fingerprint)}; ${listed2(wouldBe(now, would))}`;
}
function planDifference(planned, now) {
  const action = planned.action === now.action ? [] : [`planned was "${planned.action}", now it would be "${now.action}"`];
  const [before, after] = [wholeDetails(planned), wholeDetails(now)];
  const servers2 = { ...before.servers };
  for (const [fate] of FATES2) if (after.servers[fate] === 0) servers2[fate] = 0;
  const all2 = [...action, ...detailDifferences({ ...before, servers: servers2 }, after)];
  return all2.length === 0 ? null : listed2(all2);
}
function wholeDetails({ changes, servers: servers2 }) {
  return { changes: changes.flatMap(wholePaths), servers: servers2 };
}
function detailDifferences(approved, now) {
  const before = byPath(approved.changes);
  const after = byPath(now.changes);
  const paths = [.../* @__PURE__ */ new Set([...after.keys(), ...before.keys()])].sort();
  return [
    ...serverDifferences(approved.servers, now.servers),
    ...paths.flatMap((path) => changeDifference(path, before.get(path), after.get(path)))
  ];
}
function changeDifference(path, approved, now) {
  if (approved === void 0) return now === void 0 ? [] : [`${changeWords(now)} was not approved`];
  if (now === void 0) return [`${changeWords(approved)} was approved and is not to do any more`];
  if (canonicalJson([approved.before, approved.after]) === canonicalJson([now.before, now.after])) return [];
  const [was, is] = [arrow(approved), arrow(now)];
  return [`${path}: approved was ${was}, now it is ${is}${was === is ? " (they differ further on)" : ""}`];
}
var FATES2 = [
  ["replace", "replaced"],
  ["delete", "deleted"],
  ["update", "changed in place"],
  ["create", "created"]
];
function serverDifferences(approved, now) {
  return FATES2.flatMap(([fate, word2]) => {
    if (now[fate] > 0 && approved[fate] === 0) return [`${servers(now[fate])} would be ${word2}, none before`];
    if (now[fate] === 0 && approved[fate] > 0) return [`no server would be ${word2} any more`];
    return [];
  });
}
function wouldBe({ action }, { changes, servers: counts2 }) {
  const moved3 = FATES2.filter(([fate]) => counts2[fate] > 0);
  return [
    `it would be ${DONE3[action]}`,
    ...moved3.map(([fate, word2]) => `${servers(counts2[fate])} ${word2}`),
    ...action === "update" || action === "replace" ? changes.map(changeWords) : []
  ];
}
var DONE3 = {
  create: "created",
  update: "updated",
  replace: "updated",
  delete: "deleted",
  "no-op": "left as it is"
};
function listed2(items) {
  const rest = items.length - MOST;
  const shown3 = rest > 0 ? [...items.slice(0, MOST), `and ${rest} more`] : items;
  return shown3.join("; ");
}
function changeWords(change2) {
  return `${change2.path}: ${arrow(change2)}`;
}
function arrow({ before, after }) {
  return `${said(clipped(before))} → ${said(clipped(after))}`;
}
function said(value3) {
  if (value3 === null) return "none";
  return typeof value3 === "string" ? `"${value3}"` : JSON.stringify(value3);
}
function servers(number) {
  return number === 1 ? "1 server" : `${number} servers`;
}
function byPath(changes) {
  return new Map(changes.map((change2) => [change2.path, change2]));
}
function short2(fingerprint) {
  return fingerprint.slice(0, 19);
}

// src/core/plan/approval.ts
function approval(group, plan2, approved) {
  if (group.action === "no-op") return { go: false, status: "nothing-to-do", message: "" };
  const forbidden = group.findings.filter(({ severity }) => severity === "error");
  if (forbidden.length > 0) return refused2(forbidden.map(({ message }) => message).join("; "));
  if (approved === null || group.byClock) return { go: true };
  return "groups" in approved ? byMerge(group, approved) : byFingerprint(group, plan2, approved);
}
function byFingerprint(group, plan2, approved) {
  if (approved.includes(plan2.fingerprint) || approved.includes(group.fingerprint)) return { go: true };
  return refused2(
    `what would be done now (${group.fingerprint}) is not what was approved (${approved.join(", ") || "nothing"}); look at a new plan and approve that`
  );
}
var DIRECT = "`direct-push: apply` permits it; better open";
function byMerge(group, { pulls, groups, reasons: reasons2 }) {
  const same = groups.filter(({ name }) => name === group.name);
  if (same.some(({ fingerprint }) => fingerprint === group.fingerprint)) return { go: true };
  const why = reasons2.length === 0 ? "" : ` (${reasons2.join("; ")})`;
  const from = pulls.length === 0 ? "" : ` by merging ${pulls.map((number) => `pull request ${number}`).join(", ")}`;
  return refused2(
    `what would be done now is not what was approved${from}${why}: ${approvalDifference(same.at(-1) ?? null, group)}. ${pulls.length === 0 ? DIRECT : "Open"} a pull request for it, look at its plan and merge that`
  );
}
function refused2(message) {
  return { go: false, status: "refused", message };
}

// src/core/heat/request.ts
function requestFor({ desired, step: step2, observed, provenance, at = null }) {
  const base = step2.kind === "shrink" && observed ? boundsOnly(desired, observed) : desired;
  const template = step2.detour ? takeDetour(base.template, step2.detour) : base.template;
  const content = {
    template: step2.capacities.filter(({ file }) => file === null).reduce(withCapacity, template),
    files: step2.capacities.reduce(withFileCapacity, base.files),
    environment: base.environment,
    timeoutMinutes: desired.timeoutMinutes
  };
  const sent = at === null ? {} : { sent: sentNote({ ...content, tags: desired.tags }, at) };
  return {
    name: desired.name,
    ...content,
    files: { ...observed === null ? {} : filesInUse(observed), ...content.files },
    tags: stackTags(desired, { ...provenance, ...sent, file: desired.source.file })
  };
}
function withCapacity(template, capacity) {
  return setAt(template, [...capacity.path, capacity.property], capacity.value);
}
function withFileCapacity(files, capacity) {
  const text = capacity.file === null ? void 0 : files[capacity.file];
  if (capacity.file === null || text === void 0) return files;
  const { document } = readHeatDocument(capacity.file, text, "nested template");
  return document ? { ...files, [capacity.file]: JSON.stringify(withCapacity(document.value, capacity)) } : files;
}
function setAt(value3, path, leaf) {
  const [key, ...rest] = path;
  if (key === void 0) return value3;
  return { ...value3, [key]: rest.length === 0 ? leaf : setAt(object(value3[key]), rest, leaf) };
}
function takeDetour(template, { without, ports }) {
  const [resources, properties] = [resourcesKey(template), propertiesKey(template)];
  const left = Object.entries(object(template[resources])).filter(([name]) => !without.includes(name));
  return Object.entries(ports).reduce(
    (moved3, [name, port]) => setAt(moved3, [resources, name, properties, "protocol_port"], port),
    { ...template, [resources]: Object.fromEntries(left) }
  );
}
function boundsOnly(desired, observed) {
  return {
    template: desired.groups.reduce(withBounds, observed.template),
    files: observed.files,
    environment: { ...observed.environment, parameters: withoutMasks(desired, observed) }
  };
}
function withBounds(template, group) {
  const type = groupType(group.type);
  const path = [resourcesKey(template), group.address, propertiesKey(template)];
  const live2 = object(object(template[resourcesKey(template)])[group.address]);
  const properties = object(live2[propertiesKey(template)]);
  if (!type || !(type.min in properties) || group.min === null || group.max === null) return template;
  const kept = Object.entries(properties).filter(([key]) => key !== type.desired);
  return setAt(template, path, { ...Object.fromEntries(kept), [type.min]: group.min, [type.max]: group.max });
}
function withoutMasks(desired, observed) {
  const hidden = hiddenParameters(viewTemplate(observed.template).parameters);
  const shown3 = Object.entries(observed.environment.parameters).filter(([name]) => !hidden.has(name));
  const given = Object.entries(desired.environment.parameters).filter(([name]) => hidden.has(name));
  return Object.fromEntries([...shown3, ...given]);
}

// src/core/plan/schedules-only.ts
function schedulesOnly(pair) {
  const { desired, observed } = pair;
  const whole2 = planGroup(pair);
  const leave2 = (message2) => whole2.action === "no-op" ? { go: false, status: "nothing-to-do", group: whole2, message: "" } : { go: false, status: "left", group: whole2, message: message2 };
  if (desired.presence === "absent" || observed.presence === "absent" || desired.scheduled === null) {
    return leave2("no schedule asks for this; apply without `--only-schedules` does it");
  }
  if (!isRecorded(desired.scheduled.rule, clockOf(desired, observed).live)) {
    return leave2("its size and schedules are not applied yet as they are written; apply them first");
  }
  const narrowed = {
    desired: boundsAlone(desired, observed),
    observed,
    definitions: pair.definitions
  };
  const group = planGroup(narrowed);
  const hasDue = group.changes.some(({ address }) => address !== "stack");
  if (!hasDue) return leave2("what differs is not the bounds; apply without `--only-schedules` does it");
  if (group.byClock && !isRefused(group)) {
    return {
      go: true,
      pair: narrowed,
      group,
      noted: whole2.byClock || isAsLastApplied(observed) || isStillAsSent(observed)
    };
  }
  const message = `${shown(desired.scheduled.lately.at(-1) ?? desired.scheduled.rule)} is due, but ${obstacle(group, observed)}`;
  return { go: false, status: "refused", group, message };
}
function boundsAlone(desired, observed) {
  const { files, environment } = observed;
  const template = desired.groups.reduce(withBounds, observed.template);
  return {
    ...desired,
    template,
    files,
    environment,
    initial: [],
    groups: describeGroups({ template, files, environment, initial: [] }),
    tags: withoutProvenance(observed.tags),
    // those of the merged spec tell nothing of the alarms that run
    paused: false,
    triggers: [],
    timeoutMinutes: observed.timeoutMinutes,
    protect: isProtected(observed.tags),
    references: [],
    advice: []
  };
}
function obstacle({ scalingGroups, findings }, observed) {
  const errors = findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if (errors.length > 0) return errors.join("; ");
  const { action, status } = observed.state;
  if (isUnfinished(observed)) {
    return `the stack is ${action}_${status}; apply without \`--only-schedules\` finishes what stopped`;
  }
  const members = scalingGroups.flatMap((group) => group.members).filter((member) => !isOfSize(member));
  const names2 = members.map(({ member, server: server2, how }) => `${server2?.name ?? member} (${how})`);
  return names2.length > 0 ? `this would touch servers that no schedule speaks of: ${names2.join(", ")}; look at \`drift\`, then apply` : "somebody set the bounds to what no schedule gives; look at `drift`, then apply";
}

// src/core/report/outcome-json.ts
function outcomeJson(outcome) {
  const { version, fingerprint, groups, problems } = outcome;
  return written({
    version,
    fingerprint,
    groups: lazily(groups, ({ name, stackId, status, message, steps, findings, plan: plan2 }) => ({
      name,
      stackId,
      status,
      message,
      steps: steps.map((step2) => ({ kind: step2.kind, status: step2.status, message: step2.message })),
      findings: findings.map(findingJson),
      plan: groupJson(plan2)
    })),
    problems: problems.map(problemJson)
  });
}

// src/core/report/apply-report.ts
function applyReport(outcome, context2) {
  const plans = outcome.groups.map((group) => ({ ...group.plan, findings: group.findings }));
  return assemble({
    kind: "apply",
    key: context2.key ?? "",
    verdict: applyVerdict(outcome),
    tone: tone2(outcome),
    json: () => outcomeJson(outcome),
    facts: {
      fingerprint: outcome.fingerprint,
      groups: outcome.groups.map(({ name, plan: plan2 }) => ({ name, fingerprint: plan2.fingerprint })),
      changes: outcome.groups.some((group) => group.steps.some((step2) => step2.status === "done")),
      refused: outcome.groups.some((group) => group.status === "refused"),
      counts: counts(outcome)
    },
    annotations: [...problemAnnotations(outcome.problems), ...findingAnnotations(plans)],
    build: (detail) => build3(outcome, context2, detail)
  });
}
function tone2(outcome) {
  const has = (status) => outcome.groups.some((group) => group.status === status);
  if (outcome.problems.length > 0 || has("failed") || has("not-started")) return "failed";
  if (has("refused")) return "refused";
  return has("done") ? "changes" : "clean";
}
function counts(outcome) {
  const number = (status) => outcome.groups.filter((group) => group.status === status).length;
  return {
    done: number("done"),
    "nothing-to-do": number("nothing-to-do"),
    left: number("left"),
    refused: number("refused"),
    failed: number("failed"),
    "not-started": number("not-started")
  };
}
function* build3(outcome, context2, detail) {
  yield* problemBlocks(outcome.problems, detail);
  yield* troubleBlocks(outcome, detail);
  yield* leftBlocks(outcome, detail);
  yield* outcomeTable(outcome, context2, detail);
  yield* outcomeFolds(outcome, detail);
  yield* ignoredBlocks(ignoredChanges(outcome.groups.map(({ plan: plan2 }) => plan2)), detail);
  yield* noticeBlocks(context2);
  yield* applyNext(outcome, context2, detail);
  yield footer("apply", outcome.fingerprint, context2);
}

// src/core/plan/settled.ts
var PATIENCE = 8;
function isSettled(pulse, before, polls) {
  if (whoIsAtWork(pulse) !== null) return false;
  const moved3 = before === null || pulse.updatedAt !== before.updatedAt || pulse.state.status !== before.state.status;
  return moved3 || polls >= PATIENCE;
}
function whoIsAtWork(pulse) {
  if (pulse.state.status === "IN_PROGRESS") return `${words2(pulse.state)} is in progress`;
  const group = pulse.groups.find(
    ({ nestedState, activity }) => nestedState?.status === "IN_PROGRESS" || activity.scalingInProgress
  );
  return group ? `the group "${group.address}" is being scaled` : null;
}
function settledFailure({ state }, deleting) {
  if (state.status === "FAILED")
    return `Heat says ${state.action}_FAILED: ${state.reason || "no reason given"}`;
  return deleting && state.action !== "DELETE" ? "Heat did not delete the stack" : null;
}
function adviceOnLasting(failure) {
  if (!/\bWaitConditionFailure\b/.test(failure)) return null;
  return "a server said FAILURE itself, and Heat keeps that, so the same commit would fail again; the servers that were not reached yet go on; change what the servers are made of and apply that, and it continues where this stopped";
}
var VERBS = {
  CREATE: "a creation",
  UPDATE: "an update",
  DELETE: "a deletion",
  ROLLBACK: "a rollback",
  CHECK: "a check"
};
function words2({ action }) {
  return VERBS[action] ?? `${action.toLowerCase()}`;
}

// src/core/plan/verify.ts
function verificationFindings(after, plan2) {
  if (after.desired.presence === "absent") return stillThere(after.observed, plan2);
  return [
    ...stillDiffers(after, plan2),
    ...membersBehind(after, plan2),
    ...offNetworks(after.observed, plan2),
    ...sizeMoved(after.observed, plan2)
  ];
}
function stillThere(observed, { source }) {
  if (observed.presence === "absent") return [];
  return [
    { rule: "still-there", severity: "error", source, message: `the stack "${observed.name}" still exists` }
  ];
}
function stillDiffers(after, { source }) {
  const again = planGroup(after);
  return again.changes.map(({ address, reason: reason2 }) => ({
    rule: "still-differs",
    severity: "error",
    source,
    message: `${address} is still not as written: ${reason2}`
  }));
}
function membersBehind({ desired, observed, definitions }, { source }) {
  if (desired.presence === "absent" || observed.presence === "absent") return [];
  const files = { before: observed.files, after: desired.files };
  return desired.groups.filter(({ rolls }) => rolls).flatMap((group) => {
    const wanted = handedDown(group, observed);
    if (isUnresolved(wanted)) return [];
    return Object.entries(own(definitions, group.address) ?? {}).filter(([, own2]) => {
      const effect2 = memberDifference(readDefinition(own2), wanted, files);
      return effect2 !== null && effect2.kind !== "none";
    }).map(
      ([name]) => ({
        rule: "member-behind",
        severity: "error",
        source,
        message: `${group.address}: the member ${name} still has the old definition`
      })
    );
  });
}
function offNetworks(observed, { source, changes, findings }) {
  if (observed.presence === "absent" || !changes.some(({ address }) => address === "stack")) return [];
  const servers2 = observed.groups.flatMap(({ members }) => members.flatMap((member) => member.servers));
  const doubted = findings.some(({ rule }) => rule === "may-go-back-after-failure");
  if (!doubted && servers2.every(({ addresses }) => addresses.length === 0)) return [];
  return servers2.filter(({ status, taskState, addresses }) => {
    return status === "ACTIVE" && taskState === null && addresses.length === 0;
  }).map(({ name, id }) => ({
    rule: "off-networks",
    severity: "error",
    source,
    message: `the server ${name || id} is on no network: Heat brought it back from before the update that stopped, and took it for whole; mark it unhealthy, or let an update succeed that replaces the servers`
  }));
}
function sizeMoved(observed, plan2) {
  if (observed.presence === "absent") return [];
  return plan2.scalingGroups.flatMap(({ address, size }) => {
    const now = observed.groups.find((group) => group.address === address)?.members.length;
    if (now === void 0 || size.after === null || now === size.after) return [];
    const inside2 = now >= (size.min ?? 0) && now <= (size.max ?? now);
    return [
      {
        rule: "size-moved",
        severity: inside2 ? "info" : "warn",
        source: plan2.source,
        message: `${address}: planned ${size.after}, now ${now}${inside2 ? ": an alarm may have scaled it meanwhile" : ""}`
      }
    ];
  });
}

// src/core/plan/describe-event.ts
function describeEvent(event) {
  const { address, resourceType, status, reason: reason2 } = event;
  const match = /^([A-Z]+)_(IN_PROGRESS|COMPLETE|FAILED)$/.exec(status);
  if (!match) return `${address || "stack"}: ${status}`;
  const [, action = "", phase = ""] = match;
  const subject3 = address === "" ? "stack" : `${address}${short3(resourceType)}`;
  if (phase === "FAILED") return `${subject3}: ${action.toLowerCase()} failed: ${reason2}`;
  if (isBookkeeping(event, action)) return null;
  if (/requires replacement/.test(reason2)) return `${subject3}: a new one takes its place`;
  return `${subject3}: ${action.toLowerCase()} ${phase === "COMPLETE" ? "done" : "begins"}`;
}
function isBookkeeping({ address, resourceType }, action) {
  if (address === "") return false;
  return resourceType === "OS::Heat::Stack" || isFile(resourceType) && action === "UPDATE";
}
function isFile(type) {
  return type !== "" && !type.includes("::");
}
function short3(type) {
  if (type === "") return "";
  return isFile(type) ? " (nested stack)" : ` (${type.split("::").slice(1).join(" ")})`;
}

// src/commands/settle.ts
var POLL_MILLISECONDS = 2e3;
var GRACE_MINUTES = 5;
async function startWatching(watch, ref) {
  const known3 = ref ? await watch.reader.events(ref, null) : [];
  return { before: ref ? await watch.reader.pulse(ref) : null, known: known3 };
}
async function waitUntilSettled(watch, wait2) {
  const { reader, clock } = watch;
  const { before, known: known3 } = wait2.watched;
  const deadline = clock.now().getTime() + (wait2.minutes + GRACE_MINUTES) * 6e4;
  const tell = eventTeller(watch, wait2.ref, known3);
  for (let polls = 0; clock.now().getTime() < deadline; polls += 1) {
    await clock.sleep(POLL_MILLISECONDS);
    const pulse = await reader.pulse(wait2.ref);
    if (pulse === null)
      return wait2.gone ? { failure: null } : { failure: `the stack "${wait2.ref.name}" is gone` };
    await tell();
    if (isSettled(pulse, before, polls)) return { failure: settledFailure(pulse, wait2.gone) };
  }
  return {
    failure: `the stack "${wait2.ref.name}" is still not settled after ${wait2.minutes + GRACE_MINUTES} minutes`
  };
}
async function waitForOthers(watch, ref, minutes) {
  const deadline = watch.clock.now().getTime() + minutes * 6e4;
  for (let told = false; ; told = true) {
    const pulse = await watch.reader.pulse(ref);
    const busy = pulse && whoIsAtWork(pulse);
    if (!busy) return null;
    if (watch.clock.now().getTime() >= deadline) {
      return `waited ${minutes} minutes, but ${busy} on the stack "${ref.name}"; apply again when it has ended`;
    }
    if (!told) watch.log.info(`${ref.name}: waiting: ${busy}`);
    await watch.clock.sleep(POLL_MILLISECONDS);
  }
}
function eventTeller({ reader, log }, ref, known3) {
  const seen = new Set(known3.map(({ id }) => id));
  let last = known3.at(-1)?.id ?? null;
  return async () => {
    const events = await reader.events(ref, last);
    for (const event of events.filter(({ id }) => !seen.has(id))) {
      seen.add(event.id);
      const words3 = describeEvent(event);
      if (words3 !== null) log.info(`${ref.name}: ${words3}`);
    }
    last = events.at(-1)?.id ?? last;
  };
}

// src/commands/execute.ts
async function executeGroup(parts2, work) {
  const { group } = work;
  const end = (status, rest) => ({
    name: group.name,
    stackId: group.stack.id,
    status,
    plan: group,
    steps: [],
    message: "",
    findings: [],
    ...rest
  });
  let reached = {};
  try {
    const fresh = await lookAgain(parts2, work);
    if (fresh.status !== "same") return end(fresh.status, { message: fresh.message });
    const now = { ...work, pair: fresh.pair, group: fresh.group };
    const done3 = await carryOut(parts2, now);
    reached = { plan: fresh.group, stackId: done3.stackId, steps: done3.steps };
    if (done3.failure !== null) {
      return end("failed", {
        ...reached,
        message: done3.lasting ? done3.failure : howToGoOn(group, done3.failure)
      });
    }
    await untilAlone(parts2, group, done3.sentAt);
    const findings = await verify(parts2, now);
    const wrong = findings.some(({ severity }) => severity === "error");
    return end(wrong ? "failed" : "done", {
      ...reached,
      findings,
      message: wrong ? howToGoOn(group, "Heat says it is done, but not every server is as planned") : ""
    });
  } catch (error2) {
    if (!(error2 instanceof CloudError)) throw error2;
    return end("failed", { ...reached, message: howToGoOn(group, errorLine(error2)) });
  }
}
async function lookAgain({ cloud, clock, log }, { pair, group, ignoring, options }) {
  const { observed } = pair;
  if (observed.presence === "present") {
    const busy = await waitForOthers({ reader: cloud.reader, clock, log }, observed, options.waitMinutes);
    if (busy !== null) return { status: "not-started", message: busy };
  }
  const now = await observeAgain(cloud.reader, { pair, ignoring }, "unfinished");
  if (now === null) return { status: "not-started", message: `the stack "${group.name}" could not be read` };
  const replanned = planGroup(now);
  if (replanned.action === "no-op") return { status: "nothing-to-do", message: "" };
  const forbidden = replanned.findings.find(({ severity }) => severity === "error");
  if (forbidden !== void 0) return refusedNow(forbidden.message);
  const same = { status: "same", pair: now, group: replanned };
  if (replanned.fingerprint === group.fingerprint) return same;
  const difference = planDifference(group, replanned);
  return difference === null ? same : refusedNow(`${difference}; plan again`);
}
function refusedNow(why) {
  return { status: "refused", message: `the cloud changed while this ran: ${why}` };
}
async function untilAlone({ clock }, { steps }, sentAt) {
  if (sentAt === null || steps.at(-1)?.kind === "create") return;
  const left = sentAt.getTime() + NOTE_ALONE_AFTER_MS - clock.now().getTime();
  for (let slept = 0; slept < left; slept += 1e3) await clock.sleep(1e3);
}
async function observeAgain(reader, { pair, ignoring }, wanted) {
  const [now] = await observe(reader, [pair.left?.declared ?? pair.desired], wanted);
  if (now === void 0) return null;
  if (pair.left === void 0) return now;
  const [left] = await leaveAlone(reader, [now], ignoring);
  return left ?? null;
}
async function carryOut(parts2, work) {
  const { observed } = work.pair;
  let ref = observed.presence === "present" ? { name: observed.name, id: observed.id } : null;
  const steps = [];
  let sentAt = null;
  for (const step2 of work.group.steps) {
    parts2.log.info(`${work.group.name}: ${step2.kind}: ${step2.why}`);
    const ended = await tryStep(parts2, work, { step: step2, ref, observed });
    ({ ref, sentAt } = ended);
    steps.push({
      kind: step2.kind,
      status: ended.failure === null ? "done" : "failed",
      message: ended.failure ?? ""
    });
    if (ended.failure !== null) {
      return { stackId: ref?.id ?? null, steps, failure: ended.failure, lasting: ended.lasting, sentAt };
    }
  }
  return { stackId: ref?.id ?? null, steps, failure: null, lasting: false, sentAt };
}
var LASTING = /* @__PURE__ */ new Set([
  "trust-refused",
  "forbidden",
  "invalid",
  "unauthorized"
]);
async function tryStep(parts2, work, input) {
  try {
    return { ...await doStep(parts2, work, input), lasting: false };
  } catch (error2) {
    if (!(error2 instanceof CloudError)) throw error2;
    return { ref: input.ref, failure: errorLine(error2), lasting: LASTING.has(error2.code), sentAt: null };
  }
}
async function doStep(parts2, { pair: { desired }, group, noted: noted2, options }, { step: step2, ref, observed }) {
  const { reader, writer } = parts2.cloud;
  const watch = { reader, clock: parts2.clock, log: parts2.log };
  const watched = await startWatching(watch, ref);
  if (desired.presence === "absent") {
    if (!ref) return { ref, failure: null, sentAt: null };
    await writer.delete(ref);
    return {
      ref,
      sentAt: null,
      ...await waitUntilSettled(watch, { ref, watched, gone: true, minutes: DEFAULT_MINUTES })
    };
  }
  const sentAt = parts2.clock.now();
  const request2 = requestFor({
    desired,
    step: step2,
    observed: observed.presence === "present" ? observed : null,
    provenance: { repository: options.repository, commit: options.commit },
    at: noted2 ? sentAt : null
  });
  const minutes = desired.timeoutMinutes ?? DEFAULT_MINUTES;
  if (step2.kind === "create" || !ref) {
    const made = await writer.create(request2);
    const settled = await waitUntilSettled(watch, { ref: made, watched, gone: false, minutes });
    return { ref: made, sentAt, ...settled };
  }
  if (!watched.before) return { ref, failure: `the stack "${group.name}" is gone`, sentAt: null };
  await writer.update(ref, request2);
  return { ref, sentAt, ...await waitUntilSettled(watch, { ref, watched, gone: false, minutes }) };
}
var DEFAULT_MINUTES = 60;
async function verify({ cloud }, work) {
  const after = await observeAgain(cloud.reader, work, "all");
  return after === null ? [] : verificationFindings(after, work.group);
}
function howToGoOn(group, reason2) {
  const advice = adviceOnLasting(reason2);
  if (advice !== null) return `${reason2}; ${advice}`;
  return `${reason2}; apply the same commit again to go on: it continues where this stopped${group.action === "create" ? ", nothing is made twice" : ""}`;
}

// src/commands/settle-first.ts
var AT_ONCE2 = 8;
async function settleFirst({ clock, log }, reader, { pairs, plan: plan2 }, { waitMinutes }) {
  const due = pairs.flatMap(
    ({ observed }, index) => plan2.groups[index]?.action === "no-op" && observed.presence === "present" && observed.state.status === "IN_PROGRESS" ? [observed] : []
  );
  const entries = await inTurns(due, AT_ONCE2, async (stack) => {
    const busy = await waitForOthers({ reader, clock, log }, stack, waitMinutes);
    return [stack.name, busy];
  });
  return new Map(entries);
}
async function lookAfter(reader, outcome, {
  pair,
  ignoring,
  busy
}) {
  if (outcome.status !== "nothing-to-do") return outcome;
  if (busy !== null) return { ...outcome, status: "not-started", message: busy };
  const seen = await observe(reader, [pair.left?.declared ?? pair.desired], "all");
  const [after] = await leaveAlone(reader, seen, ignoring);
  const findings = after === void 0 ? [] : verificationFindings(after, outcome.plan);
  if (!findings.some(({ severity }) => severity === "error")) return { ...outcome, findings };
  const message = "an update that was under way has ended, but not every server is as planned; apply the same commit again to go on";
  return { ...outcome, status: "failed", message, findings };
}

// src/core/report/issue-body.ts
var BUDGET = 5e4;
var MAX_TITLE2 = 200;
var MAX_WORDS = 300;
function issueBody(build4) {
  const parts2 = (detail) => markdownParts(build4(detail).map((block3) => clipBlock(block3, detail.words)));
  return fitWithin(parts2, BUDGET, utf16Units);
}
function issueTitle(text, key) {
  return oneLine(key === "" ? text : `${text} (${clip(key, 60)})`, MAX_TITLE2);
}
function issueLine(content) {
  const block3 = clipBlock({ kind: "paragraph", lines: [content] }, MAX_WORDS);
  return toMarkdown([block3]).trimEnd();
}
function issueFooter(ending, { cloud, links: links2 }) {
  const run = links2?.run ?? null;
  const seen = run === null ? [] : line` · last change seen by ${link("this run", run)}`;
  const where = cloud === "" ? "" : ` · ${cloud}`;
  const quiet = "closed by hand it stays quiet until there is more";
  return { kind: "footer", line: line`Kept by Thermostat: ${ending}; ${quiet}${where}${seen}` };
}

// src/core/report/issue-apply.ts
function applyIssueBody(group, context2) {
  return issueBody((detail) => {
    const fold2 = outcomeFold(group, detail);
    return [
      paragraph(applySentence(group, context2)),
      ...group.message === "" ? [] : [{ kind: "alert", tone: "caution", lines: [quoted(group.message)] }],
      paragraph(done2(group)),
      paragraph(goOn2(context2)),
      ...fold2 === null ? [] : [fold2],
      issueFooter("closed when the change is done", context2)
    ];
  });
}
function applySentence(group, context2) {
  const what = group.status === "not-started" ? "was not started" : "failed";
  return line`${stackSubject(group, context2)}: the change merged in ${code(group.plan.source.file)} ${what}`;
}
function done2({ plan: plan2, steps }) {
  const finished = steps.filter(({ status }) => status === "done").length;
  const words3 = plan2.steps.map(({ kind: kind2 }) => kind2);
  if (words3.length === 0) return line`Nothing was changed.`;
  const [did, not] = [words3.slice(0, finished), words3.slice(finished)];
  return line`${strong("Done")}: ${did.join(", ") || "nothing"}. ${strong("Not done")}: ${not.join(", ") || "nothing"}.`;
}
function goOn2({ commit, links: links2 }) {
  const which = commit == null ? "the same commit" : code(commit.slice(0, 7));
  const run = links2?.run ?? null;
  const how = run === null ? line`run apply for ${which} again` : line`run the job for ${which} again (“Re-run jobs” on the page of the run)`;
  return line`${strong("Way out")}: ${how}. It goes on where it stopped and makes nothing twice. If the reason above needs another spec, merge that: its apply does the rest.`;
}

// src/core/report/issue-apply-broke.ts
var APPLY_BROKE = "What was merged is not applied";
function applyBrokeBody({ message, problems }, context2) {
  const alert2 = message === "" ? [] : [{ kind: "alert", tone: "caution", lines: [quoted(message)] }];
  return issueBody((detail) => [
    paragraph(line`${strong(APPLY_BROKE)}: apply broke off before it could tell what became of each group`),
    ...alert2,
    ...problemBlocks(problems, detail),
    paragraph(goOn2(context2)),
    issueFooter("closed by the next apply that comes about", context2)
  ]);
}

// src/core/report/issue-unchecked.ts
var CHECKS = { drift: "for drift", health: "for health" };
function uncheckedIssueBody(unchecked, context2) {
  const { message, problems } = unchecked;
  return issueBody((detail) => [
    paragraph(uncheckedSentence(unchecked)),
    ...message === "" ? [] : [{ kind: "alert", tone: "warning", lines: [quoted(message)] }],
    ...problemBlocks(problems, detail),
    paragraph(
      line`${strong("Meanwhile")}: what was known before may be so no longer. Open issues about ${subject2(unchecked)} stay open until a check finds them clean.`
    ),
    issueFooter("closed by the next check that comes about", context2)
  ]);
}
function uncheckedSentence({ group, what }) {
  const who = group === "" ? "The groups" : group;
  return line`${strong(who)} could not be checked ${CHECKS[what]}`;
}
function subject2({ group }) {
  return group === "" ? ["all of them"] : [strong(group)];
}

// src/core/issues/unchecked-verdict.ts
var KINDS3 = { drift: "drift-unchecked", health: "health-unchecked" };
function checkedAgain(what, group) {
  return {
    state: "clean",
    subject: { kind: KINDS3[what], group },
    word: "Checked again: what is known is up to date."
  };
}
function checkFailed(unchecked, context2) {
  const { what, group, message, problems } = unchecked;
  const sentence = uncheckedSentence(unchecked);
  const words3 = problems.length > 0 ? problems[0]?.message ?? "" : message;
  const reason2 = words3 === "" ? sentence : line`${sentence}: ${quoted(words3)}`;
  const title = `${group === "" ? "Groups" : group} could not be checked for ${what}`;
  return {
    state: "found",
    subject: { kind: KINDS3[what], group },
    wanted: {
      title: issueTitle(title, context2.key ?? ""),
      facts: [{ id: "unchecked", severity: "warn", detail: stable(words3), line: issueLine(reason2) }],
      body: uncheckedIssueBody(unchecked, context2),
      line: issueLine(reason2)
    }
  };
}
function stable(message) {
  return message.replaceAll(/req-[0-9a-f-]+/gi, "").replaceAll(/\d+/g, "0");
}

// src/core/issues/apply-verdicts.ts
function applyVerdicts({ groups }, context2) {
  return [CAME_ABOUT, ...groups.flatMap((group) => groupVerdicts(group, context2))];
}
var WHOLE2 = { kind: "apply-failed", group: "" };
var CAME_ABOUT = {
  state: "clean",
  subject: WHOLE2,
  word: "Apply came about again: what it did not do has an issue of its own."
};
function applyBroke(broken, context2) {
  const words3 = broken.problems[0]?.message ?? broken.message;
  const sentence = issueLine(line`${APPLY_BROKE}: ${quoted(words3)}`);
  return {
    state: "found",
    subject: WHOLE2,
    wanted: {
      title: issueTitle(APPLY_BROKE, context2.key ?? ""),
      facts: [{ id: "broke", severity: "error", detail: stable(words3), line: sentence }],
      body: applyBrokeBody(broken, context2),
      line: sentence
    }
  };
}
function groupVerdicts(group, context2) {
  switch (group.status) {
    case "refused":
    case "left":
      return [];
    case "done":
    case "nothing-to-do":
      return [{ state: "clean", subject: { kind: "apply-failed", group: group.name }, word: word(group) }];
    case "failed":
    case "not-started":
      return [found(group, context2)];
  }
}
function found(group, context2) {
  const finished = group.steps.filter(({ status }) => status === "done").length;
  const sentence = applySentence(group, context2);
  return {
    state: "found",
    subject: { kind: "apply-failed", group: group.name },
    wanted: {
      title: issueTitle(`Applying ${group.name} failed`, context2.key ?? ""),
      // another plan, or another step, is another failure
      facts: [
        {
          id: `${group.plan.fingerprint} ${finished}`,
          severity: "error",
          detail: "",
          line: issueLine(sentence)
        }
      ],
      body: applyIssueBody(group, context2),
      line: issueLine(sentence)
    }
  };
}
function word({ name, plan: plan2 }) {
  return issueLine(line`Done: ${strong(name)} is as ${plan2.source.file} says.`);
}

// src/core/issues/compare.ts
import { createHash as createHash4 } from "node:crypto";
var REMEMBERED = 300;
var LETTERS = { info: "i", warn: "w", error: "x" };
var SEVERITIES = ["info", "warn", "error"];
var RANKS = { i: 0, w: 1, x: 2 };
function remember(facts) {
  const all2 = distinct(facts).map((fact) => [short4(fact.id), value2(fact)]);
  return {
    digest: short4(JSON.stringify(all2), 32),
    facts: Object.fromEntries(all2.slice(0, REMEMBERED)),
    total: all2.length
  };
}
function compare2(before, facts) {
  const now = remember(facts);
  if (now.digest === before.digest) return "same";
  if (newFacts(before, facts).length > 0 || isCut(before) && now.total > before.total) return "worse";
  const other = distinct(facts).some((fact) => (before.facts[short4(fact.id)] ?? value2(fact)) !== value2(fact));
  return other ? "other" : "less";
}
function newFacts(before, facts) {
  return distinct(facts).filter(({ id, severity }) => {
    const known3 = before.facts[short4(id)];
    if (known3 === void 0) return !isCut(before);
    return rank(LETTERS[severity]) > rank(known3.charAt(0));
  });
}
function recall({ facts }, id) {
  const letter = facts[short4(id)]?.charAt(0);
  return SEVERITIES.find((severity) => LETTERS[severity] === letter) ?? null;
}
function worst(facts) {
  return facts.reduce(
    (worstYet, { severity }) => rank(LETTERS[severity]) > rank(LETTERS[worstYet]) ? severity : worstYet,
    "info"
  );
}
function isCut({ facts, total }) {
  return total > Object.keys(facts).length;
}
function value2({ severity, detail }) {
  return `${LETTERS[severity]}${short4(detail, 6)}`;
}
function rank(letter) {
  return RANKS[letter] ?? 0;
}
function distinct(facts) {
  const byId = /* @__PURE__ */ new Map();
  for (const fact of facts) {
    const same = byId.get(fact.id);
    byId.set(fact.id, same === void 0 ? fact : together(same, fact));
  }
  return [...byId.values()].sort((a, b) => a.id < b.id ? -1 : Number(a.id > b.id));
}
function together(one, other) {
  const details = [one.detail, other.detail].sort();
  return { ...one, severity: worst([one, other]), detail: details.join("\n") };
}
function short4(text, digits = 8) {
  return createHash4("sha256").update(text).digest("hex").slice(0, digits);
}

// src/core/report/issue-more.ts
var LISTED = 500;
var BUDGET2 = 5e4;
var WORDS4 = {
  drift: "differs",
  "drift-unchecked": "could not be checked",
  health: "not well",
  "health-unchecked": "could not be checked",
  "apply-failed": "not applied",
  "schedule-stopped": "stopped",
  more: ""
};
var TITLES = {
  drift: "More groups with drift",
  health: "More groups that are not well",
  apply: "More groups that were not applied",
  schedules: "More workflows that no longer run"
};
function moreIssue({ by: by2, scope }, beyond, unseen) {
  const seen = beyond.map(({ subject: subject3, wanted }) => {
    return {
      id: factIdOf(subject3),
      severity: worst(wanted.facts),
      detail: "",
      line: wanted.line
    };
  });
  const still = unseen.map(({ subject: subject3, severity }) => {
    const { kind: kind2, group } = subject3;
    const words3 = issueLine(line`${strong(group)}: ${WORDS4[kind2]}, as the report of an earlier run says`);
    return { id: factIdOf(subject3), severity, detail: "", line: words3 };
  });
  const title = issueTitle(TITLES[by2], scope.key);
  const facts = [...seen, ...still];
  return { title, facts, body: body(facts), line: title };
}
function factIdOf({ kind: kind2, group }) {
  return `${kind2} ${group}`;
}
function body(facts) {
  const rows = [];
  let room = BUDGET2;
  for (const fact of facts.slice(0, LISTED)) {
    const row2 = `- ${fact.line}`;
    if (row2.length > room) break;
    room -= row2.length + 1;
    rows.push(row2);
  }
  const rest = facts.length - rows.length;
  return [
    "These are as real as those with an issue of their own, but beyond `max-issues`. The worst get one first; as others are closed, these follow.",
    "",
    ...rows,
    ...rest > 0 ? [`- and ${grouped(rest)} more: see the report of the run`] : [],
    "",
    "<sub>Kept by Thermostat: closes by itself when the list is empty</sub>",
    ""
  ].join("\n");
}

// src/core/report/issue-comment.ts
var SHOWN = 20;
var MOST2 = 3e4;
function worseComment(fresh, saying) {
  return said2("worse", fresh, `New since the last word here:

${list2(fresh)}
`, saying);
}
function backComment(facts, saying) {
  const words3 = saying.back ? "It is back:" : "Opened again, since this is new since it was closed by hand:";
  return said2("back", facts, `${words3}

${list2(facts)}
`, saying);
}
function cleanComment(word2, saying) {
  return said2("clean", [], `${word2}
`, saying);
}
function duplicateBody(of) {
  return `Two runs at once opened this: read on in #${of}.
`;
}
function said2(what, about, text, { number, run }) {
  const footer2 = run === null ? [] : line`said by ${link("this run", run)}`;
  const below = footer2.length === 0 ? "" : `
${toMarkdown([{ kind: "footer", line: footer2 }])}`;
  const same = digest(about.map(({ id, severity }) => [id, severity]).sort()).replace(":", "=");
  return `<!-- thermostat:said ${number} ${what} ${same} -->
${text}${below}`;
}
function list2(facts) {
  const shown3 = [];
  let room = MOST2;
  for (const { line: words3 } of facts.slice(0, SHOWN)) {
    if (words3.length > room) break;
    room -= words3.length;
    shown3.push(`- ${words3}`);
  }
  const rest = facts.length - shown3.length;
  return [...shown3, ...rest > 0 ? [`- and ${grouped(rest)} more`] : []].join("\n");
}

// src/core/issues/memory.ts
import { createHash as createHash5 } from "node:crypto";
var ISSUE_START = "<!-- thermostat:issue ";
var KINDS4 = {
  drift: true,
  "drift-unchecked": true,
  health: true,
  "health-unchecked": true,
  "apply-failed": true,
  "schedule-stopped": true,
  more: true
};
var STATES = { found: true, clearing: true, clean: true };
var PATTERN2 = /^<!-- thermostat:issue (\{[^<>\r\n]*\}) -->\r?(?:\n|$)/;
var NOTE = /^<!-- note -->\r?\n[\s\S]*?\r?\n<!-- \/note -->\r?\n(?:\r?\n)?/;
function withMemory(memory, note, text) {
  const kept = { ...memory, text: textDigest(text) };
  const above = note === "" ? "" : `<!-- note -->
${note}
<!-- /note -->

`;
  return `${ISSUE_START}${written4(kept)} -->
${above}${text}`;
}
function textOf2(body2) {
  return body2.replace(PATTERN2, "").replace(NOTE, "");
}
function isEdited(body2, memory) {
  return textDigest(textOf2(body2)) !== memory.text;
}
function memoryOf(body2) {
  const found3 = PATTERN2.exec(body2)?.[1];
  return found3 === void 0 ? null : remembered(parsed2(found3));
}
function identityOf(subject3, { key, cloud, run }) {
  return JSON.stringify([subject3.kind, subject3.group, key, subject3.group === "" ? run : cloud]);
}
function written4({ subject: subject3, scope, at, ...rest }) {
  const { state, flaps, words: words3, digest: digest2, facts, total, text } = rest;
  const when = at.toISOString();
  const content = { ...subject3, ...scope, state, at: when, flaps, words: words3, digest: digest2, facts, total, text };
  return JSON.stringify(content).replaceAll(/[<>\-\u007F-\uFFFF]/g, escaped2);
}
function textDigest(text) {
  return createHash5("sha256").update(text.replaceAll("\r\n", "\n").trimEnd()).digest("hex").slice(0, 16);
}
function escaped2(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function parsed2(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
var TEXTS = ["group", "key", "cloud", "run", "digest", "at", "text"];
function remembered(value3) {
  const kind2 = field(value3, "kind");
  const state = field(value3, "state");
  const [group, key, cloud, run, digest2, at, text] = TEXTS.map((name) => {
    const one = field(value3, name);
    return typeof one === "string" ? one : null;
  });
  if (!isKind(kind2) || !isState(state)) return null;
  if (group == null || key == null || cloud == null || run == null || digest2 == null || at == null)
    return null;
  const facts = factsIn(field(value3, "facts"));
  const time = new Date(at);
  return {
    subject: { kind: kind2, group },
    scope: { key, cloud, run },
    state,
    at: Number.isNaN(time.getTime()) ? /* @__PURE__ */ new Date(0) : time,
    flaps: whole(field(value3, "flaps")),
    words: whole(field(value3, "words")),
    digest: digest2,
    facts,
    total: Math.max(whole(field(value3, "total")), Object.keys(facts).length),
    text: text ?? ""
  };
}
function factsIn(value3) {
  if (typeof value3 !== "object" || value3 === null) return {};
  const pairs = Object.entries(value3).filter((pair) => typeof pair[1] === "string");
  return Object.fromEntries(pairs);
}
function whole(value3) {
  return typeof value3 === "number" && Number.isSafeInteger(value3) && value3 >= 0 ? value3 : 0;
}
function isKind(value3) {
  return typeof value3 === "string" && Object.hasOwn(KINDS4, value3);
}
function isState(value3) {
  return typeof value3 === "string" && Object.hasOwn(STATES, value3);
}
function field(value3, name) {
  return typeof value3 === "object" && value3 !== null && Object.hasOwn(value3, name) ? Reflect.get(value3, name) : void 0;
}

// src/core/issues/duplicates.ts
function known2(existing) {
  const issues = /* @__PURE__ */ new Map();
  const duplicates = [];
  for (const issue of [...existing].sort(whatCounts)) {
    const memory = memoryOf(issue.body);
    if (memory === null) continue;
    const identity = identityOf(memory.subject, memory.scope);
    const first = issues.get(identity);
    if (first === void 0) issues.set(identity, { issue, memory });
    else if (issue.state === "open") duplicates.push({ known: { issue, memory }, of: first.issue.number });
  }
  return { issues, duplicates };
}
function duplicateActions(duplicates) {
  return duplicates.map(({ known: { issue, memory }, of }) => ({
    do: "change",
    subject: memory.subject,
    number: issue.number,
    change: { state: "closed", reason: "duplicate", body: duplicateBody(of) },
    comment: null,
    unlabel: null,
    why: "duplicate"
  }));
}
function whatCounts(one, other) {
  const rank2 = ({ state }) => state === "open" ? 0 : 1;
  return rank2(one) - rank2(other) || (one.state === "open" ? one.number - other.number : other.number - one.number);
}

// src/core/issues/labels.ts
var OURS = {
  name: "thermostat",
  description: "Kept by Thermostat: opened, rewritten and closed by itself",
  color: "d4552b"
};
var SNOOZED = {
  name: "thermostat:snoozed",
  description: "Thermostat says nothing more here until it is clean once",
  color: "cccccc"
};
var KIND_LABELS = {
  drift: kind("drift", "The cloud differs from the repository", "fbca04"),
  "drift-unchecked": kind("unchecked", "A check could not be made: nothing is known", "bfd4f2"),
  health: kind("health", "A group is not well", "d93f0b"),
  "health-unchecked": kind("unchecked", "A check could not be made: nothing is known", "bfd4f2"),
  "apply-failed": kind("apply", "A merged change is not done", "b60205"),
  "schedule-stopped": kind("schedule", "A scheduled workflow no longer runs", "bfd4f2"),
  more: kind("more", "Collects what is beyond max-issues", "ededed")
};
function labelsFor(issue) {
  return [OURS, KIND_LABELS[issue]];
}
function kind(name, description, color) {
  return { name: `thermostat:${name}`, description, color };
}

// src/core/issues/patience.ts
var HOUR = 36e5;
var SOON = 6 * HOUR;
var LONGEST2 = 24 * HOUR;
function flapsAfter({ at, flaps }, now) {
  return now.getTime() - at.getTime() < SOON ? flaps + 1 : 0;
}
function hasSettled({ state, at, flaps }, now) {
  if (flaps === 0) return true;
  return state === "clearing" && now.getTime() - at.getTime() >= wait(flaps);
}
function wait(flaps) {
  return Math.min(LONGEST2, HOUR * 2 ** Math.min(flaps - 1, 5));
}

// src/core/issues/life.ts
function openIssue({ subject: subject3, wanted }, { scope, now }) {
  const begun2 = { subject: subject3, scope, state: "found", at: now, flaps: 0, words: 0, text: "" };
  const memory = { ...begun2, ...remember(wanted.facts) };
  const body2 = withMemory(memory, "", wanted.body);
  const issue = { title: wanted.title, body: body2, labels: labelsFor(subject3.kind) };
  return { do: "create", subject: subject3, issue, why: "opened" };
}
function wouldReopen(known3, { wanted }) {
  const { issue, memory } = known3;
  if (issue.state === "open" || isSnoozed(issue)) return false;
  return memory.state === "clean" || isNews2(memory, wanted.facts);
}
function liveOn(known3, verdict3, circumstances) {
  const { state } = known3.issue;
  if (verdict3.state === "clean") {
    return state === "open" ? cleaned(known3, verdict3, circumstances) : cleanWhileClosed(known3, verdict3);
  }
  return state === "open" ? stillFound(known3, verdict3, circumstances) : foundWhileClosed(known3, verdict3, circumstances);
}
function stillFound(known3, { wanted }, { run }) {
  const { issue, memory } = known3;
  const difference = compare2(memory, wanted.facts);
  const body2 = rewritten(memory, wanted);
  if (difference === "worse") {
    if (isSnoozed(issue)) return change(known3, "got worse", { change: { body: body2 } });
    const said3 = oneMore(memory);
    const fresh = newsIn(memory, wanted.facts);
    return change(known3, "got worse", {
      change: { body: rewritten(said3, wanted) },
      comment: worseComment(fresh, { number: said3.words, run })
    });
  }
  if (memory.state !== "found") return change(known3, "found again", { change: { body: body2 } });
  if (difference !== "same") return change(known3, "changed", { change: { body: body2 } });
  return isEdited(issue.body, memory) ? change(known3, "put right", { change: { body: body2 } }) : keep(known3, "unchanged");
}
function foundWhileClosed(known3, verdict3, { now, run }) {
  const { issue, memory } = known3;
  const { facts } = verdict3.wanted;
  if (!wouldReopen(known3, verdict3)) {
    if (compare2(memory, facts) === "same")
      return keep(known3, isSnoozed(issue) ? "snoozed" : "closed by hand");
    return change(known3, "closed by hand, rewritten", {
      change: { body: rewritten(memory, verdict3.wanted) }
    });
  }
  const back = memory.state === "clean";
  const flaps = back ? flapsAfter(memory, now) : memory.flaps;
  const said3 = oneMore({ ...memory, at: now, flaps });
  return change(known3, "reopened", {
    change: { state: "open", body: rewritten(said3, verdict3.wanted) },
    comment: backComment(back ? facts : newsIn(memory, facts), { back, number: said3.words, run })
  });
}
function cleaned(known3, { word: word2 }, { now, run }) {
  const { issue, memory } = known3;
  if (memory.state === "clean") return keep(known3, "reopened by hand");
  if (hasSettled(memory, now)) {
    const quiet = isSnoozed(issue);
    const said3 = quiet ? memory : oneMore(memory);
    const body3 = withMemory({ ...said3, state: "clean", at: now }, noted(word2), textOf2(issue.body));
    return change(known3, "clean", {
      change: { state: "closed", reason: "completed", body: body3 },
      comment: quiet ? null : cleanComment(word2, { number: said3.words, run }),
      awake: true
    });
  }
  if (memory.state === "clearing") return keep(known3, "clean for now");
  const body2 = withMemory({ ...memory, state: "clearing", at: now }, CLEARING, textOf2(issue.body));
  return change(known3, "clean for now", { change: { body: body2 } });
}
var CLEARING = "Clean for now. It came and went before, so this is closed only when it stays clean for a while.";
function cleanWhileClosed(known3, { word: word2 }) {
  const { issue, memory } = known3;
  if (memory.state === "clean") return keep(known3, "unchanged");
  const body2 = withMemory({ ...memory, state: "clean" }, noted(word2), textOf2(issue.body));
  return change(known3, "clean", { change: { body: body2 }, awake: true });
}
function noted(word2) {
  return `${word2} What it was:`;
}
function rewritten(memory, { facts, body: body2 }) {
  return withMemory({ ...memory, state: "found", ...remember(facts) }, "", body2);
}
function oneMore(memory) {
  return { ...memory, words: memory.words + 1 };
}
function isNews2(memory, facts) {
  const difference = compare2(memory, facts);
  return difference === "worse" || difference === "other";
}
function newsIn(memory, facts) {
  const fresh = newFacts(memory, facts);
  return fresh.length > 0 ? fresh : facts;
}
function isSnoozed({ labels }) {
  return labels.includes(SNOOZED.name);
}
function change({ issue, memory }, why, details) {
  const { change: changed2, comment = null, awake = false } = details;
  const unlabel = awake && isSnoozed(issue) ? SNOOZED.name : null;
  return {
    do: "change",
    subject: memory.subject,
    number: issue.number,
    change: changed2,
    comment,
    unlabel,
    why
  };
}
function keep({ issue, memory }, why) {
  return { do: "keep", subject: memory.subject, number: issue.number, why };
}

// src/core/issues/decide.ts
var VOICES = {
  drift: "drift",
  "drift-unchecked": "drift",
  health: "health",
  "health-unchecked": "health",
  "apply-failed": "apply",
  "schedule-stopped": "schedules"
};
var KINDS5 = [
  "drift",
  "drift-unchecked",
  "health",
  "health-unchecked",
  "apply-failed",
  "schedule-stopped"
];
function decideIssues(round, existing, now) {
  const { issues, duplicates } = known2(existing);
  const circumstances = { scope: round.scope, now, run: round.run };
  const issueOf = (verdict3) => issues.get(identityOf(verdict3.subject, round.scope));
  const verdicts = [...round.verdicts, ...gone2(round, [...issues.values()])];
  const waiting = verdicts.filter(isFound).filter((verdict3) => waitsForRoom(verdict3, issueOf(verdict3)));
  const settled = verdicts.filter((verdict3) => !(isFound(verdict3) && waiting.includes(verdict3)));
  const room = Math.max(0, round.max - stayOpen(settled, round, issues));
  const ranked = [...waiting].sort(bySeverity);
  const beyond = ranked.slice(room);
  const collected = round.groups === null ? [] : collecting(beyond, round, issues);
  return [
    ...duplicateActions(duplicates),
    ...[...settled, ...ranked.slice(0, room), ...collected].flatMap(
      (verdict3) => live(issueOf(verdict3), verdict3, circumstances)
    ),
    ...round.groups === null ? beyond.map(({ subject: subject3 }) => ({ do: "skip", subject: subject3, why: "beyond max-issues" })) : []
  ];
}
function live(issue, verdict3, circumstances) {
  if (issue !== void 0) return [liveOn(issue, verdict3, circumstances)];
  return verdict3.state === "found" ? [openIssue(verdict3, circumstances)] : [];
}
function waitsForRoom(verdict3, issue) {
  return verdict3.subject.group !== "" && (issue === void 0 || wouldReopen(issue, verdict3));
}
function gone2({ by: by2, scope, groups }, issues) {
  if (groups === null) return [];
  const named5 = /* @__PURE__ */ new Set(["", ...groups]);
  return issues.map(({ memory }) => memory).filter(({ subject: subject3 }) => voiceOf(subject3.kind) === by2 && !named5.has(subject3.group)).filter((memory) => identityOf(memory.subject, memory.scope) === identityOf(memory.subject, scope)).filter((memory) => memory.scope.run === scope.run).map(({ subject: subject3 }) => ({ state: "clean", subject: subject3, word: by2 === "schedules" ? NO_FILE : NO_SPEC }));
}
var NO_SPEC = "No spec has this name any more, so there is nothing to compare with.";
var NO_FILE = "The workflow is gone, or has no schedule any more.";
function stayOpen(settled, { by: by2, scope }, issues) {
  const clean = new Set(
    settled.filter(({ state }) => state === "clean").map(({ subject: subject3 }) => identityOf(subject3, scope))
  );
  return [...issues].filter(
    ([identity, { issue, memory }]) => issue.state === "open" && voiceOf(memory.subject.kind) === by2 && identity === identityOf(memory.subject, scope) && !clean.has(identity)
  ).length;
}
function collecting(beyond, round, issues) {
  const subject3 = { kind: "more", group: round.by };
  const memory = issues.get(identityOf(subject3, round.scope))?.memory;
  const unseen = memory === void 0 ? [] : unseenIn(memory, round);
  if (beyond.length + unseen.length === 0) {
    return [{ state: "clean", subject: subject3, word: "Every one of them is clean or has its own issue." }];
  }
  return [{ state: "found", subject: subject3, wanted: moreIssue(round, beyond, unseen) }];
}
function unseenIn(memory, { by: by2, scope, groups, verdicts }) {
  const spoken = new Set(verdicts.map(({ subject: subject3 }) => identityOf(subject3, scope)));
  const kinds = KINDS5.filter((kind2) => VOICES[kind2] === by2);
  return (groups ?? []).flatMap((group) => kinds.map((kind2) => ({ kind: kind2, group }))).filter((subject3) => !spoken.has(identityOf(subject3, scope))).flatMap((subject3) => {
    const severity = recall(memory, factIdOf(subject3));
    return severity === null ? [] : [{ subject: subject3, severity }];
  });
}
function bySeverity(one, other) {
  const ranks = { error: 0, warn: 1, info: 2 };
  const difference = ranks[worst(one.wanted.facts)] - ranks[worst(other.wanted.facts)];
  return difference !== 0 ? difference : byName(one, other);
}
function byName({ subject: one }, { subject: other }) {
  const [a, b] = [JSON.stringify([one.group, one.kind]), JSON.stringify([other.group, other.kind])];
  return a < b ? -1 : Number(a > b);
}
function isFound(verdict3) {
  return verdict3.state === "found";
}
function voiceOf(kind2) {
  return kind2 === "more" ? null : VOICES[kind2];
}

// src/core/issues/scope.ts
function scopeOf2({ place: place2, specs, key }, cloud) {
  const shape = { place: place2, specs: [...specs] };
  return { key, cloud, run: digest(shape).slice("sha256:".length, "sha256:".length + 16) };
}

// src/commands/keep-issues.ts
var OF_REPOSITORY = { key: "", cloud: "", run: "" };
async function keepIssues(parts2, options, findings) {
  const { issues, log } = parts2;
  if (issues === void 0) return;
  const all2 = options.only.length === 0 || findings.by === "schedules";
  try {
    await keep2(parts2, issues.keeper, {
      by: findings.by,
      // a run for a few groups tells nothing about the check of all
      verdicts: findings.verdicts.filter(({ subject: subject3 }) => all2 || subject3.group !== ""),
      groups: all2 ? findings.groups : null,
      scope: findings.by === "schedules" ? OF_REPOSITORY : scopeOf2(
        { place: issues.place, specs: options.specs, key: options.report.key ?? "" },
        findings.cloud
      ),
      max: issues.max,
      run: options.report.links?.run ?? null
    });
  } catch (error2) {
    log.warn(`keeping issues: ${saidBy(error2)}; the verdict stands`);
  }
}
async function keep2({ clock, log }, keeper, round) {
  const existing = await keeper.list(ISSUE_START);
  const actions = decideIssues(round, existing, clock.now());
  const made = [];
  for (const action of actions) {
    const done3 = await attempt(log, action, () => carryOut2(keeper, action));
    if (done3 === "stop") break;
    if (done3 === "done" && action.do === "create") made.push(identityOf(action.subject, round.scope));
  }
  if (made.length > 0) await tidy(keeper, log, made);
}
async function tidy(keeper, log, made) {
  const { duplicates } = known2(await keeper.list(ISSUE_START));
  const ours = duplicates.filter(
    ({ known: { memory } }) => made.includes(identityOf(memory.subject, memory.scope))
  );
  for (const action of duplicateActions(ours)) {
    if (await attempt(log, action, () => carryOut2(keeper, action)) === "stop") return;
  }
}
async function carryOut2(keeper, action) {
  switch (action.do) {
    case "keep":
      return `#${action.number} left as it is (${action.why})`;
    case "skip":
      return `not opened (${action.why})`;
    case "create": {
      const made = await keeper.create(action.issue);
      return made === null ? "would be opened" : `#${made.number} opened`;
    }
    case "change":
      return changed(keeper, action);
  }
}
async function changed(keeper, action) {
  const { number, change: change2, comment, unlabel, why } = action;
  const unsaid = comment === null ? null : await refusal3(() => keeper.comment(number, comment));
  if (unlabel !== null) await keeper.unlabel(number, unlabel);
  await keeper.change(number, change2);
  if (unsaid !== null) throw unsaid;
  return `#${number} ${change2.state === "closed" ? "closed" : change2.state === "open" ? "reopened" : "rewritten"} (${why})`;
}
async function refusal3(say) {
  try {
    await say();
    return null;
  } catch (error2) {
    if (error2 instanceof ForgeError && isForgeError(error2, "forbidden", "invalid", "not-found")) return error2;
    throw error2;
  }
}
async function attempt(log, action, act) {
  const { kind: kind2, group } = action.subject;
  const subject3 = group === "" ? kind2 : `${kind2} of ${group}`;
  try {
    const words3 = await act();
    if (action.do === "keep") log.debug(`issue about ${subject3}: ${words3}`);
    else log.info(`issue about ${subject3}: ${words3}`);
    return "done";
  } catch (error2) {
    const stop = isHopeless(error2, action);
    const rest = stop ? "; the other issues are left to the next run" : "";
    log.warn(`issue about ${subject3}: ${saidBy(error2)}${rest}; the verdict stands`);
    return stop ? "stop" : "failed";
  }
}
function isHopeless(error2, action) {
  return isForgeError(error2, "rate-limited") || isForgeError(error2, "forbidden") && action.do === "create";
}
function saidBy(error2) {
  const said3 = errorLine(error2);
  return isForgeError(error2, "forbidden") ? `${said3} (the job needs issues: write, or the input issues: false)` : said3;
}

// src/commands/tell-applied.ts
async function tellBegun(parts2, options, { groups, context: context2 }) {
  if (options.onlySchedules || groups.length === 0) return false;
  return closeOff(parts2, { kind: "begun", groups }, context2);
}
async function tellApplied(parts2, options, { outcome, context: context2, begun: begun2 }) {
  if (options.onlySchedules) return;
  await closeOff(parts2, { kind: "applied", outcome, begun: begun2 }, context2);
  const verdicts = applyVerdicts(outcome, context2);
  const groups = outcome.groups.map(({ name }) => name);
  await keepIssues(parts2, options, { by: "apply", verdicts, groups, cloud: context2.cloud });
}
async function tellBroken(parts2, options, broken) {
  if (options.onlySchedules) return;
  const verdict3 = applyBroke(broken, { cloud: "", commit: options.commit, ...options.report });
  await keepIssues(parts2, options, { by: "apply", verdicts: [verdict3], groups: null, cloud: "" });
}

// src/commands/apply.ts
var STACKS_AT_ONCE = 4;
async function apply(parts2, options) {
  try {
    const result = await carryOut3(parts2, options);
    if (result.problems.length > 0)
      await tellBroken(parts2, options, { message: "", problems: result.problems });
    return result;
  } catch (error2) {
    await tellBroken(parts2, options, { message: errorLine(error2), problems: [] });
    throw error2;
  }
}
async function carryOut3(parts2, options) {
  const chosen = await chooseSpecs(parts2, options, "apply");
  if (!chosen.ok) return chosen.result;
  const reader = await parts2.reader();
  const decided = await decide(reader, chosen, parts2, options);
  const { problems, decisions, waited, ignoring } = decided;
  if (problems.length > 0) {
    return stopOnProblems(parts2, options, { problems, specs: chosen.specs.length, kind: "apply" });
  }
  const writer = await parts2.writer();
  const context2 = { cloud: reader.label, commit: options.commit, ...options.report };
  const begun2 = await tellBegun(parts2, options, { groups: toDo(decisions), context: context2 });
  const groups = await inTurns(decisions, STACKS_AT_ONCE, async (decision) => {
    const { pair, group, verdict: verdict3, noted: noted2 = true } = decision;
    if (verdict3.go) {
      const work = { pair, group, ignoring, noted: noted2, options: tagged(pair, options) };
      return keepRecord(group, await executeGroup({ ...parts2, cloud: { reader, writer } }, work));
    }
    const still = {
      name: group.name,
      stackId: group.stack.id,
      plan: group,
      steps: [],
      findings: [],
      ...verdict3
    };
    const busy = waited.get(group.name);
    return busy === void 0 ? still : lookAfter(reader, still, { pair, ignoring, busy });
  });
  const outcome = { version: 1, fingerprint: decided.fingerprint, groups, problems: [] };
  const report = applyReport(outcome, context2);
  await parts2.publisher.publish(report);
  await tellApplied(parts2, options, { outcome, context: context2, begun: begun2 });
  return { exitCode: exitCodeOf2(outcome), report, problems: [] };
}
function keepRecord({ findings }, outcome) {
  return { ...outcome, findings: [...recordedFindings(findings), ...outcome.findings] };
}
async function decide(reader, { specs, rules }, parts2, options) {
  const ignoring = { rules: rules.settings.ignore, now: parts2.clock.now() };
  if (options.onlySchedules) {
    const decisions2 = bySchedule(await pairsForBounds(reader, specs, ignoring));
    const fingerprint = planFingerprint(toDo(decisions2));
    return { decisions: decisions2, waited: /* @__PURE__ */ new Map(), ignoring, fingerprint, problems: [] };
  }
  const override = await freezeOverride(parts2, options, rules);
  const guard = { rules, moment: "apply", freezeOverride: override };
  const first = await planAgainst(reader, specs, ignoring.now, guard);
  const waited = await settleFirst(parts2, reader, first, options);
  const made = waited.size === 0 ? first : await planAgainst(reader, specs, ignoring.now, guard);
  if (made.problems.length > 0)
    return { decisions: [], waited, ignoring, fingerprint: "", problems: made.problems };
  const decisions = await byAnyApproval(made, options);
  return { decisions, waited, ignoring, fingerprint: made.plan.fingerprint, problems: [] };
}
function toDo(decisions) {
  return decisions.filter(({ verdict: verdict3 }) => verdict3.go).map(({ group }) => group);
}
async function byAnyApproval(made, options) {
  const decisions = byApproval(made, options);
  const { approved, approvedEarlier } = options;
  const refused3 = decisions.some(
    ({ group, verdict: verdict3 }) => !verdict3.go && verdict3.status === "refused" && !isRefused(group)
  );
  if (!refused3 || approved === null || !("groups" in approved) || approvedEarlier === void 0)
    return decisions;
  const { pulls, groups } = await approvedEarlier();
  const all2 = {
    pulls: [...pulls.filter((number) => !approved.pulls.includes(number)), ...approved.pulls],
    groups: [...groups, ...approved.groups],
    reasons: approved.reasons
  };
  return byApproval(made, { ...options, approved: all2 });
}
function byApproval({ pairs, plan: plan2 }, options) {
  return pairs.map((pair, index) => {
    const group = plan2.groups[index];
    if (!group) throw new Error(`plan without a group for "${pair.desired.name}"`);
    return { pair, group, verdict: verdictOn(pair, group, plan2, options) };
  });
}
function verdictOn(pair, group, plan2, options) {
  const { approved, newer = [] } = options;
  const decided = overtaken(pair, newer) ?? approval(group, plan2, approved);
  if (decided.go || decided.status !== "refused" || isRefused(group)) return decided;
  if (approved === null || !("groups" in approved)) return decided;
  return isContinuation({ ...pair, group }, approved, options) ? { go: true } : decided;
}
function overtaken({ observed }, newer) {
  const { commit } = provenanceOf(observed.presence === "present" ? observed.tags : []);
  if (commit === null || !isFromNewer(commit, newer)) return null;
  const message = `its stack was last applied from ${commit.slice(0, 7)}, a newer commit of the branch, and stays as that left it`;
  return { go: false, status: "left", message };
}
function bySchedule(pairs) {
  return pairs.map((pair) => {
    const scheduled = schedulesOnly(pair);
    if (scheduled.go) return { ...scheduled, verdict: { go: true } };
    const { group, status, message } = scheduled;
    return { pair, group, verdict: { go: false, status, message } };
  });
}
function tagged({ observed }, options) {
  if (!options.onlySchedules || observed.presence === "absent") return options;
  return { ...options, ...provenanceOf(observed.tags) };
}
function exitCodeOf2({ groups }) {
  if (groups.some(({ status }) => status === "failed" || status === "not-started")) return 1;
  return groups.some(({ status }) => status === "refused") ? 3 : 0;
}

// src/core/report/issue-stopped.ts
function stoppedIssueBody(stopped, context2) {
  const { url, state } = stopped;
  const page = url === null ? line`the page of the workflow` : line`${link("the page of the workflow", url)}`;
  return issueBody(() => [
    { kind: "paragraph", lines: [line`${stoppedLine(stopped)}.`] },
    { kind: "paragraph", lines: [line`${strong("Meanwhile")} ${MEANWHILE[stopped.workflow.command]}`] },
    { kind: "paragraph", lines: [line`${strong("Way out")}: on ${page} ${WAYS_OUT[state]}`] },
    issueFooter("closed when it has run again", context2)
  ]);
}
function stoppedLine({ workflow, lastRun, due, state }) {
  const since = lastRun === null ? "has never run by its schedule" : `has not run since ${minute(lastRun)}`;
  return line`${code(workflow.path)} (${workflow.command}) ${since}: it was due at ${minute(due)}${REASONS2[state]}`;
}
var REASONS2 = {
  active: "",
  unknown: "",
  inactive: ", but GitHub switched it off after 60 days without a commit",
  "switched-off": ", but somebody switched it off"
};
var MEANWHILE = {
  drift: "nobody looks for changes made by hand: no open drift issue does not mean that there is no drift.",
  health: "nobody looks for servers that do not serve: no open health issue does not mean that all is well.",
  apply: "bounds that schedules ask for are not set."
};
var WAYS_OUT = {
  active: "look at its last runs and start one (“Run workflow”); a schedule is read from the default branch only.",
  unknown: "look at its last runs and start one (“Run workflow”); a schedule is read from the default branch only.",
  inactive: "press “Enable workflow”. Any commit within 60 days keeps it on.",
  "switched-off": "press “Enable workflow”, or take the schedule out of the file if that is meant."
};
function minute(time) {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}

// src/core/issues/schedule-verdicts.ts
function scheduleVerdicts(seen, stopped, context2) {
  return seen.map((workflow) => {
    const trouble = stopped.find((one) => one.workflow.path === workflow.path);
    return trouble === void 0 ? runs(workflow) : found2(trouble, context2);
  });
}
function runs({ path }) {
  const word2 = issueLine(line`${code(path)} runs by its schedule again.`);
  return { state: "clean", subject: { kind: "schedule-stopped", group: path }, word: word2 };
}
function found2(stopped, context2) {
  const { path, command } = stopped.workflow;
  const words3 = issueLine(stoppedLine(stopped));
  return {
    state: "found",
    subject: { kind: "schedule-stopped", group: path },
    wanted: {
      title: issueTitle(`The scheduled ${command} no longer runs (${path})`, ""),
      facts: [{ id: "stopped", severity: "error", detail: stopped.state, line: words3 }],
      body: stoppedIssueBody(stopped, context2),
      line: words3
    }
  };
}

// src/core/schedule/scheduled-workflow.ts
var import_yaml2 = __toESM(require_dist(), 1);
var COMMANDS = ["drift", "health", "apply"];
function scheduledWorkflow(path, text) {
  const file = parsed3(text);
  const schedules = listOf3(field2(field2(file, "on"), "schedule")).flatMap(cronOf);
  const command = commandsIn(field2(file, "jobs")).find(isScheduled);
  return schedules.length === 0 || command === void 0 ? null : { path, command, schedules };
}
function isScheduled(name) {
  return COMMANDS.some((one) => one === name);
}
function parsed3(text) {
  try {
    return (0, import_yaml2.parse)(text, { maxAliasCount: 20, logLevel: "silent" });
  } catch {
    return null;
  }
}
function cronOf(entry) {
  const cron = field2(entry, "cron");
  const named5 = field2(entry, "timezone");
  const timezone = typeof named5 === "string" && isTimezone(named5) ? named5 : "UTC";
  return typeof cron === "string" && cronMistake(cron) === null ? [{ cron, timezone }] : [];
}
function commandsIn(jobs) {
  if (typeof jobs !== "object" || jobs === null) return [];
  return Object.values(jobs).flatMap((job) => listOf3(field2(job, "steps"))).filter((step2) => typeof field2(step2, "uses") === "string").map((step2) => field2(field2(step2, "with"), "command")).filter((command) => typeof command === "string");
}
function listOf3(value3) {
  return Array.isArray(value3) ? value3 : [];
}
function field2(value3, name) {
  return typeof value3 === "object" && value3 !== null && Object.hasOwn(value3, name) ? Reflect.get(value3, name) : void 0;
}

// src/core/schedule/stopped-workflow.ts
var LATE_MS = 2 * 36e5;
function stoppedWorkflow(workflow, pulse, now) {
  const since = pulse.lastRun ?? pulse.knownSince;
  if (since === null) return null;
  const due = nextDue(workflow, Date.parse(since));
  const isOff = pulse.state === "inactive" || pulse.state === "switched-off";
  const last = due === null || isOff ? due : nextDue(workflow, due);
  const stopped = due !== null && last !== null && now.getTime() > last + LATE_MS;
  return stopped ? { ...pulse, workflow, due: new Date(due).toISOString() } : null;
}
function nextDue({ schedules }, after) {
  const starts = schedules.map((schedule) => startsOf(schedule).firstAfter(after)).filter((one) => one !== null);
  return starts.length === 0 ? null : Math.min(...starts);
}

// src/commands/beside-schedules.ts
function besideSchedules(run) {
  return async (parts2, options) => {
    const { seen, stopped } = await lookAtSchedules(parts2);
    const notices = stopped.map(stoppedLine);
    const result = await run(parts2, withNotices(options, notices));
    for (const notice of notices) parts2.log.warn(plain(notice));
    const context2 = { cloud: "", ...options.report };
    if (seen.length === 0) return result;
    await keepIssues(parts2, options, {
      by: "schedules",
      verdicts: scheduleVerdicts(seen, stopped, context2),
      groups: seen.map(({ path }) => path),
      cloud: ""
    });
    return result;
  };
}
var NOTHING5 = { seen: [], stopped: [] };
async function lookAtSchedules({ watch, clock, log }) {
  if (watch === void 0) return NOTHING5;
  try {
    const files = await watch.files();
    const workflows = files.map(({ path, text }) => scheduledWorkflow(path, text)).filter((one) => one !== null);
    const pulses = await Promise.all(workflows.map(({ path }) => watch.pulse(path)));
    const stopped = workflows.map((workflow, index) => {
      const pulse = pulses[index];
      return pulse === void 0 ? null : stoppedWorkflow(workflow, pulse, clock.now());
    });
    return { seen: workflows, stopped: stopped.filter((one) => one !== null) };
  } catch (error2) {
    const way = isForgeError(error2, "forbidden") ? "; the job needs actions: read" : "";
    log.info(`looking whether the scheduled workflows still run: ${errorLine(error2)}${way}`);
    return NOTHING5;
  }
}
function withNotices(options, notices) {
  return notices.length === 0 ? options : { ...options, report: { ...options.report, notices } };
}

export {
  normalGlobs,
  fixedFolder,
  matchesGlob,
  globMatcher,
  sandboxEnvironment,
  chooseCloud,
  REAL_CLOCK,
  LOOPBACK_BALANCERS,
  LOOPBACK_PROBES,
  recordTexts,
  readRecord,
  toMarkdown,
  assemble,
  emptyJson,
  SEVERITY_MARKS,
  problemBlocks,
  quoted,
  footer,
  turnOf,
  freezeFindings,
  stateWords,
  untilWords,
  isAsLastApplied,
  wasSent,
  isStillAsSent,
  problemAnnotations,
  ignoredBlocks,
  horizonPage,
  stackLink,
  stackSubject,
  createTwoFilesPatch,
  noticeBlocks,
  clockNotices,
  problemsReport,
  ruleFiles,
  checkRules,
  readSpecs,
  readSources,
  chooseSpecs,
  stopOnProblems,
  inTurns,
  whoIsAtWork,
  heldIn,
  remakeWords,
  remade,
  surroundingsOf,
  thingBehind,
  textField,
  objectsIn,
  timeField,
  BLIND_AFTER_MINUTES,
  differences,
  fieldsToSet,
  words,
  liveFields,
  sides,
  DRIFT_KINDS,
  driftItem,
  alarmDrift,
  toldResources,
  leaveIgnored,
  MANY_STACKS,
  observe,
  observeUntouched,
  startWatching,
  waitUntilSettled,
  executeGroup,
  freezeOverride,
  compile,
  compileSpecs,
  readFacts,
  planAgainst,
  issueBody,
  issueTitle,
  issueLine,
  issueFooter,
  checkedAgain,
  checkFailed,
  unlessOnlyRunDiffers,
  closeOff,
  keepIssues,
  apply,
  besideSchedules,
  plan,
  unlessUnkept,
  failureReport
};
