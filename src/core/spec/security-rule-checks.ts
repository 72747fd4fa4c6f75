/** What the rules of a stack's own security group must fulfil, as Neutron would have it. */
import type { AutoScalingGroup, Rule } from '../../generated/spec-types.ts';
import type { SecurityRuleSpec } from '../../model/server-spec.ts';
import type { GroupSpec } from '../../model/spec.ts';
import { rangeOf } from './addresses.ts';
import type { Complaint } from './complaint.ts';
import { quote } from './quote.ts';
import { rangeComplaint } from './range-complaint.ts';

export function securityRuleComplaints(raw: AutoScalingGroup, spec: GroupSpec): readonly Complaint[] {
  const rules = raw.spec.securityGroup?.rules ?? [];
  return [
    ...rules.flatMap((rule, index) => ruleComplaints(rule, `/spec/securityGroup/rules/${index}`)),
    ...repeated(spec.securityRules ?? []),
  ];
}

function ruleComplaints(rule: Rule, pointer: string): readonly Complaint[] {
  return [...ports(rule, pointer), ...peers(rule, pointer), ...family(rule, pointer)];
}

/** neutron/db/securitygroups_db.py _validate_port_range; with ICMP the numbers would mean type and code. */
function ports({ protocol, port }: Rule, pointer: string): readonly Complaint[] {
  if (port === undefined) return [];
  const at = `${pointer}/port`;
  if (protocol === 'any' || protocol === 'icmp' || protocol === 'icmpv6') {
    const message = `the rule has the port ${quote(String(port))} with the protocol ${quote(protocol)}; ports go with tcp, udp and sctp only`;
    return [{ pointer: at, message }];
  }
  if (typeof port === 'number') return [];
  const [from = 0, to = 0] = port.split('-').map(Number);
  if (from < 1 || to > 65_535 || from > 65_535)
    return [
      { pointer: at, message: `the ports ${quote(port)} are outside 1 to 65535; write such as 8000-8100` },
    ];
  return from <= to
    ? []
    : [
        {
          pointer: at,
          message: `the ports ${quote(port)} end before they begin; write ${quote(`${to}-${from}`)}`,
        },
      ];
}

function peers(rule: Rule, pointer: string): readonly Complaint[] {
  const wrong = rule.direction === 'out' ? 'from' : 'to';
  const right = wrong === 'from' ? 'to' : 'from';
  const given = rule[right];
  return [
    ...(rule[wrong] === undefined
      ? []
      : [
          {
            pointer: `${pointer}/${wrong}`,
            message: `the rule has ${quote(wrong)} with direction: ${rule.direction ?? 'in'}; who is on the other side is said by ${quote(right)} there`,
          },
        ]),
    ...(given !== undefined && looksLikeRange(given)
      ? rangeComplaint(given, `${pointer}/${right}`, `${quote(right)} is a range, and`)
      : []),
  ];
}

/** Names with a slash or of dots, colons and digits alone are nobody's security group; see server-spec.ts. */
function looksLikeRange(peer: string): boolean {
  return /^[0-9.]+(?:\/.*)?$/.test(peer) || /^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:\/.*)?$/.test(peer);
}

/** neutron: SecurityGroupRuleParameterConflict, SecurityGroupEthertypeConflictWithProtocol. */
function family(rule: Rule, pointer: string): readonly Complaint[] {
  const peer = rule.direction === 'out' ? rule.to : rule.from;
  const range = peer === undefined ? null : rangeOf(peer);
  const six = rule.protocol === 'icmpv6';
  if (six && rule.ipVersion === 4)
    return [
      {
        pointer: `${pointer}/ipVersion`,
        message: 'ipVersion is "4" with the protocol "icmpv6"; it must be 6, or the protocol icmp',
      },
    ];
  if (rule.protocol === 'icmp' && (rule.ipVersion === 6 || range?.version === 6))
    return [
      {
        pointer: `${pointer}/protocol`,
        message: 'the protocol is "icmp" in a rule for IPv6; it must be icmpv6',
      },
    ];
  const wanted = rule.ipVersion ?? (six ? 6 : null);
  if (range === null || wanted === null || range.version === wanted) return [];
  const why = rule.ipVersion === undefined ? 'the protocol "icmpv6"' : `ipVersion: ${wanted}`;
  const message = `the range ${quote(peer)} is of IPv${range.version} and the rule has ${why}; make them agree`;
  return [{ pointer: `${pointer}/${rule.direction === 'out' ? 'to' : 'from'}`, message }];
}

/** Neutron refuses the second one; Heat goes on without it (security_group.py _create_rules). */
function repeated(rules: readonly SecurityRuleSpec[]): readonly Complaint[] {
  const seen = new Map<string, number>();
  return rules.flatMap((rule, index) => {
    const key = JSON.stringify(rule);
    const first = seen.get(key);
    seen.set(key, first ?? index);
    if (first === undefined) return [];
    const message = `the rule says the same as rule ${first + 1}; take one of them away`;
    return [{ pointer: `/spec/securityGroup/rules/${index}`, message }];
  });
}
