import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  openCloud
} from "./chunk-ZEAYGC6N.js";
import "./chunk-R45KKTMJ.js";
import "./chunk-CEEK6GEM.js";
import {
  COMMANDS,
  fileSystemTree
} from "./chunk-T3S6WJX3.js";
import {
  LOOPBACK_BALANCERS,
  LOOPBACK_PROBES
} from "./chunk-2FN7F5LV.js";
import "./chunk-MXUBWZWX.js";
import "./chunk-MM7YW66Y.js";
import {
  startSandbox
} from "./chunk-54FOMOAI.js";
import "./chunk-HE53SSY6.js";
import "./chunk-DSL5S7GG.js";
import {
  sandboxEnvironment
} from "./chunk-WLQIA35P.js";
import "./chunk-7VOHJOSG.js";

// src/demo.ts
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { styleText } from "node:util";

// src/demo-cloud.ts
async function openDemoCloud(paceMilliseconds) {
  const sandbox = await startSandbox();
  const surroundings = { cwd: "/", home: "/" };
  const cloud = await openCloud({ cloud: null, env: sandboxEnvironment(sandbox), ...surroundings });
  const api = await login(sandbox);
  const present = async (name) => {
    const [stack] = await cloud.reader.observe([name]);
    if (stack?.presence !== "present") throw new Error(`the stack "${name}" is not there`);
    return stack;
  };
  return {
    reader: { ...cloud.reader, label: "the embedded sandbox cloud" },
    writer: cloud.writer,
    clock: {
      now: () => sandbox.now(),
      sleep: async (milliseconds) => {
        sandbox.advance(milliseconds / 1e3);
        await new Promise((resolve) => setTimeout(resolve, paceMilliseconds));
      }
    },
    pass: (seconds) => sandbox.advance(seconds),
    load: (stack, vcpus) => sandbox.load({ stack, cpu: { kind: "constant", value: vcpus } }),
    groupSize: async (name) => (await present(name)).groups[0]?.members.length ?? 0,
    stopOneServer: async () => {
      const server = (await present("web")).groups[0]?.members.at(-1)?.servers[0];
      if (!server) throw new Error("the group has no server to stop");
      await api("compute", "POST", `/servers/${server.id}/action`, { "os-stop": null });
      sandbox.advance(30);
      return server.name;
    },
    editMaximum: async (name, max) => {
      const stack = await present(name);
      const template = JSON.parse(
        JSON.stringify(stack.template).replace(/"max_size":\d+/, `"max_size":${max}`)
      );
      await api("orchestration", "PATCH", `/stacks/${name}/${stack.id}`, { template });
      sandbox.advance(60);
    },
    close: async () => {
      await cloud.close();
      await sandbox.close();
    }
  };
}
async function login(sandbox) {
  const { username, password, projectName, userDomainName, projectDomainName } = sandbox.credentials;
  const user = { name: username, password, domain: { name: userDomainName } };
  const scope = { project: { name: projectName, domain: { name: projectDomainName } } };
  const auth = { identity: { methods: ["password"], password: { user } }, scope };
  const answer = await fetch(`${sandbox.authUrl}/auth/tokens`, post({ auth }));
  const token = answer.headers.get("x-subject-token") ?? "";
  const endpoints = endpointsOf(await answer.json());
  return async (service, method, path, body) => {
    const sent = await fetch(`${endpoints.get(service)}${path}`, {
      ...post(body, { "x-auth-token": token }),
      method
    });
    if (!sent.ok) throw new Error(`${method} ${path}: ${sent.status} ${await sent.text()}`);
    await sent.arrayBuffer();
  };
}
function post(body, headers = {}) {
  return {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body)
  };
}
function endpointsOf(answer) {
  const { token } = answer;
  return new Map(
    token.catalog.map(({ type, endpoints }) => [
      type,
      endpoints.find((one) => one.interface === "public")?.url ?? ""
    ])
  );
}

