import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardReport } from '../card/report.ts';
import { cardErrorCodes } from '../errors/card-error.ts';
import {
  advance,
  answerMs,
  asksAfterMs,
  attendedMostMs,
  beginning,
  insistence,
  isAsking,
  isFading,
  isForgotten,
  isResting,
  looksTheSame,
  reminderAfterMs,
  reportAsksAfterMs,
  thanksForMs,
  type Visit,
  type VisitInput,
} from './stage.ts';

const endsAfterMs = asksAfterMs + answerMs;
const pin = { state: 'ok', triesLeft: 3, triesMax: 3 } as const;
const report: CardReport = {
  card: 'my-number',
  pins: {
    authentication: pin,
    signature: { state: 'ok', triesLeft: 5, triesMax: 5 },
    cardInfoInput: pin,
    residentRegister: pin,
  },
  authenticationCertificate: { state: 'valid', notAfter: '2028-05-17' },
  signatureCertificate: { present: true },
  exchanges: 12,
  elapsedMs: 260,
};

const readerReady: VisitInput = { type: 'reader', ready: true, error: null };
const card: VisitInput = { type: 'card' };
const progress: VisitInput = { type: 'progress', done: 4, of: 12, known: { pins: { authentication: pin } } };
const reported: VisitInput = { type: 'report', report };
const removed: VisitInput = { type: 'removed', early: false };
const removedEarly: VisitInput = { type: 'removed', early: true };
const finish: VisitInput = { type: 'finish' };
const waited = (ms: number): VisitInput => ({ type: 'waited', ms });

const visitAfter = (...inputs: VisitInput[]): Visit => inputs.reduce(advance, beginning);

describe('a visit', () => {
  test('goes from the card found to the report and, once the card is taken, to thanks and back to the start', () => {
    expect(visitAfter(readerReady).stage.name).toBe('ready');
    expect(visitAfter(readerReady, card).stage.name).toBe('reading');
    expect(visitAfter(readerReady, card, progress).stage).toMatchObject({ done: 4, of: 12 });
    expect(visitAfter(readerReady, card, progress, reported).stage).toEqual({
      name: 'report',
      report,
      cardThere: true,
    });
    expect(visitAfter(readerReady, card, reported, removed).stage).toMatchObject({ name: 'report', cardThere: false });
    expect(visitAfter(readerReady, card, reported, removed, finish).stage.name).toBe('thanks');
    expect(visitAfter(readerReady, card, reported, removed, finish, waited(thanksForMs)).stage.name).toBe('ready');
  });

  test('says why no card can be read and goes on when one can', () => {
    const down = visitAfter({ type: 'reader', ready: false, error: 'readerMissing' });
    expect(down.stage).toEqual({ name: 'noReader', error: 'readerMissing', interrupted: false });
    expect(advance(down, readerReady).stage.name).toBe('ready');
  });

  test('shows a part as a part when the card is lifted early, and goes on when it is back', () => {
    const lifted = visitAfter(readerReady, card, progress, removedEarly);
    expect(lifted.stage).toEqual({ name: 'lifted', known: { pins: { authentication: pin } } });
    expect(advance(lifted, card).stage.name).toBe('reading');
  });

  test('treats a reading that ended for want of the card as lifted, in whichever order it is told', () => {
    const failed: VisitInput = { type: 'failed', error: 'cardRemoved', known: { pins: {} } };
    expect(visitAfter(readerReady, card, failed, removedEarly).stage.name).toBe('lifted');
    expect(visitAfter(readerReady, card, removedEarly, failed).stage.name).toBe('lifted');
  });

  test('keeps a failure on the screen after the card is taken, and reads the next card', () => {
    const failed = visitAfter(readerReady, card, { type: 'failed', error: 'cardMute', known: { pins: {} } });
    expect(failed.stage).toMatchObject({ name: 'failed', error: 'cardMute', cardThere: true });
    expect(advance(failed, removedEarly).stage).toMatchObject({ name: 'failed', cardThere: false });
    expect(advance(advance(failed, removedEarly), card).stage.name).toBe('reading');
  });

  test('that is finished while reading waits for the end of the reading before it asks to take the card', () => {
    const leaving = visitAfter(readerReady, card, finish);
    expect(leaving.stage).toMatchObject({ name: 'reading', leaving: true });
    expect(advance(leaving, reported).stage.name).toBe('takeAway');
    expect(advance(leaving, removedEarly).stage.name).toBe('thanks');
  });

  test('goes back to the empty reader at once, unless a card has to be taken first', () => {
    expect(visitAfter(readerReady, card, reported, removed, { type: 'back' }).stage.name).toBe('ready');
    expect(visitAfter(readerReady, card, reported, { type: 'back' }).stage.name).toBe('takeAway');
  });

  test('is erased when another one begins', () => {
    expect(visitAfter(readerReady, card, reported, { type: 'dropped' }).stage.name).toBe('ready');
  });

  test('keeps the report when the reader is unplugged under it', () => {
    const unplugged = visitAfter(readerReady, card, reported, {
      type: 'reader',
      ready: false,
      error: 'readerUnplugged',
    });
    expect(unplugged.stage).toMatchObject({ name: 'report', cardThere: false });
    expect(advance(unplugged, finish).stage.name).toBe('thanks');
    expect(advance(advance(unplugged, finish), waited(thanksForMs)).stage).toEqual({
      name: 'noReader',
      error: 'readerUnplugged',
      interrupted: false,
    });
  });

  test('knows that a card was being read when the reader went away', () => {
    const unplugged: VisitInput = { type: 'reader', ready: false, error: 'readerUnplugged' };
    expect(visitAfter(readerReady, card, unplugged).stage).toMatchObject({ name: 'noReader', interrupted: true });
    expect(visitAfter(readerReady, card, unplugged, unplugged).stage).toMatchObject({ interrupted: true });
    expect(visitAfter(readerReady, card, unplugged, readerReady, unplugged).stage).toMatchObject({
      interrupted: false,
    });
  });
});

