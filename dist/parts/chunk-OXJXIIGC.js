import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  hint,
  isJson,
  pointerTo,
  positionOf,
  readCoreScalar,
  readHeatScalar,
  readYamlText,
  readYamlValue,
  suggest
} from "./chunk-4RXYHALH.js";
import {
  isJsonObject
} from "./chunk-CEEK6GEM.js";
import {
  list,
  quote
} from "./chunk-4IMYD34Z.js";
import {
  MAX_FILE_BYTES
} from "./chunk-MM7YW66Y.js";
import {
  require_dist
} from "./chunk-HE53SSY6.js";
import {
  __toESM
} from "./chunk-7VOHJOSG.js";

// src/core/spec/spec-documents.ts
var import_yaml = __toESM(require_dist(), 1);
var API_VERSION = "thermostat/v1";
var OWN_KINDS = [
  "AutoScalingGroup",
  "HeatStack",
  "Deleted",
  "Settings",
  "Guardrail",
  "Prices"
];
var HOT_KEY = "heat_template_version";
var CLOUD_FORMATION_KEYS = ["AWSTemplateFormatVersion", "HeatTemplateFormatVersion"];
var ENVIRONMENT_KEYS = [
  "parameters",
  "parameter_defaults",
  "resource_registry",
  "event_sinks",
  "encrypted_param_names"
];
function readSpecDocuments(file, text, stranger = null) {
  const { documents, stopped, placeOf } = readYamlText(text);
  if (stopped !== null) {
    const { line, column, message } = stopped;
    return { documents: [], problems: [{ file, line, column, message }] };
  }
  const filled = documents.filter((document) => !isEmpty(document));
  if (filled.length === 0)
    return { documents: [], problems: [{ file, line: 1, column: 1, message: stranger ?? EMPTY }] };
  const read = filled.map((document) => readOne(document, filled.length, { file, text, placeOf, stranger }));
  return {
    documents: read.flatMap((one) => one.documents),
    problems: read.flatMap((one) => one.problems)
  };
}
var EMPTY = "the file holds no spec; write one, or remove the file";
function readOne(document, count, {
  stranger,
  ...options
}) {
  const { file, text } = options;
  const at = { file, ...options.placeOf(document.contents?.range?.[0] ?? document.range[0]) };
  const kind = kindOf(document, at, (keys) => stranger ?? strangeWords(keys, text));
  const yaml = readYamlValue(document, { ...options, scalarsAt: scalarsOf(kind, isJson(text)) });
  if (typeof kind !== "string") return { documents: [], problems: [place(kind, yaml)] };
  if (yaml.problems.length > 0 || !isJsonObject(yaml.value))
    return { documents: [], problems: yaml.problems };
  if (count > 1 && !isOwnKind(kind)) {
    const message = "a template shares its file with other documents; give each template a file of its own";
    return { documents: [], problems: [{ ...at, message }] };
  }
  return { documents: [{ file, kind, value: yaml.value, yaml }], problems: [] };
}
function place(unknown, yaml) {
  return { ...yaml.positions[unknown.pointer] ?? unknown.at, message: unknown.message };
}
function scalarsOf(kind, json) {
  const heat = json ? readCoreScalar : readHeatScalar;
  if (kind === "HOT" || kind === "CloudFormation") return () => heat;
  if (kind !== "HeatStack") return () => readCoreScalar;
  return (pointer) => HEAT_PARTS.test(pointer) ? heat : readCoreScalar;
}
var HEAT_PARTS = /^\/spec\/(?:template|environment|parameters)(?:\/|$)/;
function kindOf({ contents }, at, strange) {
  if (!(0, import_yaml.isMap)(contents)) return { at, pointer: "", message: strange(null) };
  const top = /* @__PURE__ */ new Map();
  for (const { key, value } of contents.items) {
    if ((0, import_yaml.isScalar)(key)) top.set(String(key.source ?? ""), (0, import_yaml.isScalar)(value) ? String(value.source ?? "") : "");
  }
  const ours = top.has("apiVersion") || top.has("kind");
  const template = [HOT_KEY, ...CLOUD_FORMATION_KEYS].find((key) => top.has(key));
  if (ours && template !== void 0) {
    const message = `"apiVersion" and ${quote(template)} stand in one document; a spec is either Thermostat's or a template`;
    return { at, pointer: `/${template}`, message };
  }
  if (ours) return ownKind(top, at);
  if (template !== void 0) return template === HOT_KEY ? "HOT" : "CloudFormation";
  return { at, pointer: "", message: strange([...top.keys()]) };
}
function ownKind(top, at) {
  const version = top.get("apiVersion");
  const kind = top.get("kind");
  if (version === void 0)
    return { at, pointer: "", message: `"apiVersion" is missing; write apiVersion: ${API_VERSION}` };
  if (version !== API_VERSION) {
    const message2 = `apiVersion is ${quote(version)}; it must be ${API_VERSION}`;
    return { at, pointer: "/apiVersion", message: message2 };
  }
  if (kind === void 0)
    return { at, pointer: "", message: `"kind" is missing; it is one of ${list(OWN_KINDS, "or")}` };
  if (isOwnKind(kind)) return kind;
  const message = `kind is ${quote(kind)}${hint(kind, OWN_KINDS, `it must be ${list(OWN_KINDS, "or")}`)}`;
  return { at, pointer: "/kind", message };
}
function isOwnKind(kind) {
  return OWN_KINDS.some((own) => own === kind);
}
function strangeWords(keys, text) {
  if (text.startsWith("#cloud-config")) return CLOUD_CONFIG;
  if (keys !== null) return unrecognised(keys);
  return `a spec is a mapping that starts with apiVersion: ${API_VERSION} or ${HOT_KEY}; this is something else`;
}
var CLOUD_CONFIG = "this is user data for cloud-init, no spec; name it in a spec by cloudInit.file, or keep it out of the spec globs";
function unrecognised(keys) {
  if (keys.length > 0 && keys.every((key) => ENVIRONMENT_KEYS.includes(key))) {
    return "this looks like a Heat environment, no spec; name it in a HeatStack by spec.environment, or keep it out of the spec globs";
  }
  const meant = keys.map((key) => suggest(key, [HOT_KEY, "apiVersion", ...CLOUD_FORMATION_KEYS])).find((key) => key !== null);
  const guess = meant === void 0 ? "" : `; did you mean "${meant}"?`;
  return `neither "apiVersion" nor "${HOT_KEY}" stands here, so this is no spec${guess || "; write one of them, or keep the file out of the spec globs"}`;
}
function isEmpty(document) {
  const { contents } = document;
  return contents === null || (0, import_yaml.isScalar)(contents) && contents.source === "" && contents.type === "PLAIN";
}

// src/core/spec/decode.ts
var SAVE_AS_UTF8 = "save the file as UTF-8";
function decodeText(bytes) {
  if (startsWith(bytes, [255, 254]) || startsWith(bytes, [254, 255])) {
    return { state: "refused", line: 1, column: 1, message: `the file is UTF-16; ${SAVE_AS_UTF8}` };
  }
  if (startsWith(bytes, [31, 139])) {
    const message = "the file is compressed by gzip, which a template cannot carry; name the uncompressed file";
    return { state: "refused", line: 1, column: 1, message };
  }
  const text = utf8(bytes);
  if (text !== null) return { state: "text", text };
  const good = utf8(bytes.subarray(0, validPrefix(bytes)), true) ?? "";
  const first = bytes[new TextEncoder().encode(good).length] ?? 0;
  const byte = `0x${first.toString(16).padStart(2, "0")}`;
  return {
    state: "refused",
    ...placeAfter(good),
    message: `the byte ${byte} is not UTF-8; ${SAVE_AS_UTF8}`
  };
}
function decodeYaml(bytes) {
  const decoded = decodeText(bytes);
  if (decoded.state === "refused") return decoded;
  const text = decoded.text.startsWith("\uFEFF") ? decoded.text.slice(1) : decoded.text;
  const bad = UNREADABLE.exec(text);
  if (bad === null) return { state: "text", text };
  return { state: "refused", ...placeAfter(text.slice(0, bad.index)), message: unreadable(bad[0]) };
}
var UNREADABLE = (
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]|\r(?!\n)/u
);
function unreadable(character) {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  if (character === "\r") return "a carriage return stands alone here; end lines with LF or CR LF";
  if (code === "0000") return `the character U+0000 can't stand in YAML; ${SAVE_AS_UTF8} without NUL bytes`;
  return `the character U+${code} can't stand in YAML; remove it or write it as an escape in double quotes`;
}
function startsWith(bytes, head) {
  return head.every((byte, index) => bytes[index] === byte);
}
function utf8(bytes, incomplete = false) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: incomplete });
  } catch {
    return null;
  }
}
function validPrefix(bytes) {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (utf8(bytes.subarray(0, middle), true) === null) bad = middle;
    else good = middle;
  }
  return good;
}
function placeAfter(text) {
  const start = text.lastIndexOf("\n") + 1;
  return { line: text.split("\n").length, column: text.length - start + 1 };
}

