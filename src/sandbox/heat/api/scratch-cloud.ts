// A cloud to draw ids from without using up those of the real one.

import { Cloud } from '../../cloud.ts';

export function scratchCloud(cloud: Cloud): Cloud {
  return new Cloud({ ...cloud.world, queue: [] }, 0, () => {});
}