describe('a card left on the reader', () => {
  test('is called out after 10 s, and more insistently after 20 s and 40 s', () => {
    const left = visitAfter(readerReady, card, reported);
    const levels = [9_999, 10_000, 20_000, 40_000].map((ms) => insistence(advance(left, waited(ms))));
    expect(reminderAfterMs).toEqual([10_000, 20_000, 40_000]);
    expect(levels).toEqual([0, 1, 2, 3]);
  });

  test('is not made quiet by touching the screen', () => {
    expect(insistence(visitAfter(readerReady, card, reported, waited(10_000), { type: 'touched' }))).toBe(1);
  });

  test('keeps the visit from ending, however long it lies there', () => {
    const left = visitAfter(readerReady, card, reported, finish, waited(24 * 60 * 60_000), finish);
    expect(left.stage.name).toBe('takeAway');
    expect(advance(left, removed).stage.name).toBe('thanks');
  });
});

describe('a moment in which there is nothing new to show', () => {
  const left = visitAfter(readerReady, card, reported);

  test('is one in which only time has passed', () => {
    expect(looksTheSame(left, advance(left, waited(1_000)))).toBe(true);
    expect(looksTheSame(left, advance(left, { type: 'touched' }))).toBe(true);
  });

  test('is not one in which a reminder, a question or another stage begins', () => {
    expect(looksTheSame(left, advance(left, waited(10_000)))).toBe(false);
    expect(looksTheSame(left, advance(left, removed))).toBe(false);
    expect(looksTheSame(beginning, advance(beginning, waited(3_000)))).toBe(false);
  });

  test('is a touch while the reader has not answered for long: that stays said', () => {
    const slow = advance(beginning, waited(3_000));
    expect(slow.stage).toEqual({ name: 'connecting', isSlow: true });
    expect(looksTheSame(slow, advance(slow, { type: 'touched' }))).toBe(true);
    expect(advance(slow, readerReady).stage).toEqual({ name: 'ready' });
  });
});

