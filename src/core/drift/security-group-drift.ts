/** Drift of a stack's own security groups: rules that somebody added or took away. */
import type { DriftItem } from '../../model/drift.ts';
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Thing } from '../../model/things.ts';
import { isUnresolved } from '../heat/resolve.ts';
import { driftItem } from './kinds.ts';
import { remakeWords } from './remake.ts';
import { objectsIn, type StackView, thingBehind, timeField } from './view.ts';

export function securityGroupDrift(view: StackView): readonly DriftItem[] {
  return view.told
    .filter(({ type, settled }) => type === 'OS::Neutron::SecurityGroup' && settled)
    .flatMap((told) => {
      const live = thingBehind(view, 'securityGroup', told);
      const subject = `security group ${told.address}`;
      if (live === null) return [];
      if (live === undefined) {
        return [
          driftItem({
            kind: 'security-group-missing',
            subject,
            repository: 'there',
            cloud: 'does not exist in Neutron',
            remedy: `Heat does not know that it is gone: ${remakeWords(view.stack.name, told.address)}`,
          }),
        ];
      }
      const rules = told.properties['rules'] ?? [];
      return isUnresolved(rules) ? [] : ruleDrift(view, rules, live, subject);
    });
}

function ruleDrift(view: StackView, rules: Json, live: Thing, subject: string): readonly DriftItem[] {
  const wanted = new Map(wantedRules(view, rules, live.id));
  const resources = new Set(view.stack.resources.map(({ physicalId }) => physicalId));
  // a rule may be a resource of its own (OS::Neutron::SecurityGroupRule)
  const there = objectsIn(live.fields, 'security_group_rules').filter(({ id }) => !resources.has(String(id)));
  const about = { service: 'securityGroup', id: live.id } as const;
  const has = new Set(there.map((rule) => ruleWords(view, rule, live.id)));
  const removed = [...wanted].filter(([words]) => !has.has(words));
  const added = there.filter((rule) => !wanted.has(ruleWords(view, rule, live.id)));
  return [
    ...removed.map(([words, rule]) =>
      driftItem({
        kind: 'security-rule-removed',
        subject,
        about,
        repository: words,
        cloud: 'no such rule',
        remedy: `an update of the stack does not mend it, as the template is the same: add it again by \`openstack security group rule create\` on ${live.id}`,
        since: timeField(live.fields, 'updated_at'),
        mends: [{ kind: 'addRule', group: live.id, rule: asNeutron(rule) }],
      }),
    ),
    ...added.map((rule) =>
      driftItem({
        kind: 'security-rule-added',
        subject,
        about,
        repository: 'no such rule',
        cloud: ruleWords(view, rule, live.id),
        remedy: `put it into the spec, or \`openstack security group rule delete ${String(rule['id'])}\``,
        since: timeField(rule, 'created_at'),
        mends: [{ kind: 'removeRule', id: String(rule['id']) }],
      }),
    ),
  ];
}

/** An egress rule of one's own takes the place of the two that let everything out (measured). */
function wantedRules(
  view: StackView,
  rules: Json,
  own: string,
): readonly (readonly [words: string, rule: JsonObject])[] {
  const given = (Array.isArray(rules) ? rules.filter(isJsonObject) : []).map((rule) =>
    rule['remote_mode'] === 'remote_group_id' && rule['remote_group_id'] === undefined
      ? { ...rule, remote_group_id: own }
      : rule,
  );
  const everything = ['IPv4', 'IPv6'].map((ethertype) => ({ direction: 'egress', ethertype }));
  const all = given.some((rule) => rule['direction'] === 'egress') ? given : [...given, ...everything];
  return all.map((rule) => [ruleWords(view, rule, own), rule]);
}

/** HOT's names are Neutron's, but for the mode, and for defaults that Heat fills in (heat/engine/resources/openstack/neutron/security_group.py). */
function asNeutron({ remote_mode: _, ...rule }: JsonObject): JsonObject {
  return { direction: 'ingress', ethertype: 'IPv4', ...rule };
}

/** One spelling of a rule, whoever wrote it: `in tcp 80 from 10.0.0.0/8 (IPv4)`. */
function ruleWords(view: StackView, rule: JsonObject, own: string): string {
  const direction = rule['direction'] === 'egress' ? 'out' : 'in';
  const ports = [rule['port_range_min'], rule['port_range_max']].filter((port) => (port ?? null) !== null);
  const range = ports.length === 0 ? '' : ` ${[...new Set(ports.map(String))].join('-')}`;
  const peer = peerWords(view, rule, own);
  const family = String(rule['ethertype'] ?? 'IPv4');
  return `${direction} ${protocolWords(rule['protocol'])}${range} ${direction === 'in' ? 'from' : 'to'} ${peer} (${family})`;
}

const PROTOCOLS: Readonly<Record<string, string>> = {
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  '58': 'icmpv6',
  'ipv6-icmp': 'icmpv6',
};

function protocolWords(protocol: Json | undefined): string {
  const text = String(protocol ?? 'any').toLowerCase();
  return PROTOCOLS[text] ?? text;
}

function peerWords({ around }: StackView, rule: JsonObject, own: string): string {
  const group = rule['remote_group_id'] ?? null;
  if (typeof group === 'string') {
    if (group === own) return 'the group itself';
    const named = around.things.of.securityGroup?.get(group)?.fields['name'];
    return `security group ${typeof named === 'string' ? named : group}`;
  }
  const range = rule['remote_ip_prefix'] ?? null;
  return typeof range === 'string' && range !== '0.0.0.0/0' && range !== '::/0' ? range : 'everybody';
}
