import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);

// src/core/report/schema/plan.schema.json
var plan_schema_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "plan.json",
  title: "What apply would do",
  type: "object",
  properties: {
    version: {
      const: 1
    },
    summary: {
      type: "object",
      properties: {
        create: {
          type: "integer",
          minimum: 0
        },
        update: {
          type: "integer",
          minimum: 0
        },
        replace: {
          type: "integer",
          minimum: 0
        },
        delete: {
          type: "integer",
          minimum: 0
        },
        noop: {
          type: "integer",
          minimum: 0
        }
      },
      required: ["create", "update", "replace", "delete", "noop"]
    },
    fingerprint: {
      anyOf: [
        {
          $ref: "#/$defs/fingerprint"
        },
        {
          type: "null"
        }
      ],
      description: "null when there is no plan."
    },
    groups: {
      type: "array",
      items: {
        $ref: "#/$defs/group"
      }
    },
    problems: {
      type: "array",
      items: {
        $ref: "problems.json#/$defs/problem"
      }
    },
    error: {
      type: "string",
      description: "What broke, when the command could not be carried out."
    },
    headRoom: {
      anyOf: [
        {
          type: "null"
        },
        {
          type: "array",
          items: {
            $ref: "#/$defs/headRoom"
          }
        }
      ],
      description: "What the project's quotas leave when all groups are at their largest; null when nothing changes."
    },
    hostRoom: {
      type: "array",
      items: {
        $ref: "#/$defs/hostRoom"
      },
      description: "Whether the hosts have room for more servers, one row for each flavor of the groups that change; empty where the credential may not ask Placement."
    }
  },
  required: ["version", "summary", "fingerprint", "groups", "problems", "headRoom", "hostRoom"],
  $defs: {
    action: {
      enum: ["create", "update", "replace", "delete", "no-op"]
    },
    fingerprint: {
      type: "string",
      pattern: "^sha256:[0-9a-f]{64}$",
      description: "Hash over the actions, never over rendered text."
    },
    amount: {
      anyOf: [
        {
          type: "null"
        },
        {
          type: "object",
          properties: {
            vcpus: {
              type: "integer",
              minimum: 0
            },
            ramMiB: {
              type: "integer",
              minimum: 0
            }
          },
          required: ["vcpus", "ramMiB"]
        }
      ],
      description: "null where a size or a flavor is not known."
    },
    size: {
      type: "object",
      properties: {
        min: {
          type: ["integer", "null"]
        },
        max: {
          type: ["integer", "null"]
        },
        current: {
          type: "integer",
          minimum: 0,
          description: "Members now; 0 when the group does not exist."
        },
        after: {
          type: ["integer", "null"]
        },
        before: {
          anyOf: [
            {
              type: "null"
            },
            {
              type: "object",
              properties: {
                min: {
                  type: ["integer", "null"]
                },
                max: {
                  type: ["integer", "null"]
                }
              },
              required: ["min", "max"]
            }
          ],
          description: "The bounds of the live group; null when there is none."
        }
      },
      required: ["min", "max", "current", "after", "before"],
      description: "null where only Heat can compute it."
    },
    group: {
      type: "object",
      properties: {
        name: {
          type: "string"
        },
        stack: {
          type: "object",
          properties: {
            name: {
              type: "string"
            },
            id: {
              type: ["string", "null"],
              description: "null when the stack does not exist yet."
            }
          },
          required: ["name", "id"]
        },
        source: {
          $ref: "problems.json#/$defs/position"
        },
        action: {
          $ref: "#/$defs/action"
        },
        fingerprint: {
          $ref: "#/$defs/fingerprint"
        },
        byClock: {
          type: "boolean",
          description: "Nothing but a schedule that the stack already carries asks for it: it needs no approval."
        },
        ignored: {
          type: "array",
          description: "What differs and a rule of the settings leaves as it is: apply sends the live value.",
          items: {
            type: "object",
            required: ["path", "live", "declared", "reason", "expires", "source"],
            properties: {
              path: {
                type: "string",
                description: "Address and field, such as resources.cpu-high.properties.threshold."
              },
              live: {
                description: "The value that stays; null stands for absent, too; secrets are redacted."
              },
              declared: {
                description: "The repository's value; null stands for absent, too; secrets are redacted."
              },
              reason: { type: "string" },
              expires: { type: "string", description: "The last day of the rule, such as 2027-03-31." },
              source: { $ref: "problems.json#/$defs/position" }
            }
          }
        },
        size: {
          $ref: "#/$defs/size"
        },
        servers: {
          type: "object",
          properties: {
            keep: {
              type: "integer",
              minimum: 0,
              description: "Servers that stay, those changed in place included."
            },
            update: {
              type: "integer",
              minimum: 0,
              description: "Of those kept: changed in place."
            },
            create: {
              type: "integer",
              minimum: 0
            },
            replace: {
              type: "integer",
              minimum: 0
            },
            delete: {
              type: "integer",
              minimum: 0
            }
          },
          required: ["keep", "update", "create", "replace", "delete"]
        },
        changes: {
          type: "array",
          items: {
            $ref: "#/$defs/change"
          }
        },
        capacity: {
          anyOf: [
            {
              type: "null"
            },
            {
              type: "object",
              properties: {
                now: {
                  $ref: "#/$defs/amount"
                },
                after: {
                  $ref: "#/$defs/amount"
                },
                mostBefore: {
                  $ref: "#/$defs/amount",
                  description: "At the largest size that the live groups may have."
                },
                most: {
                  $ref: "#/$defs/amount",
                  description: "At the largest size that is planned."
                }
              },
              required: ["now", "after", "mostBefore", "most"]
            }
          ],
          description: "What all servers together take of the quota; null when nothing changes or no flavor is known."
        },
        cost: {
          type: "object",
          description: "Empty where no price list counts.",
          properties: {
            currency: {
              type: "string"
            },
            hourly: {
              $ref: "#/$defs/beforeAfter"
            },
            monthly: {
              $ref: "#/$defs/beforeAfter",
              description: "A month has 730 hours."
            },
            unknown: {
              type: "array",
              items: {
                type: "string"
              },
              description: "What the price list does not know, in words."
            },
            team: {
              type: ["string", "null"],
              description: "Value of the label `team`, by which costs are added up."
            }
          }
        },
        findings: {
          type: "array",
          items: {
            $ref: "#/$defs/finding"
          }
        },
        scalingGroups: {
          type: "array",
          items: {
            $ref: "#/$defs/scalingGroup"
          }
        },
        triggers: {
          type: "array",
          items: {
            $ref: "#/$defs/trigger"
          },
          description: "What the alarms will do; empty when the scaling stays as it is."
        },
        steps: {
          type: "array",
          items: {
            $ref: "#/$defs/step"
          },
          description: "What apply sends, in order."
        }
      },
      required: [
        "name",
        "stack",
        "source",
        "action",
        "fingerprint",
        "byClock",
        "ignored",
        "size",
        "servers",
        "changes",
        "capacity",
        "cost",
        "findings",
        "scalingGroups",
        "triggers",
        "steps"
      ],
      description: "The plan of one spec, which is one Heat stack."
    },
    change: {
      type: "object",
      properties: {
        address: {
          type: "string",
          description: "Such as `resources.web` or `parameters.flavor`."
        },
        action: {
          $ref: "#/$defs/action"
        },
        reason: {
          type: "string"
        },
        confidence: {
          enum: ["certain", "predicted"],
          description: "predicted: depends on what only Heat can resolve."
        },
        fields: {
          type: "array",
          items: {
            type: "object",
            properties: {
              path: {
                type: "string"
              },
              before: {
                description: "null stands for absent, too; secrets are redacted."
              },
              after: {}
            },
            required: ["path", "before", "after"]
          }
        }
      },
      required: ["address", "action", "reason", "confidence", "fields"]
    },
    finding: {
      $ref: "problems.json#/$defs/finding"
    },
    scalingGroup: {
      type: "object",
      properties: {
        address: {
          type: "string"
        },
        size: {
          $ref: "#/$defs/size"
        },
        members: {
          type: "array",
          items: {
            type: "object",
            properties: {
              member: {
                type: ["string", "null"]
              },
              server: {
                anyOf: [
                  {
                    type: "null"
                  },
                  {
                    type: "object",
                    properties: {
                      id: {
                        type: "string"
                      },
                      name: {
                        type: "string"
                      }
                    },
                    required: ["id", "name"]
                  }
                ]
              },
              fate: {
                enum: ["keep", "update", "replace", "create", "delete"]
              },
              how: {
                type: "string"
              }
            },
            required: ["member", "server", "fate", "how"]
          }
        },
        batches: {
          type: "array",
          items: {
            type: "object",
            properties: {
              servers: {
                type: "array",
                items: {
                  type: "string"
                }
              },
              running: {
                type: "integer",
                minimum: 0
              },
              inService: {
                type: "integer",
                minimum: 0
              }
            },
            required: ["servers", "running", "inService"]
          }
        }
      },
      required: ["address", "size", "members", "batches"]
    },
    step: {
      type: "object",
      properties: {
        kind: {
          enum: ["create", "release-capacity", "shrink", "detour", "update", "delete"]
        },
        why: {
          type: "string"
        },
        capacities: {
          type: "array",
          items: {
            type: "object",
            properties: {
              file: {
                type: ["string", "null"]
              },
              path: {
                type: "array",
                items: {
                  type: "string"
                }
              },
              property: {
                enum: ["desired_capacity", "DesiredCapacity"]
              },
              value: {}
            },
            required: ["file", "path", "property", "value"]
          }
        }
      },
      required: ["kind", "why", "capacities"]
    },
    trigger: {
      type: "object",
      properties: {
        policy: {
          type: "string",
          description: "The scaling policy, by its name in the stack."
        },
        source: {
          $ref: "problems.json#/$defs/position"
        },
        effect: {
          type: "string",
          description: "Such as `adds 1 server`."
        },
        when: {
          type: "string",
          description: "The condition in words."
        },
        reaction: {
          anyOf: [
            {
              type: "null"
            },
            {
              type: "object",
              properties: {
                earliestSeconds: {
                  type: "integer",
                  minimum: 0
                },
                latestSeconds: {
                  type: "integer",
                  minimum: 0
                }
              },
              required: ["earliestSeconds", "latestSeconds"]
            }
          ],
          description: "From the load's change until the group has answered it; null where only a query's window decides."
        },
        measuredEverySeconds: {
          type: ["integer", "null"]
        },
        enabled: {
          type: "boolean",
          description: "false while the scaling is paused."
        }
      },
      required: ["policy", "source", "effect", "when", "reaction", "measuredEverySeconds", "enabled"]
    },
    hostRoom: {
      type: "object",
      properties: {
        flavor: {
          type: "string"
        },
        vcpus: {
          type: "integer"
        },
        ramMiB: {
          type: "integer"
        },
        diskGiB: {
          type: "integer",
          description: "Of the host's own disk; 0 for servers that boot from a volume."
        },
        servers: {
          type: ["integer", "null"],
          minimum: 0,
          description: "About so many more; others share the hosts. null where nobody can tell."
        },
        orMore: {
          type: "boolean",
          description: "There are more hosts than were asked for."
        },
        why: {
          type: ["string", "null"],
          description: "Why nobody can tell."
        }
      },
      required: ["flavor", "vcpus", "ramMiB", "diskGiB", "servers", "orMore", "why"]
    },
    headRoom: {
      type: "object",
      properties: {
        quota: {
          enum: [
            "instances",
            "cores",
            "ramMiB",
            "ports",
            "floatingIps",
            "poolMembers",
            "volumes",
            "volumeGiB",
            "serverGroupMembers"
          ]
        },
        of: {
          type: ["string", "null"],
          description: "Whose server group it is; null where the quota is the project's."
        },
        state: {
          enum: ["exceeded", "tight", "roomy", "unlimited", "unknown"],
          description: "tight: with rollouts more than 80 % are used."
        },
        limit: {
          type: ["integer", "null"],
          minimum: 0,
          description: "null where there is none, or nobody can tell."
        },
        others: {
          type: ["integer", "null"],
          minimum: 0,
          description: "Used now by what is no group of these specs."
        },
        most: {
          type: ["integer", "null"],
          minimum: 0,
          description: "What all groups take at their largest."
        },
        surge: {
          type: ["integer", "null"],
          minimum: 0,
          description: "What they take further while full groups exchange their servers."
        },
        why: {
          type: ["string", "null"],
          description: "Why nobody can tell."
        }
      },
      required: ["quota", "of", "state", "limit", "others", "most", "surge", "why"],
      description: "One quota that the groups use up."
    },
    amounts: {
      type: "object",
      properties: {
        min: {
          type: ["number", "null"],
          minimum: 0
        },
        now: {
          type: ["number", "null"],
          minimum: 0,
          description: "With the servers that are there now, or right after."
        },
        max: {
          type: ["number", "null"],
          minimum: 0
        }
      },
      required: ["min", "now", "max"],
      description: "null where not every price is known."
    },
    beforeAfter: {
      type: "object",
      properties: {
        before: {
          $ref: "#/$defs/amounts"
        },
        after: {
          $ref: "#/$defs/amounts"
        }
      },
      required: ["before", "after"]
    }
  }
};