describe('a screen that nobody looks at any more', () => {
  const reading = visitAfter(readerReady, card, reported, removed);

  test('asks first, can be kept by a touch as often as wanted, and is erased 30 s later', () => {
    const asking = advance(reading, waited(reportAsksAfterMs));
    expect(isAsking(asking)).toBe(true);
    expect(isAsking(advance(asking, { type: 'touched' }))).toBe(false);
    expect([reportAsksAfterMs, answerMs]).toEqual([30_000, 30_000]);
    expect(advance(reading, waited(reportAsksAfterMs + answerMs - 1)).stage.name).toBe('report');
    expect(advance(reading, waited(reportAsksAfterMs + answerMs)).stage.name).toBe('thanks');
  });

  test('does not ask while the card still lies there', () => {
    expect(isAsking(visitAfter(readerReady, card, reported, waited(endsAfterMs)))).toBe(false);
  });

  test('forgets the last visitor when it rests untouched', () => {
    const used = visitAfter(readerReady, { type: 'touched' });
    expect(isForgotten(advance(used, waited(endsAfterMs - 1)))).toBe(false);
    expect(isForgotten(advance(used, waited(endsAfterMs)))).toBe(true);
    expect(isForgotten([waited(endsAfterMs), { type: 'left' } as const].reduce(advance, used))).toBe(false);
  });

  test('neither asks nor ends where nobody has been', () => {
    const untouched = visitAfter(readerReady, waited(24 * 60 * 60_000));
    expect([isFading(untouched), isForgotten(untouched)]).toEqual([false, false]);
    const afterCard = visitAfter(readerReady, card, reported, removed, { type: 'back' }, waited(asksAfterMs));
    expect(isFading(afterCard)).toBe(true);
  });
});

const anyInput: fc.Arbitrary<VisitInput> = fc.oneof(
  fc.constant(readerReady),
  fc.record({
    type: fc.constant('reader' as const),
    ready: fc.constant(false),
    error: fc.constantFrom(...cardErrorCodes, null),
  }),
  fc.constant(card),
  fc.record({
    type: fc.constant('progress' as const),
    done: fc.nat(15),
    of: fc.constant(15),
    known: fc.constant({ pins: {} }),
  }),
  fc.constant(reported),
  fc.record({
    type: fc.constant('failed' as const),
    error: fc.constantFrom(...cardErrorCodes),
    known: fc.constant({ pins: {} }),
  }),
  fc.record({ type: fc.constant('removed' as const), early: fc.boolean() }),
  fc.record({ type: fc.constant('waited' as const), ms: fc.nat(50_000) }),
  fc.constant({ type: 'touched' as const }),
  fc.constant(finish),
  fc.constant({ type: 'back' as const }),
  fc.constant({ type: 'dropped' as const }),
  fc.constant({ type: 'left' as const }),
);
const anyInputs = fc.array(anyInput, { maxLength: 40 });
const property = (check: (inputs: VisitInput[]) => void) =>
  fc.assert(fc.property(anyInputs, check), { numRuns: 2_000 });

