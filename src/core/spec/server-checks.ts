/** What the values of a group's servers must fulfil together. */
import type { AutoScalingGroup, Interface, ServerGroup } from '../../generated/spec-types.ts';
import type { GroupSpec } from '../../model/spec.ts';
import { rangeOf } from './addresses.ts';
import type { Complaint } from './complaint.ts';
import { quote } from './quote.ts';
import { rangeComplaint } from './range-complaint.ts';
import { pointerTo } from './yaml-values.ts';

const SERVER = '/spec/server';

/** `raw` has passed the schema and `spec` is what it became. */
export function serverComplaints(raw: AutoScalingGroup, spec: GroupSpec): readonly Complaint[] {
  const { networks, serverGroup } = raw.spec.server;
  return [
    ...networks.flatMap((given, index) =>
      typeof given === 'string' ? [] : interfaceComplaints(given, `${SERVER}/networks/${index}`),
    ),
    ...unusedSecurityGroups(spec),
    ...(serverGroup ? serverGroupComplaints(serverGroup) : []),
    ...schedulerHints(spec),
    ...metadata(spec),
    ...zones(spec),
  ];
}

/** neutron AddressPairAndPortSecurityRequired, PortSecurityAndIPRequiredForSecurityGroups. */
function interfaceComplaints(given: Exclude<Interface, string>, pointer: string): readonly Complaint[] {
  const unsafe = given.portSecurity === false;
  const forbidden = (['securityGroups', 'allowedAddresses'] as const).filter(
    (key) => unsafe && (given[key] ?? []).length > 0,
  );
  return [
    ...forbidden.map((key) => ({
      pointer: `${pointer}/${key}`,
      message: `the interface has ${key} and portSecurity: false, and Neutron checks nothing there; take one of them away`,
    })),
    ...(given.allowedAddresses ?? []).flatMap((text, index) =>
      rangeComplaint(text, `${pointer}/allowedAddresses/${index}`, 'the allowed address'),
    ),
    ...repeated(given.allowedAddresses ?? [], `${pointer}/allowedAddresses`),
  ];
}

function repeated(given: readonly string[], pointer: string): readonly Complaint[] {
  const written = given.map((text) => rangeOf(text)?.text ?? text);
  return written.flatMap((text, index) =>
    written.indexOf(text) === index
      ? []
      : [
          {
            pointer: `${pointer}/${index}`,
            message: `the allowed address ${quote(text)} stands here twice; write it once`,
          },
        ],
  );
}

function unusedSecurityGroups({ server, securityRules }: GroupSpec): readonly Complaint[] {
  if (server.networks.some(({ portSecurity }) => portSecurity)) return [];
  const message =
    'every interface has portSecurity: false, so no security group would act; take them away, or leave port security on';
  return [
    ...(server.securityGroups.length > 0 ? [{ pointer: `${SERVER}/securityGroups`, message }] : []),
    ...(securityRules === null ? [] : [{ pointer: '/spec/securityGroup', message }]),
  ];
}

/** nova server_groups.py: rules go with the policy anti-affinity only. */
function serverGroupComplaints({ existing, policy, maxPerHost }: ServerGroup): readonly Complaint[] {
  const pointer = `${SERVER}/serverGroup`;
  if (existing !== undefined) {
    const own = [
      ...(policy === undefined ? [] : ['policy']),
      ...(maxPerHost === undefined ? [] : ['maxPerHost']),
    ];
    return own.map((key) => ({
      pointer: `${pointer}/${key}`,
      message: `serverGroup has existing and ${key}; the existing group ${quote(existing)} keeps its own policy, so take one of them away`,
    }));
  }
  if (maxPerHost === undefined || policy === undefined || policy === 'anti-affinity') return [];
  const message = `serverGroup.maxPerHost is "${maxPerHost}" with the policy ${quote(policy)}; Nova takes it with anti-affinity only`;
  return [{ pointer: `${pointer}/maxPerHost`, message }];
}

const SERVER_ID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

/** nova/api/openstack/compute/schemas/servers.py _hints. */
function schedulerHints({ server: { schedulerHints: hints } }: GroupSpec): readonly Complaint[] {
  return Object.entries(hints).flatMap(([key, value]) => {
    const pointer = pointerTo(`${SERVER}/schedulerHints`, key);
    if (key === 'group') {
      const message = `the hint "group" is how Nova is told of a server group; write serverGroup: { existing: ${value} } instead`;
      return [{ pointer, message }];
    }
    if ((key !== 'different_host' && key !== 'same_host') || SERVER_ID.test(value)) return [];
    return [{ pointer, message: `the hint ${quote(key)} is ${quote(value)}; it must be a server's id` }];
  });
}

/** nova/api/validation/parameter_types.py metadata: keys of 1 to 255 of these characters, values to 255. */
function metadata({ server }: GroupSpec): readonly Complaint[] {
  return Object.entries(server.metadata).flatMap(([key, value]) => {
    const message = metadataTrouble(key, value);
    return message === null ? [] : [{ pointer: pointerTo(`${SERVER}/metadata`, key), message }];
  });
}

function metadataTrouble(key: string, value: string): string | null {
  if (key === 'metering.server_group')
    return `the metadata key ${quote(key)} is set by Thermostat, so that the group's measures are found; take it away`;
  if (!/^[a-zA-Z0-9_:. -]{1,255}$/.test(key))
    return `the metadata key ${quote(key)} is refused by Nova; it may hold letters, digits, space and - _ : . only, 255 at most`;
  const length = [...value].length;
  return length <= 255
    ? null
    : `the metadata value of ${quote(key)} has ${length} characters; Nova takes 255`;
}

function zones({ zones: named, server: { availabilityZone: one } }: GroupSpec): readonly Complaint[] {
  if (named.length === 0 || one === null) return [];
  const message = `server.availabilityZone is ${quote(one)} beside zones; zones makes a group in each of its zones, so take one of them away`;
  return [{ pointer: `${SERVER}/availabilityZone`, message }];
}
