// AWS::EC2::Instance: a Nova server with CloudFormation's property names.

import { uuid } from '../../generator.ts';
import { type Json, type JsonObject, objectOr, textOr } from '../../json.ts';
import { deleteServer, resizeServer } from '../../nova/servers.ts';
import { DONE, type ResourceType, type Site, type Step } from '../plug-in.ts';
import { physicalName } from '../rows.ts';
import { SERVER, serverOf, startServerBuild } from './server.ts';
import { flavorId, imageId, plugsOf } from './server-request.ts';

export const INSTANCE: Omit<ResourceType, 'schema'> = {
  create,
  update,
  remove: (site) => {
    const server = serverOf(site);
    if (server === undefined) return DONE;
    deleteServer(site.cloud, server);
    return { kind: 'wait', seconds: site.cloud.world.timings.remove, phase: 'removing' };
  },
  ...(SERVER.resume === undefined ? {} : { resume: SERVER.resume }),
  ...(SERVER.check === undefined ? {} : { check: SERVER.check }),
  ...(SERVER.replacedWhenFailed === undefined ? {} : { replacedWhenFailed: SERVER.replacedWhenFailed }),
  attribute,
};

function create(site: Site): Step {
  const { properties, stack } = site;
  const subnet = properties['SubnetId'];
  if (subnet !== undefined && !site.cloud.world.subnets.some(({ id }) => id === subnet)) {
    // asked of Neutron as it stands: no name will do (aws/ec2/instance.py _build_nics)
    const message = `Subnet ${String(subnet)} could not be found.\nNeutron server returns request_ids: ['req-${uuid(site.cloud.world)}']`;
    return { kind: 'failed', error: 'NotFound', message };
  }
  return startServerBuild(site, {
    name: physicalName(stack, site.row, 53),
    project: stack.project,
    user: stack.user,
    flavor: flavorId(site, properties['InstanceType']),
    image: imageId(site, properties['ImageId']),
    plugs: plugsOf(site, subnet === undefined ? null : [{ subnet }]),
    metadata: tagMap(properties['Tags']),
    tags: [],
    keyName: textOr(properties['KeyName'], null),
    availabilityZone: textOr(properties['AvailabilityZone'], null),
    userData: textOr(properties['UserData'], null),
    securityGroups: Array.isArray(properties['SecurityGroups'])
      ? properties['SecurityGroups'].map(String)
      : [],
    serverGroup: null,
    configDrive: false,
    volumes: [],
  });
}

/** heat/engine/resources/aws/ec2/instance.py handle_update: tags in place, another flavor by resize. */
function update(site: Site): Step {
  const server = serverOf(site);
  if (server === undefined) return { kind: 'replace' };
  if (site.changed.has('Tags')) server.metadata = tagMap(site.properties['Tags']);
  if (!site.changed.has('InstanceType')) return DONE;
  resizeServer(site.cloud, server, flavorId(site, site.properties['InstanceType']));
  return { kind: 'wait', seconds: site.cloud.world.timings.resize, phase: 'resizing' };
}

function attribute(site: Site, name: string): Json | undefined {
  const address = serverOf(site)?.addresses[0]?.address ?? null;
  if (name === 'AvailabilityZone') return serverOf(site)?.availabilityZone ?? null;
  return /Ip$|DnsName$/.test(name) ? address : undefined;
}

function tagMap(tags: Json | undefined): JsonObject {
  const list = Array.isArray(tags) ? tags : [];
  return Object.fromEntries(
    list.map((tag) => [String(objectOr(tag)['Key']), String(objectOr(tag)['Value'])]),
  );
}
