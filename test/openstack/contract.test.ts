/** The contract, held against the real OpenStack of `npm run cloud:up`. */
import { defineHeatContract } from '../contract/heat-contract.ts';
import { openCloudUnderTest } from './cloud.ts';

defineHeatContract('a real OpenStack', openCloudUnderTest);
