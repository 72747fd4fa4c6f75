/** The order in which the suite's files begin: the longest first, so that no core waits for one at the end. */
import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** From the longest to the shortest, as measured; a file that is not here comes before them. */
const ORDER = [
  'contract',
  'drift-kinds',
  'loop',
  'haproxy-group',
  'healing',
  'closed-loop',
  'haproxy',
  'cloud-port',
  'shipped',
  'octavia-combinations',
  'cloud-init',
  'ready-script',
  'capacity',
  'haproxy-contract',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => ORDER.indexOf(basename(moduleId, '.test.ts'));
    return [...files].sort((one, other) => place(one) - place(other));
  }
}