// src/core/spec/sources.ts
var Sources = class {
  #files;
  #needs = /* @__PURE__ */ new Set();
  constructor(files) {
    this.#files = files;
  }
  /** Paths that were asked for and are not among the files, sorted. */
  get needs() {
    return [...this.#needs].sort();
  }
  /** `yaml`: for a file that is parsed; `verbatim`: for one that is sent as it stands. */
  text(path, use) {
    const file = this.#files.get(path);
    if (file === void 0) {
      this.#needs.add(path);
      return { state: "needed" };
    }
    if (file.state === "read") return use === "yaml" ? decodeYaml(file.bytes) : decodeText(file.bytes);
    return { state: "missing", why: missing(path, file) };
  }
};
function missing(path, file) {
  switch (file.state) {
    case "absent":
      return `there is no file ${quote(path)}; create it or correct the path`;
    case "outside":
      return `${quote(path)} is a link that leads out of the repository; put the file itself there`;
    case "not-a-file":
      return `${quote(path)} is no file that can be read (a folder, a device, or closed to us); name a plain file`;
    case "too-large":
      return `${quote(path)} has ${file.size} bytes; ${MAX_FILE_BYTES} are the most that is read, and Heat takes templates up to 524288`;
  }
}

// src/core/spec/spec-file.ts
function readSpecFile(path, sources, stranger = null) {
  const source = sources.text(path, "yaml");
  const unread = { documents: [], text: "" };
  switch (source.state) {
    case "needed":
      return { ...unread, problems: [] };
    case "missing":
      return { ...unread, problems: [{ file: path, line: 1, column: 1, message: source.why }] };
    case "refused": {
      const { line, column, message } = source;
      return { ...unread, problems: [{ file: path, line, column, message }] };
    }
    case "text":
      return { ...readSpecDocuments(path, source.text, stranger), text: source.text };
  }
}
function readLoneFile(file, stranger) {
  return readSpecFile(file.path, new Sources(/* @__PURE__ */ new Map([[file.path, file]])), stranger);
}

// src/core/spec/schema/spec.schema.json
var spec_schema_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "thermostat-spec-v1",
  title: "Thermostat spec",
  description: "One document of a spec file: a scaling group, a Heat stack from an existing template, or the tombstone of a deleted stack; or the settings of the repository, a guardrail, or a list of prices.",
  type: "object",
  required: ["apiVersion", "kind"],
  properties: {
    apiVersion: {
      const: "thermostat/v1",
      description: "The version of this format: thermostat/v1."
    },
    kind: {
      enum: ["AutoScalingGroup", "HeatStack", "Deleted", "Settings", "Guardrail"],
      description: "AutoScalingGroup: one group of equal servers. HeatStack: a template that exists already. Deleted: the stack of this name shall not exist any more. Settings: what holds for the whole repository; stands in .thermostat.yaml at its root. Guardrail: a rule that plans must keep; stands in policies/."
    }
  },
  allOf: [
    {
      if: {
        properties: {
          kind: {
            const: "AutoScalingGroup"
          }
        }
      },
      then: {
        $ref: "#/$defs/AutoScalingGroup"
      }
    },
    {
      if: {
        properties: {
          kind: {
            const: "HeatStack"
          }
        }
      },
      then: {
        $ref: "#/$defs/HeatStack"
      }
    },
    {
      if: {
        properties: {
          kind: {
            const: "Deleted"
          }
        }
      },
      then: {
        $ref: "#/$defs/Deleted"
      }
    },
    {
      if: {
        properties: {
          kind: {
            const: "Settings"
          }
        }
      },
      then: {
        $ref: "#/$defs/Settings"
      }
    },
    {
      if: {
        properties: {
          kind: {
            const: "Guardrail"
          }
        }
      },
      then: {
        $ref: "#/$defs/Guardrail"
      }
    }
  ],
  $defs: {
    AutoScalingGroup: {
      title: "AutoScalingGroup",
      description: "One group of equal servers that scales between min and max.",
      type: "object",
      required: ["apiVersion", "kind", "metadata", "spec"],
      additionalProperties: false,
      properties: {
        apiVersion: {
          const: "thermostat/v1"
        },
        kind: {
          const: "AutoScalingGroup"
        },
        metadata: {
          $ref: "#/$defs/Metadata"
        },
        spec: {
          $ref: "#/$defs/Group"
        }
      },
      examples: [
        {
          apiVersion: "thermostat/v1",
          kind: "AutoScalingGroup",
          metadata: {
            name: "web",
            labels: {
              team: "shop"
            },
            protect: true
          },
          spec: {
            size: {
              min: 2,
              max: 12,
              initial: 3
            },
            server: {
              image: "ubuntu-20.04",
              flavor: "m1.small",
              networks: ["private-network"],
              cloudInit: {
                file: "web.cloud-config.yaml"
              }
            },
            scaling: {
              policies: [
                {
                  name: "scale-out",
                  add: 1
                }
              ]
            }
          }
        }
      ]
    },
    HeatStack: {
      title: "HeatStack",
      description: "A stack from a Heat template that exists already, with its environment, parameters and nested files.",
      type: "object",
      required: ["apiVersion", "kind", "metadata", "spec"],
      additionalProperties: false,
      properties: {
        apiVersion: {
          const: "thermostat/v1"
        },
        kind: {
          const: "HeatStack"
        },
        metadata: {
          $ref: "#/$defs/Metadata"
        },
        spec: {
          $ref: "#/$defs/Stack"
        }
      },
      examples: [
        {
          apiVersion: "thermostat/v1",
          kind: "HeatStack",
          metadata: {
            name: "shop"
          },
          spec: {
            template: "shop.hot.yaml",
            environment: "production.env.yaml",
            parameters: {
              flavor: "m1.small"
            }
          }
        }
      ]
    },
    Deleted: {
      title: "Deleted",
      description: "A tombstone: the stack of this name shall not exist any more. Only with it is a stack deleted.",
      type: "object",
      required: ["apiVersion", "kind", "metadata"],
      additionalProperties: false,
      properties: {
        apiVersion: {
          const: "thermostat/v1"
        },
        kind: {
          const: "Deleted"
        },
        metadata: {
          title: "DeletedMetadata",
          description: "Which stack is meant.",
          type: "object",
          required: ["name"],
          additionalProperties: false,
          properties: {
            name: {
              $ref: "#/$defs/StackName"
            }
          }
        }
      },
      examples: [
        {
          apiVersion: "thermostat/v1",
          kind: "Deleted",
          metadata: {
            name: "web"
          }
        }
      ]
    },
    StackName: {
      description: "The Heat stack's name: a letter, then letters, digits, `_`, `.` or `-`, 255 characters at most.",
      type: "string",
      pattern: "^[a-zA-Z][a-zA-Z0-9_.-]{0,254}$",
      patternErrorMessage: "a name Heat takes: a letter, then letters, digits, _ . or -, 255 characters at most",
      examples: ["web"]
    },
    Metadata: {
      title: "Metadata",
      description: "What the stack is called and how it is marked.",
      type: "object",
      required: ["name"],
      additionalProperties: false,
      properties: {
        name: {
          $ref: "#/$defs/StackName"
        },
        labels: {
          description: "Become the stack's tags `key=value`; each tag may have 80 characters and no comma.",
          type: "object",
          default: {},
          additionalProperties: {
            type: "string"
          },
          examples: [
            {
              team: "shop"
            }
          ]
        },
        protect: {
          description: "true: Thermostat never deletes this stack.",
          type: "boolean",
          default: false
        }
      }
    },
    Duration: {
      description: "A length of time such as 60s, 5m or 1h, or plain seconds.",
      type: ["string", "integer"],
      pattern: "^[0-9]{1,6}[smh]$",
      patternErrorMessage: "a length of time such as 60s, 5m or 1h, or plain seconds",
      minimum: 0,
      maximum: 2147483647,
      examples: ["60s", "5m", "1h", 300]
    },
    Name: {
      description: "A name or an id.",
      type: "string",
      pattern: "^[^\\s].{0,254}$",
      patternErrorMessage: "a name or an id of 1 to 255 characters on one line"
    },
    Group: {
      title: "Group",
      description: "The group: its size, its servers, what is around them, how it scales and how it is rolled.",
      type: "object",
      required: ["size", "server"],
      additionalProperties: false,
      properties: {
        size: {
          $ref: "#/$defs/Size"
        },
        server: {
          $ref: "#/$defs/Server"
        },
        zones: {
          description: "Availability zones: in each of them a group of its own, with this size and these scaling policies, all behind the same load balancer. Default: one group, Nova chooses the zones.",
          type: "array",
          minItems: 1,
          maxItems: 20,
          uniqueItems: true,
          items: {
            type: "string",
            pattern: "^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,59}$",
            patternErrorMessage: "the name of an availability zone: letters, digits, _ . or -, 60 characters at most"
          },
          examples: [["nova"]]
        },
        securityGroup: {
          $ref: "#/$defs/SecurityGroup"
        },
        loadBalancer: {
          $ref: "#/$defs/LoadBalancer"
        },
        scaling: {
          $ref: "#/$defs/Scaling"
        },
        health: {
          $ref: "#/$defs/Health"
        },
        rollout: {
          $ref: "#/$defs/Rollout"
        },
        timeout: {
          $ref: "#/$defs/Timeout"
        },
        budget: {
          $ref: "#/$defs/Budget"
        }
      }
    },
    Size: {
      title: "Size",
      description: "The bounds of the group; inside them the autoscaler is free.",
      type: "object",
      required: ["min", "max"],
      additionalProperties: false,
      properties: {
        min: {
          description: "Never fewer servers than this.",
          $ref: "#/$defs/Count"
        },
        max: {
          description: "Never more servers than this.",
          $ref: "#/$defs/Count"
        },
        initial: {
          description: "How many servers at the creation, and only then. Default: min.",
          $ref: "#/$defs/Count"
        }
      }
    },
    Count: {
      description: "A number of servers.",
      type: "integer",
      minimum: 0,
      maximum: 1e5
    },
    Server: {
      title: "Server",
      description: "What each server of the group is made of.",
      type: "object",
      required: ["image", "flavor", "networks"],
      additionalProperties: false,
      properties: {
        image: {
          description: "Name or id of the image.",
          $ref: "#/$defs/Name"
        },
        flavor: {
          description: "Name or id of the flavor.",
          $ref: "#/$defs/Name"
        },
        networks: {
          description: "The networks, one interface each, in this order: names or ids, or more about the interface.",
          type: "array",
          minItems: 1,
          items: {
            $ref: "#/$defs/Interface"
          },
          examples: [
            ["private-network"],
            [
              {
                network: "private-network",
                subnet: "private-subnet"
              }
            ]
          ]
        },
        securityGroups: {
          description: "Names or ids of security groups. Default: none named, so Neutron gives the project's default group.",
          type: "array",
          default: [],
          items: {
            $ref: "#/$defs/Name"
          }
        },
        keyPair: {
          description: "Name of a key pair. Default: none.",
          $ref: "#/$defs/Name"
        },
        availabilityZone: {
          description: "Nova's availability zone for all servers. Default: Nova chooses; several: `zones` of the group.",
          $ref: "#/$defs/Name"
        },
        metadata: {
          description: "Metadata of each server, strings only.",
          type: "object",
          default: {},
          additionalProperties: {
            type: "string"
          },
          examples: [
            {
              role: "web"
            }
          ]
        },
        serverGroup: {
          $ref: "#/$defs/ServerGroup"
        },
        schedulerHints: {
          description: "Hints to Nova's scheduler; which ones count is the operator's choice.",
          type: "object",
          default: {},
          additionalProperties: {
            type: "string"
          },
          examples: [
            {
              different_host: "7d9d9a2e-1b0e-4c2f-8a53-5d4e1c5a0f11"
            }
          ]
        },
        bootVolume: {
          $ref: "#/$defs/BootVolume"
        },
        floatingIp: {
          $ref: "#/$defs/FloatingIp"
        },
        configDrive: {
          description: "true: the metadata comes on a drive as well. Default: as the operator has set it.",
          type: "boolean"
        },
        tags: {
          description: "Nova's tags of each server, 50 at most.",
          type: "array",
          default: [],
          maxItems: 50,
          uniqueItems: true,
          items: {
            type: "string",
            pattern: "^[^,/]{1,60}$",
            patternErrorMessage: "a tag Nova takes: 1 to 60 characters without , and /"
          },
          examples: [["web"]]
        },
        cloudInit: {
          $ref: "#/$defs/CloudInit"
        }
      }
    },
    CloudInit: {
      title: "CloudInit",
      description: "User data, 49149 bytes at most: exactly one of file, inline and parts. A cloud-config is checked against cloud-init's own schema.",
      type: "object",
      minProperties: 1,
      additionalProperties: false,
      properties: {
        file: {
          description: "Path of the file, relative to the spec file; sent as it stands.",
          $ref: "#/$defs/Path"
        },
        inline: {
          description: "The text; its first line says what it is, such as #cloud-config or #!/bin/sh.",
          type: "string"
        },
        parts: {
          description: "Several files or texts, sent as one MIME message.",
          type: "array",
          minItems: 1,
          maxItems: 100,
          items: {
            $ref: "#/$defs/CloudInitPart"
          },
          examples: [
            [
              {
                file: "base.cloud-config.yaml"
              },
              {
                file: "web.sh"
              }
            ]
          ]
        },
        allowSecrets: {
          description: "Secrets that may stand in the user data in plain text, by the names under which they are refused.",
          type: "array",
          default: [],
          items: {
            $ref: "#/$defs/AllowedSecret"
          },
          examples: [
            [
              {
                name: "DB_PASSWORD",
                reason: "laboratory only"
              }
            ]
          ]
        }
      },
      examples: [
        {
          file: "web.cloud-config.yaml"
        }
      ]
    },
    CloudInitPart: {
      title: "CloudInitPart",
      description: "One part of the user data: exactly one of file and inline.",
      type: "object",
      minProperties: 1,
      additionalProperties: false,
      properties: {
        file: {
          description: "Path of the file, relative to the spec file.",
          $ref: "#/$defs/Path"
        },
        inline: {
          description: "The text.",
          type: "string"
        },
        type: {
          description: "MIME type of the part. Default: what its first line says.",
          enum: [
            "text/cloud-config",
            "text/cloud-config-archive",
            "text/cloud-config-jsonp",
            "text/cloud-boothook",
            "text/jinja2",
            "text/part-handler",
            "text/x-include-url",
            "text/x-include-once-url",
            "text/x-shellscript",
            "text/x-shellscript-per-boot",
            "text/x-shellscript-per-instance",
            "text/x-shellscript-per-once"
          ]
        }
      }
    },
    AllowedSecret: {
      title: "AllowedSecret",
      description: "One secret that may stand there, and why.",
      type: "object",
      required: ["name", "reason"],
      additionalProperties: false,
      properties: {
        name: {
          description: "The name in the refusal.",
          $ref: "#/$defs/Name"
        },
        reason: {
          description: "Why it may stand there; shown with the plan.",
          $ref: "#/$defs/Name"
        }
      }
    },
    Path: {
      description: "Path of a file of this repository, relative to the spec file.",
      type: "string",
      pattern: "\\S",
      patternErrorMessage: "a path relative to the spec file"
    },
    Scaling: {
      title: "Scaling",
      description: "How the group may be scaled.",
      type: "object",
      additionalProperties: false,
      properties: {
        cooldown: {
          description: "After a change of size, further signals are passed over for this long.",
          default: "60s",
          $ref: "#/$defs/Duration"
        },
        policies: {
          description: "The scaling policies: what changes the size, and by what alarm. One without an alarm gets a URL that scales the group when it is called.",
          type: "array",
          maxItems: 50,
          default: [],
          items: {
            $ref: "#/$defs/ScalingPolicy"
          }
        },
        granularity: {
          description: "The measures' own spacing, as an archive policy of Gnocchi keeps it. Default: that of Ceilometer's policy in this cloud, mostly 5m.",
          $ref: "#/$defs/Duration"
        },
        target: {
          $ref: "#/$defs/Target"
        },
        schedules: {
          description: "Other bounds for a while, by the calendar. Between them the autoscaler is free as ever.",
          type: "array",
          maxItems: 16,
          default: [],
          items: {
            $ref: "#/$defs/Schedule"
          }
        },
        paused: {
          description: "true: the alarms are switched off; the servers stay.",
          type: "boolean",
          default: false
        }
      }
    },
    ScalingPolicy: {
      title: "ScalingPolicy",
      description: "One change of size (exactly one of add, remove, addPercent, removePercent and setTo), and the alarm that calls for it.",
      type: "object",
      required: ["name"],
      additionalProperties: false,
      properties: {
        name: {
          description: "Unique in the group; part of a resource name in Heat.",
          type: "string",
          pattern: "^[a-zA-Z][a-zA-Z0-9_-]{0,62}$",
          patternErrorMessage: "a letter, then letters, digits, _ or -, 63 characters at most",
          examples: ["scale-out"]
        },
        metric: {
          $ref: "#/$defs/Metric"
        },
        prometheus: {
          description: "A PromQL query that yields one series, such as avg(rate(...)); the window belongs into it.",
          type: "string",
          pattern: "\\S",
          patternErrorMessage: "a PromQL query"
        },
        above: {
          description: "Fires when the value stays above this.",
          $ref: "#/$defs/Threshold"
        },
        below: {
          description: "Fires when the value stays below this.",
          $ref: "#/$defs/Threshold"
        },
        for: {
          description: "For so long, a multiple of the granularity. Default: two measures; three where servers go, or a value falls, by the growth of a counter such as cpu.",
          $ref: "#/$defs/Duration"
        },
        all: {
          description: "Several conditions, all of them at once; instead of metric, above, below and for.",
          type: "array",
          minItems: 2,
          maxItems: 10,
          items: {
            $ref: "#/$defs/Condition"
          }
        },
        any: {
          description: "Several conditions, one of them is enough.",
          type: "array",
          minItems: 2,
          maxItems: 10,
          items: {
            $ref: "#/$defs/Condition"
          }
        },
        steps: {
          description: "Stronger changes beyond stronger thresholds; each step is a scaling policy and an alarm of its own.",
          type: "array",
          minItems: 1,
          maxItems: 10,
          items: {
            $ref: "#/$defs/ScalingStep"
          }
        },
        add: {
          description: "Add so many servers.",
          $ref: "#/$defs/Step"
        },
        remove: {
          description: "Remove so many servers.",
          $ref: "#/$defs/Step"
        },
        addPercent: {
          description: "Add so many percent of the servers there are.",
          type: "number",
          exclusiveMinimum: 0,
          maximum: 1e5
        },
        removePercent: {
          description: "Remove so many percent of the servers there are.",
          type: "number",
          exclusiveMinimum: 0,
          maximum: 100
        },
        setTo: {
          description: "Make it exactly so many servers.",
          $ref: "#/$defs/Count"
        },
        minStep: {
          description: "With a percentage: change by at least so many servers. Default: Heat's rounding, at least one.",
          $ref: "#/$defs/Step"
        },
        cooldown: {
          description: "Instead of the group's cooldown, after this policy has acted.",
          $ref: "#/$defs/Duration"
        },
        repeat: {
          description: "true: the alarm acts again at each evaluation while it lasts. false: once, and a signal lost to the cooldown never comes back.",
          type: "boolean",
          default: true
        },
        severity: {
          description: "Aodh's severity.",
          enum: ["low", "moderate", "critical"],
          default: "low"
        }
      },
      examples: [
        {
          name: "cpu-high",
          metric: "cpu",
          above: "80%",
          for: "10m",
          add: 1
        }
      ]
    },
    Step: {
      description: "A number of servers.",
      type: "integer",
      minimum: 1,
      maximum: 1e5
    },
    Health: {
      title: "Health",
      description: "How servers are watched by the command health, and how many it may replace with heal. Without it servers are looked at in Nova, and none is replaced.",
      type: "object",
      additionalProperties: false,
      properties: {
        checks: {
          description: "What a server must pass, all of them. Default: server, and loadBalancer behind Octavia.",
          type: "array",
          minItems: 1,
          maxItems: 10,
          items: {
            $ref: "#/$defs/HealthCheck"
          }
        },
        gracePeriod: {
          description: "So long after its launch a server may fail the other checks than server: it still starts.",
          default: "5m",
          $ref: "#/$defs/Duration"
        },
        samples: {
          $ref: "#/$defs/HealthSamples"
        },
        replace: {
          $ref: "#/$defs/HealthReplace"
        }
      },
      examples: [
        {
          checks: ["server", "loadBalancer"],
          gracePeriod: "5m",
          replace: {
            maxUnavailable: 1
          }
        }
      ]
    },
    HealthCheck: {
      title: "HealthCheck",
      description: "server (Nova runs it), loadBalancer (Octavia sends it requests), http or tcp (the runner asks it).",
      type: ["string", "object"],
      pattern: "^(?:server|loadBalancer)$",
      patternErrorMessage: "server, loadBalancer, or a mapping with http or tcp",
      minProperties: 1,
      maxProperties: 1,
      additionalProperties: false,
      properties: {
        http: {
          $ref: "#/$defs/HttpCheck"
        },
        tcp: {
          $ref: "#/$defs/TcpCheck"
        }
      },
      examples: [
        "server",
        {
          http: {
            port: 8080,
            path: "/healthz"
          }
        }
      ]
    },
    HttpCheck: {
      title: "HttpCheck",
      description: "A GET by plain HTTP, from where the command runs; redirects are not followed.",
      type: "object",
      required: ["port"],
      additionalProperties: false,
      properties: {
        port: {
          description: "The port that is asked.",
          $ref: "#/$defs/Port"
        },
        path: {
          description: "The path that is asked for.",
          type: "string",
          pattern: "^/[!-~]{0,1023}$",
          patternErrorMessage: "a path such as /healthz: / and visible ASCII characters, no spaces",
          default: "/"
        },
        status: {
          description: "The answers that are well: one status, or several such as 200,204 or 200-299.",
          type: ["integer", "string"],
          minimum: 100,
          maximum: 599,
          pattern: "^[1-5][0-9]{2}(?:-[1-5][0-9]{2})?(?:, ?[1-5][0-9]{2}(?:-[1-5][0-9]{2})?){0,9}$",
          patternErrorMessage: "a status such as 200, or several such as 200,204 or 200-299",
          default: "200-299"
        },
        timeout: {
          description: "An answer later than this is none; 1s to 60s.",
          default: "5s",
          $ref: "#/$defs/Duration"
        },
        address: {
          description: "Which address of the server is asked: the name of one of its networks, or floating. Default: the first of server.networks.",
          $ref: "#/$defs/Name"
        }
      },
      examples: [
        {
          port: 8080,
          path: "/healthz",
          status: "200,204",
          timeout: "5s"
        }
      ]
    },
    TcpCheck: {
      title: "TcpCheck",
      description: "A TCP connection, from where the command runs.",
      type: "object",
      required: ["port"],
      additionalProperties: false,
      properties: {
        port: {
          description: "The port that is connected to.",
          $ref: "#/$defs/Port"
        },
        timeout: {
          description: "A connection later than this is none; 1s to 60s.",
          default: "5s",
          $ref: "#/$defs/Duration"
        },
        address: {
          description: "Which address of the server is asked: the name of one of its networks, or floating. Default: the first of server.networks.",
          $ref: "#/$defs/Name"
        }
      },
      examples: [
        {
          port: 5432
        }
      ]
    },
    HealthSamples: {
      title: "HealthSamples",
      description: "How often http and tcp checks ask within one run; Nova and Octavia are believed at once.",
      type: "object",
      additionalProperties: false,
      properties: {
        failed: {
          description: "So many of them must fail. Default: all.",
          type: "integer",
          minimum: 1,
          maximum: 20
        },
        of: {
          description: "So many questions.",
          type: "integer",
          minimum: 1,
          maximum: 20,
          default: 3
        },
        interval: {
          description: "Wait between two questions.",
          default: "5s",
          $ref: "#/$defs/Duration"
        }
      },
      examples: [
        {
          failed: 2,
          of: 3,
          interval: "5s"
        }
      ]
    },
    HealthReplace: {
      title: "HealthReplace",
      description: "How many sick servers are replaced with heal; the size of the group never changes.",
      type: "object",
      additionalProperties: false,
      properties: {
        maxUnavailable: {
          description: "At most so many at once, counting all that are made, exchanged or still in their grace period.",
          type: "integer",
          minimum: 1,
          maximum: 1e3,
          default: 1
        },
        perHour: {
          description: "At most so many in an hour; 0 = none is ever replaced, only told. Default: 4 times maxUnavailable.",
          type: "integer",
          minimum: 0,
          maximum: 1e5
        },
        brake: {
          description: "When more than this share of the group is sick, or all of it, none is replaced: then the cause is elsewhere.",
          type: "string",
          pattern: "^(?:100|[1-9]?[0-9])%$",
          patternErrorMessage: "a share from 0% to 100%",
          default: "50%"
        }
      },
      examples: [
        {
          maxUnavailable: 1,
          perHour: 4,
          brake: "50%"
        }
      ]
    },
    Rollout: {
      title: "Rollout",
      description: "How servers are exchanged when their image, flavor or configuration changes.",
      type: "object",
      additionalProperties: false,
      properties: {
        maxBatch: {
          description: "So many servers at a time. A replaced server is built before the old one goes.",
          type: "integer",
          minimum: 1,
          maximum: 1e5,
          default: 1
        },
        minInService: {
          description: "Keep so many members in service while a batch is under way, with extra members when it needs them. Behind a load balancer, or with drain or ready, the old server serves until the new one does, so none are needed. Default 0: no extra members.",
          default: 0,
          $ref: "#/$defs/Count"
        },
        pause: {
          description: "Wait between batches.",
          default: "0s",
          $ref: "#/$defs/Duration"
        },
        imageChange: {
          description: "replace: a new server, then the old one goes; behind a load balancer, or with drain or ready, it serves until then, else Heat takes it off its networks first. rebuild: the same server is reinstalled in place and is down meanwhile; its user data is not sent again.",
          enum: ["replace", "rebuild"],
          default: "replace"
        },
        flavorChange: {
          description: "replace: a new server, then the old one goes. resize: the same server is resized in place and is down meanwhile.",
          enum: ["replace", "resize"],
          default: "replace"
        },
        ready: {
          title: "Ready",
          description: "A new server counts as there (and joins the load balancer, and lets the next batch begin) only when it says so itself.",
          type: "object",
          additionalProperties: false,
          properties: {
            timeout: {
              default: "10m",
              description: "After so long without its word the rollout stops; the old servers stay.",
              $ref: "#/$defs/Duration"
            },
            check: {
              description: "A shell command, run on the server until it succeeds; then the server says that it is ready. Default: as soon as cloud-init has done the rest.",
              type: "string",
              pattern: "\\S",
              patternErrorMessage: "a shell command"
            }
          },
          examples: [
            {
              timeout: "10m",
              check: "curl -fs http://localhost/healthz"
            }
          ]
        },
        drain: {
          description: "A server that goes leaves the load balancer first, and runs on for so long. Default: 30s behind a load balancer, else 0s.",
          $ref: "#/$defs/Duration"
        }
      }
    },
    Timeout: {
      description: "Heat's limit for one operation on the stack, in whole minutes. Default: the cloud's own, mostly 60m.",
      $ref: "#/$defs/Duration"
    },
    Stack: {
      title: "Stack",
      description: "The template with what belongs to it; paths are relative to the spec file.",
      type: "object",
      required: ["template"],
      additionalProperties: false,
      properties: {
        template: {
          description: "Path of the template, or the template itself.",
          type: ["string", "object"],
          pattern: "\\S",
          patternErrorMessage: "a path relative to the spec file, or the template itself",
          examples: ["shop.hot.yaml"]
        },
        environment: {
          description: "Path of an environment file, a list of paths (later ones win), or the environment itself.",
          type: ["string", "array", "object"],
          pattern: "\\S",
          patternErrorMessage: "a path relative to the spec file",
          items: {
            $ref: "#/$defs/Path"
          },
          examples: ["production.env.yaml", ["base.env.yaml", "production.env.yaml"]]
        },
        parameters: {
          description: "Parameters of the template; they win over those of the environment.",
          type: "object",
          default: {},
          examples: [
            {
              flavor: "m1.small"
            }
          ]
        },
        files: {
          description: "Further files that the stack needs, besides those its templates name with get_file or type.",
          type: "array",
          default: [],
          items: {
            $ref: "#/$defs/Path"
          }
        },
        timeout: {
          $ref: "#/$defs/Timeout"
        }
      }
    },
    Interface: {
      title: "Interface",
      description: "A network by name or id, or an interface with more about it.",
      type: ["string", "object"],
      pattern: "^[^\\s].{0,254}$",
      patternErrorMessage: "a name or an id of 1 to 255 characters on one line",
      required: ["network"],
      additionalProperties: false,
      properties: {
        network: {
          description: "Name or id of the network.",
          $ref: "#/$defs/Name"
        },
        subnet: {
          description: "Name or id of the subnet that the address comes from. Default: Neutron chooses.",
          $ref: "#/$defs/Name"
        },
        securityGroups: {
          description: "Security groups of this interface, instead of the server's.",
          type: "array",
          minItems: 1,
          items: {
            $ref: "#/$defs/Name"
          }
        },
        portSecurity: {
          description: "false: no security groups and no address checks on this interface.",
          type: "boolean"
        },
        allowedAddresses: {
          description: "Further addresses that the interface may use, such as a shared one of keepalived.",
          type: "array",
          default: [],
          items: {
            type: "string",
            pattern: "^[0-9a-fA-F.:]+(?:/[0-9]{1,3})?$",
            patternErrorMessage: "an address or a range, such as 10.20.0.100 or 10.20.8.0/24"
          },
          examples: [["10.20.0.100"]]
        }
      }
    },
    ServerGroup: {
      title: "ServerGroup",
      description: "How the servers are spread over hosts: a server group of this stack's own, or an existing one.",
      type: "object",
      minProperties: 1,
      additionalProperties: false,
      properties: {
        policy: {
          description: "anti-affinity: no two servers on one host, or the build fails. soft-anti-affinity: as far as possible.",
          enum: ["anti-affinity", "soft-anti-affinity", "affinity", "soft-affinity"]
        },
        maxPerHost: {
          description: "With anti-affinity: so many servers on one host. Default: 1.",
          $ref: "#/$defs/Step"
        },
        existing: {
          description: "Id of a server group that is there already; then nothing else.",
          $ref: "#/$defs/Name"
        }
      },
      examples: [
        {
          policy: "soft-anti-affinity"
        }
      ]
    },
    BootVolume: {
      title: "BootVolume",
      description: "Each server boots from a volume made from the image, instead of the flavor's disk.",
      type: "object",
      required: ["size"],
      additionalProperties: false,
      properties: {
        size: {
          description: "GiB.",
          type: "integer",
          minimum: 1,
          maximum: 65536
        },
        type: {
          description: "Cinder's volume type. Default: the operator's.",
          $ref: "#/$defs/Name"
        },
        keep: {
          description: "true: the volume stays when its server goes, and nobody removes it.",
          type: "boolean",
          default: false
        }
      },
      examples: [
        {
          size: 20
        }
      ]
    },
    FloatingIp: {
      title: "FloatingIp",
      description: "A floating IP.",
      type: "object",
      required: ["network"],
      additionalProperties: false,
      properties: {
        network: {
          description: "Name or id of the external network.",
          $ref: "#/$defs/Name"
        }
      },
      examples: [
        {
          network: "public"
        }
      ]
    },
    SecurityGroup: {
      title: "SecurityGroup",
      description: "A security group of this stack's own, given to every server besides those named there.",
      type: "object",
      required: ["rules"],
      additionalProperties: false,
      properties: {
        rules: {
          description: "What may come in, and go out where it says so. Everything may go out unless a rule says what may.",
          type: "array",
          items: {
            $ref: "#/$defs/Rule"
          }
        }
      },
      examples: [
        {
          rules: [
            {
              protocol: "tcp",
              port: 8080,
              from: "10.20.0.0/16"
            },
            {
              protocol: "icmp"
            }
          ]
        }
      ]
    },
    Rule: {
      title: "Rule",
      description: "One rule: protocol, port, and who.",
      type: "object",
      required: ["protocol"],
      additionalProperties: false,
      properties: {
        protocol: {
          description: "any: every protocol, then without a port.",
          enum: ["tcp", "udp", "icmp", "icmpv6", "sctp", "any"]
        },
        port: {
          description: "One port, or a range such as 8000-8100. Default: all.",
          type: ["integer", "string"],
          minimum: 1,
          maximum: 65535,
          pattern: "^[0-9]{1,5}-[0-9]{1,5}$",
          patternErrorMessage: "a port, or a range such as 8000-8100"
        },
        direction: {
          enum: ["in", "out"],
          default: "in",
          description: "in: to the server. out: from it."
        },
        from: {
          description: "For direction in: an address range, `self` for the servers of this group, or the id of a security group. Default: everybody.",
          type: "string",
          pattern: "\\S",
          patternErrorMessage: "an address range, self, or a security group"
        },
        to: {
          description: "For direction out: the same.",
          type: "string",
          pattern: "\\S",
          patternErrorMessage: "an address range, self, or a security group"
        },
        ipVersion: {
          description: "Default: 6 for an IPv6 range or icmpv6, else 4.",
          enum: [4, 6]
        }
      }
    },
    LoadBalancer: {
      title: "LoadBalancer",
      description: "What the servers stand behind: Octavia or HAProxy.",
      type: "object",
      minProperties: 1,
      maxProperties: 1,
      additionalProperties: false,
      properties: {
        octavia: {
          $ref: "#/$defs/Octavia"
        },
        haproxy: {
          $ref: "#/$defs/HAProxy"
        }
      }
    },
    Octavia: {
      title: "Octavia",
      description: "A load balancer of this stack's own (listener, subnet), or a pool that exists already (existingPool).",
      type: "object",
      additionalProperties: false,
      properties: {
        existingPool: {
          description: "Name or id of a pool of this project that the servers join; it and its monitor stay somebody else's.",
          $ref: "#/$defs/Name"
        },
        subnet: {
          description: "Name or id of the subnet of the balancer's own address (VIP).",
          $ref: "#/$defs/Name"
        },
        provider: {
          description: "Octavia's provider. Default: the operator's.",
          $ref: "#/$defs/Name"
        },
        floatingIp: {
          $ref: "#/$defs/FloatingIp"
        },
        listener: {
          title: "Listener",
          description: "What clients connect to.",
          type: "object",
          required: ["protocol", "port"],
          additionalProperties: false,
          properties: {
            protocol: {
              description: "What clients speak.",
              enum: ["HTTP", "HTTPS", "TERMINATED_HTTPS", "TCP", "UDP"]
            },
            port: {
              description: "The port that clients connect to.",
              $ref: "#/$defs/Port"
            },
            connectionLimit: {
              description: "At most so many connections at a time. Default: no limit.",
              type: "integer",
              minimum: 1,
              maximum: 2147483647
            },
            allowedCidrs: {
              description: "Only from these address ranges. Default: from everywhere.",
              type: "array",
              items: {
                type: "string",
                pattern: "^[0-9a-fA-F.:]+/[0-9]{1,3}$",
                patternErrorMessage: "an address range such as 10.0.0.0/8"
              }
            },
            tlsContainer: {
              description: "With TERMINATED_HTTPS: the reference of the secret in Barbican that holds certificate and key.",
              type: "string",
              pattern: "^https?://\\S+$",
              patternErrorMessage: "the address of a secret or container in Barbican"
            }
          },
          examples: [
            {
              protocol: "HTTP",
              port: 80
            }
          ]
        },
        pool: {
          title: "Pool",
          description: "How connections are spread over the servers.",
          type: "object",
          additionalProperties: false,
          properties: {
            protocol: {
              description: "What the servers speak. Default: the listener's; HTTP behind TERMINATED_HTTPS.",
              enum: ["HTTP", "HTTPS", "TCP", "UDP", "PROXY"]
            },
            algorithm: {
              description: "Octavia's algorithm.",
              enum: ["ROUND_ROBIN", "LEAST_CONNECTIONS", "SOURCE_IP", "SOURCE_IP_PORT"],
              default: "ROUND_ROBIN"
            },
            sessionPersistence: {
              title: "SessionPersistence",
              description: "Keeps a client on its server.",
              type: "object",
              required: ["type"],
              additionalProperties: false,
              properties: {
                type: {
                  enum: ["SOURCE_IP", "HTTP_COOKIE", "APP_COOKIE"],
                  description: "By the client's address, by the balancer's cookie, or by the application's."
                },
                cookie: {
                  description: "With APP_COOKIE: the cookie's name.",
                  $ref: "#/$defs/Name"
                }
              }
            }
          }
        },
        member: {
          title: "PoolMember",
          description: "How a server is a member of the pool.",
          type: "object",
          additionalProperties: false,
          properties: {
            port: {
              description: "The port that the servers listen on. Default: the listener's.",
              $ref: "#/$defs/Port"
            },
            subnet: {
              description: "Subnet of the servers' addresses, when the balancer can't reach them through its own. Default: the interface's own subnet, else the balancer's.",
              $ref: "#/$defs/Name"
            },
            network: {
              description: "Which of the server's networks: its name or id as in `networks`. Default: the first.",
              $ref: "#/$defs/Name"
            },
            weight: {
              description: "Share of the connections, 0 to 256.",
              type: "integer",
              minimum: 0,
              maximum: 256,
              default: 1
            }
          }
        },
        monitor: {
          title: "Monitor",
          description: "How the balancer finds out who is well.",
          type: "object",
          required: ["type"],
          additionalProperties: false,
          properties: {
            type: {
              description: "HTTP and HTTPS ask for a path; TCP connects; PING is ICMP.",
              enum: ["HTTP", "HTTPS", "TCP", "PING", "UDP-CONNECT"]
            },
            path: {
              description: "With HTTP and HTTPS: what is asked for.",
              type: "string",
              pattern: "^/\\S{0,254}$",
              patternErrorMessage: "a path such as /healthz"
            },
            method: {
              description: "With HTTP and HTTPS. Default: GET.",
              enum: ["GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "OPTIONS", "PATCH", "CONNECT"]
            },
            codes: {
              description: "With HTTP and HTTPS: what counts as well, such as 200, 200,202 or 200-204. Default: 200.",
              type: ["string", "integer"],
              minimum: 100,
              maximum: 599,
              pattern: "^[1-5][0-9]{2}(?:(?:,[1-5][0-9]{2})*|-[1-5][0-9]{2})$",
              patternErrorMessage: "a status code, a list such as 200,202, or a range such as 200-204"
            },
            delay: {
              default: "5s",
              description: "From one check to the next.",
              $ref: "#/$defs/Duration"
            },
            timeout: {
              default: "3s",
              description: "For one check; at most the delay.",
              $ref: "#/$defs/Duration"
            },
            retries: {
              description: "So many good checks bring a server in, so many bad ones take it out.",
              type: "integer",
              minimum: 1,
              maximum: 10,
              default: 3
            }
          },
          examples: [
            {
              type: "HTTP",
              path: "/healthz"
            }
          ]
        }
      },
      examples: [
        {
          subnet: "private-subnet",
          listener: {
            protocol: "HTTP",
            port: 80
          },
          monitor: {
            type: "HTTP",
            path: "/healthz"
          }
        },
        {
          existingPool: "shared-pool",
          member: {
            port: 8080
          }
        }
      ]
    },
    HAProxy: {
      title: "HAProxy",
      description: "A backend of your own HAProxy, kept equal to the group by the command health with heal, through its Runtime API.",
      type: "object",
      required: ["backend", "port", "runtimeApi"],
      additionalProperties: false,
      properties: {
        backend: {
          description: "The backend's name in haproxy.cfg.",
          type: "string",
          pattern: "^[A-Za-z0-9_.:-]{1,63}$",
          patternErrorMessage: "a backend's name: letters, digits and _ . : -"
        },
        port: {
          description: "The port that the servers listen on.",
          $ref: "#/$defs/Port"
        },
        runtimeApi: {
          description: "Where the Runtime API listens, such as tcp://10.0.0.5:9999 or unix:///run/haproxy/admin.sock; a list for several.",
          type: ["string", "array"],
          pattern: "^(?:tcp://(?:\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9._-]{1,253}):[0-9]{1,5}|unix:///\\S{1,99})$",
          patternErrorMessage: "tcp://HOST:PORT or unix:///PATH",
          minItems: 1,
          items: {
            type: "string",
            pattern: "^(?:tcp://(?:\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9._-]{1,253}):[0-9]{1,5}|unix:///\\S{1,99})$",
            patternErrorMessage: "tcp://HOST:PORT or unix:///PATH"
          }
        },
        network: {
          description: "Which of the server's networks: its name or id as in `networks`. Default: the first.",
          $ref: "#/$defs/Name"
        }
      },
      examples: [
        {
          backend: "web",
          port: 8080,
          runtimeApi: "tcp://10.0.0.5:9999"
        }
      ]
    },
    Port: {
      description: "A port.",
      type: "integer",
      minimum: 1,
      maximum: 65535
    },
    Metric: {
      title: "Metric",
      description: "cpu, memory, network.incoming, network.outgoing, disk.read, disk.write, or one of your own metrics in Gnocchi.",
      type: ["string", "object"],
      pattern: "^[^\\s].{0,254}$",
      patternErrorMessage: "the name of a metric",
      required: ["name"],
      additionalProperties: false,
      properties: {
        name: {
          description: "The metric's name in Gnocchi.",
          $ref: "#/$defs/Name"
        },
        unit: {
          description: "Its unit; thresholds are given in it.",
          type: "string",
          pattern: "^[^\\s%]{1,31}$",
          patternErrorMessage: "a unit of 1 to 31 characters, such as jobs or ms"
        },
        resourceType: {
          description: "The resource type in Gnocchi that the metric belongs to. It needs the attribute server_group.",
          type: "string",
          pattern: "^[a-z0-9_]{1,255}$",
          patternErrorMessage: "a resource type such as instance",
          default: "instance"
        },
        rate: {
          description: "true: the metric only ever grows (a counter); what counts is how fast, per second.",
          type: "boolean",
          default: false
        },
        aggregation: {
          description: "How the servers' values become the group's.",
          enum: ["mean", "max", "min", "sum"],
          default: "mean"
        },
        new: {
          description: "true: the metric need not exist yet; the group's first servers will bring it.",
          type: "boolean",
          default: false
        }
      },
      examples: [
        "cpu",
        {
          name: "queue.depth",
          unit: "jobs"
        }
      ]
    },
    Threshold: {
      description: "A number with its unit: % of the flavor for cpu and memory, else such as 500MB, 20MB/s, or in the metric's own unit.",
      type: ["number", "string"],
      pattern: "^[0-9]{1,15}(?:\\.[0-9]{1,9})? ?(?:%|[A-Za-z][A-Za-z/]{0,30})?$",
      patternErrorMessage: "a number, with % or its unit, such as 80%, 500MB or 20",
      examples: ["80%"]
    },
    Condition: {
      title: "Condition",
      description: "One condition: a metric or a PromQL query, above or below a threshold, for a time.",
      type: "object",
      additionalProperties: false,
      properties: {
        metric: {
          $ref: "#/$defs/Metric"
        },
        prometheus: {
          description: "A PromQL query that yields one series, such as avg(rate(...)); the window belongs into it.",
          type: "string",
          pattern: "\\S",
          patternErrorMessage: "a PromQL query"
        },
        above: {
          description: "Fires when the value stays above this.",
          $ref: "#/$defs/Threshold"
        },
        below: {
          description: "Fires when the value stays below this.",
          $ref: "#/$defs/Threshold"
        },
        for: {
          description: "For so long, a multiple of the granularity. Default: two measures; three where servers go, or a value falls, by the growth of a counter such as cpu.",
          $ref: "#/$defs/Duration"
        }
      },
      examples: [
        {
          metric: "cpu",
          above: "80%",
          for: "10m"
        }
      ]
    },
    ScalingStep: {
      title: "ScalingStep",
      description: "A stronger change beyond a stronger threshold.",
      type: "object",
      additionalProperties: false,
      properties: {
        above: {
          description: "Fires when the value stays above this.",
          $ref: "#/$defs/Threshold"
        },
        below: {
          description: "Fires when the value stays below this.",
          $ref: "#/$defs/Threshold"
        },
        add: {
          description: "Add so many servers.",
          $ref: "#/$defs/Step"
        },
        remove: {
          description: "Remove so many servers.",
          $ref: "#/$defs/Step"
        },
        addPercent: {
          description: "Add so many percent of the servers there are.",
          type: "number",
          exclusiveMinimum: 0,
          maximum: 1e5
        },
        removePercent: {
          description: "Remove so many percent of the servers there are.",
          type: "number",
          exclusiveMinimum: 0,
          maximum: 100
        },
        setTo: {
          description: "Make it exactly so many servers.",
          $ref: "#/$defs/Count"
        }
      },
      examples: [
        {
          above: "95%",
          add: 3
        }
      ]
    },
    Target: {
      title: "Target",
      description: "Keeps a metric near a value: compiled to a pair of scaling policies with alarms that don't flap at any size of the group.",
      type: "object",
      required: ["metric", "value"],
      additionalProperties: false,
      properties: {
        metric: {
          $ref: "#/$defs/Metric"
        },
        value: {
          description: "The value to keep near.",
          $ref: "#/$defs/Threshold"
        },
        for: {
          description: "How long it must be off before the group grows; it shrinks after three times as long. Default: two measures.",
          $ref: "#/$defs/Duration"
        }
      },
      examples: [
        {
          metric: "cpu",
          value: "60%"
        }
      ]
    },
    Schedule: {
      title: "Schedule",
      description: "From each moment of the cron on, for a while, other bounds.",
      type: "object",
      required: ["name", "cron", "for", "size"],
      additionalProperties: false,
      properties: {
        name: {
          description: "Unique in the group.",
          type: "string",
          pattern: "^[a-zA-Z][a-zA-Z0-9_-]{0,62}$",
          patternErrorMessage: "a letter, then letters, digits, _ or -, 63 characters at most"
        },
        cron: {
          description: "When it begins: minute, hour, day of month, month, day of week.",
          type: "string",
          pattern: "^\\S+(?: +\\S+){4}$",
          patternErrorMessage: "five fields: minute, hour, day of month, month, day of week, such as 0 8 * * 1-5"
        },
        timezone: {
          description: "The cron's time zone, by its IANA name.",
          type: "string",
          default: "UTC",
          pattern: "^[A-Za-z0-9_+/-]{1,64}$",
          patternErrorMessage: "an IANA time zone such as Europe/Berlin"
        },
        for: {
          description: "How long it lasts; also such as 10h. It ends so much later on the clock of the world, whatever summer time does.",
          $ref: "#/$defs/Duration"
        },
        size: {
          title: "ScheduledSize",
          description: "The bounds meanwhile; what is left away stays as it is.",
          type: "object",
          minProperties: 1,
          additionalProperties: false,
          properties: {
            min: {
              description: "Never fewer servers than this.",
              $ref: "#/$defs/Count"
            },
            max: {
              description: "Never more servers than this.",
              $ref: "#/$defs/Count"
            }
          }
        }
      },
      examples: [
        {
          name: "office-hours",
          cron: "0 8 * * 1-5",
          timezone: "Europe/Berlin",
          for: "10h",
          size: {
            min: 4
          }
        }
      ]
    },
    Settings: {
      title: "Settings",
      description: "What holds for the whole repository: the file `.thermostat.yaml` at its root, or in the workflow's working-directory. On a pull request the base branch's file counts, so that nobody changes the rules with the change that they judge.",
      type: "object",
      required: ["apiVersion", "kind", "spec"],
      additionalProperties: false,
      properties: {
        apiVersion: {
          const: "thermostat/v1"
        },
        kind: {
          const: "Settings"
        },
        spec: {
          title: "SettingsSpec",
          type: "object",
          additionalProperties: false,
          description: "The settings; every one may be left out.",
          properties: {
            limits: {
              $ref: "#/$defs/Limits"
            },
            ignore: {
              description: "Differences that drift, plan and apply leave alone until the rule expires: an update of something else sends the live value.",
              type: "array",
              items: {
                $ref: "#/$defs/IgnoreRule"
              }
            },
            guardrails: {
              $ref: "#/$defs/GuardrailSettings"
            },
            freeze: {
              $ref: "#/$defs/Freeze"
            },
            prices: {
              description: "File of price lists (kind Prices), seen from the folder of `.thermostat.yaml`. On a pull request the base branch's file counts. Default: nothing is known of costs.",
              type: "string",
              pattern: "^[^/\\s][^\\n]*$",
              patternErrorMessage: "a path in the repository, such as prices.yaml",
              examples: ["prices.yaml"]
            },
            cloudKitty: {
              $ref: "#/$defs/CloudKitty"
            }
          }
        }
      },
      examples: [
        {
          apiVersion: "thermostat/v1",
          kind: "Settings",
          spec: {
            limits: {
              maxDeletions: 2
            },
            ignore: [
              {
                group: "web",
                path: "server web-* metadata.owner",
                reason: "the inventory writes it",
                expires: "2027-03-31"
              }
            ],
            guardrails: {
              packs: ["baseline", "production"],
              overrides: [
                {
                  guardrail: "production/few-at-once",
                  parameters: {
                    percent: 34
                  }
                }
              ],
              waivers: [
                {
                  guardrail: "baseline/servers-apart",
                  group: "batch-*",
                  reason: "a batch may stop as a whole",
                  expires: "2027-03-31",
                  approvedBy: "kim"
                }
              ]
            },
            freeze: {
              windows: [
                {
                  name: "weekend",
                  cron: "0 16 * * 5",
                  timezone: "Europe/Berlin",
                  for: "62h",
                  reason: "nobody is in the office"
                }
              ],
              approvers: ["kim"]
            }
          }
        }
      ]
    },
    Limits: {
      title: "Limits",
      description: "Refuse a whole run that goes further.",
      type: "object",
      additionalProperties: false,
      properties: {
        maxDeletions: {
          description: "Stacks that one run may delete, tombstones or not.",
          type: "integer",
          minimum: 0,
          maximum: 1e3,
          default: 3
        }
      }
    },
    IgnoreRule: {
      title: "IgnoreRule",
      description: "One difference that is known and left alone.",
      type: "object",
      additionalProperties: false,
      required: ["group", "path", "reason", "expires"],
      properties: {
        group: {
          description: "Name of the spec; `*` stands for any run of characters.",
          type: "string",
          pattern: "^[A-Za-z0-9_.*-]{1,255}$",
          patternErrorMessage: "the name of a spec, * for any run of characters"
        },
        path: {
          description: "What differs, as plan and drift name it, such as `resources.web.properties.max_size` or `server web-1 metadata.owner`; `*` stands for any run of characters, and all below it is meant, too.",
          type: "string",
          minLength: 1,
          maxLength: 500,
          pattern: "^[^\\x00-\\x1f]*[^*\\s\\x00-\\x1f][^\\x00-\\x1f]*$",
          patternErrorMessage: "more than * alone, on one line"
        },
        reason: {
          description: "Why it is right that it differs; shown wherever the rule is used.",
          type: "string",
          pattern: "\\S",
          patternErrorMessage: "a reason in words"
        },
        expires: {
          description: "The last day it holds (UTC), so that nobody forgets it.",
          type: "string",
          pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
          patternErrorMessage: "a day such as 2027-03-31, in quotes"
        }
      }
    },
    GuardrailSettings: {
      title: "GuardrailSettings",
      description: "Which guardrails hold.",
      type: "object",
      additionalProperties: false,
      properties: {
        packs: {
          description: "Packs that ship with Thermostat, see docs/guardrails.md.",
          type: "array",
          default: [],
          items: {
            description: "A pack.",
            enum: ["baseline", "production", "cost"]
          }
        },
        files: {
          description: "Globs of your own guardrails; every document in these files is one.",
          type: "array",
          maxItems: 100,
          default: ["policies/**/*.yaml", "policies/**/*.yml"],
          items: {
            description: "A glob relative to this file.",
            type: "string",
            pattern: "\\S",
            patternErrorMessage: "a glob such as policies/**/*.yaml"
          }
        },
        overrides: {
          description: "What holds otherwise here.",
          type: "array",
          maxItems: 500,
          items: {
            $ref: "#/$defs/GuardrailOverride"
          }
        },
        waivers: {
          description: "Groups that need not keep a guardrail, for a while.",
          type: "array",
          maxItems: 500,
          items: {
            $ref: "#/$defs/Waiver"
          }
        }
      }
    },
    GuardrailOverride: {
      title: "GuardrailOverride",
      description: "Changes one guardrail for this repository.",
      type: "object",
      additionalProperties: false,
      required: ["guardrail"],
      properties: {
        guardrail: {
          description: "The guardrail: `baseline/two-behind-a-balancer` of a pack, or the name of one of your own.",
          type: "string",
          pattern: "^(?:[a-z]+/)?[a-z][a-z0-9-]{0,62}$",
          patternErrorMessage: "the name of a guardrail such as baseline/two-behind-a-balancer"
        },
        severity: {
          description: "`off` leaves the guardrail out.",
          enum: ["error", "warn", "off"]
        },
        parameters: {
          description: "Values in place of the guardrail's own, by name.",
          type: "object",
          additionalProperties: true
        }
      }
    },
    Waiver: {
      title: "Waiver",
      description: "One guardrail that some groups need not keep; shown with every plan that makes use of it.",
      type: "object",
      additionalProperties: false,
      required: ["guardrail", "group", "reason", "expires", "approvedBy"],
      properties: {
        guardrail: {
          description: "The guardrail: `baseline/two-behind-a-balancer` of a pack, or the name of one of your own.",
          type: "string",
          pattern: "^(?:[a-z]+/)?[a-z][a-z0-9-]{0,62}$",
          patternErrorMessage: "the name of a guardrail such as baseline/two-behind-a-balancer"
        },
        group: {
          description: "Name of the spec; `*` stands for any run of characters.",
          type: "string",
          pattern: "^[A-Za-z0-9_.*-]{1,255}$",
          patternErrorMessage: "the name of a spec, * for any run of characters"
        },
        reason: {
          description: "Why it is right not to keep it.",
          type: "string",
          pattern: "\\S",
          patternErrorMessage: "a reason in words"
        },
        expires: {
          description: "The last day it holds (UTC).",
          type: "string",
          pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
          patternErrorMessage: "a day such as 2027-03-31, in quotes"
        },
        approvedBy: {
          description: "Who answers for it.",
          type: "string",
          pattern: "\\S",
          patternErrorMessage: "a name"
        }
      }
    },
    CloudKitty: {
      title: "CloudKitty",
      description: "Asks the cloud's rating service for every price that the price list does not know. Default: nobody is asked.",
      type: "object",
      additionalProperties: false,
      required: ["currency"],
      properties: {
        currency: {
          description: "What its prices are in: CloudKitty itself does not say. The price list must be in the same.",
          type: "string",
          pattern: "^[A-Z]{3}$",
          patternErrorMessage: "a currency code of three letters, such as EUR",
          examples: ["EUR"]
        },
        period: {
          description: "What one of its prices is for: the operator's `collect.period`.",
          default: "1h",
          type: ["string", "integer"],
          pattern: "^[0-9]{1,6}[smh]$",
          patternErrorMessage: "a length of time such as 60s, 5m or 1h, or plain seconds",
          minimum: 1,
          maximum: 2147483647,
          examples: ["1h"]
        }
      },
      examples: [{ currency: "EUR", period: "1h" }]
    },
    Freeze: {
      title: "Freeze",
      description: "When nothing may be applied. Schedules and alarms go on.",
      type: "object",
      additionalProperties: false,
      properties: {
        windows: {
          description: "Times, each for some groups or for all. A window that denies wins over one that allows; where a group has windows that allow, it may change in them only.",
          type: "array",
          maxItems: 100,
          items: {
            $ref: "#/$defs/FreezeWindow"
          }
        },
        approvers: {
          description: "Who may let a change pass in spite of a window, by the name they have on the forge. Empty: nobody.",
          type: "array",
          maxItems: 100,
          default: [],
          items: {
            description: "A person.",
            type: "string",
            pattern: "\\S",
            patternErrorMessage: "a name"
          }
        }
      }
    },
    FreezeWindow: {
      title: "FreezeWindow",
      description: "Times at which groups may not change, or the only ones at which they may.",
      type: "object",
      additionalProperties: false,
      required: ["name", "cron", "for"],
      properties: {
        name: {
          description: "Shown when it refuses.",
          type: "string",
          pattern: "^[A-Za-z0-9][A-Za-z0-9 _.-]{0,62}$",
          patternErrorMessage: "a name of letters, digits, blanks, _ . and -"
        },
        effect: {
          description: "`deny`: no changes meanwhile; `allow`: changes only meanwhile.",
          enum: ["deny", "allow"],
          default: "deny"
        },
        cron: {
          description: "When it begins: minute, hour, day of month, month, day of week.",
          type: "string",
          pattern: "^\\S+(?: +\\S+){4}$",
          patternErrorMessage: "five fields: minute, hour, day of month, month, day of week, such as 0 16 * * 5"
        },
        timezone: {
          description: "The cron's time zone, by its IANA name.",
          type: "string",
          default: "UTC",
          pattern: "^[A-Za-z0-9_+/-]{1,64}$",
          patternErrorMessage: "an IANA time zone such as Europe/Berlin"
        },
        for: {
          description: "How long it lasts; also such as 62h.",
          $ref: "#/$defs/Duration"
        },
        groups: {
          description: "Names of the specs that are meant; `*` stands for any run of characters.",
          type: "array",
          minItems: 1,
          maxItems: 500,
          default: ["*"],
          items: {
            description: "A spec.",
            type: "string",
            pattern: "^[A-Za-z0-9_.*-]{1,255}$",
            patternErrorMessage: "the name of a spec, * for any run of characters"
          }
        },
        labels: {
          description: "Only groups that carry all of these labels; `*` stands for any run of characters.",
          type: "object",
          additionalProperties: {
            type: "string"
          }
        },
        reason: {
          description: "Shown when it refuses.",
          type: "string"
        }
      }
    },
    Guardrail: {
      title: "Guardrail",
      description: "A rule that plans must keep: in files below policies/ of the repository. On a pull request those of the base branch count.",
      type: "object",
      required: ["apiVersion", "kind", "metadata", "spec"],
      additionalProperties: false,
      properties: {
        apiVersion: {
          const: "thermostat/v1"
        },
        kind: {
          const: "Guardrail"
        },
        metadata: {
          title: "GuardrailMetadata",
          description: "Which guardrail this is.",
          type: "object",
          additionalProperties: false,
          required: ["name"],
          properties: {
            name: {
              description: "How findings, overrides and waivers call it; each name once.",
              type: "string",
              pattern: "^[a-z][a-z0-9-]{0,62}$",
              patternErrorMessage: "small letters, digits and -, beginning with a letter, 63 characters at most"
            }
          }
        },
        spec: {
          $ref: "#/$defs/GuardrailRule"
        }
      },
      examples: [
        {
          apiVersion: "thermostat/v1",
          kind: "Guardrail",
          metadata: {
            name: "shop-flavors"
          },
          spec: {
            description: "The shop pays for small flavors only.",
            severity: "error",
            match: {
              labels: {
                team: "shop"
              },
              kinds: ["AutoScalingGroup"],
              names: ["*"],
              actions: ["create", "update", "replace"]
            },
            parameters: {
              allowed: ["m1.tiny", "m1.small"]
            },
            rule: "spec.server.flavor in params.allowed",
            message: "flavor {{ spec.server.flavor }} is none of {{ params.allowed }}",
            at: "spec.server.flavor",
            help: "https://wiki.example.org/flavors",
            examples: {
              passing: [
                {
                  spec: {
                    server: {
                      flavor: "m1.small"
                    }
                  }
                }
              ],
              failing: [
                {
                  spec: {
                    server: {
                      flavor: "m1.large"
                    }
                  }
                }
              ]
            }
          }
        }
      ]
    },
    GuardrailRule: {
      title: "GuardrailRule",
      description: "The rule, whom it is for, and what it says.",
      type: "object",
      required: ["severity", "rule", "message", "examples"],
      additionalProperties: false,
      properties: {
        description: {
          description: "What it is good for, in one sentence.",
          type: "string"
        },
        severity: {
          description: "`error` refuses the change, `warn` is shown with it.",
          enum: ["error", "warn"]
        },
        match: {
          $ref: "#/$defs/GuardrailMatch"
        },
        parameters: {
          description: "Values that the rule reads as `params`, with their defaults; settings may override them.",
          type: "object",
          additionalProperties: true
        },
        rule: {
          description: "An expression in CEL, the Common Expression Language: true where all is well. What it sees: docs/guardrails.md.",
          type: "string",
          minLength: 1
        },
        message: {
          description: "What is wrong, with `{{ expression }}` wherever a value belongs.",
          type: "string",
          minLength: 1,
          maxLength: 1e3
        },
        at: {
          description: "The key of the spec that is to blame, such as `spec.size.min`: its line is shown.",
          type: "string",
          pattern: "^(?:metadata|spec)(?:\\.[A-Za-z0-9_-]+)*$",
          patternErrorMessage: "a key of a spec such as spec.size.min"
        },
        help: {
          description: "Where to read on.",
          type: "string",
          pattern: '^https?://[^\\s<>"`]{1,500}$',
          patternErrorMessage: "an address that begins with https://"
        },
        examples: {
          title: "GuardrailExamples",
          description: "What passes and what fails; `validate` runs them. Each example is what differs from a small group that is being created.",
          type: "object",
          additionalProperties: false,
          required: ["passing", "failing"],
          properties: {
            passing: {
              description: "Facts with which the rule is true.",
              type: "array",
              minItems: 1,
              maxItems: 50,
              items: {
                description: "Facts.",
                type: "object",
                additionalProperties: true
              }
            },
            failing: {
              description: "Facts with which it is false.",
              type: "array",
              minItems: 1,
              maxItems: 50,
              items: {
                description: "Facts.",
                type: "object",
                additionalProperties: true
              }
            }
          }
        }
      }
    },
    GuardrailMatch: {
      title: "GuardrailMatch",
      description: "Whom the rule is for; all that is given must fit.",
      type: "object",
      additionalProperties: false,
      properties: {
        names: {
          description: "Names of specs; `*` stands for any run of characters.",
          type: "array",
          minItems: 1,
          items: {
            description: "A spec.",
            type: "string",
            pattern: "^[A-Za-z0-9_.*-]{1,255}$",
            patternErrorMessage: "the name of a spec, * for any run of characters"
          }
        },
        labels: {
          description: "Labels that the group carries; `*` stands for any run of characters.",
          type: "object",
          additionalProperties: {
            type: "string"
          }
        },
        kinds: {
          description: "Kinds of specs.",
          type: "array",
          minItems: 1,
          items: {
            description: "A kind.",
            enum: ["AutoScalingGroup", "HeatStack", "HOT", "CloudFormation", "Deleted"]
          }
        },
        actions: {
          description: "What the plan does with the group; a group that only follows its schedules is never held.",
          type: "array",
          minItems: 1,
          default: ["create", "update", "replace"],
          items: {
            description: "An action.",
            enum: ["create", "update", "replace", "delete", "no-op"]
          }
        }
      }
    },
    Budget: {
      title: "Budget",
      description: "What the group may cost; held against the price list that `.thermostat.yaml` names.",
      type: "object",
      additionalProperties: false,
      required: ["monthly"],
      properties: {
        monthly: {
          description: "The most that a month of 730 hours at the largest size may cost, in the currency of the price list.",
          type: "number",
          exclusiveMinimum: 0,
          maximum: 1e12,
          examples: [400]
        },
        severity: {
          description: "`error` refuses what costs more, `warn` shows it.",
          enum: ["error", "warn"],
          default: "error"
        }
      }
    },
    Price: {
      description: "An amount in the list's currency.",
      type: "number",
      minimum: 0,
      maximum: 1e9
    },
    Prices: {
      title: "Prices",
      description: "A list of prices, in the file that `prices` in `.thermostat.yaml` names; of several lists the newest that is valid on the day counts. On a pull request the base branch's file counts. What has no price is said to be unknown.",
      type: "object",
      required: ["apiVersion", "kind", "spec"],
      additionalProperties: false,
      properties: {
        apiVersion: {
          const: "thermostat/v1"
        },
        kind: {
          const: "Prices"
        },
        spec: {
          $ref: "#/$defs/PriceList"
        }
      },
      examples: [
        {
          apiVersion: "thermostat/v1",
          kind: "Prices",
          spec: {
            currency: "EUR",
            validFrom: "2026-01-01",
            perHour: {
              flavors: {
                "m1.small": 0.02,
                "m1.large": 0.08
              },
              floatingIp: 4e-3,
              loadBalancer: 0.03
            },
            perMonth: {
              volumeGb: 0.05
            }
          }
        }
      ]
    },
    PriceList: {
      title: "PriceList",
      description: "The prices.",
      type: "object",
      additionalProperties: false,
      required: ["currency", "validFrom"],
      properties: {
        currency: {
          description: "As it is to be shown.",
          type: "string",
          pattern: "^[A-Z]{3}$",
          patternErrorMessage: "a currency code of three letters, such as EUR",
          examples: ["EUR"]
        },
        validFrom: {
          description: "The first day it holds (UTC).",
          type: "string",
          pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
          patternErrorMessage: "a day such as 2027-03-31, in quotes",
          examples: ["2026-01-01"]
        },
        perHour: {
          title: "HourlyPrices",
          description: "What is paid by the hour.",
          type: "object",
          additionalProperties: false,
          properties: {
            flavors: {
              title: "FlavorPrices",
              description: "Of a server, by its flavor's name or id.",
              type: "object",
              additionalProperties: {
                $ref: "#/$defs/Price"
              }
            },
            floatingIp: {
              description: "Of a floating IP.",
              type: "number",
              minimum: 0,
              maximum: 1e9
            },
            loadBalancer: {
              description: "Of an Octavia load balancer.",
              type: "number",
              minimum: 0,
              maximum: 1e9
            }
          }
        },
        perMonth: {
          title: "MonthlyPrices",
          description: "What is paid by the month, which has 730 hours.",
          type: "object",
          additionalProperties: false,
          properties: {
            volumeGb: {
              description: "Of one GiB of a volume.",
              type: "number",
              minimum: 0,
              maximum: 1e9
            }
          }
        }
      }
    }
  }
};

// src/core/spec/schema-lookup.ts
var DEFINITIONS = spec_schema_default.$defs;
function schemaAt(kind, pointer) {
  const steps = pointer.split("/").slice(1);
  return steps.reduce(
    (node, step) => resolved(below(node, unescaped(step))),
    resolved(DEFINITIONS[kind])
  );
}
function unescaped(step) {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
function below(node, step) {
  const { properties, items, additionalProperties } = node;
  if (properties !== void 0 && Object.hasOwn(properties, step)) return properties[step];
  if (items !== void 0) return items;
  return typeof additionalProperties === "object" ? additionalProperties : void 0;
}
function resolved(node) {
  if (node?.$ref === void 0) return node ?? {};
  const target = DEFINITIONS[node.$ref.replace("#/$defs/", "")];
  return { ...resolved(target), ...node };
}

// src/generated/spec-validators.js
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});
var validateAutoScalingGroup = validate235;
var pattern3 = new RegExp("^[a-zA-Z][a-zA-Z0-9_.-]{0,254}$", "u");
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern3.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-zA-Z][a-zA-Z0-9_.-]{0,254}$" }, message: 'must match pattern "^[a-zA-Z][a-zA-Z0-9_.-]{0,254}$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate55.errors = vErrors;
  return errors === 0;
}
validate55.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate54.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "labels" || key0 === "protect")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      if (!validate55(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
    if (data.labels !== void 0) {
      let data1 = data.labels;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          if (typeof data1[key1] !== "string") {
            const err2 = { instancePath: instancePath + "/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/labels/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/labels", schemaPath: "#/properties/labels/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.protect !== void 0) {
      if (typeof data.protect !== "boolean") {
        const err4 = { instancePath: instancePath + "/protect", schemaPath: "#/properties/protect/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate54.errors = vErrors;
  return errors === 0;
}
validate54.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema23 = { "title": "Group", "description": "The group: its size, its servers, what is around them, how it scales and how it is rolled.", "type": "object", "required": ["size", "server"], "additionalProperties": false, "properties": { "size": { "$ref": "#/$defs/Size" }, "server": { "$ref": "#/$defs/Server" }, "zones": { "description": "Availability zones: in each of them a group of its own, with this size and these scaling policies, all behind the same load balancer. Default: one group, Nova chooses the zones.", "type": "array", "minItems": 1, "maxItems": 20, "uniqueItems": true, "items": { "type": "string", "pattern": "^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,59}$", "patternErrorMessage": "the name of an availability zone: letters, digits, _ . or -, 60 characters at most" }, "examples": [["nova"]] }, "securityGroup": { "$ref": "#/$defs/SecurityGroup" }, "loadBalancer": { "$ref": "#/$defs/LoadBalancer" }, "scaling": { "$ref": "#/$defs/Scaling" }, "health": { "$ref": "#/$defs/Health" }, "rollout": { "$ref": "#/$defs/Rollout" }, "timeout": { "$ref": "#/$defs/Timeout" }, "budget": { "$ref": "#/$defs/Budget" } } };
var func1 = Object.prototype.hasOwnProperty;
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate60.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 1e5 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate60.errors = vErrors;
  return errors === 0;
}
validate60.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate59.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.min === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "min" }, message: "must have required property 'min'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.max === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "max" }, message: "must have required property 'max'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "min" || key0 === "max" || key0 === "initial")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.min !== void 0) {
      if (!validate60(data.min, { instancePath: instancePath + "/min", parentData: data, parentDataProperty: "min", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
        errors = vErrors.length;
      }
    }
    if (data.max !== void 0) {
      if (!validate60(data.max, { instancePath: instancePath + "/max", parentData: data, parentDataProperty: "max", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
        errors = vErrors.length;
      }
    }
    if (data.initial !== void 0) {
      if (!validate60(data.initial, { instancePath: instancePath + "/initial", parentData: data, parentDataProperty: "initial", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate59.errors = vErrors;
  return errors === 0;
}
validate59.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema26 = { "title": "Server", "description": "What each server of the group is made of.", "type": "object", "required": ["image", "flavor", "networks"], "additionalProperties": false, "properties": { "image": { "description": "Name or id of the image.", "$ref": "#/$defs/Name" }, "flavor": { "description": "Name or id of the flavor.", "$ref": "#/$defs/Name" }, "networks": { "description": "The networks, one interface each, in this order: names or ids, or more about the interface.", "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/Interface" }, "examples": [["private-network"], [{ "network": "private-network", "subnet": "private-subnet" }]] }, "securityGroups": { "description": "Names or ids of security groups. Default: none named, so Neutron gives the project's default group.", "type": "array", "default": [], "items": { "$ref": "#/$defs/Name" } }, "keyPair": { "description": "Name of a key pair. Default: none.", "$ref": "#/$defs/Name" }, "availabilityZone": { "description": "Nova's availability zone for all servers. Default: Nova chooses; several: `zones` of the group.", "$ref": "#/$defs/Name" }, "metadata": { "description": "Metadata of each server, strings only.", "type": "object", "default": {}, "additionalProperties": { "type": "string" }, "examples": [{ "role": "web" }] }, "serverGroup": { "$ref": "#/$defs/ServerGroup" }, "schedulerHints": { "description": "Hints to Nova's scheduler; which ones count is the operator's choice.", "type": "object", "default": {}, "additionalProperties": { "type": "string" }, "examples": [{ "different_host": "7d9d9a2e-1b0e-4c2f-8a53-5d4e1c5a0f11" }] }, "bootVolume": { "$ref": "#/$defs/BootVolume" }, "floatingIp": { "$ref": "#/$defs/FloatingIp" }, "configDrive": { "description": "true: the metadata comes on a drive as well. Default: as the operator has set it.", "type": "boolean" }, "tags": { "description": "Nova's tags of each server, 50 at most.", "type": "array", "default": [], "maxItems": 50, "uniqueItems": true, "items": { "type": "string", "pattern": "^[^,/]{1,60}$", "patternErrorMessage": "a tag Nova takes: 1 to 60 characters without , and /" }, "examples": [["web"]] }, "cloudInit": { "$ref": "#/$defs/CloudInit" } } };
var pattern4 = new RegExp("^[^\\s].{0,254}$", "u");
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate66.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern4.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[^\\s].{0,254}$" }, message: 'must match pattern "^[^\\s].{0,254}$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate66.errors = vErrors;
  return errors === 0;
}
validate66.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema28 = { "title": "Interface", "description": "A network by name or id, or an interface with more about it.", "type": ["string", "object"], "pattern": "^[^\\s].{0,254}$", "patternErrorMessage": "a name or an id of 1 to 255 characters on one line", "required": ["network"], "additionalProperties": false, "properties": { "network": { "description": "Name or id of the network.", "$ref": "#/$defs/Name" }, "subnet": { "description": "Name or id of the subnet that the address comes from. Default: Neutron chooses.", "$ref": "#/$defs/Name" }, "securityGroups": { "description": "Security groups of this interface, instead of the server's.", "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/Name" } }, "portSecurity": { "description": "false: no security groups and no address checks on this interface.", "type": "boolean" }, "allowedAddresses": { "description": "Further addresses that the interface may use, such as a shared one of keepalived.", "type": "array", "default": [], "items": { "type": "string", "pattern": "^[0-9a-fA-F.:]+(?:/[0-9]{1,3})?$", "patternErrorMessage": "an address or a range, such as 10.20.0.100 or 10.20.8.0/24" }, "examples": [["10.20.0.100"]] } } };
var pattern6 = new RegExp("^[0-9a-fA-F.:]+(?:/[0-9]{1,3})?$", "u");
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate69.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema28.type }, message: "must be string,object" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!pattern4.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[^\\s].{0,254}$" }, message: 'must match pattern "^[^\\s].{0,254}$"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.network === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "network" }, message: "must have required property 'network'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "network" || key0 === "subnet" || key0 === "securityGroups" || key0 === "portSecurity" || key0 === "allowedAddresses")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.network !== void 0) {
      if (!validate66(data.network, { instancePath: instancePath + "/network", parentData: data, parentDataProperty: "network", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.subnet !== void 0) {
      if (!validate66(data.subnet, { instancePath: instancePath + "/subnet", parentData: data, parentDataProperty: "subnet", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.securityGroups !== void 0) {
      let data2 = data.securityGroups;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          const err4 = { instancePath: instancePath + "/securityGroups", schemaPath: "#/properties/securityGroups/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate66(data2[i0], { instancePath: instancePath + "/securityGroups/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/securityGroups", schemaPath: "#/properties/securityGroups/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.portSecurity !== void 0) {
      if (typeof data.portSecurity !== "boolean") {
        const err6 = { instancePath: instancePath + "/portSecurity", schemaPath: "#/properties/portSecurity/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.allowedAddresses !== void 0) {
      let data5 = data.allowedAddresses;
      if (Array.isArray(data5)) {
        const len1 = data5.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data6 = data5[i1];
          if (typeof data6 === "string") {
            if (!pattern6.test(data6)) {
              const err7 = { instancePath: instancePath + "/allowedAddresses/" + i1, schemaPath: "#/properties/allowedAddresses/items/pattern", keyword: "pattern", params: { pattern: "^[0-9a-fA-F.:]+(?:/[0-9]{1,3})?$" }, message: 'must match pattern "^[0-9a-fA-F.:]+(?:/[0-9]{1,3})?$"' };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/allowedAddresses/" + i1, schemaPath: "#/properties/allowedAddresses/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/allowedAddresses", schemaPath: "#/properties/allowedAddresses/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  }
  validate69.errors = vErrors;
  return errors === 0;
}
validate69.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema29 = { "title": "ServerGroup", "description": "How the servers are spread over hosts: a server group of this stack's own, or an existing one.", "type": "object", "minProperties": 1, "additionalProperties": false, "properties": { "policy": { "description": "anti-affinity: no two servers on one host, or the build fails. soft-anti-affinity: as far as possible.", "enum": ["anti-affinity", "soft-anti-affinity", "affinity", "soft-affinity"] }, "maxPerHost": { "description": "With anti-affinity: so many servers on one host. Default: 1.", "$ref": "#/$defs/Step" }, "existing": { "description": "Id of a server group that is there already; then nothing else.", "$ref": "#/$defs/Name" } }, "examples": [{ "policy": "soft-anti-affinity" }] };
function validate78(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate78.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 1e5 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 1 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate78.errors = vErrors;
  return errors === 0;
}
validate78.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate77(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate77.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "policy" || key0 === "maxPerHost" || key0 === "existing")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.policy !== void 0) {
      let data0 = data.policy;
      if (!(data0 === "anti-affinity" || data0 === "soft-anti-affinity" || data0 === "affinity" || data0 === "soft-affinity")) {
        const err2 = { instancePath: instancePath + "/policy", schemaPath: "#/properties/policy/enum", keyword: "enum", params: { allowedValues: schema29.properties.policy.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.maxPerHost !== void 0) {
      if (!validate78(data.maxPerHost, { instancePath: instancePath + "/maxPerHost", parentData: data, parentDataProperty: "maxPerHost", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
        errors = vErrors.length;
      }
    }
    if (data.existing !== void 0) {
      if (!validate66(data.existing, { instancePath: instancePath + "/existing", parentData: data, parentDataProperty: "existing", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate77.errors = vErrors;
  return errors === 0;
}
validate77.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate82(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate82.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.size === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "size" }, message: "must have required property 'size'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "size" || key0 === "type" || key0 === "keep")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.size !== void 0) {
      let data0 = data.size;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err2 = { instancePath: instancePath + "/size", schemaPath: "#/properties/size/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 65536 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/size", schemaPath: "#/properties/size/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65536 }, message: "must be <= 65536" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          const err4 = { instancePath: instancePath + "/size", schemaPath: "#/properties/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
    }
    if (data.type !== void 0) {
      if (!validate66(data.type, { instancePath: instancePath + "/type", parentData: data, parentDataProperty: "type", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.keep !== void 0) {
      if (typeof data.keep !== "boolean") {
        const err5 = { instancePath: instancePath + "/keep", schemaPath: "#/properties/keep/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate82.errors = vErrors;
  return errors === 0;
}
validate82.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate85(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate85.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.network === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "network" }, message: "must have required property 'network'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "network")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.network !== void 0) {
      if (!validate66(data.network, { instancePath: instancePath + "/network", parentData: data, parentDataProperty: "network", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate85.errors = vErrors;
  return errors === 0;
}
validate85.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern8 = new RegExp("\\S", "u");
function validate89(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate89.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern8.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate89.errors = vErrors;
  return errors === 0;
}
validate89.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema35 = { "title": "CloudInitPart", "description": "One part of the user data: exactly one of file and inline.", "type": "object", "minProperties": 1, "additionalProperties": false, "properties": { "file": { "description": "Path of the file, relative to the spec file.", "$ref": "#/$defs/Path" }, "inline": { "description": "The text.", "type": "string" }, "type": { "description": "MIME type of the part. Default: what its first line says.", "enum": ["text/cloud-config", "text/cloud-config-archive", "text/cloud-config-jsonp", "text/cloud-boothook", "text/jinja2", "text/part-handler", "text/x-include-url", "text/x-include-once-url", "text/x-shellscript", "text/x-shellscript-per-boot", "text/x-shellscript-per-instance", "text/x-shellscript-per-once"] } } };
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate91.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "file" || key0 === "inline" || key0 === "type")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      if (!validate89(data.file, { instancePath: instancePath + "/file", parentData: data, parentDataProperty: "file", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
        errors = vErrors.length;
      }
    }
    if (data.inline !== void 0) {
      if (typeof data.inline !== "string") {
        const err2 = { instancePath: instancePath + "/inline", schemaPath: "#/properties/inline/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      let data2 = data.type;
      if (!(data2 === "text/cloud-config" || data2 === "text/cloud-config-archive" || data2 === "text/cloud-config-jsonp" || data2 === "text/cloud-boothook" || data2 === "text/jinja2" || data2 === "text/part-handler" || data2 === "text/x-include-url" || data2 === "text/x-include-once-url" || data2 === "text/x-shellscript" || data2 === "text/x-shellscript-per-boot" || data2 === "text/x-shellscript-per-instance" || data2 === "text/x-shellscript-per-once")) {
        const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: schema35.properties.type.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate91.errors = vErrors;
  return errors === 0;
}
validate91.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate94(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate94.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.reason === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "reason")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      if (!validate66(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.reason !== void 0) {
      if (!validate66(data.reason, { instancePath: instancePath + "/reason", parentData: data, parentDataProperty: "reason", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate94.errors = vErrors;
  return errors === 0;
}
validate94.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate88.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "file" || key0 === "inline" || key0 === "parts" || key0 === "allowSecrets")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      if (!validate89(data.file, { instancePath: instancePath + "/file", parentData: data, parentDataProperty: "file", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
        errors = vErrors.length;
      }
    }
    if (data.inline !== void 0) {
      if (typeof data.inline !== "string") {
        const err2 = { instancePath: instancePath + "/inline", schemaPath: "#/properties/inline/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.parts !== void 0) {
      let data2 = data.parts;
      if (Array.isArray(data2)) {
        if (data2.length > 100) {
          const err3 = { instancePath: instancePath + "/parts", schemaPath: "#/properties/parts/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data2.length < 1) {
          const err4 = { instancePath: instancePath + "/parts", schemaPath: "#/properties/parts/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate91(data2[i0], { instancePath: instancePath + "/parts/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/parts", schemaPath: "#/properties/parts/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.allowSecrets !== void 0) {
      let data4 = data.allowSecrets;
      if (Array.isArray(data4)) {
        const len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate94(data4[i1], { instancePath: instancePath + "/allowSecrets/" + i1, parentData: data4, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/allowSecrets", schemaPath: "#/properties/allowSecrets/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate88.errors = vErrors;
  return errors === 0;
}
validate88.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern7 = new RegExp("^[^,/]{1,60}$", "u");
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate65.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.image === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "image" }, message: "must have required property 'image'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.flavor === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "flavor" }, message: "must have required property 'flavor'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.networks === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "networks" }, message: "must have required property 'networks'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema26.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.image !== void 0) {
      if (!validate66(data.image, { instancePath: instancePath + "/image", parentData: data, parentDataProperty: "image", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.flavor !== void 0) {
      if (!validate66(data.flavor, { instancePath: instancePath + "/flavor", parentData: data, parentDataProperty: "flavor", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.networks !== void 0) {
      let data2 = data.networks;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          const err4 = { instancePath: instancePath + "/networks", schemaPath: "#/properties/networks/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate69(data2[i0], { instancePath: instancePath + "/networks/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/networks", schemaPath: "#/properties/networks/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.securityGroups !== void 0) {
      let data4 = data.securityGroups;
      if (Array.isArray(data4)) {
        const len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate66(data4[i1], { instancePath: instancePath + "/securityGroups/" + i1, parentData: data4, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/securityGroups", schemaPath: "#/properties/securityGroups/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.keyPair !== void 0) {
      if (!validate66(data.keyPair, { instancePath: instancePath + "/keyPair", parentData: data, parentDataProperty: "keyPair", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.availabilityZone !== void 0) {
      if (!validate66(data.availabilityZone, { instancePath: instancePath + "/availabilityZone", parentData: data, parentDataProperty: "availabilityZone", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.metadata !== void 0) {
      let data8 = data.metadata;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        for (const key1 in data8) {
          if (typeof data8[key1] !== "string") {
            const err7 = { instancePath: instancePath + "/metadata/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/metadata/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.serverGroup !== void 0) {
      if (!validate77(data.serverGroup, { instancePath: instancePath + "/serverGroup", parentData: data, parentDataProperty: "serverGroup", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
        errors = vErrors.length;
      }
    }
    if (data.schedulerHints !== void 0) {
      let data11 = data.schedulerHints;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        for (const key2 in data11) {
          if (typeof data11[key2] !== "string") {
            const err9 = { instancePath: instancePath + "/schedulerHints/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/schedulerHints/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/schedulerHints", schemaPath: "#/properties/schedulerHints/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.bootVolume !== void 0) {
      if (!validate82(data.bootVolume, { instancePath: instancePath + "/bootVolume", parentData: data, parentDataProperty: "bootVolume", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
        errors = vErrors.length;
      }
    }
    if (data.floatingIp !== void 0) {
      if (!validate85(data.floatingIp, { instancePath: instancePath + "/floatingIp", parentData: data, parentDataProperty: "floatingIp", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors);
        errors = vErrors.length;
      }
    }
    if (data.configDrive !== void 0) {
      if (typeof data.configDrive !== "boolean") {
        const err11 = { instancePath: instancePath + "/configDrive", schemaPath: "#/properties/configDrive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.tags !== void 0) {
      let data16 = data.tags;
      if (Array.isArray(data16)) {
        if (data16.length > 50) {
          const err12 = { instancePath: instancePath + "/tags", schemaPath: "#/properties/tags/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        const len2 = data16.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data17 = data16[i2];
          if (typeof data17 === "string") {
            if (!pattern7.test(data17)) {
              const err13 = { instancePath: instancePath + "/tags/" + i2, schemaPath: "#/properties/tags/items/pattern", keyword: "pattern", params: { pattern: "^[^,/]{1,60}$" }, message: 'must match pattern "^[^,/]{1,60}$"' };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/tags/" + i2, schemaPath: "#/properties/tags/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        let i3 = data16.length;
        let j0;
        if (i3 > 1) {
          const indices0 = {};
          for (; i3--; ) {
            let item0 = data16[i3];
            if (typeof item0 !== "string") {
              continue;
            }
            if (typeof indices0[item0] == "number") {
              j0 = indices0[item0];
              const err15 = { instancePath: instancePath + "/tags", schemaPath: "#/properties/tags/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i3 + " are identical)" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
              break;
            }
            indices0[item0] = i3;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/tags", schemaPath: "#/properties/tags/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.cloudInit !== void 0) {
      if (!validate88(data.cloudInit, { instancePath: instancePath + "/cloudInit", parentData: data, parentDataProperty: "cloudInit", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err17];
    } else {
      vErrors.push(err17);
    }
    errors++;
  }
  validate65.errors = vErrors;
  return errors === 0;
}
validate65.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema38 = { "title": "Rule", "description": "One rule: protocol, port, and who.", "type": "object", "required": ["protocol"], "additionalProperties": false, "properties": { "protocol": { "description": "any: every protocol, then without a port.", "enum": ["tcp", "udp", "icmp", "icmpv6", "sctp", "any"] }, "port": { "description": "One port, or a range such as 8000-8100. Default: all.", "type": ["integer", "string"], "minimum": 1, "maximum": 65535, "pattern": "^[0-9]{1,5}-[0-9]{1,5}$", "patternErrorMessage": "a port, or a range such as 8000-8100" }, "direction": { "enum": ["in", "out"], "default": "in", "description": "in: to the server. out: from it." }, "from": { "description": "For direction in: an address range, `self` for the servers of this group, or the id of a security group. Default: everybody.", "type": "string", "pattern": "\\S", "patternErrorMessage": "an address range, self, or a security group" }, "to": { "description": "For direction out: the same.", "type": "string", "pattern": "\\S", "patternErrorMessage": "an address range, self, or a security group" }, "ipVersion": { "description": "Default: 6 for an IPv6 range or icmpv6, else 4.", "enum": [4, 6] } } };
var pattern10 = new RegExp("^[0-9]{1,5}-[0-9]{1,5}$", "u");
function validate101(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate101.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.protocol === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "protocol" }, message: "must have required property 'protocol'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "protocol" || key0 === "port" || key0 === "direction" || key0 === "from" || key0 === "to" || key0 === "ipVersion")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.protocol !== void 0) {
      let data0 = data.protocol;
      if (!(data0 === "tcp" || data0 === "udp" || data0 === "icmp" || data0 === "icmpv6" || data0 === "sctp" || data0 === "any")) {
        const err2 = { instancePath: instancePath + "/protocol", schemaPath: "#/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema38.properties.protocol.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1)) && typeof data1 !== "string") {
        const err3 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/type", keyword: "type", params: { type: schema38.properties.port.type }, message: "must be integer,string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
      if (typeof data1 === "string") {
        if (!pattern10.test(data1)) {
          const err6 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,5}-[0-9]{1,5}$" }, message: 'must match pattern "^[0-9]{1,5}-[0-9]{1,5}$"' };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
    if (data.direction !== void 0) {
      let data2 = data.direction;
      if (!(data2 === "in" || data2 === "out")) {
        const err7 = { instancePath: instancePath + "/direction", schemaPath: "#/properties/direction/enum", keyword: "enum", params: { allowedValues: schema38.properties.direction.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.from !== void 0) {
      let data3 = data.from;
      if (typeof data3 === "string") {
        if (!pattern8.test(data3)) {
          const err8 = { instancePath: instancePath + "/from", schemaPath: "#/properties/from/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/from", schemaPath: "#/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.to !== void 0) {
      let data4 = data.to;
      if (typeof data4 === "string") {
        if (!pattern8.test(data4)) {
          const err10 = { instancePath: instancePath + "/to", schemaPath: "#/properties/to/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/to", schemaPath: "#/properties/to/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.ipVersion !== void 0) {
      let data5 = data.ipVersion;
      if (!(data5 === 4 || data5 === 6)) {
        const err12 = { instancePath: instancePath + "/ipVersion", schemaPath: "#/properties/ipVersion/enum", keyword: "enum", params: { allowedValues: schema38.properties.ipVersion.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate101.errors = vErrors;
  return errors === 0;
}
validate101.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate100(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate100.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.rules === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "rules" }, message: "must have required property 'rules'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "rules")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.rules !== void 0) {
      let data0 = data.rules;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate101(data0[i0], { instancePath: instancePath + "/rules/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err2 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate100.errors = vErrors;
  return errors === 0;
}
validate100.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema40 = { "title": "Octavia", "description": "A load balancer of this stack's own (listener, subnet), or a pool that exists already (existingPool).", "type": "object", "additionalProperties": false, "properties": { "existingPool": { "description": "Name or id of a pool of this project that the servers join; it and its monitor stay somebody else's.", "$ref": "#/$defs/Name" }, "subnet": { "description": "Name or id of the subnet of the balancer's own address (VIP).", "$ref": "#/$defs/Name" }, "provider": { "description": "Octavia's provider. Default: the operator's.", "$ref": "#/$defs/Name" }, "floatingIp": { "$ref": "#/$defs/FloatingIp" }, "listener": { "title": "Listener", "description": "What clients connect to.", "type": "object", "required": ["protocol", "port"], "additionalProperties": false, "properties": { "protocol": { "description": "What clients speak.", "enum": ["HTTP", "HTTPS", "TERMINATED_HTTPS", "TCP", "UDP"] }, "port": { "description": "The port that clients connect to.", "$ref": "#/$defs/Port" }, "connectionLimit": { "description": "At most so many connections at a time. Default: no limit.", "type": "integer", "minimum": 1, "maximum": 2147483647 }, "allowedCidrs": { "description": "Only from these address ranges. Default: from everywhere.", "type": "array", "items": { "type": "string", "pattern": "^[0-9a-fA-F.:]+/[0-9]{1,3}$", "patternErrorMessage": "an address range such as 10.0.0.0/8" } }, "tlsContainer": { "description": "With TERMINATED_HTTPS: the reference of the secret in Barbican that holds certificate and key.", "type": "string", "pattern": "^https?://\\S+$", "patternErrorMessage": "the address of a secret or container in Barbican" } }, "examples": [{ "protocol": "HTTP", "port": 80 }] }, "pool": { "title": "Pool", "description": "How connections are spread over the servers.", "type": "object", "additionalProperties": false, "properties": { "protocol": { "description": "What the servers speak. Default: the listener's; HTTP behind TERMINATED_HTTPS.", "enum": ["HTTP", "HTTPS", "TCP", "UDP", "PROXY"] }, "algorithm": { "description": "Octavia's algorithm.", "enum": ["ROUND_ROBIN", "LEAST_CONNECTIONS", "SOURCE_IP", "SOURCE_IP_PORT"], "default": "ROUND_ROBIN" }, "sessionPersistence": { "title": "SessionPersistence", "description": "Keeps a client on its server.", "type": "object", "required": ["type"], "additionalProperties": false, "properties": { "type": { "enum": ["SOURCE_IP", "HTTP_COOKIE", "APP_COOKIE"], "description": "By the client's address, by the balancer's cookie, or by the application's." }, "cookie": { "description": "With APP_COOKIE: the cookie's name.", "$ref": "#/$defs/Name" } } } } }, "member": { "title": "PoolMember", "description": "How a server is a member of the pool.", "type": "object", "additionalProperties": false, "properties": { "port": { "description": "The port that the servers listen on. Default: the listener's.", "$ref": "#/$defs/Port" }, "subnet": { "description": "Subnet of the servers' addresses, when the balancer can't reach them through its own. Default: the interface's own subnet, else the balancer's.", "$ref": "#/$defs/Name" }, "network": { "description": "Which of the server's networks: its name or id as in `networks`. Default: the first.", "$ref": "#/$defs/Name" }, "weight": { "description": "Share of the connections, 0 to 256.", "type": "integer", "minimum": 0, "maximum": 256, "default": 1 } } }, "monitor": { "title": "Monitor", "description": "How the balancer finds out who is well.", "type": "object", "required": ["type"], "additionalProperties": false, "properties": { "type": { "description": "HTTP and HTTPS ask for a path; TCP connects; PING is ICMP.", "enum": ["HTTP", "HTTPS", "TCP", "PING", "UDP-CONNECT"] }, "path": { "description": "With HTTP and HTTPS: what is asked for.", "type": "string", "pattern": "^/\\S{0,254}$", "patternErrorMessage": "a path such as /healthz" }, "method": { "description": "With HTTP and HTTPS. Default: GET.", "enum": ["GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "OPTIONS", "PATCH", "CONNECT"] }, "codes": { "description": "With HTTP and HTTPS: what counts as well, such as 200, 200,202 or 200-204. Default: 200.", "type": ["string", "integer"], "minimum": 100, "maximum": 599, "pattern": "^[1-5][0-9]{2}(?:(?:,[1-5][0-9]{2})*|-[1-5][0-9]{2})$", "patternErrorMessage": "a status code, a list such as 200,202, or a range such as 200-204" }, "delay": { "default": "5s", "description": "From one check to the next.", "$ref": "#/$defs/Duration" }, "timeout": { "default": "3s", "description": "For one check; at most the delay.", "$ref": "#/$defs/Duration" }, "retries": { "description": "So many good checks bring a server in, so many bad ones take it out.", "type": "integer", "minimum": 1, "maximum": 10, "default": 3 } }, "examples": [{ "type": "HTTP", "path": "/healthz" }] } }, "examples": [{ "subnet": "private-subnet", "listener": { "protocol": "HTTP", "port": 80 }, "monitor": { "type": "HTTP", "path": "/healthz" } }, { "existingPool": "shared-pool", "member": { "port": 8080 } }] };
function validate110(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate110.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 65535 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 1 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate110.errors = vErrors;
  return errors === 0;
}
validate110.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema42 = { "description": "A length of time such as 60s, 5m or 1h, or plain seconds.", "type": ["string", "integer"], "pattern": "^[0-9]{1,6}[smh]$", "patternErrorMessage": "a length of time such as 60s, 5m or 1h, or plain seconds", "minimum": 0, "maximum": 2147483647, "examples": ["60s", "5m", "1h", 300] };
var pattern17 = new RegExp("^[0-9]{1,6}[smh]$", "u");
function validate116(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate116.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && !(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema42.type }, message: "must be string,integer" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 2147483647 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 }, message: "must be <= 2147483647" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  if (typeof data === "string") {
    if (!pattern17.test(data)) {
      const err3 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,6}[smh]$" }, message: 'must match pattern "^[0-9]{1,6}[smh]$"' };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  }
  validate116.errors = vErrors;
  return errors === 0;
}
validate116.evaluated = { "dynamicProps": false, "dynamicItems": false };
var pattern13 = new RegExp("^[0-9a-fA-F.:]+/[0-9]{1,3}$", "u");
var pattern14 = new RegExp("^https?://\\S+$", "u");
var pattern15 = new RegExp("^/\\S{0,254}$", "u");
var pattern16 = new RegExp("^[1-5][0-9]{2}(?:(?:,[1-5][0-9]{2})*|-[1-5][0-9]{2})$", "u");
function validate105(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate105.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "existingPool" || key0 === "subnet" || key0 === "provider" || key0 === "floatingIp" || key0 === "listener" || key0 === "pool" || key0 === "member" || key0 === "monitor")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.existingPool !== void 0) {
      if (!validate66(data.existingPool, { instancePath: instancePath + "/existingPool", parentData: data, parentDataProperty: "existingPool", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.subnet !== void 0) {
      if (!validate66(data.subnet, { instancePath: instancePath + "/subnet", parentData: data, parentDataProperty: "subnet", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.provider !== void 0) {
      if (!validate66(data.provider, { instancePath: instancePath + "/provider", parentData: data, parentDataProperty: "provider", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.floatingIp !== void 0) {
      if (!validate85(data.floatingIp, { instancePath: instancePath + "/floatingIp", parentData: data, parentDataProperty: "floatingIp", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors);
        errors = vErrors.length;
      }
    }
    if (data.listener !== void 0) {
      let data4 = data.listener;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.protocol === void 0) {
          const err1 = { instancePath: instancePath + "/listener", schemaPath: "#/properties/listener/required", keyword: "required", params: { missingProperty: "protocol" }, message: "must have required property 'protocol'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data4.port === void 0) {
          const err2 = { instancePath: instancePath + "/listener", schemaPath: "#/properties/listener/required", keyword: "required", params: { missingProperty: "port" }, message: "must have required property 'port'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        for (const key1 in data4) {
          if (!(key1 === "protocol" || key1 === "port" || key1 === "connectionLimit" || key1 === "allowedCidrs" || key1 === "tlsContainer")) {
            const err3 = { instancePath: instancePath + "/listener", schemaPath: "#/properties/listener/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        if (data4.protocol !== void 0) {
          let data5 = data4.protocol;
          if (!(data5 === "HTTP" || data5 === "HTTPS" || data5 === "TERMINATED_HTTPS" || data5 === "TCP" || data5 === "UDP")) {
            const err4 = { instancePath: instancePath + "/listener/protocol", schemaPath: "#/properties/listener/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema40.properties.listener.properties.protocol.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        if (data4.port !== void 0) {
          if (!validate110(data4.port, { instancePath: instancePath + "/listener/port", parentData: data4, parentDataProperty: "port", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate110.errors : vErrors.concat(validate110.errors);
            errors = vErrors.length;
          }
        }
        if (data4.connectionLimit !== void 0) {
          let data7 = data4.connectionLimit;
          if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
            const err5 = { instancePath: instancePath + "/listener/connectionLimit", schemaPath: "#/properties/listener/properties/connectionLimit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
          if (typeof data7 == "number" && isFinite(data7)) {
            if (data7 > 2147483647 || isNaN(data7)) {
              const err6 = { instancePath: instancePath + "/listener/connectionLimit", schemaPath: "#/properties/listener/properties/connectionLimit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 }, message: "must be <= 2147483647" };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            if (data7 < 1 || isNaN(data7)) {
              const err7 = { instancePath: instancePath + "/listener/connectionLimit", schemaPath: "#/properties/listener/properties/connectionLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          }
        }
        if (data4.allowedCidrs !== void 0) {
          let data8 = data4.allowedCidrs;
          if (Array.isArray(data8)) {
            const len0 = data8.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data9 = data8[i0];
              if (typeof data9 === "string") {
                if (!pattern13.test(data9)) {
                  const err8 = { instancePath: instancePath + "/listener/allowedCidrs/" + i0, schemaPath: "#/properties/listener/properties/allowedCidrs/items/pattern", keyword: "pattern", params: { pattern: "^[0-9a-fA-F.:]+/[0-9]{1,3}$" }, message: 'must match pattern "^[0-9a-fA-F.:]+/[0-9]{1,3}$"' };
                  if (vErrors === null) {
                    vErrors = [err8];
                  } else {
                    vErrors.push(err8);
                  }
                  errors++;
                }
              } else {
                const err9 = { instancePath: instancePath + "/listener/allowedCidrs/" + i0, schemaPath: "#/properties/listener/properties/allowedCidrs/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
            }
          } else {
            const err10 = { instancePath: instancePath + "/listener/allowedCidrs", schemaPath: "#/properties/listener/properties/allowedCidrs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data4.tlsContainer !== void 0) {
          let data10 = data4.tlsContainer;
          if (typeof data10 === "string") {
            if (!pattern14.test(data10)) {
              const err11 = { instancePath: instancePath + "/listener/tlsContainer", schemaPath: "#/properties/listener/properties/tlsContainer/pattern", keyword: "pattern", params: { pattern: "^https?://\\S+$" }, message: 'must match pattern "^https?://\\S+$"' };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/listener/tlsContainer", schemaPath: "#/properties/listener/properties/tlsContainer/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/listener", schemaPath: "#/properties/listener/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.pool !== void 0) {
      let data11 = data.pool;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        for (const key2 in data11) {
          if (!(key2 === "protocol" || key2 === "algorithm" || key2 === "sessionPersistence")) {
            const err14 = { instancePath: instancePath + "/pool", schemaPath: "#/properties/pool/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data11.protocol !== void 0) {
          let data12 = data11.protocol;
          if (!(data12 === "HTTP" || data12 === "HTTPS" || data12 === "TCP" || data12 === "UDP" || data12 === "PROXY")) {
            const err15 = { instancePath: instancePath + "/pool/protocol", schemaPath: "#/properties/pool/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema40.properties.pool.properties.protocol.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data11.algorithm !== void 0) {
          let data13 = data11.algorithm;
          if (!(data13 === "ROUND_ROBIN" || data13 === "LEAST_CONNECTIONS" || data13 === "SOURCE_IP" || data13 === "SOURCE_IP_PORT")) {
            const err16 = { instancePath: instancePath + "/pool/algorithm", schemaPath: "#/properties/pool/properties/algorithm/enum", keyword: "enum", params: { allowedValues: schema40.properties.pool.properties.algorithm.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data11.sessionPersistence !== void 0) {
          let data14 = data11.sessionPersistence;
          if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
            if (data14.type === void 0) {
              const err17 = { instancePath: instancePath + "/pool/sessionPersistence", schemaPath: "#/properties/pool/properties/sessionPersistence/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            for (const key3 in data14) {
              if (!(key3 === "type" || key3 === "cookie")) {
                const err18 = { instancePath: instancePath + "/pool/sessionPersistence", schemaPath: "#/properties/pool/properties/sessionPersistence/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            }
            if (data14.type !== void 0) {
              let data15 = data14.type;
              if (!(data15 === "SOURCE_IP" || data15 === "HTTP_COOKIE" || data15 === "APP_COOKIE")) {
                const err19 = { instancePath: instancePath + "/pool/sessionPersistence/type", schemaPath: "#/properties/pool/properties/sessionPersistence/properties/type/enum", keyword: "enum", params: { allowedValues: schema40.properties.pool.properties.sessionPersistence.properties.type.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
            if (data14.cookie !== void 0) {
              if (!validate66(data14.cookie, { instancePath: instancePath + "/pool/sessionPersistence/cookie", parentData: data14, parentDataProperty: "cookie", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err20 = { instancePath: instancePath + "/pool/sessionPersistence", schemaPath: "#/properties/pool/properties/sessionPersistence/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
      } else {
        const err21 = { instancePath: instancePath + "/pool", schemaPath: "#/properties/pool/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.member !== void 0) {
      let data17 = data.member;
      if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
        for (const key4 in data17) {
          if (!(key4 === "port" || key4 === "subnet" || key4 === "network" || key4 === "weight")) {
            const err22 = { instancePath: instancePath + "/member", schemaPath: "#/properties/member/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data17.port !== void 0) {
          if (!validate110(data17.port, { instancePath: instancePath + "/member/port", parentData: data17, parentDataProperty: "port", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate110.errors : vErrors.concat(validate110.errors);
            errors = vErrors.length;
          }
        }
        if (data17.subnet !== void 0) {
          if (!validate66(data17.subnet, { instancePath: instancePath + "/member/subnet", parentData: data17, parentDataProperty: "subnet", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
            errors = vErrors.length;
          }
        }
        if (data17.network !== void 0) {
          if (!validate66(data17.network, { instancePath: instancePath + "/member/network", parentData: data17, parentDataProperty: "network", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
            errors = vErrors.length;
          }
        }
        if (data17.weight !== void 0) {
          let data21 = data17.weight;
          if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21)) && isFinite(data21))) {
            const err23 = { instancePath: instancePath + "/member/weight", schemaPath: "#/properties/member/properties/weight/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          if (typeof data21 == "number" && isFinite(data21)) {
            if (data21 > 256 || isNaN(data21)) {
              const err24 = { instancePath: instancePath + "/member/weight", schemaPath: "#/properties/member/properties/weight/maximum", keyword: "maximum", params: { comparison: "<=", limit: 256 }, message: "must be <= 256" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (data21 < 0 || isNaN(data21)) {
              const err25 = { instancePath: instancePath + "/member/weight", schemaPath: "#/properties/member/properties/weight/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          }
        }
      } else {
        const err26 = { instancePath: instancePath + "/member", schemaPath: "#/properties/member/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.monitor !== void 0) {
      let data22 = data.monitor;
      if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
        if (data22.type === void 0) {
          const err27 = { instancePath: instancePath + "/monitor", schemaPath: "#/properties/monitor/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        for (const key5 in data22) {
          if (!(key5 === "type" || key5 === "path" || key5 === "method" || key5 === "codes" || key5 === "delay" || key5 === "timeout" || key5 === "retries")) {
            const err28 = { instancePath: instancePath + "/monitor", schemaPath: "#/properties/monitor/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        if (data22.type !== void 0) {
          let data23 = data22.type;
          if (!(data23 === "HTTP" || data23 === "HTTPS" || data23 === "TCP" || data23 === "PING" || data23 === "UDP-CONNECT")) {
            const err29 = { instancePath: instancePath + "/monitor/type", schemaPath: "#/properties/monitor/properties/type/enum", keyword: "enum", params: { allowedValues: schema40.properties.monitor.properties.type.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data22.path !== void 0) {
          let data24 = data22.path;
          if (typeof data24 === "string") {
            if (!pattern15.test(data24)) {
              const err30 = { instancePath: instancePath + "/monitor/path", schemaPath: "#/properties/monitor/properties/path/pattern", keyword: "pattern", params: { pattern: "^/\\S{0,254}$" }, message: 'must match pattern "^/\\S{0,254}$"' };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          } else {
            const err31 = { instancePath: instancePath + "/monitor/path", schemaPath: "#/properties/monitor/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data22.method !== void 0) {
          let data25 = data22.method;
          if (!(data25 === "GET" || data25 === "HEAD" || data25 === "POST" || data25 === "PUT" || data25 === "DELETE" || data25 === "TRACE" || data25 === "OPTIONS" || data25 === "PATCH" || data25 === "CONNECT")) {
            const err32 = { instancePath: instancePath + "/monitor/method", schemaPath: "#/properties/monitor/properties/method/enum", keyword: "enum", params: { allowedValues: schema40.properties.monitor.properties.method.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data22.codes !== void 0) {
          let data26 = data22.codes;
          if (typeof data26 !== "string" && !(typeof data26 == "number" && (!(data26 % 1) && !isNaN(data26)) && isFinite(data26))) {
            const err33 = { instancePath: instancePath + "/monitor/codes", schemaPath: "#/properties/monitor/properties/codes/type", keyword: "type", params: { type: schema40.properties.monitor.properties.codes.type }, message: "must be string,integer" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
          if (typeof data26 == "number" && isFinite(data26)) {
            if (data26 > 599 || isNaN(data26)) {
              const err34 = { instancePath: instancePath + "/monitor/codes", schemaPath: "#/properties/monitor/properties/codes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            if (data26 < 100 || isNaN(data26)) {
              const err35 = { instancePath: instancePath + "/monitor/codes", schemaPath: "#/properties/monitor/properties/codes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
          }
          if (typeof data26 === "string") {
            if (!pattern16.test(data26)) {
              const err36 = { instancePath: instancePath + "/monitor/codes", schemaPath: "#/properties/monitor/properties/codes/pattern", keyword: "pattern", params: { pattern: "^[1-5][0-9]{2}(?:(?:,[1-5][0-9]{2})*|-[1-5][0-9]{2})$" }, message: 'must match pattern "^[1-5][0-9]{2}(?:(?:,[1-5][0-9]{2})*|-[1-5][0-9]{2})$"' };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
          }
        }
        if (data22.delay !== void 0) {
          if (!validate116(data22.delay, { instancePath: instancePath + "/monitor/delay", parentData: data22, parentDataProperty: "delay", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
            errors = vErrors.length;
          }
        }
        if (data22.timeout !== void 0) {
          if (!validate116(data22.timeout, { instancePath: instancePath + "/monitor/timeout", parentData: data22, parentDataProperty: "timeout", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
            errors = vErrors.length;
          }
        }
        if (data22.retries !== void 0) {
          let data29 = data22.retries;
          if (!(typeof data29 == "number" && (!(data29 % 1) && !isNaN(data29)) && isFinite(data29))) {
            const err37 = { instancePath: instancePath + "/monitor/retries", schemaPath: "#/properties/monitor/properties/retries/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
          if (typeof data29 == "number" && isFinite(data29)) {
            if (data29 > 10 || isNaN(data29)) {
              const err38 = { instancePath: instancePath + "/monitor/retries", schemaPath: "#/properties/monitor/properties/retries/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10" };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
            if (data29 < 1 || isNaN(data29)) {
              const err39 = { instancePath: instancePath + "/monitor/retries", schemaPath: "#/properties/monitor/properties/retries/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
          }
        }
      } else {
        const err40 = { instancePath: instancePath + "/monitor", schemaPath: "#/properties/monitor/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
  } else {
    const err41 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err41];
    } else {
      vErrors.push(err41);
    }
    errors++;
  }
  validate105.errors = vErrors;
  return errors === 0;
}
validate105.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema43 = { "title": "HAProxy", "description": "A backend of your own HAProxy, kept equal to the group by the command health with heal, through its Runtime API.", "type": "object", "required": ["backend", "port", "runtimeApi"], "additionalProperties": false, "properties": { "backend": { "description": "The backend's name in haproxy.cfg.", "type": "string", "pattern": "^[A-Za-z0-9_.:-]{1,63}$", "patternErrorMessage": "a backend's name: letters, digits and _ . : -" }, "port": { "description": "The port that the servers listen on.", "$ref": "#/$defs/Port" }, "runtimeApi": { "description": "Where the Runtime API listens, such as tcp://10.0.0.5:9999 or unix:///run/haproxy/admin.sock; a list for several.", "type": ["string", "array"], "pattern": "^(?:tcp://(?:\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9._-]{1,253}):[0-9]{1,5}|unix:///\\S{1,99})$", "patternErrorMessage": "tcp://HOST:PORT or unix:///PATH", "minItems": 1, "items": { "type": "string", "pattern": "^(?:tcp://(?:\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9._-]{1,253}):[0-9]{1,5}|unix:///\\S{1,99})$", "patternErrorMessage": "tcp://HOST:PORT or unix:///PATH" } }, "network": { "description": "Which of the server's networks: its name or id as in `networks`. Default: the first.", "$ref": "#/$defs/Name" } }, "examples": [{ "backend": "web", "port": 8080, "runtimeApi": "tcp://10.0.0.5:9999" }] };
var pattern18 = new RegExp("^[A-Za-z0-9_.:-]{1,63}$", "u");
var pattern19 = new RegExp("^(?:tcp://(?:\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9._-]{1,253}):[0-9]{1,5}|unix:///\\S{1,99})$", "u");
function validate120(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate120.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.backend === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "backend" }, message: "must have required property 'backend'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.port === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "port" }, message: "must have required property 'port'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.runtimeApi === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "runtimeApi" }, message: "must have required property 'runtimeApi'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "backend" || key0 === "port" || key0 === "runtimeApi" || key0 === "network")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.backend !== void 0) {
      let data0 = data.backend;
      if (typeof data0 === "string") {
        if (!pattern18.test(data0)) {
          const err4 = { instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:-]{1,63}$" }, message: 'must match pattern "^[A-Za-z0-9_.:-]{1,63}$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      if (!validate110(data.port, { instancePath: instancePath + "/port", parentData: data, parentDataProperty: "port", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate110.errors : vErrors.concat(validate110.errors);
        errors = vErrors.length;
      }
    }
    if (data.runtimeApi !== void 0) {
      let data2 = data.runtimeApi;
      if (typeof data2 !== "string" && !Array.isArray(data2)) {
        const err6 = { instancePath: instancePath + "/runtimeApi", schemaPath: "#/properties/runtimeApi/type", keyword: "type", params: { type: schema43.properties.runtimeApi.type }, message: "must be string,array" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data2 === "string") {
        if (!pattern19.test(data2)) {
          const err7 = { instancePath: instancePath + "/runtimeApi", schemaPath: "#/properties/runtimeApi/pattern", keyword: "pattern", params: { pattern: "^(?:tcp://(?:\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9._-]{1,253}):[0-9]{1,5}|unix:///\\S{1,99})$" }, message: 'must match pattern "^(?:tcp://(?:\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9._-]{1,253}):[0-9]{1,5}|unix:///\\S{1,99})$"' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          const err8 = { instancePath: instancePath + "/runtimeApi", schemaPath: "#/properties/runtimeApi/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 === "string") {
            if (!pattern19.test(data3)) {
              const err9 = { instancePath: instancePath + "/runtimeApi/" + i0, schemaPath: "#/properties/runtimeApi/items/pattern", keyword: "pattern", params: { pattern: "^(?:tcp://(?:\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9._-]{1,253}):[0-9]{1,5}|unix:///\\S{1,99})$" }, message: 'must match pattern "^(?:tcp://(?:\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9._-]{1,253}):[0-9]{1,5}|unix:///\\S{1,99})$"' };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/runtimeApi/" + i0, schemaPath: "#/properties/runtimeApi/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
      }
    }
    if (data.network !== void 0) {
      if (!validate66(data.network, { instancePath: instancePath + "/network", parentData: data, parentDataProperty: "network", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate120.errors = vErrors;
  return errors === 0;
}
validate120.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate104(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate104.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length > 1) {
      const err0 = { instancePath, schemaPath: "#/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (Object.keys(data).length < 1) {
      const err1 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "octavia" || key0 === "haproxy")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.octavia !== void 0) {
      if (!validate105(data.octavia, { instancePath: instancePath + "/octavia", parentData: data, parentDataProperty: "octavia", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
        errors = vErrors.length;
      }
    }
    if (data.haproxy !== void 0) {
      if (!validate120(data.haproxy, { instancePath: instancePath + "/haproxy", parentData: data, parentDataProperty: "haproxy", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate120.errors : vErrors.concat(validate120.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate104.errors = vErrors;
  return errors === 0;
}
validate104.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema45 = { "title": "ScalingPolicy", "description": "One change of size (exactly one of add, remove, addPercent, removePercent and setTo), and the alarm that calls for it.", "type": "object", "required": ["name"], "additionalProperties": false, "properties": { "name": { "description": "Unique in the group; part of a resource name in Heat.", "type": "string", "pattern": "^[a-zA-Z][a-zA-Z0-9_-]{0,62}$", "patternErrorMessage": "a letter, then letters, digits, _ or -, 63 characters at most", "examples": ["scale-out"] }, "metric": { "$ref": "#/$defs/Metric" }, "prometheus": { "description": "A PromQL query that yields one series, such as avg(rate(...)); the window belongs into it.", "type": "string", "pattern": "\\S", "patternErrorMessage": "a PromQL query" }, "above": { "description": "Fires when the value stays above this.", "$ref": "#/$defs/Threshold" }, "below": { "description": "Fires when the value stays below this.", "$ref": "#/$defs/Threshold" }, "for": { "description": "For so long, a multiple of the granularity. Default: two measures; three where servers go, or a value falls, by the growth of a counter such as cpu.", "$ref": "#/$defs/Duration" }, "all": { "description": "Several conditions, all of them at once; instead of metric, above, below and for.", "type": "array", "minItems": 2, "maxItems": 10, "items": { "$ref": "#/$defs/Condition" } }, "any": { "description": "Several conditions, one of them is enough.", "type": "array", "minItems": 2, "maxItems": 10, "items": { "$ref": "#/$defs/Condition" } }, "steps": { "description": "Stronger changes beyond stronger thresholds; each step is a scaling policy and an alarm of its own.", "type": "array", "minItems": 1, "maxItems": 10, "items": { "$ref": "#/$defs/ScalingStep" } }, "add": { "description": "Add so many servers.", "$ref": "#/$defs/Step" }, "remove": { "description": "Remove so many servers.", "$ref": "#/$defs/Step" }, "addPercent": { "description": "Add so many percent of the servers there are.", "type": "number", "exclusiveMinimum": 0, "maximum": 1e5 }, "removePercent": { "description": "Remove so many percent of the servers there are.", "type": "number", "exclusiveMinimum": 0, "maximum": 100 }, "setTo": { "description": "Make it exactly so many servers.", "$ref": "#/$defs/Count" }, "minStep": { "description": "With a percentage: change by at least so many servers. Default: Heat's rounding, at least one.", "$ref": "#/$defs/Step" }, "cooldown": { "description": "Instead of the group's cooldown, after this policy has acted.", "$ref": "#/$defs/Duration" }, "repeat": { "description": "true: the alarm acts again at each evaluation while it lasts. false: once, and a signal lost to the cooldown never comes back.", "type": "boolean", "default": true }, "severity": { "description": "Aodh's severity.", "enum": ["low", "moderate", "critical"], "default": "low" } }, "examples": [{ "name": "cpu-high", "metric": "cpu", "above": "80%", "for": "10m", "add": 1 }] };
var pattern21 = new RegExp("^[a-zA-Z][a-zA-Z0-9_-]{0,62}$", "u");
var schema46 = { "title": "Metric", "description": "cpu, memory, network.incoming, network.outgoing, disk.read, disk.write, or one of your own metrics in Gnocchi.", "type": ["string", "object"], "pattern": "^[^\\s].{0,254}$", "patternErrorMessage": "the name of a metric", "required": ["name"], "additionalProperties": false, "properties": { "name": { "description": "The metric's name in Gnocchi.", "$ref": "#/$defs/Name" }, "unit": { "description": "Its unit; thresholds are given in it.", "type": "string", "pattern": "^[^\\s%]{1,31}$", "patternErrorMessage": "a unit of 1 to 31 characters, such as jobs or ms" }, "resourceType": { "description": "The resource type in Gnocchi that the metric belongs to. It needs the attribute server_group.", "type": "string", "pattern": "^[a-z0-9_]{1,255}$", "patternErrorMessage": "a resource type such as instance", "default": "instance" }, "rate": { "description": "true: the metric only ever grows (a counter); what counts is how fast, per second.", "type": "boolean", "default": false }, "aggregation": { "description": "How the servers' values become the group's.", "enum": ["mean", "max", "min", "sum"], "default": "mean" }, "new": { "description": "true: the metric need not exist yet; the group's first servers will bring it.", "type": "boolean", "default": false } }, "examples": ["cpu", { "name": "queue.depth", "unit": "jobs" }] };
var pattern23 = new RegExp("^[^\\s%]{1,31}$", "u");
var pattern24 = new RegExp("^[a-z0-9_]{1,255}$", "u");
function validate128(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate128.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema46.type }, message: "must be string,object" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!pattern4.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[^\\s].{0,254}$" }, message: 'must match pattern "^[^\\s].{0,254}$"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "unit" || key0 === "resourceType" || key0 === "rate" || key0 === "aggregation" || key0 === "new")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      if (!validate66(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.unit !== void 0) {
      let data1 = data.unit;
      if (typeof data1 === "string") {
        if (!pattern23.test(data1)) {
          const err4 = { instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/pattern", keyword: "pattern", params: { pattern: "^[^\\s%]{1,31}$" }, message: 'must match pattern "^[^\\s%]{1,31}$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.resourceType !== void 0) {
      let data2 = data.resourceType;
      if (typeof data2 === "string") {
        if (!pattern24.test(data2)) {
          const err6 = { instancePath: instancePath + "/resourceType", schemaPath: "#/properties/resourceType/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9_]{1,255}$" }, message: 'must match pattern "^[a-z0-9_]{1,255}$"' };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/resourceType", schemaPath: "#/properties/resourceType/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.rate !== void 0) {
      if (typeof data.rate !== "boolean") {
        const err8 = { instancePath: instancePath + "/rate", schemaPath: "#/properties/rate/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.aggregation !== void 0) {
      let data4 = data.aggregation;
      if (!(data4 === "mean" || data4 === "max" || data4 === "min" || data4 === "sum")) {
        const err9 = { instancePath: instancePath + "/aggregation", schemaPath: "#/properties/aggregation/enum", keyword: "enum", params: { allowedValues: schema46.properties.aggregation.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.new !== void 0) {
      if (typeof data.new !== "boolean") {
        const err10 = { instancePath: instancePath + "/new", schemaPath: "#/properties/new/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  }
  validate128.errors = vErrors;
  return errors === 0;
}
validate128.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema47 = { "description": "A number with its unit: % of the flavor for cpu and memory, else such as 500MB, 20MB/s, or in the metric's own unit.", "type": ["number", "string"], "pattern": "^[0-9]{1,15}(?:\\.[0-9]{1,9})? ?(?:%|[A-Za-z][A-Za-z/]{0,30})?$", "patternErrorMessage": "a number, with % or its unit, such as 80%, 500MB or 20", "examples": ["80%"] };
var pattern26 = new RegExp("^[0-9]{1,15}(?:\\.[0-9]{1,9})? ?(?:%|[A-Za-z][A-Za-z/]{0,30})?$", "u");
function validate131(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate131.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && isFinite(data)) && typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema47.type }, message: "must be number,string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!pattern26.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,15}(?:\\.[0-9]{1,9})? ?(?:%|[A-Za-z][A-Za-z/]{0,30})?$" }, message: 'must match pattern "^[0-9]{1,15}(?:\\.[0-9]{1,9})? ?(?:%|[A-Za-z][A-Za-z/]{0,30})?$"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  validate131.errors = vErrors;
  return errors === 0;
}
validate131.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate135(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate135.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "metric" || key0 === "prometheus" || key0 === "above" || key0 === "below" || key0 === "for")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.metric !== void 0) {
      if (!validate128(data.metric, { instancePath: instancePath + "/metric", parentData: data, parentDataProperty: "metric", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate128.errors : vErrors.concat(validate128.errors);
        errors = vErrors.length;
      }
    }
    if (data.prometheus !== void 0) {
      let data1 = data.prometheus;
      if (typeof data1 === "string") {
        if (!pattern8.test(data1)) {
          const err1 = { instancePath: instancePath + "/prometheus", schemaPath: "#/properties/prometheus/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/prometheus", schemaPath: "#/properties/prometheus/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.above !== void 0) {
      if (!validate131(data.above, { instancePath: instancePath + "/above", parentData: data, parentDataProperty: "above", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
        errors = vErrors.length;
      }
    }
    if (data.below !== void 0) {
      if (!validate131(data.below, { instancePath: instancePath + "/below", parentData: data, parentDataProperty: "below", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
        errors = vErrors.length;
      }
    }
    if (data.for !== void 0) {
      if (!validate116(data.for, { instancePath: instancePath + "/for", parentData: data, parentDataProperty: "for", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate135.errors = vErrors;
  return errors === 0;
}
validate135.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate142(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate142.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "above" || key0 === "below" || key0 === "add" || key0 === "remove" || key0 === "addPercent" || key0 === "removePercent" || key0 === "setTo")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.above !== void 0) {
      if (!validate131(data.above, { instancePath: instancePath + "/above", parentData: data, parentDataProperty: "above", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
        errors = vErrors.length;
      }
    }
    if (data.below !== void 0) {
      if (!validate131(data.below, { instancePath: instancePath + "/below", parentData: data, parentDataProperty: "below", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
        errors = vErrors.length;
      }
    }
    if (data.add !== void 0) {
      if (!validate78(data.add, { instancePath: instancePath + "/add", parentData: data, parentDataProperty: "add", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
        errors = vErrors.length;
      }
    }
    if (data.remove !== void 0) {
      if (!validate78(data.remove, { instancePath: instancePath + "/remove", parentData: data, parentDataProperty: "remove", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
        errors = vErrors.length;
      }
    }
    if (data.addPercent !== void 0) {
      let data4 = data.addPercent;
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 1e5 || isNaN(data4)) {
          const err1 = { instancePath: instancePath + "/addPercent", schemaPath: "#/properties/addPercent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data4 <= 0 || isNaN(data4)) {
          const err2 = { instancePath: instancePath + "/addPercent", schemaPath: "#/properties/addPercent/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/addPercent", schemaPath: "#/properties/addPercent/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.removePercent !== void 0) {
      let data5 = data.removePercent;
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 100 || isNaN(data5)) {
          const err4 = { instancePath: instancePath + "/removePercent", schemaPath: "#/properties/removePercent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data5 <= 0 || isNaN(data5)) {
          const err5 = { instancePath: instancePath + "/removePercent", schemaPath: "#/properties/removePercent/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/removePercent", schemaPath: "#/properties/removePercent/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.setTo !== void 0) {
      if (!validate60(data.setTo, { instancePath: instancePath + "/setTo", parentData: data, parentDataProperty: "setTo", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate142.errors = vErrors;
  return errors === 0;
}
validate142.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate127(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate127.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema45.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern21.test(data0)) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-zA-Z][a-zA-Z0-9_-]{0,62}$" }, message: 'must match pattern "^[a-zA-Z][a-zA-Z0-9_-]{0,62}$"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.metric !== void 0) {
      if (!validate128(data.metric, { instancePath: instancePath + "/metric", parentData: data, parentDataProperty: "metric", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate128.errors : vErrors.concat(validate128.errors);
        errors = vErrors.length;
      }
    }
    if (data.prometheus !== void 0) {
      let data2 = data.prometheus;
      if (typeof data2 === "string") {
        if (!pattern8.test(data2)) {
          const err4 = { instancePath: instancePath + "/prometheus", schemaPath: "#/properties/prometheus/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/prometheus", schemaPath: "#/properties/prometheus/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.above !== void 0) {
      if (!validate131(data.above, { instancePath: instancePath + "/above", parentData: data, parentDataProperty: "above", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
        errors = vErrors.length;
      }
    }
    if (data.below !== void 0) {
      if (!validate131(data.below, { instancePath: instancePath + "/below", parentData: data, parentDataProperty: "below", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
        errors = vErrors.length;
      }
    }
    if (data.for !== void 0) {
      if (!validate116(data.for, { instancePath: instancePath + "/for", parentData: data, parentDataProperty: "for", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
    if (data.all !== void 0) {
      let data6 = data.all;
      if (Array.isArray(data6)) {
        if (data6.length > 10) {
          const err6 = { instancePath: instancePath + "/all", schemaPath: "#/properties/all/maxItems", keyword: "maxItems", params: { limit: 10 }, message: "must NOT have more than 10 items" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data6.length < 2) {
          const err7 = { instancePath: instancePath + "/all", schemaPath: "#/properties/all/minItems", keyword: "minItems", params: { limit: 2 }, message: "must NOT have fewer than 2 items" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate135(data6[i0], { instancePath: instancePath + "/all/" + i0, parentData: data6, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/all", schemaPath: "#/properties/all/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.any !== void 0) {
      let data8 = data.any;
      if (Array.isArray(data8)) {
        if (data8.length > 10) {
          const err9 = { instancePath: instancePath + "/any", schemaPath: "#/properties/any/maxItems", keyword: "maxItems", params: { limit: 10 }, message: "must NOT have more than 10 items" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data8.length < 2) {
          const err10 = { instancePath: instancePath + "/any", schemaPath: "#/properties/any/minItems", keyword: "minItems", params: { limit: 2 }, message: "must NOT have fewer than 2 items" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        const len1 = data8.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate135(data8[i1], { instancePath: instancePath + "/any/" + i1, parentData: data8, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/any", schemaPath: "#/properties/any/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.steps !== void 0) {
      let data10 = data.steps;
      if (Array.isArray(data10)) {
        if (data10.length > 10) {
          const err12 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/maxItems", keyword: "maxItems", params: { limit: 10 }, message: "must NOT have more than 10 items" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data10.length < 1) {
          const err13 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        const len2 = data10.length;
        for (let i2 = 0; i2 < len2; i2++) {
          if (!validate142(data10[i2], { instancePath: instancePath + "/steps/" + i2, parentData: data10, parentDataProperty: i2, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate142.errors : vErrors.concat(validate142.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.add !== void 0) {
      if (!validate78(data.add, { instancePath: instancePath + "/add", parentData: data, parentDataProperty: "add", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
        errors = vErrors.length;
      }
    }
    if (data.remove !== void 0) {
      if (!validate78(data.remove, { instancePath: instancePath + "/remove", parentData: data, parentDataProperty: "remove", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
        errors = vErrors.length;
      }
    }
    if (data.addPercent !== void 0) {
      let data14 = data.addPercent;
      if (typeof data14 == "number" && isFinite(data14)) {
        if (data14 > 1e5 || isNaN(data14)) {
          const err15 = { instancePath: instancePath + "/addPercent", schemaPath: "#/properties/addPercent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data14 <= 0 || isNaN(data14)) {
          const err16 = { instancePath: instancePath + "/addPercent", schemaPath: "#/properties/addPercent/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/addPercent", schemaPath: "#/properties/addPercent/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.removePercent !== void 0) {
      let data15 = data.removePercent;
      if (typeof data15 == "number" && isFinite(data15)) {
        if (data15 > 100 || isNaN(data15)) {
          const err18 = { instancePath: instancePath + "/removePercent", schemaPath: "#/properties/removePercent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        if (data15 <= 0 || isNaN(data15)) {
          const err19 = { instancePath: instancePath + "/removePercent", schemaPath: "#/properties/removePercent/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      } else {
        const err20 = { instancePath: instancePath + "/removePercent", schemaPath: "#/properties/removePercent/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.setTo !== void 0) {
      if (!validate60(data.setTo, { instancePath: instancePath + "/setTo", parentData: data, parentDataProperty: "setTo", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
        errors = vErrors.length;
      }
    }
    if (data.minStep !== void 0) {
      if (!validate78(data.minStep, { instancePath: instancePath + "/minStep", parentData: data, parentDataProperty: "minStep", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
        errors = vErrors.length;
      }
    }
    if (data.cooldown !== void 0) {
      if (!validate116(data.cooldown, { instancePath: instancePath + "/cooldown", parentData: data, parentDataProperty: "cooldown", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
    if (data.repeat !== void 0) {
      if (typeof data.repeat !== "boolean") {
        const err21 = { instancePath: instancePath + "/repeat", schemaPath: "#/properties/repeat/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.severity !== void 0) {
      let data20 = data.severity;
      if (!(data20 === "low" || data20 === "moderate" || data20 === "critical")) {
        const err22 = { instancePath: instancePath + "/severity", schemaPath: "#/properties/severity/enum", keyword: "enum", params: { allowedValues: schema45.properties.severity.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
  } else {
    const err23 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err23];
    } else {
      vErrors.push(err23);
    }
    errors++;
  }
  validate127.errors = vErrors;
  return errors === 0;
}
validate127.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate156(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate156.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.metric === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metric" }, message: "must have required property 'metric'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.value === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "value" }, message: "must have required property 'value'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "metric" || key0 === "value" || key0 === "for")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.metric !== void 0) {
      if (!validate128(data.metric, { instancePath: instancePath + "/metric", parentData: data, parentDataProperty: "metric", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate128.errors : vErrors.concat(validate128.errors);
        errors = vErrors.length;
      }
    }
    if (data.value !== void 0) {
      if (!validate131(data.value, { instancePath: instancePath + "/value", parentData: data, parentDataProperty: "value", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
        errors = vErrors.length;
      }
    }
    if (data.for !== void 0) {
      if (!validate116(data.for, { instancePath: instancePath + "/for", parentData: data, parentDataProperty: "for", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate156.errors = vErrors;
  return errors === 0;
}
validate156.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern29 = new RegExp("^\\S+(?: +\\S+){4}$", "u");
var pattern30 = new RegExp("^[A-Za-z0-9_+/-]{1,64}$", "u");
function validate161(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate161.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.cron === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "cron" }, message: "must have required property 'cron'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.for === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "for" }, message: "must have required property 'for'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.size === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "size" }, message: "must have required property 'size'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "cron" || key0 === "timezone" || key0 === "for" || key0 === "size")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern21.test(data0)) {
          const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-zA-Z][a-zA-Z0-9_-]{0,62}$" }, message: 'must match pattern "^[a-zA-Z][a-zA-Z0-9_-]{0,62}$"' };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.cron !== void 0) {
      let data1 = data.cron;
      if (typeof data1 === "string") {
        if (!pattern29.test(data1)) {
          const err7 = { instancePath: instancePath + "/cron", schemaPath: "#/properties/cron/pattern", keyword: "pattern", params: { pattern: "^\\S+(?: +\\S+){4}$" }, message: 'must match pattern "^\\S+(?: +\\S+){4}$"' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/cron", schemaPath: "#/properties/cron/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.timezone !== void 0) {
      let data2 = data.timezone;
      if (typeof data2 === "string") {
        if (!pattern30.test(data2)) {
          const err9 = { instancePath: instancePath + "/timezone", schemaPath: "#/properties/timezone/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+/-]{1,64}$" }, message: 'must match pattern "^[A-Za-z0-9_+/-]{1,64}$"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/timezone", schemaPath: "#/properties/timezone/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.for !== void 0) {
      if (!validate116(data.for, { instancePath: instancePath + "/for", parentData: data, parentDataProperty: "for", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
    if (data.size !== void 0) {
      let data4 = data.size;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (Object.keys(data4).length < 1) {
          const err11 = { instancePath: instancePath + "/size", schemaPath: "#/properties/size/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        for (const key1 in data4) {
          if (!(key1 === "min" || key1 === "max")) {
            const err12 = { instancePath: instancePath + "/size", schemaPath: "#/properties/size/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data4.min !== void 0) {
          if (!validate60(data4.min, { instancePath: instancePath + "/size/min", parentData: data4, parentDataProperty: "min", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
            errors = vErrors.length;
          }
        }
        if (data4.max !== void 0) {
          if (!validate60(data4.max, { instancePath: instancePath + "/size/max", parentData: data4, parentDataProperty: "max", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/size", schemaPath: "#/properties/size/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err14];
    } else {
      vErrors.push(err14);
    }
    errors++;
  }
  validate161.errors = vErrors;
  return errors === 0;
}
validate161.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate125(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate125.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "cooldown" || key0 === "policies" || key0 === "granularity" || key0 === "target" || key0 === "schedules" || key0 === "paused")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.cooldown !== void 0) {
      if (!validate116(data.cooldown, { instancePath: instancePath + "/cooldown", parentData: data, parentDataProperty: "cooldown", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
    if (data.policies !== void 0) {
      let data1 = data.policies;
      if (Array.isArray(data1)) {
        if (data1.length > 50) {
          const err1 = { instancePath: instancePath + "/policies", schemaPath: "#/properties/policies/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate127(data1[i0], { instancePath: instancePath + "/policies/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate127.errors : vErrors.concat(validate127.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err2 = { instancePath: instancePath + "/policies", schemaPath: "#/properties/policies/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.granularity !== void 0) {
      if (!validate116(data.granularity, { instancePath: instancePath + "/granularity", parentData: data, parentDataProperty: "granularity", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
    if (data.target !== void 0) {
      if (!validate156(data.target, { instancePath: instancePath + "/target", parentData: data, parentDataProperty: "target", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate156.errors : vErrors.concat(validate156.errors);
        errors = vErrors.length;
      }
    }
    if (data.schedules !== void 0) {
      let data5 = data.schedules;
      if (Array.isArray(data5)) {
        if (data5.length > 16) {
          const err3 = { instancePath: instancePath + "/schedules", schemaPath: "#/properties/schedules/maxItems", keyword: "maxItems", params: { limit: 16 }, message: "must NOT have more than 16 items" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        const len1 = data5.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate161(data5[i1], { instancePath: instancePath + "/schedules/" + i1, parentData: data5, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate161.errors : vErrors.concat(validate161.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/schedules", schemaPath: "#/properties/schedules/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.paused !== void 0) {
      if (typeof data.paused !== "boolean") {
        const err5 = { instancePath: instancePath + "/paused", schemaPath: "#/properties/paused/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate125.errors = vErrors;
  return errors === 0;
}
validate125.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema53 = { "title": "HealthCheck", "description": "server (Nova runs it), loadBalancer (Octavia sends it requests), http or tcp (the runner asks it).", "type": ["string", "object"], "pattern": "^(?:server|loadBalancer)$", "patternErrorMessage": "server, loadBalancer, or a mapping with http or tcp", "minProperties": 1, "maxProperties": 1, "additionalProperties": false, "properties": { "http": { "$ref": "#/$defs/HttpCheck" }, "tcp": { "$ref": "#/$defs/TcpCheck" } }, "examples": ["server", { "http": { "port": 8080, "path": "/healthz" } }] };
var pattern31 = new RegExp("^(?:server|loadBalancer)$", "u");
var schema54 = { "title": "HttpCheck", "description": "A GET by plain HTTP, from where the command runs; redirects are not followed.", "type": "object", "required": ["port"], "additionalProperties": false, "properties": { "port": { "description": "The port that is asked.", "$ref": "#/$defs/Port" }, "path": { "description": "The path that is asked for.", "type": "string", "pattern": "^/[!-~]{0,1023}$", "patternErrorMessage": "a path such as /healthz: / and visible ASCII characters, no spaces", "default": "/" }, "status": { "description": "The answers that are well: one status, or several such as 200,204 or 200-299.", "type": ["integer", "string"], "minimum": 100, "maximum": 599, "pattern": "^[1-5][0-9]{2}(?:-[1-5][0-9]{2})?(?:, ?[1-5][0-9]{2}(?:-[1-5][0-9]{2})?){0,9}$", "patternErrorMessage": "a status such as 200, or several such as 200,204 or 200-299", "default": "200-299" }, "timeout": { "description": "An answer later than this is none; 1s to 60s.", "default": "5s", "$ref": "#/$defs/Duration" }, "address": { "description": "Which address of the server is asked: the name of one of its networks, or floating. Default: the first of server.networks.", "$ref": "#/$defs/Name" } }, "examples": [{ "port": 8080, "path": "/healthz", "status": "200,204", "timeout": "5s" }] };
var pattern32 = new RegExp("^/[!-~]{0,1023}$", "u");
var pattern33 = new RegExp("^[1-5][0-9]{2}(?:-[1-5][0-9]{2})?(?:, ?[1-5][0-9]{2}(?:-[1-5][0-9]{2})?){0,9}$", "u");
function validate169(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate169.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.port === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "port" }, message: "must have required property 'port'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "port" || key0 === "path" || key0 === "status" || key0 === "timeout" || key0 === "address")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      if (!validate110(data.port, { instancePath: instancePath + "/port", parentData: data, parentDataProperty: "port", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate110.errors : vErrors.concat(validate110.errors);
        errors = vErrors.length;
      }
    }
    if (data.path !== void 0) {
      let data1 = data.path;
      if (typeof data1 === "string") {
        if (!pattern32.test(data1)) {
          const err2 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "^/[!-~]{0,1023}$" }, message: 'must match pattern "^/[!-~]{0,1023}$"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.status !== void 0) {
      let data2 = data.status;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2)) && typeof data2 !== "string") {
        const err4 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: schema54.properties.status.type }, message: "must be integer,string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 599 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data2 < 100 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
      if (typeof data2 === "string") {
        if (!pattern33.test(data2)) {
          const err7 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/pattern", keyword: "pattern", params: { pattern: "^[1-5][0-9]{2}(?:-[1-5][0-9]{2})?(?:, ?[1-5][0-9]{2}(?:-[1-5][0-9]{2})?){0,9}$" }, message: 'must match pattern "^[1-5][0-9]{2}(?:-[1-5][0-9]{2})?(?:, ?[1-5][0-9]{2}(?:-[1-5][0-9]{2})?){0,9}$"' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
    if (data.timeout !== void 0) {
      if (!validate116(data.timeout, { instancePath: instancePath + "/timeout", parentData: data, parentDataProperty: "timeout", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
    if (data.address !== void 0) {
      if (!validate66(data.address, { instancePath: instancePath + "/address", parentData: data, parentDataProperty: "address", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate169.errors = vErrors;
  return errors === 0;
}
validate169.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate174(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate174.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.port === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "port" }, message: "must have required property 'port'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "port" || key0 === "timeout" || key0 === "address")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      if (!validate110(data.port, { instancePath: instancePath + "/port", parentData: data, parentDataProperty: "port", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate110.errors : vErrors.concat(validate110.errors);
        errors = vErrors.length;
      }
    }
    if (data.timeout !== void 0) {
      if (!validate116(data.timeout, { instancePath: instancePath + "/timeout", parentData: data, parentDataProperty: "timeout", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
    if (data.address !== void 0) {
      if (!validate66(data.address, { instancePath: instancePath + "/address", parentData: data, parentDataProperty: "address", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate174.errors = vErrors;
  return errors === 0;
}
validate174.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate168(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate168.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema53.type }, message: "must be string,object" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!pattern31.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:server|loadBalancer)$" }, message: 'must match pattern "^(?:server|loadBalancer)$"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length > 1) {
      const err2 = { instancePath, schemaPath: "#/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (Object.keys(data).length < 1) {
      const err3 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "http" || key0 === "tcp")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.http !== void 0) {
      if (!validate169(data.http, { instancePath: instancePath + "/http", parentData: data, parentDataProperty: "http", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate169.errors : vErrors.concat(validate169.errors);
        errors = vErrors.length;
      }
    }
    if (data.tcp !== void 0) {
      if (!validate174(data.tcp, { instancePath: instancePath + "/tcp", parentData: data, parentDataProperty: "tcp", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate174.errors : vErrors.concat(validate174.errors);
        errors = vErrors.length;
      }
    }
  }
  validate168.errors = vErrors;
  return errors === 0;
}
validate168.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate181(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate181.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "failed" || key0 === "of" || key0 === "interval")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.failed !== void 0) {
      let data0 = data.failed;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/failed", schemaPath: "#/properties/failed/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 20 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/failed", schemaPath: "#/properties/failed/maximum", keyword: "maximum", params: { comparison: "<=", limit: 20 }, message: "must be <= 20" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/failed", schemaPath: "#/properties/failed/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    }
    if (data.of !== void 0) {
      let data1 = data.of;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err4 = { instancePath: instancePath + "/of", schemaPath: "#/properties/of/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 20 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/of", schemaPath: "#/properties/of/maximum", keyword: "maximum", params: { comparison: "<=", limit: 20 }, message: "must be <= 20" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err6 = { instancePath: instancePath + "/of", schemaPath: "#/properties/of/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
    if (data.interval !== void 0) {
      if (!validate116(data.interval, { instancePath: instancePath + "/interval", parentData: data, parentDataProperty: "interval", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate181.errors = vErrors;
  return errors === 0;
}
validate181.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern34 = new RegExp("^(?:100|[1-9]?[0-9])%$", "u");
function validate184(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate184.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "maxUnavailable" || key0 === "perHour" || key0 === "brake")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.maxUnavailable !== void 0) {
      let data0 = data.maxUnavailable;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/maxUnavailable", schemaPath: "#/properties/maxUnavailable/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 1e3 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/maxUnavailable", schemaPath: "#/properties/maxUnavailable/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/maxUnavailable", schemaPath: "#/properties/maxUnavailable/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    }
    if (data.perHour !== void 0) {
      let data1 = data.perHour;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err4 = { instancePath: instancePath + "/perHour", schemaPath: "#/properties/perHour/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 1e5 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/perHour", schemaPath: "#/properties/perHour/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err6 = { instancePath: instancePath + "/perHour", schemaPath: "#/properties/perHour/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
    if (data.brake !== void 0) {
      let data2 = data.brake;
      if (typeof data2 === "string") {
        if (!pattern34.test(data2)) {
          const err7 = { instancePath: instancePath + "/brake", schemaPath: "#/properties/brake/pattern", keyword: "pattern", params: { pattern: "^(?:100|[1-9]?[0-9])%$" }, message: 'must match pattern "^(?:100|[1-9]?[0-9])%$"' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/brake", schemaPath: "#/properties/brake/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate184.errors = vErrors;
  return errors === 0;
}
validate184.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate167(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate167.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "checks" || key0 === "gracePeriod" || key0 === "samples" || key0 === "replace")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.checks !== void 0) {
      let data0 = data.checks;
      if (Array.isArray(data0)) {
        if (data0.length > 10) {
          const err1 = { instancePath: instancePath + "/checks", schemaPath: "#/properties/checks/maxItems", keyword: "maxItems", params: { limit: 10 }, message: "must NOT have more than 10 items" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data0.length < 1) {
          const err2 = { instancePath: instancePath + "/checks", schemaPath: "#/properties/checks/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate168(data0[i0], { instancePath: instancePath + "/checks/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate168.errors : vErrors.concat(validate168.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/checks", schemaPath: "#/properties/checks/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.gracePeriod !== void 0) {
      if (!validate116(data.gracePeriod, { instancePath: instancePath + "/gracePeriod", parentData: data, parentDataProperty: "gracePeriod", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
    if (data.samples !== void 0) {
      if (!validate181(data.samples, { instancePath: instancePath + "/samples", parentData: data, parentDataProperty: "samples", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate181.errors : vErrors.concat(validate181.errors);
        errors = vErrors.length;
      }
    }
    if (data.replace !== void 0) {
      if (!validate184(data.replace, { instancePath: instancePath + "/replace", parentData: data, parentDataProperty: "replace", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate184.errors : vErrors.concat(validate184.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate167.errors = vErrors;
  return errors === 0;
}
validate167.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema58 = { "title": "Rollout", "description": "How servers are exchanged when their image, flavor or configuration changes.", "type": "object", "additionalProperties": false, "properties": { "maxBatch": { "description": "So many servers at a time. A replaced server is built before the old one goes.", "type": "integer", "minimum": 1, "maximum": 1e5, "default": 1 }, "minInService": { "description": "Keep so many members in service while a batch is under way, with extra members when it needs them. Behind a load balancer, or with drain or ready, the old server serves until the new one does, so none are needed. Default 0: no extra members.", "default": 0, "$ref": "#/$defs/Count" }, "pause": { "description": "Wait between batches.", "default": "0s", "$ref": "#/$defs/Duration" }, "imageChange": { "description": "replace: a new server, then the old one goes; behind a load balancer, or with drain or ready, it serves until then, else Heat takes it off its networks first. rebuild: the same server is reinstalled in place and is down meanwhile; its user data is not sent again.", "enum": ["replace", "rebuild"], "default": "replace" }, "flavorChange": { "description": "replace: a new server, then the old one goes. resize: the same server is resized in place and is down meanwhile.", "enum": ["replace", "resize"], "default": "replace" }, "ready": { "title": "Ready", "description": "A new server counts as there (and joins the load balancer, and lets the next batch begin) only when it says so itself.", "type": "object", "additionalProperties": false, "properties": { "timeout": { "default": "10m", "description": "After so long without its word the rollout stops; the old servers stay.", "$ref": "#/$defs/Duration" }, "check": { "description": "A shell command, run on the server until it succeeds; then the server says that it is ready. Default: as soon as cloud-init has done the rest.", "type": "string", "pattern": "\\S", "patternErrorMessage": "a shell command" } }, "examples": [{ "timeout": "10m", "check": "curl -fs http://localhost/healthz" }] }, "drain": { "description": "A server that goes leaves the load balancer first, and runs on for so long. Default: 30s behind a load balancer, else 0s.", "$ref": "#/$defs/Duration" } } };
function validate187(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate187.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "maxBatch" || key0 === "minInService" || key0 === "pause" || key0 === "imageChange" || key0 === "flavorChange" || key0 === "ready" || key0 === "drain")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.maxBatch !== void 0) {
      let data0 = data.maxBatch;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/maxBatch", schemaPath: "#/properties/maxBatch/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 1e5 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/maxBatch", schemaPath: "#/properties/maxBatch/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/maxBatch", schemaPath: "#/properties/maxBatch/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    }
    if (data.minInService !== void 0) {
      if (!validate60(data.minInService, { instancePath: instancePath + "/minInService", parentData: data, parentDataProperty: "minInService", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
        errors = vErrors.length;
      }
    }
    if (data.pause !== void 0) {
      if (!validate116(data.pause, { instancePath: instancePath + "/pause", parentData: data, parentDataProperty: "pause", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
    if (data.imageChange !== void 0) {
      let data3 = data.imageChange;
      if (!(data3 === "replace" || data3 === "rebuild")) {
        const err4 = { instancePath: instancePath + "/imageChange", schemaPath: "#/properties/imageChange/enum", keyword: "enum", params: { allowedValues: schema58.properties.imageChange.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.flavorChange !== void 0) {
      let data4 = data.flavorChange;
      if (!(data4 === "replace" || data4 === "resize")) {
        const err5 = { instancePath: instancePath + "/flavorChange", schemaPath: "#/properties/flavorChange/enum", keyword: "enum", params: { allowedValues: schema58.properties.flavorChange.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.ready !== void 0) {
      let data5 = data.ready;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key1 in data5) {
          if (!(key1 === "timeout" || key1 === "check")) {
            const err6 = { instancePath: instancePath + "/ready", schemaPath: "#/properties/ready/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data5.timeout !== void 0) {
          if (!validate116(data5.timeout, { instancePath: instancePath + "/ready/timeout", parentData: data5, parentDataProperty: "timeout", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
            errors = vErrors.length;
          }
        }
        if (data5.check !== void 0) {
          let data7 = data5.check;
          if (typeof data7 === "string") {
            if (!pattern8.test(data7)) {
              const err7 = { instancePath: instancePath + "/ready/check", schemaPath: "#/properties/ready/properties/check/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/ready/check", schemaPath: "#/properties/ready/properties/check/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/ready", schemaPath: "#/properties/ready/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.drain !== void 0) {
      if (!validate116(data.drain, { instancePath: instancePath + "/drain", parentData: data, parentDataProperty: "drain", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate187.errors = vErrors;
  return errors === 0;
}
validate187.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate193(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate193.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && !(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema42.type }, message: "must be string,integer" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 2147483647 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 }, message: "must be <= 2147483647" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  if (typeof data === "string") {
    if (!pattern17.test(data)) {
      const err3 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,6}[smh]$" }, message: 'must match pattern "^[0-9]{1,6}[smh]$"' };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  }
  validate193.errors = vErrors;
  return errors === 0;
}
validate193.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema60 = { "title": "Budget", "description": "What the group may cost; held against the price list that `.thermostat.yaml` names.", "type": "object", "additionalProperties": false, "required": ["monthly"], "properties": { "monthly": { "description": "The most that a month of 730 hours at the largest size may cost, in the currency of the price list.", "type": "number", "exclusiveMinimum": 0, "maximum": 1e12, "examples": [400] }, "severity": { "description": "`error` refuses what costs more, `warn` shows it.", "enum": ["error", "warn"], "default": "error" } } };
function validate195(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate195.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.monthly === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "monthly" }, message: "must have required property 'monthly'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "monthly" || key0 === "severity")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.monthly !== void 0) {
      let data0 = data.monthly;
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 1e12 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/monthly", schemaPath: "#/properties/monthly/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e12 }, message: "must be <= 1000000000000" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0 <= 0 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/monthly", schemaPath: "#/properties/monthly/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/monthly", schemaPath: "#/properties/monthly/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.severity !== void 0) {
      let data1 = data.severity;
      if (!(data1 === "error" || data1 === "warn")) {
        const err5 = { instancePath: instancePath + "/severity", schemaPath: "#/properties/severity/enum", keyword: "enum", params: { allowedValues: schema60.properties.severity.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate195.errors = vErrors;
  return errors === 0;
}
validate195.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern9 = new RegExp("^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,59}$", "u");
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate58.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.size === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "size" }, message: "must have required property 'size'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.server === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "server" }, message: "must have required property 'server'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema23.properties, key0)) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.size !== void 0) {
      if (!validate59(data.size, { instancePath: instancePath + "/size", parentData: data, parentDataProperty: "size", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
        errors = vErrors.length;
      }
    }
    if (data.server !== void 0) {
      if (!validate65(data.server, { instancePath: instancePath + "/server", parentData: data, parentDataProperty: "server", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
        errors = vErrors.length;
      }
    }
    if (data.zones !== void 0) {
      let data2 = data.zones;
      if (Array.isArray(data2)) {
        if (data2.length > 20) {
          const err3 = { instancePath: instancePath + "/zones", schemaPath: "#/properties/zones/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data2.length < 1) {
          const err4 = { instancePath: instancePath + "/zones", schemaPath: "#/properties/zones/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 === "string") {
            if (!pattern9.test(data3)) {
              const err5 = { instancePath: instancePath + "/zones/" + i0, schemaPath: "#/properties/zones/items/pattern", keyword: "pattern", params: { pattern: "^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,59}$" }, message: 'must match pattern "^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,59}$"' };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          } else {
            const err6 = { instancePath: instancePath + "/zones/" + i0, schemaPath: "#/properties/zones/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        let i1 = data2.length;
        let j0;
        if (i1 > 1) {
          const indices0 = {};
          for (; i1--; ) {
            let item0 = data2[i1];
            if (typeof item0 !== "string") {
              continue;
            }
            if (typeof indices0[item0] == "number") {
              j0 = indices0[item0];
              const err7 = { instancePath: instancePath + "/zones", schemaPath: "#/properties/zones/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
              break;
            }
            indices0[item0] = i1;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/zones", schemaPath: "#/properties/zones/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.securityGroup !== void 0) {
      if (!validate100(data.securityGroup, { instancePath: instancePath + "/securityGroup", parentData: data, parentDataProperty: "securityGroup", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
        errors = vErrors.length;
      }
    }
    if (data.loadBalancer !== void 0) {
      if (!validate104(data.loadBalancer, { instancePath: instancePath + "/loadBalancer", parentData: data, parentDataProperty: "loadBalancer", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate104.errors : vErrors.concat(validate104.errors);
        errors = vErrors.length;
      }
    }
    if (data.scaling !== void 0) {
      if (!validate125(data.scaling, { instancePath: instancePath + "/scaling", parentData: data, parentDataProperty: "scaling", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
        errors = vErrors.length;
      }
    }
    if (data.health !== void 0) {
      if (!validate167(data.health, { instancePath: instancePath + "/health", parentData: data, parentDataProperty: "health", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate167.errors : vErrors.concat(validate167.errors);
        errors = vErrors.length;
      }
    }
    if (data.rollout !== void 0) {
      if (!validate187(data.rollout, { instancePath: instancePath + "/rollout", parentData: data, parentDataProperty: "rollout", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate187.errors : vErrors.concat(validate187.errors);
        errors = vErrors.length;
      }
    }
    if (data.timeout !== void 0) {
      if (!validate193(data.timeout, { instancePath: instancePath + "/timeout", parentData: data, parentDataProperty: "timeout", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate193.errors : vErrors.concat(validate193.errors);
        errors = vErrors.length;
      }
    }
    if (data.budget !== void 0) {
      if (!validate195(data.budget, { instancePath: instancePath + "/budget", parentData: data, parentDataProperty: "budget", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate195.errors : vErrors.concat(validate195.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate58.errors = vErrors;
  return errors === 0;
}
validate58.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate235(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate235.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.metadata === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.spec === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      if ("thermostat/v1" !== data.apiVersion) {
        const err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "thermostat/v1" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      if ("AutoScalingGroup" !== data.kind) {
        const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "AutoScalingGroup" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      if (!validate54(data.metadata, { instancePath: instancePath + "/metadata", parentData: data, parentDataProperty: "metadata", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
        errors = vErrors.length;
      }
    }
    if (data.spec !== void 0) {
      if (!validate58(data.spec, { instancePath: instancePath + "/spec", parentData: data, parentDataProperty: "spec", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate235.errors = vErrors;
  return errors === 0;
}
validate235.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateHeatStack = validate238;
var schema62 = { "title": "Stack", "description": "The template with what belongs to it; paths are relative to the spec file.", "type": "object", "required": ["template"], "additionalProperties": false, "properties": { "template": { "description": "Path of the template, or the template itself.", "type": ["string", "object"], "pattern": "\\S", "patternErrorMessage": "a path relative to the spec file, or the template itself", "examples": ["shop.hot.yaml"] }, "environment": { "description": "Path of an environment file, a list of paths (later ones win), or the environment itself.", "type": ["string", "array", "object"], "pattern": "\\S", "patternErrorMessage": "a path relative to the spec file", "items": { "$ref": "#/$defs/Path" }, "examples": ["production.env.yaml", ["base.env.yaml", "production.env.yaml"]] }, "parameters": { "description": "Parameters of the template; they win over those of the environment.", "type": "object", "default": {}, "examples": [{ "flavor": "m1.small" }] }, "files": { "description": "Further files that the stack needs, besides those its templates name with get_file or type.", "type": "array", "default": [], "items": { "$ref": "#/$defs/Path" } }, "timeout": { "$ref": "#/$defs/Timeout" } } };
function validate201(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate201.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.template === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "template" }, message: "must have required property 'template'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "template" || key0 === "environment" || key0 === "parameters" || key0 === "files" || key0 === "timeout")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.template !== void 0) {
      let data0 = data.template;
      if (typeof data0 !== "string" && !(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        const err2 = { instancePath: instancePath + "/template", schemaPath: "#/properties/template/type", keyword: "type", params: { type: schema62.properties.template.type }, message: "must be string,object" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (typeof data0 === "string") {
        if (!pattern8.test(data0)) {
          const err3 = { instancePath: instancePath + "/template", schemaPath: "#/properties/template/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    }
    if (data.environment !== void 0) {
      let data1 = data.environment;
      if ((!data1 || typeof data1 != "object") && typeof data1 !== "string") {
        const err4 = { instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/type", keyword: "type", params: { type: schema62.properties.environment.type }, message: "must be string,array,object" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data1 === "string") {
        if (!pattern8.test(data1)) {
          const err5 = { instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate89(data1[i0], { instancePath: instancePath + "/environment/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
            errors = vErrors.length;
          }
        }
      }
    }
    if (data.parameters !== void 0) {
      let data3 = data.parameters;
      if (!(data3 && typeof data3 == "object" && !Array.isArray(data3))) {
        const err6 = { instancePath: instancePath + "/parameters", schemaPath: "#/properties/parameters/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.files !== void 0) {
      let data4 = data.files;
      if (Array.isArray(data4)) {
        const len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate89(data4[i1], { instancePath: instancePath + "/files/" + i1, parentData: data4, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.timeout !== void 0) {
      if (!validate193(data.timeout, { instancePath: instancePath + "/timeout", parentData: data, parentDataProperty: "timeout", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate193.errors : vErrors.concat(validate193.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate201.errors = vErrors;
  return errors === 0;
}
validate201.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate238(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate238.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.metadata === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.spec === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      if ("thermostat/v1" !== data.apiVersion) {
        const err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "thermostat/v1" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      if ("HeatStack" !== data.kind) {
        const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "HeatStack" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      if (!validate54(data.metadata, { instancePath: instancePath + "/metadata", parentData: data, parentDataProperty: "metadata", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
        errors = vErrors.length;
      }
    }
    if (data.spec !== void 0) {
      if (!validate201(data.spec, { instancePath: instancePath + "/spec", parentData: data, parentDataProperty: "spec", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate201.errors : vErrors.concat(validate201.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate238.errors = vErrors;
  return errors === 0;
}
validate238.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateDeleted = validate241;
function validate241(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate241.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.metadata === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      if ("thermostat/v1" !== data.apiVersion) {
        const err4 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "thermostat/v1" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      if ("Deleted" !== data.kind) {
        const err5 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Deleted" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data2 = data.metadata;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.name === void 0) {
          const err6 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!(key1 === "name")) {
            const err7 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data2.name !== void 0) {
          if (!validate55(data2.name, { instancePath: instancePath + "/metadata/name", parentData: data2, parentDataProperty: "name", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate241.errors = vErrors;
  return errors === 0;
}
validate241.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateSettings = validate243;
function validate211(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate211.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "maxDeletions")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.maxDeletions !== void 0) {
      let data0 = data.maxDeletions;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/maxDeletions", schemaPath: "#/properties/maxDeletions/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 1e3 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/maxDeletions", schemaPath: "#/properties/maxDeletions/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0 < 0 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/maxDeletions", schemaPath: "#/properties/maxDeletions/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate211.errors = vErrors;
  return errors === 0;
}
validate211.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern39 = new RegExp("^[A-Za-z0-9_.*-]{1,255}$", "u");
var pattern40 = new RegExp("^[^\\x00-\\x1f]*[^*\\s\\x00-\\x1f][^\\x00-\\x1f]*$", "u");
var pattern42 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
var func4 = require_ucs2length().default;
function validate213(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate213.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.group === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "group" }, message: "must have required property 'group'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.path === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.reason === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.expires === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "expires" }, message: "must have required property 'expires'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "group" || key0 === "path" || key0 === "reason" || key0 === "expires")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.group !== void 0) {
      let data0 = data.group;
      if (typeof data0 === "string") {
        if (!pattern39.test(data0)) {
          const err5 = { instancePath: instancePath + "/group", schemaPath: "#/properties/group/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.*-]{1,255}$" }, message: 'must match pattern "^[A-Za-z0-9_.*-]{1,255}$"' };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/group", schemaPath: "#/properties/group/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      let data1 = data.path;
      if (typeof data1 === "string") {
        if (func4(data1) > 500) {
          const err7 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (func4(data1) < 1) {
          const err8 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (!pattern40.test(data1)) {
          const err9 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "^[^\\x00-\\x1f]*[^*\\s\\x00-\\x1f][^\\x00-\\x1f]*$" }, message: 'must match pattern "^[^\\x00-\\x1f]*[^*\\s\\x00-\\x1f][^\\x00-\\x1f]*$"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data2 = data.reason;
      if (typeof data2 === "string") {
        if (!pattern8.test(data2)) {
          const err11 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.expires !== void 0) {
      let data3 = data.expires;
      if (typeof data3 === "string") {
        if (!pattern42.test(data3)) {
          const err13 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"' };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate213.errors = vErrors;
  return errors === 0;
}
validate213.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema67 = { "title": "GuardrailSettings", "description": "Which guardrails hold.", "type": "object", "additionalProperties": false, "properties": { "packs": { "description": "Packs that ship with Thermostat, see docs/guardrails.md.", "type": "array", "default": [], "items": { "description": "A pack.", "enum": ["baseline", "production", "cost"] } }, "files": { "description": "Globs of your own guardrails; every document in these files is one.", "type": "array", "maxItems": 100, "default": ["policies/**/*.yaml", "policies/**/*.yml"], "items": { "description": "A glob relative to this file.", "type": "string", "pattern": "\\S", "patternErrorMessage": "a glob such as policies/**/*.yaml" } }, "overrides": { "description": "What holds otherwise here.", "type": "array", "maxItems": 500, "items": { "$ref": "#/$defs/GuardrailOverride" } }, "waivers": { "description": "Groups that need not keep a guardrail, for a while.", "type": "array", "maxItems": 500, "items": { "$ref": "#/$defs/Waiver" } } } };
var schema68 = { "title": "GuardrailOverride", "description": "Changes one guardrail for this repository.", "type": "object", "additionalProperties": false, "required": ["guardrail"], "properties": { "guardrail": { "description": "The guardrail: `baseline/two-behind-a-balancer` of a pack, or the name of one of your own.", "type": "string", "pattern": "^(?:[a-z]+/)?[a-z][a-z0-9-]{0,62}$", "patternErrorMessage": "the name of a guardrail such as baseline/two-behind-a-balancer" }, "severity": { "description": "`off` leaves the guardrail out.", "enum": ["error", "warn", "off"] }, "parameters": { "description": "Values in place of the guardrail's own, by name.", "type": "object", "additionalProperties": true } } };
var pattern44 = new RegExp("^(?:[a-z]+/)?[a-z][a-z0-9-]{0,62}$", "u");
function validate216(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate216.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.guardrail === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "guardrail" }, message: "must have required property 'guardrail'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "guardrail" || key0 === "severity" || key0 === "parameters")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.guardrail !== void 0) {
      let data0 = data.guardrail;
      if (typeof data0 === "string") {
        if (!pattern44.test(data0)) {
          const err2 = { instancePath: instancePath + "/guardrail", schemaPath: "#/properties/guardrail/pattern", keyword: "pattern", params: { pattern: "^(?:[a-z]+/)?[a-z][a-z0-9-]{0,62}$" }, message: 'must match pattern "^(?:[a-z]+/)?[a-z][a-z0-9-]{0,62}$"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/guardrail", schemaPath: "#/properties/guardrail/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.severity !== void 0) {
      let data1 = data.severity;
      if (!(data1 === "error" || data1 === "warn" || data1 === "off")) {
        const err4 = { instancePath: instancePath + "/severity", schemaPath: "#/properties/severity/enum", keyword: "enum", params: { allowedValues: schema68.properties.severity.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.parameters !== void 0) {
      let data2 = data.parameters;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
      } else {
        const err5 = { instancePath: instancePath + "/parameters", schemaPath: "#/properties/parameters/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate216.errors = vErrors;
  return errors === 0;
}
validate216.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate218(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate218.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.guardrail === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "guardrail" }, message: "must have required property 'guardrail'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.group === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "group" }, message: "must have required property 'group'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.reason === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.expires === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "expires" }, message: "must have required property 'expires'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.approvedBy === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "approvedBy" }, message: "must have required property 'approvedBy'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "guardrail" || key0 === "group" || key0 === "reason" || key0 === "expires" || key0 === "approvedBy")) {
        const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.guardrail !== void 0) {
      let data0 = data.guardrail;
      if (typeof data0 === "string") {
        if (!pattern44.test(data0)) {
          const err6 = { instancePath: instancePath + "/guardrail", schemaPath: "#/properties/guardrail/pattern", keyword: "pattern", params: { pattern: "^(?:[a-z]+/)?[a-z][a-z0-9-]{0,62}$" }, message: 'must match pattern "^(?:[a-z]+/)?[a-z][a-z0-9-]{0,62}$"' };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/guardrail", schemaPath: "#/properties/guardrail/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.group !== void 0) {
      let data1 = data.group;
      if (typeof data1 === "string") {
        if (!pattern39.test(data1)) {
          const err8 = { instancePath: instancePath + "/group", schemaPath: "#/properties/group/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.*-]{1,255}$" }, message: 'must match pattern "^[A-Za-z0-9_.*-]{1,255}$"' };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/group", schemaPath: "#/properties/group/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data2 = data.reason;
      if (typeof data2 === "string") {
        if (!pattern8.test(data2)) {
          const err10 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.expires !== void 0) {
      let data3 = data.expires;
      if (typeof data3 === "string") {
        if (!pattern42.test(data3)) {
          const err12 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"' };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.approvedBy !== void 0) {
      let data4 = data.approvedBy;
      if (typeof data4 === "string") {
        if (!pattern8.test(data4)) {
          const err14 = { instancePath: instancePath + "/approvedBy", schemaPath: "#/properties/approvedBy/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/approvedBy", schemaPath: "#/properties/approvedBy/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate218.errors = vErrors;
  return errors === 0;
}
validate218.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate215(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate215.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "packs" || key0 === "files" || key0 === "overrides" || key0 === "waivers")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.packs !== void 0) {
      let data0 = data.packs;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (!(data1 === "baseline" || data1 === "production" || data1 === "cost")) {
            const err1 = { instancePath: instancePath + "/packs/" + i0, schemaPath: "#/properties/packs/items/enum", keyword: "enum", params: { allowedValues: schema67.properties.packs.items.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
      } else {
        const err2 = { instancePath: instancePath + "/packs", schemaPath: "#/properties/packs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.files !== void 0) {
      let data2 = data.files;
      if (Array.isArray(data2)) {
        if (data2.length > 100) {
          const err3 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        const len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data3 = data2[i1];
          if (typeof data3 === "string") {
            if (!pattern8.test(data3)) {
              const err4 = { instancePath: instancePath + "/files/" + i1, schemaPath: "#/properties/files/items/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = { instancePath: instancePath + "/files/" + i1, schemaPath: "#/properties/files/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.overrides !== void 0) {
      let data4 = data.overrides;
      if (Array.isArray(data4)) {
        if (data4.length > 500) {
          const err7 = { instancePath: instancePath + "/overrides", schemaPath: "#/properties/overrides/maxItems", keyword: "maxItems", params: { limit: 500 }, message: "must NOT have more than 500 items" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        const len2 = data4.length;
        for (let i2 = 0; i2 < len2; i2++) {
          if (!validate216(data4[i2], { instancePath: instancePath + "/overrides/" + i2, parentData: data4, parentDataProperty: i2, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate216.errors : vErrors.concat(validate216.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/overrides", schemaPath: "#/properties/overrides/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.waivers !== void 0) {
      let data6 = data.waivers;
      if (Array.isArray(data6)) {
        if (data6.length > 500) {
          const err9 = { instancePath: instancePath + "/waivers", schemaPath: "#/properties/waivers/maxItems", keyword: "maxItems", params: { limit: 500 }, message: "must NOT have more than 500 items" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        const len3 = data6.length;
        for (let i3 = 0; i3 < len3; i3++) {
          if (!validate218(data6[i3], { instancePath: instancePath + "/waivers/" + i3, parentData: data6, parentDataProperty: i3, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate218.errors : vErrors.concat(validate218.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/waivers", schemaPath: "#/properties/waivers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate215.errors = vErrors;
  return errors === 0;
}
validate215.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema71 = { "title": "FreezeWindow", "description": "Times at which groups may not change, or the only ones at which they may.", "type": "object", "additionalProperties": false, "required": ["name", "cron", "for"], "properties": { "name": { "description": "Shown when it refuses.", "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9 _.-]{0,62}$", "patternErrorMessage": "a name of letters, digits, blanks, _ . and -" }, "effect": { "description": "`deny`: no changes meanwhile; `allow`: changes only meanwhile.", "enum": ["deny", "allow"], "default": "deny" }, "cron": { "description": "When it begins: minute, hour, day of month, month, day of week.", "type": "string", "pattern": "^\\S+(?: +\\S+){4}$", "patternErrorMessage": "five fields: minute, hour, day of month, month, day of week, such as 0 16 * * 5" }, "timezone": { "description": "The cron's time zone, by its IANA name.", "type": "string", "default": "UTC", "pattern": "^[A-Za-z0-9_+/-]{1,64}$", "patternErrorMessage": "an IANA time zone such as Europe/Berlin" }, "for": { "description": "How long it lasts; also such as 62h.", "$ref": "#/$defs/Duration" }, "groups": { "description": "Names of the specs that are meant; `*` stands for any run of characters.", "type": "array", "minItems": 1, "maxItems": 500, "default": ["*"], "items": { "description": "A spec.", "type": "string", "pattern": "^[A-Za-z0-9_.*-]{1,255}$", "patternErrorMessage": "the name of a spec, * for any run of characters" } }, "labels": { "description": "Only groups that carry all of these labels; `*` stands for any run of characters.", "type": "object", "additionalProperties": { "type": "string" } }, "reason": { "description": "Shown when it refuses.", "type": "string" } } };
var pattern50 = new RegExp("^[A-Za-z0-9][A-Za-z0-9 _.-]{0,62}$", "u");
function validate222(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate222.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.cron === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "cron" }, message: "must have required property 'cron'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.for === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "for" }, message: "must have required property 'for'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "effect" || key0 === "cron" || key0 === "timezone" || key0 === "for" || key0 === "groups" || key0 === "labels" || key0 === "reason")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern50.test(data0)) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9 _.-]{0,62}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9 _.-]{0,62}$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.effect !== void 0) {
      let data1 = data.effect;
      if (!(data1 === "deny" || data1 === "allow")) {
        const err6 = { instancePath: instancePath + "/effect", schemaPath: "#/properties/effect/enum", keyword: "enum", params: { allowedValues: schema71.properties.effect.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.cron !== void 0) {
      let data2 = data.cron;
      if (typeof data2 === "string") {
        if (!pattern29.test(data2)) {
          const err7 = { instancePath: instancePath + "/cron", schemaPath: "#/properties/cron/pattern", keyword: "pattern", params: { pattern: "^\\S+(?: +\\S+){4}$" }, message: 'must match pattern "^\\S+(?: +\\S+){4}$"' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/cron", schemaPath: "#/properties/cron/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.timezone !== void 0) {
      let data3 = data.timezone;
      if (typeof data3 === "string") {
        if (!pattern30.test(data3)) {
          const err9 = { instancePath: instancePath + "/timezone", schemaPath: "#/properties/timezone/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+/-]{1,64}$" }, message: 'must match pattern "^[A-Za-z0-9_+/-]{1,64}$"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/timezone", schemaPath: "#/properties/timezone/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.for !== void 0) {
      if (!validate116(data.for, { instancePath: instancePath + "/for", parentData: data, parentDataProperty: "for", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
    if (data.groups !== void 0) {
      let data5 = data.groups;
      if (Array.isArray(data5)) {
        if (data5.length > 500) {
          const err11 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/maxItems", keyword: "maxItems", params: { limit: 500 }, message: "must NOT have more than 500 items" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data5.length < 1) {
          const err12 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          if (typeof data6 === "string") {
            if (!pattern39.test(data6)) {
              const err13 = { instancePath: instancePath + "/groups/" + i0, schemaPath: "#/properties/groups/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.*-]{1,255}$" }, message: 'must match pattern "^[A-Za-z0-9_.*-]{1,255}$"' };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/groups/" + i0, schemaPath: "#/properties/groups/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.labels !== void 0) {
      let data7 = data.labels;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (const key1 in data7) {
          if (typeof data7[key1] !== "string") {
            const err16 = { instancePath: instancePath + "/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/labels/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/labels", schemaPath: "#/properties/labels/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      if (typeof data.reason !== "string") {
        const err18 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
  } else {
    const err19 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err19];
    } else {
      vErrors.push(err19);
    }
    errors++;
  }
  validate222.errors = vErrors;
  return errors === 0;
}
validate222.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate221(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate221.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "windows" || key0 === "approvers")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.windows !== void 0) {
      let data0 = data.windows;
      if (Array.isArray(data0)) {
        if (data0.length > 100) {
          const err1 = { instancePath: instancePath + "/windows", schemaPath: "#/properties/windows/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate222(data0[i0], { instancePath: instancePath + "/windows/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate222.errors : vErrors.concat(validate222.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err2 = { instancePath: instancePath + "/windows", schemaPath: "#/properties/windows/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.approvers !== void 0) {
      let data2 = data.approvers;
      if (Array.isArray(data2)) {
        if (data2.length > 100) {
          const err3 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        const len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data3 = data2[i1];
          if (typeof data3 === "string") {
            if (!pattern8.test(data3)) {
              const err4 = { instancePath: instancePath + "/approvers/" + i1, schemaPath: "#/properties/approvers/items/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = { instancePath: instancePath + "/approvers/" + i1, schemaPath: "#/properties/approvers/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate221.errors = vErrors;
  return errors === 0;
}
validate221.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema72 = { "title": "CloudKitty", "description": "Asks the cloud's rating service for every price that the price list does not know. Default: nobody is asked.", "type": "object", "additionalProperties": false, "required": ["currency"], "properties": { "currency": { "description": "What its prices are in: CloudKitty itself does not say. The price list must be in the same.", "type": "string", "pattern": "^[A-Z]{3}$", "patternErrorMessage": "a currency code of three letters, such as EUR", "examples": ["EUR"] }, "period": { "description": "What one of its prices is for: the operator's `collect.period`.", "default": "1h", "type": ["string", "integer"], "pattern": "^[0-9]{1,6}[smh]$", "patternErrorMessage": "a length of time such as 60s, 5m or 1h, or plain seconds", "minimum": 1, "maximum": 2147483647, "examples": ["1h"] } }, "examples": [{ "currency": "EUR", "period": "1h" }] };
var pattern56 = new RegExp("^[A-Z]{3}$", "u");
function validate226(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate226.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.currency === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "currency" }, message: "must have required property 'currency'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "currency" || key0 === "period")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.currency !== void 0) {
      let data0 = data.currency;
      if (typeof data0 === "string") {
        if (!pattern56.test(data0)) {
          const err2 = { instancePath: instancePath + "/currency", schemaPath: "#/properties/currency/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{3}$" }, message: 'must match pattern "^[A-Z]{3}$"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/currency", schemaPath: "#/properties/currency/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.period !== void 0) {
      let data1 = data.period;
      if (typeof data1 !== "string" && !(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err4 = { instancePath: instancePath + "/period", schemaPath: "#/properties/period/type", keyword: "type", params: { type: schema72.properties.period.type }, message: "must be string,integer" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 2147483647 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/period", schemaPath: "#/properties/period/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 }, message: "must be <= 2147483647" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err6 = { instancePath: instancePath + "/period", schemaPath: "#/properties/period/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
      if (typeof data1 === "string") {
        if (!pattern17.test(data1)) {
          const err7 = { instancePath: instancePath + "/period", schemaPath: "#/properties/period/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,6}[smh]$" }, message: 'must match pattern "^[0-9]{1,6}[smh]$"' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate226.errors = vErrors;
  return errors === 0;
}
validate226.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern55 = new RegExp("^[^/\\s][^\\n]*$", "u");
function validate243(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate243.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.spec === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "spec")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      if ("thermostat/v1" !== data.apiVersion) {
        const err4 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "thermostat/v1" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      if ("Settings" !== data.kind) {
        const err5 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Settings" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.spec !== void 0) {
      let data2 = data.spec;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          if (!(key1 === "limits" || key1 === "ignore" || key1 === "guardrails" || key1 === "freeze" || key1 === "prices" || key1 === "cloudKitty")) {
            const err6 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data2.limits !== void 0) {
          if (!validate211(data2.limits, { instancePath: instancePath + "/spec/limits", parentData: data2, parentDataProperty: "limits", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate211.errors : vErrors.concat(validate211.errors);
            errors = vErrors.length;
          }
        }
        if (data2.ignore !== void 0) {
          let data4 = data2.ignore;
          if (Array.isArray(data4)) {
            const len0 = data4.length;
            for (let i0 = 0; i0 < len0; i0++) {
              if (!validate213(data4[i0], { instancePath: instancePath + "/spec/ignore/" + i0, parentData: data4, parentDataProperty: i0, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate213.errors : vErrors.concat(validate213.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err7 = { instancePath: instancePath + "/spec/ignore", schemaPath: "#/properties/spec/properties/ignore/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data2.guardrails !== void 0) {
          if (!validate215(data2.guardrails, { instancePath: instancePath + "/spec/guardrails", parentData: data2, parentDataProperty: "guardrails", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate215.errors : vErrors.concat(validate215.errors);
            errors = vErrors.length;
          }
        }
        if (data2.freeze !== void 0) {
          if (!validate221(data2.freeze, { instancePath: instancePath + "/spec/freeze", parentData: data2, parentDataProperty: "freeze", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate221.errors : vErrors.concat(validate221.errors);
            errors = vErrors.length;
          }
        }
        if (data2.prices !== void 0) {
          let data8 = data2.prices;
          if (typeof data8 === "string") {
            if (!pattern55.test(data8)) {
              const err8 = { instancePath: instancePath + "/spec/prices", schemaPath: "#/properties/spec/properties/prices/pattern", keyword: "pattern", params: { pattern: "^[^/\\s][^\\n]*$" }, message: 'must match pattern "^[^/\\s][^\\n]*$"' };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/spec/prices", schemaPath: "#/properties/spec/properties/prices/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data2.cloudKitty !== void 0) {
          if (!validate226(data2.cloudKitty, { instancePath: instancePath + "/spec/cloudKitty", parentData: data2, parentDataProperty: "cloudKitty", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate226.errors : vErrors.concat(validate226.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate243.errors = vErrors;
  return errors === 0;
}
validate243.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateGuardrail = validate249;
var pattern58 = new RegExp("^[a-z][a-z0-9-]{0,62}$", "u");
var schema74 = { "title": "GuardrailRule", "description": "The rule, whom it is for, and what it says.", "type": "object", "required": ["severity", "rule", "message", "examples"], "additionalProperties": false, "properties": { "description": { "description": "What it is good for, in one sentence.", "type": "string" }, "severity": { "description": "`error` refuses the change, `warn` is shown with it.", "enum": ["error", "warn"] }, "match": { "$ref": "#/$defs/GuardrailMatch" }, "parameters": { "description": "Values that the rule reads as `params`, with their defaults; settings may override them.", "type": "object", "additionalProperties": true }, "rule": { "description": "An expression in CEL, the Common Expression Language: true where all is well. What it sees: docs/guardrails.md.", "type": "string", "minLength": 1 }, "message": { "description": "What is wrong, with `{{ expression }}` wherever a value belongs.", "type": "string", "minLength": 1, "maxLength": 1e3 }, "at": { "description": "The key of the spec that is to blame, such as `spec.size.min`: its line is shown.", "type": "string", "pattern": "^(?:metadata|spec)(?:\\.[A-Za-z0-9_-]+)*$", "patternErrorMessage": "a key of a spec such as spec.size.min" }, "help": { "description": "Where to read on.", "type": "string", "pattern": '^https?://[^\\s<>"`]{1,500}$', "patternErrorMessage": "an address that begins with https://" }, "examples": { "title": "GuardrailExamples", "description": "What passes and what fails; `validate` runs them. Each example is what differs from a small group that is being created.", "type": "object", "additionalProperties": false, "required": ["passing", "failing"], "properties": { "passing": { "description": "Facts with which the rule is true.", "type": "array", "minItems": 1, "maxItems": 50, "items": { "description": "Facts.", "type": "object", "additionalProperties": true } }, "failing": { "description": "Facts with which it is false.", "type": "array", "minItems": 1, "maxItems": 50, "items": { "description": "Facts.", "type": "object", "additionalProperties": true } } } } } };
var schema75 = { "title": "GuardrailMatch", "description": "Whom the rule is for; all that is given must fit.", "type": "object", "additionalProperties": false, "properties": { "names": { "description": "Names of specs; `*` stands for any run of characters.", "type": "array", "minItems": 1, "items": { "description": "A spec.", "type": "string", "pattern": "^[A-Za-z0-9_.*-]{1,255}$", "patternErrorMessage": "the name of a spec, * for any run of characters" } }, "labels": { "description": "Labels that the group carries; `*` stands for any run of characters.", "type": "object", "additionalProperties": { "type": "string" } }, "kinds": { "description": "Kinds of specs.", "type": "array", "minItems": 1, "items": { "description": "A kind.", "enum": ["AutoScalingGroup", "HeatStack", "HOT", "CloudFormation", "Deleted"] } }, "actions": { "description": "What the plan does with the group; a group that only follows its schedules is never held.", "type": "array", "minItems": 1, "default": ["create", "update", "replace"], "items": { "description": "An action.", "enum": ["create", "update", "replace", "delete", "no-op"] } } } };
function validate231(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate231.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "names" || key0 === "labels" || key0 === "kinds" || key0 === "actions")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.names !== void 0) {
      let data0 = data.names;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          const err1 = { instancePath: instancePath + "/names", schemaPath: "#/properties/names/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (!pattern39.test(data1)) {
              const err2 = { instancePath: instancePath + "/names/" + i0, schemaPath: "#/properties/names/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.*-]{1,255}$" }, message: 'must match pattern "^[A-Za-z0-9_.*-]{1,255}$"' };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
          } else {
            const err3 = { instancePath: instancePath + "/names/" + i0, schemaPath: "#/properties/names/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/names", schemaPath: "#/properties/names/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.labels !== void 0) {
      let data2 = data.labels;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          if (typeof data2[key1] !== "string") {
            const err5 = { instancePath: instancePath + "/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/labels/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/labels", schemaPath: "#/properties/labels/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.kinds !== void 0) {
      let data4 = data.kinds;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          const err7 = { instancePath: instancePath + "/kinds", schemaPath: "#/properties/kinds/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        const len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data5 = data4[i1];
          if (!(data5 === "AutoScalingGroup" || data5 === "HeatStack" || data5 === "HOT" || data5 === "CloudFormation" || data5 === "Deleted")) {
            const err8 = { instancePath: instancePath + "/kinds/" + i1, schemaPath: "#/properties/kinds/items/enum", keyword: "enum", params: { allowedValues: schema75.properties.kinds.items.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/kinds", schemaPath: "#/properties/kinds/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.actions !== void 0) {
      let data6 = data.actions;
      if (Array.isArray(data6)) {
        if (data6.length < 1) {
          const err10 = { instancePath: instancePath + "/actions", schemaPath: "#/properties/actions/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        const len2 = data6.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data7 = data6[i2];
          if (!(data7 === "create" || data7 === "update" || data7 === "replace" || data7 === "delete" || data7 === "no-op")) {
            const err11 = { instancePath: instancePath + "/actions/" + i2, schemaPath: "#/properties/actions/items/enum", keyword: "enum", params: { allowedValues: schema75.properties.actions.items.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
      } else {
        const err12 = { instancePath: instancePath + "/actions", schemaPath: "#/properties/actions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate231.errors = vErrors;
  return errors === 0;
}
validate231.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern60 = new RegExp("^(?:metadata|spec)(?:\\.[A-Za-z0-9_-]+)*$", "u");
var pattern61 = new RegExp('^https?://[^\\s<>"`]{1,500}$', "u");
function validate230(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate230.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.severity === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "severity" }, message: "must have required property 'severity'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.rule === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "rule" }, message: "must have required property 'rule'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.message === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.examples === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "examples" }, message: "must have required property 'examples'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema74.properties, key0)) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      if (typeof data.description !== "string") {
        const err5 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.severity !== void 0) {
      let data1 = data.severity;
      if (!(data1 === "error" || data1 === "warn")) {
        const err6 = { instancePath: instancePath + "/severity", schemaPath: "#/properties/severity/enum", keyword: "enum", params: { allowedValues: schema74.properties.severity.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.match !== void 0) {
      if (!validate231(data.match, { instancePath: instancePath + "/match", parentData: data, parentDataProperty: "match", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors);
        errors = vErrors.length;
      }
    }
    if (data.parameters !== void 0) {
      let data3 = data.parameters;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
      } else {
        const err7 = { instancePath: instancePath + "/parameters", schemaPath: "#/properties/parameters/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.rule !== void 0) {
      let data4 = data.rule;
      if (typeof data4 === "string") {
        if (func4(data4) < 1) {
          const err8 = { instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.message !== void 0) {
      let data5 = data.message;
      if (typeof data5 === "string") {
        if (func4(data5) > 1e3) {
          const err10 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (func4(data5) < 1) {
          const err11 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.at !== void 0) {
      let data6 = data.at;
      if (typeof data6 === "string") {
        if (!pattern60.test(data6)) {
          const err13 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/pattern", keyword: "pattern", params: { pattern: "^(?:metadata|spec)(?:\\.[A-Za-z0-9_-]+)*$" }, message: 'must match pattern "^(?:metadata|spec)(?:\\.[A-Za-z0-9_-]+)*$"' };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.help !== void 0) {
      let data7 = data.help;
      if (typeof data7 === "string") {
        if (!pattern61.test(data7)) {
          const err15 = { instancePath: instancePath + "/help", schemaPath: "#/properties/help/pattern", keyword: "pattern", params: { pattern: '^https?://[^\\s<>"`]{1,500}$' }, message: 'must match pattern "^https?://[^\\s<>"`]{1,500}$"' };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = { instancePath: instancePath + "/help", schemaPath: "#/properties/help/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.examples !== void 0) {
      let data8 = data.examples;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (data8.passing === void 0) {
          const err17 = { instancePath: instancePath + "/examples", schemaPath: "#/properties/examples/required", keyword: "required", params: { missingProperty: "passing" }, message: "must have required property 'passing'" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (data8.failing === void 0) {
          const err18 = { instancePath: instancePath + "/examples", schemaPath: "#/properties/examples/required", keyword: "required", params: { missingProperty: "failing" }, message: "must have required property 'failing'" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        for (const key1 in data8) {
          if (!(key1 === "passing" || key1 === "failing")) {
            const err19 = { instancePath: instancePath + "/examples", schemaPath: "#/properties/examples/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data8.passing !== void 0) {
          let data9 = data8.passing;
          if (Array.isArray(data9)) {
            if (data9.length > 50) {
              const err20 = { instancePath: instancePath + "/examples/passing", schemaPath: "#/properties/examples/properties/passing/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data9.length < 1) {
              const err21 = { instancePath: instancePath + "/examples/passing", schemaPath: "#/properties/examples/properties/passing/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            const len0 = data9.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data10 = data9[i0];
              if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
              } else {
                const err22 = { instancePath: instancePath + "/examples/passing/" + i0, schemaPath: "#/properties/examples/properties/passing/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
          } else {
            const err23 = { instancePath: instancePath + "/examples/passing", schemaPath: "#/properties/examples/properties/passing/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data8.failing !== void 0) {
          let data11 = data8.failing;
          if (Array.isArray(data11)) {
            if (data11.length > 50) {
              const err24 = { instancePath: instancePath + "/examples/failing", schemaPath: "#/properties/examples/properties/failing/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (data11.length < 1) {
              const err25 = { instancePath: instancePath + "/examples/failing", schemaPath: "#/properties/examples/properties/failing/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
            const len1 = data11.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data12 = data11[i1];
              if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
              } else {
                const err26 = { instancePath: instancePath + "/examples/failing/" + i1, schemaPath: "#/properties/examples/properties/failing/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
          } else {
            const err27 = { instancePath: instancePath + "/examples/failing", schemaPath: "#/properties/examples/properties/failing/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
      } else {
        const err28 = { instancePath: instancePath + "/examples", schemaPath: "#/properties/examples/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
  } else {
    const err29 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err29];
    } else {
      vErrors.push(err29);
    }
    errors++;
  }
  validate230.errors = vErrors;
  return errors === 0;
}
validate230.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate249(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate249.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.metadata === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.spec === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      if ("thermostat/v1" !== data.apiVersion) {
        const err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "thermostat/v1" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      if ("Guardrail" !== data.kind) {
        const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Guardrail" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data2 = data.metadata;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.name === void 0) {
          const err7 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!(key1 === "name")) {
            const err8 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data2.name !== void 0) {
          let data3 = data2.name;
          if (typeof data3 === "string") {
            if (!pattern58.test(data3)) {
              const err9 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z][a-z0-9-]{0,62}$"' };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.spec !== void 0) {
      if (!validate230(data.spec, { instancePath: instancePath + "/spec", parentData: data, parentDataProperty: "spec", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate230.errors : vErrors.concat(validate230.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate249.errors = vErrors;
  return errors === 0;
}
validate249.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validatePrices = validate251;
function validate253(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate253.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 1e9 || isNaN(data)) {
      const err0 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e9 }, message: "must be <= 1000000000" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "number" }, message: "must be number" };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate253.errors = vErrors;
  return errors === 0;
}
validate253.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate252(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate252.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.currency === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "currency" }, message: "must have required property 'currency'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.validFrom === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "validFrom" }, message: "must have required property 'validFrom'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "currency" || key0 === "validFrom" || key0 === "perHour" || key0 === "perMonth")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.currency !== void 0) {
      let data0 = data.currency;
      if (typeof data0 === "string") {
        if (!pattern56.test(data0)) {
          const err3 = { instancePath: instancePath + "/currency", schemaPath: "#/properties/currency/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{3}$" }, message: 'must match pattern "^[A-Z]{3}$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/currency", schemaPath: "#/properties/currency/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.validFrom !== void 0) {
      let data1 = data.validFrom;
      if (typeof data1 === "string") {
        if (!pattern42.test(data1)) {
          const err5 = { instancePath: instancePath + "/validFrom", schemaPath: "#/properties/validFrom/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"' };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/validFrom", schemaPath: "#/properties/validFrom/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.perHour !== void 0) {
      let data2 = data.perHour;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          if (!(key1 === "flavors" || key1 === "floatingIp" || key1 === "loadBalancer")) {
            const err7 = { instancePath: instancePath + "/perHour", schemaPath: "#/properties/perHour/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data2.flavors !== void 0) {
          let data3 = data2.flavors;
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            for (const key2 in data3) {
              if (!validate253(data3[key2], { instancePath: instancePath + "/perHour/flavors/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data3, parentDataProperty: key2, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate253.errors : vErrors.concat(validate253.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err8 = { instancePath: instancePath + "/perHour/flavors", schemaPath: "#/properties/perHour/properties/flavors/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data2.floatingIp !== void 0) {
          let data5 = data2.floatingIp;
          if (typeof data5 == "number" && isFinite(data5)) {
            if (data5 > 1e9 || isNaN(data5)) {
              const err9 = { instancePath: instancePath + "/perHour/floatingIp", schemaPath: "#/properties/perHour/properties/floatingIp/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e9 }, message: "must be <= 1000000000" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            if (data5 < 0 || isNaN(data5)) {
              const err10 = { instancePath: instancePath + "/perHour/floatingIp", schemaPath: "#/properties/perHour/properties/floatingIp/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/perHour/floatingIp", schemaPath: "#/properties/perHour/properties/floatingIp/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data2.loadBalancer !== void 0) {
          let data6 = data2.loadBalancer;
          if (typeof data6 == "number" && isFinite(data6)) {
            if (data6 > 1e9 || isNaN(data6)) {
              const err12 = { instancePath: instancePath + "/perHour/loadBalancer", schemaPath: "#/properties/perHour/properties/loadBalancer/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e9 }, message: "must be <= 1000000000" };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (data6 < 0 || isNaN(data6)) {
              const err13 = { instancePath: instancePath + "/perHour/loadBalancer", schemaPath: "#/properties/perHour/properties/loadBalancer/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/perHour/loadBalancer", schemaPath: "#/properties/perHour/properties/loadBalancer/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/perHour", schemaPath: "#/properties/perHour/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.perMonth !== void 0) {
      let data7 = data.perMonth;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (const key3 in data7) {
          if (!(key3 === "volumeGb")) {
            const err16 = { instancePath: instancePath + "/perMonth", schemaPath: "#/properties/perMonth/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data7.volumeGb !== void 0) {
          let data8 = data7.volumeGb;
          if (typeof data8 == "number" && isFinite(data8)) {
            if (data8 > 1e9 || isNaN(data8)) {
              const err17 = { instancePath: instancePath + "/perMonth/volumeGb", schemaPath: "#/properties/perMonth/properties/volumeGb/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e9 }, message: "must be <= 1000000000" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (data8 < 0 || isNaN(data8)) {
              const err18 = { instancePath: instancePath + "/perMonth/volumeGb", schemaPath: "#/properties/perMonth/properties/volumeGb/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/perMonth/volumeGb", schemaPath: "#/properties/perMonth/properties/volumeGb/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/perMonth", schemaPath: "#/properties/perMonth/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
  } else {
    const err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err21];
    } else {
      vErrors.push(err21);
    }
    errors++;
  }
  validate252.errors = vErrors;
  return errors === 0;
}
validate252.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate251(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate251.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.spec === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "spec")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      if ("thermostat/v1" !== data.apiVersion) {
        const err4 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "thermostat/v1" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      if ("Prices" !== data.kind) {
        const err5 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Prices" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.spec !== void 0) {
      if (!validate252(data.spec, { instancePath: instancePath + "/spec", parentData: data, parentDataProperty: "spec", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate252.errors : vErrors.concat(validate252.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate251.errors = vErrors;
  return errors === 0;
}
validate251.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };

// src/core/spec/cloud-init/schema-verdict.ts
function judge(root, value, written) {
  return new Judge(root, written).judge(root, value, "");
}
var FINE = { failures: [], outdated: [] };
var Judge = class {
  #definitions;
  #written;
  constructor(root, written) {
    this.#definitions = root.$defs ?? {};
    this.#written = written;
  }
  judge(schema, value, pointer) {
    const own = this.#ownFailures(schema, value, pointer);
    return joined([
      { failures: own, outdated: outdatedBy(schema, pointer) },
      ...this.#referred(schema, value, pointer),
      // of what is no mapping or list where it must be one, nothing more is to be said
      ...own.some((failure) => failure.kind === "expected") ? [] : [...this.#forms(schema, value, pointer), ...this.#below(schema, value, pointer)]
    ]);
  }
  #referred(schema, value, pointer) {
    const target = schema.$ref === void 0 ? void 0 : this.#definitions[schema.$ref.replace("#/$defs/", "")];
    return target === void 0 ? [] : [this.judge(target, value, pointer)];
  }
  #forms(schema, value, pointer) {
    const all = (schema.allOf ?? []).map((one2) => this.judge(one2, value, pointer));
    const any = schema.anyOf === void 0 ? [] : [this.#anyOf(schema.anyOf, value, pointer, false)];
    const one = schema.oneOf === void 0 ? [] : [this.#anyOf(schema.oneOf, value, pointer, true)];
    return [...all, ...any, ...one];
  }
  #anyOf(forms, value, pointer, exclusive) {
    const verdicts = forms.map((form) => this.judge(form, value, pointer));
    const fitting = verdicts.flatMap(({ failures }, index) => failures.length === 0 ? [index] : []);
    const [first] = fitting;
    if (first === void 0) return { failures: closest(verdicts, pointer), outdated: [] };
    if (!exclusive || fitting.length === 1) return verdicts[first] ?? FINE;
    const ways = fitting.map((index) => forms[index]?.required ?? []);
    return { failures: [{ kind: "several-forms", pointer, ways }], outdated: [] };
  }
  #ownFailures(schema, value, pointer) {
    const types = typeof schema.type === "string" ? [schema.type] : schema.type ?? [];
    const expected = (part) => [
      { kind: "expected", pointer, types: [], values: [], patterns: [], ...part }
    ];
    if (schema.enum !== void 0 && !schema.enum.some((one) => isSame(one, value)))
      return expected({ values: schema.enum });
    if (types.length > 0 && !types.some((type) => this.#is(type, value, pointer))) return expected({ types });
    if (schema.pattern !== void 0 && typeof value === "string" && !new RegExp(schema.pattern, "u").test(value))
      return expected({ patterns: [schema.pattern] });
    return [...limits(schema, value, pointer), ...missing2(schema, value, pointer)];
  }
  #is(type, value, pointer) {
    const whole = Number.isInteger(value) && !this.#written.isWholeFloat(pointer);
    switch (type) {
      case "integer":
        return whole;
      case "string":
        return typeof value === "string" && !this.#written.isDate(pointer);
      default:
        return typeName(value) === type;
    }
  }
  #below(schema, value, pointer) {
    const { items } = schema;
    if (Array.isArray(value) && items !== void 0)
      return value.map((item, index) => this.judge(items, item, pointerTo(pointer, index)));
    if (!isJsonObject(value)) return [];
    const open = schema.patternProperties === void 0 && (schema.additionalProperties ?? true) === true;
    const keys = open ? Object.keys(schema.properties ?? {}).filter((key) => Object.hasOwn(value, key)) : Object.keys(value);
    return keys.flatMap((key) => this.#property(schema, value, key, pointer));
  }
  #property(schema, value, key, pointer) {
    const { properties = {}, patternProperties = {}, additionalProperties = true } = schema;
    const patterns = Object.keys(patternProperties).filter((pattern) => new RegExp(pattern, "u").test(key));
    const schemas = [
      ...Object.hasOwn(properties, key) ? [properties[key]] : [],
      ...patterns.map((pattern) => patternProperties[pattern])
    ];
    const below2 = pointerTo(pointer, key);
    const item = value[key] ?? null;
    const known = schemas.flatMap((one) => one === void 0 ? [] : [this.judge(one, item, below2)]);
    if (schemas.length > 0 || additionalProperties === true) return known;
    if (additionalProperties !== false) return [this.judge(additionalProperties, item, below2)];
    return [
      { failures: [{ kind: "unknown-key", pointer, key, known: Object.keys(properties) }], outdated: [] }
    ];
  }
};
function outdatedBy(schema, pointer) {
  if (schema.deprecated === true) return [{ pointer, since: schema.deprecated_version ?? "" }];
  return schema.changed === true ? [{ pointer, since: schema.changed_version ?? "" }] : [];
}
function limits(schema, value, pointer) {
  const size = Array.isArray(value) ? value.length : 0;
  const below2 = (limit, is) => limit !== void 0 && is < limit;
  const failures = [];
  const add = (limit) => failures.push({ kind: "limit", pointer, limit, is: schema[limit] ?? 0 });
  if (typeof value === "number" && below2(schema.minimum, value)) add("minimum");
  if (Array.isArray(value) && below2(schema.minItems, size)) add("minItems");
  if (Array.isArray(value) && size > (schema.maxItems ?? size)) add("maxItems");
  if (isJsonObject(value) && below2(schema.minProperties, Object.keys(value).length)) add("minProperties");
  if (schema.uniqueItems === true && Array.isArray(value) && hasRepeated(value))
    failures.push({ kind: "repeated", pointer });
  if (schema.format === "date" && typeof value === "string" && !isDate(value))
    failures.push({ kind: "date", pointer });
  return failures;
}
function missing2(schema, value, pointer) {
  if (schema.required === void 0 || !isJsonObject(value)) return [];
  const absent = schema.required.filter((key) => !Object.hasOwn(value, key));
  return absent.length === 0 ? [] : [{ kind: "missing", pointer, ways: [absent] }];
}
function closest(verdicts, pointer) {
  const entered = verdicts.filter(({ failures }) => !failures.some((one) => isExpected(one, pointer)));
  if (entered.length === 0) return [merged(verdicts, pointer)];
  const ofKind = entered.filter(
    ({ failures }) => !failures.some((one) => isExpected(one, `${pointer}/type`))
  );
  if (ofKind.length === 0) return [merged(entered, `${pointer}/type`)];
  const ways = ofKind.map(({ failures }) => onlyMissing(failures, pointer));
  if (ways.every((way) => way !== null)) return [{ kind: "missing", pointer, ways: ways.flat() }];
  const [best] = [...ofKind].sort((a, b) => a.failures.length - b.failures.length);
  return best?.failures ?? [];
}
function isExpected(failure, pointer) {
  return failure.kind === "expected" && failure.pointer === pointer;
}
function merged(verdicts, pointer) {
  const all = verdicts.flatMap(({ failures }) => failures.filter((one) => isExpected(one, pointer)));
  return {
    kind: "expected",
    pointer,
    types: unique(all.flatMap(({ types }) => types)),
    values: unique(all.flatMap(({ values }) => values)),
    patterns: unique(all.flatMap(({ patterns }) => patterns))
  };
}
function onlyMissing(failures, pointer) {
  const [only] = failures;
  if (failures.length !== 1 || only?.kind !== "missing" || only.pointer !== pointer) return null;
  return only.ways;
}
function joined(verdicts) {
  return {
    failures: verdicts.flatMap(({ failures }) => failures),
    outdated: verdicts.flatMap(({ outdated }) => outdated)
  };
}
function typeName(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
}
function unique(values) {
  return [...new Set(values)];
}
function isSame(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
function hasRepeated(values) {
  return new Set(values.map((value) => JSON.stringify(value))).size < values.length;
}
function isDate(text) {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === void 0 || year === "0000") return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  date.setUTCFullYear(Number(year));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

// src/core/spec/not-built-yet.ts
var GROUP_KEYS = [
  { at: /^\/spec\/rollout$/, keys: ["canary"] }
];
function notBuiltYet(kind, pointer, key) {
  if (kind !== "AutoScalingGroup") return null;
  const known = GROUP_KEYS.some(({ at, keys }) => at.test(pointer) && keys.includes(key));
  return known ? `${quote(key)} is not built yet; remove it, the rest of the spec works without it` : null;
}

// src/core/spec/schema-problems.ts
var VALIDATORS = {
  AutoScalingGroup: validateAutoScalingGroup,
  HeatStack: validateHeatStack,
  Deleted: validateDeleted,
  Settings: validateSettings,
  Guardrail: validateGuardrail,
  Prices: validatePrices
};
function documentAs(document, kind) {
  const validate = VALIDATORS[kind];
  const { value } = document;
  if (validate(value)) return { raw: value, problems: [] };
  return { raw: null, problems: (validate.errors ?? []).map((error) => problem(document, kind, error)) };
}
function problem(document, kind, error) {
  const { yaml } = document;
  if (error.keyword === "additionalProperties") {
    const key = String(error.params["additionalProperty"]);
    const at = yaml.keys.get(pointerTo(error.instancePath, key)) ?? positionOf(yaml, error.instancePath);
    return { ...at, message: unknownKey(kind, error.instancePath, key) };
  }
  const value = valueAt(document.value, error.instancePath);
  return { ...positionOf(yaml, error.instancePath), message: sentence(kind, error, value) };
}
function unknownKey(kind, pointer, key) {
  const soon = notBuiltYet(kind, pointer, key);
  if (soon !== null) return soon;
  const known = Object.keys(schemaAt(kind, pointer).properties ?? {});
  const otherwise = `it takes ${list(known)}`;
  return `${quote(key)} is no key of ${dotted(pointer)}${hint(key, known, otherwise)}`;
}
function sentence(kind, error, value) {
  const { params } = error;
  const name = dotted(error.instancePath);
  const was = `${name} is ${isUserData(error.instancePath) ? kindOf2(value) : quote(value)}`;
  const schema = schemaAt(kind, error.instancePath);
  switch (error.keyword) {
    case "required":
      return missing3(kind, error.instancePath, String(params["missingProperty"]));
    case "type":
      return `${was}; it must be ${typeNames(schema.type)}`;
    case "pattern":
      return `${was}; it must be ${schema.patternErrorMessage ?? "of another form"}`;
    case "enum":
      return `${was}${hint(String(value), strings(params["allowedValues"]), `it must be ${list(strings(params["allowedValues"]), "or")}`)}`;
    case "const":
      return `${was}; it must be ${quote(params["allowedValue"])}`;
    case "minimum":
      return `${was}; it must be at least ${params["limit"]}`;
    case "maximum":
      return `${was}; it must be at most ${params["limit"]}`;
    case "exclusiveMinimum":
      return `${was}; it must be more than ${params["limit"]}`;
    case "minItems":
      return `${name} is empty; it needs at least one: ${lower(schema.description)}`;
    case "maxItems":
      return `${name} has more than ${params["limit"]} entries; it may have ${params["limit"]} at most`;
    case "minProperties":
    case "maxProperties":
      return `${name} needs exactly one of ${list(Object.keys(schema.properties ?? {}), "and")}`;
    default:
      return `${was}; it must be: ${lower(schema.description)}`;
  }
}
function isUserData(pointer) {
  return /^\/spec\/server\/cloudInit(?:$|\/(?:parts$|parts\/\d+$)|(?:\/.+)?\/inline$)/.test(pointer);
}
function kindOf2(value) {
  return TYPE_NAMES[typeName(value ?? null)] ?? "empty";
}
function missing3(kind, pointer, key) {
  const { description } = schemaAt(kind, pointerTo(pointer, key));
  const what = description === void 0 ? "" : `: ${lower(description)}`;
  return `${dotted(pointer)} has no ${quote(key)}; add it${what}`;
}
function dotted(pointer) {
  if (pointer === "") return "the spec";
  const steps = pointer.split("/").slice(1).map(unescaped);
  return steps.map((step, index) => /^[0-9]+$/.test(step) ? `[${step}]` : `${index > 0 ? "." : ""}${step}`).join("");
}
var TYPE_NAMES = {
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  object: "a mapping of keys to values",
  array: "a list"
};
function typeNames(type) {
  const names = (typeof type === "string" ? [type] : type ?? []).map((name) => TYPE_NAMES[name] ?? name);
  const quotes = names.length === 1 && type === "string" ? " (put it in quotes)" : "";
  return list(names, "or") + quotes;
}
function valueAt(root, pointer) {
  let value = root;
  for (const step of pointer.split("/").slice(1).map(unescaped)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return void 0;
    value = Reflect.get(value, step);
  }
  return value;
}
function strings(values) {
  return Array.isArray(values) ? values.map(String) : [];
}
function lower(description) {
  const text = (description ?? "").replace(/\.$/, "").split(". ")[0] ?? "";
  return /^[A-Z][a-z ]/.test(text) && !/^(Nova|Heat|Neutron|Octavia)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

// src/core/spec/cloud-init/content.ts
var NOTHING_WRONG = { problems: [], findings: [] };
function fileContent(file, text) {
  return { text, at: (line, column) => ({ file, line, column }) };
}
function inside(content, text, firstLine, indent = 0) {
  return { text, at: (line, column) => content.at(firstLine + line - 1, column + indent) };
}
function derived(at, text) {
  return { text, at: () => at };
}
function problemAt(content, line, column, message) {
  return { ...content.at(line, column), message };
}
function together(checks) {
  return {
    problems: checks.flatMap(({ problems }) => problems),
    findings: checks.flatMap(({ findings }) => findings)
  };
}

// src/core/spec/cloud-init/block-scalar.ts
function scalarContent(text, start, lines) {
  const header = (lines[start.line - 1] ?? "").slice(start.column - 1);
  if (!/^\|[-+1-9]{0,2}(?:\s|$)/.test(header)) return derived(start, text);
  const indent = indentOf(text.split("\n"), (index) => lines[start.line + index] ?? "");
  if (indent === null) return derived(start, text);
  return {
    text,
    at: (line, column) => ({ file: start.file, line: start.line + line, column: column + indent })
  };
}
function linesOf(text) {
  return text.split(/\r?\n/);
}
function indentOf(text, written) {
  const first = text.findIndex((line) => line.trim() !== "");
  const indent = written(first).length - (text[first] ?? "").length;
  if (first < 0 || indent < 1) return null;
  const same = text.every((line, index) => line === "" || written(index).slice(indent) === line);
  return same ? indent : null;
}

export {
  judge,
  typeName,
  schemaAt,
  unescaped,
  documentAs,
  dotted,
  API_VERSION,
  readSpecDocuments,
  decodeYaml,
  Sources,
  readSpecFile,
  readLoneFile,
  NOTHING_WRONG,
  fileContent,
  inside,
  derived,
  problemAt,
  together,
  scalarContent,
  linesOf
};
