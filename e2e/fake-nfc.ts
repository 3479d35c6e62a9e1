/**
 * A Web NFC that behaves as that of Chrome for Android, for Chromium on a PC, which has none.
 *
 * @see services/device/nfc/android and third_party/blink/renderer/modules/nfc of Chromium, which it was written after
 */
import type { Page } from '@playwright/test';

export interface FakeNfcConfig {
  /** `false` in Safari, in Firefox and on a PC. */
  readonly isExposed: boolean;
  /** `denied` in every in-app browser, without a question. */
  readonly permission: 'prompt' | 'granted' | 'denied';
  /** What the person answers to the browser's question. */
  readonly answer: 'granted' | 'denied';
  readonly hardware: 'on' | 'off' | 'none';
  /** Whether the person switches NFC on where the browser offers it. */
  readonly turnsOnInDialog: boolean;
  /** From when a card is there until it is found. Chrome needs 250 to 1500. */
  readonly discoveryMs: number;
  /** For how long the radio stays on after the last search was aborted. Chrome: 500. */
  readonly releaseMs: number;
}

/** Chrome on a phone with NFC, on the first visit of somebody who allows it. */
export const ordinaryNfc: FakeNfcConfig = {
  isExposed: true,
  permission: 'prompt',
  answer: 'granted',
  hardware: 'on',
  turnsOnInDialog: false,
  discoveryMs: 250,
  releaseMs: 500,
};

/** `isodep`: a My Number card, a driver's licence, a credit card. `ndef`: an NFC sticker. */
export type FakeCardKind = 'isodep' | 'ndef';

export interface FakeCardDetails {
  readonly serial?: string;
  readonly records?: readonly NDEFRecordInit[];
  /** Pulled away while Android still looks at it: Android says so itself, and the page hears nothing. */
  readonly isLostDuringCheck?: boolean;
}

/** In order of time. `write` and `makeReadOnly` must never be among them. */
export type FakeNfcLine = 'scan' | 'prompt' | 'nfc-settings-dialog' | 'vibrate' | 'os-toast' | 'write' | 'makeReadOnly';

interface FakeNfcControls {
  readonly log: readonly FakeNfcLine[];
  readonly put: (kind: FakeCardKind, details: FakeCardDetails) => void;
  readonly lift: () => void;
  readonly set: (changes: Partial<FakeNfcConfig>) => void;
  readonly show: (state: DocumentVisibilityState) => void;
  /** How many readers are searching. */
  readonly searches: () => number;
}

declare global {
  interface Window {
    fakeNfc?: FakeNfcControls;
  }
}

/**
 * Puts it into every page of a context: `context.addInitScript(fakeNfc, ordinaryNfc)`. It runs in the page, so it holds all
 * that it needs: nothing from outside, and no class fields, for which the compiler would add a function beside it.
 */