describe('whatever happens, in whatever order', () => {
  test('nothing final is shown of a card before its reading has ended', () => {
    property((inputs) => {
      let ended = false;
      let visit = beginning;
      for (const input of inputs) {
        if (input.type === 'card' && visit.stage.name !== 'takeAway') ended = false;
        if (input.type === 'report' || input.type === 'failed') ended = true;
        visit = advance(visit, input);
        if (visit.stage.name === 'report' || visit.stage.name === 'takeAway') expect(ended).toBe(true);
      }
    });
  });

  test('a report on the screen is one that the reader gave whole', () => {
    property((inputs) => {
      const { stage } = inputs.reduce(advance, beginning);
      if (stage.name === 'report') expect(stage.report).toBe(report);
    });
  });

  test('there is a way on from every stage: take the card, wait, and the screen rests', () => {
    property((inputs) => {
      const visit = [removed, waited(endsAfterMs), waited(thanksForMs)].reduce(
        advance,
        inputs.reduce(advance, beginning),
      );
      const lifted = [waited(endsAfterMs), waited(thanksForMs)].reduce(advance, visit);
      expect(isResting(lifted.stage)).toBe(true);
    });
  });

  test('a card that is there can always be read next', () => {
    property((inputs) => {
      const resting = [removed, finish, finish, readerReady].reduce(advance, inputs.reduce(advance, beginning));
      expect([card, reported].reduce(advance, resting).stage.name).toBe('report');
    });
  });

  test('nothing fades while staff are with the visitor, and a card left behind is called out all the same', () => {
    const attended = (ms: number): VisitInput => ({ type: 'waited', ms, isAttended: true });
    const resting = visitAfter(readerReady, { type: 'touched' }, waited(asksAfterMs - 1), attended(24 * 60 * 60_000));
    expect([isFading(resting), isForgotten(resting)]).toEqual([false, false]);
    expect(isFading(advance(resting, waited(1)))).toBe(true);
    expect(visitAfter(readerReady, card, reported, removed, attended(endsAfterMs)).stage.name).toBe('report');
    expect(insistence(visitAfter(readerReady, card, reported, attended(40_000)))).toBe(3);
  });

  test('staff who come while it is asked whether anybody is there have answered that', () => {
    const attended: VisitInput = { type: 'waited', ms: 1, isAttended: true };
    const asked = visitAfter(readerReady, { type: 'touched' }, waited(asksAfterMs + 20_000));
    expect(isFading(asked)).toBe(true);
    expect(isFading(advance(asked, attended))).toBe(false);
    // When they have gone the visitor has all the time again.
    expect(
      isFading(visitAfter(readerReady, { type: 'touched' }, waited(asksAfterMs), attended, waited(asksAfterMs - 1))),
    ).toBe(false);
    const report = visitAfter(readerReady, card, reported, removed, waited(reportAsksAfterMs));
    expect([isAsking(report), isAsking(advance(report, attended))]).toEqual([true, false]);
  });

  test('a call that staff have forgotten to close keeps a visit for twenty minutes without a touch, and no longer', () => {
    const attended = (ms: number): VisitInput => ({ type: 'waited', ms, isAttended: true });
    const report = visitAfter(readerReady, card, reported, removed, attended(attendedMostMs - 1), attended(1));
    expect([report.stage.name, isAsking(report)]).toEqual(['report', false]);
    const asked = advance(report, attended(reportAsksAfterMs));
    expect(isAsking(asked)).toBe(true);
    expect(advance(asked, attended(answerMs)).stage.name).toBe('thanks');
    // Whoever answers is there, and has twenty minutes more.
    expect(isAsking(advance(advance(asked, { type: 'touched' }), attended(attendedMostMs)))).toBe(false);
  });

  test('the clock stands still while a card is read, however long that takes', () => {
    const reading = visitAfter(readerReady, { type: 'touched' }, card, waited(24 * 60 * 60_000));
    expect(reading.stage.name).toBe('reading');
    expect([isAsking(reading), isFading(reading), isForgotten(reading)]).toEqual([false, false, false]);
    expect(isAsking(advance(reading, reported))).toBe(false);
  });

  test('a reader that comes and goes is no touch: the time of the visitor runs on', () => {
    const gone: VisitInput = { type: 'reader', ready: false, error: 'readerUnplugged' };
    const waiting = visitAfter({ type: 'touched' }, waited(asksAfterMs - 1), readerReady, gone, readerReady);
    expect(isFading(waiting)).toBe(false);
    expect(isFading(advance(waiting, waited(1)))).toBe(true);
  });

  test('the visit does not end while the card lies there', () => {
    property((inputs) => {
      const left = inputs
        .filter(({ type }) => ['waited', 'touched', 'finish', 'back'].includes(type))
        .reduce(advance, visitAfter(readerReady, card, reported));
      expect(['report', 'takeAway']).toContain(left.stage.name);
    });
  });

  test('the reminder never gets quieter while the card lies there', () => {
    property((inputs) => {
      let visit = visitAfter(readerReady, card, reported);
      for (const input of inputs.filter(({ type }) => type === 'waited' || type === 'touched')) {
        const before = insistence(visit);
        visit = advance(visit, input);
        expect(insistence(visit)).toBeGreaterThanOrEqual(before);
      }
    });
  });
});

describe('the office has set other times', () => {
  const times = { asksAfter: 80_000, reportAsksAfter: 40_000, answer: 30_000, thanks: 5_000, reminder: 6_000 };
  const set: VisitInput = { type: 'times', times };

  test('the screen asks and ends by them, also when they come in the middle of a visit', () => {
    const reading = visitAfter(readerReady, card, reported, removed, set);
    expect(isAsking(advance(reading, waited(39_999)))).toBe(false);
    expect(isAsking(advance(reading, waited(40_000)))).toBe(true);
    expect(advance(reading, waited(70_000)).stage.name).toBe('thanks');
    expect(visitAfter(readerReady, card, reported, removed, set, finish, waited(5_000)).stage.name).toBe('ready');
  });

  test('the reminders about a card left behind grow by them', () => {
    const lying = visitAfter(readerReady, set, card, reported);
    expect([5_999, 6_000, 12_000, 24_000].map((ms) => insistence(advance(lying, waited(ms))))).toEqual([0, 1, 2, 3]);
  });

  test('a visit that is erased keeps them', () => {
    expect(visitAfter(readerReady, set, card, reported, { type: 'dropped' }).times).toEqual(times);
  });
});
