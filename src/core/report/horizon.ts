/** Where Horizon, OpenStack's dashboard, shows what a report names. */
import type { DriftAbout } from '../../model/drift.ts';
import type { ReportContext } from './context.ts';
import type { Line } from './document.ts';
import { link, strong } from './document.ts';

type Linked = Pick<ReportContext, 'links'>;

/**
 * horizon `instances/urls.py` and `security_groups/urls.py`, heat-dashboard `content/stacks/urls.py`,
 * octavia-dashboard `lbaasv2.module.js`. Followed in a browser on 2025.1: `test/openstack/horizon.walk.ts`.
 */
const PAGES: Readonly<Record<DriftAbout['service'], ((id: string) => string) | null>> = {
  server: (id) => `/project/instances/${id}/`,
  stack: (id) => `/project/stacks/stack/${id}/`,
  securityGroup: (id) => `/project/security_groups/${id}/`,
  loadBalancer: (id) => `/project/load_balancer/${id}`,
  alarm: null,
};

/** null where Horizon has no page for it, or nobody said where Horizon is. */
export function horizonPage(about: DriftAbout | null, { links }: Linked): string | null {
  const horizon = links?.horizon ?? null;
  const page = about && PAGES[about.service];
  return horizon === null || about === null || page === null
    ? null
    : `${horizon.replace(/\/+$/, '')}${page(encodeURIComponent(about.id))}`;
}

/** A stack's name, linked where that can be. */
export function stackLink(name: string, id: string | null, context: Linked): Line {
  const href = id === null ? null : horizonPage({ service: 'stack', id }, context);
  return [href === null ? name : link(name, href)];
}

/** The name of a stack that a sentence is about: linked, or standing out. */
export function stackSubject(
  { name, stackId }: { readonly name: string; readonly stackId: string | null },
  context: Linked,
): Line {
  const linked = stackLink(name, stackId, context);
  return linked[0] === name ? [strong(name)] : linked;
}