export const fakeNfc = (given: FakeNfcConfig): void => {
  type OnEvent = ((event: Event) => void) | null;
  type HandlerName = 'reading' | 'readingerror';

  const config = { ...given };
  const log: FakeNfcLine[] = [];
  const readers = new Set<EventTarget>();
  const pending = new Set<EventTarget>();
  let field: { readonly kind: FakeCardKind; readonly details: FakeCardDetails } | null = null;
  let isRadioOn = false;
  let isSeen = false;
  let releaseTimer = 0;
  let discoverTimer = 0;

  const failure = (name: string, message: string) => new DOMException(message, name);
  const isVisible = () => document.visibilityState === 'visible';

  class FakeNDEFMessage {
    constructor({ records }: { readonly records: readonly unknown[] }) {
      Object.assign(this, { records: Object.freeze([...records]) });
    }
  }

  class FakeNDEFReadingEvent extends Event {
    constructor(
      type: string,
      init: EventInit & { readonly serialNumber?: string; readonly message: { readonly records: readonly unknown[] } },
    ) {
      super(type, init);
      Object.assign(this, { serialNumber: init.serialNumber ?? '', message: new FakeNDEFMessage(init.message) });
    }
  }

  const announce = ({ kind, details }: { readonly kind: FakeCardKind; readonly details: FakeCardDetails }) => {
    for (const reader of [...readers]) {
      const { serial, records = [] } = details;
      // Of a card without NDEF the page learns nothing but that it is there.
      if (kind === 'isodep') reader.dispatchEvent(new Event('readingerror'));
      else
        reader.dispatchEvent(new FakeNDEFReadingEvent('reading', { serialNumber: serial ?? '', message: { records } }));
    }
  };

  const discover = () => {
    if (!isRadioOn || field === null) return;
    isSeen = true;
    if (field.details.isLostDuringCheck) {
      log.push('os-toast');
      field = null;
      return;
    }
    log.push('vibrate');
    announce(field);
  };

  const look = () => {
    window.clearTimeout(discoverTimer);
    if (!isRadioOn || field === null || isSeen) return;
    discoverTimer = window.setTimeout(discover, config.discoveryMs);
  };

  const switchOff = () => {
    isRadioOn = false;
    isSeen = false;
    window.clearTimeout(discoverTimer);
  };

  const updateRadio = () => {
    const isReady = isVisible() && config.hardware === 'on';
    const isWanted = isReady && readers.size > 0;
    if (isWanted && !isRadioOn) {
      isRadioOn = true;
      isSeen = false;
      look();
    }
    if (isWanted || !isRadioOn) return;
    if (!isReady) return switchOff();
    // A search that begins before it is off does not find a card again that lies there.
    window.clearTimeout(releaseTimer);
    releaseTimer = window.setTimeout(() => {
      if (readers.size === 0) switchOff();
    }, config.releaseMs);
  };

  const begin = async (reader: EventTarget, signal: AbortSignal | undefined) => {
    if (config.permission === 'prompt' && navigator.userActivation.isActive) {
      log.push('prompt');
      await new Promise((resolve) => window.setTimeout(resolve, 20));
      config.permission = config.answer;
    }
    if (config.permission !== 'granted') throw failure('NotAllowedError', 'NFC permission request denied.');
    if (config.hardware === 'none') throw failure('NotSupportedError', 'NFC is not supported.');
    if (config.hardware === 'off') {
      log.push('nfc-settings-dialog');
      if (!config.turnsOnInDialog) throw failure('NotReadableError', 'NFC setting is disabled.');
      config.hardware = 'on';
    }
    if (signal?.aborted) throw signal.reason;
    readers.add(reader);
    updateRadio();
  };

  const untilAborted = (reader: EventTarget, signal: AbortSignal) => {
    const aborted = new Promise<never>((_, reject) => {
      const abort = () => {
        readers.delete(reader);
        updateRadio();
        reject(signal.reason);
      };
      signal.addEventListener('abort', abort, { once: true });
    });
    aborted.catch(() => undefined);
    return aborted;
  };

  const scan = async (reader: EventTarget, signal: AbortSignal | undefined) => {
    log.push('scan');
    if (window !== window.top)
      throw failure('InvalidStateError', 'Web NFC can only be accessed in a top-level browsing context.');
    if (signal !== undefined && !(signal instanceof AbortSignal))
      throw new TypeError("Failed to read the 'signal' property");
    if (signal?.aborted) throw signal.reason;
    if (pending.has(reader) || readers.has(reader))
      throw failure('InvalidStateError', 'A scan() operation is ongoing.');
    pending.add(reader);
    try {
      const work = begin(reader, signal);
      await (signal === undefined ? work : Promise.race([work, untilAborted(reader, signal)]));
    } finally {
      pending.delete(reader);
    }
  };

  const forbid = (line: 'write' | 'makeReadOnly') => {
    log.push(line);
    return Promise.reject(new Error(`${line}() can destroy a tag and is never called`));
  };

  const handlers = new WeakMap<EventTarget, Map<HandlerName, (event: Event) => void>>();
  const handlerOf = (reader: EventTarget, name: HandlerName): OnEvent => handlers.get(reader)?.get(name) ?? null;
  const setHandler = (reader: EventTarget, name: HandlerName, handler: OnEvent) => {
    const known = handlers.get(reader) ?? new Map<HandlerName, (event: Event) => void>();
    handlers.set(reader, known);
    const before = known.get(name);
    if (before !== undefined) reader.removeEventListener(name, before);
    known.delete(name);
    if (handler === null) return;
    known.set(name, handler);
    reader.addEventListener(name, handler);
  };

  class FakeNDEFReader extends EventTarget {
    get onreading(): OnEvent {
      return handlerOf(this, 'reading');
    }
    set onreading(handler: OnEvent) {
      setHandler(this, 'reading', handler);
    }
    get onreadingerror(): OnEvent {
      return handlerOf(this, 'readingerror');
    }
    set onreadingerror(handler: OnEvent) {
      setHandler(this, 'readingerror', handler);
    }
    scan(options: { readonly signal?: AbortSignal } = {}) {
      return scan(this, options.signal);
    }
    write() {
      return forbid('write');
    }
    makeReadOnly() {
      return forbid('makeReadOnly');
    }
  }

  const show = (state: DocumentVisibilityState) => {
    if (document.visibilityState === state) return;
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => state === 'hidden' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  };

  const expose = () => {
    const query = navigator.permissions.query.bind(navigator.permissions);
    const queryToo = (descriptor: { readonly name: string }) =>
      descriptor.name === 'nfc'
        ? Promise.resolve(Object.assign(new EventTarget(), { name: 'nfc', state: config.permission, onchange: null }))
        : query(descriptor as PermissionDescriptor);
    Object.defineProperty(navigator.permissions, 'query', { configurable: true, value: queryToo });
    // Like all that a browser brings with it, they are not listed among the properties of the window.
    for (const [name, value] of Object.entries({
      NDEFReader: FakeNDEFReader,
      NDEFReadingEvent: FakeNDEFReadingEvent,
      NDEFMessage: FakeNDEFMessage,
    }))
      Object.defineProperty(window, name, { configurable: true, writable: true, value });
  };

  // Pages can be hidden where there is no Web NFC, too.
  if (config.isExposed && window.isSecureContext) expose();
  document.addEventListener('visibilitychange', updateRadio);
  window.fakeNfc = {
    log,
    put: (kind, details) => {
      field = { kind, details };
      isSeen = false;
      look();
    },
    lift: () => {
      field = null;
      isSeen = false;
    },
    set: (changes) => {
      Object.assign(config, changes);
      updateRadio();
    },
    show,
    searches: () => readers.size,
  };
};

