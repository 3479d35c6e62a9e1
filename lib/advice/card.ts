/** What the visitor's card allows, before anything else is looked at. */
import type { FactValue } from '../facts/fact.ts';
import type { Route, StepName } from './advice.ts';
import { counterDay } from './estimates.ts';
import { isCounterStep, routeOf } from './route.ts';
import type { RuleId } from './rule-book.ts';
import type { Visit } from './visit.ts';

export type Card = FactValue<'card'>;

interface CardObstacle {
  readonly rule: RuleId;
  /** Due at once, whichever way the errand goes. */
  readonly now: readonly StepName[];
  /** What would make the card usable online. */
  readonly remedy: readonly StepName[];
}

const obstacles: Readonly<Record<Exclude<Card, 'my-number'>, CardObstacle>> = {
  'face-authentication': { rule: 'face-authentication-card', now: [], remedy: ['switch-to-pin-card-counter'] },
  'applied-for': { rule: 'card-on-its-way', now: [], remedy: ['wait-for-card'] },
  lost: { rule: 'card-lost', now: ['report-loss'], remedy: ['report-loss', 'reissue-card-counter'] },
  none: { rule: 'card-needed', now: [], remedy: ['apply-for-card'] },
  unknown: { rule: 'card-not-identified', now: [], remedy: [] },
};

/** `null` for a card that can be used with its PINs. */
export const cardObstacle = (card: Card): CardObstacle | null => (card === 'my-number' ? null : obstacles[card]);

/** What to do about a card that cannot be used: the way to one that can. */
export const cardRoute = (visit: Visit, card: Card): Route => {
  const obstacle = cardObstacle(card);
  const remedy = obstacle?.remedy ?? [];
  const isAtCounter = remedy.length === 0 || remedy.some(isCounterStep);
  const hasCard = card === 'face-authentication' || card === 'unknown';
  return routeOf({
    channel: isAtCounter ? 'counter' : 'none',
    first: remedy,
    doneBy: isAtCounter && hasCard ? counterDay(visit) : null,
    visits: isAtCounter ? 1 : 0,
    bring: isAtCounter ? [...(hasCard ? (['card'] as const) : []), ...visit.office.holderBrings] : [],
    rules: [...(obstacle === null ? [] : [obstacle.rule]), ...(isAtCounter ? (['ask-the-ward'] as const) : [])],
  });
};
