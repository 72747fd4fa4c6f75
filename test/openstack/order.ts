/** The order in which the suite's files begin, two at a time: long ones first, and beside one that keeps the cloud busy one that waits for alarms. */
import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A file that is not here comes before them. */
const ORDER = [
  'contract',
  'haproxy-group',
  'drift-kinds',
  'loop',
  'closed-loop',
  'healing',
  'haproxy',
  'cloud-port',
  'shipped',
  'octavia-combinations',
  'cloud-init',
  'ready-script',
  'capacity',
  'haproxy-contract',
];

export class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => ORDER.indexOf(basename(moduleId, '.test.ts'));
    return [...files].sort((one, other) => place(one) - place(other));
  }
}
