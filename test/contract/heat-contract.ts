/** The truths that hold of every OpenStack we know, told in raw HTTP: defined once, run against each cloud. */
import { afterAll, beforeAll, describe } from 'vitest';
import type { CloudUnderTest } from './cloud-under-test.ts';
import { newStage } from './stage.ts';
import { eventsContract } from './topics/events.ts';
import { failedUpdateContract } from './topics/failed-update.ts';
import { filesOfBeforeContract } from './topics/files-of-before.ts';
import { healingContract } from './topics/healing.ts';
import { identityContract } from './topics/identity.ts';
import { lifecycleContract } from './topics/lifecycle.ts';
import { previewContract } from './topics/preview.ts';
import { readBackContract } from './topics/read-back.ts';
import { refusalsContract } from './topics/refusals.ts';
import { rightsContract } from './topics/rights.ts';
import { rollingContract } from './topics/rolling.ts';
import { serverStatesContract } from './topics/server-states.ts';
import { serversContract } from './topics/servers.ts';
import { sizeContract } from './topics/size.ts';
import { stackListContract } from './topics/stack-list.ts';
import { updateTableContract } from './topics/update-table.ts';

/** Measured on OpenStack 2025.1 (docs/openstack-facts.md). Where another cloud differs from it, that cloud's stand-in is wrong. */
export function defineHeatContract(name: string, open: () => Promise<CloudUnderTest>): void {
  describe(`contract: ${name}`, () => {
    const stage = newStage();
    beforeAll(() => stage.raise(open));
    afterAll(() => stage.strike());

    // slow stacks are announced first, and slow updates begun early: they go on while quick truths are told
    const failedUpdate = failedUpdateContract(stage);
    const updateTable = updateTableContract(stage);
    failedUpdate.begin();
    identityContract(stage);
    refusalsContract(stage);
    updateTable.begin();
    serversContract(stage);
    stackListContract(stage);
    lifecycleContract(stage);
    readBackContract(stage);
    eventsContract(stage);
    previewContract(stage);
    rightsContract(stage);
    healingContract(stage);
    serverStatesContract(stage);
    sizeContract(stage);
    rollingContract(stage);
    filesOfBeforeContract(stage);
    updateTable.end();
    failedUpdate.end();
  });
}
