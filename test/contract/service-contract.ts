/** The truths of what stands around a group: measures, alarms, load balancers, networks, the life of a member. */
import { afterAll, beforeAll, describe } from 'vitest';
import type { CloudUnderTest } from './cloud-under-test.ts';
import { newStage } from './stage.ts';
import { alarmLoopContract } from './topics/alarm-loop.ts';
import { aodhContract } from './topics/aodh.ts';
import { balancerStackContract } from './topics/balancer-stack.ts';
import { gnocchiContract } from './topics/gnocchi.ts';
import { handEditsContract } from './topics/hand-edits.ts';
import { memberLifecycleContract } from './topics/member-lifecycle.ts';
import { networkContract } from './topics/network.ts';
import { octaviaContract } from './topics/octavia.ts';
import { placementContract } from './topics/placement.ts';

/** Measured on OpenStack 2025.1 (docs/openstack-facts.md), as the contract of Heat is. */
export function defineServiceContract(name: string, open: () => Promise<CloudUnderTest>): void {
  describe(`service contract: ${name}`, () => {
    const stage = newStage();
    beforeAll(() => stage.raise(open));
    afterAll(() => stage.strike());

    gnocchiContract(stage);
    aodhContract(stage);
    alarmLoopContract(stage);
    octaviaContract(stage);
    balancerStackContract(stage);
    networkContract(stage);
    memberLifecycleContract(stage);
    handEditsContract(stage);
    placementContract(stage);
  });
}
