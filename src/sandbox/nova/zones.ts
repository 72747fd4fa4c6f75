// The availability zones of the sandbox; a server that asks for none is in the first.

export const ZONES: readonly string[] = ['nova', 'nova-b'];
