// Whom Aodh's evaluator acts as.

import { stableId } from '../keystone/services.ts';

export const SERVICE_ACTOR = {
  user: stableId('user/aodh'),
  project: stableId('project/service'),
} as const;
