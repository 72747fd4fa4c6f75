import { afterAll, beforeAll, describe } from 'vitest';
import { newStage } from '../contract/stage.ts';
import { alarmLoopContract } from '../contract/topics/alarm-loop.ts';
import { aodhContract } from '../contract/topics/aodh.ts';
import { gnocchiContract } from '../contract/topics/gnocchi.ts';
import { openCloudUnderTest } from './cloud.ts';
describe('tele', () => {
  const stage = newStage();
  beforeAll(() => stage.raise(openCloudUnderTest));
  afterAll(() => stage.strike());
  gnocchiContract(stage);
  aodhContract(stage);
  alarmLoopContract(stage);
});