const missing = 'this page has no fake of Web NFC';

/** Lays a card on the phone. */
export const put = (page: Page, kind: FakeCardKind, details: FakeCardDetails = {}): Promise<void> =>
  page.evaluate(
    ([cardKind, cardDetails, complaint]) => {
      if (window.fakeNfc === undefined) throw new Error(complaint);
      window.fakeNfc.put(cardKind, cardDetails);
    },
    [kind, details, missing] as const,
  );

/** Takes the card away. The page hears nothing of it. */
export const lift = (page: Page): Promise<void> =>
  page.evaluate((complaint) => {
    if (window.fakeNfc === undefined) throw new Error(complaint);
    window.fakeNfc.lift();
  }, missing);

/** Changes the phone: `set(page, { hardware: 'off' })`. Chrome tells the page nothing of it. */
export const set = (page: Page, changes: Partial<FakeNfcConfig>): Promise<void> =>
  page.evaluate(
    ([config, complaint]) => {
      if (window.fakeNfc === undefined) throw new Error(complaint);
      window.fakeNfc.set(config);
    },
    [changes, missing] as const,
  );

export const logOf = (page: Page): Promise<readonly FakeNfcLine[]> =>
  page.evaluate((complaint) => {
    if (window.fakeNfc === undefined) throw new Error(complaint);
    return [...window.fakeNfc.log];
  }, missing);

/** How many readers are searching. */
export const searchesOf = (page: Page): Promise<number> =>
  page.evaluate((complaint) => {
    if (window.fakeNfc === undefined) throw new Error(complaint);
    return window.fakeNfc.searches();
  }, missing);

const turn = (page: Page, state: DocumentVisibilityState): Promise<void> =>
  page.evaluate(
    ([visibility, complaint]) => {
      if (window.fakeNfc === undefined) throw new Error(complaint);
      window.fakeNfc.show(visibility);
    },
    [state, missing] as const,
  );

/** The person goes to another app or tab. Without a head, Chromium says of every tab that it is seen. */
export const hide = (page: Page): Promise<void> => turn(page, 'hidden');
export const show = (page: Page): Promise<void> => turn(page, 'visible');