// src/core/report/schema/problems.schema.json
var problems_schema_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "problems.json",
  title: "What is wrong with specs",
  type: "object",
  properties: {
    version: {
      const: 1
    },
    problems: {
      type: "array",
      items: {
        $ref: "#/$defs/problem"
      }
    },
    findings: {
      type: "array",
      items: {
        $ref: "#/$defs/finding"
      },
      description: "What the scaling policies may do that nobody wants; never a reason to fail."
    },
    error: {
      type: "string",
      description: "What broke, when the command could not be carried out."
    }
  },
  required: ["version", "problems"],
  $defs: {
    position: {
      type: "object",
      properties: {
        file: {
          type: "string",
          description: "Path inside the repository, with `/`."
        },
        line: {
          type: "integer",
          minimum: 1,
          description: "Counts from 1."
        },
        column: {
          type: "integer",
          minimum: 1,
          description: "Counts from 1."
        }
      },
      required: ["file", "line", "column"]
    },
    problem: {
      type: "object",
      properties: {
        file: {
          type: "string"
        },
        line: {
          type: "integer",
          minimum: 1
        },
        column: {
          type: "integer",
          minimum: 1
        },
        message: {
          type: "string",
          description: "What is so, and what would be right."
        }
      },
      required: ["file", "line", "column", "message"],
      description: "The spec is wrong at this place."
    },
    finding: {
      type: "object",
      properties: {
        rule: {
          type: "string"
        },
        severity: {
          enum: ["error", "warn", "info"],
          description: "error refuses the change."
        },
        message: {
          type: "string"
        },
        source: {
          $ref: "#/$defs/position"
        }
      },
      required: ["rule", "severity", "message"]
    }
  }
};

