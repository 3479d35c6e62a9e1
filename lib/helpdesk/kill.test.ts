import { expect, it } from 'vitest';
import { runKillLab } from './testing/kill-lab.ts';

const times = 3;

it('instances and the database are killed under load: no acknowledged call is lost, none is there twice, none has two owners', {
  timeout: 300_000,
}, async () => {
  const { acknowledged, claimed, recovery, ...figures } = await runKillLab(times);
  expect(figures).toEqual({
    instanceKills: times,
    databaseStops: times,
    lost: 0,
    twice: 0,
    doubleClaims: 0,
    unheard: 0,
  });
  expect(acknowledged).toBeGreaterThan(times);
  expect(claimed).toBeGreaterThan(0);
  expect(recovery).toHaveLength(2 * times);
});
