/** The real HAProxy passes the suite that the stand-in passes. */
import { defineBalancerContract } from '../haproxy/contract.ts';
import { startHAProxy } from './haproxy-process.ts';

defineBalancerContract('the real HAProxy', () =>
  startHAProxy(
    ({ web }) => `frontend web
    bind 127.0.0.1:${web}
    default_backend web
backend web
    balance roundrobin
    server by-hand 127.0.9.9:8080 disabled
backend slots
    balance roundrobin
    server-template asg-slots- 1-3 slot.invalid:8080 check init-addr last,0.0.0.0 disabled
backend fixed
    balance static-rr
    server a 127.0.9.9:8080
backend none
    balance roundrobin
`,
  ),
);
