import { describe, expect, test } from 'vitest';
import {
  advanceHelp,
  aheadOf,
  type Help,
  type HelpInput,
  isUnheard,
  leftOver,
  noHelp,
  openPrompt,
  phaseOf,
} from './visitor-help.ts';
import type { DeskView, VisitorCall } from './wire.ts';

const since = (...inputs: readonly HelpInput[]): Help => inputs.reduce(advanceHelp, noHelp);

const asked: HelpInput = { type: 'asked', call: 'a' };
const told = (call: Partial<VisitorCall> | null, view: Partial<DeskView> = {}): HelpInput => ({
  type: 'told',
  view: {
    reachable: true,
    onDuty: true,
    call: call === null ? null : { id: 'a', state: 'waiting', place: 1, prompt: null, ...call },
    ...view,
  },
});
const away = told(null, { reachable: false, onDuty: false });

describe('what the screen says', () => {
  test.each<[string, readonly HelpInput[], string]>([
    ['nothing, before anybody called', [told(null)], 'none'],
    ['calling, at once, before the desk has answered', [asked], 'calling'],
    ['still calling, when the desk speaks of the time before the call', [asked, told(null)], 'calling'],
    ['how many are ahead', [asked, told({ place: 3 })], 'ahead'],
    ['next', [asked, told({ place: 1 })], 'next'],
    ['the same after an escalation', [asked, told({ state: 'escalated', place: 1 })], 'next'],
    ['coming', [asked, told({ state: 'claimed', place: null })], 'coming'],
    [
      'coming, although nobody else is on duty',
      [asked, told({ state: 'claimed', place: null }, { onDuty: false })],
      'coming',
    ],
    ['nobody is there', [asked, told({}, { onDuty: false }), { type: 'alone' }], 'nobody'],
    ['the queue again, when somebody has come on duty', [asked, { type: 'alone' }, told({ place: 2 })], 'ahead'],
    ['that staff cannot be called', [away], 'away'],
    ['the same during a call, which goes on', [asked, told({}), away], 'away'],
    ['the queue again, when the desk is back', [asked, told({}), away, told({ place: 2 })], 'ahead'],
    ['nothing, after the visitor has cancelled', [asked, told({}), { type: 'left' }, told({})], 'none'],
    ['nothing, after the visit was helped', [asked, told({ state: 'helped', place: null })], 'none'],
    ['coming no more, once the claim was given back', [asked, told({ state: 'claimed' }), told({ place: 1 })], 'next'],
  ])('%s', (_, inputs, phase) => {
    expect(phaseOf(since(...inputs))).toBe(phase);
  });

  test('three are ahead of the fourth', () => {
    expect(aheadOf(since(asked, told({ place: 4 })))).toBe(3);
  });
});

describe('a call', () => {
  test('has ended when the desk has known it and knows it no longer', () => {
    expect(since(asked, told({}), told(null))).toMatchObject({ call: null, ending: 'gone' });
  });

  test('says that it was helped', () => {
    expect(since(asked, told({ state: 'helped' }))).toMatchObject({ call: null, ending: 'helped' });
  });

  test('is taken up again by a page that was loaded anew', () => {
    expect(since(told({ id: 'b', state: 'claimed' })).call).toBe('b');
  });

  test('of the visitor before is not taken up', () => {
    const call: VisitorCall = { id: 'b', state: 'claimed', place: null, prompt: null };
    const view: DeskView = { reachable: true, onDuty: true, call };
    expect(leftOver(noHelp, view)).toBe('b');
    const help = since({ type: 'notOurs', call: 'b' }, { type: 'told', view });
    expect(help.call).toBeNull();
    expect(leftOver(help, view)).toBeNull();
  });

  test('that is over is not taken up again, whatever the desk still says of it', () => {
    expect(since(asked, told({}), { type: 'left' }, told({ state: 'claimed' })).call).toBeNull();
    expect(since(told({ id: 'b', state: 'gone' })).call).toBeNull();
  });

  test('made after a cancelled one is not taken for it', () => {
    const help = since(asked, told({}), { type: 'left' }, { type: 'asked', call: 'b' }, told({ state: 'gone' }));
    expect(help).toMatchObject({ call: 'b', ending: null });
  });

  test('is attended while it is claimed, also when the desk cannot be reached any more', () => {
    const claimed = told({ state: 'claimed', place: null });
    expect(since(asked).isAttended).toBe(false);
    expect(since(asked, told({})).isAttended).toBe(false);
    expect(since(asked, claimed).isAttended).toBe(true);
    expect(since(asked, claimed, away).isAttended).toBe(true);
    expect(since(told({ id: 'b', state: 'claimed' }), away).isAttended).toBe(true);
    expect(since(asked, claimed, away, { type: 'forsaken' }).isAttended).toBe(false);
    expect(since(asked, claimed, away, { type: 'forsaken' }, claimed).isAttended).toBe(true);
    expect(since(asked, claimed, away, { type: 'left' }).isAttended).toBe(false);
    for (const end of [told({ place: 1 }), told({ state: 'helped' }), told(null)])
      expect(since(asked, claimed, end).isAttended).toBe(false);
  });

  test('is unheard while nobody is on duty and nobody has claimed it', () => {
    expect(isUnheard(since(asked, told({}, { onDuty: false })))).toBe(true);
    expect(isUnheard(since(asked, told({})))).toBe(false);
    expect(isUnheard(since(asked, told({ state: 'claimed' }, { onDuty: false })))).toBe(false);
    expect(isUnheard(since(asked, away))).toBe(false);
  });
});

describe('what staff send', () => {
  const prompt = { id: 'p', content: { kind: 'say', sentence: 'coming-soon' }, state: 'sent' } as const;

  test('is shown until it is answered, and not again while the desk has not heard the answer', () => {
    expect(openPrompt(since(asked, told({ prompt })))).toEqual(prompt);
    expect(openPrompt(since(asked, told({ prompt }), { type: 'answered', prompt: 'p' }, told({ prompt })))).toBeNull();
  });

  test('is not shown when it was answered elsewhere, nor to the next visitor', () => {
    expect(openPrompt(since(asked, told({ prompt: { ...prompt, state: 'done' } })))).toBeNull();
    expect(openPrompt(since(asked, told({ prompt }), { type: 'left' }, { type: 'asked', call: 'b' }))).toBeNull();
  });
});
