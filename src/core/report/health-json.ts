/** The stable JSON of a health check: schema/health.json describes it. */
import type { BackendServer, Endpoint } from '../../model/balancer.ts';
import type { BalancerHealth, Health, ScalingGroupHealth } from '../../model/health.ts';
import { lazily } from './document.ts';
import { problemJson } from './plan-json.ts';
import { written } from './written.ts';

export function healthJson(health: Health): string {
  return written({
    version: health.version,
    groups: lazily(health.groups, ({ name, stackId, source, status, message, scalingGroups, balancers }) => ({
      name,
      stackId,
      source: { file: source.file, line: source.line, column: source.column },
      status,
      message,
      scalingGroups: scalingGroups.map(scalingGroupJson),
      balancers: balancers.map(balancerJson),
    })),
    problems: health.problems.map(problemJson),
  });
}

function scalingGroupJson(group: ScalingGroupHealth): object {
  const { address, status, size, held, members, findings } = group;
  return {
    address,
    status,
    size: { before: size.before, after: size.after },
    held,
    members: members.map(({ name, physicalId, server, status: state, why, action, outcome, message }) => ({
      name,
      physicalId,
      server,
      status: state,
      why,
      action,
      outcome,
      message,
    })),
    findings: findings.map(({ kind, severity, subject, message, remedy, consoleLog }) => ({
      kind,
      severity,
      subject,
      message,
      remedy,
      consoleLog,
    })),
  };
}

function balancerJson({ api, backend, status, message, steps, foreign, notes }: BalancerHealth): object {
  return {
    kind: 'haproxy',
    api,
    backend,
    status,
    message,
    steps: steps.map(({ kind, server, endpoint, why, outcome, message: said }) => ({
      kind,
      server,
      endpoint: endpointText(endpoint),
      why,
      outcome,
      message: said,
    })),
    foreign: foreign.map(foreignJson),
    notes,
  };
}

function foreignJson({ name, endpoint, state, up }: BackendServer): object {
  return { name, endpoint: endpointText(endpoint), state, up };
}

export function endpointText(endpoint: Endpoint | null): string | null {
  if (endpoint === null) return null;
  const { address, port } = endpoint;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
