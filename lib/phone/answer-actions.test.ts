import { describe, expect, it } from 'vitest';
import { actionsFor, type PhoneAction } from './answer-actions.ts';
import { answerOf, newCheck, type OsKnown, type PhoneCheck } from './check.ts';

const said = (value: OsKnown['value']): OsKnown => ({ value, isSeen: false, isSure: true });
const seen = (value: OsKnown['value']): OsKnown => ({ value, isSeen: true, isSure: true });
const iphone8: PhoneCheck = { ...newCheck, kind: 'iphone', iphone: '8-or-x' };
const here: PhoneCheck = { ...newCheck, isThisPhone: true, canTest: true, kind: 'android', model: 'not-listed' };

describe('what there is to do after an answer', () => {
  it.each<readonly [string, PhoneCheck, readonly PhoneAction[]]>([
    ['a phone that reads', { ...iphone8, os: said('new-enough') }, ['app', 'trouble', 'pc', 'card-in-phone']],
    ['a phone that cannot read', { ...newCheck, kind: 'ipad' }, ['other-ways']],
    ['an iPhone 7', { ...newCheck, kind: 'iphone', iphone: '7' }, ['other-ways']],
    [
      'an old version that was said',
      { ...iphone8, os: said('too-old'), update: 'yes' },
      ['updated', 'other-ways', 'pc'],
    ],
    ['an old version that the browser names', { ...iphone8, os: seen([16, 3]), update: 'yes' }, ['other-ways', 'pc']],
    ['an old version without an update', { ...iphone8, os: said('too-old'), update: 'no' }, ['other-ways']],
    [
      'this phone, of which nothing is known',
      { ...here, os: seen([14, 0]) },
      ['contact', 'ask', 'settings', 'other-ways', 'app'],
    ],
    [
      'the same, once the questions were asked',
      { ...here, os: seen([14, 0]), asksInstead: true, readBefore: 'unknown', nfcItem: 'unknown' },
      ['contact', 'settings', 'other-ways', 'app'],
    ],
  ])('%s', (_, check, actions) => {
    expect(actionsFor(answerOf(check), check)).toEqual(actions);
  });
});
