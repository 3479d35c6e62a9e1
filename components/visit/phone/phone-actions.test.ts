import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newCheck, type PhoneCheck } from '@/lib/phone/check';
import { loadCatalogue } from '@/lib/phone/load';
import type { PhoneCatalogue } from '@/lib/phone/model';
import { getGuide, goOn, keepFacts } from '../guide/guide-store';
import { endVisit } from '../visit-end';
import {
  addContact,
  addToCheck,
  beginCheck,
  checkAnother,
  checkOwn,
  openPage,
  sayNoPhone,
  sayPlace,
} from './phone-actions';
import { getPhone } from './phone-store';

/** What the data of the phones is waited for. */
let coming: Promise<PhoneCatalogue>;
vi.mock('./late-catalogue', () => ({ loadPhones: () => coming }));

const chromeOn = (model: string) => ({
  userAgent:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  maxTouchPoints: 5,
  userAgentData: {
    getHighEntropyValues: () =>
      Promise.resolve({ model, platform: 'Android', platformVersion: '14.0.0', mobile: true }),
  },
});

const browserWindow = { NDEFReader: class {}, matchMedia: () => ({ matches: false }) };

beforeEach(() => {
  endVisit();
  coming = loadCatalogue();
  vi.stubGlobal('window', Object.assign(browserWindow, { top: browserWindow }));
  vi.stubGlobal('navigator', chromeOn('SO-51C'));
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => setTimeout(then));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a check on the phone itself', () => {
  it('begins with what its browser says, and tells the guide', async () => {
    await beginCheck('home');
    expect(getPhone().check).toMatchObject({ isThisPhone: true, code: 'SO-51C', model: { name: 'Xperia 1 IV' } });
    expect(getGuide().facts.phone).toEqual({ value: 'likely', evidence: 'detected' });
  });

  it('begins without the data after three seconds, and takes it in when it comes', async () => {
    vi.useFakeTimers();
    const catalogue = coming;
    let arrive: (there: PhoneCatalogue) => void = () => undefined;
    coming = new Promise((resolve) => {
      arrive = resolve;
    });
    const beginning = beginCheck('home');
    await vi.advanceTimersByTimeAsync(2_999);
    expect(getPhone().check).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(getPhone().check).toMatchObject({ model: 'not-listed', code: 'SO-51C' });
    arrive(await catalogue);
    await beginning;
    expect(getPhone().check).toMatchObject({ model: { name: 'Xperia 1 IV' } });
  });

  it('does not wait for a browser that does not answer', async () => {
    vi.useFakeTimers();
    const silent = { getHighEntropyValues: () => new Promise(() => undefined) };
    vi.stubGlobal('navigator', { ...chromeOn(''), userAgentData: silent });
    const beginning = beginCheck('home');
    await vi.advanceTimersByTimeAsync(3_000);
    await beginning;
    expect(getPhone().check).toMatchObject({ isThisPhone: true, kind: 'android', model: null });
  });

  it('learns that this is a PC only where nobody has said anything', async () => {
    vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)', maxTouchPoints: 0 });
    vi.stubGlobal('window', { matchMedia: () => ({ matches: false }) });
    keepFacts({ pc: { value: 'no', evidence: 'said' } });
    await beginCheck('home');
    expect(getGuide().facts.pc).toEqual({ value: 'no', evidence: 'said' });
    endVisit();
    await beginCheck('home');
    expect(getGuide().facts.pc).toEqual({ value: 'yes', evidence: 'detected' });
  });
});

describe('another phone', () => {
  it('is asked for from the start, and nothing is known of it', async () => {
    await beginCheck('home');
    await addContact('found');
    sayPlace('upper');
    openPage('trouble');
    checkAnother();
    expect(getPhone()).toMatchObject({ check: newCheck, pages: ['check'], place: null, own: { contact: 'found' } });
    expect(getGuide().facts).toEqual({});
  });

  it('has no part in what this phone notices', async () => {
    await beginCheck('home');
    checkAnother();
    await addContact('found');
    expect(getPhone().check).toEqual(newCheck);
  });

  it('gives way to this phone as it was left', async () => {
    await beginCheck('home');
    await addContact('found');
    const own = getPhone().check as PhoneCheck;
    checkAnother();
    checkOwn(own);
    expect(getPhone().check).toEqual(own);
    expect(getGuide().facts.phone).toEqual({ value: 'reads-and-runs', evidence: 'measured' });
  });
});

describe('the question of the guide about the phone', () => {
  beforeEach(() => {
    goOn({ ...getGuide(), reopened: { kind: 'one', fact: 'phone' } });
  });

  it('is answered by the check', async () => {
    await beginCheck('kiosk');
    expect(getGuide().reopened).not.toBeNull();
    await addToCheck({ kind: 'ipad' });
    expect(getGuide().reopened).toBeNull();
    expect(getGuide().facts.phone).toEqual({ value: 'cannot', evidence: 'said' });
  });

  it('is answered by having no phone', () => {
    sayNoPhone();
    expect(getGuide().reopened).toBeNull();
    expect(getGuide().facts.phone?.value).toBe('none');
    expect(getPhone().pages).toEqual(['check', 'other-ways']);
  });
});