// src/core/guard/schema/guardrail-facts.schema.json
var guardrail_facts_schema_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "guardrail-facts.json",
  title: "What a guardrail sees of one group",
  description: "Every key is always there, null where there is nothing. Keys are added, never renamed.",
  type: "object",
  properties: {
    group: {
      type: "object",
      description: "Which group it is.",
      properties: {
        name: {
          description: "The spec's name, which is the stack's.",
          type: "string"
        },
        kind: {
          enum: ["AutoScalingGroup", "HeatStack", "HOT", "CloudFormation", "Deleted"]
        },
        labels: {
          description: "The spec's labels.",
          type: "object",
          additionalProperties: {
            type: "string"
          }
        },
        protect: {
          description: "The spec protects its stack.",
          type: "boolean"
        }
      },
      required: ["name", "kind", "labels", "protect"],
      additionalProperties: false
    },
    plan: {
      description: "The group's plan, as `plan --format json` prints it: `plan.action`, `plan.size`, `plan.servers`, `plan.changes`, `plan.scalingGroups` with the fate of each member and the batches, `plan.steps`.",
      $ref: "plan.json#/$defs/group"
    },
    spec: {
      description: "A spec of kind AutoScalingGroup with every default filled in, lengths of time in seconds; null for templates and tombstones.",
      anyOf: [
        {
          type: "null"
        },
        {
          type: "object",
          properties: {
            size: {
              type: "object",
              description: "Bounds.",
              properties: {
                min: {
                  type: "integer"
                },
                max: {
                  type: "integer"
                },
                initial: {
                  description: "Counts at the creation only.",
                  type: "integer"
                },
                lowest: {
                  description: "The lowest min, schedules included.",
                  type: "integer"
                },
                highest: {
                  description: "The highest max, schedules included.",
                  type: "integer"
                }
              },
              required: ["min", "max", "initial", "lowest", "highest"],
              additionalProperties: false
            },
            server: {
              type: "object",
              description: "Each server.",
              properties: {
                image: {
                  type: "string"
                },
                flavor: {
                  type: "string"
                },
                networks: {
                  type: "array",
                  items: {
                    type: "object",
                    description: "An interface.",
                    properties: {
                      network: {
                        type: "string"
                      },
                      subnet: {
                        type: ["string", "null"]
                      },
                      securityGroups: {
                        anyOf: [
                          {
                            type: "null"
                          },
                          {
                            type: "array",
                            items: {
                              type: "string"
                            }
                          }
                        ]
                      },
                      portSecurity: {
                        type: "boolean"
                      },
                      allowedAddresses: {
                        type: "array",
                        items: {
                          type: "string"
                        }
                      }
                    },
                    required: ["network", "subnet", "securityGroups", "portSecurity", "allowedAddresses"],
                    additionalProperties: false
                  }
                },
                securityGroups: {
                  type: "array",
                  items: {
                    type: "string"
                  }
                },
                keyPair: {
                  type: ["string", "null"]
                },
                availabilityZone: {
                  type: ["string", "null"]
                },
                serverGroup: {
                  description: "The server group; null when there is none.",
                  anyOf: [
                    {
                      type: "null"
                    },
                    {
                      type: "object",
                      properties: {
                        existing: {
                          description: "Name or id of one that exists already.",
                          type: ["string", "null"]
                        },
                        policy: {
                          description: "Of the stack's own: anti-affinity, soft-anti-affinity, affinity or soft-affinity.",
                          type: ["string", "null"]
                        },
                        maxPerHost: {
                          type: ["integer", "null"]
                        }
                      },
                      required: ["existing", "policy", "maxPerHost"],
                      additionalProperties: false
                    }
                  ]
                },
                schedulerHints: {
                  type: "object",
                  additionalProperties: {
                    type: "string"
                  }
                },
                bootVolume: {
                  description: "The volume it boots from; null: from its image.",
                  anyOf: [
                    {
                      type: "null"
                    },
                    {
                      type: "object",
                      properties: {
                        sizeGiB: {
                          type: "integer"
                        },
                        type: {
                          type: ["string", "null"]
                        },
                        keep: {
                          type: "boolean"
                        }
                      },
                      required: ["sizeGiB", "type", "keep"],
                      additionalProperties: false
                    }
                  ]
                },
                floatingIpNetwork: {
                  description: "Where each server's floating IP comes from; null = none.",
                  type: ["string", "null"]
                },
                configDrive: {
                  type: ["boolean", "null"]
                },
                tags: {
                  type: "array",
                  items: {
                    type: "string"
                  }
                },
                metadata: {
                  type: "object",
                  additionalProperties: {
                    type: "string"
                  }
                },
                userDataBytes: {
                  description: "Length of the user data, 0 where there is none; the text itself is not shown to rules.",
                  type: "integer"
                }
              },
              required: [
                "image",
                "flavor",
                "networks",
                "securityGroups",
                "keyPair",
                "availabilityZone",
                "serverGroup",
                "schedulerHints",
                "bootVolume",
                "floatingIpNetwork",
                "configDrive",
                "tags",
                "metadata",
                "userDataBytes"
              ],
              additionalProperties: false
            },
            zones: {
              description: "Availability zones with a group of their own; empty = one group, anywhere.",
              type: "array",
              items: {
                type: "string"
              }
            },
            securityRules: {
              description: "Rules of the stack's own security group; null when it has none.",
              anyOf: [
                {
                  type: "null"
                },
                {
                  type: "array",
                  items: {
                    type: "object",
                    description: "A rule of the stack's own security group.",
                    properties: {
                      protocol: {
                        type: "string"
                      },
                      ports: {
                        anyOf: [
                          {
                            type: "null"
                          },
                          {
                            type: "object",
                            properties: {
                              from: {
                                type: "integer"
                              },
                              to: {
                                type: "integer"
                              }
                            },
                            required: ["from", "to"],
                            additionalProperties: false
                          }
                        ]
                      },
                      direction: {
                        enum: ["in", "out"]
                      },
                      ipVersion: {
                        type: "integer"
                      },
                      everybody: {
                        description: "For everybody.",
                        type: "boolean"
                      },
                      cidr: {
                        description: "For a range of addresses.",
                        type: ["string", "null"]
                      },
                      securityGroup: {
                        description: "For the members of another group.",
                        type: ["string", "null"]
                      }
                    },
                    required: [
                      "protocol",
                      "ports",
                      "direction",
                      "ipVersion",
                      "everybody",
                      "cidr",
                      "securityGroup"
                    ],
                    additionalProperties: false
                  }
                }
              ]
            },
            loadBalancer: {
              description: "What the servers stand behind; one of the three is not null.",
              anyOf: [
                {
                  type: "null"
                },
                {
                  type: "object",
                  properties: {
                    octavia: {
                      description: "A load balancer of the stack's own.",
                      anyOf: [
                        {
                          type: "null"
                        },
                        {
                          type: "object",
                          properties: {
                            subnet: {
                              type: "string"
                            },
                            provider: {
                              type: ["string", "null"]
                            },
                            floatingIpNetwork: {
                              type: ["string", "null"]
                            },
                            listener: {
                              type: "object",
                              properties: {
                                protocol: {
                                  type: "string"
                                },
                                port: {
                                  type: "integer"
                                },
                                connectionLimit: {
                                  type: ["integer", "null"]
                                },
                                allowedCidrs: {
                                  type: "array",
                                  items: {
                                    type: "string"
                                  }
                                },
                                tlsContainer: {
                                  type: ["string", "null"]
                                }
                              },
                              required: [
                                "protocol",
                                "port",
                                "connectionLimit",
                                "allowedCidrs",
                                "tlsContainer"
                              ],
                              additionalProperties: false
                            },
                            pool: {
                              type: "object",
                              properties: {
                                protocol: {
                                  type: "string"
                                },
                                algorithm: {
                                  type: "string"
                                },
                                sessionPersistence: {
                                  anyOf: [
                                    {
                                      type: "null"
                                    },
                                    {
                                      type: "object",
                                      properties: {
                                        type: {
                                          type: "string"
                                        },
                                        cookie: {
                                          type: ["string", "null"]
                                        }
                                      },
                                      required: ["type", "cookie"],
                                      additionalProperties: false
                                    }
                                  ]
                                }
                              },
                              required: ["protocol", "algorithm", "sessionPersistence"],
                              additionalProperties: false
                            },
                            member: {
                              $ref: "#/$defs/member"
                            },
                            monitor: {
                              description: "The health monitor.",
                              anyOf: [
                                {
                                  type: "null"
                                },
                                {
                                  type: "object",
                                  properties: {
                                    type: {
                                      type: "string"
                                    },
                                    path: {
                                      type: ["string", "null"]
                                    },
                                    method: {
                                      type: ["string", "null"]
                                    },
                                    codes: {
                                      type: ["string", "null"]
                                    },
                                    delaySeconds: {
                                      type: "integer"
                                    },
                                    timeoutSeconds: {
                                      type: "integer"
                                    },
                                    retries: {
                                      type: "integer"
                                    }
                                  },
                                  required: [
                                    "type",
                                    "path",
                                    "method",
                                    "codes",
                                    "delaySeconds",
                                    "timeoutSeconds",
                                    "retries"
                                  ],
                                  additionalProperties: false
                                }
                              ]
                            }
                          },
                          required: [
                            "subnet",
                            "provider",
                            "floatingIpNetwork",
                            "listener",
                            "pool",
                            "member",
                            "monitor"
                          ],
                          additionalProperties: false
                        }
                      ]
                    },
                    existingPool: {
                      description: "A pool that is somebody else's.",
                      anyOf: [
                        {
                          type: "null"
                        },
                        {
                          type: "object",
                          properties: {
                            pool: {
                              type: "string"
                            },
                            member: {
                              $ref: "#/$defs/member"
                            }
                          },
                          required: ["pool", "member"],
                          additionalProperties: false
                        }
                      ]
                    },
                    haproxy: {
                      description: "A backend of an HAProxy.",
                      anyOf: [
                        {
                          type: "null"
                        },
                        {
                          type: "object",
                          properties: {
                            backend: {
                              type: "string"
                            },
                            port: {
                              type: "integer"
                            },
                            runtimeApis: {
                              type: "array",
                              items: {
                                type: "string"
                              }
                            },
                            network: {
                              type: "string"
                            }
                          },
                          required: ["backend", "port", "runtimeApis", "network"],
                          additionalProperties: false
                        }
                      ]
                    }
                  },
                  required: ["octavia", "existingPool", "haproxy"],
                  additionalProperties: false
                }
              ]
            },
            scaling: {
              type: "object",
              description: "How it scales.",
              properties: {
                cooldownSeconds: {
                  type: "integer"
                },
                granularitySeconds: {
                  type: ["integer", "null"]
                },
                paused: {
                  description: "The alarms are switched off.",
                  type: "boolean"
                },
                policies: {
                  type: "array",
                  items: {
                    type: "object",
                    description: "A scaling policy as it is written.",
                    properties: {
                      name: {
                        type: "string"
                      },
                      adjustment: {
                        enum: ["change", "percent", "exact"]
                      },
                      amount: {
                        description: "Signed: remove 1 is -1.",
                        type: "integer"
                      },
                      minStep: {
                        type: ["integer", "null"]
                      },
                      cooldownSeconds: {
                        description: "null = the group's.",
                        type: ["integer", "null"]
                      },
                      alarm: {
                        description: "What calls for it; null = whoever calls its URL.",
                        anyOf: [
                          {
                            type: "null"
                          },
                          {
                            type: "object",
                            properties: {
                              match: {
                                enum: ["all", "any"]
                              },
                              repeat: {
                                type: "boolean"
                              },
                              severity: {
                                type: "string"
                              },
                              conditions: {
                                type: "array",
                                items: {
                                  type: "object",
                                  properties: {
                                    metric: {
                                      type: ["string", "null"]
                                    },
                                    prometheus: {
                                      description: "A query.",
                                      type: ["string", "null"]
                                    },
                                    comparison: {
                                      enum: ["above", "below"]
                                    },
                                    threshold: {
                                      $ref: "#/$defs/threshold"
                                    },
                                    forSeconds: {
                                      description: "null = as many measures as it needs.",
                                      type: ["integer", "null"]
                                    }
                                  },
                                  required: [
                                    "metric",
                                    "prometheus",
                                    "comparison",
                                    "threshold",
                                    "forSeconds"
                                  ],
                                  additionalProperties: false
                                }
                              }
                            },
                            required: ["match", "repeat", "severity", "conditions"],
                            additionalProperties: false
                          }
                        ]
                      },
                      steps: {
                        type: "array",
                        items: {
                          type: "object",
                          properties: {
                            adjustment: {
                              enum: ["change", "percent", "exact"]
                            },
                            amount: {
                              type: "integer"
                            },
                            threshold: {
                              $ref: "#/$defs/threshold"
                            }
                          },
                          required: ["adjustment", "amount", "threshold"],
                          additionalProperties: false
                        }
                      }
                    },
                    required: [
                      "name",
                      "adjustment",
                      "amount",
                      "minStep",
                      "cooldownSeconds",
                      "alarm",
                      "steps"
                    ],
                    additionalProperties: false
                  }
                },
                target: {
                  description: "The value that a metric is kept near.",
                  anyOf: [
                    {
                      type: "null"
                    },
                    {
                      type: "object",
                      properties: {
                        metric: {
                          type: "string"
                        },
                        value: {
                          $ref: "#/$defs/threshold"
                        },
                        forSeconds: {
                          type: ["integer", "null"]
                        }
                      },
                      required: ["metric", "value", "forSeconds"],
                      additionalProperties: false
                    }
                  ]
                },
                schedules: {
                  type: "array",
                  items: {
                    type: "object",
                    description: "Bounds by the clock.",
                    properties: {
                      name: {
                        type: "string"
                      },
                      cron: {
                        type: "string"
                      },
                      timezone: {
                        type: "string"
                      },
                      forSeconds: {
                        type: "integer"
                      },
                      min: {
                        type: ["integer", "null"]
                      },
                      max: {
                        type: ["integer", "null"]
                      }
                    },
                    required: ["name", "cron", "timezone", "forSeconds", "min", "max"],
                    additionalProperties: false
                  }
                }
              },
              required: [
                "cooldownSeconds",
                "granularitySeconds",
                "paused",
                "policies",
                "target",
                "schedules"
              ],
              additionalProperties: false
            },
            health: {
              description: "How servers are watched; null = nobody replaces one that is dead.",
              anyOf: [
                { type: "null" },
                {
                  type: "object",
                  properties: {
                    checks: {
                      description: "What is asked: server, loadBalancer, http, tcp.",
                      type: "array",
                      items: { enum: ["server", "loadBalancer", "http", "tcp"] }
                    },
                    graceSeconds: { description: "From a server's launch.", type: "integer" },
                    replace: {
                      type: "object",
                      properties: {
                        maxUnavailable: {
                          description: "Servers out of service at once.",
                          type: "integer"
                        },
                        perHour: {
                          description: "Replacements in an hour; 0 = none ever.",
                          type: "integer"
                        },
                        brake: {
                          description: "Above this share of sick servers none is replaced.",
                          type: "number"
                        }
                      },
                      required: ["maxUnavailable", "perHour", "brake"],
                      additionalProperties: false
                    }
                  },
                  required: ["checks", "graceSeconds", "replace"],
                  additionalProperties: false
                }
              ]
            },
            rollout: {
              type: "object",
              description: "How servers are exchanged.",
              properties: {
                maxBatch: {
                  type: "integer"
                },
                minInService: {
                  type: "integer"
                },
                pauseSeconds: {
                  type: "integer"
                },
                imageChange: {
                  enum: ["replace", "rebuild"]
                },
                flavorChange: {
                  enum: ["replace", "resize"]
                },
                ready: {
                  description: "A new server counts after its own word; null = as soon as Nova says ACTIVE.",
                  anyOf: [
                    {
                      type: "null"
                    },
                    {
                      type: "object",
                      properties: {
                        timeoutSeconds: {
                          type: "integer"
                        },
                        check: {
                          type: ["string", "null"]
                        }
                      },
                      required: ["timeoutSeconds", "check"],
                      additionalProperties: false
                    }
                  ]
                },
                drainSeconds: {
                  type: "integer"
                }
              },
              required: [
                "maxBatch",
                "minInService",
                "pauseSeconds",
                "imageChange",
                "flavorChange",
                "ready",
                "drainSeconds"
              ],
              additionalProperties: false
            },
            timeoutMinutes: {
              type: ["integer", "null"]
            },
            budget: {
              description: "What the spec allows.",
              anyOf: [
                {
                  type: "null"
                },
                {
                  type: "object",
                  properties: {
                    monthly: {
                      type: "number"
                    },
                    severity: {
                      enum: ["error", "warn"]
                    }
                  },
                  required: ["monthly", "severity"],
                  additionalProperties: false
                }
              ]
            }
          },
          required: [
            "size",
            "server",
            "zones",
            "securityRules",
            "loadBalancer",
            "scaling",
            "rollout",
            "health",
            "timeoutMinutes",
            "budget"
          ],
          additionalProperties: false
        }
      ]
    },
    alarms: {
      description: "How fast the alarms act; empty for templates.",
      type: "array",
      items: {
        type: "object",
        description: "The alarm of a scaling policy, also of a step or a target.",
        properties: {
          policy: {
            type: "string"
          },
          direction: {
            description: "Whether it adds servers or takes them away.",
            enum: ["out", "in"]
          },
          windowSeconds: {
            description: "Seconds that its conditions must hold; 0 where only Prometheus knows.",
            type: "integer"
          },
          cooldownSeconds: {
            type: "integer"
          },
          repeat: {
            description: "It signals again while its conditions hold.",
            type: "boolean"
          }
        },
        required: ["policy", "direction", "windowSeconds", "cooldownSeconds", "repeat"],
        additionalProperties: false
      }
    },
    before: {
      description: "The stack as it is; null where there is none.",
      anyOf: [
        {
          type: "null"
        },
        {
          $ref: "#/$defs/stack"
        }
      ]
    },
    after: {
      description: "The stack as it is to be; null for a tombstone.",
      anyOf: [
        {
          type: "null"
        },
        {
          $ref: "#/$defs/stack"
        }
      ]
    },
    live: {
      description: "What the cloud says of the stack; null where there is none.",
      anyOf: [
        {
          type: "null"
        },
        {
          type: "object",
          properties: {
            status: {
              description: "Such as `UPDATE_COMPLETE`.",
              type: "string"
            },
            managed: {
              description: "Thermostat made it or took it over.",
              type: "boolean"
            },
            createdAt: {
              type: "string"
            },
            updatedAt: {
              type: ["string", "null"]
            },
            servers: {
              type: "array",
              items: {
                type: "object",
                properties: {
                  name: {
                    type: "string"
                  },
                  status: {
                    description: "Nova's, or MISSING.",
                    type: "string"
                  },
                  flavor: {
                    type: ["string", "null"]
                  },
                  createdAt: {
                    type: ["string", "null"]
                  }
                },
                required: ["name", "status", "flavor", "createdAt"],
                additionalProperties: false
              }
            }
          },
          required: ["status", "managed", "createdAt", "updatedAt", "servers"],
          additionalProperties: false
        }
      ]
    },
    settings: {
      type: "object",
      description: "Of the repository, from the base branch.",
      properties: {
        maxDeletions: {
          type: "integer"
        },
        freezeWindows: {
          description: "Windows in which this group may not change.",
          type: "integer"
        }
      },
      required: ["maxDeletions", "freezeWindows"],
      additionalProperties: false
    },
    capacity: {
      description: "Head-room of the project by quota; null where nobody asked.",
      anyOf: [
        {
          type: "null"
        },
        {
          type: "object",
          properties: {
            instances: {
              $ref: "#/$defs/quota"
            },
            cores: {
              $ref: "#/$defs/quota"
            },
            ramMiB: {
              $ref: "#/$defs/quota"
            },
            ports: {
              $ref: "#/$defs/quota"
            },
            floatingIps: {
              $ref: "#/$defs/quota"
            },
            poolMembers: {
              $ref: "#/$defs/quota"
            },
            volumes: {
              $ref: "#/$defs/quota"
            },
            volumeGiB: {
              $ref: "#/$defs/quota"
            }
          },
          required: [
            "instances",
            "cores",
            "ramMiB",
            "ports",
            "floatingIps",
            "poolMembers",
            "volumes",
            "volumeGiB"
          ],
          additionalProperties: false
        }
      ]
    },
    cost: {
      description: "What the group costs; null where no price list counts.",
      anyOf: [
        {
          type: "null"
        },
        {
          type: "object",
          properties: {
            currency: {
              type: "string"
            },
            hourly: {
              $ref: "#/$defs/beforeAfter"
            },
            monthly: {
              $ref: "#/$defs/beforeAfter"
            },
            unknown: {
              type: "array",
              description: "What the price list does not know, in words.",
              items: {
                type: "string"
              }
            },
            team: {
              type: ["string", "null"]
            }
          },
          required: ["currency", "hourly", "monthly", "unknown", "team"],
          additionalProperties: false
        }
      ]
    }
  },
  required: ["group", "plan", "spec", "alarms", "before", "after", "live", "settings", "capacity", "cost"],
  additionalProperties: false,
  $defs: {
    threshold: {
      type: "object",
      description: "As written: `80%` is 80 and `%`.",
      properties: {
        value: {
          type: "number"
        },
        unit: {
          type: "string"
        }
      },
      required: ["value", "unit"],
      additionalProperties: false
    },
    member: {
      type: "object",
      description: "Membership in a pool.",
      properties: {
        port: {
          type: "integer"
        },
        subnet: {
          type: ["string", "null"]
        },
        network: {
          type: "string"
        },
        weight: {
          type: "integer"
        }
      },
      required: ["port", "subnet", "network", "weight"],
      additionalProperties: false
    },
    stack: {
      type: "object",
      description: "A stack, as it is or as it is to be.",
      properties: {
        labels: {
          description: "From its tags `key=value`.",
          type: "object",
          additionalProperties: {
            type: "string"
          }
        },
        protect: {
          description: "Nothing deletes it.",
          type: "boolean"
        },
        groups: {
          description: "Its scaling groups; one a zone where zones are named.",
          type: "array",
          items: {
            $ref: "#/$defs/scalingGroup"
          }
        },
        resources: {
          description: "Resources by name; parameters and conditions are resolved, except hidden parameters.",
          type: "object",
          additionalProperties: {
            type: "object",
            description: "A resource.",
            properties: {
              type: {
                type: "string"
              },
              properties: {
                type: "object",
                additionalProperties: {
                  description: "As Heat gets it, without user data."
                }
              }
            },
            required: ["type", "properties"],
            additionalProperties: false
          }
        }
      },
      required: ["labels", "protect", "groups", "resources"],
      additionalProperties: false
    },
    scalingGroup: {
      type: "object",
      description: "A scaling group inside the stack.",
      properties: {
        address: {
          description: "Resource names from the stack down, joined by `/`.",
          type: "string"
        },
        type: {
          type: "string"
        },
        min: {
          description: "null where only Heat can compute it.",
          type: ["integer", "null"]
        },
        max: {
          type: ["integer", "null"]
        },
        maxBatch: {
          description: "Members exchanged at once.",
          type: "integer"
        },
        minInService: {
          type: "integer"
        },
        pauseSeconds: {
          type: "integer"
        },
        servers: {
          description: "The servers of one member: one, as a rule.",
          type: "array",
          items: {
            type: "object",
            description: "A server of each member.",
            properties: {
              image: {
                description: "Name or id; that of the boot volume where it boots from one.",
                type: ["string", "null"]
              },
              flavor: {
                description: "Name or id.",
                type: ["string", "null"]
              },
              properties: {
                type: "object",
                additionalProperties: {
                  description: "As Heat gets it, without user data."
                }
              }
            },
            required: ["image", "flavor", "properties"],
            additionalProperties: false
          }
        }
      },
      required: ["address", "type", "min", "max", "maxBatch", "minInService", "pauseSeconds", "servers"],
      additionalProperties: false
    },
    quota: {
      anyOf: [
        {
          type: "null"
        },
        {
          type: "object",
          properties: {
            limit: {
              type: "integer",
              description: "What the project may have."
            },
            others: {
              type: "integer",
              description: "Used now by what is no group of these specs."
            },
            most: {
              type: "integer",
              description: "What all groups take at their largest."
            },
            surge: {
              type: "integer",
              description: "What they take further while servers are exchanged."
            }
          },
          required: ["limit", "others", "most", "surge"],
          additionalProperties: false
        }
      ],
      description: "null where it is unlimited, unknown, or used by no group."
    },
    amounts: {
      type: "object",
      description: "null where not every price is known.",
      properties: {
        min: {
          type: ["number", "null"]
        },
        now: {
          type: ["number", "null"]
        },
        max: {
          type: ["number", "null"]
        }
      },
      required: ["min", "now", "max"],
      additionalProperties: false
    },
    beforeAfter: {
      type: "object",
      description: "As it is, and as it is to be.",
      properties: {
        before: {
          $ref: "#/$defs/amounts"
        },
        after: {
          $ref: "#/$defs/amounts"
        }
      },
      required: ["before", "after"],
      additionalProperties: false
    }
  }
};

