import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstPlaceOf, phoneKinds } from './check.ts';
import { searchPlaces } from './contact.ts';
import { antennaSpots } from './model.ts';
import { outagePage, placeToTry, showsInTest, tiltSource, troubleSteps, troubleStepsFor } from './trouble.ts';

describe('what to change when the card is not read', () => {
  it('begins with what stops everybody and costs nothing to look at, and ends with holding still', () => {
    expect(troubleStepsFor('android')).toEqual([
      'outage',
      'app-update',
      'lock',
      'private-off',
      'nfc-on',
      'case-off',
      'no-metal',
      'close-apps',
      'place',
      'hold-still',
    ]);
  });

  it('is the same as long as nobody knows which kind of phone it is', () => {
    expect(troubleStepsFor(null)).toEqual(troubleSteps);
  });

  it('has no switch for NFC on an iPhone, which has none, and everything else in the same order', () => {
    expect(troubleStepsFor('iphone')).toEqual(troubleSteps.filter((step) => step !== 'nfc-on'));
    expect(troubleStepsFor('iphone')).toHaveLength(troubleSteps.length - 1);
  });

  it.each([...phoneKinds, null])('names nothing twice: %s', (kind) => {
    const steps = troubleStepsFor(kind);
    expect(new Set(steps).size).toBe(steps.length);
  });

  it.each(['ja', 'ja-easy', 'en'])('has words for every step in %s', (language) => {
    const { PhoneTrouble } = JSON.parse(
      readFileSync(new URL(`../../messages/${language}.json`, import.meta.url), 'utf8'),
    );
    for (const step of troubleSteps)
      expect(PhoneTrouble.steps[step]).toMatchObject({
        title: expect.stringMatching(/./),
        how: expect.stringMatching(/./),
      });
  });

  it('can be seen in the contact test from the switch for NFC on', () => {
    expect(troubleSteps.filter(showsInTest)).toEqual([
      'nfc-on',
      'case-off',
      'no-metal',
      'close-apps',
      'place',
      'hold-still',
    ]);
  });

  it('names whose hint it is to hold an iPhone at an angle', () => {
    expect(new URL(tiltSource.address).protocol).toBe('https:');
    expect(tiltSource.asOf).toBe('2020-05-12');
  });

  it('names the page of the offices for outages', () => {
    expect(new URL(outagePage).hostname).toBe('myna.go.jp');
  });
});

describe('where to hold the card next', () => {
  it.each([
    [null, null, null],
    ['around-camera', null, { by: 'model', spot: 'around-camera' }],
    ['around-camera', 'middle', { by: 'model', spot: 'around-camera' }],
    ['around-camera', 'upper', { by: 'test', place: 'middle' }],
    ['top', 'top', { by: 'test', place: 'upper' }],
    [null, 'lower', { by: 'test', place: 'middle' }],
  ] as const)('the model says %s, the test has found it at %s: %j', (spot, found, next) => {
    expect(placeToTry(spot, found)).toEqual(next);
  });

  it('is never where it was found', () => {
    for (const spot of [null, ...antennaSpots])
      for (const found of searchPlaces) {
        const next = placeToTry(spot, found);
        expect(next?.by === 'model' ? firstPlaceOf(next.spot) : next?.place).not.toBe(found);
      }
  });
});
