/** What the cases refer to, and the subnet whose id CloudFormation's words want. */
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, text } from '../contract/json.ts';
import { makeAround, type Surroundings } from '../fields/around.ts';

export async function around(raw: CloudUnderTest): Promise<Surroundings> {
  const { around: made, close } = await makeAround(raw, `${raw.prefix}around`);
  const { json } = await raw.call('network', 'GET', '/subnets?name=private-subnet');
  return { around: { ...made, private_subnet: text(list(json, 'subnets')[0], 'id') }, close };
}
