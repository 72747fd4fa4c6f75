// What Octavia answers instead of doing what was asked, as data that its API and Heat both read.

export interface Refusal {
  readonly kind: 'refused';
  readonly status: number;
  readonly message: string;
}

export function refused(status: number, message: string): Refusal {
  return { kind: 'refused', status, message };
}

export function isRefusal(value: object): value is Refusal {
  return 'kind' in value && value.kind === 'refused';
}

const NAMES: Readonly<Record<string, string>> = {
  loadbalancer: 'Load Balancer',
  listener: 'Listener',
  pool: 'Pool',
  member: 'Member',
  healthmonitor: 'Health Monitor',
};

export function notFound(kind: string, id: string): Refusal {
  return refused(404, `${NAMES[kind] ?? kind} ${id} not found.`);
}

export function immutable(kind: 'loadbalancer' | 'pool', id: string): Refusal {
  return refused(409, `${NAMES[kind] ?? kind} ${id} is immutable and cannot be updated.`);
}

export function invalid(message: string): Refusal {
  return refused(400, `Validation failure: ${message}`);
}

export function forbidden(): Refusal {
  return refused(403, 'Policy does not allow this request to be performed.');
}
