import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  BalancerError
} from "./chunk-MXUBWZWX.js";

// src/adapters/terminal/glob.ts
function normalGlobs(globs) {
  const plain = globs.flatMap((glob) => choices(glob.trim()));
  const normal = plain.map(
    (glob) => glob.split("/").filter((step, index) => step !== "." && (step !== "" || index === 0)).join("/")
  );
  return [...new Set(normal)].filter(
    (glob) => glob !== "" && !glob.startsWith("/") && !glob.split("/").includes("..")
  );
}
function fixedFolder(glob) {
  const steps = glob.split("/").slice(0, -1);
  const wild = steps.findIndex((step) => /[*?]/.test(step));
  return (wild < 0 ? steps : steps.slice(0, wild)).join("/");
}
function matchesGlob(glob, path) {
  if (/(?:^|\/)\./.test(path) && !/(?:^|\/)\./.test(glob)) return false;
  return matches(glob.split("/"), path.split("/"), (step, name) => step === "**" || nameMatches(step, name));
}
function nameMatches(pattern, name) {
  if (name.startsWith(".") && !pattern.startsWith(".")) return false;
  return matches(
    [...pattern].map((sign) => sign === "*" ? "**" : sign),
    [...name],
    (sign, letter) => {
      return sign === "?" || sign === letter;
    }
  );
}
function matches(pattern, items, same) {
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
      const found = /\{([^{}]*)\}/.exec(one);
      if (found === null) return [one];
      const [all, inside = ""] = found;
      return inside.split(",").map((choice) => one.slice(0, found.index) + choice + one.slice(found.index + all.length));
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
  const known = REFUSALS.find(({ says }) => says.test(text));
  const said = printable(text.split("\n")[0] ?? "");
  const advice = known?.advice === void 0 ? "" : `; ${known.advice}`;
  return new BalancerError(known?.code ?? "refused", `${what}: HAProxy says "${said}"${advice}`);
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
function ask(api, words, limits = LIMITS) {
  const command = words.join(" ");
  if (/[^\x20-\x7e]|[;\\<]/.test(command)) {
    return Promise.reject(new BalancerError("invalid", `${JSON.stringify(command)} is no single command`));
  }
  const socket = open(api);
  return new Promise((resolve, reject) => {
    const chunks = [];
    let size = 0;
    const end = (error) => {
      clearTimeout(timer);
      socket.destroy();
      if (error) reject(error);
      else resolve(Buffer.concat(chunks).toString("latin1"));
    };
    const fail = (code, what, cause) => end(
      new BalancerError(code, `asking HAProxy at ${api} to ${JSON.stringify(command)}: ${what}`, { cause })
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
function whyNot({ code = "" }) {
  return REASONS[code] ?? `the connection broke (${code})`;
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
  const rows = lines.filter((line2) => line2.trim() !== "").map((line2) => cellReader(columns, line2.trim().split(" "))).filter((cell) => cell("be_name") === backend && isServerName(cell("srv_name")));
  const number = rows[0]?.("be_id") ?? null;
  if (number !== null && !/^\d{1,10}$/.test(number)) return null;
  return { proxy: number, servers: rows.map(serverOf) };
}
function sessionTable(answer, backend) {
  const [head = "", ...lines] = answer.split("\n").filter((line2) => line2.trim() !== "");
  const columns = head.replace(/^# /, "").split(",");
  if (["pxname", "svname", "qcur", "scur"].some((name) => !columns.includes(name))) return null;
  const rows = lines.map((line2) => cellReader(columns, line2.split(",", columns.indexOf("scur") + 1)));
  return new Map(
    rows.filter((cell) => cell("pxname") === backend).map((cell) => [cell("svname"), wholeNumber(cell("scur")) + wholeNumber(cell("qcur"))])
  );
}
function isServerName(name) {
  return /^[A-Za-z0-9_.:-]{1,512}$/.test(name);
}
function serverOf(cell) {
  return {
    name: cell("srv_name"),
    endpoint: endpointOf(cell("srv_addr"), cell("srv_port")),
    state: adminState(wholeNumber(cell("srv_admin_state"))),
    up: wholeNumber(cell("srv_op_state")) !== 0,
    checked: (wholeNumber(cell("srv_check_state")) & CHECK_CONFIGURED) !== 0
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
  return { address, port: wholeNumber(port) };
}
function cellReader(columns, cells) {
  return (column) => cells[columns.indexOf(column)] ?? "";
}
function wholeNumber(text) {
  return /^\d{1,12}$/.test(text) ? Number(text) : 0;
}

// src/adapters/haproxy/balancer.ts
var UNUSED = { address: "0.0.0.0", port: 0 };
function openHAProxy(api, limits = LIMITS) {
  socketAddress(api);
  const tell = async (what, ...words) => expectDone(await ask(api, words, limits), `${what} at ${api}`);
  return {
    servers: async (backend) => readServers(api, named(backend), limits),
    add: async (backend, server, endpoint) => {
      const target = line(backend, server);
      const { address, port } = literal(endpoint);
      const shown = isIP3(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`;
      await tell(`adding the server "${target}"`, "add", "server", target, shown, "check");
      await tell(`switching on the checks of "${target}"`, "enable", "health", target);
    },
    point: async (backend, server, endpoint) => {
      const target = line(backend, server);
      const { address, port } = literal(endpoint ?? UNUSED);
      const words = ["set", "server", target, "addr", address, ...port === 0 ? [] : ["port", String(port)]];
      await tell(`pointing the server "${target}" to ${address}`, ...words);
    },
    setState: async (backend, server, state) => {
      const target = line(backend, server);
      await tell(`setting "${target}" to ${state}`, "set", "server", target, "state", state);
    },
    holdBack: async (backend, server) => {
      const target = line(backend, server);
      await tell(`holding "${target}" back until it is checked`, "set", "server", target, "health", "down");
    },
    endSessions: async (backend, server) => {
      const target = line(backend, server);
      await tell(`ending the sessions of "${target}"`, "shutdown", "sessions", "server", target);
    },
    remove: async (backend, server) => {
      const target = line(backend, server);
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
  return state.servers.map((server) => ({ ...server, sessions: sessions.get(server.name) ?? 0 }));
}
function strange(what, answer) {
  return new BalancerError("unexpected-answer", `${what}: the answer begins "${printable(answer)}"`);
}
function line(backend, server) {
  return `${named(backend)}/${named(server)}`;
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

// src/choose-cloud.ts
async function chooseCloud(choice) {
  const sandbox = /^sandbox(?::(.+))?$/.exec(choice.cloud ?? "");
  return sandbox ? embedded(choice, sandbox[1] ?? null) : real(choice);
}
var REAL_CLOCK = {
  now: () => /* @__PURE__ */ new Date(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
};
function real(choice) {
  const cloud = once(async () => (await openStack()).openCloud({ ...choice, home: homedir() }));
  return {
    reader: async () => (await cloud.get()).reader,
    writer: async () => (await cloud.get()).writer,
    clock: REAL_CLOCK,
    balancers: { open: (api) => openHAProxy(api), clock: REAL_CLOCK },
    probes: {
      ask: async (question) => (await import("./probe-V3346IX7.js")).probe(question),
      clock: REAL_CLOCK
    },
    close: async () => {
      await (await cloud.got())?.close();
    }
  };
}
async function embedded(choice, stateFile) {
  const [{ readStateFile, writeStateFile }, { startSandbox }, { sandboxEnvironment }, { sandboxTime }] = await Promise.all([
    import("./state-file-WFXIQ32Q.js"),
    import("./embedded-YSPSI2YS.js"),
    import("./sandbox-environment-TISXX6FP.js"),
    import("./sandbox-time-KHIK53EM.js")
  ]);
  const state = stateFile === null ? null : await readStateFile(stateFile);
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
var LOOPBACK_PROBES = {
  ask: async (question) => (await import("./loopback-TR3A76NR.js")).probeOnLoopback(question),
  clock: REAL_CLOCK
};
function openOnLoopback(api) {
  if (isLoopback(api)) return openHAProxy(api);
  throw new BalancerError(
    "invalid",
    `"${api}" is not on this machine: with the embedded sandbox cloud only a balancer on loopback is contacted`
  );
}
function openStack() {
  return import("./cloud-LHABCRFP.js");
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

export {
  normalGlobs,
  fixedFolder,
  matchesGlob,
  globMatcher,
  chooseCloud,
  REAL_CLOCK,
  LOOPBACK_BALANCERS,
  LOOPBACK_PROBES
};
