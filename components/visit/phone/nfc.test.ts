import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContactEvent } from '@/lib/phone/contact';
import { startContact } from './nfc.ts';

/** The readers that search, and whether NFC is on. */
const radio = { isOn: true, searching: new Set<EventTarget>() };

class Reader extends EventTarget {
  async scan({ signal }: { readonly signal: AbortSignal }): Promise<void> {
    if (!radio.isOn) throw new DOMException('NFC setting is disabled.', 'NotReadableError');
    radio.searching.add(this);
    signal.addEventListener('abort', () => radio.searching.delete(this));
  }
}

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const browserWindow = Object.assign(new EventTarget(), { NDEFReader: Reader, matchMedia: () => ({ matches: false }) });

const show = async (visibilityState: 'visible' | 'hidden'): Promise<void> => {
  page.visibilityState = visibilityState;
  page.dispatchEvent(new Event('visibilitychange'));
  await new Promise((resolve) => setTimeout(resolve));
};

const heard: ContactEvent[] = [];
const types = (): readonly string[] => heard.map((event) => (event.type === 'failed' ? event.failure : event.type));

const start = async (): Promise<() => void> => {
  const stop = startContact((event) => heard.push(event));
  await new Promise((resolve) => setTimeout(resolve));
  return stop;
};

beforeEach(() => {
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', Object.assign(browserWindow, { top: browserWindow }));
  vi.stubGlobal('navigator', { userAgent: '' });
  vi.stubGlobal('NDEFReader', Reader);
  heard.length = 0;
  radio.isOn = true;
  radio.searching.clear();
  page.visibilityState = 'visible';
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a search that comes back to the screen', () => {
  it('goes on with one reader where NFC is still on', async () => {
    const stop = await start();
    await show('hidden');
    await show('visible');
    expect(types()).toEqual(['asked', 'started', 'hidden', 'shown']);
    expect(radio.searching.size).toBe(1);
    stop();
  });

  it('says that NFC was switched off meanwhile, and searches anew once it is on', async () => {
    const stop = await start();
    await show('hidden');
    radio.isOn = false;
    await show('visible');
    expect(types()).toEqual(['asked', 'started', 'hidden', 'shown', 'nfc-off']);
    expect(radio.searching.size).toBe(0);

    await show('hidden');
    radio.isOn = true;
    await show('visible');
    expect(types().slice(5)).toEqual(['hidden', 'shown', 'asked', 'started']);
    expect(radio.searching.size).toBe(1);
    stop();
    expect(radio.searching.size).toBe(0);
  });

  it('is asked nothing more after its end', async () => {
    const stop = await start();
    stop();
    radio.isOn = false;
    await show('visible');
    expect(types()).toEqual(['asked', 'started', 'stopped']);
  });
});
