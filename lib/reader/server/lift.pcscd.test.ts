/**
 * A card lifted before and inside every exchange of every scenario, on the real pcscd: the right code each time, no half
 * report, and ready for the card when it is back. Both slots of the virtual reader are used side by side.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangesMax } from '../../card/read-plan.ts';
import { createSimulatedCard, type Faults, pinAttempts } from '../simulated/card.ts';
import { type Pcscd, startPcscd } from '../simulated/pcscd.ts';
import { type ScenarioName, scenario, scenarioNames } from '../simulated/scenarios.ts';
import { insertIntoVpcd } from '../simulated/vpcd.ts';
import { type Recorder, recordReader } from './testing/recorder.ts';

/** "Ready again at most a second after it is put back." */
const readyWithinMs = 1_000;

const slots = ['Virtual PCD 00 00', 'Virtual PCD 00 01'] as const;
let pcscd: Pcscd;

beforeAll(async () => {
  pcscd = await startPcscd({ reader: 'virtual' });
});
afterAll(() => pcscd.stop());

const liftOnce = async (reader: Recorder, port: number, name: ScenarioName, faults: Faults): Promise<void> => {
  reader.clear();
  const card = createSimulatedCard(scenario(name, new Date()), { faults });
  const inserted = await insertIntoVpcd(card, { port });
  await reader.next('card', readyWithinMs);
  const failed = await reader.next('failed');
  expect({ name, faults, error: failed.error }).toEqual({ name, faults, error: 'cardRemoved' });
  expect(await reader.next('removed')).toEqual({ type: 'removed', early: true });
  expect(reader.said()).not.toContain('report');
  expect(pinAttempts(card.transcript)).toBe(0);
  await inserted.closed;
};

/** Reads the whole card. @returns how many exchanges that took */
const readWhole = async (reader: Recorder, port: number, name: ScenarioName): Promise<number> => {
  reader.clear();
  const inserted = await insertIntoVpcd(createSimulatedCard(scenario(name, new Date())), { port });
  await reader.next('card', readyWithinMs);
  const { report } = await reader.next('report');
  await inserted.remove();
  await reader.next('removed');
  return report.exchanges;
};

test.concurrent.each(slots.map((slot, index) => ({ slot, index })))(
  'lifted everywhere, on $slot',
  async ({ slot, index }) => {
    const port = pcscd.vpcdPort + index;
    const reader = recordReader({ readerName: slot });
    await reader.next('reader');
    for (const name of scenarioNames.filter((_, at) => at % slots.length === index)) {
      const exchanges = await readWhole(reader, port, name);
      expect(exchanges).toBeLessThanOrEqual(exchangesMax);
      for (let exchange = 1; exchange <= exchanges; exchange++) {
        await liftOnce(reader, port, name, { removeInside: exchange });
        await liftOnce(reader, port, name, { removeAfter: exchange - 1 });
      }
    }
    reader.stop();
  },
  900_000,
);