// src/core/guard/facts/facts-shape.ts
var FILES = {
  "guardrail-facts.json": guardrail_facts_schema_default.$defs,
  "plan.json": plan_schema_default.$defs,
  "problems.json": problems_schema_default.$defs
};
var FACTS = shapes(
  guardrail_facts_schema_default.properties,
  "guardrail-facts.json"
);
function shapes(nodes, file) {
  return Object.fromEntries(Object.entries(nodes).map(([key, node]) => [key, shapeOf(node, file)]));
}
function shapeOf(node, file) {
  if (node.$ref !== void 0) {
    const [, other = "", definition = ""] = /^([^#]*)#\/\$defs\/(.+)$/.exec(node.$ref) ?? [];
    const home = other === "" ? file : other;
    const target = FILES[home]?.[definition];
    return target ? shapeOf(target, home) : {};
  }
  const inner = node.anyOf?.find((one) => one.properties ?? one.items ?? one.$ref);
  if (inner) return shapeOf(inner, file);
  const { properties, items, additionalProperties } = node;
  return {
    ...properties && { properties: shapes(properties, file) },
    ...items && { items: shapeOf(items, file) },
    ...typeof additionalProperties === "object" && {
      additionalProperties: shapeOf(additionalProperties, file)
    }
  };
}

export {
  FACTS
};
