/** The contract of the services around a group, held against the real OpenStack of `npm run cloud:up`. */
import { defineServiceContract } from '../contract/service-contract.ts';
import { openCloudUnderTest } from './cloud.ts';

defineServiceContract('a real OpenStack', openCloudUnderTest);
