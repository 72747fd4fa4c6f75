/** The stand-in passes what the real HAProxy passes. */
import { defineBalancerContract } from './contract.ts';
import { slot, startStandIn } from './stand-in.ts';

defineBalancerContract('the stand-in of HAProxy', () =>
  startStandIn([
    {
      name: 'web',
      balance: 'roundrobin',
      servers: [{ ...slot('by-hand'), address: '127.0.9.9', checked: false }],
    },
    {
      name: 'slots',
      balance: 'roundrobin',
      servers: ['asg-slots-1', 'asg-slots-2', 'asg-slots-3'].map(slot),
    },
    { name: 'fixed', balance: 'static-rr', servers: [slot('a')] },
    { name: 'none', balance: 'roundrobin', servers: [] },
  ]),
);
