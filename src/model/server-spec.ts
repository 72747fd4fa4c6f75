/** What each server of a group is made of, with the security group around them. */

export interface ServerSpec {
  readonly image: string;
  readonly flavor: string;
  readonly networks: readonly InterfaceSpec[];
  readonly securityGroups: readonly string[];
  readonly keyPair: string | null;
  readonly availabilityZone: string | null;
  readonly serverGroup: ServerGroupSpec | null;
  readonly schedulerHints: Readonly<Record<string, string>>;
  readonly bootVolume: BootVolumeSpec | null;
  /** Name or id of the external network that each server's floating IP comes from; null = none. */
  readonly floatingIpNetwork: string | null;
  /** null = as the operator has set it. */
  readonly configDrive: boolean | null;
  readonly tags: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
  /** User data as it is sent, RAW; null = none. */
  readonly userData: string | null;
}

/** One interface of a server; names or ids. */
export interface InterfaceSpec {
  readonly network: string;
  readonly subnet: string | null;
  /** null = the server's. */
  readonly securityGroups: readonly string[] | null;
  readonly portSecurity: boolean;
  readonly allowedAddresses: readonly string[];
}

export type ServerGroupSpec =
  | { readonly kind: 'existing'; readonly name: string }
  | {
      readonly kind: 'own';
      readonly policy: 'anti-affinity' | 'soft-anti-affinity' | 'affinity' | 'soft-affinity';
      /** null = Nova's own (1 with anti-affinity). */
      readonly maxPerHost: number | null;
    };

export interface BootVolumeSpec {
  readonly sizeGiB: number;
  readonly type: string | null;
  readonly keep: boolean;
}

export interface SecurityRuleSpec {
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'icmpv6' | 'sctp' | 'any';
  /** null = all. */
  readonly ports: { readonly from: number; readonly to: number } | null;
  readonly direction: 'in' | 'out';
  readonly peer:
    | { readonly kind: 'everybody' | 'self' }
    | { readonly kind: 'range'; readonly cidr: string }
    | { readonly kind: 'securityGroup'; readonly name: string };
  readonly ipVersion: 4 | 6;
}