// src/demo.ts
var SPEC = `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata:
  name: web
  labels: { team: shop }
spec:
  size: { min: 2, max: 8, initial: 3 }
  server:
    image: ubuntu-20.04
    flavor: m1.small
    networks: [ private-network ]
    keyPair: ops
  loadBalancer:
    octavia:
      subnet: private-subnet
      listener: { protocol: HTTP, port: 80 }
      monitor: { type: HTTP, path: /healthz }
  scaling:
    cooldown: 30m
    policies:
      - { name: cpu-high, metric: cpu, above: 80%, for: 10m, add: 2 }
      - { name: cpu-low, metric: cpu, below: 20%, for: 30m, remove: 1 }
  rollout: { drain: 10s }
`;
var PACE_MILLISECONDS = 120;
async function demo() {
  const folder = await mkdtemp(join(tmpdir(), "thermostat-demo-"));
  const cloud = await openDemoCloud(PACE_MILLISECONDS);
  const tour = createTour(folder, cloud);
  try {
    await walk(tour, cloud);
    say(`
Every report is in ${folder}. Next: the README's three workflow files.`);
    return 0;
  } finally {
    await cloud.close();
  }
}
async function walk(tour, cloud) {
  chapter("1. A spec in a repository", "scaling/web.yaml");
  await tour.write(SPEC);
  say(SPEC.trimEnd());
  chapter("2. The plan, as the pull request’s comment shows it", "thermostat plan");
  const first = await tour.run("plan", 2);
  say(first.report.markdown.trimEnd());
  chapter("3. Merged: apply does that and no more", `thermostat apply --approved ${short(first.report)}`);
  const applied = await tour.run("apply", 0, [first.report.facts.fingerprint ?? ""]);
  say(applied.report.text.trimEnd());
  chapter(
    "4. A busy morning: load rises, the alarm fires, Heat adds servers",
    "3.5 vCPUs of work for 3 servers"
  );
  cloud.load("web", 3.5);
  cloud.pass(3600);
  say(
    `The group "web" stands at ${await cloud.groupSize("web")} servers now. No spec says so, and none has to.`
  );
  chapter("5. The same spec again: the scaled size is kept", "thermostat plan");
  say((await tour.run("plan", 0)).report.text.trimEnd());
  chapter(
    "6. A pull request raises the maximum and changes the flavor",
    "max: 8 → 12, flavor: m1.small → m1.medium"
  );
  await tour.write(SPEC.replace("max: 8", "max: 12").replace("m1.small", "m1.medium"));
  const second = await tour.run("plan", 2);
  say(second.report.markdown.trimEnd());
  chapter("7. Merged: five servers replaced, one after another, size kept", "thermostat apply");
  say((await tour.run("apply", 0, [second.report.facts.fingerprint ?? ""])).report.text.trimEnd());
  chapter("8. Somebody changes things by hand; the nightly check finds it", "thermostat drift");
  const stopped = await cloud.stopOneServer();
  await cloud.editMaximum("web", 20);
  say(`By hand: server ${stopped} stopped, the stack’s max_size set to 20.
`);
  say((await tour.run("drift", 2)).report.text.trimEnd());
}
function createTour(folder, cloud) {
  let reports = 0;
  const publish = async ({ kind, markdown }) => {
    reports += 1;
    await writeFile(join(folder, `${reports}-${kind}.md`), markdown);
  };
  const parts = {
    tree: fileSystemTree(folder),
    reader: async () => cloud.reader,
    writer: async () => cloud.writer,
    clock: cloud.clock,
    balancers: LOOPBACK_BALANCERS,
    probes: LOOPBACK_PROBES,
    log: { info: (line) => say(styleText("dim", `   ${line}`)), warn: say, debug: () => {
    } },
    publisher: { publish, annotate: async () => {
    } }
  };
  return {
    write: async (spec) => {
      await mkdir(join(folder, "scaling"), { recursive: true });
      await writeFile(join(folder, "scaling/web.yaml"), spec);
    },
    run: async (command, exitCode, approved) => {
      const result = await COMMANDS[command].run(parts, {
        specs: ["scaling/**/*.yaml"],
        only: [],
        approved: approved ?? null,
        onlySchedules: false,
        commit: null,
        repository: null,
        waitMinutes: 10,
        heal: false,
        report: {}
      });
      if (result.exitCode === exitCode) return result;
      throw new Error(`${command} ended with ${result.exitCode}, not ${exitCode}:
${result.report.text}`);
    }
  };
}
function chapter(title, command) {
  say(`
${styleText("bold", title)}  ${styleText("cyan", command)}
`);
}
function say(line) {
  process.stdout.write(`${line}
`);
}
function short({ facts }) {
  return `${(facts.fingerprint ?? "").slice(0, 14)}…`;
}
export {
  demo
};
