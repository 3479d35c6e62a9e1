/** With what an online application can be made: a card alone is never enough. */
import type { FactName } from '../facts/fact.ts';
import type { OnlineChannel } from '../procedures/procedure.ts';
import { type Blocked, type Device, devices, type StepName } from './advice.ts';
import type { RuleId } from './rule-book.ts';
import type { Reading, Visit } from './visit.ts';

/** A device that is there. `phone-card` brings PINs of its own; all others need those of the card. */
export interface DeviceChoice {
  readonly by: Device;
  readonly steps: readonly StepName[];
  readonly rules: readonly RuleId[];
}

const choice = (by: Device, rules: readonly RuleId[], steps: readonly StepName[] = []): DeviceChoice => ({
  by,
  steps,
  rules,
});

/** The visitor's own phone, and with it a PC that shows a 2次元コード. */
const ownPhone = (visit: Visit): readonly DeviceChoice[] => {
  const withPc = (steps: readonly StepName[], doubt: readonly RuleId[]): readonly DeviceChoice[] => [
    choice('phone', doubt, steps),
    ...(visit.peek('pc') === 'yes' ? [choice('pc-phone', ['pc-with-phone', ...doubt], steps)] : []),
  ];
  switch (visit.peek('phone')) {
    case 'reads-and-runs':
      return withPc([], []);
    case 'likely':
      return withPc([], ['phone-likely']);
    case 'reads-but-too-old':
      return withPc(['update-phone'], ['phone-too-old']);
    default:
      return [];
  }
};

const ownReader = (visit: Visit): readonly DeviceChoice[] =>
  visit.peek('pcReader') === 'yes' ? [choice('pc-reader', ['pc-with-reader'])] : [];

const terminal = (visit: Visit): readonly DeviceChoice[] =>
  visit.peek('place') === 'office' ? [choice('office-terminal', ['office-terminal', 'ask-the-ward'])] : [];

const borrowedPhone = (visit: Visit): readonly DeviceChoice[] =>
  visit.peek('borrowPhone') === 'yes' ? [choice('phone', ['phone-borrowed'], ['borrow-phone', 'install-app'])] : [];

/** The card inside the phone: a short cut where the errand is known to take it. */
export const phoneCardOf = (visit: Visit, { phoneCard }: Pick<OnlineChannel, 'phoneCard'>): DeviceChoice | null => {
  const value = visit.peek('phoneCard');
  const isThere = value === 'iphone' || value === 'android';
  return phoneCard === 'works' && isThere ? choice('phone-card', ['phone-card-works']) : null;
};

const isFor = ({ phoneOnly }: OnlineChannel, by: Device): boolean => !phoneOnly || by === 'phone';

/** Reads just as much as it takes to find one device that works here and now; best first. */
export const devicesOf = ({ visit, read }: Reading, channel: OnlineChannel): readonly DeviceChoice[] => {
  const phone = read('phone');
  const reader = channel.phoneOnly ? [] : ownReader(visit);
  const found = [...ownPhone(visit), ...reader, ...terminal(visit)].filter(({ by }) => isFor(channel, by));
  // A reader that is the only device has been asked for, so it is read here.
  if (phone === undefined || found.length > reader.length) return found;
  const mayHaveReader = !channel.phoneOnly && (reader.length > 0 || visit.peek('pc') !== 'no');
  const hasReader = mayHaveReader ? read('pcReader') : 'no';
  if (hasReader !== 'no') return found;
  read('borrowPhone');
  return borrowedPhone(visit);
};

type Obstacle = readonly [RuleId, FactName?];

const phoneObstacle = (visit: Visit): Obstacle => {
  switch (visit.peek('phone')) {
    case 'cannot':
      return ['phone-cannot-read'];
    case 'none':
      return ['device-not-there'];
    default:
      return ['phone-not-checked', 'phone'];
  }
};

const phoneCardObstacle = (visit: Visit, { phoneCard }: OnlineChannel): Obstacle => {
  if (phoneCard === 'does-not-work') return ['phone-card-does-not-work'];
  if (phoneCard === 'unconfirmed') return ['phone-card-unconfirmed'];
  return visit.peek('phoneCard') === undefined ? ['device-not-there', 'phoneCard'] : ['device-not-there'];
};

const obstacleOf = (visit: Visit, channel: OnlineChannel, by: Device): Obstacle => {
  switch (by) {
    case 'phone':
      return phoneObstacle(visit);
    case 'pc-phone':
      if (ownPhone(visit).length === 0) return phoneObstacle(visit);
      return visit.peek('pc') === undefined ? ['device-not-there', 'pc'] : ['device-not-there'];
    case 'pc-reader':
      return visit.peek('pcReader') === undefined ? ['device-not-there', 'pcReader'] : ['device-not-there'];
    case 'phone-card':
      return phoneCardObstacle(visit, channel);
    case 'office-terminal':
      return ['terminal-not-here'];
  }
};

/** Every device that is not among the `found`, with what speaks against it and the fact that could open it. */
export const closedDevices = (
  visit: Visit,
  channel: OnlineChannel,
  found: readonly DeviceChoice[],
): readonly Blocked[] =>
  devices
    .filter((by) => (isFor(channel, by) || by === 'phone-card') && found.every((each) => each.by !== by))
    .map((by) => {
      const [because, fact] = obstacleOf(visit, channel, by);
      return { channel: 'online', by, because: [because], check: fact === undefined ? [] : [fact] };
    });
