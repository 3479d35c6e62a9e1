import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AnswerWords, answerWords } from './answer-words.ts';
import { type DecisionStep, decidePhone, decisionSteps, noSigns, type PhoneVerdict } from './decide.ts';

const usual = { isIpad: false, isPastHelp: false, canTest: false };
const found = (step: DecisionStep, phone: PhoneVerdict = 'unknown') =>
  ({ step, phone, restsOn: 'unknown', isDisputed: false }) as const;

describe('the words of an answer', () => {
  it.each<readonly [DecisionStep, PhoneVerdict, Partial<typeof usual>, AnswerWords]>([
    ['excluded', 'cannot', {}, 'excluded'],
    ['excluded', 'cannot', { isIpad: true }, 'ipad'],
    ['os-too-old', 'reads-but-too-old', {}, 'too-old'],
    ['os-too-old', 'unknown', {}, 'too-old'],
    ['os-too-old', 'reads-but-too-old', { isPastHelp: true }, 'too-old-end'],
    ['os-too-old', 'cannot', { isPastHelp: true }, 'too-old-end'],
    ['contact-seen', 'reads-and-runs', {}, 'contact-seen'],
    ['contact-seen', 'likely', {}, 'contact-version-open'],
    ['listed', 'reads-and-runs', {}, 'listed'],
    ['listed', 'likely', {}, 'version-open'],
    ['read-before', 'reads-and-runs', {}, 'read-before'],
    ['read-before', 'likely', {}, 'version-open'],
    ['nfc-hardware', 'likely', {}, 'nfc-hardware'],
    ['nfc-item', 'likely', {}, 'nfc-item'],
    ['nfc-off', 'likely', { canTest: true }, 'nfc-off'],
    ['other-tag', 'likely', { canTest: true }, 'other-tag'],
    ['silence', 'likely', { canTest: true }, 'silence'],
    ['no-hardware', 'cannot', { canTest: true }, 'no-hardware'],
    ['no-nfc-item', 'cannot', {}, 'no-nfc-item'],
    ['not-known', 'unknown', {}, 'not-known'],
    ['not-known', 'unknown', { canTest: true }, 'not-known-here'],
  ])('%s, %s, %j: %s', (step, phone, about, words) => {
    expect(answerWords(found(step, phone), { ...usual, ...about })).toBe(words);
  });

  it('say of a listed phone without a version that the version is open', () => {
    const answer = decidePhone({ ...noSigns, system: 'ios', model: { reads: 'yes', isEndOfLine: false } });
    expect(answerWords(answer, usual)).toBe('version-open');
  });

  it.each(['ja', 'ja-easy', 'en'])('are in %s for every answer there is, and no others', (language) => {
    const { PhoneAnswer } = JSON.parse(
      readFileSync(new URL(`../../messages/${language}.json`, import.meta.url), 'utf8'),
    );
    const flags = [false, true];
    const used = decisionSteps.flatMap((step) =>
      (['likely', 'reads-and-runs'] as const).flatMap((phone) =>
        flags.flatMap((flag) =>
          flags.map((canTest) => answerWords(found(step, phone), { isIpad: flag, isPastHelp: flag, canTest })),
        ),
      ),
    );
    expect(Object.keys(PhoneAnswer.steps).toSorted()).toEqual([...new Set(used)].toSorted());
  });
});
