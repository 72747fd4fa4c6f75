/** What is written to put a finding of a drift check right: what Heat was told, at the service that holds it. */
import type { JsonObject } from './json.ts';

export type Mend =
  /** Of the alarm as it is, only these fields change; those inside a rule change one by one. */
  | { readonly kind: 'alarm'; readonly id: string; readonly fields: JsonObject }
  | {
      readonly kind: 'loadBalancer' | 'listener' | 'pool' | 'healthMonitor';
      readonly id: string;
      readonly fields: JsonObject;
    }
  | {
      readonly kind: 'port' | 'floatingIp' | 'server';
      readonly id: string;
      readonly fields: JsonObject;
    }
  | { readonly kind: 'poolMember'; readonly pool: string; readonly id: string; readonly fields: JsonObject }
  /** A rule of a security group, in Neutron's words. */
  | { readonly kind: 'addRule'; readonly group: string; readonly rule: JsonObject }
  | { readonly kind: 'removeRule'; readonly id: string }
  | { readonly kind: 'setMetadata'; readonly id: string; readonly key: string; readonly value: string }
  | { readonly kind: 'removeMetadata'; readonly id: string; readonly key: string }
  | { readonly kind: 'tags'; readonly id: string; readonly tags: readonly string[] }
  /** Heat makes the resource anew, at this address in the stack, and nothing else of it. */
  | { readonly kind: 'remake'; readonly address: string };
